"""R: it serves the business, may be done that way, and is in the owner's hands."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from smartgoal.criteria.edits import with_goal
from smartgoal.criteria.facts import Facts
from smartgoal.criteria.findings import Proposers, Rule, found
from smartgoal.criteria.steps import without_idle_time
from smartgoal.model.finding import Cure, Finding
from smartgoal.model.quantity import Quantity, Term

VANITY = frozenset({"followers", "likes", "views", "impressions", "reach", "shares"})
OWN_POSTS = Decimal(3)  # a week: the usual goal in place of a badge
RULE_OF = {"error": {"platform_rule": "R06", "law": "R07"}, "warning": {"law": "R08", "platform_rule": "R08"}}
CARE = "R09"


def reason_given(facts: Facts) -> Iterable[Finding]:
    """R01: a reason is given that is not the goal again. What it says is nobody's business here."""
    goal = facts.goal
    if not (goal.why or "").strip():
        yield found("R01")
    elif _bare(goal.why) == _bare(goal.statement):
        yield found("R01", "repeats", why=goal.why)


def _bare(text: str | None) -> str:
    return "".join(letter for letter in (text or "").casefold() if letter.isalnum())


def metric_of_the_category(facts: Facts) -> Iterable[Finding]:
    """R02: the metric is one that the category tracks. R03: a sales goal counts sales, not applause."""
    category, metric = facts.goal.category, facts.metric
    if metric is None or category is None or not metric.categories or category in metric.categories:
        return
    if category == "sales" and metric.id in VANITY:
        yield found("R03", metric=facts.name())
    else:
        own = Term("category", metric.categories[0])
        yield found("R02", metric=facts.name(), category=Term("category", category), own=own)


def guarded(facts: Facts) -> Iterable[Finding]:
    """R04: a second number watches that the first is not bought at its expense."""
    metric = facts.metric
    if metric and metric.guard and not facts.only_words and not facts.goal.limits:
        yield found("R04", metric=facts.name(), guard=Term("metric", metric.guard))


def in_own_hands(facts: Facts) -> Iterable[Finding]:
    """R05: the owner, not the platform, decides whether it comes true."""
    words = facts.awarded
    if words is not None:
        yield found("R05", "vk" if facts.goal.platform == "vk" else "", words=words)


def allowed(facts: Facts) -> Iterable[Finding]:
    """R06, R07: no step breaks a platform's rule or a law of the market. R08, R09: what needs a look or care.

    Each caution is told once per plan, whichever steps call it.
    """
    if facts.only_words and facts.plan.market is None:
        return
    for risk in facts.risks:
        row = risk.caution
        code = RULE_OF.get(row.severity, {}).get(row.kind, CARE)
        if row.kind != "platform_decides":
            yield found(
                code,
                step=risk.steps[0] if len(risk.steps) == 1 else None,
                caution=row.id,
                text=row.message,
                replacement=row.replacement,
                words=risk.words,
            )


RULES: tuple[Rule, ...] = (reason_given, metric_of_the_category, guarded, in_own_hands, allowed)


def can_be_told(facts: Facts) -> bool:
    """Whether there is something to judge by: a reason, or steps."""
    return bool((facts.goal.why or "").strip() or facts.plan.steps)


def _own_category(facts: Facts, finding: Finding) -> Iterable[Cure]:
    own: Term = finding.values["own"]
    yield Cure("category", with_goal(facts.plan, category=own.id), {"own": own})


def _own_work(facts: Facts, _finding: Finding) -> Iterable[Cure]:
    day = facts.goal.deadline or max(facts.start, facts.today) + dt.timedelta(weeks=12)
    changes = {"metric": "posts", "kind": "rate", "value": OWN_POSTS, "unit": "count", "per": "week", "deadline": day}
    target = Quantity(OWN_POSTS, "count", "posts", "week")
    # the old sentence speaks of another goal
    plan = without_idle_time(with_goal(facts.plan, statement=None, **changes), facts)
    yield Cure("input", plan, {"target": target, "date": day})


def _replaced_steps(facts: Facts, finding: Finding) -> Iterable[Cure]:
    risk = next((each for each in facts.risks if each.caution.id == finding.values["caution"]), None)
    if risk is None or not risk.steps or risk.caution.tactic is None:
        return
    from smartgoal.catalog.tactics import tactic  # noqa: PLC0415 - only a step at risk needs another

    title = tactic(risk.caution.tactic).title[facts.language]
    steps = [replace(step, title=title) if index in risk.steps else step for index, step in enumerate(facts.plan.steps)]
    yield Cure("replace", replace(facts.plan, steps=tuple(steps)), {"title": title})


CURES: Proposers = {
    "R02": _own_category,
    "R05": _own_work,
    "R06": _replaced_steps,
    "R07": _replaced_steps,
    "R08": _replaced_steps,
}

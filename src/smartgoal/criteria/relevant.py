"""R: it serves the business, may be done that way, and is in the owner's hands."""

from collections.abc import Iterable

from smartgoal.criteria.edits import with_goal
from smartgoal.criteria.facts import Facts
from smartgoal.criteria.findings import Proposers, Rule, found
from smartgoal.model.finding import Cure, Finding
from smartgoal.model.quantity import Term

VANITY = frozenset({"followers", "likes", "views", "impressions", "reach", "shares"})


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
    """R02: the metric is one that the category tracks."""
    goal, metric = facts.goal, facts.metric
    if metric and metric.categories and goal.category and goal.category not in metric.categories:
        if goal.category == "sales" and metric.id in VANITY:
            return
        own = Term("category", metric.categories[0])
        yield found("R02", metric=facts.name(), category=Term("category", goal.category), own=own)


def more_than_vanity(facts: Facts) -> Iterable[Finding]:
    """R03: a sales goal counts sales, not applause."""
    if facts.goal.category == "sales" and facts.goal.metric in VANITY:
        yield found("R03", metric=facts.name())


def guarded(facts: Facts) -> Iterable[Finding]:
    """R04: a second number watches that the first is not bought at its expense."""
    metric = facts.metric
    if metric and metric.guard and not facts.only_words and not facts.goal.limits:
        yield found("R04", metric=facts.name(), guard=Term("metric", metric.guard))


def in_own_hands(facts: Facts) -> Iterable[Finding]:
    """R05: the owner, not the platform, decides whether it comes true."""
    remark = facts.remarks.get("platform_decides")
    if remark:
        yield found("R05", words=remark.values.get("words", ""))


RULES: tuple[Rule, ...] = (reason_given, metric_of_the_category, more_than_vanity, guarded, in_own_hands)


def _own_category(facts: Facts, finding: Finding) -> Iterable[Cure]:
    own: Term = finding.values["own"]
    yield Cure("category", with_goal(facts.plan, category=own.id), {"own": own})


CURES: Proposers = {"R02": _own_category}


def can_be_told(facts: Facts) -> bool:
    """Whether there is something to judge by: a reason, or steps."""
    return bool((facts.goal.why or "").strip() or facts.plan.steps)

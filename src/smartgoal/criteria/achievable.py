"""A: what the account did before, prices and the sum of the steps say that it can be reached."""

from collections.abc import Iterable

from smartgoal.criteria.edits import with_goal
from smartgoal.criteria.facts import Facts
from smartgoal.criteria.findings import Proposers, Rule, found
from smartgoal.model import arithmetic
from smartgoal.model.finding import Cure, Finding


def target_ahead(facts: Facts) -> Iterable[Finding]:
    """A02: on the day the plan is made, the target lies ahead of the start value. A kept level may be met."""
    goal = facts.sized
    if goal.hold or goal.baseline is None or goal.kind not in {"level", "rate", "gain", "percent", "factor"}:
        return
    if arithmetic.is_met(goal, goal.baseline):
        target = arithmetic.target_level(goal)
        assert target is not None
        variant = "met" if target == goal.baseline else "wrong_side"
        start, level = facts.amount(goal.baseline), facts.amount(target)
        yield found("A02", variant, metric=facts.name(), start=start, target=level)


RULES: tuple[Rule, ...] = (target_ahead,)


def _keep_it(facts: Facts, finding: Finding) -> Iterable[Cure]:
    goal = facts.sized
    plan = with_goal(facts.plan, hold=True, direction=goal.direction)
    yield Cure("hold", plan, {"target": finding.values["target"]})
    if finding.variant == "wrong_side" and goal.kind == "level":
        other = "decrease" if goal.direction == "increase" else "increase"
        yield Cure("turn", with_goal(facts.plan, direction=other), {"target": finding.values["target"]})


CURES: Proposers = {"A02": _keep_it}


def can_be_told(facts: Facts) -> bool:
    """Whether there are numbers to judge by; where not, the answer is "cannot tell"."""
    return facts.goal.hold and facts.sized.baseline is not None

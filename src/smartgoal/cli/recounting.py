"""Whether the numbers told so far mean the same for a goal that was changed."""

from smartgoal.criteria.evidence import currency
from smartgoal.errors import UsageError
from smartgoal.language import N_
from smartgoal.model.plan import Plan
from smartgoal.parsing.amounts import CURRENCIES
from smartgoal.planning.readings import check_ins, counted_up, tracked_goal
from smartgoal.planning.start import with_start

ANEW = N_("Begin a new plan: smartgoal new --from PLAN")


def refuse_another_counting(old: Plan, new: Plan) -> None:
    """Raise UsageError for a goal that would read the numbers told so far as other ones than they are."""
    told = bool(check_ins(old))
    if told and (way_of_counting(old) != way_of_counting(new) or another_page(old, new)):
        raise UsageError(
            "The check-ins of this plan count in another way: the new goal would misread them.", advice=ANEW
        )
    before, after = money(old), money(new)
    if before is None or after is None or before == after:
        return
    if told:
        raise UsageError("The check-ins of this plan are in {currency}, and nobody knows the rate of exchange.",
                         advice=ANEW, currency=before)  # fmt: skip
    if with_start(old).baseline == with_start(new).baseline is not None:
        raise UsageError("The start value is in {currency}, and nobody knows the rate of exchange.",
                         advice="Give it in the same currency: --baseline N", currency=before)  # fmt: skip


def way_of_counting(plan: Plan) -> tuple[str | None, str | None]:
    """What a check-in counts, and for which period; "total" for a sum since the start."""
    goal = tracked_goal(plan)
    return goal.metric, "total" if counted_up(goal) else goal.per


def another_page(old: Plan, new: Plan) -> bool:
    """Whether the number is that of another platform than the one it was told for."""
    return old.goal.platform is not None and new.goal.platform not in {None, old.goal.platform}


def money(plan: Plan) -> str | None:
    """The currency in which the goal counts, if it does."""
    unit = plan.goal.unit
    return unit if unit in CURRENCIES else currency(plan.economics) if unit in {None, "count", "percent"} else None

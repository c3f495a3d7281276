"""What became of the numbers of files that were put into a plan: kept, taken, noted."""

from collections.abc import Iterator, Sequence

from smartgoal.exporters.parts import file_name, metric_unit
from smartgoal.exporters.sentence import currency, level_unit
from smartgoal.importers.plans import Meeting, at_start, check_in, meetings
from smartgoal.language import N_, Language
from smartgoal.model.plan import Plan, Snapshot
from smartgoal.model.quantity import Quantity, Term
from smartgoal.planning.start import with_start

TOLD = {
    "start": N_("{metric:cap}: the goal still starts from {old} ({old_day}); {file} has {new} ({new_day})."),
    "kept": N_("{metric:cap}: {old} ({old_day}) stays; {file} has {new} ({new_day}), which is no newer."),
    "taken": N_("{metric:cap}: {new} ({new_day}) from {file} in place of {old} ({old_day})."),
}


def merged_lines(plan: Plan, new: Sequence[Snapshot], language: Language) -> Iterator[str]:
    """A sentence for each number that the plan and the files hold both; `plan` is the plan as it was."""
    for each in meetings(plan, new):
        if each.what in TOLD:
            yield language.text(TOLD[each.what], metric=Term("metric", each.metric), file=file_name(each.new.source),
                                old=_amount(each, each.old, plan), old_day=each.old.date,
                                new=_amount(each, each.new, plan), new_day=each.new.date)  # fmt: skip
    yield from _check_in_lines(plan, new, language)


def _check_in_lines(plan: Plan, new: Sequence[Snapshot], language: Language) -> Iterator[str]:
    goal, row, known = with_start(plan), check_in(plan, new), at_start(plan, new)
    if row is not None and row.value is not None:
        yield language.text("Noted as a check-in: {value} ({day}).", value=Quantity(row.value, _unit(plan)),
                            day=row.date)  # fmt: skip
    elif any(each.what == "start" and each.new.date > each.old.date for each in meetings(plan, new)):
        yield language.text("To note its days as check-ins: smartgoal log PLAN --import FILE")
    if known is not None and goal.baseline is not None and known[1] != goal.baseline:
        yield language.text(
            "By the history of the file it was {value} on {day}; the plan starts from {start}. If that is wrong: "
            "smartgoal edit PLAN --baseline {bare}",
            bare=f"{known[1].normalize():f}",
            value=Quantity(known[1], _unit(plan)), day=known[0], start=Quantity(goal.baseline, _unit(plan)),
        )  # fmt: skip


def _unit(plan: Plan) -> str:
    return level_unit(plan.goal, currency(plan))


def _amount(each: Meeting, snapshot: Snapshot, plan: Plan) -> Quantity:
    measure = snapshot.metrics[each.metric]
    return Quantity(measure.value, metric_unit(each.metric, plan), None, measure.per)

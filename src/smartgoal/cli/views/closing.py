"""The end of a goal in words."""

from collections.abc import Iterator

from smartgoal.cli.views.status import amount
from smartgoal.language import N_, Language
from smartgoal.model.arithmetic import target_level
from smartgoal.model.plan import Plan
from smartgoal.planning.measuring import with_start

SCALE = {
    2: N_("much more than expected"),
    1: N_("more than expected"),
    0: N_("as expected"),
    -1: N_("less than expected"),
    -2: N_("no better than at the start"),
}


def closing_lines(plan: Plan, language: Language, file: str) -> Iterator[str]:
    """The result, its step on the scale, and how to go on."""
    outcome, goal = plan.outcome, with_start(plan)
    assert outcome is not None
    target = target_level(goal)
    if outcome.value is not None and target is not None:
        yield language.text("Result: {value}, the target was {target}.",
                            value=amount(goal, outcome.value), target=amount(goal, target))  # fmt: skip
    if outcome.scale is not None:
        yield language.text("On the scale from -2 to +2: {scale} – {meaning}.",
                            scale=f"{outcome.scale:+d}" if outcome.scale else "0",
                            meaning=language.text(SCALE[outcome.scale]))  # fmt: skip
    if outcome.lesson:
        yield language.text("For next time: {lesson}", lesson=outcome.lesson)
    yield language.text("The next period: smartgoal new --from {file}", file=file)

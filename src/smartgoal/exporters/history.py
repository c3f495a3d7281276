"""What the account's own history says of the goal, with its limits, in a short paragraph."""

from typing import TYPE_CHECKING

from smartgoal.exporters.parts import Source
from smartgoal.forecast import SHOWN
from smartgoal.forecast.rounding import spread_of, told_chance, told_to
from smartgoal.language import N_, Language
from smartgoal.model.goal import Goal
from smartgoal.model.quantity import Quantity

if TYPE_CHECKING:
    from smartgoal.forecast import Estimate

CHANCES = (
    N_("From the account's own history the chance is {chance} or less."),
    N_("From the account's own history the chance is about {chance}."),
    N_("From the account's own history the chance is {chance} or more."),
)

SLOWING = N_("It went one way all the time: the chance counts on that to go on, but ever more slowly.")


def chance_template(chance: float, templates: tuple[str, str, str]) -> str:
    """The sentence for a chance: "or less", "about", "or more"; at its bounds an estimate is a limit, not a figure."""
    lowest, highest = SHOWN
    return templates[0 if chance <= lowest else 2 if chance >= highest else 1]


def chance_sentence(source: Source) -> str:
    """Past windows, chance and even bet; nothing where there is too little history to tell."""
    estimate, text = source.estimate, source.language.text
    if estimate is None or estimate.chance is None:
        return ""
    sentences = [text(chance_template(estimate.chance, CHANCES), chance=percent(estimate.chance))]
    windows = estimate.windows
    if windows is not None and windows.of:
        template = N_("It would have been enough in {reached} of the last {of} periods of this length.")
        sentences.append(text(template, reached=windows.reached, of=windows.of))
    if estimate.targets is not None:
        even = in_own_measure(estimate.targets.even, source.plan.goal, estimate, source.language)
        sentences.append(text("An even bet would be {even}.", even=even))
    sentences.append(text("This is what happens if things go on as before; new steps may change it."))
    return " ".join(sentences)


def percent(chance: float) -> Quantity:
    """A chance as a round percentage."""
    return Quantity(told_chance(chance), "percent")


def in_own_measure(
    value: float, goal: Goal, estimate: "Estimate | None", language: Language, *, apart: bool = False
) -> str:
    """A figure of a forecast in the goal's own measure, as fine as it means something.

    A change goes with its sign, which for falling goals is the other way round. `apart` keeps the figure from being
    rounded to the very target.
    """
    change = is_change(goal)
    number, mark = (signed(value, goal) if change else value), goal.value
    if mark is not None and change and goal.direction == "decrease":
        mark = -mark
    template = "{amount:signed}" if change else "{amount}"
    told = told_to(number, spread_of(estimate), mark, apart=apart)
    per = None if goal.kind in {"percent", "factor"} else goal.per
    return language.text(template, amount=Quantity(told, goal.unit or "count", None, per))


def is_change(goal: Goal) -> bool:
    """Whether the target is told as a change, with a sign."""
    return goal.kind in {"gain", "percent"}


def signed(value: float, goal: Goal) -> float:
    """A change as the metric makes it."""
    return -value if goal.direction == "decrease" else value

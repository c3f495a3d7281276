"""What the account's own history says of the goal, with its limits, in a short paragraph."""

from decimal import Decimal

from smartgoal.exporters.parts import Source
from smartgoal.exporters.sentence import level_unit
from smartgoal.forecast import SHOWN
from smartgoal.forecast.rounding import spread_of, told_to
from smartgoal.language import N_
from smartgoal.model.quantity import Quantity

CHANCES = (
    N_("From the account's own history the chance is {chance} or less."),
    N_("From the account's own history the chance is about {chance}."),
    N_("From the account's own history the chance is {chance} or more."),
)


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
        sentences.append(text("An even bet would be {even}.", even=rounded(estimate.targets.even, source)))
    sentences.append(text("This is what happens if things go on as before; new steps may change it."))
    return " ".join(sentences)


def percent(chance: float) -> Quantity:
    """A chance as a round percentage: history does not know it to the point."""
    return Quantity(Decimal(round(chance * 20) * 5 if 0.05 < chance < 0.95 else round(chance * 100)), "percent")


def rounded(value: float, source: Source) -> Quantity:
    """A figure of a forecast with two digits that mean something."""
    return Quantity(told_to(value, spread_of(source.estimate)), level_unit(source.plan.goal))

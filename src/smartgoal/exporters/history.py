"""What the account's own history says of the goal, with its limits, in a short paragraph."""

from decimal import Decimal

from smartgoal.exporters.parts import Source
from smartgoal.exporters.sentence import level_unit
from smartgoal.forecast import Estimate
from smartgoal.language import N_
from smartgoal.model.quantity import Quantity


def chance_sentence(source: Source) -> str:
    """Past windows, chance and even bet; nothing where there is too little history to tell."""
    estimate, text = source.estimate, source.language.text
    if estimate is None or estimate.chance is None:
        return ""
    sentences = [text("From the account's own history the chance is about {chance}.", chance=percent(estimate.chance))]
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


def spread_of(estimate: Estimate | None) -> float:
    """How wide the likely band is: a figure of a forecast means nothing finer than a part of it."""
    band = estimate.band80 if estimate else None
    return abs(band[1] - band[0]) if band else 0.0


def told_to(value: float, spread: float) -> Decimal:
    """`value` to two leading digits of `spread`: within a band of 66 that is 1901, within one of 2.8 it is 4.6."""
    if spread <= 0:
        return significant(value)
    place = Decimal(repr(spread)).adjusted() - 1
    whole = Decimal(repr(value)).quantize(Decimal(1).scaleb(place))
    return Decimal(int(whole)) if place >= 0 else whole


def significant(value: float, digits: int = 2) -> Decimal:
    """`value` with that many leading digits: 1837.2 is 1800, 12.34 is 12, 0.0456 is 0.046."""
    if value == 0:
        return Decimal(0)
    number = Decimal(repr(value))
    place = number.adjusted() - digits + 1
    whole = number.quantize(Decimal(1).scaleb(place))
    return Decimal(int(whole)) if place >= 0 else whole

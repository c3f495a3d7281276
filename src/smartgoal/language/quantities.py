"""A number with what it counts: 250 подписчиков, 10 минут, 350 ₽, 20 %, 17,9 подписчика в день."""

from smartgoal.catalog import metric, word
from smartgoal.catalog.rows import Forms
from smartgoal.language.names import named
from smartgoal.language.nouns import noun_form
from smartgoal.language.numbers import money_text, number_text, percent_text
from smartgoal.model.quantity import Quantity


def quantity_text(quantity: Quantity, locale: str, case: str = "nom", *, signed: bool = False) -> str:
    """The quantity in words; without a metric a count is the bare number, and so is a ratio."""
    text = _amount(quantity, locale, case, signed=signed)
    return f"{text} {named('period', quantity.per, locale, 'each')}" if quantity.per else text


def _amount(quantity: Quantity, locale: str, case: str, *, signed: bool) -> str:
    if quantity.unit == "percent":
        return percent_text(quantity.value, locale, signed=signed)
    if is_currency(quantity.unit):
        return money_text(quantity.value, quantity.unit, locale, signed=signed)
    number = number_text(quantity.value, locale, signed=signed)
    forms = _forms(quantity, locale)
    return f"{number} {noun_form(quantity.value, forms, locale, case)}" if forms else number


def is_currency(unit: str) -> bool:
    """Whether a unit is an ISO currency code."""
    return len(unit) == 3 and unit.isascii() and unit.isupper()


def _forms(quantity: Quantity, locale: str) -> Forms | None:
    """The metric's noun for a count, the unit's for the rest; an id that nobody knows has none."""
    try:
        if quantity.unit == "count":
            return metric(quantity.metric).nouns.get(locale) if quantity.metric else None
        return word("unit", quantity.unit).nouns.get(locale)
    except KeyError:
        return None

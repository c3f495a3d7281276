"""One language: sentences, numbers with their nouns, dates, money and the catalogue's names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from smartgoal.catalog import words
from smartgoal.catalog.rows import Forms
from smartgoal.errors import UsageError
from smartgoal.language import filling
from smartgoal.language.dates import DateStyle, date_text
from smartgoal.language.messages import N_, available, translated
from smartgoal.language.names import named
from smartgoal.language.nouns import noun_form
from smartgoal.language.numbers import Number, money_text, number_text, percent_text
from smartgoal.language.printable import printable
from smartgoal.language.quantities import quantity_text
from smartgoal.model.quantity import Period, Quantity, Term

CASES = ("gen", "acc", "in", "short", "each", "every", "over", "noun")
STYLES: tuple[DateStyle, ...] = ("short", "weekday", "day", "long")


@dataclass(frozen=True, slots=True)
class Language:
    """Speaks one language; `code` is "ru" or "en". Values of messages are rendered by their type."""

    code: str

    def text(self, message: str, /, **values: Any) -> str:
        """The message (an English message id) in this language, its placeholders filled."""
        return self.fill(self.translated(message), values)

    def translated(self, message: str) -> str:
        """The message in this language with its placeholders left open."""
        return translated(message, self.code)

    def fill(self, template: str, values: Mapping[str, Any]) -> str:
        """A sentence of this language (a row of the catalogue) with its placeholders filled."""
        return filling.fill(template, values, self._rendered)

    def number(self, value: Number, places: int | None = None) -> str:
        """A number with grouping, at most `places` decimals (by itself: as typed, long fractions rounded)."""
        return number_text(value, self.code, places)

    def percent(self, value: Number) -> str:
        """20 as "20 %" or "20%"."""
        return percent_text(value, self.code)

    def money(self, amount: Number, currency: str) -> str:
        """An amount of any ISO currency."""
        return money_text(amount, currency, self.code)

    def date(self, day: date, style: DateStyle = "long", case: str = "nom") -> str:
        """A date; style "weekday" has the genitive for «до воскресенья 6 декабря 2026»."""
        return date_text(day, self.code, style, case)

    def counted(self, value: Number, forms: Forms, case: str = "nom") -> str:
        """A number with its noun in the right form: 2 подписчика, 17,9 подписчика, gen: (до) 2 подписчиков."""
        return f"{self.number(value)} {noun_form(value, forms, self.code, case)}"

    def days(self, value: Number, case: str = "nom") -> str:
        """A span of days: «14 дней»."""
        return self.quantity(value, "day", case=case)

    def quantity(
        self, value: Number, unit: str | None, metric: str | None = None, per: Period | None = None, case: str = "nom"
    ) -> str:
        """A number with what it counts: 250 followers, 10 minutes, 350 RUB, 17.9 followers a day."""
        return quantity_text(Quantity(_decimal(value), unit or "count", metric, per), self.code, case)

    def name(self, kind: str, identifier: str, case: str = "nom") -> str:
        """The catalogue's name of a metric, platform, category, unit ...; an unknown id is given back as it is."""
        return named(kind, identifier, self.code, case)

    def joined(self, items: Iterable[Any]) -> str:
        """«а, б и в», "a, b and c"."""
        *head, last = [self._rendered(item, frozenset()) for item in items] or [""]
        return f"{', '.join(head)} {self.name('list', 'and')} {last}" if head else last

    def _rendered(self, value: Any, wishes: frozenset[str]) -> str:
        """A value of a message as text, by its type and what the placeholder asks for."""
        case = next((each for each in CASES if each in wishes), "nom")
        signed = "signed" in wishes
        match value:
            case Quantity():
                text = quantity_text(value, self.code, case, signed=signed)
            case Term():
                text = self.name(value.kind, value.id, case)
            case date():
                text = self.date(value, next((each for each in STYLES if each in wishes), "long"), case)
            case Decimal() | int() | float() if not isinstance(value, bool):
                unit = next((each for each in wishes if each in words("unit")), "count")
                text = quantity_text(Quantity(_decimal(value), unit), self.code, case, signed=signed)
            case tuple() | list():
                text = self.joined(value)
            case Mapping():  # a text of the catalogue, in each language
                text = str(value.get(self.code, ""))
            case _:
                text = "" if value is None else str(value)
        return printable(text)


@cache
def load(code: str) -> Language:
    """The language of that code. UsageError for one there is not."""
    if code not in available():
        raise UsageError(
            N_("There is no language “{code}” here"),
            advice=N_("Choose one of these: {languages}"),
            code=code,
            languages=", ".join(available()),
        )
    return Language(code)


def _decimal(value: Number) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(str(value))

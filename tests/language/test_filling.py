"""Values in sentences, rendered by their type."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from smartgoal.catalog.rows import rows_of
from smartgoal.errors import UsageError
from smartgoal.language import load
from smartgoal.language.filling import MissingValueWarning
from smartgoal.model.quantity import Quantity, Term

RU, EN = load("ru"), load("en")
SUNDAY = date(2026, 12, 6)


@pytest.mark.parametrize(
    ("template", "value", "text"),
    [
        ("{x}", SUNDAY, "6 декабря 2026"),
        ("{x:short}", SUNDAY, "6 дек."),
        ("{x:weekday}", SUNDAY, "воскресенье 6 декабря 2026"),
        ("до {x:weekday gen}", SUNDAY, "до воскресенья 6 декабря 2026"),
        ("{x}", Decimal("1840.5"), "1\u00a0840,5"),
        ("{x:signed}", 250, "+250"),
        ("в {x:time}", Decimal("1.5"), "в 1,5 раза"),
        ("больше {x:character gen}", 2001, "больше 2\u00a0001 знака"),
        ("{x:signed}", -15, "−15"),
        ("{x}", Quantity(Decimal(250), "count", "followers"), "250 подписчиков"),
        ("{x:signed}", Quantity(Decimal(250), "count", "followers"), "+250 подписчиков"),
        ("до {x:gen}", Quantity(Decimal(2), "count", "followers"), "до 2 подписчиков"),
        ("{x:signed}", Quantity(Decimal(20), "percent"), "+20\u00a0%"),
        ("{x}", Term("metric", "response_time"), "время ответа"),
        ("нет {x:gen}", Term("metric", "response_time"), "нет времени ответа"),
        ("{x:cap}", Term("metric", "response_time"), "Время ответа"),
        ("{x:in}", Term("platform", "telegram"), "в Telegram"),
        ("{x:short}", Term("platform", "telegram"), "TG"),
        ("{x:every}", Term("period", "week"), "каждую неделю"),
        ("{x}", Term("metric", "other:podcast_plays"), "podcast plays"),
        ("{x}", Term("metric", "from_a_newer_version"), "from_a_newer_version"),
        ("{x}", (Term("criterion", "specific"), "Ы"), "Конкретная и Ы"),
        ("{x}", "Кофейня {y} {x:gen} %s", "Кофейня {y} {x:gen} %s"),
        ("{x}", None, ""),
    ],
)
def test_a_value_is_rendered_by_its_type(template: str, value: Any, text: str) -> None:
    assert RU.fill(template, {"x": value}) == text


def test_english_dates_have_the_same_order() -> None:
    assert EN.fill("{x}, {x:short}, {x:weekday gen}", {"x": SUNDAY}) == (
        "6 December 2026, 6 Dec, Sunday 6 December 2026"
    )


def test_braces_that_are_no_placeholder_stay() -> None:
    assert RU.fill("{} { x } {x}", {"x": "a"}) == "{} { x } a"


def test_a_missing_value_is_our_mistake_and_shows_in_tests() -> None:
    with pytest.warns(MissingValueWarning):
        assert RU.fill("до {deadline}", {}) == "до {deadline}"


def test_a_message_is_translated_and_filled() -> None:
    assert RU.text("There is no language “{code}” here", code="fr") == "Языка «fr» здесь нет"
    assert EN.text("There is no language “{code}” here", code="fr") == "There is no language “fr” here"


def test_a_message_without_text_stays_empty() -> None:
    assert RU.text("") == ""


def test_a_language_that_is_not_there_is_a_usage_error() -> None:
    with pytest.raises(UsageError) as caught:
        load("fr")
    assert caught.value.values["languages"] == "en, ru"


def test_a_tactic_is_named_by_its_title() -> None:
    title = next(iter(rows_of("tactics").values()))["title"]["ru"]
    assert RU.name("tactic", next(iter(rows_of("tactics")))) == title


EVIL = "a\x1b[31m\u202eb\nc"


@pytest.mark.parametrize("value", [EVIL, Term("metric", EVIL), Quantity(Decimal(2), EVIL, per=EVIL), (EVIL, EVIL)])  # type: ignore[arg-type]
def test_no_value_brings_signs_that_steer_the_terminal(value: Any) -> None:
    assert not {"\x1b", "\u202e", "\n"} & set(RU.fill("{x}", {"x": value}))

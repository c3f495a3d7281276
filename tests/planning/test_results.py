"""A step's result as people type it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoal.planning.results import Result, parse_result


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("+60", "contribution", "60", None),
        ("+60 подписчиков", "contribution", "60", None),
        ("+ 1,500 followers", "contribution", "1500", None),
        ("−15", "contribution", "-15", None),
        ("–15", "contribution", "-15", None),
        ("-15", "contribution", "-15", None),
        ("+20 %", "contribution", "20", "percent"),
        ("+2,5 тыс. руб.", "contribution", "2500", "RUB"),
        ("+60 from 2 posts", "contribution", "60", None),
        ("=30m", "level", "30", "minute"),
        ("=10 минут", "level", "10", "minute"),
        ("= 2 часа", "level", "2", "hour"),
        ("=4.5%", "level", "4.5", "percent"),
        ("=-5", "level", "-5", None),
    ],
)
def test_contributions_and_levels_are_read(text: str, kind: str, value: str, unit: str | None) -> None:
    result = parse_result(text)
    assert (result.kind, result.value, result.unit) == (kind, Decimal(value), unit)


@pytest.mark.parametrize(
    "text", ["UTM на всех ссылках", "3 posts a week", "10 шаблонов", "+", "=", "", "  ", None, "=да"]
)
def test_anything_else_is_a_deliverable_that_counts_nothing(text: str | None) -> None:
    result = parse_result(text)
    assert (result.kind, result.value, result.text) == ("deliverable", None, (text or "").strip())


@given(
    kind=st.sampled_from(["contribution", "level"]),
    value=st.decimals(-(10**9), 10**9, places=3, allow_nan=False, allow_infinity=False),
    unit=st.sampled_from([None, "minute", "hour", "day", "percent", "RUB"]),
)
def test_what_is_written_is_read_back(kind: str, value: Decimal, unit: str | None) -> None:
    written = Result(kind, value, unit)  # type: ignore[arg-type]
    read = parse_result(str(written))
    assert (read.kind, read.value, read.unit) == (kind, value, unit)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(text: str) -> None:
    parse_result(text)

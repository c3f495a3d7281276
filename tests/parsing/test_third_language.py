"""A language is data: a small Spanish lexicon in a file is enough to read Spanish goals."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from smartgoal.model.goal import Goal
from smartgoal.parsing.lexicon import Lexicon, read_lexicon
from smartgoal.parsing.reading import read_with

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def spanish() -> Lexicon:
    return read_lexicon(Path(__file__).parent / "lexicons" / "es.toml")


def goal(lexicon: Lexicon, text: str) -> Goal:
    return read_with(lexicon, text, TODAY).goal


def test_new_followers_by_a_date(spanish: Lexicon) -> None:
    got = goal(spanish, "Conseguir 250 nuevos seguidores en Instagram para finales de abril")
    assert (got.category, got.platform, got.metric) == ("awareness", "instagram", "followers")
    assert (got.kind, got.value, got.deadline) == ("gain", Decimal(250), date(2027, 4, 30))


def test_from_to_within_a_length_of_time(spanish: Lexicon) -> None:
    got = goal(spanish, "Aumentar los suscriptores de YouTube de 1.200 a 2.000 en dos meses")
    assert (got.metric, got.kind, got.value, got.baseline) == ("followers", "level", Decimal(2000), Decimal(1200))
    assert got.deadline == date(2027, 1, 22)


def test_a_falling_goal(spanish: Lexicon) -> None:
    got = goal(spanish, "Reducir el tiempo de respuesta a 10 minutos para diciembre")
    assert (got.metric, got.direction, got.unit) == ("response_time", "decrease", "minute")
    assert (got.value, got.deadline) == (Decimal(10), date(2026, 12, 31))


def test_a_rate_and_number_words(spanish: Lexicon) -> None:
    got = goal(spanish, "cinco ventas por semana")
    assert (got.metric, got.kind, got.value, got.per) == ("sales", "rate", Decimal(5), "week")
    assert got.deadline is None


def test_a_vague_wish(spanish: Lexicon) -> None:
    reading = read_with(spanish, "más visibilidad", TODAY)
    assert reading.goal.category == "awareness"
    assert [remark.code for remark in reading.remarks] == ["vague"]

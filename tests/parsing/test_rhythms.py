"""How often: periods of more than one unit, of days of work, of a day of the week."""

from datetime import date
from decimal import Decimal

import pytest

from smartgoal.parsing import parse_period, parse_target, read

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "value", "per", "deadline"),
    [
        ("30 leads on VK every two weeks until 1 March", "15", "week", "2027-03-01"),
        ("30 заявок каждые две недели до 1 марта", "15", "week", "2027-03-01"),
        ("20 leads every other week until May", "10", "week", "2027-04-30"),
        ("20 заявок раз в две недели до мая", "10", "week", "2027-04-30"),
        ("30 leads every Monday until March", "30", "week", "2027-02-28"),
        ("5 заявок каждую пятницу до марта", "5", "week", "2027-02-28"),
        ("5 leads per working day until March", "25", "week", "2027-02-28"),
        ("5 заявок в рабочий день до марта", "25", "week", "2027-02-28"),
        ("4 лида по будням до мая", "20", "week", "2027-04-30"),
        ("30 заявок через день до 1 марта", "15", "day", "2027-03-01"),
        ("30 leads every other day until March", "15", "day", "2027-02-28"),
        ("300 leads every 3 months until 2028", "100", "month", "2027-12-31"),
    ],
)
def test_a_longer_period_is_told_in_its_unit(text: str, value: str, per: str, deadline: str) -> None:
    goal = read(text, today=TODAY).goal
    assert [goal.kind, goal.value, goal.per] == ["rate", Decimal(value), per]
    assert goal.deadline == date.fromisoformat(deadline)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("10 leads every three weeks until 1 March", "every three weeks"),
        ("10 заявок каждые три недели до 1 марта", "каждые три недели"),
        ("30 leads biweekly until March", "biweekly"),
    ],
)
def test_a_rhythm_that_no_period_holds_is_told_and_makes_no_total(text: str, words: str) -> None:
    reading = read(text, today=TODAY)
    assert reading.goal.kind is None
    assert [remark.values["words"] for remark in reading.remarks if remark.code == "not_understood"] == [words]


def test_a_day_from_now_is_an_end_where_no_other_is_told() -> None:
    assert read("30 заявок через день", today=TODAY).goal.deadline == date(2026, 11, 24)


def test_days_of_work_tell_when_a_level_holds() -> None:
    goal = read("отвечать не дольше 10 минут по будням", today=TODAY).goal
    assert [goal.kind, goal.value, goal.per] == ["level", 10, None]


def test_both_ends_of_a_change_are_told_in_the_unit() -> None:
    goal = read("grow sales from 10 to 20 per working day by May", today=TODAY).goal
    assert [goal.baseline, goal.value, goal.per] == [50, 100, "week"]


def test_an_answer_is_told_in_its_unit_too() -> None:
    target = parse_target("30 every two weeks", language="en")
    assert target is not None
    assert [target.value, target.per] == [15, "week"]
    assert parse_target("10 every three weeks", language="en") is None
    assert parse_period("every two weeks", language="en") is None

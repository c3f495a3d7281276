"""Starts, ends, events and comparisons: what a goal's time is, and what only looks like it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoal.parsing import parse_deadline, parse_past_day, read

TODAY = date(2026, 11, 22)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("text", "start", "deadline"),
    [
        ("gain 500 followers from January to March", "2027-01-01", "2027-03-31"),
        ("gain 500 followers from January 5 - March 7", "2027-01-05", "2027-03-07"),
        ("gain 500 followers from January", "2027-01-01", None),
        ("from mid-March to 10 May get 100 leads", "2027-03-16", "2027-05-10"),
        ("get 100 leads from 5 December until 20 December", "2026-12-05", "2026-12-20"),
        ("get 100 leads from the 1st to the 14th of December", "2026-12-01", "2026-12-14"),
        ("собрать 40 заказов с 3 по 20 декабря", "2026-12-03", "2026-12-20"),
        ("набрать 500 подписчиков с января до марта", "2027-01-01", "2027-03-31"),
        ("increase sales by 20% compared to November", None, None),
        ("increase sales by 20% compared to last November by March 5", None, "2027-03-05"),
        ("write 3 tweets before our launch tweet", None, None),
        ("40 leads by 04/05/2027", None, "2027-04-05"),
        ("40 leads by the second week of December", None, "2026-12-14"),
        ("40 заявок ко второй неделе декабря", None, "2026-12-14"),
        ("40 leads by the last Friday of December", None, "2026-12-25"),
        ("40 заявок до последней пятницы декабря", None, "2026-12-25"),
        ("40 leads two weeks before Christmas", None, "2026-12-11"),
        ("40 leads in the two weeks before Christmas", None, "2026-12-25"),
        ("40 leads within six to eight weeks", None, "2027-01-17"),
        ("40 заявок между 1 и 24 декабря", "2026-12-01", "2026-12-24"),
        ("40 leads by New Year 2028", None, "2027-12-31"),
        ("40 заявок до нового 2028 года", None, "2027-12-31"),
        ("40 заявок до конца след. недели", None, "2026-11-29"),
        ("40 leads by the 5th of next month", None, "2026-12-05"),
        ("40 leads by the first Monday of next month", None, "2026-12-07"),
        ("40 leads by the last Friday of the month", None, "2026-11-27"),
        ("40 заявок до последней пятницы этого месяца", None, "2026-11-27"),
        ("40 заявок до пятой пятницы февраля", None, None),
        ("40 leads by June 31", None, None),
        ("40 leads by 2027-02-29", None, None),
        ("40 leads by 29 February 2028", None, "2028-02-29"),
        ("40 заявок до 29 февраля", None, None),
        ("40 заявок к пятому понедельнику июня", None, None),
        ("40 заявок к пятому понедельнику марта", None, "2027-03-29"),
        ("40 заявок через неделю после Нового года", None, "2027-01-08"),
        ("40 заявок в течение двух недель после Нового года", None, "2027-01-15"),
        ("за неделю до 8 Марта собрать 40 заявок", None, "2027-03-01"),
        ("40 заявок за две недели до Нового года", None, "2026-12-18"),
        ("40 заявок за 3 месяца с 1 января", None, "2027-04-01"),
        ("40 заявок через неделю после запуска", None, None),
        ("40 leads two weeks after Easter", None, "2027-04-11"),
        ("40 leads a month before Black Friday", None, "2027-10-26"),
        ("40 leads a week after New Year's Day", None, "2027-01-08"),
        ("40 leads by New Year's Eve 2027", None, "2027-12-31"),
        ("40 leads by the day after Thanksgiving", None, "2026-11-27"),
        ("40 leads a week from Facebook ads", None, None),
        ("40 leads a week until Christmas", None, "2026-12-25"),
        ("gain 40 leads starting two weeks after Easter", "2027-04-11", None),
        ("40 leads the week after Thanksgiving", None, "2026-12-03"),
        ("40 leads within 10 days of launch", None, None),
        ("40 leads by the first Friday in March", None, "2027-03-05"),
        ("40 заявок к первой пятнице в марте", None, "2027-03-05"),
        ("40 leads between Jan 10 and 20", "2027-01-10", "2027-01-20"),
        ("40 leads from Jan 10 to the 20th", "2027-01-10", "2027-01-20"),
        ("40 заявок к концу полугодия", None, "2026-12-31"),
        ("на 40 заявок больше, чем в октябре", None, None),
        ("40 leads 3 months from now", None, "2027-02-22"),
        ("40 leads a month from now", None, "2026-12-22"),
        ("40 leads in 2 weeks from Facebook ads", None, "2026-12-06"),
        ("40 заявок за 3 месяца с января", None, "2027-03-31"),
        ("через неделю после поста 40 заявок", None, None),
        ("40 leads 2 months before March 31", None, "2027-01-31"),
        ("40 leads 3000 years before Christmas", None, "2026-12-25"),
        ("40 leads between 1 and 99999999999999999999 December", None, None),
        ("40 leads before the new 2028 year", None, "2027-12-31"),
        ("1-14 декабря собрать 40 заявок", "2026-12-01", "2026-12-14"),
        ("40 leads between December 1 and January 15", "2026-12-01", "2027-01-15"),
        ("40 заявок до 04/05/2027", None, "2027-05-04"),
        ("40 leads by 15 March 2028", None, "2028-03-15"),
    ],
)
def test_a_goal_begins_and_ends_when_it_is_said(text: str, start: str | None, deadline: str | None) -> None:
    goal = read(text, today=TODAY).goal
    assert (goal.start, goal.deadline) == (day(start), day(deadline))


def test_a_length_of_time_after_a_holiday_counts_from_the_one_just_past() -> None:
    goal = read("40 заявок через неделю после Нового года", today=date(2027, 1, 3)).goal
    assert goal.deadline == date(2027, 1, 8)


@pytest.mark.parametrize("text", ["31 June", "February 30", "30 февраля", "32 мая", "the fifth Monday of June"])
def test_a_day_that_no_calendar_has_is_no_answer(text: str) -> None:
    assert parse_deadline(text, today=TODAY) is None


@pytest.mark.parametrize(
    ("text", "words"), [("100 leads by our launch", "our launch"), ("100 заявок до свадьбы", "свадьбы")]
)
def test_an_event_ends_a_goal_without_a_day(text: str, words: str) -> None:
    (remark,) = [each for each in read(text, today=TODAY).remarks if each.code == "event_deadline"]
    assert remark.values == {"words": words}
    assert remark.span is not None
    assert text[slice(*remark.span)].endswith(words)


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Friday", "2026-11-27"),
        ("декабрь", "2026-12-31"),
        ("2 weeks", "2026-12-06"),
        ("месяц", "2026-12-22"),
        ("3 working days", "2026-11-25"),
        ("за 5 рабочих дней", "2026-11-27"),
        ("in 6 business days", "2026-11-30"),
        ("15th", "2026-12-15"),
        ("early March", "2027-03-01"),
    ],
)
def test_an_answer_that_is_a_time_alone_is_a_day(text: str, deadline: str) -> None:
    found = parse_deadline(text, today=TODAY)
    assert found is not None
    assert found.day == day(deadline)


def test_working_days_count_from_any_day_of_the_week() -> None:
    asked = {today: parse_deadline("in 4 working days", today=date(2026, 11, today)) for today in range(23, 30)}
    assert {today: found.day.isoformat()[5:] for today, found in asked.items() if found} == {
        23: "11-27", 24: "11-30", 25: "12-01", 26: "12-02", 27: "12-03", 28: "12-03", 29: "12-03",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3-5 тыс. подписчиков", 3000, 5000),
        ("900-1000 тысяч просмотров", 900_000, 1_000_000),
        ("900 - 1,2 тыс. подписчиков", 900, 1200),
        ("gain 1-2 million views", 1_000_000, 2_000_000),
        ("gain 50-60k followers", 50_000, 60_000),
    ],
)
def test_both_ends_of_a_range_have_the_scale_of_the_upper_one(text: str, low: int, high: int) -> None:
    reading = read(text, today=TODAY)
    (remark,) = [each for each in reading.remarks if each.code == "range"]
    assert reading.goal.value == low
    assert remark.values == {"low": Decimal(low), "high": Decimal(high)}


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("250 leads by Thanksgiving", "2026-11-26"),
        ("250 leads by Small Business Saturday", "2026-11-28"),
        ("250 leads by Cyber Monday", "2026-11-30"),
        ("250 leads by the Super Bowl", "2027-02-14"),
        ("250 leads by Mother's Day", "2027-05-09"),
        ("250 leads by Memorial Day", "2027-05-31"),
        ("250 leads by Father's Day", "2027-06-20"),
        ("250 leads by Labor Day", "2027-09-06"),
        ("250 leads by Easter", "2027-03-28"),
        ("250 заявок к Пасхе", "2027-05-02"),
        ("250 заявок ко дню матери", "2026-11-29"),
        ("250 заявок к 8 марта", "2027-03-08"),
    ],
)
def test_a_holiday_is_its_next_day_of_the_calendar(text: str, deadline: str) -> None:
    assert read(text, today=TODAY).goal.deadline == day(deadline)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two hundred and ten leads", 210),
        ("two hundred and leads", 200),
        ("one thousand and fifty followers", 1050),
        ("двести десять заявок", 210),
        ("тысяча двести подписчиков", 1200),
        ("a quarter of a million views", 250_000),
        ("отвечать за 15ти минут", 15),
        ("4-7 новых клиентов", 4),
    ],
)
def test_numbers_in_words_end_where_they_stop_growing(text: str, value: int) -> None:
    assert read(text, today=TODAY).goal.value == value


@pytest.mark.parametrize("text", ["learn English to B2", "pass C1", "выучить английский до B2"])
def test_a_number_in_a_name_is_no_amount(text: str) -> None:
    assert read(text, today=TODAY).goal.value is None


ENGLISH = (
    "by the of in a before between and from to next last this within week month day year Monday Friday March December"
    " first fifth second 1 2 14 31 99999999999999999999 0 3000 999999 1st 31st 2027 0001 9999 Christmas end mid Q1 - /"
)
RUSSIAN = (
    "до к с по за между и через следующий последняя этого неделя месяц дней лет понедельник пятницы марта декабря"
    " первый пятая второй 1 2 14 31 99999999999999999999 0 3000 999999 1-го 31-е 2027 0001 9999 пасхи конца нового - /"
)


@given(st.lists(st.sampled_from(ENGLISH.split()), max_size=9), st.lists(st.sampled_from(RUSSIAN.split()), max_size=9))
def test_any_words_of_the_calendar_are_a_time_or_none(english: list[str], russian: list[str]) -> None:
    for text in (f"100 leads {' '.join(english)}", f"100 заявок {' '.join(russian)}"):
        deadline = read(text, today=TODAY).goal.deadline
        assert deadline is None or date.min <= deadline <= date.max
        past = parse_past_day(text[10:], today=TODAY)
        assert past is None or date.min <= past <= date.max


def test_a_day_before_all_calendars_is_none() -> None:
    assert parse_past_day("3000 лет", today=TODAY) is None

"""Times of a goal: dates, lengths of time, calendar words, and what is none of them."""

from datetime import date

import pytest

from smartgoal.parsing import parse_deadline, read

TODAY = date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("за две недели", "2026-12-06"),
        ("за полгода", "2027-05-22"),
        ("за год и 3 месяца", "2028-02-22"),
        ("к середине года", "2027-06-30"),
        ("за ноябрь-декабрь", "2026-12-31"),
        ("за декабрь–февраль", "2027-02-28"),
        ("за январь и февраль", "2027-02-28"),
        ("через полтора месяца", "2027-01-06"),
        ("за 10 рабочих дней", "2026-12-04"),
        ("к концу апреля", "2027-04-30"),
        ("до 31.12", "2026-12-31"),
        ("до 31.12.2026 г.", "2026-12-31"),
        ("к 1 сентября 2027", "2027-09-01"),
        ("к августу", "2027-08-31"),
        ("до декабря", "2026-11-30"),
        ("к пятнице", "2026-11-27"),
        ("до Нового года", "2026-12-31"),
        ("до 8 марта", "2027-03-08"),
        ("к Пасхе", "2027-05-02"),
        ("в первом квартале", "2027-03-31"),
        ("до конца I квартала 2027", "2027-03-31"),
        ("до конца 2 квартала", "2027-06-30"),
        ("за III квартал", "2027-09-30"),
        ("к Q4", "2026-12-31"),
        ("во втором полугодии 2027", "2027-12-31"),
        ("в 2027 году", "2027-12-31"),
        ("в этом месяце", "2026-11-30"),
        ("в следующем году", "2027-12-31"),
        ("до конца следующей недели", "2026-11-29"),
        ("до 20 числа", "2026-12-20"),
        ("к середине мая", "2027-05-16"),
        ("этой весной", "2027-05-31"),
        ("завтра", "2026-11-23"),
    ],
)
def test_russian_times(words: str, day: str) -> None:
    reading = read(f"набрать 500 подписчиков {words}", today=TODAY)

    assert reading.goal.deadline == date.fromisoformat(day)
    start, end = reading.spans["deadline"]
    assert reading.text[start:end] in words


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("within six weeks", "2027-01-03"),
        ("in the next 30D", "2026-12-22"),
        ("in half a year", "2027-05-22"),
        ("in a month and a half", "2027-01-06"),
        ("nxt 3 mths", "2027-02-22"),
        ("by mid-year", "2027-06-30"),
        ("by mid-2027", "2027-06-30"),
        ("by mid-January", "2027-01-16"),
        ("Jan–Feb", "2027-02-28"),
        ("from January to March", "2027-03-31"),
        ("on Giving Tuesday", "2026-12-01"),
        ("over the next 12 months", "2027-11-22"),
        ("by the end of April", "2027-04-30"),
        ("by March", "2027-03-31"),
        ("before March", "2027-02-28"),
        ("by March 1st", "2027-03-01"),
        ("by the 15th of December", "2026-12-15"),
        ("by the 15th", "2026-12-15"),
        ("by Dec 31, 2027", "2027-12-31"),
        ("by 12/31", "2026-12-31"),
        ("by 2027-02-01", "2027-02-01"),
        ("by next Friday", "2026-11-27"),
        ("by EOY", "2026-12-31"),
        ("by the end of next quarter", "2027-03-31"),
        ("by the end of the fiscal year", "2026-12-31"),
        ("in Q1 2027", "2027-03-31"),
        ("in the first half of 2027", "2027-06-30"),
        ("through February", "2027-02-28"),
        ("between January and the end of March", "2027-03-31"),
        ("before Black Friday", "2026-11-27"),
        ("by Labor Day", "2027-09-06"),
        ("by Easter", "2027-03-28"),
        ("this spring", "2027-05-31"),
        ("by this time next year", "2027-11-22"),
        ("next quarter", "2027-03-31"),
        ("in the next quarter", "2027-02-22"),
    ],
)
def test_english_times(words: str, day: str) -> None:
    reading = read(f"reach 500 followers {words}", today=TODAY)

    assert reading.goal.deadline == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "скорее набрать 500 подписчиков",
        "нужно больше заявок ASAP",
        "5 заявок в неделю",
        "пост каждые два дня",
        "500 подписчиков до запуска курса",
        "отвечать в течение 15 минут",
        "женщины 25–45 лет, 500 подписчиков",
        "get more leads soon",
        "10 sales a week",
        "10k subs before my 30th birthday",
        "100 retweets on our launch tweet",
        "20 leads before the village fete",
        "40 продаж за время распродажи",
        "40 sales during the sale",
        "reply within 24 hours",
        "24/7 support",
        "be in the top 10",
        "grow from 1500 to 2000 followers",
    ],
)
def test_no_date(text: str) -> None:
    assert read(text, today=TODAY).goal.deadline is None


def test_a_period_named_as_a_whole_sets_start_and_end() -> None:
    goal = read("2500 сообщений в чате за декабрь", today=TODAY).goal
    assert (goal.start, goal.deadline) == (date(2026, 12, 1), date(2026, 12, 31))


def test_from_one_date_to_another() -> None:
    goal = read("gain 900 followers from December 1 to January 31", today=TODAY).goal
    assert (goal.start, goal.deadline) == (date(2026, 12, 1), date(2027, 1, 31))


def test_the_date_may_stand_first() -> None:
    goal = read("К 1 марта 2027 года набрать 500 подписчиков", today=TODAY).goal
    assert goal.deadline == date(2027, 3, 1)


def test_a_past_date_is_read_and_told() -> None:
    reading = read("reach 5K followers by the end of 2017", today=TODAY)
    assert reading.goal.deadline == date(2017, 12, 31)
    assert "past_date" in {remark.code for remark in reading.remarks}


def test_what_it_is_compared_with_is_no_deadline() -> None:
    goal = read("увеличить продажи в декабре на 35% по сравнению с ноябрём", today=TODAY).goal
    assert goal.deadline == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("answer", "day"),
    [
        ("2026-12-06", "2026-12-06"),
        ("2w", "2026-12-06"),
        ("3m", "2027-02-22"),
        ("10d", "2026-12-02"),
        ("15.01", "2027-01-15"),
        ("пятница", "2026-11-27"),
        ("декабрь", "2026-12-31"),
        ("месяц", "2026-12-22"),
        ("к концу апреля", "2027-04-30"),
        ("Q2", "2027-06-30"),
        ("on the 5th", "2026-12-05"),
    ],
)
def test_an_answer_names_a_day(answer: str, day: str) -> None:
    deadline = parse_deadline(answer, today=TODAY)
    assert deadline is not None
    assert deadline.day == date.fromisoformat(day)


@pytest.mark.parametrize("answer", ["", "скоро", "soon", "не знаю", "до запуска"])
def test_an_answer_without_a_day(answer: str) -> None:
    assert parse_deadline(answer, today=TODAY) is None


def test_day_and_month_follow_the_language_and_the_other_order_is_told() -> None:
    english = parse_deadline("04/05/2027", today=TODAY, language="en")
    russian = parse_deadline("04/05/2027", today=TODAY, language="ru")
    assert english is not None
    assert russian is not None
    assert (english.day, russian.day) == (date(2027, 4, 5), date(2027, 5, 4))
    assert [remark.code for remark in english.remarks] == ["day_or_month"]

"""Backtest, what lifts a target, the chart, bands and holidays."""

import datetime as dt
from decimal import Decimal

import pytest
from tests.forecast.histories import Points, after, dated, flow, random_walk, steady

from smartgoal.catalog import metrics, platforms
from smartgoal.catalog.benchmarks import benchmarks, benchmarks_of
from smartgoal.forecast import chance
from smartgoal.forecast.backtest import Backtest, backtest
from smartgoal.forecast.bands import band_of, monthly_growth
from smartgoal.forecast.chart import ASCII, chart
from smartgoal.forecast.holiday_stretches import holiday_stretches
from smartgoal.forecast.lift import budget_needed, even_date
from smartgoal.forecast.way import Question
from smartgoal.model.goal import Goal


def wish(points: Points, value: float, days: int = 14) -> Question:
    return Question(kind="gain", value=value, by=after(points, days))


@pytest.mark.parametrize("form", ["level", "flow", "ratio"])
def test_backtest_tells_said_against_came_from_low_to_high(form: str) -> None:
    points = random_walk(150) if form == "level" else flow(150)
    result = backtest(points, form=form)  # type: ignore[arg-type]
    assert 1 <= len(result.bands) <= 3
    assert [band.low for band in result.bands] == sorted(band.low for band in result.bands)
    assert all(band.low <= band.said < band.high and 0 <= band.reached <= band.count for band in result.bands)
    assert result.inside <= result.forecasts <= 24


def test_backtest_knows_nothing_but_the_past() -> None:
    calm, wild = random_walk(150), random_walk(150)
    wild[-1] = (wild[-1][0], 1e6)
    assert backtest(wild[:-1], form="level") == backtest(calm[:-1], form="level")
    assert backtest(wild, form="level").forecasts == backtest(calm, form="level").forecasts


@pytest.mark.parametrize("points", [[], steady(5), steady(30)])
def test_backtest_of_too_little_history_tells_nothing(points: Points) -> None:
    assert backtest(points, form="level") == Backtest((), 0, 0)


def test_backtest_takes_monthly_and_uneven_histories() -> None:
    uneven = [point for number, point in enumerate(random_walk(300)) if number % 5 in {0, 3}]
    assert backtest(uneven, form="level").bands
    assert backtest(random_walk(900)[::30], form="level").bands


def test_even_date_is_the_first_day_that_makes_it_an_even_bet() -> None:
    points = random_walk(120)
    day = even_date(points, "level", wish(points, 200))
    assert day is not None
    assert (chance(points, form="level", kind="gain", value=200, by=day).chance or 0) >= 0.5
    before = chance(points, form="level", kind="gain", value=200, by=day - dt.timedelta(days=1))
    assert (before.chance or 1) < 0.5


def test_even_date_is_the_deadline_where_it_is_one_already() -> None:
    points = random_walk(120)
    assert even_date(points, "level", wish(points, 10)) == after(points, 14)


@pytest.mark.parametrize("points", [steady(5), steady(60, per_day=-5)])
def test_no_time_lifts_what_falls_or_is_not_known(points: Points) -> None:
    assert even_date(points, "level", wish(points, 200)) is None


def test_budget_closes_the_gap_to_the_median() -> None:
    points = dated([0.0] * 60)
    estimate = chance(points, form="flow", kind="total", value=30, by=after(points, 30))
    assert budget_needed(estimate, Decimal(30), Decimal("12.5")) == 375
    assert budget_needed(estimate, Decimal(0), Decimal(100)) == 0
    refused = chance(points[:3], form="flow", kind="total", value=30, by=after(points, 30))
    assert budget_needed(refused, Decimal(30), Decimal(100)) is None


@pytest.mark.parametrize("width", [40, 60, 100])
@pytest.mark.parametrize(
    ("kind", "value", "form"),
    [("gain", 200, "level"), ("level", 2500, "level"), ("total", 160, "flow"), ("rate", 20, "flow")],
)
def test_chart_fits_its_width_and_names_target_and_days(width: int, kind: str, value: int, form: str) -> None:
    points = random_walk(120) if form == "level" else flow(120)
    goal = Goal(kind=kind, value=Decimal(value), direction="increase", deadline=after(points, 30))  # type: ignore[arg-type]
    estimate = chance(points, form=form, kind=kind, value=value, by=after(points, 30))  # type: ignore[arg-type]
    lines = list(
        chart(points, goal, estimate, width=width, label=lambda x: f"{x:.0f}", day=lambda d: f"{d:%d.%m}", marks=ASCII)
    )
    assert lines
    assert max(map(len, lines)) <= width
    assert "\n".join(lines).isascii()
    assert any("=" in line and line.strip()[0].isdigit() for line in lines)
    assert lines[-1].split() == [f"{day:%d.%m}" for day in (points[0][0], points[-1][0], after(points, 30))]


def test_no_forecast_no_chart() -> None:
    points = steady(5)
    goal = Goal(kind="gain", value=Decimal(10), deadline=after(points, 14))
    estimate = chance(points, form="level", kind="gain", value=10, by=after(points, 14))
    assert list(chart(points, goal, estimate, width=60, label=str, day=str)) == []


@pytest.mark.parametrize(
    ("platform", "size", "growth", "level"),
    [
        ("instagram", 2000, "0.5", "typical"),
        ("instagram", 2000, "-3", "typical"),
        ("instagram", 2000, "7", "ambitious"),
        ("instagram", 7000, "7", "unseen"),
        ("instagram", 200_000, "1.9", "ambitious"),
        ("tiktok", 5000, "9", "typical"),
        ("facebook", 5000, "2", "unseen"),
    ],
)
def test_growth_is_placed_among_published_figures(platform: str, size: int, growth: str, level: str) -> None:
    band = band_of("followers", platform, size, Decimal(growth))
    assert band.level == level
    assert band.rows
    assert all(row.covers(size) for row in band.rows)


@pytest.mark.parametrize(
    ("metric", "platform", "size", "silence"),
    [
        ("followers", "vk", 5000, "none_published"),
        ("followers", None, 5000, "none_published"),
        ("leads", "instagram", 5000, "none_published"),
        ("followers", "instagram", 999, "small_account"),
        ("followers", "instagram", None, "no_size"),
    ],
)
def test_where_no_figure_fits_it_says_why(metric: str, platform: str | None, size: int | None, silence: str) -> None:
    band = band_of(metric, platform, size, Decimal(5))
    assert (band.level, band.silence) == (None, silence)


def test_growth_is_compounded_to_a_month() -> None:
    assert monthly_growth(Decimal(1000), Decimal(100), 30) == 10
    assert monthly_growth(Decimal(1000), Decimal(100), 15) == 21
    assert monthly_growth(Decimal(1000), Decimal(-2000), 30) == -100


@pytest.mark.parametrize("row", benchmarks().values(), ids=benchmarks().keys())
def test_every_figure_has_a_source_and_a_range(row: object) -> None:
    figure = benchmarks()[row.id]  # type: ignore[attr-defined]
    assert figure.source
    assert figure.low <= figure.high
    assert figure.platform is None or figure.platform in platforms()
    assert figure.metric in {*metrics(), "ctr", "cpc"}
    assert (figure.formula is not None) == (figure.metric == "engagement_rate")
    assert figure.statistic != "rule_of_thumb" or figure.trust == "C"


def test_engagement_rates_of_one_platform_keep_their_formulas_apart() -> None:
    formulas = {row.formula for row in benchmarks_of("engagement_rate", "instagram")}
    assert formulas == {"followers", "impressions"}


NOVEMBER = (dt.date(2026, 8, 1), dt.date(2026, 11, 22))


@pytest.mark.parametrize(
    ("market", "first", "last"),
    [
        ("RU", dt.date(2026, 12, 31), dt.date(2027, 1, 10)),
        ("GB", dt.date(2026, 12, 25), dt.date(2026, 12, 28)),
        ("DE", dt.date(2026, 12, 25), dt.date(2026, 12, 27)),
        ("KZ", dt.date(2027, 1, 1), dt.date(2027, 1, 4)),
    ],
)
def test_a_holiday_stretch_the_history_has_not_met_is_told(market: str, first: dt.date, last: dt.date) -> None:
    found = holiday_stretches(dt.date(2026, 12, 1), dt.date(2027, 1, 20), NOVEMBER, market)
    assert (found[0].first, found[0].last) == (first, last)
    assert found[0].names


def test_a_history_that_has_met_the_holidays_needs_no_warning() -> None:
    two_winters = (dt.date(2025, 8, 1), dt.date(2026, 11, 22))
    assert holiday_stretches(dt.date(2026, 12, 1), dt.date(2027, 1, 20), two_winters, "RU") == []


@pytest.mark.parametrize("market", ["US", "ZZ", "ru"])
def test_ordinary_weekends_and_unknown_countries_are_not_told(market: str) -> None:
    assert holiday_stretches(dt.date(2026, 11, 30), dt.date(2026, 12, 20), NOVEMBER, market) == []


def test_names_of_holidays_come_in_the_language_asked_for() -> None:
    found = holiday_stretches(dt.date(2026, 12, 30), dt.date(2027, 1, 5), NOVEMBER, "RU", "ru")
    assert "Новогодние каникулы" in found[0].names


@pytest.mark.parametrize(("size", "gain", "days"), [("2", "1000000000000000", 1), ("1", "1e18", 1), ("2", "1e18", 90)])
def test_a_growth_beyond_any_number_is_beyond_every_band_not_a_crash(size: str, gain: str, days: int) -> None:
    growth = monthly_growth(Decimal(size), Decimal(gain), days)
    assert growth > 1000
    assert growth.is_finite()

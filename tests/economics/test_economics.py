"""Unit economics against computations by hand."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoal.economics import (
    Economics,
    audience_covers,
    bought_by,
    budget_for,
    known_of,
    last_day_for_leads,
    loses_money,
    outcome_of,
    poisson_interval,
    price_interval,
    saturated,
    saturation_exponent,
    solve,
    stressed,
)
from smartgoal.economics.scenarios import SATURATION


def known(text: str) -> dict[str, Decimal]:
    """ "spend=300 customers=1" as quantities."""
    return {name: Decimal(value) for name, value in (pair.split("=") for pair in text.split())}


@pytest.mark.parametrize(
    ("given_text", "name", "by_hand"),
    [
        ("impressions=40000 cpm=150", "spend", "6000"),
        ("clicks=200 cpc=30", "spend", "6000"),
        ("leads=16 cpl=375", "spend", "6000"),
        ("customers=10 cac=300", "spend", "3000"),
        ("followers=50 cpf=40", "spend", "2000"),
        ("revenue=90000 drr=0.2", "spend", "18000"),
        ("revenue=90000 roas=4", "spend", "22500"),
        ("spend=6000 cpm=150", "impressions", "40000"),
        ("reach=10000 frequency=2.5", "impressions", "25000"),
        ("clicks=200 ctr=0.005", "impressions", "40000"),
        ("impressions=25000 frequency=2.5", "reach", "10000"),
        ("impressions=25000 reach=10000", "frequency", "2.5"),
        ("impressions=40000 ctr=0.005", "clicks", "200"),
        ("leads=16 cr_click_lead=0.08", "clicks", "200"),
        ("followers=30 cr_click_follow=0.15", "clicks", "200"),
        ("clicks=200 cr_click_follow=0.15", "followers", "30"),
        ("clicks=200 cr_click_lead=0.08", "leads", "16"),
        ("customers=4 cr_lead_sale=0.25", "leads", "16"),
        ("leads=16 cr_lead_sale=0.25", "customers", "4"),
        ("revenue=12000 aov=3000", "customers", "4"),
        ("customers=4 aov=3000", "revenue", "12000"),
        ("spend=5000 roas=2.4", "revenue", "12000"),
        ("clicks=200 impressions=40000", "ctr", "0.005"),
        ("cpm=150 cpc=30", "ctr", "0.005"),
        ("spend=6000 impressions=40000", "cpm", "150"),
        ("ctr=0.005 cpc=30", "cpm", "150"),
        ("spend=6000 clicks=200", "cpc", "30"),
        ("cpm=150 ctr=0.005", "cpc", "30"),
        ("cpl=375 cr_click_lead=0.08", "cpc", "30"),
        ("spend=2000 followers=50", "cpf", "40"),
        ("cpc=6 cr_click_follow=0.15", "cpf", "40"),
        ("spend=6000 leads=16", "cpl", "375"),
        ("cpc=30 cr_click_lead=0.08", "cpl", "375"),
        ("cac=3750 cr_lead_sale=0.1", "cpl", "375"),
        ("spend=300 customers=1", "cac", "300"),
        ("cpl=375 cr_lead_sale=0.1", "cac", "3750"),
        ("aov=3000 drr=0.25", "cac", "750"),
        ("leads=16 clicks=200", "cr_click_lead", "0.08"),
        ("followers=30 clicks=200", "cr_click_follow", "0.15"),
        ("customers=4 leads=16", "cr_lead_sale", "0.25"),
        ("revenue=12000 customers=4", "aov", "3000"),
        ("cac=750 roas=4", "aov", "3000"),
        ("break_even_cac=1200 margin=0.4", "aov", "3000"),
        ("revenue=12000 gross_profit=4800", "margin", "0.4"),
        ("break_even_cac=1200 aov=3000", "margin", "0.4"),
        ("revenue=12000 margin=0.4", "gross_profit", "4800"),
        ("revenue=12000 margin=0.4 spend=5000", "profit", "-200"),
        ("aov=3000 margin=0.4", "break_even_cac", "1200"),
        ("aov=3000 margin=0.4 cr_lead_sale=0.1", "cpl_max", "120"),
        ("revenue=12000 spend=5000", "roas", "2.4"),
        ("drr=0.25", "roas", "4"),
        ("romi=1.4", "roas", "2.4"),
        ("revenue=12000 spend=5000", "romi", "1.4"),
        ("revenue=12000 spend=5000 margin=0.5", "romi", "0.2"),
        ("customers=1 spend=300 aov=3000 margin=0", "romi", "-1"),
        ("customers=1 spend=300 aov=3000 break_even_cac=600", "romi", "1"),
        ("spend=5000 gross_profit=6000", "romi", "0.2"),
        ("spend=5000 profit=1000", "romi", "0.2"),
        ("roas=4 margin=0.5", "romi", "1"),
        ("romi=1.4 margin=0.5", "roas", "4.8"),
        ("roas=4", "drr", "0.25"),
        ("revenue=12000 spend=3000", "drr", "0.25"),
    ],
)
def test_any_missing_quantity_is_worked_out(given_text: str, name: str, by_hand: str) -> None:
    solved = solve(known(given_text))
    assert solved.conflict is None
    assert solved.get(name) == Decimal(by_hand)


def test_what_does_not_follow_stays_unknown() -> None:
    assert solve(known("spend=300 customers=1")).get("ctr") is None


def test_the_arithmetic_may_close_while_each_sale_loses_money() -> None:
    solved = solve(known("revenue=300000 aov=3000 cr_lead_sale=0.1 cr_click_lead=0.08 ctr=0.005 cpm=150"))
    wanted = known("customers=100 leads=1000 clicks=12500 impressions=2500000 spend=375000 cpc=30 cpl=375 cac=3750")
    assert {name: solved.get(name) for name in wanted} == wanted
    assert solved.get("drr") == Decimal("1.25")
    assert loses_money(solved) is True


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("cac=750 aov=3000 margin=0.4", False),
        ("cac=1300 aov=3000 margin=0.4", True),
        ("cac=1300 aov=3000", None),
        ("spend=300", None),
    ],
)
def test_a_sale_loses_money_when_it_costs_more_than_it_leaves(text: str, answer: bool | None) -> None:
    assert loses_money(solve(known(text))) is answer


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("spend=3000 customers=10 cac=400", ("cac", "customers", "spend")),
        ("revenue=10000 customers=4 aov=3000", ("aov", "customers", "revenue")),
        ("impressions=1000 clicks=10 ctr=0.5", ("clicks", "ctr", "impressions")),
        ("cpm=150 ctr=0.005 cr_click_lead=0.08 cpl=500", ("cpl", "cpm", "cr_click_lead", "ctr")),
        ("ctr=5", ("ctr",)),
        ("spend=-10", ("spend",)),
        ("leads=4 customers=8", ("customers", "leads")),
        ("drr=0.2 roas=4", ("drr", "roas")),
    ],
)
def test_contradictions_are_refused_with_the_names_that_disagree(text: str, names: tuple[str, ...]) -> None:
    solved = solve(known(text))
    assert solved.conflict is not None
    assert solved.conflict.names == names
    assert solved.values == known(text)


@pytest.mark.parametrize(("price", "agrees"), [("98.9", False), ("99", True), ("101.005", True), ("101.1", False)])
def test_numbers_rounded_by_a_hundredth_are_no_contradiction(price: str, agrees: bool) -> None:
    assert (solve(known(f"spend=1000 customers=10 cac={price}")).conflict is None) is agrees


def test_other_keys_of_the_table_are_left_alone() -> None:
    solved = solve(known("spend=300 budget=5000"))
    assert (solved.values, solved.given) == (known("spend=300"), frozenset({"spend"}))


def test_nothing_bought_yet_divides_nothing() -> None:
    solved = solve(known("spend=500 customers=0"))
    assert (solved.conflict, solved.get("cac")) == (None, None)


def test_the_lessons_case_both_ways() -> None:
    seen = solve(known("spend=300 customers=1"))
    assert budget_for(seen, "customers", Decimal(10)).get("spend") == 3000
    assert bought_by(seen, Decimal(12000)).get("customers") == 40


@pytest.mark.parametrize(
    ("spend", "count", "low", "high"), [(300, 1, 54, 11849), (3000, 10, 163, 626), (9000, 30, 210, 445)]
)
def test_few_results_give_a_wide_range_of_price(spend: int, count: int, low: int, high: int) -> None:
    interval = price_interval(Decimal(spend), count)
    assert interval.high is not None
    assert (round(interval.low), round(interval.high)) == (low, high)


def test_no_result_yet_has_no_upper_price() -> None:
    interval = price_interval(Decimal(500), 0)
    assert (round(interval.low), interval.high) == (136, None)


@pytest.mark.parametrize(("count", "low", "high"), [(1000, "938.97", "1063.95"), (5000, "4862.36", "5140.55")])
def test_the_interval_of_many_results_is_that_of_the_tables(count: int, low: str, high: str) -> None:
    interval = poisson_interval(count)
    assert interval.high is not None
    assert (round(interval.low, 2), round(interval.high, 2)) == (Decimal(low), Decimal(high))


@given(st.integers(0, 200) | st.integers(995, 1005))
def test_more_results_never_lower_the_interval_and_it_holds_the_count(count: int) -> None:
    here, after = poisson_interval(count), poisson_interval(count + 1)
    assert here.high is not None
    assert after.high is not None
    assert here.low <= count <= here.high
    assert here.low <= after.low
    assert here.high <= after.high


@pytest.mark.parametrize(("exponent", "spend"), [("1", 3000), ("0.8", 5335), ("0.6", 13925)])
def test_saturation_makes_ten_customers_dearer(exponent: str, spend: int) -> None:
    assert round(saturated(Decimal(300), Decimal(1), Decimal(10), Decimal(exponent))) == spend


def test_three_ways_of_saturation_are_shown() -> None:
    asked = [round(saturated(Decimal(300), Decimal(1), Decimal(10), exponent)) for exponent in SATURATION]
    assert asked == [3000, 5335, 13925]


def test_two_budgets_show_how_fast_it_saturates() -> None:
    exponent = saturation_exponent((Decimal(1000), Decimal(10)), (Decimal(4000), Decimal(20)))
    assert exponent is not None
    assert round(exponent, 6) == Decimal("0.5")
    assert saturation_exponent((Decimal(1000), Decimal(10)), (Decimal(1000), Decimal(20))) is None
    for nothing in ((Decimal(0), Decimal(10)), (Decimal(1000), Decimal(0))):
        assert saturation_exponent(nothing, (Decimal(4000), Decimal(20))) is None


def test_the_stress_test_raises_the_price_by_thirteen_eighths() -> None:
    stress = stressed(solve(known("spend=3000 customers=10 aov=1500 margin=0.3")))
    assert (stress.price, stress.spend, stress.loses) == (Decimal("487.5"), Decimal(4875), True)


def test_leads_must_come_a_deal_cycle_before_the_end() -> None:
    assert last_day_for_leads(date(2026, 12, 31), 21) == date(2026, 12, 10)


def test_an_audience_may_be_too_small_for_the_shows() -> None:
    shows = solve(known("spend=6000 cpm=150"))
    assert audience_covers(shows, Decimal(12000)) is True
    assert audience_covers(shows, Decimal(11429)) is True  # 40000 shows, three and a half to one person
    assert audience_covers(shows, Decimal(11428)) is False
    assert audience_covers(solve(known("spend=6000")), Decimal(10000)) is None


def test_results_of_a_plan_are_those_of_its_metric() -> None:
    table = {"currency": "KZT", "spend": Decimal(300), "results": Decimal(2), "budget": Decimal(5000)}
    assert known_of(table, "followers") == {"spend": 300, "followers": 2}
    assert known_of(table, None) == {"spend": 300, "customers": 2}
    assert outcome_of("response_time") is None


money = st.decimals("0.01", "1e7", places=2, allow_nan=False, allow_infinity=False)
shares = st.decimals("0.001", "1", places=3, allow_nan=False, allow_infinity=False)


def chain(cpm: Decimal, ctr: Decimal, to_lead: Decimal, to_sale: Decimal) -> Economics:
    return solve({"cpm": cpm, "ctr": ctr, "cr_click_lead": to_lead, "cr_lead_sale": to_sale})


@given(cpm=money, ctr=shares, to_lead=shares, to_sale=shares, target=st.integers(1, 10**6), more=st.integers(0, 10**6))
def test_a_higher_target_never_costs_less(
    cpm: Decimal, ctr: Decimal, to_lead: Decimal, to_sale: Decimal, target: int, more: int
) -> None:
    prices = chain(cpm, ctr, to_lead, to_sale)
    less = budget_for(prices, "customers", Decimal(target)).values["spend"]
    assert budget_for(prices, "customers", Decimal(target + more)).values["spend"] >= less


@given(cpm=money, ctr=shares, to_lead=shares, to_sale=shares, spend=money)
def test_what_a_budget_buys_costs_that_budget(
    cpm: Decimal, ctr: Decimal, to_lead: Decimal, to_sale: Decimal, spend: Decimal
) -> None:
    prices = chain(cpm, ctr, to_lead, to_sale)
    bought = bought_by(prices, spend).values["customers"]
    back = budget_for(prices, "customers", bought).values["spend"]
    assert abs(back - spend) <= spend * Decimal("1e-20")


typed_names = st.sampled_from(["spend", "clicks", "leads", "customers", "revenue", "ctr", "margin", "aov"])


@given(st.dictionaries(typed_names, st.decimals(0, 10**6, places=2)))
def test_whatever_is_typed_gets_numbers_or_a_conflict(typed: dict[str, Decimal]) -> None:
    solved = solve(typed)
    assert all(value.is_finite() for value in solved.values.values())
    assert all(solved.values[name] == value for name, value in typed.items())


def test_return_on_marketing_for_a_target_agrees_with_the_profit() -> None:
    chain = budget_for(solve(known("spend=300 customers=1 aov=3000 margin=0")), "customers", Decimal(10))
    assert (chain.conflict, chain.get("profit"), chain.get("romi")) == (None, Decimal(-3000), Decimal(-1))


def test_a_price_at_break_even_loses_nothing() -> None:
    assert loses_money(solve(known("cac=400 break_even_cac=400"))) is False
    assert loses_money(solve(known("drr=1"))) is None


def test_a_shock_up_to_break_even_loses_nothing() -> None:
    assert stressed(solve(known("cac=800 break_even_cac=1300"))).loses is False


def test_saturation_starts_from_the_results_that_were_bought() -> None:
    assert saturated(Decimal(600), Decimal(4), Decimal(8), Decimal(1)) == 1200


def test_what_cannot_be_is_told_before_anything_is_worked_out() -> None:
    solved = solve(known("cr_lead_sale=1.5 leads=10"))
    assert solved.conflict is not None
    assert (solved.conflict.quantity, dict(solved.values)) == ("cr_lead_sale", known("cr_lead_sale=1.5 leads=10"))

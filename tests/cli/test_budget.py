"""What a budget buys is whole; what a target needs is enough."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoal.cli.budgeting import Numbers, worked_out
from smartgoal.cli.views.budget import budget_lines
from smartgoal.language import load
from smartgoal.parsing import parse_amount

from .conftest import Run

THREE_FOR_A_THOUSAND = ("--spent", "1000", "--got", "3", "--of", "leads", "--currency", "RUB")


@pytest.mark.parametrize(
    ("budget", "said"),
    [("20000", "buys about 60 leads."), ("19999", "buys about 59 leads."), ("1000", "buys about 3 leads."),
     ("333", "does not buy one.")],
)  # fmt: skip
def test_a_budget_buys_whole_results_only(run: Run, budget: str, said: str) -> None:
    assert said in run("budget", *THREE_FOR_A_THOUSAND, "--budget", budget).out


def test_what_a_target_needs_is_rounded_up(run: Run) -> None:
    out = run("budget", *THREE_FOR_A_THOUSAND, "--target", "10").out.replace("\u00a0", " ")
    assert "RUB 3,334 if the price stays" in out


@given(st.integers(1, 10**6), st.integers(1, 10**4), st.integers(1, 10**6), st.integers(1, 10**4))
def test_a_budget_pays_for_what_it_buys_and_the_spend_for_its_target(
    spend: int, got: int, budget: int, target: int
) -> None:
    known = {"spend": Decimal(spend), "leads": Decimal(got)}
    sums = worked_out(Numbers(known=known, what="leads", target=Decimal(target), budget=Decimal(budget)))
    lines = [line.replace(",", "") for line in budget_lines(sums, load("en"))]
    bought = next((line for line in lines if "buys about" in line), None)
    count = 0 if bought is None else int(bought.split(" buys about ")[1].split()[0])
    assert count * spend <= budget * got < (count + 1) * spend
    told = next(line for line in lines if "if the price stays" in line or ": about" in line)
    read = parse_amount(told.removeprefix("- ").partition(" if")[0].rpartition("about ")[2].rstrip("."))
    assert read is not None
    assert read.value * got >= target * spend

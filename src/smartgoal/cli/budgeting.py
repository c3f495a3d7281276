"""The numbers of `budget`: what was typed or stands in a plan, and what follows from them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from smartgoal.cli.options import currency_code
from smartgoal.criteria.evidence import currency
from smartgoal.economics import (
    SHARES,
    Economics,
    Interval,
    Stress,
    bought_by,
    budget_for,
    known_of,
    loses_money,
    outcome_of,
    price_interval,
    saturated,
    solve,
    stressed,
)
from smartgoal.economics.from_plan import number_of
from smartgoal.economics.funnel import NAMES
from smartgoal.economics.relations import SIGNED
from smartgoal.errors import UsageError
from smartgoal.model.quantity import is_sane
from smartgoal.parsing import parse_amount
from smartgoal.parsing.amounts import CURRENCIES

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment
    from smartgoal.model.plan import Plan

WHAT = ("customers", "leads", "clicks", "followers", "impressions", "reach", "revenue")
CONVERTED = frozenset({"customers", "leads", "followers", "revenue"})  # what takes a decision of the people reached
TYPED_IN_PERCENT = (*SHARES, "drr", "romi", "roas")
MINUSES = ("-", "\u2212")
EXPONENTS = (Decimal(1), Decimal("0.8"), Decimal("0.6"))  # linear, mild and strong saturation
ADVICE = "For example: smartgoal budget --spent 300 --got 1 --of customers --target 10"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """The flags of `budget` as typed."""

    spent: str | None = None
    got: str | None = None
    of: str | None = None
    target: str | None = None
    budget: str | None = None
    know: tuple[str, ...] = ()
    currency: str | None = None

    @property
    def empty(self) -> bool:
        """True where no number was given."""
        return not (self.spent or self.got or self.know or self.budget)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """What is known, in numbers: `known` by names of the funnel, `what` is counted, what is wanted, what there is."""

    known: Mapping[str, Decimal]
    what: str
    target: Decimal | None = None
    budget: Decimal | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What follows.

    `price` is the range of the price of one result; `saturation` the spend for the target at each exponent; `stress`
    the price after a shock; `loses` whether each sale loses money.
    """

    numbers: Numbers
    economics: Economics
    price: Interval | None = None
    for_target: Economics | None = None
    for_budget: Economics | None = None
    saturation: tuple[tuple[Decimal, Decimal], ...] = ()
    stress: Stress | None = None
    loses: bool | None = None


def known_numbers(wishes: Wishes, plan: "Plan | None") -> Numbers:
    """The numbers of the flags, over those of the plan. Raises UsageError for what is not a number or not known."""
    economics = dict(plan.economics) if plan else {}
    of = wishes.of or (outcome_of(plan.goal.metric) if plan else None) or "customers"
    what = outcome_of(of) or of
    if what not in WHAT:
        raise UsageError("--of takes one of {allowed}, not {value}.", allowed=WHAT, value=of)
    return Numbers(
        known={**known_of(economics, plan.goal.metric if plan else None), **typed(wishes, what)},
        what=what,
        target=number("--target", wishes.target.partition("/")[0]) if wishes.target else wanted_by(plan, what),
        budget=number("--budget", wishes.budget) if wishes.budget else number_of(economics, "budget"),
        currency=one_currency(wishes) or currency(economics) or money_of(plan),
    )


def typed(wishes: Wishes, what: str) -> dict[str, Decimal]:
    """The quantities of the flags. Raises UsageError where two of them say the same quantity differently."""
    pairs = [known_pair(pair) for pair in wishes.know]
    if wishes.spent:
        pairs.append(("spend", number("--spent", wishes.spent)))
    if wishes.got:
        pairs.append((what, number("--got", wishes.got)))
    known = dict(pairs)
    twice = tuple(sorted({name for name, value in pairs if known[name] != value}))
    if twice:
        raise contradiction(twice)
    return known


def wanted_by(plan: "Plan | None", what: str) -> Decimal | None:
    """The target of the plan's goal where it is a number of what is asked about."""
    if plan is None or outcome_of(plan.goal.metric) != what or plan.goal.kind not in {"total", "gain"}:
        return None
    return plan.goal.value


def money_of(plan: "Plan | None") -> str | None:
    """The currency of the plan's goal, where it is about money."""
    unit = plan.goal.unit if plan else None
    return unit if unit in CURRENCIES else None


def one_currency(wishes: Wishes) -> str | None:
    """The currency of the flags. Raises UsageError where there is more than one."""
    amounts = [text for text in (wishes.spent, wishes.budget) if text]
    amounts += [pair.partition("=")[2] for pair in wishes.know]
    units = [read.unit for text in amounts if (read := parse_amount(text)) is not None]
    said = {unit for unit in units if unit in CURRENCIES}
    if wishes.currency:
        said.add(currency_code(wishes.currency))
    if len(said) > 1:
        raise UsageError("The sums are in more than one currency: {names}.", names=tuple(sorted(said)),
                         advice="Give all of them in one.")  # fmt: skip
    return next(iter(said), None)


def known_pair(pair: str) -> tuple[str, Decimal]:
    """One `--know NAME=VALUE`; a share may be typed as 40% or 0.4, a loss with a minus."""
    name, equals, value = pair.partition("=")
    name = name.strip().casefold()
    if not equals or name not in NAMES:
        raise UsageError("--know {pair} is not understood.", advice="Known names: {names}.", pair=pair,
                         names=tuple(sorted(NAMES)))  # fmt: skip
    digits = value.strip()
    loss = name in SIGNED and digits.startswith(MINUSES)
    amount = number(f"--know {name}", digits[1:] if loss else digits, share=name in TYPED_IN_PERCENT)
    amount = amount / 100 if "%" in value else amount
    return name, -amount if loss else amount


def number(flag: str, text: str, *, share: bool = False) -> Decimal:
    """The number in `text`, which only a share may give in percent. Raises UsageError."""
    read = parse_amount(text)
    if read is None or not is_amount(text) or ("%" in text and not share):
        raise UsageError("{flag}: {text} is not an amount.", flag=flag, text=text)
    return read.value


def is_amount(text: str) -> bool:
    """Whether the text is a number that can be spent or got."""
    read = parse_amount(text)
    return read is not None and read.value >= 0 and is_sane(read.value)


def worked_out(numbers: Numbers) -> Sums:
    """All that follows from the numbers. Raises UsageError where they contradict each other or nothing was given."""
    if not numbers.known:
        raise UsageError("Nothing is known yet: give what was spent and what it brought.", advice=ADVICE)
    economics = solve(numbers.known)
    if economics.conflict is not None:
        names = economics.conflict.names
        raise contradiction(names) if len(names) > 1 else UsageError("{name} cannot be that much.", name=names[0])
    sums = Sums(numbers=numbers, economics=economics, price=range_of_price(numbers), loses=loses_money(economics))
    return with_target(with_budget(sums))


def range_of_price(numbers: Numbers) -> Interval | None:
    """What one result may really cost by the count that was seen; money that came in is no count."""
    spend, got = numbers.known.get("spend"), numbers.known.get(numbers.what)
    return price_interval(spend, int(got)) if spend and got is not None and numbers.what != "revenue" else None


def contradiction(names: tuple[str, ...]) -> UsageError:
    """The error for given numbers that cannot all be true."""
    return UsageError("These numbers contradict each other: {names}.", advice="Leave one of them out, or correct it.",
                      names=names)  # fmt: skip


def with_budget(sums: Sums) -> Sums:
    """What the budget buys at today's prices."""
    budget = sums.numbers.budget
    return sums if budget is None else replace(sums, for_budget=bought_by(sums.economics, budget))


def with_target(sums: Sums) -> Sums:
    """What the target costs at today's prices, with each next result dearer, and after a shock."""
    target, what = sums.numbers.target, sums.numbers.what
    if target is None:
        return sums
    chain = budget_for(sums.economics, what, target)
    spend, got = sums.economics.get("spend"), sums.economics.get(what)
    more = bool(spend and got and target > got)
    saturation = (
        tuple((power, saturated(spend, got, target, power)) for power in EXPONENTS) if more and spend and got else ()
    )
    return replace(sums, for_target=chain, saturation=saturation, stress=stressed(chain, converts=what in CONVERTED))


def asked(wishes: Wishes, environment: "Environment") -> Wishes:
    """The two first numbers and the wish, asked where somebody is there. Raises UsageError where nobody is."""
    if not environment.can_ask:
        raise UsageError("Nothing is known yet: give what was spent and what it brought.", advice=ADVICE)
    text = environment.language.text
    return replace(
        wishes,
        spent=ask(text("How much did you spend on advertising?"), environment),
        got=ask(text("How many customers did it bring?"), environment),
        target=ask(text("How many do you want now? (Enter: skip)"), environment) or None,
    )


def ask(question: str, environment: "Environment") -> str:
    """An amount from the terminal, or nothing; what is no amount is told and asked again.

    Raises EOFError at the end of input.
    """
    while True:
        environment.stdout.write(f"{question} ")
        environment.stdout.flush()
        line = environment.stdin.readline()
        if not line:
            raise EOFError
        text = line.strip()
        if not text or is_amount(text.partition("/")[0]):
            return text
        environment.say(environment.language.text("{text} is not an amount. Write it as 300 or 2.5k", text=text))


def loaded_plan(path: Path | None) -> "Plan | None":
    """The plan to take numbers from."""
    if path is None:
        return None
    from smartgoal.store import load

    return load(path).plan


def kept_in_plan(path: Path, numbers: Numbers) -> None:
    """Write the known numbers into the plan's `[economics]`; comments and order of the file stay."""
    from smartgoal.store import edit

    kept: dict[str, object] = {**numbers.known}
    if numbers.currency:
        kept["currency"] = numbers.currency
    if numbers.budget is not None:
        kept["budget"] = numbers.budget
    edit(path, lambda plan: replace(plan, economics={**plan.economics, **kept}))

"""The sums of advertising in words, and as JSON."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from smartgoal.cli.budgeting import CONVERTED, Sums
from smartgoal.cli.views.goal_json import plain
from smartgoal.economics import FIRM, SHARES, THIN, Economics, Stress, by_gross_profit
from smartgoal.language import N_, Language
from smartgoal.model.quantity import Quantity

MONEY = {
    "spend",
    "revenue",
    "gross_profit",
    "profit",
    "cpm",
    "cpc",
    "cpf",
    "cpl",
    "cac",
    "aov",
    "break_even_cac",
    "cpl_max",
}
PERCENTS = (*SHARES, "drr", "romi")
SHOWN = ("cpc", "cpf", "cpl", "cac", "roas", "romi", "drr", "break_even_cac", "cpl_max", "profit")
SATURATION = {
    Decimal(1): N_("{spend} if the price stays"),
    Decimal("0.8"): N_("{spend} if each next one costs a little more"),
    Decimal("0.6"): N_("{spend} if each next one costs much more"),
}
PRICE_OF = {"customers": "cac", "leads": "cpl", "clicks": "cpc", "followers": "cpf"}
_HAIR = Decimal("1e-9")  # what divisions leave of a whole number
NOUNS = {"clicks": "site_clicks"}  # quantities of the funnel that the metrics call otherwise


def budget_lines(sums: Sums, language: Language) -> Iterator[str]:
    """The sums, the most useful first."""
    views = (price_lines, target_lines, bought_lines, figure_lines, warning_lines)
    lines = [line for view in views for line in view(sums, language)]
    yield from lines or [language.text("Nothing follows from that yet. Give what was spent and what it brought.")]


def price_lines(sums: Sums, language: Language) -> Iterator[str]:
    """What one result costs, as a range while there are few of them."""
    spend, got = sums.economics.get("spend"), sums.economics.get(sums.numbers.what)
    if not spend or not got or sums.numbers.what == "revenue":
        return
    one = amount("cac", spend / got, sums)
    if sums.price is None or got >= FIRM:
        yield language.text("One result costs {price}.", price=one)
        return
    low, high = amount("cac", rounded_edge(sums.price.low), sums), sums.price.high
    values = {"count": counted(got, sums, language), "price": one, "low": low,
              "high": amount("cac", rounded_edge(high), sums) if high else ""}  # fmt: skip
    thin = N_("{count}: too few for a firm price. One costs {price} now, but it may be anywhere from {low} to {high}.")
    fair = N_("One result costs {price}; with {count} it may be anywhere from {low} to {high}.")
    yield language.text(thin if got < THIN else fair, **values)


def target_lines(sums: Sums, language: Language) -> Iterator[str]:
    """What the target costs."""
    chain, target = sums.for_target, sums.numbers.target
    if chain is None or target is None:
        return
    wanted, spend = counted(target, sums, language), chain.get("spend")
    if spend is None:
        missing = N_("Cannot tell yet what {target} would cost: the price of one is not known. Start with a trial.")
        yield language.text(missing, target=wanted)
        return
    if not sums.saturation:
        yield language.text("{target}: about {spend}.", target=wanted, spend=needed(spend, sums))
        return
    yield language.text("What {target} would cost:", target=wanted)
    for power, cost in sums.saturation:
        yield f"- {language.text(SATURATION[power], spend=needed(cost, sums))}"
    if sums.stress is not None and sums.stress.spend is not None:
        both = N_("{spend} if impressions cost 30% more and 20% fewer people respond")
        dearer = both if sums.numbers.what in CONVERTED else N_("{spend} if impressions cost 30% more")
        yield f"- {language.text(dearer, spend=needed(sums.stress.spend, sums))}"


def bought_lines(sums: Sums, language: Language) -> Iterator[str]:
    """What the budget buys."""
    chain, budget = sums.for_budget, sums.numbers.budget
    if chain is None or budget is None:
        return
    count = chain.get(sums.numbers.what)
    if count is None:
        yield language.text("Cannot tell yet what {budget} buys: the price of one is not known.",
                            budget=amount("spend", budget, sums))  # fmt: skip
        return
    bought = whole(count + _HAIR, ROUND_FLOOR)
    if not bought and budget:
        yield language.text("{budget} does not buy one.", budget=amount("spend", budget, sums))
        return
    yield language.text("{budget} buys about {count}.", budget=amount("spend", budget, sums),
                        count=counted(bought, sums, language))  # fmt: skip


def figure_lines(sums: Sums, language: Language) -> Iterator[str]:
    """The other figures that follow, one a line."""
    chain = sums.for_target or sums.for_budget or sums.economics
    gross = by_gross_profit(chain.values)
    told = PRICE_OF.get(sums.numbers.what) if sums.economics.get(sums.numbers.what) else None
    for name in SHOWN:
        value = chain.get(name)
        if value is not None and name != told and name not in sums.economics.given:
            label = language.name("economics", "romi_gross" if name == "romi" and gross else name)
            yield language.text("{label:cap}: {value}", label=label, value=amount(name, value, sums))


def warning_lines(sums: Sums, language: Language) -> Iterator[str]:
    """Losing money is told last, so that it is read."""
    if sums.loses:
        yield language.text(
            "Each sale loses money: advertising costs more than a sale leaves. Raise the conversion or the order first."
        )


def amount(name: str, value: Decimal, sums: Sums) -> Quantity | Decimal:
    """A quantity with its unit, rounded to what can be known."""
    if name in PERCENTS:
        return Quantity((value * 100).quantize(Decimal("0.1"), ROUND_HALF_UP).normalize() + 0, "percent")
    if name in MONEY and sums.numbers.currency:
        return Quantity(cents(value), sums.numbers.currency)
    return cents(value) if name in MONEY or name in {"roas", "frequency"} else whole(value)


def needed(spend: Decimal, sums: Sums) -> Quantity | Decimal:
    """A spend that has to be enough: what is left of a unit of money is rounded up."""
    places = Decimal(1) if spend >= 100 else Decimal("0.01")
    return amount("spend", (spend - _HAIR).quantize(places, ROUND_CEILING), sums)


def counted(value: Decimal, sums: Sums, language: Language) -> Quantity | str:
    """A number of what is bought, with its noun: «10 клиентов»; revenue as money."""
    what = sums.numbers.what
    if what == "revenue":
        return language.text("{amount} of revenue", amount=amount(what, value, sums))
    return Quantity(whole(value), "count", NOUNS.get(what, what))


def rounded_edge(value: Decimal) -> Decimal:
    """The edge of a range of prices: whole from 10 up, since it is an estimate."""
    return whole(value) if value >= 10 else value


def cents(value: Decimal) -> Decimal:
    """Whole units from 100 up, two decimals below."""
    places = Decimal(1) if abs(value) >= 100 or value == value.to_integral_value() else Decimal("0.01")
    return value.quantize(places, ROUND_HALF_UP)


def whole(value: Decimal, rounding: str = ROUND_HALF_UP) -> Decimal:
    """A count of people or events; what money buys is whole ones."""
    return value.quantize(Decimal(1), rounding)


def budget_json(sums: Sums) -> dict[str, object]:
    """One object: given and worked out, both ways, with the range of the price."""
    numbers = sums.numbers
    return {
        "currency": numbers.currency,
        "of": numbers.what,
        "target": plain(numbers.target),
        "budget": plain(numbers.budget),
        "given": sorted(sums.economics.given),
        "values": figures(sums.economics),
        "price_range": None if sums.price is None else [plain(sums.price.low), plain(sums.price.high)],
        "for_target": None if sums.for_target is None else figures(sums.for_target),
        "for_budget": None if sums.for_budget is None else figures(sums.for_budget),
        "saturation": {str(power): plain(spend) for power, spend in sums.saturation},
        "stress": stress_json(sums.stress),
        "loses_money": sums.loses,
    }


def stress_json(stress: Stress | None) -> object:
    """The target after the shock as JSON."""
    if stress is None or stress.spend is None:
        return None
    return {"spend": plain(stress.spend), "cac": plain(stress.price), "loses_money": stress.loses}


def figures(economics: Economics) -> Mapping[str, object]:
    """The quantities as JSON numbers."""
    return {name: plain(value.quantize(Decimal("0.000001")).normalize()) for name, value in economics.values.items()}

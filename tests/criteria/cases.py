"""Goals that pass and goals that fail, for every rule and every wording of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from smartgoal.model.goal import Goal, Reading, Remark
from smartgoal.model.plan import Measure, Plan, Progress, Snapshot, Step

TODAY = dt.date(2026, 11, 22)
END = dt.date(2026, 12, 20)


def day(month: int, number: int, year: int = 2026) -> dt.date:
    return dt.date(year, month, number)


def step(title: str, due: dt.date | None, result: str | None, **more: Any) -> Step:
    given = {"owner": "Anna", "indicator": "replies", "if_then": "if below 20 by then, invite one more", **more}
    return Step(title=title, due=due, result=result, **given)


STEPS = (
    step("Put the opening hours in order", day(11, 26), "page ready"),
    step("Try two posts with neighbours", day(12, 2), "+50", basis="guess"),
    step("Tell the stories of five customers", day(12, 13), "+120", basis="guess"),
    step("Greet the newcomers", END, "+80", basis="guess"),
)
POINT_A = Snapshot(
    platform="vk",
    date=day(11, 20),
    source="members.csv: Members",
    metrics={"followers": Measure(Decimal(1840)), "new_followers": Measure(Decimal(270), "month")},
)
GOAL = Goal(
    category="awareness",
    platform="vk",
    metric="followers",
    direction="increase",
    kind="gain",
    value=Decimal(250),
    unit="count",
    deadline=END,
    why="so that weekday afternoons are less empty",
    measured_by="community statistics",
    counted_as="net of unfollows",
    limits=("ad_spend <= 10000 RUB",),
)
SOUND = Plan(
    title="Café", language="en", created=TODAY, owner="Anna", market="RU", goal=GOAL, point_a=(POINT_A,), steps=STEPS
)


def plan(*, keep: bool = True, **goal: Any) -> Plan:
    """The sound plan with fields of its goal changed; without its steps and point A unless kept."""
    changed = replace(SOUND, goal=replace(GOAL, **goal))
    return changed if keep else replace(changed, steps=(), point_a=())


def bare(**goal: Any) -> Plan:
    """A goal and nothing else."""
    return Plan(created=TODAY, language="en", goal=Goal(**goal))


def history(rows: Mapping[dt.date, int], metric: str = "followers", platform: str = "vk") -> Snapshot:
    points = tuple((at, Decimal(value)) for at, value in rows.items())
    last = max(rows)
    return Snapshot(
        platform=platform,
        date=last,
        source="export.csv: total",
        metrics={metric: Measure(points[-1][1])},
        history={metric: points},
    )


def growing(by: int, days: int = 90, wobble: int = 0) -> Snapshot:
    """A page that gains `by` followers a day, some days `wobble` more or less."""
    level, rows = 1000, {}
    for number in range(days, -1, -1):
        rows[TODAY - dt.timedelta(days=number)] = level
        level += by + (wobble if number % 3 == 0 else -wobble if number % 3 == 1 else 0)
    return history(rows)


@dataclass(frozen=True)
class Case:
    """A plan, and the sentence as read where a rule looks at words."""

    plan: Plan
    reading: Reading | None = None


def said(plan_: Plan, *remarks: Remark, **parts: Any) -> Case:
    """The plan with its sentence, which reads as its goal and shows these remarks."""
    goal = parts.pop("goal", plan_.goal)
    reading = Reading(text="as typed", language="en", goal=goal, remarks=remarks, **parts)
    return Case(replace(plan_, goal=replace(plan_.goal, statement="as typed")), reading)


def with_steps(*steps: Step, **more: Any) -> Case:
    return Case(replace(SOUND, steps=steps, **more))


def priced(goal: Mapping[str, Any], **economics: Any) -> Case:
    """A plan with prices and no past."""
    numbers = {name: Decimal(value) if isinstance(value, int) else value for name, value in economics.items()}
    base = plan(keep=False, **{"limits": (), **goal})
    return Case(replace(base, economics={"currency": "RUB", **numbers}))


def grown(platform: str, size: int, gain: int) -> Case:
    """A page of that size that wants to gain so many, with no past of its own."""
    return Case(plan(keep=False, platform=platform, baseline=Decimal(size), value=Decimal(gain)))


LEADS: Mapping[str, Any] = {"metric": "leads", "category": "leads", "kind": "total", "value": Decimal(100)}
REVENUE: Mapping[str, Any] = {
    "metric": "revenue", "category": "sales", "kind": "total", "value": Decimal(300_000), "unit": "RUB",
}  # fmt: skip
CHEAP_LEADS: Mapping[str, Any] = {**LEADS, "limits": ("cost_per_lead <= 300 RUB",)}
ADVERTISED = Case(
    replace(
        priced(LEADS, budget=60_000).plan,
        point_a=(
            Snapshot(
                platform="vk",
                date=day(11, 20),
                source="ads.csv",
                metrics={"ad_spend": Measure(Decimal(10_000), "month"), "leads": Measure(Decimal(20), "month")},
            ),
        ),
    )
)
"""What advertising cost and what came stand at point A, and no price in the plan."""
SALES: Mapping[str, Any] = {"metric": "sales", "category": "sales", "kind": "total", "value": Decimal(20)}
RESPONSE: Mapping[str, Any] = {
    "metric": "response_time",
    "category": "service",
    "kind": "level",
    "value": Decimal(10),
    "unit": "minute",
    "direction": "decrease",
    "baseline": Decimal(45),
}
CONVERSION: Mapping[str, Any] = {
    "metric": "lead_conversion",
    "category": "leads",
    "kind": "percent",
    "value": Decimal(2),
    "unit": "percent",
}
RATE: Mapping[str, Any] = {
    "metric": "customers",
    "category": "sales",
    "kind": "rate",
    "value": Decimal(10),
    "per": "week",
}
FEWER_QUESTIONS: Mapping[str, Any] = {
    "metric": "questions",
    "category": "service",
    "kind": "rate",
    "per": "week",
    "direction": "decrease",
    "value": Decimal(60),
    "baseline": Decimal(100),
}
ER: Mapping[str, Any] = {
    "metric": "engagement_rate",
    "category": "engagement",
    "kind": "level",
    "value": Decimal(7),
    "unit": "percent",
    "baseline": Decimal(3),
    "counted_as": "reactions to reach",
}
REACH: Mapping[str, Any] = {"metric": "reach", "category": "awareness", "kind": "total", "value": Decimal(100_000)}
BADGE: Mapping[str, Any] = {
    "metric": "milestone",
    "kind": "milestone",
    "value": None,
    "unit": None,
    "category": "community",
}
OLD_VIEWS = {day(1, 1, 2024): 10, day(6, 1, 2024): 20, day(6, 1, 2025): 30, day(11, 1): 40}
HELD: Mapping[str, Any] = {**RESPONSE, "hold": True, "value": Decimal(15)}
THIRTY_LEADS = {"currency": "RUB", "spend": Decimal(9000), "results": Decimal(30)}
ADS = step("Promote the posts with ads", day(12, 10), "+250", cost=Decimal(10_000))


def answering(*minutes: int) -> Plan:
    """A response time as read in October and in November."""
    days = (day(10, 21), day(11, 20))
    points = (
        replace(POINT_A, date=on, metrics={"response_time": Measure(Decimal(value))})
        for on, value in zip(days, minutes, strict=True)
    )
    return replace(plan(**{**RESPONSE, "value": Decimal(20)}), steps=(), point_a=tuple(points))


FAILING: tuple[tuple[str, str, Case], ...] = (
    ("S01", "", Case(plan(metric=None, kind=None, value=None))),
    ("S01", "vague", said(bare(kind="percent", value=Decimal(10)), Remark("vague", values={"word": "popularity"}))),
    ("S02", "", said(plan(metric=None, counted_as=None), thing="selfies with our cup")),
    ("S02", "nearest", Case(plan(metric="folowers", counted_as=None))),
    ("S03", "", said(SOUND, Remark("second_metric", values={"metric": "sales", "words": "50 sales"}))),
    ("S04", "", Case(plan(metric="engagement_rate", unit="percent", counted_as=None))),
    ("S04", "telegram", Case(plan(metric="engagement_rate", unit="percent", counted_as=None, platform="telegram"))),
    ("S05", "", Case(plan(**RESPONSE, counted_as=None))),
    ("S06", "", said(SOUND, Remark("activity", values={"words": "publish 5 posts a week"}))),
    ("S06", "metric", Case(plan(metric="posts", category="awareness"))),
    ("S07", "", Case(plan(platform=None))),
    ("S08", "", Case(plan(platforms=("vk", "telegram"), counted_as=None))),
    ("S09", "", Case(plan(metric="questions", category="service", kind="total", direction=None))),
    ("S10", "", Case(plan(counted_as=None))),
    ("S10", "net", said(plan(counted_as=None), Remark("gross_or_net", values={"metric": "followers"}))),
    ("S11", "increase", Case(plan(keep=False, **{**RESPONSE, "direction": "increase"}))),
    ("S11", "decrease", Case(plan(direction="decrease"))),
    ("M01", "", Case(plan(metric=None, kind=None, value=None))),
    ("M01", "metric", Case(plan(kind=None, value=None))),
    ("M01", "placeholder", said(plan(kind=None, value=None), Remark("placeholder", values={"words": "X"}))),
    ("M01", "zero", Case(plan(kind="level", value=Decimal(0)))),
    ("M02", "", Case(plan(keep=False, kind="level", value=Decimal(2000)))),
    ("M02", "percent", Case(plan(keep=False, kind="percent", value=Decimal(20), unit="percent"))),
    ("M02", "factor", Case(plan(keep=False, kind="factor", value=Decimal(2), unit=None))),
    ("M02", "falling", Case(plan(keep=False, **{**RESPONSE, "baseline": None}))),
    ("M03", "", Case(plan(**CONVERSION))),
    ("M03", "start", Case(plan(**CONVERSION, baseline=Decimal(4)))),
    ("M04", "unit", Case(plan(kind="level", unit="minute"))),
    ("M04", "currency", Case(plan(metric="revenue", category="sales", kind="total"))),
    ("M04", "time", Case(plan(**{**RESPONSE, "unit": "count"}))),
    ("M04", "range", Case(plan(metric="nps", category="service", kind="level", value=Decimal(170), unit="point"))),
    ("M04", "below_zero", Case(plan(direction="decrease", value=Decimal(2500)))),
    ("M05", "", Case(plan(keep=False, measured_by=None))),
    ("M06", "metric", said(SOUND, goal=replace(GOAL, metric="members"))),
    ("M06", "platform", said(SOUND, goal=replace(GOAL, platform="telegram"))),
    ("M06", "value", said(SOUND, goal=replace(GOAL, value=Decimal(300)))),
    ("M06", "baseline", said(plan(baseline=Decimal(1840)), goal=replace(GOAL, baseline=Decimal(1700)))),
    ("M06", "deadline", said(SOUND, goal=replace(GOAL, deadline=day(12, 31)))),
    ("M07", "", Case(plan(baseline=Decimal(1800)))),
    ("M08", "", said(SOUND, Remark("range", values={"low": Decimal(250), "high": Decimal(300)}))),
    ("M08", "stages", said(SOUND, Remark("staged", values={"levels": (Decimal(100), Decimal(250))}))),
    ("M09", "", said(SOUND, Remark("not_understood", values={"words": "area 77"}))),
    ("M10", "", Case(plan(**REACH, counted_as=None))),
    (
        "M11",
        "",
        Case(
            replace(
                plan(metric="views", platform="instagram", kind="total"),
                point_a=(history(OLD_VIEWS, "views", "instagram"),),
            )
        ),
    ),
    ("M12", "", Case(replace(plan(**LEADS), point_a=(replace(POINT_A, metrics={"leads": Measure(Decimal(40))}),)))),
    ("A01", "", Case(plan(keep=False))),
    ("A01", "start", Case(plan(keep=False, kind="percent", value=Decimal(20), unit="percent"))),
    ("A01", "event", Case(plan(keep=False, **BADGE))),
    ("A01", "banned", priced({**LEADS, "platform": "instagram"}, spend=9000, results=30, budget=10_000)),
    ("A01", "awarded", said(plan(**BADGE), Remark("platform_decides", values={"words": "Prometheus"}))),
    ("A01", "before", Case(plan(keep=False, **RESPONSE))),
    ("A01", "later", Case(replace(plan(keep=False), progress=(Progress(date=day(11, 25), value=Decimal(9)),)))),
    ("A02", "met", Case(plan(kind="level", value=Decimal(1840)))),
    ("A02", "wrong_side", Case(plan(kind="level", value=Decimal(1500)))),
    ("A03", "", Case(replace(plan(value=Decimal(5000)), steps=(), point_a=(growing(2, 30),)))),
    ("A03", "windows", Case(replace(plan(value=Decimal(300)), steps=(), point_a=(growing(2, 200),)))),
    ("A04", "", priced(SALES, aov=3000, margin=Decimal("0.3"), cac=1200, budget=24_000)),
    ("A04", "share", priced(SALES, aov=3000, cac=3750, budget=75_000)),
    ("A05", "", Case(replace(plan(value=Decimal(500)), steps=STEPS[:3]))),
    ("A05", "beyond", Case(replace(plan(value=Decimal(2500)), steps=STEPS[:1]))),
    ("A05", "falling", Case(plan(keep=False, **FEWER_QUESTIONS))),
    ("A05", "rising", Case(answering(40, 45))),
    ("A05", "slow_fall", Case(answering(48, 45))),
    (
        "A05",
        "standstill",
        Case(
            replace(
                SOUND,
                point_a=(
                    replace(POINT_A, metrics={**POINT_A.metrics, "lost_followers": Measure(Decimal(300), "month")}),
                ),
            )
        ),
    ),
    ("A06", "", Case(replace(plan(value=Decimal(75)), point_a=(growing(2, 30, 3),)))),
    ("A06", "windows", Case(replace(plan(value=Decimal(90)), point_a=(growing(2, 200, 3),)))),
    ("A06", "test", Case(replace(plan(value=Decimal(5000)), point_a=(growing(2, 200),)))),
    ("A07", "", Case(replace(plan(value=Decimal(40)), point_a=(growing(2, 30, 3),)))),
    ("A07", "windows", Case(replace(plan(value=Decimal(50)), point_a=(growing(2, 200, 3),)))),
    ("A07", "stretch", Case(replace(plan(value=Decimal(60)), point_a=(growing(2, 30, 3),)))),
    ("A07", "stretch_windows", Case(replace(plan(value=Decimal(66)), point_a=(growing(2, 200, 3),)))),
    ("A08", "", Case(replace(plan(value=Decimal(5)), point_a=(growing(2, 200, 3),)))),
    ("A09", "typical", grown("instagram", 8000, 20)),
    ("A09", "ambitious", grown("instagram", 8000, 200)),
    ("A09", "unseen", grown("instagram", 8000, 2000)),
    ("A09", "none_published", grown("vk", 8000, 200)),
    ("A09", "small_account", grown("instagram", 300, 100)),
    ("A10", "", priced(LEADS, spend=9000, results=30, budget=10_000)),
    ("A10", "no_budget", priced(LEADS, spend=9000, results=30)),
    ("A10", "steps", with_steps(*STEPS[:3], ADS, economics={"currency": "RUB", "budget": Decimal(9000)})),
    ("A10", "limit", with_steps(*STEPS[:3], replace(ADS, cost=Decimal(12_000)))),
    ("A10", "price", priced(CHEAP_LEADS, spend=15_000, results=30, budget=60_000)),
    ("A10", "revenue", priced(REVENUE, spend=9000, customers=30, aov=3000, budget=10_000)),
    ("A10", "no_budget_for_revenue", priced(REVENUE, spend=9000, customers=30, aov=3000)),
    ("A11", "", priced(LEADS, spend=2400, results=8)),
    ("A11", "budget", priced(LEADS, spend=2400, results=8, budget=30_000)),
    ("A11", "none", priced(LEADS, spend=2400, results=0, budget=30_000)),
    ("A12", "", with_steps(*STEPS[:3])),
    ("A12", "away", with_steps(replace(STEPS[1], result="-20"))),
    ("A13", "", Case(replace(plan(keep=False), owner=None))),
    ("A14", "", Case(plan(**HELD))),
    ("A15", "", priced(SALES, deal_cycle_days=40)),
    ("A16", "", priced(LEADS, budget=30_000)),
    ("A16", "seen", ADVERTISED),
    ("R01", "", Case(plan(why=None))),
    ("R01", "repeats", Case(plan(statement="250 new followers!", why="250 new followers"), said(SOUND).reading)),
    ("R02", "", Case(plan(category="service"))),
    ("R03", "", Case(plan(category="sales"))),
    ("R04", "", Case(plan(limits=()))),
    ("R05", "", said(plan(**BADGE, platform="youtube"), Remark("platform_decides", values={"words": "silver button"}))),
    ("R05", "vk", said(plan(**BADGE, limits=()), Remark("platform_decides", values={"words": "Prometheus"}))),
    ("R06", "", with_steps(step("Mass following of a rival's followers", day(12, 10), "+250"), *STEPS[:2])),
    ("R07", "", Case(replace(plan(platform="instagram"), steps=(ADS, *STEPS[1:])))),
    ("R08", "", Case(replace(plan(platform="telegram"), steps=(ADS, *STEPS[1:])))),
    ("R09", "", Case(plan(**LEADS))),
    ("T01", "", Case(plan(deadline=None))),
    ("T01", "not_a_date", said(plan(deadline=None), Remark("not_a_date", values={"words": "soon"}))),
    ("T01", "no_such_date", said(plan(deadline=None), Remark("no_such_date", values={"words": "31 June"}))),
    ("T19", "", said(plan(deadline=None), Remark("event_deadline", values={"words": "before the launch"}))),
    ("T02", "", Case(plan(deadline=day(3, 1, 2020)))),
    ("T02", "over", Case(replace(plan(deadline=day(11, 20)), created=day(10, 20)))),
    ("T03", "", Case(plan(**RATE, deadline=None))),
    ("T04", "", Case(plan(deadline=day(11, 25)))),
    ("T05", "", Case(plan(keep=False, deadline=day(6, 1, 2028)))),
    ("T05", "idle", Case(plan(deadline=day(2, 20, 2027)))),
    ("T06", "", Case(replace(SOUND, point_a=(replace(POINT_A, date=day(9, 30)),)))),
    ("T07", "", Case(plan(start=day(12, 24)))),
    ("T08", "", said(SOUND, Remark("day_or_month", values={"date": END, "other": day(12, 31)}))),
    ("T08", "last_day", said(SOUND, Remark("last_day", values={"date": END}))),
    ("T09", "", Case(plan(deadline=day(1, 20, 2027)))),
    ("T09", "several", Case(plan(deadline=day(5, 20, 2027)))),
    ("T10", "none", with_steps()),
    ("T10", "few", with_steps(*STEPS[:2])),
    ("T10", "many", with_steps(*STEPS, step("Write to the press", END, "one article"))),
    ("T11", "", with_steps(replace(STEPS[0], result=None), *STEPS[1:])),
    ("T11", "all", with_steps(*(replace(each, result="done") for each in STEPS))),
    (
        "T12",
        "",
        Case(
            replace(
                plan(statement="250 new followers on VK"),
                steps=(*STEPS[:3], step("Get 250 new followers on VK", END, "+80")),
            ),
            said(SOUND).reading,
        ),
    ),
    ("T11", "levels", Case(replace(plan(**ER), steps=tuple(replace(each, result="+1") for each in STEPS)))),
    ("T12", "twice", with_steps(*STEPS[:3], replace(STEPS[2], due=END, result="+80"))),
    ("T13", "", with_steps(*STEPS[:3], replace(STEPS[3], due=None))),
    ("T14", "", with_steps(*STEPS[:3], replace(STEPS[3], due=day(12, 31)))),
    ("T14", "start", with_steps(*STEPS[:3], replace(STEPS[3], start=day(12, 31)))),
    ("T15", "", with_steps(STEPS[0], STEPS[2], STEPS[1], STEPS[3])),
    ("T16", "", with_steps(*(replace(each, due=END) for each in STEPS))),
    ("T17", "", with_steps(*STEPS[:3], replace(STEPS[3], owner=None), owner=None)),
    ("T18", "indicator", with_steps(*(replace(each, indicator=None) for each in STEPS))),
    ("T18", "if_then", with_steps(*(replace(each, if_then=None) for each in STEPS))),
)

HOLES: tuple[tuple[str, Case], ...] = (
    ("S01", said(plan(metric=None, kind=None, value=None), goal=GOAL)),
    ("M01", said(plan(value=None), goal=GOAL)),
    ("M02", said(plan(keep=False, **{**RESPONSE, "baseline": None}), goal=replace(GOAL, **RESPONSE))),
    ("T01", said(plan(deadline=None), goal=GOAL)),
    ("T03", said(plan(**RATE, deadline=None), goal=replace(GOAL, **RATE))),
)
"""A part that the keys lack and the sentence has."""

PASSING: Mapping[str, tuple[Case, ...]] = {
    "S01": (Case(plan(keep=False, **BADGE)), said(bare(), thing="selfies"), said(bare(), event="shop opened")),
    "S11": (Case(plan(**RESPONSE)), Case(plan(direction=None))),
    "M02": (Case(plan(keep=False, **LEADS)), Case(plan(keep=False, **RESPONSE)), Case(plan(keep=False, **HELD))),
    "M03": (Case(plan(**{**CONVERSION, "kind": "gain"})),),
    "M04": (
        Case(plan(**{**RESPONSE, "value": Decimal("0.5"), "unit": "hour"})),
        Case(plan(metric="nps", category="service", kind="level", value=Decimal(-20), unit="point")),
        Case(plan(metric="revenue", category="sales", kind="total", unit="KZT")),
    ),
    "M07": (Case(plan(baseline=Decimal(1840))), Case(plan(**RESPONSE))),
    "A01": (
        Case(SOUND),
        Case(plan(keep=False, deadline=None)),
        Case(plan(keep=False, **HELD)),
        priced(LEADS, spend=9000, results=30, budget=40_000),
        Case(replace(plan(value=Decimal(5000)), point_a=(growing(2, 200),))),
    ),
    "A02": (
        Case(plan(**RESPONSE)),
        Case(plan(**{**HELD, "baseline": Decimal(12)})),
        Case(plan(kind="level", value=Decimal(2000))),
    ),
    "A03": (Case(replace(plan(value=Decimal(60)), steps=(), point_a=(growing(2, 200),))),),
    "A04": (priced(SALES, aov=3000, margin=Decimal("0.3"), cac=600, budget=24_000),),
    "A05": (Case(SOUND), Case(plan(keep=False))),
    "A06": (Case(replace(plan(value=Decimal(60)), point_a=(growing(2, 200, 3),))),),
    "A10": (
        Case(replace(plan(keep=False, **LEADS, limits=()), economics=THIRTY_LEADS | {"budget": Decimal(30_000)})),
        with_steps(*STEPS[:3], ADS, economics={"currency": "RUB", "budget": Decimal(10_000)}),
        with_steps(*STEPS[:3], ADS, economics={"currency": "USD"}),
        priced(CHEAP_LEADS, spend=9000, results=30, budget=60_000),
        priced(REVENUE, spend=9000, customers=30, aov=3000, budget=30_000),
        Case(replace(ADVERTISED.plan, goal=replace(ADVERTISED.plan.goal, limits=("cost_per_lead <= 500 RUB",)))),
    ),
    "A11": (priced(LEADS, spend=9000, results=30, budget=30_000),),
    "A14": (Case(plan(**{**HELD, "baseline": Decimal(12)})),),
    "R07": (
        Case(replace(plan(platform="instagram"), steps=(ADS, *STEPS[1:]), market="US")),
        Case(plan(platform="instagram")),
    ),
    "T02": (Case(plan(deadline=TODAY)),),
    "T04": (Case(plan(**LEADS, deadline=day(11, 25))),),
    "T06": (Case(replace(SOUND, point_a=(replace(POINT_A, date=day(10, 1)),))),),
    "T09": (Case(plan(deadline=day(12, 20))),),
}
"""Passing goals beside the sound plan, which passes every rule."""

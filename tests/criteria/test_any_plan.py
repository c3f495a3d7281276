import datetime as dt
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from smartgoal.catalog import metrics
from smartgoal.catalog.rules import rules
from smartgoal.criteria import judge
from smartgoal.language import load
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Measure, Plan, Progress, Snapshot, Step

TODAY = dt.date(2026, 11, 22)
METRICS = st.sampled_from([None, *metrics(), "other:selfies", "folowers"])
AMOUNTS = st.none() | st.decimals(min_value=0, max_value=10**9, places=2) | st.sampled_from([Decimal(0), Decimal(250)])
DAYS = st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2029, 1, 1))
WORDS = st.none() | st.sampled_from(["", "Get 250 followers", "массфолловинг", "таргет в Instagram", "wait {x}"])
GOALS = st.builds(
    Goal,
    statement=WORDS,
    category=st.sampled_from([None, "awareness", "sales", "service", "fame"]),
    platform=st.sampled_from([None, "vk", "instagram", "telegram", "other:snapchat", "mysapce"]),
    metric=METRICS,
    direction=st.sampled_from([None, "increase", "decrease"]),
    kind=st.sampled_from([None, "gain", "level", "percent", "factor", "total", "rate", "milestone"]),
    value=AMOUNTS,
    unit=st.sampled_from([None, "count", "percent", "minute", "hour", "RUB", "point", "people"]),
    per=st.sampled_from([None, "day", "week", "post"]),
    hold=st.booleans(),
    baseline=AMOUNTS,
    start=DAYS,
    deadline=DAYS,
    why=WORDS,
)
STEPS = st.builds(
    Step,
    title=st.sampled_from(["Run ads", "Get 250 followers", ""]),
    start=DAYS,
    due=DAYS,
    owner=WORDS,
    result=st.sampled_from([None, "", "+30", "-5", "=10m", "+20 %", "report", "=1e9", "+"]),
    basis=st.sampled_from([None, "guess", "price", "history"]),
    cost=AMOUNTS,
)
ECONOMICS = st.dictionaries(
    st.sampled_from(["spend", "results", "budget", "cac", "aov", "margin", "cpl", "deal_cycle_days", "currency"]),
    AMOUNTS | st.sampled_from(["rub", "two", ""]),
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    goal = draw(GOALS)
    levels = draw(st.lists(st.integers(0, 10**6), max_size=40))
    days = [TODAY - dt.timedelta(days=number) for number in range(len(levels))]
    rows = tuple(sorted((day, Decimal(level)) for day, level in zip(days, levels, strict=True)))
    snapshot = Snapshot(
        platform=draw(st.sampled_from([None, "vk"])),
        date=draw(st.dates(dt.date(2026, 1, 1), TODAY)),
        metrics={
            name: Measure(draw(AMOUNTS) or Decimal(0), draw(st.sampled_from([None, "week"])))
            for name in (goal.metric, "new_followers")
            if name
        },
        history={goal.metric: rows} if goal.metric and rows else {},
    )
    return Plan(
        created=TODAY,
        language=draw(st.sampled_from([None, "ru", "en"])),
        market=draw(st.sampled_from([None, "RU", "US", "Mars"])),
        goal=goal,
        point_a=draw(st.sampled_from([(), (snapshot,), (snapshot, snapshot)])),
        steps=tuple(draw(st.lists(STEPS, max_size=5))),
        economics=draw(ECONOMICS),
        progress=tuple(draw(st.lists(st.builds(Progress, date=st.just(TODAY), value=AMOUNTS), max_size=1))),
    )


@given(plans(), st.sampled_from(["ru", "en"]))
def test_any_plan_gets_a_verdict_that_can_be_said(plan: Plan, language: str) -> None:
    verdict, speech = judge(plan, today=TODAY), load(language)
    for name in ("specific", "measurable", "time_bound"):
        assert verdict.criteria[name] in {"yes", "no"}
    for found in verdict.findings:
        row = rules()[found.rule]
        assert speech.fill(row.messages[found.variant][language], found.values)
        for cure in found.cures:
            assert speech.fill(row.cures[cure.name][language], {**found.values, **cure.values})

"""Plans with check-ins, made short for the tests of tracking."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan, Progress

START = date(2026, 9, 1)
END = date(2026, 11, 30)
FOLLOWERS = {"metric": "followers", "platform": "vk", "kind": "gain", "direction": "increase", "unit": "count"}
ANSWERS = {"metric": "response_time", "platform": "vk", "kind": "level", "direction": "decrease", "unit": "minute"}


def number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def plan(*told: tuple[int, Any], steps: Any = (), value: Any = None, **goal: Any) -> Plan:
    """A plan of three months; `told` are (days after the start, number)."""
    return Plan(
        created=START,
        language="en",
        goal=Goal(**{"deadline": END, "value": number(value), **goal, "baseline": number(goal.get("baseline"))}),
        steps=steps,
        progress=tuple(Progress(date=START + timedelta(days=day), value=number(each)) for day, each in told),
    )


def day(offset: int) -> date:
    return START + timedelta(days=offset)


def values(*expected: Any) -> tuple[Any, ...]:
    """What a tuple of decimals, states and days is compared with."""
    return expected

"""Histories whose true chance is known, made from a seed."""

import datetime as dt
import random
from itertools import accumulate

START = dt.date(2025, 1, 6)  # a Monday
Points = list[tuple[dt.date, float]]


def dated(values: list[float], every: int = 1) -> Points:
    return [(START + dt.timedelta(days=every * number), value) for number, value in enumerate(values)]


def steady(days: int, per_day: float = 5.0, start: float = 1000.0) -> Points:
    return dated([start + per_day * day for day in range(days)])


def random_walk(days: int, *, drift: float = 5.0, wobble: float = 3.0, seed: int = 0) -> Points:
    source = random.Random(seed)
    steps = [source.gauss(drift, wobble) for _ in range(days)]
    return dated([1000 + level for level in accumulate(steps)])


def flow(days: int, *, mean: float = 10.0, wobble: float = 3.0, seed: int = 0) -> Points:
    source = random.Random(seed)
    return dated([max(0.0, round(source.gauss(mean, wobble))) for _ in range(days)])


def weekly_cycle(days: int, weekday: float = 4.0, weekend: float = 40.0) -> Points:
    return dated([weekend if day % 7 >= 5 else weekday for day in range(days)])


def launches(count: int, *, days: int = 5, pause: int = 25, total: float = 50.0) -> Points:
    values: list[float] = []
    for number in range(count):
        values += [(total + 5 * (number % 3)) / days] * days + [0.0] * pause
    return dated(values)


def after(points: Points, days: int) -> dt.date:
    return points[-1][0] + dt.timedelta(days=days)

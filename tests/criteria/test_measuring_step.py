"""The step that finds out a start value."""

import datetime as dt

import pytest
from tests.criteria.cases import SOUND, TODAY

from smartgoal.catalog import metric
from smartgoal.catalog.tactics import tactics
from smartgoal.criteria.measuring_step import measures_first, measuring_step


@pytest.mark.parametrize(("days", "taken"), [(1, 1), (8, 1), (15, 1), (16, 2), (56, 7), (80, 10)])
def test_it_takes_an_eighth_of_the_time_and_a_day_at_least(days: int, taken: int) -> None:
    step = measuring_step(metric("followers"), "en", TODAY, TODAY + dt.timedelta(days=days), "Anna")
    assert (step.start, step.due, step.owner) == (TODAY, TODAY + dt.timedelta(days=taken), "Anna")


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", ["followers", "response_time", "leads"])
def test_it_is_a_way_to_measure_of_the_catalogue_that_names_the_metric(name: str, language: str) -> None:
    step = measuring_step(metric(name), language, TODAY, TODAY + dt.timedelta(days=30), None)
    ways = {row.deliverable[language] for row in tactics().values() if row.situation == "unknown_start"}
    assert step.result in ways
    assert "{" not in step.title
    assert measures_first(type(SOUND)(steps=(step,)))


def test_other_first_steps_do_not_measure() -> None:
    assert not measures_first(SOUND)
    assert not measures_first(type(SOUND)())

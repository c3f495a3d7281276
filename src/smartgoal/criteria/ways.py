"""The ways of counting that a finding offers to choose from."""

from collections.abc import Iterable
from dataclasses import replace

from smartgoal.criteria.facts import Facts
from smartgoal.model.finding import Cure
from smartgoal.planning.counting import counted, fitting_ways


def ways_of_counting(facts: Facts) -> Iterable[Cure]:
    """The sentences of the catalogue that do not contradict the goal."""
    for _, way in fitting_ways(facts.goal):
        text = way.texts[facts.language]
        yield Cure("counted_as", replace(facts.plan, goal=counted(facts.goal, text)), {"text": text})

"""Proposed steps in the plan's language."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from smartgoal.catalog.rows import Texts
from smartgoal.language import Language, load
from smartgoal.model.plan import Plan, Step
from smartgoal.planning.proposal import Proposal, Say, propose, render
from smartgoal.planning.resources import Resources


def proposed_steps(plan: Plan, *, today: date) -> tuple[Step, ...]:
    """Three or four steps for the plan, worded in its language."""
    return worded(proposal_for(plan, today=today), plan)


def proposal_for(plan: Plan, *, today: date) -> Proposal:
    """The proposal with the means that the plan's economics tell of."""
    return propose(plan, Resources.of_economics(plan.economics, plan.goal.metric), today=today)


def worded(proposal: Proposal, plan: Plan) -> tuple[Step, ...]:
    """The steps of a proposal as a plan file holds them."""
    return render(proposal, speaker(load(plan.language or "en")))


def speaker(language: Language) -> Say:
    """Words of one language for the rows of the catalogue."""

    def say(texts: Texts, values: Mapping[str, Any]) -> str:
        return language.fill(texts[language.code], values)

    return say

"""Steps: proposing them, adding them up, checking them, and the risks they carry."""

from smartgoal.planning.checks import STEP_PROBLEMS, StepProblem, check_steps, repeats_goal
from smartgoal.planning.choice import Choice, Reason, Setting, choices
from smartgoal.planning.closing import Closing, closing
from smartgoal.planning.proposal import Proposal, ProposedStep, propose, render
from smartgoal.planning.resources import Resources
from smartgoal.planning.results import Result, parse_result
from smartgoal.planning.risks import Match, Risk, recognise, risks_of
from smartgoal.planning.schedule import Slot, slots
from smartgoal.planning.sums import Coverage, StepResult, coverage

__all__ = [
    "STEP_PROBLEMS",
    "Choice",
    "Closing",
    "Coverage",
    "Match",
    "Proposal",
    "ProposedStep",
    "Reason",
    "Resources",
    "Result",
    "Risk",
    "Setting",
    "Slot",
    "StepProblem",
    "StepResult",
    "check_steps",
    "choices",
    "closing",
    "coverage",
    "parse_result",
    "propose",
    "recognise",
    "render",
    "repeats_goal",
    "risks_of",
    "slots",
]

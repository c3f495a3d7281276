"""The draft of a wizard that was broken off: kept after every answer, offered again by the next `smartgoal new`."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path

from smartgoal import parsing
from smartgoal.cli.wizard.screen import Row, Screen
from smartgoal.exporters.sentence import goal_sentence
from smartgoal.interview import State
from smartgoal.language import Language
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.store.drafts import Draft, keep

# answers of the draft that belong to no question
TYPED = "typed"
STATED = "stated"
OPEN = "open"


def keep_draft(state: State, output: Path, typed: str = "") -> None:
    """Write the draft: the plan so far, the answers, what stands in the field."""
    notes = {STATED: " ".join(sorted(state.stated)), OPEN: " ".join(state.reopened), TYPED: typed}
    keep(Draft(state.plan, {**state.answers, **{key: text for key, text in notes.items() if text}}), output)


def started(plan: Plan, today: date, language: str) -> State:
    """The first state: what flags told of the goal stands by itself and wins over the sentence."""
    statement = plan.goal.statement
    made = plan.created or today
    reading = parsing.read(statement, today=made) if statement else None
    read = reading.goal if reading else Goal()
    blank = Goal()
    stated = {
        each.name
        for each in fields(Goal)
        if getattr(plan.goal, each.name) not in (getattr(read, each.name), getattr(blank, each.name))
    }
    return State(plan=plan, today=today, language=language, reading=reading, stated=frozenset(stated - {"statement"}))


def resumed(draft: Draft, today: date, language: str) -> tuple[State, str]:
    """The state that a draft holds, and what stood in the field."""
    state = started(draft.plan, today, language)
    answers = {key: text for key, text in draft.answers.items() if key not in {TYPED, STATED, OPEN}}
    return (
        replace(
            state,
            answers=answers,
            stated=frozenset(draft.answers.get(STATED, "").split()),
            reopened=tuple(draft.answers.get(OPEN, "").split()),
        ),
        draft.answers.get(TYPED, ""),
    )


def offer(draft: Draft, language: Language) -> Screen:
    """Asks whether to go on with a draft, and shows what it holds."""
    say = language.text
    goal = goal_sentence(draft.plan.goal, language) or say("no goal yet")
    held = say("{goal} ({count} answers)", goal=goal, count=len(draft.answers))
    return Screen(
        id="draft",
        heading=say("Draft"),
        panel=((("", say("You did not finish last time: ")), ("strong", held)),),
        prompt=say("Go on with it?"),
        hint="",
        help="",
        rows=(
            Row("go_on", say("Go on where I stopped")),
            Row("later", say("Begin anew, keep the draft")),
            Row("discard", say("Begin anew, delete the draft")),
        ),
        default="go_on",
        typed="",
        check=lambda _: "",
        first=True,
    )

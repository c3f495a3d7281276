"""A draft of a saved plan put onto the plan as it is now: what the draft changed stays beside what came in since."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from smartgoal.cli.wizard.keeping import choice_screen, started
from smartgoal.cli.wizard.screen import Back, FrontEnd, said
from smartgoal.cli.wizard.wrapping import plain
from smartgoal.interview.changing import current
from smartgoal.interview.question import Choice, Question, message
from smartgoal.interview.topic import picked
from smartgoal.language import N_, Language
from smartgoal.model.plan import Accepted, Plan
from smartgoal.store.drafts import Draft

OF_THE_FILE = ("format", "created", "changes", "progress", "outcome")  # no question of `edit` changes them
MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True, slots=True)
class Part:
    """What is decided together: its name, the answer that shows it, its fields in the goal or in the plan."""

    name: str
    answer: str
    goal: tuple[str, ...] = ()
    plan: tuple[str, ...] = ()

    def of(self, plan: Plan) -> tuple[object, ...]:
        """Its values in a plan."""
        return (*(getattr(plan.goal, each) for each in self.goal), *(getattr(plan, each) for each in self.plan))

    def taken(self, into: Plan, source: Plan) -> Plan:
        """`into` with this part of `source`."""
        goal = replace(into.goal, **{each: getattr(source.goal, each) for each in self.goal})
        return replace(into, goal=goal, **{each: getattr(source, each) for each in self.plan})


COUNTED = ("category", "metric", "direction", "kind", "value", "unit", "per", "hold", "baseline", "counted_as",
           "measured_by")  # fmt: skip
PARTS = (
    Part(N_("The sentence"), "goal.line", goal=("statement",)),
    Part(N_("The number"), "goal.number", goal=COUNTED),
    Part(N_("The platform"), "goal.platform", goal=("platform", "platforms")),
    Part(N_("The first day"), "goal.start", goal=("start",)),
    Part(N_("The last day"), "goal.deadline", goal=("deadline",)),
    Part(N_("The conditions"), "goal.limits", goal=("limits",)),
    Part(N_("What it is for"), "goal.why", goal=("why",)),
    Part(N_("The title"), "title", plan=("title",)),
    Part(N_("The language"), "language", plan=("language",)),
    Part(N_("Who is responsible"), "owner", plan=("owner",)),
    Part(N_("The country for notes on the law"), "market", plan=("market",)),
    Part(N_("The client"), "client", plan=("client",)),
    Part(N_("The numbers of point A"), "point_a", plan=("point_a",)),
    Part(N_("Money"), "economics", plan=("economics",)),
    Part(N_("The steps"), "steps", plan=("steps",)),
)


def rebased(draft: Draft, now: Plan, front: FrontEnd, language: Language, today: date) -> Plan:
    """The plan of the draft on top of the plan as it is now; what both changed is asked.

    Raises BrokenOffError when the user breaks off.
    """
    base = draft.base if draft.base is not None else now
    if base != now:
        told = language.text("The plan was changed since: your answers are put into it as it is now.")
        front.tell((plain(told),))
    plan = replace(now, accepted=accepted_by_both(base, draft.plan, now))
    for part in changed_parts(base, draft.plan):
        both = part.of(now) not in (part.of(base), part.of(draft.plan))
        if not both or chosen(part, draft.plan, now, front, language, today) == MINE:
            plan = part.taken(plan, draft.plan)
    return plan


def changed_parts(base: Plan, draft: Plan) -> Iterator[Part]:
    """What the draft changed."""
    return (part for part in PARTS if part.of(draft) != part.of(base))


def accepted_by_both(base: Plan, draft: Plan, now: Plan) -> tuple[Accepted, ...]:
    """The findings taken upon oneself: those of the plan, with what the draft added and without what it dropped."""
    kept = (row for row in now.accepted if row in draft.accepted or row not in base.accepted)
    return tuple(dict.fromkeys((*kept, *(row for row in draft.accepted if row not in base.accepted))))


def chosen(part: Part, draft: Plan, now: Plan, front: FrontEnd, language: Language, today: date) -> str:
    """Which of two changes of the same part holds: "mine" or "theirs"."""
    question = Question(
        id="draft.both", stage="review", kind="choice", default=THEIRS,
        prompt=message("Changed both in the draft and in the plan since then. What holds?"),
        choices=(
            Choice(value=THEIRS, label=message("In the plan now: {value}", value=value(part, now, language, today))),
            Choice(value=MINE, label=message("In the draft: {value}", value=value(part, draft, language, today))),
        ),
    )  # fmt: skip
    heading = said(message(part.name), language)
    reply = front.ask(choice_screen(question, heading, (), language))
    return THEIRS if isinstance(reply, Back) else str(picked(question, reply or THEIRS, language.code))


def value(part: Part, plan: Plan, language: Language, today: date) -> object:
    """The part in words, as far as the list of answers has words for it."""
    if part.plan == ("steps",):
        return "; ".join(step.title for step in plan.steps)
    return current(part.answer, started(plan, today, language.code)) or "…"

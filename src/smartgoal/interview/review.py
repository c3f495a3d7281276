"""The last look: five verdicts, one-key cures, what one takes upon oneself, any answer to be changed, the file."""

from dataclasses import fields, replace

from smartgoal.catalog.rules import rule
from smartgoal.criteria import accept, judge
from smartgoal.interview.question import Choice, Message, Question, Refusal, message, refused, shown
from smartgoal.interview.state import State, reopen
from smartgoal.interview.topic import Topic, always, never
from smartgoal.language import N_, load
from smartgoal.model.finding import Cure, Finding, Verdict
from smartgoal.model.goal import Goal
from smartgoal.store.naming import LONGEST_TYPED, SUFFIX, free_name, plan_path

ON_A_RULE = N_("Choose a row with a rule code to do what it says. With x before Enter: accept it as it is")
SAVE, SAVE_AS = N_("Yes, save the changes in {file}"), N_("Yes, save as {file}")


def judged(state: State) -> Verdict:
    """The five verdicts of the plan so far."""
    return judge(state.plan, today=state.plan.created or state.today, reading=state.reading, mended=state.today)


def open_findings(verdict: Verdict) -> tuple[Finding, ...]:
    """What needs a decision: errors and warnings that nobody took upon themselves."""
    return tuple(each for each in verdict.findings if not each.accepted and each.severity != "note")


def ask_review(state: State) -> Question:
    """Save, mend by one key, take a finding upon oneself, or change an answer."""
    findings = open_findings(judged(state))
    return Question(
        id="review",
        stage="review",
        kind="review",
        prompt=message("Is everything right?"),
        choices=(
            Choice(value="save", label=message(SAVE if state.saved else SAVE_AS, file=state.output)),
            *(row for number, finding in enumerate(findings) for row in finding_rows(number, finding, state.language)),
            Choice(value="change", label=message("No, change an answer")),
            *(() if state.saved else (Choice(value="file", label=message("Another name for the file")),)),
        ),
        default="save",
        hint=message(ON_A_RULE) if findings else None,
        panel="verdict",
    )


def finding_rows(number: int, finding: Finding, language: str) -> tuple[Choice, ...]:
    """A row for each cure of a finding; without one, a row that takes the finding upon oneself."""
    accepting = f"accept:{number}"
    taken = message("{rule}: I accept it as it is", rule=finding.rule)
    rows = tuple(
        Choice(value=f"cure:{number}:{at}", label=cure_label(finding, cure, language), shortcuts={"x": accepting},
               echoes={accepting: taken})
        for at, cure in enumerate(finding.cures)
    )  # fmt: skip
    return rows or (Choice(value=accepting, label=taken, shortcuts={"x": accepting}),)


def cure_label(finding: Finding, cure: Cure, language: str) -> Message:
    """What the cure does, in the words of the rule table."""
    template = rule(finding.rule).cures[cure.name][language]
    return shown(f"{finding.rule}: {load(language).fill(template, {**finding.values, **cure.values})}")


def accept_review(state: State, answer: str) -> State | Refusal:
    """Do what the row says and show the review again, or save."""
    deed, *numbers = answer.split(":")
    match deed:
        case "save":
            return state
        case "change" | "file":
            return reopen(state, f"review.{deed}", "review")
        case "cure":
            finding, cure = (int(number) for number in numbers)
            return reopen(cured(state, open_findings(judged(state))[finding].cures[cure]), "review")
        case _:
            finding_taken = open_findings(judged(state))[int(numbers[0])]
            plan = accept(state.plan, finding_taken, "", state.today)
            return reopen(replace(state, plan=plan), "review")


def cured(state: State, cure: Cure) -> State:
    """The state with the mended plan; the parts it changed win over the sentence."""
    before, after = state.goal, cure.plan.goal
    changed = {each.name for each in fields(Goal) if getattr(before, each.name) != getattr(after, each.name)}
    return replace(state, plan=cure.plan, stated=state.stated | changed)


def ask_file(state: State) -> Question:
    """Where to save."""
    return Question(id="review.file", stage="review", kind="text", prompt=message("Save as"), default=state.output,
                    suggested=True)  # fmt: skip


def accept_file(state: State, answer: str) -> State | Refusal:
    """The path of the plan, with the ending of plans, where no file stands yet."""
    typed = answer.strip()
    if typed == state.output:
        return state
    path = plan_path(typed)
    if path.name in {"", SUFFIX, ".." + SUFFIX}:
        return refused("A name for the file is needed")
    if len(path.name.encode("utf-8", "replace")) > LONGEST_TYPED:
        return refused("The file name is too long.")
    free = free_name(path)
    if free != path:
        return refused("There is such a file already. This name is free: {name}", name=str(free))
    return replace(state, output=str(path))


def ask_document(_: State) -> Question:
    """Whether a document to send is wanted."""
    return Question(
        id="document",
        stage="review",
        kind="choice",
        prompt=message("A document to send as well?"),
        choices=(
            Choice(value="none", label=message("No, the plan is enough")),
            Choice(value="client", label=message("For the client or the boss (Markdown)")),
            Choice(value="mentor", label=message("For the mentor, with the verdicts (Markdown)")),
        ),
        default="none",
    )


TOPICS = (
    Topic(id="review", applies=always, ask=ask_review, accept=accept_review, hub=True),
    Topic(id="review.file", applies=never, ask=ask_file, accept=accept_file),
    Topic(id="document", applies=always, ask=ask_document, accept=lambda state, _: state),
)

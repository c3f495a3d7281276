"""Point A out of exported files: what was read, whose page it is, the history once the goal's metric is known."""

import os
from dataclasses import replace
from pathlib import Path

from smartgoal import catalog
from smartgoal.importers import Import, Options, read_files
from smartgoal.importers.plans import with_numbers
from smartgoal.importers.problems import problem_rows
from smartgoal.interview.question import Choice, Question, Refusal, message, refused, shown
from smartgoal.interview.state import State
from smartgoal.interview.topic import Topic
from smartgoal.language import load
from smartgoal.model.quantity import Term

COLUMN = "point_a.column:"  # answers about columns stand under this and the column's name
LEFT_OUT, ALL_LEFT_OUT = "-", "--"


def ask_file(_: State) -> Question:
    """The path of an exported file."""
    return Question(
        id="point_a.file",
        stage="point_a",
        kind="text",
        prompt=message("Path of the file, or of a folder with several"),
        hint=message("Enter: go on without a file"),
        default="",
        live=False,
    )


def accept_file(state: State, answer: str) -> State | Refusal:
    """What the file holds; an empty answer goes on without one."""
    if not answer.strip():
        return replace(state, imports=())
    path = path_of(answer)
    if not stands(path):
        return refused("There is no such file: {path}", path=str(path))
    after = with_files_read(state)
    if not any(each.series or each.columns for each in after.imports):
        return refused("{path}: {reason}", path=str(path), reason=reason_of(after.imports, state))
    return after


def path_of(answer: str) -> Path:
    """The path as typed, dragged into the terminal or pasted in quotes."""
    return Path(answer.strip().strip("'\"")).expanduser()


def stands(path: Path) -> bool:
    """Whether there is such a file; a name too long for one is none."""
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises for such a name


def with_files_read(state: State) -> State:
    """The state with the files of its answer read, by what was answered about page and columns."""
    answer = state.answers.get("point_a.file", "")
    if not answer.strip() or not stands(path_of(answer)):
        return state
    options = Options(
        today=state.today,
        platform=state.answers.get("point_a.file_platform"),
        mapping={key.removeprefix(COLUMN): text for key, text in state.answers.items() if key.startswith(COLUMN)},
    )
    return replace(state, imports=tuple(read_files([path_of(answer)], options)))


def reason_of(imports: tuple[Import, ...], state: State) -> str:
    """Why nothing could be read, in the words of the table of problems."""
    found = (problem for each in imports for problem in each.problems)
    worst = next((problem for problem in found if problem.severity == "error"), None)
    language = load(state.language)
    if worst is None:
        return language.text("no numbers were found in it")
    return language.fill(problem_rows()[worst.code].messages[language.code], worst.values)


def unknown_columns(state: State) -> tuple[str, ...]:
    """Columns of numbers of which nobody knows what they count."""
    return tuple(column.name for each in state.imports for column in each.columns if column.metric is None)


def ask_column(state: State) -> Question:
    """What the first of them counts."""
    return Question(
        id="point_a.column",
        stage="point_a",
        kind="choice",
        prompt=message("Column “{column}”: what does it count?", column=unknown_columns(state)[0]),
        choices=(
            Choice(value=LEFT_OUT, label=message("Leave it out")),
            Choice(value=ALL_LEFT_OUT, label=message("Leave out all columns that are not known")),
            *(Choice(value=each, label=shown(Term("metric", each))) for each in catalog.metrics()),
        ),
        default=LEFT_OUT,
    )


def accept_column(state: State, answer: str) -> State:
    """The files are read anew with that column."""
    names = unknown_columns(state)
    told = dict.fromkeys(names, LEFT_OUT) if answer == ALL_LEFT_OUT else {names[0]: answer}
    answers = {**state.answers, **{COLUMN + name: metric for name, metric in told.items()}}
    return with_files_read(replace(state, answers=answers))


def is_homeless(state: State) -> bool:
    """A file that does not tell which page its numbers are of."""
    return any(series.platform is None for each in state.imports for series in each.series)


def ask_page(_: State) -> Question:
    """Whose page the file is of."""
    rows = tuple(Choice(value=each, label=shown(Term("platform", each))) for each in catalog.platforms())
    return Question(
        id="point_a.file_platform",
        stage="point_a",
        kind="choice",
        prompt=message("The file does not say which page it is of. Which one?"),
        choices=rows,
        default=rows[0].value,
    )


def with_imports(state: State) -> State:
    """The state with the numbers of its files, and the history of the goal's metric once it is known."""
    if not state.imports:
        return state
    typed = tuple(row for row in state.plan.point_a if row.source == "typed")
    return replace(state, plan=with_numbers(replace(state.plan, point_a=typed), state.imports, state.today))


TOPICS = (
    Topic(
        id="point_a.file",
        applies=lambda state: state.answers.get("point_a.way") == "file",
        ask=ask_file,
        accept=accept_file,
    ),
    Topic(
        id="point_a.column",
        applies=lambda state: bool(unknown_columns(state)),
        ask=ask_column,
        accept=accept_column,
        needed=True,
    ),
    Topic(
        id="point_a.file_platform",
        applies=is_homeless,
        ask=ask_page,
        accept=lambda state, _: with_files_read(state),
    ),
)

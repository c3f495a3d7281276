"""Point A out of exported files: what was read, whose page it is, the history once the goal's metric is known."""

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
    if not path.exists():
        return refused("There is no such file: {path}", path=str(path))
    imports = read_imports(state, path)
    if not any(each.series for each in imports):
        return refused("{path}: {reason}", path=str(path), reason=reason_of(imports, state))
    return replace(state, imports=imports)


def path_of(answer: str) -> Path:
    """The path as typed, dragged into the terminal or pasted in quotes."""
    return Path(answer.strip().strip("'\"")).expanduser()


def read_imports(state: State, path: Path) -> tuple[Import, ...]:
    """The files of that path as they are understood."""
    return tuple(read_files([path], Options(today=state.today)))


def reason_of(imports: tuple[Import, ...], state: State) -> str:
    """Why nothing could be read, in the words of the table of problems."""
    found = (problem for each in imports for problem in each.problems)
    worst = next((problem for problem in found if problem.severity == "error"), None)
    language = load(state.language)
    if worst is None:
        return language.text("no numbers were found in it")
    return language.fill(problem_rows()[worst.code].messages[language.code], worst.values)


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


def accept_page(state: State, answer: str) -> State:
    """The page of all numbers that had none."""
    return replace(state, imports=tuple(settled(each, answer) for each in state.imports))


def settled(file: Import, platform: str) -> Import:
    """The file with its page."""
    return replace(file, series=tuple(replace(each, platform=each.platform or platform) for each in file.series))


def with_imports(state: State) -> State:
    """The state with the numbers of its files, and the history of the goal's metric once it is known."""
    return replace(state, plan=with_numbers(state.plan, state.imports)) if state.imports else state


TOPICS = (
    Topic(
        id="point_a.file",
        applies=lambda state: state.answers.get("point_a.way") == "file",
        ask=ask_file,
        accept=accept_file,
    ),
    Topic(id="point_a.file_platform", applies=is_homeless, ask=ask_page, accept=accept_page),
)

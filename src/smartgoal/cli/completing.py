"""What Tab offers: commands, ids, choices, plan files. Typer answers for the names of options only.

Typer is not loaded here, so that Tab answers about as fast as `--version`. The variables and the forms of an answer are
those of the scripts that `--show-completion` prints.
"""

import re
import shlex
import sys
from collections.abc import Callable, Iterable, Mapping
from itertools import chain, islice
from pathlib import Path

from smartgoal.cli.commands import COMMANDS

VARIABLE = "_SMARTGOAL_COMPLETE"
PLAN_ENDING = ".smartgoal.toml"
MOST_FILES = 200
NO_PLAN = frozenset({"new", "import", "examples", "schema"})  # commands without a plan as an argument
Offers = Mapping[str, str]  # a value with the message of what it means, if it needs saying


def answer(variables: Mapping[str, str]) -> int | None:
    """Write what completes the line in `variables` and give the exit status; None where Typer has to be asked."""
    shape = SHELLS.get(variables[VARIABLE])
    if shape is None:
        return None
    words, incomplete = typed(variables)
    found = offers(words, incomplete)
    if found is None:
        return None
    sys.stdout.write(shape(found if shape is for_bash else spoken(found, variables)) + "\n")
    return int(variables.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args" and not found)


def spoken(found: Offers, variables: Mapping[str, str]) -> Offers:
    """The offers with their meanings in the user's language; bash shows none."""
    if not any(found.values()):
        return found
    from smartgoal.language import choose, load

    say = load(choose((), variables)).text
    return {each: say(meaning) if meaning else "" for each, meaning in found.items()}


def typed(variables: Mapping[str, str]) -> tuple[list[str], str]:
    """The finished words after the program's name, and the one that is being typed."""
    if "COMP_WORDS" in variables:
        words, place = split(variables["COMP_WORDS"]), int(variables.get("COMP_CWORD", "1"))
        return words[1:place], "".join(words[place : place + 1])
    line = variables.get("_TYPER_COMPLETE_ARGS", "")
    words = split(line)[1:]
    return (words, "") if not words or line[-1:].isspace() else (words[:-1], words[-1])


def split(line: str) -> list[str]:
    """The words of a line as a shell reads them; with a quote still open, by blanks."""
    try:
        return shlex.split(line)
    except ValueError:
        return line.split()


def offers(words: list[str], incomplete: str) -> Offers | None:
    """What the word may become; None for the name of an option. `--metric=fo` is read like `--metric fo`."""
    before, equals, value = incomplete.partition("=")
    if equals and before.startswith("--"):
        found = offers([*words, before], value) or {}
        return {f"{before}={each}": meaning for each, meaning in found.items()}
    if incomplete == "=" or words[-1:] == ["="]:  # bash takes the sign for a word of its own
        incomplete = incomplete.removeprefix("=")
        words = words[:-1] if words[-1:] == ["="] else words
    if incomplete.startswith("-"):
        return None
    command = next((word for word in words if word in COMMANDS), None)
    found = values(command, words, incomplete)
    return {each: meaning for each, meaning in found.items() if each.startswith(incomplete)}


def values(command: str | None, words: list[str], incomplete: str) -> Offers:
    """All values that may stand here."""
    option = words[-1] if words else ""
    choices = CHOICES.get(f"{command} {option}") or CHOICES.get(option)
    if choices is not None:
        return dict.fromkeys(choices() if callable(choices) else choices, "")
    if option in PLANS_OF_OPTIONS:
        return plan_files(incomplete)
    if command is None:
        return {name: entry.summary for name, entry in COMMANDS.items()}
    if command == "explain":
        return dict.fromkeys(explained(), "")
    return {} if command in NO_PLAN else plan_files(incomplete)


def plan_files(incomplete: str) -> Offers:
    """Plans in the folder that is being typed and in the folders right below it."""
    folder, slash, _ = incomplete.rpartition("/")
    place = Path(folder + slash or ".").expanduser()
    found = chain(place.glob(f"*{PLAN_ENDING}"), place.glob(f"*/*{PLAN_ENDING}"))
    return {folder + slash + path.relative_to(place).as_posix(): "" for path in sorted(islice(found, MOST_FILES))}


def explained() -> Iterable[str]:
    """Ids that `explain` knows."""
    from smartgoal import catalog
    from smartgoal.catalog.rules import rules

    return (*rules(), *catalog.categories(), *catalog.metrics())


def languages() -> Iterable[str]:
    """Codes of the languages there are."""
    from smartgoal.language import available

    return available()


def rows(table: str) -> Callable[[], Iterable[str]]:
    """The ids of a table of the catalogue, read when they are asked for."""

    def ids() -> Iterable[str]:
        from smartgoal.catalog.rows import rows_of

        return rows_of(table)

    return ids


PLANS_OF_OPTIONS = ("--into", "--from")
CHOICES: Mapping[str, Iterable[str] | Callable[[], Iterable[str]]] = {
    "--metric": rows("metrics"),
    "--platform": rows("platforms"),
    "--category": rows("categories"),
    "--lang": languages,
    "export --to": ("md", "text", "ics"),
    "report --to": ("md", "text"),
    "--for": ("client", "mentor", "team"),
    "--direction": ("increase", "decrease"),
    "--steps": ("auto",),
    "--due": ("day", "week", "month"),
    "--of": ("customers", "leads", "clicks", "followers", "impressions", "reach"),
    "--dates": ("day-first", "month-first"),
    "--currency": ("RUB", "USD", "EUR", "KZT"),
}


def for_bash(found: Offers) -> str:
    """A value a line, with what bash would read as a sign of its own escaped."""
    return "\n".join(re.sub(r"([\s'\"\\()&;|<>$`*?\[\]!#])", r"\\\1", each) for each in found)


def for_zsh(found: Offers) -> str:
    """A call of `_arguments`; without values zsh offers files."""
    lines = [":".join(f'"{for_zsh_quoted(part)}"' for part in row if part) for row in found.items()]
    return "_arguments '*: :((" + "\n".join(lines) + "))'" if lines else "_files"


def for_zsh_quoted(text: str) -> str:
    """A text inside the quotes of `for_zsh`."""
    for sign, escaped in (('"', '""'), ("'", "''"), ("$", "\\$"), ("`", "\\`"), (":", r"\\:")):
        text = text.replace(sign, escaped)
    return text


def for_fish(found: Offers) -> str:
    """A value a line, with its meaning after a tab."""
    return "\n".join(f"{each}\t{text}" if text else each for each, text in found.items())


SHELLS = {"complete_bash": for_bash, "complete_zsh": for_zsh, "complete_fish": for_fish}

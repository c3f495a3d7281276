"""Values of a wrong type in a TOML file: where they stand and what is expected there."""

from dataclasses import dataclass

from smartgoal.catalog.rows import languages
from smartgoal.errors import N_, FileError
from smartgoal.store.layout import Path, line_of, lines_of_keys

EXPECTED = {  # how a type of pydantic's errors begins -> what to tell, with an example
    "number": N_("{field}: a number is expected, for example 250 or 2.5, without quotes and spaces."),
    "int": N_("{field}: a whole number is expected, for example 2."),
    "date": N_("{field}: a date is expected, for example 2026-12-06, without quotes."),
    "year": N_("{field}: a date between the years 1900 and 2199 is expected, for example 2026-12-06."),
    "bool": N_("{field}: true or false is expected."),
    "string": N_('{field}: text in quotes is expected, for example "vk".'),
    "literal": N_("{field}: one of these is expected: {choices}."),
    "tuple": N_('{field}: a list in brackets is expected, for example ["vk", "telegram"].'),
    "missing": N_("{field} is missing."),
    "dataclass": N_("{field}: a table with keys is expected."),
    "dict": N_("{field}: a table with keys is expected."),
    "range": N_("{field}: the number is too large or too fine to be true."),
    "scalar": N_("{field}: a number or text is expected."),
    "rows": N_("{field}: a list of [date, number] is expected, for example [[2026-11-20, 1837], [2026-11-21, 1840]]."),
}


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value of a wrong type: where it stands, and what is expected there (a key of `EXPECTED`)."""

    path: Path
    expected: str
    choices: str = ""


def misfit_error(misfits: list[Misfit], text: str, name: str) -> FileError:
    """Give the error of the first misfit of a file; the places of the others stand in the advice."""
    lines = lines_of_keys(text)
    first, *others = sorted(misfits, key=lambda misfit: line_of(lines, misfit.path) or 0)
    line = line_of(lines, first.path)
    return FileError(
        EXPECTED[first.expected],
        place=f"{name}:{line}" if line else name,
        advice="Fix this as well: {also}." if others else None,
        field=field_name(first.path),
        choices=first.choices,
        also=tuple(field_name(misfit.path) for misfit in others),
    )


def check_language(code: str | None, path: Path, text: str, name: str) -> None:
    """Raise the error of a language that the catalogue does not speak."""
    if code is not None and code not in languages():
        raise misfit_error([Misfit(path, "literal", ", ".join(languages()))], text, name)


def field_name(path: Path) -> str:
    """Give a path as a person counts: `steps[1].due` is the due date of the first step."""
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")

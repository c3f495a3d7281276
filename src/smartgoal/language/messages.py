"""Interface sentences: gettext catalogues with English message ids."""

import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from smartgoal.errors import N_

if TYPE_CHECKING:
    from gettext import GNUTranslations

__all__ = ["N_", "available", "translated"]

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "smartgoal"
SOURCE_LANGUAGE = "en"  # message ids are English sentences: it has no catalogue


def available() -> tuple[str, ...]:
    """Codes of the languages there are."""
    return (SOURCE_LANGUAGE, *sorted(folder.name for folder in LOCALE.iterdir() if folder.is_dir()))


def translated(message: str, code: str) -> str:
    """The sentence of a message id in that language; nothing for nothing."""
    if code == SOURCE_LANGUAGE or not message:
        return message
    return translations(code).gettext(message)


@cache
def translations(code: str) -> "GNUTranslations":
    """The catalogue of a language: the compiled one, or the source itself where that is newer."""
    import gettext  # noqa: PLC0415 - the language of the message ids does without

    source = LOCALE / code / "LC_MESSAGES" / f"{DOMAIN}.po"
    compiled = source.with_suffix(".mo")
    if compiled.exists() and not (source.exists() and source.stat().st_mtime > compiled.stat().st_mtime):
        return gettext.GNUTranslations(io.BytesIO(compiled.read_bytes()))
    return gettext.GNUTranslations(_compiled(source))


def _compiled(source: Path) -> io.BytesIO:
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - only a tree without a build needs it
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with source.open("rb") as stream:
        catalog = read_po(stream)
    result = io.BytesIO()
    write_mo(result, catalog)
    result.seek(0)
    return result

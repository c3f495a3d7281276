"""Which language to speak: before anything else is loaded, and the language of a text."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from smartgoal.language.messages import SOURCE_LANGUAGE, available

_LETTER = re.compile(r"[^\W\d_]")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def choose(
    argv: Sequence[str], environ: Mapping[str, str], system_locale: Callable[[], str | None] = lambda: None
) -> str:
    """The language of this run: `--lang` anywhere in argv, `SMARTGOAL_LANG`, the locale variables, English.

    A language that does not exist is passed over here; the command line tells about it. `system_locale` is asked last
    (Windows has no locale variables).

    >>> choose(["check", "--lang=ru"], {"LANG": "en_US.UTF-8"})
    'ru'
    """
    for wish in _wishes(argv, environ, system_locale):
        code = re.split(r"[_.@-]", wish.strip().lower())[0]
        if code in available():
            return code
    return SOURCE_LANGUAGE


def _wishes(argv: Sequence[str], environ: Mapping[str, str], system_locale: Callable[[], str | None]) -> Iterator[str]:
    yield from _lang_options(argv)
    yield environ.get("SMARTGOAL_LANG", "")
    locale = next((environ[name] for name in _LOCALE_VARIABLES if environ.get(name)), None)
    yield locale if locale is not None else system_locale() or ""


def _lang_options(argv: Sequence[str]) -> Iterator[str]:
    """Values of `--lang ru` and `--lang=ru`, the last first: it wins, as with any option."""
    for index in reversed(range(len(argv))):
        name, equals, value = argv[index].partition("=")
        if name == "--lang":
            yield value if equals else next(iter(argv[index + 1 : index + 2]), "")


def detect(text: str) -> str:
    """The language of a text by its letters: Russian from a third of Cyrillic on, since brands are written in Latin.

    >>> detect("250 подписчиков в Instagram")
    'ru'
    """
    letters = len(_LETTER.findall(text))
    return "ru" if letters and len(_CYRILLIC.findall(text)) * 3 >= letters else SOURCE_LANGUAGE

"""Every message of the sources has a translation that asks for the same values."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.pofile import read_po

from smartgoal.catalog import words
from smartgoal.language.filling import placeholders, wishes
from smartgoal.language.messages import LOCALE
from smartgoal.language.speech import CASES, STYLES

TOOL = Path(__file__).parents[2] / "tools" / "messages.py"
CATALOGUES = sorted(LOCALE.rglob("*.po"))


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages_tool", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def used() -> set[str]:
    found: set[str] = tool().messages()
    return found


def translated(file: Path) -> dict[str, str]:
    with file.open("rb") as stream:
        return {str(entry.id): str(entry.string) for entry in read_po(stream) if entry.id}


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parents[1].name)
def test_every_message_has_a_translation(file: Path, used: set[str]) -> None:
    texts = translated(file)
    assert [message for message in sorted(used) if not texts.get(message)] == []


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parents[1].name)
def test_no_translation_is_left_over(file: Path, used: set[str]) -> None:
    assert sorted(translated(file).keys() - used) == []


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parents[1].name)
def test_a_translation_asks_for_the_same_values(file: Path) -> None:
    different = {
        message: text
        for message, text in translated(file).items()
        if text and placeholders(message) != placeholders(text)
    }
    assert different == {}


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parents[1].name)
def test_placeholders_ask_for_forms_that_exist(file: Path) -> None:
    asked = {wish for pair in translated(file).items() for text in pair for wish in wishes(text)}
    assert asked <= {*CASES, *STYLES, "signed", "cap", *words("unit")}


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parents[1].name)
def test_messages_are_sorted_so_that_additions_rarely_meet(file: Path) -> None:
    assert list(translated(file)) == sorted(translated(file))


def test_a_russian_sentence_has_no_exclamation_mark_and_a_small_you() -> None:
    texts = translated(LOCALE / "ru" / "LC_MESSAGES" / "smartgoal.po").values()
    assert [text for text in texts if "!" in text] == []
    assert [text for text in texts if re.search(r"[^.?] (Вы|Вас|Вам|Ваш)", text)] == []


def test_messages_are_found_wherever_the_sources_may_write_them(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text(
        'LATER = N_("later")\n'
        'HINT = "from a constant"\n'
        "class FileError(SmartgoalError): ...\n"
        "class LostError(FileError): ...\n"
        'language.text("spoken")\n'
        '_("short")\n'
        'lang.text("one" if single else "many")\n'
        'raise LostError("gone", advice=HINT)\n'
        "say = language.text\n"
        'say("by another name")\n'
        'typer.Option("--day", metavar="DATE", help="of an option")\n'
        'raise ValueError("not a message")\n'
    )
    found = tool().messages(tmp_path)
    assert found == {
        *("later", "from a constant", "spoken", "short", "one", "many", "gone", "by another name"),
        *("DATE", "of an option"),
    }


def test_a_message_is_added_sorted_and_dropped_only_when_asked(tmp_path: Path) -> None:
    file = tmp_path / "ru" / "LC_MESSAGES" / "smartgoal.po"
    file.parent.mkdir(parents=True)
    file.write_text('# Kept.\nmsgid ""\nmsgstr ""\n"Language: ru\\n"\n\nmsgid "b"\nmsgstr "б"\n', encoding="utf-8")
    assert tool().update(file, {"a"}, prune=False) == ["a"]
    assert translated(file) == {"a": "", "b": "б"}
    tool().update(file, {"a"}, prune=True)
    assert translated(file) == {"a": ""}
    assert file.read_text(encoding="utf-8").startswith("# Kept.\n")


def test_a_text_without_numbers_loads_no_babel() -> None:
    compiled = LOCALE / "ru" / "LC_MESSAGES" / "smartgoal.mo"
    code = (
        "import sys\n"
        "from smartgoal.language import load, choose\n"
        "load(choose(['--lang', 'ru'], {})).name('metric', 'followers')\n"
        "load('en').text('{a}', a='b')\n"
        + ("load('ru').text('x')\n" if compiled.exists() else "")
        + "print([name for name in sys.modules if name.partition('.')[0] in {'babel', 'pydantic', 'rich'}])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"

"""Whatever table: a text in one language has its twin in the other, asking for the same values."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import smartgoal.catalog
from smartgoal.catalog import words
from smartgoal.catalog.table import load_table
from smartgoal.language import available
from smartgoal.language.filling import placeholders, wishes
from smartgoal.language.speech import CASES, STYLES

TABLES = sorted(Path(smartgoal.catalog.__file__).parent.glob("*.toml"))
# forms and word lists differ from language to language; the tests of their own tables look at them
PER_LANGUAGE = {"cases", "noun", "risk_words"}


def texts_of(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every {language: text} below `node`, with the keys that lead there."""
    if isinstance(node, list):
        for index, each in enumerate(node):
            yield from texts_of(each, f"{path}[{index}]")
    elif isinstance(node, dict) and node.keys() & set(available()):
        yield path, node
    elif isinstance(node, dict):
        for key, each in node.items():
            if key not in PER_LANGUAGE:
                yield from texts_of(each, f"{path}.{key}")


@pytest.fixture(params=TABLES, ids=lambda table: table.stem)
def texts(request: pytest.FixtureRequest) -> list[tuple[str, dict[str, Any]]]:
    table: Path = request.param
    return [] if table.stem in PER_LANGUAGE else list(texts_of(load_table(table)))


def test_every_text_stands_in_every_language(texts: list[tuple[str, dict[str, Any]]]) -> None:
    assert [path for path, row in texts if set(row) != set(available()) or not all(row.values())] == []


def test_both_languages_ask_for_the_same_values(texts: list[tuple[str, dict[str, Any]]]) -> None:
    asked = {path: [placeholders(str(text)) for text in row.values()] for path, row in texts}
    different = {path: names for path, names in asked.items() if any(each != names[0] for each in names)}
    assert different == {}


def test_russian_texts_are_calm_and_say_you_with_a_small_letter(texts: list[tuple[str, dict[str, Any]]]) -> None:
    russian = [(path, str(row["ru"])) for path, row in texts]
    assert [path for path, text in russian if "!" in text] == []
    assert [path for path, text in russian if re.search(r"[^.?] (Вы|Вас|Вам|Ваш)", text)] == []


def test_placeholders_ask_for_forms_that_exist(texts: list[tuple[str, dict[str, Any]]]) -> None:
    asked = {wish for _, row in texts for text in row.values() for wish in wishes(str(text))}
    assert asked <= {*CASES, *STYLES, "signed", "cap", *words("unit")}

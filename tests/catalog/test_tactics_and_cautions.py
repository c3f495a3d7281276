"""Every row is complete: both languages, a source with its year, ids that exist."""

from collections.abc import Mapping

import pytest

from smartgoal.catalog import categories, metrics, platforms
from smartgoal.catalog.cautions import cautions
from smartgoal.catalog.risk_words import risk_words
from smartgoal.catalog.rows import rows_of
from smartgoal.catalog.tactics import Tactic, reasons, tactics
from smartgoal.language.filling import placeholders

TEXTS = ("title", "deliverable", "fits", "indicator", "if_then", "quantified_by", "risk")
VALUES = {"threshold", "check", "due", "metric"}
SLOTS = {"measure", "test", "scale", "hold"}


def complete(texts: Mapping[str, str]) -> bool:
    return set(texts) == {"ru", "en"} and all(text.strip() == text and text for text in texts.values())


@pytest.mark.parametrize("tactic", tactics().values(), ids=lambda tactic: tactic.id)
def test_a_tactic_is_complete(tactic: Tactic) -> None:
    for name in TEXTS:
        texts = getattr(tactic, name)
        assert complete(texts), name
        assert placeholders(texts["ru"]) == placeholders(texts["en"]) <= VALUES
    assert not tactic.needs or complete(tactic.needs)
    assert {"check", "threshold"} <= placeholders(tactic.if_then["ru"])
    assert tactic.source
    assert 2000 < tactic.year <= 2026
    assert tactic.days > 0
    assert tactic.hours > 0
    assert tactic.threshold > 0


@pytest.mark.parametrize("tactic", tactics().values(), ids=lambda tactic: tactic.id)
def test_the_ids_of_a_tactic_exist(tactic: Tactic) -> None:
    assert set(tactic.slots) <= SLOTS
    assert set(tactic.categories) <= set(categories())
    assert set(tactic.platforms) <= set(platforms())
    assert set(tactic.metrics) <= {*metrics(), "other"}
    assert tactic.metrics or not tactic.metrics_only
    assert set(tactic.after) <= set(tactics())
    assert set(tactic.cautions) <= set(cautions())
    assert tactic.cost in {"none", "low", "paid"}
    assert tactic.means in {"own", "partners", "contest", "barter", "paid"}
    assert tactic.situation in {None, "unknown_start", "milestone", "badge"}


@pytest.mark.parametrize("category", list(categories()))
def test_a_category_has_six_to_ten_tactics_and_a_free_one_for_every_stretch(category: str) -> None:
    own = [tactic for tactic in tactics().values() if category in tactic.categories and tactic.situation is None]
    assert 6 <= len(own) <= 10
    free = {slot for tactic in own for slot in tactic.slots if tactic.cost == "none" and tactic.means == "own"}
    assert free == SLOTS


def test_mass_following_is_a_caution_with_a_replacement_and_no_tactic() -> None:
    row = cautions()["mass_following"]
    assert row.severity == "error"
    assert row.tactic in tactics()
    assert "mass_following" not in tactics()


@pytest.mark.parametrize("identifier", list(cautions()))
def test_a_caution_is_complete(identifier: str) -> None:
    row = cautions()[identifier]
    assert complete(row.message)
    assert complete(row.replacement)
    assert row.source
    assert row.checked.split()[-1].isdigit()
    assert 2000 < row.year <= 2026
    assert row.severity in {"error", "warning", "note"}
    assert set(row.platforms) | set(row.except_platforms) <= set(platforms())
    assert row.tactic is None or row.tactic in tactics()
    assert row.markets or row.kind != "law"


def test_every_topic_of_a_caution_can_be_recognised() -> None:
    known = {topic.id for topic in risk_words().topics} | {"register"}
    assert {topic for row in cautions().values() for topic in row.topics} <= known


def test_every_group_of_words_is_used_and_written_small() -> None:
    table = risk_words()
    used = {group for topic in table.topics for pattern in topic.patterns for group in pattern.groups}
    used |= {group for topic in table.topics for group in topic.unless}
    assert used == set(table.groups)
    words = {word for phrases in table.groups.values() for phrase in phrases for word in phrase}
    assert not [word for word in words if word != word.lower() or "ё" in word or "-" in word]


@pytest.mark.parametrize("code", list(reasons()))
def test_a_reason_is_complete(code: str) -> None:
    assert complete(reasons()[code])
    assert placeholders(reasons()[code]["ru"]) == placeholders(reasons()[code]["en"])


@pytest.mark.parametrize("table", ["tactics", "cautions", "reasons"])
def test_texts_do_not_shout_or_blame(table: str) -> None:
    def texts(row: object) -> list[str]:
        return [each for value in row.values() for each in texts(value)] if isinstance(row, dict) else [str(row)]

    found = texts(rows_of(table))
    assert not [text for text in found if "!" in text or "вы должны" in text.lower() or "провал" in text.lower()]


def test_a_stem_has_three_letters_at_least() -> None:
    table = risk_words()
    lists = (*table.groups.values(), *table.platforms.values(), tuple(table.negations), tuple(table.denials))
    assert not [phrase for phrases in lists for phrase in phrases if phrase[0].endswith("*") and len(phrase[0]) < 4]

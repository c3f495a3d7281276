"""The word lists: complete in both languages, and every meaning known to the engine."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from smartgoal.catalog import metrics, platforms
from smartgoal.parsing import lexicon
from smartgoal.parsing.tokens import fold, tokenize

LANGUAGES = ("ru", "en")
# counted by importers or stood in by a more general word in a sentence
NOT_SAID = {"new_followers", "lost_followers", "profile_visits", "interactions", "viewers", "milestone"}


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((lexicon.HOME / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_metric_of_the_catalogue_can_be_said(language: str) -> None:
    resolved = {meaning for choices in table("subjects")["resolve"].values() for meaning in choices.values()}
    said = {meaning for meaning, words in table(language)["metric"].items() if words}
    assert set(metrics()) - NOT_SAID <= said | resolved


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_metric_and_platform_of_a_lexicon_is_known(language: str) -> None:
    words = table(language)
    assert {name for name in words["metric"] if not name.startswith("any_")} <= set(metrics())
    assert set(words["platform"]) <= set(platforms())


@pytest.mark.parametrize("language", LANGUAGES)
def test_pseudo_metrics_are_resolved(language: str) -> None:
    names = {name for name in table(language)["metric"] if name.startswith("any_")}
    assert names <= set(table("subjects")["resolve"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_are_written_as_they_are_matched(language: str) -> None:
    for role, meanings in table(language).items():
        if role == "language":
            continue
        for phrases in meanings.values():
            for phrase in phrases:
                assert phrase == fold(phrase).lower().strip(), (role, phrase)
                assert phrase.replace("~", "").replace("+", "").strip() or phrase in ("~", "+"), (role, phrase)


def test_holidays_and_seasons_of_the_lexicons_have_rules() -> None:
    facts = table("subjects")
    for language in LANGUAGES:
        words = table(language)
        assert set(words["holiday"]) <= set(facts["holiday"])
        assert set(words["season"]) <= set(facts["season"])


def test_lexicons_hold_no_regular_expressions() -> None:
    for language in LANGUAGES:
        text = (lexicon.HOME / f"{language}.toml").read_text(encoding="utf-8")
        assert not any(sign in text for sign in ("\\\\", "(?", "[^", ".*", "|"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("подписчеков", "подписчиков"), ("просмортов", "просмотров"), ("вовлечонность", "вовлеченность")],
)
def test_a_slip_of_one_letter_is_forgiven_in_long_words(typed: str, meant: str) -> None:
    russian = lexicon.load("ru")
    assert set(russian.atoms(typed)) & set(russian.atoms(meant))


@pytest.mark.parametrize("word", ["целевой", "сотрудников", "celebrate", "account", "report", "простой", "ростовщик"])
def test_look_alikes_are_not_taken_for_metrics(word: str) -> None:
    words = lexicon.load(lexicon.detect(word))
    assert not {"metric", "thing"} & words.match(tokenize(word), 0)[1].keys()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("хочу 100 заявок", "ru"),
        ("get 100 leads", "en"),
        ("1,000+ followers, 5% engagement rate, 20+ leads в месяц", "ru"),
        ("ROAS 400%", "en"),
        ("", "en"),
    ],
)
def test_the_language_is_told_by_its_letters(text: str, language: str) -> None:
    assert lexicon.detect(text) == language


def test_a_lexicon_is_looked_for_beside_and_at_home(tmp_path: Path) -> None:
    source = tmp_path / "xx.toml"
    source.write_text(
        '[language]\nname = "xx"\nletters = "абв"\nborrows = ["en"]\ndate_order = "dmy"\nhead = "first"\n'
        'ordinal_endings = []\ncount_endings = []\n[language.endings]\nnoun = [""]\nverb = [""]\n',
        encoding="utf-8",
    )
    assert lexicon.read_lexicon(source).atoms("followers") == ("followers", "follower~")

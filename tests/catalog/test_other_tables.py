"""Categories, platforms, words and examples are complete."""

from decimal import Decimal

import pytest

from smartgoal import catalog
from smartgoal.catalog import Category, Platform
from smartgoal.catalog.examples import Example, examples
from smartgoal.language import available
from smartgoal.model.finding import CRITERIA

LANGUAGES = available()


@pytest.mark.parametrize("category", catalog.categories().values(), ids=lambda category: category.id)
def test_a_category_says_when_it_fits_and_what_to_track(category: Category) -> None:
    for texts in (category.names, category.fits, category.change):
        assert all(texts[language] for language in LANGUAGES)
    assert len(category.metrics) == len(set(category.metrics))
    for name in category.metrics:
        assert category.id in catalog.metric(name).categories


def test_there_are_the_six_categories_of_the_lesson() -> None:
    assert list(catalog.categories()) == ["awareness", "leads", "sales", "engagement", "community", "service"]


@pytest.mark.parametrize("platform", catalog.platforms().values(), ids=lambda platform: platform.id)
def test_a_platform_has_names_and_the_words_for_where(platform: Platform) -> None:
    for language in LANGUAGES:
        assert platform.names[language]
        assert platform.short[language]
        assert platform.cases[language]["in"]
        assert platform.statistics[language]


def test_a_platform_of_the_users_own_keeps_its_name() -> None:
    assert catalog.platform("other:snapchat").names == {"ru": "snapchat", "en": "snapchat"}


def test_an_unknown_platform_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        catalog.platform("myspace")


@pytest.mark.parametrize(
    ("kind", "ids"),
    [
        ("criterion", set(CRITERIA)),
        ("answer", {"yes", "no", "cannot_tell"}),
        ("severity", {"error", "warning", "note"}),
        ("state", {"weak", "form_ok", "smart"}),
        ("period", {"day", "week", "month", "quarter", "year", "post"}),
        ("direction", {"increase", "decrease"}),
        ("kind", {"gain", "percent", "level", "factor", "total", "rate", "milestone"}),
        ("basis", {"history", "price", "guess"}),
    ],
)
def test_every_id_of_the_model_has_a_word_in_every_language(kind: str, ids: set[str]) -> None:
    assert set(catalog.words(kind)) == ids
    for word in catalog.words(kind).values():
        assert all(word.names[language] for language in LANGUAGES)


@pytest.mark.parametrize(
    "unit", ["count", "percent", "second", "minute", "hour", "day", "RUB", "USD", "EUR", "KZT", "point", "ratio"]
)
def test_every_unit_of_the_plan_format_has_a_word(unit: str) -> None:
    assert set(catalog.word("unit", unit).names) == set(LANGUAGES)


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.category)
def test_an_example_is_a_goal_of_the_catalogue(example: Example) -> None:
    assert example.category in catalog.metric(example.parts["metric"]).categories
    assert Decimal(example.parts.get("value", 0)) >= 0
    for language in LANGUAGES:
        assert example.texts[language]
        assert example.remarks[language]


def test_there_is_one_example_a_category_in_the_lessons_order() -> None:
    assert [example.category for example in examples()] == list(catalog.categories())


def test_only_the_remark_about_advertising_on_instagram_is_for_one_market() -> None:
    assert [example.market for example in examples()] == [None, None, "RU", None, None, None]

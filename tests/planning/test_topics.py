"""How the words of a text are read: inflection, what is denied, refused or only spoken of, topics that need another."""

import pytest

from smartgoal.planning.topics import mentions


def topics_of(text: str) -> set[str]:
    return {mention.topic for mention in mentions(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Найти чат, где лайкают посты друг друга",
        "Найти пару чатов, где лайкают посты друг друга",
        "Сидеть в чате, где лайкают посты друг друга",
    ],
)
def test_a_word_is_known_in_every_case(text: str) -> None:
    assert "engagement_chats" in topics_of(text)


@pytest.mark.parametrize("blogger", ["блогеру", "фудблогеру", "автоблогерше", "микроинфлюенсеру"])
def test_a_compound_is_known_by_its_part(blogger: str) -> None:
    assert "barter" in topics_of(f"Отправить {blogger} набор чая за обзор")


@pytest.mark.parametrize(
    "text",
    [
        "Рекламу в этом месяце не покупаем",
        "Номера клиентов не собираем",
        "Рекламу пока не запускаем, сначала оформим витрину",
        "We do not buy followers",
        "No paid ads before spring",
    ],
)
def test_what_is_denied_is_not_meant(text: str) -> None:
    assert not topics_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Блогер предложил обзор за 10 тысяч – вежливо отказать",
        "A blogger asked for a free weekend in exchange for stories, politely say no",
    ],
)
def test_what_is_refused_is_not_meant(text: str) -> None:
    assert not topics_of(text)


def test_speaking_about_ads_ends_where_the_step_itself_resumes() -> None:
    assert not topics_of("Посмотреть, какую рекламу крутят соседи")
    assert "paid_ads" in topics_of("Посмотреть, какую рекламу крутят соседи, и запустить рекламу")


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("Подать торт на областной конкурс кондитеров", "Объявить конкурс тортов для подписчиков"),
        ("Our cake is entered in the county baking contest", "Run a baking contest, tag a friend to enter"),
    ],
)
def test_a_contest_of_somebody_else_is_not_a_contest_of_ours(theirs: str, ours: str) -> None:
    assert "contest" not in topics_of(theirs)
    assert "contest" in topics_of(ours)


def test_a_topic_that_needs_another_is_found_only_with_it() -> None:
    assert {"paid_ads", "placements"} <= topics_of("Купить рекламу в двух пабликах города")
    assert "placements" not in topics_of("Опубликовать расписание в двух пабликах города")


def test_each_group_of_a_pattern_needs_words_of_its_own() -> None:
    assert "contest" not in topics_of("Отдать автору канала кресло, он расскажет о фабрике")

"""Which language is spoken."""

import pytest

from smartgoal.language import choose, detect


@pytest.mark.parametrize(
    ("argv", "environ", "code"),
    [
        ([], {}, "en"),
        (["check", "--lang", "ru"], {"SMARTGOAL_LANG": "en"}, "ru"),
        (["--lang=ru", "check"], {}, "ru"),
        (["--lang", "en", "check", "--lang", "ru"], {}, "ru"),
        (["--lang"], {"SMARTGOAL_LANG": "ru"}, "ru"),
        (["--lang", "fr"], {"LANG": "ru_RU.UTF-8"}, "ru"),
        ([], {"SMARTGOAL_LANG": "ru", "LC_ALL": "en_US.UTF-8"}, "ru"),
        ([], {"SMARTGOAL_LANG": "RU"}, "ru"),
        ([], {"LC_ALL": "ru_RU.UTF-8", "LANG": "en_US.UTF-8"}, "ru"),
        ([], {"LC_ALL": "", "LC_MESSAGES": "ru_RU", "LANG": "en_US.UTF-8"}, "ru"),
        ([], {"LC_ALL": "C", "LANG": "ru_RU.UTF-8"}, "en"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_nearest_wish_wins(argv: list[str], environ: dict[str, str], code: str) -> None:
    assert choose(argv, environ) == code


def test_the_system_is_asked_where_there_are_no_locale_variables() -> None:
    assert choose([], {}, lambda: "ru_RU") == "ru"
    assert choose([], {"LANG": "en_GB.UTF-8"}, lambda: "ru_RU") == "en"
    assert choose([], {}, lambda: None) == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Больше заявок к маю", "ru"),
        ("+250 подписчиков в Instagram", "ru"),
        ("ER 5 % в TikTok Shop", "en"),
        ("100 leads by May", "en"),
        ("300 → 500", "en"),
        ("", "en"),
    ],
)
def test_a_text_is_russian_when_enough_of_its_letters_are(text: str, code: str) -> None:
    assert detect(text) == code

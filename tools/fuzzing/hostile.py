"""Values that strangers, pastes and accidents bring: each class has caught a program somewhere."""

import random
import sys
import unicodedata

ESCAPES = (
    "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x1b]8;;http://example.invalid\x1b\\link\x1b]8;;\x1b\\", "\x1b[2J\x1b[H",
    "\x9b31m", "\x1bP+q\x1b\\", "a\rb", "a\x08b", "\x07", "\x00", "\x7f", "\x85", "\x0b\x0c", "\x1b",
)  # fmt: skip
BIDI = tuple(f"a{chr(code)}b" for code in (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
INVISIBLE = (
    "\u200b",
    "\u200d",
    "\ufeff",
    "\u2028",
    "\u2029",
    "\u00ad",
    "\u3164",
    "e\u0301" * 50,
    "\ufffe",
    "\U000e0041",
)
SURROGATES = ("\udcff", "a\udc80b", "\udcd0 250")  # bytes that are no UTF-8, as Python gives them in arguments
MARKUP = (
    "[red]x[/red]", "[/]", "[link=http://example.invalid]x[/link]", "<script>alert(1)</script>",
    "<img src=x onerror=a>", "![x](http://example.invalid/x.png)", "[x](javascript:alert(1))", "| a | b |", "# x",
    "```\nx\n```", "---", "> x", "* x", "1. x", "\\", "`x`", "**x**", "~~x~~", "<!-- x", "$x$", "&lt;b&gt;", "@all",
    "https://example.invalid",
)  # fmt: skip
FORMULAS = ("=1+1", '=HYPERLINK("http://example.invalid")', "@SUM(A1)", "+1+1", "-1+1", "=cmd|'/c calc'!A0", "\t=1")
PATHS = (
    "../../x", "/etc/passwd", "..", ".", "a/b", "a\\b", "C:\\x", "CON", "nul.txt", "-rf", "--help", "~", "$HOME",
    "%PATH%", "x" * 300, "я" * 200, "a\0b", " ", ".hidden", "a:b", "*", "?", "\n", "x.smartgoal.toml/",
)  # fmt: skip
NUMBERS = (
    "1e999", "-1e999", "1e-999", "1E+400", "NaN", "nan", "sNaN", "inf", "-inf", "Infinity", "-0", "0", "0.0", "-0.0",
    "1" * 30, "9" * 400, "0x10", "1_000", "1,2,3", "1.2.3", "1 000 000", "1\u00a0000", "1\u202f000", "\u00bd",
    "\u00b2", "\u2167", "\u4e07", "1e5", "+250", "-250", "+-5", "20%", "-100%", "101%", "200000%", "x2", "x0", "x-1",
    "x1e9", "10/week", "0/day", "done", "$5", "5₽", "1:30", "10m", "45 минут", "2,5 тыс", "1e18", "1e19",
    "0.000000000000000001", "1/0", "100500",
)  # fmt: skip
DATES = (
    "0001-01-01", "9999-12-31", "0000-00-00", "10000-01-01", "2026-02-30", "2024-02-29", "2026-13-01", "31.02.2026",
    "1.1.1", "0d", "999999999d", "99999w", "100000 years", "9999 months", "in -5 days", "29 February", "29 февраля",
    "Q5", "2026-W54", "2026-12-06", "2w", "tomorrow", "to the end of 9999", "к концу 9999 года", "yesterday",
    "week 99", "2026-12-06T25:00", "0001-01-01 - 9999-12-31", "quarter 4 9999", "31 December 9999", "1 January 0001",
    "через 100000 лет", "every day until 9999",
)  # fmt: skip
SENTENCES = (
    "250 new followers on VK in two weeks", "answer in 10 minutes instead of 45 by 2027-04-30",
    "100 leads from ads at 350 rub", "увеличить охват на 20 % к концу апреля",
    "получить 40 заявок за месяц из Телеграма", "ER с 2 до 3 % за квартал", "x2 sales till Friday",
    "keep response time under 15 min", "be popular", "", " ", "\U0001f3af",
)  # fmt: skip
DIGITS = "".join(
    chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) in {"Nd", "Nl", "No"}
)
"""Every decimal digit, letter number and other number of Unicode."""

CLASSES = (ESCAPES, BIDI, INVISIBLE, SURROGATES, MARKUP, FORMULAS, PATHS, NUMBERS, DATES, SENTENCES)
STEERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


def steering(text: str) -> set[str]:
    """The characters of an output that could steer a terminal or turn the reading direction."""
    return {sign for sign in text if sign in STEERING or (sign not in "\n\t" and unicodedata.category(sign) == "Cc")}


def value(chance: random.Random) -> str:
    """A hostile text: a listed one, several of them, digits of any script, or a sentence with something put into it."""
    kind = chance.randrange(10)
    if kind < 4:
        return chance.choice(chance.choice(CLASSES))
    if kind < 6:
        return chance.choice((" ", "", "\n", ",")).join(
            chance.choice(chance.choice(CLASSES)) for _ in range(chance.randint(2, 5))
        )
    if kind == 6:
        return "".join(chance.choice(DIGITS) for _ in range(chance.randint(1, 12))) + chance.choice(("", "%", " likes"))
    if kind == 7:
        return "".join(
            chr(chance.choice((chance.randrange(0x300), chance.randrange(sys.maxunicode + 1)))) for _ in range(9)
        )
    return spoiled(chance.choice(SENTENCES), chance)


def spoiled(text: str, chance: random.Random) -> str:
    """A sentence with a hostile value put in, words doubled, dropped or in another order."""
    words = text.split(" ")
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(words) + 1)
        match chance.randrange(5):
            case 0 | 1:
                words.insert(place, chance.choice(chance.choice(CLASSES)))
            case 2 if words:
                words.pop(place % len(words))
            case 3 if words:
                words += [words[place % len(words)]] * chance.choice((1, 1, 1, 200))
            case _:
                chance.shuffle(words)
    return " ".join(words)

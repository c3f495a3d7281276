"""Damage to files: bytes, lines and values of a file that was good."""

import io
import random
import re
import zipfile

from fuzzing import hostile

TOML_VALUE = re.compile(r"(?<== )(?:\"[^\"\n]*\"|[\w.+:-]+)(?=\n)")
RAW_TOML = (
    "nan", "inf", "-inf", "-0", "-0.0", "1e999", "1e-999", "1e18", "999999999999999999999999", "0001-01-01",
    "9999-12-31", "[]", "{}", "true", "''", '""', "1979-05-27T07:32:00Z", "07:32:00", "[[[[]]]]", "{ a = { b = 1 } }",
    "0x7fffffffffffffff", '[["2026-01-01", 1]]', '"increase"', '"decrease"', '"percent"', '"level"', '"factor"',
    '"rate"', '"milestone"', '"total"', '"gain"', '"week"', '"post"', '"RUB"', '"minute"', "1", "0", "0.0000001",
    "100", "12345678901234567", "2026-11-29", '"=30m"', '"+1e9"', '"=0"', '"-5"', '"followers"', '"engagement_rate"',
    '"response_time"', '"reach"', '"other:x"', '"en"', '"ru"', '"xx"', "[" * 500 + "]" * 500, '"' + "x" * 5000 + '"',
    '["cost_per_lead <= 350 RUB"]', '["a < NaN", "x"]',
)  # fmt: skip

KEYS = ("x", "value", "date", '""', "why")


def quoted(text: str) -> str:
    """A text as TOML takes it; half characters cannot stand in a file."""
    clean = text.encode("utf-8", "replace").decode()
    return '"' + "".join(f"\\u{ord(sign):04x}" if ord(sign) < 32 or sign in '"\\\x7f' else sign for sign in clean) + '"'


def plan(text: str, chance: random.Random) -> bytes:
    """A plan file with a few values, lines or bytes that do not belong there."""
    if chance.random() < 0.15:
        return content(text.encode(), chance)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        match chance.randrange(6):
            case 0 | 1 | 2:
                text = another_value(text, chance)
            case 3:
                text = other_lines(text, chance)
            case 4:
                text += f"\n{chance.choice(('', '[goal]', '[economics]', '[outcome]', '[[progress]]', '[x.y.z]'))}\n"
                text += f"{chance.choice(KEYS)} = {toml_value(chance)}\n"
            case _:
                text = text.replace("history", chance.choice(("history", "metrics", "x")), 1)
    return text.encode("utf-8", "replace")


def toml_value(chance: random.Random) -> str:
    """A value of TOML, hostile or of another type than expected."""
    return chance.choice(RAW_TOML) if chance.random() < 0.5 else quoted(hostile.value(chance))


def another_value(text: str, chance: random.Random) -> str:
    """The text with one value replaced."""
    found = list(TOML_VALUE.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    return text[: one.start()] + toml_value(chance) + text[one.end() :]


def other_lines(text: str, chance: random.Random) -> str:
    """The text with a line dropped, doubled or moved."""
    lines = text.split("\n")
    line = lines.pop(chance.randrange(len(lines)))
    for _ in range(chance.randrange(3)):
        lines.insert(chance.randrange(len(lines) + 1), line)
    return "\n".join(lines)


def content(good: bytes, chance: random.Random) -> bytes:  # noqa: PLR0911 - one answer per kind of damage
    """The bytes of any file, damaged: cut, changed, repeated, in another encoding, or with hostile cells."""
    changed = bytearray(good)
    match chance.randrange(7):
        case 0:
            return good[: chance.randrange(len(good) + 1)]
        case 1:
            for _ in range(chance.choice((1, 3, 20))):
                changed[chance.randrange(len(changed))] = chance.randrange(256)
            return bytes(changed)
        case 2:
            place = chance.randrange(len(good) + 1)
            return good[:place] + hostile.value(chance).encode("utf-8", "replace") + good[place:]
        case 3:
            text = good.decode("utf-8", "replace")
            return text.encode(chance.choice(("utf-16", "utf-16-be", "cp1251", "utf-8-sig", "utf-32")), "replace")
        case 4:
            return cells(good, chance)
        case 5:
            place, end = sorted((chance.randrange(len(good) + 1), chance.randrange(len(good) + 1)))
            return good[:place] + good[place:end] * chance.choice((0, 2, 30)) + good[end:]
        case _:
            return repacked(good, chance)


def cells(good: bytes, chance: random.Random) -> bytes:
    """A table with some numbers, dates and names replaced by hostile ones."""
    parts = re.split(rb"([,;\t\n\"]+)", good)
    for _ in range(chance.choice((1, 4, 30))):
        parts[chance.randrange(len(parts))] = hostile.value(chance).encode("utf-8", "replace")
    return b"".join(parts)


def repacked(good: bytes, chance: random.Random) -> bytes:
    """A workbook or an archive with one of its members damaged; anything else as a member of an archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        members = {chance.choice(("a.csv", "../a.csv", "/a.csv", "a\x1b[31m.csv", "a.json", "con")): good}
        if zipfile.is_zipfile(io.BytesIO(good)):
            with zipfile.ZipFile(io.BytesIO(good)) as whole:
                members = {name: whole.read(name) for name in whole.namelist()}
            name = chance.choice(sorted(members))
            members[name] = content(members[name], chance) if members[name] else b"x"
        for name, inner in members.items():
            made.writestr(name, inner)
    return packed.getvalue()

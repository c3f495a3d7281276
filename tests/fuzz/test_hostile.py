"""Attacks by name: a plan file, an export or an answer from a stranger, through the whole program."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar
from tests.cli.conftest import Run

from smartgoal.errors import FileError
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.model.steering import without_steering
from smartgoal.store import file_name, save, write_text

ESCAPES = "\x1b]0;owned\x07\x1b[31m\x9b2J\u202egnp.exe\u2066\x00\x08\x7f\u2028"
HOSTILE_PLAN = """\
format = "smartgoal/1"
title = "EVIL title"
language = "en"
created = 2026-09-01
owner = "EVIL owner"
client = "EVIL client"
market = "EVIL"
[goal]
statement = "250 followers EVIL on VK"
category = "EVIL"
platform = "other:EVIL"
metric = "other:EVIL"
direction = "increase"
kind = "gain"
value = 250
unit = "EVIL"
baseline = 5
deadline = 2026-11-30
why = "EVIL"
measured_by = "EVIL"
counted_as = "EVIL"
limits = ["EVIL", "EVIL <= 5 EVIL"]
[[point_a]]
platform = "other:EVIL"
date = 2026-09-01
source = "EVIL.csv"
[point_a.metrics]
"other:EVIL" = 5
[economics]
currency = "EVIL"
"EVIL" = "EVIL"
[[steps]]
title = "EVIL step"
due = 2026-10-01
owner = "EVIL"
result = "EVIL"
indicator = "EVIL"
if_then = "EVIL"
needs = "EVIL"
cost = 5
[[accepted]]
rule = "EVIL"
reason = "EVIL"
[[changes]]
what = "EVIL"
old = "EVIL"
new = "EVIL"
date = 2026-09-02
reason = "EVIL"
[[progress]]
date = 2026-09-20
value = 90
note = "EVIL"
source = "EVIL"
[outcome]
date = 2026-11-30
value = 260
why = "EVIL"
lesson = "EVIL"
["EVIL"]
"EVIL" = "EVIL"
"""
COMMANDS = """\
check PLAN
check PLAN --json
check FOLDER
show PLAN
show PLAN --plain
export PLAN
export PLAN --to text
export PLAN --to ics
export PLAN --for mentor
export PLAN --for team
steps PLAN
steps PLAN --json
steps PLAN --propose
status PLAN
status FOLDER
status FOLDER --json
report FOLDER --month 2026-09
report FOLDER --to text
budget PLAN
budget PLAN --json
forecast PLAN
forecast PLAN --json
log PLAN 100
close PLAN 260
edit PLAN --owner EVIL
edit PLAN --target EVIL
new --from PLAN --no-input --target +5 --by 2w --steps auto --dry-run
new --goal EVIL --no-input
new --goal "250 followers EVIL by 2026-12-06" --steps auto --no-input --dry-run --client EVIL --owner EVIL --title EVIL
new --answers EVIL --no-input
check --text EVIL
check --text EVIL --json
check EVIL
check --lines EVIL
import EVIL
import EXPORT
import EXPORT --json
import EXPORT --map EVIL=EVIL
forecast --history EXPORT --target EVIL --by EVIL
explain EVIL
examples --market EVIL
EVIL
--EVIL
show --EVIL PLAN
show PLAN EVIL
check --today EVIL PLAN
export PLAN --to EVIL
export PLAN -o FOLDER/EVIL.md
status --due EVIL
budget --know EVIL
budget --spent 5 --got 1 --currency EVIL
log PLAN EVIL
log PLAN 5 --note EVIL
close PLAN 5 --why EVIL
report EVIL
"""


def toml_escaped(text: str) -> str:
    return "".join(f"\\u{ord(sign):04x}" if not sign.isprintable() else sign for sign in text)


@pytest.fixture
def evil(tmp_path: Path) -> Callable[[str, str], list[str]]:
    """Words of a command, with a plan, a folder and an export in which every text is `attack`."""

    def words(command: str, attack: str) -> list[str]:
        folder = tmp_path / "f"
        folder.mkdir(exist_ok=True)
        plan = folder / "plan.smartgoal.toml"
        plan.write_text(HOSTILE_PLAN.replace("EVIL", toml_escaped(attack).replace('"', "'")), encoding="utf-8")
        (folder / "other.smartgoal.toml").write_bytes(plan.read_bytes())
        broken = folder / f"a{attack.replace(chr(0), '').replace('/', '')[:40]}.smartgoal.toml"
        broken.write_text(f'format = "smartgoal/1"\n{attack} = = 1\n', encoding="utf-8")
        export = folder / "export.csv"
        cell = '"' + attack.replace('"', '""') + '"'
        export.write_text(f"Date,Followers,{cell}\n2026-10-01,5,1\n2026-10-02,6,2\n{cell},7,{cell}\n", encoding="utf-8")
        known = {"PLAN": str(plan), "FOLDER": str(folder), "EXPORT": str(export), "EVIL": attack}
        given = command.replace('"', "\t").split(" ") if '"' not in command else quoted(command)
        for name, value in known.items():
            given = [word.replace(name, value) for word in given]
        return given

    return words


def quoted(command: str) -> list[str]:
    head, middle, tail = command.split('"')
    return [*head.split(), middle, *tail.split()]


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("command", COMMANDS.splitlines())
def test_nothing_steers_the_terminal(
    run: Run,
    evil: Callable[[str, str], list[str]],
    command: str,
    lang: str,
) -> None:
    result = run(*evil(command, ESCAPES), lang=lang)
    assert result.status in {0, 1, 2, 3}
    for told in (result.out.replace("\r\n", "\n"), result.err):
        assert without_steering(told) == told


@pytest.mark.parametrize("command", ["check --text EVIL --json", "check PLAN --json", "steps PLAN --json"])
def test_json_keeps_every_character(run: Run, evil: Callable[[str, str], list[str]], command: str) -> None:
    import json

    parsed = json.loads(run(*evil(command, "a\u202eb\x9b")).out)
    if "--text" in command:
        assert parsed["text"] == "a\u202eb\x9b"


@pytest.mark.parametrize("attack", ["[red]x[/red]", "[/]", "[link=http://example.invalid]x[/link]", "[bold", ":smile:"])
@pytest.mark.parametrize("command", ["show PLAN", "status PLAN", "status FOLDER", "steps PLAN", "check --text EVIL"])
def test_rich_markup_stands_there_as_typed(
    run: Run,
    evil: Callable[[str, str], list[str]],
    command: str,
    attack: str,
) -> None:
    assert attack in run(*evil(command, attack)).out


MARKDOWN = (
    "<script>alert(1)</script>", "![x](http://example.invalid/x.png)", "[x](javascript:alert(1))", "\n\n# Heading",
    "| a | b |", "```\ncode\n```", "</td></tr></table>", "\n---\n", "**bold** _i_ `c` ~~s~~", "&lt;img&gt;", "<!--",
    "\r\n- [ ] task", "@everyone", "$x^2$", "http://example.invalid",
)  # fmt: skip


@pytest.mark.parametrize("attack", MARKDOWN)
@pytest.mark.parametrize("audience", ["client", "mentor", "team"])
def test_markdown_cannot_be_broken_out_of(
    run: Run,
    evil: Callable[[str, str], list[str]],
    audience: str,
    attack: str,
) -> None:
    calm = run(*evil(f"export PLAN --for {audience}", "calm")).out
    text = run(*evil(f"export PLAN --for {audience}", attack)).out
    assert shape(text) == shape(calm)
    bare = text.replace("\\\\", "")
    for sign in "<>[]`":
        assert bare.count(sign) == bare.count(f"\\{sign}"), sign


def shape(text: str) -> list[str]:
    """What kind of block each line is: its leading marks, and how many cells a row has."""
    return [
        f"{line.split(' ')[0] if line[:1] in '#-|' else 'text'} {line.replace(chr(92) + '|', '').count('|')}"
        for line in text.split("\n")
        if line
    ]


@pytest.mark.parametrize(
    "attack", ["a\r\nBEGIN:VALARM", "a\nATTACH:http://example.invalid", "a\\nX-EVIL:1", "a;b,c:d\r"]
)
def test_calendar_lines_cannot_be_put_in(
    run: Run,
    evil: Callable[[str, str], list[str]],
    attack: str,
) -> None:
    text = run(*evil("export PLAN --to ics", attack)).out
    found = Calendar.from_ical(text)
    names = {name for component in found.walk() for name in component}
    assert names <= {
        "PRODID",
        "VERSION",
        "UID",
        "SUMMARY",
        "DTSTART",
        "DTEND",
        "DTSTAMP",
        "DESCRIPTION",
        "SEQUENCE",
        "TRANSP",
    }
    assert {component.name for component in found.walk()} == {"VCALENDAR", "VEVENT"}
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


@pytest.mark.parametrize(
    "name",
    ["../../x", "/etc/passwd", "..", "", "a\0b", "C:\\Windows", "CON", "-rf", "~root", "x" * 500, "\u202e", "a\nb"],
)
def test_names_cannot_leave_the_folder(run: Run, tmp_path: Path, name: str) -> None:
    made = file_name(Plan(client=name, goal=Goal(platform=f"other:{name}", metric=f"other:{name}")))
    assert made == Path(made).name
    assert made[0].isalnum()
    assert len(made) <= 120
    flags = ["--goal", "250 followers on VK by 2026-12-06", "--steps", "auto", "--no-input", "--today", "2026-11-22"]
    run("new", *flags, f"--client={name}", f"--platform=other:{name.replace(',', '')}")
    assert {path.parent for path in tmp_path.rglob("*")} <= {tmp_path}
    assert len(list(tmp_path.iterdir())) == 1


def test_a_link_in_place_of_a_new_file_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    link = tmp_path / "plan.smartgoal.toml"
    for target in (victim, tmp_path / "none"):
        link.symlink_to(target)
        with pytest.raises(FileError, match="already"):
            save(Plan(), link)
        with pytest.raises(FileError, match="already"):
            write_text(link, "text")
        link.unlink()
    assert not victim.exists()


def test_a_link_put_there_during_the_writing_is_replaced_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious", encoding="utf-8")
    path = tmp_path / "plan.smartgoal.toml"
    real = os.replace

    def race(source: str, target: str) -> None:
        Path(target).symlink_to(victim)
        real(source, target)

    monkeypatch.setattr(os, "replace", race)
    write_text(path, "text")
    assert victim.read_text(encoding="utf-8") == "precious"
    assert path.read_text(encoding="utf-8") == "text"
    assert not path.is_symlink()


def test_a_guessed_name_of_the_temporary_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious", encoding="utf-8")
    monkeypatch.setattr(os, "urandom", lambda count: b"\0" * count)
    (tmp_path / f".smartgoal-{'00' * 8}.tmp").symlink_to(victim)
    with pytest.raises(FileError):
        write_text(tmp_path / "a.md", "text")
    assert victim.read_text(encoding="utf-8") == "precious"


BOMBS = {
    "a billion laughs": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]>'
    b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&c;</Workbook>',
    "nested lists": b"[" * 100_000,
    "a long number": b'{"a": ' + b"9" * 100_000 + b"}",
    "one endless line": b"a," * 300_000,
    "quotes that never close": b'"' * 1_000_001,
    "NULs": b"\0" * 100_000,
}


@pytest.mark.parametrize("name", BOMBS)
@pytest.mark.parametrize("suffix", [".xls", ".json", ".csv", ".smartgoal.toml"])
def test_bombs_do_not_go_off(run: Run, tmp_path: Path, name: str, suffix: str) -> None:
    path = tmp_path / f"bomb{suffix}"
    path.write_bytes(BOMBS[name])
    command = ["check"] if suffix == ".smartgoal.toml" else ["import", "--platform", "vk"]
    result = run(*command, str(path))
    assert result.status == 3
    assert len(result.out) + len(result.err) < 2000


@pytest.mark.parametrize("moment", ["2026-11-22", "1900-01-01", "2199-12-31"])
@pytest.mark.parametrize(
    "dates",
    ["до 0001-01-01 - 9999-12-31", "before 0001-01-01", "by 31 December 9999", "in 100000 years", "after 9999-12-31",
     "the last week of 9999", "к концу 9999 года", "за 99999 недель", "0000-00-00", "29 February 2027"],
)  # fmt: skip
def test_the_ends_of_the_calendar_have_an_answer(run: Run, dates: str, moment: str) -> None:
    for text in (dates, f"250 новых подписчиков {dates}", f"from 9999-12-31 to 0001-01-01 {dates}"):
        assert run("check", "--text", text, "--today", moment).status in {0, 1}
        assert run("new", "--metric", "followers", "--target", "+5", "--by", dates, "--steps", "auto", "--no-input",
                   "--dry-run", "--today", moment).status in {0, 2, 3}  # fmt: skip

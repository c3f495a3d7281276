"""A good citizen of scripts: pipes, closed and full streams, consoles that hold few letters."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOL = f"{shlex.quote(sys.executable)} -m smartgoal"
PLAN = "awareness-ru/plan.smartgoal.toml"
FAILING = 'check --text "стать популярнее"'
FULL = Path("/dev/full")
CHILD = """
import shlex, sys
from smartgoal.cli import run
for line in sys.argv[1:]:
    print("@@")
    run(shlex.split(line))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "examples", tmp_path / "work"))


def shell(folder: Path, line: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """A line of bash in which `smartgoal` is this tool."""
    return subprocess.run(
        ["bash", "-c", line.replace("smartgoal ", f"{TOOL} ", 1)],
        cwd=folder, env=environment(folder, **variables), capture_output=True, timeout=60, check=False,
    )  # fmt: skip


def environment(folder: Path, **variables: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8", "SMARTGOAL_LANG": "ru", **variables}


def in_one_process(folder: Path, *lines: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Several commands, one after the other, in one process whose standard streams are pipes."""
    return subprocess.run(
        [sys.executable, "-c", CHILD, *lines], cwd=folder, env=environment(folder, **variables),
        capture_output=True, timeout=60, check=False,
    )  # fmt: skip


def parts_of(result: subprocess.CompletedProcess[bytes], encoding: str) -> list[str]:
    """What each of those commands wrote."""
    return result.stdout.decode(encoding).split("@@\n")[1:]


def quiet(result: subprocess.CompletedProcess[bytes]) -> bool:
    return result.stderr == b""


@pytest.mark.parametrize("command", ["explain", "schema", "--help", "--version", f"export {PLAN}"])
def test_a_reader_that_goes_away_ends_it_without_a_word(folder: Path, command: str) -> None:
    result = shell(folder, f"smartgoal {command} | true; exit ${{PIPESTATUS[0]}}")
    assert result.returncode == 0
    assert quiet(result)


def test_head_gets_its_line(folder: Path) -> None:
    result = shell(folder, "set -o pipefail; smartgoal check --lines goals.ru.txt | head -1")
    assert result.returncode in {0, 1}
    assert len(result.stdout.splitlines()) == 1
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("command", "status"),
    [("--help", 0), ("--version", 0), (FAILING, 1), ("check none.toml", 3)],
)
def test_closed_streams_change_no_exit_code(folder: Path, command: str, status: int) -> None:
    for closed in (">&-", "2>&-", ">&- 2>&- <&-"):
        result = shell(folder, f"smartgoal {command} {closed}")
        assert result.returncode == status, closed
        assert b"SMARTGOAL_DEBUG" not in result.stderr


def test_a_message_never_ends_up_in_a_file_that_took_the_place_of_a_closed_stream(folder: Path) -> None:
    result = shell(folder, f"smartgoal export {PLAN} -o page.md 2>&- >&- <&-")
    assert result.returncode == 0
    assert (folder / "page.md").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full here")
@pytest.mark.parametrize("command", ["--version", "explain", f"export {PLAN}", "check --lines goals.ru.txt"])
def test_a_full_disk_is_told(folder: Path, command: str) -> None:
    result = shell(folder, f"smartgoal {command} > {FULL}")
    assert result.returncode == 3
    assert "Диск заполнен".encode() in result.stderr
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize("command", ["new", "budget", "edit awareness-ru/plan.smartgoal.toml"])
def test_nobody_is_asked_where_nobody_is(folder: Path, command: str) -> None:
    for line in (f"smartgoal {command} < /dev/null", f"smartgoal {command} <&-"):
        result = shell(folder, line)
        assert result.returncode == 2
        assert result.stdout == b""
        assert result.stderr


QUIET = (
    f"check {PLAN}", "check --lines goals.ru.txt --json", f"show {PLAN}", f"steps {PLAN}", "explain R06", "examples",
    "import exports/followers.csv", "budget --spent 300 --got 1 --target 10", "status .", "--help", "check --help",
    "forecast --history exports/followers.csv --target +250 --by 2026-12-30",
)  # fmt: skip


def test_what_was_asked_for_goes_to_standard_output_without_colours(folder: Path) -> None:
    result = in_one_process(folder, *QUIET)
    assert all(part.strip() for part in parts_of(result, "utf-8"))
    assert b"\x1b" not in result.stdout
    assert quiet(result)


def test_messages_go_to_standard_error(folder: Path) -> None:
    dry = shell(folder, 'smartgoal new --goal "250 подписчиков ВК за 2 недели" --steps auto --no-input --dry-run')
    assert dry.stdout.startswith(b'format = "smartgoal/1"')
    assert "К сведению".encode() in dry.stderr
    lines = shell(folder, "smartgoal check --lines goals.ru.txt")
    assert len(lines.stdout.splitlines()) == len((folder / "goals.ru.txt").read_bytes().splitlines())
    assert b"S M A R T" in lines.stderr


def test_a_line_in_a_pipe_stays_a_line(folder: Path) -> None:
    long = "Хочу 250 новых подписчиков ВКонтакте за две недели, " + "чтобы соседи узнали о нас, " * 5
    (folder / "long.txt").write_text(f"{long}\n", encoding="utf-8")
    assert len(shell(folder, "smartgoal check --lines long.txt").stdout.splitlines()) == 1
    error = shell(
        folder, "smartgoal check --no-such-option-at-all-in-any-command-of-this-tool-whatever-it-may-be-called"
    )
    assert len(error.stderr.splitlines()) == 2


def test_colours_may_be_forced(folder: Path) -> None:
    assert b"\x1b[" in shell(folder, f"smartgoal check {PLAN} | cat", FORCE_COLOR="1").stdout


def test_the_first_line_is_answered_before_the_input_ends(folder: Path) -> None:
    for more in ([], ["--json"]):
        with subprocess.Popen(
            [sys.executable, "-m", "smartgoal", "check", "--lines", "-", *more], cwd=folder, env=environment(folder),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        ) as process:  # fmt: skip
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write("100 заявок за месяц\n".encode())
            process.stdin.flush()
            assert "100 заявок" in process.stdout.readline().decode()  # would hang here, were the answer held back
            process.stdin.close()
            assert process.stdout.read() == b""


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1251", "cp866"])
def test_a_console_that_holds_few_letters_gets_others_that_read_alike(folder: Path, encoding: str) -> None:
    result = in_one_process(folder, *QUIET, PYTHONIOENCODING=encoding)
    assert result.returncode == 0
    assert quiet(result)
    for command, part in zip(QUIET, parts_of(result, encoding), strict=True):
        assert "??" not in part, command
        assert " ? " not in part, command


def test_a_name_and_a_price_stay_readable_in_ascii(folder: Path) -> None:
    result = shell(folder, f"smartgoal show {PLAN}", PYTHONIOENCODING="ascii")
    text = result.stdout.decode("ascii")
    assert "Kofeynya na Lesnoy" in text
    assert "10 000 RUB" in text


def test_json_keeps_every_letter_in_any_encoding(folder: Path) -> None:
    told = [
        json.loads(shell(folder, f"smartgoal check {PLAN} --json", PYTHONIOENCODING=encoding).stdout)
        for encoding in ("utf-8", "ascii", "cp1251")
    ]
    assert told[0] == told[1] == told[2]
    assert "ВКонтакте" in told[0]["text"]


def test_the_c_locale_of_an_old_system_is_no_reason_to_fail(folder: Path) -> None:
    old = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    result = shell(folder, f"smartgoal check {PLAN}", **old)
    assert result.returncode == 0
    assert b"Vse pyat' kriteriev" in result.stdout or b"Vse pyat kriteriev" in result.stdout


@pytest.mark.parametrize("end", ["2>&1 | head -1", "2> >(true)", "--json | head -c 1", "--json 2>&1 | true"])
def test_a_plan_is_saved_though_the_reader_of_its_messages_has_gone(folder: Path, end: str) -> None:
    goal = 'new --goal "Get 10 leads a week until 15 January 2030" --baseline 6 --steps auto --no-input -o made.toml'
    result = shell(folder, f"smartgoal {goal} {end}; exit ${{PIPESTATUS[0]}}")
    assert (result.returncode, (folder / "made.toml").exists()) == (0, True), result.stderr

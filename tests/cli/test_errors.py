"""Wrong calls and broken files: each says what happened, where, and what to do next, in both languages."""

import os
import shlex
from pathlib import Path

import pytest

from .conftest import TODAY, Run
from .saved import saved

# a command line ("plan", "broken" ... are files of the fixture), its exit code, and what the message has to name
WRONG_CALLS = """\
frobnicate                                                  | 2 | frobnicate
chekc plan                                                  | 2 | check
--frobnicate                                                | 2 | --frobnicate
--lang fr check plan                                        | 2 | fr
new --no-input                                              | 2 | --metric
new --no-input --goal "be popular"                          | 2 | --target
new --no-input --goal "250 followers on VK by 2026-12-06"   | 2 | --steps
new --no-input --metric folowers                            | 2 | followers
new --no-input --metric followers --target often            | 2 | often
new --no-input --metric followers --target +5 --by someday  | 2 | someday
new --no-input --metric followers --start someday           | 2 | someday
new --no-input --category sails                             | 2 | sales
new --no-input --platform vkontact                          | 2 | vkontact
new --no-input --direction sideways                         | 2 | sideways
new --no-input --metric followers --baseline many           | 2 | many
new --no-input --stat reach                                 | 2 | reach
new --no-input --stat vk.followers=many                     | 2 | many
new --no-input --step "; due=2w"                            | 2 | due=2w
new --no-input --step "Call; when=2w"                       | 2 | when=2w
new --no-input --step "Call; due=someday"                   | 2 | someday
new --no-input --step "Call; due=2w; due=3w"                | 2 | due
new --no-input --step "Call; cost=much"                     | 2 | much
new --no-input --steps some                                 | 2 | some
new --no-input --budget much                                | 2 | much
new --no-input --currency roubles                           | 2 | roubles
new --no-input --answers none.toml                          | 3 | none.toml
new --no-input --answers broken                             | 3 | broken
new --no-input --answers odd                                | 3 | colour
new --no-input --from none.toml                             | 3 | none.toml
new --no-input --import none.csv                            | 3 | none.csv
new --no-input --import export --map Followers              | 2 | Followers
new --today someday                                         | 2 | someday
new --no-inputs                                             | 2 | --no-input
new extra                                                   | 2 | extra
check                                                       | 2 | --text
check plan --text goal                                      | 2 | --lines
check --as-of someday plan                                  | 2 | someday
check none.smartgoal.toml                                   | 3 | none.smartgoal.toml
check broken                                                | 3 | broken.smartgoal.toml:3
check latin                                                 | 3 | latin.smartgoal.toml:2
check huge                                                  | 3 | huge.smartgoal.toml
check newer                                                 | 3 | smartgoal/2
check unnamed                                               | 3 | unnamed.smartgoal.toml
check typed                                                 | 3 | goal.value
check deep                                                  | 3 | deep.smartgoal.toml
check --lines none.txt                                      | 3 | none.txt
check --lines folder                                        | 3 | folder
show                                                        | 2 | PLAN
show folder                                                 | 3 | folder
show broken                                                 | 3 | broken.smartgoal.toml:3
export                                                      | 2 | PLAN
export plan --to pdf                                        | 2 | pdf
export plan --for boss                                      | 2 | boss
export plan -o plan                                         | 3 | --force
export plan -o none/x.md                                    | 3 | none
export plan -o folder --force                               | 3 | folder
export none.toml                                            | 3 | none.toml
import                                                      | 2 | FILE
import none.csv                                             | 3 | none.csv
import broken                                               | 3 | broken.smartgoal.toml
import export --dates backwards --platform vk               | 2 | backwards
import export --platform vkontact                           | 2 | vkontact
import export --map Followers                               | 2 | Followers
import export --map Followers=folowers                      | 2 | followers
import export --followers-now many                          | 2 | many
import export --encoding cp9999                             | 3 | cp9999
import export --platform vk --into none.toml                | 3 | none.toml
forecast                                                    | 2 | --history
forecast none.toml                                          | 3 | none.toml
forecast --history none.csv --target +5 --by 2w             | 3 | none.csv
forecast --history export --target often --by 2w            | 2 | often
budget --spent much                                         | 2 | much
budget --spent 5 --got 1 --of boxes                         | 2 | boxes
budget --know price=5                                       | 2 | price=5
budget none.toml                                            | 3 | none.toml
steps                                                       | 2 | PLAN
steps none.toml                                             | 3 | none.toml
steps plan --budget much --propose                          | 2 | much
edit none.toml --target +5                                  | 3 | none.toml
edit plan --target often                                    | 2 | often
edit plan --by someday                                      | 2 | someday
edit broken --target +5                                     | 3 | broken.smartgoal.toml:3
log                                                         | 2 | PLAN
log plan many                                               | 2 | many
log plan 5 --on someday                                     | 2 | someday
log plan --step 9                                           | 2 | 9
log none.toml 5                                             | 3 | none.toml
status --due never                                          | 2 | never
status none.toml                                            | 3 | none.toml
report                                                      | 2 | FOLDER
report folder --month 2026-13                               | 2 | 2026-13
report folder --to pdf                                      | 2 | pdf
close                                                       | 2 | PLAN
close plan                                                  | 2 | 2110
close plan many                                             | 2 | many
close none.toml 5                                           | 3 | none.toml
explain X99                                                 | 2 | X99
explain folowers                                            | 2 | followers
examples extra                                              | 2 | extra
schema extra                                                | 2 | extra
schema --plain                                              | 2 | --plain
"""
CASES = [tuple(part.strip() for part in line.rsplit("|", 2)) for line in WRONG_CALLS.splitlines()]
FILES = {
    "broken": b'format = "smartgoal/1"\n[goal]\nvalue = = 5\n',
    "latin": b'format = "smartgoal/1"\ntitle = "\xcf\xeb\xe0\xed"\n',
    "huge": b'format = "smartgoal/1"\n' + b"#" * 1_000_001,
    "newer": b'format = "smartgoal/2"\n',
    "unnamed": b'title = "a"\n',
    "typed": b'format = "smartgoal/1"\n[goal]\nvalue = "many"\n',
    "deep": b'format = "smartgoal/1"\nx = ' + b"[" * 5000 + b"]" * 5000,
    "odd": b'colour = "red"\n',
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    saved(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "export.csv").write_text("Date,Followers\n2026-10-01,5\n2026-10-02,6\n2026-10-03,8\n", "utf-8")
    for name, content in FILES.items():
        (tmp_path / f"{name}.smartgoal.toml").write_bytes(content)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def words_of(call: str) -> list[str]:
    names = {name: f"{name}.smartgoal.toml" for name in (*FILES, "plan")} | {"export": "export.csv"}
    first, *rest = shlex.split(call)
    return [first, *(names.get(word, word) for word in rest)]


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize(("call", "status", "named"), CASES, ids=[case[0] for case in CASES])
def test_a_wrong_call_says_what_where_and_what_next(
    run: Run, folder: Path, call: str, status: str, named: str, lang: str
) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    result = run(*words_of(call), lang=None if "--lang" in call else lang)
    told = result.err + (result.out if call.split(maxsplit=1)[0] in {"import", "status"} else "")
    assert result.status == int(status), told
    assert named in told
    assert "Traceback" not in told
    assert "{" not in told, "a placeholder was left open"
    assert any("а" <= letter <= "я" for letter in told) == (lang == "ru" and "--lang" not in call)
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_file_without_permission_is_told(run: Run, folder: Path) -> None:
    path = folder / "plan.smartgoal.toml"
    path.chmod(0)
    assert run("check", str(path)).status == 3
    path.chmod(0o600)
    folder.chmod(0o500)
    assert run("log", str(path), "1900", "--today", TODAY).status == 3
    folder.chmod(0o700)

"""The directions of imports, and what a command loads before it answers."""

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
HEAVY = ("pydantic", "rich", "prompt_toolkit", "babel", "tomlkit", "holidays", "icalendar", "python_calamine")


def test_imports_keep_to_the_directions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None) == 0


def loaded_by(*arguments: str) -> set[str]:
    code = (
        "import sys, io; from smartgoal.__main__ import answered\n"
        "out = sys.stdout; sys.stdout = io.TextIOWrapper(io.BytesIO(), encoding='utf-8')\n"
        "answered(sys.argv[1:])\n"
        "out.write('\\n'.join(sys.modules))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return set(result.stdout.splitlines())


def rooms(modules: set[str]) -> set[str]:
    return {name.split(".")[1] for name in modules if name.startswith("smartgoal.")}


def test_the_version_loads_nothing_at_all() -> None:
    modules = loaded_by("--version")
    assert "typer" not in modules
    assert rooms(modules) == {"__main__"}


@pytest.mark.parametrize("arguments", [("--help",), ("--help", "--lang", "ru")])
def test_root_help_loads_no_room_but_cli_language_and_catalogue(arguments: tuple[str, ...]) -> None:
    modules = loaded_by(*arguments)
    assert not modules & set(HEAVY)
    assert rooms(modules) <= {"__main__", "cli", "language", "catalog", "errors", "model"}


def test_checking_a_sentence_loads_no_store_and_no_importer() -> None:
    modules = loaded_by("check", "--text", "250 new followers on VK in two weeks")
    assert "pydantic" not in modules
    assert not modules & {"tomli_w", "tomlkit", "prompt_toolkit", "holidays", "icalendar", "rich.console"}
    assert not rooms(modules) & {"store", "importers", "interview", "exporters"}


def test_checking_a_plan_loads_no_wizard_no_importer_and_no_exporter(tmp_path: Path) -> None:
    plan = tmp_path / "plan.smartgoal.toml"
    plan.write_text('format = "smartgoal/1"\ncreated = 2026-11-22\n[goal]\nmetric = "followers"\n', encoding="utf-8")
    modules = loaded_by("check", str(plan))
    assert "pydantic" not in modules
    assert not modules & {"tomlkit", "prompt_toolkit", "icalendar", "rich.console", "python_calamine", "babel"}
    assert not rooms(modules) & {"importers", "interview", "exporters"}


def test_importing_a_file_loads_no_parser_of_command_lines_and_nothing_of_plans(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("Date,Followers\n2026-11-01,10\n2026-11-02,12\n", encoding="utf-8")
    modules = loaded_by("import", str(sheet))
    assert not modules & {"typer", "zipfile", "tomlkit", "smartgoal.model.plan", "smartgoal.model.finding", *HEAVY}
    assert rooms(modules) == {"__main__", "cli", "language", "catalog", "errors", "model", "importers"}

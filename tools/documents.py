"""Write the reference pages from what the program knows: `python tools/documents.py`.

`docs/rules.md` comes from the rule table, `docs/plan-format.md` from the schema of the plan file.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from smartgoal.catalog.rules import Rule, rules
from smartgoal.exporters.markdown import escaped
from smartgoal.language import load
from smartgoal.store.reference import describe_fields

DOCS = Path(__file__).parents[1] / "docs"


def rules_page() -> str:
    """All rules in both languages, by criterion."""
    return "\n".join(rule_lines()) + "\n"


def rule_lines() -> Iterator[str]:
    """The lines of the page."""
    english = load("en")
    yield "# The rules"
    yield ""
    yield "Made by `tools/documents.py` from the rule table. `smartgoal explain CODE` prints one of them."
    criterion = ""
    for row in rules().values():
        if row.criterion != criterion:
            criterion = row.criterion
            yield from ("", f"## {english.name('criterion', criterion)}")
        yield from one_rule(row)


def one_rule(row: Rule) -> Iterator[str]:
    """One rule: what it looks at, why, right and wrong, source."""
    yield from ("", f"### {row.code} · {escaped(row.titles['en'])} ({row.severity})", "")
    yield f"- {escaped(row.titles['ru'])}"
    yield f"- Why: {escaped(row.why['en'])}"
    yield f"- Passes: {escaped(row.right['en'])}"
    yield f"- Gets a remark: {escaped(row.wrong['en'])}"
    yield f"- Source: {escaped(row.source['en'])}"


def format_page() -> str:
    """All keys of the plan file."""
    return "\n".join(format_lines()) + "\n"


def format_lines() -> Iterator[str]:
    """The lines of the page."""
    yield "# The plan file"
    yield ""
    yield "Made by `tools/documents.py` from the schema (`smartgoal schema`). TOML 1.0, UTF-8, one goal a file."
    yield "Unknown keys are kept and told with the nearest known one."
    yield ""
    table = None
    for english, russian in zip(describe_fields("en"), describe_fields("ru"), strict=True):
        if english.table != table:
            table = english.table
            yield from ("", f"## {escaped(table) or 'Top of the file'}", "")
            yield "| key | type | what it holds | что хранит | example |"
            yield "| --- | --- | --- | --- | --- |"
        key = f"{english.key} (required)" if english.required else english.key
        kind = ", ".join(map(str, english.choices)) or english.type
        cells = (key, kind, english.text, russian.text, english.example)
        yield "| " + " | ".join(escaped(cell) for cell in cells) + " |"


PAGES = {"rules.md": rules_page, "plan-format.md": format_page}

if __name__ == "__main__":
    DOCS.mkdir(exist_ok=True)
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
        sys.stdout.write(f"docs/{name}\n")

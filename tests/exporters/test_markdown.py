import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoal.exporters.document import Bullets, Document, Facts, Paragraph, Section, Table, facts, part, table
from smartgoal.exporters.markdown import escaped, markdown
from smartgoal.exporters.plain_text import plain_text
from smartgoal.language import load


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("plain words", "plain words"),
        ("# not a heading", r"\# not a heading"),
        ("1. not a list", r"1\. not a list"),
        ("- not a list", r"\- not a list"),
        ("+250", r"\+250"),
        ("a|b", r"a\|b"),
        ("<script>", r"\<script\>"),
        ("[link](http://example.org)", r"\[link\](http://example.org)"),
        ("two\nlines", "two lines"),
        ("1\u00a0840\u00a0₽", "1\u00a0840\u00a0₽"),
        ("\u202eevil\x1b[0m", r"evil\[0m"),
    ],
)
def test_what_the_user_typed_stands_there_as_typed(typed: str, shown: str) -> None:
    assert escaped(typed) == shown


@given(st.text())
def test_no_text_breaks_out_of_its_cell(text: str) -> None:
    document = Document("t", (Table(("a", "b"), ((text, "x"),)),))
    *_, last = markdown(document).rstrip("\n").split("\n")
    assert last.startswith("| ")
    assert last.replace("\\\\", "").replace("\\|", "").count("|") == 3


def test_a_section_without_content_is_not_printed() -> None:
    assert list(part("Empty", Paragraph(""), Bullets(()), Facts(()))) == []


def test_columns_that_are_empty_in_every_row_are_left_out() -> None:
    assert table(("a", "b"), [("1", ""), ("2", "")]) == Table(("a",), (("1",), ("2",)))


def test_facts_without_a_value_are_left_out() -> None:
    assert facts([("a", "1"), ("b", "")]) == Facts((("a", "1"),))


def test_the_blocks_of_a_document_are_parted_by_blank_lines() -> None:
    document = Document("Plan", (Section("Goal"), Paragraph("more"), Bullets(("one", "two"))))
    assert markdown(document) == "# Plan\n\n## Goal\n\nmore\n\n- one\n- two\n"


def test_plain_text_has_no_tables_and_no_markup() -> None:
    document = Document("Plan", (Section("Steps"), Table(("Step", "Who"), (("call *all*", "Anna"),))))
    assert plain_text(document, load("en")) == "PLAN\n\nSteps:\n• call *all*; who: Anna\n"

"""What holds for any text at all."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from smartgoal.model.goal import REMARKS
from smartgoal.parsing import parse_amount, parse_deadline, parse_target, read
from smartgoal.parsing.tokens import LIMIT, tokenize

TODAY = date(2026, 11, 22)
VOCABULARY = """
с до от на за к в подписчиков 100 1200 31.12 конца месяца недели не дороже 350 ₽ заявку и , . ( ) % x 5к тыс
from to by within the end of april followers leads 10 $5 per week more than at least double 1st Q1 2027 - -> :
полтора двести half a million dozen сейчас now while при бюджете раз раза вдвое ответить часа minutes
"""
WORDS = st.sampled_from(VOCABULARY.split())
SENTENCES = st.lists(WORDS, max_size=40).map(" ".join)
ANYTHING = st.one_of(st.text(max_size=200), SENTENCES)


@given(ANYTHING)
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_the_reader(text: str) -> None:
    reading = read(text, today=TODAY)
    goal = reading.goal
    assert goal.statement == text
    assert goal.value is None or goal.value >= 0
    assert {remark.code for remark in reading.remarks} <= set(REMARKS)
    assert goal.platform in (*goal.platforms, None)


@given(ANYTHING)
@settings(max_examples=300, deadline=None)
def test_spans_lie_inside_the_text_and_cover_words(text: str) -> None:
    reading = read(text, today=TODAY)
    spans = [*reading.spans.values(), *(remark.span for remark in reading.remarks if remark.span)]
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]


@given(ANYTHING)
@settings(max_examples=200, deadline=None)
def test_answers_never_break(text: str) -> None:
    parse_amount(text)
    parse_target(text)
    parse_deadline(text, today=TODAY)


@given(st.text(max_size=200))
def test_tokens_are_in_order_and_inside(text: str) -> None:
    last = 0
    for token in tokenize(text):
        assert last <= token.start < token.end <= len(text)
        last = token.end


@given(SENTENCES)
@settings(max_examples=50, deadline=None)
def test_case_and_surrounding_space_mean_nothing(text: str) -> None:
    plain, padded = read(text, today=TODAY).goal, read(f"  {text} ", today=TODAY).goal
    assert (plain.metric, plain.kind, plain.value, plain.deadline) == (
        padded.metric,
        padded.kind,
        padded.value,
        padded.deadline,
    )


def test_only_the_first_two_thousand_characters_are_read() -> None:
    late = " " * LIMIT + "100 подписчиков"
    assert read(late, today=TODAY).goal.value is None
    for hostile in ("(" * 5000, "1-" * 3000, "до конца " * 1000, "a" * 5000, "1 до " * 1000, "\u0301" * 3000):
        assert read(hostile, today=TODAY).text == hostile


def test_line_breaks_and_no_break_spaces_are_spaces() -> None:
    goal = read("1\u00a0200 подписчиков\u202fВК\nк 1 марта", today=TODAY).goal
    assert (goal.value, goal.platform, goal.deadline) == (Decimal(1200), "vk", date(2027, 3, 1))

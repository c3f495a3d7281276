"""What a step or goal speaks of, found by word lists: with endings, order, nearness and negation, clause by clause."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from smartgoal.catalog.risk_words import Pattern, Phrase, Topic, risk_words
from smartgoal.model.goal import Span
from smartgoal.parsing.tokens import Token, tokenize

_SENTENCE_ENDS = frozenset(".;!?")
_BREAKS = _SENTENCE_ENDS | frozenset(":,()-[]/")
_QUOTES = frozenset("\"'")
Clause = list[Token]


@dataclass(frozen=True, slots=True)
class Mention:
    """A topic and where the text speaks of it."""

    topic: str
    span: Span


@lru_cache(maxsize=512)
def mentions(text: str) -> tuple[Mention, ...]:
    """The topics of the text, each once, in the order of the table. What the text denies is not among them."""
    tokens = tokenize(text)
    clauses, sentences = list(_split(tokens, _BREAKS)), list(_split(tokens, _SENTENCE_ENDS))
    found = (_mention(topic, clauses, sentences) for topic in risk_words().topics)
    return tuple(mention for mention in found if mention is not None)


@lru_cache(maxsize=512)
def platforms_named(text: str) -> tuple[str, ...]:
    """The platforms that the text speaks of, without those it speaks of leaving ("move from Instagram to VK")."""
    tokens = tokenize(text)
    table = risk_words()
    return tuple(
        platform
        for platform, phrases in table.platforms.items()
        if any(not _ends_before(tokens, begin, table.leaving) for begin, _ in _places(tokens, phrases))
    )


def _split(tokens: Iterable[Token], marks: frozenset[str]) -> Iterator[Clause]:
    """The words between the marks; other marks do not count."""
    clause: Clause = []
    for token in tokens:
        if token.kind == "mark" and token.norm in marks:
            yield clause
            clause = []
        elif token.kind != "mark" or token.norm not in _BREAKS | _QUOTES:
            clause.append(token)
    yield clause


def _mention(topic: Topic, clauses: list[Clause], sentences: list[Clause]) -> Mention | None:
    for pattern in topic.patterns:
        for clause in sentences if pattern.across else clauses:
            for begin, end in _matches(clause, pattern):
                if not _is_denied(clause, begin, end) and not _is_excused(clause, topic):
                    return Mention(topic.id, (clause[begin].start, clause[end - 1].end))
    return None


def _is_excused(clause: Clause, topic: Topic) -> bool:
    return any(_group_places(clause, group) for group in topic.unless)


def _matches(clause: Clause, pattern: Pattern) -> Iterator[tuple[int, int]]:
    """The stretches of the clause in which all groups of the pattern stand near enough."""
    for places in product(*(_group_places(clause, group) for group in pattern.groups)):
        begin, end = min(place[0] for place in places), max(place[1] for place in places)
        in_order = not pattern.ordered or all(first[1] <= second[0] for first, second in pairwise(places))
        if end - begin <= pattern.within and in_order:
            yield begin, end


def _group_places(clause: Clause, group: str) -> list[tuple[int, int]]:
    return list(_places(clause, risk_words().groups[group]))


def _places(tokens: Clause, phrases: Iterable[Phrase]) -> Iterator[tuple[int, int]]:
    """Where one of the phrases stands: from, to (exclusive), in tokens."""
    for begin in range(len(tokens)):
        for phrase in phrases:
            if _stands(tokens, begin, phrase):
                yield begin, begin + len(phrase)
                break


def _stands(tokens: Clause, begin: int, phrase: Phrase) -> bool:
    part = tokens[begin : begin + len(phrase)]
    return len(part) == len(phrase) and all(map(_fits, part, phrase))


def _fits(token: Token, word: str) -> bool:
    if word.startswith("#"):
        digits = "".join(each for each in token.norm if each.isdigit())
        return token.kind == "number" and bool(digits) and int(digits) >= int(word[1:])
    return token.norm.startswith(word[:-1]) if word.endswith("*") else token.norm == word


def _is_denied(clause: Clause, begin: int, end: int) -> bool:
    """Whether a word before or right after the match takes it back ("no ads", "рекламу не запускаем")."""
    table = risk_words()
    before = (
        (at, at + len(phrase), reach, phrase)
        for phrase, reach in table.negations.items()
        for at in range(max(0, begin - reach - len(phrase)), begin)
    )
    if any(
        stop <= begin < stop + reach and _stands(clause, at, phrase) and not _is_affirmed(clause, at)
        for at, stop, reach, phrase in before
    ):
        return True
    return any(
        _stands(clause, at, phrase) and not _is_affirmed(clause, at)
        for phrase, reach in table.denials.items()
        for at in range(end, end + reach)
    )


def _is_affirmed(clause: Clause, at: int) -> bool:
    return any(_stands(clause, at, phrase) for phrase in risk_words().affirmations)


def _ends_before(tokens: Clause, begin: int, phrases: Iterable[Phrase]) -> bool:
    return any(begin >= len(phrase) and _stands(tokens, begin - len(phrase), phrase) for phrase in phrases)

"""What a step or goal speaks of, found by word lists: with endings, order, nearness and negation, clause by clause."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product, zip_longest

from smartgoal.catalog.risk_words import Pattern, Topic, risk_words
from smartgoal.model.goal import Span
from smartgoal.parsing.tokens import Token, tokenize
from smartgoal.planning.phrases import AFFIRMATION, DENIAL, LEAVING, NEGATION, PLATFORM, TALKING, Place, places

_SENTENCE_ENDS = frozenset(".;!?")
_BREAKS = _SENTENCE_ENDS | frozenset(":,()-[]/")
_QUOTES = frozenset("\"'")


@dataclass(frozen=True, slots=True)
class Mention:
    """A topic and where the text speaks of it."""

    topic: str
    span: Span


class Clause:
    """Words that belong together, and the places of known phrases among them."""

    def __init__(self, words: list[Token], found: Mapping[str, list[Place]] | None = None) -> None:
        self.words = words
        self.places = places(words) if found is None else found

    def part(self, begin: int, end: int) -> "Clause":
        """Some of the words, with the places that lie among them."""
        if end - begin == len(self.words):
            return self
        found = defaultdict(list)
        for name, row in self.places.items():
            for place in row:
                if begin <= place.begin and place.end <= end:
                    found[name].append(Place(place.begin - begin, place.end - begin, place.phrase))
        return Clause(self.words[begin:end], found)

    def has(self, groups: Iterable[str]) -> bool:
        """Whether a phrase of one of the groups stands here."""
        return any(group in self.places for group in groups)

    def span(self, begin: int, end: int) -> Span:
        """The same words in the text."""
        return self.words[begin].start, self.words[end - 1].end


@lru_cache(maxsize=512)
def mentions(text: str) -> tuple[Mention, ...]:
    """The topics of the text, each once, in the order of the table. What the text denies is not among them."""
    parts = list(_split(tokenize(text), _SENTENCE_ENDS))
    sentences = [Clause(_words(part)) for part in parts]
    clauses = [clause for sentence, part in zip(sentences, parts, strict=True) for clause in _clauses(sentence, part)]
    told = [stretch for sentence in sentences for stretch in _talk(sentence)]
    found = (_mention(topic, clauses, sentences, told) for topic in risk_words().topics)
    return tuple(mention for mention in found if mention is not None)


@lru_cache(maxsize=512)
def platforms_named(text: str) -> tuple[str, ...]:
    """The platforms that the text speaks of, without those it speaks of leaving ("move from Instagram to VK")."""
    found = places(tokenize(text))
    left = {place.end for place in found.get(LEAVING, ())}
    return tuple(
        platform
        for platform in risk_words().platforms
        if any(place.begin not in left for place in found.get(PLATFORM + platform, ()))
    )


def _split(tokens: list[Token], marks: frozenset[str]) -> Iterator[list[Token]]:
    """What stands between the marks; not split are "50/day", "30-second" and "!" before a quote."""
    part: list[Token] = []
    for token, following in zip_longest(tokens, tokens[1:]):
        joins = token.glued and following is not None and following.glued and _joins(token, following)
        if token.kind == "mark" and token.norm in marks and not joins:
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _words(tokens: list[Token]) -> list[Token]:
    return [token for token in tokens if token.kind != "mark" or token.norm not in _BREAKS | _QUOTES]


def _clauses(sentence: Clause, tokens: list[Token]) -> Iterator[Clause]:
    begin = 0
    for part in _split(tokens, _BREAKS):
        end = begin + len(_words(part))
        yield sentence.part(begin, end)
        begin = end


def _joins(mark: Token, following: Token) -> bool:
    return mark.norm in "/-" or (mark.norm in "!?" and following.norm in _QUOTES)


def _talk(sentence: Clause) -> Iterator[Span]:
    """From the first word that only speaks about something to the end of the sentence."""
    begins = [place.begin for place in sentence.places.get(TALKING, ())]
    if begins:
        yield sentence.span(min(begins), len(sentence.words))


def _mention(topic: Topic, clauses: list[Clause], sentences: list[Clause], told: list[Span]) -> Mention | None:
    for pattern in topic.patterns:
        for clause in sentences if pattern.across else clauses:
            for begin, end in _matches(clause, pattern):
                span = clause.span(begin, end)
                spoken_of = any(first <= span[0] and span[1] <= last for first, last in told)
                if not (spoken_of or _is_denied(clause, begin, end) or clause.has(topic.unless + pattern.unless)):
                    return Mention(topic.id, span)
    return None


def _matches(clause: Clause, pattern: Pattern) -> Iterator[tuple[int, int]]:
    """The stretches of the clause in which all groups of the pattern stand near enough."""
    first, *others = (clause.places.get(group, []) for group in pattern.needed)
    for start in first:
        near = ([place for place in group if abs(place.begin - start.begin) < pattern.within] for group in others)
        for row in product([start], *near):
            begin, end = min(place.begin for place in row), max(place.end for place in row)
            if end - begin <= pattern.within and (not pattern.ordered or _is_ordered(row)):
                yield begin, end


def _is_ordered(row: tuple[Place, ...]) -> bool:
    return all(first.end <= second.begin for first, second in pairwise(row))


def _is_denied(clause: Clause, begin: int, end: int) -> bool:
    """Whether a word before or right after the match takes it back ("no ads", "рекламу не запускаем")."""
    table = risk_words()
    affirmed = {place.begin for place in clause.places.get(AFFIRMATION, ())}
    before = any(
        place.end <= begin < place.end + table.negations[place.phrase] and place.begin not in affirmed
        for place in clause.places.get(NEGATION, ())
    )
    return before or any(
        end <= place.begin < end + table.denials[place.phrase] and place.begin not in affirmed
        for place in clause.places.get(DENIAL, ())
    )

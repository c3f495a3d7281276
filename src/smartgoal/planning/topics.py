"""What a step or goal speaks of, found by word lists: with endings, order, nearness and negation, clause by clause."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product, zip_longest

from smartgoal.catalog.risk_words import Pattern, Topic, risk_words
from smartgoal.model.goal import Span
from smartgoal.parsing.tokens import Token, tokenize
from smartgoal.planning.phrases import (
    AFFIRMATION,
    DENIAL,
    LEAVING,
    NEGATION,
    PLATFORM,
    REFUSING,
    RESUMING,
    TALKING,
    Place,
    places,
)

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
        self._present = frozenset(self.places)

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
        return not self._present.isdisjoint(groups)

    def has_all(self, groups: Iterable[str]) -> bool:
        """Whether a phrase of each of the groups stands here."""
        return self._present.issuperset(groups)

    def span(self, begin: int, end: int) -> Span:
        """The same words in the text."""
        return self.words[begin].start, self.words[end - 1].end


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text in clauses and in sentences, and the parts of it (`told`) that only speak about something."""

    clauses: list[Clause]
    sentences: list[Clause]
    told: list[Span]

    def only_told(self, span: Span) -> bool:
        """Whether the words are not a step but what it speaks about."""
        return any(first <= span[0] and span[1] <= last for first, last in self.told)


@lru_cache(maxsize=512)
def mentions(text: str) -> tuple[Mention, ...]:
    """The topics of the text, each once, in the order of the table. What the text denies is not among them."""
    parts = list(_split(tokenize(text), _SENTENCE_ENDS))
    sentences = [Clause(_words(part)) for part in parts]
    clauses = [clause for sentence, part in zip(sentences, parts, strict=True) for clause in _clauses(sentence, part)]
    spoken = Spoken(clauses, sentences, [stretch for sentence in sentences for stretch in _talk(sentence)])
    found: dict[str, Mention] = {}
    for topic in risk_words().topics:
        if not found.keys().isdisjoint(topic.but):
            continue
        patterns = [pattern for pattern in topic.patterns if found.keys() >= set(pattern.along)]
        mention = _mention(topic, patterns, spoken)
        if mention is not None:
            found[topic.id] = mention
    return tuple(found.values())


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
    """From a word that only speaks about something to where the step itself resumes; the whole, if it refuses."""
    if sentence.has([REFUSING]):
        yield sentence.span(0, len(sentence.words))
    resumed = [place.begin for place in sentence.places.get(RESUMING, ())]
    for place in sentence.places.get(TALKING, ()):
        end = min((begin for begin in resumed if begin >= place.end), default=len(sentence.words))
        yield sentence.span(place.begin, end)


def _mention(topic: Topic, patterns: list[Pattern], spoken: Spoken) -> Mention | None:
    for pattern in patterns:
        for clause in spoken.sentences if pattern.across else spoken.clauses:
            if not clause.has_all(pattern.needed) or clause.has(topic.unless) or clause.has(pattern.unless):
                continue
            for row in _matches(clause, pattern):
                span = clause.span(min(place.begin for place in row), max(place.end for place in row))
                if not (spoken.only_told(span) or _is_denied(clause, row)):
                    return Mention(topic.id, span)
    return None


def _matches(clause: Clause, pattern: Pattern) -> Iterator[tuple[Place, ...]]:
    """Where all groups of the pattern stand near enough, each by words of its own."""
    first, *others = (clause.places.get(group, []) for group in pattern.needed)
    for start in first:
        near = ([place for place in group if abs(place.begin - start.begin) < pattern.within] for group in others)
        for row in product([start], *near):
            length = max(place.end for place in row) - min(place.begin for place in row)
            if length <= pattern.within and _is_apart(row if pattern.ordered else sorted(row)):
                yield row


def _is_apart(row: Sequence[Place]) -> bool:
    return all(first.end <= second.begin for first, second in pairwise(row))


def _is_denied(clause: Clause, row: tuple[Place, ...]) -> bool:
    """Whether a word before or right after one of the places takes it back ("no ads", "рекламу не запускаем")."""
    table = risk_words()
    affirmed = {place.begin for place in clause.places.get(AFFIRMATION, ())}
    before = [place for place in clause.places.get(NEGATION, ()) if place.begin not in affirmed]
    after = [place for place in clause.places.get(DENIAL, ()) if place.begin not in affirmed]
    return any(
        word.end <= place.begin < word.end + table.negations[word.phrase] for word in before for place in row
    ) or any(place.end <= word.begin < place.end + table.denials[word.phrase] for word in after for place in row)

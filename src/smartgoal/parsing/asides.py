"""What a sentence tells beside the goal itself: what it is for, how the number is counted."""

from typing import NamedTuple

from smartgoal.catalog import metrics
from smartgoal.model.quantity import Period
from smartgoal.parsing.sentence import Sentence

CLOSING = " ,;:.–—-"
SENTENCE_ENDS = frozenset((".", "!", "?", ";", "…"))
FEWEST = 2  # words of a reason
BASED = frozenset(("engagement_rate",))  # a ratio that names its base instead


class Listed(NamedTuple):
    """A way of counting of a metric, the period it is told over, and the text with blanks in its place."""

    metric: str
    words: str
    per: Period | None
    rest: str


def reason_of(sentence: Sentence) -> str | None:
    """The clause of purpose behind the number, as typed: "so that the January course is full"; None without one."""
    main = sentence.main
    if main is None or not main.has_number:
        return None
    begins = (at for at, chunk in enumerate(sentence.chunks) if at > main.at and "reason" in chunk.senses)
    first = next(begins, None)
    if first is None or _holds_goal(sentence, first):
        return None
    ends = (chunk.start for chunk in sentence.chunks[first:] if chunk.kind == "mark" and chunk.text in SENTENCE_ENDS)
    text = sentence.text[sentence.chunks[first].start : next(ends, len(sentence.text))].strip(CLOSING)
    return text if len(text.split()) > FEWEST else None


def _holds_goal(sentence: Sentence, first: int) -> bool:
    """Whether the metric is named only behind there: "post 3 times a week so that followers grow"."""
    subject = sentence.main.subject if sentence.main else None
    return subject is None or not subject.countable or subject.at > first


def way_of_counting(sentence: Sentence) -> str | None:
    """The words that tell how the number is counted, as typed: "median, in working hours"; None without any."""
    subject = sentence.main.subject if sentence.main else None
    if subject is None or not subject.countable or subject.id in BASED:
        return None
    told = [chunk for chunk in sentence.chunks if "counting" in chunk.senses]
    if any(chunk.senses["counting"] == "gross" for chunk in told):
        return _gross(subject.id, sentence.language)
    return ", ".join(sentence.text[slice(*chunk.span)] for chunk in told) or None


def _gross(metric_id: str, language: str) -> str | None:
    """The words of the catalogue for those who came with those who left again: only these are counted so."""
    ways = metrics()[metric_id].ways if metric_id in metrics() else ()
    return next((way.texts[language] for way in ways if way.gross), None)


def listed_way(text: str) -> Listed | None:
    """A way of counting of the catalogue that is written out behind a goal."""
    low = text.casefold()
    for name, metric in metrics().items():
        for way in metric.ways:
            for told in way.texts.values():
                at = low.find(told.casefold())
                if at > 0 and len(told.split()) > FEWEST:
                    rest = text[:at] + " " * len(told) + text[at + len(told) :]
                    return Listed(name, told, way.per, rest)
    return None

"""The parts of a sentence into a Reading."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from smartgoal.catalog import metrics
from smartgoal.model.goal import Goal, Reading, Span
from smartgoal.parsing.asides import Listed, listed_way, reason_of, way_of_counting
from smartgoal.parsing.lexicon import Lexicon
from smartgoal.parsing.lexicon import subjects as facts
from smartgoal.parsing.limits import limits_of
from smartgoal.parsing.remarks import name_of_cost, remarks_on
from smartgoal.parsing.sentence import Sentence, take_apart
from smartgoal.parsing.subject import Subject
from smartgoal.parsing.subjects import find_category
from smartgoal.parsing.targets import Target, is_told_for, target_of

WHOLE = Decimal(10) ** 15  # beyond it digits are left as typed


def read_with(lexicon: Lexicon, text: str, today: date) -> Reading:
    """What `text` says in the language of `lexicon`."""
    listed = listed_way(text)
    reading = _read(lexicon, listed.rest if listed else text, today)
    if listed is None:
        return reading
    return _counted(reading, text, listed) if reading.goal.metric == listed.metric else _read(lexicon, text, today)


def _counted(reading: Reading, text: str, listed: Listed) -> Reading:
    """The reading with the way of counting that stands written out behind the goal."""
    kept = tuple(remark for remark in reading.remarks if remark.code != "gross_or_net")
    goal = reading.goal
    per = goal.per or listed.per
    kind = "level" if goal.kind == "total" and goal.per is None and per is not None else goal.kind
    goal = replace(goal, statement=text, counted_as=listed.words, per=per, kind=kind)
    return replace(reading, text=text, goal=goal, remarks=kept)


def _read(lexicon: Lexicon, text: str, today: date) -> Reading:
    sentence = take_apart(lexicon, text, today)
    subject = sentence.main.subject if sentence.main else None
    goal = _goal(sentence)
    return Reading(
        text=text,
        language=sentence.language,
        goal=goal,
        spans=_spans(sentence),
        thing=_thing(sentence),
        base=next((chunk.senses["base"] for chunk in sentence.chunks if "base" in chunk.senses), None),
        event=subject.words if subject and subject.kind == "event" else None,
        ceiling=sentence.main is not None and sentence.main.bound == "cap",
        remarks=tuple(remarks_on(sentence, goal)),
    )


def _goal(sentence: Sentence) -> Goal:
    main, when, rate = sentence.main, sentence.when, sentence.rate
    target = target_of(main, rate) if main else Target()
    names = tuple(name for name, _ in sentence.platforms)
    return Goal(
        statement=sentence.text,
        category=_category(sentence),
        platform=names[0] if names else None,
        platforms=names,
        metric=_metric(sentence),
        direction=target.direction,
        kind=target.kind,
        value=None if target.value is None else plain(target.value),
        unit=target.unit,
        per=rate.per if rate and main and is_told_for(main, target, rate) else None,
        hold=target.hold,
        baseline=None if target.baseline is None else plain(target.baseline),
        start=_start(sentence),
        deadline=when.day if when else None,
        why=reason_of(sentence),
        counted_as=_counted_as(sentence),
        limits=tuple(limits_of(sentence.claims, main)),
    )


def _start(sentence: Sentence) -> date | None:
    """The first day: of the expression that ends the goal, or of one that only begins it ("from January")."""
    begun = (each.start for each in sentence.whens if each.day is None and each.start)
    return (sentence.when.start if sentence.when else None) or next(begun, None)


def _counted_as(sentence: Sentence) -> str | None:
    """How the number is counted where the words single out a part of it: "negative reviews"."""
    subject = sentence.main.subject if sentence.main else None
    before = sentence.scene.at(subject.at - 1) if subject is not None and subject.kind == "metric" else None
    singled_out = before.sense("negative") if before is not None else None
    return singled_out or way_of_counting(sentence)


def _metric(sentence: Sentence) -> str | None:
    main = sentence.main
    subject = main.subject if main else None
    if main is None or subject is None:
        return None
    if main.cost and subject.unit != "money":
        cost = _text(facts()["cost_of"].get(subject.id))
        return cost if cost in metrics() else None
    if main.money and subject.id == "sales":
        return "revenue"
    if subject.kind == "event":
        return _text(facts()["event"].get(subject.id, {}).get("metric", "milestone"))
    return _named_by(subject)


def _named_by(subject: Subject) -> str | None:
    """The metric that the words name: one of the catalogue, own posts, what a vague word is about."""
    if subject.kind == "metric":
        return subject.id
    if subject.kind == "output":
        return "posts" if subject.id in facts()["posted"] else None
    return _text(facts()["vague_metric"].get(subject.id)) if subject.kind == "vague" else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _category(sentence: Sentence) -> str | None:
    subject = sentence.main.subject if sentence.main else None
    if subject is None or (subject.kind == "vague" and subject.category is None):
        return find_category(sentence.chunks)
    if sentence.rate and sentence.rate.per == "post":
        return _text(facts()["per_post"].get(subject.id)) or subject.category
    return subject.category


def _thing(sentence: Sentence) -> str | None:
    """The words of what is counted outside the catalogue."""
    if sentence.main and (cost := name_of_cost(sentence.main, sentence.language)):
        return cost
    subject = sentence.main.subject if sentence.main else None
    if subject is None or subject.kind not in ("thing", "output") or subject.id == "posts":
        return None
    return subject.words


def _spans(sentence: Sentence) -> dict[str, Span]:
    main = sentence.main
    spans: dict[str, Span | None] = {}
    if main:
        number = sentence.chunks[main.at].span if main.factor is not None else None
        spans["value"] = main.amount.span if main.amount else number
        spans["metric"] = main.subject.span if main.subject else None
        spans["baseline"] = main.baseline.span if main.baseline else None
        spans["direction"] = main.verb_span
    if sentence.platforms:
        spans["platform"] = sentence.platforms[0][1]
    if sentence.when and sentence.when.day:
        spans["deadline"] = sentence.span_of(sentence.when)
    if sentence.rate and main and main.has_number:
        spans["per"] = sentence.span_of(sentence.rate)
    return {name: span for name, span in spans.items() if span is not None}


def plain(value: Decimal) -> Decimal:
    """20 rather than 2E+1 or 20.0."""
    if value == value.to_integral_value() and abs(value) < WHOLE:
        return value.quantize(Decimal(1))
    return value.normalize()

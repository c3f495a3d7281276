"""What the words show beside the parts of the goal."""

from collections.abc import Iterator

from smartgoal.model.goal import Goal, Remark
from smartgoal.parsing.amounts import YEARS
from smartgoal.parsing.choice import is_restated
from smartgoal.parsing.claims import Claim
from smartgoal.parsing.lexicon import subjects as facts
from smartgoal.parsing.limits import condition, is_limit
from smartgoal.parsing.periods import SECONDS
from smartgoal.parsing.sentence import Sentence

BASED = frozenset(("engagement_rate",))


def remarks_on(sentence: Sentence, goal: Goal) -> Iterator[Remark]:
    """All remarks: on the subject, the number, the time, the rest."""
    yield from _on_subject(sentence, goal)
    yield from _on_number(sentence, goal)
    yield from _on_time(sentence, goal)
    yield from _on_others(sentence)
    yield from _on_start(sentence, goal)


def _on_subject(sentence: Sentence, goal: Goal) -> Iterator[Remark]:
    main = sentence.main
    subject = main.subject if main else None
    if main is None or subject is None or subject.kind == "vague" or _merely_named(sentence, main):
        yield Remark("vague", subject.span if subject else None, {"word": subject.words if subject else ""})
    elif name := name_of_cost(main, sentence.language):
        yield Remark("uncatalogued", subject.span, {"thing": name, "nearest": None})
    elif subject.kind == "thing":
        nearest = facts()["thing"].get(subject.id, {}).get("nearest")
        yield Remark("uncatalogued", subject.span, {"thing": subject.words, "nearest": nearest})
    elif subject.kind == "output":
        yield Remark("activity", subject.span, {"words": subject.words})
    elif subject.kind == "event" and subject.id in facts()["awarded"]:
        yield Remark("platform_decides", subject.span, {"words": subject.words})
    if goal.metric in BASED and not any("base" in chunk.senses for chunk in sentence.chunks):
        yield Remark("no_base", subject.span if subject else None, {"metric": goal.metric})
    if len(sentence.platforms) > 1:
        yield Remark("several_platforms", sentence.platforms[1][1], {"platforms": goal.platforms})


def name_of_cost(main: Claim, language: str) -> str | None:
    """What a price that only its sum tells is called, where the catalogue has none: "$20 per follower"."""
    if not main.cost or main.subject is None or main.subject.unit == "money":
        return None
    row = facts()["thing"].get(facts()["cost_of"].get(main.id), {})
    return row.get(language)  # type: ignore[no-any-return]  # a table of texts


def _merely_named(sentence: Sentence, main: Claim) -> bool:
    """A thing that nothing shall happen to, or a verb of selling without a number or a word of more."""
    if main.merely_named:
        return True
    more = any({"more", "want_more"} & chunk.senses.keys() for chunk in sentence.chunks)
    told = main.has_number or more or main.keep
    return not told and main.id == "sales" and "selling" in sentence.chunks[main.at].senses


def _on_number(sentence: Sentence, goal: Goal) -> Iterator[Remark]:
    main = sentence.main
    amount = main.amount if main else None
    if main is not None and not main.has_number and (torn := _torn(sentence, main)):
        yield torn
    if main is None or not main.has_number:
        for at, chunk in enumerate(sentence.chunks):
            if "placeholder" in chunk.senses and _in_place_of_number(sentence, at):
                yield Remark("placeholder", chunk.span, {"words": chunk.text})
        return
    if sentence.rate is not None and goal.kind is None:
        span = sentence.span_of(sentence.rate)
        yield Remark("not_understood", span, {"words": sentence.text[slice(*span)]})
    if amount is not None and amount.high is not None:
        yield Remark("range", amount.span, {"low": amount.value, "high": amount.high})
    if goal.kind == "percent" and main.subject and main.subject.unit == "percent" and amount is not None:
        yield Remark("percent_or_points", amount.span, {"metric": goal.metric, "value": goal.value})
    yield from _gross_or_net(main, goal)
    stages = [claim for claim in sentence.claims if claim.at < main.at and claim.id == main.id and claim.amount]
    if stages and sentence.chunks[main.at - 1].sense("join") == "then":
        levels = tuple(claim.amount.value for claim in (*stages, main) if claim.amount)
        yield Remark("staged", amount.span if amount else None, {"levels": levels})


def _gross_or_net(main: Claim, goal: Goal) -> Iterator[Remark]:
    if goal.metric == "followers" and goal.kind == "gain" and main.subject and not goal.counted_as:
        yield Remark("gross_or_net", main.subject.span, {"metric": goal.metric})


def _torn(sentence: Sentence, main: Claim) -> Remark | None:
    """A number that could not be read, right before what is counted: "1e6 followers", "5O0 leads"."""
    end = first = main.at
    while first > 0 and (first == end or sentence.chunks[first].glued):
        first -= 1
    if first == end or sentence.chunks[first].kind != "word":
        return None
    span = (sentence.chunks[first].start, sentence.chunks[end - 1].end)
    words = sentence.text[slice(*span)]
    return Remark("not_understood", span, {"words": words}) if words[0].isdigit() and words[-1].isdigit() else None


def _in_place_of_number(sentence: Sentence, at: int) -> bool:
    """Whether a placeholder stands where a number would: after "by", "to", or before what is counted."""
    if "platform" in sentence.chunks[at].senses:
        return False
    before, after = sentence.scene.at(at - 1), sentence.scene.at(at + 1)
    leads = before is not None and bool({"relation", "verb", "plus", "bound"} & before.senses.keys())
    return leads or (after is not None and bool({"metric", "thing", "unit", "more"} & after.senses.keys()))


def _on_time(sentence: Sentence, goal: Goal) -> Iterator[Remark]:
    when = sentence.when
    if when:
        yield from when.remarks
        if goal.deadline and goal.deadline < sentence.today:
            yield Remark("past_date", sentence.span_of(when), {"date": goal.deadline})
    if goal.deadline is None:
        for remark in (each for other in sentence.whens if other.strength == "soon" for each in other.remarks):
            words = sentence.text[slice(*remark.span)] if remark.span else ""
            yield Remark(remark.code, remark.span, {"words": words})


def _on_start(sentence: Sentence, goal: Goal) -> Iterator[Remark]:
    """What there is now beside a pace: "8000 followers, +40 a month"."""
    start = sentence.main.baseline if sentence.main else None
    if start is not None and goal.kind == "rate" and goal.baseline is None:
        yield Remark("not_understood", start.span, {"words": start.text})


def _on_others(sentence: Sentence) -> Iterator[Remark]:
    """A second target, and numbers that were not used."""
    main = sentence.main
    if main is None:
        return
    told = False
    for claim in sentence.claims:
        if claim is main or _is_kept(claim, main) or is_restated(claim, [main]):
            continue
        if not told and _second_target(claim, main) and claim.subject:
            told = True
            yield Remark("second_metric", claim.subject.span, {"metric": claim.id, "words": claim.subject.words})
        elif claim.amount is not None and _unused(sentence, claim, main):
            yield Remark("not_understood", claim.amount.span, {"words": claim.amount.text})
    if main.has_number:
        yield from _unread_lengths(sentence)


def _unread_lengths(sentence: Sentence) -> Iterator[Remark]:
    """Hours and minutes beside the target that no metric is measured in: "1000 subscribers and 4000 hours"."""
    amounts = [each for claim in sentence.claims for each in (claim.amount, claim.baseline) if each is not None]
    for at, chunk in enumerate(sentence.chunks):
        if chunk.kind != "time" or chunk.unit not in SECONDS or chunk.value is None or at in sentence.scene.taken:
            continue
        if not any(amount.start <= chunk.start < amount.end for amount in amounts):
            yield Remark("not_understood", chunk.span, {"words": sentence.text[slice(*chunk.span)]})


def _is_kept(claim: Claim, main: Claim) -> bool:
    """Whether a number beside the target stands as a condition; a budget without a currency cannot."""
    return is_limit(claim, main) and (condition(claim, main) is not None or claim.amount is None)


def _unused(sentence: Sentence, claim: Claim, main: Claim) -> bool:
    """Whether the number of a claim was left over: no year, no stage on the way."""
    if claim.amount is None:
        return False
    told = claim.adjacent or claim.relation or claim.amount.unit  # "2000 followers", "to 2000", "$2000": no year
    if claim.amount.value in YEARS and not told:
        return False
    stage = claim.id == main.id and sentence.chunks[main.at - 1].sense("join") == "then"
    return not stage


def _second_target(claim: Claim, main: Claim) -> bool:
    if claim.subject is None or not claim.subject.countable or claim.id == main.id or claim.clause != "main":
        return False
    return claim.has_number or (claim.wished and not claim.governed and not main.has_number)

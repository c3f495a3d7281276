"""Collects the claims of a sentence: its numbers with their surroundings, start values, subjects without numbers."""

from decimal import Decimal
from itertools import zip_longest

from smartgoal.parsing.amounts import CURRENCIES
from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.claims import Claim
from smartgoal.parsing.clauses import CHANGES, LEADING
from smartgoal.parsing.lexicon import subjects as facts
from smartgoal.parsing.periods import SECONDS
from smartgoal.parsing.scene import Scene
from smartgoal.parsing.subjects import Subject
from smartgoal.parsing.surroundings import (
    find_verb,
    look_left,
    look_right,
    nearest_subject,
    object_of_change,
)

TIMES = (*SECONDS, "day")
ARROWS = frozenset(("->", "-->", "--->", "=>", "→"))
FOLLOWS = 8  # chunks between a start value and its end
THOUSAND = 1000
OPPOSITE = {"floor": "cap", "cap": "floor"}
GAINS = frozenset(("get", "attract"))
ACTS = 4  # chunks after an audience that tell what it does


def read_claims(scene: Scene) -> list[Claim]:
    """All claims in order of the text."""
    found = [claim for claim in _merged(_numbered(scene)) if not _unmeasured(claim)]
    named = {claim.subject.at for claim in found if claim.subject}
    found += [_bare(scene, subject) for subject in scene.subjects if subject.at not in named]
    return sorted(found, key=lambda claim: claim.at)


def _unmeasured(claim: Claim) -> bool:
    """A length of time that no metric is measured in."""
    return claim.subject is None and claim.amount is not None and claim.amount.kind == "time"


# --- numbers --------------------------------------------------------------------------------------------------------


def _numbered(scene: Scene) -> list[Claim]:
    """A claim for each number that is no start value of another."""
    claims = [_claim(scene, at) for at in range(len(scene.chunks)) if at not in scene.taken and _is_number(scene, at)]
    found: list[Claim] = []
    start: Claim | None = None
    for claim, after in zip_longest(claims, claims[1:]):
        if claim.relation == "from" and after is None and found and found[-1].baseline is None and claim.amount:
            found[-1].baseline = claim.amount
            continue
        if claim.amount is not None and after is not None and _is_range(scene, claim, after):
            _join_range(claim.amount, after)
            continue
        if claim.amount is not None and _is_start(scene, claim, after):
            if claim.relation == "now" and found and found[-1].baseline is None:
                found[-1].baseline = claim.amount
            else:
                start = claim
            continue
        if start is not None and start.amount is not None and claim.amount is not None:
            _begin(claim, start.amount, start.subject)
            start = None
        found.append(claim)
    return found


def _is_start(scene: Scene, claim: Claim, after: Claim | None) -> bool:
    """Whether a number after "from" or "now" is where the goal starts: another one follows as its end."""
    if claim.relation != "from" or after is None:
        return claim.relation == "now"
    before = scene.chunks[after.at - 1]
    if after.at - claim.at > FOLLOWS:
        return False
    return after.relation in ("to", "by") or before.text in ARROWS or "want" in before.senses


def _is_range(scene: Scene, claim: Claim, after: Claim) -> bool:
    """«от 20 до 30 заявок», "gain 40 to 60 followers": two ends of what is to be won, not start and end of a change."""
    low, high, to = claim.amount, after.amount, scene.at(claim.at + 1)
    if low is None or high is None or to is None or to.sense("relation") != "to" or after.at != claim.at + 2:
        return False
    rising = low.value is not None and high.value is not None and low.value < high.value
    open_start = claim.relation is None or (claim.relation == "from" and claim.bound == "floor")
    won = claim.verb in GAINS or (claim.verb in (None, "reach") and after.adjacent)
    return rising and open_start and won and low.unit in (None, high.unit)


def _join_range(low: Chunk, after: Claim) -> None:
    """Read the second number as the upper end of the first."""
    assert after.amount is not None
    high = after.amount
    _share_unit(low, high)
    high.value, high.high, high.start = low.value, high.value, low.start
    after.relation = after.bound = None


def _is_number(scene: Scene, at: int) -> bool:
    """Whether a chunk holds a number that may be a target: no age, rank, ordinal or calendar unit."""
    chunk, before = scene.chunks[at], scene.at(at - 1)
    if chunk.kind == "time":
        return chunk.unit in TIMES and (chunk.value is not None or _one_unit(scene, at))
    if before is not None and before.sense("join") == "of" and (whole := scene.at(at - 2)) and whole.kind == "amount":
        return False  # the scale in "4.8 out of 5"
    if chunk.value == 1 and before is not None and "each_cost" in before.senses and _is_money(scene.at(at - 2)):
        return False  # «1500 рублей на одного клиента»
    if chunk.kind == "amount":
        ranked = before is not None and before.sense("ignore") == "rank"
        return not (ranked or chunk.ordinal or _of_people(scene, at))
    return ("factor" in chunk.senses or "fraction" in chunk.senses) and "ignore" not in chunk.senses


def _is_money(chunk: Chunk | None) -> bool:
    return chunk is not None and chunk.unit in CURRENCIES


def _one_unit(scene: Scene, at: int) -> bool:
    """«не позже чем через час», "from an hour": one of the unit."""
    chunk, before = scene.chunks[at], [chunk for _, chunk in scene.left_of(at, 2)]
    capped = any(other.sense("bound") == "cap" for other in before)
    started = chunk.unit in SECONDS and any(other.sense("relation") == "from" for other in before)
    if capped or started:
        scene.chunks[at].value = Decimal(1)
    return scene.chunks[at].value is not None


def _of_people(scene: Scene, at: int) -> bool:
    """An age or another trait of people: "women 25-35", «30–50 лет»."""
    before = scene.at(at - 1)
    after = scene.at(at + 1)
    counted = after is not None and "metric" in after.senses  # "30 moms"
    near = [before, None if counted else after, None if before is None or before.kind == "mark" else scene.at(at - 2)]
    return any(chunk is not None and chunk.sense("join") == "audience" for chunk in near)


def _claim(scene: Scene, at: int) -> Claim:
    chunk = scene.chunks[at]
    claim = Claim(at, scene.clauses[at].kind)
    if chunk.kind in ("amount", "time"):
        claim.amount = chunk
    elif "factor" in chunk.senses:
        claim.factor = Decimal(chunk.senses["factor"])
    else:
        claim.amount, claim.relation = _percent(chunk), "by"
    look_left(scene, claim)
    look_right(scene, claim)
    if claim.bound and _negated(scene, claim):
        claim.bound = OPPOSITE[claim.bound]
    if claim.verb is None:
        find_verb(scene, claim)
    object_of_change(scene, claim)
    _weigh_money(scene, claim)
    after = scene.at(at + 1)
    claim.share = after is not None and after.sense("join") == "of"
    if after is not None and (after.text in ARROWS or _goes_on(scene, claim)):
        claim.relation = "from"
    claim.subject = claim.subject or nearest_subject(scene, claim)
    return claim


def _negated(scene: Scene, claim: Claim) -> bool:
    """«не тратить больше 5000», "never take longer than 2 hours": the bound turns round."""
    at = next((index for index, chunk in scene.left_of(claim.at, 3) if "bound" in chunk.senses), None)
    verb, no = (scene.at(at - 1), scene.at(at - 2)) if at is not None else (None, None)
    if verb is None or no is None or verb.kind != "word":
        return False
    return "negation" in no.senses and verb.sense("verb") not in LEADING


def _percent(chunk: Chunk) -> Chunk:
    return Chunk("amount", chunk.text, chunk.start, chunk.end, value=Decimal(chunk.senses["fraction"]), unit="percent")


def _weigh_money(scene: Scene, claim: Claim) -> None:
    """A sum that counts nothing after it: the cost of one («по 30 рублей») or what is spent («за 10 000 рублей»)."""
    if not claim.money:
        return
    earned = [subject for subject in scene.subjects_near(claim.at) if subject.id == "revenue"]
    counts_money = claim.subject is not None and claim.subject.unit == "money"
    if (
        claim.adjacent
        and not counts_money
        and earned
        and earned[0].at < claim.at
        and scene.same_clause(earned[0].at, claim.at)
    ):
        claim.cost, claim.subject = False, earned[0]
    if claim.adjacent:
        return
    before = scene.at(claim.at - 1)
    relation = before.sense("relation") if before is not None else None
    claim.cost = relation == "at_rate"
    if relation == "with_value":
        claim.clause = "limit"


def _goes_on(scene: Scene, claim: Claim) -> bool:
    """«50% to 60%»: a number, "to", and a number of the same unit, under a verb of change or right after a metric."""
    to, end = scene.at(claim.at + 1), scene.at(claim.at + 2)
    if claim.relation is not None or claim.amount is None:
        return False
    if claim.verb not in CHANGES and (claim.verb is not None or claim.at - 1 not in scene.by_chunk):
        return False
    if to is None or to.sense("relation") != "to" or end is None:
        return False
    return end.kind == claim.amount.kind and end.unit == claim.amount.unit


# --- start values -----------------------------------------------------------------------------------------------------


def _begin(claim: Claim, start: Chunk, subject: Subject | None) -> None:
    """Give the claim its start value; what was named with the start is what both count."""
    assert claim.amount is not None
    claim.baseline = start
    _share_unit(start, claim.amount)
    if subject is not None and not claim.adjacent:
        claim.subject = subject


def _share_unit(low: Chunk, high: Chunk) -> None:
    """«с 50 до 100 млн ₽», "from 3 hours to 45 minutes": both in the unit and scale of the end."""
    low.unit = low.unit or high.unit
    high.unit = high.unit or low.unit
    if low.value is None or high.value is None:
        return
    if low.unit in SECONDS and high.unit in SECONDS:
        low.value, low.unit = low.value * SECONDS[low.unit] / SECONDS[high.unit], high.unit
    elif high.scaled and not low.scaled and low.value < THOUSAND:
        low.value *= Decimal(10) ** 6 if high.value >= THOUSAND**2 else THOUSAND


def _merged(claims: list[Claim]) -> list[Claim]:
    """«by 10% from 1000 to 1100», "300 new, 729 -> 1029": one target told twice gives its start value to the first."""
    kept: list[Claim] = []
    first_of: dict[str | None, Claim] = {}
    for claim in claims:
        first = first_of.get(claim.id) if claim.id else None
        if first and claim.baseline and first.baseline is None and (first.relation == "by" or first.more):
            first.baseline = claim.baseline
            continue
        kept.append(claim)
        if claim.subject:
            first_of.setdefault(claim.id, claim)
    return kept


# --- subjects without a number ----------------------------------------------------------------------------------------


def _bare(scene: Scene, subject: Subject) -> Claim:
    claim = Claim(subject.at, scene.clauses[subject.at].kind, subject, governed=_governed(scene, subject.at))
    find_verb(scene, claim)
    clause = [chunk for index, chunk in scene.left_of(subject.at) if scene.same_clause(index, subject.at)]
    if claim.verb_span not in [chunk.span for chunk in (*clause, scene.chunks[subject.at])]:
        claim.verb = claim.verb_span = None
    wanted = any("want" in chunk.senses for chunk in clause)
    claim.idle = not wanted and any(chunk.kind == "word" and not chunk.senses for chunk in clause)
    claim.comparison = _comparison(scene, subject.at)
    claim.acts = claim.comparison is None and _acts(scene, subject)
    return claim


def _acts(scene: Scene, subject: Subject) -> bool:
    """Whether an audience is to do or feel something: "followers should care", «чтобы подписчики не скучали»."""
    if subject.id not in facts()["audience"]:
        return False
    told = any(chunk.sense("actor") == "before" for _, chunk in scene.left_of(subject.at, 3))
    for index, chunk in scene.right_of(subject.at, ACTS):
        if not scene.same_clause(index, subject.at) or "verb" in chunk.senses or index in scene.taken:
            return False
        told = told or chunk.sense("actor") == "after"
        if told and chunk.kind == "word" and not chunk.senses:
            return True
    return False


def _comparison(scene: Scene, at: int) -> str | None:
    """A word of comparison shortly before the noun there or right after a word of answering ("reply faster")."""
    timed = scene.by_chunk[at].unit == "minute"
    for _, chunk in (*scene.right_of(at, int(timed)), *scene.left_of(at, 3)):
        if "want_more" in chunk.senses:
            return chunk.senses["want_more"]
        if not {"preposition", "verb"}.isdisjoint(chunk.senses):
            return None
    return None


def _governed(scene: Scene, at: int) -> bool:
    """Whether a preposition stands before the noun there: "trust with our audience"."""
    for _, chunk in scene.left_of(at, 2):
        if "preposition" in chunk.senses:
            return True
        if chunk.kind != "word" or not {"approx", "small"} & chunk.senses.keys():
            return False
    return False

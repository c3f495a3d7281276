"""Start values and the two ends of a range: «с 50 до 100», "gain 40 to 60", «by 10% from 1000 to 1100»."""

from collections.abc import Iterator
from decimal import Decimal

from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.claims import Claim
from smartgoal.parsing.clauses import CHANGES
from smartgoal.parsing.scene import Scene
from smartgoal.parsing.stated import LENGTHS, counts_other, is_before_wish

ARROWS = frozenset(("->", "-->", "--->", "=>", "→"))
NOUN = 3  # chunks between a number and what it counts
FOLLOWS = 8  # chunks between a start value and its end
THOUSAND = 1000
ROUNDED = Decimal("0.015")  # of the start value
GAINS = frozenset(("get", "attract"))


def from_zero(scene: Scene, claim: Claim) -> Chunk | None:
    """The start value of "from scratch to 1,000": nothing."""
    before = [chunk for _, chunk in scene.left_of(claim.at, 2)]
    told = claim.relation == "to" and before and "from_zero" in before[-1].senses
    return Chunk("amount", before[-1].text, *before[-1].span, value=Decimal(0)) if told else None


def is_start(scene: Scene, claim: Claim, after: Claim | None) -> bool:
    """Whether a number after "from" or "now" is where the goal starts: another one follows as its end."""
    if after is not None and (is_before_wish(scene, claim, after) or _has_happened(scene, claim)):
        return True
    if claim.relation == "now" and after is not None and counts_other(scene, claim):
        return False
    if claim.relation != "from" or after is None:
        return claim.relation == "now"
    before = scene.chunks[after.at - 1]
    if after.at - claim.at > FOLLOWS:
        return False
    led = after.relation in ("to", "by") or after.bound is not None or after.added
    return led or before.text in ARROWS or "want" in before.senses


def is_source(scene: Scene, claim: Claim, before: Claim | None, after: Claim | None) -> bool:
    """Whether "from" leads to where results come from or what they have: "20 leads from 3 posts", «с 5 звёздами».

    A start value has no noun of its own, or that of the target.
    """
    if claim.relation != "from" or claim.amount is None or (after is not None and after.relation in ("to", "by")):
        return False
    target = before or after
    if target is None or target.amount is None or target.subject is None:
        return False
    noun = next((scene.by_chunk[at] for at in _beside(scene, claim.at) if at in scene.by_chunk), None)
    if noun is not None:
        return noun.id != target.subject.id
    changed = target.relation is not None or target.verb in CHANGES
    return not changed and counts_other(scene, claim)


def _beside(scene: Scene, at: int) -> Iterator[int]:
    """The next words behind a number, up to a date or a mark."""
    for index, chunk in scene.right_of(at, NOUN):
        if index in scene.taken or chunk.kind != "word" or "relation" in chunk.senses:
            return
        yield index


def _has_happened(scene: Scene, claim: Claim) -> bool:
    """Whether the number only tells what was: "reach fell from 900 to 400, get it back to 900"."""
    if not any("happened" in chunk.senses for _, chunk in scene.left_of(claim.at, FOLLOWS)):
        return False
    return claim.relation == "to"


def is_range(scene: Scene, claim: Claim, after: Claim) -> bool:
    """«от 20 до 30 заявок», "gain 40 to 60 followers": two ends of what is to be won, not start and end of a change."""
    low, high, to = claim.amount, after.amount, scene.at(claim.at + 1)
    if low is None or high is None or to is None or to.sense("relation") != "to" or after.at != claim.at + 2:
        return False
    rising = low.value is not None and high.value is not None and low.value < high.value
    open_start = claim.relation is None or (claim.relation == "from" and claim.bound == "floor")
    won = claim.verb in GAINS or (claim.verb in (None, "reach") and after.adjacent)
    return rising and open_start and won and low.unit in (None, high.unit)


def join_range(low: Chunk, after: Claim) -> None:
    """Read the second number as the upper end of the first."""
    assert after.amount is not None
    high = after.amount
    _share_unit(low, high)
    high.value, high.high, high.start = low.value, high.value, low.start
    after.relation = after.bound = None


def begin(claim: Claim, start: Claim) -> None:
    """Give the claim its start value; what was named with the start is what both count."""
    end_with(claim, start)
    if start.subject is not None and not claim.adjacent:
        claim.subject, claim.cost = start.subject, start.cost


def _agree(change: Claim, end: Claim) -> bool:
    """Whether a change and a level tell one target: "by 10% from 1000 to 1100"; percentages may be rounded."""
    start, amount, level = change.baseline, change.amount, end.amount
    if start is None or amount is None or level is None:
        return True
    if start.value is None or amount.value is None or level.value is None:
        return True
    told = abs(level.value - start.value)
    if amount.unit == "percent" and start.unit != "percent":
        return abs(told - start.value * amount.value / 100) <= ROUNDED * start.value
    return told == amount.value or amount.unit != level.unit


def end_with(claim: Claim, start: Claim) -> None:
    """Give the claim a start value that is told behind it."""
    claim.baseline = start.amount
    if start.amount is not None and claim.amount is not None:
        _share_unit(start.amount, claim.amount)


def _share_unit(low: Chunk, high: Chunk) -> None:
    """«с 50 до 100 млн ₽», "from 3 hours to 45 minutes": both in the unit and scale of the end."""
    low.unit = low.unit or high.unit
    high.unit = high.unit or low.unit
    if low.value is None or high.value is None:
        return
    if low.unit in LENGTHS and high.unit in LENGTHS:
        low.value, low.unit = low.value * LENGTHS[low.unit] / LENGTHS[high.unit], high.unit
    elif high.scaled and not low.scaled and low.value < THOUSAND:
        low.value *= Decimal(10) ** 6 if high.value >= THOUSAND**2 else THOUSAND


def merged(claims: list[Claim]) -> list[Claim]:
    """«by 10% from 1000 to 1100», "300 new, 729 -> 1029": one target told twice gives its start value to the first."""
    kept: list[Claim] = []
    first_of: dict[str | None, Claim] = {}
    for claim in claims:
        first = first_of.get(claim.id) if claim.id else None
        if first and claim.baseline and first.baseline is None and (first.relation == "by" or first.more):
            first.baseline = claim.baseline
            if _agree(first, claim):
                continue
        kept.append(claim)
        if claim.subject:
            first_of.setdefault(claim.id, claim)
    return kept

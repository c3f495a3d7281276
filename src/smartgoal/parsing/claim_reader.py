"""Collects the claims of a sentence: its numbers with their surroundings, start values, subjects without numbers."""

from decimal import Decimal
from itertools import zip_longest

from smartgoal.parsing.amounts import CURRENCIES
from smartgoal.parsing.bare_claims import bare_claim
from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.claims import Claim
from smartgoal.parsing.clauses import CHANGES, LEADING
from smartgoal.parsing.counted import nearest_subject, object_of_change
from smartgoal.parsing.lexicon import subjects as facts
from smartgoal.parsing.periods import SECONDS
from smartgoal.parsing.scene import Scene
from smartgoal.parsing.starts import (
    ARROWS,
    begin,
    end_with,
    from_zero,
    is_range,
    is_source,
    is_start,
    join_range,
    merged,
)
from smartgoal.parsing.stated import is_before_wish, is_behind_wish, is_stated
from smartgoal.parsing.surroundings import find_verb, look_left, look_right

TIMES = (*SECONDS, "day")
WHOLES = frozenset(map(Decimal, (2, 3, 4, 5, 10, 20, 50, 100)))  # "9 of 10" is a share of them
SELLING = 8  # chunks between "sell" and the price
BETWEEN = frozenset(("now", "relation", "small", "approx", "bound", "price"))  # what buys one and the sum
PRICED = 3  # chunks between what is bought and the sum
COSTING = 4  # chunks between the verb of costing and the price
TENTH = Decimal("0.1")
FALL = 4  # chunks between "without" and the bound that it turns round
OPPOSITE = {"floor": "cap", "cap": "floor"}


def read_claims(scene: Scene) -> list[Claim]:
    """All claims in order of the text."""
    found = [claim for claim in merged(_numbered(scene)) if not _unmeasured(scene, claim)]
    named = {claim.subject.at for claim in found if claim.subject}
    found += [bare_claim(scene, subject) for subject in scene.subjects if subject.at not in named]
    return sorted(found, key=lambda claim: claim.at)


def _unmeasured(scene: Scene, claim: Claim) -> bool:
    """A length of time that no metric is measured in; hours of each week count as they are ("save 5 hours a week")."""
    told = claim.subject is None and claim.amount is not None and claim.amount.kind == "time"
    repeated = claim.at + 1 in scene.taken and "per" in scene.chunks[claim.at + 1].senses
    return told and not (repeated and claim.amount is not None and claim.amount.unit in SECONDS)


def _numbered(scene: Scene) -> list[Claim]:
    """A claim for each number that is no start value of another."""
    claims = [_claim(scene, at) for at in range(len(scene.chunks)) if at not in scene.taken and _is_number(scene, at)]
    found: list[Claim] = []
    start: Claim | None = None
    for claim, after in zip_longest(claims, claims[1:]):
        if is_source(scene, claim, found[-1] if found else None, after):
            claim.clause, claim.relation = "means", None
            found.append(claim)
            continue
        if after is None and found and _ends_with_start(scene, claim, found[-1]):
            end_with(found[-1], claim)
            continue
        if claim.amount is not None and after is not None and is_range(scene, claim, after):
            join_range(claim.amount, after)
            continue
        if claim.amount is not None and is_start(scene, claim, after):
            wished = after is not None and is_before_wish(scene, claim, after)
            if wished and found and found[-1].stated:
                claim.subject = claim.subject or found[-1].subject  # "a year ago 100 sales, now 150, want 200"
            if claim.relation == "now" and found and found[-1].baseline is None and not wished:
                end_with(found[-1], claim)
            else:
                start = claim
            continue
        claim.baseline = from_zero(scene, claim)
        claim.stated = after is not None and is_stated(scene, claim)
        if start is not None and start.amount is not None and claim.amount is not None:
            begin(claim, start)
            start = None
        found.append(claim)
    return found


def _ends_with_start(scene: Scene, claim: Claim, before: Claim) -> bool:
    """«до 100 с 50», "to 100 from 50", "I want 800, now there are 310"; not "$5000 from 10 clients"."""
    if claim.amount is not None and before.amount is not None and is_behind_wish(scene, claim, before):
        return True
    other = claim.adjacent and before.subject is not None and claim.id != before.id
    other = other or (claim.adjacent and before.money) or (claim.money and not _counts_money(before))
    return claim.relation == "from" and claim.amount is not None and before.baseline is None and not other


def _counts_money(claim: Claim) -> bool:
    """Whether a sum of money may be a start value of it: it is one itself, or counts what is told in money."""
    return claim.money or claim.cost or (claim.subject is not None and claim.subject.unit == "money")


def _is_number(scene: Scene, at: int) -> bool:
    """Whether a chunk holds a number that may be a target: no age, rank, ordinal or calendar unit."""
    chunk, before = scene.chunks[at], scene.at(at - 1)
    if chunk.kind == "time":
        return chunk.unit in TIMES and (chunk.value is not None or _one_unit(scene, at))
    if before is not None and before.sense("join") == "of":
        bracket = scene.at(at - 2)
        whole = scene.at(at - 3) if bracket is not None and bracket.text == "(" else bracket
        if whole is not None and whole.kind == "amount":
            return False  # the scale in "4.8 out of 5"
    if chunk.value == 1 and before is not None and "each_cost" in before.senses and _is_money(scene.at(at - 2)):
        return False  # «1500 рублей на одного клиента»
    if chunk.value == 1 and (priced := scene.by_chunk.get(at + 1)) and priced.unit == "money":
        return False  # «одна заявка стоит 500»
    if chunk.kind == "amount":
        ranked = before is not None and before.sense("ignore") == "rank"
        return not (ranked or chunk.ordinal or _of_people(scene, at))
    return ("factor" in chunk.senses or "fraction" in chunk.senses) and "ignore" not in chunk.senses


def _is_money(chunk: Chunk | None) -> bool:
    return chunk is not None and chunk.unit in CURRENCIES


def _one_unit(scene: Scene, at: int) -> bool:
    """«не позже чем через час», "from an hour", «до минуты»: one of the unit."""
    chunk, before = scene.chunks[at], [chunk for _, chunk in scene.left_of(at, 2)]
    capped = any(other.sense("bound") == "cap" for other in before)
    started = chunk.unit in SECONDS and any(other.sense("relation") in ("from", "to") for other in before)
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
        claim.factor, claim.comparison = Decimal(chunk.senses["factor"]), chunk.sense("want_more")
    else:
        claim.amount, claim.relation, claim.comparison = _percent(chunk), "by", chunk.sense("want_more")
    look_left(scene, claim)
    look_right(scene, claim)
    if claim.bound and _negated(scene, claim):
        claim.bound = OPPOSITE[claim.bound]
    if claim.verb is None:
        find_verb(scene, claim)
    object_of_change(scene, claim)
    _weigh_money(scene, claim)
    after = scene.at(at + 1)
    claim.share = chunk.part or (after is not None and after.sense("join") == "of")
    if _leads_on(scene, at) or _goes_on(scene, claim):
        claim.relation = "from"
    if _leads_on(scene, at - 2):
        claim.relation, claim.bound = "to", None
    if claim.share and not chunk.part and (part := _part_of(scene, claim)):
        claim.amount = part
    claim.subject = claim.subject or nearest_subject(scene, claim)
    claim.joining = claim.subject is not None and _joins(scene, claim.subject.at)
    selling = any("selling" in chunk.senses for _, chunk in scene.left_of(at, SELLING))
    claim.sold = claim.sold or _is_price_of_goods(scene, claim, selling=selling)
    if selling and claim.money and claim.relation == "by" and claim.verb not in CHANGES:
        claim.relation = None  # «продать на 500 000 ₽»
    return claim


def _is_price_of_goods(scene: Scene, claim: Claim, *, selling: bool) -> bool:
    """Whether a sum is what is paid for the goods: "50 orders at $20", "sell 10 courses for $2000"; no cost of ads."""
    capped = claim.bound == "cap" or (claim.clause == "limit" and claim.relation == "to")
    if not claim.money or claim.expense or capped:
        return False
    if selling and (claim.price or claim.cost or claim.clause == "limit"):
        before = scene.at(claim.at - 1)
        return claim.price or claim.cost or (before is not None and before.sense("relation") == "with_value")
    goods = claim.id in facts()["sold"] or any(
        subject.id in facts()["sold"] and subject.at < claim.at for subject in scene.subjects_near(claim.at)
    )
    return goods and (claim.price or claim.cost)


def _joins(scene: Scene, at: int) -> bool:
    """Whether the noun there, or the verb behind it, tells what people do: «200 подписок», «200 подписались»."""
    return any("joining" in chunk.senses for chunk in scene.chunks[at : at + 2])


def _leads_on(scene: Scene, at: int) -> bool:
    """Whether an arrow stands behind the number there and its period, or a ">" between it and another number."""
    place = at + 1
    while place in scene.taken:
        place += 1
    arrow, number, end = scene.at(place), scene.at(at), scene.at(place + 1)
    if arrow is None or number is None or number.kind != "amount":
        return False
    return arrow.text in ARROWS or (arrow.text == ">" and end is not None and end.kind == "amount")


def _part_of(scene: Scene, claim: Claim) -> Chunk | None:
    """«9 из 10 сообщений» as a share, 90 %; None for marks on a scale ("4 out of 5 stars") and for no round whole."""
    part, whole = claim.amount, scene.at(claim.at + 2)
    if part is None or whole is None or part.unit or whole.unit or part.value is None or whole.value not in WHOLES:
        return None
    marks = any(subject.unit == "point" for subject in scene.subjects_near(claim.at))
    if marks or part.value != int(part.value) or part.value >= whole.value:
        return None
    share = (100 * part.value / whole.value).quantize(TENTH)
    return Chunk("amount", part.text, part.start, whole.end, value=share, unit="percent")


def _negated(scene: Scene, claim: Claim) -> bool:
    """«не тратить больше 5000», "never take longer than 2 hours": the bound turns round."""
    at = next((index for index, chunk in scene.left_of(claim.at, 3) if "bound" in chunk.senses), None)
    if at is None:
        return False
    verb, no = scene.at(at - 1), scene.at(at - 2)
    if verb is None or no is None or verb.kind != "word":
        return False
    return ("negation" in no.senses and verb.sense("verb") not in LEADING) or _shall_not_fall(scene, at)


def _shall_not_fall(scene: Scene, at: int) -> bool:
    """Whether a fall is excluded before the bound: "without ER dropping below 3 %", «не роняя ER ниже 3 %»."""
    before = [chunk for _, chunk in scene.left_of(at, FALL)]
    excluded = [chunk for chunk in before if "negation" in chunk.senses]
    falls = any(chunk.sense("verb") == "down" for chunk in before)
    return any(falls or (" " in chunk.text and {"join", "keep"} & chunk.senses.keys()) for chunk in excluded)


def _percent(chunk: Chunk) -> Chunk:
    return Chunk("amount", chunk.text, chunk.start, chunk.end, value=Decimal(chunk.senses["fraction"]), unit="percent")


def _weigh_money(scene: Scene, claim: Claim) -> None:
    """A sum that counts nothing after it: the cost of one («по 30 рублей») or what is spent («за 10 000 рублей»)."""
    if not claim.money:
        return
    if any("costing" in chunk.senses for _, chunk in scene.left_of(claim.at, COSTING)):
        claim.price = claim.sold = not any(subject.unit == "money" for subject in scene.subjects_near(claim.at))
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
    each = before is not None and "apiece" in before.senses and _follows_counted(scene, claim)
    claim.cost = relation == "at_rate" or each or _is_price_of_one(scene, claim)
    if relation == "with_value":
        claim.clause = "limit"


def _follows_counted(scene: Scene, claim: Claim) -> bool:
    """Whether a counted result stands before "at": "30 leads at 300 RUB"."""
    named, number = scene.by_chunk.get(claim.at - 2), scene.at(claim.at - 3)
    bought = named is not None and named.id in facts()["cost_of"]
    return bought and number is not None and number.kind == "amount"


def _is_price_of_one(scene: Scene, claim: Claim) -> bool:
    """Whether a sum stands right behind what it buys one of, which nothing counts: «сейчас заявка 500 ₽»."""
    if claim.relation not in (None, "is", "now"):
        return False
    for index, chunk in scene.left_of(claim.at, PRICED):
        if (named := scene.by_chunk.get(index)) is not None:
            counted = scene.at(index - 1)
            alone = counted is None or (counted.kind != "amount" and "selling" not in counted.senses)
            return alone and named.id in facts()["cost_of"] and named.id != "sales"
        if chunk.kind != "mark" and BETWEEN.isdisjoint(chunk.senses):
            return False
    return False


def _goes_on(scene: Scene, claim: Claim) -> bool:
    """«50% to 60%»: a number, "to", and a number of the same unit, under a verb of change or right after a metric."""
    to, end = scene.at(claim.at + 1), scene.at(claim.at + 2)
    if claim.relation is not None or claim.amount is None:
        return False
    if claim.verb not in CHANGES and (claim.verb is not None or claim.at - 1 not in scene.by_chunk):
        return False
    if to is None or to.sense("relation") != "to" or end is None or claim.at + 2 in scene.taken:
        return False
    return end.kind == claim.amount.kind and end.unit == claim.amount.unit

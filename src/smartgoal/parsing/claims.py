"""Claims: each number of a sentence with what it counts and how it stands to it; subjects without a number."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from smartgoal.model.goal import Span
from smartgoal.parsing.amounts import CURRENCIES
from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.clauses import CHANGES, LEADING, WISHES, Clause, ClauseKind
from smartgoal.parsing.lexicon import subjects as facts
from smartgoal.parsing.periods import HOURS
from smartgoal.parsing.subjects import Subject

Relation = Literal["to", "by", "from", "is", "now"]
TIMES = ("second", "minute", "hour", "day")
ARROWS = frozenset(("->", "-->", "--->", "=>", "→"))
NEAR = 4  # chunks between a number and what it counts
MARGIN = 6  # chunks that are looked over for a verb


@dataclass(slots=True)
class Claim:
    """A number (or a subject without one) with everything that stands around it."""

    at: int
    clause: ClauseKind
    subject: Subject | None = None
    amount: Chunk | None = None
    factor: Decimal | None = None
    relation: Relation | None = None
    bound: str | None = None  # floor, cap
    more: bool = False
    verb: str | None = None
    verb_span: Span | None = None
    comparison: str | None = None  # up, down: "more", "меньше"
    baseline: Chunk | None = None
    keep: bool = False
    cost: bool = False
    price: bool = False  # a sum for one result: "at $5 each"
    idle: bool = False  # an unknown verb may stand before it: "celebrate our customers"
    governed: bool = False  # a preposition stands before it
    share: bool = False  # "75 % of tickets"
    adjacent: bool = field(default=False)  # the thing counted follows the number

    @property
    def wished(self) -> bool:
        """Whether a verb or a comparison says how it shall change."""
        return self.verb in WISHES or self.comparison is not None

    @property
    def merely_named(self) -> bool:
        """A thing without a number or a word of change, beside an unknown verb or outside the catalogue."""
        if self.has_number or self.wished or self.keep or self.subject is None or not self.subject.countable:
            return False
        return self.idle or self.subject.kind == "thing"

    @property
    def has_number(self) -> bool:
        """Whether there is a target."""
        return self.amount is not None or self.factor is not None


class ClaimReader:
    """Collects the claims of one sentence."""

    def __init__(self, chunks: list[Chunk], clauses: list[Clause], subjects: list[Subject], taken: set[int]) -> None:
        """`taken`: chunks that belong to dates and rates."""
        self.chunks = chunks
        self.clauses = clauses
        self.subjects = subjects
        self.taken = taken
        self._by_chunk = {subject.at: subject for subject in subjects}
        self._numbers = [at for at, chunk in enumerate(chunks) if at not in taken and self._is_number(at)]

    def claims(self) -> list[Claim]:
        """All claims in order of the text."""
        found: list[Claim] = []
        start: Claim | None = None
        for at in self._numbers:
            claim = self._claim(at)
            if claim.relation in ("from", "now") and claim.amount is not None and self._is_baseline(at, claim):
                if claim.relation == "now" and found and found[-1].baseline is None:
                    found[-1].baseline = claim.amount
                else:
                    start = claim
                continue
            if start is not None and start.amount is not None and claim.amount is not None:
                _begin(claim, start.amount, start.subject)
                start = None
            found.append(claim)
        found = _merged(found)
        named = {claim.subject.at for claim in found if claim.subject}
        found += [self._bare(subject) for subject in self.subjects if subject.at not in named]
        return sorted(found, key=lambda claim: claim.at)

    def _is_baseline(self, at: int, claim: Claim) -> bool:
        """Whether a number after "from" or "now" is where the goal starts: another one follows as its end."""
        if claim.relation == "now":
            return True
        after = next((number for number in self._numbers if number > at), None)
        if after is None or after - at > MARGIN + 2:
            return False
        before = self.chunks[after - 1]
        return self._claim(after).relation in ("to", "by") or before.text in ARROWS or "want" in before.senses

    def _is_number(self, at: int) -> bool:
        chunk = self.chunks[at]
        if chunk.kind == "time":
            return chunk.unit in TIMES and (chunk.value is not None or self._one_unit(at))
        if chunk.kind == "amount":
            before = self._at(at - 1)
            ranked = before is not None and before.sense("ignore") == "rank"
            return not (ranked or chunk.ordinal or self._audience(at))
        return ("factor" in chunk.senses or "fraction" in chunk.senses) and "ignore" not in chunk.senses

    def _one_unit(self, at: int) -> bool:
        """«не позже чем через час», "under an hour": one of the unit."""
        before = [self._at(at - 1), self._at(at - 2)]
        if any(chunk is not None and chunk.sense("bound") == "cap" for chunk in before):
            self.chunks[at].value = Decimal(1)
        return self.chunks[at].value is not None

    def _audience(self, at: int) -> bool:
        """An age or another trait of people: "women 25-35", «30–50 лет»."""
        before = self._at(at - 1)
        near = [before, self._at(at + 1), None if before is None or before.kind == "mark" else self._at(at - 2)]
        return any(chunk is not None and chunk.sense("join") == "audience" for chunk in near)

    def _claim(self, at: int) -> Claim:
        chunk = self.chunks[at]
        claim = Claim(at, self.clauses[at].kind)
        if chunk.kind in ("amount", "time"):
            claim.amount = chunk
        elif "factor" in chunk.senses:
            claim.factor = Decimal(chunk.senses["factor"])
        else:
            claim.amount, claim.relation = _percent(chunk), "by"
        self._look_left(claim)
        self._look_right(claim)
        if claim.verb is None:
            self._find_verb(claim)
        self._object_of_change(claim)
        before = self._at(at - 1)
        if claim.amount is not None and claim.amount.unit in CURRENCIES and not claim.adjacent:
            claim.cost = False
            if before is not None and before.sense("relation") == "at_rate":
                claim.cost = True
            elif before is not None and before.sense("relation") == "with_value":
                claim.clause = "limit"
        after = self._at(at + 1)
        if after is not None and (after.text in ARROWS or self._goes_on(claim)):
            claim.relation = "from"
        claim.share = after is not None and after.sense("join") == "of"
        if claim.subject is None:
            claim.subject = self._nearest_subject(claim)
        return claim

    def _object_of_change(self, claim: Claim) -> None:
        """«увеличить базу на 2000 контактов»: what is changed counts, the noun after the number is its unit."""
        if claim.relation not in ("by", "to", "from") or not claim.adjacent:
            return
        clause = self.clauses[claim.at].number
        for subject in self.subjects:
            if subject.at < claim.at and self.clauses[subject.at].number == clause and subject.countable:
                if _fits(subject, claim):
                    claim.subject = subject
                    return

    def _goes_on(self, claim: Claim) -> bool:
        """«50% to 60%»: a number, "to", and a number of the same unit, under a verb of change."""
        to, end = self._at(claim.at + 1), self._at(claim.at + 2)
        if claim.relation is not None or claim.amount is None or claim.verb not in CHANGES:
            return False
        if to is None or to.sense("relation") != "to" or end is None:
            return False
        return end.kind == claim.amount.kind and end.unit == claim.amount.unit

    def _governed(self, at: int) -> bool:
        """Whether a preposition stands before the noun there: "trust with our audience"."""
        for index in range(at - 1, max(-1, at - 3), -1):
            chunk = self.chunks[index]
            if "preposition" in chunk.senses:
                return True
            if chunk.kind != "word" or not {"approx", "small"} & chunk.senses.keys():
                return False
        return False

    def _bare(self, subject: Subject) -> Claim:
        claim = Claim(subject.at, self.clauses[subject.at].kind, subject)
        claim.governed = self._governed(subject.at)
        self._find_verb(claim)
        clause = [at for at in range(subject.at) if self.clauses[at].number == self.clauses[subject.at].number]
        if claim.verb_span and not any(self.chunks[at].span == claim.verb_span for at in (*clause, subject.at)):
            claim.verb = claim.verb_span = None
        wanted = any("want" in self.chunks[at].senses for at in clause)
        claim.idle = not wanted and any(self.chunks[at].kind == "word" and not self.chunks[at].senses for at in clause)
        for index in range(subject.at - 1, max(-1, subject.at - 4), -1):
            chunk = self.chunks[index]
            if "want_more" in chunk.senses:
                claim.comparison = chunk.senses["want_more"]
                break
        return claim

    # --- what stands before and after a number ----------------------------------------------------------------------

    def _look_left(self, claim: Claim) -> None:
        index = claim.at - 1
        while index >= 0 and claim.at - index <= NEAR and index not in self.taken:
            chunk = self.chunks[index]
            senses = chunk.senses
            claim.keep = claim.keep or "keep" in senses
            claim.price = claim.price or "price" in senses
            if "bound" in senses and claim.bound is None:
                claim.bound = senses["bound"]
            if "plus" in senses and claim.relation is None:
                claim.more = True
            if "factor" not in senses and "times" in senses and chunk.kind == "word" and self.chunks[claim.at].glued:
                self._as_factor(claim)
            if "now" in senses and claim.relation is None:
                claim.relation = "now"
                break
            if "relation" in senses and senses["relation"] in ("to", "by", "from", "is") and claim.relation is None:
                claim.relation = senses["relation"]  # type: ignore[assignment]  # just checked
            elif not ({"approx", "bound", "plus", "keep", "relation", "more", "price"} & senses.keys()):
                break
            index -= 1

    def _look_right(self, claim: Claim) -> None:
        index, unknown = claim.at + 1, 0
        while index < len(self.chunks) and index not in self.taken and index - claim.at <= NEAR:
            chunk = self.chunks[index]
            senses = chunk.senses
            if "times" in senses and index == claim.at + 1 and claim.amount is not None:
                if self._multiplies(claim, index):
                    self._as_factor(claim)
            elif "price" in senses:
                claim.price = True
            elif index == claim.at + 1 and senses.get("verb") in CHANGES and "metric" not in senses:
                claim.more, claim.verb = senses["verb"] == "up", senses["verb"]
            elif index in self._by_chunk and self._takes(claim, index):
                claim.subject, claim.adjacent = self._by_chunk[index], True
                if claim.subject.kind != "vague":
                    break
            elif "more" in senses or "want_more" in senses:
                claim.more = True
                claim.comparison = senses.get("want_more")
            elif "bound" in senses:
                claim.bound = claim.bound or senses["bound"]
            elif "now" in senses:
                claim.relation = "now"
                break
            elif "each_cost" in senses and claim.amount is not None and claim.amount.unit in CURRENCIES:
                claim.cost = True
            elif chunk.kind != "word" or {"verb", "join", "within", "by"} & senses.keys():
                break
            else:
                unknown += 1
                if unknown > 2:
                    break
            index += 1

    def _multiplies(self, claim: Claim, index: int) -> bool:
        """«в 3 раза», "3x", "3 times more", not "3 times a week" or "mentioned 30 times"."""
        before, after = self._at(claim.at - 1), self._at(index + 1)
        if self.chunks[index].glued or before is not None and before.sense("relation") == "with_value":
            return True
        if after is not None and ({"more", "want_more"} & after.senses.keys() or after.text == "as"):
            return True
        return before is not None and before.sense("verb") in CHANGES

    def _as_factor(self, claim: Claim) -> None:
        if claim.amount is not None and claim.amount.unit is None and claim.amount.kind == "amount":
            claim.factor, claim.amount = claim.amount.value, None

    def _takes(self, claim: Claim, index: int) -> bool:
        """Whether the number counts the subject there: a sum of money counts only money, or has bought it."""
        subject, amount = self._by_chunk[index], claim.amount
        if amount is None or subject.kind == "vague" and index > claim.at + 1:
            return amount is None
        if amount.unit in CURRENCIES:
            return claim.cost or subject.unit == "money"
        if amount.kind == "time":
            return subject.unit == "minute"
        return True

    def _find_verb(self, claim: Claim) -> None:
        clause = self.clauses[claim.at].number
        for index in range(claim.at, -1, -1):
            chunk = self.chunks[index]
            if chunk.kind == "mark" and chunk.text in (".", "!", "?", ";"):
                break
            if "keep" in chunk.senses and self.clauses[index].number == clause:
                claim.keep = True
            if "verb" in chunk.senses and "ignore" not in chunk.senses and index not in self.taken:
                claim.verb, claim.verb_span = chunk.senses["verb"], chunk.span
                if claim.verb in LEADING:
                    return
        for index in range(claim.at + 1, len(self.chunks)):
            chunk = self.chunks[index]
            if self.clauses[index].number != clause:
                break
            if chunk.sense("verb") in LEADING and index not in self.taken:
                claim.verb, claim.verb_span = chunk.senses["verb"], chunk.span
                return

    def _nearest_subject(self, claim: Claim) -> Subject | None:
        """What a number counts when nothing countable follows it: what its clause names before it, then after it."""
        clause = self.clauses[claim.at].number
        fitting = [subject for subject in self.subjects if _fits(subject, claim)]
        before = [subject for subject in fitting if subject.at < claim.at]
        same = [subject for subject in before if self.clauses[subject.at].number == clause]
        after = [s for s in fitting if s.at > claim.at and self.clauses[s.at].number == clause]
        earlier = [subject for subject in before if subject.countable]
        countable = [subject for subject in (*same, *after) if subject.countable]
        if countable:
            return countable[0]
        if claim.clause == "means" and earlier:
            return earlier[-1]
        return next(iter((*same, *after, *reversed(earlier), *reversed(before))), None)

    def _at(self, at: int) -> Chunk | None:
        return self.chunks[at] if 0 <= at < len(self.chunks) else None


def _fits(subject: Subject, claim: Claim) -> bool:
    amount = claim.amount
    if amount is None:
        return True
    if amount.unit in CURRENCIES:
        return subject.unit == "money" or claim.cost and subject.id in facts()["cost_of"] or subject.id in ("sales",)
    if amount.kind == "time":
        return subject.unit == "minute"
    return True


def _percent(chunk: Chunk) -> Chunk:
    return Chunk("amount", chunk.text, chunk.start, chunk.end, value=Decimal(chunk.senses["fraction"]), unit="percent")


def _merged(claims: list[Claim]) -> list[Claim]:
    """«by 10% from 1000 to 1100», "300 new, 729 -> 1029": one target told twice gives its start value to the first."""
    kept: list[Claim] = []
    for claim in claims:
        first = next((other for other in kept if other.subject == claim.subject and claim.subject), None)
        if first and claim.baseline and first.baseline is None and (first.relation == "by" or first.more):
            first.baseline = claim.baseline
        else:
            kept.append(claim)
    return kept


def _begin(claim: Claim, start: Chunk, subject: Subject | None) -> None:
    """Give the claim its start value; what was named with the start is what both count."""
    assert claim.amount is not None
    claim.baseline = start
    _share_unit(start, claim.amount)
    if start.unit in HOURS and claim.amount.unit in HOURS and start.value is not None:
        start.value = start.value * HOURS[start.unit] / HOURS[claim.amount.unit]
        start.unit = claim.amount.unit
    if subject is not None and not claim.adjacent:
        claim.subject = subject


def _share_unit(low: Chunk, high: Chunk) -> None:
    """«с 50 до 100 млн ₽»: the unit and scale told once hold for both."""
    low.unit = low.unit or high.unit
    high.unit = high.unit or low.unit
    if low.value is None or high.value is None or low.scaled or not high.scaled:
        return
    scale = Decimal(10) ** 6 if high.value >= 10**6 else Decimal(1000)
    if low.value < 1000:
        low.value *= scale

"""A sentence into a Reading: the passes in order, and the choice of the one goal among the claims."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from smartgoal.model.goal import Goal, Period, Reading, Remark, Span
from smartgoal.parsing import amounts, claims, clauses, deadlines, limits, remarks, subjects, targets
from smartgoal.parsing.chunks import Chunk, scan
from smartgoal.parsing.claims import Claim
from smartgoal.parsing.deadlines import Rate, When
from smartgoal.parsing.lexicon import Lexicon
from smartgoal.parsing.lexicon import subjects as facts
from smartgoal.parsing.subjects import Subject
from smartgoal.parsing.targets import Target


def read_with(lexicon: Lexicon, text: str, today: date) -> Reading:
    """What `text` says in the language of `lexicon`."""
    return Sentence(lexicon, text, today).reading()


class Sentence:
    """One statement on its way from chunks to a goal."""

    def __init__(self, lexicon: Lexicon, text: str, today: date) -> None:
        """Find all numbers, times, subjects and platforms."""
        self.text = text
        self.language = lexicon.name
        self.today = today
        self.chunks = amounts.assemble(scan(text, lexicon), lexicon)
        self.rates = deadlines.find_rates(self.chunks)
        self.whens = deadlines.find_whens(self.chunks, today, lexicon.date_order, self.rates)
        self._free_response_windows()
        taken = _indexes(self.rates) | _indexes(self.whens)
        self.subjects = subjects.find_subjects(self.chunks, _indexes(self.whens), head_last=lexicon.head_last)
        self.platforms = subjects.find_platforms(self.chunks)
        self.clauses = clauses.split(self.chunks, taken)
        self.claims = claims.ClaimReader(self.chunks, self.clauses, self.subjects, taken).claims()
        for claim in self.claims:
            claim.subject = self._measured(claim)
            if targets.is_money(claim) and claim.clause == "main" and claim.bound != "cap" and not claim.cost:
                claim.subject = claim.subject or subjects.money_made(claim.at, claim.amount)

    def _measured(self, claim: Claim) -> Subject | None:
        """Engagement as a percent level or per post is a named metric."""
        subject = claim.subject
        if claim.amount is None:
            return subject
        if claim.amount.unit == "percent" and any(other.id == "response_time" for other in self.subjects):
            answers = subject is None or subject.id in ("questions", "leads", "messages", "comments", "reviews")
            if answers and (claim.share or claim.adjacent):
                claim.share = True
                return subjects.answered(claim.at, claim.amount, subject)
        if subject is None:
            return self._unknown(claim, claim.amount)
        if subject.kind != "vague":
            return subject
        metrics = facts()["measured"].get(subject.id, {})
        rate = self._rate_of(claim)
        level = targets.target_of(claim, rate).kind == "level"
        if level and claim.amount.unit == "percent" and "percent" in metrics:
            return replace(subject, kind="metric", id=metrics["percent"])
        if level and rate and rate.per in metrics:
            return replace(subject, kind="metric", id=metrics[rate.per])
        return subject

    def _unknown(self, claim: Claim, amount: Chunk) -> Subject | None:
        """A countable thing that no lexicon knows: the word after its number."""
        after = self.chunks[claim.at + 1] if claim.at + 1 < len(self.chunks) else None
        if after is None or after.kind != "word" or after.senses or claim.relation == "by":
            return None
        if amount.kind != "amount" or amount.unit not in (None, "percent"):
            return None
        last = claim.at + 1
        while last + 1 < len(self.chunks) and self.chunks[last + 1].kind == "word" and not self.chunks[last + 1].senses:
            last += 1
        span = (after.start, self.chunks[min(last, claim.at + 2)].end)
        return Subject("thing", "unknown", claim.at + 1, span, self.text[span[0] : span[1]])

    def _free_response_windows(self) -> None:
        """ "within 24 hours" after "reply" is the target: it is given back from the times to the numbers."""
        if not any(
            chunk.sense("metric") == "response_time" or chunk.sense("thing") == "resolution_time"
            for chunk in self.chunks
        ):
            return
        windows = [when for when in self.whens if when.time is not None]
        short = [when for when in windows if when.time and when.time.unit in ("second", "minute", "hour")]
        alone = not any(
            chunk.kind == "time" and chunk.unit in ("second", "minute", "hour") and chunk.value is not None
            for chunk in self.chunks
        )
        days = [when for when in windows if alone and when.time and when.time.unit == "day"]
        freed = short or days[:1]
        self.whens = [when for when in self.whens if when not in freed]
        for when in freed:
            if when.time and when.time.value is None:
                when.time.value = Decimal(1)

    def reading(self) -> Reading:
        """The goal, the spans and the remarks."""
        main = self._main()
        when = deadlines.choose(self.whens, self.today)
        rate = self._rate_of(main)
        target = targets.target_of(main, rate) if main else Target()
        others = [claim for claim in self.claims if claim is not main]
        limiting = self._limits(main, others)
        goal = Goal(
            statement=self.text,
            category=self._category(main),
            platform=self.platforms[0][0] if self.platforms else None,
            platforms=tuple(name for name, _ in self.platforms),
            metric=self._metric(main),
            direction=target.direction,
            kind=target.kind,
            value=None if target.value is None else plain(target.value),
            unit=target.unit,
            per=rate.per if rate and target.kind else None,
            hold=target.hold,
            baseline=None if target.baseline is None else plain(target.baseline),
            start=when.start if when else None,
            deadline=when.day if when else None,
            limits=tuple(limiting),
        )
        subject = main.subject if main else None
        return Reading(
            text=self.text,
            language=self.language,
            goal=goal,
            spans=self._spans(main, when, rate),
            thing=self._thing(main),
            event=subject.words if subject and subject.kind == "event" else None,
            remarks=tuple(remarks.remarks_on(self, goal, main, others, when)),
        )

    # --- choices ----------------------------------------------------------------------------------------------------

    def _main(self) -> Claim | None:
        """The one goal: a result with a number, then a result, an event, an own activity, a vague wish."""
        candidates = [claim for claim in self.claims if not _is_means(claim)]
        vague = any(subject.kind == "vague" for subject in self.subjects)
        wishes = [at for at, chunk in enumerate(self.chunks) if "want" in chunk.senses]
        wish = max((at for at in wishes if self.clauses[at].kind == "main"), default=-1)

        def order(claim: Claim) -> tuple[int, bool, int]:
            told_before = claim.at < wish and claim.verb is None and not claim.wished
            return _rank(claim, beside_vague=vague), told_before, claim.at

        main = min(candidates, key=order, default=None)
        return self._last_stage(main) if main else None

    def _last_stage(self, main: Claim) -> Claim:
        """Of "100 fans, then 1000 fans" the last."""
        for claim in self.claims:
            staged = claim.at > main.at and claim.has_number and _id(claim) == _id(main)
            if staged and self.chunks[claim.at - 1].sense("join") == "then":
                main = claim
        return main

    def _rate_of(self, claim: Claim | None) -> Rate | None:
        """The period that the claim's number repeats in: the first that follows it, or one in its neighbourhood."""
        if claim is None:
            return None
        near = [rate for rate in self.rates if self.clauses[rate.first].kind == self.clauses[claim.at].kind]
        others = [
            other.at
            for other in self.claims
            if other.has_number and other is not claim and (_id(other) != _id(claim) or other.subject is None)
        ]
        after = [
            rate
            for rate in near
            if 0 < rate.first - claim.at <= 8 and not any(claim.at < at < rate.first for at in others)
        ]
        before = [rate for rate in near if 0 <= claim.at - rate.last <= 6]
        return next(iter(after or before), None)

    def _limits(self, main: Claim | None, others: list[Claim]) -> list[str]:
        found = []
        for claim in others:
            if main and claim.has_number and limits.is_limit(claim, main):
                if text := limits.limit_of(claim, main):
                    found.append(text)
        return found

    def _metric(self, main: Claim | None) -> str | None:
        subject = main.subject if main else None
        if main is None or subject is None:
            return None
        if main.amount is not None and main.cost and subject.unit != "money":
            cost: str | None = facts()["cost_of"].get(subject.id)
            return cost
        if targets.is_money(main) and subject.id == "sales":
            return "revenue"
        if subject.kind == "event":
            metric: str | None = facts()["event"].get(subject.id, {}).get("metric", "milestone")
            return metric
        if subject.kind == "output" and subject.id == "posts":
            return "posts"
        return subject.id if subject.kind == "metric" else None

    def _category(self, main: Claim | None) -> str | None:
        if main is None or main.subject is None:
            return subjects.find_category(self.chunks)
        if main.subject.kind == "vague":
            return main.subject.category or subjects.find_category(self.chunks)
        return main.subject.category

    def _thing(self, main: Claim | None) -> str | None:
        subject = main.subject if main else None
        if subject and (subject.kind == "thing" or subject.kind == "output" and subject.id != "posts"):
            return subject.words
        return None

    def _spans(self, main: Claim | None, when: When | None, rate: Rate | None) -> dict[str, Span]:
        spans: dict[str, Span] = {}
        if main and main.amount:
            spans["value"] = main.amount.span
        if main and main.factor is not None:
            spans["value"] = self.chunks[main.at].span
        if main and main.subject:
            spans["metric"] = main.subject.span
        if main and main.baseline:
            spans["baseline"] = main.baseline.span
        if main and main.verb_span:
            spans["direction"] = main.verb_span
        if self.platforms:
            spans["platform"] = self.platforms[0][1]
        if when and when.day:
            spans["deadline"] = (self.chunks[when.first].start, self.chunks[when.last].end)
        if rate and main and main.has_number:
            spans["per"] = (self.chunks[rate.first].start, self.chunks[rate.last].end)
        return spans


def _id(claim: Claim) -> str | None:
    return claim.subject.id if claim.subject else None


def _is_means(claim: Claim) -> bool:
    """A number of what is done for the goal: "by posting 3 reels a week"."""
    return claim.clause == "means" and claim.has_number and claim.relation not in ("by", "to", "from")


def _rank(claim: Claim, *, beside_vague: bool) -> int:
    """How well a claim serves as the goal: the lower, the better."""
    subject = claim.subject
    limiting = claim.clause == "limit" or claim.cost or claim.price
    if subject and subject.countable:
        if claim.has_number:
            return 4 if limiting else 0
        if claim.clause == "limit":
            return 6
        weak = claim.governed or not claim.wished or (claim.verb == "get" and claim.comparison is None)
        if claim.merely_named or (beside_vague and weak):
            return 10
        return 1 if claim.wished and not claim.governed else 3
    if subject and subject.kind == "event":
        return 2
    if claim.has_number and (subject is None or subject.kind == "vague"):
        return 4 if subject else 5
    if subject and subject.kind == "output":
        return 7 if claim.has_number else 8 if subject.active else 10
    return 9 if subject and subject.category else 11


def plain(value: Decimal) -> Decimal:
    """20 rather than 2E+1 or 20.0."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() and value < 10**15 else value.normalize()


def _indexes(parts: list[Rate] | list[When]) -> set[int]:
    return {index for part in parts for index in range(part.first, part.last + 1)}

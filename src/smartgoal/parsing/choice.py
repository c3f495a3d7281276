"""Which of the claims is the goal, and in which period its number repeats."""

from smartgoal.parsing.claims import Claim
from smartgoal.parsing.rates import Rate
from smartgoal.parsing.scene import Scene

AFTER, BEFORE = 12, 6  # chunks between a number and its period
START = 4  # chunks between a start value and its period
# how well a claim serves as the goal: the lower, the better
RESULT, WISH, COST, EVENT, NAMED, CONDITION, NUMBER, ASIDE, ACTIVITY, OUTPUT, VAGUE, UNCLEAR, MENTION, EMPTY = range(14)


def choose_main(scene: Scene, claims: list[Claim]) -> Claim | None:
    """The one goal: a result with a number, then a wished result, an event, an own activity, a vague wish."""
    candidates = [claim for claim in claims if not _is_means(claim)]
    if not any(claim.subject for claim in candidates):
        candidates = claims  # "make a living by getting 4 new clients"
    vague = any(subject.kind == "vague" and scene.clauses[subject.at].kind == "main" for subject in scene.subjects)
    wishes = [
        at for at, chunk in enumerate(scene.chunks) if "want" in chunk.senses and scene.clauses[at].kind == "main"
    ]
    wish = max(wishes, default=-1)

    def order(claim: Claim) -> tuple[int, bool, bool, int]:
        told_before = claim.at < wish and not claim.wished and claim.verb is None
        return _rank(claim, beside_vague=vague), is_restated(claim, claims), told_before or claim.stated, claim.at

    main = min(candidates, key=order, default=None)
    return _last_stage(scene, claims, main) if main else None


def is_restated(claim: Claim, claims: list[Claim]) -> bool:
    """Whether an unlisted thing is told again in a word that is listed: "fill 12 spots, that is 12 registrations"."""
    if claim.amount is None or claim.subject is None or claim.subject.kind != "thing":
        return False
    return any(
        other.amount is not None and other.amount.value == claim.amount.value and other.amount.unit == claim.amount.unit
        for other in claims
        if other.subject is not None and other.subject.kind == "metric"
    )


def _is_means(claim: Claim) -> bool:
    """A number of what is done for the goal: "by posting 3 reels a week"."""
    return claim.clause == "means" and claim.has_number and claim.relation not in ("by", "to", "from")


def _rank(claim: Claim, *, beside_vague: bool) -> int:
    subject = claim.subject
    if subject is None:
        return NUMBER if claim.has_number else EMPTY
    if subject.countable:
        return _rank_countable(claim, beside_vague=beside_vague)
    if subject.kind == "event":
        return EVENT
    if subject.kind == "vague":
        return CONDITION if claim.has_number else VAGUE if subject.category else UNCLEAR
    return ACTIVITY if claim.has_number else OUTPUT if subject.active else MENTION


def _rank_countable(claim: Claim, *, beside_vague: bool) -> int:
    if claim.has_number:
        if claim.clause == "limit":
            return CONDITION
        return COST if claim.cost or claim.price else RESULT
    if claim.clause == "limit":
        return ASIDE
    weak = not claim.wished or (claim.verb == "get" and claim.comparison is None)
    if claim.merely_named or (beside_vague and weak):
        return MENTION
    return WISH if claim.wished else NAMED


def _last_stage(scene: Scene, claims: list[Claim], main: Claim) -> Claim:
    """Of "100 fans, then 1000 fans" the last."""
    for claim in claims:
        staged = claim.at > main.at and claim.has_number and claim.id == main.id
        if staged and scene.chunks[claim.at - 1].sense("join") == "then":
            main = claim
    return main


def rate_of(claim: Claim, scene: Scene, claims: list[Claim], rates: list[Rate]) -> Rate | None:
    """The period that the claim's number repeats in: the first that follows it, or one shortly before it."""
    near = [rate for rate in rates if scene.clauses[rate.first].kind == scene.clauses[claim.at].kind]
    others = [
        other.at
        for other in claims
        if other.has_number and other is not claim and not (other.id == claim.id and other.adjacent)
    ]
    for rate in near:
        between = rate.per != "post" and any(claim.at < at < rate.first for at in others)
        if 0 < rate.first - claim.at <= AFTER and not between:
            return rate
    before = [rate for rate in near if 0 <= claim.at - rate.last <= BEFORE]
    own = next((rate for rate in before if not any(0 < rate.first - at <= AFTER for at in others)), None)
    return own or _rate_of_start(claim, scene, rates)


def _rate_of_start(claim: Claim, scene: Scene, rates: list[Rate]) -> Rate | None:
    """The period that the start value is told for: "we have 70 likes per post and want 100"."""
    if claim.baseline is None:
        return None
    start = next(at for at, chunk in enumerate(scene.chunks) if chunk.start <= claim.baseline.start < chunk.end)
    return next((rate for rate in rates if -BEFORE <= rate.last - start <= START), None)

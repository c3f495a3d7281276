"""Numbers that tell what is or was, before or behind what is wanted: "we have 70 and want 100", "had 600"."""

from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.claims import Claim
from smartgoal.parsing.clauses import CHANGES, LEADING, STOPS, WISHES
from smartgoal.parsing.lexicon import subjects as facts
from smartgoal.parsing.periods import SECONDS, SECONDS_A_DAY
from smartgoal.parsing.scene import Scene

LENGTHS = SECONDS | {"day": SECONDS_A_DAY}
WISH = 4  # chunks between the word of wishing and the number
FOLLOWS = 16  # chunks between what is and the word of wishing
STATED = 6  # chunks between the word that tells what is and its number
TELLS = frozenset(("now", "had"))


def is_before_wish(scene: Scene, claim: Claim, after: Claim) -> bool:
    """«ER 2 %, хотим 5 %», "500 followers, want 1000", "1840 followers, add 250": what is, then what is wanted."""
    if counts_other(scene, claim):
        return False
    stated = is_stated(scene, claim)
    told = stated or (claim.relation == "to" and "state" in scene.chunks[claim.at - 1].senses)
    told = told or (claim.relation == "to" and after.added and _is_unled(claim))  # «к 4200 добавить 300»
    unlike = claim.bound is not None or claim.more or claim.added
    if (claim.relation in ("to", "by") and not told) or unlike or claim.clause != "main":
        return False
    near = list(scene.left_of(after.at, WISH))
    wish = next((index for index, chunk in near if _wishes(chunk, after, stated=stated)), None)
    if wish is None and ((after.added and (told or claim.verb is None)) or (stated and after.relation == "to")):
        wish = after.at
    if wish is None or not claim.at < wish <= claim.at + FOLLOWS or not is_same(claim, after):
        return False
    before = [chunk for _, chunk in scene.left_of(claim.at)]
    wished = any("want" in chunk.senses or chunk.sense("verb") in CHANGES for chunk in before)
    return not wished and not any(_joins(chunk, stated=stated) for _, chunk in near)


def counts_other(scene: Scene, claim: Claim) -> bool:
    """Whether a noun that nothing here is counted by stands behind the number: "I have 3 children", «3 магазина»."""
    after = scene.at(claim.at + 1)
    if claim.adjacent or after is None or after.kind != "word" or claim.at + 1 in scene.taken:
        return False
    return not after.senses or "object" in after.senses


def _is_unled(claim: Claim) -> bool:
    """Whether no verb stands before the number."""
    return claim.verb_span is None or (claim.amount is not None and claim.verb_span[0] > claim.amount.end)


def _joins(chunk: Chunk, *, stated: bool) -> bool:
    """Whether the two numbers are two targets: "and" between them, where nothing says that the first is so now."""
    return chunk.sense("join") == "then" or (chunk.sense("join") == "and" and not stated and "plus" not in chunk.senses)


def is_behind_wish(scene: Scene, claim: Claim, wish: Claim) -> bool:
    """Whether the last number tells what is, in a clause of its own: "I want 800, right now there are 310"."""
    if (
        wish.baseline is not None
        or counts_other(scene, claim)
        or scene.same_clause(wish.at, claim.at)
        or claim.more
        or claim.bound
    ):
        return False
    return is_stated(scene, claim) and claim.clause == "main" and is_same(wish, claim)


def is_stated(scene: Scene, claim: Claim) -> bool:
    """Whether a word in its clause says that the number is or was: "now", "had", «было», and none that it shall be."""
    words = [chunk for index, chunk in scene.left_of(claim.at, STATED) if _in_clause(scene, index, claim.at)]
    if any("want" in chunk.senses or chunk.sense("verb") in CHANGES for chunk in words):
        return False
    if any(not TELLS.isdisjoint(chunk.senses) for chunk in words):
        return True
    return claim.verb not in WISHES and _now_behind(scene, claim)


def _in_clause(scene: Scene, index: int, at: int) -> bool:
    stops = (chunk.text in STOPS for _, chunk in scene.left_of(at, at - index))
    return scene.same_clause(index, at) and not any(stops)


def _now_behind(scene: Scene, claim: Claim) -> bool:
    """Whether "now" stands behind the number, what it counts and its period: "30 leads a month now"."""
    for index, chunk in scene.right_of(claim.at, STATED):
        if chunk.sense("now") == "now":
            return True
        if index not in scene.taken and index not in scene.by_chunk and "small" not in chunk.senses:
            return False
    return False


def _wishes(chunk: Chunk, after: Claim, *, stated: bool) -> bool:
    """A word of wishing, or a verb before "to" or behind what is told to be so now."""
    return "want" in chunk.senses or ((stated or after.relation == "to") and chunk.sense("verb") in LEADING)


def is_same(claim: Claim, after: Claim) -> bool:
    """Whether two numbers may count one thing."""
    one, other = claim.amount, after.amount
    if one is None or other is None or (claim.id is None and claim.relation != "now"):
        return False
    units = {one.unit, other.unit}
    alike = len(units) == 1 or None in units or units <= LENGTHS.keys()
    costs = facts()["cost_of"]
    ids = {costs.get(each.id, each.id) if each.cost else each.id for each in (claim, after)}
    own = after.adjacent or (after.subject not in (None, claim.subject) and after.subject.at > claim.at)
    return alike and (not own or len(ids) == 1)

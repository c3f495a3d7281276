"""What stands before and after a number, and what it counts."""

from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.claims import Claim
from smartgoal.parsing.clauses import CHANGES, LEADING, STOPS
from smartgoal.parsing.lexicon import subjects as facts
from smartgoal.parsing.scene import Scene
from smartgoal.parsing.subject import Subject

PURPOSE = 10  # chunks between "so that" and what shall be
NEAR = 4  # chunks between a number and what it counts
SILENT = frozenset(("ignore", "happened"))  # verbs that wish for nothing
COMPARED = 4  # chunks between "more" and what it is compared with
WAYS = {"floor": "up", "cap": "down"}
PAYING = 3  # chunks between "pay" and the sum
UNKNOWN = 2  # unknown words between them: adjectives
RELATIONS = frozenset(("to", "by", "from", "is"))
LEADS_ON = frozenset(("approx", "bound", "plus", "minus", "keep", "relation", "more", "price"))
ENDS = frozenset(("verb", "join", "within", "by"))


def look_left(scene: Scene, claim: Claim) -> None:
    """Relations, bounds and signs before the number: "to at least", «не дороже», "currently about"."""
    for index, chunk in scene.left_of(claim.at, NEAR):
        senses = chunk.senses
        if index in scene.taken:
            break
        if index == claim.at - 1 and index in scene.by_chunk:
            _level_before(scene, claim)
            break
        claim.keep = claim.keep or "keep" in senses
        claim.price = claim.price or "price" in senses
        claim.expense = claim.expense or senses.get("price") == "cost"
        claim.bound = claim.bound or senses.get("bound")
        claim.more = claim.more or (not {"plus", "minus"}.isdisjoint(senses) and claim.relation is None)
        claim.added = claim.added or not {"plus", "adding"}.isdisjoint(senses)
        if "had" in senses and _is_purpose(scene, index):
            claim.relation = claim.relation or "is"
            break
        claim.comparison = "down" if "minus" in senses else claim.comparison
        if "times" in senses and "factor" not in senses and scene.chunks[claim.at].glued:
            as_factor(claim)
        if "now" in senses and claim.relation is None:
            claim.relation = "now"
            break
        if senses.get("relation") in RELATIONS and claim.relation is None:
            claim.relation = senses["relation"]  # type: ignore[assignment]  # just checked
        elif not LEADS_ON & senses.keys():
            break
    claim.added = claim.added or (claim.amount is not None and claim.amount.sign == "+")


def _is_purpose(scene: Scene, at: int) -> bool:
    """Whether it is told what is to be, not what was: «чтобы ER был 4 %»."""
    before = [chunk for index, chunk in scene.left_of(at, PURPOSE) if scene.same_clause(index, at)]
    return any(chunk.sense("join") == "purpose" for chunk in before)


def _level_before(scene: Scene, claim: Claim) -> None:
    """«до ER 5%»: the relation stands before the metric."""
    before = scene.at(claim.at - 2)
    if before is not None and before.sense("relation") == "to":
        claim.relation = "to"


def look_right(scene: Scene, claim: Claim) -> None:
    """What the number counts, and comparisons after it: "new", "or more", "times", "increase in"."""
    unknown = 0
    for index, chunk in scene.right_of(claim.at, NEAR):
        if index in scene.taken or _stops(scene, claim, index) or _beyond_now(scene, claim, index):
            break
        if _first_after(scene, claim, index, chunk) or _compares(claim, chunk):
            continue
        if index in scene.by_chunk and _takes(claim, scene.by_chunk[index], index):
            claim.subject, claim.adjacent = scene.by_chunk[index], True
            if claim.subject.kind != "vague":
                _beyond_now(scene, claim, index + 1)
                break
        elif chunk.sense("now") == "now":
            claim.relation = "now"
            break
        elif _costs(scene, claim, index):
            claim.cost = True
        elif index not in scene.by_chunk:
            unknown += 1
            ends = ENDS & chunk.senses.keys() and "approx" not in chunk.senses
            if unknown > UNKNOWN or chunk.kind != "word" or ends:
                break


def _stops(scene: Scene, claim: Claim, index: int) -> bool:
    """Whether nothing is counted from there on: "among", people whom another word counts ("reach 200 residents")."""
    chunk = scene.chunks[index]
    if chunk.sense("preposition") == "among":
        return True
    people = index == claim.at + 1 and chunk.sense("metric") == "any_people"
    return people and index not in scene.by_chunk and index + 1 not in scene.by_chunk


def _beyond_now(scene: Scene, claim: Claim, index: int) -> bool:
    """«(на 100) больше, чем сейчас», "20% higher than now", "50 orders more by May": so many on top, or fewer."""
    while index in scene.taken:
        index += 1
    chunk, after = scene.at(index), scene.at(index + 1)
    if chunk is None:
        return False
    if "plus" in chunk.senses and chunk.kind == "word" and not (after is not None and after.kind == "amount"):
        claim.more, claim.comparison = True, "up"  # "100 followers on top of what we have"
        return True
    way = chunk.sense("want_more") or WAYS.get(chunk.sense("bound") or "")
    ends = after is None or after.text == "." or index + 1 in scene.taken
    if way is None or not (_tells_now(scene, index + 1) or (ends and "more" in chunk.senses)):
        return False
    claim.more, claim.comparison, claim.bound = True, way, None
    return True


def _tells_now(scene: Scene, at: int) -> bool:
    """Whether the level of today or of the last month stands there, behind "than" and a period at most."""
    for _, chunk in scene.right_of(at - 1, COMPARED):
        if not {"now", "reference"}.isdisjoint(chunk.senses) or chunk.sense("which") == "last":
            return True
        if chunk.text != "," and {"than", "relation", "by", "within", "preposition"}.isdisjoint(chunk.senses):
            return False
    return False


def _costs(scene: Scene, claim: Claim, index: int) -> bool:
    """Whether the number is what one thing costs: "$5 a lead", "no more than 300 per lead", «платим 400 за заявку»."""
    chunk = scene.chunks[index]
    next_to = index == claim.at + 1 and "per" in chunk.senses
    paid = any("paying" in before.senses for _, before in scene.left_of(claim.at, PAYING))
    one = scene.by_chunk.get(index + 1)
    bought = one is not None and one.id in facts()["cost_of"] and "each_cost" in chunk.senses  # «1200 за клиента»
    if chunk.sense("each_cost") == "from" and one is not None and one.id == "sales":
        return False  # «100 тысяч рублей с продаж»
    capped = next_to and (claim.bound == "cap" or paid or bought)
    return (claim.money or capped) and ("each_cost" in chunk.senses or (claim.cost and chunk.value == 1))


def _first_after(scene: Scene, claim: Claim, index: int, chunk: Chunk) -> bool:
    """What changes the number right after it: "times", "increase"."""
    if index != claim.at + 1:
        return False
    if "times" in chunk.senses and claim.amount is not None:
        if _multiplies(scene, claim, index):
            as_factor(claim)
        return True
    verb = chunk.sense("verb")
    reaches = any(after.sense("relation") == "to" for _, after in scene.right_of(index, 1))  # "1500, raise to 2200"
    if verb in CHANGES and "metric" not in chunk.senses and not reaches:
        claim.more, claim.verb, claim.verb_span = verb == "up", verb, chunk.span
        return True
    return False


def _compares(claim: Claim, chunk: Chunk) -> bool:
    """Words of comparison: "new", "more", "or more", "each"."""
    senses = chunk.senses
    if "price" in senses:
        claim.price, claim.expense = True, claim.expense or senses["price"] == "cost"
    elif "metric" in senses or "thing" in senses:
        return False
    elif "more" in senses or "want_more" in senses:
        claim.more, claim.comparison = True, senses.get("want_more")
    elif "bound" in senses:
        claim.bound = claim.bound or senses["bound"]
    else:
        return False
    return True


def _multiplies(scene: Scene, claim: Claim, index: int) -> bool:
    """«в 3 раза», "3x", "3 times more", not "3 times a week" or "mentioned 30 times"."""
    before, after = scene.at(claim.at - 1), scene.at(index + 1)
    if (scene.chunks[index].glued and not _repeats(scene, index + 1)) or (
        before is not None and before.sense("relation") == "with_value"
    ):
        return True
    if after is not None and ({"more", "want_more"} & after.senses.keys() or after.text == "as"):
        return True
    return before is not None and before.sense("verb") in CHANGES


def as_factor(claim: Claim) -> None:
    """Read the plain number as a multiple."""
    if claim.amount is not None and claim.amount.unit is None and claim.amount.kind == "amount":
        claim.factor, claim.amount = claim.amount.value, None
        claim.comparison = claim.comparison or WAYS.get(claim.bound or "")  # «меньше в 2 раза»


def _repeats(scene: Scene, index: int) -> bool:
    """Whether a period stands there and nothing that it counts: "4x a week", not "3x monthly sales"."""
    chunk, after = scene.at(index), scene.at(index + 1)
    if chunk is None or index not in scene.taken:
        return False
    return ("period" in chunk.senses and index + 1 not in scene.by_chunk) or (
        "per" in chunk.senses and after is not None and after.kind == "time"
    )


def _takes(claim: Claim, subject: Subject, index: int) -> bool:
    """Whether the number counts that subject: a sum of money counts only money, or has bought it."""
    if claim.amount is None:
        return True
    if subject.kind == "vague" and index > claim.at + 1:
        return False
    if claim.money:
        return claim.cost or subject.unit == "money"
    return claim.amount.kind != "time" or subject.unit == "minute"


def find_verb(scene: Scene, claim: Claim) -> None:
    """The verb that governs the claim: the nearest before it in the sentence, else one after it in its clause."""
    here = scene.at(claim.at)
    before = [(claim.at, here)] if here else []
    for index, chunk in (*before, *scene.left_of(claim.at)):
        if chunk.kind == "mark" and chunk.text in STOPS:
            break
        if "keep" in chunk.senses and scene.same_clause(index, claim.at):
            claim.keep = True
        if "verb" in chunk.senses and SILENT.isdisjoint(chunk.senses) and index not in scene.taken:
            claim.verb, claim.verb_span = chunk.senses["verb"], chunk.span
            if claim.verb in LEADING:
                return
    for index, chunk in scene.right_of(claim.at):
        if not scene.same_clause(index, claim.at) or chunk.sense("join") == "purpose":
            return
        if chunk.sense("verb") in LEADING and index not in scene.taken:
            claim.verb, claim.verb_span = chunk.senses["verb"], chunk.span
            return

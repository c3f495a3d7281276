"""What a number counts: the noun that is changed, the nearest one that fits its unit."""

from smartgoal.parsing.amounts import CURRENCIES
from smartgoal.parsing.claims import Claim
from smartgoal.parsing.clauses import CHANGES
from smartgoal.parsing.lexicon import subjects as facts
from smartgoal.parsing.scene import Scene
from smartgoal.parsing.subject import Subject

AMONG = 4  # chunks between "among" and the people


def object_of_change(scene: Scene, claim: Claim) -> None:
    """«увеличить базу на 2000 контактов»: what is changed counts, the noun after the number is its unit."""
    if claim.relation not in ("by", "to", "from") or not claim.adjacent:
        return
    for subject in scene.subjects_near(claim.at):
        before = subject.at < claim.at and scene.same_clause(subject.at, claim.at) and subject.countable
        answers = subject.unit == "minute" and claim.verb not in CHANGES  # «отвечать на 90 % вопросов»
        if before and not answers and fits(subject, claim):
            claim.subject = subject
            return


def nearest_subject(scene: Scene, claim: Claim) -> Subject | None:
    """What a number counts when nothing countable follows it: what its clause names before it, then after it."""
    if claim.relation == "is" and (named := _named_before(scene, claim)):
        return named
    fitting = [
        subject
        for subject in scene.subjects_near(claim.at)
        if fits(subject, claim) and not _counted_by_another(scene, claim, subject) and not _reached(scene, subject)
    ]
    before = [subject for subject in fitting if subject.at < claim.at]
    inside = [subject for subject in fitting if scene.same_clause(subject.at, claim.at)]
    inside.sort(key=lambda subject: (subject.at > claim.at, subject.at))
    earlier = [subject for subject in before if subject.countable]
    countable = [subject for subject in inside if subject.countable]
    own = [subject for subject in inside if subject.kind == "output" and subject.at < claim.at]
    if own and countable and countable[0].at > claim.at and claim.relation in ("to", "by"):
        return own[-1]  # «число постов до 5 в неделю и охват на 30 %»
    if countable:
        return countable[0]
    if claim.clause == "means" and earlier:
        return earlier[-1]
    return next(iter((*inside, *reversed(earlier), *reversed(before))), None)


def _named_before(scene: Scene, claim: Claim) -> Subject | None:
    """The noun right before a colon, unless a preposition governs it: "questions in comments: 10"."""
    named, before = scene.by_chunk.get(claim.at - 2), scene.at(claim.at - 3)
    governed = before is not None and not {"by", "preposition"}.isdisjoint(before.senses)
    return named if named and named.countable and not governed and fits(named, claim) else None


def _reached(scene: Scene, subject: Subject) -> bool:
    """Whether people are named only as those whom it happens among: "awareness by 30 % among students"."""
    before = (chunk.sense("preposition") for _, chunk in scene.left_of(subject.at, AMONG))
    return subject.id in facts()["authors"] and "among" in before


def _counted_by_another(scene: Scene, claim: Claim, subject: Subject) -> bool:
    """Whether another number stands right before the subject."""
    before = scene.at(subject.at - 1)
    return (
        not claim.cost
        and before is not None
        and before.kind == "amount"
        and subject.at - 1 not in scene.taken | {claim.at}
        and before.unit is None
        and not (before.value == 1 and subject.unit == "money")
    )


def fits(subject: Subject, claim: Claim) -> bool:
    """Whether a number of that unit can count that subject."""
    if claim.amount is None:
        return True
    if claim.amount.unit in CURRENCIES:
        costs = claim.cost and subject.id in facts()["cost_of"]
        return subject.unit == "money" or costs or subject.id == "sales"
    if claim.amount.kind == "time" or subject.unit != "minute":
        return claim.amount.kind != "time" or subject.unit == "minute"
    changed = claim.relation == "by" or claim.verb in CHANGES or bool(claim.amount.sign)
    return claim.amount.unit is None or changed

"""Claims of subjects without a number: "more leads", "followers should care", "trust with our audience"."""

from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.claims import Claim
from smartgoal.parsing.lexicon import subjects as facts
from smartgoal.parsing.scene import Scene
from smartgoal.parsing.subject import Subject
from smartgoal.parsing.surroundings import find_verb

ACTS = 4  # chunks after an audience that tell what it does


def bare_claim(scene: Scene, subject: Subject) -> Claim:
    """The claim of a subject that no number counts."""
    claim = Claim(subject.at, scene.clauses[subject.at].kind, subject, governed=_governed(scene, subject.at))
    find_verb(scene, claim)
    clause = [chunk for index, chunk in scene.left_of(subject.at) if scene.same_clause(index, subject.at)]
    if claim.verb_span not in [chunk.span for chunk in (*clause, scene.chunks[subject.at])]:
        claim.verb = claim.verb_span = None
    wanted = any("want" in chunk.senses for chunk in clause)
    claim.idle = not wanted and any(_is_unknown(chunk) for chunk in clause)
    claim.comparison = _comparison(scene, subject.at)
    claim.acts = claim.comparison is None and _acts(scene, subject)
    return claim


def _is_unknown(chunk: Chunk) -> bool:
    """A word that no lexicon knows; a letter or a figure is none."""
    return chunk.text.isalpha() and len(chunk.text) > 1 and not chunk.senses


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

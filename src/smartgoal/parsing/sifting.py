"""Which of the things that a sentence names are what it counts: heads of nouns, people, things sold, weak words."""

from dataclasses import replace
from itertools import pairwise

from smartgoal.catalog import metrics
from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.lexicon import subjects as facts
from smartgoal.parsing.periods import SECONDS
from smartgoal.parsing.subject import ANSWERING, NOUNS, Subject

TELLING = 5  # chunks around a verb of telling
ACTING = 3  # chunks between people and what they do
COSTING = 6  # chunks between a noun, the verb of costing and the sum
OBJECT = 4  # chunks between a verb and its object
ANSWERED = 2  # chunks between a verb of answering and what is answered: "to 100"
APART = frozenset(("join", "source", "conversion"))
ADJECTIVES = frozenset(("small", "which", "now"))  # between two nouns: «вовлечённость нашей аудитории»


def join(found: list[Subject], subject: Subject, chunks: list[Chunk], *, head_last: bool) -> None:
    """Add a subject; of two nouns in a row the head stays: "volunteer sign-ups", «лояльность клиентов»."""
    if found and found[-1].kind == "vague" and found[-1].category and subject.kind == "thing":
        found.append(subject)  # "famous blogger" is about fame, "20 brand ambassadors" is not
        return
    gap = chunks[found[-1].at + 1 : subject.at] if found else []
    adjective = not head_last and len(gap) == 1 and gap[0].kind == "word" and gap[0].senses.keys() <= ADJECTIVES
    apart = not APART.isdisjoint(chunks[subject.at].senses)  # "leads with a CPL", "leads from ads"
    beside = bool(found) and (not gap or adjective) and not apart and {found[-1].kind, subject.kind} <= NOUNS
    answered = bool(found) and found[-1].id in ANSWERING  # "answer emails" is about answering
    if beside and head_last and subject.id != "success" and not answered:
        found.pop()
    if not (beside and not head_last and found[-1].kind == "vague"):
        found.append(subject)


def sifted(found: list[Subject], chunks: list[Chunk]) -> list[Subject]:
    """The subjects without what counts nothing; people who write are posts, those who tell of us are mentions."""
    counted = _with_answers(_with_writers(_with_costs(found, chunks), chunks), chunks)
    return _without_weak(_with_tellers(counted, chunks), chunks)


def _with_costs(found: list[Subject], chunks: list[Chunk]) -> list[Subject]:
    """What is told to cost so much is counted by its cost: "a lead costs us 400"; what is sold has a price instead."""
    return [_cost(subject) if _is_priced(chunks, subject) else subject for subject in found]


def _cost(subject: Subject) -> Subject:
    cost = facts()["cost_of"].get(subject.id)
    if cost is None:
        return subject
    return replace(subject, kind="metric" if cost in metrics() else "thing", id=cost)


def _is_priced(chunks: list[Chunk], subject: Subject) -> bool:
    """Whether a verb of costing stands shortly behind the noun there, and a number behind that."""
    after = chunks[subject.at + 1 : subject.at + 1 + COSTING] if subject.id != "sales" else []
    verb = next((place for place, chunk in enumerate(after) if "costing" in chunk.senses), None)
    if verb is None or any(chunk.kind != "word" or not NOUNS.isdisjoint(chunk.senses) for chunk in after[:verb]):
        return False
    return any(chunk.kind == "amount" for chunk in after[verb:])


def _with_answers(found: list[Subject], chunks: list[Chunk]) -> list[Subject]:
    """So many that are to be answered are own work: "reply to 100 comments", not "within an hour", not 90 % of them."""
    if any(chunk.unit in SECONDS or chunk.unit == "percent" for chunk in chunks):
        return found
    for verb, noun in pairwise(found):
        between = chunks[verb.at + 1 : noun.at]
        numbered = bool(between) and between[-1].kind == "amount" and len(between) <= ANSWERED
        if verb.id in ANSWERING and noun.id in facts()["answered"] and numbered:
            words = " ".join(chunk.text for chunk in chunks[verb.at : noun.at + 1])
            work = Subject("output", "answers", noun.at, (verb.span[0], noun.span[1]), words)
            return [work if subject is noun else subject for subject in found if subject is not verb]
    return found


def _with_tellers(found: list[Subject], chunks: list[Chunk]) -> list[Subject]:
    """Others who write or talk about us, counted: mentions, whoever they are."""
    told = next((at for at in range(len(chunks)) if _tells(chunks, at)), None)
    if told is None or any(subject.kind == "output" or subject.id == "posts" for subject in found):
        return found
    kept = [subject for subject in found if subject.kind == "metric" and subject.id not in facts()["audience"]]
    if kept:
        return found
    return [Subject("metric", "mentions", told, chunks[told].span, chunks[told].text)]


def _with_writers(found: list[Subject], chunks: list[Chunk]) -> list[Subject]:
    """People counted by what they publish: "20 members share their photos" are 20 posts of theirs."""
    return [replace(subject, id="posts") if _publish(chunks, subject.at) else subject for subject in found]


def _publish(chunks: list[Chunk], at: int) -> bool:
    """Whether counted people stand there with a verb of publishing shortly after them."""
    if chunks[at].sense("metric") not in facts()["authors"] or at == 0 or chunks[at - 1].kind != "amount":
        return False
    return any(chunk.sense("telling") == "posting" for chunk in chunks[at + 1 : at + 1 + ACTING])


def _sign_up(found: list[Subject], chunks: list[Chunk], people: Subject) -> bool:
    """Whether people are to sign up: "80 students to sign up" are sign-ups, whoever they are."""
    if chunks[people.at].sense("metric") not in facts()["authors"]:
        return False
    after = next((other for other in found if 0 < other.at - people.at <= ACTING), None)
    between = chunks[people.at + 1 : after.at] if after else []
    return after is not None and after.id == "leads" and all("actor" in chunk.senses for chunk in between)


def _tells(chunks: list[Chunk], at: int) -> bool:
    """A verb of telling with "about" and a number near it."""
    if "telling" not in chunks[at].senses:
        return False
    near = chunks[max(0, at - TELLING) : at + TELLING]
    about = any("about" in chunk.senses for chunk in near)
    return about and any(chunk.kind == "amount" and chunk.unit is None for chunk in near)


def _without_weak(found: list[Subject], chunks: list[Chunk]) -> list[Subject]:
    """Without what counts nothing where another thing is counted: people, income beside income from ads."""
    weak = [subject for subject in found if chunks[subject.at].sense("metric") == "any_people"]
    weak += [subject for subject in found if _sign_up(found, chunks, subject)]
    verbs = [subject for subject in found if subject.kind == "metric" and "verb" in chunks[subject.at].senses]
    weak += [verb for verb in verbs if _followed(found, verb, chunks)]
    weak += [subject for subject in found if _sold(found, chunks, subject)]
    wholes = {facts()["part_of"].get(subject.id) for subject in found}
    weak += [subject for subject in found if subject.id in wholes]
    results = [subject for subject in found if subject.countable and subject.unit != "money"]
    weak += [subject for subject in found if results and "source" in chunks[subject.at].senses]
    others = any(subject.countable and subject not in weak for subject in found)
    people = [subject for subject in weak if not others and _counts_people(chunks, subject)]
    return [subject for subject in found if subject not in weak or subject in people]


def _counts_people(chunks: list[Chunk], people: Subject) -> bool:
    """Whether a number stands right before or one adjective away, or more of those who sign up are wanted."""
    before = chunks[max(0, people.at - 2) : people.at]
    more = people.id == "leads" and any("want_more" in chunk.senses for chunk in before)
    return more or any(chunk.kind == "amount" for chunk in before)


def _followed(found: list[Subject], verb: Subject, chunks: list[Chunk]) -> bool:
    """Whether a verb ("earn") has another countable object: "earn more followers", not "earn $500 on sales"."""
    after = [other.at for other in found if other.countable and 0 < other.at - verb.at <= OBJECT]
    return any(all(chunk.kind != "amount" for chunk in chunks[verb.at : at]) for at in after)


def _sold(found: list[Subject], chunks: list[Chunk], thing: Subject) -> bool:
    """Whether a thing is counted as what is sold: "sell 1,000 books" are sales, whatever they are."""
    selling = [other for other in found if other.id == "sales" and "selling" in chunks[other.at].senses]
    between = (chunks[verb.at + 1 : thing.at] for verb in selling if 0 < thing.at - verb.at <= OBJECT)
    return thing.kind in ("thing", "output") and any(part and part[0].kind == "amount" for part in between)

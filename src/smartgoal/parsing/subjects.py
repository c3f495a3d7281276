"""What is counted and where: metrics, things outside the catalogue, vague words, platforms."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from smartgoal.catalog import metrics
from smartgoal.model.goal import Span
from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.lexicon import subjects as facts

SubjectKind = Literal["metric", "thing", "event", "output", "vague"]
REACH_OF_SETTING = 20  # chunks
PLACE = 4  # chunks of a phrase that tells where
PLACE_SIGNS = frozenset(("platform", "by", "preposition", "approx", "small"))
TELLING = 5  # chunks around a verb of telling
ACTING = 3  # chunks between people and what they do
NOUN = 4  # letters of an unknown word that may be a noun
OBJECT = 4  # chunks between a verb and its object
NOUN_SIGNS = frozenset(
    ("output", "metric", "thing", "more", "want_more", "verb", "factor", "platform", "period", "each_cost")
)
MAKING = {"launch": ("object", "document"), "get": ("document",)}  # what a verb makes an event of
ANSWERING = frozenset(("response_time", "resolution_time"))  # measured as a length of time
NOUNS = frozenset(("metric", "thing", "vague", "output"))
ADJECTIVES = frozenset(("small", "which", "now"))  # between two nouns: «вовлечённость нашей аудитории»
ARTICLES = frozenset(("the", "our", "my", "its", "their"))
KINDS: tuple[SubjectKind, ...] = ("metric", "thing", "event", "output", "vague")


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that a goal may be about, named at chunk `at`."""

    kind: SubjectKind
    id: str
    at: int
    span: Span
    words: str
    active: bool = True  # a word of doing ("publish"), not a noun ("posts")

    @property
    def countable(self) -> bool:
        """Something that two people would count alike."""
        return self.kind in ("metric", "thing")

    @property
    def unit(self) -> str:
        """The unit of its numbers: count, percent, minute, money, ratio or point."""
        return str(_facts_of(self.kind, self.id).get("unit", "count"))

    @property
    def form(self) -> str:
        """level, flow, ratio or event."""
        return str(_facts_of(self.kind, self.id).get("form", "flow"))

    @property
    def standing(self) -> bool:
        """Counted in a window, but a state all the same."""
        return self.id in facts()["form"]

    @property
    def lower_is_better(self) -> bool:
        """Cost, time and the like."""
        return _facts_of(self.kind, self.id).get("better") == "down"

    @property
    def category(self) -> str | None:
        """The category it belongs to."""
        category: str | None = _facts_of(self.kind, self.id).get("category")
        return category


def _facts_of(kind: SubjectKind, identifier: str) -> Mapping[str, Any]:
    if kind == "metric":
        return _metric_facts(identifier)
    if kind == "event":
        event = facts()["event"].get(identifier, {})
        return {
            "category": event.get("category") or _metric_facts(event.get("metric", "")).get("category"),
            "form": "event",
        }
    if kind == "vague":
        return {"category": facts()["vague"].get(identifier)}
    row: Mapping[str, Any] = facts()["thing"].get(identifier, {}) if kind == "thing" else {}
    return {"better": "down", **row} if row.get("unit") in ("money", "minute") else row


def _metric_facts(identifier: str) -> Mapping[str, Any]:
    if identifier not in metrics():
        return {}
    metric = metrics()[identifier]
    form = facts()["form"].get(identifier, metric.form)
    return {"category": metric.categories[0], "unit": metric.unit, "form": form, "better": metric.better}


def find_subjects(chunks: list[Chunk], taken: set[int], *, head_last: bool) -> list[Subject]:
    """All subjects in order; chunks that are part of a date or a trap name none."""
    found: list[Subject] = []
    for at, chunk in enumerate(chunks):
        dated = at in taken and "output" not in chunk.senses  # "post daily" is both
        if chunk.kind != "word" or dated or "ignore" in chunk.senses:
            continue
        if kind := _kind_at(chunks, at):
            _join(found, _resolved(chunks, at, kind), chunks, head_last=head_last)
        elif other := _launch(chunks, at) or _counted(chunks, at):
            found.append(other)
    found = _without_weak(_with_tellers(_with_writers(found, chunks), chunks), chunks)
    return found or _unlisted(chunks, taken)


def _kind_at(chunks: list[Chunk], at: int) -> SubjectKind | None:
    """What a word names there, if it names a subject."""
    senses = chunks[at].senses
    kind = next((kind for kind in KINDS if kind in senses), None)
    only_verb = (kind == "vague" and "verb" in senses) or (
        kind == "metric" and senses.get("verb") == "reach" and not _is_noun(chunks, at)
    )
    return None if only_verb else kind


def _join(found: list[Subject], subject: Subject, chunks: list[Chunk], *, head_last: bool) -> None:
    """Add a subject; of two nouns in a row the head stays: "volunteer sign-ups", «лояльность клиентов»."""
    if found and found[-1].kind == "vague" and found[-1].category and subject.kind == "thing":
        found.append(subject)  # "famous blogger" is about fame, "20 brand ambassadors" is not
        return
    gap = chunks[found[-1].at + 1 : subject.at] if found else []
    adjective = not head_last and len(gap) == 1 and gap[0].kind == "word" and gap[0].senses.keys() <= ADJECTIVES
    apart = "join" in chunks[subject.at].senses  # "leads with a CPL"
    beside = bool(found) and (not gap or adjective) and not apart and {found[-1].kind, subject.kind} <= NOUNS
    if beside and head_last and subject.id != "success":
        found.pop()
    if not (beside and not head_last and found[-1].kind == "vague"):
        found.append(subject)


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
    selling = [other for other in found if other.id == "sales" and "verb" in chunks[other.at].senses]
    between = (chunks[verb.at + 1 : thing.at] for verb in selling if 0 < thing.at - verb.at <= OBJECT)
    return thing.kind in ("thing", "output") and any(part and part[0].kind == "amount" for part in between)


def _is_noun(chunks: list[Chunk], at: int) -> bool:
    """A word that is a verb too ("reach") is a noun before a colon, after a number, an adjective or a verb."""
    after = next((chunk for chunk in chunks[at + 1 : at + 1 + PLACE] if not PLACE_SIGNS & chunk.senses.keys()), None)
    if after is not None and after.text in (":", "="):
        return True
    if at == 0:
        return False
    before = chunks[at - 1]
    return before.kind in ("amount", "time") or bool(NOUN_SIGNS & before.senses.keys()) or before.text in ARTICLES


def _launch(chunks: list[Chunk], at: int) -> Subject | None:
    """A verb of launching with its object, or of making with a document: a yes/no event."""
    verb = chunks[at].sense("verb")
    if verb not in MAKING:
        return None
    for index in range(at + 1, min(at + 5, len(chunks))):
        if chunks[index].sense("object") in MAKING[verb]:
            span = (chunks[at].start, chunks[index].end)
            return Subject("event", "launch", at, span, f"{chunks[at].text} {chunks[index].text}")
        ordinal = chunks[index].ordinal or "ordinal" in chunks[index].senses  # "a second shop"
        if (chunks[index].kind != "word" and not ordinal) or "verb" in chunks[index].senses:
            return None
    return None


def _counted(chunks: list[Chunk], at: int) -> Subject | None:
    """An unknown noun after "the number of": countable, whatever it is."""
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    if "quantity" not in chunks[at].senses or after is None or after.kind != "word" or after.senses:
        return None
    if at + 2 < len(chunks) and NOUNS & chunks[at + 2].senses.keys():
        return None
    return Subject("thing", "unknown", at + 1, after.span, after.text)


def _unlisted(chunks: list[Chunk], taken: set[int]) -> list[Subject]:
    """An unknown noun right after a number, where nothing else is named: "one new pattern a month"."""
    for at, chunk in enumerate(chunks):
        if chunk.kind != "amount" or chunk.unit or at in taken:
            continue
        after = [other for other in chunks[at + 1 : at + 3] if "more" not in other.senses][:1]
        if after and after[0].kind == "word" and not after[0].senses and len(after[0].text) >= NOUN:
            place = chunks.index(after[0], at)
            return [Subject("thing", "unknown", place, after[0].span, after[0].text)]
    return []


def _resolved(chunks: list[Chunk], at: int, kind: SubjectKind) -> Subject:
    chunk = chunks[at]
    identifier = chunk.senses[kind]
    choices = facts()["vague_beside" if kind == "vague" else "resolve"].get(identifier)
    if choices:
        settings = _settings_near(chunks, at)
        identifier = next(
            (meaning for setting, meaning in choices.items() if setting in settings),
            choices.get("otherwise", identifier),
        )
        if identifier.startswith("output:"):
            kind, identifier = "output", identifier.removeprefix("output:")
    return Subject(kind, identifier, at, chunk.span, chunk.text, active=chunk.senses.get(kind) is not None)


def _settings_near(chunks: list[Chunk], at: int) -> set[str]:
    """The settings told around a word; an audience that writes itself is one, and so is a wish for fewer."""
    near = chunks[max(0, at - REACH_OF_SETTING) : at + REACH_OF_SETTING + 1]
    settings = {other.senses["setting"] for other in near if "setting" in other.senses}
    settings |= {"fewer" for other in near if other.sense("verb") == "down"}
    return settings | {"members"} if any(_authors(near, index) for index in range(len(near))) else settings


def _authors(chunks: list[Chunk], at: int) -> bool:
    """Whether an audience stands there with a verb of writing right after it, and is not counted itself."""
    if chunks[at].sense("metric") not in facts()["authors"] or (at and chunks[at - 1].kind == "amount"):
        return False
    after = chunks[at + 1 : at + 3]
    return any("telling" in chunk.senses or chunk.sense("output") == "posts" for chunk in after)


def find_platforms(chunks: list[Chunk]) -> list[tuple[str, Span]]:
    """Platforms in order, each once. The own site yields to a social platform: it is where clicks lead to."""
    found: dict[str, Span] = {}
    for chunk in chunks:
        if "platform" in chunk.senses:
            found.setdefault(chunk.senses["platform"], chunk.span)
    if len(found) > 1:
        found.pop("website", None)
    return list(found.items())


def find_category(chunks: list[Chunk]) -> str | None:
    """The category that the words hint at where nothing countable is named."""
    return next((chunk.senses["category"] for chunk in chunks if "category" in chunk.senses), None)

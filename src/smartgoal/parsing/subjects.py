"""What is counted and where: metrics, things outside the catalogue, vague words, platforms."""

from smartgoal.model.goal import Span
from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.lexicon import subjects as facts
from smartgoal.parsing.sifting import join, sifted
from smartgoal.parsing.starts import ARROWS
from smartgoal.parsing.subject import NOUNS, Subject, SubjectKind

REACH_OF_SETTING = 20  # chunks
PLACE = 4  # chunks of a phrase that tells where
PLACE_SIGNS = frozenset(("platform", "by", "preposition", "approx", "small"))
NOUN = 4  # letters of an unknown word that may be a noun
NOUN_SIGNS = frozenset(
    ("output", "metric", "thing", "more", "want_more", "verb", "factor", "platform", "period", "each_cost")
)
MAKING = {"launch": ("object", "document"), "get": ("document",)}  # what a verb makes an event of
ARTICLES = frozenset(("the", "our", "my", "its", "their"))
KINDS: tuple[SubjectKind, ...] = ("metric", "thing", "event", "output", "vague")


def find_subjects(chunks: list[Chunk], taken: set[int], *, head_last: bool) -> list[Subject]:
    """All subjects in order; chunks that are part of a date or a trap name none."""
    found: list[Subject] = []
    for at, chunk in enumerate(chunks):
        dated = at in taken and "output" not in chunk.senses  # "post daily" is both
        if chunk.kind != "word" or dated or "ignore" in chunk.senses:
            continue
        if kind := _kind_at(chunks, at):
            join(found, _resolved(chunks, at, kind), chunks, head_last=head_last)
        elif other := _launch(chunks, at) or _counted(chunks, at) or _whole(chunks, at):
            found.append(other)
    return sifted(found, chunks) or _reached(chunks, taken) or _unlisted(chunks, taken)


def _reached(chunks: list[Chunk], taken: set[int]) -> list[Subject]:
    """Reach, where it may be a verb too and its number counts nothing else in each period: "reach 20000 a month"."""
    for at, chunk in enumerate(chunks[:-2]):
        named = chunk.sense("metric") if chunk.sense("verb") == "reach" else None
        number, after = chunks[at + 1], chunks[at + 2]
        each = not {"per", "period"}.isdisjoint(after.senses) and at + 2 not in taken
        if named and number.kind == "amount" and number.unit is None and each:
            return [Subject("metric", named, at, chunk.span, chunk.text)]
    return []


def _kind_at(chunks: list[Chunk], at: int) -> SubjectKind | None:
    """What a word names there, if it names a subject."""
    senses = chunks[at].senses
    kind = next((kind for kind in KINDS if kind in senses), None)
    only_verb = (kind == "vague" and "verb" in senses) or (
        kind == "metric" and senses.get("verb") == "reach" and not _is_noun(chunks, at)
    )
    return None if only_verb else kind


def _is_noun(chunks: list[Chunk], at: int) -> bool:
    """A word that is a verb too ("reach") is a noun before a colon, after a number, an adjective or a verb."""
    after = next((chunk for chunk in chunks[at + 1 : at + 1 + PLACE] if not PLACE_SIGNS & chunk.senses.keys()), None)
    told = after is not None and (after.text in (":", "=") or not {"happened", "state"}.isdisjoint(after.senses))
    led = at + 1 < len(chunks) and chunks[at + 1].sense("relation") in ("is", "from")  # "reach of 5000"
    if told or led or _changes(chunks, at + 1):
        return True
    if at == 0:
        return False
    before = chunks[at - 1]
    return before.kind in ("amount", "time") or bool(NOUN_SIGNS & before.senses.keys()) or before.text in ARTICLES


def _changes(chunks: list[Chunk], at: int) -> bool:
    """Whether a number stands there with an arrow behind it: "reach 900 -> 1200"."""
    number, arrow = chunks[at : at + 1], chunks[at + 1 : at + 2]
    return bool(number and arrow) and number[0].kind == "amount" and arrow[0].text in ARROWS


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


def _whole(chunks: list[Chunk], at: int) -> Subject | None:
    """What a share is taken of, where no ratio is named: "20 % of followers", not "ER 5 % of followers"."""
    base, ratios = chunks[at].sense("base"), {"engagement_rate", "engagement"}
    if base is None or at == 0 or chunks[at - 1].unit != "percent":
        return None
    if any({chunk.sense("metric"), chunk.sense("vague")} & ratios for chunk in chunks):
        return None
    return Subject("metric", base, at, chunks[at].span, chunks[at].text)


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
    elif kind == "output" and identifier == "posts" and "members" in _settings_near(chunks, at):
        kind = "metric"
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

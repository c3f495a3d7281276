"""One statement taken apart: chunks, times, subjects, platforms and claims, pass by pass."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from smartgoal.model.goal import Span
from smartgoal.parsing import amounts, clauses, deadlines, subjects
from smartgoal.parsing.choice import choose_main, rate_of
from smartgoal.parsing.chunks import Chunk, scan
from smartgoal.parsing.claim_reader import read_claims
from smartgoal.parsing.claims import Claim
from smartgoal.parsing.lexicon import Lexicon
from smartgoal.parsing.naming import name_subjects
from smartgoal.parsing.periods import SECONDS
from smartgoal.parsing.rates import Rate
from smartgoal.parsing.scene import Scene
from smartgoal.parsing.subject import ANSWERING
from smartgoal.parsing.when import When


@dataclass(frozen=True, slots=True)
class Sentence:
    """The parts of a statement. `main` is the claim that is the goal, `rate` the period that it repeats in."""

    text: str
    language: str
    today: date
    scene: Scene
    whens: list[When]
    platforms: list[tuple[str, Span]]
    claims: list[Claim]
    main: Claim | None
    when: When | None
    rate: Rate | None

    @property
    def chunks(self) -> list[Chunk]:
        """All chunks."""
        return self.scene.chunks

    def span_of(self, part: When | Rate) -> Span:
        """Where a time stands in the text."""
        return self.chunks[part.first].start, self.chunks[part.last].end


def take_apart(lexicon: Lexicon, text: str, today: date) -> Sentence:
    """All parts of `text`."""
    chunks = amounts.assemble(scan(text, lexicon), lexicon)
    rates, times = deadlines.find_times(chunks, today, lexicon)
    whens = _without_windows(chunks, times)
    dated = _indexes(whens)
    taken = dated | _indexes(rates)
    found = subjects.find_subjects(chunks, dated, head_last=lexicon.head_last)
    scene = Scene(chunks, clauses.split(chunks, taken), found, taken)
    claims = read_claims(scene)
    name_subjects(scene, claims, rates, text)
    main = choose_main(scene, claims)
    return Sentence(
        text=text,
        language=lexicon.name,
        today=today,
        scene=scene,
        whens=whens,
        platforms=subjects.find_platforms(chunks),
        claims=claims,
        main=main,
        when=deadlines.choose(_without_past(scene, main, whens)),
        rate=rate_of(main, scene, claims, rates) if main else None,
    )


def _without_past(scene: Scene, main: Claim | None, whens: list[When]) -> list[When]:
    """The times without those that only tell what was: "had 30 in May, want 50", "from 30 in May to 50 in June"."""
    if main is None or main.baseline is None:
        return whens
    begun = main.baseline.start
    start = next((at for at, chunk in enumerate(scene.chunks) if chunk.start <= begun < chunk.end), main.at)
    if scene.same_clause(start, main.at):
        later = [when for when in whens if when.day and when.first > main.at]
        return [when for when in whens if not (later and start < when.first < main.at)]
    return [when for when in whens if not scene.same_clause(when.first, start)]


def _without_windows(chunks: list[Chunk], whens: list[When]) -> list[When]:
    """The times that end the goal: "within 24 hours" after "reply" is the target and goes back to the numbers."""
    if not any({chunk.sense("metric"), chunk.sense("thing")} & ANSWERING for chunk in chunks):
        return whens
    windows = [when for when in whens if when.time is not None]
    short = [when for when in windows if when.time and when.time.unit in SECONDS]
    told = any(chunk.kind == "time" and chunk.unit in SECONDS and chunk.value is not None for chunk in chunks)
    days = [when for when in windows if when.time and when.time.unit == "day" and not told]
    freed = short or days[:1]
    for when in freed:
        if when.time and when.time.value is None:
            when.time.value = Decimal(1)
    return [when for when in whens if when not in freed]


def _indexes(parts: list[Rate] | list[When]) -> set[int]:
    return {index for part in parts for index in range(part.first, part.last + 1)}

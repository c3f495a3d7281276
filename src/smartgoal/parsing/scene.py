"""The chunks of one sentence with what is already known of each: its clause, its subject, whether a date took it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.clauses import Clause
from smartgoal.parsing.subject import Subject

SIGHT = 40  # chunks that are looked over to either side: keeps reading linear


@dataclass(slots=True)
class Scene:
    """What the readers of claims look at. `taken`: chunks that belong to dates and rates."""

    chunks: list[Chunk]
    clauses: list[Clause]
    subjects: list[Subject]
    taken: set[int]
    by_chunk: dict[int, Subject] = field(init=False)

    def __post_init__(self) -> None:
        """Find subjects by their chunk."""
        self.by_chunk = {subject.at: subject for subject in self.subjects}

    def at(self, index: int) -> Chunk | None:
        """The chunk there, or None outside the sentence."""
        return self.chunks[index] if 0 <= index < len(self.chunks) else None

    def same_clause(self, one: int, other: int) -> bool:
        """Whether two chunks stand in one clause."""
        return self.clauses[one].number == self.clauses[other].number

    def left_of(self, at: int, sight: int = SIGHT) -> Iterator[tuple[int, Chunk]]:
        """The chunks before `at`, the nearest first."""
        return ((index, self.chunks[index]) for index in range(at - 1, max(-1, at - 1 - sight), -1))

    def right_of(self, at: int, sight: int = SIGHT) -> Iterator[tuple[int, Chunk]]:
        """The chunks after `at`, the nearest first."""
        return ((index, self.chunks[index]) for index in range(at + 1, min(len(self.chunks), at + 1 + sight)))

    def subjects_near(self, at: int) -> list[Subject]:
        """The subjects within sight of a chunk, in order of the text."""
        window = range(max(0, at - SIGHT), min(len(self.chunks), at + SIGHT + 1))
        return [self.by_chunk[index] for index in window if index in self.by_chunk]

"""Claims: each number of a sentence with what it counts and how it stands to it; subjects without a number."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from smartgoal.model.goal import Span
from smartgoal.parsing.amounts import CURRENCIES
from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.clauses import WISHES, ClauseKind
from smartgoal.parsing.subject import Subject

Relation = Literal["to", "by", "from", "is", "now"]


@dataclass(slots=True)
class Claim:
    """A number (or a subject without one) with everything that stands around it."""

    at: int
    clause: ClauseKind
    subject: Subject | None = None
    amount: Chunk | None = None
    factor: Decimal | None = None
    relation: Relation | None = None
    bound: str | None = None  # floor, cap
    baseline: Chunk | None = None
    verb: str | None = None  # a meaning of the role "verb"
    verb_span: Span | None = None
    comparison: str | None = None  # up, down: "more", «меньше»
    more: bool = False  # so many on top: "250 new", "+250"
    added: bool = False  # on top of what is now, by an explicit plus: "+250", "add 250"
    joining: bool = False  # counts what people do, not those who are there: «200 подписок», "200 subscribed"
    stated: bool = False  # what is or was, not what shall be
    keep: bool = False  # to be kept, not reached
    cost: bool = False  # a sum for one thing: "$5 a lead"
    expense: bool = False  # told as a cost: "at a cost of $5 each", «не дороже 500»
    price: bool = False  # a sum for one result that is named elsewhere: "at $5 each"
    sold: bool = False  # a sum for each thing that is sold: "sell 10 courses at $300 each"
    share: bool = False  # a part of a whole: "75 % of tickets"
    adjacent: bool = False  # what is counted follows the number
    idle: bool = False  # an unknown verb may stand before it: "celebrate our customers"
    acts: bool = False  # an audience that is to do or feel something: "followers should care"
    governed: bool = False  # a preposition stands before it: "trust with our audience"

    @property
    def has_number(self) -> bool:
        """Whether there is a target."""
        return self.amount is not None or self.factor is not None

    @property
    def id(self) -> str | None:
        """The id of its subject."""
        return self.subject.id if self.subject else None

    @property
    def money(self) -> bool:
        """Whether its number is a sum of money."""
        return self.amount is not None and self.amount.unit in CURRENCIES

    @property
    def wished(self) -> bool:
        """Whether a verb or a comparison says how it shall change."""
        return self.verb in WISHES or self.comparison is not None

    @property
    def merely_named(self) -> bool:
        """A thing without a number or a word of change, beside an unknown verb, behind a preposition."""
        if self.has_number or self.subject is None or not self.subject.countable:
            return False
        if self.acts:
            return True
        unmoved = not self.wished and not self.keep
        return self.governed or (unmoved and (self.idle or self.subject.kind == "thing"))

"""Subjects that only their number names: "engagement to 6 %", "answer 80 % of inquiries", "raise $5,000", "5 gigs"."""

from dataclasses import replace

from smartgoal.parsing.choice import rate_of
from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.claims import Claim
from smartgoal.parsing.clauses import CHANGES
from smartgoal.parsing.lexicon import subjects as facts
from smartgoal.parsing.rates import Rate
from smartgoal.parsing.scene import Scene
from smartgoal.parsing.subject import ANSWERING, Subject
from smartgoal.parsing.targets import target_of

ANSWERED = frozenset((None, "questions", "leads", "messages", "comments", "reviews"))
SELLING = 5  # chunks between the verb and the sum
LOSING = 4  # chunks between the verb and the number
WORDS = 2  # of an unknown thing


def name_subjects(scene: Scene, claims: list[Claim], rates: list[Rate], text: str) -> None:
    """Give each claim with a number the subject that its number makes of it."""
    answering = any(subject.id in ANSWERING for subject in scene.subjects)
    for claim in claims:
        amount = claim.amount
        if amount is None:
            continue
        if answering and amount.unit == "percent" and _is_answered(claim):
            claim.share = True
            if claim.relation == "by" and claim.verb not in CHANGES:
                claim.relation = None  # «отвечать на 90 % вопросов»
            claim.subject = _answered(scene, _made(claim, amount, "thing", "response_rate"), text)
        elif share := _share(scene, claim, amount, text):
            claim.subject = share
        elif _lost(scene, claim):
            claim.bound, claim.keep = "cap", False
            claim.subject = _made(claim, amount, "metric", "lost_followers")
        elif claim.relation == "by" and claim.id == "sales" and amount.unit is None and _sold(scene, claim, amount):
            claim.subject = _made(claim, amount, "metric", "revenue")
            claim.relation = claim.relation if claim.verb in CHANGES else None
        elif claim.subject is None:
            claim.subject = _of_money(claim, amount) or _unknown(scene, claim, amount, text)
        elif claim.subject.kind == "vague":
            claim.subject = _measured(claim, claim.subject, rate_of(claim, scene, claims, rates))


def _act(scene: Scene, claim: Claim, amount: Chunk) -> bool:
    """Whether a share of people is to do something: «70 % клиентов возвращались», "25 % of followers to vote"."""
    if amount.unit != "percent" or amount.sign or claim.keep or claim.more or claim.relation or claim.verb in CHANGES:
        return False
    if claim.subject is None or claim.id not in facts()["audience"] or not (claim.adjacent or claim.share):
        return False
    after = [chunk for _, chunk in scene.right_of(claim.subject.at, WORDS)]
    acting = [chunk for chunk in after if chunk.sense("actor") != "after" and chunk.text != "to"][:1]
    return bool(acting) and acting[0].kind == "word" and acting[0].senses.keys() <= {"conversion", "metric"}


def _is_answered(claim: Claim) -> bool:
    """Whether it is a share of what is answered: "answer 80 % of inquiries", "95 % of reviews answered"."""
    if claim.id in ANSWERING:
        return claim.share
    return claim.id in ANSWERED and (claim.share or claim.adjacent)


def _answered(scene: Scene, share: Subject, text: str) -> Subject:
    """The share of what is answered, in all its words: "reviews with a reply"."""
    end = max((other.span[1] for other in scene.subjects if other.id in ANSWERING), default=0)
    span = (share.span[0], max(end, share.span[1]))
    return replace(share, span=span, words=text[slice(*span)])


def _converts(scene: Scene, claim: Claim, amount: Chunk) -> bool:
    """Whether a share of leads is told with what becomes of them: "1 in 5 leads buys", «закрывать 30 % заявок»."""
    told = claim.share or (claim.adjacent and not claim.more and claim.relation is None and claim.verb not in CHANGES)
    return (
        claim.id == "leads"
        and amount.unit == "percent"
        and told
        and any("conversion" in chunk.senses for chunk in scene.chunks)
    )


def _share(scene: Scene, claim: Claim, amount: Chunk, text: str) -> Subject | None:
    """The conversion of leads, or a share of anything else ("every tenth follower") with the words that tell it."""
    if _converts(scene, claim, amount):
        claim.share = True
        return _made(claim, amount, "metric", "lead_conversion")
    if claim.subject is None or (amount.part and claim.verb == "down"):
        return None
    senses = scene.chunks[claim.subject.at].senses
    whole = claim.adjacent and claim.relation is None and "base" in senses and "metric" not in senses
    if not (amount.part or whole or _act(scene, claim, amount)):
        return None
    claim.share = True
    made = _made(claim, amount, "thing", "unknown")
    return replace(made, words=text[min(amount.start, made.span[0]) : max(amount.end, made.span[1])])


def _lost(scene: Scene, claim: Claim) -> bool:
    """Whether it is told how many may go: "lose no more than 20 followers", «не терять больше 20 подписчиков»."""
    followed = any(subject.id == "followers" for subject in scene.subjects_near(claim.at))
    if claim.id not in ("followers", None) or not followed or claim.money:
        return False
    told = next(
        (chunk.senses["losing"] for _, chunk in scene.left_of(claim.at, LOSING) if "losing" in chunk.senses), None
    )
    return (told, claim.bound) in {("losing", "cap"), ("not_losing", "floor")}


def _sold(scene: Scene, claim: Claim, amount: Chunk) -> bool:
    """Whether it is told for how much is sold: «продать тортов на 50 тысяч», «продаж на 300 тыс. к маю»."""
    return amount.scaled or any("selling" in chunk.senses for _, chunk in scene.left_of(claim.at, SELLING))


def _made(claim: Claim, amount: Chunk, kind: str, identifier: str) -> Subject:
    span, words = (claim.subject.span, claim.subject.words) if claim.subject else (amount.span, amount.text)
    return Subject(kind, identifier, claim.at, span, words)  # type: ignore[arg-type]  # kinds written out above


def _of_money(claim: Claim, amount: Chunk) -> Subject | None:
    """A sum of money that counts nothing else is revenue."""
    if not claim.money or claim.clause != "main" or claim.bound == "cap" or claim.cost or claim.sold:
        return None
    return _made(claim, amount, "metric", "revenue")


def _unknown(scene: Scene, claim: Claim, amount: Chunk, text: str) -> Subject | None:
    """A countable thing that no lexicon knows: the word after its number."""
    if amount.kind == "time":
        return replace(_made(claim, amount, "thing", "hours"), words=text[slice(*amount.span)])
    if amount.kind != "amount" or amount.unit not in (None, "percent") or claim.relation == "by":
        return None
    words: list[Chunk] = []
    for _, chunk in scene.right_of(claim.at, WORDS):
        if chunk.kind != "word" or chunk.senses:
            break
        words.append(chunk)
    if not words:
        return None
    span = (words[0].start, words[-1].end)
    own = any("output" in chunk.senses for _, chunk in scene.left_of(claim.at, WORDS))
    return Subject("output" if own else "thing", "unknown", claim.at + 1, span, text[span[0] : span[1]])


def _measured(claim: Claim, subject: Subject, rate: Rate | None) -> Subject:
    """Engagement as a percent level or per post is a named metric."""
    metrics = facts()["measured"].get(subject.id)
    if not metrics or claim.amount is None:
        return subject
    per = rate.per if rate else None
    found = metrics.get("percent") if claim.amount.unit == "percent" else metrics.get(per)
    named = replace(subject, kind="metric", id=found) if found else subject
    claim.subject = named  # a ratio of 95 % is a level, a wish of 95 % would be a change
    return named if target_of(claim, rate).kind == "level" else subject

"""S: everybody who reads the goal looks at the same number or event."""

from collections.abc import Iterable

from smartgoal.catalog.lookup import nearest
from smartgoal.criteria.edits import with_goal
from smartgoal.criteria.facts import Facts
from smartgoal.criteria.findings import Proposers, Rule, found
from smartgoal.criteria.ways import ways_of_counting
from smartgoal.model.finding import Cure, Finding
from smartgoal.model.quantity import Term

RATE_WITH_A_BASE = "engagement_rate"
GOOD_WAY = {"up": "increase", "down": "decrease"}
OUTPUT = "posts"  # the members' posts in a community, the owner's own work anywhere else


def names_something(facts: Facts) -> Iterable[Finding]:
    """S01: a number or an event is named, not a wish."""
    vague = facts.remarks.get("vague")
    if vague and _words_decide(facts):
        word = facts.reading.text[slice(*vague.span)] if vague.span and facts.reading else vague.values.get("word", "")
        yield found("S01", "vague", word=word) if word else found("S01")
    elif not (facts.metric or facts.thing or facts.is_event):
        yield found("S01")


def _words_decide(facts: Facts) -> bool:
    """Whether the metric is the one of the sentence, with nothing said beside it on how it is counted.

    A satisfaction from 80 to 95 % or of 4.5 stars says its scale by its number.
    """
    on_a_scale = facts.metric is not None and facts.metric.unit in {"percent", "point"}
    if on_a_scale and facts.goal.kind == "level" and facts.goal.value is not None:
        return False
    read = facts.reading.goal.metric if facts.reading else None
    return facts.goal.metric in {None, read} and not facts.goal.counted_as


def known_to_the_catalogue(facts: Facts) -> Iterable[Finding]:
    """S02: what is counted is a metric of the catalogue."""
    if facts.thing and not facts.goal.counted_as and not facts.is_event:
        remark = facts.remarks.get("uncatalogued")
        near = remark.values.get("nearest") if remark else nearest(facts.thing, "metric")
        if near:
            yield found("S02", "nearest", thing=facts.thing, nearest=Term("metric", near))
        else:
            yield found("S02", thing=facts.thing)


def one_metric(facts: Facts) -> Iterable[Finding]:
    """S03: one goal, one number; a second one stands as a condition."""
    second = facts.remarks.get("second_metric")
    if second and second.values.get("words") not in facts.goal.limits:
        yield found("S03", taken=facts.name(), words=second.values.get("words", ""))


def base_of_a_ratio(facts: Facts) -> Iterable[Finding]:
    """S04: a rate says what it is counted to."""
    if facts.goal.counted_as or (facts.reading and facts.reading.base):
        return
    if "no_base" in facts.remarks or facts.goal.metric == RATE_WITH_A_BASE:
        yield found("S04", "telegram" if facts.goal.platform == "telegram" else "", metric=facts.name())


def one_way_of_counting(facts: Facts) -> Iterable[Finding]:
    """S05: a duration, rating or share that two people may count differently says how. S10: so does a count."""
    metric = facts.metric
    if metric is None or facts.goal.counted_as or metric.id == RATE_WITH_A_BASE:
        return
    if "gross_or_net" in facts.remarks:
        yield found("S10", "net", metric=facts.name())
    elif metric.several_readings:
        yield found("S05" if metric.form == "ratio" else "S10", metric=facts.name())


def result_not_activity(facts: Facts) -> Iterable[Finding]:
    """S06: the goal is a result, not one's own work."""
    remark = facts.remarks.get("activity")
    if remark:
        yield found("S06", words=remark.values.get("words", ""))
    elif facts.goal.metric == OUTPUT and facts.goal.category not in {None, "community"}:
        yield found("S06", "metric", metric=facts.name())


def platform_named(facts: Facts) -> Iterable[Finding]:
    """S07: the page or channel is named."""
    goal = facts.goal
    if goal.platform is None and not goal.platforms and (facts.metric or facts.thing):
        yield found("S07", metric=facts.name())


def one_platform(facts: Facts) -> Iterable[Finding]:
    """S08: with several platforms it is said whether the number is their sum (a sentence alone never tells)."""
    words = facts.reading.goal.counted_as if facts.reading else None
    if len(facts.goal.platforms) > 1 and facts.goal.counted_as in {None, words}:
        yield found("S08", platforms=tuple(Term("platform", each) for each in facts.goal.platforms))


def good_way_said(facts: Facts) -> Iterable[Finding]:
    """S09: where neither way is good by itself (questions of customers), the goal says which it means."""
    metric = facts.metric
    if metric and metric.form != "event" and metric.better is None and facts.goal.direction is None:
        yield found("S09", metric=facts.name())


def way_is_the_good_one(facts: Facts) -> Iterable[Finding]:
    """S11: the number is to go where it is better: fewer followers or longer answers are seldom meant.

    Fewer negative reviews are: a goal that says what it counts knows its way.
    """
    metric, way = facts.metric, facts.goal.direction
    singled_out = facts.reading is not None and facts.reading.goal.counted_as is not None
    if not singled_out and metric and metric.better and way and way != GOOD_WAY[metric.better]:
        yield found("S11", way, metric=facts.name())


RULES: tuple[Rule, ...] = (
    names_something,
    known_to_the_catalogue,
    one_metric,
    base_of_a_ratio,
    one_way_of_counting,
    result_not_activity,
    platform_named,
    one_platform,
    good_way_said,
    way_is_the_good_one,
)


def _nearest_metric(facts: Facts, finding: Finding) -> Iterable[Cure]:
    near = finding.values.get("nearest")
    if isinstance(near, Term):
        yield Cure("nearest", with_goal(facts.plan, metric=near.id), {"nearest": near})


def _second_as_condition(facts: Facts, finding: Finding) -> Iterable[Cure]:
    words = finding.values["words"]
    if words:
        yield Cure("condition", with_goal(facts.plan, limits=(*facts.goal.limits, words)), {"words": words})


def _readings(facts: Facts, _finding: Finding) -> Iterable[Cure]:
    return ways_of_counting(facts)


def _measured_platform(facts: Facts, _finding: Finding) -> Iterable[Cure]:
    measured = {snapshot.platform for snapshot in facts.plan.point_a if snapshot.platform}
    for platform in sorted(measured):
        yield Cure("platform", with_goal(facts.plan, platform=platform), {"platform": Term("platform", platform)})


def _both_ways(facts: Facts, _finding: Finding) -> Iterable[Cure]:
    for way in ("increase", "decrease"):
        yield Cure(way, with_goal(facts.plan, direction=way))


def _of_the_words(facts: Facts, _finding: Finding) -> Iterable[Cure]:
    read = facts.reading.goal.metric if facts.reading else None
    if read is not None:
        yield Cure("words", with_goal(facts.plan, metric=read), {"metric": Term("metric", read)})


def _turn(facts: Facts, finding: Finding) -> Iterable[Cure]:
    other = "decrease" if finding.variant == "increase" else "increase"
    yield Cure(other, with_goal(facts.plan, direction=other))


CURES: Proposers = {
    "S01": _of_the_words,
    "S02": _nearest_metric,
    "S03": _second_as_condition,
    "S04": _readings,
    "S05": _readings,
    "S07": _measured_platform,
    "S09": _both_ways,
    "S10": _readings,
    "S11": _turn,
}

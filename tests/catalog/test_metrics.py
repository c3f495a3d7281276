"""The table of metrics is complete: both languages, all noun forms, sane ranges, known ids."""

from decimal import Decimal

import pytest

from smartgoal import catalog
from smartgoal.catalog import Metric
from smartgoal.language import available

LANGUAGES = available()
METRICS = list(catalog.metrics().values())
EVERY_METRIC = pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
NOUN_FORMS = {
    "ru": {"one", "few", "many", "other", "gen_one", "gen_many"},
    "en": {"one", "other"},
}
NAMED_BY_THE_PLAN_FORMAT = """
followers reach impressions views mentions shares likes comments saves engagement_rate site_clicks traffic leads
contest_entries lead_conversion cost_per_lead subscribers paid_subscriptions sales customers revenue ad_spend ad_revenue
roas drr cost_per_sale members active_members messages messages_per_member posts questions response_time satisfaction
nps rating reviews milestone new_followers lost_followers profile_visits interactions viewers
"""


def test_every_metric_of_the_plan_format_has_a_row() -> None:
    assert set(catalog.metrics()) >= set(NAMED_BY_THE_PLAN_FORMAT.split())


@EVERY_METRIC
def test_a_metric_has_name_question_and_templates_in_every_language(metric: Metric) -> None:
    for language in LANGUAGES:
        assert metric.names[language]
        assert metric.question[language].endswith("?")
        assert len(metric.counted_as[language]) >= 2
        assert all(metric.counted_as[language])
    assert metric.cases["ru"]["gen"]
    assert len({len(texts) for texts in metric.counted_as.values()}) == 1


@EVERY_METRIC
def test_a_counted_metric_has_all_noun_forms(metric: Metric) -> None:
    if metric.unit != "count":
        assert not metric.nouns
        return
    for language in LANGUAGES:
        assert set(metric.nouns[language]) >= NOUN_FORMS[language]
        assert all(metric.nouns[language].values())


@EVERY_METRIC
def test_a_metric_stands_in_known_categories_that_track_it(metric: Metric) -> None:
    assert metric.categories
    # an event fits any category, the helper question offers it in its own only
    tracked_in = metric.categories[:1] if metric.form == "event" else metric.categories
    for category in tracked_in:
        assert metric.id in catalog.category(category).metrics


@EVERY_METRIC
def test_a_metric_names_known_platforms_and_a_known_guard(metric: Metric) -> None:
    assert metric.platforms
    assert set(metric.platforms) <= set(catalog.platforms())
    assert set(metric.where) <= {*catalog.platforms(), "any"}
    assert metric.guard is None or metric.guard in catalog.metrics()
    assert metric.guard != metric.id


@EVERY_METRIC
def test_ranges_forms_and_units_fit_together(metric: Metric) -> None:
    if metric.form == "event":
        assert metric.low is None
        return
    assert metric.low is not None
    assert metric.high is None or metric.low < metric.high
    assert metric.form in {"level", "flow", "ratio"}
    assert not metric.additive or metric.form == "flow"
    assert metric.form == "ratio" or metric.unit in {"count", "money"}


@EVERY_METRIC
def test_a_metric_tells_where_its_number_is_found_on_each_of_its_platforms(metric: Metric) -> None:
    for platform in metric.platforms:
        assert set(catalog.where_found(metric.id, platform)) == set(LANGUAGES)


@EVERY_METRIC
def test_a_series_break_is_told_in_every_language(metric: Metric) -> None:
    for each in metric.series_breaks:
        assert each.start < each.end
        assert set(each.platforms) <= set(metric.platforms)
        assert set(each.note) == set(LANGUAGES)


def test_lower_is_better_for_time_cost_and_loss_only() -> None:
    falling = {metric.id for metric in METRICS if metric.better == "down"}
    assert falling == {"response_time", "cost_per_lead", "cost_per_sale", "drr", "lost_followers"}


def test_questions_and_spend_are_good_neither_way_by_themselves() -> None:
    assert {metric.id for metric in METRICS if metric.better is None} == {"questions", "ad_spend", "milestone"}


def test_unique_people_never_add_up_over_days() -> None:
    assert not any(catalog.metric(name).additive for name in ("reach", "viewers", "customers", "active_members"))


def test_a_ratio_has_several_readings_until_its_base_is_said() -> None:
    assert catalog.metric("engagement_rate").several_readings
    assert any("÷ охват" in text for text in catalog.metric("engagement_rate").counted_as["ru"])


def test_the_score_of_loyalty_runs_from_minus_to_plus_a_hundred() -> None:
    nps = catalog.metric("nps")
    assert (nps.low, nps.high, nps.unit) == (Decimal(-100), Decimal(100), "point")


def test_a_metric_of_the_users_own_is_a_plain_count_with_that_name() -> None:
    metric = catalog.metric("other:podcast_plays")
    assert (metric.unit, metric.names["ru"], metric.nouns) == ("count", "podcast plays", {})


def test_an_unknown_metric_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        catalog.metric("fame")


@pytest.mark.parametrize(
    ("typed", "kind", "near"),
    [("folowers", "metric", "followers"), ("Instgram", "platform", "instagram"), ("sale", "category", "sales")],
)
def test_the_nearest_known_id_is_suggested(typed: str, kind: catalog.RowKind, near: str) -> None:
    assert catalog.nearest(typed, kind) == near


def test_nothing_is_suggested_for_what_looks_like_nothing() -> None:
    assert catalog.nearest("qqqq", "metric") is None


def test_answer_times_are_pasted_because_no_platform_shows_them() -> None:
    assert "медиану" in catalog.where_found("response_time", "vk")["ru"]


def test_a_place_of_its_own_wins_over_the_general_one() -> None:
    assert catalog.where_found("followers", "vk") != catalog.where_found("followers", "tiktok")
    assert catalog.where_found("followers", "tiktok") == catalog.platform("tiktok").statistics
    assert catalog.where_found("followers", None) == {}

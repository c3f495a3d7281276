"""Which format a file is of: every format is asked, and exactly one may say yes."""

from collections.abc import Sequence

from smartgoal.importers.documents import Document
from smartgoal.importers.format import Format
from smartgoal.importers.formats import (
    facebook_page,
    google_analytics,
    instagram_download,
    linkedin,
    meta_ads,
    meta_content,
    meta_metric,
    telegram,
    tiktok,
    vk_api,
    vk_community,
    x_twitter,
    yandex_metrica,
    youtube,
)

FORMATS: tuple[Format, ...] = (
    meta_metric.METRIC,
    meta_content.INSTAGRAM,
    meta_content.FACEBOOK,
    facebook_page.PAGE,
    facebook_page.POSTS,
    vk_community.COMMUNITY,
    vk_api.API,
    tiktok.OVERVIEW,
    tiktok.FOLLOWERS,
    tiktok.VIEWERS,
    tiktok.VIDEOS,
    tiktok.BUSINESS,
    x_twitter.OVERVIEW,
    x_twitter.TWEETS_A_DAY,
    x_twitter.CONTENT,
    linkedin.FOLLOWERS,
    linkedin.CONTENT,
    linkedin.PERSONAL,
    google_analytics.REPORT,
    yandex_metrica.VISITS,
    meta_ads.REPORT,
    youtube.DAYS,
    youtube.CHART,
    youtube.CONTENT,
    instagram_download.FOLLOWERS,
    instagram_download.AUDIENCE,
    telegram.EXPORT,
)


class SeveralFormatsError(Exception):
    """Two formats claim one file: a mistake in their declarations, never in the file."""


def identify(document: Document, formats: Sequence[Format] = FORMATS) -> Format | None:
    """The one format that knows this file; None where none does. SeveralFormatsError where two do."""
    claiming = [each for each in formats if each.claims(document)]
    if len(claiming) > 1:
        raise SeveralFormatsError(", ".join(each.id for each in claiming))
    return claiming[0] if claiming else None

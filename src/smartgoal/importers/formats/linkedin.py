"""LinkedIn pages: new followers and content metrics. "Total followers" is what came that day, not a total.

The analytics of a person ("AggregateAnalytics") are one workbook: numbers by day on two of its sheets, the number of
followers above one of them.
"""

import re
from typing import TYPE_CHECKING

from smartgoal.importers import dates
from smartgoal.importers.declared import Fractions, daily_format
from smartgoal.importers.documents import Document
from smartgoal.importers.format import Content, Format
from smartgoal.importers.numbers import number
from smartgoal.importers.tables import Table

if TYPE_CHECKING:
    from smartgoal.model.series import Series

FOLLOWERS = daily_format(
    "linkedin_followers",
    signature=(("Organic followers",), ("Sponsored followers",), ("Total followers",)),
    columns={"new_followers": ("Total followers",)},
    platform="linkedin",
    order="month_first",
)

CONTENT = daily_format(
    "linkedin_content",
    signature=(("Impressions (organic)",), ("Impressions (total)",)),
    columns={
        "impressions": ("Impressions (total)",),
        "reach": ("Unique impressions (organic)",),
        "site_clicks": ("Clicks (total)",),
        "likes": ("Reactions (total)",),
        "comments": ("Comments (total)",),
        "shares": ("Reposts (total)",),
        "engagement_rate": Fractions(("Engagement rate (total)",)),
    },
    platform="linkedin",
    order="month_first",
)

_BY_DAY = {"impressions": "impressions", "engagements": "interactions", "new followers": "new_followers"}
_PERSONAL = (["date", "impressions", "engagements"], ["date", "new followers"])
_TOTAL = r"Total followers on ([0-9]{1,2}/[0-9]{1,2}/[0-9]{4}):? ([0-9][0-9 .,]*)"


def _is_personal(table: Table) -> bool:
    return table.date_at == 0 and table.keys in _PERSONAL


def _claims_personal(document: Document) -> bool:
    heads = [table.keys for table in document.heads if _is_personal(table)]
    return all(keys in heads for keys in _PERSONAL)


def _read_personal(document: Document) -> Content:
    from smartgoal.importers.daily import Place, read_daily  # noqa: PLC0415 - for files of this format only

    series: list[Series] = []
    for table in document.read():
        if _is_personal(table):
            places = [Place(_BY_DAY[name], at, "linkedin") for at, name in enumerate(table.keys) if at]
            series += read_daily(document, table, places, order="month_first")
            _tell_total(document, table.title)
    return Content(tuple(series))


def _tell_total(document: Document, title: str) -> None:
    """Tell the number of followers, which stands above the gains with its day."""
    found = re.search(_TOTAL, title, re.IGNORECASE)
    shape, value = (None, None) if found is None else (dates.single(found[1]), number(found[2].strip()))
    day = None if shape is None else dates.day_in(shape, shape.year, month_first=True)
    if day is not None and value is not None:
        document.problems.add("total_of_a_day", date=day, value=value, plain=str(value))


PERSONAL = Format("linkedin_personal", _claims_personal, _read_personal)

"""LinkedIn pages: new followers and content metrics. "Total followers" is what came that day, not a total."""

from smartgoal.importers.daily import Fractions, daily_format

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

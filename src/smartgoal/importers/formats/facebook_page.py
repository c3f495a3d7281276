"""The old "Facebook Insights Data Export" of a page: CSV with a row of descriptions, or SpreadsheetML named .xls.

Some files carry titles, some the raw names of the interface. The first of two columns of one name is the total count.
"""

from smartgoal.importers.declared import daily_format, post_format

_LIKES = ("Lifetime Total Likes", "page_fans:lifetime")

PAGE = daily_format(
    "facebook_page_insights",
    signature=(("Date",), _LIKES),
    columns={
        "followers": _LIKES,
        "new_followers": ("Daily New Likes", "page_fan_adds_unique:day"),
        "lost_followers": ("Daily Unlikes", "page_fan_removes_unique:day"),
        "reach": ("Daily Total Reach", "page_impressions_unique:day"),
        "impressions": ("Daily Total Impressions", "page_impressions:day"),
        "profile_visits": ("Daily Logged-in Page Views", "page_views_logged_in_total:day"),
    },
    platform="facebook",
    order="month_first",
)

POSTS = post_format(
    "facebook_post_insights",
    signature=(("Post ID",), ("Posted",), ("Lifetime Post Total Reach",)),
    published=("Posted",),
    columns={
        "reach": ("Lifetime Post Total Reach",),
        "impressions": ("Lifetime Post Total Impressions",),
        "interactions": ("Lifetime Engaged Users",),
    },
    platform="facebook",
    order="month_first",
)

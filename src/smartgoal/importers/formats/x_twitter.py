"""X: the account overview (a row a day, newest first) and the posts."""

from smartgoal.importers.daily import daily_format
from smartgoal.importers.posts import post_format

OVERVIEW = daily_format(
    "x_overview",
    signature=(("Impressions",), ("New follows",), ("Unfollows",)),
    columns={
        "impressions": ("Impressions",),
        "likes": ("Likes",),
        "interactions": ("Engagements",),
        "saves": ("Bookmarks",),
        "new_followers": ("New follows",),
        "lost_followers": ("Unfollows",),
        "comments": ("Replies",),
        "shares": ("Reposts",),
        "profile_visits": ("Profile visits",),
        "posts": ("Create Post",),
        "views": ("Video views",),
    },
    platform="x",
    ends_lines=False,
)

CONTENT = post_format(
    "x_content",
    signature=(("Post id", "Tweet id"), ("Impressions",), ("Engagements",)),
    published=("Date", "time"),
    columns={
        "impressions": ("Impressions",),
        "likes": ("Likes", "favorites"),
        "interactions": ("Engagements",),
        "saves": ("Bookmarks",),
        "new_followers": ("New follows", "follows"),
        "comments": ("Replies",),
        "shares": ("Reposts", "retweets"),
        "site_clicks": ("Url clicks",),
    },
    platform="x",
)

"""X: the account overview (a row a day, newest first), its forerunner with tweets a day, and the posts."""

from smartgoal.importers.declared import Fractions, daily_format, post_format

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

TWEETS_A_DAY = daily_format(
    "x_tweets_a_day",
    signature=(("Date",), ("Tweets published",), ("impressions",), ("engagements",)),
    columns={
        "posts": ("Tweets published",),
        "impressions": ("impressions",),
        "interactions": ("engagements",),
        "engagement_rate": Fractions(("engagement rate",)),
        "shares": ("retweets",),
        "comments": ("replies",),
        "likes": ("likes",),
        "profile_visits": ("user profile clicks",),
        "site_clicks": ("url clicks",),
        "new_followers": ("follows",),
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

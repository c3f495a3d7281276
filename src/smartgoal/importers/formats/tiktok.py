"""TikTok: Studio (dates without a year, month in the account's language) and Business Center."""

from smartgoal.importers.declared import daily_format, post_format

_DATE = ("Date", "Data", "Fecha", "Дата", "Datum")
_VIEWS = (
    "Video Views",
    "Visualizações de vídeo",
    "Visualizaciones de videos",
    "Просмотры видео",
    "Videoaufrufe",
    "Vues de la vidéo",
    "Vues de vidéos",
)
_PROFILE = (
    "Profile Views",
    "Visualizações do perfil",
    "Visualizaciones del perfil",
    "Просмотры профиля",
    "Profilaufrufe",
    "Vues du profil",
)
_FEEDBACK = {
    "likes": ("Likes", "Curtidas", "Me gusta", "Отметки «Нравится»", "Лайки", "Gefällt mir", "J’aime"),
    "comments": ("Comments", "Comentários", "Comentarios", "Комментарии", "Kommentare", "Commentaires"),
    "shares": ("Shares", "Compartilhamentos", "Compartidos", "Репосты", "Geteilte Inhalte", "Partages"),
}

OVERVIEW = daily_format(
    "tiktok_studio_overview",
    signature=(_DATE, _VIEWS, _PROFILE, _FEEDBACK["likes"], _FEEDBACK["shares"]),
    without=("Reached audience",),
    columns={"views": _VIEWS, "profile_visits": _PROFILE, **_FEEDBACK},
    platform="tiktok",
    ends_lines=False,
)

FOLLOWERS = daily_format(
    "tiktok_studio_followers",
    signature=(
        _DATE,
        ("Followers", "Seguidores", "Подписчики"),
        ("Difference in followers from previous day", "Diferença de seguidores em relação ao dia anterior"),
    ),
    columns={"followers": ("Followers", "Seguidores", "Подписчики")},  # the difference column is a day off
    platform="tiktok",
    ends_lines=False,
)

VIEWERS = daily_format(
    "tiktok_studio_viewers",
    signature=(("Total Viewers",), ("New Viewers",), ("Returning Viewers",)),
    columns={"viewers": ("Total Viewers",)},
    platform="tiktok",
    ends_lines=False,
)

VIDEOS = post_format(
    "tiktok_videos",
    signature=(("Video title",), ("Post time",), (*_VIEWS, "Total views")),
    published=("Post time",),  # "Time" is the day of the export
    columns={
        "views": (*_VIEWS, "Total views"),
        **{metric: (*names, f"Total {metric}") for metric, names in _FEEDBACK.items()},
        "saves": ("Add to Favorites",),
    },
    platform="tiktok",
)._replace(ends_lines=False)

BUSINESS = daily_format(
    "tiktok_business",
    signature=(("Reached audience",), ("New followers",)),
    columns={
        "views": _VIEWS,
        "reach": ("Reached audience",),
        "profile_visits": _PROFILE,
        **_FEEDBACK,
        "leads": ("Leads submission",),
        "new_followers": ("New followers",),
        "lost_followers": ("Lost followers",),
        "followers": ("Total followers",),
    },
    platform="tiktok",
    ends_lines=False,
)

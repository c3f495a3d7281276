"""Meta Business Suite: posts of Instagram and Facebook, one row each. The order of columns differs: they go by name."""

from smartgoal.importers.posts import post_format

_POST_ID = ("Post ID", "ID публикации", "Beitrags-ID")
_LINK = ("Permalink", "Постоянная ссылка", "Permanentlink")
_PUBLISHED = ("Publish time", "Время публикации", "Veröffentlichungszeitpunkt")
_COMMON = {
    "views": ("Views", "Просмотры", "Aufrufe"),
    "reach": ("Reach", "Охват", "Reichweite"),
    "impressions": ("Impressions", "Показы"),
    "comments": ("Comments", "Комментарии", "Kommentare"),
    "shares": ("Shares", "Репосты", "Geteilte Inhalte"),
}

INSTAGRAM = post_format(
    "meta_content_instagram",
    signature=(_POST_ID, _LINK, ("Account ID", "Account username", "Имя пользователя аккаунта", "Название аккаунта")),
    published=_PUBLISHED,
    columns={
        **_COMMON,
        "likes": ("Likes", "Отметки «Нравится»", "Нравится", "„Gefällt mir“-Angaben"),
        "saves": ("Saves", "Сохранения", "Gespeicherte Beiträge"),
        "new_followers": ("Follows", "Подписки"),
    },
    platform="instagram",
    order="month_first",
)

FACEBOOK = post_format(
    "meta_content_facebook",
    signature=(_POST_ID, _LINK, ("Page ID", "Page name", "ID страницы", "Название страницы")),
    published=_PUBLISHED,
    columns={
        **_COMMON,
        "likes": ("Reactions", "Реакции"),
        "interactions": ("Reactions, Comments and Shares",),
        "site_clicks": ("Link Clicks",),
    },
    platform="facebook",
    order="month_first",
)

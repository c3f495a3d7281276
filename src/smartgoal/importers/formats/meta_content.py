"""Meta Business Suite: posts of Instagram and Facebook, one row each. The order of columns differs: they go by name."""

from smartgoal.importers.declared import post_format

_POST_ID = ("Post ID", "ID публикации", "Beitrags-ID", "Identificador de la publicación", "Identificação do post")
_LINK = ("Permalink", "Постоянная ссылка", "Permanentlink", "Enlace permanente", "Link permanente")
_PUBLISHED = (
    "Publish time",
    "Время публикации",
    "Veröffentlichungszeitpunkt",
    "Hora de publicación",
    "Horário de publicação",
)
_ACCOUNT = (
    "Account ID",
    "Account username",
    "ID аккаунта",
    "Имя пользователя аккаунта",
    "Название аккаунта",
    "Konto-ID",
    "Konto-Benutzername",
    "Kontoname",
    "Identificador de la cuenta",
    "Nombre de usuario de la cuenta",
    "Identificação da conta",
    "Nome de usuário da conta",
)
_COMMON = {
    "views": ("Views", "Просмотры", "Aufrufe", "Visualizaciones", "Visualizações"),
    "reach": ("Reach", "Охват", "Reichweite", "Alcance"),
    "impressions": ("Impressions", "Показы", "Impressionen", "Impresiones", "Impressões"),
    "comments": ("Comments", "Комментарии", "Kommentare", "Comentarios", "Comentários"),
    "shares": (
        "Shares",
        "Репосты",
        "Geteilte Inhalte",
        "Veces que se ha compartido",
        "Veces compartido",
        "Compartilhamentos",
    ),
}

INSTAGRAM = post_format(
    "meta_content_instagram",
    signature=(_POST_ID, _LINK, _ACCOUNT),
    published=_PUBLISHED,
    columns={
        **_COMMON,
        "likes": ("Likes", "Отметки «Нравится»", "Нравится", "„Gefällt mir“-Angaben", "Me gusta", "Curtidas"),
        "saves": (
            "Saves",
            "Сохранения",
            "Gespeicherte Beiträge",
            "Veces que se ha guardado",
            "Veces guardado",
            "Salvamentos",
        ),
        "new_followers": ("Follows", "Подписки", "Seguimientos", "Seguidores"),
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

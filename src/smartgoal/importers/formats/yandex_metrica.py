"""Yandex Metrica: visits of a site by day. Visitors of several days overlap, so that visits are taken."""

from smartgoal.importers.declared import daily_format

VISITS = daily_format(
    "yandex_metrica",
    signature=(("Дата визита", "Date of visit"), ("Визиты", "Sessions")),
    columns={"traffic": ("Визиты", "Sessions")},
    platform="website",
    ends_lines=False,
)

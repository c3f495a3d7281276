"""The form of a noun beside a number."""

from typing import Literal

from smartgoal.catalog.rows import Forms
from smartgoal.language.numbers import Number, plural_category

Case = Literal["nom", "gen", "acc"]


def noun_form(value: Number, forms: Forms, locale: str, case: str = "nom") -> str:
    """The form that follows `value`: 1 подписчик, 2 подписчика, 5 подписчиков, 17,9 подписчика; gen: до 2 подписчиков.

    In the genitive "few" counts like "many", a fraction keeps its form; the accusative differs for "one" only. A
    language without cases gives one and other, and any category it lacks falls back to other.
    """
    category = plural_category(value, locale)
    plural = "many" if category == "few" else category
    for key in (f"{case}_{category}", f"{case}_{plural}", category):
        if key in forms:
            return forms[key]
    return forms["other"]

"""A condition beside the target, in words."""

import re
from decimal import Decimal, InvalidOperation

from smartgoal.language import N_, Language
from smartgoal.model.quantity import Quantity, Term

_LIMIT = re.compile(r"^\s*(\S+)\s*(<=|>=|<|>|=)\s*([\d.]+)\s*(\S*)\s*$")
WORDS = {
    "<=": N_("{metric}: at most {value:gen}"),
    "<": N_("{metric}: less than {value:gen}"),
    ">=": N_("{metric}: at least {value:gen}"),
    ">": N_("{metric}: more than {value:gen}"),
    "=": N_("{metric}: {value}"),
}


def limit_text(limit: str, language: Language) -> str:
    """«цена лида: не больше 350 ₽» for "cost_per_lead <= 350 RUB"; any other text as it was typed."""
    found = _LIMIT.match(limit)
    if found is None:
        return limit
    metric, sign, number, unit = found.groups()
    try:
        value = Quantity(Decimal(number), unit or "count")
    except InvalidOperation:
        return limit
    return language.text(WORDS[sign], metric=Term("metric", metric), value=value)

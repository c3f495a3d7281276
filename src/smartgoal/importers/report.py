"""An import for programs and for the next call: JSON, and the flags that read the same table in the same way."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from smartgoal.importers.imported import Import, Options
from smartgoal.model.series import Problem, Series


def as_json(imported: Import, say: Callable[[Problem], str]) -> dict[str, Any]:
    """The shape of `import --json`; `say` makes the sentence of a problem in the user's language."""
    return {
        "format": imported.format,
        "source": {"file": imported.file},
        "series": [_series(each) for each in imported.series],
        "economics": {name: _plain(value) for name, value in imported.economics.items()},
        "problems": [
            {"code": each.code, "severity": each.severity, "line": each.line, "message": say(each)}
            for each in imported.problems
        ],
    }


def reuse_flags(imported: Import, options: Options) -> list[str]:
    """The flags that read this table the same way without asking: one `--map` a column, the platform, the dates."""
    named = dict.fromkeys(f"{each.name}={each.metric}" for each in imported.columns if each.metric)
    flags = [part for each in named for part in ("--map", each)]
    told = {each.platform for each in imported.series}
    platform = options.platform or (told.pop() if len(told) == 1 else None)
    if flags and platform:
        flags += ["--platform", platform]
    if options.date_order:
        flags += ["--dates", options.date_order.replace("_", "-")]
    if options.encoding:
        flags += ["--encoding", options.encoding]
    return flags


def _series(series: Series) -> dict[str, Any]:
    return {
        "platform": series.platform,
        "metric": series.metric,
        "form": series.form,
        "every": series.every,
        "unit": series.unit,
        "per_post": series.per_post,
        "exact": series.exact,
        "bound": series.bound,
        "points": [[day.isoformat(), _plain(value)] for day, value in series.points],
    }


def _plain(value: Any) -> Any:
    if not isinstance(value, Decimal):
        return value
    whole = int(value)
    return whole if whole == value else float(value)

"""What a file held: each series with its days, typical day, point A and a sparkline; then what is wrong."""

import shlex
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from smartgoal.cli.environment import Environment
from smartgoal.cli.views.page import page_width, wrapped
from smartgoal.cli.views.paint import Paint
from smartgoal.cli.views.reading import problem_text
from smartgoal.importers import Import, Options
from smartgoal.importers.report import reuse_flags
from smartgoal.importers.summary import PointA, point_a, typical_day
from smartgoal.language import N_, Language
from smartgoal.language.printable import printable
from smartgoal.model.quantity import Quantity
from smartgoal.model.series import Series

SPARKS = "▁▂▃▄▅▆▇█"
PLAIN_SPARKS = "_.-=*#"
CELLS = 28
RULES = {
    "last": N_("the last value"),
    "median_week": N_("the median of the last weeks"),
    "median_day": N_("the median day of the last 28"),
    "median_month": N_("the median of the last months"),
    "mean_week": N_("the mean of the last weeks"),
    "mean_days": N_("the mean of the known days of the last 28"),
    "mean_month": N_("the mean of the last months"),
    "mean_per_post": N_("the mean per post of the last 28 days"),
    "recomputed": N_("worked out anew from its parts, last 28 days"),
    "median": N_("the median of the last 28 days"),
}
UNFINISHED = {
    "week": N_("without the week of {day}, which may not be over"),
    "month": N_("without the month from {day}, which is not over"),
}


def import_lines(found: Import, options: Options, environment: Environment, *, plain: bool) -> Iterator[str]:
    """One file."""
    language, width = environment.language, page_width()
    paint = Paint.of(environment, environment.stdout, plain=plain)
    yield paint(printable(f"{found.file} – {found.format or language.text('not recognised')}"), "strong")
    sparks = "" if plain else SPARKS if environment.draws() else PLAIN_SPARKS
    for series in found.series:
        for line in series_lines(series, found.series, language, sparks, options.today):
            yield from wrapped(line, width, "  ", "    ")
    for name, value in found.economics.items():
        yield f"  {language.name('economics', name)}: {language.text('{value}', value=value)}"
    for problem in found.problems:
        line = language.text("line {line}: ", line=problem.line) if problem.line else ""
        yield from wrapped(line + problem_text(problem, language), width, "  ! ", "    ")
    flags = reuse_flags(found, options)
    if flags:
        yield from wrapped(
            language.text("To read it the same way again: {flags}", flags=shlex.join(flags)), width, "  ", "    "
        )


def series_lines(
    series: Series, beside: Sequence[Series], language: Language, sparks: str, today: date
) -> Iterator[str]:
    """What, from when to when, how it stands."""
    name = language.name("metric", series.metric)
    where = f" ({language.name('platform', series.platform)})" if series.platform else ""
    if not series.points:
        return
    first, last = series.points[0][0], series.points[-1][0]
    yield language.text("{metric:cap}{where}: {first} – {last}, {count:dot} {spark}", metric=name, where=where,
                        first=first, last=last, count=len(series.points), spark=sparkline(series, sparks))  # fmt: skip
    found = point_a(series, beside, today)
    if found is not None:
        yield f"  {point_text(found, series, language)}"


def point_text(found: PointA, series: Series, language: Language) -> str:
    """«Точка А: 1 840 (последнее значение); обычный день 12»."""
    value = Quantity(found.value, series.unit, None, found.per)
    text = language.text("Point A: {value} ({rule})", value=value, rule=language.text(RULES[found.rule]))
    usual = typical_day(series)
    if usual is not None and series.form == "flow" and found.per != "day" and not found.rule.startswith("mean"):
        text += language.text("; a usual day {value}", value=usual)
    if found.unfinished is not None:
        text += "; " + language.text(UNFINISHED[series.every], day=found.unfinished)
    return text if series.exact or series.form == "level" else f"{text}; {language.text('a bound, not exact')}"


def sparkline(series: Series, sparks: str) -> str:
    """The course of the series in a few cells; nothing without signs to draw with."""
    values = [value for _, value in series.points]
    cells = min(CELLS, len(values))
    if cells < 2 or not sparks:
        return ""
    parts = [values[len(values) * cell // cells : len(values) * (cell + 1) // cells] for cell in range(cells)]
    means = [sum(part, Decimal()) / len(part) for part in parts]
    low, high = min(means), max(means)
    spread = high - low or Decimal(1)
    return "".join(sparks[int((value - low) / spread * (len(sparks) - 1))] for value in means)

"""Files to series: each is opened, recognised and read; what is wrong with one does not stop the others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from smartgoal.importers import documents
from smartgoal.importers.entries import Entry, RefusedError, entries
from smartgoal.importers.format import Format
from smartgoal.importers.formats import instagram_download, meta_ads, youtube
from smartgoal.importers.identify import identify
from smartgoal.importers.imported import Import, Options
from smartgoal.importers.levels import with_levels
from smartgoal.importers.problems import problem
from smartgoal.model.series import Problem

_OF_ANOTHER_KIND = frozenset({"unknown_format", "unknown_sheet", "unknown_json", "html", "binary", "empty", "no_level"})


def read_files(paths: Iterable[Path], options: Options) -> list[Import]:
    """What the files hold, one `Import` a file; folders and zip archives give one for each file in them.

    Nothing that is wrong with a file is an exception: it stands in `Import.problems`.
    """
    imports = [_with_platform(each, options) for each in _read(paths, options)]
    joined = youtube.without_listed_parts(instagram_download.put_together(imports))
    told = _with_unmapped(joined, options)
    return with_levels(told, options)


def _with_unmapped(imports: Sequence[Import], options: Options) -> list[Import]:
    """The first import tells of columns that the user asked for and no file has."""
    missing = options.asked.difference(*(each.mapped for each in imports))
    told = tuple(problem("no_such_column", column=name) for name in sorted(missing))
    return [replace(each, problems=each.problems + (told if not place else ())) for place, each in enumerate(imports)]


def _read(paths: Iterable[Path], options: Options) -> Iterator[Import]:
    for path in paths:
        yield from _without_bystanders(list(_read_path(path, options)))


def _without_bystanders(found: list[Import]) -> list[Import]:
    """What lies in one archive or folder; a file of another kind beside read ones is a warning only."""
    if not any(each.series or each.economics for each in found):
        return found
    return [replace(each, problems=tuple(map(_softened, each.problems))) for each in found]


def _softened(problem: Problem) -> Problem:
    return replace(problem, severity="warning") if problem.code in _OF_ANOTHER_KIND else problem


def _read_path(path: Path, options: Options) -> Iterator[Import]:
    for entry in entries([path]):
        if isinstance(entry, tuple):
            yield _refused(*entry)
            continue
        try:
            yield _read_entry(entry, options)
        except RefusedError as refused:
            yield _refused(entry.name, refused.problem)


def _with_platform(imported: Import, options: Options) -> Import:
    """The platform that the user named for series that do not tell theirs; else that is told."""
    if imported.format == meta_ads.REPORT.id or all(each.platform for each in imported.series):
        return imported
    if options.platform is None:
        return replace(imported, problems=(*imported.problems, problem("platform_unknown")))
    series = (replace(each, platform=each.platform or options.platform) for each in imported.series)
    return replace(imported, series=tuple(series))


def _refused(name: str, problem: Problem) -> Import:
    return Import(format=None, file=name, problems=(problem,))


def _read_entry(entry: Entry, options: Options) -> Import:
    document = documents.opened(entry, options)
    known = identify(document) or _any_table(document)
    if known is None:
        return Import(format=None, file=entry.name, problems=document.problems.listed())
    content = known.read(document)
    series = tuple(each for each in content.series if each.points)
    if not series and not content.economics and not document.problems.failing:
        document.problems.add("nothing_over_time")
    if known.ends_lines and document.open_end:
        document.problems.add("open_end")
    return Import(
        format=known.id,
        file=entry.name,
        series=series,
        problems=document.problems.listed(),
        economics=content.economics,
        columns=content.columns,
        mapped=frozenset(document.mapped),
    )


def _any_table(document: documents.Document) -> Format | None:
    """The format of any table with dates; where the file is none, what was seen is told."""
    from smartgoal.importers.generic import TABLE, tell_unknown  # noqa: PLC0415 - known exports do without it

    if TABLE.claims(document):
        return TABLE
    tell_unknown(document)
    return None

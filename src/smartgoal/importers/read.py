"""Files to series: each is opened, recognised and read; what is wrong with one does not stop the others."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from smartgoal.importers import documents
from smartgoal.importers.entries import Entry, RefusedError, entries
from smartgoal.importers.generic import TABLE, tell_unknown
from smartgoal.importers.identify import identify
from smartgoal.importers.imported import Import, Options
from smartgoal.model.series import Problem


def read_files(paths: Iterable[Path], options: Options) -> list[Import]:
    """What the files hold, one `Import` a file; folders and zip archives give one for each file in them.

    Nothing that is wrong with a file is an exception: it stands in `Import.problems`.
    """
    return list(_read(paths, options))


def _read(paths: Iterable[Path], options: Options) -> Iterator[Import]:
    for entry in entries(paths):
        if isinstance(entry, tuple):
            yield _refused(*entry)
            continue
        try:
            yield _read_entry(entry, options)
        except RefusedError as refused:
            yield _refused(entry.name, refused.problem)


def _refused(name: str, problem: Problem) -> Import:
    return Import(format=None, file=name, problems=(problem,))


def _read_entry(entry: Entry, options: Options) -> Import:
    document = documents.opened(entry, options)
    known = identify(document) or (TABLE if TABLE.claims(document) else None)
    if known is None:
        tell_unknown(document)
        return Import(format=None, file=entry.name, problems=document.problems.listed())
    content = known.read(document)
    return Import(
        format=known.id,
        file=entry.name,
        series=content.series,
        problems=document.problems.listed(),
        economics=content.economics,
        columns=content.columns,
    )

"""Any table with dates: its header, date column and number columns are found, its columns taken for metrics by name.

Wide (one column a metric) or long (one column names the metric, one holds the number). What was taken for what comes
back as `Import.columns`, to be confirmed or set by the user.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from smartgoal.catalog import metric as catalogue_metric
from smartgoal.importers.calendar_columns import week_numbers
from smartgoal.importers.choosing import choose, dated, has_numbers, number_columns, platform_for
from smartgoal.importers.columns import LEFT_OUT, meaning_of, metric_of, platform_of_links
from smartgoal.importers.daily import read_daily, scaled
from smartgoal.importers.dated_rows import Days, dated_rows, resolved
from smartgoal.importers.dates import Shape, shape
from smartgoal.importers.documents import Document
from smartgoal.importers.format import Content, Format
from smartgoal.importers.gains import are_net
from smartgoal.importers.imported import Column
from smartgoal.importers.making import column_of, gains_if_negative, is_running, kind_of, make_series, tell_breaks
from smartgoal.importers.owners import are_deals, several_pages
from smartgoal.importers.points import every_of, is_coarse, numbers_of, tell_missing
from smartgoal.importers.posts import read_posts
from smartgoal.importers.splitting import held, pieces
from smartgoal.importers.tables import Row, Table, words
from smartgoal.importers.text import harmless, key
from smartgoal.model.series import Series

_SHOWN = 8
_OF_THE_BUSINESS = frozenset({"traffic", "leads", "sales", "customers", "revenue", "ad_spend"})  # channels add up
_TOLD_ALREADY = ("looks_running", "rows_are_deals")  # why no column is read


def _claims(document: Document) -> bool:
    return any(table.date_at is not None and has_numbers(table) for table in document.heads)


def _read(document: Document) -> Content:
    series: list[Series] = []
    columns: list[Column] = []
    heads = iter(document.heads)
    for table in document.read():
        head = next(heads, None)
        if table.date_at is None or not table.header:
            continue
        whole = (table, head.sample) if head is not None else held(table)
        if are_deals(document, *whole):
            continue
        table.date_at = whole[0].date_at = _date_of_posts(*whole)
        for part, sample in pieces(*whole):
            whole_table = whole if part.platform else (part, sample)
            names_at = _names_column(*whole_table, document)
            found, used = (
                _read_wide(document, part, sample) if names_at is None else _read_long(document, part, sample, names_at)
            )
            series += found
            columns += used
    if not any(each.metric for each in columns) and not any(map(document.problems.told, _TOLD_ALREADY)):
        document.problems.add("no_known_column", columns=tuple(each.name for each in columns[:_SHOWN]))
    return Content(tuple(_joined(series)), columns=tuple(dict.fromkeys(columns)))


def _date_of_posts(table: Table, sample: list[Row]) -> int | None:
    """The column with the time of publication where a table has one beside other dates, else the column of dates."""
    at = table.index(*words("post_columns", "published"))
    return at if at is not None and len(dated(sample, at)) * 2 > len(sample) else table.date_at


def _joined(series: list[Series]) -> list[Series]:
    """One series of those of one metric whose days follow each other, as on sheets of one month each."""
    kept: dict[tuple[str, str | None, bool], Series] = {}
    apart: list[Series] = []
    for each in series:
        name = each.metric, each.platform, each.per_post
        known = kept.setdefault(name, each)
        if known is each:
            continue
        if dict(known.points).keys() & dict(each.points).keys():
            apart.append(each)
        else:
            points = sorted((*known.points, *each.points))
            every = known.every if each.per_post else every_of([day for day, _value in points])
            kept[name] = replace(known, points=tuple(points), every=every)
    return [*kept.values(), *apart]


def _read_wide(document: Document, table: Table, sample: list[Row]) -> tuple[list[Series], list[Column]]:
    places, columns = choose(document, table, sample)
    if not places:
        return [], columns
    if _holds_posts(table, sample):
        linked = platform_of_links(cell for row in sample for cell in row)
        if table.platform and linked and linked != table.platform:
            names = (each for each in table.header if key(each) in words("row_columns", "network"))
            document.problems.add("network_differs", column=next(names, table.platform))
            return [], columns
        own = table.platform or document.options.platform or linked
        return read_posts(document, table, places, own or platform_for(document, table, "", "posts")), columns
    if not {place.metric for place in places} <= _OF_THE_BUSINESS and several_pages(document, table, sample):
        return [], columns
    return _checked(document, read_daily(document, table, places), columns)


def _holds_posts(table: Table, sample: list[Row]) -> bool:
    """Whether rows are posts: by links or ids, by the name of the column of dates, by texts where days repeat."""
    at, rows = table.date_at or 0, dated(sample, table.date_at)
    if table.keys[at] in words("post_columns", "published"):
        return True
    links = [place for place, name in enumerate(table.keys) if name in words("post_columns", "link")]
    linked = any(2 * sum(place < len(row) and bool(row[place].strip()) for row in rows) > len(rows) for place in links)
    repeated = len({shape(row[at]) for row in rows}) < len(rows)
    return linked or (repeated and any(name in words("post_columns", "text") for name in table.keys))


def _checked(document: Document, series: list[Series], columns: list[Column]) -> tuple[list[Series], list[Column]]:
    """The series with followers that are gains in truth as gains, and without running totals, which are told."""
    gaining = {each.platform for each in series if each.metric == "new_followers"}
    found = (
        gains_if_negative(each, gains_known=each.platform in gaining, problems=document.problems) for each in series
    )
    kept = [each for each in found if each is not None]
    if any(are_net(each, kept) for each in kept) and not document.problems.told("net_gains"):
        document.problems.add("net_gains")
    running = {column_of(each): each for each in kept if is_running(each) and not document.said(column_of(each))}
    for name, each in running.items():
        first, last = each.points[0][1], each.points[-1][1]
        document.problems.add("looks_running", column=name, metric=each.metric, first=first, last=last)
    columns = [Column(each.name, None) if each.name in running else each for each in columns]
    return [each for each in kept if column_of(each) not in running], columns


def _read_long(document: Document, table: Table, sample: list[Row], names_at: int) -> tuple[list[Series], list[Column]]:
    number_at = number_columns(table, sample)[0]
    gathered: dict[str, dict[Shape, tuple[int, Row]]] = defaultdict(dict)
    for when, line, row in dated_rows(document, table):
        known = gathered[harmless(row[names_at])].setdefault(when, (line, [row[number_at]]))
        if known[0] != line:
            document.problems.add("doubled_day", line, text=row[table.date_at or 0], first=known[0])
    days = resolved(document, dict(chain.from_iterable(each.items() for each in gathered.values())))
    columns, series = [], []
    for name, rows in gathered.items():
        meaning = meaning_of(name)
        metric = document.said(name) or meaning.metric
        if metric == meaning.metric and meaning.aside:
            document.problems.add(meaning.aside, column=name)
            metric = LEFT_OUT
        columns.append(Column(name, metric))
        if metric in {None, LEFT_OUT}:
            continue
        cells = Days({days[when]: row for when, row in rows.items() if when in days}).column(0)
        tell_missing(sorted(cells), document.problems)
        points = numbers_of(cells, name, document.problems, kind=kind_of(str(metric)))
        if catalogue_metric(str(metric)).form == "flow" and is_coarse([day for day, _value in points]):
            document.problems.add("too_coarse", column=name)
            continue
        platform = platform_for(document, table, name, str(metric))
        points = scaled(points, meaning.factor)
        series.append(make_series(str(metric), platform, points, f"{document.name}: {name}"))
    tell_breaks(series, document.problems)
    return _checked(document, series, columns)


def _names_column(table: Table, sample: list[Row], document: Document) -> int | None:
    """The column that names the metric in a long table: one number column, days that repeat, known names."""
    at = table.date_at or 0
    rows = dated(sample, at)
    days = {row[at] for row in rows}
    if len(days) == len(rows) or len(number_columns(table, sample)) != 1:
        return None
    for column in range(len(table.header)):
        cells = {row[column] for row in rows if column < len(row)}
        if column != at and any(document.said(cell) or metric_of(cell) for cell in cells):
            return column
    return None


def tell_unknown(document: Document) -> None:
    """Say what was seen in a file that nothing could be read from."""
    head = document.head()
    columns = tuple(_shown(head))
    weeks = None if head is None else week_numbers(head.header, head.sample)
    if weeks is not None:
        document.problems.add("week_numbers", column=weeks)
    elif document.data is not None:
        document.problems.add("unknown_json")
    elif not document.delimiter:
        document.problems.add("unknown_sheet", columns=columns)
    else:
        delimiter = {"\t": "TAB"}.get(document.delimiter, document.delimiter)
        document.problems.add("unknown_format", encoding=document.encoding, delimiter=delimiter, columns=columns)


def _shown(head: Table | None) -> Iterator[str]:
    for name in (head.header if head else [])[:_SHOWN]:
        yield harmless(name)


TABLE = Format("table", _claims, _read, ends_lines=False)

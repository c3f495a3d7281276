"""Telegram Desktop `result.json`: posts of channels, messages and active members of groups, times of answers.

Posts are counted by day, messages and members by week. Names and texts are never kept; of a message only its time, its
sender's id and its chat count. A client waits from the first message that nobody has answered yet until our next one;
the week is that of the question.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from smartgoal.importers import dates
from smartgoal.importers.documents import Document
from smartgoal.importers.format import Content, Format
from smartgoal.importers.making import make_series
from smartgoal.importers.points import ONE_DAY, zero_filled
from smartgoal.model.series import Point, Series

_CHANNELS = frozenset({"public_channel", "private_channel"})
_DIALOGS = frozenset({"personal_chat", "bot_chat"})
_MOST_DIGITS = 12
_TENTH = Decimal("0.1")
_WEEK = 7 * ONE_DAY


class _Message(NamedTuple):
    day: date
    second: int
    sender: str


def _claims(document: Document) -> bool:
    return any(_has_messages(chat) for chat in _chats(document.data))


def _has_messages(chat: dict[str, Any]) -> bool:
    messages = chat.get("messages")
    return isinstance(messages, list) and any(
        isinstance(each, dict) and "date_unixtime" in each for each in messages[:20]
    )


def _chats(data: Any) -> list[dict[str, Any]]:
    if not isinstance(data, dict):
        return []
    chats = data.get("chats")
    listed = chats.get("list") if isinstance(chats, dict) else [data]
    return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []


def _read(document: Document) -> Content:
    chats = _chats(document.data)
    own = _own_id(document.data)
    channels = [_messages(document, chat) for chat in chats if chat.get("type") in _CHANNELS]
    groups = [_messages(document, chat) for chat in chats if chat.get("type") not in _DIALOGS | _CHANNELS]
    waits: dict[date, list[int]] = defaultdict(list)
    for chat in chats:
        if chat.get("type") in _DIALOGS:
            for day, seconds in _waits(_messages(document, chat), _is_client(chat, own)):
                waits[_monday(day)].append(seconds)
    document.problems.add("names_not_kept")
    if len(chats) > 1:
        dialogs = sum(chat.get("type") in _DIALOGS for chat in chats)
        document.problems.add("several_chats", groups=len(groups), channels=len(channels), dialogs=dialogs)
    posts = _posts(document, Counter(message.day for messages in channels for message in messages))
    return Content((*posts, *_group_series(document, groups), *_answers(document, waits)))


def _posts(document: Document, counts: Mapping[date, int]) -> list[Series]:
    """What channels published, every day."""
    if not counts:
        return []
    points = sorted((day, Decimal(count)) for day, count in counts.items())
    return [make_series("posts", "telegram", zero_filled(points, min(counts), max(counts)), document.name)]


def _own_id(data: Any) -> str | None:
    about = data.get("personal_information") if isinstance(data, dict) else None
    number = about.get("user_id") if isinstance(about, dict) else None
    return f"user{number}" if isinstance(number, int) else None


def _is_client(chat: dict[str, Any], own: str | None) -> Any:
    """Tells the other side of a dialog: not our id where the export gives it, else the id of the chat."""
    other = f"user{chat.get('id')}"
    return (lambda sender: sender != own) if own else (lambda sender: sender == other)


def _messages(document: Document, chat: dict[str, Any]) -> list[_Message]:
    found = []
    listed = chat.get("messages")
    for place, each in enumerate(listed if isinstance(listed, list) else [], start=1):
        if not isinstance(each, dict) or each.get("type") != "message":
            continue
        shape = dates.shape(str(each.get("date", "")))
        second = str(each.get("date_unixtime", ""))
        day = None if shape is None else dates.known_day(shape)
        if day is None or not _agree(day, second) or not dates.has_come(day, document.options.today):
            document.problems.add("bad_entry", place=place)
        else:
            found.append(_Message(day, int(second), str(each.get("from_id", ""))))
    return sorted(found, key=lambda message: message.second)


def _agree(day: date, second: str) -> bool:
    """Whether the local day and the time in seconds tell of one moment (time zones are up to a day apart)."""
    if not (second.isascii() and second.isdecimal() and len(second) < _MOST_DIGITS):
        return False
    return abs(day - (date(1970, 1, 1) + int(second) // 86_400 * ONE_DAY)) <= ONE_DAY


def _waits(messages: Iterable[_Message], is_client: Any) -> Iterator[tuple[date, int]]:
    asked: _Message | None = None
    for message in messages:
        if is_client(message.sender):
            asked = asked or message
        elif asked is not None:
            yield asked.day, message.second - asked.second
            asked = None


def _group_series(document: Document, groups: list[list[_Message]]) -> list[Series]:
    counts: dict[date, int] = defaultdict(int)
    people: dict[date, set[str]] = defaultdict(set)
    for message in (each for group in groups for each in group):
        counts[_monday(message.day)] += 1
        people[_monday(message.day)].add(message.sender)
    if not counts:
        return []
    active = {week: len(senders) for week, senders in people.items()}
    return [
        make_series("messages", "telegram", _weekly(counts), document.name, every="week"),
        make_series("active_members", "telegram", _weekly(active), document.name, every="week"),
    ]


def _weekly(counts: dict[date, int]) -> list[Point]:
    """Every week from the first to the last; one without messages is 0, since the export holds them all."""
    weeks = (max(counts) - min(counts)) // _WEEK
    return [(week, Decimal(counts.get(week, 0))) for week in (min(counts) + step * _WEEK for step in range(weeks + 1))]


def _answers(document: Document, waits: dict[date, list[int]]) -> list[Series]:
    from statistics import median  # noqa: PLC0415 - every import loads this module, few files need it

    points = [(week, (Decimal(str(median(seconds))) / 60).quantize(_TENTH)) for week, seconds in sorted(waits.items())]
    return [make_series("response_time", "telegram", points, document.name, every="week")] if points else []


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


EXPORT = Format("telegram_export", _claims, _read)

"""What is worth asking about a date: its last day was taken, it can be read in another way, it has just passed."""

from datetime import date

from smartgoal.model.goal import Remark
from smartgoal.parsing import periods
from smartgoal.parsing.calendar_text import CalendarText, one_day
from smartgoal.parsing.periods import Period

RELATIVE = frozenset(("which", "from_now", "weekday", "date_phrase"))
YEAR_OF_DAYS = 366
AGAIN = YEAR_OF_DAYS - 62  # days: a day of the last two months is meant, or the one of next year
MONTHS = 12


def remarks_on(reader: CalendarText, period: Period, start: int, end: int) -> tuple[Remark, ...]:
    """What is worth asking about the expression: its last day was taken; day and month may be the other way."""
    span = (reader.chunks[start].start, reader.chunks[end - 1].end)
    ranged = any(chunk.high is not None for chunk in reader.chunks[start:end])  # «1-14 декабря» tells its last day
    if period.whole and not ranged:
        return (Remark("last_day", span, {"date": period.last}),)
    if other := _other_reading(reader, period, start, end):
        return (Remark("day_or_month", span, {"date": period.last, "other": other}),)
    if _has_just_passed(reader, period, start, end):
        return (Remark("last_day", span, {"date": period.last}),)
    return ()


def _other_reading(reader: CalendarText, period: Period, start: int, end: int) -> date | None:
    """The day that others mean by the same words: 04/05, 12-05-2027, the nearer "next Friday"."""
    chunk, last = reader.chunks[end - 1], period.last
    if reader.chunks[start].sense("which") == "next" and "weekday" in chunk.senses:
        nearest = periods.weekday_after(reader.today, int(chunk.senses["weekday"])).last
        return nearest if nearest != last else None
    turned = chunk.kind == "date" and ("/" in chunk.text or _ends_with_year(chunk.text))
    turned = turned or (end - start > 2 and chunk.kind == "amount" and reader.chunks[end - 2].text == "/")  # 04/05
    if not turned or last.day == last.month or last.day > MONTHS:
        return None
    if chunk.kind == "date":
        return periods.safe_date(last.year, last.day, last.month)
    again = periods.occurrence(reader.today, None, lambda year: one_day(periods.safe_date(year, last.day, last.month)))
    return again.last if again else None


def _has_just_passed(reader: CalendarText, period: Period, start: int, end: int) -> bool:
    """Whether the day is one of next year because that of this year was over a short time ago."""
    told = reader.chunks[start:end]
    if any(chunk.kind == "date" or not RELATIVE.isdisjoint(chunk.senses) for chunk in told):
        return False
    dated = any(reader.is_year(index) for index in range(start, end))
    return not dated and AGAIN <= (period.last - reader.today).days < YEAR_OF_DAYS


def _ends_with_year(digits: str) -> bool:
    """12-05-2027: two numbers that may be day and month either way; not 2027-05-12, not 12.05.2027."""
    return "-" in digits and digits.index("-") <= 2

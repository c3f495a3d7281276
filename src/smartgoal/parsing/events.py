"""Events that end or span a goal and have no day in the calendar: "by the launch", "during the sale"."""

from smartgoal.model.goal import Remark, Span
from smartgoal.parsing.calendar_words import CalendarReader
from smartgoal.parsing.when import When


def event_when(reader: CalendarReader, at: int, start: int, meaning: str) -> When | None:
    """An event that ends or spans the goal: "by the launch", "before the trip", "during the sale"."""
    unlisted = meaning == "before" and "relation" not in reader.chunks[at].senses
    for index in range(start, min(start + 3, len(reader.chunks))):
        chunk = reader.chunks[index]
        listed = chunk.sense("event_time")
        if (listed == "stretch" and meaning != "by") or (listed == "event" and not reader.qualifies(index)):
            return event_at(reader, at, index)
        if unlisted and chunk.kind == "word" and not chunk.senses:
            return event_at(reader, at, index)
        if chunk.kind != "word" or {"metric", "thing", "verb"} & chunk.senses.keys():
            break
    return None


def event_at(reader: CalendarReader, at: int, index: int) -> When:
    """The event named at chunk `index`."""
    span: Span = (reader.chunks[at].start, reader.chunks[index].end)
    remark = Remark("event_deadline", span, {"words": reader.chunks[index].text})
    return When("event", at, index, remarks=(remark,))

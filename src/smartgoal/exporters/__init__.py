"""A plan as text for somebody: a sentence, Markdown, plain text, a calendar."""

from smartgoal.exporters.client import client
from smartgoal.exporters.mentor import mentor
from smartgoal.exporters.parts import Source
from smartgoal.exporters.team import team

AUDIENCES = {"client": client, "mentor": mentor, "team": team}
FORMATS = ("md", "text", "ics")

__all__ = ["AUDIENCES", "FORMATS", "Source", "write"]


def write(source: Source, to: str, audience: str) -> str:
    """The plan as a document of that format ("md", "text" or "ics") for that audience ("client", "mentor", "team")."""
    if to == "ics":
        from smartgoal.exporters.calendar import calendar  # noqa: PLC0415 - only this format needs the library

        return calendar(source)
    document = AUDIENCES[audience](source)
    if to == "text":
        from smartgoal.exporters.plain_text import plain_text  # noqa: PLC0415

        return plain_text(document, source.language)
    from smartgoal.exporters.markdown import markdown  # noqa: PLC0415

    return markdown(document)

"""Bytes as text: a byte order mark, else UTF-8, else the Cyrillic code page of Windows."""

import codecs
import io
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, NamedTuple

from smartgoal.importers.entries import Entry, refusing_damage

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_CHUNK = 1 << 18
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Encoding(NamedTuple):
    """How a text is to be read.

    `guessed`: no mark said so and the bytes are no UTF-8. `broken`: some bytes are not of this encoding.
    `open_end`: the last line has no end.
    """

    name: str
    guessed: bool = False
    broken: bool = False
    open_end: bool = False


class CountingStream(io.RawIOBase):
    """Passes bytes on and tells how many went through."""

    def __init__(self, stream: IO[bytes], told: Callable[[int], None]) -> None:
        super().__init__()
        self._stream = stream
        self._told = told
        self._count = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill `buffer`; the number of bytes it got, 0 at the end."""
        view = memoryview(buffer)
        content = self._stream.read(len(view))
        view[: len(content)] = content
        self._count += len(content)
        self._told(self._count)
        return len(content)

    def close(self) -> None:
        """Close the stream behind it, too."""
        self._stream.close()
        super().close()


def encoding_of(entry: Entry, wanted: str | None = None) -> Encoding:
    """The encoding of a text file, from one pass over its bytes. LookupError for a `wanted` one that is none."""
    try:
        b"".decode(wanted or "utf-8")
    except ValueError as error:  # a NUL or half a character in the name
        raise LookupError(wanted) from error
    with refusing_damage(), entry.open() as stream:
        head = stream.read(_CHUNK)
        name = wanted or _marked(head)
        if name is None and b"\0" in head[:200]:
            name = _unmarked_utf16(head)
        decoder = codecs.getincrementaldecoder(name or "utf-8")("strict")
        good = bad = 0
        tail = b""
        while head:
            try:
                text = decoder.decode(head)
                good += len(head) - len(text)
            except UnicodeDecodeError:
                decoder.reset()
                text = head.decode(name or "utf-8", "replace")
                bad += text.count("\ufffd")
                good += len(head) - len(text)
            tail, head = head[-4:], stream.read(_CHUNK)
    open_end = not tail.rstrip(b"\0").endswith((b"\n", b"\r"))
    if name is not None or bad * 4 <= good:
        return Encoding(name or "utf-8", broken=bad > 0, open_end=open_end)
    return Encoding("cp1251", guessed=True, open_end=open_end)


def opened(entry: Entry, encoding: Encoding, told: Callable[[int], None] | None = None) -> io.TextIOWrapper:
    """The text of `entry`, read piece by piece; line ends stay as they are."""
    with refusing_damage():
        stream = entry.open() if told is None else io.BufferedReader(CountingStream(entry.open(), told), _CHUNK)
    return io.TextIOWrapper(stream, encoding.name, errors="replace", newline="")


def _marked(head: bytes) -> str | None:
    return next((name for mark, name in _MARKS if head.startswith(mark)), None)


def _unmarked_utf16(head: bytes) -> str | None:
    """UTF-16 whose mark was lost: Latin letters then have every other byte zero."""
    even, odd = head[:200:2].count(0), head[1:200:2].count(0)
    if odd > 3 * max(even, 1):
        return "utf-16-le"
    return "utf-16-be" if even > 3 * max(odd, 1) else None

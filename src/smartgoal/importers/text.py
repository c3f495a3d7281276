"""Words of a file made harmless and comparable."""

import re
import unicodedata

_UNSEEN = re.compile(
    r"(?:[\x00-\x1f\x7f-\x9f\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
    r"|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d)+"  # behind a picture it joins the next one to it
)
_SPACES = re.compile(r"\s+")
_SAME = str.maketrans("ё", "е", "\"'«»„“”‚‘’`")
_LONGEST = 80


def visible(text: str) -> str:
    """`text` fit for a terminal: no control, direction or escape characters."""
    return _SPACES.sub(" ", _UNSEEN.sub(" ", text)).strip()


def harmless(text: str) -> str:
    """`text` fit for a terminal and not endless."""
    clean = visible(text)
    return clean if len(clean) <= _LONGEST else clean[: _LONGEST - 1] + "…"


def key(text: str) -> str:
    """`text` for comparing names of columns: one case, one kind of space, ё as е, no quotes, no marks at the ends."""
    folded = _SPACES.sub(" ", _UNSEEN.sub(" ", unicodedata.normalize("NFKC", text))).casefold()
    return folded.translate(_SAME).strip(" .:*;")

"""Words misspelt by one letter."""

from collections.abc import Iterable, Mapping

SHORTEST = 6  # letters of a stem that may be misspelt


class Spelling:
    """Finds the stem that a long unknown word misses by one letter: one wrong, left out, doubled, or two swapped."""

    def __init__(self, atoms: Iterable[str]) -> None:
        """Sort the long atoms by their first letters."""
        self._by_start: dict[str, list[str]] = {}
        for atom in sorted(atoms):
            if len(atom.rstrip("~+")) >= SHORTEST:
                for key in _keys(atom):
                    self._by_start.setdefault(key, []).append(atom)

    def nearest(self, word: str, endings: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
        """The atoms that `word` may stand for, or nothing."""
        if len(word) < SHORTEST:
            return ()
        return tuple(
            atom
            for atom in dict.fromkeys(atom for key in _keys(word) for atom in self._by_start.get(key, ()))
            if _near(word, atom.rstrip("~+"), endings.get(atom[-1]))
        )


def _keys(word: str) -> tuple[str, str]:
    """A first letter is right, and so is the second or the third."""
    return word[:2], f"{word[0]}.{word[2]}"


def _near(word: str, stem: str, endings: frozenset[str] | None) -> bool:
    """Whether a beginning of `word` is `stem` but for one letter, and the rest an ending of its class."""
    if len(word) == SHORTEST == len(stem):
        return False  # "trafic" is "traffic"; two short words that differ may be two words
    same = 0
    while same < len(stem) and same < len(word) and stem[same] == word[same]:
        same += 1
    if same >= len(stem):
        return False
    rests = (
        (word[same + 1 :], stem[same + 1 :]),  # another letter
        (word[same + 1 :], stem[same:]),  # one too many
        (word[same:], stem[same + 1 :]),  # one left out
    )
    if any(_ends(typed[len(meant) :], endings) for typed, meant in rests if typed.startswith(meant)):
        return True
    swapped = stem[:same] + stem[same + 1 : same + 2] + stem[same : same + 1] + stem[same + 2 :]
    return word.startswith(swapped) and _ends(word[len(swapped) :], endings)


def _ends(rest: str, endings: frozenset[str] | None) -> bool:
    return rest in endings if endings is not None else not rest

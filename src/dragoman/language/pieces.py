"""Word pieces of single words, as BERT's uncased models take them (Devlin et al. 2019; Wu et al. 2016).

Written here, not taken from a library: it is thirty lines, and the usual library brings a client for model hubs
and 35 MB that this package has no use for. tests/language/test_pieces.py holds known splits.
"""

from __future__ import annotations

import unicodedata

_LONGEST = 100  # a longer part is one unknown piece


class WordPieces:
    """Splits words greedily, longest piece first.

    Args:
        vocabulary: pieces in the order of their ids; "##" marks those that go on a word.
    """

    def __init__(self, vocabulary: list[str]) -> None:
        self._ids = {piece: i for i, piece in enumerate(vocabulary) if piece}
        self._unknown = self._ids["[UNK]"]

    def __call__(self, word: str) -> list[int]:
        """Ids of a word's pieces; at least one."""
        ids = [i for part in _parts(word) for i in self._part(part)]
        return ids or [self._unknown]

    def _part(self, part: str) -> list[int]:
        if len(part) > _LONGEST:
            return [self._unknown]
        ids, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = part[start:end] if not start else "##" + part[start:end]
                if piece in self._ids:
                    ids.append(self._ids[piece])
                    start = end
                    break
            else:
                return [self._unknown]
        return ids


def _parts(word: str) -> list[str]:
    """Lower-cased, accents off, split at white space and around punctuation and CJK."""
    parts, current = [], ""
    for char in unicodedata.normalize("NFD", word.lower()):
        kind = unicodedata.category(char)
        if kind == "Mn" or kind in {"Cc", "Cf"} and char not in "\t\n\r" or char in "\0\ufffd":
            continue
        if kind.startswith("Z") or char in "\t\n\r":
            parts.append(current)
            current = ""
        elif kind.startswith("P") or char in "$+<=>^`|~" or 0x4E00 <= ord(char) <= 0x9FFF:
            parts += [current, char]
            current = ""
        else:
            current += char
    return [p for p in [*parts, current] if p]

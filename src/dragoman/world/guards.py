"""Names that are also ordinary words ("May", "Brown", "Rice", "WHO"): where a match in running text is to be trusted.

A word's guard is "always" where its capital says nothing anywhere (months, ranks), "start" where it says nothing at the
start of a sentence or in text that is all capitals, and "capitals" where only the latter holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

_SENTENCE_ENDS = {".", "!", "?"}
_BREAKS = {".", "!", "?", ":", ";", '"', "“", "”", "``", "''", "‘", "'", ")", "(", "--", "—", "-", "*", "•", "…", "..."}
_TITLES = {
    "mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "president", "secretary", "minister", "senator", "general", "ambassador", "chancellor",
    "premier", "chairman", "chairwoman", "prince", "princess", "king", "queen", "governor", "colonel", "admiral", "congressman", "congresswoman",
    "representative", "sen", "gen", "rep", "gov", "leader", "spokesman", "spokeswoman", "judge", "justice", "adviser", "advisor", "director",
    "commissioner", "envoy", "professor", "pope", "marshal", "major", "captain", "speaker", "chief", "negotiator", "undersecretary",
}  # fmt: skip
_PLACE_WORDS = {"in", "at", "near", "to", "from", "of", "outside", "around", "for", "into", "via"}


def in_capitals(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the words around a stretch, within its sentence, are all capitals, so that its own capitals say nothing."""
    around = [*_until_break(reversed(words[max(0, start - 6) : start])), *_until_break(words[end : end + 6])]
    spelt = [w for w in around if len(w) > 1 and w.isalpha()]
    return bool(spelt) and all(w.isupper() for w in spelt)


def _until_break(words: Iterable[str]) -> Iterator[str]:
    return takewhile(lambda w: bool(w.strip()) and w not in _SENTENCE_ENDS, words)


def capital_speaks(words: Sequence[str], start: int, end: int, guard: str) -> bool:
    """Whether a guarded word may be taken for a name because its capital tells it from the ordinary word.

    Args:
        words: the tokens.
        start: its first token.
        end: one past its last.
        guard: "always", "start" or "capitals".
    """
    if guard == "always":
        return False
    if words[start].isupper() and in_capitals(words, start, end):
        return False
    before = words[start - 1] if start else "."
    return guard == "capitals" or not (before in _BREAKS or not before.strip())


def is_title(word: str) -> bool:
    """Whether a word is a title or honorific that stands before names."""
    return word.lower().rstrip(".") in _TITLES


def word_before_calls(words: Sequence[str], start: int, *, for_place: bool) -> bool:
    """Whether the word before calls for a name: a title or honorific, or for places a preposition of place."""
    before = words[start - 1].lower().rstrip(".") if start else ""
    return before in (_PLACE_WORDS if for_place else _TITLES)

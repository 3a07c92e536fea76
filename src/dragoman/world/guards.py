"""Names that are also ordinary words ("May", "Brown", "Rice", "WHO"): where a match in running text is to be trusted.

A word's guard is "always" where its capital says nothing anywhere (months, titles), and "start" where it says
nothing only at the start of a sentence or in text that is all capitals.
"""

from __future__ import annotations

from collections.abc import Sequence

_BREAKS = {".", "!", "?", ":", ";", '"', "“", "”", "``", "''", "‘", "'", ")", "(", "--", "—", "-", "*", "•", "…", "..."}
_TITLES = {
    "mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "president", "secretary", "minister", "senator", "general", "ambassador", "chancellor",
    "premier", "chairman", "chairwoman", "prince", "princess", "king", "queen", "governor", "colonel", "admiral", "congressman", "congresswoman",
    "representative", "sen", "gen", "rep", "gov", "leader", "spokesman", "spokeswoman", "judge", "justice", "adviser", "advisor", "director",
    "commissioner", "envoy", "professor", "pope", "marshal", "major", "captain", "speaker", "chief", "negotiator", "undersecretary",
}  # fmt: skip
_PLACE_WORDS = {"in", "at", "near", "to", "from", "of", "outside", "around", "for", "into", "via"}


def in_capitals(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the words around a stretch are all capitals, so that its own capitals say nothing."""
    around = [w for w in (*words[max(0, start - 4) : start], *words[end : end + 4]) if len(w) > 1 and w.isalpha()]
    return len(around) > 0 and all(w.isupper() for w in around)


def capital_speaks(words: Sequence[str], start: int, end: int, guard: str) -> bool:
    """Whether a guarded word may be taken for a name by where it stands alone.

    Args:
        words: the tokens.
        start: its first token.
        end: one past its last.
        guard: "always" or "start".
    """
    if guard == "always":
        return False
    before = words[start - 1] if start else "."
    return not (before in _BREAKS or not before.strip() or in_capitals(words, start, end))


def word_before_calls(words: Sequence[str], start: int, *, for_place: bool) -> bool:
    """Whether the word before calls for a name: a title or honorific, or for places a preposition of place."""
    before = words[start - 1].lower().rstrip(".") if start else ""
    return before in (_PLACE_WORDS if for_place else _TITLES)

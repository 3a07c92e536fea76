"""Where sentences end: rules over tokens and the layout of lines, for running news text.

A stop ends a sentence where what follows can begin one and what stands before is no abbreviation; a blank line
always does. Closing quotes and brackets stay with the sentence that they close.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_CLOSERS = {'"', "'", "”", "’", "''", ")", "]", "»"}
_OPENERS = {'"', "'", "“", "‘", "``", "(", "[", "«", "-", "–", "—", "--", "*", "•", "..."}
# Abbreviations after which a capital does not begin a sentence.
_TITLES = {"mr.", "mrs.", "ms.", "dr.", "gen.", "sen.", "rep.", "gov.", "lt.", "col.", "capt.", "sgt.", "maj.", "adm.", "amb.", "st.",
           "prof.", "rev.", "hon.", "pres.", "messrs.", "no.", "nos.", "vs.", "v.", "brig.", "cmdr.", "sec.", "dept.", "mt.", "art.",
           "jan.", "feb.", "mar.", "apr.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.", "e.g.", "i.e.", "cf.", "al."}  # fmt: skip
_MAYBE = {"inc.", "corp.", "co.", "ltd.", "jr.", "sr.", "etc.", "a.m.", "p.m.", "bros."}


def sentence_starts(words: Sequence[str], gaps: Sequence[str]) -> list[bool]:
    """Which words begin a sentence.

    Args:
        words: the words in order, without white space.
        gaps: for each word the white space before it ("" for none).
    """
    n = len(words)
    starts = [False] * n
    careless = any(is_initialism(a) and b in _NEVER_STARTS for a, b in zip(words, words[1:], strict=False))
    if n:
        starts[0] = True
    quoted = False
    for i, word in enumerate(words):
        if word in {'"', "“", "”", "``", "''"}:
            quoted = word in {"“", "``"} or (word == '"' and not quoted)
        if i and _breaks_line(words, gaps, i):
            starts[i] = True
            continue
        if not _is_stop(word):
            continue
        j = i + 1
        while j < n and words[j] in _CLOSERS and (not gaps[j] or words[j] in {"”", "’", "''", ")", "]"} and not _opens(words, gaps, j)):
            j += 1
        if j < n and not starts[j] and gaps[j] and _can_begin(words, j) and not _goes_on(words, i, j, careless):
            starts[j] = True
    return starts


def _breaks_line(words: Sequence[str], gaps: Sequence[str], i: int) -> bool:
    gap = gaps[i]
    if gap.count("\n") >= 2:
        return True
    # A single line end breaks only after a full line that closed, or before a list mark.
    if re.search(r"\n[ \t]{2,}", gap):
        return True  # an indented line begins a paragraph
    return "\n" in gap and (
        words[i - 1] in {".", "!", "?", "...", "…"} or words[i - 1] in _CLOSERS or words[i] in {"*", "•", "-", "--"} or words[i - 1] == ":"
    )


def _is_stop(word: str) -> bool:
    return word in {".", "!", "?", "...", "…", "!!", "??", "?!", "...."} or (len(word) > 2 and word.endswith(".") and word[0].isalpha())


def _opens(words: Sequence[str], gaps: Sequence[str], j: int) -> bool:
    return bool(gaps[j]) and j + 1 < len(words) and not gaps[j + 1]


def _can_begin(words: Sequence[str], j: int) -> bool:
    while j < len(words) and words[j] in _OPENERS:
        j += 1
    return j < len(words) and (words[j][0].isupper() or words[j][0].isdigit() or words[j] == "’s")


def is_initialism(word: str) -> bool:
    """Whether a word is letters with stops ("U.S.")."""
    return word.count(".") >= 2 and word.endswith(".") and word[0].isalpha()


def _goes_on(words: Sequence[str], i: int, j: int, careless: bool) -> bool:
    """Whether the stop at ``i`` belongs to an abbreviation in the middle of a sentence.

    ``careless``: the text writes capitals after initialisms in mid-sentence ("the U.S. Will"), as some wires do.
    """
    word = words[i].lower()
    if word in {".", "!", "?", "!!", "??", "?!"}:
        before = words[i - 1] if i else ""
        return word == "." and len(before) == 1 and before.isupper() and before != "I" and j == i + 1
    if word in {"...", "…", "...."}:
        return False
    if word in _TITLES:
        return True
    if word in _MAYBE:
        return not words[j][0].isupper() or words[j] not in _FREQUENT_STARTS
    if word.count(".") >= 2 or (len(word) == 2 and word[0].isalpha()):
        # Initialisms ("U.S.") end a sentence only before a word that commonly begins one.
        if words[j] in _NEVER_STARTS or (careless and words[j] in _RARELY_STARTS):
            return True
        return words[j] not in _FREQUENT_STARTS
    return not word.endswith(".")


_FREQUENT_STARTS = {"The", "A", "An", "In", "On", "At", "He", "She", "It", "They", "We", "I", "But", "And", "This", "That", "These",
                    "Those", "There", "For", "If", "When", "While", "As", "After", "Before", "However", "Mr.", "Its", "His", "Her",
                    "Their", "Both", "Under", "With", "By", "From", "Asked", "Earlier", "Meanwhile", "Although", "Since", "Some",
                    "Other", "One", "Two", '"', "“", "``"}  # fmt: skip

# Written with a capital after an initialism these go on with the sentence; the second set only where the text is careless.
_NEVER_STARTS = {"And", "Or", "Of", "To", "Is", "Was", "Are", "Were", "Has", "Had", "Have", "Will", "Would", "Could", "Should", "Must", "May",
                 "Might",
                 "Be", "Been", "Said", "Says"}  # fmt: skip
_RARELY_STARTS = {
    "On",
    "In",
    "At",
    "For",
    "With",
    "By",
    "From",
    "But",
    "As",
    "That",
    "If",
    "Over",
    "After",
    "Before",
    "Under",
    "Also",
    "Not",
    "While",
    "When",
}
MISWRITTEN = _NEVER_STARTS | _RARELY_STARTS

"""How sure a source is: told by the cue ("denied", "believes"), and by words at the head of what it says ("may", "no doubt that")."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.lexicon.certainty import certainties
from dragoman.reading.draft import Draft, StatementNote
from dragoman.reading.names import tops

_WEAKEST = ("possible", "probable", "certain")
_LEADS = 12  # words at the beginning of a content in which a phrase speaks of all of it


def settle_certainty(draft: Draft) -> None:
    """Fill ``certainty`` of every statement."""
    for statement in draft.statements:
        statement.certainty = certainty_of(draft, statement)


def certainty_of(draft: Draft, statement: StatementNote) -> str:
    """certain, probable, possible, denied or unstated.

    A denial is one whatever it denies; else what is said tells more than the cue does, and its weakest word counts.
    """
    by_cue = _by_cue(draft, statement)
    if by_cue == "denied":
        return by_cue
    said = _said(draft, statement)
    if said is not None:
        return said
    return by_cue or "unstated"


def _by_cue(draft: Draft, statement: StatementNote) -> str | None:
    if statement.cue is None:
        return None
    token = draft.doc[statement.cue[0]]
    particle = next((c.lower_ for c in token.children if c.dep_ == "compound:prt"), None)
    form = f"{token.lower_}_{particle}" if particle else token.lower_
    kind = "negated_cue" if any(c.lower_ in {"not", "n't", "never"} for c in token.children) else "cue"
    return certainties().get((kind, form))


def _said(draft: Draft, statement: StatementNote) -> str | None:
    table = certainties()
    start, end = statement.content[0]
    words = [t.lower_ for t in draft.doc[start : min(end, start + _LEADS)]]
    joined = " " + " ".join(words) + " "
    for (kind, phrase), level in table.items():
        if kind == "phrase" and f" {phrase} " in joined:
            return level
    head = _head(draft, start, end)
    negated = any(c.lower_ in {"not", "n't"} for c in head.children)
    near = [head, *(c for c in head.children if start <= c.i < end and c.dep_ in {"advmod", "aux", "cop", "amod", "xcomp"} and c.i != head.i)]
    levels = {table[("word", t.lower_)] for t in near if ("word", t.lower_) in table and (t != head or t.pos_ in {"ADJ", "VERB"})}
    if negated and "certain" in levels:
        levels = {"possible"}  # "not certain", "not sure"
    return next((level for level in _WEAKEST if level in levels), None)


def _head(draft: Draft, start: int, end: int) -> Token:
    """The topmost word of the first sentence of a content."""
    end = min(end, draft.doc[start].sent.end)
    words = [t for t in tops(draft.doc, start, end) if not t.is_punct and not t.is_space]
    return next((t for t in words if t.pos_ in {"VERB", "AUX", "ADJ"}), words[0] if words else draft.doc[start])

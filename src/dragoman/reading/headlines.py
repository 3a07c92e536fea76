"""Headlines: statements in a report's title ("ACCORD NEAR, ENVOY SAYS", "Minister: no deal"), one with the same words below it."""

from __future__ import annotations

from dragoman.lexicon.cues import Cue, papers
from dragoman.reading.contents import Content
from dragoman.reading.draft import Draft, StatementNote
from dragoman.reading.hearing import Hearing

_SPEAKING = {"person", "government-body", "media", "igo", "armed-group"}
_LONGEST_NAME = 5  # words before or behind a headline's colon that can name who speaks
_SAME = 0.5  # share of a headline's words that the statement below it has too


def hear_colon(hearing: Hearing, cue: Cue) -> None:
    """Note the statement of a headline whose colon parts it from who speaks."""
    draft, doc = hearing.draft, hearing.doc
    colon = next((t.i for t in doc[: draft.title_end] if t.text == ":"), None)
    if colon is None:
        return
    end = draft.title_end
    while end > colon and doc[end - 1].is_space:
        end -= 1
    for (a, b), (start, stop) in (((0, colon), (colon + 1, end)), ((colon + 1, end), (0, colon))):
        if not 0 < b - a <= _LONGEST_NAME or stop - start < 3:
            continue
        head = next((t for t in doc[a:b] if t.dep_ == "ROOT" or not a <= t.head.i < b), doc[a])
        named = next((m for m in draft.mentions if a <= m.head < b and m.actors and m.named), None)
        note = draft.actors.get(named.actors[0]) if named is not None else None
        speaks = note is not None and note.kind in _SPEAKING
        if named is not None and speaks:
            hearing.add(named.actors[0], (a, b), Content(hearing.contents.trimmed(start, stop), (colon, colon + 1)), doc[colon], cue)
            return
        if a == 0 and head.lower_ in papers():
            hearing.add(None, (a, b), Content(hearing.contents.trimmed(start, stop), (colon, colon + 1)), doc[colon], cue)
            return


def settle_headlines(draft: Draft, found: list[StatementNote]) -> list[StatementNote]:
    """The statements without those of the headline that nobody can be named for, or that stand below with the same words."""
    below = [s for s in found if not _in_title(draft, s)]
    kept = []
    for statement in found:
        if _in_title(draft, statement):
            if statement.source is None:
                statement.source = below[0].source if below else None
            if statement.source is None or any(_repeats(draft, statement, s) for s in below):
                continue
        kept.append(statement)
    return kept


def _in_title(draft: Draft, statement: StatementNote) -> bool:
    return statement.cue is not None and statement.cue[0] < draft.title_end


def _repeats(draft: Draft, headline: StatementNote, below: StatementNote) -> bool:
    """Whether a statement below says what a headline says, in full or in other forms of the same words."""
    if headline.source != below.source:
        return False
    told, again = _stems(draft, headline), _stems(draft, below)
    return bool(told) and len(told & again) >= _SAME * len(told)


def _stems(draft: Draft, statement: StatementNote) -> set[str]:
    words = (t for a, b in statement.content for t in draft.doc[a:b])
    return {t.lower_[:5] for t in words if t.is_alpha and len(t) > 2 and t.pos_ not in {"ADP", "DET", "PRON", "AUX", "CCONJ", "SCONJ"}}

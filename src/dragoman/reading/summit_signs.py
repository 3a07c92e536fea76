"""Signs from summits: "the summit in Genoa this weekend" can be said on few days only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc

from dragoman.reading.date_signs import Days, Sign, is_deictic, merged
from dragoman.reading.draft import Draft
from dragoman.reading.outlook import speaks_of_future
from dragoman.reading.time_arithmetic import Reference
from dragoman.reading.time_expressions import Found, head_of
from dragoman.reading.time_grammar import Moment
from dragoman.record.edtf import bounds
from dragoman.world import Happening
from dragoman.world.matching import Match

_NEAR_SUMMIT = 12  # words between a summit and the time told of it
_SHORT = 60  # days that a summit or round of talks lasts at most, to date a report by


def summit_signs(draft: Draft, expressions: list[Found], matches: list[Match]) -> Iterator[Sign]:
    """One sign for each summit that the report names and times from its own day.

    Args:
        draft: the report with its words.
        expressions: its time expressions.
        matches: the names of happenings in it.
    """
    doc = draft.doc
    if not doc.has_annotation("SENT_START"):
        return
    seen: set[tuple[str, ...]] = set()
    for start, end, happenings in _named_happenings(draft, matches):
        if draft.title_end <= start < draft.body:
            continue
        sentence = doc[start].sent
        near = [
            e for e in expressions
            if is_deictic(e) and sentence.start <= e.start < sentence.end and -3 <= e.start - end <= _NEAR_SUMMIT
        ]  # fmt: skip
        for expression in near[:1]:
            future = speaks_of_future(doc, head_of(doc, expression.start, expression.end)) or speaks_of_future(doc, start)
            allowed = merged(_days_that_fit(expression, h, future) for h in happenings)
            key = tuple(h.id for h in happenings)
            if allowed and key not in seen:
                seen.add(key)
                stretch = (min(start, expression.start), max(end, expression.end))
                held = draft.span((start, end)).text
                if len(happenings) == 1:
                    held += f" ({happenings[0].start} to {happenings[0].end})"
                when = draft.span((expression.start, expression.end)).text
                yield Sign("happening", allowed, stretch, f"says \"{when}\" of the {held}", 3.0, 3.0, slack=(7, 7))


def _named_happenings(draft: Draft, matches: list[Match]) -> Iterator[tuple[int, int, list[Happening]]]:
    """Summits and the like that the words single out, by a name of their own or with the host place."""
    doc, world = draft.doc, draft.world
    for start, end, _ in matches:
        named = [h for h in world.happenings(draft.span((start, end)).text) if _is_brief(h)]
        here = [h for h in named if _hosted_in(h, doc, start, end)]
        if here or len(named) == 1:
            yield start, end, here or named


def _is_brief(happening: Happening) -> bool:
    return happening.kind in {"summit", "accord-talks"} and 0 <= _length(happening) < _SHORT


def _hosted_in(happening: Happening, doc: Doc, start: int, end: int) -> bool:
    """Whether the host place is named in a happening's words or soon after."""
    words = {t.text for t in doc[start : end + 6]}
    return bool(happening.place) and set(re.findall(r"\w+", happening.place or "")) <= words


def _length(happening: Happening) -> int:
    """Days from a happening's first to its last; -1 where the tables leave one of them open."""
    first = bounds(happening.start)[0] if happening.start else None
    last = bounds(happening.end)[1] if happening.end else None
    return (last - first).days if first and last else -1


def _days_that_fit(expression: Found, happening: Happening, future: bool) -> Days:
    """The days on which the expression, said then, would have meant the happening's days."""
    first, last = bounds(happening.start)[0], bounds(happening.end)[1]  # type: ignore[arg-type]
    assert first is not None and last is not None
    fits = []
    for ordinal in range(first.toordinal() - 14, last.toordinal() + 15):
        day = date.fromordinal(ordinal)
        value = expression.rule.meaning(expression.match, Moment(Reference(day, day), future, None))
        a, b = bounds(value) if value else (None, None)
        if a and b and a <= last and first <= b:
            fits.append(ordinal)
    return (fits[0], fits[-1]) if fits else (1, 0)

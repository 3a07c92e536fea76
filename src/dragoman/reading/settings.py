"""When and where an event takes place: the times and places that hang on its predicate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Token

from dragoman.reading.draft import Draft, Frame, TimeNote
from dragoman.reading.frames import preposition_of
from dragoman.record.edtf import bounds

_MODIFIERS = {"compound", "nummod", "amod", "nmod:poss", "nmod:unmarked", "nmod:desc"}
# An event that ended longer ago than this before the report belongs to an earlier period than its news.
_NEWS_DAYS = 120


@dataclass(frozen=True)
class Times:
    """Time expressions by the predicate they hang on: `own` directly, `inside` through a noun among its arguments."""

    own: dict[int, list[TimeNote]]
    inside: dict[int, list[TimeNote]]


def times_by_predicate(draft: Draft) -> Times:
    """Time expressions by the predicates (a frame's anchor or supporting verb) above them.

    A year or day that stands before its noun ("the 1972 treaty") dates the thing, not what is done with it.
    """
    anchors = {f.anchor for f in draft.frames} | {f.light for f in draft.frames if f.light is not None}
    own: dict[int, list[TimeNote]] = {}
    inside: dict[int, list[TimeNote]] = {}
    for note in draft.times:
        if note.value is None or note.kind == "duration":
            continue
        token = draft.doc[note.head]
        if token.dep_ in _MODIFIERS and token.i < token.head.i and not any(c.dep_ == "case" and c.lower_ not in {"'s", "’s"} for c in token.children):
            if token.head.i in anchors:
                own.setdefault(token.head.i, []).append(note)
            continue
        through_noun = False
        first = True
        while True:
            if token.i in anchors:
                (own if first and not through_noun else inside).setdefault(token.i, []).append(note)
                first = False
                if token.pos_ in {"VERB", "AUX"}:
                    break
            if token.head.i == token.i or token.dep_ in {"acl:relcl", "ccomp"}:
                break
            through_noun = through_noun or (token.i != note.head and token.pos_ in {"NOUN", "PROPN"} and token.i not in anchors)
            token = token.head
    return Times(own, inside)


def time_of(draft: Draft, frame: Frame, times: Times) -> str | None:
    """The EDTF period of a frame: its own time, its supporting verb's, or that of the clause it stands in."""
    token = draft.doc[frame.anchor]
    places = [frame.anchor] + ([frame.light] if frame.light is not None else [])
    if frame.kind == "noun" and token.dep_.split(":")[0] in {"obj", "nsubj", "obl", "conj", "nmod"}:
        places += _clause(token)
    marks = {c.lower_ for c in token.children if c.dep_ in {"mark", "advmod"}}
    if token.dep_ in {"xcomp", "advcl", "conj"} and not marks - {"to"}:
        places.append(token.head.i)
    for found in (times.own, times.inside):
        for place in places:
            notes = sorted(found.get(place, ()), key=lambda n: abs(n.head - frame.anchor))
            if notes:
                return notes[0].value
    if token.dep_ == "advcl" and marks & {"after", "when", "as", "while", "before", "because"}:
        # "in 2010 after commandos stormed a ship": the year holds for both, a day would not.
        coarse = [n.value for n in times.own.get(token.head.i, ()) if n.value and len(n.value) <= 4]
        return coarse[0] if coarse else None
    return None


def _clause(token: Token) -> list[int]:
    """The predicate that a noun is an argument of, and the infinitives it governs ("talks are due to *begin*")."""
    node = token
    while node.head.i != node.i and node.pos_ not in {"VERB", "AUX", "ADJ"}:
        if node.dep_ == "acl:relcl":
            return []
        node = node.head
    if node.pos_ not in {"VERB", "AUX", "ADJ"}:
        return []
    return [node.i, *(c.i for c in node.children if c.dep_ == "xcomp")]


def place_of(draft: Draft, frame: Frame) -> tuple[str, str | None, float | None, float | None] | None:
    """The named place of a frame: name, country, latitude, longitude."""
    seen: list[int] = []
    for anchor in dict.fromkeys([frame.anchor, frame.light if frame.light is not None else frame.anchor]):
        token = draft.doc[anchor]
        seen.append(anchor)
        for role in ("obj", "subj", "on", "at", "of"):
            seen += [i for i in frame.slots.get(role, []) if draft.doc[i].pos_ in {"NOUN", "PROPN"}]
        if frame.kind == "noun":
            seen += _clause(token)
    for anchor in dict.fromkeys(seen):
        for child in draft.doc[anchor].children:
            if child.dep_.startswith(("obl", "nmod", "advcl")) and preposition_of(child) in {"in", "at", "near", "on", "off", "outside"}:
                found = _place_at(draft, child)
                if found:
                    return found
    return None


def _place_at(draft: Draft, token: Token) -> tuple[str, str | None, float | None, float | None] | None:
    left, right = token.i, token.i + 1
    while left > token.left_edge.i and draft.doc[left - 1].pos_ == "PROPN":
        left -= 1
    while right <= token.right_edge.i and draft.doc[right].pos_ == "PROPN" and draft.doc[right].dep_ == "flat":
        right += 1
    for start in range(left, token.i + 1):
        name = draft.span((start, right)).text
        places = draft.world.place(name, draft.date.value)
        if places:
            best = places[0]
            return name, best.country, best.lat, best.lon
    sense = draft.mention_at.get(token.i)
    if sense is not None and sense.senses and sense.senses[0].kind == "state":
        return draft.span(sense.stretch).text, sense.senses[0].id, None, None
    return None


def is_historical(value: str | None, reference: str | None) -> bool:
    """Whether a period ended well before the days that the report's news covers."""
    if value is None or reference is None:
        return False
    end = bounds(value)[1]
    day = bounds(reference)[0]
    if end is None or day is None:
        return False
    return end < max(date.min + timedelta(days=_NEWS_DAYS), day) - timedelta(days=_NEWS_DAYS)

"""When and where an event takes place: the times and places that hang on its predicate."""

from __future__ import annotations

from datetime import date, timedelta

from spacy.tokens import Token

from dragoman.reading.draft import Draft, Frame, TimeNote
from dragoman.reading.frames import preposition_of
from dragoman.record.edtf import bounds

_MODIFIERS = {"compound", "nummod", "amod", "nmod:poss", "nmod:unmarked", "nmod:desc"}
# An event that ended longer ago than this before the report belongs to an earlier period than its news.
_NEWS_DAYS = 120


def times_by_predicate(draft: Draft) -> dict[int, list[TimeNote]]:
    """Time expressions by the nearest predicate above them (a frame's anchor or supporting verb)."""
    anchors = {f.anchor for f in draft.frames} | {f.light for f in draft.frames if f.light is not None}
    found: dict[int, list[TimeNote]] = {}
    for note in draft.times:
        if note.value is None or note.kind == "duration":
            continue
        token = draft.doc[note.head]
        modifier = token.dep_ in _MODIFIERS and not any(c.dep_ == "case" and c.lower_ not in {"'s", "’s"} for c in token.children)
        if modifier and token.head.i not in anchors:
            continue  # "the 1972 treaty": the year of the thing, not of what is done with it
        while token.i not in anchors and token.head.i != token.i:
            token = token.head
        found.setdefault(token.i, []).append(note)
    return found


def time_of(draft: Draft, frame: Frame, times: dict[int, list[TimeNote]]) -> str | None:
    """The EDTF period of a frame: its own time, its supporting verb's, or that of the clause it stands in."""
    places = [frame.anchor, frame.light if frame.light is not None else frame.anchor]
    token = draft.doc[frame.anchor]
    if frame.kind == "noun" and token.head.pos_ in {"VERB", "AUX"} and token.dep_ in {"obj", "nsubj", "nsubj:pass", "obl"}:
        places.append(token.head.i)
    if token.dep_ in {"xcomp", "advcl", "conj"} and not any(c.dep_ == "mark" and c.lower_ != "to" for c in token.children):
        places.append(token.head.i)
    for place in places:
        notes = sorted(times.get(place, ()), key=lambda n: abs(n.head - frame.anchor))
        if notes:
            return notes[0].value
    return None


def place_of(draft: Draft, frame: Frame) -> tuple[str, str | None, float | None, float | None] | None:
    """The named place of a frame: name, country, latitude, longitude."""
    seen: list[int] = []
    for anchor in dict.fromkeys([frame.anchor, frame.light if frame.light is not None else frame.anchor]):
        token = draft.doc[anchor]
        seen.append(anchor)
        for role in ("obj", "subj", "on", "at", "of"):
            seen += [i for i in frame.slots.get(role, []) if draft.doc[i].pos_ in {"NOUN", "PROPN"}]
        if frame.kind == "noun" and token.head.pos_ == "VERB":
            seen.append(token.head.i)
    for anchor in seen:
        for child in draft.doc[anchor].children:
            if child.dep_.startswith(("obl", "nmod")) and preposition_of(child) in {"in", "at", "near", "on", "off", "outside"}:
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
        places = draft.world.place(name)
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

"""Whether a lexicon entry fits a frame, and who fills its roles."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.lexicon import EventEntry
from dragoman.reading.draft import Draft, Frame
from dragoman.reading.frames import preposition_of, with_conjuncts

# Kinds of actors between which dealings are international.
INTERNATIONAL = {"state", "igo", "bloc", "armed-group", "people"}


@dataclass(frozen=True)
class Match:
    """An entry that fits, the slots it was fitted to, and how specific it is (constraints met)."""

    entry: EventEntry
    slots: dict[str, list[int]]
    score: float


def matches(draft: Draft, frame: Frame) -> list[Match]:
    """All entries that fit a frame, the most specific first."""
    found = []
    index = draft.lexicon.event_index
    entries = index.get((frame.kind, frame.lemma), ())
    inner = inherited(draft, frame) if entries else {}
    for entry in entries:
        slots = _slots_for(draft, frame, inner, entry)
        score = _fits(draft, slots, entry)
        if score is not None:
            found.append(Match(entry, slots, score))
    if frame.passive and "subj" not in frame.slots:
        # "is opposed to": a participle that describes its subject.
        slots = {("subj" if role == "obj" else role): fillers for role, fillers in frame.slots.items()}
        for entry in index.get(("adjective", draft.doc[frame.anchor].lower_), ()):
            score = _fits(draft, slots, entry)
            if score is not None:
                found.append(Match(entry, slots, score))
    return sorted(found, key=lambda m: -m.score)


def _slots_for(draft: Draft, frame: Frame, slots: dict[str, list[int]], entry: EventEntry) -> dict[str, list[int]]:
    """A frame's slots, with what a supporting verb adds where the entry allows that verb."""
    if not frame.support or (frame.light is not None and draft.doc[frame.light].lemma_.lower() not in entry.light):
        return slots
    slots = {role: list(fillers) for role, fillers in slots.items()}
    for role, fillers in frame.support.items():
        slots[role] = slots.get(role, []) + [i for i in fillers if i not in slots.get(role, [])]
    return slots


def inherited(draft: Draft, frame: Frame) -> dict[str, list[int]]:
    """A frame's slots and, for prepositions that it lacks, those of its arguments ("signed an accord *with Niger*", "supply of
    arms *to Chad*")."""
    through = ("obj", "to", "into", "for", "in", "with", "by") if frame.kind == "verb" else ("of",)
    slots = frame.slots
    nouns = [(role, draft.doc[i]) for role in through for i in frame.slots.get(role, ()) if draft.doc[i].pos_ == "NOUN"]
    while nouns:
        role, noun = nouns.pop(0)
        for child in noun.children:
            preposition = preposition_of(child) if child.dep_.startswith("nmod") else None
            if preposition == "of" and child.pos_ == "NOUN" and role != "of":
                nouns.append((role, child))
            elif preposition and preposition not in {"of", role} and preposition not in frame.slots:
                if slots is frame.slots:
                    slots = {r: list(f) for r, f in frame.slots.items()}
                slots.setdefault(preposition, []).extend(with_conjuncts(child))
    return slots


def _fits(draft: Draft, slots: dict[str, list[int]], entry: EventEntry) -> float | None:
    for key, wanted in entry.unless.items():
        if any(_filled(draft, slots.get(slot, []), wanted) for slot in key.split("|")):
            return None
    score = 0.0
    for key, wanted in entry.needs.items():
        if not any(_filled(draft, slots.get(slot, []), wanted) for slot in key.split("|")):
            return None
        score += 0.5 if "*" in wanted else 1.0
    return score


def _filled(draft: Draft, fillers: list[int], wanted: tuple[str, ...]) -> bool:
    for i in fillers:
        token = draft.doc[i]
        lemma, low = token.lemma_.lower(), token.lower_
        for want in wanted:
            if want == "*":
                return True
            if want.startswith("@"):
                words = draft.lexicon.classes.get(want[1:], frozenset())
                if lemma in words or low in words:
                    return True
            elif want in {lemma, low}:
                return True
    return False


def actors_in(
    draft: Draft, slots: dict[str, list[int]], roles: tuple[str, ...], barred: tuple[str, ...] = (), things: bool = True
) -> tuple[tuple[str, ...], tuple[str, ...], list[int], str]:
    """Who fills the first of these roles that names an actor; where ``things``, also whose thing or act fills it.

    Returns:
        the responsible actors, the participants named (persons and bodies), the filler tokens and the role.
    """
    for role in roles:
        fillers = slots.get(role, [])
        states: list[str] = []
        named: list[str] = []
        for i in fillers:
            ids = draft.actors_at(i, conjuncts=False) or (parties_of_noun(draft, i) if things else draft.owners_of(i))
            states += [draft.responsible(a) for a in ids]
            named += [a for a in ids if draft.actors.get(a) and draft.actors[a].kind in {"person", "government-body"}]
        states = [s for s in dict.fromkeys(states) if s not in barred]
        if states:
            return tuple(states), tuple(dict.fromkeys(named)), fillers, role
    return (), (), [], ""


def parties_of_noun(draft: Draft, head: int, depth: int = 0) -> tuple[str, ...]:
    """The actors that a thing or act belongs to: its owners, those of a noun inside it ("the bombing of villages in Laos"),
    of the noun around it ("the Pentagon's announcement of a test"), or of its last mention ("the test")."""
    owners = draft.owners_of(head)
    if owners:
        return owners
    token = draft.doc[head]
    if token.pos_ not in {"NOUN", "PROPN"} or depth > 2:
        return ()
    for child in token.children:
        if child.dep_.startswith(("nmod", "acl")) and child.pos_ in {"NOUN", "PROPN"}:
            inner = draft.actors_at(child.i) or draft.owners_of(child.i) or draft.place_owner(child.i)
            if inner:
                return inner
    if draft.place_owner(head):
        return draft.place_owner(head)
    if token.dep_ == "nmod" and token.head.pos_ == "NOUN" and depth < 2:
        around = draft.owners_of(token.head.i)
        if around:
            return around
    definite = any(c.lower_ in {"the", "this", "that", "these", "those"} for c in token.children)
    if definite and depth == 0:
        start = max(0, head - 150)
        for i in range(head - 1, start - 1, -1):
            earlier = draft.doc[i]
            if earlier.lemma_ == token.lemma_ and earlier.pos_ in {"NOUN", "PROPN"}:
                found = parties_of_noun(draft, i, depth + 1)
                if found:
                    return found
    return ()


def others_under(draft: Draft, roots: list[int], barred: tuple[str, ...], places: bool = False) -> tuple[str, ...]:
    """The first other international actor named under these words, in the order of the text; one that is only a place counts
    where ``places``."""
    for root in roots:
        first, last = draft.subtree(root)
        for i in range(first, last):
            mention = draft.mention_at.get(i)
            if mention is None or (mention.as_place and not places):
                continue
            ids = tuple(dict.fromkeys(draft.responsible(a) for a in mention.actors))
            ids = tuple(a for a in ids if a not in barred and is_international(draft, a))
            if ids:
                return ids
    return ()


def is_international(draft: Draft, actor: str) -> bool:
    """Whether an actor's dealings are dealings between states."""
    note = draft.actors.get(actor)
    if note is None:
        sense = draft.world.actor(actor)
        return sense is not None and sense.kind in INTERNATIONAL
    return note.kind in INTERNATIONAL

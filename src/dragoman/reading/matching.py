"""Whether a lexicon entry fits a frame, and who fills its roles."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.lexicon import EventEntry
from dragoman.reading.draft import Draft, Frame

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
    for entry in index.get((frame.kind, frame.lemma), ()):
        slots = _slots_for(draft, frame, entry)
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


def _slots_for(draft: Draft, frame: Frame, entry: EventEntry) -> dict[str, list[int]]:
    """The frame's slots, with what a supporting verb adds where the entry allows that verb."""
    if not frame.support:
        return frame.slots
    if frame.light is not None:
        lemma = draft.doc[frame.light].lemma_.lower()
        if lemma not in entry.light:
            return frame.slots
    slots = {role: list(fillers) for role, fillers in frame.slots.items()}
    for role, fillers in frame.support.items():
        slots[role] = slots.get(role, []) + [i for i in fillers if i not in slots.get(role, [])]
    return slots


def _fits(draft: Draft, slots: dict[str, list[int]], entry: EventEntry) -> float | None:
    for key, wanted in entry.unless.items():
        if any(_filled(draft, slots.get(slot, []), wanted, slot) for slot in key.split("|")):
            return None
    score = 0.0
    for key, wanted in entry.needs.items():
        if not any(_filled(draft, slots.get(slot, []), wanted, slot) for slot in key.split("|")):
            return None
        score += 0.5 if "*" in wanted else 1.0
    return score


def _filled(draft: Draft, fillers: list[int], wanted: tuple[str, ...], slot: str) -> bool:
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


def actors_in(draft: Draft, slots: dict[str, list[int]], roles: tuple[str, ...], barred: tuple[str, ...] = ()) -> tuple[tuple[str, ...], tuple[str, ...], list[int]]:
    """Who fills the first of these roles that names an actor.

    Returns:
        the responsible actors, the participants named (persons and bodies), and the filler tokens.
    """
    for role in roles:
        fillers = slots.get(role, [])
        states: list[str] = []
        named: list[str] = []
        for i in fillers:
            ids = draft.actors_at(i, conjuncts=False) or owners_deep(draft, i)
            states += [draft.responsible(a) for a in ids]
            named += [a for a in ids if draft.actors.get(a) and draft.actors[a].kind in {"person", "government-body"}]
        states = [s for s in dict.fromkeys(states) if s not in barred and draft.actors.get(s) is None or s not in barred]
        if states:
            return tuple(states), tuple(dict.fromkeys(named)), fillers
    return (), (), []


def owners_deep(draft: Draft, head: int) -> tuple[str, ...]:
    """Owners of a noun phrase, looking one noun further down ("the bombing of villages in Laos" is about Laos)."""
    owners = draft.owners_of(head)
    if owners:
        return owners
    for child in draft.doc[head].children:
        if child.dep_.startswith("nmod") and child.pos_ in {"NOUN", "PROPN"}:
            inner = draft.actors_at(child.i) or draft.owners_of(child.i)
            if inner:
                return inner
    return ()


def is_international(draft: Draft, actor: str) -> bool:
    """Whether an actor's dealings are dealings between states."""
    note = draft.actors.get(actor)
    if note is None:
        sense = draft.world.actor(actor)
        return sense is not None and sense.kind in INTERNATIONAL
    return note.kind in INTERNATIONAL

"""Whose an instrument is: parties named in its phrases, those who sign or discuss it, and those of what it goes with."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.reading.draft import Draft
from dragoman.reading.frames import preposition_of
from dragoman.reading.instrument_grouping import Group
from dragoman.reading.instrument_life import state_of_use
from dragoman.reading.instrument_mentions import InstrumentMention, only_parties
from dragoman.reading.instrument_uses import Uses

_AGREED_REACH = 200  # words back to the act that "the agreement" takes up
_PRIVATE = {"bank", "banks", "creditor", "creditors", "company", "companies", "union", "unions", "employers", "lenders"}
_PARTY_ROLES = ("subj", "with", "between", "among", "poss", "by", "agent")
_BOTH_SIDES = {"agree", "agreed", "agrees", "agreeing", "accept", "accepted", "promised", "pledged", "undertook"}


def parties_of(draft: Draft, group: Group, uses: Uses, groups: list[Group]) -> tuple[str, ...]:
    """The parties of an instrument as far as the report or the world tells them; () where nobody is told.

    Args:
        draft: the draft.
        group: the instrument.
        uses: uses of the nouns of the draft.
        groups: all instruments of the report.
    """
    if group.known is not None:
        return _known_parties(draft, group)
    named = list(group.parties)
    joint = any(m.article != "whose" and t.lower_ == "joint" for m in group.mentions for t in draft.doc[m.stretch[0] : m.head])
    lists = group.family == "statement" and any(m.title for m in group.mentions)  # "We, the ministers of ..." may list them
    if len(named) >= 2 or (not joint and not lists and any(_is_bloc(draft, p, group) for p in named)):
        return tuple(named)
    if _with_others(draft, group, uses):
        return ()
    if group.family == "resolution":
        return tuple(named) or _council(draft)
    if joint and group.mentions[0].title:
        issuers = only_parties(draft, [draft.responsible(a) for m in draft.mentions if m.head < draft.title_end for a in m.actors])
        if len(issuers) > 1:
            return issuers
    if not named and any(m.noun is not None and m.noun.need == "named" and m.noun.kind == "treaty" for m in group.mentions):
        return ()  # "the Lisbon Convention": of many
    for mention in group.mentions:
        told = _by_use(draft, mention, uses, truce=group.family == "truce")
        found = only_parties(draft, named + told)
        if len(found) >= 2:
            return found
        named = list(found)
    if not named:
        for mention in group.mentions:
            if mention.article in {"the", "this"} and not mention.title and mention is group.mentions[0]:
                found = _by_agreeing(draft, mention)
                if found:
                    return found
    if len(named) == 1 and group.family not in {"statement", "truce"} and not _of_many(group, groups) and not _internal(group):
        other = _other_side(draft, group, named[0])
        if other is not None:
            named.append(other)
    if not named and any(m.noun is not None and m.noun.need == "plain" for m in group.mentions):
        opening = _opening(draft)
        return opening if len(opening) == 2 else ()
    return only_parties(draft, named)


def _opening(draft: Draft) -> tuple[str, ...]:
    """The states of headline and opening sentence."""
    end = draft.doc[draft.body].sent.end if draft.body < len(draft.doc) else 0
    told = [
        draft.responsible(a)
        for m in draft.mentions
        if m.head < end and not m.as_place and not draft.title_end <= m.head < draft.body
        for a in m.actors
    ]
    return only_parties(draft, told)


def _known_parties(draft: Draft, group: Group) -> tuple[str, ...]:
    assert group.known is not None
    for mention in group.mentions:
        if len(mention.parties) > 1 or any(_is_bloc(draft, p, group) for p in mention.parties):
            return mention.parties  # as the report tells them
    parties = group.known.parties
    day = draft.date.value or draft.report.published or ""
    if "SUN" in parties and day[:10] > "1991-12-25" and not any(m.soviet for m in group.mentions) and (group.known.year or "") < "1991":
        parties = tuple("RUS" if p == "SUN" else p for p in parties)
    if not parties and any(m.fresh for m in group.mentions):
        return tuple(group.parties)
    return parties


def _is_bloc(draft: Draft, actor: str, group: Group | None) -> bool:
    """Whether an instrument is that of an organisation's members among themselves ("OPEC's agreement", "the G-7 accord")."""
    note = draft.actors.get(actor)
    if note is None or note.kind not in {"bloc", "igo"}:
        return False
    return note.kind == "bloc" or group is None or any(m.article == "whose" and actor in m.parties for m in group.mentions)


def _with_others(draft: Draft, group: Group, uses: Uses) -> bool:
    """Whether an instrument is with somebody who is no state or organisation ("an agreement with creditor banks")."""
    for mention in group.mentions:
        fillers = [c.i for c in draft.doc[mention.head].children if c.dep_.startswith(("nmod", "obl")) and preposition_of(c) == "with"]
        for use in uses.of(mention.head):
            if use.frame is not None and use.role == "obj":
                fillers += draft.frames[use.frame].slots.get("with", ())
        if any(draft.doc[i].pos_ in {"NOUN", "PROPN"} and i not in draft.mention_at and not deep_states(draft, i) for i in fillers):
            return True
    return False


def _internal(group: Group) -> bool:
    """Whether an adjective names one state and nobody else ("the Libyan ceasefire agreement")."""
    return len(group.parties) == 1 and all(m.article != "whose" for m in group.mentions if m.parties)


def _of_many(group: Group, groups: list[Group]) -> bool:
    """Whether an instrument belongs to one of many parties, whose name it bears."""
    words = {w.lower() for g in groups if g.known is not None and not g.known.parties for w in g.known.short}
    return bool(words & group.modifiers)


def _council(draft: Draft) -> tuple[str, ...]:
    return ("UN",) if "UN" in draft.actors else ()


def _by_use(draft: Draft, mention: InstrumentMention, uses: Uses, truce: bool) -> list[str]:
    """States around the nearest predicate above the mention that has any: who signs, seeks, discusses or breaks it.

    Of a ``truce``, of which many speak, only those count who are said to make, keep or break it.
    """
    token = draft.doc[mention.head]
    first = True
    while True:
        for use in uses.of(token.i):
            states = _states_of_frame(draft, use.frame, token.i) if use.frame is not None else []
            if (first and use.role in {"with", "to"} and not states) or (truce and state_of_use(use) in {None, "proposed"}):
                continue
            if states:
                return states
            owner = _owner_above(draft, use.anchor)
            if owner:
                return owner
        if truce or token.head.i == token.i or _is_clause_of_its_own(token):
            return []
        if token.pos_ in {"NOUN", "PROPN"} and not first:
            owners = [draft.responsible(a) for a in draft.owners_of(token.i)]
            if only_parties(draft, owners):
                return owners
        first = False
        token = token.head
        if token.i in uses.frame_of:
            states = _states_of_frame(draft, uses.frame_of[token.i], mention.head)
            if states:
                return states


def _is_clause_of_its_own(token: Token) -> bool:
    """Whether a token heads a clause that somebody says, or that tells what a noun holds."""
    if token.dep_ == "parataxis":
        return True
    return token.dep_ in {"ccomp", "acl"} and any(c.dep_.startswith("nsubj") or (c.dep_ == "mark" and c.lower_ == "that") for c in token.children)


def _states_of_frame(draft: Draft, frame: int, besides: int) -> list[str]:
    note = draft.frames[frame]
    found: list[str] = []
    for role in (*_PARTY_ROLES, "obj") if note.passive else _PARTY_ROLES:
        for i in [*note.slots.get(role, ()), *note.support.get(role, ())]:
            if i != besides:
                found += deep_states(draft, i)
    return list(only_parties(draft, found))


def deep_states(draft: Draft, head: int) -> list[str]:
    """States of a noun phrase: of "ministers of A, B and C" those listed."""
    direct = list(draft.states_at(head, conjuncts=False)) or [draft.responsible(a) for a in draft.owners_of(head)]
    listed: list[str] = []
    for child in draft.doc[head].children:
        if child.dep_.startswith("nmod") and child.i > head and any(c.lower_ == "of" for c in child.children if c.dep_ == "case"):
            listed += draft.states_at(child.i)
    return listed + [d for d in direct if d not in listed] if len(listed) > 1 else direct


def _owner_above(draft: Draft, anchor: int) -> list[str]:
    """ "its failure to honor the agreement": whose failure it is."""
    token = draft.doc[anchor]
    if token.dep_ in {"acl", "xcomp", "advcl"} and token.head.pos_ in {"NOUN", "PROPN"}:
        return list(only_parties(draft, [draft.responsible(a) for a in draft.owners_of(token.head.i)]))
    return []


def _by_agreeing(draft: Draft, mention: InstrumentMention) -> tuple[str, ...]:
    """ "the agreement" after "A has agreed with B to ...": whoever agreed, and whoever the deed is with."""
    doc = draft.doc
    here = doc[mention.head].sent.start
    near = [f for f in draft.frames if f.kind == "verb" and doc[f.anchor].lower_ in _BOTH_SIDES and f.anchor < mention.head]
    for frame in reversed(near):
        if here - frame.anchor > _AGREED_REACH:
            break
        states = [s for i in frame.slots.get("subj", ()) for s in deep_states(draft, i)]
        for role in ("with", "to"):
            states += [s for i in frame.slots.get(role, ()) for s in draft.states_at(i)]
        for root in (*frame.slots.get("comp", ()), *frame.slots.get("obj", ())):
            for token in doc[root].subtree:
                if token.i in draft.mention_at and token.dep_ in {"obl", "obj", "iobj", "nmod", "obl:agent"}:
                    states += draft.states_at(token.i)
        found = only_parties(draft, states)
        if len(found) >= 2 or any(_is_bloc(draft, p, None) for p in found):
            return found[:2]
    return ()


def _other_side(draft: Draft, group: Group, one: str) -> str | None:
    """The second party: the state in the phrases about the instrument, else the only other state of their sentences."""
    for mention in group.mentions:
        under = [
            draft.responsible(a) for t in draft.doc[mention.head].subtree if t.i in draft.mention_at and not draft.mention_at[t.i].as_place
            for a in draft.mention_at[t.i].actors
        ]  # fmt: skip
        others = [p for p in only_parties(draft, under) if p != one]
        if len(others) == 1:
            return others[0]
    for mention in group.mentions:
        sentence = draft.doc[mention.head].sent
        if any(t.lower_ in _PRIVATE for t in sentence):
            return None  # it may be with them
        told = [
            draft.responsible(a) for t in sentence if t.i in draft.mention_at and not draft.mention_at[t.i].as_place
            for a in draft.mention_at[t.i].actors
        ]  # fmt: skip
        others = [p for p in only_parties(draft, told) if p != one]
        if len(others) == 1:
            return others[0]
    return None

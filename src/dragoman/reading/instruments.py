"""Instruments: treaties, pacts, declarations, resolutions, existing or proposed, with all their mentions."""

from __future__ import annotations

from dragoman.lexicon.instruments import subjects_by_word
from dragoman.reading.draft import Draft, InstrumentNote, stage
from dragoman.reading.instrument_grouping import Group, group, may_mean
from dragoman.reading.instrument_life import life_of, realised_heads
from dragoman.reading.instrument_mentions import InstrumentMention, find_instrument_mentions
from dragoman.reading.instrument_parties import parties_of
from dragoman.reading.instrument_relations import relations
from dragoman.reading.instrument_uses import Uses
from dragoman.reading.settings import times_by_predicate

_LINKS = {"appos", "nsubj"}


@stage("instruments")
def find_instruments(draft: Draft) -> None:
    """Fill ``draft.instruments``, in the order of their first mentions."""
    mentions = find_instrument_mentions(draft)
    if not mentions:
        return
    uses = Uses(draft)
    realised = realised_heads(draft, [m.head for m in mentions], uses)
    apart = _apart(draft)
    groups = group(draft, mentions, realised, _linked(draft, mentions), apart)
    parties = [parties_of(draft, g, uses, groups) for g in groups]
    groups, parties = _merged(groups, parties, apart)
    bonds = relations(draft, groups, parties, uses)
    for k, related in bonds.items():
        for kind, other in related:
            if kind in {"cites", "reaffirms"}:
                continue
            # What goes with an instrument, replaces or amends it is between the same parties, where nothing else is told.
            if _fewer(parties[k], parties[other]) and groups[k].known is None:
                parties[k] = _then(parties[other], groups[k].year)
            elif _fewer(parties[other], parties[k]) and groups[other].known is None:
                parties[other] = _then(parties[k], groups[other].year)
    kept = [k for k, g in enumerate(groups) if _is_instrument(draft, g, parties[k], k in bonds)]
    _take_up([groups[k] for k in kept], [g for k, g in enumerate(groups) if k not in kept], apart)
    number = {k: n for n, k in enumerate(kept)}
    times = times_by_predicate(draft)
    for k in kept:
        one = groups[k]
        life = life_of(draft, one, uses, times)
        best = _best_named(one)
        draft.instruments.append(
            InstrumentNote(
                kind=_kind(one), name=_name(draft, best), mentions=[m.stretch for m in one.mentions], heads=[m.head for m in one.mentions],
                parties=parties[k], signatories=life.signatories, signed=life.signed, place=life.place, in_force=life.in_force, ended=life.ended,
                year=_year(one, life.signed), state=life.state, relations=[(kind, number[o]) for kind, o in bonds.get(k, ()) if o in number],
                subjects=_subjects(one), attribution=_attribution(draft, one), status=life.status,
                rule=one.known.id if one.known else best.noun.id if best.noun else "instrument",
            )
        )  # fmt: skip


def _fewer(some: tuple[str, ...], all_: tuple[str, ...]) -> bool:
    return len(some) < 2 and len(some) < len(all_) and set(some) <= set(all_)


def _then(parties: tuple[str, ...], year: str | None) -> tuple[str, ...]:
    """The parties as they were in a year: before 1992 the Soviet Union for Russia."""
    return tuple("SUN" if p == "RUS" and year is not None and year < "1992" else p for p in parties)


def _apart(draft: Draft) -> dict[int, set[int]]:
    """Heads in different slots of one predicate: "the pact replaces the treaty" speaks of two."""
    found: dict[int, set[int]] = {}
    for frame in draft.frames:
        arguments = [(role, h) for role in ("subj", "obj", "to", "with", "by", "on", "from") for h in frame.slots.get(role, ())]
        for role, head in arguments:
            found.setdefault(head, set()).update(h for other, h in arguments if other != role)
    return found


def _merged(groups: list[Group], parties: list[tuple[str, ...]], apart: dict[int, set[int]]) -> tuple[list[Group], list[tuple[str, ...]]]:
    """One instrument out of two between the same parties, where the later is brought up as known ("the chip pact")."""
    kept: list[int] = []
    for k, one in enumerate(groups):
        first = one.mentions[0]
        into = None
        if first.article in {"the", "this", "whose"} and first.head >= 0 and not _told_apart(one) and len(parties[k]) > 1:
            into = next(
                (
                    j
                    for j in reversed(kept)
                    if set(parties[j]) == set(parties[k]) and _may_be_one(groups[j], one) and not _meet(groups[j], one, apart)
                ),
                None,
            )
        if into is None:
            kept.append(k)
        else:
            groups[into].absorb(one)
    return [groups[k] for k in kept], [parties[k] for k in kept]


def _take_up(kept: list[Group], loose: list[Group], apart: dict[int, set[int]]) -> None:
    """Mentions that alone would mean no instrument take up the last one before them that they can mean."""
    for other in loose:
        if other.name or other.number or (other.mentions[0].article in {"a", "none", "no"} and not other.mentions[0].fresh):
            continue
        first = other.mentions[0].head
        fits = [one for one in kept if one.mentions[0].head < first and may_mean(one, other) and not _meet(one, other, apart)]
        if fits:
            max(fits, key=lambda one: max(m.head for m in one.mentions if m.head < first)).absorb(other)


def _meet(one: Group, other: Group, apart: dict[int, set[int]]) -> bool:
    return any(m.head in apart.get(n.head, ()) for m in one.mentions for n in other.mentions)


def _told_apart(one: Group) -> bool:
    return one.known is not None or one.year is not None or bool(one.name) or any(m.fresh or m.old for m in one.mentions)


def _may_be_one(earlier: Group, later: Group) -> bool:
    if (
        earlier.known is not None
        or earlier.year is not None
        or earlier.name
        or earlier.family != later.family
        or earlier.family not in {"contract", "statement"}
    ):
        return False
    return not any(m.fresh or m.old for m in earlier.mentions)


def instrument_at(draft: Draft, token: int) -> int | None:
    """The index in ``draft.instruments`` of the instrument that a token heads or stands in a mention of; None where none."""
    for k, note in enumerate(draft.instruments):
        if token in note.heads:
            return k
    return next((k for k, note in enumerate(draft.instruments) if any(a <= token < b for a, b in note.mentions)), None)


def _linked(draft: Draft, mentions: list[InstrumentMention]) -> dict[int, int]:
    """Mentions that are said to be another: appositions and nominal predicates."""
    heads = {m.head for m in mentions}
    found = {}
    for mention in mentions:
        token = draft.doc[mention.head]
        if token.dep_ == "appos" and token.head.i in heads:
            found[token.i] = token.head.i
        if any(c.dep_ == "cop" for c in token.children):
            subject = next((c.i for c in token.children if c.dep_ == "nsubj" and c.i in heads and c.i < token.i), None)
            if subject is not None and mention.article in {"a", "the"}:
                found[token.i] = subject
    return found


def _is_instrument(draft: Draft, one: Group, parties: tuple[str, ...], related: bool) -> bool:
    """Whether enough is told for an instrument between international actors."""
    if one.known is not None:
        return True
    nouns = [m.noun for m in one.mentions if m.noun is not None and m.noun.need != "back"]
    if not nouns:
        return False
    needs = {n.need for n in nouns}
    institution = any(_kind_of(draft, p) in {"igo", "bloc"} for p in parties)
    if "number" in needs:
        return bool(one.number) or any(_kind_of(draft, p) in {"igo", "bloc"} for p in one.parties)
    if "joint" in needs and len(needs) == 1:
        return len(parties) > 1 or any(_kind_of(draft, p) == "bloc" for p in parties)
    if nouns[0].family == "statement":
        return len(parties) > 1 or institution
    if needs == {"named"} and nouns[0].kind != "treaty":
        return bool(parties)  # a framework or road map of somebody
    if one.name and "plain" in needs | {"plain" if "named" in needs else ""}:
        return True
    if one.family == "truce" and not parties:
        return one.realised or any(m.article in {"the", "this"} for m in one.mentions)
    if institution:
        return True
    if "plain" in needs:
        return len(parties) > 1 or (bool(parties) and one.realised)
    return len(parties) > 1 or (bool(parties) and one.realised and one.family == "protocol")


def _kind_of(draft: Draft, actor: str) -> str | None:
    note = draft.actors.get(actor) or draft.world.actor(actor)
    return note.kind if note else None


def _best_named(one: Group) -> InstrumentMention:
    return max(
        one.mentions, key=lambda m: (not m.title, m.noun is not None and m.noun.need != "back", bool(m.known), len(m.name), len(m.modifiers), -m.head)
    )


def _name(draft: Draft, mention: InstrumentMention) -> str:
    words = draft.span(mention.stretch).text.split()
    while len(words) > 1 and words[0].lower() in {"the", "a", "an", "this", "such", "its", "their", "another"}:
        words = words[1:]
    return " ".join(words)


def _kind(one: Group) -> str:
    if one.known is not None:
        return one.known.kind
    kinds = [m.noun.kind for m in one.mentions if m.noun is not None and m.noun.need != "back"]
    return "treaty" if "treaty" in kinds else kinds[0] if kinds else "other"


def _year(one: Group, signed: str | None) -> str | None:
    if one.year:
        return one.year
    if signed:
        return signed[:4] if signed[:4].isdigit() else None
    return one.known.year if one.known else None


def _subjects(one: Group) -> tuple[str, ...]:
    table = subjects_by_word()
    told = {table[w] for w in one.topics | one.name if w in table}
    return tuple(sorted(told | set(one.known.subjects if one.known else ())))


def _attribution(draft: Draft, one: Group) -> tuple[str, ...]:
    """Whose word an instrument stands on alone; () where the report itself speaks of it."""
    chains = [draft.attribution_at(m.head) for m in one.mentions]
    return chains[0] if chains and all(chains) else ()

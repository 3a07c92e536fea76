"""Groups: "they", "both sides", "the two leaders", "the former": which actors stand together for such words."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.reading.draft import Draft, Mention
from dragoman.reading.salience import Memory, clause_subjects

STATE_LIKE = {"state", "igo", "bloc", "government-body", "armed-group", "company", "ngo", "media", "people", "other"}
LEADERS = {
    "president", "premier", "minister", "chancellor", "leader", "king", "queen", "secretary", "chairman", "emir", "prince", "sultan",
    "secretary-general",
}  # fmt: skip


def remember_group(draft: Draft, mention: Mention, token: Token, number: int, memory: Memory) -> None:
    """Coordinated actors ("Russia and China") are a group that "they" and "both sides" can mean."""
    if mention.kind == "pronoun":
        return
    ids = list(mention.actors)
    for other in token.conjuncts:
        if other.i in draft.mention_at:
            ids += draft.mention_at[other.i].actors
    ids = list(dict.fromkeys(ids))
    if len(ids) > 1:
        memory.groups.append((number, tuple(ids)))


def plural(draft: Draft, mention: Mention, number: int, memory: Memory) -> tuple[str, ...]:
    """ "they": the last plural description or coordinated group, whichever stands nearer."""
    together = _with_subject(draft, draft.doc[mention.head])
    if len(together) > 1:
        return together
    nominal = next(((s, m) for s, m in reversed(memory.plurals) if m.head < mention.head and number - s < 4), None)
    group = next(((s, ids) for s, ids in reversed(memory.groups) if number - s < 3), None)
    if nominal and (group is None or nominal[0] >= group[0]):
        mention.named = nominal[1].named
        return nominal[1].actors
    if group:
        return group[1]
    states = sorted(((memory.salience(a, number), a) for a in memory.seen if draft.actors[a].kind in STATE_LIKE), reverse=True)
    return (states[0][1],) if states and states[0][0] > max(0.3, memory.thing(number, True)) else ()


def _with_subject(draft: Draft, token: Token) -> tuple[str, ...]:
    """ "A had agreed with B that they would": the subject and its partner."""
    for subject in clause_subjects(token):
        partners = [c for c in subject.head.children if c.dep_ == "obl" and c.i < token.i and any(g.lower_ == "with" for g in c.children)]
        ids = [a for t in (subject, *partners) for a in draft.actors_at(t.i)]
        if ids and (len(set(ids)) > 1 or partners):
            return tuple(dict.fromkeys(ids))
    return ()


def group(draft: Draft, mention: Mention, token: Token, number: int, memory: Memory) -> tuple[str, ...]:
    """Who "the two leaders" or "both sides" are: the nearest group of that size and kind, else the most salient."""
    size = {"group.two": 2, "group.both": 2, "group.each": 2, "group.three": 3, "group.four": 4}.get(mention.rule)
    persons = token.lemma_.lower() in {"leader", "president", "minister", "man"}

    def fits(actor: str) -> bool:
        kind = draft.actors[actor].kind
        if persons and kind == "person":
            title = draft.actors[actor].title
            return title is None or bool(set(title.split()) & LEADERS)
        return kind == "person" if persons else kind in {"state", "armed-group", "igo", "bloc", "people"}

    for _, ids in reversed(memory.groups):
        members = tuple(dict.fromkeys(a if persons else draft.responsible(a) for a in ids))
        members = tuple(a for a in members if a in draft.actors and fits(a))
        if size and len(members) == size:
            return members
    ranked = sorted(((memory.salience(a, number), a) for a in memory.seen if fits(a)), reverse=True)
    if size and len(ranked) >= size:
        chosen = {a for _, a in ranked[:size]}
        return tuple(a for a in memory.seen if a in chosen)
    if persons and size:
        states = sorted(((memory.salience(a, number), a) for a in memory.seen if draft.actors[a].kind == "state"), reverse=True)[:size]
        return tuple(a for _, a in states) if len(states) == size else ()
    return ()

"""Definite descriptions: "the minister", "the company", "the government": somebody named before, or the likeliest owner."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.reading.draft import Draft, Mention
from dragoman.reading.groups import LEADERS
from dragoman.reading.nominals import body_of
from dragoman.reading.salience import Memory, best

_COMPANIES = {"company", "firm", "corporation", "carmaker", "airline", "bank"}
_BODIES = {"ministry", "parliament", "bank"}
_SAME_STATE = {
    "government", "administration", "authority", "regime", "country", "nation", "republic", "kingdom", "army", "military", "navy",
    "leadership", "cabinet", "junta", "parliament", "ministry", "force", "state",
}  # fmt: skip


def known_holder(draft: Draft, mention: Mention, token: Token, number: int, memory: Memory) -> None:
    """ "the Israeli leader", "the Soviet premier": a person of that state and office whom the report has named."""
    word = token.lemma_.lower()
    state = mention.actors[0]
    candidates = []
    for actor in memory.seen:
        note = draft.actors[actor]
        words = set((note.title or "").split()) if note.kind == "person" and draft.responsible(actor) == state else set()
        if word in words or (word == "leader" and words & LEADERS):
            candidates.append(actor)
    found = best(draft, candidates, number, memory, token)
    if found:
        mention.actors, mention.named, mention.rule = (found,), True, "coreference.office"


def definite(draft: Draft, mention: Mention, token: Token, number: int, memory: Memory) -> None:
    """ "the minister", "the ministry", "the government", "the troops": somebody named before, or the likeliest owner."""
    word = token.lemma_.lower()
    if mention.rule == "nominal.press":
        found = best(draft, [a for a in memory.seen if draft.actors[a].kind == "media"], number, memory, token)
        if found:
            mention.actors, mention.rule = (found,), "coreference.press"
        return
    if mention.rule == "nominal.organ.open":
        kinds = {"company", "other"} if word in _COMPANIES else {"igo", "bloc", "armed-group", "ngo", "other"}
        found = best(draft, [a for a in memory.seen if draft.actors[a].kind in kinds], number, memory, token)
        if found:
            mention.actors, mention.rule = (found,), "coreference.organ"
        return
    if mention.kind == "office":
        candidates = [a for a in memory.seen if draft.actors[a].kind == "person" and word in (draft.actors[a].title or "").split()]
        found = best(draft, candidates, number, memory, token)
        if found:
            mention.actors, mention.rule = (found,), "coreference.office"
            return
    if mention.rule == "nominal.body.open":
        bodies = [a for a in memory.seen if draft.actors[a].kind == "government-body" and word in draft.actors[a].name.lower()]
        found = best(draft, bodies, number, memory, token)
        if found:
            mention.actors, mention.rule = (found,), "coreference.body"
            return
        # "the foreign ministry", of no state that is told: the state in focus has one.
        state = best(draft, [a for a in memory.seen if draft.actors[a].kind == "state"], number, memory, token)
        if state and word in _BODIES:
            mention.actors, mention.rule = (body_of(draft, state, token),), "coreference.body"
            return
    if mention.rule in {"nominal.collective.open", "nominal.body.open"} and word in _SAME_STATE:
        states = [a for a in memory.seen if draft.actors[a].kind in {"state", "armed-group"}]
        found = best(draft, states, number, memory, token)
        if found:
            mention.actors, mention.rule = (draft.responsible(found),), "coreference.state"

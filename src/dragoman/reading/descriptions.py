"""Definite descriptions: "the minister", "the company", "the government": somebody named before, or the likeliest owner."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.reading.draft import Draft, Mention
from dragoman.reading.groups import LEADERS
from dragoman.reading.salience import Memory, best

_PRESS = {"newspaper", "agency", "paper", "daily", "magazine", "radio", "television", "broadcaster", "weekly", "station", "network", "wire", "journal"}
_SAME_STATE = {"government", "administration", "authority", "regime", "country", "nation", "republic", "kingdom", "army", "military", "navy", "leadership", "cabinet",
               "junta", "parliament", "ministry", "force", "state"}  # fmt: skip


def known_holder(draft: Draft, mention: Mention, token: Token, number: int, memory: Memory) -> None:
    """ "the Israeli leader", "the Soviet premier": a person of that state and office whom the report has named."""
    word = token.lemma_.lower()
    state = mention.actors[0]
    candidates = [
        a for a in memory.seen
        if draft.actors[a].kind == "person" and draft.responsible(a) == state and draft.actors[a].title
        and (word in draft.actors[a].title.split() or word == "leader" and set(draft.actors[a].title.split()) & LEADERS)
    ]  # fmt: skip
    found = best(draft, candidates, number, memory, token)
    if found:
        mention.actors, mention.named, mention.rule = (found,), True, "coreference.office"


def definite(draft: Draft, mention: Mention, token: Token, number: int, memory: Memory) -> None:
    """ "the minister", "the ministry", "the government", "the troops": somebody named before, or the likeliest owner."""
    word = token.lemma_.lower()
    if word in _PRESS:
        found = best(draft, [a for a in memory.seen if draft.actors[a].kind == "media"], number, memory, token)
        if found:
            mention.actors, mention.rule = (found,), "coreference.press"
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
    if mention.rule in {"nominal.collective.open", "nominal.body.open"} and word in _SAME_STATE:
        states = [a for a in memory.seen if draft.actors[a].kind in {"state", "armed-group"}]
        found = best(draft, states, number, memory, token)
        if found:
            mention.actors, mention.rule = (draft.responsible(found),), "coreference.state"

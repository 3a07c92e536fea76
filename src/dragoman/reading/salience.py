"""Salience: who and what a report has in mind at a word, in the line of Lappin and Leass (1994).

Actors are weighed by the grammatical role of their mentions, distance in sentences and how often the report names them. Nouns that
stand for no actor are remembered too, so that "it" and "they" may mean them and then nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import log

from spacy.tokens import Token

from dragoman.lexicon.cues import verb_cues
from dragoman.reading.draft import Draft, Mention

_ROLE_WEIGHT = {"nsubj": 3.0, "nsubj:pass": 2.6, "obl:agent": 2.2, "obj": 1.6, "iobj": 1.6, "obl": 1.0, "nmod": 0.6, "nmod:poss": 0.9, "appos": 1.0,
                "amod": 0.35, "compound": 0.35, "conj": 1.5, "ROOT": 1.6, "nsubj:outer": 2.6}  # fmt: skip
_FADING = 0.55  # what is left of a weight one sentence later
_MEMORY = 7  # sentences
_OFTEN = 0.12
_TIMES = {
    "day", "week", "month", "year", "today", "time", "hour", "minute", "decade", "moment", "morning", "afternoon", "night", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "percent", "pct", "dlrs", "mln", "billion", "million", "way",
    "fact", "part", "lot", "kind", "sort", "place", "case", "end", "order", "addition", "view", "example", "thing", "behalf", "spite",
    "yesterday", "tomorrow",
}  # fmt: skip


@dataclass
class Memory:
    """What has been mentioned so far.

    Attributes:
        seen: actor -> (sentence, weight) of its mentions.
        things: (sentence, weight, plural) of nouns that stand for no actor.
        female: actors that "he" does not mean; ``male`` those that "she" does not.
        spoke: actor -> the sentence in which it last said something.
        groups: (sentence, actors) of coordinated actors.
        plurals: (sentence, mention) of plural descriptions.
        named: actor -> how often the whole report names it.
    """

    seen: dict[str, list[tuple[int, float]]] = field(default_factory=dict)
    things: list[tuple[int, float, bool]] = field(default_factory=list)
    female: set[str] = field(default_factory=set)
    male: set[str] = field(default_factory=set)
    spoke: dict[str, int] = field(default_factory=dict)
    groups: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    plurals: list[tuple[int, Mention]] = field(default_factory=list)
    named: dict[str, int] = field(default_factory=dict)

    def salience(self, actor: str, sentence: int) -> float:
        """How much an actor is in mind in a sentence."""
        recent = sum(w * _FADING ** (sentence - s) for s, w in self.seen.get(actor, ()) if sentence - s < _MEMORY)
        return recent * (1 + _OFTEN * log(1 + self.named.get(actor, 0)))

    def thing(self, sentence: int, plural: bool) -> float:
        """How much the most salient noun that is no actor is in mind."""
        return max((w * _FADING ** (sentence - s) for s, w, p in self.things if p == plural and sentence - s < 3), default=0.0)


def weight_of(token: Token) -> float:
    """The weight of a mention by its grammatical role and depth."""
    node, share = token, 1.0
    while node.dep_ in {"conj", "appos", "flat"} and node.head.i != node.i:
        share *= 0.85 if node.dep_ == "conj" else 1.0
        node = node.head
    weight = share * _ROLE_WEIGHT.get(node.dep_, 0.8)
    depth, up = 0, node
    while up.head.i != up.i:
        up, depth = up.head, depth + 1
    return weight / (1 + 0.08 * depth)


def is_thing(draft: Draft, token: Token) -> bool:
    """Whether a noun stands for something that is no actor and that "it" or "they" could mean."""
    if token.pos_ != "NOUN" or token.i in draft.mention_at or token.lemma_.lower() in _TIMES:
        return False
    return token.dep_ in {"nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj", "ROOT", "appos", "obl:agent"}


def clause_subjects(token: Token) -> list[Token]:
    """Subjects of the clauses around a pronoun, the nearest first; the pronoun itself is none."""
    found, node = [], token
    while node.head.i != node.i:
        node = node.head
        found += [c for c in node.children if c.dep_.startswith("nsubj") and c.i < token.i and not (c.left_edge.i <= token.i <= c.right_edge.i)]
    return found


def speaks(token: Token) -> bool:
    """Whether a mention is the one who says something, as subject or agent of a verb of saying."""
    node = token
    while node.dep_ in {"conj", "appos"} and node.head.i != node.i:
        node = node.head
    return node.dep_ in {"nsubj", "obl:agent"} and node.head.lemma_.lower() in verb_cues()


def scores(draft: Draft, candidates: list[str], number: int, memory: Memory, token: Token) -> list[tuple[float, str]]:
    """The candidates with their salience at a pronoun, its own coarguments left out, best first."""
    barred: set[str] = set()
    if token.dep_ in {"obj", "iobj", "obl"} and not token.lower_.endswith("self"):
        for child in token.head.children:
            if child.dep_.startswith("nsubj") and child.i in draft.mention_at:
                barred |= set(draft.mention_at[child.i].actors)
    spoken = speaks(token)
    near = [a for c in clause_subjects(token)[:1] for a in draft.actors_at(c.i)]
    scored = []
    for actor in candidates:
        if actor not in barred:
            said = 2.2 if spoken and number - memory.spoke.get(actor, -99) <= 2 else 1.0
            scored.append(((3.0 if actor in near else 1.0) * said * memory.salience(actor, number), actor))
    return sorted((s for s in scored if s[0] > 0.02), reverse=True)


def best(draft: Draft, candidates: list[str], number: int, memory: Memory, token: Token) -> str | None:
    """The most salient candidate, or None."""
    ranked = scores(draft, candidates, number, memory, token)
    return ranked[0][1] if ranked else None

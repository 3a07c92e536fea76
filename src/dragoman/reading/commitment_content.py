"""The words of a commitment: their stretch, what kind they tell, on what condition, how strongly."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.lexicon.commitments import carriers_by_form, kind_of_words
from dragoman.reading.draft import Draft, Stretch

_TRIGGER_HEADS = {"event", "case"}
_TRIGGER_MARKS = {"if", "unless", "should"}
_STRENGTHS = {
    "possibility": "possibility", "may": "possibility", "might": "possibility", "could": "possibility", "readiness": "readiness",
    "willingness": "readiness", "ready": "readiness", "willing": "readiness", "prepared": "readiness", "target": "aspiration", "goal": "aspiration",
    "aim": "aspiration", "hope": "aspiration", "should": "aspiration", "desire": "aspiration",
}  # fmt: skip
_REASONS = {"move", "bid", "effort", "attempt", "order", "exchange", "return", "step", "gesture", "response"}
_WORDS = {"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"}


@dataclass(frozen=True)
class Content:
    """What somebody is bound to. ``rule`` is the entry that told the kind."""

    stretch: Stretch
    kind: str
    strength: str
    trigger: Stretch | None
    lemmas: frozenset[str]
    rule: str


def content_of(draft: Draft, stretch: Stretch, strength: str, extra: tuple[str, ...] = ()) -> Content:
    """Read the words of a stretch.

    Args:
        draft: the draft.
        stretch: the promise.
        strength: how strongly the words that carry it bind.
        extra: further lemmas that bear on its kind (what the instrument is about).
    """
    tokens = [t for t in draft.doc[stretch[0] : stretch[1]] if not t.is_space and not t.is_punct]
    lemmas = [t.lemma_.lower() for t in tokens]
    also = [t.lower_ for t in tokens if t.lower_ != t.lemma_.lower()]
    kind, rule = kind_of_words([*lemmas, "|", *also, "|", *extra])
    mild = carriers_by_form("mild")
    for token in tokens[:8]:
        if token.lemma_.lower() in _STRENGTHS or token.lower_ in _STRENGTHS:
            strength = _STRENGTHS.get(token.lemma_.lower()) or _STRENGTHS[token.lower_]
            break
        if token.pos_ == "VERB" and token.lower_ in mild:
            strength = mild[token.lower_].strength
            break
    words = frozenset(t.lemma_.lower() for t in tokens if t.pos_ in _WORDS)
    return Content(stretch, kind, strength, _trigger(draft, stretch), words, rule)


def _trigger(draft: Draft, stretch: Stretch) -> Stretch | None:
    """ "in the event of X", "in case of X", "if X": the words of X."""
    for token in draft.doc[stretch[0] : stretch[1]]:
        before = draft.doc[token.i - 1].lower_ if token.i else ""
        two = draft.doc[token.i - 2].lower_ if token.i > 1 else ""
        if token.lower_ in _TRIGGER_HEADS and "in" in {before, two} and token.i + 1 < stretch[1] and draft.doc[token.i + 1].lower_ in {"of", "that"}:
            return _clipped(draft, (token.i + 2, stretch[1]))
        if token.dep_ == "mark" and token.lower_ in _TRIGGER_MARKS:
            return _clipped(draft, (token.i + 1, min(stretch[1], token.head.right_edge.i + 1)))
    return None


def _clipped(draft: Draft, stretch: Stretch) -> Stretch | None:
    start, end = stretch
    while end > start and (draft.doc[end - 1].is_punct or draft.doc[end - 1].is_space):
        end -= 1
    return (start, end) if end > start else None


def clause(draft: Draft, root: Token, carrier: int) -> Stretch:
    """The stretch of a complement: its subtree without its mark, coordinated clauses and what stands before the carrier."""
    skip = {t.i for c in root.children if _is_apart(c) for t in c.subtree}
    words = [t.i for t in root.subtree if t.i > carrier and t.i not in skip and t.sent == root.sent and not t.is_space]
    start, end = min(words, default=root.i), max(words, default=root.i) + 1
    return _clipped(draft, (start, end)) or (root.i, root.i + 1)


def _is_apart(child: Token) -> bool:
    """Coordinated verbs are commitments of their own; "in a move to ..." tells why."""
    if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}:
        return True
    return child.dep_.startswith("obl") and child.lemma_.lower() in _REASONS


def with_conjuncts(root: Token) -> list[Token]:
    """A verb and the verbs coordinated with it to its right."""
    return [root, *(t for t in root.conjuncts if t.i > root.i and t.pos_ in {"VERB", "AUX"})]

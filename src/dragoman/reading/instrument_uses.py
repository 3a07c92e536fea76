"""How an instrument is used in its sentences: the predicates that it fills a slot of."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.reading.draft import Draft
from dragoman.reading.frames import preposition_of

_OF_ITS_OWN = {
    "text",
    "terms",
    "term",
    "version",
    "part",
    "provision",
    "draft",
    "copy",
    "interpretation",
    "letter",
    "spirit",
    "validity",
    "series",
    "number",
}


@dataclass(frozen=True)
class Use:
    """One predicate and the slot of it that the instrument fills.

    Attributes:
        anchor: the predicate token.
        form: its word, lower case, with its particle ("fell_apart").
        role: the slot.
        frame: its index in ``draft.frames``, or None for a noun without a frame.
    """

    anchor: int
    form: str
    role: str
    frame: int | None


class Uses:
    """The uses of every noun of a draft, found once."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self.frame_of = {f.anchor: k for k, f in enumerate(draft.frames)}
        self._by_head: dict[int, list[Use]] = {}
        for k, frame in enumerate(draft.frames):
            word = draft.doc[frame.anchor].lower_ + "".join(f"_{p}" for p in frame.lemma.split("_")[1:])
            for role, heads in frame.slots.items():
                for head in heads:
                    self._by_head.setdefault(head, []).append(Use(frame.anchor, word, role, k))

    def above(self, head: int) -> list[Use]:
        """The verb that a noun depends on, whatever slot the frame gives it."""
        above = self._draft.doc[head].head.i
        return [Use(above, self._draft.doc[above].lower_, "to", self.frame_of[above])] if above in self.frame_of and above != head else []

    def of(self, head: int) -> list[Use]:
        """Uses of a noun, and of what is only a part of it ("the terms of the treaty")."""
        found = list(self._by_head.get(head, ()))
        token = self._draft.doc[head]
        above = token.head
        if above.pos_ in {"NOUN", "PROPN"} and above.i != token.i:
            if token.dep_.startswith("nmod"):
                role = preposition_of(token) or "poss"
                if all(u.anchor != above.i for u in found):
                    found.append(Use(above.i, above.lower_, role, self.frame_of.get(above.i)))
                if above.lower_ in _OF_ITS_OWN and role in {"of", "poss"}:
                    found += self._by_head.get(above.i, ())
            elif token.dep_ in {"compound", "amod"}:
                found.append(Use(above.i, above.lower_, "poss", self.frame_of.get(above.i)))
        return found


def instrument_of_pronoun(draft: Draft, token: Token, of_head: dict[int, int]) -> int | None:
    """The number of the instrument that "it" means; None where it may as well be a state.

    It is the subject of the sentence before; or its object, where the subject is no single body that "it" could mean.

    Args:
        draft: the draft.
        token: a word.
        of_head: head of a mention -> number of its instrument.
    """
    if token.lower_ != "it" or token.pos_ != "PRON" or token.sent.start == 0:
        return None
    before = draft.doc[token.sent.start - 1].sent.root
    subjects = [c.i for c in before.children if c.dep_ in {"nsubj", "nsubj:pass"}]
    for head in subjects:
        if head in of_head:
            return of_head[head]
        actors = draft.actors_at(head)
        if len(actors) == 1 and draft.responsible(actors[0]) == actors[0]:
            return None
    return next((of_head[c.i] for c in before.children if c.dep_ == "obj" and c.i in of_head), None)

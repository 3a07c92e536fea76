"""Targets: where the words stand that a stance is for or against, and exactly which they are."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dragoman.lexicon.stances import Stance, stances
from dragoman.reading.draft import Frame, Stretch
from dragoman.reading.frames import preposition_of

_LOOSE = {",", ";", ":", ".", "-", "--", "–", "—"}


class Targets:
    """Finds targets in one parsed report.

    Args:
        frames: the frames by their anchors.
    """

    def __init__(self, doc: Doc, frames: dict[int, Frame]) -> None:
        self._doc = doc
        self._frames = frames
        self._table = stances()

    def find(self, token: Token, entry: Stance) -> tuple[Token, bool] | None:
        """The head of the target and whether it is a clause."""
        frame = self._frames.get(token.i)
        for role in entry.target:
            if role == "asked_inf" and not any(
                c.dep_ == "obl" and preposition_of(c) in {"on", "upon", "for", "to"} for c in token.rights
            ):
                continue
            if role in {"inf", "asked_inf"}:
                inner = next(
                    (c for c in token.rights if c.dep_ in {"xcomp", "ccomp", "acl", "advcl"} and self._marked(c, "to")), None
                )
                if inner is not None:
                    return inner, True
            elif role == "backing":
                backing = next((c for c in token.rights if c.dep_ in {"acl", "xcomp"} and self._backs(c)), None)
                inner = next((c for c in backing.rights if c.dep_ == "obj"), None) if backing is not None else None
                if inner is not None:
                    return inner, False
            elif role == "clause":
                inner = next(
                    (
                        c
                        for c in token.rights
                        if c.dep_ in {"ccomp", "acl"} and any(k.dep_.startswith("nsubj") for k in c.children)
                    ),
                    None,
                )
                if inner is not None:
                    return inner, True
            elif role == "obj":
                heads = (
                    frame.slots.get("obj", [])
                    if frame is not None and frame.kind == "verb"
                    else [c.i for c in token.rights if c.dep_ == "obj"]
                )
                if not heads:  # "condemn in the strongest terms the raid"
                    heads = [
                        g.i
                        for c in token.rights
                        if c.dep_ == "obl"
                        for g in c.rights
                        if g.dep_ == "appos" and not g.left_edge.is_punct
                    ]
                if not heads and token.dep_ == "acl:relcl" and any(
                    c.lower_ in {"which", "that"} and c.i < token.i and c.dep_ != "mark" for c in token.children
                ):
                    subjects = [c for c in token.children if c.dep_.startswith("nsubj") and c.lower_ not in {"which", "that"}]
                    heads = [token.head.i] if subjects else []
                if heads:
                    return self._doc[heads[0]], False
            else:
                inner = next((c for c in token.rights if self._governed(c, role)), None)
                if inner is not None:
                    return inner, inner.pos_ == "VERB"
        return None

    def _backs(self, clause: Token) -> bool:
        return self._marked(clause, "to") and any(e.stance == "supports" for e in self._table.get(("verb", clause.lower_), ()) if "obj" in e.target)

    def ended(self, head: Token, entry: Stance) -> Token | None:
        """What a wished-for ending ends: "an end to X", "halt X", "curbs on X"."""
        ends = ("cessation", head.lower_) in self._table
        if not ends or entry.kind not in {"verb", "noun"} or entry.target == ("backing",) or entry.stance != "supports":
            return None
        for child in head.rights:
            if child.dep_ in {"obj", "xcomp"} or (
                child.dep_.startswith(("nmod", "obl")) and preposition_of(child) in {"to", "of", "on", "from", "in"}
            ):
                return child
            if child.dep_ in {"advcl", "acl"} and any(c.dep_ in {"mark", "case"} and c.lower_ == "from" for c in child.children):
                return child
        return None

    def stretch(self, head: Token, clause: bool) -> Stretch:
        """The words of a target: a noun phrase without its preposition, a clause without "that" or "to"."""
        start, end = head.left_edge.i, head.right_edge.i + 1
        while start < head.i and self._leads_in(self._doc[start], head):
            start += 1
        for child in head.rights:
            if (
                not clause
                and child.dep_ in {"acl:relcl", "parataxis", "appos", "advcl", "conj"}
                and (child.dep_ == "acl:relcl" or self._set_off(child))
            ):
                end = min(end, self._before_comma(child.left_edge.i))
                break
        for token in self._doc[head.i + 1 : end]:
            if token.lower_ == "including" and self._doc[token.i - 1].text == ",":
                end = token.i - 1
                break
            if token.dep_ in {"acl:relcl", "appos"} and token.right_edge.i + 1 >= end - 1 and self._set_off(token):
                end = self._before_comma(token.left_edge.i)
                break
        while end > start + 1 and (self._doc[end - 1].is_space or self._doc[end - 1].text in _LOOSE):
            end -= 1
        return start, end

    def _governed(self, child: Token, preposition: str) -> bool:
        if preposition == "to" and self._marked(child, "to") and child.morph.get("VerbForm", []) == ["Inf"]:
            return False  # an undertaking, not a stance ("its commitment to send wheat")
        if child.dep_.startswith(("obl", "nmod", "advcl", "acl")):
            return preposition_of(child) == preposition or (child.dep_ in {"advcl", "acl"} and self._marked(child, preposition))
        return False

    def _marked(self, token: Token, word: str) -> bool:
        return any(c.dep_ == "mark" and c.lower_ == word for c in token.children)

    def _leads_in(self, token: Token, head: Token) -> bool:
        """Whether a token before a target is no part of it: space, punctuation, conjunction, its preposition."""
        return (
            token.is_space
            or token.text in _LOOSE
            or token.dep_ == "cc"
            or (token.dep_ in {"mark", "case"} and token.head == head)
        )

    def _set_off(self, child: Token) -> bool:
        first = child.left_edge.i
        return first > 0 and (self._doc[first].text in _LOOSE or self._doc[first - 1].text in _LOOSE)

    def _before_comma(self, i: int) -> int:
        while i > 0 and (self._doc[i - 1].text in _LOOSE or self._doc[i - 1].is_space):
            i -= 1
        return i

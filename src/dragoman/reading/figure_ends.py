"""The two ends of a figure: from whom, to whom."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.lexicon.inflection import forms_of
from dragoman.lexicon.measures import Measure
from dragoman.reading.draft import Draft
from dragoman.reading.frames import preposition_of
from dragoman.reading.instrument_mentions import only_parties
from dragoman.reading.instrument_uses import Uses
from dragoman.reading.quantities import Quantity, wire_sentence

_MADE = {"supplied", "made", "built", "manufactured", "designed", "produced", "origin"}
_SIDES = {"pro", "anti"}
_RECEIVED = {
    form for verb in ("receive", "get", "obtain", "borrow", "win", "secure", "seek", "need", "draw", "accept", "want") for form in forms_of(verb)
}
_LOOSE_ROLES = {"to", "from", "with", "between", "in", "against", "on", "for"}


class Ends:
    """Finds ends of figures in one draft."""

    def __init__(self, draft: Draft, uses: Uses) -> None:
        self._draft = draft
        self._uses = uses
        self._companies = False

    def of(self, measure: Measure, quantity: Quantity, cue: Token, verb_roles: Measure | None) -> tuple[str | None, str | None]:
        """From and to, as far as told.

        Args:
            measure: the measure.
            quantity: the number.
            cue: the word that told the measure.
            verb_roles: the measure of the verb that governs it, whose roles come first ("bought 12 tanks from").
        """
        self._companies = measure.measure == "arms"
        from_roles, to_roles = measure.from_, measure.to
        if verb_roles is not None:
            from_roles = verb_roles.from_ + from_roles if "subj" not in verb_roles.to else verb_roles.from_
            to_roles = verb_roles.to + to_roles if "subj" not in verb_roles.to else verb_roles.to
        if measure.measure == "aid" and self._is_received(cue, quantity):
            from_roles, to_roles = tuple(r for r in from_roles if r not in {"subj", "owner"}), ("subj", *to_roles)
        sender = self._first(from_roles, quantity, cue, ())
        receiver = self._first(to_roles, quantity, cue, (sender,) if sender else ())
        if sender is None and receiver is not None:
            sender = self._first(from_roles, quantity, cue, (receiver,))
        return sender, receiver

    def _is_received(self, cue: Token, quantity: Quantity) -> bool:
        """Whether the verb above tells who gets it, not who gives it."""
        above = [*cue.ancestors, *self._draft.doc[quantity.noun].ancestors]
        return next((t.lower_ in _RECEIVED for t in above if t.pos_ == "VERB"), False)

    def _first(self, roles: tuple[str, ...], quantity: Quantity, cue: Token, barred: tuple[str, ...]) -> str | None:
        for role in roles:
            found = [i for i in self._fill(role, quantity, cue, barred) if i not in barred]
            if found:
                return found[0]
        return None

    def _fill(self, role: str, quantity: Quantity, cue: Token, barred: tuple[str, ...]) -> list[str]:
        if role == "owner":
            return self._owners(cue) or self._owners(self._draft.doc[quantity.noun])
        if role in {"subj", "obj", "iobj"}:
            return self._of_verb(role, quantity, cue)
        if role == "goods":
            return self._goods(cue)
        if role == "other":
            return self._other(cue, barred)
        return self._phrase(role, quantity, cue)

    def ids(self, head: int) -> list[str]:
        """States of a noun phrase, looking at its owners and appositions; a company where no state is."""
        draft = self._draft
        direct = list(draft.actors_at(head, conjuncts=False))
        for child in draft.doc[head].children:
            if child.dep_ == "appos":
                direct += draft.actors_at(child.i, conjuncts=False)
        companies = [a for a in direct if (n := draft.actors.get(a)) is not None and n.kind == "company"]
        states = list(only_parties(draft, [draft.responsible(a) for a in direct]))
        if companies and not states and self._companies:
            return companies
        return states or self._owners(draft.doc[head]) or self._deeper(draft.doc[head])

    def _deeper(self, token: Token) -> list[str]:
        """ "a range of Japanese goods", "300 mln dlrs of Japanese goods": the owners of the noun inside."""
        for child in token.children:
            if child.dep_.startswith("nmod") and preposition_of(child) in {"of", "in"} and (found := self._owners(child)):
                return found
        return []

    def _owners(self, token: Token) -> list[str]:
        draft = self._draft
        found: list[str] = []
        for child in token.children:
            of_phrase = child.dep_.startswith("nmod") and preposition_of(child) == "of"
            if child.dep_ in {"nmod:poss", "amod", "compound", "nmod:desc"} or of_phrase:
                if any(t.lower_ in _SIDES for t in draft.doc[max(0, child.i - 2) : child.i]):
                    continue
                found += draft.actors_at(child.i)
                if not found and child.i < token.i:
                    found += [a for g in child.children if g.dep_ in {"compound", "amod"} for a in draft.actors_at(g.i)]
        return list(only_parties(draft, [draft.responsible(a) for a in found]))

    def _of_verb(self, role: str, quantity: Quantity, cue: Token) -> list[str]:
        """The slot of the nearest predicates above the cue, and above the amount."""
        for child in cue.children:  # "the tariffs that Norway has imposed"
            if child.dep_ == "acl:relcl" and child.i in self._uses.frame_of:
                heads = self._draft.frames[self._uses.frame_of[child.i]].slots.get(role, ())
                found = [p for h in heads if h != cue.i for p in self.ids(h)]
                if found:
                    return found
        for start in (cue, self._draft.doc[quantity.noun]):
            token = start
            for _ in range(7):
                if token.i in self._uses.frame_of:
                    frame = self._draft.frames[self._uses.frame_of[token.i]]
                    heads = [*frame.slots.get(role, ()), *frame.support.get(role, ())]
                    found = [p for h in heads if h not in {cue.i, quantity.noun} for p in self.ids(h)]
                    if found:
                        return found
                if token.head.i == token.i or token.dep_ in {"ccomp", "parataxis"} and any(c.dep_.startswith("nsubj") for c in token.children):
                    break
                token = token.head
        return []

    def _goods(self, cue: Token) -> list[str]:
        draft = self._draft
        for token in cue.sent:
            made = token.lower_ in _MADE and token.i >= 2 and draft.doc[token.i - 1].text == "-" and (token.i - 2) in draft.mention_at
            if made:
                return list(only_parties(draft, [draft.responsible(a) for a in draft.mention_at[token.i - 2].actors]))
        if cue.i in self._uses.frame_of:
            frame = draft.frames[self._uses.frame_of[cue.i]]
            return [p for h in frame.slots.get("obj", ()) for p in self._owners(draft.doc[h])]
        return []

    def _phrase(self, role: str, quantity: Quantity, cue: Token) -> list[str]:
        """The prepositional phrase nearest to the amount, those after it first."""
        if role not in _LOOSE_ROLES and role != "by":
            return []
        best: tuple[int, list[str]] = (99, [])
        for token in wire_sentence(self._draft.doc[quantity.stretch[0]]):
            if preposition_of(token) != role:
                continue
            near = token.i - quantity.stretch[1] if token.i >= quantity.stretch[1] else quantity.stretch[0] - token.i + 8
            if role in {"on", "against", "for", "in", "with"} and not self._attached(token, cue, quantity):
                continue
            found = self.ids(token.i)
            if role == "between":
                found = found + [p for t in token.conjuncts for p in self.ids(t.i)]
            if found and near < best[0]:
                best = (near, found)
        return best[1]

    def _attached(self, token: Token, cue: Token, quantity: Quantity) -> bool:
        """Whether a phrase hangs on the cue, the amount, or the verb above them."""
        tops = {cue.i, quantity.noun, cue.head.i, self._draft.doc[quantity.noun].head.i}
        return token.head.i in tops or cue.is_ancestor(token) or token.head.head.i in {cue.i, quantity.noun}

    def _other(self, cue: Token, barred: tuple[str, ...]) -> list[str]:
        """The one other state of the sentence; else of the report's two chief states the other."""
        draft = self._draft
        told = [draft.responsible(a) for t in cue.sent if t.i in draft.mention_at for a in draft.mention_at[t.i].actors]
        others = [p for p in only_parties(draft, told) if p not in barred and (n := draft.actors.get(p)) is not None and n.kind == "state"]
        if len(others) == 1:
            return others
        return []

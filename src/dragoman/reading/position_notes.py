"""Writes positions down: who holds them, on whose word, why; each holder and target once."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.lexicon.stances import Stance
from dragoman.reading.draft import Draft, PositionNote, Stretch
from dragoman.reading.issuers import issuer_of
from dragoman.reading.names import tops
from dragoman.reading.targets import Targets

_HOLDERS = {"state", "igo", "bloc", "government-body", "armed-group", "person", "people", "ngo", "other"}
_REASON_MARKS = {"because", "since", "given", "as"}
_WISHES = {"stance.want", "stance.seek", "stance.ask", "stance.demand", "stance.call", "stance.committed"}


class PositionNotes:
    """The positions of one draft as they are found.

    Attributes:
        found: the positions so far.
        targets: finds the words of targets.
    """

    def __init__(self, draft: Draft) -> None:
        self.found: list[PositionNote] = []
        self.frames = {f.anchor: f for f in draft.frames}
        self.targets = Targets(draft.doc, self.frames)
        self._draft = draft
        self._doc = draft.doc
        self._issuer = issuer_of(draft)

    def subjects(self, token: Token) -> list[int]:
        """Heads of the noun phrases whose stance a verb tells."""
        if (
            token.dep_ == "advcl"
            and token.i < token.head.head.i < token.head.i
            and not any(c.dep_.startswith("nsubj") for c in token.children)
        ):
            return self.subjects(token.head.head)  # the tree hung it behind the verb that reports the clause
        frame = self.frames.get(token.i)
        if frame is not None and frame.slots.get("subj"):
            return frame.slots["subj"]
        return [c.i for c in token.children if c.dep_ in {"nsubj", "obl:agent"}]

    def speaker(self, token: int) -> str | None:
        """The responsible actor in whose words a token stands; the issuer of a release outside all statements."""
        statement = next((s for s in reversed(self._draft.statements) if any(a <= token < b for a, b in s.content)), None)
        source = statement.source if statement is not None else self._issuer
        return self._draft.responsible(source) if source is not None else None

    def add(
        self, heads: list[int], stance: str, target: tuple[Token, bool], token: Token, entry: Stance, first: int | None = None
    ) -> None:
        """Write down a position of each holder.

        Args:
            heads: heads of the holders' noun phrases; whoever of them is no actor is left out.
            target: the target's head, and whether it is a clause.
            token: the word that tells the stance.
            first: the first token of the target where words before it belong to the phrase that tells the stance.
        """
        holders = self._holders(heads)
        if entry.id in _WISHES:  # what private persons want is no position
            holders = tuple(
                h
                for h in holders
                if h not in self._draft.actors or self._draft.actors[h].kind != "person" or self._draft.actors[h].of
            )
        if not holders:
            return
        head, clause = target
        turned = self.targets.ended(head, entry)
        if turned is not None:
            stance, head, clause = ("opposes" if stance == "supports" else stance), turned, False
        elif clause and any(c.dep_ == "advmod" and c.lower_ in {"not", "never"} and c.i < head.i for c in head.children):
            stance = {"supports": "opposes", "opposes": "supports"}.get(stance, stance)  # "asked them not to raise the tax"
            first = 1 + max(c.i for c in head.children if c.dep_ in {"advmod", "mark"} and c.i < head.i)
        stretch = self.targets.stretch(head, clause)
        if first is not None and stretch[0] < first < stretch[1]:
            stretch = first, stretch[1]
        if self.is_actor(head, stretch) or (clause and any(c.dep_ == "obj" and c.pos_ == "PRON" for c in head.children)):
            return  # an actor is no target, and "to do it" names none
        for holder in holders:
            self.note(holder, stance, stretch, token, entry)

    def note(self, holder: str, stance: str, target: Stretch, token: Token, entry: Stance) -> None:
        """Write down one position, unless the same one on overlapping words is there already."""
        for other in self.found:
            same = other.stance == stance and other.target[0] < target[1] and target[0] < other.target[1]
            if other.holder == holder and (same or other.target[0] <= target[0] and target[1] <= other.target[1]):
                return
        head = next((t.i for t in tops(self._doc, *target)), target[0])
        owners = [self._draft.responsible(a) for a in self._draft.owners_of(head) or self._draft.actors_at(head)]
        whose = next((o for o in owners if o != holder), None)
        chain = self._told_by(token.i, holder)
        self.found.append(
            PositionNote(
                holder,
                stance,
                target,
                [self._evidence(token, target)],
                target_actor=whose,
                reason=self._reason(token),
                attribution=chain,
                rule=entry.id,
            )
        )

    def is_actor(self, head: Token, stretch: Stretch) -> bool:
        """Whether a target is a pronoun or an actor rather than a proposal, a policy or an act."""
        if stretch[1] - stretch[0] == 1 and head.pos_ == "PRON":
            return True
        mention = self._draft.mention_at.get(head.i)
        return mention is not None and bool(mention.actors) and head.pos_ in {"NOUN", "PROPN"}

    def _holders(self, heads: list[int]) -> tuple[str, ...]:
        found: list[str] = []
        if heads and self._doc[heads[0]].lower_ == "we":
            heads = heads[:1]  # "We, the ministers of A, B and C" speak as one
        for head in heads:
            for actor in self._draft.actors_at(head, conjuncts=False) or self._first_person(head):
                note = self._draft.actors.get(actor)
                if note is None or note.kind in _HOLDERS:
                    found.append(self._draft.responsible(actor))
        return tuple(dict.fromkeys(found))

    def _first_person(self, head: int) -> tuple[str, ...]:
        word = self._doc[head].lower_
        if word in {"we", "our", "i", "us"} and not self._draft.attribution_at(head):
            return (self._issuer,) if self._issuer is not None else ()
        speaker = next((s for s in reversed(self._draft.statements) if any(a <= head < b for a, b in s.content)), None)
        if speaker is None or speaker.source is None:
            return ()
        own = word in {"we", "i", "our", "my"} and speaker.quotation != "indirect"
        same = word in {"he", "she", "it", "they"} and head == speaker.content[0][0]  # "the envoy said he ..."
        return (speaker.source,) if own or same else ()

    def _told_by(self, token: int, holder: str) -> tuple[str, ...]:
        """The sources that tell of a position; nobody where its holder speaks, alone or with others."""
        inside = [s for s in self._draft.statements if any(a <= token < b for a, b in s.content)]
        own = {s.cue for s in inside if s.source is not None and self._draft.responsible(s.source) == holder}
        with_it = {s.source for s in inside if s.cue in own}
        return tuple(a for a in self._draft.attribution_at(token) if a not in with_it and self._draft.responsible(a) != holder)

    def _evidence(self, token: Token, target: Stretch) -> Stretch:
        return min(token.i, target[0]), max(token.i + 1, target[1])

    def _reason(self, token: Token) -> Stretch | None:
        """The clause or "as" phrase that says why."""
        for child in token.children:
            first = child.left_edge
            if child.dep_ in {"advcl", "obl"} and first.lower_ in _REASON_MARKS and first.dep_ in {"mark", "case"}:
                start = first.i + 1 + len([c for c in first.children if c.dep_ == "fixed"])
                return (start, child.right_edge.i + 1) if start <= child.right_edge.i else None
        return None

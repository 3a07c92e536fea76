"""Positions: who is for or against what, told by verbs, nouns, adjectives and judging words."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.lexicon.inflection import forms_of
from dragoman.lexicon.stances import Stance, stances
from dragoman.reading.draft import Draft, PositionNote, stage
from dragoman.reading.factuality import status_of
from dragoman.reading.frames import preposition_of
from dragoman.reading.position_notes import PositionNotes

# Verbs whose subject holds the stance that their object names ("voiced its support for").
_TELLING = {"express", "voice", "reaffirm", "reiterate", "stress", "repeat", "show", "state", "declare", "emphasize", "emphasise",
            "underline", "underscore", "convey", "announce", "have", "pledge", "offer", "give", "lend", "note", "agree", "affirm",
            "signal", "confirm", "take", "raise", "share", "register", "make", "maintain", "renew", "highlight", "recognize"}  # fmt: skip
_TELLING_FORMS = frozenset(form for verb in _TELLING for form in forms_of(verb))


@stage("positions")
def find_positions(draft: Draft) -> None:
    """Fill ``draft.positions``, in the order of the words that tell them."""
    draft.positions = _Finder(draft).run()


class _Finder:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._doc = draft.doc
        self._notes = PositionNotes(draft)
        self._targets, self._frames = self._notes.targets, self._notes.frames
        self._table = stances()

    def run(self) -> list[PositionNote]:
        for token in self._doc:
            if token.i < self._draft.body:
                continue
            if token.pos_ in {"VERB", "AUX"}:
                self._verb(token)
                self._unless_ended(token)
                self._goes_on(token)
            if token.pos_ in {"NOUN", "PROPN"}:
                self._noun(token)
            if token.pos_ in {"ADJ", "VERB"}:
                self._adjective(token)
                self._evaluation(token)
            self._judgement(token)
            if token.lower_ == "in":
                self._preposition(token)
            elif token.lower_ in {"against", "for"}:
                self._predicate(token)
        return self._notes.found

    # verbs

    def _verb(self, token: Token) -> None:
        particle = next((c.lower_ for c in token.children if c.dep_ == "compound:prt"), None)
        if any(c.lower_ == "forward" for c in token.rights):  # "looks forward to the visit"
            return
        for entry in self._table.get(("verb", f"{token.lower_}_{particle}" if particle else token.lower_), ()):
            if entry.target == ("judged",):
                if self._judged(token, entry):
                    return
                continue
            if entry.id == "stance.seek" and token.dep_ in {"acl", "advcl"}:
                continue  # "the loan sought by Peru" and "to maintain its presence" tell no position
            stance = self._stance(token, entry)
            target = self._targets.find(token, entry) if stance is not None else None
            if stance is not None and target is not None:
                self._notes.add(self._notes.subjects(token), stance, target, token, entry)
                return

    def _unless_ended(self, token: Token) -> None:
        """A warning tells what its speaker is against: "if the raids do not stop", "unless they end the raids"."""
        entry = next(iter(self._table.get(("cessation", token.lower_), ())), None)
        marks = {c.lower_ for c in token.children if c.dep_ == "mark"}
        negated = any(c.lower_ in {"not", "n't"} for c in token.children)
        if entry is None or entry.stance is None or not ("unless" in marks or ("if" in marks and negated)):
            return
        things = [c for c in token.children if c.dep_ in {"obj", "xcomp"}] or [
            c for c in token.children if c.dep_.startswith("nsubj")
        ]
        self._told(things, entry.stance, token, entry)

    def _goes_on(self, token: Token) -> None:
        """A state that says of an act that it will go on is for it."""
        entry = next(iter(self._table.get(("continuation", token.lower_), ())), None)
        ahead = any(c.dep_ == "aux" and c.lower_ in {"will", "would", "shall"} for c in token.children)
        if (
            entry is None
            or entry.stance is None
            or not ahead
            or any(c.dep_ in {"xcomp", "obj"} or c.lower_ == "not" for c in token.children)
        ):
            return
        self._told([c for c in token.children if c.dep_ == "nsubj"], entry.stance, token, entry)

    def _told(self, things: list[Token], stance: str, token: Token, entry: Stance) -> None:
        """Note a position of the state in whose words a token stands."""
        holder = self._notes.speaker(token.i)
        if holder is None or not things or things[0].pos_ == "PRON":
            return
        note = self._draft.actors.get(holder)
        stretch = self._targets.stretch(things[0], False)
        if note is not None and note.kind in {"state", "igo", "armed-group"} and not self._notes.is_actor(things[0], stretch):
            self._notes.note(holder, stance, stretch, token, entry)

    def _stance(self, token: Token, entry: Stance) -> str | None:
        """The stance that the word tells where it stands: another one, or none, where it is negated."""
        for child in token.children:
            if (child.dep_ == "aux" and child.lower_ in {"may", "might", "could"}) or (
                child.dep_ == "mark" and child.lower_ in {"if", "unless"}
            ):
                return None
        return entry.negated if status_of(self._draft, token.i) == "negated" else entry.stance

    def _judged(self, token: Token, entry: Stance) -> bool:
        """ "X sees Y as unreasonable", "X called Y unacceptable"."""
        word = None
        for inner in self._doc[token.i + 1 : token.sent.end]:
            evaluations = self._table.get(("evaluation", inner.lower_))
            if evaluations and (inner.head == token or inner.head.head == token or inner.head.head.head == token):
                word = evaluations[0]
                break
        if word is None or word.stance is None or status_of(self._draft, token.i) == "negated":
            return False
        frame = self._frames.get(token.i)
        heads = frame.slots.get("obj", []) if frame is not None else []
        heads = [h for h in heads if self._doc[h].lower_ not in {"it", "this", "that"}]
        if not heads and token.dep_ == "acl:relcl":
            heads = [token.head.i]
        if not heads:
            inner_clause = next((c for c in token.rights if c.dep_ in {"ccomp", "xcomp"}), None)
            heads = [c.i for c in inner_clause.children if c.dep_ == "nsubj"] if inner_clause is not None else []
        if not heads:
            return False
        self._notes.add(self._notes.subjects(token), word.stance, (self._doc[heads[0]], False), token, entry)
        return True

    # nouns

    def _noun(self, token: Token) -> None:
        names = [token.lower_]
        for child in token.lefts:
            if child.dep_ == "amod":
                names.insert(0, f"{child.lower_} {token.lower_}")
        for name in names:
            for entry in self._table.get(("noun", name), ()):
                target = self._targets.find(token, entry)
                if target is None or entry.stance is None:
                    continue
                self._notes.add(self._owners(token), entry.stance, target, token, entry)
                return

    def _owners(self, token: Token) -> list[int]:
        """Heads of those whose stance a noun names: its possessive or adjective, else the subject of the verb that tells it."""
        owners = [c.i for c in token.children if c.dep_ in {"nmod:poss", "amod", "compound"} and self._draft.actors_at(c.i)]
        owners += [
            c.i
            for c in token.children
            if c.dep_.startswith("nmod") and preposition_of(c) in {"by", "of"} and self._draft.actors_at(c.i) and not owners
        ]
        if owners:
            return owners
        node = token
        while node.dep_ in {"conj", "appos"} and node.head.pos_ in {"NOUN", "PROPN"}:
            node = node.head
        verb = node.head
        shared = next((c for c in node.children if c.dep_ == "nmod:poss" and c.lower_ in {"our", "their"}), None)
        if node != token and shared is not None and verb.pos_ == "VERB":  # "spoke with Y about our values and opposition to"
            return [*self._notes.subjects(verb), *(c.i for c in verb.rights if c.dep_ == "obl" and preposition_of(c) == "with")]
        if node.dep_ in {"obj", "obl", "xcomp"} and verb.pos_ == "VERB" and verb.lower_ in _TELLING_FORMS:
            return self._notes.subjects(verb)
        return []

    # adjectives and prepositions

    def _adjective(self, token: Token) -> None:
        predicative = any(c.dep_ in {"cop", "aux:pass"} for c in token.children) or token.dep_ in {"xcomp", "acl"}
        if not predicative:
            return
        for entry in self._table.get(("adjective", token.lower_), ()):
            if entry.stance is None or status_of(self._draft, token.i) == "negated":
                continue
            target = self._targets.find(token, entry)
            if target is None:
                continue
            frame = self._frames.get(token.i)
            holders = [c.i for c in token.children if c.dep_.startswith("nsubj")]
            if not holders and frame is not None:
                holders = frame.slots.get("subj", []) or frame.slots.get("obj", [])
            self._notes.add(holders, entry.stance, target, token, entry)
            return

    def _preposition(self, token: Token) -> None:
        words = " ".join(t.lower_ for t in self._doc[token.i : token.i + 3])
        entry = next(iter(self._table.get(("preposition", words), ())), None)
        if entry is None or entry.stance is None:
            return
        last = self._doc[token.i + 2]
        target = last.head if last.head.i > last.i else None
        if target is None:
            return
        verb = (
            target
            if target.i > last.i and any(c.dep_.startswith("nsubj") for c in target.children)
            else self._doc[token.i + 1].head
        )
        while (
            verb.head.i != verb.i
            and verb.pos_ not in {"VERB", "AUX"}
            and not any(c.dep_.startswith("nsubj") for c in verb.children)
        ):
            verb = verb.head
        self._notes.add(
            [i for i in self._notes.subjects(verb) if i < token.i], entry.stance, (target, False), token, entry, first=last.i + 1
        )

    def _predicate(self, token: Token) -> None:
        """ "Denmark is against the tax"."""
        entry = next(iter(self._table.get(("preposition", token.lower_), ())), None)
        noun = token.head
        if (
            entry is None
            or entry.stance is None
            or token.dep_ != "case"
            or noun.i < token.i
            or not any(c.dep_ == "cop" for c in noun.children)
        ):
            return
        start = token.i + 1
        self._notes.add([c.i for c in noun.children if c.dep_ == "nsubj"], entry.stance, (noun, False), token, entry, first=start)

    # judging adjectives

    def _judgement(self, token: Token) -> None:
        """What somebody says that another's act is ("the tax is unfair", "the tax is an example of protectionism")."""
        if not any(c.dep_ == "cop" and c.lower_ in {"is", "was", "are", "were"} for c in token.children):
            return
        words = [token, *(c for c in token.rights if c.dep_ == "nmod" and preposition_of(c) == "of")]
        kind = "evaluation" if token.pos_ == "ADJ" else "judgement"
        entry = next((e for w in words for e in self._table.get((kind, w.lower_), ())), None)
        thing = next((c for c in token.lefts if c.dep_ == "nsubj"), None)
        holder = self._notes.speaker(token.i)
        if entry is None or entry.stance != "opposes" or thing is None or holder is None or status_of(self._draft, token.i) == "negated":
            return
        owners = {self._draft.responsible(a) for a in self._draft.owners_of(thing.i)}
        stretch = self._targets.stretch(thing, False)
        if thing.pos_ == "NOUN" and owners and holder not in owners and not self._notes.is_actor(thing, stretch):
            self._notes.note(holder, entry.stance, stretch, token, entry)

    def _evaluation(self, token: Token) -> None:
        """A judging adjective before a noun that belongs to another actor, in somebody's words or in a release."""
        entry = next(iter(self._table.get(("evaluation", token.lower_), ())), None)
        noun = token.head
        if entry is None or entry.stance != "opposes" or token.dep_ not in {"amod", "conj"}:
            return
        if token.dep_ == "conj":
            noun = noun.head
        if noun.pos_ != "NOUN":
            return
        targets = self._draft.owners_of(noun.i)
        if not targets:
            return
        holder = self._notes.speaker(token.i)
        if holder is None or holder in targets or holder in {self._draft.responsible(t) for t in targets}:
            return
        self._notes.note(holder, entry.stance, self._targets.stretch(noun, False), token, entry)

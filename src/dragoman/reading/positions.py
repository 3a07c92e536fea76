"""Positions: who is for or against what, told by verbs, nouns, adjectives and judging words."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.lexicon.inflection import forms_of
from dragoman.lexicon.stances import Stance, stances
from dragoman.reading.draft import Draft, PositionNote, Stretch, stage
from dragoman.reading.factuality import status_of
from dragoman.reading.frames import preposition_of
from dragoman.reading.issuers import issuer_of

_HOLDERS = {"state", "igo", "bloc", "government-body", "armed-group", "person", "people", "ngo", "other"}
# Verbs whose subject holds the stance that their object names ("voiced its support for").
_TELLING = {"express", "voice", "reaffirm", "reiterate", "stress", "repeat", "show", "state", "declare", "emphasize", "emphasise",
            "underline", "underscore", "convey", "announce", "have", "pledge", "offer", "give", "lend", "note", "agree", "affirm",
            "signal", "confirm", "take", "raise", "share", "register", "make", "maintain", "renew", "highlight", "recognize"}  # fmt: skip
_TELLING_FORMS = frozenset(form for verb in _TELLING for form in forms_of(verb))
_REASON_MARKS = {"because", "since", "given", "as"}
_WISHES = {"stance.want", "stance.demand", "stance.call", "stance.committed"}
_LOOSE = {",", ";", ":", ".", "-", "--", "–", "—"}


@stage("positions")
def find_positions(draft: Draft) -> None:
    """Fill ``draft.positions``, in the order of the words that tell them."""
    draft.positions = _Finder(draft).run()


class _Finder:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._doc = draft.doc
        self._frames = {f.anchor: f for f in draft.frames}
        self._table = stances()
        self._found: list[PositionNote] = []
        self._issuer = issuer_of(draft)

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
            if token.lower_ == "in":
                self._preposition(token)
            elif token.lower_ in {"against", "for"}:
                self._predicate(token)
        return self._found

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
            stance = self._stance(token, entry)
            target = self._target(token, entry) if stance is not None else None
            if stance is not None and target is not None:
                self._add(self._subjects(token), stance, target, token, entry)
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
        holder = self._speaker(token.i)
        if holder is None or not things or things[0].pos_ == "PRON":
            return
        note = self._draft.actors.get(holder)
        stretch = self._stretch(things[0], False)
        if note is not None and note.kind in {"state", "igo", "armed-group"} and not self._is_actor(things[0], stretch):
            self._note(holder, stance, stretch, token, entry)

    def _speaker(self, token: int) -> str | None:
        """The responsible actor in whose words a token stands; the issuer of a release outside all statements."""
        statement = next((s for s in reversed(self._draft.statements) if any(a <= token < b for a, b in s.content)), None)
        source = statement.source if statement is not None else self._issuer
        return self._draft.responsible(source) if source is not None else None

    def _stance(self, token: Token, entry: Stance) -> str | None:
        """The stance that the word tells where it stands: another one, or none, where it is negated."""
        for child in token.children:
            if (child.dep_ == "aux" and child.lower_ in {"may", "might", "could"}) or (
                child.dep_ == "mark" and child.lower_ in {"if", "unless"}
            ):
                return None
        return entry.negated if status_of(self._draft, token.i) == "negated" else entry.stance

    def _subjects(self, token: Token) -> list[int]:
        if (
            token.dep_ == "advcl"
            and token.i < token.head.head.i < token.head.i
            and not any(c.dep_.startswith("nsubj") for c in token.children)
        ):
            return self._subjects(token.head.head)  # the tree hung it behind the verb that reports the clause
        frame = self._frames.get(token.i)
        if frame is not None and frame.slots.get("subj"):
            return frame.slots["subj"]
        return [c.i for c in token.children if c.dep_ in {"nsubj", "obl:agent"}]

    def _target(self, token: Token, entry: Stance) -> tuple[Token, bool] | None:
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
                if heads:
                    return self._doc[heads[0]], False
            else:
                inner = next((c for c in token.rights if self._governed(c, role)), None)
                if inner is not None:
                    return inner, inner.pos_ == "VERB"
        return None

    def _governed(self, child: Token, preposition: str) -> bool:
        if preposition == "to" and self._marked(child, "to") and child.morph.get("VerbForm", []) == ["Inf"]:
            return False  # an undertaking, not a stance ("its commitment to send wheat")
        if child.dep_.startswith(("obl", "nmod", "advcl", "acl")):
            return preposition_of(child) == preposition or (child.dep_ in {"advcl", "acl"} and self._marked(child, preposition))
        return False

    def _marked(self, token: Token, word: str) -> bool:
        return any(c.dep_ == "mark" and c.lower_ == word for c in token.children)

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
        self._add(self._subjects(token), word.stance, (self._doc[heads[0]], False), token, entry)
        return True

    # nouns

    def _noun(self, token: Token) -> None:
        names = [token.lower_]
        for child in token.lefts:
            if child.dep_ == "amod":
                names.insert(0, f"{child.lower_} {token.lower_}")
        for name in names:
            for entry in self._table.get(("noun", name), ()):
                target = self._target(token, entry)
                if target is None or entry.stance is None:
                    continue
                self._add(self._owners(token), entry.stance, target, token, entry)
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
        if node.dep_ in {"obj", "obl", "xcomp"} and verb.pos_ == "VERB" and verb.lower_ in _TELLING_FORMS:
            return self._subjects(verb)
        return []

    # adjectives and prepositions

    def _adjective(self, token: Token) -> None:
        predicative = any(c.dep_ in {"cop", "aux:pass"} for c in token.children) or token.dep_ in {"xcomp", "acl"}
        if not predicative:
            return
        for entry in self._table.get(("adjective", token.lower_), ()):
            if entry.stance is None or status_of(self._draft, token.i) == "negated":
                continue
            target = self._target(token, entry)
            if target is None:
                continue
            frame = self._frames.get(token.i)
            holders = [c.i for c in token.children if c.dep_.startswith("nsubj")]
            if not holders and frame is not None:
                holders = frame.slots.get("subj", []) or frame.slots.get("obj", [])
            self._add(holders, entry.stance, target, token, entry)
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
        self._add([i for i in self._subjects(verb) if i < token.i], entry.stance, (target, False), token, entry, first=last.i + 1)

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
        self._add([c.i for c in noun.children if c.dep_ == "nsubj"], entry.stance, (noun, False), token, entry, first=start)

    # judging adjectives

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
        holder = self._speaker(token.i)
        if holder is None or holder in targets or holder in {self._draft.responsible(t) for t in targets}:
            return
        self._note(holder, entry.stance, self._stretch(noun, False), token, entry)

    # what is found

    def _add(
        self, heads: list[int], stance: str, target: tuple[Token, bool], token: Token, entry: Stance, first: int | None = None
    ) -> None:
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
        turned = self._ended(head, entry)
        if turned is not None:
            stance, head, clause = ("opposes" if stance == "supports" else stance), turned, False
        stretch = self._stretch(head, clause)
        if first is not None and stretch[0] < first < stretch[1]:
            stretch = first, stretch[1]
        if self._is_actor(head, stretch) or (clause and any(c.dep_ == "obj" and c.pos_ == "PRON" for c in head.children)):
            return  # an actor is no target, and "to do it" names none
        for holder in holders:
            self._note(holder, stance, stretch, token, entry)

    def _is_actor(self, head: Token, stretch: Stretch) -> bool:
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
        mine = self._doc[head].lower_ in {"we", "our", "i", "us"} and self._issuer is not None
        return (self._issuer,) if mine and self._issuer is not None and not self._draft.attribution_at(head) else ()

    def _ended(self, head: Token, entry: Stance) -> Token | None:
        """What a wished-for ending ends: "an end to X", "halt X", "curbs on X"."""
        if entry.kind not in {"verb", "noun"} or entry.stance != "supports" or ("cessation", head.lower_) not in self._table:
            return None
        for child in head.rights:
            if child.dep_ in {"obj", "xcomp"} or (
                child.dep_.startswith(("nmod", "obl")) and preposition_of(child) in {"to", "of", "on", "from", "in"}
            ):
                return child
            if child.dep_ in {"advcl", "acl"} and any(c.dep_ in {"mark", "case"} and c.lower_ == "from" for c in child.children):
                return child
        return None

    def _stretch(self, head: Token, clause: bool) -> Stretch:
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

    def _note(self, holder: str, stance: str, target: Stretch, token: Token, entry: Stance) -> None:
        for other in self._found:
            if other.holder == holder and other.stance == stance and other.target[0] < target[1] and target[0] < other.target[1]:
                return
        head = next((i for i in range(*target) if not target[0] <= self._doc[i].head.i < target[1]), target[0])
        owners = [self._draft.responsible(a) for a in self._draft.owners_of(head) or self._draft.actors_at(head)]
        whose = next((o for o in owners if o != holder), None)
        chain = self._told_by(token.i, holder)
        self._found.append(
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

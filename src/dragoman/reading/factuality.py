"""Factuality: whether what a predicate names happened, is planned, is only possible, or did not happen.

The status of a predicate follows from the words that govern it (implicatives, factives, verbs of planning and wanting),
from its own auxiliaries and negation, and from the clause that it stands in; each predicate is settled once.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.lexicon.embedding import Embedding, embeddings
from dragoman.reading.contradictions import warn_of_contradictions
from dragoman.reading.draft import Draft, stage
from dragoman.record.edtf import bounds

_NEGATIONS = {"not", "n't", "never", "neither", "nor", "no"}
_NO_SUBJECTS = {"no", "none", "nobody", "neither", "nothing", "no-one"}
_DEFINITE = {"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my"}
_COMPLEMENT = {"ccomp", "xcomp", "csubj", "csubj:pass"}
_ARGUMENT = {"obj", "nsubj", "nsubj:pass", "obl", "iobj"}
_MEETING_PURPOSES = {"discuss", "talk", "confer", "review", "consult"}
_BEGINNING = {"begin", "start", "open", "resume", "take", "go", "held", "convene", "happen", "occur"}
_SINGLING = {"first", "last", "only", "latest", "next"}
_WORSE = {"actual": 0, "future": 1, "hypothetical": 2, "negated": 3}


@stage("factuality")
def settle_statuses(draft: Draft) -> None:
    """Fill ``draft.statuses`` for every verb, every predicate with a frame and every noun that names a happening."""
    judge = _Judge(draft)
    for frame in draft.frames:
        judge.status(draft.doc[frame.anchor])
    for token in draft.doc:
        if token.pos_ == "VERB":
            judge.status(token)
    warn_of_contradictions(draft)


def status_of(draft: Draft, token: int) -> str:
    """The status of what a token names: actual, future, hypothetical or negated."""
    return draft.statuses[token] if token in draft.statuses else _Judge(draft).status(draft.doc[token])


class _Judge:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._known = draft.statuses
        self._table = embeddings()
        self._light = {f.anchor: f.light for f in draft.frames if f.light is not None}
        self._occurring = {f.anchor for f in draft.frames if f.kind == "noun" and f.support}
        self._times = {n.head: n.value for n in draft.times if n.value}
        self._after = bounds(draft.date.value)[1] if draft.date.value else None
        self._reported: set[int] = set()
        for statement in draft.statements:
            cue = statement.cue
            past = cue is not None and draft.doc[cue[0]].morph.get("Tense", []) != ["Pres"]
            for a, b in statement.content if past else ():
                self._reported.update(range(a, b))
        self._open: set[int] = set()

    def status(self, token: Token) -> str:
        """The status of one token; in a circle of words each is actual."""
        i = token.i
        if i in self._known:
            return self._known[i]
        if i in self._open:
            return "actual"
        self._open.add(i)
        verbal = token.pos_ in {"VERB", "AUX"} or any(c.dep_ in {"cop", "nsubj"} for c in token.children)
        found = self._of_verb(token) if verbal else self._of_noun(token)
        self._open.discard(i)
        if found == "actual" and self._lies_ahead(token):
            found = "future"
        self._known[i] = found
        return found

    def _entry(self, kind: str, over: str, token: Token) -> Embedding | None:
        particle = next((c.lower_ for c in token.children if c.dep_ == "compound:prt"), None)
        form = token.lower_
        if particle is not None and (kind, over, f"{form}_{particle}") in self._table:
            return self._table[kind, over, f"{form}_{particle}"]
        return self._table.get((kind, over, form)) or self._table.get((kind, over, token.lemma_.lower()))

    # verbs

    def _of_verb(self, token: Token) -> str:
        own = self._own(token)
        around = "actual" if self._is_headline(token) else self._embedded(token)
        if own == "actual":
            return around
        if around == "negated" and own == "negated":
            return "actual"
        return own if _WORSE[own] >= _WORSE[around] or around == "actual" else around

    def _own(self, token: Token) -> str:
        """What auxiliaries, negation and sentence form say."""
        negated = self._negated(token)
        for child in token.children:
            if child.dep_ in {"aux", "cop"} or (child.dep_ == "aux:pass"):
                entry = self._table.get(("modal", "clause", child.lower_))
                if entry is not None:
                    effect = entry.negative if negated else entry.positive
                    if (
                        entry.id == "embedding.would"
                        and not negated
                        and token.i in self._reported
                        and not self._has_condition(token)
                    ):
                        return "future"
                    return effect
        for child in token.children:  # "due to begin" where the tree makes "due" a particle of the infinitive
            adjective = self._table.get(("adjective", "clause", child.lower_)) if child.dep_ in {"case", "mark"} else None
            if adjective is not None:
                return adjective.negative if negated else adjective.positive
        if self._is_to(token):
            return "negated" if negated else "future"
        if self._has_yet_to(token):
            return "negated"
        if negated:
            return "negated"
        if self._asks(token):
            return "hypothetical"
        if token.dep_ == "conj" and self._bare(token) and token.head.pos_ in {"VERB", "AUX"}:
            above = self._own(token.head)  # "will meet and sign"
            return "actual" if above == "negated" else above
        return "actual"

    def _negated(self, token: Token) -> bool:
        for child in token.children:
            if child.dep_ in {"advmod", "cc:preconj", "neg"} and child.lower_ in _NEGATIONS and child.i < token.i:
                return True
            if child.dep_ in {"nsubj", "nsubj:pass", "obj", "obl", "obl:agent"}:
                if child.lower_ in _NO_SUBJECTS:
                    return True
                if any(c.dep_ in {"det", "advmod"} and c.lower_ == "no" for c in child.children) and child.dep_ != "obl":
                    return True
        return False

    def _has_condition(self, token: Token) -> bool:
        return any(
            c.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ in {"if", "unless"} for m in c.children)
            for c in token.children
        )

    def _is_to(self, token: Token) -> bool:
        """ "The reviews are to continue", and headlines: "Chile to sign pact"."""
        be = any(
            c.dep_ in {"cop", "aux"} and c.lemma_ == "be" or c.lower_ in {"is", "are", "was", "were"} and c.dep_ in {"cop", "aux"}
            for c in token.children
        )
        to = any(c.dep_ == "mark" and c.lower_ == "to" for c in token.children)
        return (be or self._is_headline(token)) and to and token.pos_ == "VERB"

    def _is_headline(self, token: Token) -> bool:
        """ "Chile to sign pact", which the tree may root in the name."""
        subject = any(c.dep_.startswith("nsubj") for c in token.children)
        below_name = token.dep_ in {"parataxis", "advcl"} and token.head.dep_ == "ROOT" and token.head.pos_ == "PROPN"
        return below_name or (token.dep_ == "ROOT" and subject)

    def _has_yet_to(self, token: Token) -> bool:
        return (
            token.dep_ == "xcomp"
            and token.head.lower_ in {"has", "have", "had"}
            and any(c.lower_ == "yet" for c in token.head.children)
        )

    def _asks(self, token: Token) -> bool:
        """Whether a clause asks or commands."""
        if token.dep_ != "ROOT" and token.head.dep_ != "ROOT":
            return False
        if token.dep_ == "ROOT" and token.sent[-1].text == "?" or any(c.text == "?" for c in token.children):
            return True
        return (
            token.morph.get("Mood", []) == ["Imp"]
            and token.dep_ == "ROOT"
            and not any(c.dep_.startswith("nsubj") for c in token.children)
        )

    def _bare(self, token: Token) -> bool:
        return not any(c.dep_.startswith(("nsubj", "aux", "mark", "cop", "expl")) for c in token.children)

    def _embedded(self, token: Token) -> str:
        """What the words above say of a clause."""
        head, relation = token.head, token.dep_
        if head.i == token.i:
            return "actual"
        if relation == "conj":
            if self._bare(token) or token.morph.get("VerbForm", []) == ["Inf"]:
                return self._embedded(head)
            return (
                self._embedded(head)
                if head.dep_ in _COMPLEMENT and any(c.dep_.startswith("nsubj") for c in token.children)
                else "actual"
            )
        marks = [c for c in token.children if c.dep_ in {"mark", "case"}]
        marked = self._marked(marks, head) if relation in {"advcl", "ccomp", "acl", "obl"} else None
        if marked is not None:
            return marked
        if relation in _COMPLEMENT:
            return self._under(head, token)
        infinitive = any(m.lower_ == "to" for m in marks)
        if relation == "acl" and head.pos_ in {"NOUN", "PROPN"}:
            finite = any(c.dep_.startswith("nsubj") for c in token.children)
            entry = self._entry("noun", "clause", head)
            if entry is not None and (infinitive or finite or marks):
                return self._apply(entry, head)
            singled_out = any(
                c.lower_ in _SINGLING or c.morph.get("NumType", []) == ["Ord"] for c in head.children
            )  # "the first to sign"
            return "hypothetical" if infinitive and not singled_out else "actual"
        return self._beside(token, head, marks, infinitive) if relation in {"advcl", "obl"} else "actual"

    def _marked(self, marks: list[Token], head: Token) -> str | None:
        """What a conjunction makes of its clause; None where it says nothing."""
        for mark in marks:
            fixed = "_".join([mark.lower_, *(c.lower_ for c in mark.children if c.dep_ == "fixed")])
            entry = self._table.get(("mark", "clause", fixed)) or self._table.get(("mark", "clause", mark.lower_))
            if entry is not None and entry.positive != "keep":
                return entry.positive
            if entry is not None:
                above = self.status(head)
                return "actual" if above == "negated" else above
        return None

    def _beside(self, token: Token, head: Token, marks: list[Token], infinitive: bool) -> str:
        """The status of an adverbial clause: a purpose, a manner, a time."""
        adjective = self._entry("adjective", "clause", head)
        if adjective is not None and head.i < token.i:
            return self._apply(adjective, head)
        verb = self._entry("verb", "clause", head)
        if infinitive and head.lower_ in _SINGLING:
            return self.status(head)  # "was the first to sign"
        if infinitive:
            governed = any(c.dep_ in {"xcomp", "ccomp"} for c in head.children)
            if verb is not None and verb.positive != "actual" and not governed:
                return self._apply(verb, head)
            above = self.status(head)
            return above if above != "actual" or token.lemma_.lower() in _MEETING_PURPOSES else "hypothetical"
        if verb is not None and token.lower_.endswith("ing") and any(m.lower_ in {"from", "at", "on", "in"} for m in marks):
            return self._apply(verb, head)
        above = self.status(head)
        return (
            above
            if above in {"future", "hypothetical"} and not self._dated(token) and not any(m.lower_ == "for" for m in marks)
            else "actual"
        )

    def _dated(self, token: Token) -> bool:
        """Whether a clause is told in the past, whatever stands above it."""
        return (
            token.morph.get("Tense", []) == ["Past"]
            and token.morph.get("VerbForm", []) == ["Fin"]
            or any(c.dep_ == "aux" and c.lower_ in {"had", "has", "have"} for c in token.children)
        )

    def _under(self, head: Token, token: Token) -> str:
        """The status of a complement under a verb, adjective or noun."""
        kinds = ("verb",) if head.pos_ in {"VERB", "AUX"} else ("adjective", "verb") if head.pos_ == "ADJ" else ("noun",)
        for kind in kinds:
            entry = self._entry(kind, "clause", head)
            if entry is None:
                continue
            finite = token.dep_ == "ccomp" and not any(c.dep_ == "mark" and c.lower_ == "to" for c in token.children)
            if (
                entry.id == "embedding.plan"
                and finite
                and head.lower_ in {"announced", "announce", "announces", "announcing", "agreed", "agree", "agrees"}
            ):
                return "actual"
            if head.lemma_.lower() == "go" or head.lower_ == "going":
                return self._apply(entry, head) if head.lower_ == "going" else self.status(head)
            passive = any(c.dep_ in {"aux:pass", "nsubj:pass"} for c in head.children)
            if entry.positive == "actual" and passive and token.dep_ == "xcomp":
                return self.status(head)  # "none is known to have sunk": the subject belongs to the complement
            return self._apply(entry, head)
        if head.pos_ in {"VERB", "AUX", "ADJ"} and token.dep_ == "xcomp":
            return self.status(head)
        return "actual"

    def _apply(self, entry: Embedding, head: Token) -> str:
        own = self.status(head)
        if own == "negated":
            effect = entry.negative
            return "negated" if effect == "keep" else effect
        effect = entry.positive
        if effect == "keep":
            return own
        if effect == "actual" or own == "actual":
            return effect
        # under something that itself is only planned or possible, nothing is firmer than that
        return own if _WORSE[own] > _WORSE[effect] or effect == "negated" else effect

    # nouns

    def _of_noun(self, token: Token) -> str:
        for child in token.children:
            if child.dep_ == "det" and child.lower_ in {"no", "neither"}:
                return "negated"
            if child.dep_ in {"amod", "det", "compound", "acl"}:
                entry = self._table.get(("modifier", "noun", child.lower_))
                if entry is not None:
                    return entry.positive
            if child.dep_ == "case":
                entry = self._table.get(("mark", "noun", child.lower_))
                if entry is not None:
                    return entry.positive
        node = token
        while node.dep_ == "conj" and node.head.pos_ in {"NOUN", "PROPN"}:
            node = node.head
        if node.dep_ == "ROOT":
            return "actual"
        head = node.head
        light = self._light.get(token.i)
        if light is not None:
            return self.status(self._draft.doc[light])
        if head.pos_ in {"NOUN", "PROPN"} and node.dep_.startswith(("nmod", "acl")):
            entry = self._entry("noun", "noun", head)
            if entry is not None:
                return self._apply(entry, head)
            return self.status(head) if not self._definite(token) and self._names_happening(head) else "actual"
        if head.pos_ in {"VERB", "AUX"} and node.dep_ in _ARGUMENT:
            entry = self._entry("verb", "noun", head)
            as_object = node.dep_ in {"obj", "nsubj:pass"} or (
                node.dep_ == "obl" and any(c.dep_ == "case" and c.lower_ in {"for", "out", "on"} for c in node.children)
            )
            if entry is not None and as_object:
                return self._apply(entry, head)
            above = self.status(head)
            if token.i in self._occurring and node.dep_.startswith("nsubj"):
                return above
            return above if above != "actual" and not self._definite(token) else "actual"
        if head.pos_ in {"VERB", "AUX"} and node.dep_ in _COMPLEMENT:
            return self.status(head)
        if node.dep_ == "nsubj:outer" and head.lower_ in _BEGINNING:
            return self.status(head)
        if node.dep_ == "nsubj" and self._entry("adjective", "clause", head) is not None:
            begun = next((c for c in head.children if c.dep_ in {"xcomp", "ccomp", "advcl"} and c.lower_ in _BEGINNING), None)
            return self.status(begun) if begun is not None else "actual"
        return "actual"

    def _names_happening(self, token: Token) -> bool:
        return token.i in self._known or token.lemma_.lower() in self._draft.lexicon.event_nouns

    def _definite(self, token: Token) -> bool:
        return any((c.dep_ == "det" and c.lower_ in _DEFINITE) or c.dep_ == "nmod:poss" for c in token.children)

    # time

    def _lies_ahead(self, token: Token) -> bool:
        """Whether a time that hangs on a predicate lies after the report's day."""
        if self._after is None:
            return False
        heads = [token.i, *(c.i for c in token.children if c.dep_.startswith(("obl", "nmod", "advmod")))]
        for h in heads:
            value = self._times.get(h)
            if value is not None and self._begins_after(value):
                return True
        return False

    def _begins_after(self, value: str) -> bool:
        start = bounds(value)[0]
        return start is not None and self._after is not None and start > self._after

"""What one attribution run knows and how it writes a statement down; the finders of verbs, nouns and phrases share it."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.lexicon.cues import Cue, papers, verb_cues
from dragoman.reading.contents import Content, Contents
from dragoman.reading.draft import Draft, Frame, StatementNote, Stretch
from dragoman.reading.quotations import find_quotations, paragraphs_of
from dragoman.reading.relays import quoted_by
from dragoman.reading.sources import Speakers

_HEARERS = {"obj", "iobj"}


class Hearing:
    """The state of a search for statements in one draft.

    Attributes:
        found: the statements so far.
        shared: a coordinated cue -> the cue whose subject it shares.
        spent: cues that serve another one ("quoted her as *saying*").
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.doc = draft.doc
        self.paragraphs = paragraphs_of(draft.doc)
        self.quotations = find_quotations(draft.doc, self.paragraphs)
        self.verbs, self.papers = verb_cues(), papers()
        self.contents = Contents(draft.doc, self.quotations, frozenset(t.i for t in draft.doc if self.is_verb_cue(t)))
        self.speakers = Speakers(draft, self.paragraphs)
        self.frames = {f.anchor: f for f in draft.frames}
        self.shared: dict[int, int] = {}
        self.spent: set[int] = set()
        self.found: list[StatementNote] = []
        self._times = {n.head: n for n in draft.times if n.value}

    def is_verb_cue(self, token: Token) -> bool:
        """Whether a token is a verb that reports."""
        return (
            token.pos_ in {"VERB", "AUX"} and token.lower_ in self.verbs and token.dep_ not in {"aux", "cop", "amod", "aux:pass"}
        )

    def subjects(self, token: Token, frame: Frame | None) -> list[int]:
        """Heads of the noun phrases that speak; the makers of a paper where one is the subject ("a statement saying")."""
        if token.i in self.shared:
            first = self.doc[self.shared[token.i]]
            return self.subjects(first, self.frames.get(first.i))
        heads = [c.i for c in token.children if c.dep_ in {"nsubj", "obl:agent"} and c.lower_ not in {"which", "that", "who"}]
        if heads and any(c.dep_ == "obl:agent" for c in token.children):
            heads = [c.i for c in token.children if c.dep_ == "obl:agent"]
        elif len(heads) > 1:  # a name that the tree left over from words set before the clause
            heads = [min(heads, key=lambda i: abs(i - token.i))]
        if not heads and frame is not None:
            heads = list(frame.slots.get("subj", []))
        if not heads and token.lower_.endswith("ing"):
            last = next((s for s in reversed(self.found) if s.cue is not None and self.doc[s.cue[0]].sent == token.sent), None)
            if last is not None and last.cue is not None and token.dep_ in {"advcl", "parataxis", "conj", "ccomp", "xcomp"}:
                return self.subjects(self.doc[last.cue[0]], self.frames.get(last.cue[0]))
        if not heads and token.dep_ == "acl":
            heads = [token.head.i]
        elif not heads and token.dep_ in {"advcl", "conj", "xcomp"}:
            above = self.frames.get(token.head.i)
            heads = list(above.slots.get("subj", [])) if above is not None else []
        makers = []
        for head in heads:
            noun = self.doc[head]
            if (
                noun.lower_ in self.papers
                and token.dep_ in {"acl", "acl:relcl", "advcl", "conj"}
                and noun.head.pos_ == "VERB"
                and noun.head.i != token.i
            ):
                makers += [c.i for c in noun.head.children if c.dep_ in {"nsubj", "obl:agent"}]
        return makers or heads

    def report(self, subjects: list[int], content: Content, token: Token, cue: Cue) -> None:
        start, end = content.stretch
        subjects = [s for s in subjects if not start <= s < end or start <= content.cue[0] < end]
        if not subjects or (end - start < 2 and cue.kind not in {"describe"}):
            return
        head = next((s for s in subjects if self._is_person(s)), subjects[0])
        if self.doc[head].lower_ == "it" and not self.draft.actors_at(head):
            head = self._ruling_subject(token) or head
        quoted = quoted_by(self.doc[head]) or quoted_by(token)
        via: tuple[str, ...] = ()
        if quoted is not None and self.speakers.can_speak(quoted.i):
            via, head = self.draft.link_of(*self.speakers.source(head, self.found)), quoted.i
        source, stretch = self.speakers.source(head, self.found)
        if source is None and not self.speakers.can_speak(head):
            return
        if cue.kind == "think" and not self._thinks_by_itself(token.i, source):
            return
        for speaker in (source, *self.speakers.others(head, source)):
            self.add(speaker, stretch, content, token, cue, via)

    def _thinks_by_itself(self, token: int, source: str | None) -> bool:
        """Whether a thought is not only the way in which a speaker puts his own words ("he said he believed", "I think")."""
        if self.contents.quotation_at(token) is not None:
            return False
        inside = [s for s in self.found[-6:] if any(a <= token < b for a, b in s.content)]
        return not inside or (source is not None and all(s.source != source for s in inside))

    def _ruling_subject(self, token: Token) -> int | None:
        """The subject of the clause that a relative clause stands in ("a rule which it said ...")."""
        node = token
        while node.head.i != node.i:
            node = node.head
            for child in node.children:
                if child.dep_ == "nsubj" and child.i < token.i and self.draft.actors_at(child.i):
                    return child.i
        return None

    def _is_person(self, head: int) -> bool:
        mention = self.draft.mention_at.get(head)
        note = self.draft.actors.get(mention.actors[0]) if mention is not None and mention.actors else None
        return note is not None and note.kind == "person"

    def add(
        self, source: str | None, stretch: Stretch | None, content: Content, token: Token, cue: Cue, via: tuple[str, ...] = ()
    ) -> None:
        """Note one statement; `via` are those who pass it on."""
        quotation = self._quotation_of(content.stretch, content.cue)
        hearers, time = self._hearers(token, cue), self._time(token)
        note = StatementNote(
            source, stretch, content.cue, [content.stretch], quotation, addressees=hearers, time=time, via=via, rule=cue.id
        )
        self.found.append(note)

    def inside_speech(self, token: int) -> bool:
        if self.contents.quotation_at(token) is not None:
            return True
        return any(a <= token < b for s in self.found[-6:] for a, b in s.content)

    def _hearers(self, token: Token, cue: Cue) -> tuple[str, ...]:
        found: list[str] = []
        for child in token.children:
            to = any(c.dep_ == "case" and c.lower_ == "to" for c in child.children)
            if (child.dep_ in _HEARERS and cue.kind in {"tell", "request", "say"}) or (child.dep_ == "obl" and to):
                found += self.draft.actors_at(child.i)
        return tuple(dict.fromkeys(found))

    def _time(self, token: Token) -> str | None:
        heads = [token.i, *(c.i for c in token.children if c.dep_.startswith(("obl", "advmod", "nmod")))]
        return next((self._times[h].value for h in heads if h in self._times), None)

    def _quotation_of(self, stretch: Stretch, cue: Stretch) -> str:
        start, end = stretch
        quoted = [i for i in range(start, end) if self.contents.quotation_at(i) is not None]
        words = [i for i in range(start, end) if not self.doc[i].is_punct and not self.doc[i].is_space]
        if not quoted:
            return "indirect"
        if (
            self.contents.quotation_at(start) is not None
            and self.contents.quotation_at(end - 1) is not None
            and start < cue[0] < end
        ):
            return "direct"  # a cue between two parts of one quotation
        return "direct" if all(self.contents.quotation_at(i) is not None for i in words) else "mixed"

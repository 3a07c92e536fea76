"""Nouns that report ("a claim by X that ...") and phrases that do ("according to X")."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.lexicon.cues import Cue, noun_cues, phrase_cues
from dragoman.lexicon.inflection import forms_of
from dragoman.reading.contents import Content
from dragoman.reading.draft import Stretch
from dragoman.reading.hearing import Hearing
from dragoman.reading.relays import quoted_by

_ISSUING = frozenset(f for v in ("make", "issue", "repeat", "reiterate", "give", "release", "renew") for f in forms_of(v))
_MAKERS = {"by", "from", "of"}
# What is done "according to" these is done in keeping with them.
_NO_VOICES = {"plan", "plans", "schedule", "law", "laws", "rule", "rules", "view", "views", "custom", "agreement", "term", "terms", "need",
              "needs", "size", "principle", "principles", "procedure", "procedures", "tradition", "timetable", "wish", "wishes", "type"}  # fmt: skip


class SpeechNouns:
    """Finds the statements that nouns report."""

    def __init__(self, hearing: Hearing) -> None:
        self._hearing = hearing
        self._doc = hearing.doc
        self._draft = hearing.draft
        self._nouns = noun_cues()

    def hear(self, token: Token) -> None:
        """Note the statement that a noun reports, if any."""
        cue = self._nouns.get(token.lower_)
        if token.pos_ != "NOUN" or cue is None:
            return
        clause = next((c for c in token.rights if c.dep_ in {"acl", "ccomp", "acl:relcl"} and self._that(c)), None)
        if clause is None:
            return
        makers = [c.i for c in token.children if c.dep_ == "nmod:poss"]
        makers += [
            c.i
            for c in token.rights
            if c.dep_.startswith("nmod") and any(k.dep_ == "case" and k.lower_ in _MAKERS for k in c.children)
        ]
        makers += [c.i for c in token.lefts if c.dep_ in {"amod", "compound"} and self._draft.actors_at(c.i)]
        verb = token.head
        if token.dep_ == "obj" and verb.lower_ in _ISSUING:
            makers = self._hearing.subjects(verb, self._hearing.frames.get(verb.i)) or makers
        if not makers:
            return
        content = Content(self._hearing.contents.trimmed(clause.left_edge.i, clause.right_edge.i + 1), (token.i, token.i + 1))
        if self._doc[makers[0]].dep_ in {"amod", "compound"}:
            self._hearing.add(self._draft.actors_at(makers[0])[0], (makers[0], makers[0] + 1), content, token, cue)
        else:
            source, stretch = self._hearing.speakers.source(makers[0], self._hearing.found)
            self._hearing.add(source, stretch, content, token, cue)

    def _that(self, clause: Token) -> bool:
        """Whether a clause is introduced by the conjunction "that", not by the relative pronoun."""
        first = clause.left_edge
        return (
            first.lower_ == "that"
            and first.dep_ == "mark"
            and any(c.dep_.startswith(("nsubj", "csubj", "expl")) for c in clause.children)
        )


class SpeechPhrases:
    """Finds the statements that phrases like "according to" report."""

    def __init__(self, hearing: Hearing) -> None:
        self._hearing = hearing
        self._doc = hearing.doc
        self._phrases = phrase_cues()

    def hear(self, token: Token) -> None:
        """Note the statement that a phrase beginning at a token reports, if any."""
        words = [token.lower_]
        for other in self._doc[token.i + 1 : token.i + 5]:
            words.append(other.lower_)
            cue = self._phrases.get(tuple(words))
            if cue is not None:
                self._according(token, other.i, cue)
                return

    def _according(self, first: Token, last: int, cue: Cue) -> None:
        named = self._phrase_object(first, last)
        if named is None:
            return
        top = first
        while top.head.i != top.i and first.i <= top.head.i <= named.right_edge.i:
            top = top.head
        if top.head.i == top.i:
            return
        head = top.head
        leads = all(t.is_punct or t.is_space or t.dep_ in {"mark", "cc"} for t in self._doc[head.left_edge.i : first.i])
        while (
            not leads
            and head.dep_
            in {"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "obj", "obl", "nmod", "conj", "parataxis", "nsubj", "appos"}
            and self._spans(head, first)
        ):
            if head.dep_ in {"conj", "acl:relcl"} and not self._final(first, named):
                break
            head = head.head
        source, words = self._hearing.speakers.source(named.i, self._hearing.found)
        passed_on = next((s for s in self._hearing.found if s.cue is not None and s.cue[0] == head.i), None)
        if passed_on is not None:  # the words of a source that spoke itself are only passed on
            passed_on.via = (*self._hearing.draft.link_of(source, words), *passed_on.via)
            start, end = passed_on.content[-1]
            if start < first.i < end:
                core = min([head.i, *(c.left_edge.i for c in head.lefts if c.dep_.startswith("nsubj"))])
                closes = start < core and not any(t.i > head.i and t.dep_ in {"ccomp", "obj"} for t in head.children)
                passed_on.content[-1] = self._hearing.contents.trimmed(start, core if closes else first.i)
            return
        stretch = self._hearing.contents.whole(*self._clause_without(head, first, named), named)
        if stretch[1] - stretch[0] < 3:
            return
        if source is None and named.lower_ in _NO_VOICES:
            return
        quoted = quoted_by(named)
        via: tuple[str, ...] = ()
        if quoted is not None:
            via = self._hearing.draft.link_of(source, words)
            source, words = self._hearing.speakers.source(quoted.i, self._hearing.found)
        self._hearing.add(source, words, Content(stretch, (first.i, last + 1)), named, cue, via)

    def _phrase_object(self, first: Token, last: int) -> Token | None:
        """The noun that the phrase names: the word that its parts mark, or the first one behind it."""
        for token in (self._doc[last].head, first.head):
            if token.i > last and token.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}:
                return token
        for token in self._doc[last + 1 : last + 25]:
            if token.pos_ in {"NOUN", "PROPN", "PRON"} and token.left_edge.i <= last + 1:
                return token
        return None

    def _spans(self, head: Token, first: Token) -> bool:
        return head.head.i != head.i and head.left_edge.i <= first.i <= head.right_edge.i

    def _final(self, first: Token, named: Token) -> bool:
        after = [t for t in self._doc[named.right_edge.i + 1 : first.sent.end] if not t.is_punct and not t.is_space]
        return not after

    def _clause_without(self, head: Token, first: Token, named: Token) -> Stretch:
        start, end = head.left_edge.i, head.right_edge.i + 1
        left, right = min(first.i, named.left_edge.i), named.right_edge.i + 1
        if all(t.is_punct or t.is_space or t.dep_ in {"mark", "cc"} for t in self._doc[start:left]):
            start = right
        elif all(t.is_punct or t.is_space for t in self._doc[right:end]):
            end = left
        return self._hearing.contents.trimmed(start, end)

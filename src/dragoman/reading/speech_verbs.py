"""Verbs that report: what they say was said, and by whom."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.lexicon.cues import Cue
from dragoman.reading.contents import Content
from dragoman.reading.draft import Frame
from dragoman.reading.hearing import Hearing

_WITHDRAWN = {"decline", "refuse", "fail", "expect", "want", "able"}
_AS_SAYING = {"saying", "telling"}
# Nouns that say what was said of the thing that they take.
_MESSAGES = {"importance", "need", "necessity", "value", "urgency", "significance", "desirability"}
_UNREAL = {"would", "could", "should", "may", "might", "must"}


class SpeechVerbs:
    """Finds the statements that verbs report."""

    def __init__(self, hearing: Hearing) -> None:
        self._hearing = hearing
        self._doc = hearing.doc

    def hear(self, token: Token) -> None:
        """Note the statement that a verb reports, if any."""
        cue = self._hearing.verbs[token.lower_]
        frame = self._hearing.frames.get(token.i)
        if any(c.dep_ == "compound:prt" and c.lower_ == "out" for c in token.children):
            self._ruled_out(token, frame, cue)
            return
        if token.i in self._hearing.spent or self._unreal(token):
            return
        if cue.kind in {"describe", "judge"}:
            self._described(token, frame, cue)
        if cue.kind in {"relay", "judge"}:
            self._relayed(token, frame, cue)
        elif cue.kind == "express":
            thing = next((c for c in token.rights if c.dep_ == "obj" and c.pos_ == "NOUN"), None)
            if thing is not None:
                self._hearing.report(self._hearing.subjects(token, frame), self._hearing.contents.phrase(thing), token, cue)
        elif cue.kind != "describe":
            self._clausal(token, frame, cue)

    def _ruled_out(self, token: Token, frame: Frame | None, cue: Cue) -> None:
        """ "X did not rule out Y"; to rule something out is an act, and other verbs with "out" say nothing."""
        thing = next((c for c in token.rights if c.dep_ in {"obj", "ccomp"}), None)
        negated = any(c.lower_ in {"not", "n't", "never"} for c in token.children)
        if thing is not None and negated and token.lemma_.lower() == "rule" and thing.pos_ in {"NOUN", "VERB"}:
            content = Content(self._hearing.contents.phrase(thing).stretch, (token.i, token.i + 1))
            self._hearing.report(self._hearing.subjects(token, frame), content, token, cue)

    def _described(self, token: Token, frame: Frame | None, cue: Cue) -> None:
        """ "X described Y as Z" (the content is Z), "X condemned Y as Z" (the content is Y as Z)."""
        found = self._hearing.contents.as_phrase(token)
        if found is None:
            return
        place, content = found
        if any(c.lower_ == "what" for c in token.children) and self._hearing.contents.quotation_at(content.stretch[0]) is None:
            return  # "what he called a mistake" names a thing
        if cue.kind == "judge":
            thing = next((c for c in token.rights if c.dep_ == "obj" and c.i < place), None)
            if thing is None:
                return
            content = Content((thing.left_edge.i, content.stretch[1]), content.cue)
        self._hearing.report(self._hearing.subjects(token, frame), content, token, cue)

    def _clausal(self, token: Token, frame: Frame | None, cue: Cue) -> None:
        """Verbs with a clause, an infinitive or a quotation."""
        passive = frame is not None and frame.passive
        if cue.kind == "request":
            content = self._hearing.contents.infinitive(token) if not passive else None
        elif cue.kind == "vow":
            content = self._hearing.contents.infinitive_or_clause(token)
        elif cue.kind in {"think", "document"}:
            content = self._finite_complement(token)
        elif token.i < self._hearing.draft.title_end and cue.kind != "quote":
            self._headline(token, frame, cue)
            return
        else:
            content = self._hearing.contents.clause(token)
        if cue.kind == "quote" and (content is None or self._hearing.contents.quotation_at(content.stretch[0]) is None):
            asked = not passive and any(c.dep_ in {"obj", "iobj"} for c in token.rights)
            content = self._hearing.contents.infinitive(token) if asked else None
        subjects = self._hearing.subjects(token, frame)
        if content is None and cue.kind == "say":
            content = self._message(token)
        if content is None:
            if subjects and cue.kind in {"say", "tell"}:
                self._hearing.speakers.source(
                    subjects[0], self._hearing.found
                )  # whoever speaks is remembered for the "he said" that follows
            return
        if not subjects or (passive and not any(c.dep_ == "obl:agent" for c in token.children)):
            return
        self._hearing.report(subjects, self._uncoordinated(token, content, cue), token, cue)

    def _headline(self, token: Token, frame: Frame | None, cue: Cue) -> None:
        """Headlines are too clipped for their tree: what stands behind the cue is the content, else what stands before its subject."""
        title = self._hearing.draft.title_end
        subjects = self._hearing.subjects(token, frame)
        before = self._doc[token.i - 1] if token.i else token
        if not subjects and before.pos_ in {"NOUN", "PROPN"}:
            subjects = [before.i]
        content = self._hearing.contents.rest(token)
        if content is None:
            comma = next((t.i for t in reversed(self._doc[: token.i]) if t.text in {",", "-", "--"}), None)
            after = [t for t in self._doc[token.i + 1 : title] if not t.is_punct and not t.is_space]
            if comma is None or comma < 3 or after:
                return
            subjects = [i for i in subjects if i > comma] or [before.i]
            content = Content(self._hearing.contents.trimmed(0, comma), (token.i, token.i + 1))
        self._hearing.report(subjects, content, token, cue)

    def _message(self, token: Token) -> Content | None:
        """A noun phrase that names what was said ("stressed the need for a truce")."""
        thing = next((c for c in token.rights if c.dep_ == "obj" and c.lower_ in _MESSAGES), None)
        told = thing is not None and any(c.dep_.startswith(("nmod", "acl", "ccomp")) for c in thing.rights)
        if thing is None or not told:
            return None
        return Content(self._hearing.contents.phrase(thing).stretch, (token.i, token.i + 1))

    def _uncoordinated(self, token: Token, content: Content, cue: Cue) -> Content:
        """The content up to a second cue of the same speaker that the tree hangs inside it ("said A and added B")."""
        start, end = content.stretch
        if cue.kind not in {"say", "tell", "request", "vow"} or start < token.i:
            return content
        for other in self._doc[start + 1 : end]:
            if not self._hearing.is_verb_cue(other) or self._hearing.contents.quotation_at(other.i) is not None:
                continue
            if self._hearing.verbs[other.lower_].kind not in {"say", "vow", "tell", "request"} or any(
                c.dep_.startswith(("nsubj", "aux")) for c in other.children
            ):
                continue
            adding = other.lower_.endswith("ing") and other.dep_ in {"advcl", "parataxis"} and self._doc[other.i - 1].text == ","
            if not adding and (other.dep_ != "conj" or other.morph.get("Tense", []) != token.morph.get("Tense", [])):
                continue
            first = next((c.i for c in other.lefts if c.dep_ == "cc"), other.i)
            self._hearing.shared[other.i] = token.i
            return Content(self._hearing.contents.trimmed(start, first), content.cue)
        return content

    def _finite_complement(self, token: Token) -> Content | None:
        clause = next((c for c in token.rights if c.dep_ == "ccomp"), None)
        bare = clause is not None and clause.pos_ == "ADJ" and not any(c.dep_ in {"cop", "aux"} for c in clause.children)
        if bare or any(c.lower_ == "it" and c.dep_ == "obj" for c in token.rights):
            return None  # "found it odd that" judges what is known
        finite = clause is not None and any(c.dep_.startswith("nsubj") for c in clause.children)
        return self._hearing.contents.clause(token) if finite else None

    def _unreal(self, token: Token) -> bool:
        """Whether a cue says that nothing was said: negated, modal, a question, or under "decline to"."""
        for child in token.children:
            if child.dep_ in {"aux", "advmod", "mark"} and (
                child.lower_ in _UNREAL or child.lower_ in {"not", "n't", "never", "if", "whether"}
            ):
                return True
            if (
                child.dep_ == "aux"
                and child.lower_ in {"will", "'ll", "shall"}
                and self._hearing.contents.quotation_at(token.i) is None
            ):
                return True
        return token.dep_ == "xcomp" and token.head.lemma_.lower() in _WITHDRAWN

    def _relayed(self, token: Token, frame: Frame | None, cue: Cue) -> None:
        """ "X quoted Y as saying Z", "Y was quoted as saying Z"."""
        saying = next(
            (t for t in self._doc[token.i + 2 : token.sent.end] if t.lower_ in _AS_SAYING and t.nbor(-1).lower_ == "as"), None
        )
        if saying is not None:
            content = self._hearing.contents.told(token, saying)
        else:
            content = self._hearing.contents.quotation_behind_colon(token)
        quoted = frame.slots.get("obj", []) if frame is not None else [c.i for c in token.rights if c.dep_ == "obj"]
        if content is None or not quoted:
            return
        relay = next((i for i in self._hearing.subjects(token, frame) if i != quoted[0]), None)
        via = self._hearing.draft.link_of(*self._hearing.speakers.source(relay, self._hearing.found)) if relay is not None else ()
        source, stretch = self._hearing.speakers.source(quoted[0], self._hearing.found)
        if saying is not None:
            self._hearing.spent.add(saying.i)
        self._hearing.add(source, stretch, Content(content.stretch, (token.i, token.i + 1)), token, cue, via)

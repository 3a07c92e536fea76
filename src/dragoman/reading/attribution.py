"""Attribution: every stretch of reported speech or writing, with its source."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.lexicon.cues import Cue, noun_cues, papers, phrase_cues, verb_cues
from dragoman.lexicon.inflection import forms_of
from dragoman.reading.contents import Content, Contents
from dragoman.reading.draft import Draft, Frame, StatementNote, Stretch, stage
from dragoman.reading.issuers import settle_issuer
from dragoman.reading.quotations import find_quotations, paragraphs_of
from dragoman.reading.sources import Speakers

_HEARERS = {"obj", "iobj"}
_WITHDRAWN = {"decline", "refuse", "fail", "expect", "want", "able"}
_ISSUING = frozenset(f for v in ("make", "issue", "repeat", "reiterate", "give", "release", "renew") for f in forms_of(v))
_UNREAL = {"would", "could", "should", "may", "might", "must"}


@stage("attribution")
def find_statements(draft: Draft) -> None:
    """Fill ``draft.statements``, in the order of their cues."""
    finder = _Finder(draft)
    finder.run()
    _name_ahead(draft, finder.found)
    draft.statements = _nested([_without_tail(draft, s, finder) for s in finder.found])
    settle_issuer(draft)


class _Finder:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.doc = draft.doc
        self.paragraphs = paragraphs_of(draft.doc)
        self.quotations = find_quotations(draft.doc, self.paragraphs)
        self.verbs, self.nouns, self.papers = verb_cues(), noun_cues(), papers()
        self.contents = Contents(draft.doc, self.quotations, frozenset(t.i for t in draft.doc if self._is_verb_cue(t)))
        self.speakers = Speakers(draft, self.paragraphs)
        self.frames = {f.anchor: f for f in draft.frames}
        self.times = {n.head: n for n in draft.times if n.value}
        self.shared: dict[int, int] = {}  # a coordinated cue -> the cue whose subject it shares
        self.spent: set[int] = set()  # cues that serve another one ("quoted her as *saying*")
        self.found: list[StatementNote] = []

    def run(self) -> None:
        draft = self.draft
        for token in self.doc:
            if draft.title_end <= token.i < draft.body or token.is_space:
                continue
            if self._is_verb_cue(token):
                self._verb(token, self.verbs[token.lower_])
            elif token.pos_ == "NOUN" and token.lower_ in self.nouns:
                self._noun(token, self.nouns[token.lower_])
            elif token.dep_ == "case" or token.lower_ == "according":
                self._phrase(token)
        self._free_quotations()

    def _is_verb_cue(self, token: Token) -> bool:
        return token.pos_ in {"VERB", "AUX"} and token.lower_ in self.verbs and token.dep_ not in {"aux", "cop", "amod", "aux:pass"}

    # verbs

    def _verb(self, token: Token, cue: Cue) -> None:
        if token.i in self.spent or self._unreal(token):
            return
        frame = self.frames.get(token.i)
        if cue.kind == "describe" or cue.kind == "judge":
            found = self.contents.as_phrase(token)
            if found is not None:
                content = found[1]
                if cue.kind == "judge":
                    thing = next((c for c in token.rights if c.dep_ == "obj"), None)
                    if thing is None or thing.i > found[0]:
                        return
                    content = Content((thing.left_edge.i, content.stretch[1]), content.cue)
                self._report(self._subjects(token, frame), content, token, cue)
            if cue.kind == "judge":
                self._relayed(token, frame, cue)
            return
        if cue.kind == "relay":
            self._relayed(token, frame, cue)
            return
        if cue.kind == "express":
            thing = next((c for c in token.rights if c.dep_ == "obj"), None)
            if thing is not None and thing.pos_ == "NOUN":
                self._report(self._subjects(token, frame), self.contents.phrase(thing), token, cue)
            return
        passive = frame is not None and frame.passive
        if cue.kind == "request":
            content = self.contents.infinitive(token) if not passive else None
        elif cue.kind == "vow":
            content = self.contents.infinitive_or_clause(token)
        elif cue.kind in {"think", "document"}:
            content = self._finite_complement(token)
        else:
            content = self.contents.clause(token)
        subjects = self._subjects(token, frame)
        if content is None:
            if subjects and cue.kind in {"say", "tell"}:
                self.speakers.source(subjects[0], self.found)  # whoever speaks is remembered for the "he said" that follows
            return
        if cue.kind == "document" and not any(self.doc[i].lower_ in self.papers for i in subjects):
            return
        if not subjects or (passive and not any(c.dep_ == "obl:agent" for c in token.children)):
            return
        self._report(subjects, self._uncoordinated(token, content, cue), token, cue)

    def _uncoordinated(self, token: Token, content: Content, cue: Cue) -> Content:
        """The content up to a second cue of the same speaker that the tree hangs inside it ("said A and added B")."""
        start, end = content.stretch
        if cue.kind not in {"say", "tell"} or start < token.i:
            return content
        for other in self.doc[start + 1 : end]:
            if not self._is_verb_cue(other) or self.contents.quotation_at(other.i) is not None:
                continue
            if self.verbs[other.lower_].kind not in {"say", "vow", "tell", "request"} or any(c.dep_.startswith(("nsubj", "aux")) for c in other.children):
                continue
            adding = other.lower_.endswith("ing") and other.dep_ in {"advcl", "parataxis"} and self.doc[other.i - 1].text == ","
            if not adding and (other.dep_ != "conj" or other.morph.get("Tense") != token.morph.get("Tense")):
                continue
            first = next((c.i for c in other.lefts if c.dep_ == "cc"), other.i)
            self.shared[other.i] = token.i
            return Content(self.contents.trimmed(start, first), content.cue)
        return content

    def _finite_complement(self, token: Token) -> Content | None:
        clause = next((c for c in token.rights if c.dep_ == "ccomp"), None)
        finite = clause is not None and any(c.dep_.startswith("nsubj") for c in clause.children)
        return self.contents.clause(token) if finite else None

    def _unreal(self, token: Token) -> bool:
        """Whether a cue says that nothing was said: negated, modal, a question, or under "decline to"."""
        for child in token.children:
            if child.dep_ in {"aux", "advmod", "mark"} and (child.lower_ in _UNREAL or child.lower_ in {"not", "n't", "never", "if", "whether"}):
                return True
            if child.dep_ == "aux" and child.lower_ in {"will", "'ll", "shall"} and self.contents.quotation_at(token.i) is None:
                return True
        return token.dep_ == "xcomp" and token.head.lemma_.lower() in _WITHDRAWN

    def _subjects(self, token: Token, frame: Frame | None) -> list[int]:
        """Heads of the noun phrases that speak; the makers of a paper where one is the subject ("a statement saying")."""
        if token.i in self.shared:
            first = self.doc[self.shared[token.i]]
            return self._subjects(first, self.frames.get(first.i))
        heads = [c.i for c in token.children if c.dep_ in {"nsubj", "obl:agent"} and c.lower_ not in {"which", "that", "who"}]
        if heads and any(c.dep_ == "obl:agent" for c in token.children):
            heads = [c.i for c in token.children if c.dep_ == "obl:agent"]
        if not heads and frame is not None:
            heads = list(frame.slots.get("subj", []))
        if not heads and token.lower_.endswith("ing"):
            last = next((s for s in reversed(self.found) if s.cue is not None and self.doc[s.cue[0]].sent == token.sent), None)
            if last is not None and last.cue is not None and token.dep_ in {"advcl", "parataxis", "conj", "ccomp", "xcomp"}:
                return self._subjects(self.doc[last.cue[0]], self.frames.get(last.cue[0]))
        if not heads and token.dep_ == "acl":
            heads = [token.head.i]
        elif not heads and token.dep_ in {"advcl", "conj", "xcomp"}:
            above = self.frames.get(token.head.i)
            heads = list(above.slots.get("subj", [])) if above is not None else []
        makers = []
        for head in heads:
            noun = self.doc[head]
            if noun.lower_ in self.papers and token.dep_ in {"acl", "acl:relcl", "advcl", "conj"} and noun.head.pos_ == "VERB" and noun.head.i != token.i:
                makers += [c.i for c in noun.head.children if c.dep_ in {"nsubj", "obl:agent"}]
        return makers or heads

    def _report(self, subjects: list[int], content: Content, token: Token, cue: Cue) -> None:
        start, end = content.stretch
        subjects = [s for s in subjects if not start <= s < end or start <= content.cue[0] < end]
        if not subjects or (end - start < 2 and cue.kind not in {"describe"}):
            return
        if cue.kind == "think" and self._inside_speech(token.i):
            return
        head = next((s for s in subjects if self._is_person(s)), subjects[0])
        if self.doc[head].lower_ == "it" and not self.draft.actors_at(head):
            head = self._ruling_subject(token) or head
        source, stretch = self.speakers.source(head, self.found)
        if source is None and not self.speakers.can_speak(head):
            return
        for speaker in (source, *self.speakers.others(head, source)):
            self._add(speaker, stretch, content, token, cue)

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

    def _add(self, source: str | None, stretch: Stretch | None, content: Content, token: Token, cue: Cue) -> None:
        self.found.append(
            StatementNote(
                source, stretch, content.cue, [content.stretch], self._quotation_of(content.stretch, content.cue), addressees=self._hearers(token, cue),
                time=self._time(token), rule=cue.id,
            )
        )  # fmt: skip

    def _inside_speech(self, token: int) -> bool:
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
        return next((self.times[h].value for h in heads if h in self.times), None)

    def _quotation_of(self, stretch: Stretch, cue: Stretch) -> str:
        start, end = stretch
        quoted = [i for i in range(start, end) if self.contents.quotation_at(i) is not None]
        words = [i for i in range(start, end) if not self.doc[i].is_punct and not self.doc[i].is_space]
        if not quoted:
            return "indirect"
        if self.contents.quotation_at(start) is not None and self.contents.quotation_at(end - 1) is not None and start < cue[0] < end:
            return "direct"  # a cue between two parts of one quotation
        return "direct" if all(self.contents.quotation_at(i) is not None for i in words) else "mixed"

    def _relayed(self, token: Token, frame: Frame | None, cue: Cue) -> None:
        """ "X quoted Y as saying Z", "Y was quoted as saying Z"."""
        saying = next((c for c in token.rights if c.lemma_.lower() in {"say", "tell"} or c.lower_ in {"saying", "telling"}), None)
        if saying is None:
            thing = next((c for c in token.rights if c.dep_ == "obj"), None)
            saying = next((c for c in thing.children if c.lower_ in {"saying", "telling"}), None) if thing is not None else None
        if saying is not None:
            content = self.contents.clause(saying) or self.contents.rest(saying)
        else:
            content = self.contents.quotation_behind_colon(token)
        quoted = frame.slots.get("obj", []) if frame is not None else [c.i for c in token.rights if c.dep_ == "obj"]
        if content is None or not quoted:
            return
        source, stretch = self.speakers.source(quoted[0], self.found)
        if saying is not None:
            self.spent.add(saying.i)
        self._add(source, stretch, Content(content.stretch, (token.i, token.i + 1)), token, cue)

    # nouns

    def _noun(self, token: Token, cue: Cue) -> None:
        clause = next((c for c in token.rights if c.dep_ in {"acl", "ccomp", "acl:relcl"} and self._that(c)), None)
        if clause is None:
            return
        makers = [c.i for c in token.children if c.dep_ == "nmod:poss"]
        makers += [c.i for c in token.rights if c.dep_.startswith("nmod") and any(k.dep_ == "case" and k.lower_ in {"by", "from", "of"} for k in c.children)]
        makers += [c.i for c in token.lefts if c.dep_ in {"amod", "compound"} and self.draft.actors_at(c.i)]
        verb = token.head
        if token.dep_ == "obj" and verb.lower_ in _ISSUING:
            makers = self._subjects(verb, self.frames.get(verb.i)) or makers
        if not makers:
            return
        content = Content(self.contents.trimmed(clause.left_edge.i, clause.right_edge.i + 1), (token.i, token.i + 1))
        if self.doc[makers[0]].dep_ in {"amod", "compound"}:
            self._add(self.draft.actors_at(makers[0])[0], (makers[0], makers[0] + 1), content, token, cue)
        else:
            source, stretch = self.speakers.source(makers[0], self.found)
            self._add(source, stretch, content, token, cue)

    def _that(self, clause: Token) -> bool:
        """Whether a clause is introduced by the conjunction "that", not by the relative pronoun."""
        first = clause.left_edge
        return first.lower_ == "that" and first.dep_ == "mark" and any(c.dep_.startswith(("nsubj", "csubj", "expl")) for c in clause.children)

    # phrases

    def _phrase(self, token: Token) -> None:
        words = [token.lower_]
        for other in self.doc[token.i + 1 : token.i + 5]:
            words.append(other.lower_)
            cue = phrase_cues().get(tuple(words))
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
        leads = all(t.is_punct or t.is_space or t.dep_ in {"mark", "cc"} for t in self.doc[head.left_edge.i : first.i])
        while not leads and head.dep_ in {"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "obj", "obl", "nmod", "conj", "parataxis", "nsubj", "appos"} and self._spans(head, first):
            if head.dep_ in {"conj", "acl:relcl"} and not self._final(first, named):
                break
            head = head.head
        passed_on = next((s for s in self.found if s.cue is not None and s.cue[0] == head.i), None)
        if passed_on is not None:  # the words of a source that spoke itself are only passed on
            start, end = passed_on.content[-1]
            if start < first.i < end:
                passed_on.content[-1] = self.contents.trimmed(start, first.i)
            return
        stretch = self._clause_without(head, first, named)
        if stretch[1] - stretch[0] < 3:
            return
        relay = next((c for c in named.rights if c.dep_ == "acl" and c.lower_ in {"quoting", "citing"}), None)
        quoted = next((c for c in relay.rights if c.dep_ == "obj"), None) if relay is not None else None
        source, words = self.speakers.source((quoted if quoted is not None else named).i, self.found)
        self._add(source, words, Content(stretch, (first.i, last + 1)), named, cue)

    def _phrase_object(self, first: Token, last: int) -> Token | None:
        """The noun that the phrase names: the word that its parts mark, or the first one behind it."""
        for token in (self.doc[last].head, first.head):
            if token.i > last and token.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}:
                return token
        for token in self.doc[last + 1 : last + 25]:
            if token.pos_ in {"NOUN", "PROPN", "PRON"} and token.left_edge.i <= last + 1:
                return token
        return None

    def _spans(self, head: Token, first: Token) -> bool:
        return head.head.i != head.i and head.left_edge.i <= first.i <= head.right_edge.i

    def _final(self, first: Token, named: Token) -> bool:
        after = [t for t in self.doc[named.right_edge.i + 1 : first.sent.end] if not t.is_punct and not t.is_space]
        return not after

    def _clause_without(self, head: Token, first: Token, named: Token) -> Stretch:
        start, end = head.left_edge.i, head.right_edge.i + 1
        left, right = min(first.i, named.left_edge.i), named.right_edge.i + 1
        if all(t.is_punct or t.is_space for t in self.doc[start:left]):
            start = right
        elif all(t.is_punct or t.is_space for t in self.doc[right:end]):
            end = left
        return self.contents.trimmed(start, end)

    # quotations without a cue

    def _free_quotations(self) -> None:
        """A quotation that no cue reports goes on from the statement before it, in its paragraph or the one before."""
        covered: set[int] = set()
        for statement in self.found:
            for a, b in statement.content:
                covered.update(range(a, b))
        for quotation in self.quotations:
            start, end = quotation.stretch
            if start < self.draft.body or not quotation.whole or start + 1 in covered:
                continue
            last = self._statement_before(start)
            if not self._stands_alone(start, end) and not self._goes_on(last, start):
                continue
            if last is None or quotation.paragraph - self.paragraphs[last.content[-1][1] - 1] > 1:
                continue
            self.found.append(
                StatementNote(last.source, last.source_stretch, None, [self.contents.trimmed(start, end)], "direct", rule="quotation.continued")
            )
        self.found.sort(key=lambda s: (s.cue or s.content[0])[0])

    def _goes_on(self, last: StatementNote | None, start: int) -> bool:
        """Whether a quotation is coordinated with the cue of the statement before it ("she added; and later, ...")."""
        if last is None or last.cue is None or self.doc[last.cue[0]].sent != self.doc[start].sent:
            return False
        between = self.doc[max(last.cue[1], last.content[-1][1]) : start]
        return any(t.dep_ == "cc" for t in between) and not any(t.dep_.startswith("nsubj") and t.i > last.cue[1] + 1 for t in between)

    def _stands_alone(self, start: int, end: int) -> bool:
        """Whether a quotation is a sentence of its own, not a part of the report's."""
        opens = self.doc[start].is_sent_start or self.doc[start + 1].is_sent_start or start == 0 or self.doc[start - 1].is_space
        return bool(opens) and (end >= len(self.doc) or self.doc[end].is_space or bool(self.doc[end].is_sent_start))

    def _statement_before(self, at: int) -> StatementNote | None:
        before = [s for s in self.found if s.content[-1][1] <= at or (s.cue is not None and s.cue[1] <= at)]
        return max(before, key=lambda s: (s.cue or s.content[0])[0], default=None)


def _name_ahead(draft: Draft, found: list[StatementNote]) -> None:
    """An unnamed speaker of the lead ("a spokesman said") whom the next statements name ("Spokesman Lee Hart said")."""
    for k, statement in enumerate(found):
        words = _words(draft, statement)
        if statement.source is not None or not words or words[0] not in {"a", "an", "one"}:
            continue
        for later in found[k + 1 : k + 3]:
            note = draft.actors.get(later.source or "")
            if note is None or note.kind != "person" or note.id in {s.source for s in found[:k]}:
                continue
            if _describes(draft, statement, later, set(words)):
                statement.source = later.source
                break


def _words(draft: Draft, statement: StatementNote) -> list[str]:
    return [t.lower_ for t in draft.doc[slice(*statement.source_stretch)]] if statement.source_stretch else []


def _describes(draft: Draft, unnamed: StatementNote, named: StatementNote, words: set[str]) -> bool:
    """Whether two descriptions share the word for the role, or a party or body that both belong to."""
    roles = draft.lexicon.roles
    if any(w in words and "person" not in roles[w] for w in _words(draft, named) if w in roles):
        return True
    return bool(_bodies(draft, unnamed) & _bodies(draft, named))


def _bodies(draft: Draft, statement: StatementNote) -> set[str]:
    start, end = statement.source_stretch or (0, 0)
    ids = {a for i in range(start, end) if i in draft.mention_at for a in draft.mention_at[i].actors}
    return {a for a in ids if a in draft.actors and draft.actors[a].kind not in {"state", "person", "igo", "bloc"}}


def _without_tail(draft: Draft, statement: StatementNote, finder: _Finder) -> StatementNote:
    """A content without a quotation at its end that another speaker's cue reports ("X said A, but "B," Y said")."""
    start, end = statement.content[-1]
    for other in finder.found:
        a, b = other.content[0]
        apart = other.cue is not None and not start <= other.cue[0] < end and other.source_stretch != statement.source_stretch
        if other is not statement and apart and start < a and b == end and other.quotation == "direct":
            while a > start + 1 and (draft.doc[a - 1].dep_ == "cc" or draft.doc[a - 1].is_punct):
                a -= 1
            statement.content[-1] = finder.contents.trimmed(start, a)
    return statement


def _nested(found: list[StatementNote]) -> list[StatementNote]:
    """Drop doubles, and tell each statement the smallest one that it stands inside."""
    kept: list[StatementNote] = []
    for statement in found:
        if not any(_same(statement, other) for other in kept):
            kept.append(statement)
    for statement in kept:
        start, end = statement.content[0][0], statement.content[-1][1]
        holders = [
            (b - a, k)
            for k, other in enumerate(kept)
            for a, b in other.content
            if other is not statement and a <= start and end <= b and b - a > end - start and _cue_inside(statement, a, b)
        ]
        statement.outer = min(holders)[1] if holders else None
    return kept


def _cue_inside(statement: StatementNote, start: int, end: int) -> bool:
    return statement.cue is None or start <= statement.cue[0] < end


def _same(a: StatementNote, b: StatementNote) -> bool:
    words = set(range(a.content[0][0], a.content[-1][1]))
    others = set(range(b.content[0][0], b.content[-1][1]))
    speaker = a.source == b.source and (a.source is not None or a.source_stretch == b.source_stretch)
    return speaker and len(words & others) >= 0.8 * max(len(words), len(others))


def statements_of(draft: Draft, source: str) -> Iterator[StatementNote]:
    """The statements of one source."""
    return (s for s in draft.statements if s.source == source)

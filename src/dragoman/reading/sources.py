"""Sources: whom a statement comes from, and the words that say so."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from dragoman.lexicon.cues import papers
from dragoman.reading.draft import Draft, Mention, StatementNote, Stretch

_AFTER_CORE = {"acl:relcl", "appos", "parataxis", "acl", "cc", "conj", "advcl", "dep"}
_QUOTES = {'"', "“", "‘"}
_NAME_PARTS = {"flat", "appos", "nmod:desc", "compound", "nmod", "dep"}
_PERSON_PRONOUNS = {"he", "she"}

_FIRMS = {"company", "firm", "corporation", "group", "manufacturer", "maker", "carrier", "airline", "bank", "union", "retailer", "producer"}
_NO_SPEAKERS = {"it", "there", "this", "that", "which", "what", "you", "i", "we", "these", "those", "who"}

Source = tuple[str | None, Stretch | None]


def words_of_source(draft: Draft, head: int) -> Stretch:
    """The noun phrase headed at a token without relative clauses, appositions and parentheses."""
    token = draft.doc[head]
    start = token.left_edge.i
    while start < head and (
        draft.doc[start].dep_ in {"cc", "case", "fixed", "mark"}
        or (draft.doc[start].is_punct and draft.doc[start].text not in _QUOTES)
    ):
        start += 1
    end = head + 1
    for child in token.rights:
        if child.is_space or child.dep_ in _AFTER_CORE or (child.is_punct and child.text not in {'"', "”", "'s"}):
            break
        if child.dep_ == "case":
            break
        end = child.right_edge.i + 1
    return start, end


def named_at(draft: Draft, head: int) -> Mention | None:
    """The mention that a noun phrase stands for: at its head, or at a name inside it ("Prime Minister" ... "Amato")."""
    token = draft.doc[head]
    mention = draft.mention_at.get(head)
    guessed = mention is not None and mention.rule.startswith("coreference") and token.pos_ not in {"PRON", "PROPN"}
    named_beside = next((c for c in token.children if c.dep_ == "appos" and _is_name(draft, c.i)), None) if guessed else None
    if named_beside is not None:
        return draft.mention_at[named_beside.i]
    if mention is not None and mention.actors and mention.named and not _is_unnamed(draft, mention):
        return mention
    for child in token.children:
        inner = draft.mention_at.get(child.i)
        if inner is None or not inner.actors or not inner.named or _has_own_case(child, inner):
            continue
        note = draft.actors.get(inner.actors[0])
        kind = note.kind if note is not None else None
        person = kind == "person" and (child.i > head or child.dep_ in {"nmod:desc", "dep"})  # not "Reagan aides"
        if child.dep_ in {"appos", "flat"} or (child.dep_ in _NAME_PARTS and person) or kind == "media":
            return inner
    return mention if mention is None or not mention.actors or not _is_unnamed(draft, mention) else replace(mention, named=False)


def _is_name(draft: Draft, i: int) -> bool:
    mention = draft.mention_at.get(i)
    return mention is not None and mention.kind == "name" and bool(mention.actors)


def _has_own_case(token: Token, mention: Mention) -> bool:
    """Whether a preposition or possessive outside the name itself marks it."""
    start, end = mention.stretch
    return any(c.dep_ == "case" and not start <= c.i < end for c in token.children)


def _is_unnamed(draft: Draft, mention: Mention) -> bool:
    """Whether a description is of officials or sources without a name, whatever state they belong to."""
    if mention.kind not in {"nominal", "group"}:
        return False
    token = draft.doc[mention.head]
    kinds = draft.lexicon.roles.get(token.lower_, frozenset()) | draft.lexicon.roles.get(token.lemma_.lower(), frozenset())
    note = draft.actors.get(mention.actors[0])
    return bool(kinds & {"official", "sources"}) and (note is None or note.kind != "person")


class Speakers:
    """Finds sources, remembering those before: an unnamed official who speaks on as "he" keeps his first description."""

    def __init__(self, draft: Draft, paragraphs: list[int]) -> None:
        self._draft = draft
        self._paragraphs = paragraphs
        self._unnamed: dict[str, Stretch] = {}  # head lemma -> the first description
        self._last_unnamed: tuple[int, Stretch] | None = None

    def source(self, head: int, before: list[StatementNote]) -> Source:
        """Who the noun phrase headed at ``head`` is, as a source.

        Args:
            before: the statements found so far, in order.

        Returns:
            An actor id or None, and the stretch of the words.
        """
        draft, token = self._draft, self._draft.doc[head]
        stretch = words_of_source(draft, head)
        mention = named_at(draft, head)
        if token.lower_ in _PERSON_PRONOUNS:
            going_on = self._speaks_on(token, mention, before)
            if going_on is not None:
                return going_on[0], stretch if going_on[0] else going_on[1]
        if token.lower_ == "they" and self._crowd_speaks_on(token, before):
            return None, stretch
        if mention is not None and mention.actors and mention.named:
            return mention.actors[0], stretch
        return self._described(token, stretch, before)

    def others(self, head: int, first: str | None) -> tuple[str, ...]:
        """Who else speaks where several do ("both ministers said", "A and B said"); nobody for crowds."""
        actors = self._draft.actors_at(head)
        mention = named_at(self._draft, head)
        if (
            self._draft.doc[head].lower_ == "they"
            or first is None
            or first not in actors
            or len(actors) > 3
            or mention is None
            or not mention.named
        ):
            return ()
        return tuple(a for a in actors if a != first)

    def _described(self, token: Token, stretch: Stretch, before: list[StatementNote]) -> Source:
        """A source told by a description: a newspaper or a paper of somebody known, or somebody unnamed."""
        draft, head = self._draft, token.i
        lemma = token.lemma_.lower()
        definite = any(c.lower_ in {"the", "this", "that"} for c in token.children if c.dep_ == "det")
        if definite and "press" in draft.lexicon.roles.get(lemma, ()):
            media = next(
                (s for s in reversed(before) if s.source in draft.actors and draft.actors[s.source or ""].kind == "media"), None
            )
            if media is not None:
                return media.source, stretch
        if token.lower_ in papers() and not self._owned(token):
            maker = self._maker(token, before)
            if maker is not None:
                return maker, stretch
        single = token.morph.get("Number", []) != ["Plur"]
        if definite and single:
            spoke = next((s for s in reversed(before) if self._is_called(s, token.lower_)), None)
            if spoke is not None:
                return spoke.source, stretch
        if definite and single and stretch[1] - stretch[0] <= 2 and lemma in self._unnamed:
            self._last_unnamed = head, self._unnamed[lemma]
            return None, self._unnamed[lemma]
        if definite and single and (meant := self._meant(token, before)) is not None:
            return meant, stretch
        if single and token.pos_ in {"NOUN", "PROPN"}:
            self._unnamed[lemma] = stretch
            self._last_unnamed = head, stretch
        return None, stretch

    def _meant(self, token: Token, before: list[StatementNote]) -> str | None:
        """Whom a description means ("the Texas Republican", "the company"): who spoke last, where it can be him or it."""
        kinds = self._draft.lexicon.roles.get(token.lower_, frozenset())
        if token.lower_ in _FIRMS:
            firms = (s.source for s in reversed(before) if s.source is not None)
            return next((f for f in firms if f in self._draft.actors and self._draft.actors[f].kind in {"company", "other"}), None)
        last = self._last_speaker(token, before)
        if last is None or last.source is None or last.cue is None or not kinds & {"office", "official", "person"}:
            return None
        if self._paragraphs[token.i] - self._paragraphs[last.cue[0]] > 1:
            return None
        note = self._draft.actors[last.source]
        titles = {t.title for t in self._draft.world.terms_of(last.source)} | {note.title or ""}
        held = any(token.lower_ in title.split() for title in titles)
        return last.source if held or kinds <= {"person", "official"} else None

    def _is_called(self, statement: StatementNote, word: str) -> bool:
        """Whether a statement's source is a person whom its words give a title ("Planning Minister Lee Hart")."""
        note = self._draft.actors.get(statement.source or "")
        if note is None or note.kind != "person" or statement.source_stretch is None:
            return False
        if not self._draft.lexicon.roles.get(word, frozenset()) & {"office", "official", "person"}:
            return False
        return any(t.lower_ == word for t in self._draft.doc[slice(*statement.source_stretch)])

    def can_speak(self, head: int) -> bool:
        """Whether unnamed words can be a source: persons, bodies, and papers that speak for them."""
        token = self._draft.doc[head]
        if token.pos_ in {"PRON", "DET", "NUM"}:
            return token.lower_ not in _NO_SPEAKERS
        word, lemma = token.lower_, token.lemma_.lower()
        return (
            word in papers()
            or lemma in papers()
            or self._draft.lexicon.roles.get(word) is not None
            or lemma in self._draft.lexicon.roles
            or token._.entity in {"person", "organization"}
            or token.pos_ == "PROPN"
        )

    def _speaks_on(self, token: Token, mention: Mention | None, before: list[StatementNote]) -> Source | None:
        """The speaker whom "he" continues: the last one, where nobody else who can be meant was named since."""
        meant = mention.actors[0] if mention is not None and mention.actors else None
        last = self._last_speaker(token, before)
        at = last.cue[0] if last is not None and last.cue is not None else -1
        if self._last_unnamed is not None and self._last_unnamed[0] > at:
            at, stretch = self._last_unnamed
            near = self._paragraphs[token.i] - self._paragraphs[at] <= 5
            return (None, stretch) if near and not self._named_between(meant, at, token.i) else None
        if last is None or last.source is None or last.source == meant or self._named_between(meant, at, token.i):
            return None
        if mention is not None and self._paragraphs[token.i] - self._paragraphs[at] <= 1:
            self._draft.mention_at[token.i].actors = (last.source,)
            self._draft.mention_at[token.i].rule = "attribution.speaker"
            return last.source, last.source_stretch
        return None

    def _crowd_speaks_on(self, token: Token, before: list[StatementNote]) -> bool:
        """Whether "they" are the unnamed sources that spoke last, in this paragraph or shortly before."""
        last = next((s for s in reversed(before) if s.cue is not None and s.cue[0] < token.sent.start), None)
        if last is None or last.cue is None or last.source is not None or last.source_stretch is None:
            return False
        near = self._paragraphs[token.i] - self._paragraphs[last.cue[0]] <= 2
        words = self._draft.doc[slice(*last.source_stretch)]
        return near and any(t.morph.get("Number", []) == ["Plur"] and t.pos_ in {"NOUN", "PROPN", "PRON"} for t in words)

    def _last_speaker(self, token: Token, before: list[StatementNote]) -> StatementNote | None:
        """The person who spoke last before the sentence of a pronoun."""
        for statement in reversed(before):
            note = self._draft.actors.get(statement.source or "")
            if statement.cue is not None and statement.cue[0] < token.sent.start:
                return statement if note is not None and note.kind == "person" else None
        return None

    def _named_between(self, actor: str | None, start: int, end: int) -> bool:
        """Whether an actor is named, not only meant by a pronoun, between two tokens."""
        return actor is not None and any(
            start < m.head < end and m.kind != "pronoun" and actor in m.actors for m in self._draft.mentions
        )

    def _owned(self, token: Token) -> bool:
        return bool(self._draft.owners_of(token.i)) or any(c.dep_ in {"amod", "compound", "nmod"} for c in token.children)

    def _maker(self, token: Token, before: list[StatementNote]) -> str | None:
        """Whose statement "a statement" is: the subject that issued it, or the body that spoke just before."""
        verb = token.head
        if token.dep_ == "obj":
            for child in verb.children:
                mention = named_at(self._draft, child.i) if child.dep_ == "nsubj" else None
                if mention is not None and mention.actors and mention.named:
                    return mention.actors[0]
        if token.dep_.startswith("nsubj") and before:
            last = before[-1]
            note = self._draft.actors.get(last.source or "")
            at = last.cue[0] if last.cue else last.content[0][0]
            if (
                note is not None
                and note.kind in {"state", "government-body", "igo"}
                and self._paragraphs[at] == self._paragraphs[token.i]
            ):
                return note.id
        return None

"""Sources: whom a statement comes from, and the words that say so."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.lexicon.cues import papers
from dragoman.reading.draft import Draft, Mention, StatementNote, Stretch

_AFTER_CORE = {"acl:relcl", "appos", "parataxis", "acl", "cc", "conj", "advcl", "dep"}
_NAME_PARTS = {"flat", "appos", "nmod:desc", "compound", "nmod", "dep"}
_PERSON_PRONOUNS = {"he", "she"}
_PERIODICALS = {"newspaper", "paper", "daily", "agency", "magazine", "radio", "television", "broadcaster", "weekly", "journal"}

Source = tuple[str | None, Stretch | None]


def core_of(draft: Draft, head: int) -> Stretch:
    """The noun phrase headed at a token without relative clauses, appositions and parentheses."""
    token = draft.doc[head]
    start = token.left_edge.i
    while start < head and (draft.doc[start].is_punct and draft.doc[start].text not in {'"', "“"} or draft.doc[start].dep_ in {"cc", "case"} and draft.doc[start].head == token):
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
    if mention is not None and mention.actors and mention.named:
        return mention
    for child in token.children:
        inner = draft.mention_at.get(child.i)
        if inner is None or not inner.actors or not inner.named or child.dep_ not in _NAME_PARTS:
            continue
        note = draft.actors.get(inner.actors[0])
        if note is not None and note.kind == "person" and not any(c.dep_ == "case" for c in child.children):
            return inner
    return mention


class Speakers:
    """Finds sources, remembering those before: an unnamed official who speaks on as "he" keeps his first description."""

    def __init__(self, draft: Draft, paragraphs: list[int]) -> None:
        self._draft = draft
        self._paragraphs = paragraphs
        self._unnamed: dict[str, tuple[int, Stretch]] = {}  # head lemma -> where, description
        self._last_unnamed: tuple[int, Stretch] | None = None

    def source(self, head: int, before: list[StatementNote]) -> Source:
        """Who the noun phrase headed at ``head`` is, as a source.

        Args:
            before: the statements found so far, in order.

        Returns:
            An actor id or None, and the stretch of the words.
        """
        draft, token = self._draft, self._draft.doc[head]
        stretch = core_of(draft, head)
        mention = named_at(draft, head)
        if token.lower_ in _PERSON_PRONOUNS:
            unnamed = self._speaks_on(token, mention)
            if unnamed is not None:
                return None, unnamed
        if mention is not None and mention.actors and mention.named:
            return mention.actors[0], stretch
        lemma = token.lemma_.lower()
        definite = any(c.lower_ in {"the", "this", "that"} for c in token.children if c.dep_ == "det")
        if definite and lemma in _PERIODICALS:
            media = next((s for s in reversed(before) if s.source in draft.actors and draft.actors[s.source or ""].kind == "media"), None)
            if media is not None:
                return media.source, stretch
        if token.lower_ in papers() and not self._owned(token):
            maker = self._maker(token, before)
            if maker is not None:
                return maker, stretch
        bare = stretch[1] - stretch[0] <= 2
        if definite and bare and token.morph.get("Number") != ["Plur"] and lemma in self._unnamed:
            return None, self._unnamed[lemma][1]
        if token.morph.get("Number") != ["Plur"] and token.pos_ in {"NOUN", "PROPN"} and mention is not None:
            self._unnamed[lemma] = self._last_unnamed = (head, stretch)
        return None, stretch

    def _speaks_on(self, token: Token, mention: Mention | None) -> Stretch | None:
        """The unnamed speaker whom "he" continues: the last one, where nobody else who can be meant was named since."""
        if self._last_unnamed is None:
            return None
        at, stretch = self._last_unnamed
        if self._paragraphs[token.i] - self._paragraphs[at] > 5:
            return None
        if mention is not None and mention.actors:
            person = mention.actors[0]
            if any(at < m.head < token.i and m.kind != "pronoun" and person in m.actors for m in self._draft.mentions):
                return None
            last = max((m.head for m in self._draft.mentions if m.head < at and m.kind != "pronoun" and person in m.actors), default=None)
            if last is not None and self._paragraphs[token.i] - self._paragraphs[last] < 2 and self._paragraphs[at] != self._paragraphs[token.i]:
                return None
        return stretch

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
            if note is not None and note.kind in {"state", "government-body", "igo"} and self._paragraphs[at] == self._paragraphs[token.i]:
                return note.id
        return None

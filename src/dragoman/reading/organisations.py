"""Organisations that the model names and the world does not know."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.lexicon.instruments import nouns_by_form
from dragoman.lexicon.roles import field_words
from dragoman.reading.draft import ActorNote, Draft, Mention, Stretch
from dragoman.reading.initialisms import HALVES
from dragoman.reading.names import one_line
from dragoman.reading.titles import names_office
from dragoman.world import Sense
from dragoman.world.spelling import slug

_COMPANY_ENDS = {"corp", "corp.", "inc", "inc.", "co", "co.", "ltd", "ltd.", "plc", "sa", "ag", "gmbh", "bank", "group", "airlines", "industries"}
_JOINTS = {"of", "for", "on"}


def unknown_organisations(draft: Draft, actor_of: dict[int, Sense], persons: set[int]) -> list[Mention]:
    """Names that the model calls organisations and the world does not know; ``persons`` are the words of persons' names."""
    found: list[Mention] = []
    for entity in draft.doc.ents:
        if entity.label_ != "ORG" or draft.title_end <= entity.start < draft.body:
            continue
        stretch = _cut(draft, entity.start, entity.end, persons)
        if stretch is None or any(i in actor_of for i in range(*stretch)):
            continue
        start, end = stretch
        root = draft.doc[start:end].root
        if root.i in draft.mention_at or _is_role(draft, root) or _names_no_actor(draft, start, end):
            continue
        name = one_line(draft.span((start, end)).text)
        identity = slug(name)
        if not identity or "@" in name:
            continue
        kind = "company" if draft.doc[end - 1].lower_ in _COMPANY_ENDS else "other"
        draft.actors.setdefault(identity, ActorNote(identity, kind, name))
        found.append(Mention((start, end), root.i, "name", (identity,), rule="mention.model"))
    return found


def _cut(draft: Draft, start: int, end: int, persons: set[int]) -> Stretch | None:
    """The name without article and joints at its ends, up to an office ("*Tobin Foundation* President NAME") or a person."""
    doc, roles = draft.doc, draft.lexicon.roles
    while start < end and (doc[start].lower_ in {"the", "a", *_JOINTS} or doc[start].is_space):
        start += 1
    if start < end:
        root = doc[start:end].root
        # "*Harbor* Institute": the model may have begun the name too late.
        while (
            start
            and doc[start - 1].head == root
            and doc[start - 1].dep_ == "compound"
            and doc[start - 1].pos_ == "PROPN"
            and start - 1 not in persons
        ):
            start -= 1
    stop = next((i for i in range(start, end) if i in persons or (i > start and names_office(doc[i], roles))), None)
    end = _name_end(draft, end) if stop is None else stop
    while end > start and (doc[end - 1].is_space or doc[end - 1].lower_ in _JOINTS):
        end -= 1
    return (start, end) if start < end else None


def _names_no_actor(draft: Draft, start: int, end: int) -> bool:
    doc, instruments = draft.doc, nouns_by_form()
    root = doc[start:end].root
    if not root.text[:1].isupper() or not any(c.isalpha() for c in doc[start].text):
        return True
    if root.head.lower_ in instruments or any(t.lower_ in instruments for t in doc[start:end]):
        return True  # "the ABM Treaty" names no organisation
    if end - start == 1 and _is_common(draft, start):
        return True
    # "Information Technology Minister": the field of an office
    return all(t.lower_ in field_words() or not t.text[:1].isupper() for t in doc[start:end] if not t.is_space)


def _is_common(draft: Draft, token: int) -> bool:
    """Whether a single capitalised word is the rest of a longer name or a word that the report also writes small."""
    word = draft.doc[token]
    if word.lower_ in HALVES:
        return True
    if len(word) > 1 and word.text.isupper() and token >= draft.body:
        return False
    if word.text.isupper() and token < draft.title_end and word.text.title() not in draft.report.text:
        return True  # a headline's capitals say nothing
    joined = token and (draft.doc[token - 1].text[:1].isupper() or draft.doc[token - 1].lower_ in {"and", "of", "for", "&"})
    return bool(joined) or word.pos_ != "PROPN" or f" {word.lower_} " in draft.report.text or word.lower_ in draft.lexicon.event_nouns


def _name_end(draft: Draft, end: int) -> int:
    """Where a name goes on over a small word ("Center for *Security Policy*"), its last word."""
    doc = draft.doc
    if doc[end - 1].lower_ in _JOINTS:
        end -= 1
    while end < len(doc) and doc[end].sent == doc[end - 1].sent:
        if (
            doc[end].text[:1].isupper()
            and doc[end].pos_ in {"PROPN", "NOUN", "ADJ"}
            and doc[end].text.isalpha()
            and not names_office(doc[end], draft.lexicon.roles)
        ):
            end += 1
        elif doc[end].lower_ in _JOINTS and end + 1 < len(doc) and doc[end + 1].text[:1].isupper() and doc[end + 1].pos_ in {"PROPN", "NOUN", "ADJ"}:
            end += 2
        else:
            break
    return end


def _is_role(draft: Draft, token: Token) -> bool:
    """Whether a word is a role noun by itself, other than one that names of organisations have ("League", "Foundation")."""
    roles = draft.lexicon.roles
    return bool((roles.get(token.lower_, frozenset()) | roles.get(token.lemma_.lower(), frozenset())) - {"organ"})

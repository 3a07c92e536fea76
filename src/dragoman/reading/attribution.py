"""Attribution: every stretch of reported speech or writing, with its source."""

from __future__ import annotations

from dragoman.lexicon.cues import verb_cues
from dragoman.reading.certainty import settle_certainty
from dragoman.reading.draft import Draft, StatementNote, stage
from dragoman.reading.free_quotations import FreeQuotations
from dragoman.reading.headlines import hear_colon, settle_headlines
from dragoman.reading.hearing import Hearing
from dragoman.reading.issuers import settle_issuer
from dragoman.reading.relays import pass_on
from dragoman.reading.speech_nouns import SpeechNouns, SpeechPhrases
from dragoman.reading.speech_verbs import SpeechVerbs

_PERSONAL = {"he", "him", "his", "himself", "she", "her", "hers", "herself"}
_INTRODUCING = {"a", "an", "one", "his", "her", "its", "their", "the"}
_NEAR = 12  # statements within which doubles and holders are looked for


@stage("attribution")
def find_statements(draft: Draft) -> None:
    """Fill ``draft.statements``, in the order of their cues."""
    hearing = Hearing(draft)
    verbs, nouns, phrases = SpeechVerbs(hearing), SpeechNouns(hearing), SpeechPhrases(hearing)
    for token in draft.doc:
        if draft.title_end <= token.i < draft.body or token.is_space:
            continue
        if hearing.is_verb_cue(token):
            verbs.hear(token)
        elif token.pos_ == "NOUN":
            nouns.hear(token)
        elif token.dep_ == "case" or token.lower_ == "according":
            phrases.hear(token)
    FreeQuotations(hearing).hear()
    hear_colon(hearing, verb_cues()["say"])
    hearing.found.sort(key=lambda s: (s.cue or s.content[0])[0])
    _name_ahead(draft, hearing.found)
    hearing.found = pass_on(draft, settle_headlines(draft, hearing.found))
    for k, statement in enumerate(hearing.found):
        _cut_tail(draft, statement, hearing.found[max(0, k - 2) : k + _NEAR], hearing)
    draft.statements = _nested(hearing.found)
    for statement in draft.statements:
        _settle_echo(draft, statement)
    settle_issuer(draft)
    settle_certainty(draft)


def _settle_echo(draft: Draft, statement: StatementNote) -> None:
    """ "He" as the first word of what a person says means that person, and so do the same words further on."""
    start, end = statement.content[0]
    first = draft.mention_at.get(start)
    note = draft.actors.get(statement.source or "")
    if (
        statement.quotation == "direct"
        or first is None
        or note is None
        or note.kind != "person"
        or draft.doc[start].dep_ != "nsubj"
    ):
        return
    if draft.doc[start].lower_ not in {"he", "she"} or first.actors == (note.id,):
        return
    wrong = first.actors
    for i in range(start, end):
        mention = draft.mention_at.get(i)
        if mention is not None and mention.kind == "pronoun" and mention.actors == wrong and draft.doc[i].lower_ in _PERSONAL:
            mention.actors, mention.rule = (note.id,), "attribution.echo"


def _name_ahead(draft: Draft, found: list[StatementNote]) -> None:
    """An unnamed speaker of the lead ("a spokesman said") whom the next statements name ("Spokesman Lee Hart said")."""
    for k, statement in enumerate(found):
        words = _words(draft, statement)
        if statement.source is not None or not words or words[0] not in _INTRODUCING:
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
    note = draft.actors.get(named.source or "")
    titled = [*_words(draft, named), *(note.title.split() if note is not None and note.title else ())]
    if any(w in words and "person" not in roles[w] for w in titled if w in roles):
        return True
    return bool(_bodies(draft, unnamed) & _bodies(draft, named))


def _bodies(draft: Draft, statement: StatementNote) -> set[str]:
    start, end = statement.source_stretch or (0, 0)
    ids = {a for i in range(start, end) if i in draft.mention_at for a in draft.mention_at[i].actors}
    return {a for a in ids if a in draft.actors and draft.actors[a].kind not in {"state", "person", "igo", "bloc"}}


def _cut_tail(draft: Draft, statement: StatementNote, near: list[StatementNote], hearing: Hearing) -> None:
    """Cut off a quotation at a content's end that another speaker's cue reports ("X said A, but "B," Y said")."""
    start, end = statement.content[-1]
    for other in near:
        a, b = other.content[0]
        apart = other.cue is not None and not start <= other.cue[0] < end and other.source_stretch != statement.source_stretch
        if other is not statement and apart and start < a and b == end and other.quotation == "direct":
            while a > start + 1 and (draft.doc[a - 1].dep_ == "cc" or draft.doc[a - 1].is_punct):
                a -= 1
            statement.content[-1] = hearing.contents.trimmed(start, a)


def _nested(found: list[StatementNote]) -> list[StatementNote]:
    """Drop doubles, and tell each statement the smallest one that it stands inside."""
    kept: list[StatementNote] = []
    for statement in found:
        if not any(_same(statement, other) for other in kept[-_NEAR:]):
            kept.append(statement)
    for place, statement in enumerate(kept):
        start, end = statement.content[0][0], statement.content[-1][1]
        first = max(0, place - _NEAR)
        holders = [
            (b - a, k)
            for k, other in enumerate(kept[first : place + _NEAR], first)
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

"""Mentions: every stretch of words that may stand for an actor, and whom it stands for before coreference.

Names are looked up in the world on the day of the report; titles give persons their office; role nouns
("Israeli officials", "the foreign ministry") stand for the state or body that owns them.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.lexicon.instruments import nouns_by_form
from dragoman.reading.draft import ActorNote, Draft, Mention, stage
from dragoman.reading.names import slug
from dragoman.reading.nominals import core_of, find_nominals
from dragoman.reading.persons import mention_of, names_office, note_person, person_spans, same_title, title_before, title_of_noun
from dragoman.reading.place_or_government import is_place
from dragoman.world import Sense

_COMPANY_ENDS = {"corp", "corp.", "inc", "inc.", "co", "co.", "ltd", "ltd.", "plc", "sa", "ag", "gmbh", "bank", "group", "airlines", "industries"}
_STATE_KINDS = {"state", "igo", "bloc", "government-body", "armed-group", "media", "ngo", "company", "people", "other"}


@stage("mentions")
def find_mentions(draft: Draft) -> None:
    """Fill ``draft.mentions``, ``draft.mention_at`` and ``draft.actors`` with names and role nouns."""
    doc, world = draft.doc, draft.world
    on = draft.date.value or draft.report.published
    on = on[:10] if on and "/" not in on else (on.split("/")[0] if on else None)
    roles = draft.lexicon.roles
    words = [t.text for t in doc]
    matches = [(a, b, senses) for a, b, senses in world.match(words, on) if not _is_byline(draft, a)]
    actor_of: dict[int, Sense] = {}
    for start, end, senses in matches:
        if senses and senses[0].kind in _STATE_KINDS:
            for i in range(start, end):
                actor_of[i] = senses[0]
        elif senses and senses[0].kind == "place":
            for i in range(start, end):
                draft.place_at[i] = senses[0]
    by_span = {(a, b): senses for a, b, senses in matches}

    for start, end, senses in matches:
        if senses and senses[0].kind in _STATE_KINDS:
            _add_named(draft, start, end, senses)
    persons = [s for s in person_spans(doc, matches, roles, world.given_names) if not _is_byline(draft, s[0])]
    titled = []
    bylines = {part for name in draft.report.byline for part in (slug(name), *slug(name).split("-"))}
    for stretch in persons:
        if slug(draft.span(stretch).text) in bylines:
            continue
        senses = by_span.get(stretch, ())
        if not any(s.kind == "person" for s in senses):
            senses = tuple(s for s in world.find(draft.span(stretch).text, on) if s.kind == "person")
        titled.append((stretch, senses, title_before(draft, stretch[0], roles, actor_of)))
    in_titles: set[int] = set()
    # Full names first, so that a surname finds whoever the report has named in full.
    for stretch, senses, title in sorted(titled, key=lambda t: (t[0][0] - t[0][1], t[0][0])):
        head = _head(draft, *stretch)
        earlier = _same_surname(draft, stretch)
        if earlier is None:
            note = note_person(draft, stretch, senses, title, on)
        else:
            note = earlier
            if title is not None and note.title is None and not title.former:
                note.title, note.of, note.office_source = title.text, title.of or note.of, "report"
        _add(draft, mention_of(stretch, head, note.id, senses))
        if title is not None:
            in_titles.update(range(title.start, stretch[0]))
        _apposition(draft, note, doc[head], roles, actor_of)
    _authors(draft, on)
    _unknown_organisations(draft, actor_of)
    find_nominals(draft, actor_of, on, in_titles)
    for token in doc:
        if token.pos_ == "PRON" and token.lower_ in _PRONOUNS and token.i not in draft.mention_at:
            _add(draft, Mention((token.i, token.i + 1), token.i, "pronoun"))
    _settle_offices(draft, on)
    draft.mentions.sort(key=lambda m: m.stretch)


_PRONOUNS = {"he", "him", "his", "she", "her", "hers", "it", "its", "they", "them", "their", "theirs", "we", "us", "our", "ours", "i", "me", "my", "himself",
             "herself", "itself", "themselves", "each", "both"}  # fmt: skip


def _is_byline(draft: Draft, token: int) -> bool:
    return draft.title_end <= token < draft.body


def _head(draft: Draft, start: int, end: int) -> int:
    """The word of a stretch whose syntactic head lies outside."""
    for i in range(start, end):
        head = draft.doc[i].head.i
        if head == i or not start <= head < end:
            return i
    return end - 1


def _add(draft: Draft, mention: Mention) -> None:
    draft.mentions.append(mention)
    draft.mention_at.setdefault(mention.head, mention)


def _add_named(draft: Draft, start: int, end: int, senses: tuple[Sense, ...]) -> None:
    sense = senses[0]
    head = _head(draft, start, end)
    token = draft.doc[head]
    kind = "adjective" if sense.use == "adjective" and token.pos_ in {"ADJ", "PROPN", "NOUN"} and token.dep_ in {"amod", "compound"} else "name"
    note_of_sense(draft, sense)
    _add(draft, Mention((start, end), head, kind, (sense.id,), senses, as_place=is_place(token, sense.use), rule=f"world.{sense.table}"))


def note_of_sense(draft: Draft, sense: Sense) -> ActorNote:
    """The note of a state, body or organisation that the world knows."""
    if sense.id not in draft.actors:
        draft.actors[sense.id] = ActorNote(sense.id, sense.kind, sense.name, sense.country, sense.sector, state=sense.state)
    return draft.actors[sense.id]


def _same_surname(draft: Draft, stretch: tuple[int, int]) -> ActorNote | None:
    """The person already noted whose full name ends (or, as Chinese and Korean ones do, begins) with this name."""
    name = draft.span(stretch).text
    parts = slug(name).split("-")
    best = None
    for mention in draft.mentions:
        if mention.kind != "name" or not mention.actors:
            continue
        note = draft.actors[mention.actors[0]]
        if note.kind != "person":
            continue
        full = slug(draft.span(mention.stretch).text).split("-")
        whole = slug(note.name).split("-")
        if parts in (full, whole) or (len(parts) > 1 and _bare(parts) in (_bare(full), _bare(whole))) or (len(parts) < len(full) and full[-len(parts) :] == parts):
            return note
        if len(parts) == 1 and (parts[0] == whole[-1] or (parts[0] == full[0] and len(full) > 1 and _family_first(draft, note, parts[0]))):
            best = best or note
    return best


def _bare(parts: list[str]) -> list[str]:
    """A name without its middle initials."""
    return [p for k, p in enumerate(parts) if len(p) > 1 or k in {0, len(parts) - 1}]


def _family_first(draft: Draft, note: ActorNote, name: str) -> bool:
    person = draft.world.person(note.world or note.id)
    if person is not None:
        return slug(person.surname) == name
    return note.country in {"CHN", "KOR", "PRK", "TWN", "VNM", "HUN", "KHM"} or (note.of or "")[:3] in {"CHN", "KOR", "PRK", "TWN", "VNM", "KHM"}


def _apposition(draft: Draft, note: ActorNote, head: Token, roles: dict[str, frozenset[str]], actor_of: dict[int, Sense]) -> None:
    """Titles that follow a name: "NAME, the head of the delegation", "NAME (director of X)"."""
    nodes = [c for c in head.children if c.dep_ in {"appos", "parataxis"} and c.i > head.i and names_office(c, roles)]
    for node in nodes[:1]:
        title = title_of_noun(draft, node, roles, actor_of)
        if title is not None:
            if not title.former and note.title is None:
                note.title, note.office_source = title.text, "report"
            note.of = note.of or title.of
            _add(draft, Mention((node.left_edge.i, node.i + 1), node.i, "office", (note.id,), rule="mention.apposition"))
    noun = head.head
    while head.dep_ == "appos" and not names_office(noun, roles) and noun.dep_.startswith("nmod") and noun.head.i < noun.i:
        noun = noun.head
    if head.dep_ == "appos" and noun.i < head.i and names_office(noun, roles):
        # "his Chinese counterpart NAME", "the director of the fund, NAME": the noun phrase is the same person.
        _add(draft, Mention(core_of(noun), noun.i, "office", (note.id,), rule="mention.apposition"))


def _authors(draft: Draft, on: str | None) -> None:
    """Officials who sign a release ("NAME, Department Spokesperson") are persons of the record, other authors are not."""
    for name in draft.report.byline:
        known = next((s for s in draft.world.find(name, on) if s.kind == "person"), None)
        if known is not None and on and draft.world.terms_of(known.id, on) and known.id not in draft.actors:
            draft.actors[known.id] = ActorNote(known.id, "person", known.name, known.country, known.sector, world=known.id)
            start = draft.report.text.find(name)
            tokens = [t.i for t in draft.doc if start <= t.idx < start + len(name)] if start >= 0 else []
            if tokens:
                _add(draft, mention_of((tokens[0], tokens[-1] + 1), tokens[-1], known.id, (known,)))


def _unknown_organisations(draft: Draft, actor_of: dict[int, Sense]) -> None:
    """Names that the model calls organisations and the world does not know."""
    instruments = nouns_by_form()
    for entity in draft.doc.ents:
        if entity.label_ != "ORG" or _is_byline(draft, entity.start) or any(i in actor_of for i in range(entity.start, entity.end)):
            continue
        root = entity.root
        if root.i in draft.mention_at or root.lower_ in draft.lexicon.roles or root.lemma_.lower() in draft.lexicon.roles:
            continue
        start, end = entity.start + (entity[0].lower_ in {"the", "a"}), _name_end(draft, entity.end)
        if start >= end or not root.text[:1].isupper() or not any(c.isalpha() for c in draft.doc[start].text):
            continue
        if root.head.lower_ in instruments or any(t.lower_ in instruments for t in draft.doc[start:end]):
            continue  # "the ABM Treaty" names no organisation
        if end - start == 1 and _is_common(draft, start):
            continue
        name = draft.span((start, end)).text.replace("\n", " ")
        identity = slug(name)
        if not identity or "@" in name:
            continue
        kind = "company" if draft.doc[end - 1].lower_ in _COMPANY_ENDS else "other"
        draft.actors.setdefault(identity, ActorNote(identity, kind, name))
        _add(draft, Mention((start, end), root.i, "name", (identity,), rule="mention.model"))


def _is_common(draft: Draft, token: int) -> bool:
    """Whether a single capitalised word is the rest of a longer name or a word that the report also writes small."""
    word = draft.doc[token]
    if len(word) > 1 and word.text.isupper():
        return False
    joined = token and (draft.doc[token - 1].text[:1].isupper() or draft.doc[token - 1].lower_ in {"and", "of", "for", "&"})
    return bool(joined) or word.pos_ != "PROPN" or f" {word.lower_} " in draft.report.text


def _name_end(draft: Draft, end: int) -> int:
    """Where a name goes on over a small word ("Center for *Security Policy*"), its last word."""
    doc = draft.doc
    if doc[end - 1].lower_ in _JOINTS:
        end -= 1
    while end < len(doc) and doc[end].sent == doc[end - 1].sent:
        if doc[end].text[:1].isupper() and doc[end].pos_ in {"PROPN", "NOUN", "ADJ"} and doc[end].text.isalpha():
            end += 1
        elif doc[end].lower_ in _JOINTS and end + 1 < len(doc) and doc[end + 1].text[:1].isupper() and doc[end + 1].pos_ in {"PROPN", "NOUN", "ADJ"}:
            end += 2
        else:
            break
    return end


_JOINTS = {"of", "for", "on"}


def _settle_offices(draft: Draft, on: str | None) -> None:
    """Give each person an office and the state it stands for: the report's word first, then the world's."""
    for note in draft.actors.values():
        if note.kind != "person":
            continue
        if note.title in {"counterpart", "host", "official"}:
            note.title = None  # says whose, not what
        terms = list(draft.world.terms_of(note.world or note.id, on)) if on else []
        if terms:
            term = next((t for t in terms if same_title(t.title, note.title) and note.of in {None, t.of}), terms[0])
            if note.office_source != "report" or note.title is None or note.title == term.title:
                note.title, note.of = term.title, term.of
                note.since, note.until, note.office_source = term.start or None, term.end or None, "world"
            elif same_title(note.title, term.title):
                note.of, note.since, note.until = note.of or term.of, term.start or None, term.end or None
        if note.of:
            owner = draft.actors.get(note.of)
            sense = draft.world.actor(note.of)
            note.state = (owner.state if owner else None) or (sense.state if sense else None) or note.of.split(":")[0]
            if sense is not None and sense.kind == "state":
                note.country = note.country or note.of
            elif ":" in note.of:
                note.country = note.country or note.of.split(":")[0]
        elif note.country:
            note.state = note.country
        note.sector = note.sector or ("GOV" if note.of and note.title else None)

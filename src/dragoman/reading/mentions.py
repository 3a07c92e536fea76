"""Mentions: every stretch of words that may stand for an actor, and whom it stands for before coreference.

Names are looked up in the world on the day of the report; titles give persons their office; role nouns
("Israeli officials", "the foreign ministry") stand for the state or body that owns them.
"""

from __future__ import annotations

from dragoman.lexicon.roles import given_names
from dragoman.reading.appositions import appositions
from dragoman.reading.draft import ActorNote, Draft, Mention, Stretch, stage
from dragoman.reading.names import next_word, tops
from dragoman.reading.namesakes import settle_namesakes
from dragoman.reading.nominals import find_nominals
from dragoman.reading.offices import settle_offices
from dragoman.reading.organisations import unknown_organisations
from dragoman.reading.persons import mention_of, note_person, person_spans
from dragoman.reading.place_or_government import is_place
from dragoman.reading.titles import Title, title_before
from dragoman.world import Sense
from dragoman.world.spelling import slug

_STATE_KINDS = {"state", "igo", "bloc", "government-body", "armed-group", "media", "ngo", "company", "people", "other"}


@stage("mentions")
def find_mentions(draft: Draft) -> None:
    """Fill ``draft.mentions``, ``draft.mention_at`` and ``draft.actors`` with names and role nouns."""
    doc, world = draft.doc, draft.world
    on = draft.date.value or draft.report.published
    on = on[:10] if on and "/" not in on else (on.split("/")[0] if on else None)
    words = [t.text for t in doc]
    matches = settle_namesakes(
        draft, [(a, b, senses) for a, b, senses in world.match(words, on) if not _is_byline(draft, a) and not _ends_person(draft, a)]
    )
    actor_of: dict[int, Sense] = {}
    for start, end, senses in matches:
        if senses and senses[0].kind in _STATE_KINDS:
            for i in range(start, end):
                actor_of[i] = senses[0]
        elif senses and senses[0].kind == "place":
            for i in range(start, end):
                draft.place_at[i] = senses[0]
    for start, end, senses in matches:
        if senses and senses[0].kind in _STATE_KINDS:
            _add_named(draft, start, end, senses)
    _authors(draft, on)
    in_titles = _add_persons(draft, matches, actor_of, on)
    persons = {i for m in draft.mentions if m.rule == "mention.person" for i in range(*m.stretch)}
    for mention in unknown_organisations(draft, actor_of, persons):
        _add(draft, mention)
    find_nominals(draft, actor_of, on, in_titles)
    for token in doc:
        if token.pos_ == "PRON" and token.lower_ in _PRONOUNS and token.i not in draft.mention_at:
            _add(draft, Mention((token.i, token.i + 1), token.i, "pronoun"))
    settle_offices(draft, on)
    draft.mentions.sort(key=lambda m: m.stretch)


def _add_persons(draft: Draft, matches: list[tuple[int, int, tuple[Sense, ...]]], actor_of: dict[int, Sense], on: str | None) -> set[int]:
    """Add the names of persons, with their offices; the words of their titles come back."""
    doc, world, roles = draft.doc, draft.world, draft.lexicon.roles
    by_span = {(a, b): senses for a, b, senses in matches}
    bylines = {part for name in draft.report.byline for part in (slug(name), *slug(name).split("-"))}
    spans = [s for s in person_spans(draft, matches) if not _is_byline(draft, s[0]) and slug(draft.span(s).text) not in bylines]
    titled: list[tuple[Stretch, tuple[Sense, ...], Title | None]] = []
    for stretch in spans:
        senses = by_span.get(stretch, ())
        if not any(s.kind == "person" for s in senses):
            senses = tuple(s for s in world.find(draft.span(stretch).text, on) if s.kind == "person")
        title = title_before(draft, stretch[0], roles, actor_of)
        titled.append((stretch, senses, title or _shared_title(draft, stretch, titled)))
    in_titles: set[int] = set()
    names = {a for a, _ in spans}
    owned: list[tuple[ActorNote, int]] = []
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
            possessive = next((i for i in (title.start, title.start - 1) if i >= 0 and doc[i].lower_ in {"his", "her", "its", "their"}), None)
            if title.of is None and possessive is not None:
                owned.append((note, possessive))
        for mention in appositions(draft, note, stretch, doc[head], actor_of, names):
            _add(draft, mention)
    for note, at in owned:
        note.of = note.of or _possessor(draft, note, at)
    return in_titles


def _possessor(draft: Draft, note: ActorNote, token: int) -> str | None:
    """ "the president and *his* adviser NAME": whose office the adviser's is, by the nearest actor named before in the sentence."""
    before = [m for m in draft.mentions if m.kind == "name" and m.actors and draft.doc[token].sent.start <= m.head < token and m.actors[0] != note.id]
    if not before:
        return None
    owner = draft.actors[max(before, key=lambda m: m.head).actors[0]]
    known = draft.world.actor(owner.world or owner.id) if owner.kind == "person" else None
    return (owner.of or (known.state if known else None)) if owner.kind == "person" else owner.id


def _shared_title(draft: Draft, stretch: Stretch, before: list[tuple[Stretch, tuple[Sense, ...], Title | None]]) -> Title | None:
    """ "Presidents A and *B*": the title of the name before, where it is said of more than one."""
    (first, last), _, title = before[-1] if before else ((0, 0), (), None)
    if title is None:
        return None
    joint = next_word(draft.doc, last - 1)
    if joint is None or draft.doc[joint].lower_ not in {"and", "&"} or next_word(draft.doc, joint) != stretch[0]:
        return None
    plural = any(draft.doc[i].morph.get("Number", []) == ["Plur"] for i in range(title.start, first))
    return Title(title.text, None, title.former, first) if plural else None


_PRONOUNS = {
    "he", "him", "his", "she", "her", "hers", "it", "its", "they", "them", "their", "theirs", "we", "us", "our", "ours", "i", "me", "my",
    "himself", "herself", "itself", "themselves", "each", "both",
}  # fmt: skip


def _ends_person(draft: Draft, token: int) -> bool:
    """Whether a name is a person's last one ("Hans *Amman*")."""
    word = draft.doc[token]
    return word.dep_ == "flat" and word.head.i == token - 1 and word.head.ent_type_ == "PERSON" and word.head.lower_ in given_names()


def _is_byline(draft: Draft, token: int) -> bool:
    return draft.title_end <= token < draft.body


def _head(draft: Draft, start: int, end: int) -> int:
    """The word of a stretch whose syntactic head lies outside."""
    return next((t.i for t in tops(draft.doc, start, end)), end - 1)


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
        if (
            parts in (full, whole)
            or (len(parts) > 1 and _bare(parts) in (_bare(full), _bare(whole)))
            or (len(parts) < len(full) and full[-len(parts) :] == parts)
        ):
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


def _authors(draft: Draft, on: str | None) -> None:
    """Officials who sign a release ("NAME, Department Spokesperson") are persons of the record, other authors are not."""
    for name in draft.report.byline:
        known = next((s for s in draft.world.find(name, on) if s.kind == "person"), None)
        if known is None or not on or not draft.world.terms_of(known.id, on):
            continue
        fuller = len(name.split()) > len(known.name.split())
        identity = slug(name) if fuller else known.id
        draft.actors[identity] = ActorNote(identity, "person", name if fuller else known.name, known.country, known.sector, world=known.id)
        start = draft.report.text.find(name)
        tokens = [t.i for t in draft.doc if start <= t.idx < start + len(name)] if start >= 0 else []
        if tokens:
            _add(draft, mention_of((tokens[0], tokens[-1] + 1), tokens[-1], identity, (known,)))

"""Persons: which words are names of persons, and who they are on the day."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher

from spacy.tokens import Doc, Token

from dragoman.lexicon.roles import thing_words
from dragoman.reading.draft import ActorNote, Draft, Mention, Stretch
from dragoman.reading.names import DAYS, HONORIFICS, is_name_like, next_word, one_line
from dragoman.reading.titles import SHORT, Title, is_title_word, names_office, same_title
from dragoman.world import Sense
from dragoman.world.spelling import slug

Matches = list[tuple[int, int, tuple[Sense, ...]]]


def person_spans(draft: Draft, matches: Matches) -> list[Stretch]:
    """Stretches that are names of persons: what the tables know, what the model calls a person, what a title announces.

    Titles, honorifics and the fields of offices at the left are cut off; stretches that hold a known state or organisation or
    end as a thing's name does ("Franklin Room") are no persons.
    """
    doc, roles, given = draft.doc, draft.lexicon.roles, draft.world.given_names
    other = {i for a, b, senses in matches if senses and senses[0].kind != "person" for i in range(a, b)}
    found: list[Stretch] = [(a, b) for a, b, senses in matches if senses and senses[0].kind == "person" and _is_meant(draft, a, b, senses)]
    taken = {i for a, b in found for i in range(a, b)}
    for start, end in [*((e.start, e.end) for e in doc.ents if e.label_ == "PERSON"), *_runs(doc, roles, other)]:
        start = _past_field(doc, start, end, given)
        while start < end and (is_title_word(doc[start], roles) or start in other or doc[start].is_space or not is_name_like(doc[start].text)):
            start += 1
        while end > start and (doc[end - 1].lower_ in {"'s", "’s"} | DAYS or not doc[end - 1].text[:1].isupper()):
            end -= 1
        grown = _grow(doc, start, end, other, roles)
        if grown is None or not _may_be_person(draft, *grown):
            continue
        start, end = grown
        overlapping = [s for s in found if s[0] < end and start < s[1]]
        if overlapping:
            known = overlapping[0]
            if len(overlapping) == 1 and end - start > known[1] - known[0] and start <= known[0] and end >= known[1]:
                found.remove(known)
            else:
                continue
        found.append((start, end))
        taken.update(range(start, end))
    return sorted(_shortened(draft, _completed(doc, found, other, taken, roles)))


def _is_meant(draft: Draft, start: int, end: int, senses: tuple[Sense, ...]) -> bool:
    """Whether a name that the tables know is meant: not an initial or half of another name, and for a bare surname somebody of a state
    that the report names, or with a title before it."""
    doc = draft.doc
    if doc[start].lower_ in HONORIFICS or not (end - start > 1 or doc[start].pos_ == "PROPN" or doc[start].text.isupper()):
        return False
    if end - start > 1 or senses[0].use != "surname":
        return True
    roles = draft.lexicon.roles
    before = doc[start - 1] if start else None
    if before is not None and (before.lower_ in HONORIFICS or before.lower_ in SHORT or names_office(before, roles)):
        return True
    following = doc[end] if end < len(doc) else None
    if following is not None and following.lower_ in thing_words() and following.text[:1].isupper() and doc[start].text != doc[start].text.upper():
        return following.lower_ in {"administration", "plan", "doctrine"} and draft.world.leads(senses[0].id, None)
    return any(s.country in draft.actors or s.state in draft.actors or s.country in _GREAT for s in senses if s.kind == "person")


# States whose leaders a report need not introduce.
_GREAT = {"USA", "SUN", "RUS", "CHN", "GBR", "FRA", "DEU", "JPN"}


def _past_field(doc: Doc, start: int, end: int, given: frozenset[str]) -> int:
    """ "... for Energy and the *Environment Jose W. Fernandez*": where the name begins after the last word of an office's field."""
    if end - start < 3 or doc[start].lower_ in given:
        return start
    return next((k for k in range(start + 1, end - 1) if doc[k].lower_ in given), start)


def _completed(doc: Doc, found: list[Stretch], other: set[int], taken: set[int], roles: dict[str, frozenset[str]]) -> list[Stretch]:
    """Add the full names of those whom the report calls by surname, where the model took the full name for something else."""
    surnames = {doc[a].text for a, b in found if b - a == 1}
    full = {doc[b - 1].text for a, b in found if b - a > 1}
    for token in doc:
        if token.text in surnames - full and token.i not in taken and token.i not in other:
            start = token.i
            while (
                start
                and doc[start - 1].text[:1].isupper()
                and doc[start - 1].pos_ == "PROPN"
                and start - 1 not in other
                and not is_title_word(doc[start - 1], roles)
            ):
                start -= 1
            if start < token.i:
                found.append((start, token.i + 1))
                taken.update(range(start, token.i + 1))
    return found


def _shortened(draft: Draft, found: list[Stretch]) -> list[Stretch]:
    """Cut what a headline's capitals joined to a name ("NAME Travel to Chile"), where the report has the name alone elsewhere."""
    texts = [one_line(draft.span(s).text) for s in found]
    count = Counter(texts)
    out = []
    for (start, end), text in zip(found, texts, strict=True):
        if end - start > 2 and count[text] == 1:
            end = next((e for e in range(end - 1, start + 1, -1) if count[one_line(draft.span((start, e)).text)]), end)
        out.append((start, end))
    return out


def _runs(doc: Doc, roles: dict[str, frozenset[str]], other: set[int]) -> list[Stretch]:
    """Runs of proper nouns whose head the model calls a person, or that an honorific, an office before or one after announces."""
    runs, i = [], 0
    while i < len(doc):
        token = doc[i]
        if token.pos_ != "PROPN" or not token.text[:1].isupper():
            i += 1
            continue
        j, following = i, next_word(doc, i)
        while following is not None and doc[following].pos_ == "PROPN" and doc[following].text[:1].isupper():
            j, following = following, next_word(doc, following)
        start = next((k + 1 for k in range(j - 1, i - 1, -1) if doc[k].lower_ in HONORIFICS or _is_office(doc[k], roles)), i)
        before = start - 1
        while before > 0 and doc[before].is_space:
            before -= 1
        announced = start > 0 and (doc[before].lower_ in HONORIFICS or _is_office(doc[before], roles))
        if start in other and before > 0 and doc[before].lower_ in {"to", "in", "at"} and _is_office(doc[before - 1], roles):
            start = next((k for k in range(start, j + 1) if k not in other), start)  # "ambassador to Moscow NAME"
            announced = start not in other
        if announced or any(doc[k]._.entity == "person" for k in range(start, j + 1)) or (0 < j - start < 3 and _explained(doc, j, roles)):
            runs.append((start, j + 1))
        i = j + 1
    return runs


def _is_office(token: Token, roles: dict[str, frozenset[str]]) -> bool:
    return names_office(token, roles) or (token.lower_ in SHORT and token.text[:1].isupper())


def _explained(doc: Doc, last: int, roles: dict[str, frozenset[str]]) -> bool:
    """Whether a name is followed by its office after a comma ("NAME, the deputy head of ...")."""
    comma = next_word(doc, last)
    if comma is None or doc[comma].text != ",":
        return False
    at = next_word(doc, comma)
    for _ in range(4):
        if at is None or doc[at].pos_ not in {"DET", "ADJ", "NOUN", "PROPN", "ADV"}:
            return False
        if names_office(doc[at], roles):
            after = next_word(doc, at)
            # "Peru, President NAME said": what follows the office may be another's name.
            return doc[at].morph.get("Number", []) != ["Plur"] and (after is None or doc[after].pos_ != "PROPN")
        at = next_word(doc, at)
    return False


def _grow(doc: Doc, start: int, end: int, other: set[int], roles: dict[str, frozenset[str]]) -> Stretch | None:
    """Take in name words beside the stretch; None where nothing name-like is left or it holds another actor's name."""
    if start >= end or any(i in other for i in range(start, end)):
        return None
    while end - start > 1 and doc[end - 1].lower_ in roles:
        end -= 1
    while (
        end + 1 < len(doc) and doc[end].text == "-" and not doc[end].whitespace_ and not doc[end - 1].whitespace_ and doc[end + 1].text[:1].isupper()
    ):
        end += 2
    while True:
        at = next_word(doc, end - 1)
        if at is None or at in other or doc[at].dep_ != "flat" or not start <= doc[at].head.i < end:
            break
        if doc[at].text[:1].isupper() or (is_name_like(doc[at].text) and at + 1 < len(doc) and doc[at + 1].text[:1].isupper()):
            end = at + 1
        else:
            break
    while end > start and (doc[end - 1].is_space or not doc[end - 1].text[:1].isupper()):
        end -= 1
    if start >= end or all(is_title_word(doc[i], roles) for i in range(start, end)) or not any(c.isalpha() for c in doc[start].text):
        return None
    if end - start == 1 and (doc[start].morph.get("Number", []) == ["Plur"] or doc[start].is_sent_start and doc[start].pos_ != "PROPN"):
        return None
    return start, end


def _may_be_person(draft: Draft, start: int, end: int) -> bool:
    """Whether words can be a person's name: not a thing's, and a single word not one that the report also writes small."""
    doc, words = draft.doc, [t.lower_ for t in draft.doc[start:end] if not t.is_space]
    if words[-1] in thing_words() and doc[end - 1].text[:1].isupper() and (len(words) > 1 or draft.report.text.count(doc[start].text) < 2):
        return False
    if all(len(w.strip(".")) < 2 for w in words) or "." in words[0].strip("."):
        return False  # "J.D.", "H. E."
    if start and doc[start - 1].text == "(" and end < len(doc) and doc[end].text == ")" and all(len(w) < 3 for w in words):
        return False  # "(D-NY)"
    following = next_word(doc, end - 1)
    if following is not None and doc[following].text[:1].isupper() and doc[following].lower_ in thing_words() - set(draft.lexicon.roles):
        return False
    if len(words) > 1:
        return True
    word, text = doc[start], draft.report.text
    if len(word) < 2 or words[0] in draft.lexicon.roles or words[0] in draft.lexicon.event_nouns or words[0] in DAYS:
        return False
    if any(mark in text for mark in (f" {words[0]} ", f" {words[0]},", f" {words[0]}.", f" {words[0]}s ", f"\n{words[0]} ")):
        return False
    if word.text.isupper() and f"({word.text})" in text:
        return False  # an initialism that the report defines
    if word.text.isupper() and start < draft.title_end:
        return word.text.title() in text  # a headline's capitals say nothing
    return True


def note_person(draft: Draft, stretch: Stretch, senses: tuple[Sense, ...], title: Title | None, on: str | None) -> ActorNote:
    """The note of a named person; made once, and given what this mention tells of office and country.

    The world is asked who bore this name, with this title, on the day; where it knows nobody the report's own
    words make the person.
    """
    name = one_line(draft.span(stretch).text)
    if name.isupper():
        name = name.title()
    known = next((s for s in senses if s.kind == "person" and s.use != "surname"), None)
    if known is None and title is not None:
        known = _holder(draft, name, senses, title, on)
    if known is None and senses and senses[0].kind == "person" and len(name.split()) == 1:
        known = _bearer(draft, senses, title, on)
    if known is None:
        known = _near_name(draft, name, title, on)
    if known is not None:
        earlier = next((n for n in draft.actors.values() if n.world == known.id), None)
        if earlier is not None:
            _give_title(earlier, title)
            return earlier
    fuller = known is not None and len(name.split()) > len(known.name.split())
    # The fullest name that the report gives makes the id; the world's stays for what the world knows of the person.
    identity = slug(name) if known is None or fuller else known.id
    note = draft.actors.get(identity)
    if note is None:
        note = ActorNote(
            identity, "person", name if known is None or fuller else known.name, known.country if known else None,
            known.sector if known else None, world=known.id if known else None,
        )  # fmt: skip
        draft.actors[identity] = note
    _give_title(note, title)
    return note


def _give_title(note: ActorNote, title: Title | None) -> None:
    if title is not None and (note.title is None or note.office_source == "world"):
        note.title = title.text if not title.former else note.title
        note.of = title.of or note.of
        if not title.former:
            note.office_source = "report"


def _bearer(draft: Draft, senses: tuple[Sense, ...], title: Title | None, on: str | None) -> Sense | None:
    """Who of an office's bearers of one surname is meant: those of states that the report names come first."""
    dated = [s for s in senses if s.kind == "person" and draft.world.terms_of(s.id, on)]
    if len(dated) > 1:
        named = Counter(a for m in draft.mentions for a in m.actors)
        dated.sort(key=lambda s: -max(named[s.country or ""], named[s.state or ""]))
    if title is None:
        dated = [s for s in dated if s.country in draft.actors or s.state in draft.actors or s.country in _GREAT]
    elif title.of is not None:
        dated = [s for s in dated if title.of.split(":")[0] in {s.country, s.state}] or []
    return dated[0] if dated else None


def _near_name(draft: Draft, name: str, title: Title | None, on: str | None) -> Sense | None:
    """Who in office on the day bears a name that differs in spelling only ("Mikhael", "Mikhail"); a surname alone needs the office too."""
    parts = name.split()
    if len(parts) > 1:
        for person, term in draft.world.persons_by_surname(parts[-1], on):
            if term is not None and SequenceMatcher(None, slug(person.name), slug(name)).ratio() >= 0.9:
                return draft.world.actor(person.id)
    if title is None or title.former or on is None:
        return None
    owners = [title.of] if title.of is not None else [n.id for n in draft.actors.values() if n.kind == "state"]
    for term in (t for owner in owners for t in draft.world.holders(title.text, owner, on)):
        holder = draft.world.person(term.person)
        if holder is None:
            continue
        wholes = (holder.name, *holder.aliases) if len(parts) > 1 else (holder.surname,)
        if any(SequenceMatcher(None, slug(w), slug(name)).ratio() >= 0.82 for w in wholes):
            return draft.world.actor(term.person)
        if len(parts) > 1 and SequenceMatcher(None, slug(holder.surname), slug(parts[-1])).ratio() >= 0.8 and holder.name[:1] == name[:1]:
            return draft.world.actor(term.person)
    return None


def _holder(draft: Draft, name: str, senses: tuple[Sense, ...], title: Title, on: str | None) -> Sense | None:
    """Who of the bearers of a surname held that title, then or (for former holders) before."""
    surname = name.split()[-1]
    named = Counter(a for m in draft.mentions for a in m.actors)
    found: list[tuple[bool, int, int, str]] = []
    for when in (on, None) if not title.former else (None,):
        for person, term in draft.world.persons_by_surname(surname, when):
            if term is None or len(name.split()) > 1:
                continue
            terms = draft.world.terms_of(person.id, when)
            fitting = [
                t for t in terms if (same_title(t.title, title.text) or _shorter(title.text, t.title)) and (title.of is None or t.of == title.of)
            ]
            if fitting:
                found.append((not any(same_title(t.title, title.text) for t in fitting), -named[fitting[0].of], len(found), person.id))
        if found:
            best = min(found)[-1]
            return next((s for s in senses if s.id == best), None) or draft.world.actor(best)
    return None


def _shorter(said: str, full: str) -> bool:
    """Whether a title as said is the bare form of a fuller one ("secretary" of "secretary of state")."""
    return len(said.split()) == 1 and said in full.split() and not full.startswith(("deputy", "vice", "assistant"))


def mention_of(stretch: Stretch, head: int, actor: str, senses: tuple[Sense, ...]) -> Mention:
    """The mention of one named person."""
    return Mention(stretch, head, "name", (actor,), senses, rule="mention.person")

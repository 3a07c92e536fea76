"""Persons: names with the titles before and the appositions after them, and who they are on the day."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from spacy.tokens import Doc, Token

from dragoman.reading.draft import ActorNote, Draft, Mention, Stretch
from dragoman.reading.names import HONORIFICS, is_name_like, slug
from dragoman.world import Sense

# Words before a title that are no part of it.
_LOOSE = {"visiting", "former", "then", "new", "outgoing", "incoming", "current", "late", "ex", "top", "acting", "veteran", "his", "her", "its",
          "their", "the", "a", "an", "late", "newly", "elected", "exiled", "ousted", "deposed", "one-time", "hardline", "moderate"}  # fmt: skip
_FORMER = {"former", "ex", "then", "late", "ousted", "deposed", "outgoing", "one-time"}
_TITLE_SHAPE = {"ADJ", "NOUN", "PROPN"}


@dataclass
class Title:
    """A title read from the report: its words, whose office it is, and whether it is held no longer."""

    text: str
    of: str | None = None
    former: bool = False
    start: int = 0


def person_spans(
    doc: Doc, matches: list[tuple[int, int, tuple[Sense, ...]]], roles: dict[str, frozenset[str]], given: frozenset[str]
) -> list[Stretch]:
    """Stretches that are names of persons: what the tables know, and what the model calls a person.

    ``given`` are first names, lower case, by which the end of a title is told from the beginning of a name.

    Titles and honorifics at the left are cut off; stretches that hold a known state or organisation are not persons.
    """
    other = {i for a, b, senses in matches if senses and senses[0].kind != "person" for i in range(a, b)}
    found: list[Stretch] = [
        (a, b) for a, b, senses in matches
        if senses and senses[0].kind == "person" and (b - a > 1 or doc[a].pos_ == "PROPN" or doc[a].text.isupper())
    ]  # fmt: skip
    taken = {i for a, b in found for i in range(a, b)}
    runs = [(e.start, e.end) for e in doc.ents if e.label_ == "PERSON"]
    runs += _person_runs(doc, roles)
    for start, end in runs:
        start = _past_field(doc, start, end, given)
        while start < end and (_is_title_word(doc[start], roles) or start in other or not is_name_like(doc[start].text)):
            start += 1
        while end > start and (doc[end - 1].lower_ in {"'s", "’s"} or not doc[end - 1].text[:1].isupper()):
            end -= 1
        grown = _grow(doc, start, end, other, roles)
        if grown is None:
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
    return sorted(_completed(doc, found, other, taken, roles))


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
            while start and doc[start - 1].text[:1].isupper() and doc[start - 1].pos_ == "PROPN" and start - 1 not in other and not _is_title_word(doc[start - 1], roles):
                start -= 1
            if start < token.i:
                found.append((start, token.i + 1))
                taken.update(range(start, token.i + 1))
    return found


def _person_runs(doc: Doc, roles: dict[str, frozenset[str]]) -> list[Stretch]:
    """Runs of proper nouns whose head the model calls a person, or that follow an honorific or an office."""
    runs, i = [], 0
    while i < len(doc):
        token = doc[i]
        if token.pos_ == "PROPN" and token.text[:1].isupper():
            j = i
            while j + 1 < len(doc) and doc[j + 1].pos_ == "PROPN" and doc[j + 1].text[:1].isupper() and doc[j + 1].sent == token.sent:
                j += 1
            announced = token.lower_ in HONORIFICS or (i and (doc[i - 1].lower_ in HONORIFICS or names_office(doc[i - 1], roles)))
            if announced or any(doc[k]._.entity == "person" for k in range(i, j + 1)):
                runs.append((i, j + 1))
            i = j
        i += 1
    return runs


def names_office(token: Token, roles: dict[str, frozenset[str]]) -> bool:
    """Whether a noun names an office or a person ("director", "spokesman"), not a body or a force."""
    kinds = roles.get(token.lower_) or roles.get(token.lemma_.lower()) or frozenset()
    return bool(kinds & {"office", "official", "person"})


def _is_title_word(token: Token, roles: dict[str, frozenset[str]]) -> bool:
    return token.lower_ in HONORIFICS or token.lower_ in roles or token.lower_ in _LOOSE or token.lower_ in _TITLE_MODIFIERS


def _grow(doc: Doc, start: int, end: int, other: set[int], roles: dict[str, frozenset[str]]) -> Stretch | None:
    """Take in name words beside the stretch; None where nothing name-like is left or it holds another actor's name."""
    if start >= end or any(i in other for i in range(start, end)):
        return None
    while end - start > 1 and doc[end - 1].lower_ in roles:
        end -= 1
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end].whitespace_ and not doc[end - 1].whitespace_ and doc[end + 1].text[:1].isupper():
        end += 2
    while end < len(doc) and doc[end].dep_ == "flat" and doc[end].head.i >= start and doc[end].text[:1].isupper() and end not in other:
        end += 1
    if all(_is_title_word(doc[i], roles) for i in range(start, end)) or not any(c.isalpha() for c in doc[start].text):
        return None
    if end - start == 1 and (doc[start].morph.get("Number") == ["Plur"] or doc[start].is_sent_start and doc[start].pos_ != "PROPN"):
        return None
    return start, end


_TITLE_MODIFIERS = {"deputy", "vice", "foreign", "prime", "defense", "defence", "assistant", "under", "first", "second", "senior", "chief", "national",
                    "security", "press", "special", "permanent", "interior", "finance", "trade", "treasury", "commerce", "state", "party", "general",
                    "lieutenant", "major", "field", "executive", "managing", "economic", "economics", "international", "agriculture", "oil", "energy",
                    "information", "health", "justice", "transport", "labor", "labour", "industry", "minister", "secretary", "majority", "minority",
                    "communist", "opposition", "parliamentary", "presidential", "republican", "democratic", "rep.", "sen.", "gov.", "gen.", "lt.",
                    "col.", "adm.", "amb.", "capt.", "maj.", "crown", "supreme", "honorary", "military", "army", "naval", "air", "chair", "co"}  # fmt: skip
_SHORT_TITLES = {"rep.": "representative", "sen.": "senator", "gov.": "governor", "gen.": "general", "lt.": "lieutenant", "col.": "colonel",
                 "adm.": "admiral", "amb.": "ambassador", "capt.": "captain", "maj.": "major", "sgt.": "sergeant", "prof.": "professor"}  # fmt: skip


def title_before(draft: Draft, start: int, roles: dict[str, frozenset[str]], actor_of: dict[int, Sense]) -> Title | None:
    """The title that stands directly before a name ("Soviet Deputy Foreign Minister NAME").

    Args:
        draft: the draft.
        start: the name's first token.
        roles: role words.
        actor_of: token -> sense of the state or body named there.
    """
    doc = draft.doc
    i = start - 1
    if i >= 0 and doc[i].text == ",":
        # "the director-general of the Ministry, NAME": the name is the noun phrase's apposition.
        head = doc[start].head if doc[start].dep_ == "appos" else None
        while head is not None and not names_office(head, roles) and head.dep_.startswith("nmod") and head.head.i < head.i:
            head = head.head  # "the director of the Ministry, NAME": the parse may hang the name on the last noun
        if head is not None and head.i < start and names_office(head, roles):
            return title_of_noun(draft, head, roles, actor_of)
        return None
    words: list[str] = []
    owner: str | None = None
    former = capital = False
    while i >= 0 and doc[i].sent == doc[start].sent:
        token = doc[i]
        low = token.lower_
        if low in HONORIFICS:
            i -= 1
            continue
        if low == ")" and not words:
            opened = next((k for k in range(i, max(-1, i - 8), -1) if doc[k].text == "("), None)
            if opened is None:
                break
            i = opened - 1
            continue
        if not words and (i in actor_of and i > 1 and doc[i - 1].lower_ in {"to", "in", "at"} and names_office(doc[i - 2], roles)):
            i -= 2  # "ambassador to Moscow NAME"
            continue
        if low in {"'s", "’s"}:
            # "Israel's Prime Minister NAME"
            owner = owner or (actor_of[i - 1].id if i - 1 in actor_of else None)
            break
        if i in actor_of:
            sense = actor_of[i]
            if not words:
                break
            owner = sense.id if owner is None or sense.use in {"adjective", "name", "abbreviation"} and sense.kind == "state" else owner
            while i - 1 >= 0 and i - 1 in actor_of and actor_of[i - 1] is sense:
                i -= 1
        elif low == "-" or low in _FORMER:
            former = former or low in _FORMER
        elif low in {"of", "for"} and words and doc[i - 1].lower_ in roles:
            # "Secretary of State NAME", "Minister of Foreign Affairs NAME"
            words = [doc[i - 1].lower_, low, *words]
            i -= 1
        elif low in _LOOSE:
            break
        elif words and capital and not token.text[:1].isupper() and low not in _TITLE_MODIFIERS:
            break  # "evidence Prime Minister NAME": a capitalised title has no common word before it
        elif token.pos_ in _TITLE_SHAPE and (words or low in roles or token.lemma_.lower() in roles or low in _SHORT_TITLES):
            words.insert(0, _SHORT_TITLES.get(low, low))
            capital = capital or token.text[:1].isupper()
        else:
            break
        i -= 1
    j = i
    while j >= 0 and doc[j].lower_ in _LOOSE:
        former = former or doc[j].lower_ in _FORMER
        j -= 1
    if not words:
        return _distant_title(draft, start, roles, actor_of)
    return Title(plain_title(words), owner, former, i + 1)


def _distant_title(draft: Draft, start: int, roles: dict[str, frozenset[str]], actor_of: dict[int, Sense]) -> Title | None:
    """ "Assistant Secretary of Defence for international security policy NAME": an office, then its field, then the name."""
    doc = draft.doc
    i = start - 1
    while i >= max(0, start - 9) and doc[i].sent == doc[start].sent and (doc[i].pos_ in _TITLE_SHAPE or doc[i].lower_ in {"of", "for", "to"}):
        i -= 1
    span = range(i + 1, start)
    offices = [k for k in span if names_office(doc[k], roles) and k not in actor_of]
    if not offices or not any(doc[k].lower_ in {"for", "to"} for k in span):
        return None
    end = next((k for k in span if k > offices[0] and doc[k].lower_ in {"for", "to"}), start)
    words = [doc[k].lower_ for k in range(i + 1, end) if k not in actor_of]
    owner = next((actor_of[k].id for k in range(i + 1, end) if k in actor_of), None)
    return Title(plain_title(words), owner, False, i + 1)


def title_of_noun(draft: Draft, head: Token, roles: dict[str, frozenset[str]], actor_of: dict[int, Sense]) -> Title | None:
    """The title that a noun phrase names ("the deputy head of the Bank of Japan"), with whose it is."""
    doc = draft.doc
    left = head.left_edge.i
    words = [head.lemma_.lower() if head.lower_ not in roles else head.lower_]
    owner: Sense | None = None
    former = False
    for i in range(head.i - 1, left - 1, -1):
        token = doc[i]
        if i in actor_of:
            owner = actor_of[i] if owner is None or actor_of[i].kind == "state" else owner
        elif token.lower_ in _FORMER:
            former = True
        elif token.head == head and token.dep_ in {"amod", "compound", "nmod:desc"} and token.lower_ not in _LOOSE:
            words.insert(0, token.lower_)
            words[:0] = [c.lower_ for c in token.children if c.dep_ in {"compound", "amod"} and c.i not in actor_of]
    if head.i >= 2 and doc[head.i - 1].text == "-" and doc[head.i - 2].lower_ not in words:
        words.insert(0, doc[head.i - 2].lower_ + "-" + words.pop())  # "director-general"
    tail: list[str] = []
    for child in head.children:
        preposition = next((c.lower_ for c in child.children if c.dep_ == "case"), None)
        if child.dep_.startswith("nmod") and child.i > head.i and preposition in {"of", "for", "at", "to", "in"}:
            inner = next((actor_of[k] for k in range(child.left_edge.i, child.right_edge.i + 1) if k in actor_of), None)
            if child.lower_ in {"state", "defense", "defence", "staff", "affairs", "commerce", "treasury", "trade"} and preposition in {"of", "for"}:
                tail = [preposition, *(doc[k].lower_ for k in range(child.left_edge.i + 1, child.i + 1) if doc[k].dep_ not in {"det"})]
            if inner is not None:
                whole = draft.mention_at.get(child.i)
                owner = owner or inner
                if whole is not None and whole.actors and (owner is None or owner.kind != "state" or owner is inner):
                    return Title(plain_title(words + tail), whole.actors[0], former, left)
    return Title(plain_title(words + tail), owner.id if owner else None, former, left)


def plain_title(words: list[str]) -> str:
    """A title in plain use: lower case, "minister of foreign affairs" as "foreign minister"."""
    text = " ".join(w for w in words if w not in {",", "-"}).replace("director general", "director-general")
    if text.startswith("minister of ") or text.startswith("minister for "):
        field = text.split(" ", 2)[2].removesuffix(" affairs").removeprefix("the ")
        text = f"{field} minister"
    return text


def same_title(a: str | None, b: str | None) -> bool:
    """Whether two titles are one, spelling aside ("secretary general", "secretary-general")."""
    return bool(a and b) and _spelt(str(a)) == _spelt(str(b))


def _spelt(title: str) -> str:
    return title.replace("-", " ").replace("defence", "defense").replace("advisor", "adviser").replace("premier", "prime minister").replace("person", "man")


def note_person(draft: Draft, stretch: Stretch, senses: tuple[Sense, ...], title: Title | None, on: str | None) -> ActorNote:
    """The note of a named person; made once, and given what this mention tells of office and country.

    The world is asked who bore this name, with this title, on the day; where it knows nobody the report's own
    words make the person.
    """
    name = draft.span(stretch).text
    if name.isupper():
        name = name.title()
    name = name.replace("\n", " ")
    known = next((s for s in senses if s.kind == "person" and s.use != "surname"), None)
    if known is None and title is not None:
        known = _holder(draft, name, senses, title, on)
    if known is None and senses and senses[0].kind == "person" and len(name.split()) == 1:
        dated = [s for s in senses if s.kind == "person" and draft.world.terms_of(s.id, on)]
        known = dated[0] if len(dated) == 1 or (dated and title is None) else None
    if known is None and len(name.split()) > 1:
        known = _near_name(draft, name, on)
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
    if title is not None and (note.title is None or note.office_source == "world"):
        note.title = title.text if not title.former else note.title
        note.of = title.of or note.of
        if not title.former:
            note.office_source = "report"
    return note


def _near_name(draft: Draft, name: str, on: str | None) -> Sense | None:
    """Who in office on the day bears this surname and a first name that differs in spelling only ("Mikhael", "Mikhail")."""
    for person, term in draft.world.persons_by_surname(name.split()[-1], on):
        if term is not None and SequenceMatcher(None, slug(person.name), slug(name)).ratio() >= 0.9:
            return draft.world.actor(person.id)
    return None


def _holder(draft: Draft, name: str, senses: tuple[Sense, ...], title: Title, on: str | None) -> Sense | None:
    """Who of the bearers of a surname held that title, then or (for former holders) before."""
    surname = name.split()[-1]
    for when in (on, None) if not title.former else (None,):
        for person, term in draft.world.persons_by_surname(surname, when):
            if term is None or len(name.split()) > 1:
                continue
            terms = draft.world.terms_of(person.id, when)
            if any(same_title(t.title, title.text) and (title.of is None or t.of == title.of) for t in terms):
                return next((s for s in senses if s.id == person.id), None) or draft.world.actor(person.id)
    return None


def mention_of(stretch: Stretch, head: int, actor: str, senses: tuple[Sense, ...]) -> Mention:
    """The mention of one named person."""
    return Mention(stretch, head, "name", (actor,), senses, rule="mention.person")

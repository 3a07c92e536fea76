"""Signs from offices: who is called president, minister or secretary, and when the world tables have them so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from dragoman.reading.date_signs import FIRST, LAST, Days, Sign, is_deictic, merged, span_words
from dragoman.reading.draft import Draft, Stretch
from dragoman.reading.outlook import predicate_of
from dragoman.reading.time_expressions import Found, head_of
from dragoman.record.edtf import bounds
from dragoman.world import Person, Term, World

_TOP = {"president", "prime minister", "premier", "chancellor", "general secretary", "king", "queen", "emir", "sultan", "emperor", "supreme leader",
        "chairman", "leader", "head of state", "head of government", "taoiseach"}  # fmt: skip
_SAME = {
    "premier": {"premier", "prime minister"},
    "prime minister": {"premier", "prime minister", "taoiseach"},
    "foreign minister": {"foreign minister", "foreign secretary", "secretary of state", "external affairs minister", "minister of foreign affairs"},
    "foreign secretary": {"foreign minister", "foreign secretary"},
    "secretary of state": {"secretary of state"},
    "defense minister": {"defense minister", "defence minister", "secretary of defense"},
    "leader": _TOP,
    "party chief": {"general secretary", "first secretary", "party leader"},
    "general secretary": {"general secretary", "first secretary"},
    "counterpart": _TOP | {"foreign minister", "secretary of state", "foreign secretary", "defense minister", "secretary of defense"},
}
_TITLES = {
    ("president",): "president", ("prime", "minister"): "prime minister", ("premier",): "premier", ("chancellor",): "chancellor",
    ("foreign", "minister"): "foreign minister", ("foreign", "secretary"): "foreign secretary", ("secretary", "of", "state"): "secretary of state",
    ("defense", "minister"): "defense minister", ("defence", "minister"): "defense minister", ("defense", "secretary"): "secretary of defense",
    ("secretary", "of", "defense"): "secretary of defense", ("secretary",): "secretary", ("general", "secretary"): "general secretary",
    ("secretary", "-", "general"): "secretary-general", ("secretary", "general"): "secretary-general", ("secretary-general",): "secretary-general",
    ("king",): "king", ("queen",): "queen", ("emperor",): "emperor", ("emir",): "emir", ("sultan",): "sultan", ("leader",): "leader",
    ("counterpart",): "counterpart", ("party", "chief"): "party chief", ("vice", "president"): "vice president",
    ("finance", "minister"): "finance minister", ("treasury", "secretary"): "treasury secretary", ("spokesperson",): "spokesperson",
    ("spokesman",): "spokesperson", ("spokeswoman",): "spokesperson", ("press", "secretary"): "spokesperson",
    ("national", "security", "advisor"): "national security adviser", ("national", "security", "adviser"): "national security adviser",
    ("director", "general"): "director-general", ("director", "-", "general"): "director-general", ("trade", "minister"): "trade minister",
    ("deputy", "secretary", "of", "state"): "deputy secretary of state", ("deputy", "secretary"): "deputy secretary of state",
    ("deputy", "foreign", "minister"): "deputy foreign minister", ("under", "secretary"): "under secretary",
}  # fmt: skip
_NOT_IN_OFFICE = {"former", "ex", "ex-", "then", "then-", "late", "past", "one-time", "onetime", "previous", "elect", "deputy", "assistant", "under",
                  "vice", "would-be", "candidate", "slain", "ousted", "deposed", "outgoing", "incoming", "acting", "interim", "future", "fallen",
                  "undersecretary", "shadow", "opposition", "cabinet", "press", "party", "rebel"}  # fmt: skip
_NEUTRAL = {"visiting", "his", "her", "their", "the", "'s", "’s", "-", "new", "communist", "veteran", "hardline", "conservative", "of"}
_STYLES = {"mr.", "mr", "mrs.", "dr.", "h.e.", "sheikh", "sir", "gen.", "general", "-", "by"}
# Who takes office is called by its title some weeks early, who leaves it some weeks late.
_EARLY, _LATE = 60, 45
_YEARLY = 0.03
_TIMES = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today"}
_PARTICLES = {"al", "bin", "ibn", "de", "van", "von", "el", "da", "der", "-", "ben"}


def office_signs(draft: Draft, expressions: list[Found]) -> Iterator[Sign]:
    """One sign for each person whom the report calls by an office that the world tables know them to have held."""
    doc = draft.doc
    seen: dict[tuple[str, ...], Sign] = {}
    for start, end, title in _titles(doc):
        before = _states_before(draft, start)
        if before is None:
            continue
        states, begin = before
        after = None if states else _states_after(draft, end)
        owners, name_start = after or (states, end)
        above = draft.title_end <= start < draft.body
        for name in (None if above else _name_at(doc, name_start), _name_before(doc, begin)):
            meant = _terms_meant(draft.world, doc, name, title, owners) if name else None
            if name is None or meant is None:
                continue
            name, terms = (name[0], meant[0]), meant[1]
            if not owners and (title == "leader" or doc[start].text.islower() and name[0] >= end):
                # Parties have leaders and companies presidents, whose surnames others bear in office.
                continue
            allowed = merged(_days_of_term(t) for t in terms)
            stretch = (min(begin, name[0]), max(end, name[1]))
            words = draft.span(stretch).text.replace("\n", " ")
            # Who signs a report by name and office holds it then; so does whoever does something "today".
            signed = above or draft.span(name).text in draft.report.byline or begin > 0 and begin < draft.title_end and doc[begin - 1].lower_ == "by"
            # A bare surname keeps its old title out of courtesy ("Secretary X", years later), and "Secretary" keeps it with any name.
            certain = (bool(owners) or name[1] - name[0] > 1) and title != "secretary"
            now = signed or certain and _acts_now(doc, expressions, name)
            dated = not signed and _dated_away(doc, expressions, start)
            told = 2 if now or end <= draft.title_end else 1 if certain else 0
            early = (3.5 if signed or end <= draft.title_end else 2.9 if certain else 2.4) / (1.5 if dated else 1.0)
            late = (1.6, 2.0, 3.2 if certain else 2.5)[told] / (2.5 if dated else 1.0)
            sign = Sign("office", allowed, stretch, f"speaks of {words} as in office ({span_words(allowed)})", early, late,
                        0.0 if dated else _YEARLY, (_EARLY, _LATE), terms, _days_of_others(draft.world, terms), dated, certain)  # fmt: skip
            key = tuple(sorted({t.person for t in terms}))
            if key not in seen or (seen[key].late, seen[key].early) < (sign.late, sign.early):
                seen[key] = sign
            break
    yield from seen.values()


def _titles(doc: Doc) -> Iterator[tuple[int, int, str]]:
    i = 0
    words = [t.lower_ for t in doc]
    while i < len(words):
        for length in (4, 3, 2, 1):
            title = _TITLES.get(tuple(words[i : i + length]))
            if title:
                yield i, i + length, title
                i += length - 1
                break
        i += 1


def _states_before(draft: Draft, start: int) -> tuple[frozenset[str], int] | None:
    """The states named right before a title (none where empty) and where the naming begins; None for no office held now."""
    low = max(0, start - 6)
    words = [t.text for t in draft.doc[low:start]]
    k = len(words)
    matches = draft.world.match(words)
    while k > 0:
        word = words[k - 1].lower()
        if word in _NOT_IN_OFFICE or word.startswith(("ex-", "then-")):
            return None
        found = next((m for m in matches if m[1] == k), None)
        if found is not None:
            states = frozenset(s.id for s in found[2] if s.kind in {"state", "igo", "bloc"})
            before = [w.lower() for w in words[max(0, found[0] - 2) : found[0]]]
            if any(w in {"former", "ex", "then", "late"} for w in before):
                return None
            return states, low + found[0] if states else start
        if word not in _NEUTRAL:
            break
        k -= 1
    return frozenset(), start


def _states_after(draft: Draft, end: int) -> tuple[frozenset[str], int] | None:
    """The state of "President of STATE, NAME", and where the name then begins."""
    doc = draft.doc
    if end >= len(doc) or doc[end].lower_ != "of":
        return None
    words = [t.text for t in doc[end + 1 : end + 8]]
    for first, last, senses in draft.world.match(words):
        if first <= 1:
            at = end + 1 + last
            while at < len(doc) and doc[at].text == ",":
                at += 1
            return frozenset(s.id for s in senses if s.kind == "state"), at
    return None


def _name_at(doc: Doc, at: int) -> Stretch | None:
    """The name that begins at a token: up to five words with capitals."""
    while at < len(doc) and doc[at].lower_ in _STYLES:
        at += 1
    end = at
    while end < len(doc) and end - at < 5:
        word = doc[end].text
        capital = word[:1].isupper() and (word.replace(".", "").replace("'", "").replace("’", "").isalpha() or "-" in word)
        inside = end > at and word.lower() in _PARTICLES and end + 1 < len(doc) and doc[end + 1].text[:1].isupper()
        if not capital and not inside:
            break
        end += 1
    if end > at and end < len(doc) and doc[end].text == "-" and end + 1 < len(doc) and doc[end + 1].lower_ == "elect":
        return None
    return (at, end) if end > at else None


def _name_before(doc: Doc, title: int) -> Stretch | None:
    """The name in "NAME, TITLE"."""
    end = title - 1
    while end >= 0 and (doc[end].is_space or doc[end].lower_ in {"the", "'s"}):
        end -= 1
    if end < 1 or doc[end].text != ",":
        return None
    start = end
    while start > 0 and end - start < 5 and doc[start - 1].text[:1].isupper() and not doc[start - 1].is_space:
        start -= 1
    return (start, end) if end - start > 1 else None


def _terms_meant(world: World, doc: Doc, name: Stretch, title: str, states: frozenset[str]) -> tuple[int, tuple[Term, ...]] | None:
    """Where the name ends and the terms that "STATE's TITLE NAME" can mean; None where the tables know no such holder."""
    for end in range(name[1], name[0], -1):
        if end < name[1] and end - name[0] == 1 and doc[end].lower_ not in _TIMES and doc[end - 1].ent_iob_ != "O" and doc[end].ent_iob_ == "I":
            # "President Smith Jones" is not President Smith.
            break
        words = [t.text.title() if t.text.isupper() and len(t.text) > 2 else t.text for t in doc[name[0] : end]]
        full = re.sub(r" - ", "-", " ".join(words))
        persons = [s.id for s in world.find(full) if s.kind == "person" and s.use != "surname"]
        if not persons:
            persons = [p.id for p in _bearers(world, words)]
        terms = [t for p in persons for t in world.terms_of(p) if _same_title(title, t.title) and (not states or t.of in states)]
        if terms:
            return end, tuple(terms)
    return None


def _bearers(world: World, words: list[str]) -> list[Person]:
    last = words[-1]
    if not last[:1].isalpha() or len(last) < 2:
        return []
    whole = [p for p, _ in world.persons_by_surname(" ".join(words))] if len(words) > 1 else []
    if whole:
        return whole
    found = [p for p, _ in world.persons_by_surname(last)]
    given = words[0].rstrip(".").lower()
    if len(words) == 1:
        return found
    return [p for p in found if any(n.lower().startswith(given[:3]) for n in (p.name, *p.aliases))]


def _same_title(said: str, held: str) -> bool:
    if said == "spokesperson":
        return "spokes" in held or held == "press secretary"
    if said == "under secretary":
        return held.startswith(("under secretary", "undersecretary"))
    if said == "secretary":
        return held.startswith("secretary of ") or held.endswith("secretary") and "press" not in held
    held = held.replace("secretary general", "secretary-general").replace("director general", "director-general").replace("advisor", "adviser")
    return held in _SAME.get(said, {said})


def _days_of_others(world: World, terms: tuple[Term, ...]) -> tuple[Days, ...]:
    """The days on which the tables know that somebody else held an office, or that its state was no more.

    What they do not know excludes nothing.
    """
    persons = {t.person for t in terms}
    others: list[Days] = []
    own: list[Days] = []
    for title, of in dict.fromkeys((t.title, t.of) for t in terms):
        for term in world.holders(title, of, "1500/2200"):
            (own if term.person in persons else others).append(_days_of_term(term))
        owner = world.actor(of)
        ended = bounds(owner.end)[1] if owner is not None and owner.end else None
        if ended is not None:
            others.append((ended.toordinal() + 1, LAST))
    return _without(merged(others), merged(own))


def _without(days: tuple[Days, ...], taken: tuple[Days, ...]) -> tuple[Days, ...]:
    """The parts of stretches of days that no other stretch covers."""
    left = list(days)
    for first, last in taken:
        left = [part for a, b in left for part in ((a, min(b, first - 1)), (max(a, last + 1), b)) if part[0] <= part[1]]
    return tuple(left)


def _days_of_term(term: Term) -> Days:
    first = bounds(term.start)[0] if term.start else None
    last = bounds(term.end)[1] if term.end else None
    return (first.toordinal() if first else FIRST, last.toordinal() if last else LAST)


def _dated_away(doc: Doc, expressions: list[Found], token: int) -> bool:
    """Whether the sentence around a title sets itself in a year of its own, so that it may tell of another time."""
    sentence = doc[token].sent if doc.has_annotation("SENT_START") else doc[:]
    return any(e.own_year or e.rule.name in {"decade", "century", "ago"} for e in expressions if sentence.start <= e.start < sentence.end)


def _acts_now(doc: Doc, expressions: list[Found], name: Stretch) -> bool:
    """Whether a name's clause tells of the report's own days: it says "today", "Monday" and the like, or what the person
    will do, is doing or has done; not somebody's memory of others."""
    if not doc.has_annotation("DEP"):
        return False
    head = doc[head_of(doc, *name)]
    verb = predicate_of(head)
    if verb is None:
        return False
    if any(is_deictic(e) and predicate_of(doc[head_of(doc, e.start, e.end)]) == verb for e in expressions if e.start >= verb.sent.start):
        return True
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    active = head.dep_ == "nsubj" and head.head == verb and not any(c.dep_ == "aux:pass" for c in verb.children)
    return active and (bool(auxiliaries & {"will", "has", "have"}) or "is" in auxiliaries and verb.lower_.endswith("ing"))

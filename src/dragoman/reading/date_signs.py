"""Signs of the day a report was written on, found in its own words: who holds which office, which named summit is near,
which day of the week a date fell on, and which dates are told as past."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from dragoman.reading.draft import Draft, Stretch
from dragoman.reading.outlook import speaks_of_future
from dragoman.reading.time_arithmetic import Reference
from dragoman.reading.time_expressions import Found, head_of
from dragoman.reading.time_rules import Moment
from dragoman.reading.time_words import month_number, weekday_number
from dragoman.record.edtf import bounds
from dragoman.world import Happening, Person, Term, World

Days = tuple[int, int]  # first and last day as ordinals, inclusive
FIRST, LAST = date(1500, 1, 1).toordinal(), date(2200, 12, 31).toordinal()

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
_PARTICLES = {"al", "bin", "ibn", "de", "van", "von", "el", "da", "der", "-", "ben"}
_DEICTIC = {"weekday", "day-word", "weekend", "earlier"}
_NEAR_SUMMIT = 12
_SHORT = 60  # days that a summit or round of talks lasts at most, to date a report by


@dataclass(frozen=True)
class Sign:
    """One sign.

    Attributes:
        kind: office | happening | dateline | weekday | past (a date told as gone by) | coming (one told as ahead).
        allowed: the stretches of days that the sign leaves open for the report, in order.
        stretch: the words that show it.
        says: it in plain words, to follow "the report ...".
        weight: how much it counts against a stamp that it excludes.
        terms: for offices, the terms meant.
        dated: whether the sentence sets itself in a year of its own, and so may look back.
        certain: for offices, False where a bare surname and title are all that tells who is meant.
    """

    kind: str
    allowed: tuple[Days, ...]
    stretch: Stretch
    says: str
    weight: int
    terms: tuple[Term, ...] = ()
    dated: bool = False
    certain: bool = True

    def allows(self, day: int, before: int = 0, after: int = 0) -> bool:
        """Whether a day lies in the sign's stretches, or up to so many days before or after one."""
        return any(a - before <= day <= b + after for a, b in self.allowed)


def find_signs(draft: Draft, expressions: list[Found]) -> list[Sign]:
    """Every sign in a report's title and running words.

    Args:
        draft: the report with its words.
        expressions: its time expressions, those of stamp and dateline left out.
    """
    signs = [*_office_signs(draft, expressions), *_happening_signs(draft, expressions), *_date_signs(draft, expressions)]
    return signs


def told_as_past(token: Token) -> bool:
    """Whether the clause around a time expression is told in a past tense, in the report's own time line."""
    verb = _predicate(token)
    if verb is None:
        return False
    finite = [verb, *(c for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop"})]
    words = {t.lower_ for t in finite}
    if words & {"will", "would", "may", "might", "could", "can", "should", "must", "shall", "if"}:
        return False
    return any("Tense=Past" in str(t.morph) and "VerbForm=Fin" in str(t.morph) for t in finite)


def is_deictic(expression: Found) -> bool:
    """Whether an expression hangs on the day of writing ("Monday", "yesterday", "next week")."""
    name, groups = expression.rule.name, expression.match.groupdict()
    if name == "weekday":
        return (groups.get("way") or "").lower() not in {"the previous", "the following"}
    if name == "unit":
        return (groups.get("u") or "").lower() in {"week"} and (groups.get("way") or "").lower() in {"last", "this", "next"}
    return name in _DEICTIC


def span_words(days: Iterable[Days]) -> str:
    """Stretches of days for a person to read."""
    found = []
    for first, last in days:
        begin = "" if first <= FIRST else date.fromordinal(first).isoformat()
        end = "" if last >= LAST else date.fromordinal(last).isoformat()
        found.append(f"{begin} to {end}" if begin and end else f"since {begin}" if begin else f"until {end}")
    return ", ".join(found[:3])


# --- offices -----------------------------------------------------------------------------------------------------------


def _office_signs(draft: Draft, expressions: list[Found]) -> Iterator[Sign]:
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
            allowed = _merged(_days_of_term(t) for t in terms)
            stretch = (min(begin, name[0]), max(end, name[1]))
            words = draft.span(stretch).text.replace("\n", " ")
            # Who signs a report by name and office holds it then; so does whoever does something "today".
            signed = above or draft.span(name).text in draft.report.byline or begin > 0 and begin < draft.title_end and doc[begin - 1].lower_ == "by"
            now = signed or _shares_clause(doc, expressions, name)
            sign = Sign("office", allowed, stretch, f"speaks of {words} as in office ({span_words(allowed)})", 2 if now else 1, terms,
                        not signed and _dated_away(doc, expressions, start), bool(owners) or name[1] - name[0] > 1)  # fmt: skip
            key = tuple(sorted({t.person for t in terms}))
            if key not in seen or (seen[key].dated, -seen[key].weight) > (sign.dated, -sign.weight):
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


def _days_of_term(term: Term) -> Days:
    first = bounds(term.start)[0] if term.start else None
    last = bounds(term.end)[1] if term.end else None
    return (first.toordinal() if first else FIRST, last.toordinal() if last else LAST)


def _dated_away(doc: Doc, expressions: list[Found], token: int) -> bool:
    """Whether the sentence around a title sets itself in a year of its own, so that it may tell of another time."""
    sentence = doc[token].sent if doc.has_annotation("SENT_START") else doc[:]
    return any(e.own_year or e.rule.name in {"decade", "century", "ago"} for e in expressions if sentence.start <= e.start < sentence.end)


def _shares_clause(doc: Doc, expressions: list[Found], name: Stretch) -> bool:
    """Whether a name's clause says "today", "Monday" and the like: the report's own days, not somebody's memory of others."""
    if not doc.has_annotation("DEP"):
        return False
    verb = _predicate(doc[head_of(doc, *name)])
    if verb is None:
        return False
    return any(is_deictic(e) and _predicate(doc[head_of(doc, e.start, e.end)]) == verb for e in expressions if e.start >= verb.sent.start)


def _predicate(token: Token) -> Token | None:
    """The nearest verb above a word."""
    word = token
    while word.head.i != word.i:
        word = word.head
        if word.pos_ in {"VERB", "AUX"}:
            return word
    return None


# --- happenings ----------------------------------------------------------------------------------------------------------


def _happening_signs(draft: Draft, expressions: list[Found]) -> Iterator[Sign]:
    doc = draft.doc
    if not doc.has_annotation("SENT_START"):
        return
    seen: set[tuple[str, ...]] = set()
    for start, end, happenings in _named_happenings(draft):
        if draft.title_end <= start < draft.body:
            continue
        sentence = doc[start].sent
        near = [
            e for e in expressions
            if is_deictic(e) and sentence.start <= e.start < sentence.end and -3 <= e.start - end <= _NEAR_SUMMIT
        ]  # fmt: skip
        for expression in near[:1]:
            future = speaks_of_future(doc, head_of(doc, expression.start, expression.end)) or speaks_of_future(doc, start)
            allowed = _merged(_days_that_fit(expression, h, future) for h in happenings)
            key = tuple(h.id for h in happenings)
            if allowed and key not in seen:
                seen.add(key)
                stretch = (min(start, expression.start), max(end, expression.end))
                held = draft.span((start, end)).text
                if len(happenings) == 1:
                    held += f" ({happenings[0].start} to {happenings[0].end})"
                when = draft.span((expression.start, expression.end)).text
                yield Sign("happening", allowed, stretch, f"says \"{when}\" of the {held}", 1)


def _named_happenings(draft: Draft) -> Iterator[tuple[int, int, list[Happening]]]:
    """Summits and the like that the words single out, by a name of their own or with the host place."""
    doc, world = draft.doc, draft.world
    words = [t.text for t in doc]
    for start, end, _ in world.match_happenings(words):
        named = [h for h in world.happenings(draft.span((start, end)).text) if _is_brief(h)]
        here = [h for h in named if _hosted_in(h, doc, start, end)]
        if here or len(named) == 1:
            yield start, end, here or named


def _is_brief(happening: Happening) -> bool:
    return happening.kind in {"summit", "accord-talks"} and 0 <= _length(happening) < _SHORT


def _hosted_in(happening: Happening, doc: Doc, start: int, end: int) -> bool:
    """Whether the host place is named in a happening's words or soon after."""
    words = {t.text for t in doc[start : end + 6]}
    return bool(happening.place) and set(re.findall(r"\w+", happening.place or "")) <= words


def _length(happening: Happening) -> int:
    """Days from a happening's first to its last; -1 where the tables leave one of them open."""
    first = bounds(happening.start)[0] if happening.start else None
    last = bounds(happening.end)[1] if happening.end else None
    return (last - first).days if first and last else -1


def _days_that_fit(expression: Found, happening: Happening, future: bool) -> Days:
    """The days on which the expression, said then, would have meant the happening's days."""
    first, last = bounds(happening.start)[0], bounds(happening.end)[1]  # type: ignore[arg-type]
    assert first is not None and last is not None
    fits = []
    for ordinal in range(first.toordinal() - 14, last.toordinal() + 15):
        day = date.fromordinal(ordinal)
        value = expression.rule.meaning(expression.match, Moment(Reference(day, day), future, None))
        a, b = bounds(value) if value else (None, None)
        if a and b and a <= last and first <= b:
            fits.append(ordinal)
    return (fits[0], fits[-1]) if fits else (1, 0)


# --- dates ---------------------------------------------------------------------------------------------------------------


def _date_signs(draft: Draft, expressions: list[Found]) -> Iterator[Sign]:
    doc = draft.doc
    past: dict[str, Sign] = {}
    coming: dict[str, Sign] = {}
    for expression in expressions:
        groups = expression.match.groupdict()
        stretch = (expression.start, expression.end)
        words = draft.span(stretch).text
        if groups.get("wd") and groups.get("mo") and groups.get("d") and not expression.own_year:
            fits = _years_that_fit(weekday_number(groups["wd"]), month_number(groups["mo"]), int(groups["d"]))
            if fits:
                yield Sign("weekday", fits, stretch, f"calls the day {words}", 1)
        elif groups.get("y") and doc.has_annotation("DEP"):
            value = expression.rule.meaning(expression.match, Moment(None))
            first, last = bounds(value) if value else (None, None)
            head = doc[head_of(doc, *stretch)]
            before = doc[expression.start - 1].lower_ if expression.start else ""
            if first is None or last is None or "X" in str(value):
                continue
            if draft.title_end <= expression.start < draft.body:
                if value == draft.report.dateline.date:
                    yield Sign("dateline", ((first.toordinal() - 3, first.toordinal() + 31),), stretch, f"was filed on {words}", 2)
                continue
            if _predicate(head) is None:
                continue
            # A month or day is seldom a slip; a year alone may be a plan's or a budget's.
            weight = 2 if len(str(value)) > 4 and "/" not in str(value) else 1
            if told_as_past(head):
                past[str(value)] = Sign("past", ((first.toordinal(), LAST),), stretch, f"tells of {words} as past", weight)
            elif _told_as_ahead(head) and (weight == 2 or before in {"in", "during"}) and not _looks_back(doc, head, expressions):
                coming[str(value)] = Sign("coming", ((FIRST, last.toordinal()),), stretch, f"tells of {words} as still ahead", 1)
    # The newest past and the first to come say all that the others do.
    yield from sorted(past.values(), key=lambda s: s.allowed)[-2:]
    yield from sorted(coming.values(), key=lambda s: s.allowed)[:2]


def _looks_back(doc: Doc, token: Token, expressions: list[Found]) -> bool:
    """Whether the sentence around a word also tells of a dated past."""
    heads = [doc[head_of(doc, e.start, e.end)] for e in expressions if e.own_year and token.sent.start <= e.start < token.sent.end]
    return any(told_as_past(h) for h in heads)


def _told_as_ahead(token: Token) -> bool:
    """Whether the clause around a time expression says "will": the report's own future, not one seen from the past."""
    verb = _predicate(token)
    return verb is not None and token.head == verb and any(c.lower_ in {"will", "shall", "'ll", "’ll"} and c.dep_ == "aux" for c in verb.children)


def _years_that_fit(weekday: int, month: int, day: int) -> tuple[Days, ...]:
    """About two months around each day of that date on which it fell on that day of the week, 1945 to 2050."""
    fits = []
    for year in range(1945, 2051):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found.weekday() == weekday:
            fits.append((found.toordinal() - 60, found.toordinal() + 60))
    return tuple(fits)


def _merged(days: Iterable[Days]) -> tuple[Days, ...]:
    found: list[Days] = []
    for first, last in sorted(d for d in days if d[0] <= d[1]):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)

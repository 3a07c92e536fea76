"""Signs from what was not there yet, or no more: organisations, groups, states, instruments, happenings, persons, coined words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from datetime import date

from dragoman.lexicon.instruments import known_names, name_words
from dragoman.reading.coinages import coinages_in
from dragoman.reading.date_signs import FIRST, LAST, Sign
from dragoman.reading.draft import Draft, Stretch
from dragoman.record.edtf import bounds
from dragoman.world import Sense
from dragoman.world.matching import Match

_FOUNDED = {"organisations", "groups"}
_KEPT = 3  # signs of a kind, those that reach furthest
_CAREER = 4 * 365  # days that somebody may be in the news before the first office that the tables know
_PLANNED = 400  # days that an organisation, treaty or summit is spoken of before it is there
_GONE = 2  # mentions of a state that is no more, not called "former", that make a sign
_FORMER = {"former", "ex", "then", "late", "old", "post"}


def name_signs(draft: Draft, in_office: Set[str], matches: list[Match]) -> Iterator[Sign]:
    """The strongest signs from names whose bearers have a beginning or an end.

    Args:
        draft: the report with its words.
        in_office: ids of persons whose offices speak for them.
        matches: the names of happenings in it.
    """
    founded: dict[str, Sign] = {}
    persons: dict[str, Sign] = {}
    gone: dict[str, list[Stretch]] = {}
    here: Counter[str] = Counter()
    doc = draft.doc
    words = [t.text for t in doc]
    for start, end, senses in draft.world.match(words):
        if draft.title_end <= start < draft.body or not senses:
            continue
        first = senses[0]
        if first.table in _FOUNDED and all(s.table in _FOUNDED and s.start for s in senses):
            day = min(_first_day(s) for s in senses)
            founded.setdefault(first.id, _born(draft, (start, end), day, "names", 1.5, _PLANNED))
        elif first.kind == "person" and end - start > 1 and len({s.id for s in senses}) == 1 and first.use != "surname" and first.id not in in_office:
            terms = draft.world.terms_of(first.id)
            begins = [d for d in (bounds(t.start)[0] for t in terms if t.start) if d]
            if begins:
                persons.setdefault(first.id, _born(draft, (start, end), min(begins).toordinal(), "names", 0.8, _CAREER))
        elif first.kind == "state" and first.end and not any(s.kind == "state" and not s.end for s in senses):
            gone.setdefault(first.id, []).append((start, end))
            here[first.id] += not any(w.lower() in _FORMER for w in words[max(0, start - 3) : start]) and words[end : end + 1] != ["-"]
    for state, stretches in gone.items():
        sense = draft.world.actor(state)
        last = bounds(sense.end)[1] if sense is not None and sense.end else None
        if last is not None and here[state] >= _GONE and here[state] > len(stretches) / 2:
            said = draft.span(stretches[0]).text
            says = f"speaks of {said} as of its own day (until {last.isoformat()})"
            yield Sign("name", ((FIRST, last.toordinal()),), stretches[0], says, 0.0, min(0.8, 0.15 * here[state]), slack=(0, _PLANNED))
    happenings = _happenings(draft, matches)
    for signs in (founded.values(), persons.values(), happenings, _instruments(draft, words), _coined(draft)):
        yield from sorted(signs, key=lambda s: s.allowed)[-_KEPT:]


def _happenings(draft: Draft, matches: list[Match]) -> list[Sign]:
    found: dict[str, Sign] = {}
    for start, end, senses in matches:
        named = draft.world.happenings(draft.span((start, end)).text)
        days = [bounds(h.start)[0] for h in named if h.start]
        if named and senses and len(days) == len(named) and all(days):
            ahead = 200 if all(h.kind in {"war", "crisis"} for h in named) else 3 * 365
            first = min(d.toordinal() for d in days if d)
            found.setdefault(named[0].id, _born(draft, (start, end), first, "names", 1.5, ahead))
    return list(found.values())


def _instruments(draft: Draft, words: list[str]) -> list[Sign]:
    known = known_names()
    forms = [w.lower() for w in words]
    firsts = {name[0] for name in known.by_words}
    found: dict[str, Sign] = {}
    for k, form in enumerate(forms):
        if form not in firsts:
            continue
        for length in range(min(known.longest + 4, len(forms) - k), 0, -1):
            named = known.by_words.get(name_words(" ".join(forms[k : k + length])), ())
            years = [n.year for n in named if n.year]
            if named and len(years) == len(named) and words[k][:1].isupper():
                found.setdefault(named[0].id, _born(draft, (k, k + length), date(int(min(years)), 1, 1).toordinal(), "names", 1.2, _PLANNED))
                break
    return list(found.values())


def _coined(draft: Draft) -> list[Sign]:
    found: dict[int, Sign] = {}
    for year, start, end in coinages_in(draft.report.text):
        stretch = draft.doc.char_span(start, end, alignment_mode="expand")
        if stretch is not None and year not in found:
            found[year] = _born(draft, (stretch.start, stretch.end), date(year, 1, 1).toordinal(), "uses the words", 1.5, 0)
    return list(found.values())


def _born(draft: Draft, stretch: Stretch, day: int, verb: str, cost: float, slack: int) -> Sign:
    words = " ".join(draft.span(stretch).text.split())
    return Sign("name", ((day, LAST),), stretch, f"{verb} {words} (known since {date.fromordinal(day).year})", cost, 0.0, slack=(slack, 0))


def _first_day(sense: Sense) -> int:
    first = bounds(sense.start)[0] if sense.start else None
    return first.toordinal() if first else FIRST

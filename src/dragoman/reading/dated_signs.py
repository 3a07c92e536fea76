"""Signs from dates: days of the week told with a date, the dateline, and dates told as past or as still ahead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from dragoman.reading.date_signs import FIRST, LAST, Days, Sign
from dragoman.reading.draft import Draft, Stretch
from dragoman.reading.outlook import predicate_of, speaks_of_future, told_as_past
from dragoman.reading.time_arithmetic import day_of
from dragoman.reading.time_expressions import Found, head_of
from dragoman.reading.time_grammar import Moment
from dragoman.reading.time_words import month_number, weekday_number
from dragoman.record.edtf import bounds

_AHEAD = {"by", "until", "through", "to", "till", "-", "–", "beyond", "before"}
_YEAR = re.compile(r"19[4-9]\d|20\d\d")
_KEPT = 4  # years spoken of, beside the newest
# A little out may be a slip of the pen or a late edition; a budget's or a season's year begins in the one before.
_SLIP = 40


def dated_signs(draft: Draft, expressions: list[Found]) -> Iterator[Sign]:
    """The signs of a report's dates: every weekday told with a date, the dateline, the newest dates not ahead, the first ahead."""
    doc = draft.doc
    told: dict[str, Sign] = {}
    coming: dict[str, Sign] = {}
    counts: Counter[int] = Counter()
    for expression in expressions:
        groups = expression.match.groupdict()
        stretch = (expression.start, expression.end)
        words = draft.span(stretch).text
        if groups.get("wd") and groups.get("mo") and groups.get("d") and not expression.own_year:
            fits = _years_that_fit(weekday_number(groups["wd"]), month_number(groups["mo"]), int(groups["d"]))
            if fits and not (draft.title_end <= expression.start < draft.body):
                yield Sign("weekday", fits, stretch, f"calls the day {words}", 2.5, 2.5)
            continue
        if not groups.get("y"):
            continue
        value = expression.rule.meaning(expression.match, Moment(None))
        first, last = bounds(value) if value else (None, None)
        if first is None or last is None or "X" in str(value):
            continue
        if draft.title_end <= expression.start < draft.body:
            if value == draft.report.dateline.date and _in_dateline(draft, expression):
                yield Sign("dateline", ((first.toordinal() - 3, first.toordinal() + 31),), stretch, f"was filed on {words}", 4.0, 4.0)
            continue
        exact = len(str(value)) > 4 and "/" not in str(value)
        ahead = _told_as_ahead(doc, expression, exact)
        if ahead is None:
            past = doc.has_annotation("DEP") and told_as_past(doc[head_of(doc, *stretch)])
            cost = (2.4 if exact else 1.6) if past else (1.5 if exact else 0.7)
            says = f"tells of {words} as past" if past else f"speaks of {words}"
            counts[first.year] += 1
            if str(value) not in told or told[str(value)].early < cost:
                kind = "past" if past and exact else "named"
                told[str(value)] = Sign(kind, ((first.toordinal(), LAST),), stretch, says, cost, 0.0, slack=(_SLIP, 0))
        elif ahead and str(value) not in coming and not _looks_back(doc, doc[head_of(doc, *stretch)], expressions):
            coming[str(value)] = Sign("coming", ((FIRST, last.toordinal()),), stretch, f"tells of {words} as still ahead", 0.0, 1.5, slack=(0, _SLIP))
    ordered = sorted(told.values(), key=lambda s: s.allowed)[-_KEPT:]
    yield from ordered
    if not ordered:
        yield from _bare_year(draft, expressions)
    yield from sorted(coming.values(), key=lambda s: s.allowed)[:2]
    yield from _recency(ordered, counts)


def _recency(told: list[Sign], counts: Counter[int]) -> Iterator[Sign]:
    """That a report is seldom much younger than the newest date that it tells of."""
    if not told:
        return
    newest = max(told, key=lambda s: date.fromordinal(s.allowed[0][0]).year)
    year = date.fromordinal(newest.allowed[0][0]).year
    share = 1.0 if newest.early > 1 or counts[year] > 1 else 0.6
    days = (newest.allowed[0][0], date(year, 12, 31).toordinal())
    yield replace(newest, kind="newest", allowed=(days,), early=0.0, late=0.4 * share, yearly=0.8 * share, slack=(400, _SLIP))


def lead_signs(draft: Draft, lead: tuple[int, Stretch] | None) -> Iterator[Sign]:
    """That the first paragraphs' day of the week is mostly the dateline's own, or the one before it.

    Args:
        draft: the report with its words.
        lead: day of the week, Monday 0, and its words; None where the first paragraphs name none.
    """
    filed = bounds(draft.report.dateline.date)[0] if draft.report.dateline.date else None
    if filed is None or lead is None:
        return
    says = f"calls the dateline's day {draft.span(lead[1]).text}"
    for back, cost in ((0, 0.5), (1, 0.9)):
        fits = []
        for year in range(1945, 2051):
            day = day_of(year, filed.month, filed.day)
            if day is not None and (date.fromisoformat(day).weekday() - lead[0]) % 7 <= back:
                fits.append((date.fromisoformat(day).toordinal(),) * 2)
        yield Sign("lead", tuple(fits), lead[1], says, cost, cost, slack=(5, 5))


def _bare_year(draft: Draft, expressions: list[Found]) -> Iterator[Sign]:
    """The newest year in figures that begins a name ("2022 Human Rights Report"), where no date is told."""
    taken = {t for e in expressions for t in range(e.start, e.end)}
    words = [t for t in draft.doc if t.i not in taken and not draft.title_end <= t.i < draft.body]
    years = [t for t in words if _YEAR.fullmatch(t.text) and t.i + 1 < len(draft.doc) and draft.doc[t.i + 1].is_title]
    if years:
        last = max(years, key=lambda t: t.text)
        day = date(int(last.text), 1, 1)
        named = Sign("named", ((day.toordinal(), LAST),), (last.i, last.i + 1), f"speaks of {last.text}", 0.7, 0.0, slack=(_SLIP, 0))
        yield named
        yield from _recency([named], Counter())


def _in_dateline(draft: Draft, expression: Found) -> bool:
    """Whether a date stands in the line of the running words, and not in a stamp's line above."""
    return not any(t.is_space and "\n" in t.text for t in draft.doc[expression.end : draft.body])


def _told_as_ahead(doc: Doc, expression: Found, exact: bool) -> bool | None:
    """True for a date told as still ahead, False for one that may be, None for one that is not."""
    head = head_of(doc, expression.start, expression.end)
    before = doc[expression.start - 1].lower_ if expression.start else ""
    if before in _AHEAD:
        return False
    if not speaks_of_future(doc, head):
        return None
    return _will(doc[head]) and (exact or before in {"in", "during"})


def _looks_back(doc: Doc, token: Token, expressions: list[Found]) -> bool:
    """Whether the sentence around a word also tells of a dated past."""
    heads = [doc[head_of(doc, e.start, e.end)] for e in expressions if e.own_year and token.sent.start <= e.start < token.sent.end]
    return any(told_as_past(h) for h in heads)


def _will(token: Token) -> bool:
    """Whether the clause around a time expression says "will": the report's own future, not one seen from the past."""
    verb = predicate_of(token)
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

"""Signs from dates: days of the week told with a date, the dateline, and dates told as past or as still ahead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc, Token

from dragoman.reading.date_signs import FIRST, LAST, Days, Sign
from dragoman.reading.draft import Draft
from dragoman.reading.outlook import predicate_of, told_as_past
from dragoman.reading.time_expressions import Found, head_of
from dragoman.reading.time_grammar import Moment
from dragoman.reading.time_words import month_number, weekday_number
from dragoman.record.edtf import bounds


def dated_signs(draft: Draft, expressions: list[Found]) -> Iterator[Sign]:
    """The signs of a report's dates: every weekday told with a date, the dateline, the newest past and the first to come."""
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
            if predicate_of(head) is None:
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

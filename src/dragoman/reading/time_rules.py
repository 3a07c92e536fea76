"""The grammar of time expressions: each rule a pattern over a report's words and what a match means.

Patterns run over the words joined by single spaces, so that "mid-1980s" may stand as one word or as three. A rule's
meaning is an EDTF period, or None where it cannot be worked out. Two choices hold throughout: a week runs from Monday
to Sunday, and "early", "late" and "the end of" leave a year or month whole, since no boundary is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.reading.time_arithmetic import (
    SEASONS,
    Reference,
    day_of,
    day_without_year,
    days,
    decade_of,
    month_of,
    month_without_year,
    months,
    part,
    shift,
    shift_period,
    stretch_ahead,
    stretch_back,
    week,
    weekday,
    weekend,
    year_of,
)
from dragoman.reading.time_words import (
    DECADE_NAMES,
    any_case,
    month_number,
    month_pattern,
    number_of,
    number_pattern,
    ordinal_of,
    ordinal_pattern,
    unit_of,
    unit_pattern,
    weekday_number,
    weekday_pattern,
)
from dragoman.record.edtf import bounds


@dataclass(frozen=True)
class Moment:
    """What the meaning of an expression depends on.

    Attributes:
        reference: the reference date, or None.
        future: whether the clause speaks of what is to come.
        anchor: the period that the report spoke of last, or None.
        year: a year lent by the other end of a range ("from March to May 1987"), or None.
    """

    reference: Reference | None
    future: bool = False
    anchor: str | None = None
    year: int | None = None


Meaning = Callable[[re.Match[str], Moment], str | None]


@dataclass(frozen=True)
class Rule:
    """One rule. ``kind`` is "date" for periods (told apart from ranges by their value), else the kind of the note.
    ``group`` names the part of the match that is the expression; the whole match without it."""

    name: str
    pattern: re.Pattern[str]
    meaning: Meaning
    kind: str = "date"


RULES: list[Rule] = []


def _rule(name: str, pattern: str, kind: str = "date") -> Callable[[Meaning], Meaning]:
    compiled = re.compile(rf"(?<![\w$£€.,/-])(?:{pattern})(?![\w])")

    def keep(meaning: Meaning) -> Meaning:
        RULES.append(Rule(name, compiled, meaning, kind))
        return meaning

    return keep


_YEAR = r"(?P<y>1[0-9]\d\d|20\d\d)(?![\d,.]*\d)"
_OWN_YEAR = rf"(?:,? (?:of )?(?:{_YEAR}|(?P<ry>(?i:last|this|next|that|the same)) (?i:year)))"
_EDGE = any_case(r"(?:in )?(?:the )?(?:early|late|later|earlier|mid|middle|beginning|start|end|close|opening|closing|latter part|early part)")
_WHOLE = rf"(?:{_EDGE}(?: ?- ?| )(?:in |of )?(?:the )?)?"
_DAY = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?"
_PART_OF_DAY = any_case(r"(?: (?:morning|afternoon|evening|night))?")
_DASH = r" ?(?:-|–|—|/|to|through|and|until|till) ?"


def _year_in(match: re.Match[str], moment: Moment) -> int | None:
    """The year that a date names itself: in figures, as "last year", or lent by its range."""
    groups = match.groupdict()
    if groups.get("y"):
        return int(groups["y"])
    if groups.get("ry"):
        word = groups["ry"].lower()
        if word in {"that", "the same"}:
            return _anchor_year(moment)
        year = moment.reference.year if moment.reference else None
        return year + {"last": -1, "this": 0, "next": 1}[word] if year else None
    return moment.year


def _names_year(match: re.Match[str], moment: Moment) -> bool:
    groups = match.groupdict()
    return bool(groups.get("y") or groups.get("ry") or moment.year)


def _anchor_year(moment: Moment) -> int | None:
    first = bounds(moment.anchor)[0] if moment.anchor else None
    if first:
        return first.year
    return moment.reference.year if moment.reference else None


def _day(match: re.Match[str], moment: Moment, month: int, day: int) -> str | None:
    if _names_year(match, moment):
        year = _year_in(match, moment)
        return day_of(year, month, day) if year else None
    on = weekday_number(match["wd"]) if match.groupdict().get("wd") else None
    return day_without_year(moment.reference, month, day, moment.future, on) if moment.reference else None


@_rule("iso", r"(?P<y>[12]\d{3}) ?- ?(?P<m>[01]\d) ?- ?(?P<d>[0-3]\d)(?:T\d\d:\d\d\S*)?")
def _iso(match: re.Match[str], moment: Moment) -> str | None:
    return day_of(int(match["y"]), int(match["m"]), int(match["d"]))


@_rule("figures", r"(?P<a>[0-3]?\d) ?[/.] ?(?P<b>[0-3]?\d) ?[/.] ?(?P<y>(?:19|20)\d\d)")
def _figures(match: re.Match[str], moment: Moment) -> str | None:
    # Day and month tell themselves apart only where one is above twelve.
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    if a > 12 >= b or a == b:
        return day_of(year, b, a)
    return day_of(year, a, b) if b > 12 >= a else None


@_rule("month-day", rf"(?:{weekday_pattern('wd', cut=True)},? )?{month_pattern('mo')} {_DAY}(?! ?(?i:pct|percent|per cent|mln|billion|million))"
                    rf"{_OWN_YEAR}?")  # fmt: skip
def _month_day(match: re.Match[str], moment: Moment) -> str | None:
    return _day(match, moment, month_number(match["mo"]), int(match["d"]))


@_rule("day-month", rf"(?:{weekday_pattern('wd', cut=True)},? (?:the )?)?{_DAY}(?: (?:day )?of)? {month_pattern('mo')}{_OWN_YEAR}?")
def _day_month(match: re.Match[str], moment: Moment) -> str | None:
    return _day(match, moment, month_number(match["mo"]), int(match["d"]))


@_rule("days", rf"{month_pattern('mo')} {_DAY}{_DASH}(?P<e>[0-3]?\d)(?![\d:]){_OWN_YEAR}?")
@_rule("days", rf"{_DAY}{_DASH}(?P<e>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? {month_pattern('mo')}{_OWN_YEAR}?")
def _days(match: re.Match[str], moment: Moment) -> str | None:
    month = month_number(match["mo"])
    first = _day(match, moment, month, int(match["d"]))
    last = day_of(int(first[:4]), month, int(match["e"])) if first else None
    return f"{first}/{last}" if first and last and first < last else None


@_rule("month-year", rf"{_WHOLE}{month_pattern('mo')}{_OWN_YEAR}")
def _month_year(match: re.Match[str], moment: Moment) -> str | None:
    year = _year_in(match, moment)
    return month_of(year, month_number(match["mo"])) if year else None


@_rule("months", rf"{month_pattern('mo')} ?(?:-|–|/) ?{month_pattern('me')}{_OWN_YEAR}?")
def _months(match: re.Match[str], moment: Moment) -> str | None:
    first, last = month_number(match["mo"]), month_number(match["me"])
    year = _year_in(match, moment)
    if year is None and moment.reference and not _names_year(match, moment):
        end = month_without_year(moment.reference, last, moment.future)
        year = int(end[:4]) if end else None
    if year is None:
        return None
    return months(year, first, last) if first < last else f"{month_of(year, first - 12)}/{month_of(year, last)}"


@_rule("month-told", rf"(?P<way>(?i:last|next|this past|this|this coming|the coming|the previous|the following)) {month_pattern('mo')}")
def _month_told(match: re.Match[str], moment: Moment) -> str | None:
    if moment.reference is None or moment.reference.month is None:
        return None
    year, now = moment.reference.month
    month, way = month_number(match["mo"]), match["way"].lower()
    if way in {"last", "this past", "the previous"}:
        return month_of(year if month < now else year - 1, month)
    if way == "this":
        return month_of(year, month)
    return month_of(year if month > now else year + 1, month)


_BEFORE_MONTH = "In|in|Since|since|Until|until|Till|till|By|by|During|during|From|from|To|to|Through|through|Of|of|Between|between|And|and|" \
                "Before|before|After|after|Around|around|for|For|IN|SINCE|BY|UNTIL"  # fmt: skip


@_rule("month", rf"(?:(?:{_EDGE})(?: ?- ?| )(?:in |of )?|(?<=\b(?:{'|'.join(['X'])}) )){month_pattern('mo')}(?! \d)")
def _month(match: re.Match[str], moment: Moment) -> str | None:
    if moment.year:
        return month_of(moment.year, month_number(match["mo"]))
    return month_without_year(moment.reference, month_number(match["mo"]), moment.future) if moment.reference else None

"""The grammar of time expressions: what a rule is, and the pieces that rules share.

Patterns run over the words joined by single spaces, so that "mid-1980s" may stand as one word or as three. A rule's
meaning is an EDTF period, or None where it cannot be worked out. Two choices hold throughout: a week runs from Monday
to Sunday, and "early", "late" and "the end of" leave a year or month whole, since no boundary is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.reading.time_arithmetic import Reference, shift_period
from dragoman.reading.time_words import any_case
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
    Where the pattern has a group ``core``, that part of the match is the expression; else all of it."""

    name: str
    pattern: re.Pattern[str]
    meaning: Meaning
    kind: str = "date"


RULES: list[Rule] = []


def rule(name: str, pattern: str, kind: str = "date") -> Callable[[Meaning], Meaning]:
    """Register a function as the meaning of a pattern; among rules that match the same words, the first registered wins.

    Args:
        name: the rule's name, shown in the reading.
        pattern: a regular expression; word boundaries are added.
        kind: the kind of the note.
    """
    compiled = re.compile(rf"(?<![\w$£€.,/-])(?:{pattern})(?![\w])")

    def keep(meaning: Meaning) -> Meaning:
        RULES.append(Rule(name, compiled, meaning, kind))
        return meaning

    return keep


YEAR = r"(?P<y>1[0-9]\d\d|20\d\d)(?![\d,.]*\d)"
OWN_YEAR = rf"(?: ?,? (?:of |in )?(?:{YEAR}|(?P<ry>(?i:last|this|next|that|the same)) (?i:year)))"
EDGE = any_case(r"(?:in )?(?:the )?(?:early|late|later|earlier|mid|middle|beginning|start|end|close|opening|closing|latter part|early part)")
WHOLE = rf"(?:{EDGE}(?: ?- ?| )(?:in |of )?(?:the )?)?"
NEARLY = any_case(r"(?:(?:about|around|nearly|almost|roughly|some|just over|more than|over|at least|less than|only|just|under) )?")


def year_in(match: re.Match[str], moment: Moment) -> int | None:
    """The year that a date names itself: in figures, as "last year", or lent by its range."""
    groups = match.groupdict()
    if groups.get("y"):
        return int(groups["y"])
    if groups.get("ry"):
        word = groups["ry"].lower()
        if word in {"that", "the same"}:
            return anchor_year(moment)
        year = moment.reference.year if moment.reference else None
        return year + {"last": -1, "this": 0, "next": 1}[word] if year else None
    return moment.year


def names_year(match: re.Match[str], moment: Moment) -> bool:
    """Whether a date names its year or has been lent one."""
    groups = match.groupdict()
    return bool(groups.get("y") or groups.get("ry") or moment.year)


def anchor_year(moment: Moment) -> int | None:
    """The year that the report spoke of last; the reference date's where it spoke of none."""
    first = bounds(moment.anchor)[0] if moment.anchor else None
    if first:
        return first.year
    return moment.reference.year if moment.reference else None


def from_anchor(anchor: str, count: int, unit: str) -> str | None:
    """What lies so many units from the period that the report spoke of last; None where that has an open end."""
    return None if ".." in anchor else shift_period(anchor, count, unit)

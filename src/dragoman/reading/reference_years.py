"""Weighs the signs of a report's day, year by year."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from dragoman.reading.date_signs import FIRST, LAST, Days, Sign, year_days

_YEARS = range(1940, 2041)
# What all signs of a kind together may cost: they come from one cause, as where a report looks back.
_MOST = {"past": 7.0, "named": 2.6, "newest": 4.0, "name": 5.0, "coming": 2.0, "weekday": 5.0}
_MOST_LATE = 6.0  # what office holders who had left may cost together


@dataclass(frozen=True)
class Weighing:
    """What the signs cost in every year.

    Attributes:
        years: year -> cost of the stamp's month and day in it, or of its likeliest day where there is no stamp.
        stamp: cost of the stamp's own day; 0 without a stamp.
    """

    years: dict[int, float]
    stamp: float

    @property
    def best(self) -> float:
        """The least cost of a year."""
        return min(self.years.values())

    def likely(self, margin: float) -> list[int]:
        """The years that cost hardly more than the best, in order."""
        return [y for y, cost in self.years.items() if cost <= self.best + margin]


def weigh(signs: list[Sign], stamp: date | None) -> Weighing:
    """The cost of every year from 1940 to 2040 to a report with these signs."""
    years = {}
    for year in _YEARS:
        first, last = _days_in(year, stamp)
        years[year] = _total(signs, first, last, year_days(year))
    day = stamp.toordinal() if stamp else 0
    return Weighing(years, _total(signs, day, day, (day, day)) if stamp else 0.0)


def _days_in(year: int, stamp: date | None) -> Days:
    if stamp is None:
        return year_days(year)
    day = date(year, stamp.month, min(stamp.day, 28) if stamp.month == 2 else stamp.day).toordinal()
    return day, day


def _total(signs: list[Sign], first: int, last: int, whole: Days) -> float:
    """The costs of all signs; summits count by the whole year, since the stamp's month may be wrong too."""
    sums: defaultdict[str, float] = defaultdict(float)
    late = 0.0
    for sign in signs:
        cost = sign.cost(*(whole if sign.kind == "happening" else (first, last)))
        if sign.kind == "office" and first > sign.allowed[-1][1]:
            late += cost
        else:
            sums[sign.kind] += cost
    return sum(min(s, _MOST.get(kind, LAST)) for kind, s in sums.items()) + min(late, _MOST_LATE)


def common_days(signs: list[Sign], year: int | None = None) -> Days:
    """The days, within a year where one is given, that every sign with a beginning and an end allows; (1, 0) where none."""
    first, last = year_days(year) if year else (FIRST, LAST)
    for sign in signs:
        here = [(max(a, first), min(b, last)) for a, b in sign.allowed if a <= last and first <= b]
        if here:
            first, last = here[0][0], here[-1][1]
    return first, last

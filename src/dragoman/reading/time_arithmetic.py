"""Reckoning with EDTF periods: days, weeks, months and years near a reference date. No language in here."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.record.edtf import bounds

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
# A date told without its year lies at most this many days ahead of a report that does not speak of the future.
_AHEAD = 45
_BEHIND_OF_PLANS = 10


@dataclass(frozen=True)
class Reference:
    """The reference date, known to the day or only to a longer period.

    Attributes:
        first, last: its first and last day.
    """

    first: date
    last: date

    @classmethod
    def of(cls, value: str | None) -> Reference | None:
        """The reference of an EDTF period; None for None and where an end is open."""
        first, last = bounds(value) if value else (None, None)
        return cls(first, last) if first and last else None

    @property
    def day(self) -> date | None:
        """The day, where it is known."""
        return self.first if self.first == self.last else None

    @property
    def month(self) -> tuple[int, int] | None:
        """Year and month, where they are known."""
        same = (self.first.year, self.first.month) == (self.last.year, self.last.month)
        return (self.first.year, self.first.month) if same else None

    @property
    def year(self) -> int | None:
        """The year, where it is known."""
        return self.first.year if self.first.year == self.last.year else None


def day_of(year: int, month: int, day: int) -> str | None:
    """The EDTF day; None where the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def month_of(year: int, month: int) -> str | None:
    """The EDTF month; ``month`` may run over either end of the year. None outside years 1 to 9999."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04}-{month:02}" if 1 <= year <= 9999 else None


def year_of(year: int) -> str | None:
    """The EDTF year; None outside years 1 to 9999."""
    return f"{year:04}" if 1 <= year <= 9999 else None


def decade_of(year: int) -> str:
    """The decade that holds a year: "196X"."""
    return f"{year // 10:03}X"


def days(first: date, last: date) -> str:
    """The stretch of days, both included."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def week(day: date, away: int = 0) -> str:
    """The week, Monday to Sunday, so many weeks away from the one that holds ``day``."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=away)
    return days(monday, monday + timedelta(days=6))


def weekend(day: date, future: bool) -> str:
    """Saturday and Sunday: those to come where ``future``, else the last; on a weekend day, that weekend."""
    saturday = day - timedelta(days=(day.weekday() - 5) % 7)
    if future and day.weekday() < 5:
        saturday += timedelta(weeks=1)
    return days(saturday, saturday + timedelta(days=1))


def weekday(day: date, number: int, way: str) -> date:
    """The day of the week (Monday is 0) nearest to ``day`` in one direction.

    Args:
        day: the reference day.
        number: the day of the week sought.
        way: "past" (on or before), "future" (on or after), "before" or "after" (never the day itself).
    """
    if way in {"past", "before"}:
        back = (day.weekday() - number) % 7
        return day - timedelta(days=back or (7 if way == "before" else 0))
    ahead = (number - day.weekday()) % 7
    return day + timedelta(days=ahead or (7 if way == "after" else 0))


def day_without_year(reference: Reference, month: int, day: int, future: bool, on: int | None = None) -> str | None:
    """The day meant by a month and day whose year is not told.

    Args:
        reference: the reference date.
        month, day: the date.
        future: whether the report speaks of what is to come.
        on: the day of the week, where it is told too (Monday is 0); only years where it fits are thought of.
    """
    return _nearest(reference, [day_of(y, month, day) for y in _years_near(reference, 8 if on is not None else 1)], future, on)


def month_without_year(reference: Reference, month: int, future: bool) -> str | None:
    """The month meant by a month's name whose year is not told."""
    return _nearest(reference, [month_of(y, month) for y in _years_near(reference, 1)], future)


def _years_near(reference: Reference, reach: int) -> range:
    return range(max(1, reference.first.year - reach), min(9998, reference.last.year + reach) + 1)


def _nearest(reference: Reference, values: Iterable[str | None], future: bool, on: int | None = None) -> str | None:
    best: tuple[int, str] | None = None
    for value in values:
        if value is None:
            continue
        first, last = bounds(value)
        assert first is not None and last is not None
        if on is not None and first.weekday() != on:
            continue
        ahead = (first - reference.last).days if first > reference.last else min(0, (last - reference.first).days)
        # What lies on the wrong side of the report is far away.
        wrong = ahead < -_BEHIND_OF_PLANS if future else ahead > _AHEAD
        distance = abs(ahead) + (400 if wrong and on is None else 0)
        if best is None or distance < best[0]:
            best = (distance, value)
    return best[1] if best else None


def shift(day: date, count: int, unit: str) -> str | None:
    """What lies so many units from a day, at the unit's own grain ("two years ago" is a year, "two weeks ago" a week)."""
    try:
        if unit == "day":
            return (day + timedelta(days=count)).isoformat()
        if unit == "week":
            return week(day, count)
        if unit == "month":
            return month_of(day.year, day.month + count)
        if unit == "year":
            return year_of(day.year + count)
        if unit == "decade":
            return year_of(day.year + 10 * count)
        if unit == "century":
            return year_of(day.year + 100 * count)
    except OverflowError:
        return None
    return None


def shift_period(value: str, count: int, unit: str) -> str | None:
    """A period moved by whole units; a quarter or half stays one, anything else takes the unit's grain where that is coarser."""
    if "/" in value:
        left, right = value.split("/")
        if unit != "year" or not left or not right or ".." in (left, right) or len(left) != len(right):
            return None
        moved = [f"{int(end[:4]) + count:04}{end[4:]}" for end in (left, right)]
        return "/".join(moved) if len(left) < 10 else None
    first, _ = bounds(value)
    if first is None:
        return None
    if unit in {"day", "week"} and len(value) < 10:
        return None
    if unit == "week":
        return (first + timedelta(weeks=count)).isoformat()
    if unit == "month" and len(value) < 7:
        return None
    return shift(first, count, unit)


def stretch_back(reference: Reference, count: int, unit: str) -> str | None:
    """The stretch of so many units that ends with the reference date ("the past six months")."""
    return _stretch(reference, -count, unit)


def stretch_ahead(reference: Reference, count: int, unit: str) -> str | None:
    """The stretch of so many units that begins with the reference date ("the next six months")."""
    return _stretch(reference, count, unit)


def _stretch(reference: Reference, count: int, unit: str) -> str | None:
    day = reference.day
    ends: list[str | None]
    if unit in {"decade", "century"}:
        count, unit = count * (10 if unit == "decade" else 100), "year"
    if unit == "year" and reference.year:
        ends = [year_of(reference.year), year_of(reference.year + count)]
    elif unit == "month" and reference.month:
        ends = [month_of(*reference.month), month_of(reference.month[0], reference.month[1] + count)]
    elif unit in {"day", "week"} and day:
        ends = [day.isoformat(), shift(day, count * (7 if unit == "week" else 1), "day")]
    else:
        return None
    if ends[0] is None or ends[1] is None:
        return None
    return f"{ends[1]}/{ends[0]}" if count < 0 else f"{ends[0]}/{ends[1]}"


def months(year: int, first: int, last: int) -> str:
    """A stretch of months of one year."""
    return f"{year:04}-{first:02}/{year:04}-{last:02}" if first != last else f"{year:04}-{first:02}"


def part(value: str, number: int, of: int) -> str | None:
    """One of the equal parts of a year (halves, quarters), month (halves), decade or century (halves, quarters); None for others.

    Args:
        value: the whole.
        number: which part, from 1.
        of: how many parts there are.
    """
    if not 1 <= number <= of:
        return None
    if len(value) == 4 and value.isdigit() and 12 % of == 0:
        size = 12 // of
        return months(int(value), (number - 1) * size + 1, number * size)
    if len(value) == 4 and value[:2].isdigit():
        first, last = bounds(value)
        assert first is not None and last is not None
        size = (last.year - first.year + 1) // of
        return f"{first.year + (number - 1) * size:04}/{first.year + number * size - 1:04}"
    if len(value) == 7 and of == 2 and value[:4].isdigit():
        length = calendar.monthrange(int(value[:4]), int(value[5:]))[1]
        return f"{value}-01/{value}-15" if number == 1 else f"{value}-16/{value}-{length}"
    return None


def ends(value: str) -> tuple[str, str]:
    """The two ends of a period as EDTF points ("" or ".." where open); a point is both its own ends."""
    left, _, right = value.partition("/")
    return (left, right) if "/" in value else (value, value)

"""EDTF periods (ISO 8601-2, levels 0 and 1, and the sub-year groupings that news needs).

Accepted: 2001, 2001-07, 2001-07-16, 196X, 19XX, 2001-21 (seasons and quarters, 21-41), qualifiers ? ~ % at
the end, and intervals A/B with either end empty or "..".
"""

from __future__ import annotations

import calendar
import re
from datetime import date

_POINT = re.compile(r"(?:\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?[?~%]?")
_TIMED = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?")
_SEASONS = {  # ISO 8601-2 codes: first and last month; winter runs into the next year
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip


def is_period(value: str) -> bool:
    """Whether ``value`` is a period we accept."""
    if _TIMED.fullmatch(value):
        return True
    parts = value.split("/")
    if len(parts) > 2:
        return False
    if len(parts) == 2 and {parts[0], parts[1]} <= {"", ".."}:
        return False
    return all(part in {"", ".."} and len(parts) == 2 or _is_point(part) for part in parts)


def _is_point(value: str) -> bool:
    found = _POINT.fullmatch(value)
    if not found:
        return False
    month, day = found.group("month"), found.group("day")
    if month and month != "XX":
        number = int(month)
        if not 1 <= number <= 12 and (number not in _SEASONS or day):
            return False
        if day and day != "XX" and value[:4].isdigit() and not 1 <= int(day) <= calendar.monthrange(int(value[:4]), number)[1]:
            return False
    return True


def checked_period(value: str | None) -> str | None:
    """``value`` itself.

    Raises:
        ValueError: where it is neither None nor a period.
    """
    if value is not None and not is_period(value):
        raise ValueError(f"{value!r} is not an EDTF period")
    return value


def bounds(value: str) -> tuple[date | None, date | None]:
    """The first and the last day that a period covers; None where an end is open.

    Raises:
        ValueError: where ``value`` is not a period.
    """
    checked_period(value)
    if "T" in value:
        day = date.fromisoformat(value[:10])
        return day, day
    if "/" in value:
        left, right = value.split("/")
        return (
            bounds(left)[0] if left not in {"", ".."} else None,
            bounds(right)[1] if right not in {"", ".."} else None,
        )
    point = value.rstrip("?~%")
    year_text, *rest = point.split("-")
    first_year, last_year = int(year_text.replace("X", "0")), int(year_text.replace("X", "9"))
    if not rest or rest[0] == "XX":
        return date(max(1, first_year), 1, 1), date(last_year, 12, 31)
    month = int(rest[0])
    if month in _SEASONS:
        low, high = _SEASONS[month]
        end_year, end_month = last_year + (high > 12), (high - 1) % 12 + 1
        return date(first_year, low, 1), date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])
    if len(rest) == 1 or rest[1] == "XX":
        return date(first_year, month, 1), date(last_year, month, calendar.monthrange(last_year, month)[1])
    return date(first_year, month, int(rest[1])), date(last_year, month, int(rest[1]))


def overlap(a: str, b: str) -> bool:
    """Whether two periods share a day."""
    (a0, a1), (b0, b1) = bounds(a), bounds(b)
    return not ((a1 and b0 and a1 < b0) or (b1 and a0 and b1 < a0))

"""EDTF periods in words."""

from __future__ import annotations

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PARTS = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter", 33: "first quarter of", 34: "second quarter of",
    35: "third quarter of", 36: "fourth quarter of", 37: "first third of", 38: "second third of", 39: "last third of",
    40: "first half of", 41: "second half of",
}  # fmt: skip
_QUALIFIERS = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}


def in_words(period: str) -> str:
    """A period as people write it: "16 Jul 2001", "the 1960s", "14 Jul 2001 - 16 Jul 2001", "since 1949".

    Args:
        period: an EDTF period; a time of day in it is kept, as stamped.
    """
    if "/" in period:
        left, right = period.split("/")
        if left in {"", ".."}:
            return f"until {in_words(right)}"
        if right in {"", ".."}:
            return f"since {in_words(left)}"
        return f"{in_words(left)} – {in_words(right)}"
    if "T" in period:
        day, clock = period.split("T")
        return f"{in_words(day)}, {clock[:5]}{_zone(clock[5:])}"
    qualifier = _QUALIFIERS.get(period[-1:], "")
    year, *rest = (period[:-1] if qualifier else period).split("-")
    if year.endswith("XX"):
        year_words = f"the {year[:2]}00s"
    elif year.endswith("X"):
        year_words = f"the {year[:3]}0s"
    else:
        year_words = year
    if not rest or not rest[0].isdigit():
        return qualifier + year_words
    part = int(rest[0])
    if part > 12:
        return f"{qualifier}{_PARTS.get(part, '')} {year_words}".strip()
    month = f"{_MONTHS[part - 1]} {year_words}"
    return qualifier + (f"{int(rest[1])} {month}" if len(rest) > 1 and rest[1].isdigit() else month)


def _zone(rest: str) -> str:
    zone = rest[3:] if rest.startswith(":") else rest
    return " UTC" if zone in {"Z", "+00:00"} else f" UTC{zone}" if zone else ""

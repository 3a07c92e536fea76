"""Rules for weeks, quarters, seasons, decades and centuries, and for parts of them: "last week", "the first half of 2001"."""

from __future__ import annotations

import re
from datetime import timedelta

from dragoman.reading.time_arithmetic import (
    SEASONS,
    Reference,
    days,
    decade_of,
    month_of,
    month_without_year,
    months,
    part,
    stretch_ahead,
    stretch_back,
    week,
    year_of,
)
from dragoman.reading.time_grammar import YEAR, Moment, from_anchor, rule, year_in
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
)
from dragoman.record.edtf import bounds

_WAYS = any_case(r"last|this past|this|next|the past|the previous|the preceding|the coming|the next|the following|the current")


@rule("unit", rf"(?P<edge>(?i:early|earlier|late|later|(?:at |by |until )?(?:the )?(?:beginning|start|middle|end|close) of|mid ?-?))?\s?"
               rf"(?P<way>{_WAYS}) (?:(?i:calendar|fiscal|financial|academic) )?(?P<u>(?i:week|month|year|decade|century|quarter))"
               rf"(?: ?'s)?(?= (?!old)|$)")  # fmt: skip
@rule("unit", r"(?P<edge>(?i:(?:the )?(?:beginning|start|middle|end|close) of|later in|earlier in|late in|early in)) "
               r"(?P<way>(?i:the)) (?P<u>(?i:week|month|year|decade|century))")  # fmt: skip
@rule("unit", r"(?P<edge>(?i:end)) ?- ?(?:of ?- ?)(?P<way>(?i:the ?- ?)?)(?P<u>(?i:year|month))|(?P<u2>(?i:year)) ?-? ?(?P<edge2>(?i:end))\b")
def _unit(match: re.Match[str], moment: Moment) -> str | None:
    groups = match.groupdict()
    unit = (groups["u"] or groups.get("u2") or "").lower()
    edge = (groups["edge"] or groups.get("edge2") or "").lower()
    way = (groups["way"] or "the").lower().strip("- ")
    reference = moment.reference
    if way in {"the following", "the previous", "the preceding"} and moment.anchor:
        return from_anchor(moment.anchor, 1 if way == "the following" else -1, unit)
    away = {"last": -1, "this past": -1, "the past": -1, "the previous": -1, "the preceding": -1, "next": 1, "the coming": 1, "the next": 1,
            "the following": 1}.get(way, 0)  # fmt: skip
    if reference is None:
        return None
    if way == "the past" and unit != "quarter":
        return stretch_back(reference, 1, unit)
    if way in {"the coming", "the next"} and unit != "quarter":
        return stretch_ahead(reference, 1, unit)
    return _edged(edge, away, unit, reference)


def _edged(edge: str, away: int, unit: str, reference: Reference) -> str | None:
    day = reference.day
    if unit == "week":
        if day is None:
            return None
        if away == 0 and edge.startswith(("earl", "later")):
            monday = day - timedelta(days=day.weekday())
            if edge.startswith("earl"):
                return days(monday, day)
            return days(day + timedelta(days=1), monday + timedelta(days=6)) if day.weekday() < 6 else None
        return week(day, away)
    if unit == "month":
        if reference.month is None:
            return None
        whole = month_of(reference.month[0], reference.month[1] + away)
        if edge.startswith("later") and away == 0 and day and whole:
            end = bounds(whole)[1]
            assert end is not None
            return days(day, end)
        return whole
    if reference.year is None:
        return None
    if unit == "year":
        year = year_of(reference.year + away)
        return f"{year}-12-31" if year and edge.split(" of")[0].endswith(("end", "close")) else year
    if unit == "decade":
        return decade_of(reference.year + 10 * away)
    if unit == "century":
        return f"{reference.year // 100 + away:02}XX"
    if unit == "quarter" and reference.month:
        first = month_of(reference.month[0], (reference.month[1] - 1) // 3 * 3 + 1 + 3 * away)
        return months(int(first[:4]), int(first[5:]), int(first[5:]) + 2) if first else None
    return None


@rule("season", rf"(?:(?P<way>(?i:last|this past|this|next|the coming)) |(?P<edge>(?i:(?:early|late|mid) ?-? ?)(?i:in )?)?(?i:the )?)"
                 rf"(?P<s>(?i:spring|summer|autumn|fall|winter))(?:(?: of)? (?:(?P<ry>(?i:last|this|next)) (?i:year)|{YEAR}))?")  # fmt: skip
def _season(match: re.Match[str], moment: Moment) -> str | None:
    code, way = SEASONS[match["s"].lower()], (match["way"] or "").lower()
    year = year_in(match, moment)
    if year is None and way and moment.reference and moment.reference.day:
        day = moment.reference.day
        starts = [d for d in (bounds(f"{y:04}-{code}") for y in range(day.year - 2, day.year + 2)) if d[0] and d[1]]
        if way in {"last", "this past"}:
            begun = [a.year for a, b in starts if a and b and b < day]
            year = begun[-1] if begun else None
        elif way == "this":
            year = next((a.year for a, b in starts if a and b and b >= day - timedelta(days=60)), None)
        else:
            year = next((a.year for a, b in starts if a and a > day), None)
    return f"{year:04}-{code}" if year else None


_PARTS = {"half": 2, "quarter": 4}
_OF_WHOLE = (
    rf"(?:(?:,? of| in|,)? (?:(?i:the) )?(?:(?P<cal>(?i:fiscal|calendar|financial)) (?:(?i:year) )?)?"
    rf"(?:{YEAR}|(?P<ry>(?i:last|this|next|that|the same)) (?i:year)|(?P<the>(?i:year))|(?P<dec>1\d\d0|20\d0) ?'?s|"
    rf"(?P<cent>\d{{1,2}}(?:st|nd|rd|th)|(?i:nineteenth|twentieth|twenty ?- ?first)) ?-? ?(?i:century)|"
    rf"{month_pattern('mo')}(?: {YEAR.replace('<y>', '<my>')})?))"
)


@rule("part", rf"(?:(?i:the) )?(?:{ordinal_pattern('o')} ?-? ?(?P<p>(?i:half|quarter))|(?i:q)(?P<q>[1-4])){_OF_WHOLE}?")
def _part(match: re.Match[str], moment: Moment) -> str | None:
    of = 4 if match["q"] else _PARTS[match["p"].lower()]
    number = int(match["q"]) if match["q"] else ordinal_of(match["o"])
    if number is None:
        return None
    if number == -1:
        if match["o"].lower() == "last" and not any(match.groupdict().get(g) for g in ("y", "ry", "the", "dec", "cent", "mo")):
            return _edged("", -1, "quarter", moment.reference) if of == 4 and moment.reference else None
        number = of
    whole = _whole(match, moment)
    if whole:
        return part(whole, number, of)
    year = moment.reference.year if moment.reference else None
    if year is None or moment.reference is None:
        return None
    value = part(f"{year:04}", number, of)
    if value and not moment.future:
        first = bounds(value)[0]
        # Spoken of as past before it has begun: last year's.
        if first and first > moment.reference.last:
            value = part(f"{year - 1:04}", number, of)
    return value


def _whole(match: re.Match[str], moment: Moment) -> str | None:
    """The whole of which a part is told, as an EDTF period; None where none is told."""
    if match["dec"]:
        return decade_of(int(match["dec"]))
    if match["cent"]:
        number = ordinal_of(match["cent"])
        return f"{number - 1:02}XX" if number else None
    if match["mo"]:
        if match["my"]:
            return month_of(int(match["my"]), month_number(match["mo"]))
        return month_without_year(moment.reference, month_number(match["mo"]), moment.future) if moment.reference else None
    year = year_in(match, moment)
    if year is None and match["the"] and moment.reference:
        year = moment.reference.year
    return f"{year:04}" if year else None


@rule("first-units", rf"(?:(?i:the) )?(?P<o>(?i:first|last|final|opening|closing)) (?:{number_pattern('n')} )?"
                      rf"(?P<u>(?i:day|week|month)s?){_OF_WHOLE}")  # fmt: skip
def _first_units(match: re.Match[str], moment: Moment) -> str | None:
    count, unit, whole = number_of(match["n"] or "one"), unit_of(match["u"]), _whole(match, moment)
    if not count or not whole:
        return None
    first, last = bounds(whole)
    assert first is not None and last is not None
    at_start = match["o"].lower() in {"first", "opening"}
    if unit == "month" and len(whole) == 4 and whole.isdigit() and count <= 12:
        return months(first.year, 1, count) if at_start else months(first.year, 13 - count, 12)
    span = timedelta(days=count * (7 if unit == "week" else 1) - 1)
    if unit == "month" or span > last - first:
        return None
    return days(first, first + span) if at_start else days(last - span, last)


_ERA = any_case(r"(?P<era>early|late|later|mid|middle|mid ?- ?to ?- ?late|early ?- ?to ?- ?mid)")


@rule("decade", rf"(?:(?i:the) )?(?:{_ERA}(?: ?- ?| ))?(?:(?i:the) )?"
                 rf"(?:(?:(?P<dec>1\d\d0|20\d0)|'(?P<cut>[2-9]0)) ?'?s|(?P<name>(?i:{'|'.join(DECADE_NAMES)})))")  # fmt: skip
def _decade(match: re.Match[str], moment: Moment) -> str | None:
    era = (match["era"] or "").lower().replace(" ", "")
    if match["dec"]:
        start = int(match["dec"])
        if "'" in match[0] and not match[0].lower().startswith("the") and not era:
            return year_of(start)
        if start % 100 == 0 and start < 2000:
            # "The 1800s" are a century, "the 2000s" so far a decade.
            return f"{start // 100}XX" if not era else f"{start:04}/{start + 49:04}" if era == "early" else f"{start + 50:04}/{start + 99:04}"
    else:
        tens = int(match["cut"]) if match["cut"] else DECADE_NAMES[match["name"].lower()]
        now = moment.reference.first.year if moment.reference else 2000
        start = now // 100 * 100 + tens
        start -= 100 if start > now else 0
    if not era:
        return decade_of(start)
    low, high = {"early": (0, 4), "late": (5, 9), "later": (5, 9), "mid-to-late": (4, 9), "early-to-mid": (0, 6)}.get(era, (4, 6))
    return f"{start + low:04}/{start + high:04}"


@rule("century", rf"(?:(?i:the) )?(?:{_ERA}(?: ?- ?| ))?{ordinal_pattern('o')} ?-? ?(?i:century)")
def _century(match: re.Match[str], moment: Moment) -> str | None:
    number = ordinal_of(match["o"])
    if number is None or number < 1:
        return None
    start, era = (number - 1) * 100, (match["era"] or "").lower()
    if not era:
        return f"{number - 1:02}XX"
    low, high = {"early": (0, 33), "late": (67, 99), "later": (67, 99)}.get(era, (33, 67))
    return f"{start + low:04}/{start + high:04}"

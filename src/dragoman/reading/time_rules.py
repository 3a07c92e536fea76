"""The grammar of time expressions: each rule a pattern over a report's words and what a match means.

Patterns run over the words joined by single spaces, so that "mid-1980s" may stand as one word or as three. A rule's
meaning is an EDTF period, or None where it cannot be worked out. Two choices hold throughout: a week runs from Monday
to Sunday, and "early", "late" and "the end of" leave a year or month whole, since no boundary is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

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
    Where the pattern has a group ``core``, that part of the match is the expression; else all of it."""

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
_OWN_YEAR = rf"(?: ?,? (?:of |in )?(?:{_YEAR}|(?P<ry>(?i:last|this|next|that|the same)) (?i:year)))"
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
    if moment.reference is None:
        year = _anchor_year(moment)
        return day_of(year, month, day) if year else None
    on = weekday_number(match["wd"]) if match.groupdict().get("wd") else None
    return day_without_year(moment.reference, month, day, moment.future, on)


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


@_rule("month-day", rf"(?:{weekday_pattern('wd', cut=True)} ?,? )?{month_pattern('mo')} {_DAY}(?! ?(?i:pct|percent|per cent|mln|billion|million))"
                    rf"{_OWN_YEAR}?")  # fmt: skip
def _month_day(match: re.Match[str], moment: Moment) -> str | None:
    return _day(match, moment, month_number(match["mo"]), int(match["d"]))


@_rule("day-month", rf"(?:{weekday_pattern('wd', cut=True)} ?,? (?:the )?)?{_DAY}(?: (?:day )?of)? {month_pattern('mo')}{_OWN_YEAR}?")
def _day_month(match: re.Match[str], moment: Moment) -> str | None:
    return _day(match, moment, month_number(match["mo"]), int(match["d"]))


@_rule("day-month", rf"(?:(?i:the) )?{ordinal_pattern('o')} of {month_pattern('mo')}{_OWN_YEAR}?")
def _ordinal_day(match: re.Match[str], moment: Moment) -> str | None:
    number = ordinal_of(match["o"])
    return _day(match, moment, month_number(match["mo"]), number) if number and number > 0 else None


@_rule("eleventh-of-september", r"9 ?/ ?11|(?:Sept\.?|September) (?:11(?:th)?)(?= (?i:terror|attack|hijack|suicide))")
def _eleventh_of_september(match: re.Match[str], moment: Moment) -> str | None:
    return "2001-09-11"


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
@_rule("months", rf"(?i:between) (?P<core>{month_pattern('mo')} and {month_pattern('me')}{_OWN_YEAR})")
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



_PREPOSITION = any_case("in|since|until|till|by|during|from|to|through|of|between|and|before|after|around|for|late|early|mid|back to|as of")


@_rule("month", rf"(?:(?:{_PREPOSITION}) (?P<core>{_WHOLE}{month_pattern('mo')})|{_EDGE}(?: ?- ?| )(?:in |of )?{month_pattern('mb')})(?! \d)")
@_rule("month", rf"{any_case('the|a|its|their|his|her|our')} (?P<core>{month_pattern('mo')})(?= [a-z]{{3}})(?! (?:and|for|from|that|with)\b)")
def _month(match: re.Match[str], moment: Moment) -> str | None:
    month = month_number(match["mo"] or match["mb"])
    if moment.year or moment.reference is None:
        year = moment.year or _anchor_year(moment)
        return month_of(year, month) if year else None
    return month_without_year(moment.reference, month, moment.future)


@_rule("weekday", rf"(?:(?P<way>(?i:last|next|this past|this coming|this|the previous|the following|late|later|early|earlier)) )?"
                  rf"{weekday_pattern('wd')}{_PART_OF_DAY}(?: (?:of )?(?P<week>(?i:last|this|next)) (?i:week))?")  # fmt: skip
def _weekday(match: re.Match[str], moment: Moment) -> str | None:
    day = moment.reference.day if moment.reference else None
    if day is None:
        return None
    number, way, of = weekday_number(match["wd"]), (match["way"] or "").lower(), (match["week"] or "").lower()
    if of:
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks={"last": -1, "this": 0, "next": 1}[of])
        return (monday + timedelta(days=number)).isoformat()
    if way in {"next", "this coming", "the following"}:
        return weekday(day, number, "after").isoformat()
    if way in {"last", "this past", "the previous"}:
        return weekday(day, number, "before").isoformat()
    return weekday(day, number, "future" if moment.future else "past").isoformat()


@_rule("day-word", any_case(r"(?:earlier |later |late |early )?(?P<word>today|tonight|yesterday|tomorrow)(?: morning| afternoon| evening| night)?"))
@_rule("day-word", any_case(r"(?P<word>this morning|this afternoon|this evening|last night|(?:earlier|later) in the day)"))
@_rule("day-word", any_case(r"(?P<word>the day before yesterday|the day after tomorrow)"))
def _day_word(match: re.Match[str], moment: Moment) -> str | None:
    word = match["word"].lower()
    away = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(word, 0)
    day = moment.reference.day if moment.reference else None
    return (day + timedelta(days=away)).isoformat() if day else None


@_rule("part-of-day", any_case(r"in the (?:morning|afternoon|evening)|(?:at|during the) night"), "relative")
def _part_of_day(match: re.Match[str], moment: Moment) -> str | None:
    if moment.anchor and len(moment.anchor) == 10 and "/" not in moment.anchor:
        return moment.anchor
    day = moment.reference.day if moment.reference else None
    return day.isoformat() if day else None


@_rule("earlier", r"(?:(?<=^)|(?<=[.¶”\"] ))(?P<core>Earlier)(?= ?,)")
def _earlier(match: re.Match[str], moment: Moment) -> str | None:
    # A wire that opens a sentence with "Earlier," goes back within its own day.
    day = moment.reference.day if moment.reference else None
    return day.isoformat() if day else None


@_rule("weekend", any_case(r"(?P<way>last|next|this past|this coming|this|the coming|at the|over the|during the|on the|for the|the) weekend"))
def _weekend(match: re.Match[str], moment: Moment) -> str | None:
    day = moment.reference.day if moment.reference else None
    if day is None:
        return None
    way = match["way"].lower()
    if way == "next":
        # On a Friday "next weekend" is not the one at the door.
        return weekend(day + timedelta(days=7 if day.weekday() >= 4 else 0), True)
    if way == "this":
        return weekend(day, moment.future or moment.anchor is None and day.weekday() < 5)
    return weekend(day, moment.future or way in {"this coming", "the coming"})


_WAYS = any_case(r"last|this past|this|next|the past|the previous|the preceding|the coming|the next|the following|the current")


@_rule("unit", rf"(?P<edge>(?i:early|earlier|late|later|(?:at |by |until )?(?:the )?(?:beginning|start|middle|end|close) of|mid ?-?))?\s?"
               rf"(?P<way>{_WAYS}) (?:(?i:calendar|fiscal|financial|academic) )?(?P<u>(?i:week|month|year|decade|century|quarter))"
               rf"(?: ?'s)?(?= (?!old)|$)")  # fmt: skip
@_rule("unit", r"(?P<edge>(?i:(?:the )?(?:beginning|start|middle|end|close) of|later in|earlier in|late in|early in)) "
               r"(?P<way>(?i:the)) (?P<u>(?i:week|month|year|decade|century))")  # fmt: skip
@_rule("unit", r"(?P<edge>(?i:end)) ?- ?(?:of ?- ?)(?P<way>(?i:the ?- ?)?)(?P<u>(?i:year|month))|(?P<u2>(?i:year)) ?-? ?(?P<edge2>(?i:end))\b")
def _unit(match: re.Match[str], moment: Moment) -> str | None:
    groups = match.groupdict()
    unit = (groups["u"] or groups.get("u2") or "").lower()
    edge = (groups["edge"] or groups.get("edge2") or "").lower()
    way = (groups["way"] or "the").lower().strip("- ")
    reference = moment.reference
    if way in {"the following", "the previous", "the preceding"} and moment.anchor:
        return _from_anchor(moment.anchor, 1 if way == "the following" else -1, unit)
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


@_rule("season", rf"(?:(?P<way>(?i:last|this past|this|next|the coming)) |(?P<edge>(?i:(?:early|late|mid) ?-? ?)(?i:in )?)?(?i:the )?)"
                 rf"(?P<s>(?i:spring|summer|autumn|fall|winter))(?:(?: of)? (?:(?P<ry>(?i:last|this|next)) (?i:year)|{_YEAR}))?")  # fmt: skip
def _season(match: re.Match[str], moment: Moment) -> str | None:
    code, way = SEASONS[match["s"].lower()], (match["way"] or "").lower()
    year = _year_in(match, moment)
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
    rf"(?:{_YEAR}|(?P<ry>(?i:last|this|next|that|the same)) (?i:year)|(?P<the>(?i:year))|(?P<dec>1\d\d0|20\d0) ?'?s|"
    rf"(?P<cent>\d{{1,2}}(?:st|nd|rd|th)|(?i:nineteenth|twentieth|twenty ?- ?first)) ?-? ?(?i:century)|"
    rf"{month_pattern('mo')}(?: {_YEAR.replace('<y>', '<my>')})?))"
)


@_rule("part", rf"(?:(?i:the) )?(?:{ordinal_pattern('o')} ?-? ?(?P<p>(?i:half|quarter))|(?i:q)(?P<q>[1-4])){_OF_WHOLE}?")
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
    year = _year_in(match, moment)
    if year is None and match["the"] and moment.reference:
        year = moment.reference.year
    return f"{year:04}" if year else None


@_rule("first-units", rf"(?:(?i:the) )?(?P<o>(?i:first|last|final|opening|closing)) (?:{number_pattern('n')} )?"
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


@_rule("decade", rf"(?:(?i:the) )?(?:{_ERA}(?: ?- ?| ))?(?:(?i:the) )?"
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


@_rule("century", rf"(?:(?i:the) )?(?:{_ERA}(?: ?- ?| ))?{ordinal_pattern('o')} ?-? ?(?i:century)")
def _century(match: re.Match[str], moment: Moment) -> str | None:
    number = ordinal_of(match["o"])
    if number is None or number < 1:
        return None
    start, era = (number - 1) * 100, (match["era"] or "").lower()
    if not era:
        return f"{number - 1:02}XX"
    low, high = {"early": (0, 33), "late": (67, 99), "later": (67, 99)}.get(era, (33, 67))
    return f"{start + low:04}/{start + high:04}"


_NEARLY = any_case(r"(?:(?:about|around|nearly|almost|roughly|some|just over|more than|over|at least|less than|only|just|under) )?")


@_rule("ago", rf"{_NEARLY}{number_pattern('n')} {unit_pattern('u')} (?i:ago|back)(?: (?P<day>(?i:today|yesterday|tomorrow)))?")
def _ago(match: re.Match[str], moment: Moment) -> str | None:
    count, unit = number_of(match["n"]), unit_of(match["u"])
    day = moment.reference.day if moment.reference else None
    if count is None or moment.reference is None:
        return None
    if match["day"] and day and unit == "year":
        that = day + timedelta(days={"today": 0, "yesterday": -1, "tomorrow": 1}[match["day"].lower()])
        return day_of(that.year - count, that.month, that.day)
    return _shifted(moment.reference, -count, unit)


def _shifted(reference: Reference, count: int, unit: str) -> str | None:
    known = {"day": reference.day, "week": reference.day, "month": reference.month}.get(unit, reference.year)
    return shift(reference.first, count, unit) if known is not None else None


@_rule("from-now", rf"{number_pattern('n')} {unit_pattern('u')} (?i:from now|hence)")
@_rule("from-now", rf"(?i:in) (?P<core>{_NEARLY}{number_pattern('n')} {unit_pattern('u')} ?'? (?i:time))")
def _from_now(match: re.Match[str], moment: Moment) -> str | None:
    count = number_of(match["n"])
    return _shifted(moment.reference, count, unit_of(match["u"])) if count and moment.reference else None


@_rule("away", rf"{_NEARLY}{number_pattern('n')} {unit_pattern('u')} "
               rf"(?P<way>(?i:earlier|later|afterwards|(?:before|after)(?= ?[.,;:)¶]|$| and | but )))", "relative")  # fmt: skip
def _away(match: re.Match[str], moment: Moment) -> str | None:
    count = number_of(match["n"])
    if count is None:
        return None
    count = -count if match["way"].lower() in {"earlier", "before"} else count
    unit = unit_of(match["u"])
    if moment.anchor:
        return _from_anchor(moment.anchor, count, unit)
    return _shifted(moment.reference, count, unit) if moment.reference and count < 0 else None


def _from_anchor(anchor: str, count: int, unit: str) -> str | None:
    return None if ".." in anchor else shift_period(anchor, count, unit)


@_rule("the-unit-before", r"(?i:the|a) (?P<u>(?i:day|week|month|year)) (?P<way>(?i:earlier|later|(?:before|after)(?= ?[.,;:)¶]|$| and | but )))",
       "relative")  # fmt: skip
@_rule("next-unit", r"(?i:the) (?P<way>(?i:next|following|previous|preceding)) (?P<u>(?i:day|morning|evening|week|month|year))", "relative")
def _neighbour(match: re.Match[str], moment: Moment) -> str | None:
    unit, back = match["u"].lower(), match["way"].lower() in {"before", "earlier", "previous", "preceding"}
    unit = "day" if unit in {"morning", "evening"} else unit
    if moment.anchor:
        return _from_anchor(moment.anchor, -1 if back else 1, unit)
    return _shifted(moment.reference, -1, unit) if moment.reference and back else None


@_rule("that-unit", r"(?i:that|the same|that same|that very) (?P<u>(?i:day|night|month|year|decade|summer|week))", "relative")
@_rule("that-unit", rf"{month_pattern('mo')}(?:,? of)? (?i:that|the same|that same) (?P<u>(?i:year))", "relative")
def _that_unit(match: re.Match[str], moment: Moment) -> str | None:
    first = bounds(moment.anchor)[0] if moment.anchor else None
    if first is None or moment.anchor is None:
        return None
    unit = match["u"].lower()
    if "mo" in match.groupdict():
        return month_of(first.year, month_number(match["mo"]))
    grain = {"day": 10, "night": 10, "month": 7, "year": 4}.get(unit)
    if grain == 4:
        return year_of(first.year)
    if "/" in moment.anchor or grain is None:
        return None
    return moment.anchor[:grain] if len(moment.anchor) >= grain else None


@_rule("past-units", rf"(?i:the|these) (?P<way>(?i:past|last|previous|next|coming|preceding|following)) {number_pattern('n')} {unit_pattern('u')}")
def _past_units(match: re.Match[str], moment: Moment) -> str | None:
    count, unit = number_of(match["n"]), unit_of(match["u"])
    if not count or moment.reference is None:
        return None
    ahead = match["way"].lower() in {"next", "coming", "following"}
    return (stretch_ahead if ahead else stretch_back)(moment.reference, count, unit)


@_rule("duration", rf"(?i:for|within|over|during|lasting|last|lasted) (?P<core>{_NEARLY}{number_pattern('n')}(?: more| full)? "
                   rf"(?:(?i:minute|hour|day|week|month|year|decade)s?))", "duration")  # fmt: skip
@_rule("duration", rf"{number_pattern('n')} ?- ?(?i:minute|hour|day|week|month|year|decade)s?(?: ?- ?(?i:long|old))?", "duration")
@_rule("duration", rf"{number_pattern('n')} (?i:hour|minute)s?(?: (?i:ago|earlier|later))?", "duration")
def _duration(match: re.Match[str], moment: Moment) -> str | None:
    return None


@_rule("clock", r"\d{1,2}(?:[:.]\d\d)? ?(?i:a\.m\.|p\.m\.|am|pm|o'clock)(?: [A-Z]{3,4})?|\d{4} (?:GMT|UTC|EST|EDT)|(?i:noon|midnight)", "time")
def _clock(match: re.Match[str], moment: Moment) -> str | None:
    return None


_COUNTED = (
    r"(?! ?(?i:people|persons|troops|soldiers|men|women|children|tonnes|tons|barrels|dollars|dlrs|mln|billion|million|pct|percent|per cent|km|miles|"
    r"kilometers|kilometres|metres|meters|feet|hours|days|weeks|months|years|refugees|prisoners|workers|students|members|delegates|police|guests|"
    r"cases|jobs|homes|houses|points|euros|pounds|yen|warheads|missiles|tanks|aircraft|or more|others)\b)"
)
_YEAR_PREPOSITION = any_case(
    r"in|since|until|till|by|during|from|through|between|before|after|around|circa|c\.|ca\.|born|died|early|late|mid|as of|back in|year"
)


@_rule("year-told", rf"(?:(?i:the) )?(?i:year) {_YEAR}")
@_rule("year", rf"(?:{_YEAR_PREPOSITION}) (?P<core>{_WHOLE}{_YEAR}){_COUNTED}")
@_rule("year", rf"(?:(?i:of|and|for|to|until|-|–|or|,)) (?P<core>{_YEAR})(?= ?[.,;:)¶]|$| (?:and|but|when|after|before|as|to|that|which)\b)")
@_rule("year", rf"(?:(?i:the|a|an|its|their|his|her|our|this|new|old|'s|s')) (?P<core>{_YEAR})(?= ?-? ?[A-Za-z]|-){_COUNTED}")
@_rule("year", rf"\( ?(?P<core>{_YEAR})(?= ?[),;–-])")
@_rule("year", rf"(?:(?<=^)|(?<=[¶.] ))(?P<core>{_YEAR})(?= ?[,:])")
@_rule("year", rf"{_EDGE}(?: ?- ?| )(?:in |of )?(?:the )?(?:year )?{_YEAR}{_COUNTED}")
def _year(match: re.Match[str], moment: Moment) -> str | None:
    return match["y"]


@_rule("fiscal", rf"(?:(?i:the) )?(?i:fiscal|financial)(?: (?i:year))? (?:{_YEAR}(?P<z> ?[/-] ?\d\d(?:\d\d)?)?)")
def _fiscal(match: re.Match[str], moment: Moment) -> str | None:
    year = int(match["y"])
    return f"{year:04}/{year + 1:04}" if match["z"] else match["y"]


@_rule("years", r"(?P<y>1[5-9]\d\d|20\d\d) ?(?:-|–|/) ?(?P<z>\d\d(?:\d\d)?)(?![\d-]| ?[-–] ?\d)")
def _years(match: re.Match[str], moment: Moment) -> str | None:
    first, last = int(match["y"]), int(match["z"])
    if last < 100:
        last += first // 100 * 100 if last > first % 100 else (first // 100 + 1) * 100
        if last - first > 50:
            return None
    return f"{first:04}/{last:04}" if first < last <= 2100 else None

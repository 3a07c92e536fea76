"""Rules that count units from somewhere: "two years ago", "the following month", "the past six months", and durations."""

from __future__ import annotations

import re
from datetime import timedelta

from dragoman.reading.time_arithmetic import Reference, day_of, month_of, shift, stretch_ahead, stretch_back, year_of
from dragoman.reading.time_grammar import NEARLY, Moment, from_anchor, rule
from dragoman.reading.time_words import month_number, month_pattern, number_of, number_pattern, unit_of, unit_pattern
from dragoman.record.edtf import bounds


@rule("ago", rf"{NEARLY}{number_pattern('n')} {unit_pattern('u')} (?i:ago|back)(?: (?P<day>(?i:today|yesterday|tomorrow)))?")
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
    """What lies so many units from the reference date; None where that is not known finely enough."""
    known = {"day": reference.day, "week": reference.day, "month": reference.month}.get(unit, reference.year)
    return shift(reference.first, count, unit) if known is not None else None


@rule("from-now", rf"{number_pattern('n')} {unit_pattern('u')} (?i:from now|hence)")
@rule("from-now", rf"(?i:in) (?P<core>{NEARLY}{number_pattern('n')} {unit_pattern('u')} ?'? (?i:time))")
def _from_now(match: re.Match[str], moment: Moment) -> str | None:
    count = number_of(match["n"])
    return _shifted(moment.reference, count, unit_of(match["u"])) if count and moment.reference else None


@rule("away", rf"{NEARLY}{number_pattern('n')} {unit_pattern('u')} "
               rf"(?P<way>(?i:earlier|later|afterwards|(?:before|after)(?= ?[.,;:)¶]|$| and | but )))", "relative")  # fmt: skip
def _away(match: re.Match[str], moment: Moment) -> str | None:
    count = number_of(match["n"])
    if count is None:
        return None
    count = -count if match["way"].lower() in {"earlier", "before"} else count
    unit = unit_of(match["u"])
    if moment.anchor:
        return from_anchor(moment.anchor, count, unit)
    return _shifted(moment.reference, count, unit) if moment.reference and count < 0 else None


@rule("the-unit-before", r"(?i:the|a) (?P<u>(?i:day|week|month|year)) (?P<way>(?i:earlier|later|(?:before|after)(?= ?[.,;:)¶]|$| and | but )))",
       "relative")  # fmt: skip
@rule("next-unit", r"(?i:the) (?P<way>(?i:next|following|previous|preceding)) (?P<u>(?i:day|morning|evening|week|month|year))", "relative")
def _neighbour(match: re.Match[str], moment: Moment) -> str | None:
    unit, back = match["u"].lower(), match["way"].lower() in {"before", "earlier", "previous", "preceding"}
    unit = "day" if unit in {"morning", "evening"} else unit
    if moment.anchor:
        return from_anchor(moment.anchor, -1 if back else 1, unit)
    return _shifted(moment.reference, -1 if back else 1, unit) if moment.reference and (back or unit == "day") else None


@rule("that-unit", r"(?i:that|the same|that same|that very) (?P<u>(?i:day|night|month|year|decade|summer|week))", "relative")
@rule("that-unit", rf"{month_pattern('mo')}(?:,? of)? (?i:that|the same|that same) (?P<u>(?i:year))", "relative")
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


@rule("past-units", rf"(?i:the|these) (?P<way>(?i:past|last|previous|next|coming|preceding|following)) {number_pattern('n')} {unit_pattern('u')}")
def _past_units(match: re.Match[str], moment: Moment) -> str | None:
    count, unit = number_of(match["n"]), unit_of(match["u"])
    if not count or moment.reference is None:
        return None
    ahead = match["way"].lower() in {"next", "coming", "following"}
    return (stretch_ahead if ahead else stretch_back)(moment.reference, count, unit)


@rule("duration", rf"(?i:for|within|over|during|lasting|last|lasted) (?P<core>{NEARLY}{number_pattern('n')}(?: more| full)? "
                   rf"(?:(?i:minute|hour|day|week|month|year|decade)s?))", "duration")  # fmt: skip
@rule("duration", rf"{number_pattern('n')} ?- ?(?i:minute|hour|day|week|month|year|decade)s?(?: ?- ?(?i:long|old))?", "duration")
@rule("duration", rf"{number_pattern('n')} (?i:hour|minute)s?(?: (?i:ago|earlier|later))?", "duration")
def _duration(match: re.Match[str], moment: Moment) -> str | None:
    return None


@rule("clock", r"\d{1,2}(?:[:.]\d\d)? ?(?i:a\.m\.|p\.m\.|am|pm|o'clock)(?: [A-Z]{3,4})?|\d{4} (?:GMT|UTC|EST|EDT)|(?i:noon|midnight)", "time")
def _clock(match: re.Match[str], moment: Moment) -> str | None:
    return None

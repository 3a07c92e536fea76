"""Rules for days named from the reference date: "Monday night", "yesterday", "at the weekend"."""

from __future__ import annotations

import re
from datetime import timedelta

from dragoman.reading.time_arithmetic import weekday, weekend
from dragoman.reading.time_grammar import Moment, rule
from dragoman.reading.time_words import any_case, weekday_number, weekday_pattern

_PART_OF_DAY = any_case(r"(?: (?:morning|afternoon|evening|night))?")


@rule("weekday", rf"(?:(?P<way>(?i:last|next|this past|this coming|this|the previous|the following|late|later|early|earlier)) )?"
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


@rule("day-word", any_case(r"(?:earlier |later |late |early )?(?P<word>today|tonight|yesterday|tomorrow)(?: morning| afternoon| evening| night)?"))
@rule("day-word", any_case(r"(?P<word>this morning|this afternoon|this evening|last night|(?:earlier|later) in the day|(?<=on )this (?:very )?day)"))
@rule("day-word", any_case(r"(?P<word>the day before yesterday|the day after tomorrow)"))
def _day_word(match: re.Match[str], moment: Moment) -> str | None:
    word = match["word"].lower()
    away = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(word, 0)
    day = moment.reference.day if moment.reference else None
    return (day + timedelta(days=away)).isoformat() if day else None


@rule("part-of-day", any_case(r"in the (?:morning|afternoon|evening)|(?:at|during the) night"), "relative")
def _part_of_day(match: re.Match[str], moment: Moment) -> str | None:
    if moment.anchor and len(moment.anchor) == 10 and "/" not in moment.anchor:
        return moment.anchor
    day = moment.reference.day if moment.reference else None
    return day.isoformat() if day else None


@rule("earlier", r"(?:(?<=^)|(?<=[.¶”\"] ))(?P<core>Earlier)(?= ?,)")
def _earlier(match: re.Match[str], moment: Moment) -> str | None:
    # A wire that opens a sentence with "Earlier," goes back within its own day.
    day = moment.reference.day if moment.reference else None
    return day.isoformat() if day else None


@rule("weekend", any_case(r"(?P<way>last|next|this past|this coming|this|the coming|at the|over the|during the|on the|for the|the) weekend"))
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

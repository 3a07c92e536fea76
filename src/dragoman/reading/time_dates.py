"""Rules for days and months of the calendar: "16 July 2001", "July 20-22", "last April", "in May"."""

from __future__ import annotations

import re

from dragoman.reading.time_arithmetic import day_of, day_without_year, month_of, month_without_year, months
from dragoman.reading.time_grammar import EDGE, OWN_YEAR, WHOLE, Moment, anchor_year, names_year, rule, year_in
from dragoman.reading.time_words import any_case, month_number, month_pattern, ordinal_of, ordinal_pattern, weekday_number, weekday_pattern

_DASH = r" ?(?:-|–|—|/|to|through|and|until|till) ?"
_DAY = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?"


def _day(match: re.Match[str], moment: Moment, month: int, day: int) -> str | None:
    if names_year(match, moment):
        year = year_in(match, moment)
        return day_of(year, month, day) if year else None
    if moment.reference is None:
        year = anchor_year(moment)
        return day_of(year, month, day) if year else None
    on = weekday_number(match["wd"]) if match.groupdict().get("wd") else None
    return day_without_year(moment.reference, month, day, moment.future, on)


@rule("iso", r"(?P<y>[12]\d{3}) ?- ?(?P<m>[01]\d) ?- ?(?P<d>[0-3]\d)(?:T\d\d:\d\d\S*)?")
def _iso(match: re.Match[str], moment: Moment) -> str | None:
    return day_of(int(match["y"]), int(match["m"]), int(match["d"]))


@rule("figures", r"(?P<a>[0-3]?\d) ?[/.] ?(?P<b>[0-3]?\d) ?[/.] ?(?P<y>(?:19|20)\d\d)")
def _figures(match: re.Match[str], moment: Moment) -> str | None:
    # Day and month tell themselves apart only where one is above twelve.
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    if a > 12 >= b or a == b:
        return day_of(year, b, a)
    return day_of(year, a, b) if b > 12 >= a else None


@rule("month-day", rf"(?:{weekday_pattern('wd', cut=True)} ?,? )?{month_pattern('mo')} {_DAY}(?! ?(?i:pct|percent|per cent|mln|billion|million))"
                    rf"{OWN_YEAR}?")  # fmt: skip
def _month_day(match: re.Match[str], moment: Moment) -> str | None:
    return _day(match, moment, month_number(match["mo"]), int(match["d"]))


@rule("day-month", rf"(?:{weekday_pattern('wd', cut=True)} ?,? (?:the )?)?{_DAY}(?: (?:day )?of)? {month_pattern('mo')}{OWN_YEAR}?")
def _day_month(match: re.Match[str], moment: Moment) -> str | None:
    return _day(match, moment, month_number(match["mo"]), int(match["d"]))


@rule("day-month", rf"(?:(?i:the) )?{ordinal_pattern('o')} of {month_pattern('mo')}{OWN_YEAR}?")
def _ordinal_day(match: re.Match[str], moment: Moment) -> str | None:
    number = ordinal_of(match["o"])
    return _day(match, moment, month_number(match["mo"]), number) if number and number > 0 else None


@rule("eleventh-of-september", r"9 ?/ ?11|(?:Sept\.?|September) (?:11(?:th)?)(?= (?i:terror|attack|hijack|suicide))")
def _eleventh_of_september(match: re.Match[str], moment: Moment) -> str | None:
    return "2001-09-11"


@rule("days", rf"{month_pattern('mo')} {_DAY}{_DASH}(?P<e>[0-3]?\d)(?![\d:]){OWN_YEAR}?")
@rule("days", rf"{_DAY}{_DASH}(?P<e>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? {month_pattern('mo')}{OWN_YEAR}?")
def _days(match: re.Match[str], moment: Moment) -> str | None:
    month = month_number(match["mo"])
    first = _day(match, moment, month, int(match["d"]))
    last = day_of(int(first[:4]), month, int(match["e"])) if first else None
    return f"{first}/{last}" if first and last and first < last else None


@rule("month-year", rf"{WHOLE}{month_pattern('mo')}{OWN_YEAR}")
def _month_year(match: re.Match[str], moment: Moment) -> str | None:
    year = year_in(match, moment)
    return month_of(year, month_number(match["mo"])) if year else None


@rule("months", rf"{month_pattern('mo')} ?(?:-|–|/) ?{month_pattern('me')}{OWN_YEAR}?")
@rule("months", rf"(?i:between) (?P<core>{month_pattern('mo')} and {month_pattern('me')}{OWN_YEAR})")
def _months(match: re.Match[str], moment: Moment) -> str | None:
    first, last = month_number(match["mo"]), month_number(match["me"])
    year = year_in(match, moment)
    if year is None and moment.reference and not names_year(match, moment):
        end = month_without_year(moment.reference, last, moment.future)
        year = int(end[:4]) if end else None
    if year is None:
        return None
    return months(year, first, last) if first < last else f"{month_of(year, first - 12)}/{month_of(year, last)}"


@rule("month-told", rf"(?P<way>(?i:last|next|this past|this|this coming|the coming|the previous|the following)) {month_pattern('mo')}")
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


@rule("month", rf"(?:(?:{_PREPOSITION}) (?P<core>{WHOLE}{month_pattern('mo')})|{EDGE}(?: ?- ?| )(?:in |of )?{month_pattern('mb')})(?! \d)")
@rule("month", rf"{any_case('the|a|its|their|his|her|our')} (?P<core>{month_pattern('mo')})(?= [a-z]{{3}})(?! (?:and|for|from|that|with)\b)")
def _month(match: re.Match[str], moment: Moment) -> str | None:
    month = month_number(match["mo"] or match["mb"])
    if moment.year or moment.reference is None:
        year = moment.year or anchor_year(moment)
        return month_of(year, month) if year else None
    return month_without_year(moment.reference, month, moment.future)

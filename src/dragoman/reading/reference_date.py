"""The reference date: the day a report was written, from its stamp, checked against what it says.

Every sign that the report gives of its day costs something on the days that it does not allow. A stamp is doubted where
its day costs far more than the same day of another year, so that one slip, a look back or a plan is not enough. Then the
year that costs least is the report's, and the years that cost hardly more where none is clearly ahead.
"""

from __future__ import annotations

import re
from datetime import date

from dragoman.reading.count_signs import count_signs
from dragoman.reading.date_signs import Days, Sign, year_days
from dragoman.reading.dated_signs import dated_signs, lead_signs
from dragoman.reading.draft import DateNote, Draft, Stretch, WarningNote
from dragoman.reading.name_signs import name_signs
from dragoman.reading.office_signs import office_signs
from dragoman.reading.outlook import speaks_of_future
from dragoman.reading.reference_years import common_days, weigh
from dragoman.reading.summit_signs import summit_signs
from dragoman.reading.time_arithmetic import day_of
from dragoman.reading.time_expressions import Found, find_expressions, head_of
from dragoman.reading.time_words import month_number, weekday_number
from dragoman.record import Report
from dragoman.record.edtf import bounds, is_period

_URL_DATE = re.compile(r"(?<!\d)(?P<y>19\d\d|20\d\d)[/-](?P<m>0[1-9]|1[0-2])[/-](?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_DOUBT = 3.0  # what a stamp costs more than the best year before it is doubted
_AHEAD = 0.3  # what a year costs more than the best before it falls behind
_SHOWN = 5  # signs against a stamp that are given as evidence
_NEAR = 3  # days between the stamp's day of the year and one that the running words name
_LONGEST_ANSWER = 10  # years


def find_reference_date(draft: Draft, expressions: list[Found] | None = None) -> tuple[DateNote, WarningNote | None]:
    """The reference date of a report, and a warning where its content contradicts the stamp.

    Args:
        draft: the report with its words; no other stage need have run.
        expressions: its time expressions where they are known.
    """
    stated = stated_date(draft.report)
    expressions = find_expressions(draft.doc) if expressions is None else expressions
    offices = list(office_signs(draft, expressions))
    titled = {t.person for s in offices for t in s.terms}
    happenings = draft.world.match_happenings([t.text for t in draft.doc])
    signs = [*offices, *summit_signs(draft, expressions, happenings)]
    signs += [*dated_signs(draft, expressions), *name_signs(draft, titled, happenings), *count_signs(draft),
              *lead_signs(draft, _lead_weekday(draft, expressions))]  # fmt: skip
    if stated is None:
        return _inferred(draft, expressions, signs)
    stamp = bounds(stated)[0] if len(stated) == 10 else None
    if stamp is None:
        return DateNote(stated, stated, True, []), None
    weighing = weigh(signs, stamp)
    if weighing.stamp - weighing.best < _DOUBT:
        return DateNote(stated, stated, True, []), None
    day = stamp.toordinal()
    years = weighing.likely(_AHEAD)
    against = sorted((s for s in signs if s.cost(day, day) > 0), key=lambda s: -s.cost(day, day))
    value, extra = _value(draft, expressions, signs, years, stamp)
    shown = [*against[:_SHOWN], *(s for s in signs if s.kind == "happening" and s not in against[:_SHOWN])]
    evidence = [draft.span(stretch) for stretch in dict.fromkeys([*(s.stretch for s in shown), *extra])]
    told = [s.says for s in shown[:4]]
    reasons = "; ".join(told)
    read_as = f"its times are read as of {value}" if value else "its relative times are left open"
    message = f"the report is stamped {stated} but {reasons}: {read_as}"
    return DateNote(value, stated, False, evidence), WarningNote("date-conflict", message, evidence)


def _inferred(draft: Draft, expressions: list[Found], signs: list[Sign]) -> tuple[DateNote, WarningNote | None]:
    """The reference date of a report without a stamp, where offices or summits tell it."""
    anchors = [s for s in signs if s.kind in {"office", "happening"} and not s.dated]
    if not anchors:
        return DateNote(None, None, True, []), None
    years = weigh(signs, None).likely(_AHEAD)
    value, extra = _value(draft, expressions, signs, years, None)
    return DateNote(value, None, True, [draft.span(stretch) for stretch in dict.fromkeys([*(s.stretch for s in anchors), *extra])]), None


def stated_date(report: Report) -> str | None:
    """The day that a report gives for itself: its stamp, its dateline's date or the date in its address."""
    for value in (report.published, report.dateline.date):
        if value:
            day = value[:10] if "T" in value else value
            if is_period(day):
                return day
    found = _URL_DATE.search(report.url or "")
    if found:
        day = f"{found['y']}-{found['m']}-{found['d']}"
        return day if is_period(day) else None
    return None


def _value(
    draft: Draft, expressions: list[Found], signs: list[Sign], years: list[int], stamp: date | None
) -> tuple[str | None, list[Stretch]]:
    """The period that the likely years and the report's own days narrow the report's day to, with the words that do."""
    summits = [s for s in signs if s.kind == "happening" and any(s.cost(*year_days(y)) == 0 for y in years)]
    if summits:
        first, last = common_days(summits, years[0] if len(years) == 1 else None)
        if first <= last < first + 14:
            lead = _lead_weekday(draft, expressions)
            days = [d for d in range(first, last + 1) if lead is None or date.fromordinal(d).weekday() == lead[0]]
            if lead is not None and len(days) == 1:
                return date.fromordinal(days[0]).isoformat(), [lead[1]]
            return _period((first, last)), []
    if len(years) == 1:
        day = _day_told(draft, expressions, years[0], stamp)
        return (day[0], [day[1]]) if day is not None else (f"{years[0]:04}", [])
    if years[-1] - years[0] > _LONGEST_ANSWER:
        return None, []
    return f"{years[0]:04}/{years[-1]:04}", []


def _day_told(draft: Draft, expressions: list[Found], year: int, stamp: date | None) -> tuple[str, Stretch] | None:
    """The day of the year that the dateline names, or the stamp's where the running words name one near it."""
    for expression in expressions:
        groups = expression.match.groupdict()
        above = draft.title_end <= expression.start < draft.body
        if not groups.get("mo") or not (groups.get("d") or "").isdigit() or above and groups.get("y"):
            continue
        if groups.get("y") and int(groups["y"]) != year:
            continue
        told = day_of(year, month_number(groups["mo"]), int(groups["d"]))
        if told is None:
            continue
        if above:
            return told, (expression.start, expression.end)
        near = day_of(year, stamp.month, stamp.day) if stamp is not None else None
        if near is not None and abs((date.fromisoformat(near) - date.fromisoformat(told)).days) <= _NEAR:
            return near, (expression.start, expression.end)
    return None


def _lead_weekday(draft: Draft, expressions: list[Found]) -> tuple[int, Stretch] | None:
    """The day of the week on which the first paragraphs set their news: wires name the day of writing so."""
    paragraphs = 0
    at = draft.body
    for token in draft.doc[draft.body :]:
        if token.is_space and token.text.count("\n") > 1:
            paragraphs += 1
            if paragraphs == 2:
                break
        at = token.i
    for expression in expressions:
        if draft.body <= expression.start <= at and expression.rule.name == "weekday":
            if not speaks_of_future(draft.doc, head_of(draft.doc, expression.start, expression.end)):
                return weekday_number(expression.match["wd"]), (expression.start, expression.end)
    return None


def _period(days: Days) -> str:
    """A stretch of days as EDTF."""
    first, last = date.fromordinal(days[0]).isoformat(), date.fromordinal(days[1]).isoformat()
    return first if first == last else f"{first}/{last}"

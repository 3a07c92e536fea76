"""The reference date: the day a report was written, from its stamp, checked against what it says.

A stamp is doubted only on strong evidence: signs that exclude it must weigh two or more, must agree on other days, and
nothing in the report may speak for the stamp against those days. So a report that looks back, and knows of later
years or present holders of office, is left alone.
"""

from __future__ import annotations

import re
from datetime import date

from dragoman.reading.date_signs import FIRST, LAST, Days, Sign
from dragoman.reading.dated_signs import dated_signs
from dragoman.reading.draft import DateNote, Draft, WarningNote
from dragoman.reading.office_signs import office_signs
from dragoman.reading.outlook import speaks_of_future
from dragoman.reading.summit_signs import summit_signs
from dragoman.reading.time_expressions import Found, find_expressions, head_of
from dragoman.reading.time_grammar import Moment
from dragoman.reading.time_words import month_number, weekday_number
from dragoman.record import Report
from dragoman.record.edtf import bounds, is_period

_URL_DATE = re.compile(r"(?<!\d)(?P<y>19\d\d|20\d\d)[/-](?P<m>0[1-9]|1[0-2])[/-](?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
# Who takes office is called by its title some weeks early, who leaves it some weeks late.
_EARLY, _LATE = 60, 45
_SLIP = 400
_ENOUGH = 2
_LONGEST_ANSWER = 10 * 366


def find_reference_date(draft: Draft) -> tuple[DateNote, WarningNote | None]:
    """The reference date of a report, and a warning where its content contradicts the stamp.

    Args:
        draft: the report with its words; no other stage need have run.
    """
    stated = stated_date(draft.report)
    expressions = find_expressions(draft.doc)
    told = [e for e in expressions if not draft.title_end <= e.start < draft.body]
    signs = [*office_signs(draft, expressions), *summit_signs(draft, expressions), *dated_signs(draft, expressions)]
    if stated is not None:
        day = bounds(stated)[0]
        signs = [s for s in signs if not s.dated or day and day.toordinal() < s.allowed[0][0]]
        against = _against(draft, signs, day) if day is not None and len(stated) == 10 else []
        verdict = _other_days(signs, against, day) if day is not None and against else None
        if verdict is None:
            return DateNote(stated, stated, True, []), None
    else:
        signs = [s for s in signs if not s.dated]
        against = [s for s in signs if s.kind in {"office", "happening"}]
        verdict = _best_days(signs) if against else None
        if verdict is None:
            return DateNote(None, None, True, []), None
    region, agreeing = verdict
    value, extra = _as_exact_as_told(draft, expressions, told, region)
    shown = [s for s in agreeing if s in against or s.kind == "happening"]
    evidence = [draft.span(stretch) for stretch in dict.fromkeys([*(s.stretch for s in shown), *extra])]
    if stated is None:
        return DateNote(value, None, True, evidence), None
    reasons = "; ".join(s.says for s in shown[:4])
    read_as = f"its times are read as of {value}" if value else "its relative times are left open"
    message = f"the report is stamped {stated} but {reasons}: {read_as}"
    return DateNote(value, stated, False, evidence), WarningNote("date-conflict", message, evidence)


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


def _against(draft: Draft, signs: list[Sign], stamp: date) -> list[Sign]:
    """The signs that exclude the stamp."""
    day = stamp.toordinal()
    found = []
    for sign in signs:
        if sign.kind == "office":
            if sign.allows(day, _EARLY, _LATE) or not _another_held(draft, sign, stamp):
                continue
        elif sign.kind in {"past", "coming"}:
            # A little out may be a slip of the pen or a late edition.
            if sign.allows(day, _SLIP, _SLIP):
                continue
        elif sign.allows(day, before=7, after=7):
            continue
        found.append(sign)
    return found


def _another_held(draft: Draft, sign: Sign, stamp: date) -> bool:
    """Whether the tables know that somebody else held the office on the stamped day, or that its state was no more.

    What they do not know excludes nothing.
    """
    persons = {t.person for t in sign.terms}
    known = False
    for title, of in dict.fromkeys((t.title, t.of) for t in sign.terms):
        holders = draft.world.holders(title, of, stamp.isoformat())
        if not persons.isdisjoint(t.person for t in holders):
            return False
        owner = draft.world.actor(of)
        ended = bounds(owner.end)[1] if owner is not None and owner.end else None
        known = known or bool(holders) or ended is not None and ended < stamp
    return known


def _weight(sign: Sign, stamp: int) -> int:
    """How much an excluding sign counts. Nobody is called by an office years before holding it, but many are long after."""
    ahead = sign.kind == "office" and sign.certain and all(stamp < a for a, _ in sign.allowed)
    return 2 if ahead else sign.weight


def _other_days(signs: list[Sign], against: list[Sign], stamp: date) -> tuple[list[Days], list[Sign]] | None:
    """The days on which the excluding signs agree, with the signs that allow them; None where the stamp stands."""
    day = stamp.toordinal()
    best = _best_days(signs)
    if best is None:
        return None
    region, agreeing = best
    heard = [s for s in against if s in agreeing]
    if all(s.kind in {"past", "coming"} and s.weight == 1 for s in heard):
        # Bare years are often those of plans and forecasts.
        return None
    telling = sum(_weight(s, day) for s in heard)
    for_stamp = [s for s in signs if s not in against and s not in agreeing]
    if telling < _ENOUGH or for_stamp or _covers(region, day):
        return None
    return best


def _best_days(signs: list[Sign]) -> tuple[list[Days], list[Sign]] | None:
    """The stretches of days that signs of the most weight allow together, and those signs; None without signs."""
    marks = sorted({FIRST, *(d for s in signs for a, b in s.allowed for d in (a, b + 1))})
    best, region = 0, list[Days]()
    agreeing: list[Sign] = []
    for low, high in zip(marks, [*marks[1:], LAST + 1], strict=True):
        if low > LAST or low >= high:
            continue
        fitting = [s for s in signs if s.allows(low)]
        weight = sum(s.weight for s in fitting)
        if weight > best:
            best, region, agreeing = weight, [(low, high - 1)], fitting
        elif weight == best and weight:
            if region[-1][1] + 1 == low:
                region[-1] = (region[-1][0], high - 1)
            else:
                region.append((low, high - 1))
            agreeing += [s for s in fitting if s not in agreeing]
    return (region, agreeing) if best else None


def _covers(region: list[Days], day: int) -> bool:
    return any(a <= day <= b for a, b in region)


def _as_exact_as_told(draft: Draft, expressions: list[Found], told: list[Found], region: list[Days]) -> tuple[str | None, list[tuple[int, int]]]:
    """The period within a region of days that the report's own dates narrow it to, with the words that do."""
    year, words = _newest_year(draft, told, region)
    filed = _dateline_day(draft, expressions, region, year)
    if filed is not None:
        return filed[0], [filed[1], *words]
    if len(region) == 1 and region[0][1] - region[0][0] < 14:
        lead = _lead_weekday(draft, told)
        if lead is not None:
            days = [d for d in range(region[0][0], region[0][1] + 1) if date.fromordinal(d).weekday() == lead[0]]
            if len(days) == 1:
                return date.fromordinal(days[0]).isoformat(), [lead[1], *words]
        return _period(region[0]), words
    if year is not None:
        # Without anything that ends the region the newest year is only the earliest that it can be.
        return f"{year:04}" if region[-1][1] < LAST else f"{year:04}/..", words
    if len(region) == 1 and region[0][1] - region[0][0] <= _LONGEST_ANSWER:
        return _period(region[0]), words
    return None, words


def _newest_year(draft: Draft, told: list[Found], region: list[Days]) -> tuple[int | None, list[tuple[int, int]]]:
    """The latest year within the region that the report names and does not place in the future."""
    best: tuple[int, tuple[int, int]] | None = None
    doc = draft.doc
    for expression in told:
        value = expression.rule.meaning(expression.match, Moment(None)) if expression.own_year else None
        first = bounds(value)[0] if value else None
        if first is None or "X" in str(value):
            continue
        head = head_of(doc, expression.start, expression.end)
        before = doc[expression.start - 1].lower_ if expression.start else ""
        if before in {"by", "until", "through", "to"} or speaks_of_future(doc, head) or not _touches(region, first.year):
            continue
        if best is None or first.year > best[0]:
            best = (first.year, (expression.start, expression.end))
    if best is not None:
        return best[0], [best[1]]
    years = {date.fromordinal(d).year for a, b in region for d in (a, b)}
    return (years.pop(), []) if len(years) == 1 else (None, [])


def _touches(region: list[Days], year: int) -> bool:
    return any(a <= date(year, 12, 31).toordinal() and date(year, 1, 1).toordinal() <= b for a, b in region)


def _dateline_day(draft: Draft, expressions: list[Found], region: list[Days], year: int | None) -> tuple[str, tuple[int, int]] | None:
    """The day of a dateline that gives month and day, where the region leaves one year for it."""
    for expression in expressions:
        groups = expression.match.groupdict()
        if not draft.title_end <= expression.start < draft.body or expression.own_year or not groups.get("mo") or not groups.get("d"):
            continue
        month, day = month_number(groups["mo"]), int(groups["d"])
        days = []
        for low, high in region:
            for y in range(max(low, FIRST) // 366, high // 365 + 1):
                try:
                    found = date(y, month, day)
                except ValueError:
                    continue
                if low <= found.toordinal() <= high:
                    days.append(found)
        days = [d for d in days if year is None or d.year == year]
        if len(days) == 1:
            return days[0].isoformat(), (expression.start, expression.end)
    return None


def _lead_weekday(draft: Draft, told: list[Found]) -> tuple[int, tuple[int, int]] | None:
    """The day of the week on which the first paragraphs set their news: wires name the day of writing so."""
    paragraphs = 0
    at = draft.body
    for token in draft.doc[draft.body :]:
        if token.is_space and token.text.count("\n") > 1:
            paragraphs += 1
            if paragraphs == 2:
                break
        at = token.i
    for expression in told:
        if draft.body <= expression.start <= at and expression.rule.name == "weekday":
            if not speaks_of_future(draft.doc, head_of(draft.doc, expression.start, expression.end)):
                return weekday_number(expression.match["wd"]), (expression.start, expression.end)
    return None


def _period(days: Days) -> str | None:
    """A stretch of days as EDTF, at the grain that holds it."""
    first, last = date.fromordinal(days[0]), date.fromordinal(days[1])
    if first == last:
        return first.isoformat()
    if (last - first).days > 366:
        return f"{first.year:04}/{last.year:04}" if first.year != last.year else f"{first.year:04}"
    return f"{first.isoformat()}/{last.isoformat()}"

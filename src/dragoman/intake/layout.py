"""Finds headline, byline, stamp and dateline at the top of a plain report, and where its running words begin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]{_MONTH},?[ -](?P<year>\d{{4}})\b",
        rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b",
    )
)
_DAY_OF_YEAR = re.compile(rf"\b(?:{_MONTH} (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) {_MONTH.replace('month', 'month2')})\b", re.IGNORECASE)
_BARE_DAY = re.sub(r"\?P<\w+>", "?:", _DAY_OF_YEAR.pattern)
_CLOCK = re.compile(
    r"(?<![\d:])T?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\.?)?\s*"
    r"(?P<zone>Z\b|[+-]\d{2}:?\d{2}|[A-Z]{3,4}\b)?",
    re.IGNORECASE,
)
_ZONES = {
    "z": "+00:00", "gmt": "+00:00", "utc": "+00:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00", "eest": "+03:00",
    "msk": "+03:00", "jst": "+09:00", "kst": "+09:00", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00",
    "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
}  # fmt: skip
_LABEL = re.compile(
    r"\b(?:first |last )?(?:published|updated|posted|modified|issued|released|for immediate release|date|on|at|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\b[:,.]?",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^\s*by:?\s+(?P<names>\S.*)$", re.IGNORECASE)
_PLACE = r"[A-Z][\w.'’]*(?:[ /-]+(?:[A-Z][\w.'’]*|of|de|la|el|al))*"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})(?P<more>(?:, {_PLACE})*?)(?P<date>,? +(?i:{_BARE_DAY})(?:,? \d{{4}})?)?"
    r",?\s*(?P<agency>\([^)\n-]{0,30}\)?)?\s*(?P<dash>--+|—|–|-|_)\s+(?=[\"“'‘A-Z\d])"
)
_NOT_A_PLACE = {"The", "A", "An", "In", "At", "On", "But", "And", "If", "As", "It", "This", "That", "He", "She", "They", "We", "I"}
_ROLES = {"writer", "writers", "correspondent", "correspondents", "editor", "reporter", "reporters", "staff", "press", "service", "bureau"}
_SMALL = {"of", "the", "and", "for", "de", "von", "van"}
_FURNITURE_LINES = 8
_HEADLINE_LENGTH = 300
_BYLINE_WORDS = 9


@dataclass(frozen=True)
class Layout:
    """What stands above a report's running words.

    Attributes:
        title: the headline as it stands in the text (line breaks kept), or None.
        byline: the names of those who wrote it, in order.
        published: the stamp: an EDTF day, or an ISO date-time where the stamp gives a time; None where there is none.
        place, agency, date: of the dateline. ``date`` is an EDTF day; its year is the stamp's where the dateline has none,
            and it is None where neither has one.
        title_end: code point after the headline; 0 without one.
        body_start: code point at which the running words begin.
    """

    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    place: str | None = None
    agency: str | None = None
    date: str | None = None
    title_end: int = 0
    body_start: int = 0


def lay_out(text: str) -> Layout:
    """The layout of a plain report with LF line ends.

    Args:
        text: the whole report.
    """
    lines = _lines(text)
    if not lines:
        return Layout()
    at = 0
    title, title_end = None, 0
    count = _headline_lines(text, lines)
    if count:
        title_end = lines[count - 1][1]
        title = text[lines[0][0] : title_end]
        at = count
    byline: list[str] = []
    published: str | None = None
    while at < len(lines) - 1 and at <= _FURNITURE_LINES:
        line = text[lines[at][0] : lines[at][1]]
        names, stamp = _furniture(line, dated=published is not None)
        if names or stamp:
            byline += [n for n in names if n not in byline]
            published = published or stamp
        elif line == title or not _bare(line):
            pass
        elif title and _is_unmarked_byline(text, lines, at):
            if not byline:
                byline = [line.split(",")[0].strip()]
        else:
            break
        at += 1
    start, end = lines[at]
    found = _DATELINE.match(text[start : end + 1])
    if found is None or not _is_dateline(found):
        return Layout(title, tuple(byline), published, title_end=title_end, body_start=start)
    agency = (found.group("agency") or "").strip("() \n") or None
    return Layout(
        title, tuple(byline), published, found.group("place").strip(), agency, _dateline_date(found.group("date") or "", published), title_end,
        start + found.end(),
    )  # fmt: skip


def read_stamp(line: str) -> str | None:
    """The day, or the day and time, that a line such as "7 July 2008 | 8:09 PM EDT" names; None where it names none.

    Args:
        line: one line of text.
    """
    found = next((m for m in (pattern.search(line) for pattern in _DATES) if m), None)
    if found is None:
        return None
    day = _day(found)
    if day is None:
        return None
    clock = _CLOCK.search(line[: found.start()] + " " * (found.end() - found.start()) + line[found.end() :])
    return day + _time(clock) if clock else day


def _lines(text: str) -> list[tuple[int, int]]:
    """Start and end of every line that has words, without white space at its ends."""
    return [(m.start(), m.end()) for m in re.finditer(r"\S(?:[^\n]*\S)?", text)]


def _headline_lines(text: str, lines: list[tuple[int, int]]) -> int:
    """How many lines at the top are the headline; 0 where the report begins at once."""
    first = text[lines[0][0] : lines[0][1]]
    if len(lines) < 2 or not _is_headline(first):
        return 0
    count = 1
    while count < min(3, len(lines) - 1):
        # A headline goes on over lines that follow at once, in the same letters.
        between = text[lines[count - 1][1] : lines[count][0]]
        line = text[lines[count][0] : lines[count][1]]
        if between.count("\n") > 1 or not _is_headline(line) or any(_furniture(line, dated=False)) or line.isupper() != first.isupper():
            break
        count += 1
    ends_block = text[lines[count - 1][1] : lines[count][0]].count("\n") > 1
    follower = text[lines[count][0] : lines[count][1]]
    return count if ends_block or first.isupper() or any(_furniture(follower, dated=False)) or _dateline_at(follower) else 0


def _is_headline(line: str) -> bool:
    if len(line) > _HEADLINE_LENGTH or any(_furniture(line, dated=False)) or _dateline_at(line):
        return False
    return not re.search(r"(?<!\b[A-Z])[.;:,][\"”’']?$", line) or line.isupper()


def _dateline_at(line: str) -> bool:
    found = _DATELINE.match(line)
    return found is not None and _is_dateline(found)


def _furniture(line: str, dated: bool) -> tuple[list[str], str | None]:
    """Names and stamp of a line that has nothing else; ([], None) for any other line.

    Args:
        line: the line.
        dated: True where a stamp was found already, so that a lone time of day belongs to it.
    """
    names: list[str] = []
    stamp: str | None = read_stamp(line)
    if stamp is None and not dated and not _BYLINE.match(line):
        return [], None
    for part in re.split(r"\s*[|•·]\s*|\s{3,}", line):
        rest = _bare(part)
        by = _BYLINE.match(rest)
        if by and len(by.group("names").split()) <= _BYLINE_WORDS and not re.search(r"[.!?]$", by.group("names")):
            for name in re.split(r"\s+and\s+|\s*&\s*|,\s+", by.group("names")):
                name = name.strip(" ,-–—")
                if name and name[0].isupper() and name.split()[-1].lower() not in _ROLES and not any(ch.isdigit() for ch in name):
                    names.append(name.title() if name.isupper() else name)
        elif len(rest) > 40 or re.search(r"[a-z]{2} [a-z]{2,} [a-z]{2}", rest):
            return [], None
    return names, stamp


def _bare(part: str) -> str:
    """A part of a line without dates, times, labels and separators."""
    for pattern in _DATES:
        part = pattern.sub(" ", part)
    return _LABEL.sub(" ", _CLOCK.sub(" ", part)).strip(" \t,;:|-–—()[]")


def _is_unmarked_byline(text: str, lines: list[tuple[int, int]], at: int) -> bool:
    """Whether a short line of names stands alone between headline and the first full paragraph."""
    line = text[lines[at][0] : lines[at][1]]
    words = line.split()
    alone = "\n\n" in text[lines[at][1] : lines[at + 1][0]]
    capitals = sum(w[0].isupper() or w in _SMALL for w in words)
    following = text[lines[at + 1][0] : lines[at + 1][1]]
    return (
        alone and 2 <= len(words) <= _BYLINE_WORDS and capitals >= 0.8 * len(words) and not re.search(r"[.!?:;\"”]$|\d", line)
        and not line.isupper() and len(following) > len(line)
    )  # fmt: skip


def _is_dateline(found: re.Match[str]) -> bool:
    place, dash = found.group("place"), found.group("dash")
    words = place.split()
    if words[0] in _NOT_A_PLACE or len(words) > 4 or len(found.group("more")) > 40:
        return False
    # A lone hyphen after a word in small letters is as likely the running text's own.
    return bool(found.group("date") or found.group("agency")) or place.isupper() or dash not in {"-", "_"}


def _dateline_date(words: str, published: str | None) -> str | None:
    full = read_stamp(words)
    if full:
        return full[:10]
    found = _DAY_OF_YEAR.search(words)
    if not found or not published:
        return None
    month = (found.group("month") or found.group("month2")).lower()[:3]
    number = next(k for k, name in enumerate(_MONTHS, 1) if name.startswith(month))
    day = int(found.group("day") or found.group("day2"))
    stamp = date.fromisoformat(published[:10])
    days = []
    for year in (stamp.year - 1, stamp.year, stamp.year + 1):
        try:
            days.append(date(year, number, day))
        except ValueError:
            continue
    return min(days, key=lambda d: abs((d - stamp).days)).isoformat() if days else None


def _day(found: re.Match[str]) -> str | None:
    groups = found.groupdict()
    if groups.get("number"):
        number = int(groups["number"])
    else:
        number = next(k for k, name in enumerate(_MONTHS, 1) if name.startswith(groups["month"].lower()))
    try:
        return date(int(groups["year"]), number, int(groups["day"])).isoformat()
    except ValueError:
        return None


def _time(clock: re.Match[str]) -> str:
    hour, minute, second = int(clock.group("hour")), int(clock.group("minute")), int(clock.group("second") or 0)
    half = (clock.group("half") or "").lower()[:1]
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    if hour > 23 or minute > 59 or second > 59:
        return ""
    zone = (clock.group("zone") or "").lower()
    if re.fullmatch(r"[+-]\d{2}:?\d{2}", zone):
        offset = zone[:3] + ":" + zone[-2:]
    else:
        offset = _ZONES.get(zone, "")
    return f"T{hour:02}:{minute:02}:{second:02}{offset}"

"""Where headline, byline and dateline end in a report's text."""

from __future__ import annotations

import re

from dragoman.record import Report

_DATE_WORDS = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:a\.?m|p\.?m|gmt|utc|[ecmp][ds]?t)\b"
    r"|\b(?:updated|published|posted|released|at|on|by)\b|[\d\W_]+",
    re.I,
)


def title_end(report: Report) -> int:
    """Code points of the headline at the beginning of the text; 0 where it does not stand there."""
    title = (report.title or "").strip()
    lead = len(report.text) - len(report.text.lstrip())
    if title and report.text[lead:].startswith(title):
        return lead + len(title)
    return 0


def body_start(report: Report) -> int:
    """The code point at which the running report begins: after headline, byline, stamp and dateline."""
    text, start = report.text, title_end(report)
    place = report.dateline.place
    if place:
        found = re.compile(re.escape(place), re.I).search(text, start)
        if found and found.start() - start < 400:
            line_end = text.find("\n", found.start())
            dash = re.compile(r"(?:--|-|–|—)\s+").search(text, found.end(), line_end if line_end >= 0 else len(text))
            if dash and dash.end() - found.start() < 90:
                return dash.end()
    # Short lines without a closing stop before the first full paragraph are byline and stamp.
    at = start
    while True:
        rest = text[at:]
        at += len(rest) - len(rest.lstrip())
        line = text[at:].split("\n", 1)[0]
        if not line or len(line) > 90 or re.search(r"[.!?][\"”’']?$", line.strip()) or at - start > 400:
            return at if line else start
        if not _is_furniture(line, report.byline):
            return at
        at += len(line)


def _is_furniture(line: str, byline: tuple[str, ...]) -> bool:
    """Whether a line is a date, a time or a byline and nothing else."""
    if re.match(r"\s*By\s", line) or "|" in line or any(name in line for name in byline):
        return True
    return bool(re.search(r"\d", line)) and not _DATE_WORDS.sub("", line)

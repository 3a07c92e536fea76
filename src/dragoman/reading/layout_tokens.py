"""Where headline, byline and dateline end in a report's text."""

from __future__ import annotations

import re

from dragoman.record import Report

_DATELINE = re.compile(
    r"(?:(?<=\n)|^)[ \t]*(?P<line>[A-Z][^\n]{0,60}?(?:\([^)\n]{0,25}\)?|,[^\n]{0,25}?|)\s*(?:--|-|–|—)\s+)(?=[\"“'A-Z])"
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
        if not _is_furniture(line):
            return at
        at += len(line)


def _is_furniture(line: str) -> bool:
    return bool(re.search(r"\b(?:19|20)\d\d\b|^\s*By\s|^\s*\d{1,2}:\d{2}|\|", line))

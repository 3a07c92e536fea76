"""Finds a report's time expressions and works out what each means on the reference date."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from dragoman.reading.draft import Stretch, TimeNote
from dragoman.reading.time_arithmetic import Reference, ends
from dragoman.reading.time_grammar import Moment, Rule
from dragoman.reading.time_rules import RULES
from dragoman.record.edtf import bounds, is_period

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
_JOINS = {"to", "until", "till", "through", "-", "–", "—", "and"}
_OPEN_AFTER = {"since"}
_OPEN_BEFORE = {"until", "till", "through", "before"}
_BACKWARDS = {"earlier", "before", "ago"}


@dataclass(frozen=True)
class Found:
    """A match of a rule, in tokens."""

    start: int
    end: int
    rule: Rule
    match: re.Match[str]

    @property
    def own_year(self) -> bool:
        """Whether the expression names its year itself."""
        groups = self.match.groupdict()
        return bool(groups.get("y") or groups.get("ry") or groups.get("my"))


def find_times(
    doc: Doc,
    reference: str | None,
    future_at: Callable[[int], bool] = lambda token: False,
    skip: Stretch = (0, 0),
    expressions: list[Found] | None = None,
) -> list[TimeNote]:
    """The time expressions of a report, in order.

    Args:
        doc: the report's words; tags and trees are used where there are any.
        reference: the reference date as an EDTF period, or None. Where it is longer than a day, only what that
            allows is worked out.
        future_at: whether the clause that a token stands in speaks of what is to come.
        skip: a stretch of tokens to pass over (stamp and dateline).
        expressions: what ``find_expressions`` finds, where it is known.
    """
    notes: list[TimeNote] = []
    known = Reference.of(reference)
    anchor: str | None = None
    found = [f for f in (find_expressions(doc) if expressions is None else expressions) if not skip[0] <= f.start < skip[1]]
    k = 0
    while k < len(found):
        item = found[k]
        head = head_of(doc, item.start, item.end)
        moment = Moment(known, future_at(head), anchor)
        value = item.rule.meaning(item.match, moment)
        start, end, name = item.start, item.end, f"time.{item.rule.name}"
        partner = found[k + 1] if k + 1 < len(found) else None
        if partner is not None and item.rule.kind == "date" and partner.rule.kind == "date" and _joined(doc, item, partner):
            joined = _range(item, partner, value, moment)
            if joined is not None:
                value, end, name = joined, partner.end, "time.range"
                k += 1
        value = value if value is not None and is_period(value) else None
        if value is not None and (item.rule.kind == "date" or not _looks_back(doc, end)):
            anchor = value
        value = _opened(doc, start, end, value)
        kind = item.rule.kind
        if kind == "date" and value is not None and "/" in value:
            kind = "range"
        notes.append(TimeNote((start, end), head_of(doc, start, end), value, kind, name))
        k += 1
    return notes


def find_expressions(doc: Doc) -> list[Found]:
    """Every stretch of words that a rule takes for a time expression; where rules compete, the first and longest."""
    text, starts = _flat(doc)
    candidates: list[tuple[int, int, int, Found]] = []
    for order, rule in enumerate(RULES):
        core = "core" if "core" in rule.pattern.groupindex else 0
        for match in rule.pattern.finditer(text):
            left, right = match.span(core) if match[core] is not None else match.span()
            while right > left and text[right - 1] == " ":
                right -= 1
            while left < right and text[left] == " ":
                left += 1
            first = bisect_right(starts, left) - 1
            last = bisect_left(starts, right)
            if starts[first] != left or last <= first:
                continue
            candidates.append((first, -last, order, Found(first, last, rule, match)))
    candidates.sort(key=lambda c: c[:3])
    kept: list[Found] = []
    for _, _, _, item in candidates:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


def head_of(doc: Doc, start: int, end: int) -> int:
    """The token of a stretch that governs the others; the last word where the report has no trees."""
    if doc.has_annotation("DEP"):
        inside = [t for t in doc[start:end] if not t.is_punct and not t.is_space]
        for token in inside:
            if not start <= token.head.i < end or token.head.i == token.i:
                return token.i
    return end - 1


def _flat(doc: Doc) -> tuple[str, list[int]]:
    """The words joined by single spaces, with a mark where a paragraph ends, and where each token begins in them."""
    pieces: list[str] = []
    starts: list[int] = []
    at = 0
    for token in doc:
        starts.append(at)
        if token.is_space:
            word = "¶" if token.text.count("\n") > 1 else ""
        else:
            word = token.text.translate(_QUOTES)
        piece = word + " " if word else ""
        pieces.append(piece)
        at += len(piece)
    return "".join(pieces).rstrip(), starts


def _looks_back(doc: Doc, end: int) -> bool:
    """Whether an expression compares with an earlier time ("a year earlier") and does not move the story on."""
    return doc[end - 1].lower_ in _BACKWARDS


def _joined(doc: Doc, left: Found, right: Found) -> bool:
    """Whether two expressions are the ends of one range: "from A to B", "between A and B", "A - B"."""
    between = [t.lower_ for t in doc[left.end : right.start] if not t.is_space]
    if len(between) != 1 or between[0] not in _JOINS:
        return False
    before = doc[left.start - 1].lower_ if left.start else ""
    if between[0] == "and":
        return before == "between"
    return before in {"from", "between"} or between[0] != "to" or left.rule.name == right.rule.name


def _range(left: Found, right: Found, value: str | None, moment: Moment) -> str | None:
    """The period from one expression to the other; the first takes the second's year where it has none of its own."""
    last = right.rule.meaning(right.match, moment)
    if last is None:
        return None
    end = bounds(last)[1]
    if end is None:
        return None
    if right.own_year and not left.own_year:
        value = left.rule.meaning(left.match, replace(moment, year=end.year)) or value
        if value is not None and bounds(value)[0] and bounds(value)[0] > end:  # type: ignore[operator]
            value = left.rule.meaning(left.match, replace(moment, year=end.year - 1))
    if value is None:
        return None
    first = bounds(value)[0]
    if first is not None and first > end and not right.own_year:
        begin_year = first.year
        last = right.rule.meaning(right.match, replace(moment, year=begin_year)) or last
        end = bounds(last)[1]
        if end is not None and first > end:
            last = right.rule.meaning(right.match, replace(moment, year=begin_year + 1)) or last
            end = bounds(last)[1]
    if first is None or end is None or first >= end:
        return None
    return f"{ends(value)[0]}/{ends(last)[1]}"


def _opened(doc: Doc, start: int, end: int, value: str | None) -> str | None:
    """The value with an end left open after "since", "until" and "before", where the expression is all that they govern."""
    if value is None or "/" in value or "X" in value or start == 0:
        return value
    word = doc[start - 1].lower_
    if word not in _OPEN_AFTER | _OPEN_BEFORE:
        return value
    head = head_of(doc, start, end)
    if doc.has_annotation("DEP"):
        alone = any(c.dep_ in {"case", "mark"} and c.i == start - 1 for c in doc[head].children)
    else:
        alone = end == len(doc) or not doc[end].is_alpha or doc[end].is_stop
    if not alone or doc[end - 1].head.i >= end and doc[end - 1].dep_ == "compound":
        return value
    return f"{value}/.." if word in _OPEN_AFTER else f"../{value}"

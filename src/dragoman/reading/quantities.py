"""Quantities: numbers with their units, as news writes them ("350 to 400 mln stg", "two billion dollars", "20 missiles")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from dragoman.lexicon.measures import Unit, units_by_words
from dragoman.reading.draft import Draft, Stretch

_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12,
}  # fmt: skip
_POWERS = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "mln": 1e6, "m": 1e6, "billion": 1e9, "bln": 1e9, "bn": 1e9, "trillion": 1e12}
_ABBREVIATION = re.compile(r"(?:[A-Z]\.){2,}")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_JOINED = re.compile(r"([$£€¥]|US\$)?(\d[\d,.]*\d|\d)(mln|bln|bn|m|k|pct|%)?")
_AGES = {"year", "years", "month", "months", "day", "days", "week", "weeks", "hour", "hours", "minute", "minutes", "old", "century", "pm",
         "p.m.", "am", "a.m.",
         "th", "rounds", "round", "mile", "miles", "km", "kilometres", "kilometers", "feet", "metres", "times", "points", "point", "cents",
         "cent"}  # fmt: skip


@dataclass(frozen=True)
class Quantity:
    """A number and what it counts.

    Attributes:
        stretch: number, magnitude and unit.
        value: the plain number.
        unit: code of the unit; None where a noun is counted.
        kind: percent | money | mass | volume | rate | items.
        noun: the token counted or, for units, the noun that the amount modifies; else the unit's token.
    """

    stretch: Stretch
    value: float
    unit: str | None
    kind: str
    noun: int


def find_quantities(draft: Draft) -> list[Quantity]:
    """All quantities of a report, without dates, ages and spans of time."""
    doc = draft.doc
    dated = {i for note in draft.times for i in range(*note.stretch)}
    found: list[Quantity] = []
    i = draft.body
    while i < len(doc):
        read = None if i in dated and not _is_money_sign(doc[i]) else _number(doc, i)
        if read is None:
            i += 1
            continue
        value, end, unit_given = read
        upper = None
        # "350 to 400 mln stg": one magnitude and unit for both
        if end + 1 < len(doc) and doc[end].lower_ in {"to", "-", "and"} and (second := _number(doc, end + 1)) is not None and i + 1 == end:
            if doc[end].lower_ != "and" or (i > 0 and doc[i - 1].lower_ == "between"):
                upper, power = second, _power_of(doc, second[1] - 1)
                if unit_given is None and power > 1 and value < 1000:
                    value *= power
                end = second[1]
                unit_given = unit_given or second[2]
        unit, unit_end = (unit_given, end) if unit_given else _unit(draft, end)
        quantity = _quantity(draft, i, end, value, unit, unit_end, found)
        if quantity is not None:
            found.append(quantity)
            if upper is not None:
                found.append(Quantity(quantity.stretch, upper[0], quantity.unit, quantity.kind, quantity.noun))
        i = max(unit_end, end)
    return found


def wire_sentence(token: Token) -> Span:
    """The sentence of a token, with the one before where only an abbreviation's full stop parts them ("... to the U.S. In May")."""
    sentence = token.sent
    start = sentence.start
    while start > 0 and _ABBREVIATION.fullmatch(token.doc[start - 1].text):
        start = token.doc[start - 1].sent.start
    return token.doc[start : sentence.end]


def _is_money_sign(token: Token) -> bool:
    return token.text in {"$", "£", "€", "¥"}


def _number(doc: Doc, i: int) -> tuple[float, int, Unit | None] | None:
    """Value, the token after it, and the unit where a sign told it; None where no number stands here."""
    token = doc[i]
    if i > 1 and doc[i - 1].text == "-" and doc[i - 2].is_alpha and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_ \
            and doc[i - 2].lower_ not in _WORDS:
        return None  # "MiG-29"
    unit: Unit | None = None
    start = i
    if token.text in {"$", "£", "€", "¥", "US$"} and i + 1 < len(doc):
        unit = units_by_words().get((token.lower_,))
        i += 1
        token = doc[i]
    joined = _JOINED.fullmatch(token.text)
    value: float
    if joined and (joined.group(1) or joined.group(3) or unit is not None or _DIGITS.fullmatch(token.text)):
        if joined.group(1):
            unit = units_by_words().get((joined.group(1).lower(),))
        try:
            value = float(joined.group(2).replace(",", ""))
        except ValueError:
            return None
        suffix = joined.group(3)
        value *= _POWERS.get(suffix or "", 1e3 if suffix == "k" else 1.0)
        if suffix in {"pct", "%"}:
            unit = units_by_words()[("percent",)]
    elif token.lower_ in _WORDS and token.pos_ in {"NUM", "NOUN", "DET"}:
        value = _WORDS[token.lower_]
        if i + 2 < len(doc) and doc[i + 1].text == "-" and value >= 20 and doc[i + 2].lower_ in _WORDS:
            value += _WORDS[doc[i + 2].lower_]
            i += 2
    elif (
        token.lower_ in {"a", "half"}
        and i + 1 < len(doc)
        and doc[i + 1].lower_ in {"million", "billion", "mln", "dozen", "hundred", "thousand"}
        and start == i
    ):
        value = 1.0 if token.lower_ == "a" else 0.5
        if doc[i + 1].lower_ == "dozen":
            return 12.0, i + 2, None
    else:
        return None
    if value == 0 and token.lower_ == "zero" and i + 1 < len(doc) and doc[i + 1].lower_ not in {"percent", "pct", "%"}:
        return None
    end = i + 1
    while end < len(doc) and doc[end].lower_ in _POWERS and doc[end].lower_ not in {"m"}:
        value *= _POWERS[doc[end].lower_]
        end += 1
    if end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].lower_ in _POWERS:
        value *= _POWERS[doc[end + 1].lower_]
        end += 2
    return float(f"{value:.12g}"), end, unit


def _power_of(doc: Doc, i: int) -> float:
    return _POWERS.get(doc[i].lower_, 1.0)


def _unit(draft: Draft, i: int) -> tuple[Unit | None, int]:
    """The unit that stands at a token (after a hyphen or a state's adjective too), and the token after it."""
    doc, table = draft.doc, units_by_words()
    at = i + 1 if i + 1 < len(doc) and doc[i].text == "-" else i
    adjective = None
    if at + 1 < len(doc) and at in draft.mention_at and (doc[at + 1].lower_,) in table:
        adjective = draft.mention_at[at].actors
        at += 1
    for length in (3, 2, 1):
        unit = table.get(tuple(t.lower_ for t in doc[at : at + length]))
        if unit is not None:
            if adjective and adjective[0] in unit.of:
                unit = Unit(unit.of[adjective[0]], unit.kind, {}, None)
            return unit, at + length
    return None, i


def _quantity(draft: Draft, start: int, end: int, value: float, unit: Unit | None, unit_end: int, before: list[Quantity]) -> Quantity | None:
    doc = draft.doc
    if unit is not None:
        code = unit.code
        if unit.until is not None and (draft.date.value or draft.report.published or "9")[:10] <= unit.until[0]:
            code = unit.until[1]
        last = min(unit_end, len(doc)) - 1
        head = doc[last].head if unit_end > end else doc[end - 1].head
        noun = head.i if head.i > last and head.pos_ in {"NOUN", "PROPN"} and head.i - last < 6 and head.sent == doc[last].sent else last
        return Quantity((start, max(unit_end, end)), value, code, unit.kind, noun)
    following = doc[end] if end < len(doc) else None
    if following is not None and (following.text == "-" or following.lower_ in _AGES):
        return None
    counted = _counted(doc, start, end)
    if value >= 1e6 and counted is None and before and before[-1].kind == "money" and doc[before[-1].noun].sent == doc[start].sent:
        # "worth 1.3 billion yuan, up from 870 mln": the unit of the amount before
        return Quantity((start, end), value, before[-1].unit, "money", end - 1)
    if counted is None:
        return Quantity((start, end), value, None, "items", end - 1) if doc[start].dep_ in {"obj", "nsubj", "nsubj:pass", "obl"} else None
    return Quantity((start, counted + 1), value, None, "items", counted)


def _counted(doc: Doc, start: int, end: int) -> int | None:
    """The noun counted: the head of the number, to its right within a few words."""
    for i in range(start, end):
        head = doc[i].head
        if doc[i].dep_ in {"nummod", "compound", "det"} and head.i >= end and head.i - end < 6 and head.pos_ in {"NOUN", "PROPN"}:
            return head.i
    for i in range(end, min(end + 4, len(doc))):
        if doc[i].pos_ == "NOUN" and (i + 1 >= len(doc) or doc[i + 1].pos_ not in {"NOUN", "PROPN"}):
            return i
        if doc[i].pos_ not in {"ADJ", "NOUN", "PROPN", "PUNCT", "ADV"} or doc[i].is_sent_start:
            return None
    return None

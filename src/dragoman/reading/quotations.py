"""Quotations: stretches between quotation marks, paired within paragraphs and continued over them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.reading.draft import Stretch

_ONLY_OPENS = {"“", "``", "„", "‘"}
_ONLY_CLOSES = {"”", "''"}
_EITHER = {'"'}
_MARKS = _ONLY_OPENS | _ONLY_CLOSES | _EITHER


@dataclass(frozen=True)
class Quotation:
    """A quotation, marks included. `whole`: it holds a sentence of its own rather than a few words."""

    stretch: Stretch
    paragraph: int
    whole: bool
    closed: bool = True


def paragraphs_of(doc: Doc) -> list[int]:
    """The number of the paragraph of every token."""
    numbers, number = [], 0
    for token in doc:
        numbers.append(number)
        if (
            token.is_space
            and "\n" in token.text
            and (token.text.count("\n") > 1 or token.i + 1 == len(doc) or doc[token.i + 1].is_sent_start)
        ):
            number += 1
    return numbers


def _opens(token: Token) -> bool:
    """Whether a mark that may do both stands like an opening one: space before it, none after."""
    before = (
        token.i == 0
        or bool(token.nbor(-1).whitespace_)
        or token.nbor(-1).is_space
        or token.nbor(-1).text in {"(", "-", "--", "—"}
    )
    return before and not token.whitespace_


def find_quotations(doc: Doc, paragraphs: list[int]) -> list[Quotation]:
    """All quotations in order. One that is not closed ends with its paragraph.

    Args:
        paragraphs: what ``paragraphs_of`` gave for the same doc.
    """
    found: list[Quotation] = []
    start: int | None = None
    single = False
    for token in doc:
        i = token.i
        if start is not None and paragraphs[i] != paragraphs[start]:
            found.append(_quotation(doc, start, i, paragraphs, closed=False))
            start = None
        text = token.text
        if start is None:
            if text in _ONLY_OPENS or (text in _EITHER and (_opens(token) or token.is_sent_start)):
                start, single = i, text == "‘"
        elif single:
            if text == "’" and (i + 1 == len(doc) or token.whitespace_ or doc[i + 1].is_punct or doc[i + 1].is_space):
                found.append(_quotation(doc, start, i + 1, paragraphs))
                start = None
        elif text in _ONLY_CLOSES or (text in _EITHER and not (_opens(token) and i > start + 1)):
            found.append(_quotation(doc, start, i + 1, paragraphs))
            start = None
        elif text in _MARKS and text != "‘":  # a new one opens where the last one was never closed
            start = i
    if start is not None:
        found.append(_quotation(doc, start, len(doc), paragraphs, closed=False))
    return [q for q in found if q.stretch[1] - q.stretch[0] > 1]


def _quotation(doc: Doc, start: int, end: int, paragraphs: list[int], closed: bool = True) -> Quotation:
    while end > start + 1 and doc[end - 1].is_space:
        end -= 1
    inner = [t for t in doc[start:end] if not t.is_punct and not t.is_space]
    whole = (
        len(inner) > 2
        and inner[0].text[:1].isupper()
        and any(t.dep_.startswith("nsubj") or t.pos_ in {"VERB", "AUX"} for t in inner)
    )
    return Quotation((start, end), paragraphs[start], whole, closed)

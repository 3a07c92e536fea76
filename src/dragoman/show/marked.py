"""A report's text with its evidence marked, overlapping stretches and all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from dragoman.record import Span

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Evidence:
    """A stretch of the report that a fact stands on.

    Attributes:
        fact: the fact's id.
        kind: what it is marked as ("event", "statement", ...).
        span: the stretch.
    """

    fact: str
    kind: str
    span: Span


def escaped(words: str) -> str:
    """Words made safe for HTML; control characters, which HTML forbids, become blanks."""
    return _CONTROLS.sub(" ", escape(words, quote=True))


def marked_text(text: str, evidence: list[Evidence], prefix: str) -> str:
    """The text as HTML paragraphs; each piece between two boundaries of evidence is marked with every fact it belongs to.

    Args:
        text: the report's text.
        evidence: what to mark.
        prefix: goes before every id, so that several readings fit on one page.
    """
    seen: set[str] = set()
    paragraphs = []
    at = 0
    for gap in [*re.finditer(r"\n\s*\n", text), None]:
        end = gap.start() if gap else len(text)
        if text[at:end].strip():
            inside = [e for e in evidence if e.span.start < end and e.span.end > at]
            paragraphs.append(f"<p>{_marked_stretch(text, at, end, inside, prefix, seen)}</p>")
        at = gap.end() if gap else end
    return "\n".join(paragraphs)


def _marked_stretch(text: str, start: int, end: int, evidence: list[Evidence], prefix: str, seen: set[str]) -> str:
    bounds = {start, end}
    for item in evidence:
        bounds |= {min(max(item.span.start, start), end), min(max(item.span.end, start), end)}
    cuts = sorted(bounds)
    pieces = []
    for left, right in zip(cuts, cuts[1:], strict=False):
        words = escaped(text[left:right])
        over = [e for e in evidence if e.span.start <= left and e.span.end >= right]
        if not over:
            pieces.append(words)
            continue
        facts = list(dict.fromkeys(e.fact for e in over))
        kinds = " ".join(dict.fromkeys(f"k-{e.kind}" for e in over))
        # A fact's link leads to its first piece; one empty anchor each, since a piece may open several facts.
        anchors = "".join(f'<span id="{prefix}t-{escaped(f)}" class="at"></span>' for f in facts if f not in seen)
        seen.update(facts)
        pieces.append(f'<mark class="{kinds}" data-f="{escaped(" ".join(facts))}">{anchors}{words}</mark>')
    return "".join(pieces)

"""Issuers: a release speaks in the voice of whoever gives it out; its "we" and "our" are theirs."""

from __future__ import annotations

import re

from dragoman.reading.draft import Draft

_FIRST_PLURAL = {"we", "us", "our", "ours"}
_FIRST_SINGULAR = {"i", "me", "my", "mine"}
_SPEAKS_FOR = ("spokesperson", "spokesman", "spokeswoman", "press secretary", "secretary", "minister", "ministry", "department",
               "office", "president", "ambassador", "white house", "press statement", "press release")  # fmt: skip

# Offices that sign releases without naming their state.
_OFFICES = {
    "office of the spokesperson": "USA",
    "department spokesperson": "USA",
    "office of the press secretary": "USA",
    "the white house": "USA",
}

_STATEMENT_BY = re.compile(r"\b(?:statement|remarks|readout|message|declaration)\s+(?:by|from|of)\s", re.I)


def issuer_of(draft: Draft) -> str | None:
    """The actor in whose voice a release speaks; None for a report in its own voice.

    It is the one that names itself after "we" ("We, the foreign ministers of ..."), else the state, body or person in
    the lines between headline and text that hold an office.
    """
    for token in draft.doc[draft.body :]:
        if token.lower_ == "we" and token.i + 1 < len(draft.doc) and draft.doc[token.i + 1].text == ",":
            named = [m for m in draft.mentions if token.i + 1 < m.head < token.i + 8 and m.actors]
            kinds = {a: draft.actors[a].kind for m in named for a in m.actors if a in draft.actors}
            bloc = next((a for a, kind in kinds.items() if kind in {"igo", "bloc"}), next(iter(kinds), None))
            if bloc is not None:
                return bloc
    titled = _STATEMENT_BY.search(draft.report.title or "")
    if titled is not None:
        for mention in draft.mentions:
            if (
                mention.head < draft.title_end
                and mention.actors
                and draft.doc[mention.head].idx - draft.doc[0].idx >= titled.end()
            ):
                return draft.responsible(mention.actors[0])
    for line in [*_head_lines(draft), *draft.report.byline, draft.report.publisher or ""]:
        if any(word in line.lower() for word in _SPEAKS_FOR):
            found = _who(draft, line)
            if found is not None:
                return found
    return None


def _head_lines(draft: Draft) -> list[str]:
    """The short lines between the headline and the first full sentence."""
    start = draft.doc[draft.title_end].idx if draft.title_end < len(draft.doc) else 0
    lines = []
    for line in draft.report.text[start : start + 600].split("\n"):
        line = line.strip()
        if len(line) > 90 or re.search(r"[.!?][\"”]?$", line):
            break
        lines.append(line)
    return lines


def _who(draft: Draft, line: str) -> str | None:
    low = line.lower()
    for words, actor in _OFFICES.items():
        if words in low:
            return actor
    for part in re.split(r",| - |:|\bSpokesperson\b", line):
        for sense in draft.world.find(part.strip()):
            if sense.kind in {"person", "government-body", "state", "igo"}:
                return sense.state or sense.country or sense.id
    return None


def settle_issuer(draft: Draft) -> None:
    """Give first persons outside quotations to the issuer, where the report is a release."""
    issuer = issuer_of(draft)
    if issuer is None:
        return
    for mention in draft.mentions:
        if mention.kind != "pronoun" or mention.actors or draft.attribution_at(mention.head):
            continue
        low = draft.doc[mention.head].lower_
        if low in _FIRST_SINGULAR:
            mention.actors, mention.rule = (issuer,), "attribution.issuer"
        elif low in _FIRST_PLURAL:
            mention.actors, mention.rule = (draft.responsible(issuer),), "attribution.issuer"

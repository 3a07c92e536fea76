"""Drafts made by hand: our own parse, and mentions of a few states by name, so that a stage can be tested alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dragoman.language import default_language
from dragoman.lexicon import Lexicon
from dragoman.reading.draft import ActorNote, Draft, Mention, TimeNote
from dragoman.reading.frames import find_frames
from dragoman.record import Report

STATES = {
    "Norway": "NOR", "Norwegian": "NOR", "Sweden": "SWE", "Swedish": "SWE", "Kenya": "KEN", "Peru": "PER", "France": "FRA", "Canada": "CAN",
    "Spain": "ESP", "Italy": "ITA", "Poland": "POL", "Iran": "IRN", "Iraq": "IRQ", "Egypt": "EGY", "Jordan": "JOR", "India": "IND", "Japan": "JPN",
    "Chile": "CHL", "Ghana": "GHA", "Greece": "GRC", "Turkey": "TUR", "Mexico": "MEX", "Brazil": "BRA",
}  # fmt: skip
_ADJECTIVES = {"Norwegian", "Swedish"}


class NoWorld:
    """A world that knows nobody beyond the actors that a draft notes itself."""

    def actor(self, identity: str) -> None:
        return None

    def place(self, name: str, on: str | None = None) -> Sequence[Any]:
        return ()


def draft_of(
    text: str, times: dict[str, str] | None = None, statuses: dict[str, str] | None = None, groups: dict[str, tuple[str, ...]] | None = None
) -> Draft:
    """A draft with mentions of the states above, and of "Security Council".

    Args:
        text: the report.
        times: word -> its EDTF value.
        statuses: word -> status of the predicate.
        groups: word -> the states that it stands for ("their").
    """
    report = Report.of(text, published="1987-03-01")
    draft = Draft(report, default_language()(text), NoWorld(), Lexicon())  # type: ignore[arg-type]
    for token in draft.doc:
        ids = (groups or {}).get(token.text) or ((STATES[token.text],) if token.text in STATES else ())
        for identity in ids:
            draft.actors.setdefault(identity, ActorNote(identity, "state", identity, identity, state=identity))
        if ids:
            kind = "adjective" if token.text in _ADJECTIVES else "group" if len(ids) > 1 else "name"
            mention = Mention((token.i, token.i + 1), token.i, kind, ids)
            draft.mentions.append(mention)
            draft.mention_at[token.i] = mention
        if times and token.text in times:
            draft.times.append(TimeNote((token.i, token.i + 1), token.i, times[token.text]))
        if statuses and token.text in statuses:
            draft.statuses[token.i] = statuses[token.text]
    find_frames(draft)
    return draft

"""Every event entry's examples, read end to end: the type, the parties and the direction; and what it must not fire on."""

from __future__ import annotations

import pytest

from dragoman import Reader
from dragoman.lexicon.events import load_events
from dragoman.record import Reading, Report

ENTRIES = load_events()


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def _found(reading: Reading) -> list[tuple[str, set[str], set[str]]]:
    return [(e.type, set(e.actors), set(e.recipients)) for e in reading.events]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_examples(reader: Reader, entry) -> None:
    for example in entry.examples:
        reading = reader.read(Report.of(example.text, published="2015-06-10"))
        actors, recipients = set(example.actors), set(example.recipients)
        assert any(
            kind == entry.type and (a == actors and r == recipients or not recipients and actors in (a, a | r)) for kind, a, r in _found(reading)
        ), f"{example.text} -> {[(e.type, e.actors, e.recipients, e.rule) for e in reading.events]}"


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.wrong], ids=lambda e: e.id)
def test_counter_examples(reader: Reader, entry) -> None:
    for text in entry.wrong:
        reading = reader.read(Report.of(text, published="2015-06-10"))
        assert entry.id not in {e.rule for e in reading.events}, text

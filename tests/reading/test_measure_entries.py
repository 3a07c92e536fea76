"""The entries on measures and units load, and each does in its own examples what it says."""

from __future__ import annotations

import pytest
from hand_made import STATES, draft_of

from dragoman.lexicon.loading import read_entries
from dragoman.lexicon.measures import FigureExample, load_measures, units_by_words
from dragoman.reading.figures import find_figures
from dragoman.reading.quantities import find_quantities


@pytest.mark.parametrize(("example", "measure"), [pytest.param(e, m.measure, id=m.id) for m in load_measures() for e in m.examples])
def test_a_measure_reads_its_example(example: FigureExample, measure: str) -> None:
    draft = draft_of(example.text)
    find_figures(draft)
    ends = (STATES.get(example.from_ or ""), STATES.get(example.to or ""))
    assert [(f.measure, f.from_, f.to, f.value, f.unit) for f in draft.figures] == [(measure, *ends, example.value, example.unit)]


@pytest.mark.parametrize(("text", "unit"), [pytest.param(t, e["id"], id=e["id"]) for _, e in read_entries("units") for t in e["examples"]])
def test_a_unit_is_read(text: str, unit: str) -> None:
    draft = draft_of(f"It was worth {text} in all.")
    draft.date.value = "2001-01-01"
    assert unit in [q.unit for q in find_quantities(draft)]


def test_units_change_with_state_and_day() -> None:
    assert units_by_words()[("dollars",)].of["CAN"] == "CAD"
    draft = draft_of("It cost 20 Egypt pounds and 3 roubles.")
    assert [q.unit for q in find_quantities(draft)] == ["EGP", "SUR"]

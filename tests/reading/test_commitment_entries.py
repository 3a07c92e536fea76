"""The entries on commitments load, and each does in its own examples what it says."""

from __future__ import annotations

import pytest
from hand_made import STATES, draft_of

from dragoman.lexicon.commitments import CarrierExample, carriers_by_form, kind_of_words, load_carriers, load_kinds
from dragoman.reading.commitment_content import content_of
from dragoman.reading.commitments import find_commitments
from dragoman.reading.instruments import find_instruments


@pytest.mark.parametrize("example", [pytest.param(e, id=c.id) for c in load_carriers() for e in c.examples])
def test_a_carrier_carries(example: CarrierExample) -> None:
    draft = draft_of(example.text, groups={"their": ("NOR", "SWE")})
    find_instruments(draft)
    find_commitments(draft)
    assert [(c.kind, set(c.obligors)) for c in draft.commitments] == [(example.kind, {STATES[o] for o in example.obligors})]


@pytest.mark.parametrize(("text", "kind"), [pytest.param(t, k.kind, id=k.id) for k in load_kinds() for t in k.examples])
def test_words_tell_the_kind(text: str, kind: str) -> None:
    draft = draft_of(text)
    assert content_of(draft, (0, len(draft.doc)), "obligation").kind == kind


def test_what_fits_no_entry_is_other() -> None:
    assert kind_of_words(["to", "sing"]) == ("other", "kind.other")


def test_carriers_are_found_in_all_their_forms() -> None:
    assert {"agreed", "agrees", "undertook"} <= set(carriers_by_form("act"))
    assert "commitments" in carriers_by_form("noun")

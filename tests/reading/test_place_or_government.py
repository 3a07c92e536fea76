"""Place or government."""

from __future__ import annotations

import pytest

from dragoman.language import default_language
from dragoman.reading.place_or_government import is_place

PLACES = [
    "They met in *Vienna* on Friday.", "She flew to *Cairo*.", "The trip to *Peru* was long.", "He came from *Norway*.", "He visited *Chile* twice.",
    "The coast of *Ghana* is flat.", "*Norway*'s largest lake froze.", "Troops withdrew from *Laos*.", "The *Geneva*-based body spoke.",
    "*Chad* borders Libya.", "*Lima* is a city on the coast.", "Storms hit the north of *France*.", "She left Oslo for *Paris*.",
]  # fmt: skip
GOVERNMENTS = [
    "*Paris* rejected the plan.", "The plan was drawn up by *Chile*.", "Relations between *Peru* and Chile are good.",
    "He accused *Norway* of spying.",
    "The president of *Ghana* resigned.", "*Norway*'s decision was late.", "They sold ships to *Laos*.", "They got support from *Cairo*.",
   
    "Sanctions against *Chad* were lifted.", "The independence of *Fiji* was recognized.", "*Vienna* said that it would pay.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "place"), [*((t, True) for t in PLACES), *((t, False) for t in GOVERNMENTS)])
def test_place_or_government(text: str, place: bool) -> None:
    before, name, after = text.split("*")
    doc = default_language()(before + name + after)
    token = next(t for t in doc if t.idx == len(before))
    assert is_place(token, "name") is place

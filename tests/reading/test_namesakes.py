"""Namesakes of capitals and states."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading.draft import Draft

Who = Callable[..., Draft]


def country(draft: Draft, word: str) -> str | None:
    token = next(t.i for t in draft.doc if t.text == word)
    mention = draft.mention_at.get(token)
    return mention.actors[0] if mention else draft.place_at[token].country


@pytest.mark.parametrize("address", ["Paris, Texas", "Paris, Tenn."])
def test_the_region_after_a_comma_tells(who: Who, address: str) -> None:
    draft = who(f"A fire broke out in {address} on Monday. Paris has two fire engines.", "2009-03-20")
    assert country(draft, "Paris") == "USA"
    assert "FRA" not in draft.actors


def test_regions_tell_where_a_report_is_at_home(who: Who) -> None:
    draft = who("A man from Dublin was arrested in Ohio on Monday. Police in Dublin searched his house.", "2009-03-20")
    assert country(draft, "Dublin") == "USA"


def test_where_governments_act_the_capital_is_meant(who: Who) -> None:
    draft = who("President Obama left Ohio for Paris on Monday.", "2009-06-05")
    assert country(draft, "Paris") == "FRA"

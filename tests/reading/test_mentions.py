"""Mentions: names of states, bodies and organisations, and what is no actor."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading.draft import Draft

Who = Callable[..., Draft]


def meant(draft: Draft, words: str) -> tuple[str, ...]:
    """Whom the mention over these words stands for."""
    found = [m for m in draft.mentions if words in draft.span(m.stretch).text]
    assert found, [draft.span(m.stretch).text for m in draft.mentions]
    return found[0].actors


@pytest.mark.parametrize(("day", "state"), [("1987-03-02", "SUN"), ("2001-07-16", "RUS")])
def test_a_capital_is_the_government_of_the_day(who: Who, day: str, state: str) -> None:
    draft = who("Moscow rejected the offer.", day)
    assert meant(draft, "Moscow") == (state,)
    assert not draft.mentions[0].as_place


def test_adjectives_are_governments(who: Who) -> None:
    draft = who("Swedish officials met a Danish envoy.", "1999-05-05")
    assert meant(draft, "Swedish") == ("SWE",) and meant(draft, "Danish") == ("DNK",)


def test_unknown_organisations_are_actors_and_their_offices_are_cut_off(who: Who) -> None:
    draft = who("The Harbor Institute for Peace published a study. Tobin Foundation President Erin Wolcott disagreed.", "1999-05-05")
    assert "harbor-institute-for-peace" in draft.actors
    assert draft.actors["erin-wolcott"].title == "president"
    assert not any("president" in a for a in draft.actors)


def test_initialisms_are_defined_in_brackets(who: Who) -> None:
    draft = who("The Harbor Institute for Peace (HIP) published a study. HIP said the risk grew.", "1999-05-05")
    assert {a for m in draft.mentions for a in m.actors} == {"harbor-institute-for-peace"}


@pytest.mark.parametrize(
    "text",
    [
        "The Samuel Ostrander Room was full.", "He cited the February Accord and General License 4.", "The yen rose.",
        "She has a J.D. from a college.", "In other words, the Summit went well.", "The bill was sponsored by Whitley (R-OH).",
    ],
)  # fmt: skip
def test_things_are_nobody(who: Who, text: str) -> None:
    persons = {n.name for n in who(text, "1999-05-05").actors.values() if n.kind == "person"}
    assert persons <= {"Whitley"}


def test_headline_capitals_make_nobody(who: Who) -> None:
    text = "TROLL STEEL TALKS FAIL, MINISTER SAYS\n\nSwedish Industry Minister Lars Ekholt said talks had failed."
    draft = who(text, "1987-03-02", title="TROLL STEEL TALKS FAIL, MINISTER SAYS")
    assert [a for a, n in draft.actors.items() if n.kind == "person"] == ["lars-ekholt"]


def test_a_headline_that_runs_on_adds_nothing_to_a_name(who: Who) -> None:
    title = "Special Envoy Erin Wolcott Travels to Chad"
    draft = who(f"{title}\n\nErin Wolcott will go to Chad on Monday. Wolcott said so.", "2021-05-05", title=title)
    assert [a for a, n in draft.actors.items() if n.kind == "person"] == ["erin-wolcott"]


def test_authors_who_hold_office_are_actors_under_their_full_name(who: Who) -> None:
    text = "Road Safety\n\nAntony J. Blinken, Secretary of State\n\nOn behalf of the United States, I thank Peru."
    draft = who(text, "2022-05-05", title="Road Safety", byline=("Antony J. Blinken",))
    assert draft.actors["antony-j-blinken"].title == "secretary of state"


def test_party_names_in_a_minister_s_title_are_its_field(who: Who) -> None:
    draft = who("Brazilian Labour Minister Rui Falcon came.", "1987-03-13")
    assert (draft.actors["rui-falcon"].title, draft.actors["rui-falcon"].of) == ("labour minister", "BRA")

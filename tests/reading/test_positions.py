"""Who is for or against what."""

import pytest
from drafts import draft_of

from dragoman.lexicon.stances import StanceExample, load_stances
from dragoman.reading.draft import Draft

STAGES = ("frames", "attribution", "factuality", "positions")
NAMES = {"Denmark": ("DNK", "state"), "Norway": ("NOR", "state")}


def read(text: str) -> Draft:
    return draft_of(text, STAGES, NAMES, {"its": "DNK"})


def held(draft: Draft) -> list[tuple[str, str, str]]:
    return [(p.holder, p.stance, draft.span(p.target).text) for p in draft.positions]


@pytest.mark.parametrize("example", [e for entry in load_stances() for e in entry.examples], ids=lambda e: e.text)
def test_examples_of_the_lexicon(example: StanceExample) -> None:
    expected = [(NAMES[example.holder][0], example.stance, example.target)] if example.stance else []
    assert held(read(example.text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Denmark might support the plan.",
        "Denmark did not oppose the plan.",
        "Denmark denounced Norway.",
        "The reckless raid was Norway's.",
        "Denmark looks forward to the visit.",
        "Denmark wants to do it.",
        "Denmark spent the loan sought by Norway.",
    ],
)
def test_no_position(text: str) -> None:
    assert held(read(text)) == []


def test_each_of_two_holders_has_its_own() -> None:
    assert held(read("Denmark and Norway condemned the raid.")) == [
        ("DNK", "opposes", "the raid"),
        ("NOR", "opposes", "the raid"),
    ]


def test_target_actor_reason_and_attribution() -> None:
    draft = read("Norway said Denmark rejects Norway's plan because it is too dear.")
    (position,) = draft.positions
    assert (position.holder, position.target_actor, position.attribution) == ("DNK", "NOR", ("NOR",))
    assert position.reason is not None and draft.span(position.reason).text == "it is too dear"


def test_clauses_that_follow_a_target_are_no_part_of_it() -> None:
    assert held(read("Denmark opposes the tax, which Norway levies.")) == [("DNK", "opposes", "the tax")]

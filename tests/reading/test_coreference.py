"""Coreference: pronouns, descriptions, groups."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading.draft import Draft

Who = Callable[..., Draft]


def at(draft: Draft, word: str) -> tuple[str, ...]:
    """Whom the last such word stands for."""
    token = [t.i for t in draft.doc if t.text == word][-1]
    return draft.actors_at(token, conjuncts=False)


CASES = [
    ("Pedro Falcon met Karin Wolcott. She thanked him.", "She", ("karin-wolcott",)),
    ("Pedro Falcon met Karin Wolcott. She thanked him.", "him", ("pedro-falcon",)),
    ("Norway signed the pact. It said that the pact was fair.", "It", ("NOR",)),
    ("Norway criticized Peru and said it would not pay.", "it", ("NOR",)),
    ("Chile and Peru signed the pact. They will meet again.", "They", ("CHL", "PER")),
    ("Norway and Peru held talks. Both sides were content.", "sides", ("NOR", "PER")),
    ("Norway and Peru held talks. The two countries will trade.", "countries", ("NOR", "PER")),
    ("Swedish Foreign Minister Lars Ekholt came. The minister said no.", "minister", ("lars-ekholt",)),
    ("The Harbor League met in Oslo. The organization elected a chairman.", "organization", ("harbor-league",)),
    ("North Korea fired at South Korea. The South fired back.", "South", ("KOR",)),
    ("North Korea fired at South Korea. South Korea fired shells into the north.", "north", ("PRK",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "actors"), CASES)
def test_who_is_meant(who: Who, text: str, word: str, actors: tuple[str, ...]) -> None:
    assert set(at(who(text, "1999-05-05"), word)) == set(actors)


def test_it_may_mean_a_thing(who: Who) -> None:
    draft = who("The treaty was rejected by parliament in Norway. It remains a dead letter.", "1999-05-05")
    assert at(draft, "It") == ()


def test_expletives_mean_nobody(who: Who) -> None:
    assert at(who("Norway signed. It is likely that Peru will follow.", "1999-05-05"), "It") == ()


def test_we_in_a_quotation_is_the_speaker_s_state() -> None:
    from dragoman.reading.reader import Reader
    from dragoman.record import Report

    reader = Reader(stages=["calendar", "mentions", "coreference", "frames", "attribution", "speakers"])
    draft = reader.draft(Report.of('"We will pay," said Swedish Foreign Minister Lars Ekholt.', published="1999-05-05"))
    assert at(draft, "We") == ("SWE",)

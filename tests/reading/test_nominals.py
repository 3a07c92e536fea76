"""Role nouns: offices alone, officials, governments, forces, bodies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading.draft import Draft, Mention

Who = Callable[..., Draft]


def over(draft: Draft, head: str) -> Mention:
    return next(m for m in draft.mentions if draft.doc[m.head].text == head)


@pytest.mark.parametrize(
    ("text", "head", "actors", "named"),
    [
        ("The French president flew home.", "president", ("jacques-chirac",), True),
        ("A senior Turkish official spoke.", "official", ("TUR",), False),
        ("The Polish government sent a note.", "government", ("POL",), True),
        ("Iraqi tanks crossed the river.", "tanks", ("IRQ",), True),
        ("The Norwegian Foreign Ministry protested.", "Ministry", ("NOR:foreign-ministry",), True),
        ("The parliament of Chile voted.", "parliament", ("CHL:parliament",), True),
        ("Greek farmers blocked the bridge.", "farmers", ("GRC",), True),
        ("The Ministry of Defence of Peru denied it.", "Ministry", ("PER:defence-ministry",), True),
        ("A spokesman for the Danish army spoke.", "spokesman", ("DNK",), False),
    ],
)
def test_whom_role_nouns_stand_for(who: Who, text: str, head: str, actors: tuple[str, ...], named: bool) -> None:
    mention = over(who(text, "2001-07-16"), head)
    assert (mention.actors, mention.named) == (actors, named)


def test_sources_without_an_owner_are_nobody(who: Who) -> None:
    mention = over(who("Diplomatic sources doubted it.", "2001-07-16"), "sources")
    assert (mention.actors, mention.named) == ((), False)


def test_bodies_in_a_capital_belong_to_its_state(who: Who) -> None:
    assert over(who("The Foreign Ministry in Oslo protested.", "2001-07-16"), "Ministry").actors == ("NOR:foreign-ministry",)


def test_bodies_without_an_owner_belong_to_the_state_in_focus(who: Who) -> None:
    draft = who("Norway accused Russia of spying. Norway expelled two men. The foreign ministry gave no names.", "2001-07-16")
    assert over(draft, "ministry").actors == ("NOR:foreign-ministry",)

"""Instruments: which mentions mean one, whose they are, what became of them."""

from __future__ import annotations

from hand_made import draft_of

from dragoman.reading.draft import Draft
from dragoman.reading.instruments import find_instruments, instrument_at


def read(text: str, **more: dict[str, str]) -> Draft:
    draft = draft_of(text, **more)  # type: ignore[arg-type]
    find_instruments(draft)
    return draft


def mentions(draft: Draft) -> list[list[str]]:
    return [[draft.span(m).text for m in note.mentions] for note in draft.instruments]


def test_definite_descriptions_go_back_to_one_instrument() -> None:
    draft = read("Norway and Sweden signed a fisheries treaty. The treaty replaces a 1905 pact. The document has nine articles.")
    assert mentions(draft)[0] == ["a fisheries treaty", "The treaty", "The document"]
    assert draft.instruments[1].year == "1905"
    assert draft.instruments[0].relations == [("replaces", 1)]


def test_another_is_another() -> None:
    draft = read("Norway and Sweden signed a border treaty. They issued a separate declaration. Norway and Sweden signed a separate treaty on fish.")
    assert [len(m) for m in mentions(draft)] == [1, 1, 1]
    assert draft.instruments[1].relations == [("accompanies", 0)]


def test_indefinite_phrases_speak_again_of_what_is_only_hoped_for() -> None:
    draft = read("Norway and Sweden hope to negotiate a missile pact. A fair pact would be hard, Norway said.", statuses={"negotiate": "future"})
    assert len(draft.instruments) == 1


def test_parties_come_from_the_phrase_and_from_those_who_sign() -> None:
    named = read("The Norwegian-Swedish treaty still holds.")
    signed = read("Kenya and Peru signed an agreement on coffee.")
    assert set(named.instruments[0].parties) == {"NOR", "SWE"}
    assert signed.instruments[0].parties == ("KEN", "PER")


def test_the_agreement_takes_up_an_act_of_agreeing() -> None:
    draft = read("Kenya agreed to buy ships from Norway. The agreement surprised many.")
    assert set(draft.instruments[0].parties) == {"KEN", "NOR"}


def test_a_broker_is_no_party_and_consent_no_instrument() -> None:
    assert [i.parties for i in read("Kenya praised the Norwegian-brokered truce.").instruments] == [()]
    assert read("Kenya's agreement to let the ships pass was welcome.").instruments == []


def test_two_treaties_of_one_headline_are_told_apart_by_their_nouns() -> None:
    draft = read("Norway and Sweden signed a treaty. They signed an interim agreement as well. The treaty has nine articles.")
    assert [draft.span(m).text for m in draft.instruments[0].mentions] == ["a treaty", "The treaty"]


def test_what_is_no_instrument() -> None:
    for text in ("Norway and Sweden are in agreement.", "Norway has a great deal of oil.", "Kenya reached an agreement with its creditor banks.",
                 "Norway hopes for a peaceful resolution of the quarrel.", "A spokesman of Norway repeated statements on oil."):  # fmt: skip
        assert read(text).instruments == [], text


def test_known_names_bring_their_parties() -> None:
    draft = read("Norway praised the Anti-Ballistic Missile Treaty. The ABM treaty is from 1972.")
    assert len(draft.instruments) == 1
    assert set(draft.instruments[0].parties) == {"USA", "SUN"} and draft.instruments[0].year == "1972"


def test_signing_tells_day_and_state() -> None:
    draft = read("Norway and Sweden signed a border treaty on Monday.", times={"Monday": "1987-02-23"})
    assert (draft.instruments[0].signed, draft.instruments[0].state, draft.instruments[0].year) == ("1987-02-23", "signed", "1987")


def test_force_begins() -> None:
    draft = read("The treaty between Norway and Sweden entered into force in 1906.", times={"1906": "1906"})
    assert (draft.instruments[0].in_force, draft.instruments[0].state) == ("1906", "in-force")


def test_an_end_is_told() -> None:
    draft = read("The Norwegian-Swedish pact fell apart in 1931.", times={"1931": "1931"})
    assert (draft.instruments[0].ended, draft.instruments[0].state) == ("1931", "broken-down")


def test_instrument_at() -> None:
    draft = read("Norway and Sweden signed a border treaty.")
    token = next(t.i for t in draft.doc if t.text == "treaty")
    assert instrument_at(draft, token) == 0 and instrument_at(draft, token - 1) == 0
    assert instrument_at(draft, 0) is None


def test_nothing_where_nothing_is_told() -> None:
    assert read("It rained in Norway.").instruments == []

"""Events end to end: who to whom, once for one happening, when, where, and on whose word."""

from __future__ import annotations

import pytest

from dragoman import Reader
from dragoman.record import Event, Reading, Report


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def read(reader: Reader, text: str, published: str = "1995-03-08", **fields: object) -> Reading:
    return reader.read(Report.of(text, published=published, **fields))


def one(reading: Reading, kind: str) -> Event:
    found = [e for e in reading.events if e.type == kind]
    assert len(found) == 1, [(e.type, e.actors, e.recipients, e.rule) for e in reading.events]
    return found[0]


def test_reciprocal_acts_have_all_parties_as_actors(reader: Reader) -> None:
    event = one(read(reader, "Chile and Peru signed a border treaty in Lima on Monday."), "SUPPORT")
    assert set(event.actors) == {"CHL", "PER"} and event.recipients == ()
    assert event.time == "1995-03-06" and event.place is not None and event.place.name == "Lima"
    assert event.status == "actual" and event.attribution == ()


def test_officials_act_for_their_state_and_are_kept_as_participants(reader: Reader) -> None:
    event = one(read(reader, "Polish Foreign Minister Anna Nowak condemned Slovakia for the raid."), "ACCUSE")
    assert event.actors == ("POL",) and event.recipients == ("SVK",) and event.participants == ("anna-nowak",)


def test_the_outer_verb_is_the_event_and_the_inner_is_swallowed(reader: Reader) -> None:
    reading = read(reader, "Kenya refused to withdraw its troops from Uganda.")
    assert [e.type for e in reading.events] == ["REJECT"]
    assert reading.events[0].recipients == ("UGA",)


def test_one_happening_told_twice_is_one_event(reader: Reader) -> None:
    text = "CHILE, PERU SIGN TREATY\n\nChile and Peru signed a treaty on Monday.\n\nThe two countries signed the treaty in Lima."
    event = one(read(reader, text, title="CHILE, PERU SIGN TREATY"), "SUPPORT")
    assert len(event.evidence) >= 2


def test_a_new_thing_is_another_event(reader: Reader) -> None:
    reading = read(reader, "Chile and Peru signed a border treaty. The two presidents also signed a separate declaration.")
    assert len([e for e in reading.events if e.type == "SUPPORT"]) == 2


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Sudan attacked Chad on Monday.", "actual"),
        ("Sudan did not attack Chad.", "negated"),
        ("Sudan may attack Chad.", "hypothetical"),
        ("Sudan attacked Chad in 1982.", "historical"),
    ],
)
def test_status(reader: Reader, text: str, status: str) -> None:
    assert one(read(reader, text), "ASSAULT").status == status


def test_planned_cooperation_is_agree_in_the_future(reader: Reader) -> None:
    event = one(read(reader, "Chile and Peru will sign a border treaty next week."), "AGREE")
    assert event.status == "future"


def test_a_year_before_its_noun_dates_the_thing_not_the_act(reader: Reader) -> None:
    event = one(read(reader, "Chile and Peru signed a protocol to the 1982 fishing treaty."), "SUPPORT")
    assert event.time is None and event.status == "actual"


def test_must_said_of_another_state_is_a_demand(reader: Reader) -> None:
    event = one(read(reader, "Kenyan President Daniel arap Moi said Uganda must withdraw its troops."), "REQUEST")
    assert event.actors == ("KEN",) and event.recipients == ("UGA",) and event.rule == "request.by-modal"


@pytest.mark.parametrize("clause", ["Uganda had violated the accord", "Uganda had not honoured its promises"])
def test_what_is_said_against_another_state_is_an_accusation(reader: Reader, clause: str) -> None:
    found = [e for e in read(reader, f"Kenyan President Daniel arap Moi said {clause}.").events if e.type == "ACCUSE"]
    assert [(e.actors, e.recipients) for e in found] == [(("KEN",), ("UGA",))]


def test_we_of_a_joint_text_are_its_authors(reader: Reader) -> None:
    text = "We, the Foreign Ministers of Chad, Mali and Niger, condemn the coup in Burkina Faso. We call on the army to release the president."
    reading = read(reader, text)
    assert {frozenset(e.actors) for e in reading.events if e.type in {"ACCUSE", "REQUEST"}} == {frozenset({"TCD", "MLI", "NER"})}


def test_attribution_is_whose_word_it_is(reader: Reader) -> None:
    reading = read(reader, "Sudan attacked Chad on Monday, French Foreign Minister Jean Dupont said.")
    assert one(reading, "ASSAULT").attribution == ("jean-dupont",)


def test_what_is_usual_is_no_event(reader: Reader) -> None:
    assert not read(reader, "Chile sells copper to Japan.").events


def test_ids_and_order_are_those_of_the_text(reader: Reader) -> None:
    text = "Sudan attacked Chad. France condemned Sudan. Chile and Peru held talks."
    reading = read(reader, text)
    assert [e.id for e in reading.events] == ["e1", "e2", "e3"]
    assert [e.anchor.start for e in reading.events] == sorted(e.anchor.start for e in reading.events)
    assert read(reader, text) == reading


def test_an_empty_report_is_refused(reader: Reader) -> None:
    with pytest.raises(ValueError, match="empty"):
        reader.read("  \n ")


def test_every_fact_stands_on_the_text_and_names_its_rule(reader: Reader) -> None:
    reading = read(reader, "Chile and Peru signed a border treaty. Chile promised to lift tariffs on Peruvian fish, its president said.")
    facts = [*reading.events, *reading.instruments, *reading.statements, *reading.commitments, *reading.positions]
    assert len(facts) >= 4 and all(fact.rule for fact in facts)

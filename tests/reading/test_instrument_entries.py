"""The entries on instruments load, and each does in its own examples what it says."""

from __future__ import annotations

import pytest
from hand_made import draft_of

from dragoman.lexicon.instruments import (
    known_names,
    load_nouns,
    load_relations,
    load_states,
    name_words,
    nouns_by_form,
    plural_of,
    states_by_form,
    subjects_by_word,
)
from dragoman.lexicon.loading import read_entries
from dragoman.reading.instrument_mentions import find_instrument_mentions
from dragoman.reading.instruments import find_instruments


@pytest.mark.parametrize(("text", "mention"), [pytest.param(t, m, id=n.id) for n in load_nouns() for t, m in n.examples])
def test_a_noun_makes_its_mention(text: str, mention: str) -> None:
    draft = draft_of(text)
    assert mention in [draft.span(m.stretch).text for m in find_instrument_mentions(draft)]


@pytest.mark.parametrize(("text", "state"), [pytest.param(t, s, id=p.id) for p in load_states() for t, s in p.examples])
def test_a_predicate_tells_the_state(text: str, state: str) -> None:
    draft = draft_of(text)
    find_instruments(draft)
    assert [i.state for i in draft.instruments] == [state]


@pytest.mark.parametrize(
    ("text", "one", "other", "kind"), [pytest.param(t, a, b, p.kind, id=p.id) for p in load_relations() for t, a, b in p.examples]
)
def test_a_predicate_relates_two(text: str, one: str, other: str, kind: str) -> None:
    draft = draft_of(text)
    find_instruments(draft)
    words = [[draft.span(m).text for m in i.mentions] for i in draft.instruments]
    related = [(words[k], relation, words[j]) for k, note in enumerate(draft.instruments) for relation, j in note.relations]
    assert [r for r in related if any(one in w for w in r[0]) and any(other in w for w in r[2])] == [r for r in related if r[1] == kind] != []


@pytest.mark.parametrize(("text", "known"), [pytest.param(e["examples"][0], e["id"], id=e["id"]) for _, e in read_entries("known_instruments")])
def test_a_known_name_is_found(text: str, known: str) -> None:
    draft = draft_of(text)
    draft.date.value = "2025-01-01"
    assert known in [m.known.id for m in find_instrument_mentions(draft) if m.known is not None]


def test_a_name_means_what_there_was_on_the_day() -> None:
    words = name_words("Paris Agreement")
    of_1987, of_2016 = (known_names().named(words, day) for day in ("1987-04-08", "2016-01-01"))
    assert of_1987 is not None and of_2016 is not None and (of_1987.id, of_2016.id) == ("known.louvre", "known.paris-climate")
    assert known_names().named(name_words("Kyoto Protocol"), "1987-04-08") is None


def test_subjects_stand_in_their_examples() -> None:
    table = subjects_by_word()
    for _, entry in read_entries("instrument_subjects"):
        assert entry["id"] in {table.get(w) for e in entry["examples"] for w in e.split()}


def test_lookups_take_plurals_and_written_forms() -> None:
    assert nouns_by_form()["treaties"][1] and not nouns_by_form()["treaty"][1]
    assert states_by_form()[("fell_apart", "subj")].state == "broken-down"
    assert [k.parties for k in known_names().by_words[name_words("Anti-Ballistic Missile Treaty")]] == [("USA", "SUN")]
    assert plural_of("treaty") == "treaties" and plural_of("pact") == "pacts"

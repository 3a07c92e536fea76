"""The event entries: all load, each is sound, and a faulty one is refused with a helpful sentence."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.lexicon import Lexicon, LexiconError, events
from dragoman.record.kinds import EVENT_TYPES

LEXICON = Lexicon()
SLOTS = {"subj", "obj", "iobj", "comp", "purpose", "poss"}


def faulty(**changes: object) -> Iterator[tuple[str, dict[str, object]]]:
    entry: dict[str, object] = {
        "id": "support.x",
        "type": "SUPPORT",
        "verbs": ["sign"],
        "actor": ["subj"],
        "examples": [{"text": "A and B signed.", "actors": ["A"], "recipients": []}],
    }
    yield "x.yaml", entry | changes


def patterns(entry: events.EventEntry) -> int:
    return len(entry.verbs) + len(entry.nouns) + len(entry.adjectives)


def test_every_type_has_entries_under_its_own_name() -> None:
    assert {entry.type for entry in LEXICON.events} == set(EVENT_TYPES)
    assert all(entry.id.split(".")[0] == entry.type.lower() for entry in LEXICON.events)


def test_the_lexicon_is_wide() -> None:
    assert sum(map(patterns, LEXICON.events)) >= 1200
    counts = Counter[str]()
    for entry in LEXICON.events:
        counts[entry.type] += patterns(entry)
    assert min(counts.values()) >= 50


def test_every_example_names_its_actors() -> None:
    for entry in LEXICON.events:
        assert entry.examples
        for example in entry.examples:
            assert example.text.endswith(".") and example.actors, entry.id
            assert not (entry.reciprocal and example.recipients), entry.id
            assert len({*example.actors, *example.recipients}) >= entry.parties, entry.id


def test_no_predicate_or_example_stands_twice_in_an_entry() -> None:
    for entry in LEXICON.events:
        for words in (entry.verbs, entry.nouns, entry.adjectives, entry.light):
            assert len(words) == len(set(words)), entry.id
    texts = Counter(example.text for entry in LEXICON.events for example in entry.examples)
    assert [text for text, n in texts.items() if n > 1] == []


def test_a_word_is_not_both_asked_for_and_barred() -> None:
    for entry in LEXICON.events:
        for slot, wanted in entry.needs.items():
            assert set(wanted).isdisjoint(entry.unless.get(slot, ())), (entry.id, slot)


def test_slots_are_roles_or_prepositions_in_lower_case() -> None:
    for entry in LEXICON.events:
        slots = {slot for key in (*entry.needs, *entry.unless) for slot in key.split("|")} | {*entry.actor, *entry.recipient}
        assert all(slot.replace("_", "").isalpha() and slot.islower() for slot in slots), entry.id
        assert "inner" not in entry.actor
        assert entry.actor[0] in SLOTS | {"by", "between", "from"}, entry.id


def test_every_class_is_used_and_has_words_in_all_forms() -> None:
    assert {"treaty", "treaties"} <= LEXICON.classes["instrument"]
    assert {"visit", "visited", "visiting"} <= LEXICON.classes["meet-act"]
    words = {word for entry in LEXICON.events for listed in (*entry.needs.values(), *entry.unless.values()) for word in listed}
    by_acts_of_speech = {"wrongdoing", "duty"}
    assert {word[1:] for word in words if word.startswith("@")} | by_acts_of_speech == set(LEXICON.classes)


def test_words_of_constraints_come_in_all_forms() -> None:
    entry = next(e for e in LEXICON.events if e.id == "support.exchange-envoys")
    assert {"ambassador", "ambassadors"} <= set(entry.needs["obj"])


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"type": "PRAISE"}, "type PRAISE"),
        ({"mode": "visit"}, "modes of SUPPORT are none"),
        ({"contexts": ["football"]}, "context football"),
        ({"inner": "perhaps"}, "inner perhaps"),
        ({"parties": 3}, "parties 3"),
        ({"verbs": []}, "no predicate"),
        ({"actor": []}, "no actor"),
        ({"actor": [True]}, "in quotes"),
        ({"needs": {True: ["border"]}}, "in quotes"),
        ({"needs": {"obj": ["@nothing"]}}, "class @nothing"),
        ({"weight": 2}, "unknown key weight"),
        ({"examples": [{"text": "A signed."}]}, "lacks one of"),
    ],
)
def test_faulty_entries_are_refused(monkeypatch: pytest.MonkeyPatch, changes: dict[str, object], message: str) -> None:
    LEXICON.classes  # noqa: B018  (loads the classes before the reader is replaced)
    monkeypatch.setattr(events, "read_entries", lambda folder: faulty(**changes))
    events.load_events.cache_clear()
    with pytest.raises(LexiconError, match=message) as caught:
        events.load_events()
    events.load_events.cache_clear()
    assert "x.yaml" in str(caught.value) and "support.x" in str(caught.value)


def test_the_files_are_one_a_type() -> None:
    folder = Path(events.__file__).parent / "entries" / "events"
    assert {path.stem.upper() for path in folder.glob("*.yaml")} == set(EVENT_TYPES)

"""Frames over the real model: who did what to whom, whatever the syntax."""

from types import SimpleNamespace

import pytest

from dragoman.language import default_language
from dragoman.reading.draft import Draft
from dragoman.reading.frames import find_frames
from dragoman.record import Report

LEXICON = SimpleNamespace(
    event_nouns=frozenset({"talk", "withdrawal", "sanction", "signing", "visit"}), light_verbs=frozenset({"hold", "impose", "pay"}), verb_bases={}
)


def slots(text: str, lemma: str) -> dict[str, list[str]]:
    draft = Draft(Report.of(text), default_language()(text), None, LEXICON)  # type: ignore[arg-type]
    find_frames(draft)
    frame = next(f for f in draft.frames if f.lemma == lemma)
    merged = {role: [draft.doc[i].text for i in fillers] for role, fillers in frame.slots.items()}
    for role, fillers in frame.support.items():
        merged.setdefault(role, []).extend(draft.doc[i].text for i in fillers)
    return merged


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("Chile and Peru signed a treaty.", "sign", {"subj": ["Chile", "Peru"], "obj": ["treaty"]}),
        ("The treaty was signed by Chile and Peru.", "sign", {"subj": ["Chile", "Peru"], "obj": ["treaty"]}),
        ("The signing of the accord surprised Jordan.", "signing", {"of": ["accord"]}),
        ("Egypt's withdrawal from the pact surprised Jordan.", "withdrawal", {"poss": ["Egypt"], "from": ["pact"]}),
        ("France held talks with Spain.", "talk", {"subj": ["France"], "with": ["Spain"]}),
        ("Washington imposed sanctions on Iran.", "sanction", {"subj": ["Washington"], "on": ["Iran"]}),
        ("Iran threatened to attack Israel.", "attack", {"subj": ["Iran"], "obj": ["Israel"]}),
        ("Britain urged Argentina to withdraw its troops.", "withdraw", {"subj": ["Argentina"], "obj": ["troops"]}),
        ("Syria released the hostages that it had seized.", "seize", {"subj": ["it"], "obj": ["hostages"]}),
        ("Talks between India and Pakistan collapsed.", "talk", {"between": ["India", "Pakistan"]}),
        ("Cuba called on Spain to end its embargo.", "call", {"subj": ["Cuba"], "on": ["Spain"], "comp": ["end"]}),
        ("Israel and Lebanon blamed each other.", "blame", {"subj": ["Israel", "Lebanon"], "each_other": ["each"]}),
        ("He flew there on behalf of Norway.", "fly", {"on_behalf_of": ["Norway"]}),
    ],
)
def test_slots(text: str, lemma: str, expected: dict[str, list[str]]) -> None:
    found = slots(text, lemma)
    for role, words in expected.items():
        assert found.get(role) == words, found

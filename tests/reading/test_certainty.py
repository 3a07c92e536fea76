"""How sure sources are of what they say."""

import pytest
from drafts import draft_of

from dragoman.lexicon.certainty import CertaintyExample, load_certainties

STAGES = ("frames", "attribution")


@pytest.mark.parametrize("example", [e for entry in load_certainties() for e in entry.examples], ids=lambda e: e.text)
def test_examples_of_the_lexicon(example: CertaintyExample) -> None:
    assert draft_of(example.text, STAGES).statements[0].certainty == example.level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The minister said the talks had failed.", "unstated"),
        ("The minister confirmed that the talks might fail.", "possible"),
        ("The minister said he was not sure the talks had failed.", "possible"),
        ("The minister denied that the talks would certainly fail.", "denied"),
    ],
)
def test_certainty(text: str, level: str) -> None:
    assert draft_of(text, STAGES).statements[0].certainty == level

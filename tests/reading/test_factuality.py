"""Did it happen: each lexicon entry's examples, and how words combine."""

import pytest
from drafts import draft_of

from dragoman.lexicon.embedding import EmbeddingExample, load_embeddings
from dragoman.reading.draft import DateNote, Draft, TimeNote
from dragoman.reading.factuality import settle_statuses, status_of

STAGES = ("frames", "attribution", "factuality")


def status(draft: Draft, word: str) -> str:
    return status_of(draft, next(t.i for t in draft.doc if t.text == word))


@pytest.mark.parametrize(
    "example", [e for entry in load_embeddings() for e in entry.examples], ids=lambda e: f"{e.word}: {e.text}"
)
def test_examples_of_the_lexicon(example: EmbeddingExample) -> None:
    assert status(draft_of(example.text, STAGES), example.word) == example.status


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chile signed the accord.", "signed", "actual"),
        ("Chile signed the accord to end the war.", "end", "hypothetical"),
        ("None of the ships was attacked.", "attacked", "negated"),
        ("None of the ships is known to have been attacked.", "attacked", "negated"),
        ("No talks were held.", "talks", "negated"),
        ("The reviews are to continue.", "continue", "future"),
        ("Talks are due to begin on Wednesday.", "Talks", "future"),
        ("Chile to sign accord with Peru", "sign", "future"),
        ("Chile was the first to sign the accord.", "sign", "actual"),
        ("Chile may hold talks with Peru.", "talks", "hypothetical"),
        ("Will Chile sign the accord?", "sign", "future"),
        ("Has Chile signed the accord?", "signed", "hypothetical"),
        ("Chile refused to agree to leave the port.", "leave", "negated"),
        ("Chile will try to leave the port.", "leave", "hypothetical"),
        ("If Peru signs, Chile will lift the ban.", "lift", "future"),
        ("Chile said it would sign the accord if Peru left.", "sign", "hypothetical"),
        ("Chile signed the accord and lifted the ban.", "lifted", "actual"),
        ("Chile will meet Peru and sign the accord.", "sign", "future"),
    ],
)
def test_combinations(text: str, word: str, expected: str) -> None:
    assert status(draft_of(text, STAGES), word) == expected


def test_a_time_after_the_report_lies_ahead() -> None:
    draft = draft_of("The envoy leaves for Lima on Tuesday.", ("frames", "attribution"))
    tuesday = next(t.i for t in draft.doc if t.text == "Tuesday")
    draft.date, draft.times = DateNote("1987-03-16"), [TimeNote((tuesday, tuesday + 1), tuesday, "1987-03-17")]
    settle_statuses(draft)
    assert status(draft, "leaves") == "future"

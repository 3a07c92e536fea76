"""The tables of cues, embeddings and stances: loading, lookup, and their refusals."""

from collections.abc import Iterator

import pytest

from dragoman.lexicon import LexiconError, cues, embedding, stances


def entries(**changes: object) -> Iterator[tuple[str, dict[str, object]]]:
    entry: dict[str, object] = {"id": "x", "kind": "verb", "words": ["back"], "positive": "keep", "examples": [{"text": "A."}]}
    yield "x.yaml", entry | changes


def test_verbs_are_found_in_every_form() -> None:
    assert {cues.verb_cues()[form].kind for form in ("say", "says", "said", "saying")} == {"say"}
    assert cues.noun_cues()["claims"].kind == "noun"
    assert "statements" in cues.papers()
    assert cues.phrase_cues()["according", "to"].kind == "phrase"


def test_particles_belong_to_the_verb() -> None:
    assert embedding.embeddings()["verb", "noun", "called_off"].positive == "negated"
    assert ("verb", "noun", "off") not in embedding.embeddings()


@pytest.mark.parametrize("changes", [{"kind": "adverb"}, {}])
def test_cue_entries_are_checked(monkeypatch: pytest.MonkeyPatch, changes: dict[str, object]) -> None:
    monkeypatch.setattr(cues, "read_entries", lambda folder: entries(**({"kind": "say"} | changes)))
    with pytest.raises(LexiconError, match="x.yaml"):
        cues.load_cues.__wrapped__()


@pytest.mark.parametrize("changes", [{"positive": "maybe"}, {"over": "words"}, {}])
def test_embedding_entries_are_checked(monkeypatch: pytest.MonkeyPatch, changes: dict[str, object]) -> None:
    monkeypatch.setattr(embedding, "read_entries", lambda folder: entries(**changes))
    with pytest.raises(LexiconError, match="x.yaml"):
        embedding.load_embeddings.__wrapped__()


@pytest.mark.parametrize("changes", [{"stance": "likes"}, {"kind": "clause"}, {}])
def test_stance_entries_are_checked(monkeypatch: pytest.MonkeyPatch, changes: dict[str, object]) -> None:
    monkeypatch.setattr(stances, "read_entries", lambda folder: entries(**changes))
    with pytest.raises(LexiconError, match="x.yaml"):
        stances.load_stances.__wrapped__()

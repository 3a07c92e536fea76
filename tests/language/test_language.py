"""The language model behind a Doc: splitting, trees, lemmas, entities, on sentences of our own."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language import default_language
from dragoman.language.headlines import is_headline, recased
from dragoman.language.lemmas import VerbLemmas, apply_script, regular_lemmas
from dragoman.language.pieces import WordPieces
from dragoman.language.sentences import sentence_starts
from dragoman.language.trees import heads_of


@pytest.fixture(scope="module")
def nlp():
    return default_language()


def test_a_simple_sentence_gets_its_tree(nlp) -> None:
    doc = nlp("On Friday the French president signed the new treaty and returned to Rabat.")
    by_word = {t.text: t for t in doc}
    assert by_word["president"].dep_ == "nsubj" and by_word["president"].head.text == "signed"
    assert by_word["treaty"].dep_ == "obj" and by_word["signed"].dep_ == "ROOT"
    assert by_word["signed"].pos_ == "VERB" and by_word["signed"].morph.get("Tense") == ["Past"]
    assert by_word["Rabat"].dep_ == "obl"
    assert by_word["president"]._.entity == "person" and by_word["Rabat"]._.entity == "place"
    assert any(e.text == "Rabat" and e.label_ == "LOC" for e in doc.ents)


def test_a_bare_weekday_is_no_party(nlp) -> None:
    doc = nlp("Peru and Chile Tuesday signed a border accord.")
    day = next(t for t in doc if t.text == "Tuesday")
    assert day.head.text == "signed" and day.dep_.startswith("obl")


def test_text_is_kept_to_the_letter(nlp) -> None:
    text = "  “Peace,”  he said.\n\nU.S.-Soviet talks\tend —  maybe. "
    assert nlp(text).text == text


def test_wrapped_lines_are_one_sentence_and_keep_their_offsets(nlp) -> None:
    text = "The visiting U.S.\nAgriculture Secretary left\nTokyo.\n    A new paragraph begins."
    doc = nlp(text)
    assert len(list(doc.sents)) == 2 and not any(t.is_space for t in doc[:8])
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc if not t.is_space)


@given(st.text(max_size=200))
@settings(max_examples=30, deadline=None)
def test_any_text_is_survived(text: str) -> None:
    doc = default_language()(text)
    assert [text[t.idx : t.idx + len(t)] for t in doc if not t.is_space] == [t.text for t in doc if not t.is_space]


def test_a_very_long_sentence_is_tagged_in_parts(nlp) -> None:
    doc = nlp("and " * 1500 + "end.")
    assert len(list(doc.sents)) == 1 and len(doc) == 1502


def test_hyphens_split_save_after_prefixes(nlp) -> None:
    assert [t.text for t in nlp("Sino-Soviet co-operation was re-opened in the U.S.-led talks")][:4] == ["Sino", "-", "Soviet", "co-operation"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Smith met Gen. Jones. They talked.", 2),
        ('"We agree," he said. "We sign today."', 2),
        ("The U.S. Senate voted. It failed.", 2),
        ("He left for the U.S. The talks ended.", 2),
        ("Headline Without A Stop\n\nThe text begins here. It ends.", 3),
        ("Lt. Gov. Brown spoke at 5 p.m. on Friday.", 1),
        ("It cost 3.5 million dollars. Nobody paid!", 2),
    ],
)
def test_sentence_ends(nlp, text: str, count: int) -> None:
    assert len(list(nlp(text).sents)) == count, [s.text for s in nlp(text).sents]


def test_sentence_starts_of_nothing() -> None:
    assert sentence_starts([], []) == []


def test_headlines_are_recased_from_the_body() -> None:
    sentences = [["PERU", ",", "CHILE", "SIGN", "PACT"], ["Officials", "say", "Peru", "and", "Chile", "sign", "a", "pact", "."]]
    assert is_headline(sentences[0]) and not is_headline(sentences[1])
    assert recased(sentences)[0] == ["Peru", ",", "Chile", "sign", "pact"]


@given(st.integers(1, 12), st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_heads_are_always_one_tree(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)
    heads, _ = heads_of(scores)
    assert (heads == 0).sum() == 1
    for i in range(n):
        node, steps = i + 1, 0
        while node:
            node, steps = int(heads[node - 1]), steps + 1
            assert steps <= n


def test_the_repaired_tree_is_the_best_one() -> None:
    scores = np.array([[0.0, 0, 10.0], [1.0, 9.0, 0]], np.float32)  # two words that head each other
    heads, repaired = heads_of(scores)
    assert repaired and heads.tolist() == [2, 0]


def test_lemma_scripts_and_verbs() -> None:
    assert apply_script("Treaties", "v|3|y") == "treaty"
    assert apply_script("Russia", "=|0|") == "Russia"
    assert apply_script("went", "!go") == "go"
    lemma = VerbLemmas(["urge", "bomb", "stop", "tie"], {"fell": "fall"})
    assert [lemma(f, "?") for f in ("urging", "bombing", "stopped", "tying", "fell", "frobbed")] == ["urge", "bomb", "stop", "tie", "fall", "?"]
    assert "cry" in regular_lemmas("cries")


def test_word_pieces() -> None:
    pieces = WordPieces(["[UNK]", "treat", "##y", "un", ",", "e"])
    assert pieces("Treaty") == [1, 2] and pieces("treaty,") == [1, 2, 4] and pieces("zz") == [0] and pieces("é") == [5]

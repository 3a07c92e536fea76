"""Verb forms."""

import pytest

from dragoman.lexicon.inflection import forms_of


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("urge", {"urge", "urges", "urged", "urging"}),
        ("plan", {"plan", "plans", "planned", "planning"}),
        ("press", {"press", "presses", "pressed", "pressing"}),
        ("veto", {"veto", "vetoes", "vetoed", "vetoing"}),
        ("say", {"say", "says", "said", "saying"}),
        ("write", {"write", "writes", "wrote", "written", "writing"}),
        ("put", {"put", "puts", "putting"}),
    ],
)
def test_forms(verb: str, forms: set[str]) -> None:
    assert forms_of(verb) == forms

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
        ("quit", {"quit", "quits", "quitted", "quitting"}),
        ("ship", {"ship", "ships", "shipped", "shipping"}),
        ("sell", {"sell", "sells", "sold", "selling"}),
        ("flee", {"flee", "flees", "fled", "fleeing"}),
        ("tie", {"tie", "ties", "tied", "tying"}),
        ("cancel", {"cancel", "cancels", "canceled", "cancelled", "canceling", "cancelling"}),
    ],
)
def test_forms(verb: str, forms: set[str]) -> None:
    assert forms_of(verb) == forms

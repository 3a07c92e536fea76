"""Contradictions inside a report."""

import pytest
from drafts import draft_of

STAGES = ("frames", "attribution", "factuality")
NAMES = {"Gomez": ("ana-gomez", "person"), "Lind": ("ola-lind", "person"), "Spain": ("ESP", "state"), "Norway": ("NOR", "state")}


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Gomez said Spain had closed the port. Lind denied that Spain had closed the port.",
         ["Spain had closed the port", "denied that Spain had closed the port"]),
        ("Gomez said Spain did not attack the ship. Lind said Spain attacked the ship.",
         ["Spain attacked the ship", "said Spain did not attack the ship"]),
        ("Gomez said Spain had closed the port. Spain denied the charge.", ["Spain had closed the port", "Spain denied the charge"]),
    ],
)  # fmt: skip
def test_contradictions_are_warned_of(text: str, evidence: list[str]) -> None:
    (warning,) = draft_of(text, STAGES, NAMES).warnings
    assert warning.kind == "contradiction"
    assert [span.text for span in warning.evidence] == evidence


@pytest.mark.parametrize(
    "text",
    [
        "Gomez said Spain had closed the port. Lind said Spain had closed the port.",
        "Gomez said Spain had closed the port. Lind denied that Norway had closed the port.",
        "Gomez said Spain had closed the port. Gomez denied that Spain had closed the port.",
        "Gomez said Spain had closed the port. Norway denied the charge.",
    ],
)
def test_no_contradiction(text: str) -> None:
    assert draft_of(text, STAGES, NAMES).warnings == []

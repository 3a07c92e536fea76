"""The casing of a word form, which the model is told beside its pieces; training and reading share this definition."""

from __future__ import annotations


def case_of(form: str) -> int:
    """Casing class of a word: 1 lower or caseless, 2 Title, 3 UPPER, 4 mixed, 5 holds a digit ("1980s", "G7")."""
    if form.islower() and form.isalpha():
        return 1
    if any(c.isdigit() for c in form):
        return 5
    if form.islower() or not any(c.isalpha() for c in form):
        return 1
    if len(form) > 1 and form.isupper():
        return 3
    return 2 if form[0].isupper() and form[1:].lower() == form[1:] else 4

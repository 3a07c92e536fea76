"""Lemma edit scripts: how to turn a word form into its lemma.

A script is "CASE|CUT|ADD": cut CUT characters from the end of the (lower-cased, unless CASE is "=") form
and add ADD. Irregular forms get a whole-word script "!LEMMA".
"""

from __future__ import annotations

from runtime import language_module

_lemmas = language_module("lemmas")
apply_script, regular_lemmas = _lemmas.apply_script, _lemmas.regular_lemmas


def script_of(form: str, lemma: str) -> str:
    """The script that makes `lemma` from `form`."""
    case = "=" if form.lower() != form and lemma[: max(1, len(lemma) - 3)] == form[: max(1, len(lemma) - 3)] else "v"
    base = form if case == "=" else form.lower()
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    if shared == 0 and lemma != base:
        return "!" + lemma
    return f"{case}|{len(base) - shared}|{lemma[shared:]}"


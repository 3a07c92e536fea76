"""Lemma edit scripts: how to turn a word form into its lemma.

A script is "CASE|CUT|ADD": cut CUT characters from the end of the (lower-cased, unless CASE is "=") form
and add ADD. Irregular forms get a whole-word script "!LEMMA".
"""

from __future__ import annotations


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


def apply_script(form: str, script: str) -> str:
    """The lemma that `script` makes of `form`; the form itself where the script does not fit."""
    if script.startswith("!"):
        return script[1:]
    case, cut, add = script.split("|", 2)
    base = form if case == "=" else form.lower()
    n = int(cut)
    if n >= len(base) and not add:
        return base
    return base[: len(base) - n] + add if n else base + add

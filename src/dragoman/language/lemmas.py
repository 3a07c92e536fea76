"""Applies lemma edit scripts, as training/lemma_scripts.py makes them."""

from __future__ import annotations


def apply_script(form: str, script: str) -> str:
    """The lemma that ``script`` ("CASE|CUT|ADD", or "!LEMMA") makes of ``form``; the lower-cased form where it does not fit."""
    if script.startswith("!"):
        return script[1:]
    case, cut, add = script.split("|", 2)
    base = form if case == "=" else form.lower()
    n = int(cut)
    if n >= len(base) and not add:
        return base
    return base[: len(base) - n] + add if n else base + add

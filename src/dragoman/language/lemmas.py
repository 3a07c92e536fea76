"""Lemmas: the model's edit scripts (training/lemma_scripts.py), and a list of verbs that keeps them honest."""

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


class VerbLemmas:
    """Chooses among the regular lemmas of a verb form the one that is a verb.

    A script that cuts "-ing" cannot know whether an "e" was there ("urging", "bombing"): the verbs of the training
    corpora can. A form whose lemmas are all unknown keeps what the model proposed.

    Args:
        verbs: lemmas of verbs.
        irregular: form -> lemma where no rule leads there ("fell": "fall").
    """

    def __init__(self, verbs: list[str], irregular: dict[str, str]) -> None:
        self._verbs, self._irregular = frozenset(verbs), irregular

    def __call__(self, form: str, proposed: str) -> str:
        low = form.lower()
        if proposed in self._verbs:
            return proposed
        if low in self._irregular:
            return self._irregular[low]
        return next((c for c in regular_lemmas(low) if c in self._verbs), proposed)


def regular_lemmas(form: str) -> list[str]:
    """What a regular verb form may come from, the likeliest first."""
    found = [form]
    if form.endswith("ies"):
        found.append(form[:-3] + "y")
    if form.endswith("es"):
        found += [form[:-1], form[:-2]]
    elif form.endswith("s"):
        found.append(form[:-1])
    if form.endswith("ied"):
        found.append(form[:-3] + "y")
    for ending in ("ed", "ing"):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form[: -len(ending)]
            found += [stem, stem + "e"]
            if len(stem) > 2 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
            if ending == "ing" and stem.endswith("y"):
                found.append(stem[:-1] + "ie")
    return found

"""Verb forms as news writes them: the regular ones, and the irregular ones of verbs of dealing, moving and fighting."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.lexicon.inflection import forms_of

_IRREGULAR = {
    "sell": "sold", "buy": "bought", "quit": "quit quits quitting", "withdraw": "withdrew withdrawn", "break": "broke broken", "fall": "fell fallen",
    "strike": "struck stricken", "lend": "lent", "grow": "grew grown", "rise": "rose risen", "spend": "spent", "cost": "cost", "bind": "bound",
    "come": "came come coming", "shoot": "shot", "flee": "fled fleeing", "bear": "bore borne", "lose": "lost", "undertake": "undertook undertaken",
    "swear": "swore sworn", "keep": "kept", "leave": "left", "send": "sent", "build": "built", "win": "won winning", "draw": "drew drawn",
    "sink": "sank sunk", "drive": "drove driven", "freeze": "froze frozen", "shrink": "shrank shrunk", "give": "gave given", "make": "made",
    "meet": "met", "pay": "paid", "deal": "dealt", "hold": "held", "overthrow": "overthrew", "die": "died dying", "slay": "slew slain",
    "arise": "arose arisen", "foresee": "foresaw foreseen", "owe": "owed owing", "take": "took taken", "hit": "hit hitting", "cut": "cut cutting",
    "set": "set setting", "forbid": "forbade forbidden forbidding", "forgive": "forgave forgiven", "seek": "sought", "see": "saw seen",
    "uphold": "upheld", "have": "had has", "tie": "tied tying", "put": "put putting", "stick": "stuck", "write": "wrote written",
}  # fmt: skip
# Consonant, vowel, consonant: such verbs may double the last letter ("shipped", "patrolled"); forms that nobody writes do no harm.
_DOUBLES = re.compile(r"(?:^|[^aeiou]|qu)[aeiou][bdfglmnprstvz]$")


@lru_cache(maxsize=4096)
def all_forms(verb: str) -> frozenset[str]:
    """Every form of a verb.

    Args:
        verb: its base form in lower case, without a particle.
    """
    forms = set(forms_of(verb))
    if verb in _IRREGULAR:
        forms |= set(_IRREGULAR[verb].split())
    if verb.endswith("ee"):
        forms |= {verb + "d", verb + "ing"}
    if _DOUBLES.search(verb):
        forms |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    return frozenset(forms)

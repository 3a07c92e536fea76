"""English verb forms from the base form, for looking words up whatever a tagger made of them."""

from __future__ import annotations

import re
from functools import lru_cache

# base: past, participle (where it differs), further forms; they stand in place of the regular past
_IRREGULAR = {
    "arise": "arose arisen", "be": "was been were is are am 's 're", "bear": "bore borne", "become": "became become",
    "begin": "began begun", "bind": "bound", "break": "broke broken", "bring": "brought", "build": "built", "buy": "bought",
    "catch": "caught", "choose": "chose chosen", "come": "came come", "cost": "cost", "cut": "cut", "deal": "dealt",
    "do": "did done does", "draw": "drew drawn", "drive": "drove driven", "fall": "fell fallen", "feel": "felt",
    "fight": "fought", "find": "found", "flee": "fled", "forbid": "forbade forbidden", "foresee": "foresaw foreseen",
    "forget": "forgot forgotten", "forgive": "forgave forgiven", "freeze": "froze frozen", "get": "got gotten",
    "give": "gave given", "go": "went gone", "grow": "grew grown", "have": "had has", "hear": "heard", "hit": "hit",
    "hold": "held", "hurt": "hurt", "keep": "kept", "know": "knew known", "lay": "laid", "lead": "led", "leave": "left",
    "lend": "lent", "let": "let", "lose": "lost", "make": "made", "mean": "meant", "meet": "met", "overrun": "overran overrun",
    "overthrow": "overthrew overthrown", "owe": "owed", "pay": "paid", "put": "put", "quit": "quit quitted", "read": "read",
    "rebuild": "rebuilt", "repay": "repaid", "rise": "rose risen", "run": "ran run", "say": "said", "see": "saw seen",
    "seek": "sought", "sell": "sold", "send": "sent", "set": "set", "shoot": "shot", "shrink": "shrank shrunk",
    "sink": "sank sunk", "slay": "slew slain", "speak": "spoke spoken", "spend": "spent", "stand": "stood",
    "steal": "stole stolen", "stick": "stuck", "strike": "struck stricken", "strive": "strove striven strived",
    "swear": "swore sworn", "take": "took taken", "tell": "told", "think": "thought", "throw": "threw thrown",
    "understand": "understood", "undertake": "undertook undertaken", "uphold": "upheld", "win": "won",
    "withdraw": "withdrew withdrawn", "withhold": "withheld", "write": "wrote written",
}  # fmt: skip
_DOUBLES = re.compile(r"(?:^|[^aeiou]|qu)[aeiou][bdfglmnprstvz]$")
_VOWELS = re.compile(r"[aeiouy]+")


@lru_cache(maxsize=8192)
def forms_of(verb: str) -> frozenset[str]:
    """The base form with its -s, -ing, past and participle forms.

    Of a longer verb whose last consonant may be doubled both spellings are given ("referred", "cancelled", "canceled"):
    a form that nobody writes does no harm.

    Args:
        verb: a base form in lower case, without a particle.
    """
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        third, past, ing = verb[:-1] + "ies", {verb[:-1] + "ied"}, {verb + "ing"}
    else:
        third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
        past = {verb + ("d" if verb.endswith("e") else "ed")}
        silent = verb.endswith("e") and not verb.endswith(("ee", "ye", "oe"))
        ing = {verb[:-2] + "ying" if verb.endswith("ie") else (verb[:-1] if silent else verb) + "ing"}
    if _DOUBLES.search(verb):
        once = len(_VOWELS.findall(verb.removeprefix("qu"))) == 1
        past = {verb + verb[-1] + "ed"} | (set() if once else past)
        ing = {verb + verb[-1] + "ing"} | (set() if once else ing)
    return frozenset({verb, third, *ing, *(_IRREGULAR.get(verb, "").split() or past)})

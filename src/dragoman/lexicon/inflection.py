"""English verb forms from the base form, for looking words up whatever a tagger made of them."""

from __future__ import annotations

from functools import lru_cache

# base: past, past participle (where it differs), further forms
_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "think": "thought", "feel": "felt", "hold": "held",
    "see": "saw seen", "know": "knew known", "make": "made", "give": "gave given", "take": "took taken",
    "speak": "spoke spoken", "read": "read", "hear": "heard", "put": "put", "swear": "swore sworn",
    "forget": "forgot forgotten", "seek": "sought", "find": "found", "bring": "brought", "keep": "kept", "leave": "left",
    "mean": "meant", "let": "let", "begin": "began begun", "come": "came come", "get": "got gotten", "go": "went gone",
    "fight": "fought", "stand": "stood", "understand": "understood", "become": "became become", "choose": "chose chosen",
    "foresee": "foresaw foreseen", "uphold": "upheld", "withhold": "withheld", "lay": "laid", "set": "set", "bar": "barred",
    "ban": "banned", "withdraw": "withdrew withdrawn", "plan": "planned", "rebut": "rebutted", "admit": "admitted",
    "commit": "committed", "stop": "stopped", "scrap": "scrapped", "drop": "dropped", "refer": "referred",
    "defer": "deferred", "prefer": "preferred", "quit": "quit quitted", "intend": "intended", "forbid": "forbade forbidden",
    "quip": "quipped", "regret": "regretted", "rap": "rapped", "slam": "slammed", "permit": "permitted", "impel": "impelled",
    "compel": "compelled", "strive": "strove striven strived", "cancel": "cancelled canceled", "stem": "stemmed",
    "be": "was been were is are am 's 're", "have": "had has", "do": "did done does",
}  # fmt: skip


@lru_cache(maxsize=4096)
def forms_of(verb: str) -> frozenset[str]:
    """The base form with its -s, -ing, past and participle forms.

    Args:
        verb: a base form in lower case, without a particle.
    """
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) else verb
    irregular = _IRREGULAR.get(verb, "").split()
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    else:
        third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
        past = verb + "d" if verb.endswith("e") else verb + "ed"
    ing = stem + "ing"
    if irregular and irregular[0].endswith("ed") and irregular[0] != past:
        ing = irregular[0][:-2] + "ing"
    elif verb.endswith("ie"):
        ing = verb[:-2] + "ying"
    elif verb in {"put", "set", "let", "get", "begin", "forget", "forbid", "quit"}:
        ing = verb + verb[-1] + "ing"
    return frozenset({verb, third, ing, *(irregular or [past])})

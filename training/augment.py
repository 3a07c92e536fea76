"""Training sentences that news writes and treebanks lack: bare weekdays beside the verb.

"Russia and China Monday signed a pact", "The two agreed Monday to meet": treebanks of web text have few of these,
and a parser takes the day for a part of the subject. New sentences are made of real ones by putting a day in.
"""

from __future__ import annotations

import random
from copy import deepcopy

from corpora import Sentence

_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_OTHER = ["yesterday", "today"]


def with_days(sentences: list[Sentence], count: int, rng: random.Random) -> list[Sentence]:
    """At most ``count`` new sentences, each with one bare day put before or after a finite verb."""
    made = []
    for sentence in rng.sample(sentences, len(sentences)):
        places = _places(sentence)
        if places:
            at, verb = rng.choice(places)
            made.append(_insert(sentence, at, verb, rng.choice(_DAYS * 4 + _OTHER)))
        if len(made) == count:
            break
    return made


def _places(sentence: Sentence) -> list[tuple[int, int]]:
    """(position to insert at, verb), 0-based."""
    places = []
    for verb, feats in enumerate(sentence.feats):
        if sentence.upos[verb] != "VERB" or feats.get("Tense") != "Past":
            continue
        children = [i for i, h in enumerate(sentence.heads) if h == verb + 1]
        subjects = [i for i in children if sentence.relations[i].startswith("nsubj") and i < verb and sentence.upos[i] in {"NOUN", "PROPN"}]
        if not subjects or any(sentence.relations[i] in {"obl:unmarked", "obl:tmod"} for i in children):
            continue
        between = range(subjects[0] + 1, verb)
        edge = max([subjects[0], *(i for i in between if _under(sentence, i, subjects[0]))])
        if all(sentence.upos[i] in {"AUX", "ADV"} for i in range(edge + 1, verb)):
            places.append((edge + 1, verb))
        if (
            verb + 1 < len(sentence.forms)
            and sentence.upos[verb + 1] in {"ADP", "PART", "DET", "SCONJ"}
            and sentence.relations[verb + 1] != "compound:prt"
        ):
            places.append((verb + 1, verb))
    return places


def _under(sentence: Sentence, word: int, ancestor: int) -> bool:
    for _ in range(len(sentence.heads)):
        if word == ancestor:
            return True
        word = sentence.heads[word] - 1
        if word < 0:
            return False
    return False


def _insert(sentence: Sentence, at: int, verb: int, day: str) -> Sentence:
    new = deepcopy(sentence)
    new.heads = [h + 1 if h > at else h for h in new.heads]
    values = {
        "forms": day,
        "spaces": True,
        "upos": "PROPN" if day[0].isupper() else "NOUN",
        "feats": {"Number": "Sing"},
        "lemmas": day,
        "heads": verb + 1 + (verb >= at),
        "relations": "obl:unmarked",
    }
    for layer, value in values.items():
        getattr(new, layer).insert(at, value)
    if new.entities is not None:
        new.entities.insert(at, "time")
    if new.names is not None:
        new.names.insert(at, "O")
    return new

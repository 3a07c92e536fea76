"""Commitments: words that carry one, and words that tell what it is about."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon.inflection import forms_of
from dragoman.lexicon.instruments import plural_of
from dragoman.lexicon.loading import LexiconError, read_entries

_LEAD = 10  # words at the beginning of a promise, which tell its kind better than those after
HOWS = ("act", "noun", "state", "will", "holds", "has", "part", "mild", "keeps")


@dataclass(frozen=True)
class CarrierExample:
    """A sentence, and the commitment in it: its kind, and the names of those bound."""

    text: str
    kind: str
    obligors: tuple[str, ...]


@dataclass(frozen=True)
class Carrier:
    """Words that carry a commitment.

    Attributes:
        how: what the words are to the commitment (see entries/commitments/promises.yaml).
        strength: how strongly they bind.
        inside: True where they count only inside what an instrument says.
    """

    id: str
    how: str
    strength: str
    words: tuple[str, ...]
    inside: bool
    examples: tuple[CarrierExample, ...]


@dataclass(frozen=True)
class ContentKind:
    """Words that tell the kind of a commitment: one of ``any_of``, one of ``with_`` where that is not empty, none of ``without``."""

    id: str
    kind: str
    any_of: tuple[str, ...]
    with_: frozenset[str]
    without: frozenset[str]
    weight: float
    examples: tuple[str, ...]


@lru_cache(maxsize=1)
def load_carriers() -> tuple[Carrier, ...]:
    """All carriers.

    Raises:
        LexiconError: where ``how`` is unknown.
    """
    carriers = []
    for path, entry in read_entries("commitments"):
        if entry["how"] not in HOWS:
            raise LexiconError(f"{path}: entry {entry['id']} has how {entry['how']!r}; it is one of {', '.join(HOWS)}")
        examples = tuple(CarrierExample(e["text"], e["kind"], tuple(e["obligors"])) for e in entry["examples"])
        carriers.append(Carrier(entry["id"], entry["how"], entry["strength"], tuple(entry["words"]), bool(entry.get("inside")), examples))
    return tuple(carriers)


@lru_cache(maxsize=8)
def carriers_by_form(how: str) -> dict[str, Carrier]:
    """Word form -> its carrier, among those of one ``how``. Nouns have their plurals, verbs their forms and particles."""
    found: dict[str, Carrier] = {}
    for carrier in load_carriers():
        if carrier.how != how:
            continue
        for word in carrier.words:
            base, *particle = word.split("_")
            forms: Collection[str] = {word, plural_of(word)} if how in {"noun", "part"} else forms_of(base)
            if how == "keeps":
                forms = {*forms, plural_of(word)}
            for form in forms:
                found.setdefault("_".join([form, *particle]), carrier)
    return found


@lru_cache(maxsize=1)
def load_kinds() -> tuple[ContentKind, ...]:
    """All kind entries."""
    return tuple(
        ContentKind(
            e["id"],
            e["kind"],
            tuple(e["any"]),
            frozenset(e.get("with", ())),
            frozenset(e.get("without", ())),
            float(e["weight"]),
            tuple(e["examples"]),
        )
        for _, e in read_entries("commitment_kinds")
    )


def _with_singulars(lemmas: Sequence[str]) -> set[str]:
    """The words, and what would be their singulars: a tagger's lemma of a rare noun is not to be relied on."""
    return {form for w in lemmas for form in (w, w[:-1] if w.endswith("s") else w, w[:-3] + "y" if w.endswith("ies") else w)}


def kind_of_words(lemmas: Sequence[str]) -> tuple[str, str]:
    """The kind of commitment that words tell, and the id of the entry that decided.

    Args:
        lemmas: words of the promise in order, lower case.

    Returns:
        ("other", "kind.other") where no entry fits.
    """
    words, line, first = _with_singulars(lemmas), " " + " ".join(lemmas) + " ", _with_singulars(lemmas[:_LEAD])
    sums: dict[str, float] = {}
    by: dict[str, str] = {}
    for entry in load_kinds():
        hits = [w for w in entry.any_of if (f" {w} " in line if " " in w else w in words)]
        if hits and (not entry.with_ or entry.with_ & words) and not entry.without & words:
            late = not any(" " in w or w in first for w in hits)
            sums[entry.kind] = sums.get(entry.kind, 0.0) + entry.weight * (1 + 0.3 * (len(hits) - 1)) * (0.5 if late else 1.0)
            by.setdefault(entry.kind, entry.id)
    if not sums:
        return "other", "kind.other"
    best = max(sums, key=lambda k: sums[k])
    return best, by[best]

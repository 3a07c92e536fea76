"""Instruments: nouns that mean one, known ones by name, and what predicates say of their state and relations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dragoman.lexicon.inflection import forms_of
from dragoman.lexicon.loading import LexiconError, read_entries

NEEDS = ("plain", "parties", "joint", "named", "number", "dated", "back")


@dataclass(frozen=True)
class InstrumentNoun:
    """A noun that means an instrument.

    Attributes:
        kind: the record's instrument kind.
        family: nouns of one family, and those of "any", may mean one instrument.
        need: what must be told besides the noun (see entries/instruments/contracts.yaml).
        words: nouns in the singular.
        unless: modifiers with which it means something else.
        of: where filled, the noun counts only with one of these under "of".
        examples: (sentence, mention).
    """

    id: str
    kind: str
    family: str
    need: str
    words: tuple[str, ...]
    unless: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    examples: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class KnownInstrument:
    """An instrument that the world knows by name.

    Attributes:
        names: its names in full, and abbreviations that mean nothing else.
        short: abbreviations with other meanings, which count before an instrument noun or once a name was given.
        parties: ids of those bound when it was made; empty where they are many.
        not_before: words that, following the name, make it part of another name.
    """

    id: str
    names: tuple[str, ...]
    short: tuple[str, ...]
    kind: str
    year: str | None
    parties: tuple[str, ...]
    subjects: tuple[str, ...]
    not_before: frozenset[str]
    examples: tuple[str, ...] = ()

    def was_there(self, day: str | None) -> bool:
        """Whether it can be meant in a report of a day: not where it was made in a later year."""
        return not (self.year and day and day[:4].isdigit() and day[:4] < self.year)


@dataclass(frozen=True)
class StatePhrase:
    """Predicates that tell the state of an instrument standing in the slot ``role``."""

    id: str
    state: str
    role: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    examples: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RelationPhrase:
    """Predicates that relate an instrument to another one standing in one of the slots ``other``."""

    id: str
    kind: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    other: tuple[str, ...]
    examples: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class KnownNames:
    """Names of known instruments, for looking up words in lower case.

    Attributes:
        by_words: words of a name -> instrument.
        by_short: ambiguous abbreviation, upper case -> instrument.
        longest: words of the longest name.
    """

    by_words: Mapping[tuple[str, ...], tuple[KnownInstrument, ...]]
    by_short: Mapping[str, KnownInstrument]
    longest: int

    def named(self, words: tuple[str, ...], day: str | None) -> KnownInstrument | None:
        """The instrument of a name in a report of a day (EDTF; None where unknown): the latest that there was by then."""
        there = [k for k in self.by_words.get(words, ()) if k.was_there(day)]
        return max(there, key=lambda k: k.year or "", default=None)


def plural_of(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")


def name_words(name: str) -> tuple[str, ...]:
    """A name as the words that our tokenizer makes of it, lower case, without hyphens and articles."""
    return tuple(w for w in re.split(r"[\s\-–/]+", name.lower()) if w and w not in {"the", "nuclear"})


def _field(entry: dict[str, Any], name: str, path: str) -> Any:
    if name not in entry:
        raise LexiconError(f"{path}: entry {entry['id']} has no {name!r}")
    return entry[name]


@lru_cache(maxsize=1)
def load_nouns() -> tuple[InstrumentNoun, ...]:
    """All noun entries.

    Raises:
        LexiconError: where a need is unknown or a field is missing.
    """
    nouns = []
    for path, entry in read_entries("instruments"):
        need = _field(entry, "need", path)
        if need not in NEEDS:
            raise LexiconError(f"{path}: entry {entry['id']} has need {need!r}; it is one of {', '.join(NEEDS)}")
        nouns.append(
            InstrumentNoun(
                entry["id"], _field(entry, "kind", path), _field(entry, "family", path), need, tuple(_field(entry, "words", path)),
                frozenset(entry.get("unless", ())), frozenset(entry.get("of", ())), tuple((e["text"], e["mention"]) for e in entry["examples"]),
            )
        )  # fmt: skip
    return tuple(nouns)


@lru_cache(maxsize=1)
def nouns_by_form() -> dict[str, tuple[InstrumentNoun, bool]]:
    """Singular or plural form -> its entry, and whether it is the plural."""
    found: dict[str, tuple[InstrumentNoun, bool]] = {}
    for noun in load_nouns():
        for word in noun.words:
            found[word] = (noun, word in {"memoranda"})
            found.setdefault(plural_of(word), (noun, True))
    return found


@lru_cache(maxsize=1)
def known_names() -> KnownNames:
    """The known instruments by their names.

    Raises:
        LexiconError: where two instruments of one year, or of none, share a name.
    """
    index: dict[tuple[str, ...], list[KnownInstrument]] = {}
    short: dict[str, KnownInstrument] = {}
    for path, entry in read_entries("known_instruments"):
        known = KnownInstrument(
            entry["id"], tuple(_field(entry, "names", path)), tuple(entry.get("short", ())), _field(entry, "kind", path), entry.get("year"),
            tuple(_field(entry, "parties", path)), tuple(entry.get("subjects", ())), frozenset(entry.get("not_before", ())),
            tuple(entry["examples"]),
        )  # fmt: skip
        for name in known.names:
            words = name_words(name)
            same = index.setdefault(words, [])
            twin = next((k for k in same if k is not known and k.year == known.year), None)
            if twin is not None:
                raise LexiconError(f"{path}: {known.id} and {twin.id} are both named {name!r}; drop one of the names")
            same.append(known)
        short.update(dict.fromkeys(known.short, known))
    return KnownNames({words: tuple(same) for words, same in index.items()}, short, max(map(len, index)))


def _by_form(verbs: tuple[str, ...]) -> list[str]:
    forms = []
    for verb in verbs:
        base, *particle = verb.split("_")
        forms += ["_".join([form, *particle]) for form in forms_of(base)]
    return forms


@lru_cache(maxsize=1)
def load_states() -> tuple[StatePhrase, ...]:
    """All entries on the state of instruments."""
    return tuple(
        StatePhrase(
            e["id"], _field(e, "state", path), _field(e, "role", path), tuple(e.get("verbs", ())), tuple(e.get("nouns", ())),
            tuple((x["text"], x["state"]) for x in e["examples"]),
        )
        for path, e in read_entries("instrument_states")
    )  # fmt: skip


@lru_cache(maxsize=1)
def states_by_form() -> dict[tuple[str, str], StatePhrase]:
    """(verb form with its particle, or noun; slot of the instrument) -> entry. Nouns have the slots "of" and "poss"."""
    found: dict[tuple[str, str], StatePhrase] = {}
    for phrase in load_states():
        for form in _by_form(phrase.verbs):
            found.setdefault((form, phrase.role), phrase)
        for noun in phrase.nouns:
            for form in (noun, plural_of(noun)):
                for slot in ("of", "with", "on", "to", "for", "from", "poss"):
                    found.setdefault((form, slot), phrase)
    return found


@lru_cache(maxsize=1)
def load_relations() -> tuple[RelationPhrase, ...]:
    """All entries on relations between instruments."""
    return tuple(
        RelationPhrase(
            e["id"], _field(e, "kind", path), tuple(e.get("verbs", ())), tuple(e.get("nouns", ())), tuple(_field(e, "other", path)),
            tuple((x["text"], x["one"], x["other"]) for x in e["examples"]),
        )
        for path, e in read_entries("instrument_relations")
    )  # fmt: skip


@lru_cache(maxsize=1)
def relations_by_form() -> dict[str, RelationPhrase]:
    """Verb form, or noun -> entry."""
    found: dict[str, RelationPhrase] = {}
    for phrase in load_relations():
        for form in _by_form(phrase.verbs):
            found.setdefault(form, phrase)
        for noun in phrase.nouns:
            found.setdefault(noun, phrase)
            found.setdefault(plural_of(noun), phrase)
    return found


@lru_cache(maxsize=1)
def subjects_by_word() -> dict[str, str]:
    """Word -> the subject that it tells."""
    return {word: entry["id"] for _, entry in read_entries("instrument_subjects") for word in _field(entry, "words", "subjects.yaml")}

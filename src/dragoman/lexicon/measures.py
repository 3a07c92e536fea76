"""Measures: what numbers count, in which units, and where to look for the two ends of a dealing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon.inflection import forms_of
from dragoman.lexicon.instruments import plural_of
from dragoman.lexicon.loading import read_entries


@dataclass(frozen=True)
class FigureExample:
    """A sentence and its figure; ends are names of states as they stand in the sentence, or None."""

    text: str
    from_: str | None
    to: str | None
    value: float
    unit: str


@dataclass(frozen=True)
class Measure:
    """A measure of dealings (see entries/measures/dealings.yaml) or, with ``who``, of people (people.yaml).

    Attributes:
        who: the slot of the verb in which the people stand; None for dealings.
        agent: the end at which whoever does it to them stands, from or to.
    """

    id: str
    measure: str
    nouns: frozenset[str]
    verbs: tuple[str, ...]
    counts: frozenset[str]
    from_: tuple[str, ...]
    to: tuple[str, ...]
    both: bool
    unless: frozenset[str]
    who: str | None
    agent: str
    examples: tuple[FigureExample, ...]


@dataclass(frozen=True)
class Unit:
    """A unit. ``of`` changes the code by the state whose adjective stands before it; ``until`` is (date, code before it)."""

    code: str
    kind: str
    of: dict[str, str]
    until: tuple[str, str] | None


@lru_cache(maxsize=1)
def load_measures() -> tuple[Measure, ...]:
    """All measures of dealings and of people."""
    found = []
    for _, e in read_entries("measures"):
        examples = tuple(FigureExample(x["text"], x["from"], x["to"], float(x["value"]), x["unit"]) for x in e["examples"])
        found.append(
            Measure(
                e["id"], e["measure"], frozenset(e.get("nouns", e.get("words", ()))), tuple(e["verbs"]), frozenset(e.get("counts", ())),
                tuple(e.get("from", ())), tuple(e.get("to", ())), bool(e.get("both")), frozenset(e.get("unless", ())), e.get("who"),
                e.get("agent", "from"), examples,
            )
        )  # fmt: skip
    return tuple(found)


@lru_cache(maxsize=1)
def measures_by_noun() -> dict[str, Measure]:
    """Noun, singular or plural -> the measure of dealings that it tells."""
    return {form: m for m in load_measures() if m.who is None for noun in m.nouns for form in (noun, plural_of(noun))}


@lru_cache(maxsize=1)
def measures_by_count() -> dict[str, Measure]:
    """Counted noun, singular or plural -> its measure."""
    return {form: m for m in load_measures() for noun in m.counts for form in (noun, plural_of(noun))}


@lru_cache(maxsize=1)
def measures_by_verb() -> dict[str, Measure]:
    """Verb form -> the measure of dealings that it tells."""
    return {form: m for m in load_measures() if m.who is None for verb in m.verbs for form in forms_of(verb)}


@lru_cache(maxsize=1)
def people_by_verb() -> dict[str, Measure]:
    """Verb form -> the measure of people that it tells."""
    return {form: m for m in load_measures() if m.who is not None for verb in m.verbs for form in forms_of(verb)}


@lru_cache(maxsize=1)
def people_by_word() -> dict[str, Measure]:
    """Noun or adjective -> the measure of people that it tells ("dead", "hostages")."""
    return {form: m for m in load_measures() if m.who is not None for word in m.nouns for form in (word, plural_of(word))}


@lru_cache(maxsize=1)
def units_by_words() -> dict[tuple[str, ...], Unit]:
    """Words of a unit, lower case -> the unit."""
    found = {}
    for _, e in read_entries("units"):
        until = e.get("until")
        unit = Unit(e["id"], e["kind"], dict(e.get("of", {})), (until["date"], until["code"]) if until else None)
        for word in e["words"]:
            found[tuple(str(word).split())] = unit
    return found

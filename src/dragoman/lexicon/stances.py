"""Stances: words that say who is for or against what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon.cues import plural_pair
from dragoman.lexicon.inflection import forms_of
from dragoman.lexicon.loading import LexiconError, read_entries

KINDS = ("verb", "noun", "adjective", "preposition", "evaluation", "judgement", "cessation", "continuation")
STANCES = ("supports", "opposes", "conditional", "neutral")


@dataclass(frozen=True)
class StanceExample:
    """A sentence, the words of the holder, the stance and the words of the target; stance None: no position."""

    text: str
    holder: str
    stance: str | None
    target: str


@dataclass(frozen=True)
class Stance:
    """One entry.

    Attributes:
        kind: verb, noun, adjective or preposition that takes a target; evaluation (an adjective that judges what it
            modifies); judgement (a noun that judges what is said to be it);
            cessation (a word that turns a wish for it into a stance against what it ends); continuation (a verb
            whose subject its speaker means to keep up).
        stance: of whoever holds it; None where only the negated word tells one.
        words: base forms; verbs with a particle are joined by "_".
        target: where the target stands, in order of preference: obj, clause (finite), inf, asked_inf (an
            infinitive beside whom it is asked of: "called on Y to"), judged ("called Y unfair"), backing (the object of "to support"
            or its like below), or a preposition.
        negated: the stance where the word is negated, or None.
    """

    id: str
    kind: str
    stance: str | None
    words: tuple[str, ...]
    target: tuple[str, ...]
    negated: str | None
    examples: tuple[StanceExample, ...]


@lru_cache(maxsize=1)
def load_stances() -> tuple[Stance, ...]:
    """All stance entries.

    Raises:
        LexiconError: where a kind or a stance is unknown or an example lacks a part.
    """
    found = []
    for path, entry in read_entries("stances"):
        name, stance, negated = entry["id"], entry.get("stance"), entry.get("negated")
        if entry["kind"] not in KINDS:
            raise LexiconError(f"{path}: entry {name} has kind {entry['kind']!r}; it is one of {', '.join(KINDS)}")
        if {stance, negated} - {None, *STANCES}:
            raise LexiconError(
                f"{path}: entry {name} has stances {stance!r} and {negated!r}; they are among {', '.join(STANCES)}"
            )
        try:
            examples = tuple(StanceExample(e["text"], e["holder"], e["stance"], e["target"]) for e in entry["examples"])
        except (KeyError, TypeError) as error:
            raise LexiconError(f"{path}: an example of {name} needs text, holder, stance and target") from error
        found.append(
            Stance(name, entry["kind"], stance, tuple(entry["words"]), tuple(entry.get("target", ())), negated, examples)
        )
    return tuple(found)


@lru_cache(maxsize=1)
def stances() -> dict[tuple[str, str], tuple[Stance, ...]]:
    """(kind, form) -> its entries, in the order of the files."""
    found: dict[tuple[str, str], list[Stance]] = {}
    for entry in load_stances():
        for word in entry.words:
            for form in _forms(entry.kind, word):
                found.setdefault((entry.kind, form), []).append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


def _forms(kind: str, word: str) -> set[str]:
    if kind == "verb":
        base, _, particle = word.partition("_")
        return {form + ("_" + particle if particle else "") for form in forms_of(base)}
    if kind == "continuation":
        return set(forms_of(word))
    if kind == "judgement":
        return set(plural_pair(word))
    if kind == "cessation":
        return {*forms_of(word), *plural_pair(word)}
    return set(plural_pair(word)) if kind == "noun" else {word}

"""Cues: words that report what somebody said, wrote or thinks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon.inflection import forms_of
from dragoman.lexicon.loading import LexiconError, read_entries

KINDS = (
    "say",
    "tell",
    "quote",
    "think",
    "request",
    "vow",
    "describe",
    "judge",
    "express",
    "relay",
    "document",
    "noun",
    "paper",
    "phrase",
)


@dataclass(frozen=True)
class CueExample:
    """A sentence and the statement that it holds; `source` is its words."""

    text: str
    source: str
    content: str


@dataclass(frozen=True)
class Cue:
    """One entry.

    Attributes:
        kind: say (a clause or quotation), tell (the same, with a hearer as object), quote (a quotation only), think (a clause), request and vow
            (an infinitive), describe (what stands after "as"), judge (object and "as" phrase), express (a noun phrase),
            relay ("quoted her as saying"), document (what a paper shows), noun (a noun with a clause), paper (nouns of
            things that speak for their makers), phrase ("according to").
        words: base forms of verbs, nouns, or phrases.
    """

    id: str
    kind: str
    words: tuple[str, ...]
    examples: tuple[CueExample, ...]


@lru_cache(maxsize=1)
def load_cues() -> tuple[Cue, ...]:
    """All cue entries.

    Raises:
        LexiconError: where a kind is unknown or an example lacks a part.
    """
    cues = []
    for path, entry in read_entries("cues"):
        if entry["kind"] not in KINDS:
            raise LexiconError(f"{path}: entry {entry['id']} has kind {entry['kind']!r}; it is one of {', '.join(KINDS)}")
        try:
            examples = tuple(CueExample(e["text"], e["source"], e["content"]) for e in entry["examples"])
        except (KeyError, TypeError) as error:
            raise LexiconError(f"{path}: an example of {entry['id']} needs text, source and content") from error
        cues.append(Cue(entry["id"], entry["kind"], tuple(entry["words"]), examples))
    return tuple(cues)


@lru_cache(maxsize=1)
def verb_cues() -> dict[str, Cue]:
    """Verb form -> its cue; the first entry of a form counts."""
    found: dict[str, Cue] = {}
    for cue in load_cues():
        if cue.kind not in {"noun", "paper", "phrase"}:
            for word in cue.words:
                for form in forms_of(word):
                    found.setdefault(form, cue)
    return found


@lru_cache(maxsize=1)
def noun_cues() -> dict[str, Cue]:
    """Noun, singular and plural -> its cue."""
    return {form: cue for cue in load_cues() if cue.kind == "noun" for word in cue.words for form in plural_pair(word)}


@lru_cache(maxsize=1)
def papers() -> frozenset[str]:
    """Nouns of things that speak for who made them ("statement", "communique"), singular and plural."""
    return frozenset(form for cue in load_cues() if cue.kind == "paper" for word in cue.words for form in plural_pair(word))


@lru_cache(maxsize=1)
def phrase_cues() -> dict[tuple[str, ...], Cue]:
    """Words of a phrase -> its cue."""
    return {tuple(word.split()): cue for cue in load_cues() if cue.kind == "phrase" for word in cue.words}


def plural_pair(noun: str) -> tuple[str, str]:
    """A noun and its regular plural."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun, noun[:-1] + "ies"
    return noun, noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")

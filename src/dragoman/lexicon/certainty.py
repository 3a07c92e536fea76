"""Certainty: words that tell how sure a source is of what it says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon.cues import plural_pair
from dragoman.lexicon.inflection import forms_of
from dragoman.lexicon.loading import LexiconError, read_entries

KINDS = ("cue", "negated_cue", "phrase", "word")
LEVELS = ("certain", "probable", "possible", "denied")


@dataclass(frozen=True)
class CertaintyExample:
    """A sentence and how sure the source of its first statement is."""

    text: str
    level: str


@dataclass(frozen=True)
class Certainty:
    """One entry.

    Attributes:
        kind: cue (a verb or noun that reports), negated_cue (the same under "not"), phrase (words in a row inside what is said), word (an
            adverb, modal or adjective at the head of what is said).
        level: certain | probable | possible | denied.
        words: base forms of cues (a particle joined by "_"), words as they stand for the others.
    """

    id: str
    kind: str
    level: str
    words: tuple[str, ...]
    examples: tuple[CertaintyExample, ...]


@lru_cache(maxsize=1)
def load_certainties() -> tuple[Certainty, ...]:
    """All entries.

    Raises:
        LexiconError: where a kind or level is unknown or an example lacks a part.
    """
    found = []
    for path, entry in read_entries("certainty"):
        name = entry["id"]
        for value, allowed in ((entry["kind"], KINDS), (entry["level"], LEVELS)):
            if value not in allowed:
                raise LexiconError(f"{path}: entry {name} has {value!r}; it is one of {', '.join(allowed)}")
        try:
            examples = tuple(CertaintyExample(e["text"], e["level"]) for e in entry["examples"])
        except (KeyError, TypeError) as error:
            raise LexiconError(f"{path}: an example of {name} needs text and level") from error
        found.append(Certainty(name, entry["kind"], entry["level"], tuple(entry["words"]), examples))
    return tuple(found)


@lru_cache(maxsize=1)
def certainties() -> dict[tuple[str, str], str]:
    """(kind, form) -> level; phrases stand under their words joined by spaces."""
    found: dict[tuple[str, str], str] = {}
    for entry in load_certainties():
        for word in entry.words:
            for form in _forms(entry.kind, word):
                found.setdefault((entry.kind, form), entry.level)
    return found


def _forms(kind: str, word: str) -> set[str]:
    if kind in {"phrase", "word"}:
        return {word}
    base, _, particle = word.partition("_")
    return {form + ("_" + particle if particle else "") for form in {*forms_of(base), *plural_pair(base)}}

"""Embedding: what a word says of whether the happening under it takes place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon.cues import plural_pair
from dragoman.lexicon.inflection import forms_of
from dragoman.lexicon.loading import LexiconError, read_entries

KINDS = ("verb", "noun", "adjective", "modifier", "modal", "mark")
OVER = ("clause", "noun", "both")
EFFECTS = ("keep", "actual", "negated", "future", "hypothetical")


@dataclass(frozen=True)
class EmbeddingExample:
    """A sentence, one word of it, and that word's status."""

    text: str
    word: str
    status: str


@dataclass(frozen=True)
class Embedding:
    """One entry.

    Attributes:
        kind: verb, noun, adjective (with a complement), modifier (of a noun), modal (auxiliary), mark (conjunction).
        words: base forms; verbs with a particle are joined by "_" ("call_off").
        over: whether it acts on clauses, on nouns that name happenings, or on both.
        positive: the effect where the word itself holds; "keep" hands its own status on.
        negative: the effect where the word itself is negated.
    """

    id: str
    kind: str
    words: tuple[str, ...]
    over: str
    positive: str
    negative: str
    examples: tuple[EmbeddingExample, ...]


@lru_cache(maxsize=1)
def load_embeddings() -> tuple[Embedding, ...]:
    """All embedding entries.

    Raises:
        LexiconError: where a kind or an effect is unknown or an example lacks a part.
    """
    found = []
    for path, entry in read_entries("embedding"):
        name = entry["id"]
        over, positive, negative = entry.get("over", "clause"), entry["positive"], entry.get("negative", entry["positive"])
        for value, allowed in ((entry["kind"], KINDS), (over, OVER), (positive, EFFECTS), (negative, EFFECTS)):
            if value not in allowed:
                raise LexiconError(f"{path}: entry {name} has {value!r}; it is one of {', '.join(allowed)}")
        try:
            examples = tuple(EmbeddingExample(e["text"], e["word"], e["status"]) for e in entry["examples"])
        except (KeyError, TypeError) as error:
            raise LexiconError(f"{path}: an example of {name} needs text, word and status") from error
        found.append(Embedding(name, entry["kind"], tuple(entry["words"]), over, positive, negative, examples))
    return tuple(found)


@lru_cache(maxsize=1)
def embeddings() -> dict[tuple[str, str, str], Embedding]:
    """(kind, over, form) -> its entry; `over` is "clause" or "noun"; the first entry of a form counts."""
    found: dict[tuple[str, str, str], Embedding] = {}
    for entry in load_embeddings():
        for over in ("clause", "noun") if entry.over == "both" else (entry.over,):
            for word in entry.words:
                for form in _forms(entry.kind, word):
                    found.setdefault((entry.kind, over, form), entry)
    return found


def _forms(kind: str, word: str) -> set[str]:
    if kind == "verb":
        base, _, particle = word.partition("_")
        return {form + ("_" + particle if particle else "") for form in forms_of(base)}
    return set(plural_pair(word)) if kind == "noun" else {word}

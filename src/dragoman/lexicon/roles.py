"""Role nouns: what a common noun says of who acts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon.loading import LexiconError, read_entries

KINDS = ("office", "official", "collective", "body", "person", "sources", "press", "organ")
PARTS = ("field", "thing", "female", "male")  # words inside titles and names, which say by themselves of nobody that he acts


@dataclass(frozen=True)
class Role:
    """One entry: its kind and its words (one or more tokens, lower case)."""

    id: str
    kind: str
    words: tuple[str, ...]
    examples: tuple[str, ...]


@lru_cache(maxsize=1)
def load_roles() -> tuple[Role, ...]:
    """All role entries.

    Raises:
        LexiconError: where a kind is unknown.
    """
    roles = []
    for path, entry in read_entries("roles"):
        if entry["kind"] not in KINDS + PARTS:
            raise LexiconError(f"{path}: entry {entry['id']} has kind {entry['kind']!r}; it is one of {', '.join(KINDS + PARTS)}")
        roles.append(Role(entry["id"], entry["kind"], tuple(entry["words"]), tuple(entry["examples"])))
    return tuple(roles)


@lru_cache(maxsize=1)
def kinds_of_words() -> dict[str, frozenset[str]]:
    """Word -> the kinds of role it can have."""
    found: dict[str, set[str]] = {}
    for role in load_roles():
        for word in role.words if role.kind in KINDS else ():
            found.setdefault(word, set()).add(role.kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


@lru_cache(maxsize=1)
def field_words() -> frozenset[str]:
    """Words for what an office is for ("energy", "affairs")."""
    return _words_of("field")


@lru_cache(maxsize=1)
def thing_words() -> frozenset[str]:
    """Words by which the names of things and organisations end ("prize", "treaty")."""
    return _words_of("thing")


@lru_cache(maxsize=1)
def female_names() -> frozenset[str]:
    """Given names of women alone."""
    return _words_of("female")


@lru_cache(maxsize=1)
def male_names() -> frozenset[str]:
    """Given names of men alone."""
    return _words_of("male")


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Given names of either."""
    return female_names() | male_names()


@lru_cache(maxsize=4)
def _words_of(kind: str) -> frozenset[str]:
    return frozenset(word for role in load_roles() if role.kind == kind for word in role.words)

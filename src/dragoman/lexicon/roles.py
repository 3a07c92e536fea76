"""Role nouns: what a common noun says of who acts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon.loading import LexiconError, read_entries

KINDS = ("office", "official", "collective", "body", "person", "sources", "press")


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
        if entry["kind"] not in KINDS:
            raise LexiconError(f"{path}: entry {entry['id']} has kind {entry['kind']!r}; it is one of {', '.join(KINDS)}")
        roles.append(Role(entry["id"], entry["kind"], tuple(entry["words"]), tuple(entry["examples"])))
    return tuple(roles)


@lru_cache(maxsize=1)
def kinds_of_words() -> dict[str, frozenset[str]]:
    """Word -> the kinds of role it can have."""
    found: dict[str, set[str]] = {}
    for role in load_roles():
        for word in role.words:
            found.setdefault(word, set()).add(role.kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}

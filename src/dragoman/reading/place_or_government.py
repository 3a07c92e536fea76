"""Place or government: whether the name of a state or its capital is only a location where it stands."""

from __future__ import annotations

from spacy.tokens import Token

_LOCATIVE = {"in", "at", "near", "around", "outside", "inside", "throughout", "across"}


def is_place(token: Token, use: str = "name") -> bool:
    """Whether a name only says where: in a locative phrase, not as a possessive or an agent.

    Args:
        token: the head of the name.
        use: how the name stands for its state (``Sense.use``).
    """
    if use not in {"name", "long", "capital", "abbreviation", "metonym"}:
        return False
    if use == "capital" and token.dep_ in {"compound", "appos", "flat"}:
        return True  # "Jerusalem homes"
    return any(c.dep_ == "case" and c.lower_ in _LOCATIVE for c in token.children) and token.dep_.startswith(("obl", "nmod"))

"""Other ways in which the press writes one name, by the habits of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ARTICLE = re.compile(r"\b(?:al|el)-")
_MODERN = "2000"


def other_spellings(name: str, country: str, last_year: str) -> Iterator[str]:
    """Spellings of ``name`` that follow a rule.

    Args:
        name: the usual spelling.
        country: the id of the person's state.
        last_year: the last year in office; empty while in office.
    """
    words = name.split()
    if country in {"KOR", "PRK"} and len(words) == 2 and "-" in words[1]:
        yield f"{words[0]} " + " ".join(part.capitalize() for part in words[1].split("-"))
    if country == "JPN" and len(words) == 2 and (not last_year or last_year >= _MODERN):
        yield f"{words[1]} {words[0]}"
    if len(words) > 1 and _ARTICLE.search(name):
        yield _ARTICLE.sub("", name)
        yield _ARTICLE.sub(lambda found: found.group().capitalize(), name)

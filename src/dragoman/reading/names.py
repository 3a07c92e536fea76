"""Small questions about names and words that several stages ask."""

from __future__ import annotations

import re
import unicodedata

HONORIFICS = {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "lord", "lady", "dame", "miss", "mme", "m.", "madame", "herr", "comrade", "hon.", "rev."}
FEMALE_HONORIFICS = {"mrs", "mrs.", "ms", "ms.", "lady", "dame", "miss", "mme", "madame"}


def slug(name: str) -> str:
    """A name as an id: lower case, no diacritics, words joined by hyphens.

    >>> slug("Jean-Luc Özal")
    'jean-luc-ozal'
    """
    plain = unicodedata.normalize("NFKD", name.replace("ø", "o").replace("ł", "l").replace("ı", "i"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "").replace("’", "")).strip("-")


def is_name_like(word: str) -> bool:
    """Whether a word is written as a name is: a capital, or a particle of names."""
    return word[:1].isupper() or word in {"de", "van", "von", "der", "bin", "ibn", "al", "el", "da", "di", "du", "la", "le", "dos", "-", "’", "'"}

"""How names are cut and compared: into atoms, so that any tokenizer's words meet the tables' names.

An atom is a word without its full stops ("U.S." and "US" are one), diacritics ("Côte" is "Cote") or hyphens
("Guinea-Bissau" is two); an apostrophe is an atom of its own, so that "People's" and "People 's" agree.
Case is kept: "Turkey" is no "turkey".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ATOM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])|[^\W_]+|'|[^\w\s.\-–]")
_PLAIN = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae",
    "Æ": "Ae", "þ": "th", "ð": "d", "œ": "oe", "ə": "a", "Ə": "A",
})  # fmt: skip
_JOINERS = {"-", "–"}


@lru_cache(maxsize=16384)
def atoms(word: str) -> tuple[str, ...]:
    """The atoms of a word or a name; a hyphen alone has none, other marks stand for themselves."""
    plain = word.replace("`", "'") if word.isascii() else _plain(word)
    found = tuple(a.replace(".", "") for a in _ATOM.findall(plain))
    return found or (() if word in _JOINERS or not word.strip() else (word,))


def key_of(name: str) -> str:
    """The form under which a name is kept: its atoms joined by spaces."""
    return " ".join(atoms(name))


def variants(name: str) -> tuple[str, ...]:
    """Keys under which a table's name is found.

    A small "the" in front is dropped, a capital one ("The Hague") is part of the name and may be written small;
    a name that begins small ("al-Qaeda") may begin a sentence.
    """
    name = name.removeprefix("the ")
    key = key_of(name)
    if key.startswith("The "):
        return key, "the" + key[3:]
    if key[:1].islower():
        return key, key[:1].upper() + key[1:]
    return (key,)


def slug(name: str) -> str:
    """A name as an id: lower case, plain letters, no apostrophes, words joined by hyphens.

    >>> slug("Jean-Luc Özal")
    'jean-luc-ozal'
    """
    return re.sub(r"[^a-z0-9]+", "-", _plain(name).lower().replace("'", "")).strip("-")


def _plain(name: str) -> str:
    """A name without diacritics; typographic apostrophes and letters that have no plain form inside them are spelt out."""
    letters = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return "".join(c for c in letters if not unicodedata.combining(c))

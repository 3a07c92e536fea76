"""Small questions about names and words that several stages ask."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

HONORIFICS = {
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "lord", "lady", "dame", "miss", "mme", "m.", "madame", "madam", "herr",
    "comrade", "hon.", "hon", "rev.", "rev", "sheikh", "sheikha", "shaikh", "excellency", "h.e.", "h.e", "highness", "honorable",
    "honourable", "messrs", "messrs.", "senor", "monsieur", "prof", "prof.", "professor", "baroness", "baron", "viscount", "earl", "count",
}  # fmt: skip
FEMALE_HONORIFICS = {"mrs", "mrs.", "ms", "ms.", "lady", "dame", "miss", "mme", "madame", "madam", "sheikha", "baroness"}
DAYS = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december", "today", "yesterday", "tomorrow",
}  # fmt: skip


def is_name_like(word: str) -> bool:
    """Whether a word is written as a name is: a capital, or a particle of names."""
    return word[:1].isupper() or word in {"de", "van", "von", "der", "bin", "ibn", "al", "el", "da", "di", "du", "la", "le", "dos", "-", "’", "'"}


def words_before(doc: Doc, start: int) -> Iterator[int]:
    """Words before one, in its sentence, the nearest first; line breaks inside a paragraph are passed over."""
    first = doc[start].sent.start
    for i in range(start - 1, first - 1, -1):
        if not doc[i].is_space:
            yield i
        elif doc[i].text.count("\n") > 1:
            return


def next_word(doc: Doc, i: int) -> int | None:
    """The word after one in its sentence, over a line break."""
    j = i + 1
    while j < len(doc) and doc[j].is_space and doc[j].text.count("\n") < 2:
        j += 1
    return j if j < len(doc) and not doc[j].is_space and doc[j].sent == doc[i].sent else None


def tops(doc: Doc, start: int, end: int) -> Iterator[Token]:
    """The words of a stretch whose syntactic head lies outside it, in order."""
    return (t for t in doc[start:end] if t.head.i == t.i or not start <= t.head.i < end)


def one_line(text: str) -> str:
    """A name without the line breaks that the layout put into it."""
    return " ".join(text.split())

"""Gives headlines the casing of running text, learnt from the report's own body, before they are tagged.

"RUSSIA, CHINA SIGN PACT" and "Russia, China Sign Pact" mislead a tagger: every word looks like a name. A word
that the body writes in lower case is no name; one that the body capitalises inside a sentence is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.language.sentences import MISWRITTEN, is_initialism

_SMALL = {"of", "the", "and", "in", "on", "to", "for", "a", "an", "by", "with", "at", "from", "as", "over", "'s", "’s", "or", "but", "not"}


def is_headline(words: Sequence[str]) -> bool:
    """Whether a sentence is in capitals or in title case throughout."""
    telling = [w for w in words if w[0].isalpha() and w.lower() not in _SMALL]
    if len(telling) < 3:
        return False
    capitals = sum(w[0].isupper() for w in telling)
    return capitals >= 0.8 * len(telling)


def recased(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """The sentences, headlines among them recased; word count and order are kept."""
    heads = [is_headline(s) for s in sentences]
    lower: Counter[str] = Counter()
    inside: dict[str, Counter[str]] = {}
    for sentence, head in zip(sentences, heads, strict=True):
        if head:
            continue
        for k, word in enumerate(sentence):
            if word.islower():
                lower[word] += 1
            elif k and word[0].isupper():
                inside.setdefault(word.lower(), Counter())[word] += 1
    out = []
    for sentence, head in zip(sentences, heads, strict=True):
        out.append([_recase(w, lower, inside) for w in sentence] if head else _after_initialisms(sentence))
    return out


def _after_initialisms(sentence: Sequence[str]) -> list[str]:
    """Small words that some wires write with a capital after "U.S." in mid-sentence, small again."""
    return [w.lower() if k and w in MISWRITTEN and is_initialism(sentence[k - 1]) else w for k, w in enumerate(sentence)]


def _recase(word: str, lower: Counter[str], inside: dict[str, Counter[str]]) -> str:
    key = word.lower()
    if not word[0].isalpha() or word.islower():
        return word
    named = inside.get(key)
    if named and sum(named.values()) >= lower[key]:
        return named.most_common(1)[0][0]
    if lower[key] or key in _SMALL:
        return key
    if "." in word:
        return word
    return word.capitalize() if word.isupper() and len(word) > 3 else word

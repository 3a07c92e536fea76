"""The words of time expressions, as pieces of patterns and the numbers they stand for."""

from __future__ import annotations

import re

_MONTH_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_UNITS = "day|week|month|year|decade|century"
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
         "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
             "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth")  # fmt: skip
_VAGUE = "several|a few|few|many|some|recent|a number of|dozens of|hundreds of"
DECADE_NAMES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}


def any_case(words: str) -> str:
    """A pattern for words in small letters, with a capital, or in capitals."""
    return f"(?i:{words})"


def month_pattern(group: str) -> str:
    """A pattern for a month's name, written with a capital, in full or cut."""
    names = [n for name in _MONTH_NAMES for n in (name, name.upper())]
    cut = [n for name in (*(n[:3] for n in _MONTH_NAMES if n != "May"), "Sept") for n in (name, name.upper())]
    return rf"(?P<{group}>{'|'.join(names)}|(?:{'|'.join(cut)})\b\.?)"


def weekday_pattern(group: str, cut: bool = False) -> str:
    """A pattern for a day of the week, written with a capital; cut forms ("Fri.") only where asked for."""
    names = [n for name in _DAY_NAMES for n in (name, name.upper())]
    if cut:
        names += ["Mon", "Tues", "Tue", "Weds", "Wed", "Thurs", "Thur", "Thu", "Fri", "Sat", "Sun"]
    return rf"(?P<{group}>(?:{'|'.join(names)})\b{r'.?' if cut else ''})".replace(".?", r"\.?")


def number_pattern(group: str) -> str:
    """A pattern for a whole number in digits or words, or a vague one ("several")."""
    tens = "|".join(_TENS)
    ones = "|".join(sorted(_ONES, key=len, reverse=True))
    return rf"(?P<{group}>\d{{1,4}}|(?i:a couple of|half a dozen|a dozen|(?:{tens})(?:(?: ?- ?| )(?:{ones}))?|{ones}|{_VAGUE}|an?))"


def ordinal_pattern(group: str) -> str:
    """A pattern for an ordinal up to the twentieth, in words or digits."""
    words = "|".join(sorted(_ORDINALS, key=len, reverse=True))
    return rf"(?P<{group}>\d{{1,2}}(?:st|nd|rd|th)|(?i:twenty ?- ?first|{words}|last|final))"


def unit_pattern(group: str) -> str:
    """A pattern for a unit of time, singular or plural."""
    return rf"(?P<{group}>(?i:{_UNITS}|centurie))s?\b"


def month_number(word: str) -> int:
    """1 to 12 for a month's name as ``month_pattern`` finds it."""
    return next(k for k, name in enumerate(_MONTH_NAMES, 1) if name.lower().startswith(word.lower().rstrip(".")[:3]))


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for a day of the week as ``weekday_pattern`` finds it."""
    return next(k for k, name in enumerate(_DAY_NAMES) if name.lower().startswith(word.lower().rstrip(".")[:3]))


def number_of(word: str) -> int | None:
    """The number that a word found by ``number_pattern`` stands for; None for vague ones."""
    word = re.sub(r"\s*-\s*", " ", word.lower()).strip()
    fixed = {"a": 1, "an": 1, "a couple of": 2, "half a dozen": 6, "a dozen": 12}
    if word.isdigit():
        return int(word)
    if word in fixed:
        return fixed[word]
    total = 0
    for piece in word.split():
        if piece in _TENS:
            total += _TENS[piece]
        elif piece in _ONES:
            total += _ONES.index(piece) + 1
        else:
            return None
    return total


def ordinal_of(word: str) -> int | None:
    """The number of an ordinal; -1 for "last" and "final"."""
    word = re.sub(r"\s*-\s*", " ", word.lower())
    if word in {"last", "final"}:
        return -1
    if word == "twenty first":
        return 21
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else None


def unit_of(word: str) -> str:
    """The unit in the singular."""
    word = word.lower().rstrip("s")
    return "century" if word == "centurie" else word

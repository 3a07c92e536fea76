"""Signs from counts that run with the years: sessions, conferences, congresses, resolutions, anniversaries."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from dragoman.reading.date_signs import LAST, Days, Sign, year_days
from dragoman.reading.draft import Draft
from dragoman.record.edtf import bounds

_TENS = {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
         "hundredth": 100}  # fmt: skip
_TENS_STEM = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
         "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth")  # fmt: skip
_NUMBER = rf"(?P<n>\d{{1,3}}(?:st|nd|rd|th)|(?i:(?:(?:{'|'.join(_TENS_STEM)})[- ])?(?:{'|'.join(_ONES)}|{'|'.join(_TENS)})))"
# A word that must be there, what is counted, the year of its number 1 less one, and 1 where it runs on into the year after.
_SERIES: tuple[tuple[str, str, int, int], ...] = (
    ("General Assembly", r"(?:regular )?(?:annual )?(?:session )?(?:of the )?(?:U\.?N\.?|United Nations) General Assembly", 1945, 1),
    ("Health Assembly", r"World Health Assembly", 1947, 0),
    ("General Conference", r"(?:session of the )?IAEA General Conference|General Conference of the IAEA", 1956, 0),
    ("Munich Security", r"Munich Security Conference", 1963, 0),
    ("Labo", r"(?:Annual )?(?:session of the )?International Labou?r Conference", 1912, 0),
)
_COUNTED = [(name, re.compile(rf"(?<!\w){_NUMBER} (?:{what})(?!\w)"), base, length) for name, what, base, length in _SERIES]
_SHORT = re.compile(r"(?<!\w)(?P<what>UNGA|COP)[- ]?(?P<n>\d\d)(?!\w)")
_CONGRESS = re.compile(rf"(?<!\w){_NUMBER} (?:U\.?S\.? |United States )?Congress(?!\w)")
_RESOLUTION = re.compile(r"(?i)(?<!\w)(?:Security Council|UNSC|U\.?N\.?|UNSCR) (?:Resolutions? )?(?P<n>\d{3,4})(?!\w)")
_ANNIVERSARY = re.compile(rf"(?<!\w){_NUMBER} anniversary(?: of)?(?: the)?(?P<what>(?: [\w’'.-]+){{1,8}})")
_YEAR = re.compile(r"(?<!\d)(1[6-9]\d\d|20\d\d)(?!\d)")
# Number of the Security Council's last resolution of each year from 1946 on.
_LAST_RESOLUTION = (
    15, 37, 66, 78, 89, 96, 97, 103, 104, 110, 121, 126, 131, 132, 160, 169, 171, 185, 199, 219, 232, 245, 262, 275, 291, 307, 324, 344, 366, 384,
    402, 422, 443, 461, 484, 499, 528, 545, 559, 580, 593, 606, 626, 646, 683, 725, 801, 892, 969, 1035, 1092, 1147, 1219, 1284, 1334, 1386, 1454,
    1524, 1580, 1651, 1738, 1794, 1859, 1907, 1966, 2033, 2085, 2132, 2195, 2259, 2336, 2397, 2451, 2504, 2560, 2615, 2671, 2719, 2767,
)  # fmt: skip


def count_signs(draft: Draft) -> Iterator[Sign]:
    """One sign for every count of a report's running words; the latest of those that only set a beginning."""
    text = draft.report.text
    for name, pattern, base, length in _COUNTED:
        for match in pattern.finditer(text) if name in text else ():
            year = base + _number(match["n"])
            yield from _sign(draft, match, _session(year) if length else year_days(year), 1.5)
    for match in _SHORT.finditer(text):
        number = int(match["n"])
        # The climate conference of 2020 was held a year late.
        year = 1945 + number if match["what"] == "UNGA" else 1994 + number + (number > 25)
        yield from _sign(draft, match, _session(year) if match["what"] == "UNGA" else year_days(year), 1.5)
    for match in _CONGRESS.finditer(text) if "Congress" in text else ():
        year = 1787 + 2 * _number(match["n"])
        yield from _sign(draft, match, year_days(year, year + 1), 1.5)
    for match in _ANNIVERSARY.finditer(text) if "anniversary" in text else ():
        base_year = _base_year(draft, match["what"])
        if base_year:
            yield from _sign(draft, match, year_days(base_year + _number(match["n"])), 1.8)
    resolutions = [(int(m["n"]), m) for m in _RESOLUTION.finditer(text)]
    if resolutions:
        number, match = max(resolutions, key=lambda r: r[0])
        if number <= _LAST_RESOLUTION[-1]:
            yield from _sign(draft, match, (year_days(1946 + bisect_left(_LAST_RESOLUTION, number))[0], LAST), 1.5)


def _session(year: int) -> Days:
    """A session of the General Assembly, from mid-September to the next, less what the signs allow to either side."""
    return date(year, 10, 15).toordinal(), date(year + 1, 7, 15).toordinal()


def _sign(draft: Draft, match: re.Match[str], days: Days, cost: float) -> Iterator[Sign]:
    span = draft.doc.char_span(*match.span(), alignment_mode="expand")
    if span is None or not 1945 <= date.fromordinal(days[0]).year <= 2100:
        return
    late = 0.0 if days[1] == LAST else cost
    since = date.fromordinal(days[0]).year
    yield Sign("count", (days,), (span.start, span.end), f"speaks of {' '.join(match[0].split())} ({since})", cost, late, slack=(60, 60))


def _base_year(draft: Draft, what: str) -> int | None:
    """The year of what an anniversary is of: told beside it, or a happening's, organisation's or treaty's in the tables."""
    told = _YEAR.search(what)
    if told:
        return int(told[0])
    words = what.split()
    for _, _, senses in (*draft.world.match_happenings(words), *draft.world.match(words)):
        starts = {bounds(s.start)[0] for s in senses if s.start and s.kind in {"happening", "igo", "bloc"}}
        if len(starts) == 1 and len(senses) == 1:
            first = next(iter(starts))
            return first.year if first else None
    return None


def _number(words: str) -> int:
    if words[0].isdigit():
        return int(re.match(r"\d+", words)[0])  # type: ignore[index]
    stem, _, last = words.lower().replace("-", " ").rpartition(" ")
    return _TENS_STEM.get(stem, 0) + (_ONES.index(last) + 1 if last in _ONES else _TENS[last])

"""Reads the hand-written lists of office holders: who, which titles, of what, from when to when."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

_SECTION = re.compile(r"\[(?P<of>[A-Z0-9:, a-z-]+?) (?P<titles>[a-z].*)\]")
_BODY = re.compile(r"[A-Z][A-Z0-9-]*(?::[a-z0-9-]+)?")
_DATE = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_LINE = re.compile(
    r"(?P<name>[^={(@]+?)"
    r"(?: =(?P<id>[a-z0-9-]+))?(?: \{(?P<surname>[^}]+)\})?(?: \((?P<aliases>[^)]+)\))?(?: @(?P<country>[A-Z]{3}))?"
    rf" (?P<start>{_DATE})(?: (?P<end>{_DATE}))?"
)


@dataclass(frozen=True)
class Holding:
    """One person in one office for one time.

    ``of`` and ``titles`` may be several: an office that goes by several names, or that a body inherited.
    ``start`` and ``end`` are EDTF dates, both inclusive; an empty ``end`` is open or unknown.
    """

    person: str
    name: str
    surname: str
    aliases: tuple[str, ...]
    country: str
    titles: tuple[str, ...]
    of: tuple[str, ...]
    start: str
    end: str
    source: str = "own"
    place: str = ""


def plain(name: str) -> str:
    """``name`` without diacritics."""
    name = name.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L").replace("ı", "i").replace("đ", "d")
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def slug(name: str) -> str:
    """The id that a person's usual full name gives: "George H. W. Bush" is george-h-w-bush."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’`]", "", plain(name).lower())).strip("-")


def read_holders(path: Path) -> Iterator[Holding]:
    """The holdings of one list.

    Raises:
        ValueError: where a line is neither a section nor a holder; it names the file and the line.
    """
    of: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    waiting: Holding | None = None
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.split("#")[0].strip()
        if not line:
            continue
        place = f"{path.name}:{number}"
        if section := _SECTION.fullmatch(line):
            if waiting:
                yield waiting
            waiting = None
            of, titles = _owners(section["of"], section["titles"])
            continue
        found = _LINE.fullmatch(line)
        if not found or not of:
            raise ValueError(f"{place}: {line!r} is neither '[STATE title]' nor 'Name start end'")
        if waiting:
            yield waiting if waiting.end else replace(waiting, end=found["start"])
        name = found["name"]
        waiting = Holding(
            person=found["id"] or slug(name),
            name=name,
            surname=found["surname"] or "",
            aliases=tuple(part.strip() for part in (found["aliases"] or "").split(";") if part.strip()),
            country=found["country"] or "",
            titles=titles,
            of=of,
            start=found["start"],
            end=found["end"] or "",
            place=place,
        )
    if waiting:
        yield waiting


def _owners(of: str, titles: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where a section names several bodies ("EC, EU:european-commission president"), the titles follow the last."""
    words = f"{of} {titles}"
    owners = []
    while found := _BODY.match(words):
        owners.append(found.group())
        words = words[found.end() :]
        if not words.startswith(", "):
            break
        words = words[2:]
    return tuple(owners), tuple(part.strip() for part in words.split(",") if part.strip())

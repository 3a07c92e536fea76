"""What Archigos 4.1, REIGN, Wikidata and a list of sitting leaders know of the days on which power changed hands.

Archigos and REIGN name effective leaders by surname and without titles, so they confirm or complete the days of a
holding but never make one; Wikidata names offices and is taken where the hand-written lists have nobody.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote

from holding import Holding, plain, slug
from state_codes import COUNTRY_IDS, state_of

HEADS = frozenset(
    (
        "president", "prime minister", "premier", "chancellor", "king", "queen", "emperor", "emir", "sultan", "shah",
        "general secretary", "first secretary", "leader", "head of state", "chairman", "supreme leader", "military ruler",
        "chief executive", "chairman of the presidency", "state counsellor",
    )
)  # fmt: skip
_CENSORED = "2015-12-31"
_OTHER_PRESIDENTS = ("TWN", "VAT")  # of the Executive Yuan, of the Governorate


class Named(Protocol):
    """Whatever has a name and aliases."""

    name: str
    aliases: list[str]


@dataclass(frozen=True)
class Spell:
    """One leader's time at the head of one state, as a data set has it; ``end`` is empty where it runs on."""

    state: str
    words: frozenset[str]
    start: str
    end: str
    source: str


class KnownDays:
    """The data sets under one folder."""

    def __init__(self, folder: Path) -> None:
        self._spells: dict[str, list[Spell]] = defaultdict(list)
        self._spelled: dict[str, set[str]] = defaultdict(set)
        for spell in [*self._archigos(folder), *self._reign(folder), *self._sitting(folder)]:
            self._spells[spell.state].append(spell)
        self._offices = list(self._wikidata(folder))

    def confirm(self, held: Holding) -> Holding:
        """``held`` with the days a data set knows, and that set as its source, where the set agrees with it."""
        if not HEADS & set(held.titles):
            return held
        words = _words(held.name, *held.aliases)
        for owner in held.of:
            for spell in self._spells.get(owner, ()):
                if not words & spell.words:
                    continue
                if _agree(held.start, spell.start):
                    end = held.end
                    if spell.end and len(end) < 10 and spell.end.startswith(end) and end:
                        end = spell.end
                    start = spell.start if len(held.start) < len(spell.start) else held.start
                    return replace(held, start=start, end=end, source=spell.source)
        return held

    def others(self, holdings: Iterable[Holding]) -> Iterator[Holding]:
        """Heads of state and government of 2021 and 2022 whom ``holdings`` lack."""
        known: dict[tuple[str, str], set[str]] = defaultdict(set)
        for held in holdings:
            for owner in held.of:
                for title in held.titles:
                    if not held.end or held.end >= "2015":
                        known[owner, title] |= _words(held.name, *held.aliases)
        for held in self._offices:
            if not _words(held.name) & known[held.of[0], held.titles[0]]:
                yield held

    def spellings(self, someone: Named) -> list[str]:
        """The spellings with diacritics that Wikidata and DBpedia use for a name of ``someone``."""
        found = set().union(*(self._spelled.get(slug(name), set()) for name in (someone.name, *someone.aliases)))
        return sorted(found - {someone.name, *someone.aliases})

    def _archigos(self, folder: Path) -> Iterator[Spell]:
        names: dict[str, str] = {}
        with gzip.open(folder / "archigos_4_1_annual.tsv.gz", "rt", encoding="latin-1", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                resource = row["dbpedia.uri"].partition("/resource/")[2]
                names[row["obsid"]] = re.sub(r"\s*\([^)]*\)", "", unquote(resource).replace("_", " "))
        for row in _rows(folder / "archigos_4_1.csv"):
            name = names.get(row["obsid"], "")
            if name:
                self._spelled[slug(name)].add(name)
            end = "" if row["enddate"] >= _CENSORED else row["enddate"]
            state = state_of(row["idacr"], row["startdate"])
            yield Spell(state, _words(row["leader"], name), row["startdate"], end, "archigos4.1")

    def _reign(self, folder: Path) -> Iterator[Spell]:
        for row in _rows(folder / "reign_leaderlist_2021_03.csv"):
            if not all(row[part] for part in ("sdate", "smonth", "syear", "emonth", "eyear")):
                continue
            start = f"{int(row['syear']):04d}-{int(row['smonth']):02d}-{int(row['sdate']):02d}"
            end = f"{int(row['eyear']):04d}-{int(row['emonth']):02d}"
            end = "" if end >= "2021-03" else end
            name = re.sub(r"\s*\([^)]*\)", "", row["leader"]).strip()
            yield Spell(state_of(row["stateabb"], start), _words(name), start, end, "reign")

    def _sitting(self, folder: Path) -> Iterator[Spell]:
        found = json.loads((folder / "world_leaders_current_2026-08-22.json").read_text(encoding="utf-8"))
        for country in found["countries"].values():
            for position in country["positions"].values():
                holder = position.get("current_holder") or {}
                if holder.get("name_en") and holder.get("since"):
                    state = COUNTRY_IDS.get(country["country"]["iso_code"], country["country"]["iso_code"])
                    self._spelled[slug(holder["name_en"])].add(holder["name_en"])
                    yield Spell(state, _words(holder["name_en"]), holder["since"], "", "world-leaders-2026")

    def _wikidata(self, folder: Path) -> Iterator[Holding]:
        for row in _rows(folder / "wikidata_world_leaders_2021_2022.csv"):
            name, state = row["officeholderLabel"], COUNTRY_IDS.get(row["country"], "")
            self._spelled[slug(name)].add(name)
            office = re.fullmatch(r"(Prime Minister|President)(?: of .+)?", row["positionLabel"])
            title = office.group(1).lower() if office and state not in _OTHER_PRESIDENTS else ""
            if state and title and row["start_year"]:
                years = row["start_year"], row["end_year"]
                yield Holding(slug(name), plain(name), "", (), state, (title,), (state,), *years, source="wikidata")


def _words(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in re.findall(r"[a-z]{3,}", plain(name).lower()))


def _agree(ours: str, theirs: str) -> bool:
    """Whether two starts are the same: within a day of each other where both are days, else in the period."""
    if len(ours) < 10:
        return theirs.startswith(ours)
    if len(theirs) < 10:
        return ours.startswith(theirs)
    return abs(date.fromisoformat(ours) - date.fromisoformat(theirs)) <= timedelta(days=1)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", errors="replace", newline="") as file:  # REIGN has stray bytes
        return list(csv.DictReader(file))

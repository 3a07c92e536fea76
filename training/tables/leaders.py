"""Builds the world tables persons.csv and terms.csv: who held which office when.

Run it from the project root: ``python training/tables/leaders.py --data DIR``, DIR being the folder that holds
``leaders``, ``us_officials_pocom`` and ``uk_ministers_ifg``. The hand-written lists in ``holders/`` say who and
which title; Archigos 4.1, REIGN and the lists of sitting leaders confirm or complete their days, and a row's
``source`` names the one that did.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from american_officials import american_officials
from british_ministers import british_ministers
from holding import Holding, read_holders
from known_days import KnownDays
from other_spellings import other_spellings

HERE = Path(__file__).parent
TABLES = HERE.parents[1] / "src/dragoman/world/tables"

ALSO_SAID = {"defense minister": "defence minister", "secretary of defense": "defense secretary"}
FAMILY_NAME_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "HKG"})


@dataclass
class Someone:
    """A row of persons.csv in the making."""

    id: str
    name: str
    surname: str = ""
    aliases: list[str] = field(default_factory=list)
    country: str = ""
    sources: list[str] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)

    def spelled_otherwise(self) -> Iterable[str]:
        """What the rules of spelling make of the name and its aliases."""
        last_year = "" if "" in self.ends else max(self.ends)[:4]
        return (other for name in (self.name, *self.aliases) for other in other_spellings(name, self.country, last_year))


def gather(holdings: Iterable[Holding]) -> dict[str, Someone]:
    """The persons of ``holdings``: the first name met is the usual one, all others are aliases."""
    persons: dict[str, Someone] = {}
    claims: dict[str, list[str]] = defaultdict(list)
    for held in holdings:
        someone = persons.setdefault(held.person, Someone(held.person, held.name))
        for name in (held.name, *held.aliases):
            if name != someone.name and name not in someone.aliases:
                someone.aliases.append(name)
        someone.surname = someone.surname or held.surname
        someone.sources.append(held.source)
        someone.ends.append(held.end)
        state = next((owner[:3] for owner in held.of if len(owner) == 3 or owner[3:4] == ":"), "")
        if held.country:
            claims[held.person].insert(0, held.country)
        elif state:
            claims[held.person].append(state)
    for someone in persons.values():
        someone.country = claims[someone.id][0] if claims[someone.id] else ""
        if not someone.surname:
            someone.surname = someone.name.split()[0 if someone.country in FAMILY_NAME_FIRST else -1]
        someone.surname = re.sub(r"^(?:al|el)-", "", someone.surname, flags=re.IGNORECASE)  # "Assad", of "al-Assad" too
    return persons


def rows_of(held: Holding) -> Iterable[tuple[str, str, str, str, str, str]]:
    """The rows of terms.csv for one holding: one a title and owner."""
    titles = dict.fromkeys(held.titles)
    for title in held.titles:
        if also := ALSO_SAID.get(title):
            titles[also] = None
    for owner in held.of:
        for title in titles:
            yield held.person, title, owner, held.start, held.end, held.source


def absent_from(known: Iterable[Holding], more: Iterable[Holding]) -> Iterable[Holding]:
    """Those of ``more`` that ``known`` does not have: the same person in the same office in a year they share."""
    said: dict[tuple[str, str, str], list[Holding]] = defaultdict(list)
    for held in known:
        for owner, title in product(held.of, held.titles):
            said[held.person, owner, title].append(held)
    for held in more:
        others = [other for owner, title in product(held.of, held.titles) for other in said[held.person, owner, title]]
        if not any(held.start[:4] <= (o.end or "9999")[:4] and o.start[:4] <= (held.end or "9999")[:4] for o in others):
            yield held


def write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Writes one table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main() -> None:
    """Reads the lists and the data, writes both tables."""
    parser = argparse.ArgumentParser(description="Build persons.csv and terms.csv.")
    parser.add_argument("--data", type=Path, required=True, help="folder with leaders, us_officials_pocom and uk_ministers_ifg")
    parser.add_argument("--out", type=Path, default=TABLES, help="folder for the tables (default: the world's tables)")
    arguments = parser.parse_args()

    days = KnownDays(arguments.data / "leaders")
    own = [held for path in sorted((HERE / "holders").glob("*.txt")) for held in read_holders(path)]
    confirmed = [days.confirm(held) for held in own]
    british = british_ministers(arguments.data / "uk_ministers_ifg")
    american = american_officials(arguments.data / "us_officials_pocom")
    holdings = [*confirmed, *absent_from(confirmed, [*british, *american, *days.others(confirmed)])]

    persons = gather(holdings)
    for someone in persons.values():
        names = dict.fromkeys((*someone.aliases, *someone.spelled_otherwise(), *days.spellings(someone)))
        someone.aliases = [alias for alias in names if alias not in {someone.name, someone.surname}]
    write(
        arguments.out / "persons.csv",
        ("id", "name", "surname", "aliases", "country", "source"),
        (
            (p.id, p.name, p.surname, ";".join(p.aliases), p.country, sorted(p.sources, key=lambda s: s == "own")[0])
            for p in sorted(persons.values(), key=lambda p: p.id)
        ),
    )
    rows = dict.fromkeys(row for held in holdings for row in rows_of(held))
    terms = sorted(rows, key=lambda row: (row[2], row[3], row[0]))  # titles of one holding stay in order, the usual one first
    write(arguments.out / "terms.csv", ("person", "title", "of", "start", "end", "source"), terms)
    print(f"{len(persons)} persons, {len(terms)} terms from {len(holdings)} holdings")


if __name__ == "__main__":
    main()

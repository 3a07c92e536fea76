"""Compiles states.csv, names.csv and places.csv of the world tables.

Names, capitals and places are written by hand in states/*.txt (see states/README.md). Where a state has no dates there,
those of Gleditsch and Ward stand in, or else of the Correlates of War.

    python training/tables/states.py [--data ../shared/data/open/states_systems]
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent / "states"
TABLES = Path(__file__).parents[2] / "src/dragoman/world/tables"
# Both lists were closed at the end of these days; an end on them means that the state goes on.
OPEN_ENDS = {"2016-12-31", "2017-12-31"}
OPEN_START = "1816-01-01"
# Seats by which reports name an organisation.
SEATS = (("EU", "Brussels", "1993-11-01", ""), ("EC", "Brussels", "1958-01-01", "1993-10-31"), ("UN", "Turtle Bay", "1952", ""))
# Names that a bracket gives dates, [from..to, from..to].
_DATED = re.compile(r"(?P<name>[^\[]+?)\s*(?:\[(?P<spells>[^\]]*)\])?")
_CAPITAL = re.compile(r"(?P<names>[^!\[\d]+?)\s*(?P<seat>!)?\s*(?P<at>-?\d+\.\d+ -?\d+\.\d+)?\s*(?:\[(?P<spells>[^\]]*)\])?")
_PLACE = re.compile(r"(?P<names>.+?)\s+(?P<at>-?\d+(?:\.\d+)? -?\d+(?:\.\d+)?)\s*(?:\[(?P<spells>[^\]]*)\])?")

Spell = tuple[str, str]


@dataclass
class State:
    """One line of states.txt."""

    id: str
    iso2: str
    cow: str
    name: str
    long: str
    also: str
    adjectives: str
    peoples: str
    capitals: str
    dates: str
    other: str
    region: str

    @property
    def options(self) -> dict[str, str]:
        """The "key=value" pairs of the last field."""
        return dict(pair.strip().split("=") for pair in self.other.split(";") if pair.strip())

    @property
    def status(self) -> str:
        return self.options.get("status", "state")


def read_states(path: Path = HERE / "states.txt") -> Iterator[State]:
    """The states by hand, in the order of the file."""
    region = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            region = line.strip("[]")
        elif line.strip():
            codes, *fields = (f.strip() for f in line.split("|"))
            id_, iso2, cow = codes.split()
            if len(fields) != 8:
                raise SystemExit(f"{path}: {id_} has {len(fields) + 1} fields; it needs nine.")
            yield State(id_, iso2.strip("-"), cow.strip("-"), *fields, region)


def spells(text: str | None) -> list[Spell]:
    """The stretches in "from..to, from..to"; one open stretch for nothing."""
    if not text:
        return [("", "")]
    return [(a.strip(), b.strip()) for a, b in (part.split("..") for part in text.split(","))]


def system_spells(data: Path) -> tuple[dict[str, list[Spell]], dict[str, list[Spell]]]:
    """The stretches of membership by number, of Gleditsch and Ward and of the Correlates of War."""
    gw: dict[str, list[Spell]] = {}
    cow: dict[str, list[Spell]] = {}
    for row in _rows(data / "gw_states.csv"):
        gw.setdefault(str(int(float(row["gwcode"]))), []).append(_closed(row["startdate"], row["enddate"]))
    for row in _rows(data / "cow_states.csv"):
        start, end = ("-".join(f"{int(float(row[side + part])):02}" for part in ("year", "month", "day")) for side in ("st", "end"))
        cow.setdefault(str(int(float(row["ccode"]))), []).append(_closed(start, end))
    return gw, cow


def _closed(start: str, end: str) -> Spell:
    return ("1816" if start == OPEN_START else start, "" if end in OPEN_ENDS else end)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def state_rows(states: Iterable[State], data: Path) -> Iterator[list[str]]:
    """The rows of states.csv: one a stretch of existence."""
    gw, cow = system_spells(data)
    for s in states:
        if s.dates:
            found, source = spells(s.dates), "own"
        elif s.cow in gw:
            found, source = gw[s.cow], "gleditsch-ward"
        elif s.cow in cow:
            found, source = cow[s.cow], "cow"
        else:
            found, source = [("", "")], "own"
        iso3 = s.id if s.iso2 else ""
        successors = ";".join(s.options.get("successors", "").split())
        for start, end in found:
            yield [s.id, s.name, s.long, s.status, iso3, s.iso2, s.cow if s.cow in cow else "", s.cow if s.cow in gw else "", start, end, successors,
                   s.region, source]  # fmt: skip


def name_rows(states: Iterable[State]) -> Iterator[list[str]]:
    """The rows of names.csv: one a name and stretch of validity."""
    for s in states:
        adjectives = _names(s.adjectives)
        first = adjectives[0][0] if adjectives else ""
        peoples = [(first + "s" if name == "+s" else name, dates) for name, dates in _names(s.peoples)]
        uses: list[tuple[str, str, Spell]] = [("name", s.name, ("", "")), ("long", s.long, ("", ""))]
        uses += [("abbreviation" if re.fullmatch(r"[A-Z.]{2,}", n) else "name", n, d) for n, d in _names(s.also)]
        uses += [("adjective", n, d) for n, d in adjectives]
        uses += [("people", n, d) for n, d in peoples]
        for match in _capitals(s):
            # The capital of a territory rarely stands for whoever governs it.
            if s.status != "territory":
                use = "metonym" if match["seat"] else "capital"
                uses += [(use, n.strip(), d) for n in match["names"].split("=") for d in spells(match["spells"])]
        seen = set()
        for use, name, (start, end) in uses:
            # A city-state's capital keeps its own row, for its seat is looked up by it.
            if (name, start, end, use == "capital") not in seen:
                seen.add((name, start, end, use == "capital"))
                yield [s.id, name, use, start, end, "own"]
    for organisation, name, start, end in SEATS:
        yield [organisation, name, "metonym", start, end, "own"]


def _names(field: str) -> list[tuple[str, Spell]]:
    found = []
    for part in field.split(";"):
        match = _DATED.fullmatch(part.strip())
        if match:
            found += [(match["name"], spell) for spell in spells(match["spells"])]
    return found


def _capitals(state: State) -> Iterator[re.Match[str]]:
    for part in state.capitals.split(";"):
        if part.strip():
            match = _CAPITAL.fullmatch(part.strip())
            if match is None:
                raise SystemExit(f"{HERE / 'states.txt'}: the capital {part.strip()!r} of {state.id} is not written as README.md says.")
            yield match


def place_rows(states: Iterable[State]) -> Iterator[list[str]]:
    """The rows of places.csv: capitals first, then places.txt."""
    seen = set()
    for s in states:
        for match in _capitals(s):
            name, *aliases = (n.strip() for n in match["names"].split("="))
            if match["at"] and name not in seen:
                seen.add(name)
                lat, lon = match["at"].split()
                start, end = spells(s.dates)[0] if s.status == "former" else ("", "")
                yield [name, s.id, lat, lon, "city" if match["seat"] else "capital", ";".join(aliases), start, end, "own"]
    kind = country = ""
    for line in (HERE / "places.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind, country = line.strip("[]").split()
        for part in line.split(";") if line.strip() and not line.startswith("[") else ():
            match = _PLACE.fullmatch(part.strip())
            if match is None:
                raise SystemExit(f"{HERE / 'places.txt'}: {part!r} is not written as README.md says.")
            name, *aliases = (n.strip() for n in match["names"].split("="))
            lat, lon = match["at"].split()
            for start, end in spells(match["spells"]):
                yield [name, country.strip("-"), lat, lon, kind, ";".join(aliases), start, end, "own"]


def _write(name: str, header: str, rows: Iterable[list[str]]) -> None:
    path = TABLES / name
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header.split(","))
        out.writerows(rows)
    print(f"{path}: {sum(1 for _ in path.open(encoding='utf-8')) - 1} rows")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data/open/states_systems"))
    data = parser.parse_args().data
    states = list(read_states())
    _write("states.csv", "id,name,long_name,status,iso3,iso2,cow,gw,start,end,successors,region,source", state_rows(states, data))
    _write("names.csv", "id,name,use,start,end,source", name_rows(states))
    _write("places.csv", "name,country,lat,lon,kind,aliases,start,end,source", place_rows(states))


if __name__ == "__main__":
    main()

"""Reads our own tables from tables/*.csv."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from sys import intern
from typing import NamedTuple

from dragoman.world.nouns import Happening, Person, Place, Term

TABLES = Path(__file__).parent / "tables"
_GROUP_KINDS = {"armed-group": "armed-group", "people": "people"}


class WorldTableError(ValueError):
    """A table that cannot be used; the message names the file, the line and what to change."""


class ActorRow(NamedTuple):
    """One stretch of one actor's existence, or one person without dates."""

    id: str
    kind: str
    name: str
    country: str | None
    sector: str | None
    start: str | None
    end: str | None
    table: str


class NameRow(NamedTuple):
    """One name of one actor, place or happening; ``of`` is an actor's id, or the number of a place or happening."""

    name: str
    of: str | int
    use: str
    start: str | None
    end: str | None
    table: str


class StateRow(NamedTuple):
    """One stretch of a state's existence."""

    id: str
    status: str
    start: str | None
    end: str | None
    successors: tuple[str, ...]


@dataclass
class Tables:
    """Everything read, in the order of the files."""

    states: list[StateRow] = field(default_factory=list)
    actors: dict[str, list[ActorRow]] = field(default_factory=dict)
    names: list[NameRow] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    persons: dict[str, Person] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)
    members: dict[str, list[tuple[str, str | None, str | None]]] = field(default_factory=dict)
    head_titles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    guarded: dict[str, str] = field(default_factory=dict)


def load_tables(folder: Path = TABLES) -> Tables:
    """Our own tables. A table that is not there is empty.

    Raises:
        WorldTableError: where a table has no header or lacks a column.
    """
    tables = Tables()
    _load_states(tables, folder)
    _load_bodies(tables, folder)
    _load_places(tables, folder)
    _load_persons(tables, folder)
    _load_happenings(tables, folder)
    for row in _rows(folder / "guarded.csv", ("word", "guard")):
        tables.guarded[row["word"]] = row["guard"]
    return tables


def _load_states(tables: Tables, folder: Path) -> None:
    for row in _rows(folder / "states.csv", ("id", "name", "status", "start", "end", "successors")):
        start, end = row["start"] or None, row["end"] or None
        tables.states.append(StateRow(intern(row["id"]), row["status"], start, end, list_of(row["successors"])))
        tables.actors.setdefault(row["id"], []).append(ActorRow(row["id"], "state", row["name"], row["id"], "GOV", start, end, "states"))
    for row in _rows(folder / "names.csv", ("id", "name", "use", "start", "end")):
        tables.names.append(NameRow(row["name"], intern(row["id"]), intern(row["use"]), row["start"] or None, row["end"] or None, "names"))


def _load_bodies(tables: Tables, folder: Path) -> None:
    for row in _rows(folder / "organisations.csv", ("id", "name", "abbreviation", "aliases", "kind", "country", "start", "end")):
        _add_actor(tables, row, row["kind"] or "other", "organisations")
        if row["abbreviation"]:
            tables.names.append(NameRow(row["abbreviation"], row["id"], "abbreviation", row["start"] or None, row["end"] or None, "organisations"))
    for row in _rows(folder / "bodies.csv", ("id", "name", "aliases", "country", "sector", "start", "end")):
        _add_actor(tables, row, "government-body", "bodies")
        tables.head_titles[row["id"]] = tuple(t.lower() for t in list_of(row.get("head_titles", "")))
    for row in _rows(folder / "groups.csv", ("id", "name", "aliases", "kind", "country", "sector", "start", "end")):
        _add_actor(tables, row, _GROUP_KINDS.get(row["kind"], "other"), "groups")
    for row in _rows(folder / "media.csv", ("id", "name", "aliases", "country", "start", "end")):
        _add_actor(tables, row, "media", "media")
    for row in _rows(folder / "members.csv", ("organisation", "member", "start", "end")):
        tables.members.setdefault(row["organisation"], []).append((intern(row["member"]), row["start"] or None, row["end"] or None))


def _add_actor(tables: Tables, row: dict[str, str], kind: str, table: str) -> None:
    start, end = row["start"] or None, row["end"] or None
    sector = row.get("sector") or None
    actor = ActorRow(intern(row["id"]), intern(kind), row["name"], row["country"] or None, sector, start, end, table)
    tables.actors.setdefault(actor.id, []).append(actor)
    tables.names.append(NameRow(row["name"], actor.id, "name", start, end, table))
    tables.names += [NameRow(alias, actor.id, "alias", start, end, table) for alias in list_of(row["aliases"])]


def _load_places(tables: Tables, folder: Path) -> None:
    for row in _rows(folder / "places.csv", ("name", "country", "lat", "lon", "kind", "aliases", "start", "end")):
        start, end = row["start"] or None, row["end"] or None
        lat, lon = (float(row[c]) if row[c] else None for c in ("lat", "lon"))
        number = len(tables.places)
        tables.places.append(Place(row["name"], row["country"] or None, lat, lon, intern(row["kind"]), start, end))
        tables.names += [NameRow(name, number, "place", start, end, "places") for name in (row["name"], *list_of(row["aliases"]))]


def _load_persons(tables: Tables, folder: Path) -> None:
    for row in _rows(folder / "persons.csv", ("id", "name", "surname", "aliases", "country")):
        person = Person(intern(row["id"]), row["name"], row["surname"], list_of(row["aliases"]), intern(row["country"]) or None)
        if person.id in tables.persons:
            continue
        tables.persons[person.id] = person
        tables.names.append(NameRow(person.name, person.id, "name", None, None, "persons"))
        tables.names += [NameRow(alias, person.id, "alias", None, None, "persons") for alias in person.aliases]
        if person.surname and person.surname != person.name:
            tables.names.append(NameRow(person.surname, person.id, "surname", None, None, "persons"))
    for row in _rows(folder / "terms.csv", ("person", "title", "of", "start", "end")):
        term = Term(intern(row["person"]), intern(row["title"].lower()), intern(row["of"]), row["start"] or None, row["end"] or None,
                    intern(row.get("source", "")))  # fmt: skip
        tables.terms.append(term)


def _load_happenings(tables: Tables, folder: Path) -> None:
    for row in _rows(folder / "happenings.csv", ("id", "name", "kind", "aliases", "start", "end", "place", "country", "participants")):
        number = len(tables.happenings)
        tables.happenings.append(
            Happening(row["id"], row["name"], row["kind"], row["start"] or None, row["end"] or None, row["place"] or None, row["country"] or None,
                      list_of(row["participants"]))
        )  # fmt: skip
        tables.names += [NameRow(name, number, "name", None, None, "happenings") for name in (row["name"], *list_of(row["aliases"]))]


def list_of(cell: str) -> tuple[str, ...]:
    """The parts of a cell that ";" separates."""
    return tuple(intern(part.strip()) for part in cell.split(";") if part.strip()) if cell else ()


def _rows(path: Path, needs: tuple[str, ...]) -> Iterator[dict[str, str]]:
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        header = next(lines, [])
        missing = [c for c in needs if c not in header]
        if missing:
            raise WorldTableError(f"{path}, line 1: the column {missing[0]!r} is missing; its header needs {', '.join(needs)}.")
        width = len(header)
        for cells in lines:
            if cells:
                yield dict(zip(header, cells + [""] * (width - len(cells)), strict=False))

"""Reads a user's own table of actors, and adds it to ours."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

from dragoman.record.edtf import bounds
from dragoman.record.kinds import ActorKind
from dragoman.world.loading import ActorRow, NameRow, Tables, WorldTableError, list_of
from dragoman.world.nouns import Person

_COLUMNS = ("id", "name", "aliases", "kind", "country", "sector", "start", "end")
_NEEDS = ("id", "name", "kind")

UserRow = tuple[ActorRow, tuple[str, ...]]


def with_user_rows(tables: Tables, rows: list[UserRow]) -> Tables:
    """New tables in which the names of these rows come first; a row with a known id adds names to that actor."""
    actors: dict[str, list[ActorRow]] = {}
    persons: dict[str, Person] = {}
    names: list[NameRow] = []
    for actor, all_names in rows:
        known = actor.id in tables.actors or actor.id in tables.persons
        if not known and actor.kind == "person":
            persons[actor.id] = Person(actor.id, actor.name, actor.name.split()[-1], all_names[1:], actor.country)
            names.append(NameRow(persons[actor.id].surname, actor.id, "surname", actor.start, actor.end, actor.table))
        elif not known:
            actors.setdefault(actor.id, []).append(actor)
        names += [NameRow(name, actor.id, "alias" if i else "name", actor.start, actor.end, actor.table) for i, name in enumerate(all_names)]
    return replace(tables, actors=tables.actors | actors, persons=tables.persons | persons, names=names + tables.names)


def read_user_table(path: Path, known: Tables) -> list[UserRow]:
    """A user's table: each row an actor and the names it goes by, the usual one first.

    Args:
        path: a UTF-8 CSV with the columns id, name, kind and, where wanted, aliases (split by ";"), country, sector,
            start and end (EDTF).
        known: the tables that its countries must stand in.

    Raises:
        WorldTableError: naming file, line and fix, where it cannot be read or a cell is not what its column holds.
    """
    found: list[UserRow] = []
    for item in _rows_or_faults(path, known):
        if isinstance(item, WorldTableError):
            raise item
        found.append(item)
    return found


def faults_of_user_table(path: Path, known: Tables) -> list[str]:
    """All that is wrong with a user's table, a sentence a fault that names file, line and fix; [] where nothing is.

    Args:
        path: the table.
        known: the tables that its countries must stand in.
    """
    return [str(item) for item in _rows_or_faults(path, known) if isinstance(item, WorldTableError)]


def _rows_or_faults(path: Path, known: Tables) -> Iterator[UserRow | WorldTableError]:
    """The rows of a table in order, and in their stead what is wrong with them; a fault of the whole file comes alone."""
    try:
        lines = csv.reader(_content(path).splitlines(keepends=True))
        header = next(lines, [])
        _check_header(path, header)
    except WorldTableError as error:
        yield error
        return
    except csv.Error as error:
        yield WorldTableError(f"{path}, line 1: it is not well-formed CSV ({error}); mend the quotes.")
        return
    states = {id for id, rows in known.actors.items() if rows[0].kind == "state"}
    kinds: dict[str, tuple[str, int]] = {}
    while True:
        try:
            cells = next(lines)
        except StopIteration:
            return
        except csv.Error as error:
            yield WorldTableError(f"{path}, line {lines.line_num}: it is not well-formed CSV ({error}); mend the quotes.")
            return
        if not any(c.strip() for c in cells):
            continue
        try:
            row = _user_row(path, lines.line_num, header, cells, states)
            kind, line = kinds.setdefault(row[0].id, (row[0].kind, lines.line_num))
            if kind != row[0].kind:
                raise WorldTableError(
                    f"{path}, line {lines.line_num}: {row[0].id!r} is a {row[0].kind} here and a {kind} in line {line}; give one kind to both rows."
                )
        except WorldTableError as error:
            yield error
        else:
            if row[0].kind == "state":
                states.add(row[0].id)
            yield row


def _content(path: Path) -> str:
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise WorldTableError(f"{path}: there is no such file; check the path.") from None
    except OSError as error:
        raise WorldTableError(f"{path}: it cannot be read ({error.strerror}); check its permissions.") from None
    except UnicodeDecodeError:
        raise WorldTableError(f"{path}: it is not UTF-8 text; save it as CSV in UTF-8.") from None
    if "\0" in content:
        raise WorldTableError(f"{path}: it holds null characters, so it is no CSV text; save it as CSV in UTF-8.")
    return content


def _check_header(path: Path, header: list[str]) -> None:
    columns = [c.strip() for c in header]
    for column in columns:
        if column not in _COLUMNS:
            raise WorldTableError(f"{path}, line 1: {column!r} is no column of a world table; use only {', '.join(_COLUMNS)}.")
        if columns.count(column) > 1:
            raise WorldTableError(f"{path}, line 1: the column {column!r} stands twice; keep one.")
    for column in _NEEDS:
        if column not in columns:
            raise WorldTableError(f"{path}, line 1: the column {column!r} is missing; add it to the header.")


def _user_row(path: Path, line: int, header: list[str], cells: list[str], states: set[str]) -> UserRow:
    where = f"{path}, line {line}"
    if len(cells) != len(header):
        raise WorldTableError(f"{where}: {len(cells)} cells under {len(header)} columns; quote cells that hold commas.")
    row = {c: "" for c in _COLUMNS} | {c.strip(): cell.strip() for c, cell in zip(header, cells, strict=True)}
    for column in _NEEDS:
        if not row[column]:
            raise WorldTableError(f"{where}: {column!r} is empty; fill it in.")
    if row["kind"] not in get_args(ActorKind):
        raise WorldTableError(f"{where}: {row['kind']!r} is no kind of actor; use one of {', '.join(get_args(ActorKind))}.")
    if row["country"] and row["country"] not in states and row["country"] != row["id"]:
        raise WorldTableError(f"{where}: the country {row['country']!r} is no state that we know; use its ISO alpha-3 code, such as FRA.")
    days = []
    for column, side in (("start", 0), ("end", 1)):
        try:
            days.append(bounds(row[column])[side] if row[column] else None)
        except ValueError:
            raise WorldTableError(f"{where}: {column} {row[column]!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD.") from None
    if days[0] and days[1] and days[0] > days[1]:
        raise WorldTableError(f"{where}: start {row['start']} lies after end {row['end']}; swap or mend them.")
    country = row["country"] or (row["id"] if row["kind"] == "state" else None)
    actor = ActorRow(row["id"], row["kind"], row["name"], country, row["sector"] or None, row["start"] or None, row["end"] or None, path.name)
    return actor, (row["name"], *list_of(row["aliases"]))

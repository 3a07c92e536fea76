"""The rows of the shipped world tables, as the tests read them."""

from __future__ import annotations

import csv

from dragoman.world.loading import TABLES


def rows(table: str) -> list[dict[str, str]]:
    """The rows of one table, by its name without ".csv"."""
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

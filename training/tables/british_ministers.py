"""British ministers since 1979, from the Institute for Government's database (CC BY 4.0)."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from holding import Holding, slug

TITLES = {
    "Prime Minister": ("prime minister",),
    "Deputy Prime Minister": ("deputy prime minister",),
    "Secretary of State for Foreign and Commonwealth Affairs": ("foreign secretary", "foreign minister"),
    "Secretary of State for Foreign, Commonwealth and Development Affairs": ("foreign secretary", "foreign minister"),
    "Chancellor of the Exchequer": ("chancellor of the exchequer", "finance minister"),
    "Secretary of State for Defence": ("defence secretary", "defense secretary", "defense minister"),
    "Secretary of State for the Home Department": ("home secretary", "interior minister"),
    "Secretary of State for Trade": ("trade secretary", "trade minister"),
    "Secretary of State for Trade and Industry": ("trade and industry secretary", "trade secretary", "trade minister"),
    "Secretary of State for International Trade": ("trade secretary", "trade minister"),
    "Secretary of State for Business and Trade": ("business and trade secretary", "trade secretary", "trade minister"),
    "Secretary of State for Energy": ("energy secretary", "energy minister"),
    "Secretary of State for International Development": ("international development secretary",),
    "Secretary of State for Northern Ireland": ("northern ireland secretary",),
    "Minister for Europe": ("europe minister", "minister for europe"),
}
_STYLES = ("Lord ", "Baroness ", "Viscount ", "Earl ")


def british_ministers(folder: Path) -> Iterator[Holding]:
    """The holdings of the great offices, each person under the name borne in the Commons where there was one."""
    names: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in _rows(folder / "person.csv"):
        names[row["id"]].append(row)
    posts = {row["id"]: row["name"] for row in _rows(folder / "post.csv")}
    for row in _rows(folder / "appointment.csv"):
        titles = TITLES.get(posts[row["post_id"]])
        if not titles:
            continue
        forms = sorted(names[row["person_id"]], key=lambda form: form["name"].startswith(_STYLES))
        name = forms[0]["name"]
        yield Holding(
            person=slug(name),
            name=name,
            surname=forms[0]["short_name"],
            aliases=tuple(form["name"] for form in forms[1:]),
            country="",
            titles=titles,
            of=("GBR",),
            start=row["start_date"],
            end=row["end_date"],
            source="ifg",
        )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

"""American diplomats of rank since 1945, from the Historian of the State Department (pocom, CC0)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from holding import Holding, slug

PRINCIPALS = {
    "deputy-secretary": ("deputy secretary of state",),
    "under-secretary-for-political-affairs": ("under secretary of state for political affairs", "under secretary of state"),
    "under-secretary": ("under secretary of state",),
    "under-secretary-for-econ-business-ag": ("under secretary of state for economic affairs",),
    "under-secretary-for-arms-control": ("under secretary of state for arms control",),
    "under-secretary-for-public-diplomacy": ("under secretary of state for public diplomacy",),
    "under-secretary-for-global-affairs": ("under secretary of state for global affairs",),
    "assistant-secretary-for-european-affairs": ("assistant secretary of state for european affairs",),
    "assistant-secretary-for-east-asian-pacific-affairs": ("assistant secretary of state for east asian and pacific affairs",),
    "assistant-secretary-for-near-eastern-affairs": ("assistant secretary of state for near eastern affairs",),
    "assistant-secretary-for-south-asian-affairs": ("assistant secretary of state for south asian affairs",),
    "assistant-secretary-for-western-hemisphere": ("assistant secretary of state for western hemisphere affairs",),
    "assistant-secretary-for-african-affairs": ("assistant secretary of state for african affairs",),
    "assistant-secretary-international-organization-affairs": (
        "assistant secretary of state for international organization affairs",
    ),
    "director-us-arms-control-disarmament-agency": ("director of the arms control and disarmament agency",),
    "administrator-aid": ("usaid administrator", "administrator of usaid"),
}
MISSIONS = {
    "representative-to-un": (
        "ambassador to the united nations",
        "ambassador to the un",
        "permanent representative to the united nations",
    ),
    "representative-to-nato": ("ambassador to nato",),
    "representative-to-eu": ("ambassador to the european union",),
}
USUAL = {
    "Abraham Lincoln Gordon": "Lincoln Gordon",
    "Charles William Maynes": "William Maynes",
    "Clarence Douglas Dillon": "Douglas Dillon",
    "David Dean Rusk": "Dean Rusk",
    "Fred Charles Iklé": "Fred Ikle",
    "Gerhard Mennen Williams": "Mennen Williams",
    "James Russell Wiggins": "Russell Wiggins",
    "John Brian Atwood": "Brian Atwood",
    "John Hubert Kelly": "John H. Kelly",
    "Melville Peter McPherson": "Peter McPherson",
    "Roy Richard Rubottom": "Richard Rubottom",
    "Ural Alexis Johnson": "Alexis Johnson",
    "Walter Bedell Smith": "Walter Bedell Smith",
    "William Averell Harriman": "Averell Harriman",
    "William Dill Rogers": "William D. Rogers",
    "William F. Burns": "William F. Burns",
    "Adlai Ewing Stevenson": "Adlai Stevenson",
    "Arthur Joseph Goldberg": "Arthur Goldberg",
    "Daniel Patrick Moynihan": "Daniel Patrick Moynihan",
    "Elbridge Durbrow": "Elbridge Durbrow",
    "George Herbert Walker Bush": "George H. W. Bush",
    "Henry Cabot Lodge": "Henry Cabot Lodge",
    "Jeane Jordan Kirkpatrick": "Jeane Kirkpatrick",
    "John Dimitri Negroponte": "John Negroponte",
    "Lawrence Sidney Eagleburger": "Lawrence Eagleburger",
    "Nikki R. Haley": "Nikki Haley",
    "R. Nicholas Burns": "Nicholas Burns",
    "Robert Nicholas Burns": "Nicholas Burns",
    "Strobridge Talbott": "Strobe Talbott",
    "Vernon Anthony Walters": "Vernon Walters",
    "William Blaine Richardson": "Bill Richardson",
    "William Warren Scranton": "William Scranton",
}
NICKNAMES = {"William": "Bill", "Richard": "Dick", "Robert": "Bob", "Thomas": "Tom", "James": "Jim", "Michael": "Mike"}


def american_officials(folder: Path) -> Iterator[Holding]:
    """The under and assistant secretaries, deputies and the envoys to the great organisations since 1945."""
    surnames = {row["id"]: row["surname"] for row in _rows(folder / "people.csv")}
    for row in _rows(folder / "principals.csv"):
        if titles := PRINCIPALS.get(row["position_id"]):
            yield from _held(row, titles, surnames)
    for row in _rows(folder / "chiefs_of_mission.csv"):
        if titles := MISSIONS.get(row["mission"]):
            yield from _held(row, titles, surnames)


def _held(row: dict[str, str], titles: tuple[str, ...], surnames: dict[str, str]) -> Iterator[Holding]:
    if (row["ended"] or row["started"]) < "1945" or not row["started"]:
        return
    full = re.sub(r"\s*\([^)]*\)", "", row["name"]).replace(",", "").strip()
    surname = surnames.get(row["person_id"]) or full.split()[-1]
    full = re.sub(r" (?:Jr\.?|Sr\.?|II|III|IV)$", "", full)
    given = full.removesuffix(surname).split()
    name = USUAL.get(full) or _usual(given, surname)
    initials = " ".join([given[0], *(f"{word[0]}." for word in given[1:2]), surname])
    nickname = NICKNAMES.get(given[0])
    forms = [full, initials, *([f"{nickname} {surname}"] if nickname else [])]
    yield Holding(
        person=slug(name),
        name=name,
        surname=surname,
        aliases=tuple(dict.fromkeys(form for form in forms if form != name)),
        country="",
        titles=titles,
        of=("USA",),
        start=row["started"],
        end=row["ended"],
        source="pocom",
    )


def _usual(given: list[str], surname: str) -> str:
    """The first name in full and the surname: "Winston Lord", "Nicholas Platt"; an initial takes the next name."""
    first = given[0]
    if len(first.rstrip(".")) == 1 and len(given) > 1 and len(given[1].rstrip(".")) > 1:
        first = given[1]
    return f"{first} {surname}"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

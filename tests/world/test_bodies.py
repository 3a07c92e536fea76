"""The tables of bodies, groups and media."""

from __future__ import annotations

import pytest
from shipped_tables import rows

from dragoman.record.edtf import bounds
from dragoman.world import World

COLUMNS = {
    "bodies": "id name aliases country sector kind head_titles start end source",
    "groups": "id name aliases country kind sector start end source",
    "media": "id name aliases country kind start end source",
}
LEAST = {"bodies": 1000, "groups": 600, "media": 500}


@pytest.mark.parametrize("table", COLUMNS)
def test_table_is_whole(table: str) -> None:
    found = rows(table)
    assert list(found[0]) == COLUMNS[table].split()
    assert len(found) >= LEAST[table]
    assert all(None not in row and None not in row.values() for row in found)
    assert all(row["id"] and row["name"] and row["source"] for row in found)


@pytest.mark.parametrize("table", COLUMNS)
def test_ids_are_unique(table: str) -> None:
    keys = [(row["id"], row["start"]) for row in rows(table)]
    assert len(keys) == len(set(keys))


def test_only_media_that_changed_their_state_stand_twice() -> None:
    for table in ("bodies", "groups"):
        ids = [row["id"] for row in rows(table)]
        assert len(ids) == len(set(ids))
    countries: dict[str, list[str]] = {}
    for row in rows("media"):
        countries.setdefault(row["id"], []).append(row["country"])
    assert countries["tass"] == ["SUN", "RUS"]
    assert all(len(found) == len(set(found)) for found in countries.values())


@pytest.mark.parametrize("table", COLUMNS)
def test_dates_are_periods_in_order(table: str) -> None:
    for row in rows(table):
        start = bounds(row["start"])[0] if row["start"] else None
        end = bounds(row["end"])[1] if row["end"] else None
        assert not (start and end) or start <= end, row["id"]


@pytest.mark.parametrize("table", COLUMNS)
def test_countries_are_states(table: str) -> None:
    states = {row["id"] for row in rows("states")}
    assert {row["country"] for row in rows(table)} - states <= {""}


@pytest.mark.parametrize("table", COLUMNS)
def test_no_name_stands_twice_in_a_row(table: str) -> None:
    for row in rows(table):
        names = [row["name"], *(a for a in row["aliases"].split(";") if a)]
        assert len(names) == len(set(names)), row["id"]


def test_bodies_are_named_for_their_country() -> None:
    for row in rows("bodies"):
        assert row["id"].partition(":")[0] == row["country"], row["id"]
        assert row["sector"] in {"GOV", "MIL", "LEG", "JUD", "SPY", "COP"}
        assert row["kind"] == "government-body"


def test_kinds_are_known() -> None:
    assert {row["kind"] for row in rows("groups")} == {"armed-group", "party", "people", "movement"}
    assert {row["kind"] for row in rows("media")} == {"agency", "paper", "broadcaster", "magazine"}


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("Pentagon", "1987-05-01", "USA:pentagon"),
        ("Foggy Bottom", "1999-01-01", "USA:state-department"),
        ("State Department", "1987-05-01", "USA:state-department"),
        ("Capitol Hill", "2001-01-01", "USA:congress"),
        ("Langley", "1990-01-01", "USA:cia"),
        ("Whitehall", "1987-05-01", "GBR:government"),
        ("Downing Street", "1987-05-01", "GBR:prime-ministers-office"),
        ("Foreign and Commonwealth Office", "1990-01-01", "GBR:foreign-office"),
        ("Quai d'Orsay", "1987-05-01", "FRA:foreign-ministry"),
        ("Élysée", "2001-01-01", "FRA:presidency"),
        ("Elysee Palace", "2001-01-01", "FRA:presidency"),
        ("Matignon", "2001-01-01", "FRA:prime-ministers-office"),
        ("Bundesbank", "1987-05-01", "DEU:bundesbank"),
        ("Zhongnanhai", "2001-01-01", "CHN:leadership"),
        ("Blue House", "1995-01-01", "KOR:presidency"),
        ("Rashtrapati Bhavan", "2001-01-01", "IND:presidency"),
        ("South Block", "2001-01-01", "IND:prime-ministers-office"),
        ("Kantei", "2001-06-01", "JPN:prime-ministers-office"),
        ("MITI", "1987-04-01", "JPN:miti"),
        ("Japanese Trade Ministry", "1987-04-01", "JPN:miti"),
        ("Japanese Trade Ministry", "2010-04-01", "JPN:meti"),
        ("Planalto", "2001-01-01", "BRA:presidency"),
        ("Casa Rosada", "2001-01-01", "ARG:presidency"),
        ("Knesset", "1987-05-01", "ISR:parliament"),
        ("Mossad", "1987-05-01", "ISR:mossad"),
        ("Revolutionary Guards", "1987-05-01", "IRN:revolutionary-guards"),
        ("Lubyanka", "1980-05-01", "SUN:kgb"),
        ("Lubyanka", "2005-05-01", "RUS:fsb"),
        ("Supreme Soviet", "1987-05-01", "SUN:supreme-soviet"),
        ("State Duma", "2001-05-01", "RUS:duma"),
        ("Red Army", "1944-05-01", "SUN:army"),
        ("Russian Foreign Ministry", "2001-07-16", "RUS:foreign-ministry"),
        ("Soviet Foreign Ministry", "1987-05-01", "SUN:foreign-ministry"),
        ("Ministry of Defence of Ukraine", "2022-03-01", "UKR:defence-ministry"),
        ("Tass", "1987-05-01", "tass"),
        ("Itar-Tass", "1999-05-01", "tass"),
        ("New China News Agency", "1987-05-01", "xinhua"),
        ("IRNA", "1987-05-01", "irna"),
        ("KCNA", "1987-05-01", "kcna"),
        ("New York Times", "1987-05-01", "new-york-times"),
        ("Voice of America", "2001-05-01", "voa"),
        ("Contras", "1987-05-01", "CONTRAS"),
        ("Nicaraguan rebels", "1987-05-01", "CONTRAS"),
        ("Afghan rebels", "1987-05-01", "MUJAHIDEEN"),
        ("Hizbollah", "1987-05-01", "HEZBOLLAH"),
        ("Taleban", "2001-05-01", "TALIBAN"),
        ("Daesh", "2016-05-01", "ISIS"),
        ("Khmer Rouge", "1987-05-01", "KHMER-ROUGE"),
        ("UNITA", "1987-05-01", "UNITA"),
        ("Polisario", "1987-05-01", "POLISARIO"),
        ("African National Congress", "1987-05-01", "ANC"),
        ("Tamil Tigers", "2001-05-01", "LTTE"),
        ("Labour Party", "1987-05-01", "GBR:labour-party"),
    ],
)
def test_name_means_on_a_day(world: World, name: str, on: str, expected: str) -> None:
    assert world.find(name, on)[0].id == expected


def test_the_body_answers_for_its_state(world: World) -> None:
    sense = world.find("Pentagon", "2001-01-01")[0]
    assert (sense.kind, sense.country, sense.state, sense.sector) == ("government-body", "USA", "USA", "MIL")


def test_head_titles_name_the_secretary_of_state() -> None:
    titles = {row["id"]: row["head_titles"].split(";") for row in rows("bodies")}
    assert titles["USA:state-department"] == ["secretary of state"]
    assert "foreign secretary" in titles["GBR:foreign-office"]
    assert all(title == title.lower() for found in titles.values() for title in found)

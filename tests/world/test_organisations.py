"""The tables of organisations, their members, and happenings."""

from __future__ import annotations

import pytest
from shipped_tables import rows

from dragoman.record.edtf import bounds
from dragoman.world import World

COLUMNS = {
    "organisations": "id name abbreviation aliases kind sector country start end source",
    "members": "organisation member start end source",
    "happenings": "id name kind aliases start end place country participants source",
}


@pytest.mark.parametrize("table", COLUMNS)
def test_table_is_whole(table: str) -> None:
    found = rows(table)
    assert list(found[0]) == COLUMNS[table].split()
    assert all(None not in row and None not in row.values() and row["source"] for row in found)


@pytest.mark.parametrize("table", COLUMNS)
def test_dates_are_periods_in_order(table: str) -> None:
    for row in rows(table):
        start = bounds(row["start"])[0] if row["start"] else None
        end = bounds(row["end"])[1] if row["end"] else None
        assert not (start and end) or start <= end, row


@pytest.mark.parametrize("table", ["organisations", "happenings"])
def test_ids_are_unique(table: str) -> None:
    ids = [row["id"] for row in rows(table)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("kinds", "least"), [({"igo", "bloc"}, 300), ({"ngo"}, 180), ({"company"}, 150)])
def test_organisations_of_each_kind(kinds: set[str], least: int) -> None:
    assert sum(row["kind"] in kinds for row in rows("organisations")) >= least


def test_organisations_belong_to_states_that_exist() -> None:
    assert {row["country"] for row in rows("organisations")} - {row["id"] for row in rows("states")} <= {""}


def test_members_and_organisations_are_known() -> None:
    states, organisations = ({row["id"] for row in rows(t)} for t in ("states", "organisations"))
    members = rows("members")
    assert {row["organisation"] for row in members} <= organisations
    assert {row["member"] for row in members} <= states | organisations
    assert len({row["organisation"] for row in members}) >= 60


def test_a_member_is_not_in_twice_at_once() -> None:
    stretches: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in rows("members"):
        stretches.setdefault((row["organisation"], row["member"]), []).append((row["start"], row["end"]))
    for key, found in stretches.items():
        found.sort()
        for (_, end), (start, _) in zip(found, found[1:], strict=False):
            assert end and end < start, key


@pytest.mark.parametrize(
    ("organisation", "member", "on", "inside"),
    [
        ("NATO", "DEU", "1955-05-05", False),
        ("NATO", "DEU", "1955-05-06", True),
        ("NATO", "ESP", "1981-06-01", False),
        ("NATO", "ESP", "1987-06-01", True),
        ("NATO", "POL", "1999-03-12", True),
        ("NATO", "POL", "1999-03-11", False),
        ("NATO", "FIN", "2023-04-04", True),
        ("NATO", "SWE", "2024-03-06", False),
        ("NATO", "UKR", "2024-06-01", False),
        ("WARSAW-PACT", "ALB", "1967-01-01", True),
        ("WARSAW-PACT", "ALB", "1970-01-01", False),
        ("WARSAW-PACT", "DDR", "1987-01-01", True),
        ("WARSAW-PACT", "YUG", "1987-01-01", False),
        ("EC", "GBR", "1972-12-31", False),
        ("EC", "GBR", "1973-01-01", True),
        ("EC", "ESP", "1987-01-01", True),
        ("EC", "AUT", "1987-01-01", False),
        ("EU", "AUT", "1995-01-01", True),
        ("EU", "GBR", "2020-01-31", True),
        ("EU", "GBR", "2020-02-01", False),
        ("EU", "TUR", "2020-01-01", False),
        ("UN", "DDR", "1980-01-01", True),
        ("UN", "CHE", "2001-01-01", False),
        ("UN", "CHE", "2003-01-01", True),
        ("UN", "CHN", "1960-01-01", False),
        ("UN", "TWN", "1960-01-01", True),
        ("UN", "CHN", "1971-10-25", True),
        ("UN", "IDN", "1965-06-01", False),
        ("P5", "RUS", "1992-01-01", True),
        ("P5", "SUN", "1987-01-01", True),
        ("ARAB-LEAGUE", "EGY", "1985-01-01", False),
        ("ARAB-LEAGUE", "EGY", "1990-01-01", True),
        ("ARAB-LEAGUE", "SYR", "2015-01-01", False),
        ("OPEC", "QAT", "1987-01-01", True),
        ("OPEC", "QAT", "2019-01-01", False),
        ("OPEC", "MEX", "1987-01-01", False),
        ("OPEC", "ECU", "1987-03-01", True),
        ("G7", "CAN", "1975-12-01", False),
        ("G8", "RUS", "2001-07-20", True),
        ("G8", "RUS", "2015-01-01", False),
        ("ASEAN", "VNM", "1987-01-01", False),
        ("ASEAN", "VNM", "1996-01-01", True),
        ("OAU", "MAR", "1987-01-01", False),
        ("AU", "MAR", "2018-01-01", True),
        ("OAS", "CUB", "1960-01-01", True),
        ("COMECON", "VNM", "1987-01-01", True),
        ("COMECON", "CUB", "1971-01-01", False),
        ("CONTADORA-GROUP", "MEX", "1985-01-01", True),
        ("SCO", "IND", "2016-01-01", False),
        ("SCO", "IRN", "2024-01-01", True),
        ("BRICS", "ZAF", "2010-01-01", False),
        ("BRICS", "IRN", "2024-06-01", True),
        ("WTO", "CHN", "2001-12-10", False),
        ("WTO", "CHN", "2001-12-11", True),
        ("GATT", "MEX", "1985-01-01", False),
        ("GATT", "MEX", "1987-01-01", True),
        ("COUNCIL-OF-EUROPE", "RUS", "2022-03-17", False),
        ("COMMONWEALTH", "ZAF", "1987-01-01", False),
        ("MERCOSUR", "VEN", "2014-01-01", True),
        ("ICC", "PHL", "2020-01-01", False),
        ("NAM", "IND", "1983-03-08", True),
        ("NAM", "ZWE", "1975-01-01", False),
        ("NAM", "YUG", "1987-01-01", True),
        ("NAM", "ARG", "1987-01-01", True),
        ("NAM", "AZE", "1995-01-01", False),
    ],
)
def test_membership_on_a_day(world: World, organisation: str, member: str, on: str, inside: bool) -> None:
    assert (member in world.members(organisation, on)) is inside


@pytest.mark.parametrize(
    ("organisation", "on", "number"),
    [
        ("UN", "1955-12-31", 76),
        ("UN", "1987-06-01", 159),
        ("UN", "2024-01-01", 193),
        ("NATO", "1987-06-01", 16),
        ("NATO", "2024-06-01", 32),
        ("EC", "1987-06-01", 12),
        ("EU", "2024-01-01", 27),
        ("CSCE", "1987-06-01", 35),
        ("OSCE", "2024-01-01", 57),
        ("OPEC", "1987-06-01", 13),
        ("OECD", "2024-01-01", 38),
        ("ARAB-LEAGUE", "2024-01-01", 22),
        ("AU", "2024-01-01", 55),
        ("ICC", "2025-02-01", 125),
        ("COUNCIL-OF-EUROPE", "2024-01-01", 46),
        ("COMMONWEALTH", "2024-01-01", 56),
        ("WTO", "2024-01-01", 164),
        ("G7", "1987-06-01", 7),
        ("NAM", "1986-09-06", 101),
    ],
)
def test_number_of_members(world: World, organisation: str, on: str, number: int) -> None:
    assert len(world.members(organisation, on)) == number


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("U.N.", "1987-05-01", "UN"),
        ("U.N. Security Council", "1987-05-01", "UN:security-council"),
        ("Common Market", "1987-05-01", "EC"),
        ("EEC", "1987-05-01", "EC"),
        ("European Commission", "1987-05-01", "EC:commission"),
        ("European Commission", "2001-05-01", "EU:commission"),
        ("World Court", "1987-05-01", "ICJ"),
        ("Gatt", "1987-05-01", "GATT"),
        ("Opec", "1987-05-01", "OPEC"),
        ("Organisation of African Unity", "1987-05-01", "OAU"),
        ("CMEA", "1987-05-01", "COMECON"),
        ("WTO", "2001-05-01", "WTO"),
        ("Group of Seven", "1987-05-01", "G7"),
        ("G-8", "2001-07-16", "G8"),
        ("Islamic Conference Organisation", "1987-05-01", "OIC"),
        ("Gulf Cooperation Council", "1987-05-01", "GCC"),
        ("Contadora", "1986-05-01", "CONTADORA-GROUP"),
        ("Shanghai Cooperation Organization", "2001-07-16", "SCO"),
        ("Amnesty International", "1987-05-01", "amnesty-international"),
        ("Red Cross", "1987-05-01", "icrc"),
        ("Toshiba Machine", "1987-05-01", "toshiba"),
        ("Gazprom", "2006-01-01", "gazprom"),
    ],
)
def test_name_means_on_a_day(world: World, name: str, on: str, expected: str) -> None:
    assert world.find(name, on)[0].id == expected


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("G-8 summit", "2001-07-16", "g8-summit-2001"),
        ("Genoa summit", "2001-07-16", "g8-summit-2001"),
        ("Venice summit", "1987-05-01", "g7-summit-1987"),
        ("Gulf war", "1987-05-01", "iran-iraq-war"),
        ("Gulf war", "1992-05-01", "gulf-war"),
        ("Reykjavik summit", "1987-05-01", "us-soviet-summit-1986"),
        ("Camp David summit", "2000-07-12", "camp-david-2000"),
        ("Falklands war", "1987-05-01", "falklands-war"),
        ("NATO summit", "2008-04-03", "nato-summit-2008"),
        ("Yalta Conference", "2001-01-01", "yalta-conference"),
        ("Chechen war", "1995-06-01", "first-chechen-war"),
        ("Chechen war", "2001-06-01", "second-chechen-war"),
        ("U.S. presidential election", "1987-11-01", "USA:presidential-election-1988"),
    ],
)
def test_happening_nearest_to_a_day(world: World, name: str, on: str, expected: str) -> None:
    assert world.happenings(name, on)[0].id == expected


def test_happenings_of_each_kind() -> None:
    kinds = [row["kind"] for row in rows("happenings")]
    assert set(kinds) == {"summit", "war", "crisis", "election", "accord-talks"}
    assert min(kinds.count(kind) for kind in set(kinds)) >= 50


def test_participants_are_known() -> None:
    known = {row["id"] for table in ("states", "organisations", "groups", "bodies") for row in rows(table)}
    for row in rows("happenings"):
        assert set(row["participants"].split(";")) - {""} <= known, row["id"]
        assert row["country"] in known | {""}, row["id"]


def test_every_group_of_seven_and_eight_summit_is_there() -> None:
    years = {row["id"][-4:] for row in rows("happenings") if row["id"].startswith(("g6-", "g7-", "g8-"))}
    assert {str(year) for year in range(1975, 2026)} - years == {"2020"}

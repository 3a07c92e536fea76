"""States, groups, persons and organisations that a user invents work like real ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.reading.reader import Reader
from dragoman.record import Reading, Report
from dragoman.world import World, WorldTableError

TABLE = """id,name,kind,aliases,country,sector,start,end
VLG,Velgaria,state,Velgarian;Velgarians;Republic of Velgaria,,,1950,
ORD,Ordania,state,Ordanian;Ordanians,,,1950,
FLV,Free Velgaria Front,armed-group,FVF,VLG,REB,,
mira-tolenn,Mira Tolenn,person,,VLG,GOV,,
tamber-league,Tamber League,igo,,,,,1999
"""
TEXT = """TAMBER, May 3 - Velgaria signed a trade agreement with Ordania on Monday, officials said.

The Free Velgaria Front (FVF) attacked Velgarian troops. Ordania's prime minister, Anton Berel, condemned the attack.

Mira Tolenn told reporters that the Ordanian foreign ministry had expelled two Velgarian diplomats.
"""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    path = tmp_path_factory.mktemp("world") / "mine.csv"
    path.write_text(TABLE, encoding="utf-8")
    return World.default().with_table(path)


@pytest.fixture(scope="module")
def reading(world: World) -> Reading:
    return Reader(world=world).read(Report.of(TEXT, published="1999-05-03"))


def test_events(reading: Reading) -> None:
    found = {(e.type, frozenset(e.actors), frozenset(e.recipients)) for e in reading.events}
    assert ("SUPPORT", frozenset({"VLG", "ORD"}), frozenset()) in found
    assert ("ASSAULT", frozenset({"FLV"}), frozenset({"VLG"})) in found
    assert any(e.type == "ACCUSE" and e.actors == ("ORD",) for e in reading.events)


def test_offices_and_bodies(reading: Reading) -> None:
    actors = {a.id: a for a in reading.actors}
    office = actors["anton-berel"].office
    assert office is not None and (office.title, office.of) == ("prime minister", "ORD")
    assert actors["mira-tolenn"].country == "VLG"
    assert actors["ORD:foreign-ministry"].country == "ORD"


def test_groups(reading: Reading) -> None:
    (front,) = [a for a in reading.actors if a.id == "FLV"]
    assert (front.kind, front.sector) == ("armed-group", "REB")
    assert {m.text for m in front.mentions} >= {"Free Velgaria Front", "FVF"}


def test_names_hold_between_their_dates(world: World) -> None:
    assert world.find("Tamber League", "1990")[0].id == "tamber-league"
    assert "of another time" in world.find("Tamber League", "2010")[0].why


def test_all_faults_are_told(tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(
        "id,name,kind,start,country\nA,,state,,\nB,Bx,planet,,\nC,Cx,state,2001-13,\nD,Dx,company,,ZZZ\nE,Ex,igo,2001,,x\nF,Fx,igo,,\nF,Fy,ngo,,\n",
        encoding="utf-8",
    )
    faults = World.default().faults(path)
    assert [int(f.split("line ")[1].split(":")[0]) for f in faults] == [2, 3, 4, 5, 6, 8]
    with pytest.raises(WorldTableError, match="line 2"):
        World.default().with_table(path)


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"id,name\nA,B\n", "line 1: the column 'kind' is missing"), (b"\xff\xfe", "not UTF-8"), (b"", "line 1"), (b'id,name,kind\n"A', "")],
)
def test_a_fault_of_the_whole_file_comes_alone(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    (fault,) = World.default().faults(path)
    assert says in fault and str(path) in fault

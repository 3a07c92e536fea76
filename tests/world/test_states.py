"""The tables of states, names and places hold together, and agree with the sources that they were compiled from."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from shipped_tables import rows

from dragoman.record.edtf import is_period
from dragoman.world.days import days_between
from dragoman.world.loading import TABLES, load_tables

OPEN_DATA = Path(__file__).parents[3] / "shared" / "data" / "open" / "states_systems"
needs_open_data = pytest.mark.skipif(not OPEN_DATA.exists(), reason=f"the open data are not there: {OPEN_DATA}")


STATES, NAMES, PLACES = rows("states"), rows("names"), rows("places")


def test_enough_is_there() -> None:
    assert len({r["id"] for r in STATES}) > 280
    assert len(PLACES) > 1000
    assert {r["status"] for r in STATES} == {"state", "former", "territory", "contested"}


@pytest.mark.parametrize(
    "id_", ["SUN", "YUG", "SCG", "CSK", "DDR", "VDR", "RVN", "YMD", "OTT", "AUH", "PRU", "TWN", "PSE", "XKX", "ESH", "ABK", "HKG", "GUM", "SSD"]
)
def test_states_of_note(id_: str) -> None:
    assert id_ in {r["id"] for r in STATES}


@pytest.mark.parametrize("table", ["states", "names", "places"])
def test_dates_are_in_order(table: str) -> None:
    for row in rows(table):
        for side in ("start", "end"):
            assert not row[side] or is_period(row[side]), row
        first, last = days_between(row["start"] or None, row["end"] or None)
        assert first <= last, row


def test_successors_and_countries_exist() -> None:
    known = {r["id"] for r in STATES}
    for row in STATES:
        assert set(row["successors"].split(";")) <= known | {""}, row
    assert {r["country"] for r in PLACES} <= known | {""}


def test_former_states_have_ended_and_stretches_do_not_overlap() -> None:
    by_id: dict[str, list[tuple[int, int]]] = {}
    for row in STATES:
        assert row["status"] != "former" or row["end"], row
        by_id.setdefault(row["id"], []).append(days_between(row["start"] or None, row["end"] or None))
    for id_, spells in by_id.items():
        for before, after in zip(sorted(spells), sorted(spells)[1:], strict=False):
            assert before[1] < after[0], id_


def test_names_belong_to_actors() -> None:
    tables = load_tables()
    known = set(tables.actors) | set(tables.persons)
    assert {r["id"] for r in NAMES} <= known | {"EU", "EC", "UN"}
    assert {r["use"] for r in NAMES} == {"name", "long", "adjective", "people", "capital", "metonym", "abbreviation"}


def test_no_name_of_one_word_is_written_small() -> None:
    assert [r["name"] for r in NAMES if r["name"].islower() and " " not in r["name"]] == []


def test_each_state_has_a_name_and_each_sovereign_one_a_seat() -> None:
    named = {r["id"] for r in NAMES if r["use"] == "name"}
    assert {r["id"] for r in STATES} <= named
    seated = {r["id"] for r in NAMES if r["use"] in {"capital", "metonym"}}
    assert {r["id"] for r in STATES if r["status"] == "state" and not r["end"]} - seated == set()


def test_every_seat_is_a_place() -> None:
    places = {n for r in PLACES for n in (r["name"], *r["aliases"].split(";"))}
    assert {r["name"] for r in NAMES if r["use"] == "capital"} - places == set()


def test_coordinates() -> None:
    for row in PLACES:
        assert -90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180, row
        assert row["kind"] in {"capital", "city", "region", "water", "base", "site"}, row


def test_no_place_stands_twice() -> None:
    keys = [(r["name"], r["country"], r["start"]) for r in PLACES if r["kind"] != "capital"]
    assert sorted(k for k in set(keys) if keys.count(k) > 1) == []


def test_every_row_has_a_source() -> None:
    for table in sorted(TABLES.glob("*.csv")):
        assert all(r["source"] for r in rows(table.stem)), table


def _codes(name: str, column: str) -> Iterator[str]:
    with (OPEN_DATA / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield str(int(float(row[column])))


@needs_open_data
@pytest.mark.parametrize(("name", "code", "ours"), [("cow_states.csv", "ccode", "cow"), ("gw_states.csv", "gwcode", "gw")])
def test_every_member_of_the_systems_is_there(name: str, code: str, ours: str) -> None:
    # Here the Federal Republic is Germany, either Yemen and either Korea one state, and old Vietnam the new one.
    same = {"260": "255", "679": "678", "730": "732", "815": "816"}
    missing = {same.get(c, c) for c in _codes(name, code)} - {r[ours] for r in STATES}
    assert missing == set()


@needs_open_data
def test_capitals_lie_where_the_sources_say() -> None:
    ours: dict[str, list[tuple[float, float]]] = {}
    for row in PLACES:
        for name in (row["name"], *row["aliases"].split(";")):
            ours.setdefault(name, []).append((float(row["lat"]), float(row["lon"])))
    far = {"Brasilia", "Riyadh", "Tunis"}  # the source gives the middle of the country
    with (OPEN_DATA / "cow_capitals_over_time.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = row["capital"]
            if name in ours and name not in far:
                gap = min(abs(lat - float(row["lat"])) + abs(lon - float(row["lng"])) for lat, lon in ours[name])
                assert gap < 0.6, (name, row["lat"], row["lng"], ours[name])


@needs_open_data
def test_adjectives_agree_with_demonyms() -> None:
    countries = json.loads((OPEN_DATA.parent / "countries_mledoze/countries.json").read_text(encoding="utf-8"))
    ours: dict[str, set[str]] = {}
    for row in NAMES:
        if row["use"] in {"adjective", "people"}:
            ours.setdefault(row["id"], set()).add(row["name"])
    sovereign = [c for c in countries if c["independent"]]
    agree = [c for c in sovereign if c["demonyms"]["eng"]["m"] in ours.get(c["cca3"], set())]
    assert len(agree) / len(sovereign) > 0.85

from __future__ import annotations

from collections.abc import Callable

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.record import ReaderMark, Reading, ReferenceDate, Report
from dragoman.world import World

Write = Callable[..., str]

GOOD = "id,name,kind\nVLG,Velgaria,state\n"
BAD = "id,name,kind\nA,,state\nB,Bay,planet\n"


def test_a_good_table(write: Write) -> None:
    done = CliRunner().invoke(app, ["world", "check", write("good.csv", GOOD)])
    assert done.exit_code == 0 and "nothing is wrong" in done.stdout and done.stderr == ""


def test_each_fault_is_a_line_and_the_exit_code_is_1(write: Write) -> None:
    bad = write("bad.csv", BAD)
    done = CliRunner().invoke(app, ["world", "check", write("good.csv", GOOD), bad])
    assert done.exit_code == 1
    assert [line.split(": ")[1] for line in done.stderr.splitlines()] == [f"{bad}, line 2", f"{bad}, line 3"]


def test_a_later_table_may_name_the_states_of_an_earlier_one(write: Write) -> None:
    second = write("second.csv", "id,name,kind,country\nbay,Bay Council,igo,VLG\n")
    assert CliRunner().invoke(app, ["world", "check", write("first.csv", GOOD), second]).exit_code == 0
    assert CliRunner().invoke(app, ["world", "check", second]).exit_code == 1


def test_read_takes_tables(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    worlds: list[World | None] = []

    def load(world: World | None = None) -> Callable[[Report], Reading]:
        worlds.append(world)
        return lambda report: Reading(reader=ReaderMark(version="0", model="none"), report=report, reference_date=ReferenceDate())

    monkeypatch.setattr("dragoman.cli.reading.load_reader", load)
    more = write("more.csv", "id,name,kind\nORD,Ordania,state\n")
    done = CliRunner().invoke(app, ["read", write("a.txt"), "--world", write("good.csv", GOOD), "--world", more, "-f", "json"])
    assert done.exit_code == 0 and worlds[0] is not None
    assert worlds[0].find("Velgaria")[0].id == "VLG" and worlds[0].find("Ordania")[0].id == "ORD"


def test_read_refuses_a_bad_table_before_it_reads(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    done = CliRunner().invoke(app, ["read", write("a.txt"), "--world", write("bad.csv", BAD)])
    assert done.exit_code == 2 and "line 2: 'name' is empty" in done.output and "world check" in done.output

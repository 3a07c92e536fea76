from __future__ import annotations

import pytest
from typer.testing import CliRunner

from dragoman.cli import app


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")


def test_a_name_means_what_it_meant_on_the_day() -> None:
    before = CliRunner().invoke(app, ["world", "find", "the Kremlin", "--on", "1987-02-26"])
    after = CliRunner().invoke(app, ["world", "find", "the Kremlin", "--on", "2001-07-16"])
    assert before.exit_code == after.exit_code == 0
    assert before.stdout.splitlines()[1].startswith("SUN") and after.stdout.splitlines()[1].startswith("RUS")


def test_an_unknown_name_is_1() -> None:
    done = CliRunner().invoke(app, ["world", "find", "Qxqxqx", "--on", "1987"])
    assert done.exit_code == 1 and done.stderr.startswith('dragoman: "Qxqxqx" means nothing that the tables know on 1987')

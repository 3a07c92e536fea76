from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app, demo


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(demo, "examples", lambda: tmp_path)
    return tmp_path


@pytest.mark.usefixtures("quick")
def test_one_reading_is_printed_and_all_go_on_one_page(folder: Path) -> None:
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"Envoys of {name} met on Tuesday.", encoding="utf-8")
    page = folder / "out" / "demo.html"
    done = CliRunner().invoke(app, ["demo", "--output", str(page)])
    assert done.exit_code == 0 and done.stdout.count("Written on:") == 1 and "All 2 readings" in done.stdout
    assert page.read_text(encoding="utf-8").count('class="one"') == 2


@pytest.mark.usefixtures("quick")
def test_a_bad_example_is_told_and_the_others_are_shown(folder: Path) -> None:
    (folder / "a.txt").write_text("", encoding="utf-8")
    (folder / "b.txt").write_text("Envoys met on Tuesday.", encoding="utf-8")
    done = CliRunner().invoke(app, ["demo", "--output", str(folder / "demo.html")])
    assert done.exit_code == 1 and "a.txt is empty" in done.stderr and (folder / "demo.html").exists()


def test_an_installation_without_examples_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "examples", lambda: None)
    done = CliRunner().invoke(app, ["demo"])
    assert done.exit_code == 1 and done.stderr == "dragoman: the example reports are missing from this installation; install Dragoman again\n"


def test_the_examples_are_found_from_a_checkout() -> None:
    found = demo.examples()
    assert found is not None and found.name == "examples" and list(found.glob("*.txt"))

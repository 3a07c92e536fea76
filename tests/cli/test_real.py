"""The command line with our own reader and model."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.record import Reading

REPORT = """Norway and Finland sign river accord

By Kari Nordli | May 3, 2012

Oslo -- Norway and Finland signed an accord on fishing in Oslo on Wednesday, Norwegian officials said.
"""


def test_a_report_read_shown_and_kept(tmp_path: Path) -> None:
    (tmp_path / "accord.txt").write_text(REPORT, encoding="utf-8")
    done = CliRunner().invoke(app, ["read", str(tmp_path), "--output", str(tmp_path / "out")])
    assert done.exit_code == 0, done.stderr
    reading = Reading.model_validate(json.loads((tmp_path / "out" / "accord.json").read_text(encoding="utf-8")))
    assert reading.report.title == "Norway and Finland sign river accord" and reading.report.language == "en"
    assert {"NOR", "FIN"} <= {actor.id for actor in reading.actors}
    shown = CliRunner().invoke(app, ["read", str(tmp_path / "accord.txt"), "--format", "text"])
    assert shown.exit_code == 0 and "Written on: 3 May 2012 (the stamp agrees)" in shown.stdout and "Norway and Finland" in shown.stdout

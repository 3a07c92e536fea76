"""A reader that finds nothing, so that tests of the command line need no model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.record import ReaderMark, Reading, ReferenceDate, Report


def _read(report: Report) -> Reading:
    if "BREAK" in report.text:
        raise KeyError("nobody")
    return Reading(reader=ReaderMark(version="0", model="none"), report=report, reference_date=ReferenceDate())


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.cli.reading.load_reader", lambda world=None: _read)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], str]:
    """Writes a file of these words or bytes; its path comes back."""

    def written(name: str, content: str | bytes = "Envoys of Peru and Chile met on Tuesday.") -> str:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return str(path)

    return written

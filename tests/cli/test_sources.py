from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.cli.sources import arrivals, may_be_many
from dragoman.intake import Arrival, Columns
from dragoman.record import Report


def test_which_sources_may_be_many(tmp_path: Path) -> None:
    assert may_be_many(["a.txt", "b.txt"]) and may_be_many([str(tmp_path)]) and may_be_many(["a.jsonl"])
    assert not may_be_many(["a.txt"]) and not may_be_many(["-"]) and not may_be_many(["https://example.org/a.csv"])


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://example.org/news/talks-end.html?x=1", "example-org-talks-end"),
        ("https://example.org/", "example-org"),
        ("https://example.org/a%2Fb/../../c", "example-org-c"),
        ("https://example.org/" + "x" * 400, ("example-org-" + "x" * 400)[:100]),
    ],
)
def test_a_page_is_named_by_its_address(url: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.cli.sources.read_url", lambda _: Report.of("Envoys met."))
    (only,) = arrivals([url], Columns())
    assert isinstance(only, Arrival) and only.name == name and only.source == url

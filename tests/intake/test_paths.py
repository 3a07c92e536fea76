from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.intake import Arrival, IntakeError, Problem, read_file, read_path


def only_message(path: Path) -> str:
    (only,) = read_path(path)
    assert isinstance(only, Problem)
    return only.message


def test_a_folder_gives_its_reports_and_its_bad_files_by_name(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Envoys met.", encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "c.jsonl").write_text('{"text": "They met."}\n', encoding="utf-8")
    (tmp_path / "notes.py").write_text("pass", encoding="utf-8")
    found = list(read_path(tmp_path))
    assert [(type(item), item.name) for item in found] == [(Problem, "a"), (Arrival, "b"), (Arrival, "c-1")]


def test_a_folder_without_reports(tmp_path: Path) -> None:
    assert "is a folder without reports in it; give a file" in only_message(tmp_path)


def test_missing(tmp_path: Path) -> None:
    for name in ("no.txt", "no.html", "no.csv", "no.jsonl"):
        assert only_message(tmp_path / name) == f"{tmp_path / name} does not exist; check the path"


def test_a_file_taken_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Envoys met.", encoding="utf-8")
    assert only_message(tmp_path / "a.txt" / "b.txt").endswith("does not exist; check the path")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_file_that_may_not_be_opened(tmp_path: Path) -> None:
    for name in ("a.txt", "a.csv"):
        (tmp_path / name).write_text("text\nEnvoys met.\n", encoding="utf-8")
        (tmp_path / name).chmod(0)
        assert "may not be opened" in only_message(tmp_path / name)


def test_fifty_megabytes_are_refused_without_reading_them(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as stream:
        stream.write(b"Envoys met. " * 400)
        stream.truncate(50_000_000)
    message = only_message(tmp_path / "big.txt")
    assert message.startswith(f"{tmp_path / 'big.txt'} holds 50.0 MB") and "one report may hold 5 MB; split it into one file a report" in message


def test_an_unknown_ending_is_told_by_how_the_file_begins(tmp_path: Path) -> None:
    (tmp_path / "wire.0426").write_text("Envoys met.", encoding="utf-8")
    assert read_file(tmp_path / "wire.0426").text == "Envoys met."
    (tmp_path / "menu").write_text("<!doctype html><html><body><a href=a>Home</a></body></html>", encoding="utf-8")
    assert "has no report on it" in only_message(tmp_path / "menu")
    (tmp_path / "feed.xml").write_text('<?xml version="1.0"?><rss><channel/></rss>', encoding="utf-8")
    assert "is XML, not text" in only_message(tmp_path / "feed.xml")


def test_read_file_takes_no_table_and_no_folder(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="is a table of reports"):
        read_file(tmp_path / "a.csv")
    with pytest.raises(IntakeError, match="is a folder; give a file in it"):
        read_file(tmp_path)

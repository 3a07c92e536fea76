from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.intake import Arrival, Columns, Problem, read_path


def rows(path: Path, columns: Columns | None = None) -> list[Arrival | Problem]:
    return list(read_path(path, columns))


def messages(found: list[Arrival | Problem]) -> list[str]:
    return [item.message for item in found if isinstance(item, Problem)]


def test_json_lines_with_one_bad_line(tmp_path: Path) -> None:
    table = tmp_path / "news.jsonl"
    good = {"text": "Envoys met on Tuesday.", "title": "Peru and Chile meet", "date": "3 May 2012", "url": "https://example.org/1", "publisher": "P"}
    table.write_text(json.dumps(good) + "\n{broken\n\n" + json.dumps({"text": "They met again."}) + "\n[1]\n", encoding="utf-8")
    found = rows(table)
    assert [item.name for item in found] == ["news-1", "news-2", "news-3", "news-4"]
    first = found[0]
    assert isinstance(first, Arrival) and first.report.text == "Peru and Chile meet\n\nEnvoys met on Tuesday."
    assert (first.report.published, first.report.url, first.report.publisher) == ("2012-05-03", "https://example.org/1", "P")
    assert messages(found) == [
        f"{table} line 2 is not a JSON object; put one object a line",
        f"{table} line 5 is not a JSON object; put one object a line",
    ]


def test_csv_with_quoted_line_ends_and_other_delimiters(tmp_path: Path) -> None:
    for name, mark in (("a.csv", ","), ("b.csv", ";"), ("c.tsv", "\t")):
        table = tmp_path / name
        table.write_bytes(f'date{mark}text\r\n2012-05-03{mark}"Envoys met,\nand talked; at length."\r\n'.encode())
        (only,) = rows(table)
        assert isinstance(only, Arrival) and only.report.text == "Envoys met,\nand talked; at length." and only.report.published == "2012-05-03"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_csv_in_what_spreadsheets_write(tmp_path: Path, encoding: str) -> None:
    table = tmp_path / "a.csv"
    table.write_bytes("text,title\nEnvoys met in Zürich.,Talks\n".encode(encoding))
    (only,) = rows(table)
    assert isinstance(only, Arrival) and only.report.text == "Talks\n\nEnvoys met in Zürich."


def test_a_long_report_in_csv(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text('text\n"' + "Envoys met. " * 20_000 + '"\n', encoding="utf-8")
    (only,) = rows(table)
    assert isinstance(only, Arrival) and len(only.report.text) > 200_000


def test_columns_by_other_names(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("body,head\nEnvoys met.,Talks\n", encoding="utf-8")
    (only,) = rows(table, Columns(text="body", title="head"))
    assert isinstance(only, Arrival) and only.report.title == "Talks"


def test_a_missing_column_is_said_once_with_those_that_are_there(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("body,head\nEnvoys met.,Talks\nThey met.,More\n", encoding="utf-8")
    assert messages(rows(table)) == [f'{table} has no column "text" (it has: body, head); name the right one with --text-column']
    assert messages(rows(table, Columns("body", date="day")))[0].endswith("name the right one with --date-column")


def test_bad_rows_do_not_stop_the_others(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("text,date\nEnvoys met.,2012-05-03\n,2012-05-04\nThey met.,7/8/2012\nAll left.,\n", encoding="utf-8")
    found = rows(table)
    assert [type(item) for item in found] == [Arrival, Problem, Problem, Arrival]
    assert "row 2 is empty" in messages(found)[0] and 'row 3 has the date "7/8/2012"' in messages(found)[1] and "YYYY-MM-DD" in messages(found)[1]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.csv", b"text,title\n", "has no rows"),
        ("a.csv", b"", "is empty"),
        ("a.csv", b"PK\x03\x04", "is a ZIP archive"),
        ("a.csv", b"text\nwo\x00rds\n", "is a binary file"),
        ("a.jsonl", b"\n\n", "is empty"),
        ("a.jsonl", b'[{"text": "Envoys met."}]', "is a JSON list, not JSON Lines"),
        ("a.json", b'{\n  "text": "Envoys met."\n}\n', "is one JSON object over many lines"),
        ("a.jsonl", b"[" * 100_000, "is a JSON list"),
    ],
)
def test_tables_that_are_none(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    (only,) = messages(rows(tmp_path / name))
    assert only.startswith(str(tmp_path / name)) and says in only and "; " in only


def test_what_json_can_hold_and_a_report_cannot(tmp_path: Path) -> None:
    table = tmp_path / "a.jsonl"
    table.write_text('{"text": "Envoys \\ud800 met."}\n{"text": ["Envoys met."]}\n{"text": null}\n' + "9" * 5000 + "\n", encoding="utf-8")
    found = rows(table)
    assert isinstance(found[0], Arrival) and found[0].report.text == "Envoys \ufffd met."
    assert [m.removeprefix(str(table)).split(";")[0] for m in messages(found)] == [
        ' row 2 has no words in "text" but a list', " row 3 is empty", " line 4 is not a JSON object",
    ]  # fmt: skip


def test_parquet_without_pyarrow_names_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    assert messages(rows(tmp_path / "a.parquet")) == [f"{tmp_path / 'a.parquet'} is Parquet, which needs pyarrow; pip install 'dragoman[parquet]'"]


@pytest.mark.skipif(importlib.util.find_spec("pyarrow") is None, reason="pyarrow is not installed")
def test_parquet(tmp_path: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(pyarrow.table({"text": ["Envoys met.", "They left."], "date": ["2012-05-03", None]}), tmp_path / "a.parquet")
    found = rows(tmp_path / "a.parquet")
    assert [item.report.published for item in found if isinstance(item, Arrival)] == ["2012-05-03", None]
    (tmp_path / "b.parquet").write_bytes(b"PAR1 not really")
    assert "is not a Parquet table" in messages(rows(tmp_path / "b.parquet"))[0]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.sampled_from(["a.csv", "a.tsv", "a.jsonl", "a.json"]), st.sampled_from([b"", b"text\n", b'{"text": "']), st.binary(max_size=120))
def test_whatever_the_bytes_no_row_raises(tmp_path: Path, name: str, head: bytes, data: bytes) -> None:
    (tmp_path / name).write_bytes(head + data)
    assert all("\n" not in message for message in messages(rows(tmp_path / name)))


def test_a_table_of_white_space_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "blank.csv").write_bytes(b"\x1c")
    assert messages(rows(tmp_path / "blank.csv")) == [f"{tmp_path / 'blank.csv'} has no row but white space; give a table with a header row"]

"""A table of reports, one a row: JSON Lines, CSV, and Parquet where pyarrow is installed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.intake.plain import MOST_TEXT, check_kind, decode, report_of
from dragoman.intake.problem import Arrival, IntakeError, Problem
from dragoman.intake.stamps import stamp_of
from dragoman.record import Report

TABLE_ENDINGS = frozenset({".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet"})
_MOST_LINE = 4 * MOST_TEXT  # bytes: a text at its limit, every quote and line end of it escaped


@dataclass(frozen=True)
class Columns:
    """Which column holds what. A column named here must be there; for None the usual name is taken, if it is there.

    Attributes:
        text: the report's words ("text").
        title: its headline ("title").
        date: when it was published ("date").
        url: where it lies ("url").
        publisher: who published it ("publisher").
    """

    text: str = "text"
    title: str | None = None
    date: str | None = None
    url: str | None = None
    publisher: str | None = None


def read_table(path: Path, columns: Columns | None = None) -> Iterator[Arrival | Problem]:
    """Every row of a table, as a report or as what is wrong with it.

    Args:
        path: a .jsonl, .ndjson, .json (one object a line), .csv, .tsv or .parquet file.
        columns: which column holds what; None for the usual names.

    Raises:
        IntakeError: where the file as a whole is no such table.
        OSError: where it cannot be opened.
    """
    columns = columns or Columns()
    rows = {".csv": _csv_rows, ".tsv": _csv_rows, ".parquet": _parquet_rows}.get(path.suffix.lower(), _json_rows)
    number = 0
    for number, row in enumerate(rows(path), 1):
        name = f"{path.stem}-{number}"
        if number == 1 and rows is not _json_rows and not isinstance(row, Problem):
            # Rows of these tables all have the same columns: said once, not once a row.
            _check_columns(row, columns, str(path))
        if isinstance(row, Problem):
            yield row
            continue
        source = f"{path} row {number}"
        try:
            yield Arrival(name, source, _report_of_row(row, columns, source))
        except IntakeError as error:
            yield Problem(name, str(error))
    if not number:
        raise IntakeError(str(path), "has no rows; give one report a row")


def _check_columns(row: Mapping[str, Any], columns: Columns, name: str) -> None:
    for field in fields(columns):
        asked = getattr(columns, field.name)
        if asked and asked not in row:
            there = ", ".join(str(key) for key in row if key) or "none"
            raise IntakeError(name, f'has no column "{asked}" (it has: {there}); name the right one with --{field.name}-column')


def _report_of_row(row: Mapping[str, Any], columns: Columns, name: str) -> Report:
    _check_columns(row, columns, name)

    def value(field: str) -> str:
        column = getattr(columns, field) or field
        found = row.get(column)
        if isinstance(found, dict | list | bytes):
            raise IntakeError(name, f'has no words in "{column}" but a {type(found).__name__}; put plain text there')
        return "" if found is None else str(found).strip()

    text, date = value("text"), value("date")
    published = stamp_of(date) if date else None
    if date and not published:
        raise IntakeError(name, f'has the date "{date}", which cannot be told; write it as YYYY-MM-DD')
    title = value("title")
    # The headline is part of what is read, so it stands in the text that spans index.
    if title and text and not text.startswith(title):
        text = f"{title}\n\n{text}"
    return report_of(text, name, title=title, published=published, url=value("url"), publisher=value("publisher"))


def _lines(path: Path, stream: BinaryIO) -> Iterator[str]:
    head = stream.read(4096)
    check_kind(str(path), head)
    stream.seek(0)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield from io.TextIOWrapper(stream, encoding="utf-16", newline="")
        return
    if b"\x00" in head:
        raise IntakeError(str(path), "is a binary file, not a table; save it as CSV or JSON Lines in UTF-8")
    while line := stream.readline(_MOST_LINE):
        if len(line) == _MOST_LINE:
            raise IntakeError(str(path), f"has a line of more than {_MOST_LINE / 1e6:.0f} MB; put each report in a row of its own")
        yield decode(str(path), line)


def _json_rows(path: Path) -> Iterator[Mapping[str, Any] | Problem]:
    number = 0
    with path.open("rb") as stream:
        for place, line in enumerate(_lines(path, stream), 1):
            if not line.strip():
                continue
            number += 1
            try:
                row = json.loads(line)
            except (ValueError, RecursionError):
                row = None
            if isinstance(row, dict):
                yield row
            elif number == 1 and line.lstrip().startswith("["):
                raise IntakeError(str(path), "is a JSON list, not JSON Lines; put one object a line (jq -c '.[]' does it)")
            elif number == 1 and line.strip() == "{":
                raise IntakeError(str(path), "is one JSON object over many lines, not JSON Lines; put one object a line (jq -c . does it)")
            else:
                yield Problem(f"{path.stem}-{number}", f"{path} line {place} is not a JSON object; put one object a line")


def _csv_rows(path: Path) -> Iterator[Mapping[str, Any] | Problem]:
    # The csv module's own limit of 128 KB a field is less than a long report.
    csv.field_size_limit(_MOST_LINE)
    with path.open("rb") as stream:
        lines = _lines(path, stream)
        header = next((line for line in lines if line.strip()), None)
        if header is None:
            raise IntakeError(str(path), "has no row but white space; give a table with a header row")
        delimiter = max(",;\t", key=header.count)

        def all_lines() -> Iterator[str]:
            yield header
            yield from lines

        reader = csv.DictReader(all_lines(), delimiter=delimiter)
        try:
            yield from reader
        except csv.Error as error:
            raise IntakeError(str(path), f"is not a CSV table after line {reader.line_num} ({error}); save it again as CSV") from error


def _parquet_rows(path: Path) -> Iterator[Mapping[str, Any] | Problem]:
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as error:
        raise IntakeError(str(path), "is Parquet, which needs pyarrow; pip install 'dragoman[parquet]'") from error
    try:
        with parquet.ParquetFile(path) as table:
            for batch in table.iter_batches(batch_size=256):
                yield from batch.to_pylist()
    except ArrowException as error:
        raise IntakeError(str(path), "is not a Parquet table; write it again, or save it as CSV") from error

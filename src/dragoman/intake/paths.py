"""Files and folders: each by its ending, or by how it begins, to the room's file for its format."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from dragoman.intake.page import MOST_PAGE, looks_like_page, report_of_page
from dragoman.intake.plain import MOST_TEXT, check_kind, check_size, report_of_bytes
from dragoman.intake.problem import Arrival, IntakeError, Problem
from dragoman.intake.table import TABLE_ENDINGS, Columns, read_table
from dragoman.record import Report

_PAGE_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
_TEXT_ENDINGS = frozenset({".txt", ".text"})
_READABLE = _PAGE_ENDINGS | _TEXT_ENDINGS | TABLE_ENDINGS


def holds_many(path: Path) -> bool:
    """Whether more than one report may come out of a path: a folder or a table."""
    return path.is_dir() or path.suffix.lower() in TABLE_ENDINGS


def read_path(path: Path, columns: Columns | None = None) -> Iterator[Arrival | Problem]:
    """Every report in a file or a folder. Bad ones come as problems; nothing is raised.

    Args:
        path: a text, page or table, or a folder, whose files of these kinds are read, without its subfolders.
        columns: which column of a table holds what.
    """
    try:
        if path.is_dir():
            yield from _read_folder(path, columns)
        elif path.suffix.lower() in TABLE_ENDINGS:
            yield from read_table(path, columns)
        else:
            yield Arrival(path.stem, str(path), read_file(path))
    except IntakeError as error:
        yield Problem(path.stem, str(error))
    except OSError as error:
        yield Problem(path.stem, str(_unreadable(str(path), error)))


def read_file(path: Path) -> Report:
    """The one report in a text or a page.

    Args:
        path: a file.

    Raises:
        IntakeError: where it is missing, no text, empty, too big, or has no report.
    """
    name, ending = str(path), path.suffix.lower()
    if ending in TABLE_ENDINGS:
        raise IntakeError(name, "is a table of reports, not one report; read it with read_path or `dragoman read`")
    try:
        with path.open("rb") as stream:
            head = stream.read(4096)
            check_kind(name, head)
            page = ending in _PAGE_ENDINGS or looks_like_page(head)
            if not page and b"\x00" not in head:
                check_size(name, path.stat().st_size)
            data = head + stream.read((MOST_PAGE if page else MOST_TEXT) + 1)
    except OSError as error:
        raise _unreadable(name, error) from error
    return _report_of_data(data, name, page)


def read_stdin() -> Iterator[Arrival | Problem]:
    """The one report, text or page, on standard input."""
    data = sys.stdin.buffer.read(MOST_PAGE + 1)
    try:
        yield Arrival("stdin", "standard input", _report_of_data(data, "standard input", looks_like_page(data)))
    except IntakeError as error:
        yield Problem("stdin", str(error))


def _report_of_data(data: bytes, name: str, page: bool) -> Report:
    if page:
        return report_of_page(data, name)
    if data.lstrip().startswith((b"<?xml", b"<rss", b"<feed")):
        raise IntakeError(name, "is XML, not text; save the report's text as a .txt file")
    return report_of_bytes(data, name)


def _read_folder(folder: Path, columns: Columns | None) -> Iterator[Arrival | Problem]:
    files = sorted(f for f in folder.iterdir() if f.suffix.lower() in _READABLE and f.is_file())
    if not files:
        endings = ", ".join(sorted(_READABLE))
        raise IntakeError(str(folder), f"is a folder without reports in it; give a file, or a folder with files ending in {endings}")
    for file in files:
        yield from read_path(file, columns)


def _unreadable(name: str, error: OSError) -> IntakeError:
    if isinstance(error, IsADirectoryError):
        return IntakeError(name, "is a folder; give a file in it, or the folder to read_path or `dragoman read`")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return IntakeError(name, "does not exist; check the path")
    if isinstance(error, PermissionError):
        return IntakeError(name, "may not be opened; give yourself the right to read it")
    return IntakeError(name, f"cannot be opened ({error.strerror or error}); check the path and the disk")

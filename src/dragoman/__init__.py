"""Dragoman reads reports about dealings between states and keeps a record that can be checked.

    >>> import dragoman                                              # doctest: +SKIP
    >>> reading = dragoman.read("PARIS, May 3 - France and Spain signed a border treaty ...")
    >>> reading.events[0].type
    'SUPPORT'
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.version import VERSION as __version__

if TYPE_CHECKING:
    from dragoman.reading.reader import Reader
    from dragoman.record import Reading, Report
    from dragoman.world import World

__all__ = ["Reader", "Reading", "World", "__version__", "read", "read_file"]


def __getattr__(name: str) -> Any:
    """Load the rooms behind the public names when they are first asked for: importing the package stays quick."""
    if name == "Reader":
        from dragoman.reading.reader import Reader

        return Reader
    if name == "Reading":
        return _reading_class()
    if name == "World":
        from dragoman.world import World

        return World
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")


@lru_cache(maxsize=1)
def _reading_class() -> type[Reading]:
    """Reading, with the view that notebooks ask for: the record itself knows nothing of how it is shown."""
    from dragoman.record import Reading
    from dragoman.show.html import notebook_html

    Reading._repr_html_ = notebook_html  # type: ignore[attr-defined]
    return Reading


@lru_cache(maxsize=1)
def _default_reader() -> Reader:
    from dragoman.reading.reader import Reader

    _reading_class()
    return Reader()


def read(report: str | Report, reader: Reader | None = None) -> Reading:
    """Read one report.

    Args:
        report: a report, or its text; title, byline, stamp and dateline are then found in the text.
        reader: another reader than the default one.

    Raises:
        ValueError: where the report has no words.
    """
    from dragoman.intake.plain import report_of

    if isinstance(report, str):
        report = report_of(report)
    return (reader or _default_reader()).read(report)


def read_file(path: str | Path, reader: Reader | None = None) -> Reading:
    """Read the one report of a file (plain text or HTML).

    Raises:
        dragoman.intake.IntakeError: where the file cannot be read as a report; the message names it and the fix.
    """
    from dragoman.intake.paths import read_file as report_of_file

    return (reader or _default_reader()).read(report_of_file(Path(path)))

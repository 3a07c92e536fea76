"""What the user names on the command line: files, folders, tables, addresses, standard input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from dragoman.intake import Arrival, Columns, IntakeError, Problem, holds_many, is_address, read_path, read_stdin, read_url


def may_be_many(sources: list[str]) -> bool:
    """Whether more than one report may come out of these."""
    return len(sources) > 1 or any(not is_address(s) and s != "-" and holds_many(Path(s)) for s in sources)


def arrivals(sources: Iterable[str], columns: Columns) -> Iterator[Arrival | Problem]:
    """The reports that the sources hold, and what is wrong with those that cannot be had.

    Args:
        sources: paths, http(s) addresses, or "-" for standard input.
        columns: which column of a table holds what.
    """
    for source in sources:
        if source == "-":
            yield from read_stdin()
        elif not source.strip():
            # Path("") is the working folder, which nobody means who passes an unset shell variable.
            yield Problem("", "an empty name was given; name a file, a folder, an address, or - for standard input")
        elif is_address(source):
            try:
                yield Arrival(_name_of(source), source, read_url(source))
            except IntakeError as error:
                yield Problem(_name_of(source), str(error))
        else:
            yield from read_path(Path(source), columns)


def _name_of(url: str) -> str:
    parts = urlsplit(url)
    last = unquote(parts.path).rstrip("/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    words = "".join(c if c.isalnum() else "-" for c in f"{parts.netloc} {last}")
    return "-".join(word for word in words.split("-") if word)[:100] or "page"

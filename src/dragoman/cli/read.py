"""dragoman read: reports to readings, on the terminal or into a folder."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.guard import FAILED, complain
from dragoman.cli.reading import load_world, readings
from dragoman.cli.sources import arrivals, may_be_many
from dragoman.intake import Columns, Problem

if TYPE_CHECKING:
    from dragoman.record import Reading
    from dragoman.world import World


class Format(StrEnum):
    """How a reading is shown."""

    terminal = "terminal"
    text = "text"
    json = "json"
    html = "html"


_ENDINGS = {Format.json: ".json", Format.html: ".html", Format.text: ".txt"}


def _column(what: str) -> object:
    return typer.Option(metavar="NAME", help=f"The column that holds {what}.", rich_help_panel="Tables")


def read(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="PATH|URL|-", help="Text, HTML, JSON Lines, CSV or Parquet files, folders of them, addresses, - for standard input."),
    ],
    format_: Annotated[
        Format | None, typer.Option("--format", "-f", help="How to show a reading.", show_default="terminal, or json with --output")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DIR", help="Write NAME.json (or .html, .txt) for every NAME.* into this folder.")
    ] = None,
    world: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A CSV table of your own actors, known from then on; may be given again.", show_default=False),
    ] = None,
    text_column: Annotated[str, _column("the reports' words")] = "text",
    title_column: Annotated[str | None, _column('their headlines, if not "title"')] = None,
    date_column: Annotated[str | None, _column('the dates of publication, if not "date"')] = None,
    url_column: Annotated[str | None, _column('their addresses, if not "url"')] = None,
    publisher_column: Annotated[str | None, _column('their publishers, if not "publisher"')] = None,
) -> None:
    """Read reports and show what was found in them.

    Exit code: 0 when every report was read, 1 when some could not be (the others still are), 2 for wrong usage.
    """
    if output and format_ is Format.terminal:
        raise typer.BadParameter("a terminal's colours cannot go into a folder; use text, json or html", param_hint="--format")
    if output and output.exists() and not output.is_dir():
        raise typer.BadParameter(f"{output} is a file; name a folder", param_hint="--output")
    columns = Columns(text_column, title_column, date_column, url_column, publisher_column)
    many = may_be_many(sources)
    found = readings(arrivals(sources, columns), _world(world or []))
    if output:
        failed = _write(found, output, format_ or Format.json, many)
    else:
        failed = _print(found, format_ or Format.terminal, many)
    if failed:
        raise typer.Exit(FAILED)


def _world(tables: list[Path]) -> World | None:
    from dragoman.world import WorldTableError

    try:
        return load_world(tables)
    except WorldTableError as error:
        raise typer.BadParameter(f"{error} (dragoman world check FILE lists all faults)", param_hint="--world") from None


def _write(found: Iterator[tuple[str, Reading] | Problem], folder: Path, format_: Format, many: bool) -> int:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    failed = 0
    console = Console(stderr=True)
    # How many reports a table holds is known only at its end, so the bar moves without a goal.
    bar = Progress(TextColumn("reading"), BarColumn(), TextColumn("{task.completed} reports"), TimeElapsedColumn(),
                   console=console, transient=True, disable=not (many and console.is_terminal))  # fmt: skip
    with bar:
        task = bar.add_task("reading", total=None)
        for item in found:
            if isinstance(item, Problem):
                failed += 1
                complain(item.message)
            else:
                name, reading = item
                path = folder / (_free(name, taken) + _ENDINGS[format_])
                path.write_text(_rendered(reading, format_), encoding="utf-8", newline="\n")
            bar.advance(task)
    if many:
        wrong = f"; {failed} could not be read" if failed else ""
        typer.echo(f"{len(taken)} readings in {folder}{wrong}", err=True)
    return failed


def _free(name: str, taken: set[str]) -> str:
    """The name, or with a number where two reports of one run share it (a.txt and a.html)."""
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free


def _rendered(reading: Reading, format_: Format) -> str:
    if format_ is Format.json:
        return reading.to_json(indent=2) + "\n"
    if format_ is Format.html:
        from dragoman.show.html import page

        return page(reading)
    from dragoman.show.plain import plain_text

    return plain_text(reading)


def _print(found: Iterator[tuple[str, Reading] | Problem], format_: Format, many: bool) -> int:
    failed = 0
    kept: list[Reading] = []
    for item in found:
        if isinstance(item, Problem):
            failed += 1
            complain(item.message)
        elif format_ is Format.html and many:
            kept.append(item[1])
        elif format_ is Format.json and many:
            typer.echo(item[1].to_json())
        elif format_ is Format.terminal:
            _print_on_terminal(*item, many)
        else:
            typer.echo(_heading(item[0], many and format_ is Format.text) + _rendered(item[1], format_), nl=False)
    if kept:
        from dragoman.show.html import page_of_many

        typer.echo(page_of_many(kept), nl=False)
    return failed


def _heading(name: str, wanted: bool) -> str:
    return f"\n==> {name} <==\n" if wanted else ""


def _print_on_terminal(name: str, reading: Reading, many: bool) -> None:
    from rich.console import Console
    from rich.text import Text

    from dragoman.show.terminal import print_reading

    console = Console()
    if many:
        console.print(Text(_heading(name, True).rstrip("\n"), style="bold blue"))
    print_reading(reading, console)

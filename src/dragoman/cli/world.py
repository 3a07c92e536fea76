"""dragoman world: what the world tables know."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.guard import FAILED, complain

app = typer.Typer(help="Look into the tables of states, bodies, persons and places.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    pass


@app.command()
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help='A name as reports have it: "the Kremlin", "Moscow", "Bush".')],
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day or period (1987-02-26, 1987).", show_default="any time")] = None,
) -> None:
    """Show what a name means on a day, best first, and why."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from dragoman.record.edtf import is_period
    from dragoman.show.periods import in_words
    from dragoman.world import World

    if on is not None and not is_period(on):
        raise typer.BadParameter(f'"{on}" is no date; write it as YYYY, YYYY-MM or YYYY-MM-DD', param_hint="--on")
    senses = World.default().find(name, on)
    if not senses:
        complain(
            f'"{name}" means nothing that the tables know{f" on {in_words(on)}" if on else ""}; add it in a table of your own (dragoman read --world)'
        )
        raise typer.Exit(FAILED)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for head in ("id", "what", "state", "valid", "why"):
        table.add_column(head, overflow="fold")
    for sense in senses:
        valid = in_words(f"{sense.start or '..'}/{sense.end or '..'}") if sense.start or sense.end else "always"
        table.add_row(Text(sense.id, style="bold"), f"{sense.kind}, {sense.use}", sense.state or "", valid, Text(sense.why or sense.table))
    Console().print(table)


@app.command()
def check(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", help="CSV tables of your own actors, in the order in which reading would take them.")
    ],
) -> None:
    """Say what is wrong with tables of your own actors, one line a fault.

    Exit code: 0 where nothing is, 1 where something is.
    """
    from dragoman.world import World

    world, faults = World.default(), 0
    for file in files:
        found = world.faults(file)
        for fault in found:
            complain(fault)
        if not found:
            typer.echo(f"{file}: nothing is wrong")
            world = world.with_table(file)
        faults += len(found)
    if faults:
        raise typer.Exit(FAILED)

"""dragoman demo: the example reports, read."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.guard import FAILED, complain
from dragoman.cli.reading import readings
from dragoman.intake import Problem, read_path


def examples() -> Path | None:
    """The folder of example reports: inside the installed package, or at the root of a checkout; None where neither is."""
    package = Path(str(files("dragoman")))
    return next((f for f in (package / "examples", package.parents[1] / "examples") if any(f.glob("*.txt"))), None)


def demo(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="PATH.html", help="Where to write the page.")] = Path("dragoman-demo.html"),
) -> None:
    """Read the example reports: print one reading, and write all of them on one page."""
    from rich.console import Console

    from dragoman.show.html import page_of_many
    from dragoman.show.terminal import print_reading

    if output.is_dir():
        raise typer.BadParameter(f"{output} is a folder; name an .html file", param_hint="--output")
    folder = examples()
    if folder is None:
        complain("the example reports are missing from this installation; install Dragoman again")
        raise typer.Exit(FAILED)
    found = list(readings(arrival for path in sorted(folder.glob("*.txt")) for arrival in read_path(path)))
    shown = [item[1] for item in found if not isinstance(item, Problem)]
    for item in found:
        if isinstance(item, Problem):
            complain(item.message)
    if shown:
        print_reading(shown[0], Console())
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(page_of_many(shown, "Dragoman reads its examples"), encoding="utf-8")
        typer.echo(f"\nAll {len(shown)} readings, every fact beside the words it stands on: {output}")
    if len(shown) < len(found):
        raise typer.Exit(FAILED)

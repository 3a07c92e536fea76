"""The command line; one file a command group. ``main`` is the entry point.

Rooms that are slow to load are loaded inside the commands that need them.
"""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli import demo, read, world
from dragoman.cli.guard import guarded, speak_utf8
from dragoman.version import VERSION

app = typer.Typer(
    name="dragoman", help="Read reports about dealings between states, and keep a record that can be checked.", no_args_is_help=True,
    add_completion=False, pretty_exceptions_enable=False,
)  # fmt: skip
app.command("read")(read.read)
app.command("demo")(demo.demo)
app.add_typer(world.app, name="world")


def _version(asked: bool) -> None:
    if asked:
        from dragoman.language import MODEL_ID

        typer.echo(f"dragoman {VERSION} (model {MODEL_ID})")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and the language model's, and exit.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line; faults become one line on standard error."""
    speak_utf8()
    guarded(lambda: app(prog_name="dragoman"))

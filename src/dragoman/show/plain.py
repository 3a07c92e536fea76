"""A reading as plain text: what a terminal shows, without colours."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from dragoman.record import Reading
from dragoman.show.terminal import print_reading


def plain_text(reading: Reading, width: int = 100) -> str:
    """A reading as plain text.

    Args:
        reading: the reading.
        width: characters a line.
    """
    out = StringIO()
    print_reading(reading, Console(file=out, width=width, color_system=None, force_terminal=False, legacy_windows=False))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"

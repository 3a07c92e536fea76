"""The parts of a benchmark, each over one data set that may be absent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path


def run_parts(parts: Mapping[str, tuple[Path, Callable[[Path], None]]], chosen: str | None) -> None:
    """Run the chosen part, or all; one whose data are not there drops out with a line that says so.

    Args:
        parts: name -> (where its data lie, what prints its figures from there).
        chosen: a name, or None for all.
    """
    for name, (path, run) in parts.items():
        if chosen not in {None, name}:
            continue
        if path.exists():
            run(path)
        else:
            print(f"{name}: not there ({path}), left out; give the folder of shared data with --shared")

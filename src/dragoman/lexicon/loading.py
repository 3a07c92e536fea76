"""Reads lexicon entries from YAML; an entry without an example does not load."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import yaml


class LexiconError(ValueError):
    """A lexicon file that cannot be used; the message names the file, the entry and the fix."""


def read_entries(folder: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (file name, entry) for every entry of every YAML file in ``entries/FOLDER``, files in name order.

    Raises:
        LexiconError: where a file is not a list of mappings, an id is missing or doubled, or an entry has no example.
    """
    seen: dict[str, str] = {}
    for path in sorted((files("dragoman.lexicon") / "entries" / folder).iterdir(), key=lambda p: p.name):
        if not path.name.endswith(".yaml"):
            continue
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        entries = yaml.load(path.read_text("utf-8"), Loader=loader)
        if not isinstance(entries, list):
            raise LexiconError(f"{path.name}: a lexicon file is a list of entries")
        for entry in entries:
            name = entry.get("id") if isinstance(entry, dict) else None
            if not name:
                raise LexiconError(f"{path.name}: an entry has no id: {str(entry)[:80]}")
            if name in seen:
                raise LexiconError(f"{path.name}: entry {name} stands in {seen[name]} already")
            if not entry.get("examples"):
                raise LexiconError(f"{path.name}: entry {name} has no example; add one under 'examples'")
            seen[name] = path.name
            yield path.name, entry

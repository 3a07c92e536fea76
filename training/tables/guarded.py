"""Compiles guarded.csv: names of one word that are also ordinary English words, which matching must not take on trust.

A form is ordinary where UD English treebanks (EWT and GUM, train) have it in small letters as something other than a proper
noun. Run it after the other tables are made.

    python training/tables/guarded.py [--data ../shared/data/open]
"""

from __future__ import annotations

import argparse
import csv
import gzip
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dragoman.world.loading import TABLES, load_tables
from dragoman.world.spelling import key_of

# Words whose capital says nothing anywhere: months, ranks, pronouns.
ALWAYS = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "major", "king", "queen", "prince", "princess", "pope", "bishop",
    "general", "marshal", "north", "south", "east", "west", "church", "house", "state", "bank", "court", "union", "day", "christmas",
    "easter", "he", "no", "o", "said",
}  # fmt: skip
# Names that are commoner in news, even at the start of a sentence, than the words that they look like.
NAMES_FIRST = {"begin", "park", "moon", "white", "rice"}
# Names that are commoner in news even among capitals.
NEVER = {"us", "fed", "congress", "senate", "diet", "commonwealth", "liberation", "ft", "google", "swift", "english"}
# How often the treebanks must have a word in small letters, for a guard among capitals and at the start of a sentence.
SOME, MANY = 2, 10


def ordinary_words(data: Path) -> Counter[str]:
    """Forms in small letters that are no proper nouns, counted."""
    counts: Counter[str] = Counter()
    for line in _lines(data):
        cells = line.split("\t")
        if len(cells) > 4 and cells[0].isdigit() and cells[1].islower() and cells[3] not in {"PROPN", "X", "SYM"}:
            counts[cells[1]] += 1
    return counts


def _lines(data: Path) -> Iterator[str]:
    for path in sorted((data / "ud_english_ewt").glob("*train*")):
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
            yield from file
    for path in sorted((data / "gum/dep").glob("*")):
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
            yield from file


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data/open"))
    words = ordinary_words(parser.parse_args().data)
    # Names of states are left alone: a sentence that begins with "Turkey" is hardly about the bird.
    names = {key_of(row.name).lower() for row in load_tables().names if row.table not in {"happenings", "names"} or row.use == "abbreviation"}
    rows = []
    for name in sorted(n for n in names if " " not in n and n not in NEVER):
        if name in ALWAYS:
            rows.append([name, "always", "own"])
        elif words[name] >= MANY and name not in NAMES_FIRST:
            rows.append([name, "start", "ud-ewt+gum"])
        elif words[name] >= SOME:
            rows.append([name, "capitals", "ud-ewt+gum"])
    path = TABLES / "guarded.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["word", "guard", "source"])
        out.writerows(rows)
    print(f"{path}: {len(rows)} rows")


if __name__ == "__main__":
    main()

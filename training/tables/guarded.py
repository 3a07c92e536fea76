"""Compiles guarded.csv: names of one word that are also ordinary English words, which matching must not take on trust.

A form is ordinary where UD English treebanks (EWT and GUM, train) have it in small letters as something other than a proper
noun. Run it after the other tables are made.

    python training/tables/guarded.py [--data /work/shared/data/open]
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

# Words whose capital says nothing anywhere.
ALWAYS = """january february march april may june july august september october november december monday tuesday wednesday thursday
friday saturday sunday major king queen prince princess pope bishop general marshal north south east west church house state bank court union
senate day christmas easter internet god""".split()
# Ordinary words that the treebanks happen to lack or to have only in capitals.
OWN = """rice bush car aid nice male reading bath split mobile bo bor ream fada pale hue uri bender gander cork mons fez colon tela moron palma
tiran kant fao perm amazon crawford nil us who it is am as at do so an or in on no to we he if my by up go act ace all pact start salt sea can
lama dam ham cook wolf fox hunter carter baker butler mason turner potter fisher miller taylor smith chase lance grant wade frank long
short young old rich poor brown black white green gray grey burns waters rivers fields woods hill stone wood field lake forest park garden
gates banks bond price cash buck penny pole poles polish swede finn lap dane turk turkey china chad jersey guinea panama jordan english welsh
danish swiss dutch""".split()


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
    parser.add_argument("--data", type=Path, default=Path("/work/shared/data/open"))
    words = ordinary_words(parser.parse_args().data)
    names = {key_of(row.name).lower() for row in load_tables().names if row.table != "happenings"}
    rows = []
    for name in sorted(n for n in names if " " not in n):
        if name in ALWAYS:
            rows.append([name, "always", "own"])
        elif name in OWN:
            rows.append([name, "start", "own"])
        elif words[name]:
            rows.append([name, "start", "ud-ewt+gum"])
    path = TABLES / "guarded.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["word", "guard", "source"])
        out.writerows(rows)
    print(f"{path}: {len(rows)} rows")


if __name__ == "__main__":
    main()

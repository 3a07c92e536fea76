"""Makes world/tables/members.csv: who belonged to which organisation from when to when.

The important ones stand in memberships.txt, by the day; informal bodies that it leaves out come from Vabulas and
Snidal's list (igo_memberships), whose years are rough: a member is given no earlier start than its own as a state.

    python training/tables/organisations.py --data DIR           writes members.csv
    python training/tables/organisations.py --data DIR --check   prints how many of Phoenix's actor names the tables know
"""

from __future__ import annotations

import argparse
import csv
import gzip
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
TABLES = HERE.parents[1] / "src" / "dragoman" / "world" / "tables"

INFORMAL = {  # Vabulas and Snidal's short names: ours
    "G77": "G77", "G24": "G24", "G-15": "G15", "PC": "PARIS-CLUB", "NSG": "NSG", "ZAC": "ZANGGER-COMMITTEE", "MTCR": "MTCR",
    "AG": "AUSTRALIA-GROUP", "WA": "WASSENAAR-ARRANGEMENT", "AC": "ARCTIC-COUNCIL", "CEI": "CEI", "CBSS": "BALTIC-COUNCIL",
    "EAPC": "NATO:eapc", "NRC": "NATO:russia-council", "PSI": "PROLIFERATION-SECURITY-INITIATIVE", "ASEM": "ASEM", "CICA": "CICA",
    "BCBS": "COMMISSION-ON-CENTRAL-BANKS", "CELAC": "CELAC", "LCG": "LIBYA-CONTACT-GROUP", "GL": "LIMA-GROUP", "MIKTA": "MIKTA",
    "IBSA": "IBSA", "FSG": "FRIENDS-OF-SYRIA",
}  # fmt: skip
CODES = {"ALG": "DZA", "GIN - GNQ": "GNQ", "ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "EUU": "EU", "KSV": "XKX"}
RECOGNISED = {"ZWE": "1980-04-18"}  # existed before, but nobody let it join
NAMES = {"Congo, Democratic Republic": "COD", "Czechoslovakia": "CSK", "Yugoslavia": "YUG", "East Germany": "DDR",
         "European Union": "EU", "Kosovo": "XKX", "Palestine": "PSE", "Taiwan": "TWN"}  # fmt: skip


class Member(NamedTuple):
    """A stretch of membership; dates are EDTF, empty where open or unknown."""

    organisation: str
    member: str
    start: str
    end: str
    source: str


def hand_written(path: Path = HERE / "memberships.txt") -> Iterator[Member]:
    """The memberships of memberships.txt.

    Raises:
        ValueError: naming the line that is neither a section, a comment nor a day with members.
    """
    organisation = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if section := re.fullmatch(r"\[(.+)\]", line):
            organisation = section[1]
            continue
        start, *members = line.split()
        if not organisation or not members or not re.fullmatch(r"\d{4}(-\d\d){0,2}", start):
            raise ValueError(f"{path}, line {number}: write a day and then members, under an [organisation].")
        for member in members:
            name, _, end = member.partition("/")
            yield Member(organisation, name, start, end, "own")


def informal(data: Path, state_starts: dict[str, str]) -> Iterator[Member]:
    """The memberships of informal bodies from Vabulas and Snidal's list."""
    seen: set[tuple[str, str]] = set()
    with gzip.open(data / "igo_memberships" / "memberships_IIGO.csv.gz", "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            organisation = INFORMAL.get(row["igoID"])
            named = next((i for n, i in NAMES.items() if row["StateName"].startswith(n)), "")
            member = CODES.get(row["stateID"], row["stateID"]) or named
            if organisation is None or member not in state_starts or (organisation, member) in seen:
                continue
            seen.add((organisation, member))
            start, end = (row[c] if row[c] not in {"", "NA"} else "" for c in ("Begin", "End"))
            if end and int(end) >= 2017:
                end = ""
            since = state_starts[member]
            if start and since[:4] > start:
                start = since
            if end and start[:4] > end:
                continue
            yield Member(organisation, member, start, end, "vabulas-snidal")


def state_starts(path: Path = TABLES / "states.csv") -> dict[str, str]:
    """When each state last came into being, by id."""
    starts: dict[str, str] = {"EU": ""}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            starts[row["id"]] = max(row["start"], starts.get(row["id"], ""))
    return starts | RECOGNISED


def write(members: Iterable[Member], path: Path) -> None:
    """Writes the table, sorted by organisation, then start, then member."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(Member._fields)
        out.writerows(sorted(set(members), key=lambda m: (m.organisation, m.start, m.member)))


def known_names() -> set[str]:
    """All names of organisations, bodies, groups and media, in small letters with single spaces."""
    names: set[str] = set()
    for table in ("organisations", "bodies", "groups", "media"):
        with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                names |= {_plain(n) for n in (row["name"], row.get("abbreviation", ""), *row["aliases"].split(";")) if n}
    return names


def check(data: Path) -> None:
    """Prints, for two of Phoenix's files, how many of its entries have a name in our tables."""
    names = known_names()
    for file in ("Phoenix.International.actors.txt", "Phoenix.MilNonState.actors.txt"):
        entries: list[list[str]] = []
        for line in (data / "actor_dictionaries_phoenix" / file).read_text(encoding="utf-8", errors="replace").splitlines():
            word = re.sub(r"\[.*|#.*|\(.*", "", line).strip().strip("+_")
            if line.startswith("+") and entries:
                entries[-1].append(word)
            elif line[:1].isalpha():
                entries.append([word])
        found = sum(any(_plain(w.replace("_", " ")) in names for w in words) for words in entries)
        print(f"{file}: {found} of {len(entries)} entries known")


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", name.replace(".", "")).lower().split())


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="the folder of open data")
    parser.add_argument("--check", action="store_true", help="print coverage instead of writing")
    options = parser.parse_args()
    if not (options.data / "igo_memberships").is_dir():
        print(f"{options.data}: there is no igo_memberships in it; give --data the folder of open data.", file=sys.stderr)
        return 2
    if options.check:
        check(options.data)
        return 0
    by_hand = list(hand_written())
    written = {m.organisation for m in by_hand}
    rest = [m for m in informal(options.data, state_starts()) if m.organisation not in written]
    write([*by_hand, *rest], TABLES / "members.csv")
    print(f"members.csv: {len(by_hand)} memberships of {len(written)} organisations by hand")
    print(f"             {len(rest)} of {len({m.organisation for m in rest})} compiled")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Prints how well dates are read: reference dates of the gold reports, time expressions of GUM, and a test of stamps.

    python benchmarks/when.py [--shared ../shared] [--data FOLDER] [--part gold|gum|stamps] [--seed 7] [--misses]

GUM's normal forms (``<date when>``, ``<date from to>``) are compared as stretches of days; the two ends of a range that we read
as one stretch may stand alone there. Its test split is printed apart. The stamp test moves each report's stamp by 3, 7
or 12 years to either side, in the text's stamp line and dateline too, and asks whether the reading notices.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHIFTS = (-12, -7, -3, 3, 7, 12)
RELEASES = 200
# In these GUM genres the document's date is the day that its words hang on; elsewhere it is that of a web page.
DATED_GENRES = {"news", "interview", "speech", "court"}
FOLDERS = ("news_us_state_department", "news_us_white_house")


def gold_part(shared: Path, misses: bool) -> None:
    """Reference dates of the gold reports, both halves apart (every second by name; only the first may be studied)."""
    from dragoman import Reader

    reader = Reader(stages=["calendar"])
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for k, path in enumerate(sorted((shared / "gold").glob("*.json"))):
        gold = json.loads(path.read_text("utf-8"))
        if "reference_date" not in gold:
            continue
        half = "held-out half" if k % 2 else "studied half"
        want = gold["reference_date"]
        found = reader.draft(laid_out((path.parent / gold["text"]).read_text("utf-8"))).date
        ok = found.value == want["value"] and found.agrees == want.get("agrees", True)
        right[half] += ok
        total[half] += 1
        if misses and not ok and not k % 2:
            print(f"  {path.stem}: want {want}, got {found.value} agrees {found.agrees}")
    for half in sorted(total, reverse=True):
        print(f"reference dates, {half}: {right[half]} of {total[half]} right")


def laid_out(text: str, **fields: object):  # type: ignore[no-untyped-def]
    """A report of plain text, its title, byline, stamp and dateline found by their layout."""
    from dragoman.intake.layout import lay_out
    from dragoman.record import Dateline, Report

    text = text.replace("\r\n", "\n")
    layout = lay_out(text)
    known = {
        "title": layout.title, "byline": layout.byline, "published": layout.published,
        "dateline": Dateline(place=layout.place, agency=layout.agency, date=layout.date),
    }  # fmt: skip
    return Report.of(text, **{**known, **fields})


# --- GUM -----------------------------------------------------------------------------------------------------------------


def gum_documents(folder: Path) -> Iterator[tuple[dict[str, str], list[list[str]], list[tuple[dict[str, str], int, int]]]]:
    """Attributes, sentences and dates (attributes, first word, one past the last) of each GUM document."""
    for path in sorted((folder / "gum" / "xml").glob("*.xml")):
        lines = path.read_text("utf-8").split("\n")
        sentences: list[list[str]] = []
        dates: list[tuple[dict[str, str], int, int]] = []
        open_dates: list[tuple[dict[str, str], int]] = []
        count = 0
        for line in lines[1:]:
            if line.startswith("<s ") or line.startswith("<s>"):
                sentences.append([])
            elif line.startswith("<date"):
                open_dates.append((dict(re.findall(r'(\w+)="([^"]*)"', line)), count))
            elif line.startswith("</date") and open_dates:
                attributes, start = open_dates.pop()
                dates.append((attributes, start, count))
            elif line and not line.startswith("<") and sentences:
                sentences[-1].append(line.split("\t")[0].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
                count += 1
        yield dict(re.findall(r'(\w+)="([^"]*)"', lines[0])), [s for s in sentences if s], dates


def days_of_gum(attributes: dict[str, str]) -> tuple[date, date] | None:
    """First and last day of GUM's normal form; None where it gives no year, bounds only, or a year before the common era."""
    from dragoman.record.edtf import bounds, is_period

    values = [attributes["when"]] * 2 if "when" in attributes else [attributes.get("from", ""), attributes.get("to", "")]
    values = [v.split("T")[0] for v in values]
    if not all(v and v[0] != "-" and is_period(v) for v in values):
        return None
    first, last = bounds(values[0])[0], bounds(values[1])[1]
    return (first, last) if first and last else None


def gum_part(data: Path, misses: bool) -> None:
    from dragoman.language import default_language
    from dragoman.reading.outlook import speaks_of_future
    from dragoman.reading.time_expressions import find_times

    language = default_language()
    tallies: dict[str, Counter[str]] = {}
    for attributes, sentences, dates in gum_documents(data):
        if not dates:
            continue
        doc = language.from_words(sentences)
        dated = attributes["type"] in DATED_GENRES
        notes = find_times(doc, attributes.get("dateCreated") if dated else None, lambda i, d=doc: speaks_of_future(d, i))
        kind = "news and speech" if dated else "other genres"
        tally = tallies.setdefault(f"{kind}, {'test' if attributes['partition'] == 'test' else 'train and dev'}", Counter())
        for mark, start, end in dates:
            want = days_of_gum(mark)
            if want is None:
                tally["left out"] += 1
                continue
            tally["dates"] += 1
            near = [n for n in notes if n.stretch[0] < end and start < n.stretch[1]]
            tally["found"] += bool(near)
            ok = any(want in days_read(n.value) for n in near)
            tally["right"] += ok
            if misses and not ok and attributes["partition"] != "test":
                words = " ".join(t.text for t in doc[max(0, start - 5) : end])
                print(f"  {attributes['id']}: {words!r} want {want[0]}..{want[1]}, got {[(n.value, n.rule) for n in near]}")
    for name, tally in sorted(tallies.items()):
        share = tally["right"] / max(1, tally["dates"])
        print(f"GUM {name}: {tally['right']} of {tally['dates']} normal forms exactly right ({share:.1%}), {tally['found']} found")


def days_read(value: str | None) -> list[tuple[date | None, date | None]]:
    """The stretches of days that a value names: its own, and those of each end of a range."""
    from dragoman.record.edtf import bounds

    if value is None:
        return []
    return [bounds(value), *(bounds(end) for end in value.split("/") if "/" in value and end not in {"", ".."})]


# --- stamps --------------------------------------------------------------------------------------------------------------


def moved(day: date, years: int) -> date:
    """The same day of another year; 28 February for a leap day that the year lacks."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def stamped_texts(shared: Path, data: Path, seed: int) -> Iterator[tuple[str, str, date]]:
    """Name, text without stamp, and true day: the gold reports whose stamp is right, then releases."""
    for path in sorted((shared / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        want = gold.get("reference_date", {})
        if want.get("agrees") and re.fullmatch(r"\d{4}-\d\d-\d\d", want.get("value") or ""):
            yield path.stem, (path.parent / gold["text"]).read_text("utf-8").replace("\r\n", "\n"), date.fromisoformat(want["value"])
    rows = []
    for folder in FOLDERS:
        source = data / folder / "articles.jsonl.gz"
        if source.is_file():
            with gzip.open(source, "rt", encoding="utf-8") as lines:
                rows += [json.loads(line) for line in lines]
    rows = [r for r in rows if 400 < len(r["text"]) < 12_000 and r.get("published")]
    for row in random.Random(seed).sample(rows, min(RELEASES, len(rows))):
        day = date.fromisoformat(row["published"][:10])
        stamp = f"{day:%B} {day.day}, {day.year}"
        yield row["id"], f"{row['title']}\n\n{stamp}\n\n{row['text']}", day


def restamped(text: str, day: date, stamp: date) -> str:
    """The text with its stamp line, where it has one, set to another day."""
    head, body = text[:900], text[900:]
    for shape in ("{0:%B} {0.day}, {0.year}", "{0.day} {0:%B} {0.year}", "{0:%Y-%m-%d}"):
        head = re.sub(rf"(?m)^((?:\w+, )?){re.escape(shape.format(day))}$", lambda m, s=shape: shape_line(m[1], s, stamp), head)
    return head + body


def shape_line(weekday: str, shape: str, stamp: date) -> str:
    return (f"{stamp:%A}, " if weekday else "") + shape.format(stamp)


def stamps_part(shared: Path, data: Path, seed: int, misses: bool) -> None:
    from dragoman import Reader
    from dragoman.record.edtf import bounds

    reader = Reader(stages=["calendar"])
    chance = random.Random(seed)
    tally: Counter[str] = Counter()
    by_shift: dict[int, Counter[str]] = {s: Counter() for s in SHIFTS}
    for name, text, day in stamped_texts(shared, data, seed):
        source = "gold" if name.startswith(("reut", "state-", "voa", "wikinews")) else "releases"
        true = reader.draft(laid_out(text, published=day.isoformat()))
        alarm = not true.date.agrees
        tally["true"] += 1
        tally["false alarms"] += alarm
        if misses and alarm and source == "releases":
            print(f"  false alarm on {name} ({day}): {true.warnings[0].message[:300]}")
        years = chance.choice(SHIFTS)
        stamp = moved(day, years)
        read = reader.draft(laid_out(restamped(text, day, stamp), published=stamp.isoformat())).date
        first, last = bounds(read.value) if read.value else (None, None)
        for counter in (tally, by_shift[years]):
            counter["moved"] += 1
            if not read.agrees:
                counter["noticed"] += 1
                counter["year restored"] += read.value is not None and "/" not in read.value and read.value.startswith(str(day.year))
                counter["held"] += read.value is not None and (first or day) <= day <= (last or day)
        if misses and source == "releases" and (read.agrees or (read.value or "")[:4] != str(day.year)):
            print(f"  {name} {day} moved {years:+}: agrees {read.agrees}, read as {read.value}")
    print(f"stamps moved: {tally['noticed']} of {tally['moved']} noticed ({tally['noticed'] / max(1, tally['moved']):.1%}), "
          f"right year restored in {tally['year restored']}, true day within the period read in {tally['held']}")
    for years, counter in by_shift.items():
        noticed, restored, held = counter["noticed"], counter["year restored"], counter["held"]
        print(f"  moved {years:+3} years: {noticed:3} of {counter['moved']:3} noticed, year restored in {restored:3}, true day held in {held:3}")
    print(f"true stamps: {tally['false alarms']} false alarms of {tally['true']}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with gold/")
    parser.add_argument("--data", type=Path, help="folder with gum/ and the releases; default SHARED/data/open")
    parser.add_argument("--part", choices=("gold", "gum", "stamps"), help="only this part")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--misses", action="store_true", help="list misses, those of held-out and test parts left out")
    options = parser.parse_args()
    data = options.data or options.shared / "data" / "open"
    if not (options.shared / "gold").is_dir() or not data.is_dir():
        print(f"{options.shared}: no gold/ or {data} there; give their folders with --shared and --data", file=sys.stderr)
        return 2
    if options.part in {None, "gold"}:
        gold_part(options.shared, options.misses)
    if options.part in {None, "gum"}:
        gum_part(data, options.misses)
    if options.part in {None, "stamps"}:
        stamps_part(options.shared, data, options.seed, options.misses)
    return 0


if __name__ == "__main__":
    sys.exit(main())

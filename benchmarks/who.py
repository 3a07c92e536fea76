"""Prints how well actors are told: offices, reference dates and instruments of the gold reports, coreference, places.

    python benchmarks/who.py [--shared ../shared] [--part gold|gum|relocar|places] [--misses]

gold: the two halves apart, every second report by name; a gap between them is over-fitting.
gum: coreference in the openly licensed genres of GUM's test split. Counted are chains of persons, organisations and places with at
  least two mentions, one of them a name; a mention is told by its head. Of our mentions, those that say identity are held against
  them: not adjectives ("French"), unnamed officials, and what merely belongs to an actor ("French troops"). Of the pronouns those
  of the third person whose chain has a name are counted, right where they mean whom the chain's names mean.
relocar: place or government in ReLocaR's training samples (our rules were not made from them). "Mixed" samples are left out.
places: of the places in LGL and GeoVirus that we name, the share whose country is right. GeoVirus tells a point and no country: there
  the country is that of the nearest place in LGL and our own tables.
A data set that is not there drops out of the table.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import cos, radians
from pathlib import Path

from chain_scores import METRICS, ChainTally
from gold import ROOT, load_scorer
from parts import run_parts

LAYERS = ("office", "reference date", "coreference")
KINDS = {"person", "organization", "place"}
PRONOUNS = {
    "he/she": {"he", "him", "his", "himself", "she", "her", "hers", "herself"},
    "it": {"it", "its", "itself"},
    "they": {"they", "them", "their", "theirs", "themselves"},
}


def gold_part(shared: Path, misses: bool) -> None:
    from dragoman import Reader, read_file

    score = load_scorer(shared)
    reader = Reader()
    halves: dict[str, dict] = {"studied half": defaultdict(score.Tally), "held-out half": defaultdict(score.Tally)}
    for k, path in enumerate(sorted((shared / "gold").glob("*.json"))):
        gold = json.loads(path.read_text("utf-8"))
        source = path.parent / gold["text"]
        reading = json.loads(read_file(source, reader).to_json())
        tallies, notes = score.score(gold, reading, source.read_text("utf-8").replace("\r\n", "\n"))
        for layer, tally in tallies.items():
            halves["held-out half" if k % 2 else "studied half"][layer] += tally
        if misses and not k % 2:
            print("\n".join(f"  {path.stem}:{n}" for n in notes if any(f" {layer}:" in n for layer in LAYERS)) or f"  {path.stem}: nothing missed")
    for half, tallies in halves.items():
        for layer in LAYERS:
            precision, recall, f1 = tallies[layer].scores()
            print(
                f"gold, {half:13} {layer:16} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  of {tallies[layer].tp + tallies[layer].fn}"
            )


# --- GUM -----------------------------------------------------------------------------------------------------------------


def gum_names(folder: Path, split: str) -> list[str]:
    """Documents of a split whose genre's text is here (others have their words left out)."""
    section = (folder / "splits.md").read_text("utf-8").split(f"## {split}\n", 1)[1].split("##", 1)[0]
    return [
        n
        for n in re.findall(r"GUM_\w+", section)
        if (folder / "dep" / f"{n}.conllu").is_file() and (folder / "coref_gum_conll" / f"{n}.conll").is_file()
    ]


def gum_sentences(path: Path) -> tuple[list[list[str]], list[int]]:
    """Words by sentence, and each word's head as a number in the document (its own for a root)."""
    sentences: list[list[str]] = []
    heads: list[int] = []
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [r.split("\t") for r in block.split("\n") if re.match(r"\d+\t", r)]
        if rows:
            base = len(heads)
            heads += [base + int(r[6]) - 1 if r[6] != "0" else base + k for k, r in enumerate(rows)]
            sentences.append([r[1] for r in rows])
    return sentences, heads


def gum_mentions(path: Path) -> list[tuple[int, int, str, str]]:
    """(first word, one past the last, chain, kind) of each mention."""
    found, opened, at = [], [], 0
    for line in path.read_text("utf-8").split("\n"):
        if not re.match(r"\d+\t", line):
            continue
        mark = line.split("\t")[2]
        for opening, name, closing in re.findall(r"(\()?([^()_][^()]*)(\))?", mark if mark != "_" else ""):
            kind, chain = name.split("-")[:2]
            if opening:
                opened.append((at, chain, kind))
            if closing:
                k = next(k for k in range(len(opened) - 1, -1, -1) if opened[k][1] == chain)
                start, _, kind = opened.pop(k)
                found.append((start, at + 1, chain, kind))
        at += 1
    return found


def head_of(heads: list[int], start: int, end: int) -> int:
    return next((i for i in range(start, end) if heads[i] == i or not start <= heads[i] < end), end - 1)


def gum_part(folder: Path, split: str, misses: bool) -> None:
    from dragoman import Reader
    from dragoman.language import default_language
    from dragoman.record import Report

    language = default_language()
    tally, right, of = ChainTally(), Counter(), Counter()
    for name in gum_names(folder, split):
        sentences, heads = gum_sentences(folder / "dep" / f"{name}.conllu")
        doc = language.from_words(sentences)
        draft = Reader(language=lambda text, doc=doc: doc).draft(Report.of(doc.text))
        kinds: dict[str, Counter[str]] = defaultdict(Counter)
        members: dict[str, list[int]] = defaultdict(list)
        spans: dict[int, tuple[int, int]] = {}
        for start, end, chain, kind in gum_mentions(folder / "coref_gum_conll" / f"{name}.conll"):
            head = head_of(heads, start, end)
            kinds[chain][kind] += 1
            members[chain].append(head)
            spans.setdefault(head, (start, end))
        gold = {
            c: set(m) for c, m in members.items()
            if len(set(m)) > 1 and kinds[c].most_common(1)[0][0] in KINDS and any(doc[h].pos_ == "PROPN" for h in m)
        }  # fmt: skip
        ours: dict[tuple[str, ...], set[int]] = defaultdict(set)
        meant: dict[int, tuple[str, ...]] = {}
        for mention in draft.mentions:
            belongs = not mention.named or mention.rule in {"nominal.collective", "nominal.official"}
            if mention.actors and mention.kind != "adjective" and not belongs:
                inside = [h for h, (a, b) in spans.items() if mention.stretch[0] <= h < mention.stretch[1]]
                head = mention.head if mention.head in spans or not inside else inside[0]
                ours[mention.actors].add(head)
                meant.setdefault(head, mention.actors)
        for i, sense in draft.place_at.items():
            if i in spans and i not in meant:
                ours[(f"place {sense.id}",)].add(i)
                meant[i] = (f"place {sense.id}",)
        seen: set[int] = set()
        found = []
        for chain in ours.values():
            if len(chain - seen) > 1:
                found.append(frozenset(chain - seen))
                seen |= chain
        tally.add([frozenset(c) for c in gold.values()], found)
        for chain, chain_members in gold.items():
            names = Counter(meant[h] for h in chain_members if h in meant and doc[h].pos_ == "PROPN")
            whom = names.most_common(1)[0][0] if names else None
            for h in sorted(chain_members):
                group = next((g for g, words in PRONOUNS.items() if doc[h].lower_ in words), None)
                if group:
                    of[group] += 1
                    right[group] += whom is not None and meant.get(h) == whom
                    if misses and meant.get(h) != whom:
                        print(f"  {name} {h} {doc[h].text!r}: chain {chain} means {whom}, got {meant.get(h)}: {doc[max(0, h - 12) : h + 4].text!r}")
    for metric in METRICS:
        recall, precision, f1 = tally.scores(metric)
        print(f"GUM {split}, coreference of names   {metric:8} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    print(f"GUM {split}, coreference of names   CoNLL F1 {tally.conll():.3f}")
    for group in PRONOUNS:
        print(f"GUM {split}, pronouns of named actors, {group:7} {right[group]:4} of {of[group]:4} right ({right[group] / max(1, of[group]):.1%})")
    hits, pronouns = sum(right.values()), sum(of.values())
    print(f"GUM {split}, pronouns of named actors, all     {hits:4} of {pronouns:4} right ({hits / max(1, pronouns):.1%})")


# --- places --------------------------------------------------------------------------------------------------------------


def relocar_part(path: Path) -> None:
    from dragoman import Reader
    from dragoman.reading.place_or_government import is_place
    from dragoman.record import Report

    reader = Reader(stages=["calendar", "mentions"])
    table: Counter[tuple[str, bool]] = Counter()
    known: Counter[bool] = Counter()
    for sample in ET.parse(path).getroot():
        where = sample.find("loc")
        assert where is not None
        reading = where.get("reading", "")
        before, name = (sample.text or "").lstrip(), where.text or ""
        if not reading.startswith(("lit", "met")):
            continue
        text = (before + name + (where.tail or "")).strip()
        draft = reader.draft(Report.of(text))
        tokens = [t for t in draft.doc if t.idx < len(before) + len(name) and len(before) < t.idx + len(t)]
        over = (m for m in draft.mentions if m.actors and m.stretch[0] <= tokens[-1].i < m.stretch[1])
        mention = next((m for m in over if draft.actors[m.actors[0]].kind != "person"), None)
        head = next((t for t in tokens if t.head not in tokens), tokens[-1])
        place = mention.as_place if mention is not None and mention.kind != "adjective" else is_place(head)
        right = place == reading.startswith("lit")
        table[reading[:3], right] += 1
        if mention is not None:
            known[right] += 1
    total, right = sum(table.values()), table["lit", True] + table["met", True]
    print(f"ReLocaR, place or government: {right} of {total} right ({right / total:.1%}); places {table['lit', True]} of "
          f"{table['lit', True] + table['lit', False]}, governments {table['met', True]} of {table['met', True] + table['met', False]}; "
          f"of the names that we know as actors {known[True]} of {known.total()}")  # fmt: skip


Toponym = tuple[int, int, str | None, float | None, float | None]


def lgl(path: Path) -> Iterator[tuple[str, str | None, list[Toponym]]]:
    """Text, date, and the places with a country of each LGL report."""
    for item in ET.parse(path).getroot():
        places = []
        for toponym in item.iter("toponym"):
            tag = toponym.find("gaztag")
            if tag is not None and tag.findtext("country"):
                places.append((int(toponym.findtext("start", "0")), int(toponym.findtext("end", "0")), tag.findtext("country"),
                               float(tag.findtext("lat", "0")), float(tag.findtext("lon", "0"))))  # fmt: skip
        yield item.findtext("text", ""), item.findtext("dltime", "")[:10] or None, places


def geovirus(path: Path) -> Iterator[tuple[str, str | None, list[Toponym]]]:
    for item in ET.parse(path).getroot():
        places: list[Toponym] = []
        for where in item.iter("location"):
            start, end = int(where.findtext("start", "0")), int(where.findtext("end", "0"))
            # The file counts from 1.
            places.append((start - 1, end - 1, None, float(where.findtext("lat", "0")), float(where.findtext("lon", "0"))))
        yield item.findtext("text", ""), None, places


def places_part(folder: Path) -> None:
    from dragoman import Reader, World
    from dragoman.record import Report
    from dragoman.world.loading import load_tables

    reader = Reader(stages=["calendar", "mentions"])
    world = World.default()
    grid: dict[tuple[int, int], list[tuple[float, float, str]]] = defaultdict(list)

    def remember(lat: float, lon: float, country: str) -> None:
        grid[round(lat / 3), round(lon / 3)].append((lat, lon, country))

    def nearest(lat: float, lon: float) -> str | None:
        around = [p for a in (-1, 0, 1) for b in (-1, 0, 1) for p in grid.get((round(lat / 3) + a, round(lon / 3) + b), ())]
        return min(around, key=lambda p: (p[0] - lat) ** 2 + ((p[1] - lon) * cos(radians(lat))) ** 2)[2] if around else None

    for place in load_tables().places:
        if place.country and place.lat is not None and place.lon is not None:
            remember(place.lat, place.lon, place.country)
    for title, path, read in (("LGL", folder / "lgl.xml", lgl), ("GeoVirus", folder / "GeoVirus.xml", geovirus)):
        if not path.is_file():
            print(f"{title}: not there ({path}), left out")
            continue
        count: Counter[str] = Counter()
        for text, day, places in read(path):
            if not text.strip() or not places:
                continue
            draft = reader.draft(Report.of(text, published=day))
            countries: dict[int, str | None] = {i: s.country for i, s in draft.place_at.items()}
            for mention in draft.mentions:
                if mention.kind == "name" and mention.senses and mention.actors and draft.actors[mention.actors[0]].kind == "state":
                    countries |= dict.fromkeys(range(*mention.stretch), mention.actors[0])
            for start, end, country, lat, lon in places:
                want = (world.find(country)[0].country if world.find(country) else None) if country else nearest(lat or 0, lon or 0)
                if country and want and lat is not None and lon is not None:
                    remember(lat, lon, want)
                tokens = [t.i for t in draft.doc if t.idx < end and start < t.idx + len(t)]
                got = [countries[i] for i in tokens if i in countries]
                count["places"] += 1
                if got and got[0] and want:
                    count["named"] += 1
                    count["right"] += got[-1] == want
        share = count["right"] / max(1, count["named"])
        print(
            f"{title}, country of the places that we name: {count['right']} of {count['named']} right ({share:.1%}); {count['places']} places in all"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--part", choices=("gold", "gum", "relocar", "places"))
    parser.add_argument("--split", default="test", choices=("test", "dev"), help="GUM's split; misses are listed for dev only")
    parser.add_argument("--misses", action="store_true", help="list misses of the studied gold half and GUM's dev split")
    options = parser.parse_args()
    shared = options.shared
    parts = {
        "gold": (shared / "gold", lambda path: gold_part(shared, options.misses)),
        "gum": (shared / "data" / "open" / "gum", lambda path: gum_part(path, options.split, options.misses and options.split == "dev")),
        "relocar": (shared / "data" / "local" / "location_metonymy" / "ReLocaR_Train.xml", relocar_part),
        "places": (shared / "data" / "local" / "geoparsing", places_part),
    }
    run_parts(parts, options.part)
    return 0


if __name__ == "__main__":
    sys.exit(main())

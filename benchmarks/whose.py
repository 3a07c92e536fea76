"""Prints how well it is told who said what, and who is for or against what.

    python benchmarks/whose.py [--shared ../shared] [--part gold|polnear|gum] [--misses]

gold: statements, positions and the attribution of events in the gold reports, the two halves apart (every second report by name).
polnear: PolNeAR's dev split (measuring only; nothing of ours was made from it). Marked relations have a source, a cue and a content, and
  no relation stands inside another, and a quotation that goes on behind its cue is one content; so of our nested statements only the outermost
  ones count, and those without a cue of their own count with the one before. Each of our statements is paired with the
  marked relation with which its content (or, failing that, its cue) shares most words. Exact: a paired part is the marked one, word
  for word, where marks of quotation, punctuation, a leading "that", and a cue set into the content ("The port, he said, is shut") do not
  count. Partial: the share of the words
  of a marked part that the paired part of ours covers (recall), and of ours that the marked one covers (precision), each word alike.
gum: the attribution-positive and attribution-negative relations of GUM's news: found where a statement's cue or source stands in the
  attributing unit and its content reaches into the unit that it attributes.
A data set that is not there drops out with a line that says so.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from gold import ROOT, load_scorer
from parts import run_parts

LAYERS = ("statement", "position")
PARTS = ("source", "cue", "content")


def f1_line(title: str, tp: float, found: float, marked: float, tp_recall: float | None = None) -> str:
    """Precision, recall and F1; `tp_recall` where the hits of recall are counted in words of the gold."""
    precision = tp / found if found else 0.0
    recall = (tp if tp_recall is None else tp_recall) / marked if marked else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"{title:44} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"


# --- gold ----------------------------------------------------------------------------------------------------------------


def gold_part(shared: Path, misses: bool) -> None:
    from dragoman import Reader, read_file

    score = load_scorer(shared)
    reader = Reader()
    halves: dict[str, dict] = {"studied half": defaultdict(score.Tally), "held-out half": defaultdict(score.Tally)}
    marked: Counter[tuple[str, bool]] = Counter()
    for k, path in enumerate(sorted((shared / "gold").glob("*.json"))):
        half = "held-out half" if k % 2 else "studied half"
        gold = json.loads(path.read_text("utf-8"))
        source = path.parent / gold["text"]
        text = source.read_text("utf-8").replace("\r\n", "\n")
        reading = json.loads(read_file(source, reader).to_json())
        tallies, notes = score.score(gold, reading, text)
        for layer, tally in tallies.items():
            halves[half][layer] += tally
        # Attribution alone: the same events with every other detail left out.
        bare = [{key: v for key, v in e.items() if key not in {"time", "status", "place"}} for e in gold.get("events", [])]
        details = score.score({"events": bare}, reading, text)[0]["event detail"]
        marked[half, True] += details.tp
        marked[half, False] += details.fn
        if misses and not k % 2:
            print("\n".join(f"  {path.stem}:{n}" for n in notes if re.match(r"\s+\w+\s+(statement|position|event attribution):", n)))
    for half, tallies in halves.items():
        for layer in LAYERS:
            precision, recall, f1 = tallies[layer].scores()
            number = tallies[layer].tp + tallies[layer].fn
            print(f"gold, {half:13} {layer:12} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  of {number}")
        right, total = marked[half, True], marked[half, True] + marked[half, False]
        print(f"gold, {half:13} attribution of events found: {right} of {total} marked ones right")


# --- PolNeAR -------------------------------------------------------------------------------------------------------------

Spans = list[tuple[int, int]]


def polnear_relations(path: Path) -> list[dict[str, Spans]]:
    """Source, cue and content of each marked relation, as stretches of code points."""
    spans: dict[str, Spans] = {}
    found = []
    for line in path.read_text("utf-8").split("\n"):
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            where = rest.split("\t")[0].split(" ", 1)[1]
            spans[name] = [(int(a), int(b)) for a, b in (piece.split() for piece in where.split(";"))]
        elif name.startswith("E"):
            relation: dict[str, Spans] = {part: [] for part in PARTS}
            for argument in rest.split():
                role, _, label = argument.partition(":")
                part = re.sub(r"\d+$", "", role).lower()
                if part in relation:
                    relation[part] += spans.get(label, [])
            if relation["content"]:
                found.append(relation)
    return found


class Words:
    """The words of a text by their places."""

    def __init__(self, text: str) -> None:
        self._at = [(m.start(), m.end(), m.group().lower()) for m in re.finditer(r"\w+", text)]

    def under(self, spans: Spans) -> frozenset[int]:
        return frozenset(i for i, (a, b, _) in enumerate(self._at) if any(a < end and start < b for start, end in spans))

    def bare(self, words: frozenset[int]) -> frozenset[int]:
        """Without a leading "that"."""
        first = min(words, default=None)
        return words - {first} if first is not None and self._at[first][2] == "that" else words


def polnear_part(folder: Path, misses: bool) -> None:
    from dragoman import Reader
    from dragoman.intake.plain import report_of

    reader = Reader(stages=["calendar", "mentions", "coreference", "frames", "attribution"])
    exact: Counter[tuple[str, str]] = Counter()
    partial: Counter[tuple[str, str]] = Counter()
    texts = sorted((folder / "dev" / "text").glob("*.txt"))
    for path in texts:
        notes = sorted((folder / "dev" / "attributions").glob(f"{path.stem}_????.ann"))
        if not notes:
            continue
        text = path.read_text("utf-8")
        words = Words(text)
        gold = [{p: words.bare(words.under(r[p])) for p in PARTS} for r in polnear_relations(notes[0])]
        draft = reader.draft(report_of(text))
        offset = text.find(draft.report.text[:60]) if draft.report.text != text else 0
        ours = []
        for statement in draft.statements:
            if statement.outer is not None and statement.cue is not None:
                continue
            stretches = {"source": statement.source_stretch, "cue": statement.cue}
            mine = {"content": [(draft.span(c).start, draft.span(c).end) for c in statement.content]}
            mine |= {p: [(draft.span(s).start, draft.span(s).end)] if s else [] for p, s in stretches.items()}
            under = {p: words.under([(a + offset, b + offset) for a, b in mine[p]]) for p in PARTS}
            if under["cue"] <= under["content"]:  # set into the content, which PolNeAR leaves out
                under["content"] -= under["cue"] | under["source"]
            if statement.cue is None and ours:
                ours[-1]["content"] |= under["content"]
            else:
                ours.append({p: words.bare(under[p]) for p in PARTS})
        for relation, mine in paired(gold, ours):
            for part in PARTS:
                g, o = (relation or {}).get(part, frozenset()), (mine or {}).get(part, frozenset())
                exact[part, "marked"] += bool(g)
                exact[part, "found"] += bool(o)
                exact[part, "right"] += bool(g) and g == o
                partial[part, "marked"] += len(g)
                partial[part, "found"] += len(o)
                partial[part, "right"] += len(g & o)
        if misses:
            print(f"  {path.stem}: {len(gold)} marked, {len(ours)} found, {sum(1 for g, o in paired(gold, ours) if g and o)} paired")
    print(f"PolNeAR dev: {len(texts)} reports, {exact['content', 'marked']} relations marked, {exact['content', 'found']} found")
    for part in PARTS:
        for name, count in (("exact", exact), ("partial", partial)):
            print(f1_line(f"PolNeAR dev, {part}, {name}", count[part, "right"], count[part, "found"], count[part, "marked"]))


def paired(gold: list[dict], ours: list[dict]) -> Iterable[tuple[dict | None, dict | None]]:
    """Marked relations and statements that share most of their contents, else their cues; those left over alone."""
    shares = sorted(
        ((len(g["content"] & o["content"]) + bool(g["cue"] & o["cue"]), i, k) for i, g in enumerate(gold) for k, o in enumerate(ours)),
        key=lambda s: -s[0],
    )
    partner: dict[int, int] = {}
    for share, i, k in shares:
        if share and i not in partner and k not in partner.values():
            partner[i] = k
    for i, relation in enumerate(gold):
        yield relation, ours[partner[i]] if i in partner else None
    for k, statement in enumerate(ours):
        if k not in partner.values():
            yield None, statement


# --- GUM -----------------------------------------------------------------------------------------------------------------


def gum_part(folder: Path, misses: bool) -> None:
    from who import gum_sentences

    from dragoman import Reader
    from dragoman.language import default_language
    from dragoman.record import Report

    language = default_language()
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for path in sorted((folder / "rst_dependencies").glob("GUM_news_*.rsd")):
        sentences, _ = gum_sentences(folder / "dep" / f"{path.stem}.conllu")
        words = [w for s in sentences for w in s]
        units: dict[str, range] = {}
        relations = []
        at = 0
        for row in (line.split("\t") for line in path.read_text("utf-8").split("\n") if line.strip()):
            length = len(row[1].split())
            units[row[0]] = range(at, at + length)
            at += length
            if row[7].startswith("attribution-"):
                relations.append((row[0], row[6], row[7].rsplit("_", 1)[0]))
        if at != len(words):
            print(f"{path.stem}: the units do not fit the words, left out")
            continue
        doc = language.from_words(sentences)
        places = [t.i for t in doc if not t.is_space]
        draft = Reader(language=lambda text, doc=doc: doc, stages=["calendar", "mentions", "coreference", "frames", "attribution"]).draft(
            Report.of(doc.text)
        )
        for attributing, content, kind in relations:
            cue_words = {places[i] for i in units[attributing]}
            content_words = {places[i] for i in units[content]}
            hit = any(
                cue_words & {i for s in (n.cue, n.source_stretch) if s for i in range(*s)}
                and content_words & {i for a, b in n.content for i in range(a, b)} - cue_words
                for n in draft.statements
            )
            total[kind] += 1
            found[kind] += hit
            if misses and not hit:
                said = [" ".join(words[i] for i in units[u]) for u in (attributing, content)]
                print(f"  {path.stem}: {kind}: {said[0]!r} of {said[1]!r}")
    right, of = sum(found.values()), sum(total.values())
    print(f"GUM news, attributions found: {right} of {of} ({right / max(1, of):.1%})")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR")
    parser.add_argument("--part", choices=("gold", "polnear", "gum"))
    parser.add_argument("--misses", action="store_true", help="list misses of the studied gold half and of GUM; PolNeAR by counts only")
    options = parser.parse_args()
    shared = options.shared
    parts = {
        "gold": (shared / "gold", lambda path: gold_part(shared, options.misses)),
        "polnear": (shared / "data" / "local" / "polnear", lambda path: polnear_part(path, options.misses)),
        "gum": (shared / "data" / "open" / "gum", lambda path: gum_part(path, options.misses)),
    }
    run_parts(parts, options.part)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Prints how readings of the hand-marked reports score, the two halves apart.

    python benchmarks/gold.py [--shared ../shared] [--misses] [--half studied|held-out]

The misses of every second report (names sorted, the first one in) may be studied; the other half is held out, and a gap
between the two is over-fitting.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent


def load_scorer(shared: Path) -> ModuleType:
    """The shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "score" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def print_table(title: str, tallies: dict, layers: tuple[str, ...]) -> float:
    """Print precision, recall and F1 by layer; the mean F1 comes back."""
    print(f"\n{title}\n{'layer':16}{'precision':>10}{'recall':>10}{'F1':>10}{'gold':>8}")
    scores = []
    for layer in layers:
        if layer in tallies and tallies[layer].counted:
            precision, recall, f1 = tallies[layer].scores()
            scores.append(f1)
            print(f"{layer:16}{precision:10.3f}{recall:10.3f}{f1:10.3f}{tallies[layer].tp + tallies[layer].fn:8}")
    mean = sum(scores) / len(scores)
    print(f"mean F1 {mean:.3f} over {len(scores)} layers")
    return mean


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--misses", action="store_true", help="list misses of the studied half")
    options = parser.parse_args()
    if not (options.shared / "gold").is_dir():
        print(f"{options.shared}: no gold reports there; give their folder with --shared", file=sys.stderr)
        return 2
    from dragoman import Reader, read_file

    score = load_scorer(options.shared)
    reader = Reader()
    halves: dict[str, dict] = {"studied half": defaultdict(score.Tally), "held-out half": defaultdict(score.Tally)}
    whole: dict = defaultdict(score.Tally)
    founding: dict = {}
    seconds = 0.0
    paths = sorted((options.shared / "gold").glob("*.json"))
    for k, path in enumerate(paths):
        gold = json.loads(path.read_text("utf-8"))
        source = path.parent / gold["text"]
        began = time.perf_counter()
        reading = json.loads(read_file(source, reader).to_json())
        seconds += time.perf_counter() - began
        text = source.read_text("utf-8").replace("\r\n", "\n")
        tallies, notes = score.score(gold, reading, text)
        for layer, tally in tallies.items():
            whole[layer] += tally
            halves["held-out half" if k % 2 else "studied half"][layer] += tally
        if path.stem == "friendship-pact":
            founding = tallies
            found = reading["reference_date"]
            conflict = any(w["kind"] == "date-conflict" for w in reading["warnings"])
            print(f"founding report: reference date {found['value']}, agrees {found['agrees']}, conflict warned of: {conflict}")
        if options.misses and not k % 2:
            print(f"== {path.stem}")
            print("\n".join(notes))
    print_table("founding report", founding, score.LAYERS)
    for title, tallies in halves.items():
        print_table(title, tallies, score.LAYERS)
    print_table("all gold reports", whole, score.LAYERS)
    print(f"\n{len(paths)} reports read in {seconds:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Prints how long reading takes and how much memory it needs.

    python benchmarks/speed.py [--file REPORT] [--data ../shared/data/open/news_us_state_department] [--reports 100]

Cold start is the wall time of `dragoman read FILE` in a process of its own, the interpreter's start included. The other
figures are taken in this process: the world tables first, then one report over and over, then many reports once each.
Processor seconds stand beside wall seconds: on a machine that is busy with something else they are the steadier figure.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman import Reader
    from dragoman.record import Report

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
REPEATS = 5
COLD_STARTS = 3


def peak_memory() -> float:
    """The most memory that this process has held so far, in MB."""
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes / (1024 * 1024 if sys.platform == "darwin" else 1024)


def seconds(run: Callable[[], Any]) -> tuple[float, Any]:
    """Wall seconds of a call, and what it gave."""
    began = time.perf_counter()
    result = run()
    return time.perf_counter() - began, result


def cold_start(report: Path) -> tuple[list[float], float]:
    """Wall seconds of `dragoman read` in new processes, in order, and the mean processor seconds of one."""
    command = [sys.executable, "-c", "from dragoman.cli import main; main()", "read", str(report), "--format", "text"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH")]))}
    walls = [seconds(lambda: subprocess.run(command, env=environment, check=True, capture_output=True))[0] for _ in range(COLD_STARTS)]
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return walls, (used.ru_utime + used.ru_stime) / COLD_STARTS


def repeated(run: Callable[[], Any]) -> tuple[list[float], float]:
    """Wall seconds of each of several calls, and the least processor seconds of one."""
    walls, used = [], []
    for _ in range(REPEATS):
        began = time.process_time()
        walls.append(seconds(run)[0])
        used.append(time.process_time() - began)
    return walls, min(used)


def texts(data: Path | None) -> Iterator[str]:
    """The ``text`` of every line of the JSON Lines files in a folder; without a folder the examples, over and over."""
    if data is None:
        yield from itertools.cycle([path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt"))])
        return
    for path in sorted(data.glob("*.jsonl*")):
        with path.open("rb") as raw, gzip.open(raw, "rb") if path.suffix == ".gz" else raw as lines:
            for line in lines:
                text = json.loads(line).get("text")
                if text and text.strip():
                    yield text


def throughput(reader: Reader, reports: list[Report], source: str) -> None:
    """Print sentences and reports a second; a report that breaks the reader is counted as read and told of."""
    sentences = sum(sum(1 for _ in reader.language(report.text).sents) for report in reports)
    faults: Counter[str] = Counter()
    began, used = time.perf_counter(), time.process_time()
    for report in reports:
        try:
            reader.read(report)
        except Exception as error:
            faults[type(error).__name__] += 1
    took, used = time.perf_counter() - began, time.process_time() - used
    print(
        f"text to full reading, {source}: {sentences / took:.0f} sentences/s, {len(reports) / took:.1f} reports/s "
        f"({len(reports)} reports, {sentences} sentences, {took:.1f} s, {used:.1f} processor s)"
    )
    if faults:
        print(f"  {sum(faults.values())} of these reports broke the reader: {dict(faults)}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", type=Path, default=EXAMPLES / "01-friendship-treaty.txt", help="the report to read from cold and over and over")
    parser.add_argument("--data", type=Path, help="a folder of JSON Lines (.jsonl, .jsonl.gz) with a text column; the examples without it")
    parser.add_argument("--reports", type=int, default=100, help="how many reports for the throughput")
    options = parser.parse_args()
    if not options.file.is_file():
        print(f"{options.file}: there is no such report; name one with --file", file=sys.stderr)
        return 2
    if options.data is not None and not any(options.data.glob("*.jsonl*")):
        print(f"{options.data}: no JSON Lines there; give a folder with .jsonl or .jsonl.gz files", file=sys.stderr)
        return 2

    starts, used = cold_start(options.file)
    print(
        f"cold start, dragoman read {options.file.name}: best {min(starts):.2f} s, median {statistics.median(starts):.2f} s of {COLD_STARTS} "
        f"({used:.2f} processor s)"
    )

    from dragoman.world import World

    before = peak_memory()
    took, world = seconds(World.default)
    looked_up, _ = seconds(lambda: world.find("Moscow", "2001-07-16"))
    print(f"world tables: loaded in {took:.2f} s, first look-up {looked_up:.2f} s, {peak_memory() - before:.0f} MB")

    from dragoman import Reader
    from dragoman.intake import read_file, report_of

    took, reader = seconds(Reader)
    print(f"reader, language model and lexicon: loaded in {took:.2f} s")
    report = read_file(options.file)
    first, _ = seconds(lambda: reader.read(report))
    times, used = repeated(lambda: reader.read(report))
    print(
        f"reading {options.file.name} itself: first {first:.3f} s; then best {min(times):.3f} s, median {statistics.median(times):.3f} s "
        f"of {REPEATS} ({used:.3f} processor s)"
    )

    reports = [report_of(text) for text in itertools.islice(texts(options.data), options.reports)]
    throughput(reader, reports, options.data.name if options.data else "the examples, repeated")
    print(f"peak memory: {peak_memory():.0f} MB; processors: {os.cpu_count()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Writes what the benchmarks print into the README and the model card, so that no figure there was typed by hand.

    python benchmarks/fill.py [gold] [language] [speed] [--fp32 GRAPH.onnx]

Each table stands between `<!-- table:NAME -->` and `<!-- /table -->`; the command that printed it stands above it.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "model.md")


def printed_by(script: str, extra: list[str]) -> str:
    """What a benchmark prints, with the command above it.

    Raises:
        SystemExit: where the benchmark fails.
    """
    done = subprocess.run([sys.executable, str(ROOT / "benchmarks" / script), *extra], capture_output=True, text=True, cwd=ROOT)
    if done.returncode:
        raise SystemExit(f"benchmarks/{script} failed: {done.stderr.strip().splitlines()[-1:]}")
    return f"`python benchmarks/{script}`\n\n```text\n{done.stdout.strip()}\n```"


def fill(name: str, words: str) -> int:
    """Put the words into every table of that name; how many there were comes back."""
    count = 0
    for page in PAGES:
        text = page.read_text("utf-8")
        pattern = re.compile(rf"(<!-- table:{name} -->\n).*?(<!-- /table -->)", re.S)
        text, found = pattern.subn(lambda m: f"{m.group(1)}{words}\n{m.group(2)}", text)
        count += found
        page.write_text(text, "utf-8")
    return count


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", nargs="*", default=[])
    parser.add_argument("--fp32", help="passed on to benchmarks/language.py")
    options = parser.parse_args()
    for name in options.tables or ["gold", "language", "speed"]:
        extra = ["--fp32", options.fp32] if options.fp32 and name == "language" else []
        print(f"{name}: {fill(name, printed_by(f'{name}.py', extra))} table(s) filled")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Prints what `dragoman read` says of bad input: exit code, seconds and message, one case a line.

    python benchmarks/bad_input.py

Every case should end with exit code 1 and one line that names the file and the fix, save Latin-1 text, which is read. A case
that does otherwise is marked, and the exit code of this script is then 1.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUSSIAN = "Министры иностранных дел двух стран встретились во вторник в Москве и подписали соглашение о торговле. " * 4
PAGE = "<!doctype html><html><head><title>Sign in</title></head><body><nav><a href='/'>Home</a></nav><form><input name='q'></form></body></html>"
LATIN = "Zürich, May 3 - Peru and Chile signed a fishing accord in Zürich on Tuesday, the Café Society said.\n"


def cases(folder: Path) -> list[tuple[str, str, int]]:
    """What each case is, what is given to `dragoman read`, and the exit code that is right."""

    def made(name: str, content: bytes) -> str:
        path = folder / name
        path.write_bytes(content)
        return str(path)

    return [
        ("an empty file", made("empty.txt", b""), 1),
        ("a file of spaces", made("blank.txt", b" \n\t\n"), 1),
        ("a binary file", made("binary.txt", bytes(range(256)) * 64), 1),
        ("a 50 MB file", made("huge.txt", b"Envoys of Peru and Chile met on Tuesday.\n" * 1_250_000), 1),
        ("a Latin-1 file", made("latin.txt", LATIN.encode("latin-1")), 0),
        ("a Russian report", made("russian.txt", RUSSIAN.encode("utf-8")), 1),
        ("a page without a report", made("page.html", PAGE.encode("utf-8")), 1),
        ("a missing file", str(folder / "missing.txt"), 1),
        ("a folder without reports", str((folder / "none").mkdir() or folder / "none"), 1),
        ("an address that leads nowhere", "http://nowhere.invalid/report.html", 1),
        ("an address of this machine", "http://127.0.0.1:9/report.html", 1),
    ]


def main() -> int:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH")]))}
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for what, given, right in cases(Path(folder)):
            command = [sys.executable, "-c", "from dragoman.cli import main; main()", "read", given, "--format", "text"]
            began = time.perf_counter()
            done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8")
            took = time.perf_counter() - began
            said = done.stderr.strip()
            clear = done.returncode == right and "Traceback" not in said and (not right or len(said.splitlines()) == 1 and Path(given).name in said)
            wrong += not clear
            print(f"{'ok' if clear else 'WRONG':6}{what:32}exit {done.returncode}  {took:5.1f} s  {said.replace(folder + os.sep, '') or 'read'}")
    print("every case ended as it should" if not wrong else f"{wrong} cases did not end as they should")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())

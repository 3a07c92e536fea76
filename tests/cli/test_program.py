from __future__ import annotations

import subprocess
import sys

from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.language import MODEL_ID
from dragoman.version import VERSION


def test_version() -> None:
    done = CliRunner().invoke(app, ["--version"])
    assert (done.exit_code, done.stdout) == (0, f"dragoman {VERSION} (model {MODEL_ID})\n")


def test_the_command_line_starts_without_the_heavy_rooms() -> None:
    heavy = ("spacy", "onnxruntime", "trafilatura", "py3langid", "numpy", "rich.progress")
    code = f"import sys, dragoman.cli; print([m for m in {heavy!r} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"

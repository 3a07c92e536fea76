"""The house: who may import whom, how long a file may be, and its words."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
MOST_LINES = 620  # about 600
SOURCES = sorted(path for folder in ("src", "tests", "benchmarks", "training", "examples", "docs") for path in (ROOT / folder).rglob("*.py"))
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "examples").glob("*.*"), *(ROOT / "benchmarks").glob("*.md")])
# Words for which the house has its own (instrument) or which say nothing (utils).
OTHER_WORDS = {"treaty", "treaties", "util", "utils", "helper", "helpers", "misc", "manager"}
HYPE = re.compile(r"\bA[I]\b|\bL[L]Ms?\b|\bchat[b]ot|state[- ]of[- ]the[- ]art|cutting[- ]edge|\bsee?ml[e]ss", re.IGNORECASE)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_imports_run_in_their_directions(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    kept = lint_imports(config_filename="pyproject.toml", no_cache=True)
    assert kept == 0, capsys.readouterr().out


def test_no_file_is_too_long() -> None:
    assert {name(p): n for p in SOURCES if (n := len(p.read_text("utf-8").splitlines())) > MOST_LINES} == {}


@pytest.mark.parametrize("path", [p for p in SOURCES if "src" in p.parts], ids=name)
def test_names_are_of_the_house(path: Path) -> None:
    names = [path.stem]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.append(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", node.name))
        elif isinstance(node, ast.arg):
            names.append(node.arg)
    assert [n for n in names if OTHER_WORDS & set(n.lower().split("_"))] == []


@pytest.mark.parametrize("path", [*SOURCES, *PAPERS], ids=name)
def test_words_are_plain(path: Path) -> None:
    assert HYPE.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("constraints", ["constraints.txt", "constraints-dev.txt"])
def test_pins_have_hashes_and_name_no_host(constraints: str) -> None:
    text = (ROOT / constraints).read_text("utf-8")
    pins = [part for part in re.split(r"\n(?=\S)", text) if part.strip() and not part.startswith("#")]
    assert pins and all("==" in pin and "--hash=sha256:" in pin for pin in pins)
    assert "://" not in text and "index-url" not in text

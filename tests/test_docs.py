"""The documents against the program: Python blocks run, commands exist with their options, links lead to files, the record is all told."""

from __future__ import annotations

import ast
import re
import shlex
from pathlib import Path

import pytest
from pydantic import BaseModel
from typer.testing import CliRunner

from dragoman import record
from dragoman.cli import app
from dragoman.reading.reader import ORDER

ROOT = Path(__file__).parents[1]
GUIDES = [ROOT / "README.md", ROOT / "docs" / "tutorial.md", *sorted((ROOT / "docs").glob("how-to-*.md"))]
PAPERS = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "examples" / "README.md", ROOT / "benchmarks" / "README.md"})
BLOCK = re.compile(r"(?P<before>[^\n]*)\n+```(?P<kind>\w+)\n(?P<body>.*?)^```", re.MULTILINE | re.DOTALL)
NOT_RUN = "<!-- not run"


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def blocks(path: Path, *kinds: str) -> list[re.Match[str]]:
    return [found for found in BLOCK.finditer(path.read_text("utf-8")) if found["kind"] in kinds]


def commands(path: Path) -> list[str]:
    return [line.strip() for block in blocks(path, "sh") for line in block["body"].splitlines() if line.strip()]


@pytest.mark.parametrize("path", GUIDES, ids=name)
def test_python_blocks_run(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order of the page, in one place, as a reader of it would; what a command is to write for a later block is written."""
    (tmp_path / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    known: dict[str, object] = {"__name__": "page"}
    for block in blocks(path, "python", "csv", "sh"):
        line = path.read_text("utf-8")[: block.start("body")].count("\n")
        if block["kind"] == "csv":
            named = re.findall(r"`([\w-]+\.csv)`:", block["before"])
            assert named, f"{name(path)}:{line}: a table needs its file's name before it"
            Path(named[-1]).write_text(block["body"], "utf-8")
        elif block["kind"] == "sh":
            for command in re.findall(r"^dragoman (read examples --output \S+)$", block["body"], re.MULTILINE):
                done = CliRunner().invoke(app, shlex.split(command))
                assert done.exit_code == 0, f"{command}: {done.stderr}"
        elif block["before"].startswith(NOT_RUN):
            ast.parse(block["body"])
        else:
            exec(compile("\n" * line + block["body"], str(path), "exec"), known)


def test_some_python_blocks_are_there() -> None:
    assert sum(len(blocks(path, "python")) for path in GUIDES) > 10


@pytest.mark.parametrize("path", [*GUIDES, ROOT / "CONTRIBUTING.md", ROOT / "examples" / "README.md"], ids=name)
def test_commands_exist(path: Path) -> None:
    for line in commands(path):
        words = shlex.split(line.split(" > ")[0].split(" #")[0].split("|")[-1])
        if words[0] == "make":
            rules = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
            assert words[1] in rules, line
        elif words[0] == "dragoman":
            check_command(words[1:], line)
        elif words[0].endswith("python"):
            assert (ROOT / words[1]).is_file(), line
        else:
            assert words[0] == "source", line


def check_command(words: list[str], line: str) -> None:
    """The command's own --help knows every option."""
    command = [word for word in words[:2] if word in {"read", "demo", "world", "find"}] if not words[0].startswith("-") else []
    shown = CliRunner().invoke(app, [*command, "--help"], env={"COLUMNS": "300"})
    assert shown.exit_code == 0 and f"dragoman {' '.join(command)}".strip() in shown.stdout, line
    for option in [word for word in words if word.startswith("-") and word != "-"]:
        assert re.search(rf"(?<![\w-]){option}(?![\w-])", shown.stdout), line


@pytest.mark.parametrize("path", PAPERS, ids=name)
def test_links_lead_somewhere(path: Path) -> None:
    text = re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target:
            continue
        file, _, anchor = target.partition("#")
        found = path.parent / file if file else path
        assert found.exists(), target
        if anchor:
            heads = re.findall(r"^#+ (.+)$", found.read_text("utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", head).lower().replace(" ", "-") for head in heads}, target


def nouns() -> list[type[BaseModel]]:
    found = [getattr(record, noun) for noun in record.__all__]
    return [noun for noun in found if isinstance(noun, type) and issubclass(noun, BaseModel) and noun.model_fields]


@pytest.mark.parametrize("noun", nouns(), ids=lambda noun: noun.__name__)
def test_every_field_of_the_record_is_told(noun: type[BaseModel]) -> None:
    sections = re.split(r"^## ", (ROOT / "docs" / "record.md").read_text("utf-8"), flags=re.MULTILINE)
    section = next(part for part in sections if part.startswith(noun.__name__.rstrip("_") + "\n"))
    told = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    assert told == [field.alias or key for key, field in noun.model_fields.items()]


def test_the_order_of_the_stages_is_told() -> None:
    told = re.findall(r"^\| `(\w+)` \|", (ROOT / "docs" / "architecture.md").read_text("utf-8").split("## From text to reading")[1], re.MULTILINE)
    assert told == list(ORDER)


def test_the_changelog_knows_this_version() -> None:
    from dragoman import __version__

    assert f"## [{__version__}] - " in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_kind_of_warning_is_told() -> None:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "src" / "dragoman").rglob("*.py"))
    told = re.findall(r"^## `([\w-]+)`$", (ROOT / "docs" / "how-to-warnings.md").read_text("utf-8"), re.MULTILINE)
    raised = set(re.findall(r'WarningNote\([^"]*"([\w-]+)"', sources))
    assert raised and set(told) == raised

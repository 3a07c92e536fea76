from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dragoman.cli import app

Write = Callable[..., str]


def run(*words: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, list(words), input=stdin)


@pytest.mark.usefixtures("quick")
def test_one_report_on_the_terminal(write: Write) -> None:
    done = run("read", write("a.txt"))
    assert done.exit_code == 0 and "Nothing that Dragoman keeps" in done.stdout and "\x1b" not in done.stdout and done.stderr == ""


@pytest.mark.usefixtures("quick")
def test_formats(write: Write) -> None:
    one, two = write("a.txt"), write("b.txt")
    assert json.loads(run("read", one, "--format", "json").stdout)["report"]["text"].startswith("Envoys")
    assert [json.loads(line)["schema"] for line in run("read", one, two, "-f", "json").stdout.splitlines()] == [1, 1]
    assert run("read", one, "-f", "html").stdout.startswith("<!doctype html>")
    many = run("read", one, two, "-f", "html").stdout
    assert many.count("<!doctype html>") == 1 and many.count('class="one"') == 2
    assert "==> a <==" in run("read", one, two, "-f", "text").stdout and "==>" not in run("read", one, "-f", "text").stdout


@pytest.mark.usefixtures("quick")
def test_standard_input() -> None:
    text = "Envoys met in Zürich."
    assert json.loads(run("read", "-", "-f", "json", stdin=text.encode("latin-1")).stdout)["report"]["text"] == text
    done = run("read", "-", stdin=b"")
    assert done.exit_code == 1 and "standard input is empty" in done.stderr


@pytest.mark.usefixtures("quick")
def test_a_folder_of_readings(write: Write, tmp_path: Path) -> None:
    paths = [write("a.txt"), write("a.html", "<html><body><article><p>" + "Envoys met for talks in Lima. " * 9 + "</p></article></body></html>")]
    table = write("c.csv", "text\nEnvoys met.\nThey left.\n")
    out = tmp_path / "new" / "out"
    done = run("read", *paths, table, "--output", str(out))
    assert done.exit_code == 0 and sorted(p.name for p in out.iterdir()) == ["a-2.json", "a.json", "c-1.json", "c-2.json"]
    assert f"4 readings in {out}" in done.stderr and done.stdout == ""
    assert json.loads((out / "c-2.json").read_text(encoding="utf-8"))["report"]["text"] == "They left."
    for form, ending in (("html", ".html"), ("text", ".txt")):
        run("read", paths[0], "-o", str(out), "-f", form)
        assert (out / f"a{ending}").stat().st_size > 100


@pytest.mark.usefixtures("quick")
def test_bad_reports_do_not_stop_the_others(write: Write, tmp_path: Path) -> None:
    bad = [
        (write("empty.txt", ""), "is empty; "),
        (write("scan.pdf", b"%PDF-1.4\x00"), "is a PDF, not text; "),
        (write("blob.txt", b"\x00\x01\x02" * 100), "is a binary file, not text; "),
        (write("big.txt", b"Envoys met. " * 450_000), "one report may hold 5 MB; "),
        (write("menu.html", "<html><body><a href='x'>Home</a></body></html>"), "has no report on it"),
        (write("rus.txt", "Министры иностранных дел встретились во вторник и договорились продолжить переговоры."), "is in Russian (ru); "),
        (str(tmp_path / "gone.txt"), "does not exist; "),
        ("ftp://example.org/a", "only http and https addresses are fetched; "),
        ("http://127.0.0.1/a", "is not on the public web; "),
        (write("cols.csv", "body\nEnvoys met.\n"), 'has no column "text" (it has: body); '),
        (write("broken.txt", "BREAK this reader."), "a fault in Dragoman, not in your file (KeyError: 'nobody' at conftest.py:"),
    ]
    (tmp_path / "folder").mkdir()
    bad.append((str(tmp_path / "folder"), "is a folder without reports in it; "))
    out = tmp_path / "out"
    done = run("read", *(path for path, _ in bad), write("good.txt"), write("latin.txt", "Envoys met in Zürich.".encode("latin-1")), "-o", str(out))
    assert done.exit_code == 1
    assert sorted(p.name for p in out.iterdir()) == ["good.json", "latin.json"]
    lines = done.stderr.splitlines()
    assert len(lines) == len(bad) + 1 and "Traceback" not in done.stderr
    for (path, says), line in zip(bad, lines, strict=False):
        assert line.startswith(f"dragoman: {path} ") and says in line
    assert lines[-1] == f"2 readings in {out}; {len(bad)} could not be read"


@pytest.mark.usefixtures("quick")
def test_an_empty_name_is_not_this_folder() -> None:
    done = run("read", "")
    assert done.exit_code == 1 and "an empty name was given" in done.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "Usage"),
        (["read"], "Missing argument"),
        (["read", "a", "--format", "pdf"], "'pdf' is not one of"),
        (["read", "a", "--bogus"], "No such option"),
        (["read", "a", "-o", "out", "-f", "terminal"], "use text, json or html"),
        (["read", "a", "-o", __file__], "is a file; name a folder"),
        (["demo", "-o", str(Path(__file__).parent)], "is a folder; name an .html file"),
        (["world"], "Usage"),
        (["world", "find", "Bonn", "--on", "12/12/12"], "is no date"),
    ],
)
def test_wrong_usage_is_2(words: list[str], says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    done = run(*words)
    assert done.exit_code == 2 and says in done.output


@pytest.mark.usefixtures("quick")
def test_columns_are_named_by_options(write: Write) -> None:
    table = write("c.jsonl", json.dumps({"b": "Envoys met.", "t": "Talks", "d": "3 May 2012", "u": "https://example.org", "p": "Wire"}))
    done = run("read", table, "-f", "json", "--text-column", "b", "--title-column", "t", "--date-column", "d", "--url-column", "u",
               "--publisher-column", "p")  # fmt: skip
    report = json.loads(done.stdout)["report"]
    assert [report[k] for k in ("title", "published", "url", "publisher")] == ["Talks", "2012-05-03", "https://example.org", "Wire"]

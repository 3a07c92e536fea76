from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.cli.guard import guarded


def fails(error: BaseException) -> None:
    raise error


WHERE = f"{Path(__file__).name}:{fails.__code__.co_firstlineno + 1}"


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (PermissionError(13, "Permission denied", "/x/y"), 1, "dragoman: /x/y: Permission denied\n"),
        (OSError("no space"), 1, "dragoman: no space\n"),
        (KeyError("a"), 1, f"dragoman: a fault in Dragoman, not in your file (KeyError: 'a' at {WHERE}); please report it with the file\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_faults_are_one_line(error: BaseException, code: int, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        guarded(lambda: fails(error))
    assert caught.value.code == code and capsys.readouterr().err == says


# The child process finds the package as this one does.
FINDS = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def command(*words: str) -> list[str]:
    return [sys.executable, "-c", "from dragoman.cli import main; main()", *words]


def test_as_a_program(tmp_path: Path) -> None:
    done = subprocess.run(command("read", str(tmp_path / "gone.txt")), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"dragoman: {tmp_path / 'gone.txt'} does not exist; check the path\n")


def test_pipes_get_utf8_whatever_the_machine_is_set_to() -> None:
    code = "from dragoman.cli.guard import speak_utf8; speak_utf8(); print('Zürich → Lima')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env={"PYTHONIOENCODING": "ascii", **FINDS})
    assert done.stdout.decode("utf-8").split() == ["Zürich", "→", "Lima"]


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = subprocess.run(command("read", "x", "-o", str(tmp_path / "file" / "out")), capture_output=True, text=True, check=False)
    assert done.returncode == 1 and done.stderr == f"dragoman: {tmp_path / 'file' / 'out'}: Not a directory\n"


def test_interrupted_is_130_without_a_traceback() -> None:
    code = (
        "import time, dragoman.cli.sources as sources\n"
        "def wait():\n    print('waiting', flush=True)\n    time.sleep(60)\n    yield\n"
        "sources.read_stdin = wait\nfrom dragoman.cli import main; main()"
    )
    running = subprocess.Popen([sys.executable, "-c", code, "read", "-"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None and running.stdout.readline() == "waiting\n"
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=20)
    assert running.returncode == 130 and said == ""


def test_output_that_nobody_reads_any_more_is_no_fault() -> None:
    flood = "from dragoman.cli.guard import guarded\ndef flood():\n    while True: print('words ' * 1000)\nguarded(flood)"
    running = subprocess.Popen([sys.executable, "-c", flood], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None and running.stderr is not None
    running.stdout.readline()
    running.stdout.close()
    said = running.stderr.read()
    running.stderr.close()
    assert running.wait(timeout=20) == 1 and said == ""

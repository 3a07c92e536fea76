"""Faults in one line, and the exit code that goes with them."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path

FAILED = 1
INTERRUPTED = 130


def complain(message: str) -> None:
    """Say what is wrong, on standard error, in one line; what would steer the terminal is left out."""
    print("dragoman: " + " ".join("".join(c if c.isprintable() else " " for c in message).split()), file=sys.stderr)


def fault(error: BaseException) -> str:
    """A fault of our own in one line: what, and where in the program."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"a fault in Dragoman, not in your file ({type(error).__name__}: {error}{where}); please report it with the file"


def speak_utf8() -> None:
    """What goes into a pipe or a file is UTF-8, whatever the machine is set to; a terminal shows what it can."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="replace")


def guarded(run: Callable[[], object]) -> None:
    """Run a program: what escapes it becomes one line on standard error and an exit code, never a traceback.

    Args:
        run: the program.
    """
    try:
        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`); Python would complain once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)
    except OSError as error:
        complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        sys.exit(FAILED)
    except Exception as error:
        complain(fault(error))
        sys.exit(FAILED)

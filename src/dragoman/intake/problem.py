"""What goes wrong with one report on its way in, said in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.record import Report


class IntakeError(ValueError):
    """A report that cannot be taken in. Its text is one sentence that names the file and the way out.

    Args:
        name: the file, address or row that the user gave.
        reason: what is wrong with it and what to do, starting with a verb ("is empty; ...").
    """

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(f"{name} {' '.join(reason.split())}")


@dataclass(frozen=True)
class Arrival:
    """A report that came in.

    Attributes:
        name: the file's name without its ending (and the row's number in a table), for naming what is made of it.
        source: where it came from as the user named it, for messages: a path, a row of one, an address.
        report: the report.
    """

    name: str
    source: str
    report: Report


@dataclass(frozen=True)
class Problem:
    """A report that did not come in. ``message`` is one sentence with the file's name and the way out."""

    name: str
    message: str

"""Reports to readings, one bad report never in the way of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.cli.guard import fault
from dragoman.intake import Arrival, IntakeError, Problem

if TYPE_CHECKING:
    from dragoman.record import Reading, Report


def load_reader() -> Callable[[Report], Reading]:
    """Our own reader's ``read``; loading it takes a second or two."""
    from dragoman.reading.reader import Reader

    return Reader().read


def readings(arrived: Iterable[Arrival | Problem]) -> Iterator[tuple[str, Reading] | Problem]:
    """Each report's name and reading, or what is wrong with it.

    Args:
        arrived: reports as they come in.
    """
    from dragoman.intake.tongue import check_english

    read = None
    for arrival in arrived:
        if isinstance(arrival, Problem):
            yield arrival
            continue
        try:
            report = check_english(arrival.source, arrival.report)
        except IntakeError as error:
            yield Problem(arrival.name, str(error))
            continue
        if read is None:
            read = load_reader()
        try:
            reading = read(report)
        except Exception as error:
            yield Problem(arrival.name, f"{arrival.source} could not be read: {fault(error)}")
        else:
            yield arrival.name, reading

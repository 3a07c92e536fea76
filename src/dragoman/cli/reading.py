"""Reports to readings, one bad report never in the way of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.cli.guard import fault
from dragoman.intake import Arrival, IntakeError, Problem

if TYPE_CHECKING:
    from dragoman.record import Reading, Report
    from dragoman.world import World


def load_reader(world: World | None = None) -> Callable[[Report], Reading]:
    """Our own reader's ``read``, over the shipped world where none is given; loading it takes a second or two."""
    from dragoman.reading.reader import Reader

    return Reader(world=world).read


def load_world(tables: Iterable[Path]) -> World | None:
    """The shipped world with a user's tables, each before those that came before it; None where there are none.

    Raises:
        WorldTableError: naming file, line and fix, where one cannot be used.
    """
    from dragoman.world import World

    world = None
    for table in tables:
        world = (world or World.default()).with_table(table)
    return world


def readings(arrived: Iterable[Arrival | Problem], world: World | None = None) -> Iterator[tuple[str, Reading] | Problem]:
    """Each report's name and reading, or what is wrong with it.

    Args:
        arrived: reports as they come in.
        world: who exists; None for the shipped tables.
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
            read = load_reader(world)
        try:
            reading = read(report)
        except Exception as error:
            yield Problem(arrival.name, f"{arrival.source} could not be read: {fault(error)}")
        else:
            yield arrival.name, reading

"""Dates as tables and pages write them, made ISO 8601."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from dragoman.intake.layout import read_stamp
from dragoman.record.edtf import is_period

# Day-month order by figures alone is told only where full stops stand (German, Russian); 7/8/2008 is two days.
_FIGURES = ("%d.%m.%Y", "%Y/%m/%d")


def stamp_of(value: str) -> str | None:
    """A date, date-time or EDTF period as the record has it; None where it is none that we know.

    Args:
        value: "2008-07-07", "7 July 2008", "2008-07-07 20:09:00", "Mon, 07 Jul 2008 20:09:00 -0400", "1987-02", ...
    """
    value = " ".join(value.split())
    if value.isdigit() and len(value) == 8:
        value = f"{value[:4]}-{value[4:6]}-{value[6:]}"
    with suppress(ValueError):
        if is_period(value):
            return value
        return datetime.fromisoformat(value).isoformat(timespec="seconds")
    for form in _FIGURES:
        with suppress(ValueError):
            return datetime.strptime(value, form).date().isoformat()
    return read_stamp(value)

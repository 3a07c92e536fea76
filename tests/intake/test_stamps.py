from __future__ import annotations

import pytest

from dragoman.intake.stamps import stamp_of


@pytest.mark.parametrize(
    ("written", "stamp"),
    [
        ("2008-07-07", "2008-07-07"),
        ("20080707", "2008-07-07"),
        ("1987-02", "1987-02"),
        ("196X", "196X"),
        ("7 July 2008", "2008-07-07"),
        ("July 7, 2008", "2008-07-07"),
        ("07.07.2008", "2008-07-07"),
        ("2008/07/07", "2008-07-07"),
        ("2008-07-07 20:09:00", "2008-07-07T20:09:00"),
        ("2008-07-07T20:09:00.5Z", "2008-07-07T20:09:00+00:00"),
        ("Mon, 07 Jul 2008 20:09:00 -0400", "2008-07-07T20:09:00-04:00"),
        ("7/8/2008", None),
        ("2001-13-40", None),
        ("soon", None),
    ],
)
def test_dates_become_iso(written: str, stamp: str | None) -> None:
    assert stamp_of(written) == stamp

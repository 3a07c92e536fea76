"""EDTF periods: what is accepted, what days they cover."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.record.edtf import bounds, checked_period, is_period, overlap


@pytest.mark.parametrize(
    "value",
    [
        "2001",
        "2001-07",
        "2001-07-16",
        "196X",
        "19XX",
        "2001-21",
        "2001-07-14/2001-07-15",
        "2001-01/2001-06",
        "../2001",
        "1979/",
        "2001-07-16T20:09:00-04:00",
        "1987?",
    ],
)
def test_periods(value: str) -> None:
    assert is_period(value)
    assert checked_period(value) == value


@pytest.mark.parametrize(
    "value", ["", "July", "2001-13", "2001-02-30", "2001-7-1", "/", "../..", "2001/2002/2003", "2001-21-05", "20010716"]
)
def test_not_periods(value: str) -> None:
    assert not is_period(value)
    with pytest.raises(ValueError, match="not an EDTF period"):
        checked_period(value)


def test_bounds_of_seasons_and_decades() -> None:
    assert bounds("2001-21") == (date(2001, 3, 1), date(2001, 5, 31))
    assert bounds("2001-24") == (date(2001, 12, 1), date(2002, 2, 28))
    assert bounds("196X") == (date(1960, 1, 1), date(1969, 12, 31))
    assert bounds("2004-02") == (date(2004, 2, 1), date(2004, 2, 29))
    assert bounds("../2001") == (None, date(2001, 12, 31))


@given(st.dates(date(1816, 1, 1), date(2100, 1, 1)), st.dates(date(1816, 1, 1), date(2100, 1, 1)))
def test_intervals_cover_their_ends(a: date, b: date) -> None:
    first, last = sorted([a, b])
    period = f"{first.isoformat()}/{last.isoformat()}"
    assert bounds(period) == (first, last)
    assert overlap(period, first.isoformat()) and overlap(last.isoformat(), period)


def test_overlap_is_symmetric_and_can_fail() -> None:
    assert overlap("2001-07", "2001-07-16") and overlap("2001-07-16", "2001-07")
    assert not overlap("2001-06", "2001-07-16")
    assert overlap("1979/", "2001") and not overlap("1979/", "1978")

from __future__ import annotations

import pytest

from dragoman.show.periods import in_words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2001", "2001"),
        ("2001-07", "Jul 2001"),
        ("2001-07-16", "16 Jul 2001"),
        ("2001-07-14/2001-07-16", "14 Jul 2001 – 16 Jul 2001"),
        ("../2001-07-16", "until 16 Jul 2001"),
        ("1949/..", "since 1949"),
        ("1949/", "since 1949"),
        ("196X", "the 1960s"),
        ("19XX", "the 1900s"),
        ("196X~", "about the 1960s"),
        ("2001-07-16?", "perhaps 16 Jul 2001"),
        ("2001-22", "summer 2001"),
        ("2001-33", "first quarter of 2001"),
        ("2001-XX-XX", "2001"),
        ("2001-07-XX", "Jul 2001"),
        ("2008-07-07T20:09:00-04:00", "7 Jul 2008, 20:09 UTC-04:00"),
        ("2008-07-07T20:09Z", "7 Jul 2008, 20:09 UTC"),
        ("2008-07-07T20:09:00", "7 Jul 2008, 20:09"),
    ],
)
def test_periods_in_words(period: str, words: str) -> None:
    assert in_words(period) == words

"""What time expressions mean on a reference date."""

from datetime import date

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.time_arithmetic import Reference, day_without_year, part, week, weekday, weekend
from dragoman.reading.time_expressions import find_times
from dragoman.record.edtf import bounds, is_period

MONDAY = "2001-07-16"
BLANK = spacy.blank("en")


def read(text: str, reference: str | None = MONDAY, future: bool = False) -> list[tuple[str, str | None]]:
    doc = BLANK(text)
    return [(doc[n.stretch[0] : n.stretch[1]].text, n.value) for n in find_times(doc, reference, lambda token: future)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Chile and Peru Monday signed a pact.", "Monday", "2001-07-16"),
        ("The envoy said on Sunday night he would stay.", "Sunday night", "2001-07-15"),
        ("They met last Monday.", "last Monday", "2001-07-09"),
        ("They meet next Monday.", "next Monday", "2001-07-23"),
        ("They met on Tuesday of last week.", "Tuesday of last week", "2001-07-10"),
        ("It was tested at the weekend.", "at the weekend", "2001-07-14/2001-07-15"),
        ("A summit is due this weekend.", "this weekend", "2001-07-21/2001-07-22"),
        ("They met last week.", "last week", "2001-07-09/2001-07-15"),
        ("They met earlier this week.", "earlier this week", "2001-07-16"),
        ("They left late last month.", "late last month", "2001-06"),
        ("They leave later this month.", "later this month", "2001-07-16/2001-07-31"),
        ("They met earlier today.", "earlier today", "2001-07-16"),
        ("They met the day before yesterday.", "the day before yesterday", "2001-07-14"),
        ("Earlier, she met the envoy.", "Earlier", "2001-07-16"),
        ("They met three days earlier.", "three days earlier", "2001-07-13"),
        ("They met two years ago.", "two years ago", "1999"),
        ("They met ten months ago.", "ten months ago", "2000-09"),
        ("They met a decade ago.", "a decade ago", "1991"),
        ("It has stood since 1979.", "1979", "1979/.."),
        ("It holds until June 30 1992.", "June 30 1992", "../1992-06-30"),
        ("It ended by 1990.", "1990", "1990"),
        ("They met on July 12.", "July 12", "2001-07-12"),
        ("They met on 12 December.", "12 December", "2000-12-12"),
        ("They met on 16 July 2001.", "16 July 2001", "2001-07-16"),
        ("They met on 2001-07-16.", "2001-07-16", "2001-07-16"),
        ("They met on Friday, August 21, 2015.", "Friday, August 21, 2015", "2015-08-21"),
        ("It was signed on July 31 last year.", "July 31 last year", "2000-07-31"),
        ("It was signed last April.", "last April", "2001-04"),
        ("It was signed last August.", "last August", "2000-08"),
        ("It was signed in May.", "May", "2001-05"),
        ("They met from July 2 to 4.", "July 2 to 4", "2001-07-02/2001-07-04"),
        ("They met from March to May 1999.", "March to May 1999", "1999-03/1999-05"),
        ("It grew in Jan-May 1987.", "Jan-May 1987", "1987-01/1987-05"),
        ("It grew between 1980 and 1985.", "1980 and 1985", "1980/1985"),
        ("It grew from 2004 to 2009 at home.", "2004 to 2009", "2004/2009"),
        ("It grew in 1986-87.", "1986-87", "1986/1987"),
        ("It grew during the first half of 2001.", "the first half of 2001", "2001-01/2001-06"),
        ("It grew in the second quarter.", "the second quarter", "2001-04/2001-06"),
        ("It grew in the fourth quarter.", "the fourth quarter", "2000-10/2000-12"),
        ("It grew in the first five months of this year.", "the first five months of this year", "2001-01/2001-05"),
        ("It grew over the past six months.", "the past six months", "2001-01/2001-07"),
        ("It fell apart in the 1960s.", "the 1960s", "196X"),
        ("It fell apart in the mid-1980s.", "the mid-1980s", "1984/1986"),
        ("It fell apart in the early 1990s.", "the early 1990s", "1990/1994"),
        ("It fell apart in the sixties.", "the sixties", "196X"),
        ("It fell apart in the 19th century.", "the 19th century", "18XX"),
        ("It ends by the end of the year.", "the end of the year", "2001-12-31"),
        ("It ends by the year 2010.", "the year 2010", "2010"),
        ("It was hot in the summer of 1999.", "the summer of 1999", "1999-22"),
        ("They replaced a 1949 pact.", "1949", "1949"),
        ("They counted in fiscal 1988.", "fiscal 1988", "1988"),
        ("They spoke again in the afternoon.", "in the afternoon", "2001-07-16"),
        ("It was a few days ago.", "a few days ago", None),
        ("It lasted for two years.", "two years", None),
    ],
)
def test_meaning(text: str, words: str, value: str | None) -> None:
    assert (words, value) in read(text)


@pytest.mark.parametrize(
    "text", ["U.S. MAY END SANCTIONS", "They sent 1500 soldiers.", "They may march in 2000 people.", "Resolution 1325 stands.", "It came after."]
)
def test_what_is_no_time(text: str) -> None:
    assert read(text) == []


def test_the_future_turns_weekdays_and_dates_forward() -> None:
    assert read("They will meet on Wednesday.", future=True) == [("Wednesday", "2001-07-18")]
    assert read("They will meet on 12 December.", future=True) == [("12 December", "2001-12-12")]
    assert read("They will meet in May.", future=True) == [("May", "2002-05")]


def test_expressions_that_hang_on_the_one_before() -> None:
    found = dict(read("In 1981 he left. Two years later he came back. He died that year."))
    assert found == {"1981": "1981", "Two years later": "1983", "that year": "1983"}
    assert ("a year earlier", "2000-01/2000-06") in read("In the first half of 2001 it grew, from a year earlier.")


def test_a_vague_reference_leaves_open_what_it_cannot_tell() -> None:
    assert read("They met on Monday, last month and last year.", "2001") == [("Monday", None), ("last month", None), ("last year", "2000")]
    assert read("They met on Monday, in 1999 and on May 3.", None) == [("Monday", None), ("1999", "1999"), ("May 3", "1999-05-03")]


def test_words_split_at_hyphens_and_lines_read_alike() -> None:
    split = spacy.tokens.Doc(BLANK.vocab, ["in", "the", "mid", "-", "1980s", "and", "on", "May", "\n", "3", ",", "1999", "."])
    assert [n.value for n in find_times(split, None)] == ["1984/1986", "1999-05-03"]
    apart = spacy.tokens.Doc(BLANK.vocab, ["in", "May", "\n\n", "1999", "talks", "failed"])
    assert "1999-05" not in [n.value for n in find_times(apart, None)]


def test_skipped_stretch() -> None:
    doc = BLANK("May 3, 1999 - They met on May 2.")
    end = next(t.i for t in doc if t.text == "They")
    assert [n.value for n in find_times(doc, "1999-05-03", skip=(0, end))] == ["1999-05-02"]


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(0, 6))
def test_weekdays_fall_right_and_near(day: date, number: int) -> None:
    for way, low, high in (("past", -6, 0), ("future", 0, 6), ("before", -7, -1), ("after", 1, 7)):
        found = weekday(day, number, way)
        assert found.weekday() == number
        assert low <= (found - day).days <= high


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(-60, 60), st.booleans())
def test_weeks_and_weekends_are_whole(day: date, away: int, future: bool) -> None:
    first, last = bounds(week(day, away))
    assert first is not None and last is not None
    assert (first.weekday(), (last - first).days) == (0, 6)
    assert abs((first - day).days - 7 * away) <= 6
    saturday, sunday = bounds(weekend(day, future))
    assert saturday is not None and sunday is not None
    assert (saturday.weekday(), sunday.weekday()) == (5, 6)
    assert (sunday >= day) if future else (saturday <= day)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(1, 12), st.integers(1, 28), st.booleans())
def test_a_date_without_year_lies_within_a_year(day: date, month: int, number: int, future: bool) -> None:
    value = day_without_year(Reference(day, day), month, number, future)
    assert value is not None
    away = (date.fromisoformat(value) - day).days
    assert -10 <= away <= 366 if future else -366 <= away <= 45


PIECES = ["0", "3", "31", "99", "1999", "2001", "-", "/", " ", ",", ".", "'s", "May ", "last ", "Monday ", "the ", "year ", "1990s ", "ago ", "to "]


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_any_words_give_periods_or_nothing(pieces: list[str]) -> None:
    for _, value in read("".join(pieces)):
        assert value is None or is_period(value)


def test_parts() -> None:
    assert part("2001", 1, 2) == "2001-01/2001-06"
    assert part("2001", 4, 4) == "2001-10/2001-12"
    assert part("198X", 2, 2) == "1985/1989"
    assert part("2001-02", 2, 2) == "2001-02-16/2001-02-28"
    assert part("2001", 5, 4) is None

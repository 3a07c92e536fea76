from __future__ import annotations

import codecs

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.intake import IntakeError, report_of, report_of_bytes

WORDS = "Envoys of Peru and Chile met in Zürich on Tuesday, the ministry said. They agreed on a “hot line”."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_usual_encoding_gives_the_same_words(encoding: str) -> None:
    assert report_of_bytes(WORDS.encode(encoding), "a.txt").text == WORDS


def test_latin_1_bytes_that_windows_1252_lacks() -> None:
    assert "Zürich" in report_of_bytes("Talks in Zürich\x81 went on for a week.".encode("latin-1"), "a.txt").text


def test_byte_order_mark_wins_over_the_charset_told() -> None:
    assert report_of_bytes(codecs.BOM_UTF8 + WORDS.encode(), "a.txt", charset="latin-1").text == WORDS


def test_charset_told_is_used() -> None:
    text = "Послы Перу и Чили встретились в Женеве."
    assert report_of_bytes(text.encode("koi8-r"), "a.txt", charset="koi8-r").text == text


def test_line_ends_become_lf() -> None:
    assert report_of_bytes(b"One line.\r\nAnother.\rA third.", "a.txt").text == "One line.\nAnother.\nA third."


def test_headline_byline_stamp_and_dateline_are_found() -> None:
    report = report_of("Peru and Chile meet\n\nBy Ana Soto | May 3, 2012 | 8:09 PM EDT\n\nLima -- Envoys met on Tuesday to talk.\n\nThey agreed.")
    assert (report.title, report.byline, report.dateline.place) == ("Peru and Chile meet", ("Ana Soto",), "Lima")
    assert report.published == "2012-05-03T20:09:00-04:00"


def test_what_is_known_wins_over_what_is_found() -> None:
    assert report_of("By Ana Soto | May 3, 2012\n\nEnvoys met to talk.", published="2013-01-01").published == "2013-01-01"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"12345 6789\n", "has no words"),
        (b"%PDF-1.7 stream", "is a PDF, not text; save its text as a .txt file"),
        (b"PK\x03\x04\x14\x00", "is a ZIP archive or an office document"),
        (b"\x1f\x8b\x08\x00", "gunzip"),
        (b"\x89PNG\r\n\x1a\n\x00", "is a picture"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00\x01\x02\x03words", "is a binary file"),
        (bytes(range(1, 32)) * 9, "is a binary file"),
        ("Послы Перу и Чили встретились в Женеве.".encode("koi8-r"), "save it as UTF-8"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "is a binary file"),
    ],
)
def test_bad_bytes_say_file_and_fix(data: bytes, says: str) -> None:
    with pytest.raises(IntakeError) as caught:
        report_of_bytes(data, "bad.txt")
    assert str(caught.value).startswith("bad.txt ") and says in str(caught.value) and "; " in str(caught.value)


def test_a_report_of_six_megabytes_is_refused_and_the_way_out_named() -> None:
    with pytest.raises(IntakeError, match=r"big\.txt holds 6\.0 MB .* split it"):
        report_of_bytes(b"Words. " * 857_143, "big.txt")


def test_a_big_binary_file_is_called_binary_not_big() -> None:
    with pytest.raises(IntakeError, match="binary"):
        report_of_bytes(b"\x7fELF\x00\x01\x02\x03" * 800_000, "big.bin")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.binary(max_size=400), st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass"))))
def test_whatever_the_bytes_there_is_a_report_or_one_sentence(data: bytes) -> None:
    try:
        report = report_of_bytes(data, "a.txt")
    except IntakeError as error:
        assert "\n" not in str(error) and str(error).startswith("a.txt ")
    else:
        assert "\r" not in report.text and any(c.isalpha() for c in report.text)

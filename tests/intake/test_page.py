from __future__ import annotations

import pytest

from dragoman.intake import IntakeError
from dragoman.intake.page import looks_like_page, report_of_page

BODY = "".join(
    f"<p>Envoys of Peru and Chile met in Zürich for the {nth} time this year, and said that the talks on fishing had gone well so far.</p>"
    for nth in ("first", "second", "third", "fourth")
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Peru and Chile meet</title>
<meta property="og:title" content="Peru and Chile meet"><meta name="author" content="Ana Soto">
<meta property="article:published_time" content="2012-05-03T10:00:00Z"><meta property="og:url" content="https://example.org/meet">
<meta property="og:site_name" content="The Example"></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>Peru and Chile meet</h1>{BODY}</article>
<footer>All rights reserved</footer><script>steal()</script></body></html>"""


def test_a_page_gives_its_report_and_what_it_says_of_itself() -> None:
    report = report_of_page(PAGE.encode(), "meet.html")
    assert report.title == "Peru and Chile meet" and report.text.startswith("Peru and Chile meet\n\nEnvoys of Peru")
    assert (report.byline, report.published, report.url) == (("Ana Soto",), "2012-05-03", "https://example.org/meet")
    assert report.publisher == "The Example"
    assert "Sport" not in report.text and "steal" not in report.text and "rights reserved" not in report.text


def test_the_page_says_its_encoding() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').encode("latin-1")
    assert "Zürich" in report_of_page(page, "meet.html").text


def test_the_address_it_was_fetched_from_is_kept() -> None:
    assert report_of_page(PAGE.encode(), "meet.html", url="https://example.org/other").url == "https://example.org/other"


def test_a_page_without_a_date_has_none() -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2012-05-03T10:00:00Z">', "")
    assert report_of_page(page.encode(), "meet.html").published is None


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><ul><li><a href='a'>Home</a></li><li><a href='b'>Sport</a></li></ul></body></html>",
        "<html></html>",
        "<!doctype html>",
    ],
)
def test_a_page_without_a_report_says_so(page: str) -> None:
    with pytest.raises(IntakeError, match=r"menu\.html has no report on it .* save it as a \.txt file"):
        report_of_page(page.encode(), "menu.html")


@pytest.mark.parametrize(
    ("data", "page"),
    [(b"\xef\xbb\xbf\n<!DOCTYPE HTML>", True), (b"<html lang=en>", True), (b'<?xml version="1.0"?><html>', True), (b"Talks <html>", False)],
)
def test_pages_are_known_by_how_they_begin(data: bytes, page: bool) -> None:
    assert looks_like_page(data) is page

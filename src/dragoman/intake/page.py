"""A web page: HTML to the report on it, without menus, advertisements and comments."""

from __future__ import annotations

import logging
import re

from dragoman.intake.plain import check_kind, decode, report_of
from dragoman.intake.problem import IntakeError
from dragoman.intake.stamps import stamp_of
from dragoman.record import Report

MOST_PAGE = 20_000_000  # bytes of one page, its markup included
_FEWEST_WORDS = 20  # a page of links and captions leaves less than this
_SAVE = "open it, copy the report and save it as a .txt file"


def looks_like_page(data: bytes) -> bool:
    """Whether a file of unknown ending begins as HTML does."""
    head = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html")) or (head.startswith((b"<?xml", b"<!--")) and b"<html" in head)


def report_of_page(data: bytes, name: str, url: str | None = None, charset: str | None = None) -> Report:
    """The report on a page, its headline first.

    Args:
        data: the page's bytes.
        name: what to call it in messages.
        url: where it lies, if that is known; else the page's own word is taken.
        charset: the encoding that the sender told, if any.

    Raises:
        IntakeError: where there is no running text on it.
    """
    # trafilatura takes half a second to load, and plain text does not need it.
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    check_kind(name, data)
    if len(data) > MOST_PAGE:
        raise IntakeError(name, f"is {len(data) / 1e6:.1f} MB and a page may have {MOST_PAGE / 1e6:.0f} MB; {_SAVE}")
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    source = decode(name, data, charset or _declared_charset(data))
    found = bare_extraction(
        source, url=url, with_metadata=True, include_comments=False, include_tables=False,
        # Only a date that the page states: one guessed from a footer would mislead the calendar.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )  # fmt: skip
    body = (found.text or "").strip() if isinstance(found, Document) else ""
    if not isinstance(found, Document) or len(body.split()) < _FEWEST_WORDS:
        raise IntakeError(name, f"has no report on it that can be told from its menus; {_SAVE}")
    title = " ".join((found.title or "").split()) or None
    paragraphs = [line.strip() for line in body.split("\n") if line.strip()]
    if title and paragraphs[0] != title:
        paragraphs.insert(0, title)
    return report_of(
        "\n\n".join(paragraphs),
        name,
        title=title,
        byline=tuple(author.strip() for author in (found.author or "").split(";") if author.strip()),
        published=stamp_of(found.date) if found.date else None,
        publisher=found.sitename,
        url=url or found.url,
    )


def _declared_charset(data: bytes) -> str | None:
    found = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", data[:4096], re.I)
    return found.group(1).decode("ascii") if found else None

"""One reader of who is who for all tests that need it: dates, mentions and coreference over the shipped world."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading.draft import Draft
from dragoman.reading.reader import Reader
from dragoman.record import Report

Who = Callable[..., Draft]


@pytest.fixture(scope="session")
def who() -> Who:
    reader = Reader(stages=["calendar", "mentions", "coreference"])

    def draft(text: str, published: str | None = None, **fields: object) -> Draft:
        return reader.draft(Report.of(text, published=published, **fields))

    return draft

"""Pairing of quotation marks."""

import pytest

from dragoman.language import default_language
from dragoman.reading.quotations import find_quotations, paragraphs_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He called it "odd" and "new".', [('"odd"', False), ('"new"', False)]),
        ("“We will come back,” she said.", [("“We will come back,”", True)]),
        ('"We left at noon. \n\n"We came back at dawn."', [('"We left at noon.', True), ('"We came back at dawn."', True)]),
        ('"The port is closed.”', [('"The port is closed.”', True)]),
        ("Nobody spoke.", []),
    ],
)
def test_quotations(text: str, found: list[tuple[str, bool]]) -> None:
    doc = default_language()(text)
    quotations = find_quotations(doc, paragraphs_of(doc))
    assert [(doc[slice(*q.stretch)].text.strip(), q.whole) for q in quotations] == found

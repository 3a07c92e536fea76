from __future__ import annotations

import pytest
from rich.console import Console

from dragoman.record import Reading, Report
from dragoman.show.plain import plain_text
from dragoman.show.terminal import print_reading


def test_a_record_tells_everything_in_its_order(reading: Reading) -> None:
    text = plain_text(reading)
    wanted = [
        "Warning: The stamp says 2012", "Norway and Finland sign river accord", "Kari Nordli, Oslo", "Written on: 2 May 2011", "Who ",
        "foreign minister of Finland, since 22 Jun 2011", "What ", "SUPPORT", "CONSULT (phone)", "Norway → Finland",
        "future; on the word of Erkki Tuomi", "Instruments ", "replaces 1953 pact", "does NOT bind Norway and Finland",
        "condition: floods", "Undertakings without an instrument", "binds Sweden to trade", "Who says what", "Erkki Tuomi:",
        "Nordic Wire, citing fishermen:", "The report, in its own voice:", "Positions ", "Sweden opposes “the quotas”", "Figures ", "up 4.5 percent",
    ]  # fmt: skip
    at = 0
    for words in wanted:
        assert words in text[at:], words
        at += text[at:].index(words)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_lines_keep_to_the_width(reading: Reading, width: int) -> None:
    assert max(map(len, plain_text(reading, width).splitlines())) <= width


def test_plain_has_no_colours_and_the_terminal_has(reading: Reading) -> None:
    assert "\x1b" not in plain_text(reading)
    console = Console(force_terminal=True, color_system="standard", width=100, record=True, file=open("/dev/null", "w"))  # noqa: SIM115
    print_reading(reading, console)
    assert "\x1b[" in console.export_text(styles=True)


def test_brackets_of_a_report_are_words_not_markup(reading: Reading) -> None:
    report = reading.report.model_copy(update={"title": "Talks [red]end[/red] [/]"})
    assert "Talks [red]end[/red] [/]" in plain_text(reading.model_copy(update={"report": report}))


def test_an_empty_reading_says_so(reading: Reading) -> None:
    empty = Reading(reader=reading.reader, report=Report.of("Nothing."), reference_date=reading.reference_date.model_copy(update={"evidence": ()}))
    assert "Nothing that Dragoman keeps was found" in plain_text(empty)

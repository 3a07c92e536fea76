"""A walk through the example reports: what a reading holds, and how to ask it.

Run it from a checkout in which `make install` has been run:

    .venv/bin/python examples/walk.py
"""

from __future__ import annotations

from pathlib import Path

import dragoman
from dragoman import Reading

EXAMPLES = Path(__file__).parent


def open_a_report() -> Reading:
    """Read one file. The first reading loads the model and the world tables; later ones are quick."""
    reading = dragoman.read_file(EXAMPLES / "01-friendship-treaty.txt")
    print(reading.report.title)
    print("written on", reading.reference_date.value, "by", reading.reader.model)
    return reading


def who_did_what(reading: Reading) -> None:
    """Events name the highest responsible actors; the persons who acted stand under participants."""
    for event in reading.events:
        print(f"  {event.type}: {', '.join(event.actors)} -> {', '.join(event.recipients) or '-'}, {event.time or 'no day told'}, {event.status}")
        print(f"      because of the words: {event.evidence[0].text!r}")


def what_was_signed(reading: Reading) -> None:
    """Instruments hold their parties, their signatories and what they bind to. Signatory and Figure have fields that are
    keywords in Python: they end in an underscore there, and not in JSON."""
    for instrument in reading.instruments:
        print(f"  {instrument.kind} {instrument.name!r} of {', '.join(instrument.parties)}: {instrument.state} {instrument.signed or ''}")
        for signatory in instrument.signatories:
            print(f"      signed by {signatory.person} for {signatory.for_}")
        for commitment in instrument.commitments:
            binds = "does not bind" if commitment.negated else "binds"
            print(f"      {binds} {', '.join(commitment.obligors)} to {commitment.kind}, if: {commitment.trigger or 'always'}")


def on_whose_word(reading: Reading) -> None:
    """Statements keep source, cue and content apart. A source can stand inside another: the outer ones are the attribution."""
    for statement in reading.statements:
        own = statement.source or (statement.source_text.text if statement.source_text else "somebody")
        chain = " says that ".join([*statement.attribution, own])
        print(f"  {chain} says: {' … '.join(span.text for span in statement.content)}")


def compare_two_accounts() -> None:
    """Two reports of one collision. A reading does not choose: it says who says which."""
    for name in ("10-collision-washington", "11-collision-beijing"):
        reading = dragoman.read_file(EXAMPLES / f"{name}.txt")
        print(f"  {reading.report.title}")
        for statement in reading.statements:
            if any("turn" in span.text for span in statement.content):
                print(f"      {statement.source}: {statement.content[0].text}")


def heed_the_warnings() -> None:
    """A stamp can be wrong. Where a reading notices, it dates the report from its content and warns."""
    for path in sorted(EXAMPLES.glob("*.txt")):
        reading = dragoman.read_file(path)
        for warning in reading.warnings:
            print(f"  {path.name}: {warning.message}")


def main() -> None:
    """Walk."""
    print("1. Open a report")
    reading = open_a_report()
    print("\n2. Who did what")
    who_did_what(reading)
    print("\n3. What was signed, and what it binds to")
    what_was_signed(reading)
    print("\n4. On whose word")
    on_whose_word(dragoman.read_file(EXAMPLES / "13-threat-and-denial.txt"))
    print("\n5. Two accounts of one event")
    compare_two_accounts()
    print("\n6. Warnings")
    heed_the_warnings()


if __name__ == "__main__":
    main()

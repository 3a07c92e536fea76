"""Report, Actor and Reading: one document and everything found in it."""

from __future__ import annotations

import hashlib
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from dragoman.record.edtf import checked_period
from dragoman.record.facts import Commitment, Event, Figure, Instrument, Position, Statement
from dragoman.record.kinds import ActorKind
from dragoman.record.span import Record, Span, spans_in

SCHEMA = 1


class Dateline(Record):
    """The line that says where, and by which agency, a report was filed."""

    place: str | None = None
    agency: str | None = None
    date: str | None = None


class Report(Record):
    """One document. ``text`` is what all spans index: code points, line ends LF.

    ``id`` is the first 16 hex digits of the SHA-256 of ``text`` in UTF-8; ``Report.of`` computes it.
    ``published`` is an EDTF date or an ISO date-time, as stamped.
    """

    id: str
    title: str | None = None
    byline: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    dateline: Dateline = Dateline()
    text: str

    @classmethod
    def of(cls, text: str, **fields: Any) -> Report:
        """A report of this text: CRLF and lone CR are made LF, the id is computed.

        Args:
            text: the report's words.
            fields: any other field of a report.
        """
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return cls(id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16], text=text, **fields)


class Office(Record):
    """An office as held on the reference date. ``of`` is a state or body; ``source`` says who knows it."""

    title: str
    of: str | None = None
    since: str | None = None
    until: str | None = None
    source: Literal["world", "report"] = "report"


class Actor(Record):
    """A state, person, body, organisation or group, with every mention of it."""

    id: str
    kind: ActorKind
    name: str
    country: str | None = None
    sector: str | None = None
    office: Office | None = None
    mentions: tuple[Span, ...] = ()


class ReferenceDate(Record):
    """The day the report was written. ``agrees`` is False where the content contradicts the stamp."""

    value: str | None = None
    stated: str | None = None
    agrees: bool = True
    evidence: tuple[Span, ...] = ()

    _periods = field_validator("value", "stated")(checked_period)


class Warning_(Record):
    """Something the user should know before trusting the reading."""

    kind: str
    message: str
    evidence: tuple[Span, ...] = ()


class ReaderMark(Record):
    """Which reader made a reading: the package's version and the language model's id."""

    version: str
    model: str


class Reading(Record):
    """Everything found in one report.

    Raises:
        ValueError: where a span does not stand in the report's text letter for letter.
    """

    schema_: int = Field(default=SCHEMA, alias="schema")
    reader: ReaderMark
    report: Report
    reference_date: ReferenceDate
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    figures: tuple[Figure, ...] = ()
    warnings: tuple[Warning_, ...] = ()

    @model_validator(mode="after")
    def _stands_in_the_text(self) -> Reading:
        text = self.report.text
        for name in type(self).model_fields:
            for span in spans_in(getattr(self, name)) if name != "report" else ():
                if text[span.start : span.end] != span.text:
                    raise ValueError(f"span {span.start}-{span.end} {span.text[:40]!r} of {name} does not stand in the report")
        return self

    def to_json(self, indent: int | None = None) -> str:
        """The reading as JSON, keys as in docs/record.md."""
        return self.model_dump_json(by_alias=True, indent=indent)

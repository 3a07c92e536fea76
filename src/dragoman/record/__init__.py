"""The nouns: Report, Span, Actor, the facts, Reading, and EDTF periods. No logic beyond validation."""

from dragoman.record.facts import (
    Commitment,
    Event,
    Figure,
    Instrument,
    Place,
    Position,
    Relation,
    Signatory,
    Statement,
)
from dragoman.record.reading import (
    SCHEMA,
    Actor,
    Dateline,
    Office,
    ReaderMark,
    Reading,
    ReferenceDate,
    Report,
    Warning_,
)
from dragoman.record.span import Record, Span, spans_in

__all__ = [
    "SCHEMA",
    "Actor",
    "Commitment",
    "Dateline",
    "Event",
    "Figure",
    "Instrument",
    "Office",
    "Place",
    "Position",
    "ReaderMark",
    "Reading",
    "Record",
    "ReferenceDate",
    "Relation",
    "Report",
    "Signatory",
    "Span",
    "Statement",
    "Warning_",
    "spans_in",
]

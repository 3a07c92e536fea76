"""Facts: events, instruments, commitments, statements, positions and figures.

Field meanings are in docs/record.md. Actor ids are strings, periods are EDTF strings, chains of sources run
outermost first and are empty where the report speaks in its own voice.
"""

from __future__ import annotations

from pydantic import Field, field_validator

from dragoman.record.edtf import checked_period
from dragoman.record.kinds import (
    Certainty,
    Change,
    CommitmentKind,
    EventType,
    InstrumentKind,
    InstrumentState,
    Measure,
    Quotation,
    RelationKind,
    Stance,
    Status,
    Strength,
)
from dragoman.record.span import Record, Span


class Place(Record):
    """A named place; coordinates in degrees (WGS 84) where the world tables know them."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


class Event(Record):
    """One happening between international actors, in PLOVER's terms.

    Raises:
        ValueError: where ``time`` is not an EDTF period.
    """

    id: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    time: str | None = None
    place: Place | None = None
    status: Status = "actual"
    attribution: tuple[str, ...] = ()
    instrument: str | None = None
    confidence: float = Field(ge=0, le=1)
    anchor: Span
    evidence: tuple[Span, ...] = Field(min_length=1)
    rule: str

    _period = field_validator("time")(checked_period)


class Commitment(Record):
    """What an instrument or a promise binds somebody to, or (``negated``) is said not to."""

    id: str
    kind: CommitmentKind
    obligors: tuple[str, ...] = ()
    obligees: tuple[str, ...] = ()
    trigger: str | None = None
    strength: Strength = "obligation"
    negated: bool = False
    subject: str | None = None
    attribution: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = Field(min_length=1)
    rule: str


class Signatory(Record):
    """Who signed, and for which party."""

    person: str
    for_: str | None = Field(default=None, alias="for")


class Relation(Record):
    """A relation from one instrument to another, by id."""

    kind: RelationKind
    to: str


class Instrument(Record):
    """An agreement or binding or joint text, with its commitments.

    Raises:
        ValueError: where a date is not an EDTF period.
    """

    id: str
    kind: InstrumentKind
    name: str
    parties: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    signed: str | None = None
    place: str | None = None
    in_force: str | None = None
    ended: str | None = None
    year: str | None = None
    state: InstrumentState = "unknown"
    relations: tuple[Relation, ...] = ()
    subjects: tuple[str, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    mentions: tuple[Span, ...] = ()
    evidence: tuple[Span, ...] = Field(min_length=1)
    attribution: tuple[str, ...] = ()
    status: Status = "actual"
    rule: str

    _periods = field_validator("signed", "in_force", "ended", "year")(checked_period)


class Statement(Record):
    """A stretch of reported speech or writing: who, by which cue, what.

    ``source`` None with a ``source_text`` is an unnamed source. ``attribution`` holds the outer sources,
    ``certainty`` how sure the source is of it.
    """

    id: str
    source: str | None
    source_text: Span | None = None
    cue: Span | None = None
    content: tuple[Span, ...] = Field(min_length=1)
    quotation: Quotation
    certainty: Certainty = "unstated"
    attribution: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    time: str | None = None
    about: tuple[str, ...] = ()
    rule: str

    _period = field_validator("time")(checked_period)


class Position(Record):
    """A holder for or against a target. ``holder`` is one actor id, or several that take it together in one joint text."""

    id: str
    holder: str | tuple[str, ...]
    stance: Stance
    target: Span
    target_actor: str | None = None
    topic: str | None = None
    reason: Span | None = None
    attribution: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = Field(min_length=1)
    rule: str


class Figure(Record):
    """A number of dealings between actors; ``value`` None with ``goods`` tells composition only."""

    id: str
    measure: Measure
    from_: str | None = Field(default=None, alias="from")
    to: str | None = None
    value: float | None = None
    unit: str | None = None
    change: Change | None = None
    period: str | None = None
    goods: tuple[str, ...] = ()
    attribution: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = Field(min_length=1)
    rule: str

    _period = field_validator("period")(checked_period)

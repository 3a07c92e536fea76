"""Spans: the words of a report that a fact stands on."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator


class Record(BaseModel):
    """Base of all nouns: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Span(Record):
    """Code points ``start`` to ``end`` (exclusive) of a report's text, and the words that stand there.

    Raises:
        ValueError: where ``end`` is not after ``start``, or ``text`` is not as long as the span. Within a
            Reading, also where the report does not have these words at this place.
    """

    start: Annotated[int, Field(ge=0)]
    end: int
    text: str

    @model_validator(mode="after")
    def _holds(self, info: ValidationInfo) -> Span:
        if self.end <= self.start or len(self.text) != self.end - self.start:
            raise ValueError(f"span {self.start}-{self.end} does not fit its text {self.text[:40]!r}")
        return self

    @classmethod
    def of(cls, report_text: str, start: int, end: int) -> Span:
        """The span of ``report_text`` between two offsets."""
        return cls(start=start, end=end, text=report_text[start:end])


def spans_in(value: Any) -> list[Span]:
    """Every span held anywhere inside a record, list or dictionary."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, BaseModel):
        return [s for name in type(value).model_fields for s in spans_in(getattr(value, name))]
    if isinstance(value, dict):
        return [s for v in value.values() for s in spans_in(v)]
    if isinstance(value, list | tuple):
        return [s for v in value for s in spans_in(v)]
    return []

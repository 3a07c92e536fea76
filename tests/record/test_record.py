"""Records: frozen, verified against the report, stable, and described by the exported schema."""

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from dragoman.record import Event, ReaderMark, Reading, ReferenceDate, Report, Span

TEXT = "Norway and Sweden signed a fishing accord."


def event(**changes: object) -> Event:
    fields: dict = {
        "id": "e1", "type": "SUPPORT", "actors": ("NOR", "SWE"), "confidence": 0.9, "anchor": Span.of(TEXT, 18, 24),
        "evidence": (Span.of(TEXT, 0, 41),), "rule": "support.sign",
    }  # fmt: skip
    return Event(**(fields | changes))


def reading(**changes: object) -> Reading:
    fields: dict = {
        "reader": ReaderMark(version="0", model="none"),
        "report": Report.of(TEXT),
        "reference_date": ReferenceDate(),
        "events": (event(),),
    }
    return Reading(**(fields | changes))


def test_a_reading_goes_through_json_unchanged() -> None:
    whole = reading()
    assert Reading.model_validate_json(whole.to_json()) == whole
    keys = json.loads(whole.to_json())
    assert keys["schema"] == 1 and keys["events"][0]["anchor"]["text"] == "signed"


def test_a_span_that_does_not_stand_in_the_report_is_refused() -> None:
    wrong = event(anchor=Span(start=18, end=24, text="sealed"))
    with pytest.raises(ValidationError, match="does not stand in the report"):
        reading(events=(wrong,))


@pytest.mark.parametrize(
    "bad", [{"start": 3, "end": 3, "text": ""}, {"start": 0, "end": 2, "text": "abc"}, {"start": -1, "end": 2, "text": "abc"}]
)
def test_spans_fit_their_text(bad: dict) -> None:
    with pytest.raises(ValidationError):
        Span(**bad)


def test_facts_need_evidence_a_known_type_and_a_period() -> None:
    for wrong in ({"evidence": ()}, {"type": "SHOUT"}, {"time": "last week"}, {"confidence": 1.2}):
        with pytest.raises(ValidationError):
            event(**wrong)


def test_records_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        event().type = "AID"  # type: ignore[misc]


def test_the_report_id_is_of_the_text_alone_and_line_ends_are_one() -> None:
    assert Report.of("a\r\nb").text == "a\nb"
    assert Report.of("a\r\nb").id == Report.of("a\nb", title="other").id
    assert len(Report.of("x").id) == 16


def test_the_exported_schema_is_that_of_the_code() -> None:
    path = Path(__file__).parents[2] / "docs" / "record.schema.json"
    assert json.loads(path.read_text("utf-8")) == Reading.model_json_schema(by_alias=True), "run: python docs/export_schema.py"

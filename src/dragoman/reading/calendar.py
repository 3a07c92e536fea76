"""The calendar stage: the reference date, and what every time expression means on it."""

from __future__ import annotations

from dragoman.reading.draft import Draft, stage
from dragoman.reading.outlook import speaks_of_future
from dragoman.reading.reference_date import find_reference_date
from dragoman.reading.time_expressions import find_expressions, find_times


@stage("calendar")
def calendar(draft: Draft) -> None:
    """Fill ``draft.date`` and ``draft.times``, and warn where the content contradicts the stamp."""
    expressions = find_expressions(draft.doc)
    draft.date, warning = find_reference_date(draft, expressions)
    if warning is not None:
        draft.warnings.append(warning)
    doc = draft.doc
    draft.times = find_times(doc, draft.date.value, lambda token: speaks_of_future(doc, token), (draft.title_end, draft.body), expressions)

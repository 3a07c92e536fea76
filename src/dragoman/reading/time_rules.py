"""All rules of time expressions, gathered."""

from __future__ import annotations

from dragoman.reading import time_dates, time_days, time_spans, time_steps, time_years  # noqa: F401  (each adds its rules)
from dragoman.reading.time_grammar import RULES

__all__ = ["RULES"]

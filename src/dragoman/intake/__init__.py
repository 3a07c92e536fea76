"""Intake: files, tables, pages and addresses to reports; one file a format."""

from dragoman.intake.fetch import is_address, read_url
from dragoman.intake.paths import holds_many, read_file, read_path, read_stdin
from dragoman.intake.plain import report_of, report_of_bytes
from dragoman.intake.problem import Arrival, IntakeError, Problem
from dragoman.intake.table import Columns

__all__ = [
    "Arrival",
    "Columns",
    "IntakeError",
    "Problem",
    "holds_many",
    "is_address",
    "read_file",
    "read_path",
    "read_stdin",
    "read_url",
    "report_of",
    "report_of_bytes",
]

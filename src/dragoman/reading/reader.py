"""The reader: runs the stages over one report, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from dragoman.language import English, Language, default_language
from dragoman.lexicon import Lexicon
from dragoman.reading import (  # noqa: F401  (each registers its stage)
    attribution,
    calendar,
    commitments,
    coreference,
    events,
    factuality,
    figures,
    frames,
    instruments,
    joint_authors,
    mentions,
    positions,
)
from dragoman.reading.assemble import assemble
from dragoman.reading.draft import STAGES, Draft
from dragoman.reading.layout_tokens import body_start, title_end
from dragoman.record import ReaderMark, Reading, Report
from dragoman.version import VERSION
from dragoman.world import World

ORDER = (
    "calendar", "mentions", "coreference", "joint_authors", "frames", "attribution", "speakers", "factuality", "events", "instruments",
    "commitments", "positions", "figures",
)  # fmt: skip


class Reader:
    """Reads reports.

    Args:
        language: a callable from text to a spaCy Doc with Universal Dependencies labels; None for our own English model.
        world: who exists; None for the shipped tables.
        stages: names of the stages to run, in order; None for all.

    Raises:
        KeyError: where a stage is unknown.
    """

    def __init__(self, language: Language | None = None, world: World | None = None, stages: Sequence[str] | None = None) -> None:
        self.language = language if language is not None else default_language()
        self.world = world if world is not None else World.default()
        self.lexicon = Lexicon()
        self.stages = {name: STAGES[name] for name in (stages or ORDER)}
        meta = getattr(self.language, "meta", {})
        self.mark = ReaderMark(version=VERSION, model=str(getattr(self.language, "id", None) or meta.get("name", "unknown")))

    def draft(self, report: Report) -> Draft:
        """The finished draft of a report, for those who want to see the stages' work."""
        head, body = title_end(report), body_start(report)
        doc = self._doc(report.text, {head, body} - {0})
        draft = Draft(report, doc, self.world, self.lexicon)
        draft.title_end = next((t.i for t in doc if t.idx >= head and not t.is_space), len(doc)) if head else 0
        draft.body = next((t.i for t in doc if t.idx >= body and not t.is_space), len(doc)) if body else 0
        for run in self.stages.values():
            run(draft)
        return draft

    def read(self, report: Report | str) -> Reading:
        """Read one report.

        Args:
            report: the report, or its bare text.

        Raises:
            ValueError: where the report has no words.
        """
        if isinstance(report, str):
            report = Report.of(report)
        if not report.text.strip():
            raise ValueError("the report is empty: there is nothing to read")
        return assemble(self.draft(report), self.mark)

    def read_all(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Read reports one after the other."""
        for report in reports:
            yield self.read(report)

    def _doc(self, text: str, breaks: set[int]) -> Doc:
        if isinstance(self.language, English):
            return self.language(text, breaks)
        return self.language(text)

"""Quotations without a cue of their own: they go on from whoever spoke before."""

from __future__ import annotations

from dragoman.reading.draft import StatementNote
from dragoman.reading.hearing import Hearing


class FreeQuotations:
    """Gives quotations that no cue reports to the speaker before them."""

    def __init__(self, hearing: Hearing) -> None:
        self._hearing = hearing
        self._doc = hearing.doc
        self._draft = hearing.draft

    def hear(self) -> None:
        """A quotation that no cue reports goes on from the statement before it, in its paragraph or the one before."""
        covered: set[int] = set()
        for statement in self._hearing.found:
            for a, b in statement.content:
                covered.update(range(a, b))
        for quotation in self._hearing.quotations:
            start, end = quotation.stretch
            if start < self._draft.body or start + 1 in covered:
                continue
            last = self._statement_before(start)
            alone = self._stands_alone(start, end)
            if not (alone or (quotation.whole and self._goes_on(last, start))):
                continue
            if not quotation.whole and (last is None or last.quotation != "direct" or self._doc[start + 1].text[:1].islower()):
                continue  # a few words that stand alone go on only from a quotation
            if last is None or quotation.paragraph - self._hearing.paragraphs[last.content[-1][1] - 1] > 1:
                continue
            self._hearing.found.append(
                StatementNote(
                    last.source,
                    last.source_stretch,
                    None,
                    [self._hearing.contents.trimmed(start, end)],
                    "direct",
                    rule="quotation.continued",
                )
            )
        self._hearing.found.sort(key=lambda s: (s.cue or s.content[0])[0])

    def _goes_on(self, last: StatementNote | None, start: int) -> bool:
        """Whether a quotation is coordinated with the cue of the statement before it ("she added; and later, ...")."""
        if last is None or last.cue is None or self._doc[last.cue[0]].sent != self._doc[start].sent:
            return False
        between = self._doc[max(last.cue[1], last.content[-1][1]) : start]
        return any(t.dep_ == "cc" for t in between) and not any(
            t.dep_.startswith("nsubj") and t.i > last.cue[1] + 1 for t in between
        )

    def _stands_alone(self, start: int, end: int) -> bool:
        """Whether a quotation is a sentence of its own, not a part of the report's."""
        opens = (
            self._doc[start].is_sent_start or self._doc[start + 1].is_sent_start or start == 0 or self._doc[start - 1].is_space
        )
        return bool(opens) and (end >= len(self._doc) or self._doc[end].is_space or bool(self._doc[end].is_sent_start))

    def _statement_before(self, at: int) -> StatementNote | None:
        before = [s for s in self._hearing.found if s.content[-1][1] <= at or (s.cue is not None and s.cue[1] <= at)]
        return max(before, key=lambda s: (s.cue or s.content[0])[0], default=None)

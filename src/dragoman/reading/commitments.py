"""Commitments: what instruments and promises bind somebody to, or are said not to."""

from __future__ import annotations

from dragoman.reading.commitment_promises import promises
from dragoman.reading.commitment_terms import terms
from dragoman.reading.draft import CommitmentNote, Draft, Stretch, stage
from dragoman.reading.instrument_uses import Uses


@stage("commitments")
def find_commitments(draft: Draft) -> None:
    """Fill ``draft.commitments``, in the order of the words; what an instrument's words tell wins over a plain promise."""
    uses = Uses(draft)
    kept: list[CommitmentNote] = []
    for note in [*terms(draft, uses), *promises(draft, uses)]:
        if note.obligors and not any(_is_same(draft, note, other) for other in kept):
            kept.append(note)
    draft.commitments = sorted(kept, key=lambda n: n.evidence[0])


def _is_same(draft: Draft, one: CommitmentNote, other: CommitmentNote) -> bool:
    """Whether two notes tell one commitment: they share words, or say the same of the same parties."""
    if _overlap(one.evidence[0], other.evidence[0]):
        return True
    if (one.kind, set(one.obligors), one.negated) != (other.kind, set(other.obligors), other.negated):
        return False
    words = [{t.lemma_.lower() for t in draft.doc[a:b] if t.pos_ in {"NOUN", "VERB", "PROPN"}} for (a, b) in (one.evidence[0], other.evidence[0])]
    return len(words[0] & words[1]) * 2 > min(len(words[0]), len(words[1]))


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]

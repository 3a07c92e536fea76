"""Commitments: what instruments and promises bind somebody to, or are said not to."""

from __future__ import annotations

from dragoman.reading.commitment_promises import promises
from dragoman.reading.commitment_terms import terms
from dragoman.reading.draft import CommitmentNote, Draft, Stretch, stage
from dragoman.reading.frames import preposition_of
from dragoman.reading.instrument_uses import Uses


@stage("commitments")
def find_commitments(draft: Draft) -> None:
    """Fill ``draft.commitments``, in the order of the words; what an instrument's words tell wins over a plain promise."""
    uses = Uses(draft)
    kept: list[CommitmentNote] = []
    for note in [*terms(draft, uses), *promises(draft, uses)]:
        if note.obligors and not any(_is_same(draft, note, other) for other in kept):
            kept.append(note)
    for note in kept:
        if note.instrument is None:
            note.instrument = _instrument_beside(draft, note)
    draft.commitments = sorted(kept, key=lambda n: n.evidence[0])


def _instrument_beside(draft: Draft, note: CommitmentNote) -> int | None:
    """The instrument under which, or in which, a promise of the same sentence is made."""
    sentence = draft.doc[note.evidence[0][0]].sent
    for k, instrument in enumerate(draft.instruments):
        for head in instrument.heads:
            if (
                sentence.start <= head < sentence.end
                and preposition_of(draft.doc[head]) in {"under", "in"}
                and set(note.obligors) <= set(instrument.parties)
            ):
                return k
    return None


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

"""Events that are done by saying something of another actor: calls by modal verbs, blame by what it is said to have done.

"Iran must withdraw", said for another state, is a demand on Iran; "Iran has violated the accord" is an accusation.
"""

from __future__ import annotations

from dragoman.reading.draft import Draft, EventNote, Frame
from dragoman.reading.matching import is_international

_OBLIGES = {"must", "should", "ought"}
_DOUBTS = {"if", "unless", "whether"}


def acts_of_speech(draft: Draft, swallowed: set[int]) -> list[EventNote]:
    """One event for each clause, inside a statement made for a state, that demands something of another or blames it."""
    wrongs, duties = (draft.lexicon.classes.get(c, frozenset()) for c in ("wrongdoing", "duty"))
    notes = []
    for k, frame in enumerate(draft.frames):
        if frame.kind != "verb" or frame.anchor in swallowed or "subj" not in frame.slots:
            continue
        demands, denied = _demands(draft, frame), _is_denied(draft, frame)
        word = frame.lemma.split("_")[0]
        blamed = word in duties if denied else word in wrongs
        if not (blamed or (demands and not denied)):
            continue
        found = _sides(draft, frame)
        if found is None or any(c.dep_ == "mark" and c.lower_ in _DOUBTS for c in draft.doc[frame.anchor].children):
            continue
        speaker, others, chain = found
        if demands and not denied:
            notes.append(_note(draft, k, "REQUEST", "100", "request.by-modal", speaker, others, chain))
        else:
            notes.append(_note(draft, k, "ACCUSE", "112", "accuse.by-claim", speaker, others, chain))
    return notes


def _demands(draft: Draft, frame: Frame) -> bool:
    token = draft.doc[frame.anchor]
    modal = any(c.dep_ == "aux" and c.lower_ in _OBLIGES for c in token.children)
    needs = frame.lemma in {"need", "have"} and any(draft.doc[i].dep_ == "xcomp" for i in frame.slots.get("comp", []))
    return modal or needs


def _sides(draft: Draft, frame: Frame) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
    """Who speaks, of which other actors, and the chain of sources; None where it is nobody's word for a state."""
    chain = draft.attribution_at(frame.anchor)
    if not chain or chain[-1] not in draft.actors:
        return None
    speaker = draft.responsible(chain[-1])
    subjects = [a for i in frame.slots["subj"] for a in draft.states_at(i, conjuncts=False)]
    others = tuple(dict.fromkeys(a for a in subjects if a != speaker and is_international(draft, a)))
    return (speaker, others, chain) if others and is_international(draft, speaker) else None


def _is_denied(draft: Draft, frame: Frame) -> bool:
    """Whether the clause says that it did not happen ("has *not* fulfilled its pledges")."""
    token = draft.doc[frame.anchor]
    return any(c.lower_ in {"not", "n't", "never"} and c.dep_ == "advmod" for c in token.children) or draft.statuses.get(frame.anchor) == "negated"


def _note(draft: Draft, k: int, kind: str, cameo: str, rule: str, speaker: str, others: tuple[str, ...], chain: tuple[str, ...]) -> EventNote:
    frame = draft.frames[k]
    sentence = draft.doc[frame.anchor].sent
    first, last = draft.subtree(frame.anchor)
    named = tuple(a for a in chain[-1:] if draft.actors[a].kind in {"person", "government-body"})
    return EventNote(
        kind, frame.anchor, (max(first, sentence.start), min(last, sentence.end)), (speaker,), others, named, cameo=cameo,
        attribution=chain[:-1], confidence=0.55, frame=k, rule=rule,
    )  # fmt: skip

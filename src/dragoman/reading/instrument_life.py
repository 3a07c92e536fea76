"""The life of an instrument: its state, when and where it was signed, by whom, and when it ended."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.lexicon.instruments import relations_by_form, states_by_form
from dragoman.reading.draft import Draft
from dragoman.reading.instrument_grouping import Group
from dragoman.reading.instrument_uses import Use, Uses
from dragoman.reading.settings import Times, place_of, time_of

_RANK = ("unknown", "proposed", "negotiated", "in-force", "signed", "ratified", "suspended", "withdrawn", "replaced", "terminated", "broken-down")
_REALISING = {"signed", "ratified", "in-force", "suspended", "withdrawn", "terminated", "broken-down"}
_ENDING = {"terminated", "broken-down", "withdrawn"}
_ENTERING = {"enter", "enters", "entered", "entering", "come", "comes", "came"}
_LOSING = {"lose", "loses", "lost"}
_TAKING = {"take", "takes", "took", "taking", "taken"}
_ADJECTIVES = {
    "proposed": "proposed", "possible": "proposed", "planned": "proposed", "draft": "negotiated", "tentative": "negotiated", "present": "in-force",
    "existing": "in-force", "current": "in-force", "operative": "in-force", "defunct": "terminated",
}  # fmt: skip


@dataclass
class Life:
    """What a report tells of an instrument's life; periods are EDTF."""

    state: str = "unknown"
    signed: str | None = None
    place: str | None = None
    in_force: str | None = None
    ended: str | None = None
    signatories: list[tuple[str, str | None]] = field(default_factory=list)
    status: str = "actual"


def state_of_use(use: Use) -> str | None:
    """The state that a predicate tells of the instrument in its slot; None where it tells nothing."""
    phrase = states_by_form().get((use.form, use.role)) or states_by_form().get((use.form.split("_")[0], use.role))
    return phrase.state if phrase else None


def is_real(draft: Draft, use: Use) -> bool:
    """Whether a use is said to have happened, and nothing above it is only possible or to come."""
    token = draft.doc[use.anchor]
    while True:
        if draft.statuses.get(token.i, "actual") not in {"actual", "historical"}:
            return False
        if token.head.i == token.i or token.dep_ == "acl:relcl" or (token.dep_ == "acl" and token.morph.get("Tense", []) == ["Past"]):
            return True
        token = token.head


def realised_heads(draft: Draft, heads: list[int], uses: Uses) -> set[int]:
    """Those of the heads whose instrument is said to exist."""
    return {h for h in heads for use in uses.of(h) if state_of_use(use) in _REALISING and is_real(draft, use)}


def life_of(draft: Draft, group: Group, uses: Uses, times: Times) -> Life:
    """Follow all the uses of an instrument."""
    life = Life()
    best = "unknown"
    statuses: list[str] = []
    for mention in group.mentions:
        for token in draft.doc[mention.stretch[0] : mention.head]:
            told = _ADJECTIVES.get(token.lower_)
            best = max(best, told or best, key=_RANK.index)
        for use in uses.of(mention.head):
            state = state_of_use(use) or _state_by_force(draft, use)
            status = draft.statuses.get(use.anchor, "actual")
            statuses.append(status)
            if _is_not_renewed(draft, use):
                best = max(best, "terminated", key=_RANK.index)
                life.ended = life.ended or _time_under(draft, use.anchor)
                continue
            if state is None:
                continue
            if not is_real(draft, use):
                if state in {"signed", "ratified", "negotiated", "proposed"}:
                    best = max(best, "negotiated" if status == "future" and state == "signed" else "proposed", key=_RANK.index)
                elif state == "terminated" and use.frame is not None:
                    life.ended = life.ended or time_of(draft, draft.frames[use.frame], times)
                continue
            best = max(best, state, key=_RANK.index)
            if use.frame is not None:
                _dates(draft, life, use, state, times)
    if best == "unknown" and (group.known is not None or group.year is not None):
        best = "in-force"
    life.state = best
    life.status = "negated" if all(m.article == "no" for m in group.mentions) else _status(best, statuses, group.realised)
    return life


def _state_by_force(draft: Draft, use: Use) -> str | None:
    """ "the treaty entered into force", "took effect", "lost its force"."""
    if use.frame is None or use.role != "subj":
        return None
    slots = draft.frames[use.frame].slots
    words = {draft.doc[i].lower_ for role in ("into", "obj") for i in slots.get(role, ())}
    if use.form in _LOSING and words & {"force", "effect", "validity"}:
        return "terminated"
    return "in-force" if (use.form in _ENTERING and "force" in words) or (use.form in _TAKING and "effect" in words) else None


def _is_not_renewed(draft: Draft, use: Use) -> bool:
    """ "it will not extend the treaty"."""
    phrase = relations_by_form().get(use.form.split("_")[0])
    return (
        phrase is not None
        and phrase.kind == "extends"
        and use.role == "obj"
        and any(c.lower_ in {"not", "n't", "never"} for c in draft.doc[use.anchor].children)
    )


def _time_under(draft: Draft, anchor: int) -> str | None:
    """The last time told in the clause of a predicate."""
    under = {t.i for t in draft.doc[anchor].subtree}
    values = [n.value for n in draft.times if n.value and n.stretch[0] in under]
    return values[-1] if values else None


def _dates(draft: Draft, life: Life, use: Use, state: str, times: Times) -> None:
    assert use.frame is not None
    frame = draft.frames[use.frame]
    if state == "signed":
        life.signed = life.signed or time_of(draft, frame, times)
        place = place_of(draft, frame)
        life.place = life.place or (place[0] if place else None)
        for head in frame.slots.get("subj", ()):
            for actor in draft.actors_at(head, conjuncts=False):
                note = draft.actors.get(actor)
                if note is not None and note.kind == "person" and all(actor != a for a, _ in life.signatories):
                    life.signatories.append((actor, note.state))
    elif state == "in-force" and _state_by_force(draft, use):
        life.in_force = life.in_force or time_of(draft, frame, times)
    elif state in _ENDING:
        life.ended = life.ended or time_of(draft, frame, times)


def _status(state: str, statuses: list[str], realised: bool) -> str:
    if realised or state in _REALISING:
        return "historical" if state in {"terminated", "broken-down"} else "actual"
    if statuses and all(s == "hypothetical" for s in statuses):
        return "hypothetical"
    if "future" in statuses:
        return "future"
    return "hypothetical" if state == "proposed" and statuses and "actual" not in statuses else "actual"

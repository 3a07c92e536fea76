"""Offices: what each person of the report is, by the report's word first and the world's second."""

from __future__ import annotations

from dragoman.reading.draft import ActorNote, Draft
from dragoman.reading.titles import same_title

_NO_OFFICE = {"host", "official"}  # says whose, not what


def settle_offices(draft: Draft, on: str | None) -> None:
    """Give each person an office and the state it stands for.

    Args:
        draft: after the mentions.
        on: the day of the report.
    """
    _counterparts(draft)
    for note in draft.actors.values():
        if note.kind != "person":
            continue
        if note.title in _NO_OFFICE:
            note.title = None
        terms = list(draft.world.terms_of(note.world or note.id, on)) if on else []
        if terms:
            # "U.S. Treasury Secretary": the department's head holds an office of the state.
            fitting = [t for t in terms if note.of is None or note.of == t.of or note.of.startswith(f"{t.of}:") and _bare(note.title, t.title)]
            term = (
                next((t for t in fitting if same_title(t.title, note.title)), None)
                or next((t for t in fitting if _bare(note.title, t.title)), None)
                or terms[0]
            )
            if (
                note.office_source != "report"
                or note.title is None
                or note.title == term.title
                or (term in fitting and _bare(note.title, term.title))
            ):
                note.title, note.of = term.title, term.of
                note.since, note.until, note.office_source = term.start or None, term.end or None, "world"
            elif same_title(note.title, term.title):
                note.of, note.since, note.until = note.of or term.of, term.start or None, term.end or None
        place_note(draft, note)


def _bare(said: str | None, full: str) -> bool:
    """Whether a title as the report has it is the short form of a fuller one ("secretary" of "secretary of state"), or a word for any head."""
    if said is None:
        return False
    if full.startswith(f"{said} to "):
        return False  # "ambassador" is how ambassadors to all places are called
    return said in {"leader", "chief", "ruler", "strongman", "head", "boss"} or (
        len(said.split()) == 1 and said in full.split() and said != full and full.split()[0] not in {"deputy", "vice", "assistant"}
    )


def place_note(draft: Draft, note: ActorNote) -> None:
    """The country and state of a person whose office's owner is told."""
    if note.of:
        owner = draft.actors.get(note.of)
        sense = draft.world.actor(note.of)
        note.state = (owner.state if owner else None) or (sense.state if sense else None) or note.of.split(":")[0]
        if sense is not None and sense.kind == "state":
            note.country = note.country or note.of
        elif ":" in note.of:
            note.country = note.country or note.of.split(":")[0]
    elif note.country:
        note.state = note.country
    note.sector = note.sector or ("GOV" if note.of and note.title else None)


def _counterparts(draft: Draft) -> None:
    """ "the minister met his Chinese counterpart NAME": the same office, held for another."""
    named = sorted((m.head, m.actors[0]) for m in draft.mentions if m.kind == "name" and m.actors and draft.actors[m.actors[0]].kind == "person")
    for head, actor in named:
        note = draft.actors[actor]
        if note.title != "counterpart":
            continue
        before = [draft.actors[a] for h, a in named if h < head and a != actor and draft.actors[a].title not in {None, "counterpart"}]
        note.title = before[-1].title if before else None

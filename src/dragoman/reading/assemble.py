"""Turns a finished draft into a Reading: tokens become spans, notes become records, ids are given in text order."""

from __future__ import annotations

from dragoman.reading.draft import CommitmentNote, Draft, InstrumentNote, PositionNote
from dragoman.record import (
    Actor,
    Commitment,
    Event,
    Figure,
    Instrument,
    Office,
    Place,
    Position,
    ReaderMark,
    Reading,
    ReferenceDate,
    Relation,
    Signatory,
    Span,
    Statement,
    Warning_,
)


def assemble(draft: Draft, mark: ReaderMark) -> Reading:
    """The reading of a draft."""
    inside: dict[int, list[CommitmentNote]] = {}
    alone: list[CommitmentNote] = []
    for commitment in draft.commitments:
        if commitment.instrument is None:
            alone.append(commitment)
        else:
            inside.setdefault(commitment.instrument, []).append(commitment)
    numbers = {id(c): f"c{k}" for k, c in enumerate([*(c for i in sorted(inside) for c in inside[i]), *alone], 1)}
    return Reading(
        reader=mark,
        report=draft.report,
        reference_date=ReferenceDate(
            value=draft.date.value, stated=draft.date.stated, agrees=draft.date.agrees, evidence=tuple(draft.date.evidence)
        ),
        actors=_actors(draft),
        events=tuple(_event(draft, k) for k in range(len(draft.events))),
        instruments=tuple(
            _instrument(draft, k, note, [_commitment(draft, c, numbers[id(c)]) for c in inside.get(k, [])])
            for k, note in enumerate(draft.instruments)
        ),
        commitments=tuple(_commitment(draft, c, numbers[id(c)]) for c in alone),
        statements=_statements(draft),
        positions=tuple(
            Position.model_validate(
                {
                    "id": f"p{k}",
                    "holder": holder,
                    "stance": p.stance,
                    "target": draft.span(p.target),
                    "target_actor": p.target_actor,
                    "topic": p.topic,
                    "reason": draft.span(p.reason) if p.reason else None,
                    "attribution": p.attribution,
                    "evidence": tuple(draft.span(e) for e in p.evidence),
                    "rule": p.rule,
                }
            )
            for k, (holder, p) in enumerate(_positions(draft), 1)
        ),  # fmt: skip
        figures=tuple(
            Figure.model_validate(
                {
                    "id": f"f{k}",
                    "measure": f.measure,
                    "from": f.from_,
                    "to": f.to,
                    "value": f.value,
                    "unit": f.unit,
                    "change": f.change,
                    "period": f.period,
                    "goods": f.goods,
                    "attribution": f.attribution,
                    "evidence": tuple(draft.span(e) for e in f.evidence),
                    "rule": f.rule,
                }
            )
            for k, f in enumerate(draft.figures, 1)
        ),  # fmt: skip
        warnings=tuple(Warning_(kind=w.kind, message=w.message, evidence=tuple(w.evidence)) for w in draft.warnings),
    )


# From this many on, holders of one position in one sentence hold it jointly and make one fact.
_JOINT = 3


def _positions(draft: Draft) -> list[tuple[str | tuple[str, ...], PositionNote]]:
    """Positions with their holders: those that several take jointly ("We, the ministers of ...") are one."""
    groups: dict[tuple[str, tuple[int, int], str], list[PositionNote]] = {}
    for note in draft.positions:
        groups.setdefault((note.stance, note.target, note.rule), []).append(note)
    found: list[tuple[str | tuple[str, ...], PositionNote]] = []
    for notes in groups.values():
        if len(notes) >= _JOINT:
            found.append((tuple(n.holder for n in notes), notes[0]))
        else:
            found += [(n.holder, n) for n in notes]
    return found


def _actors(draft: Draft) -> tuple[Actor, ...]:
    spans: dict[str, list[Span]] = {}
    for mention in draft.mentions:
        for actor in mention.actors:
            if mention.named or draft.actors[actor].kind != "person":
                spans.setdefault(actor, []).append(draft.span(mention.stretch))
    used = set(spans)
    for event in draft.events:
        used |= {*event.actors, *event.recipients, *event.participants}
    found = []
    for identity, note in draft.actors.items():
        if identity not in used:
            continue
        office = None
        if note.title:
            office = Office.model_validate({
                "title": note.title, "of": note.of, "since": note.since, "until": note.until, "source": note.office_source or "report",
            })  # fmt: skip
        found.append(
            Actor.model_validate({
                "id": identity, "kind": note.kind, "name": note.name, "country": note.country, "sector": note.sector, "office": office,
                "mentions": tuple(dict.fromkeys(spans.get(identity, ()))),
            })
        )  # fmt: skip
    return tuple(found)


def _event(draft: Draft, k: int) -> Event:
    note = draft.events[k]
    place = Place(name=note.place[0], country=note.place[1], lat=note.place[2], lon=note.place[3]) if note.place else None
    return Event.model_validate({
        "id": f"e{k + 1}", "type": note.type, "mode": note.mode, "contexts": note.contexts, "cameo": note.cameo, "actors": note.actors,
        "recipients": note.recipients, "participants": note.participants, "time": note.time, "place": place, "status": note.status,
        "attribution": note.attribution, "instrument": note.instrument, "confidence": note.confidence,
        "anchor": draft.span((note.anchor, note.anchor + 1)),
        "evidence": tuple(draft.span(s) for s in [note.stretch, *note.also]), "rule": note.rule,
    })  # fmt: skip


def _instrument(draft: Draft, k: int, note: InstrumentNote, commitments: list[Commitment]) -> Instrument:
    mentions = tuple(draft.span(m) for m in note.mentions)
    return Instrument.model_validate({
        "id": f"i{k + 1}", "kind": note.kind, "name": note.name, "parties": note.parties,
        "signatories": tuple(Signatory.model_validate({"person": person, "for": party}) for person, party in note.signatories),
        "signed": note.signed, "place": note.place, "in_force": note.in_force, "ended": note.ended, "year": note.year, "state": note.state,
        "relations": tuple(Relation.model_validate({"kind": kind, "to": f"i{to + 1}"}) for kind, to in note.relations),
        "subjects": note.subjects, "commitments": tuple(commitments), "mentions": mentions, "evidence": mentions,
        "attribution": note.attribution, "status": note.status, "rule": note.rule,
    })  # fmt: skip


def _commitment(draft: Draft, note: CommitmentNote, number: str) -> Commitment:
    return Commitment.model_validate({
        "id": number, "kind": note.kind, "obligors": note.obligors, "obligees": note.obligees,
        "trigger": draft.span(note.trigger).text if note.trigger else None, "strength": note.strength, "negated": note.negated,
        "subject": note.subject, "attribution": note.attribution, "evidence": tuple(draft.span(e) for e in note.evidence), "rule": note.rule,
    })  # fmt: skip


def _statements(draft: Draft) -> tuple[Statement, ...]:
    found = []
    for k, note in enumerate(draft.statements, 1):
        chain: list[str] = list(note.via)
        outer = note.outer
        while outer is not None and len(chain) < 20:
            above = draft.statements[outer]
            chain[:0] = [*above.via, *draft.link_of(above.source, above.source_stretch)]
            outer = above.outer
        found.append(
            Statement.model_validate({
                "id": f"s{k}", "source": note.source, "source_text": draft.span(note.source_stretch) if note.source_stretch else None,
                "cue": draft.span(note.cue) if note.cue else None, "content": tuple(draft.span(c) for c in note.content),
                "quotation": note.quotation, "certainty": note.certainty, "attribution": tuple(chain), "addressees": note.addressees,
                "time": note.time, "about": tuple(note.about), "rule": note.rule,
            })
        )  # fmt: skip
    return tuple(found)

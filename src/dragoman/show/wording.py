"""Facts in words: what every way of showing a reading says, before it is laid out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.record import Actor, Commitment, Event, Figure, Instrument, Position, Reading, Span, Statement
from dragoman.show.periods import in_words

_OBLIGATIONS = {
    "defense": "come to the other's defense",
    "offense": "join in attack",
    "neutrality": "stay neutral",
    "nonaggression": "not attack",
    "consultation": "consult",
    "coordination": "act in coordination",
    "cooperation": "cooperate",
    "recognition": "recognize",
    "arms-limitation": "limit arms",
    "non-interference": "not interfere",
    "territorial": "a territorial undertaking",
    "aid": "give aid",
    "trade": "trade",
    "dispute-settlement": "settle disputes peacefully",
    "other": "another undertaking",
}
_STRENGTHS = {"obligation": "", "readiness": "readiness", "possibility": "possibility only", "aspiration": "aspiration"}
_SURE = {"certain": "as certain", "probable": "as probable", "possible": "as possible", "denied": "as untrue", "unstated": ""}
_STANCES = {"supports": "supports", "opposes": "opposes", "neutral": "is neutral on", "conditional": "supports on conditions"}
_RELATIONS = {
    "replaces": "replaces", "amends": "amends", "implements": "implements", "extends": "extends", "terminates": "terminates",
    "reaffirms": "reaffirms", "accompanies": "goes with", "cites": "cites",
}  # fmt: skip
_CHANGES = {"increase": "up", "decrease": "down", "level": "unchanged"}


def one_line(words: str) -> str:
    """Words of a report on one line, without control characters (some steer a terminal)."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", words).split())


def quoted(spans: Iterable[Span], most: int | None = None) -> str:
    """The evidence in quotation marks, stretches parted by an ellipsis.

    Args:
        spans: the evidence.
        most: characters after which it is cut in the middle; None for all of it.
    """
    given = list(dict.fromkeys(spans))
    # A stretch inside another one says nothing new.
    outer = [s for s in given if not any(o != s and o.start <= s.start and s.end <= o.end for o in given)]
    words = " … ".join(one_line(span.text) for span in outer)
    if most is not None and len(words) > most:
        # Cut between words: the first and the last piece of a cut word tell nothing.
        words = f"{words[: most * 2 // 3].rsplit(' ', 1)[0]} … {words[-(most // 3) :].split(' ', 1)[-1]}"
    return f"“{words}”"


@dataclass(frozen=True)
class Claims:
    """What one source says: ``source`` in words, and the statements in the order of the report."""

    source: str
    statements: tuple[Statement, ...]


class Wording:
    """The words for one reading's facts; actors by their names.

    Args:
        reading: the reading.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._names = {actor.id: actor.name for actor in reading.actors}
        self._instruments = {instrument.id: instrument.name for instrument in reading.instruments}

    def actor(self, who: str) -> str:
        """The name of an actor; an id or an unnamed source's words stand for themselves."""
        return one_line(self._names.get(who, who))

    def actors(self, whom: Iterable[str]) -> str:
        """Names in a row: "Russia, China and Japan"."""
        names = [self.actor(who) for who in whom]
        return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)

    def instrument(self, which: str) -> str:
        """The name of an instrument."""
        return one_line(self._instruments.get(which, which))

    def office(self, actor: Actor) -> str:
        """The office as held on the reference date: "president of Russia, 7 May 2000 – 7 May 2008"."""
        office = actor.office
        if office is None:
            return ""
        words = office.title + (f" of {self.actor(office.of)}" if office.of else "")
        if office.since or office.until:
            words += ", " + in_words(f"{office.since or '..'}/{office.until or '..'}")
        return one_line(words) + (" (as the report says)" if office.source == "report" else "")

    def word_of(self, chain: Iterable[str]) -> str:
        """On whose word: "Tass, citing Alexander Losyukov"; empty where the report speaks itself."""
        return ", citing ".join(self.actor(source) for source in chain)

    def dealing(self, event: Event) -> str:
        """Who to whom: "Russia → United States"; all parties where it is mutual."""
        actors, recipients = self.actors(event.actors) or "somebody", self.actors(event.recipients)
        return f"{actors} → {recipients}" if recipients else actors

    def kind(self, event: Event) -> str:
        """Type and mode: "CONSULT (visit)"."""
        return f"{event.type} ({event.mode})" if event.mode else event.type

    def circumstances(self, event: Event) -> list[str]:
        """What else is known of an event: where, by whom in person, under which instrument, on whose word."""
        word = self.word_of(event.attribution)
        parts = (
            ("" if event.status == "actual" else event.status),
            (f"in {one_line(event.place.name)}" if event.place else ""),
            (f"by {self.actors(event.participants)}" if event.participants else ""),
            (f"under {self.instrument(event.instrument)}" if event.instrument else ""),
            (f"on the word of {word}" if word else ""),
        )
        return [part for part in parts if part]

    def standing(self, instrument: Instrument) -> list[str]:
        """Kind, state, parties, dates and signatories of an instrument."""
        signers = ", ".join(
            self.actor(s.person) + (f" for {self.actor(s.for_)}" if s.for_ and s.for_ != s.person else "") for s in instrument.signatories
        )
        word = self.word_of(instrument.attribution)
        signing = (
            in_words(instrument.signed) if instrument.signed else "",
            f"in {one_line(instrument.place)}" if instrument.place else "",
            f"by {signers}" if signers else "",
        )
        signed = " ".join(filter(None, ("signed", *signing))) if instrument.state == "signed" or any(signing) else ""
        parts = (
            instrument.kind if instrument.kind != "other" else "",
            instrument.state.replace("-", " ") if instrument.state not in {"unknown", "signed"} else "",
            "" if instrument.status == "actual" else instrument.status,
            f"between {self.actors(instrument.parties)}" if len(instrument.parties) > 1 else f"of {self.actors(instrument.parties)}"
            if instrument.parties else "",
            f"from {in_words(instrument.year)}" if instrument.year and not instrument.signed else "",
            signed,
            f"in force {in_words(instrument.in_force)}" if instrument.in_force else "",
            f"ended {in_words(instrument.ended)}" if instrument.ended else "",
            f"on {', '.join(instrument.subjects)}" if instrument.subjects else "",
            f"on the word of {word}" if word else "",
        )  # fmt: skip
        return [part for part in parts if part]

    def relations(self, instrument: Instrument) -> list[str]:
        """What an instrument is to others: "replaces the 1949 pact"."""
        return [f"{_RELATIONS[relation.kind]} {self.instrument(relation.to)}" for relation in instrument.relations]

    def undertaking(self, commitment: Commitment) -> str:
        """What it binds whom to, or that it does NOT: "does NOT bind Russia and China to come to the other's defense"."""
        who = self.actors(commitment.obligors) or "its parties"
        obligees = [one for one in commitment.obligees if one not in commitment.obligors]
        whom = f" (towards {self.actors(obligees)})" if obligees else ""
        subject = f": {one_line(commitment.subject)}" if commitment.subject else ""
        verb = "does NOT bind" if commitment.negated else "binds"
        return f"{verb} {who} to {_OBLIGATIONS[commitment.kind]}{whom}{subject}"

    def conditions(self, commitment: Commitment) -> list[str]:
        """Strength, trigger and on whose word."""
        word = self.word_of(commitment.attribution)
        parts = (
            _STRENGTHS[commitment.strength],
            f"condition: {one_line(commitment.trigger)}" if commitment.trigger else "",
            f"on the word of {word}" if word else "",
        )
        return [part for part in parts if part]

    def source(self, statement: Statement) -> str:
        """Who says it, with those through whom it is known."""
        own = statement.source or (one_line(statement.source_text.text) if statement.source_text else "an unnamed source")
        return self.word_of([*statement.attribution, own])

    def claims(self) -> list[Claims]:
        """Statements by source, each source where it first speaks."""
        by_source: dict[str, list[Statement]] = {}
        for statement in sorted(self.reading.statements, key=lambda s: s.content[0].start):
            by_source.setdefault(self.source(statement), []).append(statement)
        return [Claims(source, tuple(statements)) for source, statements in by_source.items()]

    def said_to(self, statement: Statement) -> list[str]:
        """How, when, to whom and about what a statement was made."""
        parts = (
            "" if statement.quotation == "indirect" else "in the source's own words" if statement.quotation == "direct" else "partly quoted",
            _SURE[statement.certainty],
            in_words(statement.time) if statement.time else "",
            f"to {self.actors(statement.addressees)}" if statement.addressees else "",
            f"about {', '.join(self.instrument(about) for about in statement.about)}" if statement.about else "",
        )
        return [part for part in parts if part]

    def own_assertions(self) -> list[tuple[str, str, tuple[Span, ...]]]:
        """What the report asserts in its own voice: the fact's id, what it is in words, and its evidence, in order."""
        facts: list[tuple[str, str, tuple[Span, ...]]] = []
        for event in self.reading.events:
            if not event.attribution:
                facts.append((event.id, f"{self.kind(event)}: {self.dealing(event)}", event.evidence))
        for position in self.reading.positions:
            if not position.attribution:
                facts.append((position.id, self.stance(position), position.evidence))
        for figure in self.reading.figures:
            if not figure.attribution:
                facts.append((figure.id, self.amount(figure), figure.evidence))
        for commitment in self.all_commitments():
            if not commitment.attribution:
                facts.append((commitment.id, self.undertaking(commitment), commitment.evidence))
        return sorted(facts, key=lambda fact: fact[2][0].start)

    def all_commitments(self) -> list[Commitment]:
        """Commitments inside instruments, then those without one."""
        return [c for i in self.reading.instruments for c in i.commitments] + list(self.reading.commitments)

    def stance(self, position: Position) -> str:
        """Who is for or against what: "China opposes “missile defense” (United States)"."""
        target = quoted([position.target])
        of = f" ({self.actor(position.target_actor)})" if position.target_actor else ""
        holders = (position.holder,) if isinstance(position.holder, str) else position.holder
        return f"{', '.join(map(self.actor, holders))} {_STANCES[position.stance]} {target}{of}"

    def grounds(self, position: Position) -> list[str]:
        """Topic, reason and on whose word."""
        word = self.word_of(position.attribution)
        parts = (
            f"on {one_line(position.topic)}" if position.topic else "",
            f"because {one_line(position.reason.text)}" if position.reason else "",
            f"on the word of {word}" if word else "",
        )
        return [part for part in parts if part]

    def amount(self, figure: Figure) -> str:
        """A figure in one line: "trade, Russia → China: up 32.6 percent, Jan 2001 – Jun 2001"."""
        ends = " → ".join(self.actor(who) for who in (figure.from_, figure.to) if who)
        value = "" if figure.value is None else f"{figure.value:,.10g}"
        much = " ".join(filter(None, (_CHANGES.get(figure.change or "", ""), value, one_line(figure.unit or ""))))
        parts = filter(None, (much, in_words(figure.period) if figure.period else "", ", ".join(map(one_line, figure.goods))))
        return f"{figure.measure}{', ' + ends if ends else ''}: {'; '.join(parts)}"

    def hearsay(self, figure: Figure) -> list[str]:
        """On whose word a figure stands."""
        word = self.word_of(figure.attribution)
        return [f"on the word of {word}"] if word else []

    def dated(self) -> str:
        """The reference date, with what the stamp says of it."""
        date = self.reading.reference_date
        if date.value is None:
            return "not known: the report has no stamp and nothing in it tells"
        words = in_words(date.value)
        if date.stated is None:
            return f"{words} (told from the report itself; it has no stamp)"
        if not date.agrees:
            return f"{words} (told from the report itself; the stamp says {in_words(date.stated)}, which does NOT agree)"
        return f"{words} (the stamp agrees)"

"""The nouns of the world: Sense, Person, Term, Place, Happening. Dates are EDTF; None is unknown or open."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a name can mean on a day.

    Attributes:
        id: the actor's id; for a place or a happening a slug.
        kind: a kind of the record's actors (state, person, government-body, igo ...), or "place" or "happening".
        name: what the actor is usually called, whatever name was looked up.
        use: how the name looked up stands for it: name | long | adjective | people | capital | metonym |
            abbreviation | surname | alias | place.
        country: the state it belongs to: itself for a state that exists on the day, the state that then held its
            land for one that does not; None for none.
        sector: PLOVER sector (GOV, MIL, LEG, JUD, SPY, COP, REB, OPP ...) or None.
        state: the highest responsible actor: itself for states, organisations and groups; the country for its
            bodies and for persons in its offices; the organisation for its officers; None for persons without
            an office on the day, places and happenings.
        start: the first day of the name's, office's or actor's validity.
        end: the last day, inclusive.
        table: the table that knows it.
        why: how the name leads here, for a person to read.
    """

    id: str
    kind: str
    name: str
    use: str
    country: str | None = None
    sector: str | None = None
    state: str | None = None
    start: str | None = None
    end: str | None = None
    table: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person who held an office. ``country`` is a state's id."""

    id: str
    name: str
    surname: str
    aliases: tuple[str, ...] = ()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office. ``title`` is in plain use, lower case; ``of`` a state's, body's or organisation's id."""

    person: str
    title: str
    of: str
    start: str | None
    end: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Place:
    """A city, region, water, base or site; ``lat`` and ``lon`` in degrees (WGS 84), ``country`` None for waters and wide regions."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    kind: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """A summit, war, crisis, election or round of talks that reports call by name. ``participants`` are actor ids."""

    id: str
    name: str
    kind: str
    start: str | None
    end: str | None
    place: str | None
    country: str | None
    participants: tuple[str, ...] = ()

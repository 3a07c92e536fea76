"""The gazetteer: looks up who and what a name means on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path

from dragoman.world.days import Days, days_apart, days_between, days_of, share_a_day
from dragoman.world.guards import is_title
from dragoman.world.loading import ActorRow, NameRow, Tables, load_tables
from dragoman.world.matching import Match, find_matches
from dragoman.world.nouns import Happening, Person, Place, Sense, Term
from dragoman.world.offices import Offices
from dragoman.world.ranking import COMBINING_RANK, INVALID, UNDATED, VALID, prominence, table_rank
from dragoman.world.spelling import key_of, slug, variants
from dragoman.world.user_table import faults_of_user_table, read_user_table, with_user_rows

_OWN_MASTERS = {"state", "igo", "bloc", "armed-group", "media", "ngo", "company", "people", "other"}


class World:
    """Who exists, and by which names, offices, places and happenings reports know them.

    A world is never changed; ``with_table`` gives a new one. Names are compared letter by letter with their case
    (so "Turkey" is no "turkey"), save diacritics, hyphens and the stops of abbreviations; a form written in
    capitals throughout matches too.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    @property
    def guarded(self) -> dict[str, str]:
        """Names that are also ordinary words, lower case, with their guard; see guards.py."""
        return self._tables.guarded

    @classmethod
    def default(cls) -> World:
        """The world of the shipped tables; read once.

        Raises:
            WorldTableError: where a shipped table was damaged.
        """
        return _default_world()

    def with_table(self, path: str | Path) -> World:
        """This world and a user's table, whose meanings come first.

        Args:
            path: a UTF-8 CSV with the columns id, name, kind and, where wanted, aliases, country, sector, start, end.
                A row with a known id adds names to that actor.

        Raises:
            WorldTableError: naming file, line and fix, where it cannot be read.
        """
        return World(with_user_rows(self._tables, read_user_table(Path(path), self._tables)))

    def faults(self, path: str | Path) -> list[str]:
        """All that is wrong with a user's table, one sentence each that names file, line and fix; [] where nothing is."""
        return faults_of_user_table(Path(path), self._tables)

    # --- names -------------------------------------------------------------------------------------------------

    def find(self, name: str, on: str | None = None) -> list[Sense]:
        """What a name can mean, best first.

        Meanings valid on the day come before undated ones, and those before meanings of another time; among equals
        states come first, then organisations, bodies, groups, media, persons, places, happenings. A surname means
        first whoever then held the highest office.

        Args:
            name: the name as written.
            on: an EDTF day or period; None for any time.

        Raises:
            ValueError: where ``on`` is not a period.
        """
        rows = self._rows_of_name(name)
        return list(self.ranked(rows, days_of(on) if on else None))

    def match(self, words: Sequence[str], on: str | None = None) -> list[Match]:
        """The names of actors and places in a list of tokens: longest first from the left, none overlapping.

        A surname alone is matched where one of its bearers was or had been in office on the day, or would be within
        a year; a name that is also an ordinary word only where its capital or the word before speaks for it.
        Names of happenings are left to ``match_happenings``, so that they do not hide the actors inside them.

        Args:
            words: tokens; hyphens and possessives may or may not be tokens of their own.
            on: an EDTF day or period; None for any time.

        Returns:
            First token, one past the last, and the meanings, best first.

        Raises:
            ValueError: where ``on`` is not a period.
        """
        return find_matches(self, words, days_of(on) if on else None, happenings=False)

    def match_happenings(self, words: Sequence[str], on: str | None = None) -> list[Match]:
        """Like ``match``, for the names of happenings alone ("the Geneva summit", "the Korean War")."""
        return find_matches(self, words, days_of(on) if on else None, happenings=True)

    def adjectives(self) -> tuple[str, ...]:
        """All adjectives of states and organisations ("French", "Soviet")."""
        return self._of_use("adjective")

    def peoples(self) -> tuple[str, ...]:
        """All names of a state's people ("the French", "Soviets")."""
        return self._of_use("people")

    # --- actors ------------------------------------------------------------------------------------------------

    def actor(self, id: str) -> Sense | None:
        """The actor with an id, or None. A person stands for the state of the highest and latest office held."""
        rows = self._tables.actors.get(id)
        if rows:
            return self._actor_sense(NameRow(rows[0].name, id, "name", rows[0].start, rows[-1].end, rows[0].table), None, VALID)
        if id in self._tables.persons:
            return self._person_sense(NameRow(self._tables.persons[id].name, id, "name", None, None, "persons"), None, None)
        return None

    def members(self, organisation: str, on: str | None = None) -> tuple[str, ...]:
        """Ids of an organisation's members on a day or in a period; all that ever were where ``on`` is None."""
        day = days_of(on) if on else None
        rows = self._tables.members.get(organisation, ())
        return tuple(dict.fromkeys(m for m, start, end in rows if day is None or share_a_day(days_between(start, end), day)))

    def capital_of(self, state: str, on: str | None = None) -> Place | None:
        """The seat of a state's government on a day (today's where ``on`` is None); None where we know none."""
        day = days_of(on) if on else None
        for row in self._capitals.get(state, ()):
            if share_a_day(self._days(row), day) if day else row.end is None:
                here = [p for p in self.place(row.name, on) if p.country in {state, self._holder_of_land(state, day)}]
                if here:
                    return here[0]
        return None

    # --- persons and offices -------------------------------------------------------------------------------------

    def holders(self, title: str, of: str, on: str) -> list[Term]:
        """Who held an office on a day, the exact title before its equivalents ("premier" for "prime minister").

        Args:
            title: in plain use, any case.
            of: a state's or organisation's id, or a body's, whose head is meant.
            on: an EDTF day or period.
        """
        return self.offices.holders(title, of, days_of(on))

    def terms_of(self, person: str, on: str | None = None) -> list[Term]:
        """A person's offices, on a day or ever, the highest first and then the latest."""
        return self.offices.terms_of(person, days_of(on) if on else None)

    def person(self, id: str) -> Person | None:
        """The person with an id, or None."""
        return self._tables.persons.get(id)

    def persons(self) -> Iterator[Person]:
        """All persons, in the order of the tables."""
        return iter(self._tables.persons.values())

    def persons_by_surname(self, surname: str, on: str | None = None) -> list[tuple[Person, Term | None]]:
        """Who bears a surname (any case; the last word of a longer one does), office holders of the day first.

        The term is the office held on the day, None for who held none then; where ``on`` is None, the highest one.
        """
        day = days_of(on) if on else None
        bearers = [self._tables.persons[i] for i in self._surnames.get(key_of(surname).lower(), ())]
        found = [(p, next(iter(self.offices.terms_of(p.id, day)), None)) for p in bearers]
        return sorted(found, key=lambda pair: self._person_order(pair[0].id, day))

    # --- places and happenings -----------------------------------------------------------------------------------

    def place(self, name: str, on: str | None = None) -> list[Place]:
        """The places of a name, best first. With a day, ``country`` is the state that then held the land."""
        day = days_of(on) if on else None
        rows = self._rows_of_name(name)
        found = [(self._tier(r, day), self._tables.places[r.of]) for r in rows if isinstance(r.of, int) and r.table == "places"]
        places = [p for _, p in sorted(found, key=lambda pair: pair[0])]
        return [replace(p, country=self._holder_of_land(p.country, day)) for p in dict.fromkeys(places)]

    def happenings(self, name: str, on: str | None = None) -> list[Happening]:
        """The happenings of a name, those nearest to the day first."""
        day = days_of(on) if on else None
        rows = self._rows_of_name(name)
        found = dict.fromkeys(self._tables.happenings[r.of] for r in rows if isinstance(r.of, int) and r.table == "happenings")
        return sorted(found, key=lambda h: days_apart(days_between(h.start, h.end), day) if day else 0)

    # --- the index -----------------------------------------------------------------------------------------------

    @cached_property
    def given_names(self) -> frozenset[str]:
        """Words that persons bear more often as a given name than as a surname, and that are neither a title nor a name of
        something else."""
        split = [(p.surname, *p.name.partition(" ")[::2]) for p in self._tables.persons.values()]
        firsts = Counter(first for surname, first, rest in split if rest and not surname.startswith(first))
        surnames = Counter(surname for surname, _, _ in split)
        given = (f for f, count in firsts.items() if count > surnames[f] and not is_title(f))
        return frozenset(f for f in given if all(r.table == "persons" for r in self.rows_of(key_of(f))))

    def leads(self, person: str, day: Days | None) -> bool:
        """Whether a person is head of a state or government on a day."""
        return any(prominence(t.title) == 0 for t in self.offices.terms_of(person, day))

    def words_of_person(self, person: str) -> set[str]:
        """The words of a person's name and aliases."""
        known = self._tables.persons.get(person)
        return {word for name in (known.name, *known.aliases) for word in name.split()} if known else set()

    @cached_property
    def _exact(self) -> dict[str, list[NameRow]]:
        index: dict[str, list[NameRow]] = {}
        for row in self._tables.names:
            for key in variants(row.name):
                index.setdefault(key, []).append(row)
        return index

    @cached_property
    def _upper(self) -> dict[str, list[NameRow]]:
        index: dict[str, list[NameRow]] = {}
        for key, rows in self._exact.items():
            if not key.isupper():
                index.setdefault(key.upper(), []).extend(rows)
        return index

    @cached_property
    def longest(self) -> dict[str, int]:
        """The most atoms that a name beginning with this atom has."""
        longest: dict[str, int] = {}
        for index in (self._exact, self._upper):
            for key in index:
                first, length = key.split(" ", 1)[0], key.count(" ") + 1
                if longest.get(first, 0) < length:
                    longest[first] = length
        return longest

    @cached_property
    def _spells(self) -> dict[str, list[Days]]:
        """When each state existed; no entry for one that the tables give no dates."""
        spells: dict[str, list[Days]] = {}
        for row in self._tables.states:
            if row.start or row.end:
                spells.setdefault(row.id, []).append(days_between(row.start, row.end))
        return spells

    @cached_property
    def _predecessors(self) -> dict[str, list[tuple[str, Days]]]:
        found: dict[str, list[tuple[str, Days]]] = {}
        for row in self._tables.states:
            for successor in row.successors:
                found.setdefault(successor, []).append((row.id, days_between(row.start, row.end)))
        return found

    @cached_property
    def _capitals(self) -> dict[str, list[NameRow]]:
        found: dict[str, list[NameRow]] = {}
        for row in self._tables.names:
            if row.use in {"capital", "metonym"} and isinstance(row.of, str):
                found.setdefault(row.of, []).append(row)
        for rows in found.values():
            rows.sort(key=lambda r: (r.use == "metonym", not (r.start or r.end)))
        return found

    @cached_property
    def offices(self) -> Offices:
        return Offices(self._tables)

    @cached_property
    def _surnames(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for person in self._tables.persons.values():
            key = key_of(person.surname).lower()
            for form in {key, key.rsplit(" ", 1)[-1]} - {""}:
                found.setdefault(form, []).append(person.id)
        return found

    def rows_of(self, key: str) -> list[NameRow]:
        """The rows of a name's key, exact forms before those that match a form in capitals."""
        rows = self._exact.get(key, [])
        return rows + self._upper.get(key, []) if key.isupper() else rows

    def _rows_of_name(self, name: str) -> list[NameRow]:
        key = key_of(name)
        return self.rows_of(key) or (self.rows_of(key[4:]) if key[:4] in {"the ", "The "} else [])

    def _of_use(self, use: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row.name for row in self._tables.names if row.use == use))

    # --- ranking -------------------------------------------------------------------------------------------------

    def _days(self, row: NameRow) -> Days:
        return days_between(row.start, row.end)

    def _tier(self, row: NameRow, day: Days | None) -> int:
        """Whether a name's row is valid on a day: by its own dates, or else by its state's."""
        if day is None:
            return VALID
        if row.start or row.end:
            return VALID if share_a_day(self._days(row), day) else INVALID
        spells = self._spells.get(row.of) if isinstance(row.of, str) else None
        if spells is None:
            return UNDATED
        return VALID if any(share_a_day(s, day) for s in spells) else INVALID

    def ranked(self, rows: Iterable[NameRow], day: Days | None) -> tuple[Sense, ...]:
        """The meanings of rows, best first, one for each actor."""
        ordered = sorted(((self._order(row, day), i, row) for i, row in enumerate(rows)), key=lambda t: t[:2])
        senses: dict[tuple[str, str], Sense] = {}
        for order, _, row in ordered:
            sense = self._sense(row, day, int(order[0]))
            if sense is not None:
                senses.setdefault((sense.kind, sense.id), sense)
        return tuple(senses.values())

    def _order(self, row: NameRow, day: Days | None) -> tuple[float, ...]:
        if row.table == "persons" and isinstance(row.of, str):
            tier, *rest = self._person_order(row.of, day)
            return (tier, table_rank(row.table, row.use), *rest)
        tier = self._tier(row, day)
        if tier == VALID and row.use == "metonym" and row.table == "names":
            tier = UNDATED  # so that a city which is no capital is a place first
        rank = COMBINING_RANK if row.name.endswith("-") else table_rank(row.table, row.use)
        return (tier, rank, self._distance(row, day) if tier == INVALID else 0, 0)

    def _distance(self, row: NameRow, day: Days | None) -> int:
        if day is None:
            return 0
        spells = [self._days(row)] if row.start or row.end else self._spells.get(row.of, []) if isinstance(row.of, str) else []
        return min((days_apart(s, day) for s in spells), default=0)

    def _person_order(self, person: str, day: Days | None) -> tuple[int, int, int]:
        """In office on the day, never known in office, in office at another time; the nearer and higher first."""
        terms = self.offices.terms_of(person, None)
        if not terms:
            return (UNDATED, 0, 0)
        if day is None:
            return (VALID, prominence(terms[0].title), 0)
        current = [t for t in terms if share_a_day(days_between(t.start, t.end), day)]
        if current:
            return (VALID, prominence(current[0].title), 0)
        nearest = min(terms, key=lambda t: days_apart(days_between(t.start, t.end), day))
        return (INVALID, days_apart(days_between(nearest.start, nearest.end), day), prominence(nearest.title))

    # --- senses --------------------------------------------------------------------------------------------------

    def _sense(self, row: NameRow, day: Days | None, tier: int) -> Sense | None:
        if isinstance(row.of, int):
            return self._thing_sense(row, day)
        if row.of in self._tables.persons:
            return self._person_sense(row, day, next(iter(self.offices.terms_of(row.of, day)), None))
        return self._actor_sense(row, day, tier)

    def _actor_sense(self, row: NameRow, day: Days | None, tier: int) -> Sense | None:
        assert isinstance(row.of, str)
        actor = self._actor_on(row.of, day)
        if actor is None:
            return None
        country = self._holder_of_land(actor.country, day) if actor.kind == "state" else actor.country
        state = actor.id if actor.kind in _OWN_MASTERS else actor.country or actor.id
        return Sense(actor.id, actor.kind, actor.name, row.use, country, actor.sector, state, row.start or actor.start, row.end or actor.end,
                     row.table, _why(row, tier))  # fmt: skip

    def _actor_on(self, actor: str, day: Days | None) -> ActorRow | None:
        """The row of an actor that holds on a day or is nearest to it; the last one without a day."""
        rows = self._tables.actors.get(actor)
        if not rows:
            return None
        return rows[-1] if day is None else min(rows, key=lambda r: days_apart(days_between(r.start, r.end), day))

    def _person_sense(self, row: NameRow, day: Days | None, term: Term | None) -> Sense:
        assert isinstance(row.of, str)
        person = self._tables.persons[row.of]
        if term is None and day is None:
            term = next(iter(self.offices.terms_of(person.id, None)), None)
        if term is None:
            return Sense(person.id, "person", person.name, row.use, person.country, table="persons", why=_why(row, VALID))
        owner = self._actor_on(term.of, day)
        state = term.of if owner is None or owner.kind in _OWN_MASTERS else owner.country or owner.id
        sector = owner.sector if owner is not None and owner.kind == "government-body" else "GOV"
        country = person.country or (owner.country if owner is not None else None)
        why = f"terms: {term.title} of {term.of} {term.start or ''}..{term.end or ''}"
        return Sense(person.id, "person", person.name, row.use, country, sector, state, term.start, term.end, "persons", why)

    def _thing_sense(self, row: NameRow, day: Days | None) -> Sense:
        assert isinstance(row.of, int)
        if row.table == "places":
            place = self._tables.places[row.of]
            return Sense(slug(place.name), "place", place.name, "place", self._holder_of_land(place.country, day), None, None, place.start, place.end,
                         "places", f"places: {place.kind}")  # fmt: skip
        thing = self._tables.happenings[row.of]
        return Sense(thing.id, "happening", thing.name, row.use, thing.country, None, None, thing.start, thing.end,
                     "happenings", f"happenings: {thing.kind}")  # fmt: skip

    def _holder_of_land(self, state: str | None, day: Days | None) -> str | None:
        """The state itself where it existed on the day, or the one that it came from; itself where we know no better."""
        if state is None or day is None:
            return state
        spells = self._spells.get(state)
        if spells is None or any(share_a_day(s, day) for s in spells):
            return state
        before = (p for p, days in self._predecessors.get(state, ()) if share_a_day(days, day))
        successors = (s for row in self._tables.states if row.id == state for s in row.successors)
        after = (s for s in successors if any(share_a_day(days, day) for days in self._spells.get(s, ())))
        return next(before, None) or next(after, None) or state


def _why(row: NameRow, tier: int) -> str:
    dates = f" {row.start or ''}..{row.end or ''}" if row.start or row.end else ""
    return f"{row.table}: {row.use} {row.name!r}{dates}{' (of another time)' if tier == INVALID else ''}"


@lru_cache(maxsize=1)
def _default_world() -> World:
    return World(load_tables())

"""The draft: the one container that every stage of the reading annotates.

A stage is a function ``stage(draft) -> None`` registered by name with ``@stage("name")``; it reads what earlier
stages left and adds its own. Positions inside a draft are token numbers of ``draft.doc``; only ``reader.py``
turns them into spans of code points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from dragoman.record import Report, Span

if TYPE_CHECKING:
    from dragoman.lexicon import Lexicon
    from dragoman.world import Sense, World

Stretch = tuple[int, int]  # first token, one past the last token


@dataclass
class Mention:
    """A stretch of words that stands for one or more actors.

    Attributes:
        stretch: the noun phrase core (name, or head with its own modifiers), tokens.
        head: the syntactic head token.
        kind: name | adjective | nominal | pronoun | office | group.
        actors: ids it stands for once resolved; several for groups ("the two leaders", "both sides").
        senses: what the world tables offer for it, best first.
        named: False for unnamed sources and officials ("a senior official"): `actors` then holds the actor
            that they belong to, if any, and `responsible` is what an event should name.
        as_place: True where a state's or capital's name is only a location here ("in Moscow").
        rule: what resolved it.
    """

    stretch: Stretch
    head: int
    kind: str
    actors: tuple[str, ...] = ()
    senses: tuple[Sense, ...] = ()
    named: bool = True
    as_place: bool = False
    rule: str = ""


@dataclass
class ActorNote:
    """An actor of this report. `state` is the highest responsible: its state or organisation, or itself; `world` the
    id under which the world knows it, where the report's own name made another."""

    id: str
    kind: str
    name: str
    country: str | None = None
    sector: str | None = None
    title: str | None = None
    of: str | None = None
    since: str | None = None
    until: str | None = None
    office_source: str | None = None
    state: str | None = None
    world: str | None = None


@dataclass
class TimeNote:
    """A time expression and what it means. `value` is EDTF, None where it cannot be resolved.

    `kind` is date | range | duration | time | relative; `head` the token that governs the expression's words.
    """

    stretch: Stretch
    head: int
    value: str | None
    kind: str = "date"
    rule: str = ""


@dataclass
class DateNote:
    """The reference date as the calendar stage found it."""

    value: str | None = None
    stated: str | None = None
    agrees: bool = True
    evidence: list[Span] = field(default_factory=list)


@dataclass
class Frame:
    """A predicate with its arguments.

    Attributes:
        anchor: the predicate token (the noun of a light-verb phrase: "held *talks*").
        lemma: its lemma, particle joined with "_" ("call_off", "pull_out").
        kind: verb | noun | adjective.
        light: the supporting verb's token for light-verb phrases, else None.
        slots: role -> argument head tokens. Roles: subj, obj, iobj, comp (a clause or infinitive), agent,
            poss, and every preposition by its own name ("with", "against", "on_behalf_of"). Passives are
            already turned: the passive subject is obj (or iobj), the by-phrase is subj. Coordinated arguments
            are all listed. For nouns "of"-phrases stand under "of".
        support: what the supporting verb brings: its subj, and its prepositions.
        governor: the frame whose comp this frame is, as an index into `draft.frames`, or None.
    """

    anchor: int
    lemma: str
    kind: str
    slots: dict[str, list[int]] = field(default_factory=dict)
    light: int | None = None
    support: dict[str, list[int]] = field(default_factory=dict)
    passive: bool = False
    governor: int | None = None


@dataclass
class StatementNote:
    """A stretch of reported speech. `content` are stretches of tokens; `outer` is the index in
    `draft.statements` of the statement that this one stands inside, or None; `via` are relays that make no statement of
    their own ("*Tass* quoted experts as saying"), outermost first; `certainty` is how sure the source is of it."""

    source: str | None
    source_stretch: Stretch | None
    cue: Stretch | None
    content: list[Stretch]
    quotation: str = "indirect"
    outer: int | None = None
    addressees: tuple[str, ...] = ()
    time: str | None = None
    about: list[str] = field(default_factory=list)
    via: tuple[str, ...] = ()
    certainty: str = "unstated"
    rule: str = ""


@dataclass
class EventNote:
    """An event before it becomes a record."""

    type: str
    anchor: int
    stretch: Stretch
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    participants: tuple[str, ...] = ()
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    time: str | None = None
    place: tuple[str, str | None, float | None, float | None] | None = None
    status: str = "actual"
    attribution: tuple[str, ...] = ()
    instrument: str | None = None
    confidence: float = 0.5
    also: list[Stretch] = field(default_factory=list)
    frame: int | None = None
    rule: str = ""


@dataclass
class CommitmentNote:
    """A commitment before it becomes a record; `instrument` is an InstrumentNote's index or None."""

    kind: str
    obligors: tuple[str, ...]
    evidence: list[Stretch]
    obligees: tuple[str, ...] = ()
    trigger: Stretch | None = None
    strength: str = "obligation"
    negated: bool = False
    subject: str | None = None
    attribution: tuple[str, ...] = ()
    instrument: int | None = None
    rule: str = ""


@dataclass
class InstrumentNote:
    """An instrument before it becomes a record. `relations` are (kind, index of the other instrument)."""

    kind: str
    name: str
    mentions: list[Stretch]
    heads: list[int]
    parties: tuple[str, ...] = ()
    signatories: list[tuple[str, str | None]] = field(default_factory=list)
    signed: str | None = None
    place: str | None = None
    in_force: str | None = None
    ended: str | None = None
    year: str | None = None
    state: str = "unknown"
    relations: list[tuple[str, int]] = field(default_factory=list)
    subjects: tuple[str, ...] = ()
    attribution: tuple[str, ...] = ()
    status: str = "actual"
    rule: str = ""


@dataclass
class PositionNote:
    """A position before it becomes a record."""

    holder: str
    stance: str
    target: Stretch
    evidence: list[Stretch]
    target_actor: str | None = None
    topic: str | None = None
    reason: Stretch | None = None
    attribution: tuple[str, ...] = ()
    rule: str = ""


@dataclass
class FigureNote:
    """A figure before it becomes a record."""

    measure: str
    evidence: list[Stretch]
    from_: str | None = None
    to: str | None = None
    value: float | None = None
    unit: str | None = None
    change: str | None = None
    period: str | None = None
    goods: tuple[str, ...] = ()
    attribution: tuple[str, ...] = ()
    rule: str = ""


@dataclass
class WarningNote:
    """A warning for the user; `evidence` are spans of the report."""

    kind: str
    message: str
    evidence: list[Span] = field(default_factory=list)


@dataclass
class Draft:
    """One report under reading. `title_end` is the first token after the headline (0 where there is none),
    `body` the first token after headline, byline, stamp and dateline."""

    report: Report
    doc: Doc
    world: World
    lexicon: Lexicon
    title_end: int = 0
    body: int = 0
    date: DateNote = field(default_factory=DateNote)
    mentions: list[Mention] = field(default_factory=list)
    actors: dict[str, ActorNote] = field(default_factory=dict)
    times: list[TimeNote] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    statements: list[StatementNote] = field(default_factory=list)
    statuses: dict[int, str] = field(default_factory=dict)
    events: list[EventNote] = field(default_factory=list)
    instruments: list[InstrumentNote] = field(default_factory=list)
    commitments: list[CommitmentNote] = field(default_factory=list)
    positions: list[PositionNote] = field(default_factory=list)
    figures: list[FigureNote] = field(default_factory=list)
    warnings: list[WarningNote] = field(default_factory=list)
    mention_at: dict[int, Mention] = field(default_factory=dict)
    place_at: dict[int, Sense] = field(default_factory=dict)

    def span(self, stretch: Stretch) -> Span:
        """The report's words under a stretch of tokens, without spaces at the ends."""
        first, last = self.doc[stretch[0]], self.doc[stretch[1] - 1]
        return Span.of(self.report.text, first.idx, last.idx + len(last))

    def subtree(self, head: int) -> Stretch:
        """The stretch from the leftmost to the rightmost word under ``head``."""
        token: Token = self.doc[head]
        return token.left_edge.i, token.right_edge.i + 1

    def responsible(self, actor: str) -> str:
        """The highest responsible actor: a state for its officials and bodies, an organisation for its officers.

        It has a note from then on, whether the report names it or not.
        """
        note = self.actors.get(actor)
        found = note.state or note.id if note else actor
        if found not in self.actors:
            sense = self.world.actor(found)
            self.actors[found] = ActorNote(
                found, sense.kind if sense else "other", sense.name if sense else found, sense.country if sense else None,
                sense.sector if sense else None, state=found,
            )  # fmt: skip
        return found

    def mentions_under(self, head: int, conjuncts: bool = True) -> Iterator[Mention]:
        """The mention headed at ``head``, and at its conjuncts where asked for."""
        heads = [head]
        if conjuncts:
            heads += [t.i for t in self.doc[head].conjuncts if t.i > head]
        for h in heads:
            if h in self.mention_at:
                yield self.mention_at[h]

    def actors_at(self, head: int, conjuncts: bool = True) -> tuple[str, ...]:
        """Ids of whom the noun phrase headed at ``head`` stands for, in order, without doubles; () where nobody."""
        return tuple(dict.fromkeys(a for m in self.mentions_under(head, conjuncts) for a in m.actors))

    def states_at(self, head: int, conjuncts: bool = True) -> tuple[str, ...]:
        """Like ``actors_at``, each actor given by its highest responsible."""
        return tuple(dict.fromkeys(self.responsible(a) for a in self.actors_at(head, conjuncts)))

    def owners_of(self, head: int) -> tuple[str, ...]:
        """Ids of the actors that own a noun phrase: its possessive, adjective, compound or "of" phrase ("Washington's
        plans", "American plans", "the plans of the United States")."""
        found: list[str] = []
        for child in self.doc[head].children:
            relation = child.dep_
            of_phrase = relation.startswith("nmod") and any(c.dep_ == "case" and c.lower_ == "of" for c in child.children)
            if relation in {"nmod:poss", "amod", "compound", "nmod:desc"} or of_phrase:
                found += [a for m in self.mentions_under(child.i) if not m.as_place for a in m.actors]
        return tuple(dict.fromkeys(found))

    def place_owner(self, token: int) -> tuple[str, ...]:
        """The state in which the place named at a token lies; () where it names none."""
        sense = self.place_at.get(token)
        return (sense.country,) if sense is not None and sense.country else ()

    def attribution_at(self, token: int) -> tuple[str, ...]:
        """The chain of sources in whose words a token stands, outermost first; unnamed sources are given by
        their words. Empty where the report speaks in its own voice."""
        inside = [s for s in self.statements if any(a <= token < b for a, b in s.content)]
        inside.sort(key=lambda s: -max(b - a for a, b in s.content))
        links = (link for s in inside for link in (*s.via, *self.link_of(s.source, s.source_stretch)))
        return tuple(dict.fromkeys(links))

    def link_of(self, source: str | None, words: Stretch | None) -> tuple[str, ...]:
        """A source as the last link of a chain: its id, else its words on one line; () where there is neither."""
        if source is not None:
            return (source,)
        return (" ".join(self.span(words).text.split()),) if words is not None else ()


Stage = Callable[[Draft], None]
STAGES: dict[str, Stage] = {}


def stage(name: str) -> Callable[[Stage], Stage]:
    """Register a stage of the reading under a name."""

    def register(function: Stage) -> Stage:
        STAGES[name] = function
        return function

    return register

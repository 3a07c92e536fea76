"""Contradictions inside a report: one source says what another denies or says not to be."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.lexicon.inflection import forms_of
from dragoman.reading.draft import Draft, StatementNote, Stretch, WarningNote
from dragoman.reading.names import tops
from dragoman.reading.sources import Source

_EMPTY = {"be", "have", "do", "say", "make", "take", "get", "go", "come", "give"}
_DENYING = frozenset(f for verb in ("deny", "reject", "dismiss", "refute") for f in forms_of(verb))
_CHARGES = {"charge", "charges", "claim", "claims", "allegation", "allegations", "accusation", "accusations", "report", "reports", "assertion"}
_BACK = 12  # statements before a denial among which the denied one is looked for


@dataclass(frozen=True)
class _Claim:
    """What a statement holds: its predicate, who takes part in it, and whether it is said to be so."""

    predicate: str
    parties: frozenset[str]
    holds: bool


def warn_of_contradictions(draft: Draft) -> None:
    """Add a warning for every pair of statements by different sources of which one says what the other denies."""
    claims = [_claim(draft, s) for s in draft.statements]
    for k, (statement, claim) in enumerate(zip(draft.statements, claims, strict=True)):
        for earlier, other in zip(draft.statements[max(0, k - _BACK) : k], claims[max(0, k - _BACK) : k], strict=True):
            if claim is not None and other is not None and _apart(statement, earlier) and _contrary(claim, other):
                said, denial = (statement, earlier) if claim.holds else (earlier, statement)
                _warn(draft, said, _told(denial), (denial.source, denial.source_stretch))
                break
    for token in draft.doc:
        if token.lower_ in _DENYING and token.pos_ == "VERB":
            _denied_charge(draft, token)


def _apart(a: StatementNote, b: StatementNote) -> bool:
    return a.source != b.source if a.source or b.source else a.source_stretch != b.source_stretch


def _contrary(a: _Claim, b: _Claim) -> bool:
    together = a.parties <= b.parties or b.parties <= a.parties
    return a.predicate == b.predicate and a.holds != b.holds and bool(a.parties & b.parties) and together


def _claim(draft: Draft, statement: StatementNote) -> _Claim | None:
    head = _head(draft, statement)
    if head is None or head.lemma_.lower() in _EMPTY:
        return None
    status = draft.statuses.get(head.i, "actual")
    if status not in {"actual", "negated"} and statement.certainty != "denied":
        return None
    said = not any(c.lower_ in {"not", "n't", "never", "no"} and c.dep_ in {"advmod", "det"} for c in head.children)
    inside = range(head.left_edge.i, head.right_edge.i + 1)
    parties = {draft.responsible(a) for i in inside if i in draft.mention_at for a in draft.mention_at[i].actors}
    return _Claim(head.lemma_.lower(), frozenset(parties), said != (statement.certainty == "denied"))


def _head(draft: Draft, statement: StatementNote) -> Token | None:
    """The topmost predicate of a content."""
    return next((t for t in tops(draft.doc, *statement.content[0]) if t.pos_ in {"VERB", "ADJ"}), None)


def _denied_charge(draft: Draft, token: Token) -> None:
    """ "Norway denied the charge": the statement just before, by another, whose subject denies it."""
    thing = next((c for c in token.rights if c.dep_ == "obj" and c.lower_ in _CHARGES), None)
    subject = next((c for c in token.lefts if c.dep_ == "nsubj"), None)
    if thing is None or subject is None or any(c.lower_ in {"not", "n't"} for c in token.children):
        return
    deniers = {draft.responsible(a) for a in draft.actors_at(subject.i)}
    before = [s for s in draft.statements if s.cue is not None and s.content[-1][1] <= token.i and s.cue[0] < token.i]
    for statement in reversed(before[-2:]):
        speaker = draft.responsible(statement.source) if statement.source else None
        accused = deniers & _accused(draft, statement)
        if speaker not in deniers and accused:
            _warn(draft, statement, (subject.left_edge.i, thing.right_edge.i + 1), (next(iter(accused)), None))
            return


def _accused(draft: Draft, statement: StatementNote) -> set[str]:
    """The subjects of what a statement says happened."""
    head = _head(draft, statement)
    if head is None or draft.statuses.get(head.i, "actual") != "actual":
        return set()
    return {draft.responsible(a) for c in head.lefts if c.dep_.startswith("nsubj") for a in draft.actors_at(c.i)}


def _told(statement: StatementNote) -> Stretch:
    """The words of a statement with its cue where that stands before them, so that "denied" is seen."""
    start, end = statement.content[0]
    return (statement.cue[0] if statement.cue is not None and statement.cue[0] < start else start), end


def _warn(draft: Draft, said: StatementNote, against: Stretch, denier: Source) -> None:
    names = []
    for source in ((said.source, said.source_stretch), denier):
        word = next(iter(draft.link_of(*source)), "an unnamed source")
        names.append(draft.actors[word].name if word in draft.actors else word)
    message = f"{names[0]} says what {names[1]} denies; the report gives both."
    draft.warnings.append(WarningNote("contradiction", message, [draft.span(said.content[0]), draft.span(against)]))

"""Promises: who agrees, pledges, offers or is committed to do what."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.lexicon.commitments import Carrier, carriers_by_form
from dragoman.reading.commitment_content import Content, clause, content_of, with_conjuncts
from dragoman.reading.draft import CommitmentNote, Draft, Frame
from dragoman.reading.frames import preposition_of
from dragoman.reading.instrument_mentions import only_parties
from dragoman.reading.instrument_parties import deep_states
from dragoman.reading.instrument_uses import Uses

_MODALS = {"will", "would", "shall", "should", "'ll"}
_WISHED = {"seek", "seeking", "sought", "ask", "asked", "demand", "demanded", "want", "wants", "wanted", "call", "called", "urge", "urged",
           "need", "needs",
           "require", "lack", "despite", "win", "won", "wins"}  # fmt: skip
_PLURAL = {"they", "both", "we", "sides", "countries", "leaders", "two"}


def promises(draft: Draft, uses: Uses) -> Iterator[CommitmentNote]:
    """Commitments that a verb or noun of promising carries, in the order of the words."""
    acts, nouns = carriers_by_form("act"), carriers_by_form("noun")
    frames = {f.anchor: f for f in draft.frames}
    for token in draft.doc:
        if draft.title_end <= token.i < draft.body or token.i < draft.title_end:
            continue
        if token.pos_ == "VERB" and token.lower_ in acts and token.i in frames:
            yield from _by_act(draft, frames[token.i], acts[token.lower_])
        elif token.pos_ == "NOUN" and token.lower_ in nouns and not nouns[token.lower_].inside:
            yield from _by_noun(draft, token, nouns[token.lower_], uses)


def is_said(draft: Draft, token: Token) -> bool:
    """Whether an act is told as done: itself neither negated, possible, wished nor to come."""
    if draft.statuses.get(token.i, "actual") not in {"actual", "historical"}:
        return False
    modal = any(c.dep_ == "aux" and c.lower_ in {"may", "might", "could", "would", "should", "will", "can", "must"} for c in token.children)
    negated = any(c.lower_ in {"not", "n't", "never", "to"} and c.dep_ in {"advmod", "mark"} for c in token.children)
    return not (modal or negated)


def _by_act(draft: Draft, frame: Frame, carrier: Carrier) -> Iterator[CommitmentNote]:
    token = draft.doc[frame.anchor]
    if not is_said(draft, token) or token.dep_ == "amod":
        return
    subject = frame.slots.get("subj", ()) if not frame.passive else (*frame.slots.get("subj", ()), *frame.slots.get("obj", ()))
    who = only_parties(draft, [s for i in subject for s in deep_states(draft, i)])
    partners = only_parties(draft, [s for i in frame.slots.get("with", ()) for s in deep_states(draft, i)])
    if not who:
        return
    both = tuple(dict.fromkeys(who + partners))
    for root in _complements(draft, frame):
        for verb in with_conjuncts(root) if root.pos_ in {"VERB", "AUX"} else [root]:
            content = content_of(draft, clause(draft, verb, token.i), carrier.strength)
            if verb.pos_ not in {"VERB", "AUX"} and content.kind == "other":
                continue
            bound = _bound(draft, verb, both if carrier.id == "carrier.agree" else who, both)
            if content.kind == "other" and len(bound) < 2 and not _foreign(draft, content, bound):
                continue
            yield _note(draft, content, bound, _others(draft, content, bound, both), token.i, f"{carrier.id}+{content.rule}")


def _complements(draft: Draft, frame: Frame) -> list[Token]:
    """Infinitives, clauses with "would" or "will", and the thing promised."""
    found = []
    for i in frame.slots.get("comp", ()):
        root = draft.doc[i]
        infinitive = any(c.dep_ == "mark" and c.lower_ == "to" for c in root.children)
        modal = any(c.dep_ == "aux" and c.lower_ in _MODALS for c in root.children)
        if infinitive or modal:
            found.append(root)
    if not found:
        for slot in ("obj", "to") if not frame.passive else ("to",):
            found += [draft.doc[i] for i in frame.slots.get(slot, ()) if draft.doc[i].pos_ in {"NOUN", "PROPN", "VERB"} and i > frame.anchor]
    return found


def _bound(draft: Draft, verb: Token, who: tuple[str, ...], both: tuple[str, ...]) -> tuple[str, ...]:
    """Those bound: the subject of the clause where it has one of its own, else who promises."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubj:pass"}), None)
    if subject is None:
        return who
    if subject.lower_ in _PLURAL and len(both) > 1:
        return both
    own = only_parties(draft, deep_states(draft, subject.i))
    return own or who


def _foreign(draft: Draft, content: Content, bound: tuple[str, ...]) -> bool:
    """Whether the promise names another international actor."""
    return bool(_states_in(draft, content, bound))


def _states_in(draft: Draft, content: Content, bound: tuple[str, ...]) -> tuple[str, ...]:
    told = [
        draft.responsible(a) for i in range(*content.stretch) if i in draft.mention_at for a in draft.mention_at[i].actors
    ]  # fmt: skip
    return tuple(p for p in only_parties(draft, told) if p not in bound)


def _others(draft: Draft, content: Content, bound: tuple[str, ...], both: tuple[str, ...]) -> tuple[str, ...]:
    """To whom they are bound: the other parties to the promise, each other, or whoever it names."""
    rest = tuple(p for p in both if p not in bound)
    return rest or (tuple(reversed(bound)) if len(bound) > 1 else _states_in(draft, content, bound))


def _by_noun(draft: Draft, token: Token, carrier: Carrier, uses: Uses) -> Iterator[CommitmentNote]:
    if token.dep_ == "compound" or any(c.dep_ == "det" and c.lower_ in {"no", "any", "what"} for c in token.children):
        return
    if draft.doc[token.head.i].lower_ in _WISHED and token.dep_ in {"obj", "obl"} or token.head.lower_ in {"lack", "absence"}:
        return
    root = _what(draft, token)
    if root is None:
        return
    own = _issuers(draft, token) or only_parties(draft, [draft.responsible(a) for a in draft.owners_of(token.i)])
    who = own or _holder(draft, token, uses)
    if not who:
        return
    start = token.left_edge.i if token.i - token.left_edge.i < 10 else token.i
    for verb in with_conjuncts(root) if root.pos_ == "VERB" else [root]:
        content = content_of(draft, clause(draft, verb, token.i), carrier.strength)
        if content.kind == "other" and (root.pos_ != "VERB" or (own and not _foreign(draft, content, who))):
            continue
        whole = (start, content.stretch[1]) if verb is root else content.stretch
        yield CommitmentNote(
            content.kind, who, [whole], obligees=_states_in(draft, content, who), trigger=content.trigger, strength=content.strength,
            attribution=draft.attribution_at(token.i), rule=f"{carrier.id}+{content.rule}",
        )  # fmt: skip


def _issuers(draft: Draft, token: Token) -> tuple[str, ...]:
    """ "our commitment" in a joint statement: the commitment of all who issue it."""
    if not any(c.dep_ == "nmod:poss" and c.lower_ == "our" for c in token.children):
        return ()
    return next((n.parties for n in draft.instruments if n.heads[0] < draft.title_end and n.kind == "declaration"), ())


def _what(draft: Draft, token: Token) -> Token | None:
    """What a commitment is to: its infinitive (also of "made"), or its "to" phrase."""
    for child in token.children:
        if child.dep_ in {"acl", "acl:relcl"} and child.i > token.i:
            if any(c.dep_ == "mark" and c.lower_ == "to" for c in child.children):
                return child
            deeper = next((c for c in child.children if c.dep_ in {"xcomp", "advcl", "ccomp"} and any(g.lower_ == "to" for g in c.children)), None)
            if deeper is not None:
                return deeper
    for child in token.children:
        if (
            child.dep_.startswith(("nmod", "obl", "acl", "advcl"))
            and child.i > token.i
            and (preposition_of(child) == "to" or any(c.lower_ == "to" for c in child.children if c.dep_ in {"mark", "case"}))
        ):
            return child
    return None


def _holder(draft: Draft, token: Token, uses: Uses) -> tuple[str, ...]:
    """Who makes, keeps or voices a commitment: the subject of the verb that it hangs on."""
    for use in [*uses.of(token.i), *uses.above(token.i)]:
        if use.frame is None or draft.doc[use.anchor].lower_ in _WISHED:
            continue
        frame = draft.frames[use.frame]
        if use.role in {"obj", "to", "on", "of"}:
            found = only_parties(draft, [s for i in frame.slots.get("subj", ()) for s in deep_states(draft, i)])
            if found:
                return found
    return ()


def _note(draft: Draft, content: Content, bound: tuple[str, ...], obligees: tuple[str, ...], carrier: int, rule: str) -> CommitmentNote:
    frame_start = min(carrier, content.stretch[0])
    return CommitmentNote(
        content.kind, bound, [(frame_start, content.stretch[1])], obligees=obligees, trigger=content.trigger, strength=content.strength,
        attribution=draft.attribution_at(carrier), rule=rule,
    )  # fmt: skip

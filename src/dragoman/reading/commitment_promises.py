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
_WILLED = {"aid", "defense", "territorial", "recognition", "nonaggression", "arms-limitation", "non-interference"}
_OPINIONS = {"importance", "need", "necessity", "value", "urgency", "desirability"}  # "agreed on the need for ...": of one mind
_PLURAL = {"they", "both", "we", "sides", "countries", "leaders", "two"}


def promises(draft: Draft, uses: Uses) -> Iterator[CommitmentNote]:
    """Commitments that a verb or noun of promising carries, in the order of the words."""
    acts, nouns, states, wills = (carriers_by_form(how) for how in ("act", "noun", "state", "will"))
    frames = {f.anchor: f for f in draft.frames}
    for token in draft.doc:
        if draft.title_end <= token.i < draft.body or token.i < draft.title_end:
            continue
        if token.pos_ == "VERB" and token.lower_ in acts and token.i in frames and not frames[token.i].passive:
            yield from _by_act(draft, frames[token.i], acts[token.lower_])
        elif token.lower_ in states and token.i in frames and frames[token.i].kind != "noun":
            yield from _by_state(draft, frames[token.i], states[token.lower_])
        elif token.pos_ == "VERB" and token.lower_ in wills and token.i in frames:
            yield from _by_will(draft, frames[token.i], wills[token.lower_])
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
    who = only_parties(draft, [s for i in frame.slots.get("subj", ()) for s in deep_states(draft, i)])
    partners = only_parties(draft, [s for i in frame.slots.get("with", ()) for s in deep_states(draft, i)])
    promised = [s for i in (*frame.slots.get("iobj", ()), *frame.slots.get("obj", ())) for s in draft.states_at(i)]
    foreign = any(p not in who for p in only_parties(draft, promised)) or any(_is_institution(draft, p) for p in who)
    if not who:
        return
    both = tuple(dict.fromkeys(who + partners))
    for root in _complements(draft, frame):
        for verb in with_conjuncts(root) if root.pos_ in {"VERB", "AUX"} else [root]:
            content = content_of(draft, clause(draft, verb, token.i), carrier.strength)
            if verb.pos_ not in {"VERB", "AUX"} and content.kind == "other":
                continue
            bound = _bound(draft, verb, both if carrier.id == "carrier.agree" else who, both)
            if content.kind == "other" and len(bound) < 2 and not foreign and not _foreign(draft, content, bound):
                continue
            yield _note(draft, content, bound, _others(draft, content, bound, both), token.i, f"{carrier.id}+{content.rule}")


def _is_institution(draft: Draft, actor: str) -> bool:
    note = draft.actors.get(actor)
    return note is not None and note.kind in {"igo", "bloc"}


def _by_state(draft: Draft, frame: Frame, carrier: Carrier) -> Iterator[CommitmentNote]:
    """ "is committed to ...", "is ready to ..."."""
    token = draft.doc[frame.anchor]
    subject = frame.slots.get("obj", ()) if frame.passive else frame.slots.get("subj", ())
    who = only_parties(draft, [s for i in subject for s in deep_states(draft, i)])
    if not who or not is_said(draft, token) or not any(c.dep_ in {"cop", "aux:pass"} for c in token.children):
        return
    for i in [i for role in ("comp", "purpose", "to") for i in frame.slots.get(role, ()) if i > token.i][:1]:
        for verb in with_conjuncts(draft.doc[i]) if draft.doc[i].pos_ in {"VERB", "AUX"} else [draft.doc[i]]:
            content = content_of(draft, clause(draft, verb, token.i), carrier.strength)
            if content.kind != "other" or len(who) > 1 or _foreign(draft, content, who):
                yield _note(draft, content, who, _others(draft, content, who, who), token.i, f"{carrier.id}+{content.rule}")


def _by_will(draft: Draft, frame: Frame, carrier: Carrier) -> Iterator[CommitmentNote]:
    """ "Norway will provide Kenya with aid": what somebody says that it will do for or to another."""
    token = draft.doc[frame.anchor]
    will = any(c.dep_ == "aux" and c.lower_ in {"will", "would", "'ll", "’ll"} for c in token.children)
    only_maybe = draft.statuses.get(token.i, "actual") in {"hypothetical", "negated"} or any(c.lower_ == "if" for c in token.children)
    if not will or frame.passive or only_maybe:
        return
    who = only_parties(draft, [s for i in frame.slots.get("subj", ()) for s in deep_states(draft, i)])
    content = content_of(draft, clause(draft, token, token.i - 1), carrier.strength)
    if who and content.kind in _WILLED and _foreign(draft, content, who):
        yield _note(draft, content, who, _others(draft, content, who, who), token.i, f"{carrier.id}+{content.rule}")


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
        for slot in ("obj", "to", "on"):
            found += [
                draft.doc[i] for i in frame.slots.get(slot, ())
                if draft.doc[i].pos_ in {"NOUN", "PROPN", "VERB"} and i > frame.anchor and draft.doc[i].lower_ not in _OPINIONS
            ]  # fmt: skip
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
            if any(c.lower_ == "to" if c.dep_ == "mark" else c.dep_ == "aux" and c.lower_ in _MODALS for c in child.children):
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

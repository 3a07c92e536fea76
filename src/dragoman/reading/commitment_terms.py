"""Terms: what an instrument binds its parties to, and what it is said not to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from dragoman.lexicon.commitments import carriers_by_form
from dragoman.reading.commitment_content import Content, clause, content_of, with_conjuncts
from dragoman.reading.draft import CommitmentNote, Draft, Frame, InstrumentNote
from dragoman.reading.frames import preposition_of
from dragoman.reading.instrument_mentions import only_parties
from dragoman.reading.instrument_parties import deep_states
from dragoman.reading.instrument_uses import Uses, instrument_of_pronoun

_BINDING = {"oblige", "commit", "require", "bind", "call", "pledge", "bar", "ban", "forbid", "prohibit", "limit", "entitle"}
_RELIEF = {"reduce", "cut", "forgive", "cancel", "reschedule", "write", "ease", "relief", "rescheduling", "lower", "waive", "defer"}
_PAYMENT = {"repay", "repayment", "pay", "payment", "paid", "repaid"}
_DEBT = {"debt", "loan", "interest", "arrears"}
_PURPOSES = {"allow", "enable", "permit", "help", "avoid", "pave"}  # "a deal to allow purchases" tells what for
_PLEDGES = {"deal", "agreement", "pact", "treaty", "alliance", "commitment", "obligation", "promise", "undertaking"}
_MODALS = {"will", "would", "shall", "must", "should"}


def terms(draft: Draft, uses: Uses) -> Iterator[CommitmentNote]:
    """Commitments inside instruments, in no particular order."""
    of_head = {h: k for k, note in enumerate(draft.instruments) for h in note.heads}
    yield from _stopped_short(draft, of_head)
    yield from _is_not(draft, of_head)
    yield from _told_of_instrument(draft, of_head)
    yield from _after_the_noun(draft, of_head, uses)
    yield from _under(draft, of_head)
    yield from _affirmed_in(draft, of_head)
    yield from _none(draft, of_head)
    yield from _payments(draft)


def _told_of_instrument(draft: Draft, of_head: dict[int, int]) -> Iterator[CommitmentNote]:
    """ "the treaty provides for ...", "contains clauses on ...", "a draft would reduce ..."."""
    holds, has, parts = carriers_by_form("holds"), carriers_by_form("has"), carriers_by_form("part")
    for frame in draft.frames:
        token = draft.doc[frame.anchor]
        if frame.kind != "verb" or token.i < draft.body or frame.passive and "obl:agent" not in {c.dep_ for c in token.children}:
            continue
        subjects = frame.slots.get("subj") or _described(token)
        subject = next((h for h in subjects if h in of_head or _is_part(draft, h, parts)), None)
        if subject is not None:
            k = of_head[subject] if subject in of_head else _whole_before(draft, subject)
        else:
            subject, k = next(((h, k) for h in subjects if (k := instrument_of_pronoun(draft, draft.doc[h], of_head)) is not None), (None, None))
        if subject is None or k is None:
            continue
        note = draft.instruments[k]
        form = token.lower_
        roots = [draft.doc[i] for slot in ("obj", "comp", "for", "on", "to") for i in frame.slots.get(slot, ()) if i > token.i]
        roots += [r for r in _infinitives_under(token) if r not in roots] if token.lemma_.lower() in _BINDING else []
        modal = any(c.dep_ == "aux" and c.lower_ in _MODALS for c in token.children) or _shares_modal(token)
        if not roots:
            continue
        carrier = holds.get(form)
        if form in has and any(_is_part(draft, r.i, parts) for r in roots):
            carrier = has[form]
        # A draft's or a coming agreement's "would" tells a term; of one in force it may tell anything.
        if carrier is None and not (modal and note.state in {"proposed", "negotiated", "unknown"} and subject in of_head and roots):
            continue
        negated = any(c.dep_ == "advmod" and c.lower_ in {"not", "n't", "never"} for c in token.children)
        if negated and token.lemma_.lower() not in _BINDING | {"provide", "contain", "allow"}:
            continue
        bound = _named_bound(draft, frame, roots, note) if carrier is not None else ()
        for stretch in _stretches(draft, token, roots, subject):
            content = content_of(draft, stretch, carrier.strength if carrier else "obligation")
            if content.kind == "other" and not (content.lemmas & _DEBT or token.lemma_.lower() in _BINDING):
                continue
            yield _note(draft, k, content, bound, negated, token.i, f"{carrier.id if carrier else 'carrier.would'}+{content.rule}")


def _infinitives_under(token: Token) -> list[Token]:
    """ "obliges both sides to consult": the infinitive, whatever it hangs on."""
    under = [c for t in [token, *(c for c in token.children if c.dep_ in {"obj", "iobj"})] for c in t.children if c.i > token.i]
    return [c for c in under if c.pos_ == "VERB" and any(g.dep_ == "mark" and g.lower_ == "to" for g in c.children)]


def _stretches(draft: Draft, token: Token, roots: list[Token], subject: int) -> list[tuple[int, int]]:
    """One stretch for the verb and all it governs; one for each of its infinitives where they are coordinated."""
    verbs = [v for r in roots if r.pos_ == "VERB" and r.dep_ in {"xcomp", "ccomp"} for v in with_conjuncts(r)]
    if len(set(verbs)) > 1:
        return [clause(draft, v, token.i) for v in dict.fromkeys(verbs)]
    start = min([token.i, *(r.left_edge.i for r in roots if r.left_edge.i > subject)])
    conditions = [c for c in token.children if c.dep_ == "advcl" and any(g.lower_ in {"if", "unless"} for g in c.children) and c.i > token.i]
    return [(start, max([clause(draft, r, subject)[1] for r in [*roots, *(conditions if roots else ())]], default=token.i + 1))]


def _described(token: Token) -> list[int]:
    """ "agreements covering exchanges": the noun that a present participle describes."""
    infinitive = any(c.dep_ == "mark" and c.lower_ == "to" for c in token.children)
    return [token.head.i] if token.dep_ == "acl" and token.lower_.endswith("ing") and not infinitive else []


def _is_part(draft: Draft, head: int, parts: Mapping[str, object]) -> bool:
    return draft.doc[head].lower_ in parts and draft.doc[head].pos_ in {"NOUN", "PROPN"}


def _shares_modal(token: Token) -> bool:
    return token.dep_ == "conj" and any(c.dep_ == "aux" and c.lower_ in _MODALS for c in token.head.children)


def _whole_before(draft: Draft, part: int) -> int | None:
    """The instrument that "the clauses" belong to: the last one named before, within a few sentences."""
    before = [(h, k) for k, n in enumerate(draft.instruments) for h in n.heads if h < part and draft.instruments[k].kind != "declaration"]
    if not before:
        return None
    head, k = max(before)
    return k if part - head < 120 else None


def _named_bound(draft: Draft, frame: Frame, roots: list[Token], note: InstrumentNote) -> tuple[str, ...]:
    """Those whom the words themselves bind: "commits Japan to ...", "confirms Russia's stance", "the two sides' readiness"."""
    lemma = draft.doc[frame.anchor].lemma_.lower()
    for root in roots:
        owners = only_parties(draft, [draft.responsible(a) for a in draft.owners_of(root.i)])
        if owners and (lemma not in _BINDING) and root.dep_ == "obj":
            return owners
        if lemma in _BINDING:
            named = only_parties(draft, deep_states(draft, root.i))
            if named and set(named) & set(note.parties):
                return named
    return ()


def _after_the_noun(draft: Draft, of_head: dict[int, int], uses: Uses) -> Iterator[CommitmentNote]:
    """ "a pact to eliminate ...", "an agreement for Norway to ...": infinitives directly after the noun."""
    for head, k in of_head.items():
        root, own = _infinitive(draft, head, k)
        if root is None or head < draft.body:
            continue
        if root.lemma_.lower() in _PURPOSES or any(c.dep_ == "aux:pass" for c in root.children):
            continue  # "to be signed in May" tells of the instrument itself
        keeper = _keeper(draft, uses, draft.instruments[k])
        for verb in with_conjuncts(root):
            content = content_of(draft, clause(draft, verb, head), "obligation")
            bound = own or keeper
            yield _note(draft, k, content, bound, False, verb.i, f"carrier.infinitive+{content.rule}")


def _infinitive(draft: Draft, head: int, k: int) -> tuple[Token | None, tuple[str, ...]]:
    """The infinitive that follows an instrument, and its own subject ("for Norway to ...")."""
    end = next((b for a, b in draft.instruments[k].mentions if a <= head < b), head + 1)
    doc = draft.doc
    if end >= len(doc) or doc[end].sent != doc[head].sent:
        return None, ()
    if doc[end].lower_ == "to" and doc[end].head.pos_ in {"VERB", "AUX"} and doc[end].head.i > end:
        return doc[end].head, ()
    for child in doc[head].children:
        if child.dep_ == "acl" and child.i > head and any(c.dep_ == "mark" and c.lower_ == "to" for c in child.children):
            subject = next((c for c in child.children if c.dep_ == "nsubj"), None)
            return child, only_parties(draft, deep_states(draft, subject.i)) if subject is not None else ()
    return None, ()


def _under(draft: Draft, of_head: dict[int, int]) -> Iterator[CommitmentNote]:
    """ "under the pact, Norway will open its market"."""
    frames = {f.anchor: f for f in draft.frames}
    for head, k in of_head.items():
        token = draft.doc[head]
        if token.dep_ == "nmod" and token.head.lower_ in {"terms", "term", "provisions", "clauses"}:
            token = token.head
        if preposition_of(token) != "under" or token.head.i not in frames or head < draft.body:
            continue
        verb = token.head
        if not any(c.dep_ == "aux" and c.lower_ in _MODALS for c in verb.children) or any(c.lower_ in {"not", "n't"} for c in verb.children):
            continue
        skip = {t.i for t in token.subtree}
        words = [t.i for t in verb.subtree if t.i not in skip and t.i >= verb.i - 12 and not t.is_punct and t.sent == verb.sent]
        content = content_of(draft, (min(words), max(words) + 1), "obligation")
        bound = only_parties(draft, [s for i in frames[verb.i].slots.get("subj", ()) for s in deep_states(draft, i)])
        if content.kind != "other" or bound:
            yield _note(draft, k, content, bound, False, verb.i, f"carrier.under+{content.rule}")
            yield from _goes_on(draft, k, verb)


def _goes_on(draft: Draft, k: int, verb: Token) -> Iterator[CommitmentNote]:
    """ "Under the pact ... They will also open their markets": the next sentence, where its subject is the parties."""
    if verb.sent.end >= len(draft.doc):
        return
    root = draft.doc[verb.sent.end].sent.root
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in {"they", "both", "sides"} or not any(c.dep_ == "aux" and c.lower_ in _MODALS for c in root.children):
        return
    content = content_of(draft, clause(draft, root, subject.i - 1), "obligation")
    yield _note(draft, k, content, (), False, root.i, f"carrier.under+{content.rule}")


def _keeper(draft: Draft, uses: Uses, note: InstrumentNote) -> tuple[str, ...]:
    """The one party that is said most often to keep or break the instrument."""
    keeps = carriers_by_form("keeps")
    counts: dict[tuple[str, ...], int] = {}
    for use in (u for head in note.heads for u in uses.of(head)):
        if use.form not in keeps and use.form.split("_")[0] not in keeps:
            continue
        token = draft.doc[use.anchor]
        states: list[str] = []
        if use.frame is not None:
            states = [s for i in draft.frames[use.frame].slots.get("subj", ()) for s in deep_states(draft, i)]
        if not states:
            above = token if token.pos_ in {"NOUN", "PROPN"} else token.head
            states = [draft.responsible(a) for a in draft.owners_of(above.i)]
        found = only_parties(draft, states)
        if len(found) == 1 and found[0] in note.parties:
            # A pronoun ("its failure to honor") may have been resolved to the wrong side.
            named = not any(c.dep_ == "nmod:poss" and c.pos_ == "PRON" for c in token.head.children)
            counts[found] = counts.get(found, 0) + (2 if named else 1)
    return max(counts, key=lambda f: counts[f], default=())


def _stopped_short(draft: Draft, of_head: dict[int, int]) -> Iterator[CommitmentNote]:
    """ "this stopped short of being a military alliance": what the instrument does not bind to."""
    for token in draft.doc:
        if token.lower_ != "short" or token.i + 2 >= len(draft.doc) or draft.doc[token.i + 1].lower_ != "of":
            continue
        if draft.doc[token.i - 1].lower_ not in {"stop", "stops", "stopped", "stopping", "fall", "falls", "fell"}:
            continue
        before = [(h, k) for h, k in of_head.items() if h < token.i and token.i - h < 80]
        if not before:
            continue
        k = max(before)[1]
        end = token.sent.end
        content = content_of(draft, (token.i - 1, _last_word(draft, token.i, end)), "obligation")
        if content.kind != "other":
            yield _note(draft, k, content, (), True, token.i, f"carrier.stop-short+{content.rule}")


def _is_not(draft: Draft, of_head: dict[int, int]) -> Iterator[CommitmentNote]:
    """ "the treaty is not a military alliance"."""
    for token in draft.doc[draft.body :]:
        if token.pos_ not in {"NOUN", "PROPN"} or not any(c.lower_ in {"not", "n't", "no"} for c in token.children):
            continue
        subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
        if subject is None or not any(c.dep_ == "cop" for c in token.children):
            continue
        k = of_head.get(subject.i, instrument_of_pronoun(draft, subject, of_head))
        if k is None:
            continue
        content = content_of(draft, (token.left_edge.i if subject.i > token.i else subject.i, token.i + 1), "obligation")
        if content.kind != "other":
            yield _note(draft, k, content, (), True, token.i, f"carrier.is-not+{content.rule}")


def _affirmed_in(draft: Draft, of_head: dict[int, int]) -> Iterator[CommitmentNote]:
    """ "Norway reaffirmed in the treaty that ...": who affirms is bound."""
    holds = carriers_by_form("holds")
    for frame in draft.frames:
        token = draft.doc[frame.anchor]
        k = next((of_head[i] for i in frame.slots.get("in", ()) if i in of_head), None)
        if k is None or frame.kind != "verb" or token.lower_ not in holds or token.i < draft.body:
            continue
        bound = only_parties(draft, [s for i in frame.slots.get("subj", ()) for s in deep_states(draft, i)])
        for i in frame.slots.get("comp", frame.slots.get("obj", ())):
            content = content_of(draft, clause(draft, draft.doc[i], token.i), holds[token.lower_].strength)
            if bound and content.kind != "other":
                yield _note(draft, k, content, bound, False, token.i, f"{holds[token.lower_].id}+{content.rule}")


def _last_word(draft: Draft, start: int, end: int) -> int:
    while end > start + 1 and (draft.doc[end - 1].is_space or draft.doc[end - 1].is_punct):
        end -= 1
    return end


def _none(draft: Draft, of_head: dict[int, int]) -> Iterator[CommitmentNote]:
    """ "no deal for Norway to ...": what nobody has bound himself to."""
    for token in draft.doc:
        if token.lower_ not in _PLEDGES or token.i < draft.body:
            continue
        if not any(c.dep_ == "det" and c.lower_ == "no" for c in token.children):
            continue
        if token.i in of_head:
            # "had no defense treaty with Norway"
            note = draft.instruments[of_head[token.i]]
            content = content_of(draft, note.mentions[note.heads.index(token.i)], "obligation")
            if note.status == "negated" and len(note.parties) > 1 and content.kind != "other":
                yield _note(draft, of_head[token.i], content, (), True, token.i, f"carrier.none+{content.rule}")
                continue
        root = next((c for c in token.children if c.dep_ in {"acl", "acl:relcl"} and any(g.lower_ == "to" for g in c.children)), None)
        if root is None:
            following = draft.doc[token.i + 1 : token.i + 8]
            mark = next((t for t in following if t.lower_ == "to" and t.pos_ == "PART"), None)
            root = (
                mark.head
                if mark is not None and mark.head.pos_ == "VERB" and token.i + 1 < len(draft.doc) and following[0].lower_ in {"for", "to"}
                else None
            )
        if root is None:
            continue
        subject = [c for c in root.children if c.dep_ == "nsubj"] + [t for t in draft.doc[token.i + 1 : root.i] if t.i in draft.mention_at]
        bound = next((p for s in subject if (p := only_parties(draft, deep_states(draft, s.i)))), ())
        content = content_of(draft, (token.i, clause(draft, root, token.i)[1]), "obligation")
        if bound and content.kind != "other":
            near = [(h, k) for h, k in of_head.items() if abs(h - token.i) < 120]
            yield CommitmentNote(
                content.kind, bound, [content.stretch], strength=content.strength, negated=True, attribution=draft.attribution_at(token.i),
                instrument=min(near, key=lambda x: abs(x[0] - token.i))[1] if near else None, rule=f"carrier.none+{content.rule}",
            )  # fmt: skip


def debtors(draft: Draft) -> tuple[str, ...]:
    """Whose debts the report speaks of."""
    owners = [draft.responsible(a) for t in draft.doc if t.lemma_.lower() == "debt" for a in draft.owners_of(t.i)]
    return only_parties(draft, owners)


def _payments(draft: Draft) -> Iterator[CommitmentNote]:
    """ "the debt would be paid in goods", where an instrument on debts is spoken of."""
    k = next((i for i, n in enumerate(draft.instruments) if "debt" in n.subjects), None)
    owing = debtors(draft)
    if k is None or len(owing) != 1:
        return
    for frame in draft.frames:
        token = draft.doc[frame.anchor]
        if token.lower_ not in {"paid", "repaid", "pay", "repay", "settled"} or not any(
            c.dep_ == "aux" and c.lower_ in _MODALS for c in token.children
        ):
            continue
        about = [t for i in frame.slots.get("obj", ()) for t in draft.doc[i].subtree]
        if not any(t.lemma_.lower() in _DEBT for t in about):
            continue
        content = content_of(draft, clause(draft, token, token.left_edge.i - 1), "obligation")
        creditors = tuple(p for p in draft.instruments[k].parties if p not in owing)
        yield CommitmentNote(
            content.kind, owing, [content.stretch], obligees=creditors, trigger=content.trigger, strength=content.strength, subject="debt",
            attribution=draft.attribution_at(token.i), instrument=k, rule=f"carrier.payment+{content.rule}",
        )  # fmt: skip


def _note(draft: Draft, k: int, content: Content, bound: tuple[str, ...], negated: bool, anchor: int, rule: str) -> CommitmentNote:
    parties = draft.instruments[k].parties
    kind = content.kind
    if not bound and content.lemmas & _DEBT:
        owing = debtors(draft)
        if content.lemmas & _RELIEF:
            bound, kind = tuple(p for p in parties if p not in owing), "aid"
        elif content.lemmas & _PAYMENT:
            bound = owing
    bound = bound or parties
    others = tuple(p for p in parties if p not in bound) or (tuple(reversed(parties)) if len(parties) == 2 else ())
    return CommitmentNote(
        kind, bound, [content.stretch], obligees=others, trigger=content.trigger, strength=content.strength, negated=negated,
        attribution=draft.attribution_at(anchor), instrument=k, rule=rule,
    )  # fmt: skip

"""What trade consists of: lists of goods sold and bought, without a number."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.lexicon.inflection import forms_of
from dragoman.lexicon.measures import measures_by_count, measures_by_noun, measures_by_verb
from dragoman.reading.commitment_terms import debtors
from dragoman.reading.draft import Draft, FigureNote
from dragoman.reading.figure_ends import Ends
from dragoman.reading.frames import preposition_of
from dragoman.reading.instrument_mentions import only_parties

_NEIGHBOURS = {"neighbor", "neighbour", "ally", "partner", "rival"}
_LOOSE = {form for verb in ("obtain", "acquire", "send", "deliver") for form in forms_of(verb)}  # of other things than goods too
_GOODS_RULES = {"measure.exports", "measure.imports"}


def compositions(draft: Draft, ends: Ends) -> Iterator[FigureNote]:
    """Figures without a value, from verbs of selling and buying with two or more goods, and from "exports of A, B and C"."""
    verbs = measures_by_verb()
    for frame in draft.frames:
        token = draft.doc[frame.anchor]
        measure = verbs.get(token.lower_)
        if frame.kind != "verb" or measure is None or measure.id not in _GOODS_RULES or token.i < draft.body or token.lower_ in _LOOSE:
            continue
        if draft.statuses.get(token.i, "actual") not in {"actual", "historical"}:
            continue
        goods = [draft.doc[i] for i in frame.slots.get("obj", ()) if i > token.i and draft.doc[i].pos_ in {"NOUN", "PROPN"}]
        if len(goods) < 2 or any(c.dep_ == "nummod" for g in goods for c in g.children):
            continue
        subject = next((p for i in frame.slots.get("subj", ()) for p in ends.ids(i)), None)
        role = "from" if measure.id == "measure.imports" else "to"
        partner = [draft.doc[i] for i in frame.slots.get(role, ())] + [t for g in goods for t in g.children if preposition_of(t) == role]
        other = _partner(draft, partner, goods, subject, ends, role)
        if subject is None or other is None:
            continue
        sender, receiver = (other, subject) if role == "from" else (subject, other)
        yield _note(draft, goods, sender, receiver, token.i, measure.id)
    yield from _such_as(draft, ends)


def _partner(draft: Draft, phrases: list[Token], goods: list[Token], subject: str | None, ends: Ends, role: str) -> str | None:
    """The other side: of the phrase, of "its neighbor", or of the goods' adjective ("imports Soviet coal")."""
    for token in phrases:
        found = [p for p in ends.ids(token.i) if p != subject]
        if found:
            return found[0]
        if token.lemma_.lower() in _NEIGHBOURS:
            told = [draft.responsible(a) for t in token.sent if t.i in draft.mention_at and t.i < token.i for a in draft.mention_at[t.i].actors]
            others = [p for p in only_parties(draft, told) if p != subject]
            if len(others) == 1:
                return others[0]
    if role == "from":
        return next((p for p in ends.ids(goods[0].i) if p != subject), None)
    return None


def _such_as(draft: Draft, ends: Ends) -> Iterator[FigureNote]:
    """ "exports of goods such as A, B and C": of whom, from the words, or from whoever has debts to pay in them."""
    nouns = measures_by_noun()
    for token in draft.doc:
        measure = nouns.get(token.lower_)
        if measure is None or measure.id not in _GOODS_RULES or token.i < draft.body or token.pos_ != "NOUN":
            continue
        following = draft.doc[token.i + 1 : token.i + 8]
        at = next((t.i for t in following if t.lower_ == "such" and t.i + 2 < len(draft.doc) and draft.doc[t.i + 1].lower_ == "as"), None)
        if at is None:
            continue
        first = next((t for t in draft.doc[at + 2 : at + 6] if t.pos_ in {"NOUN", "PROPN"} and t.dep_ not in {"compound"}), None)
        if first is None:
            continue
        goods = [first, *(t for t in first.conjuncts if t.i > first.i and t.pos_ in {"NOUN", "PROPN"})]
        owners = ends.ids(token.i)
        sender, receiver = owners[0] if owners else None, None
        if measure.id == "measure.imports":
            sender, receiver = None, sender
        owing = debtors(draft)
        if sender is None and receiver is None and len(owing) == 1 and any(t.lemma_.lower() in {"debt", "pay", "repay"} for t in token.sent):
            parties = next((n.parties for n in draft.instruments if "debt" in n.subjects), ())
            sender, receiver = owing[0], next((p for p in parties if p != owing[0]), None)
        if sender is not None and receiver is not None and len(goods) > 1:
            yield _note(draft, goods, sender, receiver, token.i, measure.id)


def _note(draft: Draft, goods: list[Token], sender: str, receiver: str, anchor: int, rule: str) -> FigureNote:
    names = tuple(_name(draft, g) for g in goods)
    arms = all(g.lower_ in measures_by_count() and measures_by_count()[g.lower_].measure == "arms" for g in goods)
    last = max(g.i for g in goods)
    return FigureNote(
        measure="arms" if arms else "trade", evidence=[(min(anchor, goods[0].i), last + 1)], from_=sender, to=receiver, goods=names,
        attribution=draft.attribution_at(anchor), rule=f"{rule}.composition",
    )  # fmt: skip


def _name(draft: Draft, token: Token) -> str:
    """A good with its own modifiers, without states and articles ("electronic equipment")."""
    start = token.i
    for child in token.children:
        if child.i < token.i and child.dep_ in {"amod", "compound"} and child.i not in draft.mention_at:
            start = min(start, child.i)
    return draft.span((start, token.i + 1)).text

"""Figures: numbers of dealings between actors, and what trade consists of."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from dragoman.lexicon.measures import (
    Measure,
    measures_by_count,
    measures_by_noun,
    measures_by_verb,
)
from dragoman.reading.compositions import compositions
from dragoman.reading.draft import Draft, FigureNote, stage
from dragoman.reading.figure_ends import Ends
from dragoman.reading.figure_people import people_figure
from dragoman.reading.frames import preposition_of
from dragoman.reading.instrument_mentions import only_parties
from dragoman.reading.instrument_uses import Uses
from dragoman.reading.quantities import Quantity, find_quantities, wire_sentence

_REACH = 14  # words between an amount and the word that tells its measure
_NEAR = 5  # the same where the tree does not hold them together
_FAR = 28  # the same where that word is a subject or object
_UP = {"rise", "rose", "risen", "rising", "increase", "increased", "increases", "up", "grow", "grew", "grown", "raise", "raised", "jumped", "climbed",
       "higher", "expanded", "boost", "boosted", "impose", "imposed"}  # fmt: skip
_DOWN = {"fall", "fell", "fallen", "falling", "drop", "dropped", "decline", "declined", "decrease", "decreased", "cut", "cuts", "down",
         "reduce", "reduced",
         "lower", "lowered", "lift", "lifted", "ease", "eased", "shrank", "slump", "slumped"}  # fmt: skip


@stage("figures")
def find_figures(draft: Draft) -> None:
    """Fill ``draft.figures``, in the order of the words."""
    uses = Uses(draft)
    ends = Ends(draft, uses)
    found: list[FigureNote] = []
    for quantity in find_quantities(draft):
        note = people_figure(draft, quantity, uses, ends, found) or _dealing(draft, quantity, uses, ends, found)
        if note is not None and not any(_is_same(note, other) for other in found):
            found.append(note)
    found += compositions(draft, ends)
    draft.figures = sorted(found, key=lambda n: n.evidence[0])


def _is_same(one: FigureNote, other: FigureNote) -> bool:
    return (one.measure, one.from_, one.to, one.value, one.unit, one.period) == (
        other.measure,
        other.from_,
        other.to,
        other.value,
        other.unit,
        other.period,
    )


def _dealing(draft: Draft, quantity: Quantity, uses: Uses, ends: Ends, before: list[FigureNote]) -> FigureNote | None:
    told = _measure(draft, quantity)
    if told is None and before and _is_compared(draft, quantity, before[-1]):
        last = before[-1]
        return replace(last, value=quantity.value, evidence=[quantity.stretch], change=None, period=period_near(draft, quantity))
    if told is None or _is_rate_of_exchange(draft, quantity):
        return None
    measure, cue = told
    verb = _verb_above(draft, quantity, uses) if cue.pos_ != "VERB" else None
    sender, receiver = ends.of(measure, quantity, cue, verb)
    sender, receiver = _inherited(draft, measure, quantity, sender, receiver, before)
    if measure.measure == "aid" and sender is not None and receiver is None:
        receiver = _of_title(draft, sender)
    if measure.measure == "debt" and (sender is None or receiver is None) and (quantity.kind != "money" or cue.pos_ == "VERB" or sender is None):
        return None
    if measure.measure == "quota" and quantity.kind == "money":
        return None
    if (measure.both and (sender is None or receiver is None)) or (sender is None and receiver is None) or sender == receiver:
        return None
    return FigureNote(
        measure=measure.measure, evidence=[_evidence(draft, quantity, cue)], from_=sender, to=receiver, value=quantity.value,
        unit=_unit(draft, measure, quantity), change=change_near(draft, quantity), period=period_near(draft, quantity),
        goods=_goods(cue), attribution=draft.attribution_at(quantity.stretch[0]), rule=measure.id,
    )  # fmt: skip


def _is_compared(draft: Draft, quantity: Quantity, last: FigureNote) -> bool:
    """ "up from 870 mln": the number that the one before is compared with."""
    start = quantity.stretch[0]
    return (
        start > 0
        and draft.doc[start - 1].lower_ in {"from", "than", "with", "against"}
        and 0 < start - last.evidence[0][1] < 8
        and last.unit == quantity.unit
    )


def _measure(draft: Draft, quantity: Quantity) -> tuple[Measure, Token] | None:
    """The measure of a quantity and the word that tells it: the noun counted, else the nearest word."""
    doc = draft.doc
    noun = doc[quantity.noun]
    if quantity.kind == "items":
        counted = measures_by_count().get(noun.lower_)
        return (counted, noun) if counted is not None and quantity.value > 1 else None
    by_noun, by_verb = measures_by_noun(), measures_by_verb()
    best: tuple[float, Measure, Token] | None = None
    for token in wire_sentence(noun):
        measure = by_noun.get(token.lower_) if token.pos_ in {"NOUN", "PROPN", "ADJ", "VERB"} else None
        if measure is None and token.pos_ == "VERB":
            measure = by_verb.get(token.lower_)
        if measure is None or _is_modifier(token, by_noun) or measure.unless & {token.head.lemma_.lower()}:
            continue
        distance = float(min(abs(token.i - quantity.stretch[0]), abs(token.i - quantity.stretch[1] + 1)))
        if token.i == quantity.noun or token.head.i == quantity.noun or noun.head.i == token.i:
            distance -= 6
        elif quantity.noun in {t.i for t in token.subtree}:
            distance -= 3
        reach = (_FAR if token.dep_ in {"obj", "nsubj"} else _REACH) if _is_related(token, noun) else _NEAR
        if distance <= reach and (best is None or distance < best[0]):
            best = (distance, measure, token)
    return (best[1], best[2]) if best is not None else None


def _is_related(cue: Token, noun: Token) -> bool:
    """Whether the tree holds an amount and a word together: one stands under the other, or both are arguments of one predicate."""
    if cue.sent != noun.sent:
        return True
    above = [noun, *noun.ancestors]
    if cue in above or cue.is_ancestor(noun):
        return True
    tops = [t for t in [cue, *cue.ancestors] if t.pos_ in {"VERB", "AUX", "ADJ"}][:1]
    return bool(tops) and tops[0] in above[:6]


def _is_modifier(token: Token, by_noun: dict[str, Measure]) -> bool:
    """ "trade sanctions" are sanctions."""
    return token.dep_ in {"compound", "amod"} and token.head.i > token.i and token.head.lower_ in by_noun


def _is_rate_of_exchange(draft: Draft, quantity: Quantity) -> bool:
    after = [t.lower_ for t in draft.doc[quantity.stretch[1] : quantity.stretch[1] + 3]]
    return (
        quantity.kind == "money"
        and after[:1] in (["to"], ["per"], ["a"])
        and bool({"dollar", "pound", "mark", "tonne", "barrel", "ton"} & set(after))
    )


def _verb_above(draft: Draft, quantity: Quantity, uses: Uses) -> Measure | None:
    """The measure of the verb that governs an amount ("bought", "sold"), for its roles."""
    token = draft.doc[quantity.noun]
    for _ in range(4):
        if token.pos_ == "VERB" and token.lower_ in measures_by_verb():
            return measures_by_verb()[token.lower_]
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _inherited(
    draft: Draft, measure: Measure, quantity: Quantity, sender: str | None, receiver: str | None, before: list[FigureNote]
) -> tuple[str | None, str | None]:
    """Ends that the figure before of the same measure told, within three sentences."""
    if sender is not None and receiver is not None:
        return sender, receiver
    if measure.measure == "trade" and (sender is None) != (receiver is None):
        # Trade of one party to an agreement on it, which says no partner: with the other party.
        one = sender or receiver
        pacts = [n.parties for n in draft.instruments if len(n.parties) == 2 and one in n.parties and {"trade", "commodities"} & set(n.subjects)]
        if len({frozenset(p) for p in pacts}) == 1:
            other = next(p for p in pacts[0] if p != one)
            return (sender or other), (receiver or other)
    last = next((n for n in reversed(before) if n.measure == measure.measure), None)
    if last is None or quantity.stretch[0] - last.evidence[0][1] > 90:
        return sender, receiver
    if sender is None and receiver in {None, last.to}:
        sender = last.from_
    if receiver is None and sender == last.from_:
        receiver = last.to
    return sender, receiver


def _of_title(draft: Draft, sender: str) -> str | None:
    """The one other state that the headline names."""
    told = [draft.responsible(a) for m in draft.mentions if m.head < draft.title_end for a in m.actors]
    others = [p for p in only_parties(draft, told) if p != sender]
    return others[0] if len(others) == 1 else None


def _unit(draft: Draft, measure: Measure, quantity: Quantity) -> str:
    if quantity.unit is not None:
        return quantity.unit
    return "troops" if measure.measure == "troops" else draft.doc[quantity.noun].lower_


def _evidence(draft: Draft, quantity: Quantity, cue: Token) -> tuple[int, int]:
    return min(cue.i, quantity.stretch[0]), max(cue.i + 1, quantity.stretch[1])


def change_near(draft: Draft, quantity: Quantity) -> str | None:
    """increase or decrease, from the words around the amount, else from those above it in the tree."""
    start, end = quantity.stretch
    near = [*reversed(draft.doc[max(0, start - 7) : start]), *draft.doc[end : end + 4], *list(draft.doc[quantity.noun].ancestors)[:3]]
    for token in near:
        if token.lower_ in _UP | _DOWN and token.sent == draft.doc[start].sent:
            return "increase" if token.lower_ in _UP else "decrease"
    return None


def period_near(draft: Draft, quantity: Quantity) -> str | None:
    """The period told nearest to the amount in its sentence."""
    sentence = wire_sentence(draft.doc[quantity.stretch[0]])
    notes = [n for n in draft.times if n.value and n.kind != "duration" and sentence.start <= n.stretch[0] < sentence.end]
    best = min(notes, key=lambda n: min(abs(n.stretch[0] - quantity.stretch[1]), abs(quantity.stretch[0] - n.stretch[1])), default=None)
    return best.value if best is not None else None


def _goods(cue: Token) -> tuple[str, ...]:
    """ "exports of textiles and steel": the goods."""
    for child in cue.children:
        if child.dep_.startswith("nmod") and preposition_of(child) == "of" and child.pos_ == "NOUN" and not any(t.like_num for t in child.subtree):
            return tuple(t.doc[t.left_edge.i : t.i + 1].text for t in [child, *child.conjuncts] if t.pos_ == "NOUN" and t.i >= child.i)
    return ()

"""Coreference of actors: pronouns, definite descriptions, groups, surnames and initialisms.

Candidates are the mentions before, weighed by salience (salience.py); agreement in number, gender and kind rules out.
First persons inside quotations wait for their speakers and are settled by the stage "speakers".
"""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from dragoman.lexicon.roles import female_names, male_names
from dragoman.reading.descriptions import definite, known_holder
from dragoman.reading.draft import Draft, Mention, stage
from dragoman.reading.groups import STATE_LIKE, group, plural, remember_group
from dragoman.reading.initialisms import define_initialisms, name_halves
from dragoman.reading.names import FEMALE_HONORIFICS, HONORIFICS
from dragoman.reading.salience import Memory, is_thing, scores, speaks, weight_of
from dragoman.reading.unplaced import place_official
from dragoman.world.spelling import slug

_SINGULAR_PERSON = {"he", "him", "his", "himself", "she", "her", "hers", "herself"}
_FEMALE = {"she", "her", "hers", "herself"}
_THING = {"it", "its", "itself"}
_PLURAL = {"they", "them", "their", "theirs", "themselves", "both", "each"}
_FIRST = {"i", "me", "my", "we", "us", "our", "ours"}
_TOLD = 2.0  # how much rather a pronoun means one whose name or title tells the gender
_TOPIC = 1.6  # how much rather "it" means an actor than another noun


@stage("coreference")
def resolve(draft: Draft) -> None:
    """Settle the mentions that have no actor yet, in the order of the words."""
    define_initialisms(draft)
    name_halves(draft)
    memory = Memory(named=Counter(a for m in draft.mentions if m.kind == "name" for a in m.actors))
    _note_genders(draft, memory)
    waiting = sorted(draft.mentions, key=lambda m: (m.head, m.stretch), reverse=True)
    for number, sentence in enumerate(draft.doc.sents):
        for token in sentence:
            while waiting and waiting[-1].head <= token.i:
                _read(draft, waiting.pop(), number, memory)
            if is_thing(draft, token):
                memory.things.append((number, weight_of(token), token.morph.get("Number", []) == ["Plur"]))
    for note in draft.actors.values():
        if note.kind == "person" and note.title and note.of is None:
            note.of = note.country


def _read(draft: Draft, mention: Mention, number: int, memory: Memory) -> None:
    """Settle one mention, and remember whom it stands for."""
    token = draft.doc[mention.head]
    if not mention.actors:
        _settle(draft, mention, token, number, memory)
    elif mention.rule == "nominal.office":
        known_holder(draft, mention, token, number, memory)
    if len(mention.actors) == 1:
        place_official(draft, draft.actors[mention.actors[0]], {a: memory.salience(a, number) for a in memory.seen})
    spoken = speaks(token)
    for actor in mention.actors:
        if spoken:
            memory.spoke[actor] = number
        weight = 0.0 if mention.rule == "mention.apposition" else weight_of(token)
        if not mention.named and draft.actors.get(actor) and draft.actors[actor].kind != "person":
            weight *= 0.8
        memory.seen.setdefault(actor, []).append((number, weight * (0.5 if mention.as_place else 1.0)))
    if mention.kind in {"nominal", "group"} and token.morph.get("Number", []) == ["Plur"]:
        memory.plurals.append((number, mention))
    remember_group(draft, mention, token, number, memory)


def _settle(draft: Draft, mention: Mention, token: Token, number: int, memory: Memory) -> None:
    low = token.lower_
    if mention.kind == "pronoun":
        if low in _FIRST:
            return
        if low in _SINGULAR_PERSON:
            female = low in _FEMALE
            ruled_out = memory.male if female else memory.female
            candidates = [a for a in memory.seen if draft.actors[a].kind == "person" and a not in ruled_out]
            told = memory.female if female else memory.male
            ranked = sorted(((w * (_TOLD if a in told else 1.0), a) for w, a in scores(draft, candidates, number, memory, token)), reverse=True)
            if ranked:
                found = ranked[0][1]
                mention.actors, mention.rule = (found,), "coreference.person"
                told.add(found)
        elif low in _THING:
            if _expletive(token):
                return
            candidates = [a for a in memory.seen if draft.actors[a].kind in STATE_LIKE]
            ranked = scores(draft, candidates, number, memory, token)
            # "the offer ... it": another noun is rather meant, save where somebody speaks.
            if ranked and (speaks(token) or ranked[0][0] * _TOPIC > memory.thing(number, False)):
                mention.actors, mention.rule = (ranked[0][1],), "coreference.thing"
        elif low in _PLURAL:
            if low in {"each", "both"} and token.dep_ in {"det", "cc:preconj", "det:predet"}:
                return
            mention.actors = plural(draft, mention, number, memory)
            mention.rule = "coreference.plural"
        return
    if mention.kind == "group":
        mention.actors = group(draft, mention, token, number, memory)
        return
    definite(draft, mention, token, number, memory)


def _expletive(token: Token) -> bool:
    """Whether an "it" stands for nothing ("it is likely that", "it seems", "it was said that")."""
    if token.dep_ == "expl":
        return True
    verb = token.head
    clause = any(c.dep_ in {"csubj", "ccomp", "advcl", "xcomp"} for c in verb.children)
    if not clause or not token.dep_.startswith("nsubj"):
        return False
    return verb.lemma_.lower() in (_REPORTED if token.dep_ == "nsubj:pass" else _EXPLETIVE)


_EXPLETIVE = {
    "likely", "unlikely", "possible", "impossible", "clear", "unclear", "important", "necessary", "hard", "difficult", "easy", "time",
    "essential", "vital", "seem", "appear", "turn", "remain", "good", "better", "best", "wrong", "right", "true", "certain", "doubtful",
    "crucial", "premature", "regrettable", "unfortunate", "fair",
    "reasonable",
}  # fmt: skip
_REPORTED = {"understand", "know", "say", "believe", "report", "expect", "hope", "agree", "decide", "announce", "claim", "allege", "fear", "think"}


def _note_genders(draft: Draft, memory: Memory) -> None:
    for mention in draft.mentions:
        if len(mention.actors) == 1 and draft.actors[mention.actors[0]].kind == "person":
            before = {draft.doc[i].lower_ for i in range(max(0, mention.stretch[0] - 2), mention.stretch[1])}
            if before & FEMALE_HONORIFICS or {"spokeswoman", "chairwoman", "congresswoman", "queen", "princess"} & before:
                memory.female.add(mention.actors[0])
            elif before & (HONORIFICS - FEMALE_HONORIFICS - {"dr", "dr.", "hon.", "rev."}) or {"king", "prince", "spokesman", "chairman"} & before:
                memory.male.add(mention.actors[0])
            given = slug(draft.actors[mention.actors[0]].name).split("-")[0]
            if given in female_names():
                memory.female.add(mention.actors[0])
            elif given in male_names():
                memory.male.add(mention.actors[0])


@stage("speakers")
def resolve_speakers(draft: Draft) -> None:
    """First persons inside statements: "I" is the speaker, "we" the state or body that it speaks for."""
    for statement in draft.statements:
        if statement.source is None or statement.source not in draft.actors:
            continue
        for start, end in statement.content:
            for i in range(start, end):
                mention = draft.mention_at.get(i)
                if mention is None or mention.actors or mention.kind != "pronoun":
                    continue
                low = draft.doc[i].lower_
                if low in {"i", "me", "my"}:
                    mention.actors, mention.rule = (statement.source,), "coreference.speaker"
                elif low in _FIRST:
                    mention.actors, mention.rule = (draft.responsible(statement.source),), "coreference.speaker"

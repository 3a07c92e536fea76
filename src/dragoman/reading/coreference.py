"""Coreference of actors: pronouns, definite descriptions, groups, surnames and initialisms.

A salience model in the line of Lappin and Leass (1994): candidates are the mentions before, weighed by grammatical
role, distance in sentences and how often they were named; agreement in number, gender and kind rules out.
First persons inside quotations wait for their speakers and are settled by the stage "speakers".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.lexicon.cues import verb_cues
from dragoman.reading.draft import ActorNote, Draft, Mention, stage
from dragoman.reading.names import FEMALE_HONORIFICS, HONORIFICS

_SINGULAR_PERSON = {"he", "him", "his", "himself", "she", "her", "hers", "herself"}
_FEMALE = {"she", "her", "hers", "herself"}
_THING = {"it", "its", "itself"}
_PLURAL = {"they", "them", "their", "theirs", "themselves", "both", "each"}
_FIRST = {"i", "me", "my", "we", "us", "our", "ours"}
_ROLE_WEIGHT = {"nsubj": 3.0, "nsubj:pass": 2.6, "obl:agent": 2.2, "obj": 1.6, "iobj": 1.6, "obl": 1.0, "nmod": 0.6, "nmod:poss": 0.9, "appos": 1.0,
                "amod": 0.35, "compound": 0.35, "conj": 1.5, "ROOT": 1.6, "nsubj:outer": 2.6}  # fmt: skip
_STATE_LIKE = {"state", "igo", "bloc", "government-body", "armed-group", "company", "ngo", "media", "people", "other"}


@dataclass
class _Memory:
    """What has been mentioned so far: (sentence number, weight) of each actor's last mentions, and what pronouns found."""

    seen: dict[str, list[tuple[int, float]]] = field(default_factory=dict)
    female: set[str] = field(default_factory=set)
    male: set[str] = field(default_factory=set)
    spoke: dict[str, int] = field(default_factory=dict)
    groups: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    plural_nominals: list[tuple[int, Mention]] = field(default_factory=list)

    def salience(self, actor: str, sentence: int) -> float:
        return sum(w * 0.55 ** (sentence - s) for s, w in self.seen.get(actor, ()) if sentence - s < 7)


@stage("coreference")
def resolve(draft: Draft) -> None:
    """Settle the mentions that have no actor yet, in the order of the words."""
    _initialisms(draft)
    _halves(draft)
    memory = _Memory()
    _note_genders(draft, memory)
    sentence_of = {}
    for number, sentence in enumerate(draft.doc.sents):
        for i in range(sentence.start, sentence.end):
            sentence_of[i] = number
    for mention in sorted(draft.mentions, key=lambda m: (m.head, m.stretch)):
        token = draft.doc[mention.head]
        number = sentence_of[token.i]
        if not mention.actors:
            _settle(draft, mention, token, number, memory)
        elif mention.rule == "nominal.office":
            _known_holder(draft, mention, token, number, memory)
        _place_official(draft, mention, number, memory)
        speaks = _speaks(token)
        for actor in mention.actors:
            if speaks:
                memory.spoke[actor] = number
            weight = 0.0 if mention.rule == "mention.apposition" else _weight(token)
            if not mention.named and draft.actors.get(actor) and draft.actors[actor].kind != "person":
                weight *= 0.8
            memory.seen.setdefault(actor, []).append((number, weight * (0.5 if mention.as_place else 1.0)))
        if mention.kind != "pronoun" and token.morph.get("Number") == ["Plur"] and mention.kind in {"nominal", "group"}:
            memory.plural_nominals.append((number, mention))
        _remember_group(draft, mention, token, number, memory)
    for note in draft.actors.values():
        if note.kind == "person" and note.title and note.of is None:
            note.of = note.country


def _weight(token: Token) -> float:
    node = token
    share = 1.0
    while node.dep_ in {"conj", "appos", "flat"} and node.head.i != node.i:
        share *= 0.85 if node.dep_ == "conj" else 1.0
        node = node.head
    weight = share * _ROLE_WEIGHT.get(node.dep_, 0.8)
    depth, up = 0, node
    while up.head.i != up.i:
        up, depth = up.head, depth + 1
    return weight / (1 + 0.08 * depth)


def _known_holder(draft: Draft, mention: Mention, token: Token, number: int, memory: _Memory) -> None:
    """ "the Israeli leader", "the Soviet premier": a person of that state and office whom the report has named."""
    word = token.lemma_.lower()
    state = mention.actors[0]
    candidates = [
        a for a in memory.seen
        if draft.actors[a].kind == "person" and draft.responsible(a) == state and draft.actors[a].title
        and (word in draft.actors[a].title.split() or word == "leader" and set(draft.actors[a].title.split()) & _LEADERS)
    ]  # fmt: skip
    found = _best(draft, candidates, number, memory, token)
    if found:
        mention.actors, mention.named, mention.rule = (found,), True, "coreference.office"


def _clause_subjects(draft: Draft, token: Token) -> list[Token]:
    """Subjects of the clauses around a pronoun, the nearest first; the pronoun itself is none."""
    found, node = [], token
    while node.head.i != node.i:
        node = node.head
        found += [c for c in node.children if c.dep_.startswith("nsubj") and c.i < token.i and not (c.left_edge.i <= token.i <= c.right_edge.i)]
    return found


def _speaks(token: Token) -> bool:
    """Whether a mention is the one who says something, as subject or agent of a verb of saying."""
    node = token
    while node.dep_ in {"conj", "appos"} and node.head.i != node.i:
        node = node.head
    return node.dep_ in {"nsubj", "obl:agent"} and node.head.lemma_.lower() in verb_cues()


def _place_official(draft: Draft, mention: Mention, number: int, memory: _Memory) -> None:
    """An official whose state the report does not name ("Deputy Foreign Minister NAME") is of the state in focus."""
    if len(mention.actors) != 1:
        return
    note = draft.actors[mention.actors[0]]
    if note.kind != "person" or note.title is None or note.state is not None or note.title not in draft.lexicon.roles and not _governs(note.title):
        return
    states = [a for a in memory.seen if draft.actors[a].kind == "state"]
    filed = draft.world.find(draft.report.dateline.place) if draft.report.dateline.place else []
    home = next((s.id for s in filed if s.kind == "state" and s.use == "capital"), None)
    ranked = sorted(((memory.salience(a, number) + (0.8 if a == home else 0), a) for a in states), reverse=True)
    if ranked and ranked[0][0] > 0.5:
        note.state = note.country = ranked[0][1]
        note.of = note.of or ranked[0][1]
        note.sector = note.sector or "GOV"


def _governs(title: str) -> bool:
    return title.split()[-1] in {"minister", "president", "ambassador", "secretary", "premier", "chancellor", "official", "spokesman", "spokeswoman", "envoy"}


def _remember_group(draft: Draft, mention: Mention, token: Token, number: int, memory: _Memory) -> None:
    """Coordinated actors ("Russia and China") are a group that "they" and "both sides" can mean."""
    if mention.kind == "pronoun":
        return
    ids = list(mention.actors)
    for other in token.conjuncts:
        if other.i in draft.mention_at:
            ids += draft.mention_at[other.i].actors
    ids = list(dict.fromkeys(ids))
    if len(ids) > 1:
        memory.groups.append((number, tuple(ids)))


def _settle(draft: Draft, mention: Mention, token: Token, number: int, memory: _Memory) -> None:
    low = token.lower_
    if mention.kind == "pronoun":
        if low in _FIRST:
            return
        if low in _SINGULAR_PERSON:
            female = low in _FEMALE
            ruled_out = memory.male if female else memory.female
            candidates = [a for a in memory.seen if draft.actors[a].kind == "person" and a not in ruled_out]
            found = _best(draft, candidates, number, memory, token)
            if found:
                mention.actors, mention.rule = (found,), "coreference.person"
                (memory.female if female else memory.male).add(found)
        elif low in _THING:
            if _expletive(token):
                return
            candidates = [a for a in memory.seen if draft.actors[a].kind in _STATE_LIKE]
            found = _best(draft, candidates, number, memory, token)
            if found:
                mention.actors, mention.rule = (found,), "coreference.thing"
        elif low in _PLURAL:
            if low in {"each", "both"} and token.dep_ in {"det", "cc:preconj", "det:predet"}:
                return
            mention.actors = _plural(draft, mention, number, memory)
            mention.rule = "coreference.plural"
        return
    if mention.kind == "group":
        mention.actors = _group(draft, mention, token, number, memory)
        return
    _definite(draft, mention, token, number, memory)


def _expletive(token: Token) -> bool:
    """Whether an "it" stands for nothing ("it is likely that", "it seems")."""
    if token.dep_ == "expl":
        return True
    clause = any(c.dep_ in {"csubj", "ccomp", "advcl", "xcomp"} for c in token.head.children)
    return token.dep_.startswith("nsubj") and clause and token.head.lemma_.lower() in _EXPLETIVE


_EXPLETIVE = {"likely", "unlikely", "possible", "impossible", "clear", "unclear", "important", "necessary", "hard", "difficult", "easy", "time", "essential",
              "vital", "seem", "appear", "turn", "remain", "good", "better", "best", "wrong", "right", "true", "certain", "doubtful", "crucial", "understand",
              "know", "say", "believe", "report", "expect", "hope", "premature", "regrettable", "unfortunate", "fair", "reasonable"}  # fmt: skip


def _best(draft: Draft, candidates: list[str], number: int, memory: _Memory, token: Token) -> str | None:
    """The most salient candidate; the pronoun's own coarguments do not count."""
    barred: set[str] = set()
    if token.dep_ in {"obj", "iobj", "obl"} and not token.lower_.endswith("self"):
        for c in token.head.children:
            if c.dep_.startswith("nsubj") and c.i in draft.mention_at:
                barred |= set(draft.mention_at[c.i].actors)
    speaks = _speaks(token)
    near = [a for c in _clause_subjects(draft, token)[:1] for a in draft.actors_at(c.i)]
    scored = [
        ((3.0 if a in near else 1.0) * memory.salience(a, number) * (2.2 if speaks and number - memory.spoke.get(a, -99) <= 2 else 1.0), a) for a in candidates if a not in barred
    ]
    scored = [s for s in scored if s[0] > 0.02]
    return max(scored)[1] if scored else None


def _plural(draft: Draft, mention: Mention, number: int, memory: _Memory) -> tuple[str, ...]:
    """ "they": the last plural description or coordinated group, whichever stands nearer."""
    together = _with_subject(draft, draft.doc[mention.head])
    if len(together) > 1:
        return together
    nominal = next(((s, m) for s, m in reversed(memory.plural_nominals) if m.head < mention.head and number - s < 4), None)
    group = next(((s, ids) for s, ids in reversed(memory.groups) if number - s < 3), None)
    if nominal and (group is None or nominal[0] >= group[0]):
        mention.named = nominal[1].named
        return nominal[1].actors
    if group:
        return group[1]
    states = sorted(((memory.salience(a, number), a) for a in memory.seen if draft.actors[a].kind in _STATE_LIKE), reverse=True)
    return (states[0][1],) if states and states[0][0] > 0.3 else ()


def _with_subject(draft: Draft, token: Token) -> tuple[str, ...]:
    """ "A had agreed with B that they would": the subject and its partner."""
    for subject in _clause_subjects(draft, token):
        partners = [c for c in subject.head.children if c.dep_ == "obl" and c.i < token.i and any(g.lower_ == "with" for g in c.children)]
        ids = [a for t in (subject, *partners) for a in draft.actors_at(t.i)]
        if ids and (len(set(ids)) > 1 or partners):
            return tuple(dict.fromkeys(ids))
    return ()


def _group(draft: Draft, mention: Mention, token: Token, number: int, memory: _Memory) -> tuple[str, ...]:
    """Who "the two leaders" or "both sides" are: the nearest group of that size and kind, else the most salient."""
    size = {"group.two": 2, "group.both": 2, "group.each": 2, "group.three": 3, "group.four": 4}.get(mention.rule)
    persons = token.lemma_.lower() in {"leader", "president", "minister", "man"}

    def fits(actor: str) -> bool:
        kind = draft.actors[actor].kind
        if persons and kind == "person":
            return draft.actors[actor].title is None or bool(set(draft.actors[actor].title.split()) & _LEADERS)
        return kind == "person" if persons else kind in {"state", "armed-group", "igo", "bloc", "people"}

    for _, ids in reversed(memory.groups):
        members = tuple(dict.fromkeys(a if persons else draft.responsible(a) for a in ids))
        members = tuple(a for a in members if a in draft.actors and fits(a))
        if size and len(members) == size:
            return members
    ranked = sorted(((memory.salience(a, number), a) for a in memory.seen if fits(a)), reverse=True)
    if size and len(ranked) >= size:
        chosen = {a for _, a in ranked[:size]}
        return tuple(a for a in memory.seen if a in chosen)
    if persons and size:
        states = sorted(((memory.salience(a, number), a) for a in memory.seen if draft.actors[a].kind == "state"), reverse=True)[:size]
        return tuple(a for _, a in states) if len(states) == size else ()
    return ()


_LEADERS = {"president", "premier", "minister", "chancellor", "leader", "king", "queen", "secretary", "chairman", "emir", "prince", "sultan", "secretary-general"}


def _definite(draft: Draft, mention: Mention, token: Token, number: int, memory: _Memory) -> None:
    """ "the minister", "the ministry", "the government", "the troops": somebody named before, or the likeliest owner."""
    word = token.lemma_.lower()
    if word in _PRESS:
        found = _best(draft, [a for a in memory.seen if draft.actors[a].kind == "media"], number, memory, token)
        if found:
            mention.actors, mention.rule = (found,), "coreference.press"
        return
    if mention.kind == "office":
        candidates = [a for a in memory.seen if draft.actors[a].kind == "person" and word in (draft.actors[a].title or "").split()]
        found = _best(draft, candidates, number, memory, token)
        if found:
            mention.actors, mention.rule = (found,), "coreference.office"
            return
    if mention.rule == "nominal.body.open":
        bodies = [a for a in memory.seen if draft.actors[a].kind == "government-body" and word in draft.actors[a].name.lower()]
        found = _best(draft, bodies, number, memory, token)
        if found:
            mention.actors, mention.rule = (found,), "coreference.body"
            return
    if mention.rule in {"nominal.collective.open", "nominal.body.open"} and word in _SAME_STATE:
        states = [a for a in memory.seen if draft.actors[a].kind in {"state", "armed-group"}]
        found = _best(draft, states, number, memory, token)
        if found:
            mention.actors, mention.rule = (draft.responsible(found),), "coreference.state"


_SAME_STATE = {"government", "administration", "authority", "regime", "country", "nation", "republic", "kingdom", "army", "military", "navy", "leadership", "cabinet",
               "junta", "parliament", "ministry", "force", "state"}  # fmt: skip


def _note_genders(draft: Draft, memory: _Memory) -> None:
    for mention in draft.mentions:
        if len(mention.actors) == 1 and draft.actors[mention.actors[0]].kind == "person":
            before = {draft.doc[i].lower_ for i in range(max(0, mention.stretch[0] - 2), mention.stretch[1])}
            if before & FEMALE_HONORIFICS or {"spokeswoman", "chairwoman", "congresswoman", "queen", "princess"} & before:
                memory.female.add(mention.actors[0])
            elif before & (HONORIFICS - FEMALE_HONORIFICS - {"dr", "dr.", "hon.", "rev."}) or {"king", "prince", "spokesman", "chairman"} & before:
                memory.male.add(mention.actors[0])


def _initialisms(draft: Draft) -> None:
    """ "Center for Security Policy (CSP)" defines CSP; "the Center" then means it too, where nothing else is called so."""
    defined: dict[str, ActorNote] = {}
    heads: dict[str, ActorNote] = {}
    for mention in draft.mentions:
        if mention.kind != "name" or not mention.actors:
            continue
        note = draft.actors[mention.actors[0]]
        if note.kind in {"person", "state"}:
            continue
        words = [w for w in re.split(r"[\s-]+", note.name) if w[:1].isalpha()]
        if len(words) >= 2:
            letters = "".join(w[0] for w in words if w.lower() not in {"of", "the", "and", "for", "on", "in"}).upper()
            defined[letters] = note
            defined.setdefault("".join(w[0] for w in words).upper(), note)
            for word in (words[0], words[-1]):
                heads.setdefault(word.lower(), note)
    for mention in draft.mentions:
        if mention.kind == "name" and mention.rule == "mention.model":
            word = draft.span(mention.stretch).text.replace(".", "")
            note = defined.get(word) or heads.get(word.lower())
            if note is not None and note.id != mention.actors[0]:
                mention.actors, mention.rule = (note.id,), "coreference.initialism"
    for token in draft.doc:
        if token.i in draft.mention_at or not token.text[:1].isupper() or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        note = defined.get(token.text.replace(".", "")) if token.text.isupper() and len(token) > 1 else None
        the = any(c.lower_ in {"the", "this"} for c in token.children)
        if note is None and the and not any(c.dep_ in {"compound", "amod", "nmod", "flat"} for c in token.children) and not token.is_sent_start:
            note = heads.get(token.lower_)
        if note is not None:
            mention = Mention((token.i, token.i + 1), token.i, "name", (note.id,), rule="coreference.initialism")
            draft.mentions.append(mention)
            draft.mention_at[token.i] = mention


_HALVES = {"north", "south", "east", "west"}


def _halves(draft: Draft) -> None:
    """ "the North", "North and South Korea": the half of a divided country that the report names in full."""
    whole = {}
    for note in draft.actors.values():
        if note.kind == "state":
            words = note.name.lower().split()
            if len(words) == 2 and words[0] in _HALVES:
                whole[words[0]] = note
    if not whole:
        return
    for token in draft.doc:
        if token.lower_ not in whole or not token.text[:1].isupper() or token.pos_ not in {"PROPN", "NOUN", "ADJ"} or token.dep_ in {"compound", "amod", "flat"}:
            continue
        following = token.nbor() if token.i + 1 < len(draft.doc) else None
        if following is not None and following.pos_ == "PROPN":
            continue
        mention = draft.mention_at.get(token.i)
        if mention is not None and mention.kind == "name" and mention.rule.startswith("world"):
            continue
        if mention is None:
            mention = Mention((token.i, token.i + 1), token.i, "name")
            draft.mentions.append(mention)
            draft.mention_at[token.i] = mention
        mention.actors, mention.kind, mention.rule = (whole[token.lower_].id,), "name", "coreference.half"


_PRESS = {"newspaper", "agency", "paper", "daily", "magazine", "radio", "television", "broadcaster", "weekly", "station", "network", "wire", "journal"}


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

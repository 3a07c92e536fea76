"""Role nouns: offices alone, officials, governments, forces, ministries, groups."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.reading.draft import ActorNote, Draft, Mention
from dragoman.reading.names import slug
from dragoman.world import Sense

_GROUP_NOUNS = {"side", "country", "nation", "leader", "state", "power", "party", "government", "president", "minister", "superpower", "neighbor", "neighbour",
                "ally", "rival", "enemy", "capital", "man"}  # fmt: skip
_OWNERS = {"nmod:poss", "amod", "compound", "nmod:desc", "nmod"}
_OF = {"of", "for", "in", "from", "at", "to", "with"}


def find_nominals(draft: Draft, actor_of: dict[int, Sense], on: str | None) -> None:
    """Add the mentions whose head is a role noun, innermost first."""
    for token in sorted(draft.doc, key=lambda t: -_depth(t)):
        if token.pos_ not in {"NOUN", "PROPN"} or token.i in draft.mention_at or draft.title_end <= token.i < draft.body:
            continue
        if token.i in actor_of:
            continue
        group = _group(token)
        if group:
            draft.mentions.append(Mention(_core(token), token.i, "group", rule=f"group.{group}"))
            draft.mention_at[token.i] = draft.mentions[-1]
            continue
        phrase, kinds = _role(draft, token)
        if not kinds:
            continue
        mention = _nominal(draft, token, phrase, kinds, on)
        if mention is not None:
            draft.mentions.append(mention)
            draft.mention_at[token.i] = mention


def _depth(token: Token) -> int:
    depth = 0
    while token.head.i != token.i:
        token, depth = token.head, depth + 1
    return depth


def _core(token: Token) -> tuple[int, int]:
    """From the noun phrase's first word to its head."""
    lefts = [c.left_edge.i for c in token.children if c.i < token.i and c.dep_ in {"det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "det:predet"}]
    return min([token.i, *lefts]), token.i + 1


def _group(token: Token) -> str | None:
    """ "both sides", "the two leaders", "the countries": a group that the report has named before."""
    if token.lemma_.lower() not in _GROUP_NOUNS:
        return None
    children = {c.lower_: c for c in token.children}
    owned = any(c.dep_ in {"amod", "compound", "nmod:poss"} and c.pos_ == "PROPN" for c in token.children)
    if "both" in children:
        return "both"
    if "each" in children:
        return "each"
    numbers = [c for c in token.children if c.dep_ == "nummod"]
    if numbers and not owned and ("the" in children or "these" in children or "those" in children or token.sent.start == numbers[0].i):
        return {"two": "two", "2": "two", "three": "three", "four": "four"}.get(numbers[0].lower_, "many")
    if "the" in children and token.morph.get("Number") == ["Plur"] and token.lemma_.lower() in {"side", "country", "nation", "leader", "neighbor", "superpower"}:
        if not any(c.dep_ in {"amod", "nmod", "compound", "acl:relcl", "acl"} for c in token.children):
            return "two"
    return None


def _role(draft: Draft, token: Token) -> tuple[str, frozenset[str]]:
    """The longest role phrase that ends at this token ("deputy foreign minister"), and the kinds it can have."""
    roles = draft.lexicon.roles
    best, kinds = "", frozenset[str]()
    for length in (4, 3, 2, 1):
        start = token.i - length + 1
        if start < 0 or draft.doc[start].sent != token.sent:
            continue
        words = [t.lower_ for t in draft.doc[start : token.i]]
        for last in dict.fromkeys((token.lower_, token.lemma_.lower())):
            phrase = " ".join([*words, last])
            if phrase in roles:
                best, kinds = phrase, roles[phrase]
                return best, kinds
    return best, kinds


def _owner(draft: Draft, token: Token) -> tuple[str | None, bool]:
    """The actor that a role noun belongs to, and whether it is told by an adjective or possessive (not a place)."""
    best: tuple[int, str] | None = None
    for child in token.children:
        if child.dep_ not in _OWNERS and not child.dep_.startswith("obl"):
            continue
        preposition = next((c.lower_ for c in child.children if c.dep_ == "case" and c.lower_ not in {"'s", "’s", "'"}), None)
        if preposition is not None and preposition not in _OF:
            continue
        mention = draft.mention_at.get(child.i)
        actors = mention.actors if mention else ()
        if not actors and child.dep_ in {"compound", "amod", "nmod:desc"}:
            actors = tuple(a for g in child.children if g.dep_ in {"compound", "amod"} and g.i in draft.mention_at for a in draft.mention_at[g.i].actors)
        if actors and draft.actors[actors[0]].kind not in {"person", "media"}:
            rank = 0 if preposition is None else 1 if preposition == "of" else 2
            body = draft.actors[actors[0]].kind == "government-body"
            key = (rank - (1 if body and rank == 0 else 0), actors[0])
            if best is None or key[0] < best[0]:
                best = key
    if best is not None:
        return best[1], best[0] < 2
    # "Israeli Foreign Ministry spokesman": the state may stand in front of the whole compound.
    for i in range(_core(token)[0], token.i):
        mention = draft.mention_at.get(i)
        if mention is not None and mention.actors and draft.actors[mention.actors[0]].kind != "person":
            return mention.actors[0], True
    return None, False


def _nominal(draft: Draft, token: Token, phrase: str, kinds: frozenset[str], on: str | None) -> Mention | None:
    owner, _ = _owner(draft, token)
    core = _core(token)
    plural = token.morph.get("Number") == ["Plur"]
    definite = any(c.lower_ in {"the", "this", "that", "these", "those"} or c.dep_ == "nmod:poss" for c in token.children)
    responsible = draft.responsible(owner) if owner else None
    if "body" in kinds and not plural:
        if responsible and draft.actors[responsible].kind in {"state", "bloc", "igo"}:
            name = _body_name(token, phrase)
            identity = f"{responsible}:{slug(name)}"
            if identity not in draft.actors:
                known = draft.world.actor(identity)
                draft.actors[identity] = ActorNote(
                    identity, "government-body", known.name if known else f"{draft.actors[responsible].name} {name}", responsible,
                    known.sector if known else "GOV", state=responsible,
                )  # fmt: skip
            return Mention(core, token.i, "name", (identity,), rule="nominal.body")
        return Mention(core, token.i, "nominal", rule="nominal.body.open") if definite else None
    if "collective" in kinds and (owner or definite):
        if responsible:
            return Mention(core, token.i, "nominal", (responsible,), rule="nominal.collective")
        return Mention(core, token.i, "nominal", rule="nominal.collective.open")
    if "office" in kinds and not plural:
        if owner and definite or (owner and core[0] == token.i):
            person = _holder(draft, phrase, owner, on)
            if person is not None:
                return Mention(core, token.i, "office", (person,), rule="nominal.office")
        if owner:
            return Mention(core, token.i, "nominal", (responsible or owner,), named=False, rule="nominal.official")
        return Mention(core, token.i, "office", rule="nominal.office.open") if definite else None
    if kinds & {"official", "office"}:
        if responsible:
            return Mention(core, token.i, "nominal", (responsible,), named=False, rule="nominal.official")
        return Mention(core, token.i, "nominal", named=False, rule="nominal.official.open")
    if "sources" in kinds:
        return Mention(core, token.i, "nominal", (responsible,) if responsible else (), named=False, rule="nominal.sources")
    return None


def _body_name(token: Token, phrase: str) -> str:
    """ "ministry" with its field: "foreign ministry", "ministry of defence" as "defence ministry"."""
    if phrase != "ministry":
        return phrase
    for child in token.children:
        if child.dep_.startswith("nmod") and any(c.lower_ in {"of", "for"} for c in child.children if c.dep_ == "case"):
            return f"{child.lemma_.lower().removesuffix(' affairs')} ministry"
    field = [c.lower_ for c in token.children if c.dep_ in {"amod", "compound"} and c.i not in {m for m in ()}]
    return " ".join([*field[-1:], "ministry"])


def _holder(draft: Draft, phrase: str, owner: str, on: str | None) -> str | None:
    """The person who held an office on the day, and is noted from then on."""
    if on is None:
        return None
    terms = draft.world.holders(phrase, owner, on)
    persons = {t.person for t in terms}
    if len(persons) != 1:
        return None
    identity = persons.pop()
    person = draft.world.person(identity)
    if person is None:
        return None
    if identity not in draft.actors:
        draft.actors[identity] = ActorNote(identity, "person", person.name, person.country)
    note = draft.actors[identity]
    note.title, note.of, note.office_source = terms[0].title, terms[0].of, "world"
    return identity

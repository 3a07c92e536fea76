"""Role nouns: offices alone, officials, governments, forces, ministries, groups."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.reading.draft import ActorNote, Draft, Mention
from dragoman.world import Sense
from dragoman.world.spelling import slug

_GROUP_NOUNS = {
    "side", "country", "nation", "leader", "state", "power", "party", "government", "president", "minister", "superpower", "neighbor",
    "neighbour", "ally", "rival", "enemy", "capital", "man",
}  # fmt: skip
_OWNERS = {"nmod:poss", "amod", "compound", "nmod:desc", "nmod"}
_OF = {"of", "for", "in", "from", "at", "to", "with"}


def find_nominals(draft: Draft, actor_of: dict[int, Sense], on: str | None, in_titles: set[int]) -> None:
    """Add the mentions whose head is a role noun, innermost first; words of persons' titles are left alone."""
    for token in sorted(draft.doc, key=lambda t: -len(list(t.ancestors))):
        if token.pos_ not in {"NOUN", "PROPN"} or token.i in draft.mention_at or draft.title_end <= token.i < draft.body:
            continue
        if token.i in actor_of or (token.i in in_titles and token.dep_ in {"nmod:desc", "compound", "flat", "amod"}):
            continue
        group = _group(token)
        if group:
            draft.mentions.append(Mention(core_of(token), token.i, "group", rule=f"group.{group}"))
            draft.mention_at[token.i] = draft.mentions[-1]
            continue
        phrase, kinds = _role(draft, token)
        if not kinds:
            continue
        mention = _nominal(draft, token, phrase, kinds, on)
        if mention is not None:
            draft.mentions.append(mention)
            draft.mention_at[token.i] = mention


def core_of(token: Token) -> tuple[int, int]:
    """The core of a noun phrase, tokens: from the noun phrase's first word to its head."""
    lefts = [
        c.left_edge.i
        for c in token.children
        if c.i < token.i and c.dep_ in {"det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "det:predet"}
    ]
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
    if (
        "the" in children
        and token.morph.get("Number", []) == ["Plur"]
        and token.lemma_.lower() in {"side", "country", "nation", "leader", "neighbor", "superpower"}
    ):
        if not any(c.dep_ in {"amod", "nmod", "compound", "acl:relcl", "acl"} for c in token.children):
            return "two"
    return None


def _role(draft: Draft, token: Token) -> tuple[str, frozenset[str]]:
    """The longest role phrase that ends at this token ("deputy foreign minister"), and the kinds it can have."""
    roles = draft.lexicon.roles
    words: list[str] = []
    i = token.i - 1
    while i >= token.sent.start and len(words) < 3:
        if draft.doc[i].text != "-":
            words.insert(0, draft.doc[i].lower_)
        i -= 1
    for length in range(len(words), -1, -1):
        before = words[len(words) - length :]
        for last in dict.fromkeys((token.lower_, token.lemma_.lower())):
            phrase = " ".join([*before, last])
            if phrase in roles:
                return phrase, roles[phrase]
    return "", frozenset()


def _owners(draft: Draft, token: Token) -> tuple[str, ...]:
    """The actors that a role noun belongs to: those told by adjective or possessive before those in "of" and "in" phrases."""
    best: tuple[int, tuple[str, ...]] | None = None
    for child in token.children:
        if child.dep_ not in _OWNERS and not child.dep_.startswith("obl"):
            continue
        preposition = next((c.lower_ for c in child.children if c.dep_ == "case" and c.lower_ not in {"'s", "’s", "'"}), None)
        if preposition is not None and preposition not in _OF:
            continue
        actors = draft.actors_at(child.i)
        if not actors and child.dep_ in {"compound", "amod", "nmod:desc"}:
            actors = tuple(a for g in child.children if g.dep_ in {"compound", "amod"} for a in draft.actors_at(g.i))
        actors = tuple(a for a in actors if draft.actors[a].kind not in {"person", "media"})
        if actors:
            rank = 0 if preposition is None else 1 if preposition == "of" else 2
            rank -= draft.actors[actors[0]].kind == "government-body" and rank == 0
            if best is None or rank < best[0]:
                best = (rank, actors)
    if best is not None:
        return best[1]
    # "Israeli Foreign Ministry spokesman": the state may stand in front of the whole compound.
    for i in range(core_of(token)[0], token.i):
        mention = draft.mention_at.get(i)
        if mention is not None and mention.actors and draft.actors[mention.actors[0]].kind != "person":
            return mention.actors
    return ()


def _nominal(draft: Draft, token: Token, phrase: str, kinds: frozenset[str], on: str | None) -> Mention | None:
    owners = _owners(draft, token)
    owner = owners[0] if owners else None
    core = core_of(token)
    plural = token.morph.get("Number", []) == ["Plur"]
    definite = any(c.lower_ in {"the", "this", "that", "these", "those"} or c.dep_ == "nmod:poss" for c in token.children)
    responsible = draft.responsible(owner) if owner else None
    if "organ" in kinds:
        return Mention(core, token.i, "nominal", rule="nominal.organ.open") if definite and not plural and owner is None else None
    if "press" in kinds:
        return Mention(core, token.i, "nominal", rule="nominal.press") if definite and not plural else None
    if "body" in kinds and not plural:
        if responsible and draft.actors[responsible].kind in {"state", "bloc", "igo"}:
            identity = body_of(draft, responsible, token, phrase)
            return Mention(core, token.i, "name", (identity,), rule="nominal.body")
        return Mention(core, token.i, "nominal", rule="nominal.body.open") if definite else None
    if "collective" in kinds and (owner or definite):
        if responsible:
            everyone = tuple(dict.fromkeys(draft.responsible(o) for o in owners))
            return Mention(core, token.i, "nominal", everyone, rule="nominal.collective")
        return Mention(core, token.i, "nominal", rule="nominal.collective.open")
    if "office" in kinds and not plural:
        if owner and definite or (owner and core[0] == token.i):
            person = _holder(draft, phrase, owner, on)
            if person is not None:
                return Mention(core, token.i, "office", (person,), rule="nominal.office")
        if owner:
            rule = "nominal.office" if definite else "nominal.official"
            return Mention(core, token.i, "nominal", (responsible or owner,), named=False, rule=rule)
        return Mention(core, token.i, "office", rule="nominal.office.open") if definite else None
    if kinds & {"official", "office"}:
        if responsible:
            return Mention(core, token.i, "nominal", (responsible,), named=False, rule="nominal.official")
        return Mention(core, token.i, "nominal", named=False, rule="nominal.official.open")
    if "sources" in kinds:
        return Mention(core, token.i, "nominal", (responsible,) if responsible else (), named=False, rule="nominal.sources")
    return None


def body_of(draft: Draft, state: str, token: Token, phrase: str | None = None) -> str:
    """The id of a state's body that a role noun names ("ministry", with its field), noted from then on.

    Args:
        draft: the draft.
        state: whose body it is.
        token: the noun.
        phrase: the role phrase that ends there, where it is known.
    """
    name = _body_name(draft, token, phrase if phrase is not None else _role(draft, token)[0])
    identity = f"{state}:{slug(name)}"
    if identity not in draft.actors:
        known = draft.world.actor(identity)
        draft.actors[identity] = ActorNote(
            identity, "government-body", known.name if known else f"{draft.actors[state].name} {name}", state,
            known.sector if known else "GOV", state=state,
        )  # fmt: skip
    return identity


def _body_name(draft: Draft, token: Token, phrase: str) -> str:
    """ "ministry" with its field: "foreign ministry", "ministry of defence" as "defence ministry"."""
    if phrase != "ministry":
        return phrase
    for child in token.children:
        if child.dep_.startswith("nmod") and any(c.lower_ in {"of", "for"} for c in child.children if c.dep_ == "case"):
            return f"{child.lemma_.lower().removesuffix(' affairs')} ministry"
    field = [c.lower_ for c in token.children if c.dep_ in {"amod", "compound"} and c.i not in draft.mention_at]
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
    identity = next((n.id for n in draft.actors.values() if n.world == identity), identity)
    if identity not in draft.actors:
        draft.actors[identity] = ActorNote(identity, "person", person.name, person.country)
    note = draft.actors[identity]
    note.title, note.of, note.office_source = terms[0].title, terms[0].of, "world"
    return identity

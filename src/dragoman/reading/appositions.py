"""Offices that stand beside a name: after it ("NAME, the head of the delegation"), or before it over a comma ("the director, NAME")."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.reading.draft import ActorNote, Draft, Mention, Stretch
from dragoman.reading.names import next_word
from dragoman.reading.nominals import core_of
from dragoman.reading.titles import is_rank, is_title_word, names_office, title_of_noun
from dragoman.world import Sense


def appositions(draft: Draft, note: ActorNote, stretch: Stretch, head: Token, actor_of: dict[int, Sense], names: set[int]) -> list[Mention]:
    """Give a person the office in apposition, and the mentions of the person by it.

    Args:
        draft: the draft.
        note: the person.
        stretch: the name.
        head: the name's head.
        actor_of: token -> sense of the state or body named there.
        names: first words of all names of persons.
    """
    found: list[Mention] = []
    roles = draft.lexicon.roles
    node = _after(draft, stretch, head, names)
    if node is not None:
        title = title_of_noun(draft, node, roles, actor_of)
        if title is not None:
            if not title.former and (note.title is None or is_rank(note.title)):
                note.title, note.office_source = title.text, "report"
                note.of = title.of or note.of
            note.of = note.of or title.of
            found.append(Mention((max(node.left_edge.i, stretch[1]), node.i + 1), node.i, "office", (note.id,), rule="mention.apposition"))
    elif note.of is None and note.title is not None:
        note.of = _of_state(draft, stretch, actor_of)
    noun = head.head
    while head.dep_ == "appos" and not names_office(noun, roles) and noun.dep_.startswith("nmod") and noun.head.i < noun.i:
        noun = noun.head
    if head.dep_ == "appos" and noun.i < head.i and names_office(noun, roles):
        # "his Chinese counterpart NAME", "the director of the fund, NAME": the noun phrase is the same person.
        found.append(Mention(core_of(noun), noun.i, "office", (note.id,), rule="mention.apposition"))
    return found


def _of_state(draft: Draft, stretch: Stretch, actor_of: dict[int, Sense]) -> str | None:
    """ "Foreign Minister NAME of Sweden": the state after the name."""
    link = next_word(draft.doc, stretch[1] - 1)
    if link is None or draft.doc[link].lower_ not in {"of", "from"}:
        return None
    at = next_word(draft.doc, link)
    at = next_word(draft.doc, at) if at is not None and draft.doc[at].lower_ == "the" else at
    return actor_of[at].id if at is not None and at in actor_of and actor_of[at].kind in {"state", "igo"} else None


def _after(draft: Draft, stretch: Stretch, head: Token, names: set[int]) -> Token | None:
    """The office in apposition after a name; none that stands before another name ("NAME, Foreign Minister OTHER")."""
    doc, roles = draft.doc, draft.lexicon.roles

    def free(node: Token) -> bool:
        after = next_word(doc, node.i)
        return not (after is not None and after in names) and not any(stretch[1] <= i < node.i for i in names)

    parsed = [c for c in head.children if c.dep_ in {"appos", "parataxis"} and c.i >= stretch[1] and names_office(c, roles)]
    if parsed:
        return parsed[0] if free(parsed[0]) else None
    comma = next_word(doc, stretch[1] - 1)
    if comma is None:
        return None
    bare = doc[comma].text[:1].isupper() and is_title_word(doc[comma], roles)  # "NAME Prime Minister of Albania"
    if doc[comma].text not in {",", "("} and not bare:
        return None
    at = comma if bare else next_word(doc, comma)
    for _ in range(6):
        if at is None or doc[at].pos_ not in {"DET", "ADJ", "NOUN", "PROPN", "ADV", "PUNCT", "PRON", "PART"} or doc[at].text == "," or at in names:
            return None
        if names_office(doc[at], roles) and doc[at].dep_ not in {"compound", "amod"} and not doc[at].dep_.startswith("nsubj"):
            return doc[at] if doc[at].morph.get("Number", []) != ["Plur"] and free(doc[at]) else None
        at = next_word(doc, at)
    return None

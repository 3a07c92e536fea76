"""Short names: initialisms that the report defines, and halves of divided countries."""

from __future__ import annotations

import re

from dragoman.reading.draft import ActorNote, Draft, Mention


def define_initialisms(draft: Draft) -> None:
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
            fuller = defined.get(word) or heads.get(word.lower())
            if fuller is not None and fuller.id != mention.actors[0]:
                mention.actors, mention.rule = (fuller.id,), "coreference.initialism"
    for token in draft.doc:
        if token.i in draft.mention_at or not token.text[:1].isupper() or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        meant = defined.get(token.text.replace(".", "")) if token.text.isupper() and len(token) > 1 else None
        the = any(c.lower_ in {"the", "this"} for c in token.children)
        if meant is None and the and not any(c.dep_ in {"compound", "amod", "nmod", "flat"} for c in token.children) and not token.is_sent_start:
            meant = heads.get(token.lower_)
        if meant is not None:
            mention = Mention((token.i, token.i + 1), token.i, "name", (meant.id,), rule="coreference.initialism")
            draft.mentions.append(mention)
            draft.mention_at[token.i] = mention


HALVES = {"north", "south", "east", "west"}


def name_halves(draft: Draft) -> None:
    """ "the North", "North and South Korea": the half of a divided country that the report names in full."""
    whole = {}
    for note in draft.actors.values():
        if note.kind == "state":
            words = note.name.lower().split()
            if len(words) == 2 and words[0] in HALVES:
                whole[words[0]] = note
    if not whole:
        return
    for token in draft.doc:
        if token.lower_ not in whole or token.pos_ not in {"PROPN", "NOUN", "ADJ"}:
            continue
        # "into the north": small letters too, where it is no part of something else ("the north of Iraq")
        bare = token.pos_ != "ADJ" and [c.lower_ for c in token.children if c.dep_ not in {"case", "punct"}] == ["the"]
        if not token.text[:1].isupper() and not bare:
            continue
        following = draft.doc[token.i + 1 : token.i + 3]
        paired = len(following) == 2 and following[0].lower_ in {"and", "or"} and following[1].lower_ in HALVES  # "North and South Korea"
        part = token.dep_ in {"compound", "amod", "flat"} or (len(following) > 0 and following[0].pos_ == "PROPN")
        if part and not paired:
            continue
        mention = draft.mention_at.get(token.i)
        if mention is not None and mention.kind == "name" and mention.rule.startswith("world"):
            continue
        if mention is None:
            mention = Mention((token.i, token.i + 1), token.i, "name")
            draft.mentions.append(mention)
            draft.mention_at[token.i] = mention
        mention.actors, mention.kind, mention.rule = (whole[token.lower_].id,), "name", "coreference.half"

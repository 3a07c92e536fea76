"""Who "we" are in a text that several states give together: "We, the Foreign Ministers of Chad, Mali and Niger, ..."."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.reading.draft import Draft, Mention, stage

_WE = {"we", "us", "our", "ours", "ourselves"}
_GIVEN = {"issue", "release", "adopt", "make", "publish", "deliver", "give", "agree"}
# How many sentences from the top may say whose text it is.
_OPENING = 6


@stage("joint_authors")
def find_joint_authors(draft: Draft) -> None:
    """Give every "we" of a joint text to its authors, where the opening lists them."""
    authors = _authors(draft)
    if len(authors) < 2:
        return
    for token in draft.doc:
        if token.lower_ not in _WE or token.pos_ not in {"PRON", "DET"}:
            continue
        mention = draft.mention_at.get(token.i)
        if mention is None:
            mention = Mention((token.i, token.i + 1), token.i, "pronoun")
            draft.mentions.append(mention)
            draft.mention_at[token.i] = mention
        mention.actors, mention.rule = authors, "coreference.joint-authors"
        if token.i + 1 < token.sent.end and token.nbor().text == ",":
            _same_as_we(draft, token.i + 1, _apposition_end(token), authors)


def _authors(draft: Draft) -> tuple[str, ...]:
    for number, sentence in enumerate(draft.doc.sents):
        if number >= _OPENING:
            break
        for token in sentence:
            apposed = token.lower_ == "we" and token.i + 1 < sentence.end and token.nbor().text == ","
            given = token.lemma_.lower() in _GIVEN and any(
                c.dep_.startswith("nsubj") and c.lemma_.lower() in {"statement", "declaration", "communique", "text"} for c in token.children
            )
            if apposed:
                end = _apposition_end(token)
                found = _listed(draft, token.i + 1, end)
            elif given:
                found = _listed(draft, token.i + 1, sentence.end)
            else:
                continue
            if len(found) > 1:
                return found
    return ()


def _apposition_end(token: Token) -> int:
    """Where the words set beside a "we" end: at the clause's verb."""
    verbs = (t.i for t in token.sent if t.i > token.i + 3 and t.pos_ in {"VERB", "AUX"} and t.dep_ != "amod")
    return next(verbs, token.sent.end)


def _same_as_we(draft: Draft, start: int, end: int, authors: tuple[str, ...]) -> None:
    """The role nouns set beside "we" ("the Foreign Ministers") stand for the authors too."""
    for mention in draft.mentions:
        if start <= mention.head < end and mention.kind == "nominal":
            mention.actors = authors


def _listed(draft: Draft, start: int, end: int) -> tuple[str, ...]:
    """The states and organisations named between two tokens; a bloc gives way to the members that are listed after it."""
    found: list[str] = []
    for i in range(start, end):
        mention = draft.mention_at.get(i)
        if mention is not None and mention.kind in {"name", "adjective"}:
            found += [draft.responsible(a) for a in mention.actors if draft.actors[a].kind in {"state", "igo", "bloc", "person", "government-body"}]
    states = [a for a in found if draft.actors[a].kind == "state"]
    listed = [a for a in found if draft.actors[a].kind in {"state", "igo"} or len(states) < 2]
    return tuple(dict.fromkeys(listed))

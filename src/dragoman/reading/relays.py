"""Relays: who makes no statement of his own but passes on another's ("Tass quoted experts as saying", "X said, according to Y")."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.reading.draft import Draft, StatementNote

_PASSING = frozenset({"quoting", "citing"})
_PHRASES = frozenset({"cue.according"})
_CITED_ALONE = 4  # words that a passed-on statement may have beside source, cue and content


def quoted_by(token: Token) -> Token | None:
    """Whom the subject of a cue quotes ("Tass, quoting *experts*, said"), or None.

    Args:
        token: the subject, or the cue itself.
    """
    for child in token.children:
        if child.lower_ in _PASSING and child.dep_ in {"acl", "advcl", "parataxis"}:
            return next((c for c in child.rights if c.dep_ == "obj"), None)
    return None


def pass_on(draft: Draft, found: list[StatementNote]) -> list[StatementNote]:
    """The statements without those of phrases that hold nothing but another's statement; the other's `via` names them.

    "According to the daily, the mayor believes that ..." is the mayor's statement, passed on by the daily.
    """
    kept = []
    for k, outer in enumerate(found):
        inner = _only_statement(draft, outer, found[max(0, k - 4) : k + 5]) if outer.rule in _PHRASES else None
        if inner is None:
            kept.append(outer)
        else:
            inner.via = (*draft.link_of(outer.source, outer.source_stretch), *inner.via)
    return kept


def _only_statement(draft: Draft, outer: StatementNote, near: list[StatementNote]) -> StatementNote | None:
    start, end = outer.content[0][0], outer.content[-1][1]
    for inner in near:
        if inner is outer or inner.cue is None or inner.source_stretch is None or not start <= inner.cue[0] < end:
            continue
        inside = {*range(*inner.cue), *range(*inner.source_stretch), *(i for a, b in inner.content for i in range(a, b))}
        others = [i for i in range(start, end) if i not in inside and not draft.doc[i].is_punct and not draft.doc[i].is_space]
        if len(others) <= _CITED_ALONE and inner.source_stretch[0] - start <= _CITED_ALONE:
            return inner
    return None

"""How the instruments of a report bear on each other."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.lexicon.instruments import relations_by_form
from dragoman.reading.draft import Draft, Frame
from dragoman.reading.frames import preposition_of
from dragoman.reading.instrument_grouping import Group
from dragoman.reading.instrument_uses import Uses, instrument_of_pronoun

_BESIDE = {"separate", "accompanying", "attached", "additional", "side", "supplementary"}
_MAKES = {"issue", "issued", "issuing", "issues", "sign", "signed", "signing", "adopt", "adopted", "release", "released", "publish", "published"}


def relations(draft: Draft, groups: list[Group], parties: list[tuple[str, ...]], uses: Uses) -> dict[int, list[tuple[str, int]]]:
    """Number of an instrument -> (kind, number of the other), as the words and their order tell."""
    of_head = {m.head: k for k, g in enumerate(groups) for m in g.mentions}
    found: dict[int, list[tuple[str, int]]] = {}

    def add(one: int | None, kind: str, other: int) -> None:
        if one is not None and one != other and all(o != other for _, o in found.get(one, ())):
            found.setdefault(one, []).append((kind, other))

    phrases = relations_by_form()
    for head, other in of_head.items():
        for use in uses.of(head):
            phrase = phrases.get(use.form.split("_")[0])
            if phrase is not None and use.role in phrase.other:
                frame = draft.frames[use.frame] if use.frame is not None else None
                add(_one(draft, use.anchor, frame, of_head, other, uses), phrase.kind, other)
    for k, one in enumerate(groups):
        first = one.mentions[0]
        beside = any(t.lower_ in _BESIDE for m in one.mentions for t in draft.doc[m.stretch[0] : m.head])
        if beside:
            near = [
                j for j, g in enumerate(groups)
                if g.mentions[0].head < first.head and j != k and g.known is None and (not parties[k] or set(parties[j]) == set(parties[k]))
            ]  # fmt: skip
            if near:
                add(k, "accompanies", max(near, key=lambda j: (len(groups[j].mentions), -j)))
    _citations(draft, groups, add)
    return found


def _one(draft: Draft, anchor: int, frame: Frame | None, of_head: dict[int, int], other: int, uses: Uses) -> int | None:
    """The instrument that does it: the subject, the noun that the clause hangs on, or the text whose making governs it."""
    if frame is not None and frame.kind == "verb":
        for head in frame.slots.get("subj", ()):
            one = of_head[head] if head in of_head else instrument_of_pronoun(draft, draft.doc[head], of_head)
            if one is not None and one != other:
                return one
    token = draft.doc[anchor]
    if any(c.dep_ == "mark" and c.lower_ == "to" for c in token.children):
        # "a new pact, to replace the present one"
        before = [h for h in of_head if token.left_edge.i - 3 <= h < token.left_edge.i and of_head[h] != other]
        if before:
            return of_head[before[-1]]
    for _ in range(8):
        if token.head.i == token.i or (token.dep_ in {"ccomp", "parataxis"} and token.i != anchor and frame is None):
            return None
        token = token.head
        if token.i in of_head and of_head[token.i] != other:
            return of_head[token.i]
        if token.i in uses.frame_of:
            above = draft.frames[uses.frame_of[token.i]]
            roles = ("subj", "obj") if token.lower_ in _MAKES else ("subj", "in")
            for role in roles:
                for head in above.slots.get(role, ()):
                    if head in of_head and of_head[head] != other and (role != "obj" or above.anchor != anchor):
                        return of_head[head]
    return None


def _citations(draft: Draft, groups: list[Group], add: Callable[[int | None, str, int], None]) -> None:
    """A report that is itself a joint text cites whatever instruments its words name."""
    whole = next((k for k, g in enumerate(groups) if g.family == "statement" and any(m.title for m in g.mentions)), None)
    if whole is None:
        return
    for k, group in enumerate(groups):
        if k != whole and group.realised and all(preposition_of(draft.doc[m.head]) != "like" for m in group.mentions):
            add(whole, "cites", k)

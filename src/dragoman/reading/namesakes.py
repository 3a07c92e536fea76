"""Namesakes: towns and regions that share the name of a capital, a state or a better known place ("Paris, Tenn.", "Georgia").

What follows a comma tells ("Paris, Texas"), once for the whole report. Otherwise a report that names regions of one country, and
neither officials nor other states, means that country's namesake.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from spacy.tokens import Doc

from dragoman.reading.draft import Draft
from dragoman.world import Sense

Match = tuple[int, int, tuple[Sense, ...]]

_REGIONS = {
    "USA": (
        "Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Kans. Ky. La. Md. Mass. Mich. Minn. Miss. Mo. Mont. Neb. Nebr. "
        "Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Tex. Vt. Va. Wash. W.Va. Wis. Wyo. AL AK AZ AR CA CO CT "
        "FL GA IL KS KY MD MI MN MO NC ND NE NH NJ NM NV NY OH PA RI SC SD TN TX UT VT WA WI WV WY Idaho Iowa Ohio Utah Maine"
    ),
    "CAN": "Ont. Que. B.C. Alta. Man. Sask. N.S. N.B. P.E.I. Nfld. ON QC BC AB MB SK NS NB",
    "AUS": "N.S.W. NSW Vic. Qld. Tas.",
}
_REGION_OF = {region: state for state, regions in _REGIONS.items() for region in regions.split()}


def settle_namesakes(draft: Draft, matches: list[Match]) -> list[Match]:
    """The matches with places of another country put in the stead of states and capitals that are not meant."""
    addressed = {(a, b): _region_after(draft.doc, b, matches) for a, b, _ in matches}
    told = {_name(draft, a, b): state for (a, b), state in addressed.items() if state is not None}
    home = _home(draft, matches, addressed)
    settled: list[Match] = []
    for start, end, senses in matches:
        state = addressed[start, end] or told.get(_name(draft, start, end))
        if state is None and home is not None and _stands_alone(draft, senses, matches, home):
            state = home
        best = senses[0]
        if (
            state is not None
            and _owner(best) not in {None, state}
            and (best.kind == "place" or best.use in {"capital", "name"} and best.kind == "state")
        ):
            other = next((s for s in senses if s.kind == "place" and s.country == state), None)
            settled.append((start, end, (other or replace(best, kind="place", use="place", country=state, state=None, why="namesake"),)))
        else:
            settled.append((start, end, senses))
    return settled


def _name(draft: Draft, start: int, end: int) -> str:
    return draft.span((start, end)).text


def _owner(sense: Sense) -> str | None:
    return sense.country if sense.kind == "place" else sense.id if sense.kind == "state" else None


def _region_after(doc: Doc, end: int, matches: list[Match]) -> str | None:
    """The country of the region that follows a name after a comma ("Paris, Texas", "Athens, Ga.")."""
    if end + 1 >= len(doc) or doc[end].text != ",":
        return None
    following = next((m for m in matches if m[0] == end + 1), None)
    if following is not None:
        region = next((s for s in following[2] if s.kind == "place" and "region" in s.why and s.country), None)
        after = doc[following[1]] if following[1] < len(doc) else None
        closed = after is None or not (after.text[:1].isupper() or after.lower_ in {"and", "or"})
        return region.country if region is not None and closed else None
    return _REGION_OF.get(doc[end + 1].text)


def _home(draft: Draft, matches: list[Match], addressed: dict[tuple[int, int], str | None]) -> str | None:
    """The country of whose regions the report speaks, where it speaks of no government's doings."""
    places: Counter[str] = Counter()
    for start, end, senses in matches:
        region = addressed[start, end]
        if region is not None:
            places[region] += 2
        elif senses[0].kind == "place" and senses[0].country and "region" in senses[0].why:
            places[senses[0].country] += 1
    if not places:
        return None
    home = places.most_common(1)[0][0]
    # Where governments act, "Paris" is rather theirs.
    public = any(
        s[0].kind in {"igo", "armed-group", "bloc", "government-body"} or (s[0].kind == "person" and s[0].state)
        or (s[0].kind == "state" and s[0].use not in {"capital", "name"} and s[0].id != home)
        for _, _, s in matches
    )  # fmt: skip
    return None if public else home


def _stands_alone(draft: Draft, senses: tuple[Sense, ...], matches: list[Match], home: str) -> bool:
    """Whether a name of another country is the only one of that country, and may be a town's or region's name too."""
    best = senses[0]
    owner = _owner(best)
    if owner in {None, home} or (best.kind == "state" and best.use == "name" and not any(s.kind == "place" and s.country == home for s in senses)):
        return False
    others = {draft.span((a, b)).text for a, b, s in matches if _owner(s[0]) == owner and s[0].name != best.name}
    return not others

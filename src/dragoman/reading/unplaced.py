"""Officials whose state the report does not tell ("Deputy Foreign Minister NAME"): they are of the state in focus."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from dragoman.reading.draft import ActorNote, Draft
from dragoman.world import World
from dragoman.world.spelling import slug

_GOVERN = {
    "minister", "ambassador", "secretary", "premier", "chancellor", "official", "spokesman", "spokeswoman", "spokesperson", "envoy",
    "negotiator", "governor", "representative", "senator", "adviser", "advisor", "deputy", "lawmaker", "commander", "general", "admiral",
    "judge", "prosecutor", "diplomat", "undersecretary", "chief", "congressman", "congresswoman", "mp", "speaker", "attorney",
    "director-general", "leader", "consul", "aide",
}  # fmt: skip
# Heads of state and government stand in the world's tables; one who does not heads something else.
_HEADS = {
    "president", "prime minister", "premier", "king", "queen", "chairman", "chairwoman", "chief executive", "executive", "director",
    "analyst", "economist",
}  # fmt: skip
_HOME = 0.8  # what being filed from its capital adds to a state's salience
_NAMED_SO = 1.2  # and what it adds that people of that state bear this name


def place_official(draft: Draft, note: ActorNote, salience: dict[str, float]) -> None:
    """Give an official the state that the report has most in mind there, the name's own usage counted in.

    Args:
        draft: the draft.
        note: an actor; nothing is done where it is no official or has a state.
        salience: how much each actor is in mind at the mention.
    """
    if note.kind != "person" or note.title is None or note.state is not None or not _may_govern(draft, note.title):
        return
    filed = draft.world.find(draft.report.dateline.place) if draft.report.dateline.place else []
    home = next((s.id for s in filed if s.kind == "state" and s.use == "capital"), None)
    used = _bearers(draft.world, slug(note.name))
    ranked = [
        (weight + _HOME * (state == home) + _NAMED_SO * used.get(state, 0.0), state)
        for state, weight in salience.items()
        if draft.actors[state].kind == "state" and not (state == "USA" and "minist" in note.title)
    ]  # fmt: skip
    if not ranked:  # "Senator NAME of Ohio"
        ranked = [(float(n), c) for c, n in Counter(p.country for p in draft.place_at.values() if p.country).items() if draft.world.actor(c)]
    best = max(ranked, default=(0.0, ""))
    if best[0] > 0.5:
        note.state = note.country = best[1]
        note.of = note.of or best[1]
        note.sector = note.sector or "GOV"


def _may_govern(draft: Draft, title: str) -> bool:
    if title in _HEADS or title.split(" ")[-1] in {"analyst", "economist", "executive", "trader", "author", "professor"}:
        return False
    return any(word in _GOVERN for word in title.split()) and "vice president" not in title


@lru_cache(maxsize=4096)
def _bearers(world: World, name: str) -> dict[str, float]:
    """State -> share of those office holders who bear a part of this name that are of that state."""
    total: Counter[str] = Counter()
    for part in name.split("-"):
        if len(part) > 2:
            total.update(_countries_of_name_parts(world).get(part, {}))
    count = total.total()
    return {state: n / count for state, n in total.items()} if count else {}


@lru_cache(maxsize=2)
def _countries_of_name_parts(world: World) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for person in world.persons():
        for part in slug(person.name).split("-"):
            if person.country:
                found.setdefault(part, Counter())[person.country] += 1
    return found

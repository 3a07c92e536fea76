"""Finds names in a list of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.world.days import Days, days_between
from dragoman.world.guards import capital_speaks, in_capitals, is_title, word_before_calls
from dragoman.world.loading import NameRow
from dragoman.world.nouns import Sense
from dragoman.world.spelling import atoms, key_of

if TYPE_CHECKING:
    from dragoman.world.gazetteer import World

Match = tuple[int, int, tuple[Sense, ...]]

# A surname alone is taken for an office holder's up to so many days before the first term and after the last one; those who led
# a state are remembered longer.
_BEFORE_OFFICE, _AFTER_OFFICE, _AFTER_LEADING = 366, 10 * 366, 30 * 366
_HYPHENS = ("-", "–")
_DAYS = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
}  # fmt: skip


def find_matches(world: World, words: Sequence[str], day: Days | None, *, happenings: bool) -> list[Match]:
    """The names in a list of tokens, longest first from the left; see ``World.match``.

    Args:
        world: whose names.
        words: tokens.
        day: the days on which they are read, or None.
        happenings: look for the names of happenings alone, or for all others.
    """
    flat = [(atom, i) for i, word in enumerate(words) for atom in atoms(word)]
    found: list[Match] = []
    at = 0
    while at < len(flat):
        inside_token = at > 0 and flat[at][1] == flat[at - 1][1]
        match = None if inside_token else _match_at(world, words, flat, at, day, happenings=happenings)
        if match is None:
            at += 1
            continue
        found.append(match)
        while at < len(flat) and flat[at][1] < match[1]:
            at += 1
    return found


def _match_at(world: World, words: Sequence[str], flat: list[tuple[str, int]], at: int, day: Days | None, *, happenings: bool) -> Match | None:
    """The longest name that begins at an atom, ends with a token and can be meant there."""
    for length in range(min(world.longest.get(flat[at][0], 0), len(flat) - at), 0, -1):
        stop = at + length
        start, end = flat[at][1], flat[stop - 1][1] + 1
        if stop < len(flat) and flat[stop][1] == end - 1:
            continue
        rows = [r for r in world.rows_of(" ".join(atom for atom, _ in flat[at:stop])) if (r.table == "happenings") == happenings]
        senses = world.ranked(_trusted(world, rows, words, start, end, day), day)
        if senses:
            return start, end, senses
    return None


def _trusted(world: World, rows: list[NameRow], words: Sequence[str], start: int, end: int, day: Days | None) -> list[NameRow]:
    """The rows that may be meant where a name stands."""
    joined = end < len(words) and words[end].startswith(_HYPHENS)
    rows = [
        r for r in rows
        if (not r.name.endswith("-") or joined) and (r.use != "surname" or day is None or _known_then(world, str(r.of), day))
    ]  # fmt: skip
    if end - start > 1 or not rows:
        return rows
    rows = _whole_names(world, rows, words, start, day)
    word = words[start]
    guard = world.guarded.get(key_of(word).lower())
    # "WHO" among small letters is an abbreviation, "Who" at the start of a sentence a question.
    spelt_so = word.isupper() and len(word) > 1 and not in_capitals(words, start, end) and any(r.name.isupper() for r in rows)
    if guard is None or spelt_so or capital_speaks(words, start, end, guard):
        return rows
    return [r for r in rows if word_before_calls(words, start, for_place=r.table in {"places", "names"})]


def _whole_names(world: World, rows: list[NameRow], words: Sequence[str], at: int, day: Days | None) -> list[NameRow]:
    """The rows of one word that are not merely a part of a longer, unknown person's name.

    "Oliver" is nobody's surname in "Oliver Twist said", nor is "Brown" in "Zebedee Brown" Gordon's; only who leads a state then
    may stand before a capital ("the Reagan Administration").
    """
    before = words[at - 1] if at else ""
    after_given = before in world.given_names
    given = words[at].title() in world.given_names
    if given and not is_title(before):
        # "George" and "Mohamed" are surnames only of who leads a state on the day.
        rows = [r for r in rows if r.use != "surname" or world.leads(str(r.of), day)]
    if in_capitals(words, at, at + 1):
        return rows
    if _begins_unknown_name(world, words, at + 1):
        if after_given:
            return []
        return [r for r in rows if r.use != "surname" or (not given and world.leads(str(r.of), day))]
    if after_given:
        return [r for r in rows if r.use != "surname" or before in world.words_of_person(str(r.of))]
    return rows


def _begins_unknown_name(world: World, words: Sequence[str], at: int) -> bool:
    """Whether a capitalised word that no table but the persons' knows stands here, and no headline goes on after it."""
    if at >= len(words) or not words[at].istitle() or not words[at].isalpha():
        return False
    headline = at + 1 < len(words) and words[at + 1].istitle()
    return not headline and words[at] not in _DAYS and all(r.table == "persons" for r in world.rows_of(key_of(words[at])))


def _known_then(world: World, person: str, day: Days) -> bool:
    terms = [days_between(t.start, t.end) for t in world.offices.terms_of(person, None)]
    if not terms:
        return True
    remembered = _AFTER_LEADING if world.leads(person, None) else _AFTER_OFFICE
    return min(t[0] for t in terms) - _BEFORE_OFFICE <= day[1] and day[0] <= max(t[1] for t in terms) + remembered

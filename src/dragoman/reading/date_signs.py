"""Signs of the day a report was written on: what each leaves open, and what a day that it does not leave open costs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.reading.draft import Stretch
from dragoman.reading.time_expressions import Found
from dragoman.world import Term

Days = tuple[int, int]  # first and last day as ordinals, inclusive
FIRST, LAST = date(1500, 1, 1).toordinal(), date(2200, 12, 31).toordinal()
_DEICTIC = {"weekday", "day-word", "weekend", "earlier"}


@dataclass(frozen=True)
class Sign:
    """One sign.

    Costs are roughly in nats: how much less likely a report of a day is to show the sign than one of a day that it allows.

    Attributes:
        kind: office | happening | dateline | weekday | lead (the first paragraphs' day of the week) | past (a date told as gone by) |
            coming (one told as ahead) | named (a year, or a date that no tense places) | newest (the latest date not ahead) |
            name (what did not exist yet or no more) | count (a numbered session or anniversary).
        allowed: the stretches of days that the sign leaves open for the report, in order.
        stretch: the words that show it.
        says: it in plain words, to follow "the report ...".
        early, late: what a day before (after) all of them costs; a day between two of them costs the less.
        yearly: what each full year after them costs on top, up to as much again as two.
        slack: days before and after that cost nothing.
        terms: for offices, the terms meant.
        known: the only days on which the sign costs anything; for offices those on which the tables know who else held them.
        dated: whether the sentence sets itself in a year of its own, and so may look back.
        certain: for offices, False where a bare surname and title are all that tells who is meant.
    """

    kind: str
    allowed: tuple[Days, ...]
    stretch: Stretch
    says: str
    early: float
    late: float
    yearly: float = 0.0
    slack: Days = (0, 0)
    terms: tuple[Term, ...] = ()
    known: tuple[Days, ...] = ((FIRST, LAST),)
    dated: bool = False
    certain: bool = True

    def allows(self, day: int) -> bool:
        """Whether a day lies in the sign's stretches or their slack."""
        return any(a - self.slack[0] <= day <= b + self.slack[1] for a, b in self.allowed)

    def cost(self, first: int, last: int) -> float:
        """What the likeliest day from ``first`` to ``last`` costs; 0 where the sign allows one."""
        if any(a - self.slack[0] <= last and first <= b + self.slack[1] for a, b in self.allowed):
            return 0.0
        if not any(a <= (first + last) // 2 <= b for a, b in self.known):
            return 0.0
        if last < self.allowed[0][0]:
            return self.early
        years = (first - self.allowed[-1][1]) / 365.25
        if years < 0:
            return min(self.early, self.late)
        return self.late + min(2.0, self.yearly * years)


def is_deictic(expression: Found) -> bool:
    """Whether an expression hangs on the day of writing ("Monday", "yesterday", "next week")."""
    name, groups = expression.rule.name, expression.match.groupdict()
    if name == "weekday":
        return (groups.get("way") or "").lower() not in {"the previous", "the following"}
    if name == "unit":
        return (groups.get("u") or "").lower() in {"week"} and (groups.get("way") or "").lower() in {"last", "this", "next"}
    return name in _DEICTIC


def merged(days: Iterable[Days]) -> tuple[Days, ...]:
    """The same days as stretches in order, none of which touch."""
    found: list[Days] = []
    for first, last in sorted(d for d in days if d[0] <= d[1]):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)


def span_words(days: Iterable[Days]) -> str:
    """Stretches of days for a person to read."""
    found = []
    for first, last in days:
        begin = "" if first <= FIRST else date.fromordinal(first).isoformat()
        end = "" if last >= LAST else date.fromordinal(last).isoformat()
        found.append(f"{begin} to {end}" if begin and end else f"since {begin}" if begin else f"until {end}")
    return ", ".join(found[:3])


def year_days(first: int, last: int | None = None) -> Days:
    """First and last day of a year, or of the years from one to another."""
    return date(first, 1, 1).toordinal(), date(last or first, 12, 31).toordinal()

"""Which of a name's meanings comes first on a day."""

from __future__ import annotations

from dragoman.world.nouns import Term

# Names of states go before those of organisations, and so on; a user's own table before all.
_TABLE_RANK = {"states": 1, "names": 1, "organisations": 2, "bodies": 3, "groups": 4, "media": 5, "persons": 6, "places": 8, "happenings": 9}
_SURNAME_RANK = 7
COMBINING_RANK = 10  # "Franco-" is half a word; alone it is rather the surname
_HEADS = ("president", "prime minister", "premier", "general secretary", "chancellor", "king", "queen", "emperor", "pope", "chairman", "party leader",
          "supreme leader", "secretary-general", "emir", "sultan", "tsar", "shah", "first secretary", "taoiseach", "prince")  # fmt: skip
_HIGH = ("foreign minister", "secretary of state", "foreign secretary", "defense minister", "defence minister", "secretary of defense",
         "vice president", "finance minister", "treasury secretary", "national security adviser", "director-general", "speaker",
         "crown prince")  # fmt: skip

VALID, UNDATED, INVALID = 0, 1, 2


def table_rank(table: str, use: str) -> float:
    """The order of kinds of names; tables that are not ours are a user's and come first.

    A city that is not the capital ("The Hague") is a place before it is a government.
    """
    if use == "metonym" and table == "names":
        return _TABLE_RANK["places"] + 0.5
    return _SURNAME_RANK if use == "surname" else _TABLE_RANK.get(table, 0)


def prominence(title: str) -> int:
    """0 for heads of state and government, 1 for ministers of the first rank, 3 for ambassadors, 2 for all others."""
    if title in _HEADS:
        return 0
    if title in _HIGH:
        return 1
    return 3 if title.startswith("ambassador") else 2


def term_order(term: Term) -> tuple[int, str]:
    """Higher offices first, then the later term."""
    start = term.start or "0000"
    return prominence(term.title), "".join(chr(0x10FFFF - ord(c)) for c in start)

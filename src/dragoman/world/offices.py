"""Offices: who held which, and when."""

from __future__ import annotations

from dragoman.world.days import Days, days_between, share_a_day
from dragoman.world.loading import Tables
from dragoman.world.nouns import Term
from dragoman.world.ranking import term_order

# Titles that different states use for one office.
_EQUALS = (
    {"prime minister", "premier", "head of government", "taoiseach", "chairman of the council of ministers"},
    {"foreign minister", "secretary of state", "foreign secretary", "minister of foreign affairs", "minister for foreign affairs",
     "external affairs minister", "minister of external affairs", "minister for external affairs"},
    {"defense minister", "defence minister", "defense secretary", "defence secretary", "secretary of defense", "minister of defense",
     "minister of defence", "secretary of war"},
    {"finance minister", "treasury secretary", "secretary of the treasury", "chancellor of the exchequer", "minister of finance", "treasurer"},
    {"general secretary", "party leader", "first secretary", "party secretary", "communist party leader", "party chief", "communist party chief"},
    {"secretary-general", "secretary general"},
    {"director-general", "director general"},
    {"vice president", "vice-president"},
    {"national security adviser", "national security advisor"},
)  # fmt: skip


class Offices:
    """The terms of office, indexed by person and by whose office it is."""

    def __init__(self, tables: Tables) -> None:
        self._by_person: dict[str, list[Term]] = {}
        self._by_office: dict[str, list[Term]] = {}
        self._tables = tables
        for term in tables.terms:
            self._by_person.setdefault(term.person, []).append(term)
            self._by_office.setdefault(term.of, []).append(term)
        for terms in self._by_person.values():
            terms.sort(key=term_order)

    def terms_of(self, person: str, day: Days | None) -> list[Term]:
        """A person's terms, the highest office first and then the latest; those of a day where one is given."""
        terms = self._by_person.get(person, [])
        return [t for t in terms if day is None or share_a_day(days_between(t.start, t.end), day)]

    def holders(self, title: str, of: str, day: Days) -> list[Term]:
        """Terms of one office on a day; an equivalent title counts where nobody held this one."""
        title = title.lower()
        now = [t for t in self._by_office.get(of, ()) if share_a_day(days_between(t.start, t.end), day)]
        exact = [t for t in now if t.title == title]
        if exact:
            return exact
        equals = next((e for e in _EQUALS if title in e), set())
        found = [t for t in now if t.title in equals]
        if found:
            return found
        return self._heads(title, of, day)

    def _heads(self, title: str, body: str, day: Days) -> list[Term]:
        """Holders of a body's headship, which the tables give as an office of its state ("secretary" of the State Department)."""
        rows = self._tables.actors.get(body, ())
        countries = dict.fromkeys(r.country for r in rows if r.country and r.country != body)
        heads = [h for h in self._tables.head_titles.get(body, ()) if h == title or h.endswith(f" {title}") or h.startswith(f"{title} ")]
        found = [t for country in countries for head in heads for t in self.holders(head, country, day)]
        return list(dict.fromkeys(found))

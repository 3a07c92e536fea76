"""The tables of persons and terms: well-known terms, their form, and that one office has one holder at a time."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from functools import cache
from itertools import combinations

import pytest
from shipped_tables import rows

from dragoman.record.edtf import bounds, is_period

LAST_DAY = date(2026, 12, 31)

WELL_KNOWN = """
president USA 1945-03-01 franklin-d-roosevelt
president USA 1962-10-24 john-f-kennedy
president USA 1974-08-10 gerald-ford
president USA 1987-03-01 ronald-reagan
president USA 1990-08-02 george-h-w-bush
president USA 2003-03-20 george-w-bush
president USA 2019-06-30 donald-trump
president USA 2021-06-16 joe-biden
vice president USA 1987-03-01 george-h-w-bush
secretary of state USA 1956-11-01 john-foster-dulles
secretary of state USA 1973-10-06 henry-kissinger
secretary of state USA 1987-03-01 george-shultz
secretary of state USA 1991-01-09 james-baker
secretary of state USA 2003-02-05 colin-powell
secretary of state USA 2014-04-17 john-kerry
secretary of state USA 2023-06-18 antony-blinken
secretary of defense USA 1987-03-01 caspar-weinberger
defense secretary USA 2003-03-20 donald-rumsfeld
treasury secretary USA 1987-02-22 james-baker
commerce secretary USA 1987-03-01 malcolm-baldrige
trade representative USA 1987-03-01 clayton-yeutter
national security adviser USA 1987-03-01 frank-carlucci
ambassador to the united nations USA 1982-06-01 jeane-kirkpatrick
press secretary USA:white-house 1987-04-01 marlin-fitzwater
senate majority leader USA:senate 1987-03-01 robert-byrd
general secretary SUN 1950-06-25 joseph-stalin
first secretary SUN 1962-10-24 nikita-khrushchev
general secretary SUN 1979-12-25 leonid-brezhnev
general secretary SUN 1987-03-01 mikhail-gorbachev
president SUN 1990-06-01 mikhail-gorbachev
prime minister SUN 1987-03-01 nikolai-ryzhkov
premier SUN 1970-08-12 alexei-kosygin
foreign minister SUN 1970-08-12 andrei-gromyko
foreign minister SUN 1987-03-01 eduard-shevardnadze
president RUS 1996-04-26 boris-yeltsin
president RUS 2001-07-16 vladimir-putin
prime minister RUS 2009-06-01 vladimir-putin
president RUS 2009-06-01 dmitry-medvedev
foreign minister RUS 2001-07-16 igor-ivanov
foreign minister RUS 2022-02-24 sergey-lavrov
president CHN 2001-07-16 jiang-zemin
president CHN 2023-03-20 xi-jinping
premier CHN 1972-02-21 zhou-enlai
prime minister CHN 1989-06-04 li-peng
foreign minister CHN 1987-03-01 wu-xueqian
foreign minister CHN 2001-07-16 tang-jiaxuan
prime minister GBR 1956-11-05 anthony-eden
prime minister GBR 1982-04-02 margaret-thatcher
foreign secretary GBR 1987-03-01 geoffrey-howe
chancellor of the exchequer GBR 1987-03-01 nigel-lawson
president FRA 1966-03-07 charles-de-gaulle
prime minister FRA 1987-03-01 jacques-chirac
president FRA 1987-03-01 francois-mitterrand
chancellor DEU 1970-08-12 willy-brandt
chancellor DEU 1987-03-01 helmut-kohl
chancellor DEU 2015-09-01 angela-merkel
foreign minister DEU 1987-03-01 hans-dietrich-genscher
prime minister JPN 1987-03-01 yasuhiro-nakasone
trade minister JPN 1987-03-01 hajime-tamura
finance minister JPN 1987-03-01 kiichi-miyazawa
prime minister IND 1971-08-09 indira-gandhi
prime minister IND 1987-03-01 rajiv-gandhi
president EGY 1979-03-26 anwar-sadat
president EGY 1987-03-01 hosni-mubarak
prime minister ISR 1978-09-17 menachem-begin
prime minister ISR 1987-03-01 yitzhak-shamir
king JOR 1994-10-26 king-hussein
supreme leader IRN 1987-03-01 ruhollah-khomeini
president IRN 2015-07-14 hassan-rouhani
president IRQ 1990-08-02 saddam-hussein
oil minister SAU 1987-03-01 hisham-nazer
president KOR 2000-06-15 kim-dae-jung
leader PRK 2000-06-15 kim-jong-il
president ZAF 1994-06-01 nelson-mandela
president BRA 1987-03-01 jose-sarney
president UKR 2022-02-24 volodymyr-zelenskyy
president TUR 2016-07-15 recep-tayyip-erdogan
president CUB 1962-10-24 osvaldo-dorticos
prime minister CUB 1962-10-24 fidel-castro
secretary-general UN 1987-03-01 javier-perez-de-cuellar
secretary-general UN 2001-07-16 kofi-annan
secretary general NATO 1999-03-24 javier-solana
managing director IMF 1987-03-01 michel-camdessus
director-general GATT 1987-03-01 arthur-dunkel
director general IAEA 2003-03-01 mohamed-elbaradei
high representative EU 2015-07-14 federica-mogherini
""".strip().splitlines()

SINGLE = frozenset(
    {
        "president", "prime minister", "king", "queen", "emperor", "chancellor", "pope", "general secretary", "supreme leader",
        "foreign minister", "secretary of state", "secretary of defense", "defense minister", "finance minister",
        "trade minister", "secretary-general", "director-general",
    }
)  # fmt: skip
# Two at once in fact: acting deputies, rival governments, pairs of prime ministers.
TWO_AT_ONCE = frozenset(
    {
        ("BHS", "prime minister"), ("COL", "president"), ("GEO", "president"), ("IDN", "foreign minister"), ("KGZ", "president"),
        ("KHM", "prime minister"), ("LBN", "prime minister"), ("LBY", "prime minister"), ("NOR", "prime minister"),
        ("TLS", "president"), ("ZMB", "president"),
    }
)  # fmt: skip


@cache
def first(day: str) -> date:
    return bounds(day)[0] or date.min


def last(day: str) -> date:
    return (bounds(day)[1] or LAST_DAY) if day else LAST_DAY


def holders(title: str, of: str, day: str) -> set[str]:
    return {
        term["person"]
        for term in rows("terms")
        if term["title"] == title and term["of"] == of and first(term["start"]) <= first(day) <= last(term["end"])
    }


@pytest.mark.parametrize("line", WELL_KNOWN)
def test_well_known_terms(line: str) -> None:
    title, of, day, person = re.fullmatch(r"([a-z -]+) (\S+) (\S+) (\S+)", line).groups()  # type: ignore[union-attr]
    assert holders(title, of, day) == {person}


def test_putin_and_jiang_to_the_day() -> None:
    terms = {(t["person"], t["title"], t["of"], t["start"], t["end"]) for t in rows("terms")}
    assert ("vladimir-putin", "president", "RUS", "2000-05-07", "2008-05-07") in terms
    assert ("vladimir-putin", "president", "RUS", "2012-05-07", "") in terms
    assert ("jiang-zemin", "president", "CHN", "1993-03-27", "2003-03-15") in terms


def test_form_of_terms() -> None:
    for term in rows("terms"):
        assert re.fullmatch(r"[A-Z][A-Z-]+(?::[a-z0-9-]+)?", term["of"]), term
        assert re.fullmatch(r"[a-z][a-z' -]+", term["title"]), term
        assert term["start"] and is_period(term["start"]), term
        assert not term["end"] or is_period(term["end"]), term
        assert first(term["start"]) <= last(term["end"]), term
        assert term["source"], term


def test_every_holder_is_a_person_and_every_person_a_holder() -> None:
    ids = [person["id"] for person in rows("persons")]
    assert len(ids) == len(set(ids))
    assert set(ids) == {term["person"] for term in rows("terms")}


def test_form_of_persons() -> None:
    for person in rows("persons"):
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", person["id"]), person
        assert re.fullmatch(r"[A-Z]{3}", person["country"]), person
        assert person["name"] and person["surname"] and person["source"], person
        assert person["surname"] not in person["aliases"].split(";"), person


def test_one_office_one_holder() -> None:
    """Two days of overlap are the handover; terms known to the month or year count at their narrowest."""
    by_office: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for term in rows("terms"):
        if term["title"] in SINGLE:
            by_office[term["of"], term["title"]].append(term)
    clashes = set()
    for office, terms in by_office.items():
        for a, b in combinations(terms, 2):
            begin = max(last(a["start"]), last(b["start"]))
            end = min(first(t["end"]) if t["end"] else LAST_DAY for t in (a, b))
            if a["person"] != b["person"] and (end - begin).days > 2:
                clashes.add((office, a["person"], b["person"]))
    assert {office for office, _, _ in clashes} <= TWO_AT_ONCE, [c for c in clashes if c[0] not in TWO_AT_ONCE]

"""What is known of the example reports, and the walk through them."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

import dragoman
from dragoman import Reading
from dragoman.record import Event, Instrument, Statement

EXAMPLES = Path(__file__).parents[1] / "examples"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.txt"))


@cache
def reading_of(number: str) -> Reading:
    name = next(name for name in NAMES if name.startswith(number))
    return dragoman.read_file(EXAMPLES / f"{name}.txt")


def event(number: str, type_: str, fits: Callable[[Event], bool] = lambda e: True) -> Event:
    """The first event of a type that fits."""
    found = [e for e in reading_of(number).events if e.type == type_ and fits(e)]
    assert found, [(e.type, e.actors, e.recipients) for e in reading_of(number).events]
    return found[0]


def instrument(number: str, words: str) -> Instrument:
    found = [i for i in reading_of(number).instruments if words.lower() in i.name.lower()]
    assert found, [i.name for i in reading_of(number).instruments]
    return found[0]


def statement(number: str, words: str) -> Statement:
    """The statement with the least content that has these words."""
    found = [s for s in reading_of(number).statements if any(words in span.text for span in s.content)]
    assert found, [s.content[0].text for s in reading_of(number).statements]
    return min(found, key=lambda s: sum(len(span.text) for span in s.content))


def offices(number: str) -> dict[str, tuple[str, str | None]]:
    return {a.id: (a.office.title, a.office.of) for a in reading_of(number).actors if a.office}


def test_there_are_examples_of_the_promised_length() -> None:
    assert len(NAMES) >= 10
    for name in NAMES:
        assert 80 <= len((EXAMPLES / f"{name}.txt").read_text("utf-8").split()) <= 250, name


def test_the_readme_names_every_example() -> None:
    told = (EXAMPLES / "README.md").read_text("utf-8")
    assert [name for name in NAMES if f"({name}.txt)" not in told] == []


@pytest.mark.parametrize(
    ("number", "day"),
    [("01", "2001-07-16"), ("02", "2001-07-22"), ("04", "2001-12-13"), ("05", "2002-06-14"), ("06", "1950-02-15"), ("07", "1979-04-03"),
     ("08", "1987-04-17"), ("09", "2002-03-06"), ("10", "2001-04-02"), ("11", "2001-04-03"), ("13", "1990-07-25"), ("14", "1999-10-15"),
     ("15", "2000-12-12")],
)  # fmt: skip
def test_true_stamps_are_believed(number: str, day: str) -> None:
    reading = reading_of(number)
    assert (reading.reference_date.value, reading.reference_date.agrees) == (day, True) and not reading.warnings


def test_a_wrong_stamp_is_noticed() -> None:
    reading = reading_of("12")
    date = reading.reference_date
    assert (date.value, date.stated, date.agrees) == ("2001-04-12", "2010-04-12", False)
    (warning,) = reading.warnings
    assert warning.kind == "date-conflict" and "Jiang Zemin" in warning.message


def test_the_treaty_of_2001() -> None:
    signing = event("01", "SUPPORT")
    assert set(signing.actors) == {"RUS", "CHN"} and set(signing.participants) == {"vladimir-putin", "jiang-zemin"}
    assert signing.time == "2001-07-16" and signing.status == "actual" and not signing.attribution
    treaty = instrument("01", "good-neighborliness")
    assert {(s.person, s.for_) for s in treaty.signatories} == {("vladimir-putin", "RUS"), ("jiang-zemin", "CHN")}
    assert treaty.kind == "treaty" and treaty.state == "signed" and treaty.signed == "2001-07-16"
    assert statement("01", "not a military alliance").source == "alexander-losyukov"
    against = {p.holder for p in reading_of("01").positions if p.stance == "opposes" and p.target_actor == "USA"}
    assert against == {"RUS", "CHN"}
    abm = instrument("01", "Anti-Ballistic")
    assert abm.year == "1972" and set(abm.parties) == {"USA", "RUS"}
    assert [(f.value, f.unit, f.period) for f in reading_of("01").figures] == [(8e9, "USD", "2000")]


def commitments(number: str, kind: str) -> list[tuple[frozenset[str], bool]]:
    """Those bound and whether it is negated, of the commitments of a kind, in instruments and without."""
    reading = reading_of(number)
    found = [*reading.commitments, *(c for i in reading.instruments for c in i.commitments)]
    return [(frozenset(c.obligors), c.negated) for c in found if c.kind == kind]


def test_what_treaties_bind_to_and_what_they_do_not() -> None:
    both = frozenset({"RUS", "CHN"})
    assert (both, False) in commitments("01", "consultation") and set(commitments("01", "defense")) == {(both, True)}
    alliance = instrument("01", "alliance of 1950")
    assert [(r.kind, r.to) for r in instrument("01", "good-neighborliness").relations] == [("replaces", alliance.id)]
    assert (set(alliance.parties), alliance.ended) == ({"SUN", "CHN"}, "1980")
    consulting = next(c for i in reading_of("01").instruments for c in i.commitments if c.kind == "consultation")
    assert consulting.trigger == "either of them is threatened with attack"
    assert commitments("03", "arms-limitation") and not commitments("03", "defense")
    assert commitments("06", "defense") == [(frozenset({"SUN", "CHN"}), False)]
    assert commitments("13", "defense") == [(frozenset({"USA", "KWT"}), True)]
    assert commitments("15", "nonaggression") == [(frozenset({"ETH", "ERI"}), False)]
    peace = next(i for i in reading_of("15").instruments if i.commitments)
    assert any("release all prisoners" in c.evidence[0].text for c in peace.commitments)


def test_treaties_that_end() -> None:
    lapsing = instrument("07", "Sino-Soviet")
    assert (lapsing.state, lapsing.signed, lapsing.ended) == ("terminated", "1950-02", "1980")
    assert instrument("06", "earlier treaty").state == "terminated"
    assert instrument("13", "defense treaty").status == "negated"


def test_an_agreement_at_a_summit() -> None:
    agreed = event("02", "AGREE")
    assert set(agreed.actors) == {"USA", "RUS"} and agreed.time == "2001-07-22" and set(agreed.participants) == {"george-w-bush", "vladimir-putin"}
    shot = event("02", "ASSAULT")
    assert shot.actors == ("ITA",) and shot.time == "2001-07-20"
    said = statement("02", '"as a set"')
    assert said.source == "vladimir-putin" and said.quotation == "mixed"
    assert offices("02")["condoleezza-rice"] == ("national security adviser", "USA")


def test_two_signatures_in_1972() -> None:
    signing = event("03", "SUPPORT")
    assert set(signing.actors) == {"USA", "SUN"} and set(signing.participants) == {"richard-nixon", "leonid-brezhnev"}
    assert event("03", "CONSULT").time == "1969-11"
    assert offices("03")["richard-nixon"] == ("president", "USA") and offices("03")["leonid-brezhnev"][1] == "SUN"


def test_notice_to_leave_is_in_the_future_and_answered() -> None:
    assert event("04", "SANCTION").status == "future" and event("04", "SANCTION").actors == ("USA",)
    no_threat = event("04", "THREATEN", lambda e: e.status == "negated")
    assert no_threat.actors == ("RUS",) and no_threat.attribution == ("vladimir-putin",)
    assert statement("04", "hinders our government's ways").quotation == "direct"
    assert event("04", "REQUEST", lambda e: e.actors == ("CHN",)).recipients == ("USA",)
    assert offices("04")["colin-powell"] == ("secretary of state", "USA")


def test_three_instruments_in_one_report() -> None:
    new = instrument("05", "new treaty")
    assert new.signed == "2002-05-24" and {s.person for s in new.signatories} == {"george-w-bush", "vladimir-putin"}
    assert instrument("05", "START II").signed == "1993-01" and instrument("05", "Anti-Ballistic").year == "1972"
    unnamed = statement("05", "largely symbolic")
    assert unnamed.source is None and unnamed.source_text and unnamed.source_text.text == "Diplomats"


def test_the_alliance_of_1950() -> None:
    alliance = instrument("06", "alliance and mutual assistance")
    assert alliance.signed == "1950-02-14" and set(alliance.parties) == {"SUN", "CHN"}
    assert {(s.person, s.for_) for s in alliance.signatories} == {("andrei-vishinsky", "SUN"), ("zhou-enlai", "CHN")}
    assert statement("06", "had lost its force").source == "tass"
    assert any(c.trigger and "attacked by Japan" in c.trigger for i in (reading_of("06"), *reading_of("06").instruments) for c in i.commitments)
    assert any(f.value == 3e8 and (f.from_, f.to) == ("SUN", "CHN") for f in reading_of("06").figures)


def test_the_lapse_of_1979() -> None:
    assert statement("07", "will not extend").source == "CHN"
    assert statement("07", "ceased to exist except in name").source == "xinhua"
    offer = event("07", "REQUEST")
    assert offer.actors == ("CHN",) and offer.recipients == ("SUN",)
    assert offices("07")["huang-hua"] == ("foreign minister", "CHN") and offices("07")["ilya-shcherbakov"] == ("ambassador", "SUN")


def test_sanctions_for_a_broken_agreement() -> None:
    tariffs = event("08", "SANCTION")
    assert tariffs.actors == ("USA",) and tariffs.recipients == ("JPN",) and tariffs.time == "1987-04-17"
    agreement = instrument("08", "semiconductors")
    assert set(agreement.parties) == {"USA", "JPN"} and agreement.signed == "1986-09"
    assert statement("08", "he would lift the tariffs").source == "ronald-reagan"
    meeting = event("08", "CONSULT")
    assert meeting.status == "future" and set(meeting.actors) == {"USA", "JPN"}


def test_a_trade_dispute() -> None:
    assert event("09", "SANCTION", lambda e: e.actors == ("USA",)).time == "2002-03-05"
    complaint = event("09", "ACCUSE", lambda e: "WTO" in e.recipients)
    assert complaint.actors == ("EU",) and complaint.status == "future"
    assert any((f.from_, f.to, f.value, f.unit) == ("EU", "USA", 4e6, "tonnes") for f in reading_of("09").figures)
    assert statement("09", "not the Wild West").source == "pascal-lamy"


def test_two_accounts_of_one_collision() -> None:
    assert statement("10", "did not turn into the fighter").source == "dennis-blair"
    assert statement("11", "suddenly turned toward two Chinese jets").source == "zhu-bangzao"
    assert event("11", "REQUEST").actors == ("CHN",) and event("11", "REQUEST").recipients == ("USA",)
    assert event("11", "ACCUSE", lambda e: e.recipients == ("USA",)).actors == ("CHN",)
    assert event("10", "ACCUSE").actors == ("CHN",) and event("10", "REQUEST").actors == ("USA",)


def test_a_release() -> None:
    release = event("12", "RETREAT")
    assert release.actors == ("CHN",) and release.mode == "release" and release.status == "actual"
    assert statement("12", "nothing to apologize for").source == "colin-powell"


def test_a_denial_at_second_hand() -> None:
    attack = event("13", "ASSAULT")
    assert attack.status == "negated" and attack.actors == ("IRQ",) and attack.recipients == ("KWT",)
    assurance = statement("13", "Iraq would not attack Kuwait")
    assert assurance.source == "saddam-hussein" and assurance.attribution == ("hosni-mubarak",)
    assert event("13", "THREATEN").actors == ("IRQ",) and event("13", "THREATEN").status == "actual"
    assert event("13", "MOBILIZE").attribution == ("Western diplomats in the Gulf",)


def test_sanctions_with_a_condition() -> None:
    assert "TALIBAN" in event("14", "SANCTION").recipients
    assert event("14", "REJECT").actors == ("TALIBAN",)
    assert set(event("14", "SUPPORT").actors) == {"PAK", "SAU", "ARE"} and event("14", "SUPPORT").recipients == ("TALIBAN",)
    frozen = event("14", "SANCTION", lambda e: e.actors == ("USA",))
    assert frozen.time == "1999-07" and frozen.participants == ("bill-clinton",)


def test_we_is_who_issued_the_release() -> None:
    accord = instrument("15", "peace agreement")
    assert set(accord.parties) == {"ETH", "ERI"} and accord.signed == "2000-12-12"
    call = event("15", "REQUEST")
    assert call.actors == ("EU",) and set(call.recipients) == {"ETH", "ERI"}
    assert offices("15")["meles-zenawi"] == ("prime minister", "ETH")


def test_the_walk_goes_through(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(EXAMPLES / "walk.py"), run_name="__main__")
    told = capsys.readouterr().out
    assert "signed by vladimir-putin for RUS" in told
    assert "hosni-mubarak says that saddam-hussein says: Iraq would not attack Kuwait" in told
    assert "zhu-bangzao: The American plane suddenly turned" in told

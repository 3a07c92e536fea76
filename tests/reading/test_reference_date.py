"""The reference date: stamps believed, and stamps that the content contradicts."""

from collections.abc import Callable

import pytest

from dragoman.language import default_language
from dragoman.lexicon import Lexicon
from dragoman.reading.calendar import calendar
from dragoman.reading.draft import Draft
from dragoman.reading.outlook import speaks_of_future
from dragoman.record import Dateline, Report
from dragoman.world import World

Make = Callable[..., Draft]


@pytest.fixture(scope="module")
def make() -> Make:
    language, world, lexicon = default_language(), World.default(), Lexicon()
    if not world.terms_of("mikhail-gorbachev"):
        pytest.skip("the tables of office holders are not there")

    def draft(text: str, **fields: object) -> Draft:
        report = Report.of(text, **fields)
        found = Draft(report, language(text), world, lexicon)
        calendar(found)
        return found

    return draft


COLD_WAR = (
    "Soviet leader Mikhail Gorbachev told President Ronald Reagan on Friday that he wanted a treaty on missiles. "
    "British Prime Minister Margaret Thatcher welcomed the offer on Friday. Talks will go on next week."
)


def test_a_true_stamp_is_believed(make: Make) -> None:
    draft = make(COLD_WAR, published="1987-03-06T12:00:00+00:00")
    assert (draft.date.value, draft.date.stated, draft.date.agrees) == ("1987-03-06", "1987-03-06", True)
    assert draft.warnings == []
    assert [n.value for n in draft.times] == ["1987-03-06", "1987-03-06", "1987-03-09/1987-03-15"]


@pytest.mark.parametrize("stamp", ["1999-03-06", "2008-03-06", "1974-03-06"])
def test_a_stamp_far_from_the_office_holders_is_not(make: Make, stamp: str) -> None:
    draft = make(COLD_WAR, published=stamp)
    assert draft.date.stated == stamp
    assert draft.date.agrees is False
    assert draft.date.value == "1985/1989"
    (warning,) = draft.warnings
    assert warning.kind == "date-conflict"
    assert stamp in warning.message and "Gorbachev" in warning.message
    assert warning.evidence
    assert draft.times[0].value is None


@pytest.mark.parametrize(
    "text",
    [
        "Former President Ronald Reagan and former Soviet leader Mikhail Gorbachev met again on Monday in Berlin, where they spoke of old times.",
        "In 1987, President Ronald Reagan and Soviet leader Mikhail Gorbachev signed a treaty on missiles. In 2001 it still held.",
        "The treaty that President Ronald Reagan had sought was praised on Monday by President George W. Bush. It dates from 1987.",
        "The late President Ronald Reagan was honoured in London on Monday.",
        "Secretary Shultz said on Monday that the treaty had served its time.",
    ],
)
def test_a_report_that_looks_back_raises_no_alarm(make: Make, text: str) -> None:
    draft = make(text, published="2004-03-08")
    assert draft.date.agrees is True
    assert draft.warnings == []


def test_a_named_summit_and_a_weekday_give_the_day(make: Make) -> None:
    text = (
        "French President Francois Mitterrand met West German Chancellor Helmut Kohl in Bonn Tuesday. "
        "They will see President Ronald Reagan at the G-7 summit in Tokyo this weekend."
    )
    draft = make(text, published="1999-02-03")
    assert (draft.date.value, draft.date.agrees) == ("1986-04-29", False)
    assert {s.text for s in draft.date.evidence} >= {"Tuesday", "G-7 summit in Tokyo this weekend"}
    assert [n.value for n in draft.times] == ["1986-04-29", "1986-05-03/1986-05-04"]


def test_dates_told_as_past_can_refute_a_stamp(make: Make) -> None:
    draft = make("The two ministers met on May 3, 2012, and signed the pact on June 9, 2014.", published="2001-06-10")
    assert draft.date.agrees is False
    assert draft.date.value == "2014-06-10"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Secretary of State John Kerry met Brazilian President Dilma Rousseff at the 68th UN General Assembly.", "2013"),
        ("Secretary of State John Kerry and President Barack Obama marked the 70th anniversary of the 1945 landings.", "2015"),
        ("Secretary of State John Kerry and President Barack Obama spoke of the vote that their envoys held in June 2014.", "2014"),
    ],
)
def test_the_year_is_restored(make: Make, text: str, year: str) -> None:
    draft = make(text, published="2003-10-02")
    assert draft.date.agrees is False
    assert (draft.date.value or "")[:4] == year and "/" not in (draft.date.value or "")


def test_counts_and_coined_words_are_no_older_than_they_can_be(make: Make) -> None:
    text = "The envoys spoke of the Paris Agreement and COVID-19. They met under UN Security Council Resolution 2231."
    assert make(text, published="2001-05-04").date.agrees is False
    assert make(text, published="2021-05-04").date.agrees is True


def test_the_machine_s_own_clock_has_no_say(make: Make) -> None:
    assert make("The ministers met in Lima.", published="2039-05-04").date.agrees is True


def test_bare_years_or_one_slip_do_not(make: Make) -> None:
    assert make("Output was put at 3 mln tonnes in 1989 and rose in 1990.", published="1987-06-18").date.agrees is True
    assert make("The two ministers met on January 3, 2002, in Lima.", published="2001-01-05").date.agrees is True


def test_without_stamp_the_dateline_then_the_address_then_the_content_tell(make: Make) -> None:
    text = "The ministers met in Lima on Friday."
    assert make(text, dateline=Dateline(place="LIMA", date="1987-03-06")).date.value == "1987-03-06"
    assert make(text, url="https://news.example/2011/04/05/lima").date.value == "2011-04-05"
    assert make(text).date.value is None
    inferred = make(COLD_WAR).date
    assert (inferred.value, inferred.stated, inferred.agrees) == ("1985/1989", None, True)


def test_the_clause_tells_whether_it_looks_ahead(make: Make) -> None:
    for text, ahead in (
        ("The envoys will meet on Friday.", True),
        ("The envoys are due to meet on Friday.", True),
        ("The envoy leaves for Rome on Friday.", True),
        ("The talks, scheduled for Friday, were put off.", True),
        ("She said he would come on Friday.", True),
        ("The envoys met on Friday to end the war.", False),
        ("The envoys agreed Friday to hold talks.", False),
        ("The envoy said Friday he would leave.", False),
    ):
        doc = make(text).doc
        assert speaks_of_future(doc, next(t.i for t in doc if t.text == "Friday")) is ahead, text

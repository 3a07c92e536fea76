"""Headline, byline, stamp and dateline at the top of plain reports."""

import pytest

from dragoman.intake.layout import Layout, lay_out, read_stamp

WIRE = "ENVOYS TO MEET IN OSLO\n\nMarch 29, 1987\n\nOSLO, March 29 - Envoys of Chile and Peru will meet on Friday.\n\nThey met in May.\n"
WEB = "Envoys Meet in Oslo\n\nBy Ann Lee and Bo Ek, Staff Writers | July 7, 2008 | 8:09 PM EDT\n\nOslo ( - Chile and Peru met Monday.\n"


def test_wire_report() -> None:
    layout = lay_out(WIRE)
    assert layout == Layout(
        "ENVOYS TO MEET IN OSLO", (), "1987-03-29", "OSLO", None, "1987-03-29", WIRE.index("\n"), WIRE.index("Envoys of")
    )


def test_web_report_with_byline_time_and_empty_agency() -> None:
    layout = lay_out(WEB)
    assert layout.title == "Envoys Meet in Oslo"
    assert layout.byline == ("Ann Lee", "Bo Ek")
    assert layout.published == "2008-07-07T20:09:00-04:00"
    assert (layout.place, layout.agency) == ("Oslo", None)
    assert WEB[layout.body_start :].startswith("Chile and Peru")


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("01 June 2012", "2012-06-01"),
        ("Friday, August 21, 2015", "2015-08-21"),
        ("2015-08-21", "2015-08-21"),
        ("Published: 2001-07-16T10:00:00Z", "2001-07-16T10:00:00+00:00"),
        ("20-MAR-1987 12:19:07.10", "1987-03-20T12:19:07"),
        ("Updated 20:09 GMT, 3 May 1999", "1999-05-03T20:09:00+00:00"),
        ("July 7, 2008 | 12:05 AM EDT", "2008-07-07T00:05:00-04:00"),
        ("February 30, 2001", None),
        ("a day in May", None),
    ],
)
def test_stamps(line: str, stamp: str | None) -> None:
    assert read_stamp(line) == stamp


@pytest.mark.parametrize(
    ("lead", "place", "agency", "date"),
    [
        ("WASHINGTON (Reuters) - The envoy left.", "WASHINGTON", "Reuters", None),
        ("BRUSSELS, Feb. 3, 1999 (AP) -- The envoy left.", "BRUSSELS", "AP", "1999-02-03"),
        ("Moscow — The envoy left.", "Moscow", None, None),
        ("UNITED NATIONS -- The envoy left.", "UNITED NATIONS", None, None),
        ("SPRINGFIELD, Ohio, June 1 - The envoy left.", "SPRINGFIELD", None, None),
        ("The talks - long and hard - went on.", None, None, None),
        ("Chile - Peru talks went on.", None, None, None),
    ],
)
def test_datelines(lead: str, place: str | None, agency: str | None, date: str | None) -> None:
    layout = lay_out(lead + "\n\nMore was said.\n")
    assert (layout.place, layout.agency, layout.date) == (place, agency, date)
    assert layout.title is None
    assert layout.body_start == (lead.index("The envoy") if place else 0)


def test_a_dateline_takes_the_year_nearest_to_the_stamp() -> None:
    layout = lay_out("Envoys Leave\n\n2 January 1988\n\nLIMA, Dec. 31 - The envoys left for Oslo on a late flight.\n")
    assert layout.date == "1987-12-31"


def test_headline_over_two_lines_is_kept_as_it_stands() -> None:
    text = "ENVOYS OF CHILE AND PERU\nTO MEET IN OSLO\n\n20 March 1987\n\n    OSLO, March 20 - The envoys will meet.\n"
    layout = lay_out(text)
    assert layout.title == "ENVOYS OF CHILE AND PERU\nTO MEET IN OSLO"
    assert text[: layout.title_end] == layout.title


def test_office_that_issues_a_release_is_its_byline() -> None:
    text = "A Call with the Minister\n\nMay 21, 2021\n\nOffice of the Speaker\n\nThe minister spoke with the envoy this morning about the truce.\n"
    layout = lay_out(text)
    assert layout.byline == ("Office of the Speaker",)
    assert text[layout.body_start :].startswith("The minister spoke")


def test_running_text_has_no_layout() -> None:
    assert lay_out("The talks went on. They ended.\n\nMore followed.") == Layout()
    assert lay_out("") == Layout()
    assert lay_out(" \n\n ") == Layout()

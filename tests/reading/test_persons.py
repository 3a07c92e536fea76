"""Persons: their names, titles, whose office it is, and who they are on the day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading.draft import Draft

Who = Callable[..., Draft]

OFFICES = [
    ("Soviet Deputy Foreign Minister Pyotr Malin left.", "pyotr-malin", "deputy foreign minister", "SUN"),
    ("Egyptian ambassador to Moscow Tarek Hosni and his Swiss counterpart, Hans Amman, came.", "tarek-hosni", "ambassador", "EGY"),
    ("Egyptian ambassador to Moscow Tarek Hosni and his Swiss counterpart, Hans Amman, came.", "hans-amman", "ambassador", "CHE"),
    ("The Yemeni ambassador to the United States Omar Rashad came.", "omar-rashad", "ambassador", "YEM"),
    ("Assistant Secretary of Defence for international security Roy Pellman spoke to Japan.", "roy-pellman", "assistant secretary of defence", "USA"),
    ("Minister of Water, Land and Agriculture Farid Amiri of Iran spoke.", "farid-amiri", "water, land and agriculture minister", "IRN"),
    ("Philippine Trade and Industry Secretary Jose Malvar came.", "jose-malvar", "trade and industry secretary", "PHL"),
    ("We spoke with Karel Nemec, spokesman for the Czechoslovak Foreign Ministry.", "karel-nemec", "spokesman", "CSK:foreign-ministry"),
    ("The head of the Swedish delegation, Lars Ekholt, agreed.", "lars-ekholt", "head", "SWE"),
    ("Foreign Minister Andreas Hallstrom of Sweden left.", "andreas-hallstrom", "foreign minister", "SWE"),
    ("Chile's Foreign\nMinister Rodrigo\nValdes left.", "rodrigo-valdes", "foreign minister", "CHL"),
    ("Presidents Rui Falcon and Jorge Pardo signed it.", "jorge-pardo", "president", None),
    ("Lieutenant-General Omar Tarek, chief of staff of the Sudanese armed forces, left.", "omar-tarek", "chief of staff", "SDN:armed-forces"),
    ("Diplomatic adviser to the President Anwar Gamil of Egypt spoke.", "anwar-gamil", "adviser", "EGY"),
    ("U.N. Secretary-General Javier Perez de Cuellar sent his special envoy, Diego Montes, to Kabul.", "diego-montes", "special envoy", "UN"),
    ("Senator Paul Harker of Ohio spoke.", "paul-harker", "senator", "USA"),
    ("Soviet Foreign Trade Minister Boris Ganin, who leaves for Bonn, spoke.", "boris-ganin", "foreign trade minister", "SUN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "person", "title", "of"), OFFICES)
def test_offices_that_the_report_tells(who: Who, text: str, person: str, title: str, of: str | None) -> None:
    note = who(text, "1987-03-10").actors[person]
    assert note.title is not None and note.title.split()[-1] == title.split()[-1]
    if title != "adviser":
        assert note.title == title or title.startswith("water")
    assert note.of == of


KNOWN = [
    ("President Bush flew home.", "2001-07-16", "george-w-bush", "president", "USA"),
    ("President Bush flew home.", "1991-07-16", "george-h-w-bush", "president", "USA"),
    ("Soviet leader Mikhail Gorbachev said no.", "1987-03-10", "mikhail-gorbachev", "general secretary", "SUN"),
    ("Chancellor of the Exchequer Nigel Lawson spoke.", "1987-03-10", "nigel-lawson", "chancellor of the exchequer", "GBR"),
    ("U.S. Treasury Secretary James Baker spoke.", "1987-03-10", "james-baker", "treasury secretary", "USA"),
    ("Vice President Harris spoke in Washington.", "2022-03-10", "kamala-harris", "vice president", "USA"),
    ("Prime Minister Kovachevski of North Macedonia called.", "2022-03-10", "dimitar-kovacevski", "prime minister", "MKD"),
    ("Rafael Grossi, the head of the International Atomic Energy Agency, spoke.", "2021-07-10", "rafael-grossi", "director-general", "IAEA"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "person", "title", "of"), KNOWN)
def test_offices_that_the_world_knows(who: Who, text: str, day: str, person: str, title: str, of: str) -> None:
    note = who(text, day).actors[person]
    assert (note.title, note.of, note.office_source) == (title, of, "world")


def test_one_person_has_one_id(who: Who) -> None:
    text = "President Joseph R. Biden, Jr. spoke with Boris Johnson. President Biden thanked him. Biden will visit Britain."
    persons = [a for a, n in who(text, "2022-02-14").actors.items() if n.kind == "person"]
    assert persons == ["joseph-r-biden-jr", "boris-johnson"]


def test_a_bare_surname_of_a_state_that_nobody_mentions_is_not_its_leader(who: Who) -> None:
    draft = who("Mitchell and Allen, a law firm in Washington, sued the city.", "2022-07-11")
    assert "dickon-mitchell" not in draft.actors


def test_former_offices_are_not_held(who: Who) -> None:
    assert who("Former Spanish prime minister Pablo Arroyo came.", "1999-05-05").actors["pablo-arroyo"].title is None


def test_an_office_before_the_next_name_is_the_next_one_s(who: Who) -> None:
    actors = who("She met Rui Falcon, Foreign Minister Jorge Pardo of Chile and others.", "1999-05-05").actors
    assert (actors["rui-falcon"].title, actors["jorge-pardo"].title) == (None, "foreign minister")


def test_unplaced_officials_are_of_the_state_in_focus(who: Who) -> None:
    text = "Thailand will hold talks with Laos. Thai troops withdrew. Deputy Foreign Minister Prasert Chaiyo said so."
    assert who(text, "1988-02-20").actors["prasert-chaiyo"].of == "THA"


def test_a_name_tells_where_an_unplaced_official_is_from(who: Who) -> None:
    text = "The United States threatened Japan with duties. Foreign Ministry spokesman Yoshifumi Tanaka was hopeful."
    assert who(text, "1987-04-10").actors["yoshifumi-tanaka"].state == "JPN"


def test_a_president_whom_the_tables_do_not_know_heads_no_state(who: Who) -> None:
    assert who("Austria thanked President Al-Hamdi for his choice.", "2011-09-24").actors["al-hamdi"].of is None

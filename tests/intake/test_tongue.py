from __future__ import annotations

import pytest

from dragoman.intake import IntakeError
from dragoman.intake.tongue import check_english, tongue_of
from dragoman.record import Report

ENGLISH = "The foreign ministers of Peru and Chile met on Tuesday and agreed that the talks about fishing should go on."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Министры иностранных дел встретились во вторник и договорились продолжить переговоры о рыбной ловле.", "is in Russian (ru); "),
        ("Встреча в Москве.", "English"),
        ("Die Außenminister von Peru und Chile trafen sich am Dienstag und einigten sich darauf, die Gespräche fortzusetzen.", "is in German (de); "),
        ("Les ministres des Affaires étrangères se sont rencontrés mardi et ont convenu de poursuivre les pourparlers.", "is in French (fr); "),
        ("两国外交部长星期二举行会晤，同意继续就渔业问题进行谈判。", "is in Chinese (zh); "),
    ],
)
def test_another_language_is_refused_by_name(text: str, said: str) -> None:
    with pytest.raises(IntakeError) as caught:
        check_english("a.txt", Report.of(text))
    assert str(caught.value).startswith("a.txt is ") and said in str(caught.value) and "Reader(language=...)" in str(caught.value)


@pytest.mark.parametrize("text", ["Talks in Bonn.", "ok", "Tokyo, Hanoi, Jakarta", "Le ministre.", "ENVOYS MEET IN LIMA", "1987"])
def test_short_texts_are_not_refused(text: str) -> None:
    assert check_english("a.txt", Report.of(text)).text == text


def test_english_is_noted() -> None:
    assert check_english("a.txt", Report.of(ENGLISH)).language == "en" and tongue_of(ENGLISH.upper()) == "en"


def test_english_with_foreign_names_and_quotations_stays_english() -> None:
    text = ENGLISH + " The minister, Müller-Żółkiewska, called it „ein guter Tag“, and the daily Известия wrote «хороший день»."
    assert tongue_of(text) == "en"


def test_a_language_that_is_told_is_believed() -> None:
    with pytest.raises(IntakeError, match="German"):
        check_english("a.txt", Report.of(ENGLISH, language="de"))
    assert check_english("a.txt", Report.of("Встреча в Москве.", language="en-GB")).language == "en-GB"

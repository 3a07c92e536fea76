"""Figures: numbers with their units, their two ends, and lists of goods."""

from __future__ import annotations

import pytest
from hand_made import draft_of

from dragoman.reading.draft import Draft
from dragoman.reading.figures import find_figures
from dragoman.reading.quantities import find_quantities


def read(text: str, times: dict[str, str] | None = None) -> Draft:
    draft = draft_of(text, times=times)
    find_figures(draft)
    return draft


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("4.5 billion dlrs", [(4.5e9, "USD")]),
        ("350 to 400 mln stg", [(350e6, "GBP"), (400e6, "GBP")]),
        ("two billion dollars", [(2e9, "USD")]),
        ("$1.2 million", [(1.2e6, "USD")]),
        ("twenty-five tonnes", [(25.0, "tonnes")]),
        ("15.8 mln bpd", [(15.8e6, "barrels-per-day")]),
        ("1,375,000 tonnes", [(1375000.0, "tonnes")]),
        ("300mln yen", [(3e8, "JPY")]),
    ],
)
def test_quantities(words: str, values: list[tuple[float, str]]) -> None:
    assert [(q.value, q.unit) for q in find_quantities(draft_of(f"It was worth {words} then."))] == values


@pytest.mark.parametrize("text", ["The two-year-old girl slept.", "It took 25 years.", "He came in 1986.", "Its 22-tanker fleet sailed."])
def test_dates_and_ages_are_no_quantities(text: str) -> None:
    assert find_quantities(draft_of(text, times={"1986": "1986"})) == []


def test_each_number_has_its_own_ends() -> None:
    draft = read("Trade increased by 32 percent from Norway to Sweden, and by 17 percent from Sweden to Norway.")
    assert [(f.from_, f.to, f.value, f.change) for f in draft.figures] == [("NOR", "SWE", 32.0, "increase"), ("SWE", "NOR", 17.0, "increase")]


def test_a_number_compared_is_of_the_same_dealing() -> None:
    draft = read("Norway's exports to Sweden were worth 1.3 billion yuan, up from 870 mln in 1985.", times={"1985": "1985"})
    assert [(f.from_, f.to, f.value, f.unit) for f in draft.figures] == [("NOR", "SWE", 1.3e9, "CNY"), ("NOR", "SWE", 8.7e8, "CNY")]


def test_ends_carry_over_to_the_next_sentence() -> None:
    draft = read(
        "Norway imposed 300 mln dlrs in sanctions on Swedish goods. It lifted 51 mln dlrs of the sanctions in June.", times={"June": "1987-06"}
    )
    assert [(f.measure, f.from_, f.to, f.value) for f in draft.figures] == [("tariff", "NOR", "SWE", 3e8), ("tariff", "NOR", "SWE", 5.1e7)]


def test_goods_bought_and_sold() -> None:
    draft = read("Norway sells timber and fish to Sweden, and buys steel and cars from Sweden.")
    assert [(f.from_, f.to, f.value, f.goods) for f in draft.figures] == [
        ("NOR", "SWE", None, ("timber", "fish")), ("SWE", "NOR", None, ("steel", "cars")),
    ]  # fmt: skip


def test_people() -> None:
    draft = read("Norwegian planes killed 12 people. Forty others were wounded.")
    assert [(f.measure, f.from_, f.value, f.unit) for f in draft.figures] == [("killed", "NOR", 12.0, "people"), ("injured", "NOR", 40.0, "people")]


def test_home_affairs_are_no_dealings() -> None:
    assert read("Norway's trade surplus reached 5 billion dlrs. Prices rose 4 pct.").figures == []


def test_a_rate_of_exchange_is_no_trade() -> None:
    assert read("Trade of Norway with Sweden is based on a rate of 0.38 pounds to the dollar.").figures == []

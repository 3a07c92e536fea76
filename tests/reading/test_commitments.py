"""Commitments: who is bound to what, how strongly, on what condition, and what nobody is bound to."""

from __future__ import annotations

from hand_made import draft_of

from dragoman.reading.commitments import find_commitments
from dragoman.reading.draft import Draft
from dragoman.reading.instruments import find_instruments


def read(text: str, **more: dict) -> Draft:  # type: ignore[type-arg]
    draft = draft_of(text, **more)
    find_instruments(draft)
    find_commitments(draft)
    return draft


def told(draft: Draft) -> list[tuple[str, tuple[str, ...], bool]]:
    return [(c.kind, c.obligors, c.negated) for c in draft.commitments]


def test_an_infinitive_after_the_noun_binds_the_parties() -> None:
    draft = read("Norway and Sweden signed a pact to eliminate all missiles.")
    assert told(draft) == [("arms-limitation", ("NOR", "SWE"), False)]
    assert draft.commitments[0].instrument == 0


def test_who_is_said_to_break_it_is_bound() -> None:
    draft = read("Sweden was angry at Norway's failure to honor a 1986 agreement with Sweden to open its market.")
    assert told(draft) == [("trade", ("NOR",), False)]


def test_stopping_short_is_a_commitment_denied() -> None:
    draft = read("Norway and Sweden signed a treaty. The treaty stopped short of being a military alliance.")
    assert ("defense", ("NOR", "SWE"), True) in told(draft)


def test_no_deal_is_a_commitment_denied() -> None:
    assert told(read("Officials knew of no deal for Norway to escort ships of Kenya.")) == [("defense", ("NOR",), True)]


def test_condition_and_strength() -> None:
    draft = read(
        "The treaty between Norway and Sweden confirms their readiness to consult in the event of an attack.", groups={"their": ("NOR", "SWE")}
    )
    commitment = draft.commitments[0]
    assert commitment.strength == "readiness"
    assert commitment.trigger is not None and draft.span(commitment.trigger).text == "an attack"


def test_debts_bind_debtor_and_creditor_apart() -> None:
    draft = read(
        "Kenya and Norway will sign an agreement on Kenya's debt. The agreement would reduce interest on the debt.", statuses={"sign": "future"}
    )
    assert told(draft) == [("aid", ("NOR",), False)]


def test_under_an_instrument() -> None:
    draft = read("Norway and Sweden signed a trade pact. Under the pact, Norway will buy steel.")
    assert told(draft) == [("trade", ("NOR",), False)]


def test_what_is_only_wished_binds_nobody() -> None:
    for text, statuses in (("Norway may agree to buy steel from Sweden.", {"agree": "hypothetical"}),
    ("Sweden sought a pledge by Norway to buy steel.", {}),
                           ("Norway refused to agree to buy steel from Sweden.", {"agree": "negated"})):  # fmt: skip
        assert told(read(text, statuses=statuses)) == [], text


def test_a_promise_told_twice_is_one() -> None:
    draft = read("Norway pledged to buy steel from Sweden. Norway pledged to buy the steel from Sweden soon.")
    assert len(draft.commitments) == 1

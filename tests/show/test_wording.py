from __future__ import annotations

from dragoman.record import Reading, Span
from dragoman.show.wording import Wording, one_line, quoted


def test_chains_of_sources_run_outermost_first(reading: Reading) -> None:
    assert Wording(reading).word_of(("nordic-wire", "fishermen")) == "Nordic Wire, citing fishermen"


def test_negated_commitments_say_not(reading: Reading) -> None:
    words = [Wording(reading).undertaking(c) for c in reading.instruments[0].commitments]
    assert words == ["does NOT bind Norway and Finland to come to the other's defense", "binds Norway and Finland to consult"]


def test_claims_stand_by_source_and_the_reports_own_apart(reading: Reading) -> None:
    wording = Wording(reading)
    assert [(c.source, [s.id for s in c.statements]) for c in wording.claims()] == [
        ("Erkki Tuomi", ["s1"]),
        ("Nordic Wire, citing fishermen", ["s2"]),
    ]
    assert [name for name, _, _ in wording.own_assertions()] == ["e1", "c3", "f1"]


def test_the_reference_date_says_whether_the_stamp_agrees(reading: Reading) -> None:
    def dated(**update: object) -> str:
        date = reading.reference_date.model_copy(update=update)
        return Wording(reading.model_copy(update={"reference_date": date})).dated()

    assert "the stamp says 3 May 2012, which does NOT agree" in dated()
    assert dated(agrees=True, value="2012-05-03") == "3 May 2012 (the stamp agrees)"
    assert "it has no stamp" in dated(stated=None)
    assert dated(value=None).startswith("not known")


def test_an_instrument_in_words(reading: Reading) -> None:
    wording = Wording(reading)
    first, second = reading.instruments
    assert wording.standing(first) == ["agreement", "between Norway and Finland", "signed 2 May 2011 by Erkki Tuomi for Finland"]
    assert wording.relations(first) == ["replaces 1953 pact"]
    assert wording.standing(second) == ["replaced", "from 1953"]
    undated = first.model_copy(update={"signed": None, "place": "Oslo", "signatories": ()})
    assert wording.standing(undated) == ["agreement", "between Norway and Finland", "signed in Oslo"]
    assert wording.standing(undated.model_copy(update={"state": "in-force"}))[1:] == ["in force", "between Norway and Finland", "signed in Oslo"]


def test_a_figure_in_words(reading: Reading) -> None:
    figure = reading.figures[0]
    wording = Wording(reading)
    assert wording.amount(figure) == "trade, Norway → Finland: up 4.5 percent; 2010"
    goods = figure.model_copy(update={"value": None, "unit": None, "change": None, "period": None, "goods": ("fish", "timber")})
    assert wording.amount(goods) == "trade, Norway → Finland: fish, timber"


def test_long_evidence_is_cut_in_the_middle() -> None:
    text = "word " * 100 + "end."
    cut = quoted([Span.of(text, 0, len(text))], 62)
    assert len(cut) < 70 and cut.endswith("end.”") and set(cut.strip("“”").split()) == {"word", "…", "end."}


def test_evidence_within_evidence_is_not_repeated() -> None:
    text = "Envoys met in Lima. They left."
    spans = [Span.of(text, 0, 10), Span.of(text, 0, 18), Span.of(text, 20, 29), Span.of(text, 0, 18)]
    assert quoted(spans) == "“Envoys met in Lima … They left”"


def test_terminal_controls_do_not_get_through() -> None:
    assert one_line("a\x1b[31m b\x07\nc\x9b") == "a [31m b c"

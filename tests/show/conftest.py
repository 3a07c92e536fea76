"""A reading made by hand, with one of everything, in our own words."""

from __future__ import annotations

import pytest

from dragoman.record import (
    Actor,
    Commitment,
    Dateline,
    Event,
    Figure,
    Instrument,
    Office,
    Place,
    Position,
    ReaderMark,
    Reading,
    ReferenceDate,
    Relation,
    Report,
    Signatory,
    Span,
    Statement,
    Warning_,
)

TEXT = """Norway and Finland sign river accord

By Kari Nordli | May 3, 2012

Oslo -- Norway and Finland on Monday signed an accord in Oslo on the <Tana> river, replacing a 1953 pact.

Foreign Minister Erkki Tuomi said the accord "is not an alliance" and that the two would consult over floods.

The Nordic Wire quoted fishermen as saying Sweden opposes the quotas. Trade grew 4.5 percent last year.
"""


@pytest.fixture
def reading() -> Reading:
    def span(words: str, nth: int = 0) -> Span:
        at = -1
        for _ in range(nth + 1):
            at = TEXT.index(words, at + 1)
        return Span.of(TEXT, at, at + len(words))

    sign = span("Norway and Finland on Monday signed an accord in Oslo on the <Tana> river")
    report = Report.of(
        TEXT, title="Norway and Finland sign river accord", byline=("Kari Nordli",), published="2012-05-03",
        dateline=Dateline(place="Oslo"), url="https://example.org/a?b=1&c=2",
    )  # fmt: skip
    says = span('the accord "is not an alliance" and that the two would consult over floods')
    return Reading(
        reader=ReaderMark(version="0.1.0", model="en-1"),
        report=report,
        reference_date=ReferenceDate(value="2011-05-02", stated="2012-05-03", agrees=False, evidence=(span("Erkki Tuomi"),)),
        actors=(
            Actor(id="NOR", kind="state", name="Norway", country="NOR", mentions=(span("Norway"),)),
            Actor(id="FIN", kind="state", name="Finland", country="FIN", mentions=(span("Finland"),)),
            Actor(id="SWE", kind="state", name="Sweden", country="SWE", mentions=(span("Sweden"),)),
            Actor(id="erkki-tuomi", kind="person", name="Erkki Tuomi", country="FIN", sector="GOV", mentions=(span("Erkki Tuomi"),),
                  office=Office(title="foreign minister", of="FIN", since="2011-06-22", source="world")),
            Actor(id="nordic-wire", kind="media", name="Nordic Wire", mentions=(span("Nordic Wire"),)),
        ),
        events=(
            Event(id="e1", type="SUPPORT", actors=("NOR", "FIN"), time="2011-05-02", place=Place(name="Oslo", country="NOR"),
                  instrument="i1", confidence=0.9, anchor=span("signed"), evidence=(sign,), rule="sign.instrument"),
            Event(id="e2", type="CONSULT", mode="phone", actors=("NOR",), recipients=("FIN",), status="future", confidence=0.5,
                  attribution=("erkki-tuomi",), anchor=span("consult"), evidence=(span("the two would consult over floods"),), rule="consult"),
        ),
        instruments=(
            Instrument(id="i1", kind="agreement", name="accord on the <Tana> river", parties=("NOR", "FIN"), signed="2011-05-02",
                       signatories=(Signatory(person="erkki-tuomi", for_="FIN"),), state="signed", mentions=(span("an accord"),),
                       relations=(Relation(kind="replaces", to="i2"),), evidence=(sign,), rule="accord",
                       commitments=(
                           Commitment(id="c1", kind="defense", obligors=("NOR", "FIN"), negated=True, attribution=("erkki-tuomi",),
                                      evidence=(span('the accord "is not an alliance"'),), rule="not.alliance"),
                           Commitment(id="c2", kind="consultation", obligors=("NOR", "FIN"), strength="readiness", trigger="floods",
                                      attribution=("erkki-tuomi",), evidence=(span("the two would consult over floods"),), rule="consult"),
                       )),
            Instrument(id="i2", kind="other", name="1953 pact", year="1953", state="replaced", evidence=(span("a 1953 pact"),), rule="pact"),
        ),
        commitments=(Commitment(id="c3", kind="trade", obligors=("SWE",), evidence=(span("Sweden"),), rule="trade"),),
        statements=(
            Statement(id="s1", source="erkki-tuomi", source_text=span("Foreign Minister Erkki Tuomi"), cue=span("said"), content=(says,),
                      quotation="mixed", about=("i1",), rule="say"),
            Statement(id="s2", source=None, source_text=span("fishermen"), cue=span("as saying"), content=(span("Sweden opposes the quotas"),),
                      quotation="indirect", attribution=("nordic-wire",), rule="quote.as"),
        ),
        positions=(Position(id="p1", holder="SWE", stance="opposes", target=span("the quotas"), attribution=("nordic-wire", "fishermen"),
                            evidence=(span("Sweden opposes the quotas"),), rule="oppose"),),
        figures=(Figure(id="f1", measure="trade", from_="NOR", to="FIN", value=4.5, unit="percent", change="increase", period="2010",
                        evidence=(span("Trade grew 4.5 percent last year"),), rule="grow"),),
        warnings=(Warning_(kind="date-conflict", message="The stamp says 2012, the office holders say 2011.", evidence=(span("Erkki Tuomi"),)),),
    )  # fmt: skip

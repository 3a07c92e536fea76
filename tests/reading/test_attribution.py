"""Who said what: exact contents, sources, nesting."""

import pytest
from drafts import draft_of

from dragoman.lexicon.cues import CueExample, load_cues
from dragoman.reading.attribution import find_statements
from dragoman.reading.draft import Draft

STAGES = ("frames", "attribution")
NAMES = {"Gomez": ("ana-gomez", "person"), "Lind": ("ola-lind", "person"), "Spain": ("ESP", "state"), "Echo": ("echo", "media")}


def told(draft: Draft) -> list[tuple[str | None, str]]:
    return [
        (draft.span(s.source_stretch).text if s.source_stretch else None, draft.span(s.content[0]).text) for s in draft.statements
    ]


@pytest.mark.parametrize("example", [e for cue in load_cues() for e in cue.examples], ids=lambda e: e.text)
def test_examples_of_the_lexicon(example: CueExample) -> None:
    assert (example.source, example.content) in told(draft_of(example.text, STAGES))


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Gomez said on the radio a pact would be hard to reach.", ["a pact would be hard to reach"]),
        ("Gomez said the talks had failed but said new ones would begin.", ["the talks had failed", "new ones would begin"]),
        ("The talks had failed, Gomez said, because of the snow.", ["The talks had failed, Gomez said, because of the snow"]),
        ("If the snow stays, Gomez said, the port will be closed.", ["If the snow stays, Gomez said, the port will be closed"]),
        ('After a long day, Gomez said, "We learned a lot here."', ['"We learned a lot here."']),
        ('"No way," Gomez said. "Not now. Never."', ['"No way,"', '"Not now. Never."']),
        ("As Gomez said, the outlook was good.", ["the outlook was good"]),
        (
            "In a statement, Gomez said the talks had failed, adding that snow was the cause.",
            ["the talks had failed", "snow was the cause"],
        ),
        ('"We learned a lot. We are proud," said Gomez, who leaves today.', ['"We learned a lot. We are proud,"']),
        ('"We learned a lot," Gomez said, "but we are proud."', ['"We learned a lot," Gomez said, "but we are proud."']),
        ('Gomez said: "We learned a lot. We are proud."', ['"We learned a lot. We are proud."']),
        ('"We learned a lot," Gomez said. "We are proud of it."', ['"We learned a lot,"', '"We are proud of it."']),
        ("Gomez told the court that the ship had sunk.", ["the ship had sunk"]),
        ("Gomez was quoted by Echo as saying the ship had sunk.", ["the ship had sunk"]),
        ("The pact, which Spain says was broken, expires in May.", ["was broken"]),
    ],
)
def test_exact_contents(text: str, contents: list[str]) -> None:
    assert [content for _, content in told(draft_of(text, STAGES, NAMES))] == contents


@pytest.mark.parametrize(
    "text",
    [
        "Gomez did not say whether the talks had failed.",
        "Gomez declined to say that the talks had failed.",
        "Gomez would say that the talks had failed.",
        "The bank's figures rose in May.",
        "Gomez wants Spain to leave.",
        "The work on the port went according to plan.",
    ],
)
def test_nothing_said(text: str) -> None:
    assert draft_of(text, STAGES, NAMES).statements == []


def test_named_source_and_quotation() -> None:
    draft = draft_of('Gomez said Spain "will never" leave. "It is over," she added.', STAGES, NAMES, {"she": "ana-gomez"})
    assert [(s.source, s.quotation) for s in draft.statements] == [("ana-gomez", "mixed"), ("ana-gomez", "direct")]


def test_unnamed_source_keeps_its_first_description() -> None:
    draft = draft_of("A senior diplomat said the ship had sunk.\n\nHe said the crew was safe.", STAGES)
    assert [(s.source, draft.span(s.source_stretch).text) for s in draft.statements if s.source_stretch] == [
        (None, "A senior diplomat")
    ] * 2


def test_pronoun_goes_on_from_the_last_speaker() -> None:
    text = "Lind met Gomez in Spain.\n\nGomez said the ship had sunk.\n\nThe crew, she said, was safe."
    draft = draft_of(text, STAGES, NAMES, {"she": "ola-lind"})
    assert [s.source for s in draft.statements] == ["ana-gomez", "ana-gomez"]


def test_unnamed_speaker_of_the_lead_is_named_later() -> None:
    draft = draft_of('A spokesman said the ship had sunk.\n\n"It is over," said spokesman Gomez.', STAGES, NAMES)
    assert [s.source for s in draft.statements] == ["ana-gomez", "ana-gomez"]


def test_nested_statement_knows_the_outer_one() -> None:
    draft = draft_of("Gomez said that Spain denied that its ships had sunk.", STAGES, NAMES)
    inner = next(s for s in draft.statements if s.source == "ESP")
    assert inner.outer is not None and draft.statements[inner.outer].source == "ana-gomez"
    assert draft.attribution_at(inner.content[0][0]) == ("ana-gomez", "ESP")


def test_two_speakers_in_one_sentence() -> None:
    draft = draft_of('The officials said they knew of no deal, but "the idea is near," Gomez said.', STAGES, NAMES)
    assert told(draft) == [("The officials", "they knew of no deal"), ("Gomez", '"the idea is near,"')]


def test_speaker_is_meant_by_he_in_his_own_words() -> None:
    draft = draft_of("Lind left.\n\nGomez said he would defend his plan.", STAGES, NAMES, {"he": "ola-lind", "his": "ola-lind"})
    assert {draft.mention_at[t.i].actors for t in draft.doc if t.lower_ in {"he", "his"}} == {("ana-gomez",)}


def test_quotation_over_paragraphs_stays_with_its_speaker() -> None:
    text = 'Gomez said the ship had sunk.\n\n"Whether we like it or not, the harbour must be closed for years."\n\nThe harbour is small.'
    draft = draft_of(text, STAGES, NAMES)
    assert [(s.source, s.rule) for s in draft.statements] == [("ana-gomez", "cue.say"), ("ana-gomez", "quotation.continued")]


def headline(title: str, body: str) -> Draft:
    draft = draft_of(f"{title}\n\n{body}", ("frames",), NAMES | {"GOMEZ": ("ana-gomez", "person")})
    draft.title_end = draft.body = next(t.i for t in draft.doc if t.is_space) + 1
    find_statements(draft)
    return draft


def test_unnamed_source_of_a_headline_is_who_speaks_first() -> None:
    draft = headline("MINISTER SAYS GOVERNMENT CLOSED PORT", "Gomez said the winter would be long.")
    assert [s.source for s in draft.statements] == ["ana-gomez", "ana-gomez"]


@pytest.mark.parametrize("title", ["ACCORD ON FISH NEAR, GOMEZ SAYS", "Gomez: accord on fish near"])
def test_headline_makes_a_statement(title: str) -> None:
    draft = headline(title, "Gomez said the winter would be long.")
    assert [(s.source, draft.span(s.content[0]).text.lower()) for s in draft.statements][0] == ("ana-gomez", "accord on fish near")


def test_headline_and_the_same_words_below_are_one_statement() -> None:
    draft = headline("PORT CLOSED BY GOVERNMENT, GOMEZ SAYS", "Gomez said the government had closed the port.")
    assert told(draft) == [("Gomez", "the government had closed the port")]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Echo quoted Gomez as saying the ship had sunk.", "ana-gomez", "the ship had sunk"),
        ("Gomez was quoted by Echo as saying the ship had sunk.", "ana-gomez", "the ship had sunk"),
        ("Gomez said the ship had sunk, according to Echo.", "ana-gomez", "the ship had sunk"),
        ("The ship had sunk, Gomez said, according to Echo.", "ana-gomez", "The ship had sunk"),
        ("According to Echo, Gomez believes the ship has sunk.", "ana-gomez", "the ship has sunk"),
        ("Echo, quoting Gomez, said the ship had sunk.", "ana-gomez", "the ship had sunk"),
    ],
)
def test_who_only_passes_on(text: str, source: str, content: str) -> None:
    draft = draft_of(text, STAGES, NAMES)
    assert [(s.source, s.via, draft.span(s.content[0]).text) for s in draft.statements] == [(source, ("echo",), content)]


def test_last_speaker_is_meant_by_a_description() -> None:
    draft = draft_of('Gomez said the ship had sunk. "It was old," the guard said.', STAGES, NAMES)
    assert [s.source for s in draft.statements] == ["ana-gomez", "ana-gomez"]


def test_setting_before_what_is_said_belongs_to_it() -> None:
    draft = draft_of("Gomez said pending the end of the strike, Spain has closed the port.", STAGES, NAMES)
    assert told(draft) == [("Gomez", "pending the end of the strike, Spain has closed the port")]

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.record import Reading, Report, Span, Warning_
from dragoman.show.html import notebook_html, page, page_of_many
from dragoman.show.marked import Evidence, marked_text

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Checker(HTMLParser):
    """Holds a page's ids, links, tags and text, and whether its tags are closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.marks: list[tuple[str, str]] = []
        self.text = ""
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self.ids += [v for k, v in attrs if k == "id" and v]
        self.links += [v for k, v in attrs if k in {"href", "src"} and v]
        if tag not in VOID:
            self._open.append((tag, found))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._open and self._open[-1][0] == "mark":
            self.marks.append((data, self._open[-1][1]["data-f"] or ""))


def test_every_link_within_the_page_leads_somewhere(reading: Reading) -> None:
    for html in (page(reading), page_of_many([reading, reading]), notebook_html(reading)):
        found = Checker(html)
        assert len(set(found.ids)) == len(found.ids)
        inner = [link[1:] for link in found.links if link.startswith("#")]
        assert len(inner) > 10 and set(inner) <= set(found.ids)


def test_facts_have_anchors(reading: Reading) -> None:
    assert {"e1", "e2", "i1", "i2", "c1", "c2", "c3", "s1", "s2", "p1", "f1", "t-e1", "t-c1"} <= set(Checker(page(reading)).ids)


def test_nothing_is_loaded_from_elsewhere(reading: Reading) -> None:
    html = page(reading)
    assert [link for link in Checker(html).links if not link.startswith("#")] == ["https://example.org/a?b=1&c=2"]
    assert not re.search(r"url\(|@import|<link|<img|src=", html)
    assert "default-src 'none'" in html


def test_the_words_of_a_report_are_never_markup(reading: Reading) -> None:
    evil = '<script>alert(1)</script> "quoted" & <img src=x onerror=alert(2)>'
    text = f"{evil} Norway met Finland."
    report = Report.of(text, title=evil, byline=(evil,), publisher=evil, url="javascript:alert(3)", language='"><b>')
    event = reading.events[0].model_copy(
        update={"evidence": (Span.of(text, 0, len(text)),), "anchor": Span.of(text, 0, 8), "rule": evil, "mode": evil, "id": '"><e1'}
    )
    actor = reading.actors[0].model_copy(update={"name": evil, "mentions": ()})
    bad = Reading(reader=reading.reader, report=report, reference_date=reading.reference_date.model_copy(update={"evidence": ()}),
                  actors=(actor,), events=(event,), warnings=(Warning_(kind="x", message=evil),))  # fmt: skip
    for html in (page(bad), page_of_many([bad]), notebook_html(bad)):
        found = Checker(html)
        assert found.tags.count("script") == (0 if "<html" not in html else 1)
        assert "img" not in found.tags and evil in found.text
        assert not any("javascript" in link for link in found.links)


def test_a_reading_without_a_title_is_named_by_its_first_words(reading: Reading) -> None:
    date = reading.reference_date.model_copy(update={"evidence": ()})
    bare = Reading(reader=reading.reader, report=Report.of("Envoys met. " * 20), reference_date=date)
    assert "“Envoys met." in page_of_many([bare]) and "Nothing that Dragoman keeps" in page(bare)


def test_the_index_counts_commitments_inside_instruments(reading: Reading) -> None:
    row = re.search(r"<tbody>(.*?)</tbody>", page_of_many([reading]))
    assert row and re.findall(r'data-label="(\w+)">(\d+)<', row.group(1)) == [
        ("events", "2"), ("instruments", "2"), ("commitments", "3"), ("statements", "2"), ("positions", "1"), ("figures", "1"),
    ]  # fmt: skip


def test_no_readings_give_a_page_all_the_same() -> None:
    assert "<h1" in page_of_many([])


def test_a_notebook_cell_has_style_but_no_script_and_styles_nothing_else(reading: Reading) -> None:
    html = notebook_html(reading)
    assert "<script" not in html and "<html" not in html
    style = re.sub(r"/\*.*?\*/|@media[^{]*\{", "", html[html.index("<style>") + 7 : html.index("</style>")])
    selectors = [part.strip() for group in re.findall(r"([^{}]+)\{", style) for part in group.split(",")]
    assert selectors and all(s.startswith((".dragoman", "body:has(> .dragoman)")) for s in selectors)


def test_overlapping_evidence_is_split_at_every_boundary() -> None:
    text = "abcdefghij"
    marked = marked_text(text, [Evidence("e1", "event", Span.of(text, 1, 6)), Evidence("s1", "statement", Span.of(text, 4, 9))], "")
    assert Checker(marked).marks == [("bcd", "e1"), ("ef", "e1 s1"), ("ghi", "s1")]


def test_evidence_runs_over_paragraphs() -> None:
    text = "One.\n\nTwo & three."
    found = Checker(marked_text(text, [Evidence("s1", "statement", Span.of(text, 2, 9))], "r1-"))
    assert found.marks == [("e.", "s1"), ("Two", "s1")] and found.ids == ["r1-t-s1"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_marking_keeps_every_word_and_every_fact(data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet="ab <&>\n\"'é\U0001f600", min_size=1, max_size=60))
    pairs = data.draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 30)), max_size=6))
    evidence = [Evidence(f"e{n}", "event", Span.of(text, a, min(a + length, len(text)))) for n, (a, length) in enumerate(pairs)]
    found = Checker(marked_text(text, evidence, ""))
    assert "".join(found.text.split()) == "".join(text.split())
    for item in evidence:
        marked = "".join(words for words, facts in found.marks if item.fact in facts.split())
        assert "".join(marked.split()) == "".join(item.span.text.split())


@pytest.mark.parametrize("nasty", ["\x00", "\x1b[31m", "\x0b", "\x9b"])
def test_control_characters_stay_out_of_pages(nasty: str) -> None:
    assert nasty not in marked_text(f"a{nasty}b", [], "")

"""Readings as HTML: one page, a page of many, a cell of a notebook. Nothing on them is loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files

from dragoman.record import Commitment, Reading, Span
from dragoman.show.marked import Evidence, escaped, marked_text
from dragoman.show.periods import in_words
from dragoman.show.wording import Wording, one_line, quoted

_COUNTED = ("events", "instruments", "commitments", "statements", "positions", "figures")


@dataclass(frozen=True)
class _Fact:
    """A fact as a card shows it: all words, not yet escaped."""

    id: str
    kind: str
    head: str
    evidence: tuple[Span, ...]
    rule: str
    tag: str = ""
    status: str = ""
    details: tuple[str, ...] = ()
    inner: tuple[_Fact, ...] = ()


def page(reading: Reading) -> str:
    """One reading as a page of its own: the report's text with its evidence marked, the facts beside it.

    Args:
        reading: the reading.
    """
    title = one_line(reading.report.title or "A reading")
    return _document(title, _reading(reading, "", "h1") + _foot(reading))


def page_of_many(readings: Sequence[Reading], title: str = "Readings") -> str:
    """Several readings on one page, an index with counts at its top.

    Args:
        readings: the readings, in the order to show them.
        title: the page's headline.
    """
    rows = []
    for number, reading in enumerate(readings, 1):
        counts = "".join(f'<td data-label="{what}">{count}</td>' for what, count in _counts(reading).items())
        warned = f' <span class="chip warned">{len(reading.warnings)} warning{"s" * (len(reading.warnings) > 1)}</span>'
        date = reading.reference_date.value
        rows.append(
            f'<tr><td class="name"><a href="#r{number}">{escaped(_title(reading))}</a>{warned if reading.warnings else ""}</td>'
            f"<td data-label=\"written on\">{escaped(in_words(date)) if date else '–'}</td>{counts}</tr>"
        )
    heads = "".join(f'<th scope="col">{what}</th>' for what in ("report", "written on", *_COUNTED))
    index = f'<table class="index"><thead><tr>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
    body = [
        f'<section id="r{number}" class="one">{_reading(reading, f"r{number}-", "h2")}<p class="back"><a href="#top">To the index</a></p></section>'
        for number, reading in enumerate(readings, 1)
    ]
    foot = _foot(readings[0]) if readings else ""
    return _document(title, f'<h1 id="top">{escaped(title)}</h1>\n<nav aria-label="Readings">{index}</nav>\n{"".join(body)}{foot}')


def notebook_html(reading: Reading) -> str:
    """A reading for a notebook's cell: a fragment with its own style and without a script.

    Args:
        reading: the reading.
    """
    return f'<style>{_resource("page.css")}</style><div class="dragoman cell">{_reading(reading, f"n{reading.report.id}-", "h3")}</div>'


def _resource(name: str) -> str:
    return (files("dragoman.show") / name).read_text(encoding="utf-8")


def _document(title: str, body: str) -> str:
    policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="color-scheme" content="light dark">
<title>{escaped(title)}</title>
<style>
{_resource("page.css")}</style>
</head>
<body>
<main class="dragoman">
{body}
</main>
<script>
{_resource("page.js")}</script>
</body>
</html>
"""


def _foot(reading: Reading) -> str:
    mark = reading.reader
    return f'<footer>Read by Dragoman {escaped(mark.version)} (model {escaped(mark.model)}). Every fact links to the words it stands on.</footer>'


def _title(reading: Reading) -> str:
    return one_line(reading.report.title or "") or quoted([Span.of(reading.report.text, 0, len(reading.report.text))], 60)


def _counts(reading: Reading) -> dict[str, int]:
    counts = {what: len(getattr(reading, what)) for what in _COUNTED}
    counts["commitments"] += sum(len(instrument.commitments) for instrument in reading.instruments)
    return counts


def _reading(reading: Reading, prefix: str, heading: str) -> str:
    wording = Wording(reading)
    sections = _sections(wording)
    evidence = [Evidence(f.id, f.kind, span) for _, facts in sections for fact in facts for f in (fact, *fact.inner) for span in f.evidence]
    shown = "".join(_section(name, facts, prefix, heading) for name, facts in sections if facts)
    empty = '<p class="none">Nothing that Dragoman keeps was found in this report.</p>'
    return (
        f"{_head(wording, heading)}\n"
        f'<div class="cols"><article class="text" lang="{escaped(reading.report.language or "en")}" aria-label="The report">'
        f"{marked_text(reading.report.text, evidence, prefix)}</article>\n"
        f'<section class="facts" aria-label="What was read in it">'
        f"{_who(wording, heading)}{shown or empty}{_own_voice(wording, prefix, heading)}</section></div>"
    )


def _lower(heading: str) -> str:
    return f"h{int(heading[1]) + 1}"


def _head(wording: Wording, heading: str) -> str:
    reading = wording.reading
    report, date = reading.report, reading.reference_date
    warnings = "".join(
        f"<li>{escaped(one_line(warning.message))}{_quotes(warning.evidence, None)}</li>" for warning in reading.warnings
    )
    origin = [*report.byline, report.publisher, report.dateline.place, report.dateline.agency]
    parts = [escaped(one_line(word)) for word in origin if word]
    told_by = f' – <span class="quote">{escaped(quoted(date.evidence))}</span>' if date.evidence else ""
    if report.published:
        parts.append(f"published {escaped(in_words(report.published))}")
    if report.url and report.url.lower().startswith(("http://", "https://")):
        parts.append(f'<a href="{escaped(report.url)}" rel="noopener noreferrer">source</a>')
    return (
        f"<header><{heading}>{escaped(_title(reading))}</{heading}>"
        + (f'<p class="origin">{" · ".join(parts)}</p>' if parts else "")
        + f'<p class="dated{"" if date.agrees else " off"}">Written on {escaped(wording.dated())}{told_by}</p>'
        + (f'<aside class="warnings" aria-label="Warnings"><ul>{warnings}</ul></aside>' if warnings else "")
        + "</header>"
    )


def _who(wording: Wording, heading: str) -> str:
    rows = []
    for actor in wording.reading.actors:
        belongs = wording.actor(actor.country) if actor.country and actor.country != actor.id else ""
        said = wording.office(actor) or belongs
        rows.append(
            f'<li><b>{escaped(one_line(actor.name))}</b> <span class="kind">{escaped(actor.kind)}</span>'
            f"{' ' + escaped(said) if said else ''}</li>"
        )
    level = _lower(heading)
    return f'<section><{level}>Who</{level}><ul class="who">{"".join(rows)}</ul></section>' if rows else ""


def _sections(wording: Wording) -> list[tuple[str, list[_Fact]]]:
    reading = wording.reading
    events = [
        _Fact(e.id, "event", wording.dealing(e), e.evidence, e.rule, tag=wording.kind(e), status=e.status,
              details=(*([in_words(e.time)] if e.time else []), *wording.circumstances(e)[e.status != "actual" :]))
        for e in reading.events
    ]  # fmt: skip
    instruments = [
        _Fact(i.id, "instrument", one_line(i.name), (*i.evidence, *i.mentions), i.rule, status=i.status,
              details=(*wording.standing(i), *wording.relations(i)), inner=tuple(_commitment(wording, c) for c in i.commitments))
        for i in reading.instruments
    ]  # fmt: skip
    statements = [
        _Fact(s.id, "statement", claims.source, s.content, s.rule, details=tuple(wording.said_to(s)))
        for claims in wording.claims() for s in claims.statements
    ]  # fmt: skip
    positions = [
        _Fact(p.id, "position", wording.stance(p), p.evidence, p.rule, details=tuple(wording.grounds(p))) for p in reading.positions
    ]
    figures = [
        _Fact(f.id, "figure", wording.amount(f), f.evidence, f.rule, details=tuple(wording.hearsay(f))) for f in reading.figures
    ]
    return [
        ("What", events),
        ("Instruments", instruments),
        ("Undertakings without an instrument", [_commitment(wording, c) for c in reading.commitments]),
        ("Who says what", statements),
        ("Positions", positions),
        ("Figures", figures),
    ]


def _commitment(wording: Wording, commitment: Commitment) -> _Fact:
    return _Fact(commitment.id, "commitment", wording.undertaking(commitment), commitment.evidence, commitment.rule,
                 status="negated" if commitment.negated else "", details=tuple(wording.conditions(commitment)))  # fmt: skip


def _section(name: str, facts: Iterable[_Fact], prefix: str, heading: str) -> str:
    level = _lower(heading)
    return f"<section><{level}>{name}</{level}>{''.join(_card(fact, prefix) for fact in facts)}</section>"


def _card(fact: _Fact, prefix: str) -> str:
    here, there = f"{prefix}{escaped(fact.id)}", f"{prefix}t-{escaped(fact.id)}"
    status = f' <span class="chip s-{fact.status}">{fact.status}</span>' if fact.status not in {"", "actual"} else ""
    tag = f'<span class="chip">{escaped(fact.tag)}</span> ' if fact.tag else ""
    details = f'<p class="more">{escaped("; ".join(fact.details))}</p>' if fact.details else ""
    # An instrument is shown by its first evidence alone: its name is often mentioned in every other sentence.
    shown = fact.evidence[:1] if fact.kind == "instrument" else fact.evidence
    return (
        f'<div class="fact k-{fact.kind}" id="{here}" data-f="{escaped(fact.id)}" role="group" tabindex="0">'
        f'<p class="head"><a class="id" href="#{here}" title="read by: {escaped(fact.rule)}">{escaped(fact.id)}</a>'
        f"{tag}<b>{escaped(fact.head)}</b>{status}</p>"
        f"{_quotes(shown, there)}{details}{''.join(_card(inner, prefix) for inner in fact.inner)}</div>"
    )


def _quotes(spans: tuple[Span, ...], link: str | None) -> str:
    if not spans:
        return ""
    words = escaped(quoted(spans))
    return f'<p class="quote"><a href="#{link}">{words}</a></p>' if link else f'<p class="quote">{words}</p>'


def _own_voice(wording: Wording, prefix: str, heading: str) -> str:
    own = wording.own_assertions()
    if not own:
        return ""
    level = _lower(heading)
    items = "".join(f'<li><a href="#{prefix}{escaped(name)}">{escaped(words)}</a></li>' for name, words, _ in own)
    return f"<section><{level}>The report asserts in its own voice</{level}><ul>{items}</ul></section>"

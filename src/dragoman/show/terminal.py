"""A reading on a terminal, with Rich."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.record import Commitment, Reading, Span
from dragoman.show.periods import in_words
from dragoman.show.wording import Wording, one_line, quoted

_QUOTE = 160  # characters of evidence in a table's cell
_STATUS_STYLES = {"future": "cyan", "hypothetical": "magenta", "historical": "dim", "negated": "bold red"}


def print_reading(reading: Reading, console: Console) -> None:
    """Print a reading.

    Args:
        reading: the reading.
        console: where to; colours and width are its own.
    """
    console.print(record(reading))


def record(reading: Reading) -> RenderableType:
    """A reading as something that Rich prints: warnings first, then who, what, instruments, who says what, and the rest."""
    wording = Wording(reading)
    sections = (_head(wording), _who(wording), _what(wording), _instruments(wording), _promises(wording), _claims(wording),
                _positions(wording), _figures(wording))  # fmt: skip
    shown = [part for section in sections for part in section]
    if len(shown) == len(_head(wording)):
        shown.append(Text("\nNothing that Dragoman keeps was found in this report.", style="dim"))
    return Group(*shown)


def _section(name: str, *parts: RenderableType) -> list[RenderableType]:
    return [Text(), Rule(Text(name, style="bold"), align="left", style="dim"), *parts]


def _indented(text: Text, by: int = 2) -> RenderableType:
    return Padding(text, (0, 0, 0, by))


def _item(name: str, *lines: Text, by: int = 0) -> RenderableType:
    """A fact's id, and its lines beside it."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column()
    grid.add_row(name, Group(*lines))
    return Padding(grid, (0, 0, 0, by))


def _with(line: Text, details: Iterable[str]) -> Text:
    """A line, what else is known after it in brackets."""
    more = _details(details)
    return line.append(f" ({more})", style="dim") if more else line


def _quote(spans: Iterable[Span]) -> Text:
    return Text(quoted(spans, _QUOTE), style="dim")


def _details(parts: Iterable[str]) -> str:
    return "; ".join(parts)


def _head(wording: Wording) -> list[RenderableType]:
    reading = wording.reading
    report = reading.report
    parts: list[RenderableType] = []
    for warning in reading.warnings:
        parts.append(Text.assemble(("Warning: ", "bold yellow"), one_line(warning.message)))
        if warning.evidence:
            parts.append(_indented(Text(quoted(warning.evidence, _QUOTE), style="dim")))
    if parts:
        parts.append(Text())
    parts.append(Text(one_line(report.title or "(no title)"), style="bold"))
    origin = [*report.byline, report.publisher, report.dateline.place, report.dateline.agency, report.url]
    stamped = f"published {in_words(report.published)}" if report.published else ""
    line = ", ".join(one_line(word) for word in [*origin, stamped] if word)
    if line:
        parts.append(Text(line, style="dim"))
    style = "" if reading.reference_date.agrees else "yellow"
    parts.append(Text.assemble("Written on: ", (wording.dated(), style)))
    return parts


def _who(wording: Wording) -> list[RenderableType]:
    if not wording.reading.actors:
        return []
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    for actor in wording.reading.actors:
        belongs = wording.actor(actor.country) if actor.country and actor.country != actor.id else ""
        said = wording.office(actor) or belongs
        kind = actor.kind + (f", {actor.sector}" if actor.sector and actor.kind != "state" else "")
        table.add_row(Text(one_line(actor.name), style="bold"), Text(kind, style="dim"), Text(said))
    return _section("Who", table)


def _what(wording: Wording) -> list[RenderableType]:
    if not wording.reading.events:
        return []
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for name, ratio in (("", 0), ("when", 2), ("what", 2), ("who → whom", 3), ("in the report's words", 6)):
        table.add_column(name, ratio=ratio or None, no_wrap=not ratio, overflow="fold")
    for event in wording.reading.events:
        style = _STATUS_STYLES.get(event.status, "")
        told = Text(quoted(event.evidence, _QUOTE))
        details = _details(wording.circumstances(event))
        if details:
            told.append("\n" + details, style=style or "dim")
        when = in_words(event.time) if event.time else "–"
        table.add_row(event.id, when, Text(wording.kind(event), style=style or "bold"), wording.dealing(event), told)
    return _section("What", table)


def _instruments(wording: Wording) -> list[RenderableType]:
    parts: list[RenderableType] = []
    for instrument in wording.reading.instruments:
        lines = [Text(one_line(instrument.name), style="bold"), Text(_details(wording.standing(instrument)), style="dim")]
        lines += [Text(relation) for relation in wording.relations(instrument)]
        parts.append(_item(instrument.id, *filter(None, lines)))
        parts += [_commitment(wording, commitment, by=4) for commitment in instrument.commitments]
    return _section("Instruments", *parts) if parts else []


def _commitment(wording: Wording, commitment: Commitment, by: int = 0) -> RenderableType:
    line = Text(wording.undertaking(commitment), style="red" if commitment.negated else "")
    return _item(commitment.id, _with(line, wording.conditions(commitment)), _quote(commitment.evidence), by=by)


def _promises(wording: Wording) -> list[RenderableType]:
    parts = [_commitment(wording, commitment) for commitment in wording.reading.commitments]
    return _section("Undertakings without an instrument", *parts) if parts else []


def _claims(wording: Wording) -> list[RenderableType]:
    parts: list[RenderableType] = []
    for claims in wording.claims():
        parts.append(Text.assemble((claims.source, "bold"), ":"))
        parts += [_item(s.id, _with(Text(quoted(s.content)), wording.said_to(s)), by=2) for s in claims.statements]
    own = wording.own_assertions()
    if own:
        parts.append(Text("The report, in its own voice:", style="bold"))
        parts += [_item(name, Text(words), by=2) for name, words, _ in own]
    return _section("Who says what", *parts) if parts else []


def _positions(wording: Wording) -> list[RenderableType]:
    parts = [_item(p.id, _with(Text(wording.stance(p)), wording.grounds(p)), _quote(p.evidence)) for p in wording.reading.positions]
    return _section("Positions", *parts) if parts else []


def _figures(wording: Wording) -> list[RenderableType]:
    parts = [_item(f.id, _with(Text(wording.amount(f)), wording.hearsay(f)), _quote(f.evidence)) for f in wording.reading.figures]
    return _section("Figures", *parts) if parts else []

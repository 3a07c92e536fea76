"""Numbers of people killed, injured, displaced or detained."""

from __future__ import annotations

from dragoman.lexicon.measures import Measure, people_by_verb, people_by_word
from dragoman.reading.draft import Draft, FigureNote
from dragoman.reading.figure_ends import Ends
from dragoman.reading.instrument_uses import Uses
from dragoman.reading.quantities import Quantity

_PEOPLE = {
    "people", "person", "persons", "man", "men", "woman", "women", "child", "children", "civilian", "civilians", "soldier", "soldiers",
    "activist", "activists",
    "troops", "protester", "protesters", "demonstrator", "demonstrators", "policeman", "policemen", "passenger", "passengers", "rebel", "rebels",
    "guerrilla", "guerrillas", "militant", "militants", "fighter", "fighters", "others", "victim", "victims", "refugee", "refugees",
    "sailor", "sailors",
    "crewman", "crewmen", "member", "members", "official", "officials", "journalist", "journalists", "diplomat", "diplomats", "student", "students",
}  # fmt: skip

_SUFFERED = {"suffer", "suffered", "suffers", "suffering", "sustain", "sustained", "lose", "lost", "loses", "losing"}
_INFLICTED = {"inflict", "inflicted", "inflicting", "cause", "caused", "causing"}


def people_figure(draft: Draft, quantity: Quantity, uses: Uses, ends: Ends, before: list[FigureNote]) -> FigureNote | None:
    """The figure of a number of people to whom something is done; None where it tells nothing of the kind."""
    if quantity.kind != "items":
        return None
    doc = draft.doc
    noun = doc[quantity.noun]
    follows = doc[quantity.stretch[1]] if quantity.stretch[1] < len(doc) else noun
    told = people_by_word().get(noun.lower_) or people_by_word().get(follows.lower_ if follows.lower_ == "dead" else "")
    if told is None and quantity.stretch[1] - quantity.stretch[0] == 1 or noun.i == follows.i:
        told = people_by_verb().get(follows.lower_) if follows.lower_.endswith("ed") else told  # "and 40 wounded"
    killer: str | None = None
    host: str | None = None
    anchor = noun.i
    if told is None:
        if not (noun.like_num or noun.lower_ in _PEOPLE or noun._.entity == "person"):
            return None
        found = _by_verb(draft, quantity, uses) or _toll(draft, quantity, uses)
        if found is None:
            return None
        told, anchor = found
        if draft.statuses.get(anchor, "actual") in {"hypothetical", "future", "negated"}:
            return None
        frame = draft.frames[uses.frame_of[anchor]]
        agent = next((p for h in frame.slots.get("subj", ()) for p in ends.ids(h)), None) if told.who == "obj" else None
        if told.agent == "to":
            host = agent
        elif told.who == "obj":
            killer = agent or (_assailant(draft, anchor, ends) or _before(before, told, quantity) if told.measure in {"killed", "injured"} else None)
    loser, doer = _sides(draft, noun.i, uses, ends)
    killer = killer or doer
    victims = [loser] if loser is not None else [host] if host is not None else ends.ids(noun.i) if noun.i != anchor or noun.lower_ in _PEOPLE else []
    start, end = min(quantity.stretch[0], anchor), max(quantity.stretch[1], anchor + 1)
    return FigureNote(
        measure=told.measure, evidence=[(start, end)], from_=killer, to=next((v for v in victims if v != killer), None),
        value=quantity.value, unit="people",
        period=_period(draft, quantity), attribution=draft.attribution_at(quantity.stretch[0]), rule=told.id,
    )  # fmt: skip


def _sides(draft: Draft, noun: int, uses: Uses, ends: Ends) -> tuple[str | None, str | None]:
    """Whose losses a number tells, and who inflicted them ("Norway suffered 300 casualties")."""
    for use in uses.of(noun):
        if use.frame is not None and use.role == "obj" and use.form in _SUFFERED | _INFLICTED:
            who = next((p for h in draft.frames[use.frame].slots.get("subj", ()) for p in ends.ids(h)), None)
            return (who, None) if use.form in _SUFFERED else (None, who)
    return None, None


def _by_verb(draft: Draft, quantity: Quantity, uses: Uses) -> tuple[Measure, int] | None:
    verbs = people_by_verb()
    for head in range(quantity.stretch[0], max(quantity.noun + 1, quantity.stretch[1])):
        for use in uses.of(head):
            measure = verbs.get(use.form.split("_")[0])
            if measure is not None and use.frame is not None and use.role == measure.who:
                return measure, use.anchor
    return None


def _toll(draft: Draft, quantity: Quantity, uses: Uses) -> tuple[Measure, int] | None:
    """ "the death toll rose to 23"."""
    verb = draft.doc[quantity.noun].head
    if verb.i in uses.frame_of and any(draft.doc[h].lower_ == "toll" for h in draft.frames[uses.frame_of[verb.i]].slots.get("subj", ())):
        return people_by_verb()["killed"], verb.i
    return None


def _before(before: list[FigureNote], told: Measure, quantity: Quantity) -> str | None:
    """Who did it to those counted a few sentences before, where this number says nothing else."""
    last = next((n for n in reversed(before) if n.measure == told.measure), None)
    return last.from_ if last is not None and quantity.stretch[0] - last.evidence[0][1] < 70 else None


def _assailant(draft: Draft, anchor: int, ends: Ends) -> str | None:
    """Who used force in the same sentence or the one before."""
    doc = draft.doc
    start = doc[max(0, doc[anchor].sent.start - 1)].sent.start
    near = [e for e in draft.events if e.type == "ASSAULT" and start <= e.anchor < doc[anchor].sent.end and e.actors]
    if near:
        return near[-1].actors[0] if len(near[-1].actors) == 1 else None
    for frame in draft.frames:
        if start <= frame.anchor < anchor and any(e.type == "ASSAULT" for e in draft.lexicon.event_index.get(("verb", frame.lemma), ())):
            states = [p for h in frame.slots.get("subj", ()) for p in ends.ids(h)]
            if states:
                return states[0]
    return None


def _period(draft: Draft, quantity: Quantity) -> str | None:
    """The time of the sentence, else of the one before."""
    doc = draft.doc
    sentence = doc[quantity.stretch[0]].sent
    start = doc[max(0, sentence.start - 1)].sent.start
    notes = [n for n in draft.times if n.value and n.kind != "duration" and start <= n.stretch[0] < sentence.end]
    return notes[-1].value if notes else None

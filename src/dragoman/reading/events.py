"""Events: frames that a lexicon entry makes a happening between international actors.

Where one verb governs another ("refused to withdraw") the outer one is the event and the inner is swallowed; one
happening told twice in a report is one event with more evidence.
"""

from __future__ import annotations

from itertools import chain

from dragoman.lexicon.instruments import nouns_by_form
from dragoman.reading.acts_of_speech import acts_of_speech
from dragoman.reading.draft import Draft, EventNote, Frame, Stretch, stage
from dragoman.reading.matching import Match, actors_in, inherited, is_international, matches, others_under, parties_of_noun
from dragoman.reading.settings import Times, is_historical, place_of, time_of, times_by_predicate
from dragoman.record.edtf import overlap

# Actors, recipients and participants.
Parties = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
# The entry that a frame fires, and its parties where they are all named.
Choice = tuple[Match, Parties | None]


@stage("events")
def find_events(draft: Draft) -> None:
    """Fill ``draft.events``, in the order of their anchors."""
    chosen: dict[int, Choice] = {}
    times = times_by_predicate(draft)
    instruments = nouns_by_form()
    for k, frame in enumerate(draft.frames):
        if draft.title_end <= frame.anchor < draft.body:
            continue
        bare = frame.kind == "noun" and frame.light is None and "comp" not in frame.slots
        if bare and draft.doc[frame.anchor].lower_ in instruments:
            continue  # "the agreement" alone names an instrument, not an act
        found = [m for m in matches(draft, frame) if not (_tells_habits(m) and _is_habit(draft, frame, times))]
        # An entry whose parties are all named fires before one that must take them over from the event before.
        named = ((m, p) for m in found if (p := _parties(draft, m, frame)) is not None)
        taking_over = ((m, None) for m in found if m.entry.reciprocal and frame.kind == "noun")
        choice = next(chain(named, taking_over), None)
        if choice is not None:
            chosen[k] = choice
    swallowed = _swallowed(draft, chosen)
    notes: list[EventNote] = []
    for k in chosen:
        if draft.frames[k].anchor in swallowed:
            continue
        recent = next((n for n in reversed(notes) if len({*n.actors, *n.recipients}) > 1), None)
        note = _event(draft, k, chosen, times, recent)
        if note is not None:
            notes.append(note)
    notes += acts_of_speech(draft, swallowed)
    draft.events = _merged(draft, notes)


# Types that are done to somebody by words: the other side may stand anywhere in what is said.
_BY_WORDS = {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE"}
# Bare plurals that go on with what the parties of the last event do ("Talks are due to begin on Friday").
_GOES_ON = {"talk", "negotiation", "discussion", "consultation"}
# Types whose predicate governs the act that it is about: the act's other side is theirs.
_GOVERNS = {"AGREE", "THREATEN", "REJECT", "REQUEST"}
_COOPERATIVE = {"SUPPORT", "COOPERATE", "AID"}


def _parties(
    draft: Draft, match: Match, frame: Frame, recent: EventNote | None = None
) -> Parties | None:
    """Actors, recipients and participants of a match; None where too few of them are international.

    Args:
        draft: the draft.
        match: the entry and its slots.
        frame: the frame.
        recent: the event told last, whose parties a nominal happening without its own ("the talks") takes over.
    """
    entry, slots = match.entry, match.slots
    actors, named, fillers, actor_role = actors_in(draft, slots, entry.actor, things=entry.type not in _BY_WORDS)
    rest = {role: [i for i in heads if i not in fillers] for role, heads in slots.items()}
    wanted = tuple(r for r in entry.recipient if r != "inner")
    recipients, also_named, _, role = actors_in(draft, rest, wanted, barred=actors)
    reciprocal = entry.reciprocal or (role == "with" and entry.type in {"AGREE", "CONSULT", "COOPERATE"}) or "each_other" in slots
    participants = tuple(dict.fromkeys(named + (also_named if reciprocal else ())))
    if not recipients and entry.type in _BY_WORDS and actors:
        recipients = others_under(draft, [i for r in ("obj", "comp", "of", "on", "for", "about", "over") for i in rest.get(r, [])], actors)
    if entry.type == "ASSAULT" and actors and not recipients and not reciprocal:
        recipients = others_under(
            draft, [i for r in ("obj", "on", "at", "in", "into", "against") for i in rest.get(r, [])], actors, places=True
        )
    if entry.mode == "visit" and actors and not recipients:
        recipients = _host(draft, frame, actors)
    if reciprocal:
        alone = not actors or actor_role == "with"
        actors, recipients = tuple(dict.fromkeys(actors + recipients)), ()
        if frame.kind == "noun" and recent is not None and alone:
            if actors:  # "talks with X": the one whom the report has just told of
                actors = tuple(dict.fromkeys((*recent.actors[:1], *actors)))
            elif frame.lemma in _GOES_ON:
                actors = tuple(dict.fromkeys(recent.actors + recent.recipients))
    if not actors:
        return None
    parties = [a for a in dict.fromkeys(actors + recipients) if is_international(draft, a)]
    if len(parties) < entry.parties or len(actors) < 2 <= entry.parties and reciprocal:
        return None
    if entry.parties and not any(is_international(draft, a) for a in actors):
        return None
    return actors, recipients, participants


def _tells_habits(match: Match) -> bool:
    return match.entry.type in {"COOPERATE", "AID"} or match.entry.mode == "visit"


def _is_habit(draft: Draft, frame: Frame, times: Times) -> bool:
    """Whether a verb in the simple present, without a day, tells what is usual or when something else happens ("China sells
    shoes to Russia", "when he arrives")."""
    if times.own.get(frame.anchor):
        return False
    token = draft.doc[frame.anchor]
    if frame.kind != "verb" or token.morph.get("Tense", []) != ["Pres"] or token.morph.get("VerbForm", []) != ["Fin"]:
        return False
    return token.i >= draft.body and not any(c.dep_.startswith("aux") for c in token.children)


def _host(draft: Draft, frame: Frame, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a visitor visits where the verb does not say: who receives him ("his visiting counterpart"), or where it is told from."""
    token = draft.doc[frame.anchor]
    for child in token.head.children if token.dep_ == "amod" else ():
        if child.dep_ == "nmod:poss":
            hosts = tuple(s for s in draft.states_at(child.i) if s not in actors)
            if hosts:
                return hosts
    for mention in draft.mentions:
        if token.sent.start <= mention.head < token.sent.end and mention.as_place:
            hosts = tuple(draft.responsible(a) for a in mention.actors if draft.responsible(a) not in actors)
            if hosts:
                return hosts
    filed = draft.world.find(draft.report.dateline.place, draft.date.value) if draft.report.dateline.place else []
    home = tuple(s.id for s in filed[:1] if s.kind == "state" and s.id not in actors)
    return home or others_under(draft, [token.sent.root.i], actors)


def _swallowed(draft: Draft, chosen: dict[int, Choice]) -> set[int]:
    """Anchors that stand in the complement of a governing event ("agreed to *lift sanctions*")."""
    anchors: set[int] = set()
    for k, (match, _) in chosen.items():
        if match.entry.inner is None:
            continue
        governor = draft.frames[k].anchor
        roots = [
            i for role in ("comp", "on", "to", "for", "of", "obj", "purpose") for i in draft.frames[k].slots.get(role, []) if i != governor
        ]
        if governor in anchors:
            continue
        for root in roots:
            stack = [draft.doc[root]]
            while stack:
                token = stack.pop()
                if token.i != governor:
                    anchors.add(token.i)
                stack += [c for c in token.children if c.dep_ not in {"acl:relcl", "parataxis", "advcl", "appos"} and c.i != governor]
    return anchors


def _event(draft: Draft, k: int, chosen: dict[int, Choice], times: Times, recent: EventNote | None) -> EventNote | None:
    frame = draft.frames[k]
    match, parties = chosen[k]
    entry = match.entry
    if frame.kind == "noun":
        parties = _parties(draft, match, frame, recent)
    if parties is None:
        return None
    actors, recipients, participants = parties
    if not recipients and not entry.reciprocal and ("inner" in entry.recipient or (entry.type in _GOVERNS and "comp" in match.slots)):
        recipients = _inner_recipients(draft, k, chosen, actors)
    strikes_back = entry.type == "ASSAULT" and recent is not None and recent.type == "ASSAULT" and set(actors) == set(recent.recipients)
    if not recipients and recent is not None and strikes_back:
        recipients = recent.actors
    status = draft.statuses.get(frame.anchor, "actual")
    if frame.light is not None and draft.statuses.get(frame.light, "actual") != "actual":
        status = draft.statuses[frame.light]
    time = time_of(draft, frame, times)
    if time is None and status == "actual" and _performs(draft, frame):
        time = draft.date.value
    if status == "actual" and is_historical(time, draft.date.value):
        status = "historical"
    # PLOVER codes cooperation that is promised or planned as AGREE; the status tells the rest.
    kind = "AGREE" if status == "future" and entry.type in _COOPERATIVE else entry.type
    return EventNote(
        type=kind, anchor=frame.anchor, stretch=_evidence(draft, frame, match), actors=actors, recipients=recipients,
        participants=participants, mode=entry.mode, contexts=entry.contexts, cameo=entry.cameo, time=time, place=place_of(draft, frame),
        status=status, attribution=draft.attribution_at(frame.anchor), confidence=_confidence(match, recipients, entry.reciprocal, len(actors)),
        frame=k, rule=entry.id,
    )  # fmt: skip


def _performs(draft: Draft, frame: Frame) -> bool:
    """Whether the text itself does the act as it is given ("We condemn ..."): its day is the text's."""
    token = draft.doc[frame.anchor]
    present = token.morph.get("Tense", []) == ["Pres"] and not any(c.dep_.startswith("aux") for c in token.children)
    return present and any(draft.doc[i].lower_ in {"we", "i"} for i in frame.slots.get("subj", []))


def _same_meeting(notes: list[EventNote]) -> None:
    """What somebody said in a meeting or call that the report dates was said on that day."""
    for k, note in enumerate(notes):
        if note.time is None and note.status == "actual" and note.participants and note.type != "CONSULT":
            meetings = (m for m in notes[:k] if m.type == "CONSULT" and m.status == "actual" and set(m.participants) & set(note.participants))
            note.time = next((m.time for m in meetings if m.time), None)


def _inner_recipients(draft: Draft, k: int, chosen: dict[int, Choice], actors: tuple[str, ...]) -> tuple[str, ...]:
    """The other side of the governed act: whom it would be done to, else who is to do it."""
    for j, inner in enumerate(draft.frames):
        if inner.governor != k:
            continue
        found = chosen[j][1] if j in chosen else None
        others = tuple(a for a in ((found[1] or found[0]) if found else ()) if a not in actors)
        if others:
            return others
        deeper = _inner_recipients(draft, j, chosen, actors)
        if deeper:
            return deeper
        slots = inherited(draft, inner)
        for role in ("with", "from", "against", "to", "on", "obj", "iobj"):
            for i in slots.get(role, []):
                ids = draft.actors_at(i) or parties_of_noun(draft, i)
                others = tuple(dict.fromkeys(draft.responsible(a) for a in ids))
                others = tuple(a for a in others if a not in actors and is_international(draft, a))
                if others:
                    return others
    return ()


def _evidence(draft: Draft, frame: Frame, match: Match) -> Stretch:
    """From the first to the last word of the predicate and its nearest arguments, within the sentence."""
    sentence = draft.doc[frame.anchor].sent
    places = [frame.anchor] + ([frame.light] if frame.light is not None else [])
    for role in ("subj", "obj", "iobj", "poss", "with", "between", "against", "to", "on", "of", "comp"):
        for i in match.slots.get(role, []):
            if sentence.start <= i < sentence.end:
                places.append(i)
                if role in {"subj", "obj", "poss", "comp"}:
                    first, last = draft.subtree(i)
                    if role in {"obj", "comp"}:
                        places.append(min(last, sentence.end) - 1)
                    if role in {"subj", "poss"}:
                        places.append(max(first, sentence.start))
    start, end = min(places), max(places) + 1
    while end - 1 > frame.anchor and draft.doc[end - 1].is_punct:
        end -= 1
    return start, end


def _confidence(match: Match, recipients: tuple[str, ...], reciprocal: bool, count: int) -> float:
    """A plain score of how much speaks for the reading: constraints met and both sides named. Not calibrated."""
    both = bool(recipients) or (reciprocal and count > 1)
    return round(min(0.95, 0.5 + 0.12 * match.score + (0.2 if both else 0.0)), 2)


def _merged(draft: Draft, notes: list[EventNote]) -> list[EventNote]:
    """One event for one happening: the same type and parties at compatible times, told again."""
    kept: list[EventNote] = []
    body = draft.body or draft.title_end
    for note in sorted(notes, key=lambda n: (n.anchor < body, n.anchor)):
        twin = next((k for k in kept if _same(draft, k, note)), None)
        if twin is None:
            kept.append(note)
            continue
        twin.also.append(note.stretch)
        twin.time = twin.time or note.time
        twin.place = twin.place or note.place
        twin.participants = tuple(dict.fromkeys(twin.participants + note.participants))
        twin.recipients = twin.recipients or tuple(a for a in note.recipients if a not in twin.actors)
        told = note.frame is not None and draft.frames[note.frame].kind == "verb"
        if twin.status in {"future", "hypothetical"} and note.status == "actual" and note.anchor >= body and told:
            twin.status = note.status
        if twin.attribution and not note.attribution:
            twin.attribution = ()
        twin.confidence = round(min(0.97, twin.confidence + 0.05), 2)
    kept.sort(key=lambda n: n.anchor)
    _same_meeting(kept)
    return kept


# Acts by which one side does several different things to another in one meeting or statement.
_ACTS_OF_WORD = {"SUPPORT", "REQUEST"}


def _retold(draft: Draft, a: EventNote, b: EventNote) -> bool:
    """Whether the later telling can be the same act: told in the headline, by the same word, of the same thing, or by a noun."""
    if min(a.anchor, b.anchor) < draft.title_end or a.frame is None or b.frame is None:
        return True
    first, second = draft.frames[a.frame], draft.frames[b.frame]
    if first.lemma == second.lemma or a.rule == b.rule:
        return True
    if second.kind == "noun" and any(c.lower_ in {"the", "this", "that"} or c.dep_ == "nmod:poss" for c in draft.doc[b.anchor].children):
        return True
    things = [{draft.doc[i].lemma_.lower() for role in ("obj", "of", "comp") for i in f.slots.get(role, [])} for f in (first, second)]
    return bool(things[0] & things[1])


def _other_thing(draft: Draft, a: Frame, b: Frame) -> bool:
    """Whether the later of two acts is done to a new thing ("signed a treaty ... issued *a separate declaration*")."""
    first, second = ([draft.doc[i] for i in f.slots.get("obj", []) or f.slots.get("of", []) if draft.doc[i].pos_ == "NOUN"] for f in (a, b))
    if not first or not second or {t.lemma_ for t in first} & {t.lemma_ for t in second}:
        return False
    return any(c.lower_ in {"a", "an", "another", "separate", "second", "further"} for t in second for c in t.children)


def _same(draft: Draft, a: EventNote, b: EventNote) -> bool:
    unlike = a.status != b.status
    if a.type != b.type or (unlike and {"negated", "historical"} & {a.status, b.status}):
        return False
    if a.time and b.time and not overlap(a.time, b.time):
        return False
    if a.frame is not None and b.frame is not None and _other_thing(draft, draft.frames[a.frame], draft.frames[b.frame]):
        return False
    if a.type == "SUPPORT" and a.rule == b.rule and set(b.actors) <= set(a.actors) and not a.recipients:
        return True  # "Russia had signed such a document": one party's share of a signing told before
    if (a.type in _ACTS_OF_WORD or (unlike and a.type != "CONSULT")) and not _retold(draft, a, b):
        return False
    if set(a.actors) == set(b.actors):
        if set(a.recipients) == set(b.recipients):
            return True
        # One telling leaves the other side out: the same happening unless other persons are named as doing it.
        strangers = a.participants and b.participants and not set(a.participants) & set(b.participants)
        return (not a.recipients or not b.recipients) and not strangers
    everyone_a, everyone_b = set(a.actors) | set(a.recipients), set(b.actors) | set(b.recipients)
    if a.type == "CONSULT":
        return everyone_a == everyone_b
    return False

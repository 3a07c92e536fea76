"""Events: which predicates, with which arguments, are which PLOVER event, and who stands in which role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from dragoman.lexicon.cues import plural_pair
from dragoman.lexicon.inflection import forms_of
from dragoman.lexicon.loading import LexiconError, read_entries
from dragoman.record.kinds import EVENT_TYPES

_SHARED_MODES = ("assist", "change", "yield", "meet")

# PLOVER 1.3, chapter 3: the modes of each type; the types that are not here have none.
MODES: dict[str, tuple[str, ...]] = {
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "RETREAT": ("withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": _SHARED_MODES,
    "REJECT": _SHARED_MODES,
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "THREATEN": ("restrict", "ban", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "ban", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "execute", "sexual", "assassinate", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "cleansing", "massacre", "unconventional", "sideAB",
    ),
}  # fmt: skip

# PLOVER 1.3, table 2.1.
CONTEXTS: tuple[str, ...] = (
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy", "pro_autocracy",
    "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression", "human_security", "gender", "lgbt",
    "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration", "disasters",
    "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber", "misinformation", "crime", "corruption",
    "illegal_drugs", "trafficking",
)  # fmt: skip

INNER = ("future", "hypothetical", "negated")


@dataclass(frozen=True)
class EventExample:
    """A sentence that holds the entry's event, with the ids expected for actors and recipients."""

    text: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


@dataclass(frozen=True)
class EventEntry:
    """One behaviour and the predicates that tell it.

    Attributes:
        id: "type.short-name", unique.
        type: one of PLOVER's 16.
        verbs, nouns, adjectives: lemmas, a particle joined by "_".
        light: verbs that support the nouns ("hold talks").
        needs: slot, or several joined by "|", -> head lemmas, "@class" or "*"; every key must match, in one of its slots.
        unless: the same; no key may match.
        actor, recipient: slots in order of preference; in `recipient`, "inner" stands for those of the governed clause's event.
        reciprocal: all parties are actors.
        parties: the least number of distinct international actors involved.
        inner: the status that a governed event would have; it is then no event of its own. None: it stays one.
        wrong: sentences that the entry must leave alone.
    """

    id: str
    type: str
    mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    light: tuple[str, ...]
    needs: Mapping[str, tuple[str, ...]]
    unless: Mapping[str, tuple[str, ...]]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    reciprocal: bool
    parties: int
    inner: str | None
    examples: tuple[EventExample, ...]
    wrong: tuple[str, ...]


_KEYS = {f.name for f in fields(EventEntry)} - {"wrong"} | {"not"}


@lru_cache(maxsize=1)
def load_classes() -> dict[str, frozenset[str]]:
    """Class name, without "@" -> its words in lower case, each in all its forms.

    All forms, because a tagger's lemma may be off ("troops" for "troop"); the words of constraints get them too.
    """
    found = {}
    for path, entry in read_entries("classes"):
        kind = entry.get("kind", "noun")
        if kind not in ("noun", "verb"):
            raise LexiconError(f"{path}: class {entry['id']} has kind {kind}; it is noun or verb")
        forms = forms_of if kind == "verb" else plural_pair
        found[entry["id"]] = frozenset(form for word in _words(path, entry, "words") for form in forms(word))
    return found


@lru_cache(maxsize=1)
def load_events() -> tuple[EventEntry, ...]:
    """All event entries, in the order of the files.

    Raises:
        LexiconError: where an entry has an unknown key, type, mode, context or class, or no predicate or actor.
    """
    return tuple(_entry(path, entry) for path, entry in read_entries("events"))


def _entry(path: str, raw: dict[str, Any]) -> EventEntry:
    name = raw["id"]

    def fail(message: str) -> LexiconError:
        return LexiconError(f"{path}: entry {name} {message}")

    unknown = set(raw) - _KEYS
    if unknown:
        raise fail(f"has the unknown key {sorted(map(str, unknown))[0]}; the keys are {', '.join(sorted(_KEYS))}")
    kind, mode, inner = raw.get("type"), raw.get("mode"), raw.get("inner")
    if kind not in EVENT_TYPES:
        raise fail(f"has type {kind}; it is one of {', '.join(EVENT_TYPES)}")
    if mode is not None and mode not in MODES.get(kind, ()):
        raise fail(f"has mode {mode}; the modes of {kind} are {', '.join(MODES.get(kind, ())) or 'none'}")
    if inner is not None and inner not in INNER:
        raise fail(f"has inner {inner}; it is one of {', '.join(INNER)}, or left out")
    contexts = _words(path, raw, "contexts")
    wrong_contexts = [c for c in contexts if c not in CONTEXTS]
    if wrong_contexts:
        raise fail(f"has context {wrong_contexts[0]}; the contexts are {', '.join(CONTEXTS)}")
    actor = _words(path, raw, "actor")
    if not actor:
        raise fail("names no actor; list the slots to look in under 'actor'")
    verbs, nouns, adjectives = (_words(path, raw, key) for key in ("verbs", "nouns", "adjectives"))
    if not verbs + nouns + adjectives:
        raise fail("has no predicate; add lemmas under 'verbs', 'nouns' or 'adjectives'")
    parties = raw.get("parties", 1)
    if parties not in (0, 1, 2):
        raise fail(f"has parties {parties}; it is 0, 1 or 2")
    try:
        examples = tuple(EventExample(e["text"], tuple(e["actors"]), tuple(e["recipients"])) for e in raw["examples"])
    except (KeyError, TypeError) as error:
        raise fail("has an example that lacks one of text, actors and recipients") from error
    return EventEntry(
        id=name,
        type=kind,
        mode=mode,
        cameo=raw.get("cameo"),
        contexts=contexts,
        verbs=verbs,
        nouns=nouns,
        adjectives=adjectives,
        light=_words(path, raw, "light"),
        needs=_constraints(path, raw, "needs"),
        unless=_constraints(path, raw, "unless"),
        actor=actor,
        recipient=_words(path, raw, "recipient"),
        reciprocal=bool(raw.get("reciprocal", False)),
        parties=parties,
        inner=inner,
        examples=examples,
        wrong=_words(path, raw, "not"),
    )


def _words(path: str, raw: dict[str, Any], key: str) -> tuple[str, ...]:
    return _listed(path, raw, key, raw.get(key) or [])


def _listed(path: str, raw: dict[str, Any], key: str, words: object) -> tuple[str, ...]:
    # YAML reads a bare on, off, yes or no as a truth value.
    if not isinstance(words, list) or not all(isinstance(w, str) for w in words):
        raise LexiconError(f"{path}: entry {raw['id']} needs a list of words under {key}; put on, off, yes, no and numbers in quotes")
    return tuple(words)


def _constraints(path: str, raw: dict[str, Any], key: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for slot, words in (raw.get(key) or {}).items():
        if not isinstance(slot, str):
            raise LexiconError(f"{path}: entry {raw['id']} has the slot {slot} under {key}; put on and off in quotes")
        listed = _listed(path, raw, f"{key}: {slot}", words)
        for word in listed:
            if word.startswith("@") and word[1:] not in load_classes():
                raise LexiconError(f"{path}: entry {raw['id']} names the class {word}, which no file in entries/classes has")
        found[slot] = tuple(dict.fromkeys(form for word in listed for form in _forms(word, slot)))
    return found


def _forms(word: str, slot: str) -> Iterable[str]:
    """A constraint's word, then its other forms: the plural of a noun, the verb forms of what a clause is about."""
    if word == "*" or word.startswith("@"):
        return (word,)
    return (word, *(sorted(forms_of(word)) if slot == "comp" else plural_pair(word)))

"""Coreference of instruments: which mentions mean the same treaty, pact or declaration."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.lexicon.instruments import KnownInstrument
from dragoman.reading.draft import Draft
from dragoman.reading.instrument_mentions import InstrumentMention

# Nouns of these families can mean one instrument, the second with a word or name in common only.
_SAME = {("contract", "contract"), ("statement", "statement"), ("resolution", "resolution"), ("protocol", "protocol"), ("truce", "truce")}
_NEAR = {("contract", "protocol"), ("protocol", "contract"), ("contract", "truce"), ("truce", "contract")}


_COMMON = {"trade", "international", "general", "agreement", "treaty", "convention", "protocol", "accord", "pact", "and", "on", "of", "the"}


@dataclass
class Group:
    """Mentions that mean one instrument, and what they tell together.

    ``realised`` is whether some mention says that it exists (signed, in force, known by name).
    """

    mentions: list[InstrumentMention] = field(default_factory=list)
    known: KnownInstrument | None = None
    family: str = "any"
    lemmas: set[str] = field(default_factory=set)
    name: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    parties: list[str] = field(default_factory=list)
    year: str | None = None
    number: str | None = None
    realised: bool = False
    last_sentence: int = 0

    def add(self, mention: InstrumentMention, sentence: int) -> None:
        """Take a mention in."""
        self.mentions.append(mention)
        if not (self.mentions[:-1] and mention.fresh):
            self.known = self.known or mention.known
        if self.family == "any" and mention.noun is not None:
            self.family = mention.noun.family
        self.lemmas.add(mention.lemma)
        self.name |= mention.name
        self.modifiers |= mention.modifiers
        self.topics |= mention.topics
        self.parties += [p for p in mention.parties if p not in self.parties]
        self.year = self.year or mention.year
        self.number = self.number or mention.number
        self.last_sentence = sentence

    def absorb(self, other: Group) -> None:
        """Take all mentions of another group in."""
        for mention in other.mentions:
            self.add(mention, max(self.last_sentence, other.last_sentence))
        self.realised = self.realised or other.realised
        self.mentions.sort(key=lambda m: m.head)


def group(draft: Draft, mentions: list[InstrumentMention], realised: set[int], linked: dict[int, int], apart: dict[int, set[int]]) -> list[Group]:
    """Group the mentions.

    Args:
        draft: the draft.
        mentions: in the order of the words.
        realised: heads of mentions that are said to be signed, issued or the like.
        linked: head -> head of the mention before it that it is put beside ("the ABM treaty, the only agreement").
        apart: head -> heads that fill other slots of the same predicate, and so mean something else.
    """
    sentence_of = {t.i: n for n, s in enumerate(draft.doc.sents) for t in s}
    groups: list[Group] = []
    of_head: dict[int, Group] = {}
    for mention in [*(m for m in mentions if not m.title), *(m for m in mentions if m.title)]:
        sentence = sentence_of[mention.head]
        found = of_head.get(linked.get(mention.head, -1)) or _find(
            [g for g in groups if not any(m.head in apart.get(mention.head, ()) for m in g.mentions)], mention, sentence, mention.head in realised
        )
        if found is None:
            if not _may_open(mention, mention.head in realised):
                continue
            found = Group()
            groups.append(found)
        found.add(mention, max(sentence, found.last_sentence))
        found.realised = found.realised or mention.head in realised or mention.known is not None or mention.year is not None
        of_head[mention.head] = found
    for one in groups:
        one.mentions.sort(key=lambda m: m.head)
    return sorted(groups, key=lambda g: g.mentions[0].head)


def _may_open(mention: InstrumentMention, realised: bool) -> bool:
    """Whether a mention can be the first of its instrument."""
    if mention.known is not None:
        return True
    noun = mention.noun
    if noun is None or noun.need == "back":
        return False
    if mention.title:
        return noun.family == "statement" and not mention.plural
    if mention.weak:
        return len(mention.parties) > 1 or bool(mention.name and mention.parties)
    if mention.article == "such" or (noun.need == "number" and not (mention.number or mention.parties)):
        return False
    if mention.plural and mention.article == "none" and noun.family != "protocol":
        return realised or bool(mention.parties or mention.name)  # else the kind is meant: "trade agreements"
    return not mention.plural or bool(mention.parties or mention.name) or noun.need in {"plain", "parties"}


def _find(groups: list[Group], mention: InstrumentMention, sentence: int, realised: bool) -> Group | None:
    best, best_score = None, 1.4
    for one in groups:
        score = _score(one, mention, sentence, realised)
        if score is not None and score > best_score:
            best, best_score = one, score
    return best


def _score(one: Group, mention: InstrumentMention, sentence: int, realised: bool) -> float | None:
    """How well a mention fits a group; None where it cannot mean the same."""
    if mention.known is not None and mention.fresh and one.known is None and _derived(one, mention.known):
        return 8.0
    if mention.known is not None and one.known is not None:
        if mention.known is not one.known:
            return None
        # "the new MFA": another under the same name
        return 9.0 if mention.fresh == any(m.fresh for m in one.mentions) and _families(one, mention) != "none" else None
    if _conflict(one, mention):
        return None
    bond = _families(one, mention)
    if bond == "none":
        return None
    shared = bool(mention.modifiers & (one.modifiers | one.topics))
    named = bool(mention.name & one.name)
    if bond == "near" and not (shared or named):
        return None
    distance = max(0, sentence - one.last_sentence)
    score = (2.6 if mention.lemma in one.lemmas else 1.0) + (3.0 if named else 0.0) + (2.0 if shared else 0.0)
    score += _recency(distance) if not mention.title else 0.0
    score += min(0.6, 0.15 * len(one.mentions))
    if mention.known is not None:
        # Spoken of before its name is given ("a rubber pact ... the International Natural Rubber Agreement").
        told = {word for name in mention.known.names for word in name.lower().split()} - _COMMON
        alike = (one.modifiers | one.name) & told or (mention.fresh and any(m.fresh for m in one.mentions))
        taken_up = any(m.article == "the" and not m.fresh for m in one.mentions)
        if not alike or taken_up or distance > 3 or one.name - told:
            return None
        return score + 2.0
    if one.known is not None and mention.name and not named:
        return None
    if mention.modifiers and not shared and (one.modifiers or one.topics):
        score -= 0.5 if mention.title else 3.0
    if mention.name and not named and (one.name or not (shared or mention.title or set(mention.parties) & set(one.parties))):
        return None
    if mention.parties and one.parties:
        score += 1.0
    if mention.plural and all(not m.plural for m in one.mentions):
        score -= 1.0
    opens = mention.article in {"a", "none"} and not mention.title and not mention.weak
    if opens and not mention.name:
        # An indefinite phrase brings up a new instrument, save where it speaks again of one that is only hoped for.
        if one.realised or realised or distance > 10 or (mention.modifiers and not shared) or mention.plural:
            return None
        return score + 1.0
    if mention.article == "such":
        return score + 1.0
    return score


def may_mean(one: Group, other: Group) -> bool:
    """Whether all mentions of another group can mean an instrument: nothing that either tells sets them apart."""
    if other.modifiers and not other.modifiers & (one.modifiers | one.topics):
        return False
    return all(_families(one, m) == "same" and not _conflict(one, m) and m.known is None for m in other.mentions)


def _derived(one: Group, known: KnownInstrument) -> bool:
    """Whether an instrument bears another's name as its modifier ("an MFA protocol" and "the new MFA")."""
    return any(short.lower() in one.modifiers for short in known.short)


def _recency(distance: int) -> float:
    """What the number of sentences between two mentions adds: most within the same and the next sentence."""
    return (2.2, 1.8, 1.0, 0.7, 0.4)[distance] if distance < 5 else max(-2.0, 1.4 - 0.3 * distance)


def _families(one: Group, mention: InstrumentMention) -> str:
    """same, near or none."""
    family = mention.noun.family if mention.noun is not None else "contract"
    if "any" in {family, one.family} or (family, one.family) in _SAME:
        return "same"
    return "near" if (family, one.family) in _NEAR else "none"


def _conflict(one: Group, mention: InstrumentMention) -> bool:
    if mention.year and one.year and mention.year != one.year:
        return True
    if mention.number and one.number and mention.number != one.number:
        return True
    if mention.fresh or mention.old:
        # "a separate declaration", "the present one" is another; "the new pact" may be one brought up as new
        told = [m.fresh if mention.fresh else m.old for m in one.mentions]
        if not any(told):
            return True
    if mention.parties and one.parties:
        a, b = set(mention.parties), set(one.parties)
        return not (a <= b or b <= a)
    return bool(mention.year and not one.year and one.realised and (mention.article == "a" or mention.lemma not in one.lemmas))

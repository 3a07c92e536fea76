"""Mentions of instruments: noun phrases that may mean a treaty, declaration or other binding text, and what each tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.lexicon.instruments import InstrumentNoun, KnownInstrument, known_names, name_words, nouns_by_form, states_by_form
from dragoman.reading.draft import Draft, Mention, Stretch
from dragoman.reading.frames import preposition_of

_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_LEFT = {"det", "det:predet", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "nmod:unmarked", "nmod", "punct", "advmod", "cc:preconj"}
_FRESH = {"separate", "another", "new", "second", "additional", "further", "similar", "other", "next", "follow-up"}
_OLD = {"present", "current", "existing", "previous", "old", "earlier", "expiring", "original"}
_PLAIN_MODIFIERS = {
    "joint", "public", "draft", "final", "fair", "bilateral", "international", "possible", "proposed", "historic", "major", "secret", "landmark",
    "controversial", "unique", "so-called", "first", "last", "latest", "signed", "formal", "official", "tentative", "preliminary", "interim",
    "whole", "entire", "only", "same", "own", "such", "important", "binding", "following", "comprehensive", "broad", "initial", "likely", "two",
    "three", "follow", "below", "above", "several", "many", "more", "few", "different", "specific", "future", "recent", "general", "firm",
    "written", "mutual",
}  # fmt: skip
_DASHES = {",", "-", "--", "–", "—"}
_TOPIC = {"NOUN", "PROPN", "ADJ", "VERB"}
_SIDES = {"country", "nation", "state", "side", "power", "government", "minister", "leader"}
_BROKERED = {"brokered", "negotiated", "mediated", "sponsored", "backed", "led", "supervised", "drafted", "proposed", "imposed", "arranged",
             "supported", "monitored"}  # fmt: skip
_POSSESSIVES = {"'s", "’s", "'", "’"}
_PLACE_USES = {"capital", "place"}
_PARTY_KINDS = {"state", "igo", "bloc", "armed-group", "people"}


@dataclass(frozen=True)
class InstrumentMention:
    """One noun phrase.

    Attributes:
        head: its head token.
        stretch: determiner to the end of what belongs to its name.
        noun: its lexicon entry; None for a name without such a noun.
        known: the instrument that the world knows by this name.
        lemma: the noun in the singular, lower case; "" for a bare name.
        article: the | this | such | a | no | none | whose.
        fresh: told apart from others ("a separate declaration", "the new pact").
        old: the one that is there already ("the present one").
        weak: stands before another noun ("treaty obligations"), or stands for the noun ("one").
        name: capitalised words of its name, lower case, without the noun.
        modifiers: what tells it apart, lemmas.
        topics: content words under it, lemmas; they include the modifiers.
        number: of a resolution.
        parties: who is named as party in the phrase itself.
        soviet: whether the phrase says "Soviet".
        title: whether it stands in the headline.
    """

    head: int
    stretch: Stretch
    noun: InstrumentNoun | None
    known: KnownInstrument | None
    lemma: str
    article: str
    plural: bool
    fresh: bool
    old: bool
    weak: bool
    name: frozenset[str]
    modifiers: frozenset[str]
    topics: frozenset[str]
    year: str | None
    number: str | None
    parties: tuple[str, ...]
    soviet: bool
    title: bool


def find_instrument_mentions(draft: Draft) -> list[InstrumentMention]:
    """All noun phrases of a draft that may mean an instrument, in the order of their heads."""
    known = _known_heads(draft)
    covered = _organisation_tokens(draft)
    by_token = {i: m for m in draft.mentions for i in range(*m.stretch)}
    forms = nouns_by_form()
    heads: dict[int, tuple[InstrumentNoun | None, bool]] = {}
    for token in draft.doc:
        if draft.title_end <= token.i < draft.body:
            continue
        if token.i in known:
            heads[token.i] = forms.get(token.lower_, (None, False))
        elif token.lower_ in forms and token.i not in covered and token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"}:
            noun, plural = forms[token.lower_]
            if noun.need == "dated" and not any(_YEAR.fullmatch(c.text) for c in token.children):
                continue
            if token.pos_ in {"NOUN", "PROPN"} or (token.i < draft.title_end and token.pos_ == "ADJ"):
                heads[token.i] = (noun, plural)
    found = []
    last: InstrumentMention | None = None
    for token in draft.doc:
        if token.i in heads:
            told, several = heads[token.i]
            mention = _mention(draft, token, told, several, known.get(token.i), by_token, set(heads))
            if mention is not None and _counts(draft, token, mention):
                found.append(mention)
                last = mention
        elif token.lower_ == "one" and last is not None and token.i - last.head < 25 and token.dep_ != "nummod":
            mention = _pro_form(draft, token, last)
            if mention is not None:
                found.append(mention)
    return found


def _known_heads(draft: Draft) -> dict[int, KnownInstrument]:
    """The head token of each name of a known instrument, and of each abbreviation that was introduced or has its noun."""
    names, day = known_names(), draft.date.value or draft.report.published
    words: list[tuple[str, int]] = []
    for token in draft.doc:
        if not token.is_space and token.text not in {"(", ")", "-", '"', "'", "“", "”"}:
            words += [(word, token.i) for word in name_words(token.text)]
    lower = [w for w, _ in words]
    found: dict[int, KnownInstrument] = {}
    given: dict[str, KnownInstrument] = {}
    at = 0
    while at < len(words):
        for length in range(min(names.longest, len(words) - at), 0, -1):
            known = names.named(tuple(lower[at : at + length]), day)
            if known is None:
                continue
            span = [i for _, i in words[at : at + length]]
            after = lower[at + length] if at + length < len(words) else ""
            if not any(draft.doc[i].text[:1].isupper() for i in span) or after in known.not_before:
                continue
            if draft.doc[span[0] - 1].text != "(" or span[0] == 0 or known not in list(found.values())[-1:]:
                found[_head_of(draft, span)] = known
            given.update(dict.fromkeys(known.short, known))
            at += length - 1
            break
        at += 1
    _introduced(draft, found, given)
    forms = nouns_by_form()
    for token in draft.doc:
        if token.text not in names.by_short or token.i in found or not names.by_short[token.text].was_there(day):
            continue
        following = draft.doc[token.i + 1] if token.i + 1 < len(draft.doc) else None
        inside = following is not None and following.text == ")"
        if inside:
            continue
        known = names.by_short[token.text]
        if following is not None and following.lower_ in forms and forms[following.lower_][0].family == "contract":
            found.setdefault(following.i, known)
            given[token.text] = known
        elif token.text in given:
            found[token.i] = known
    return found


def _introduced(draft: Draft, found: dict[int, KnownInstrument], given: dict[str, KnownInstrument]) -> None:
    """Names with their abbreviation inside ("the Anti Ballistic Missile (ABM) Treaty") whose words are written otherwise."""
    names, forms = known_names(), nouns_by_form()
    for token in draft.doc:
        if token.text not in names.by_short or token.i < 1 or draft.doc[token.i - 1].text != "(":
            continue
        known = names.by_short[token.text]
        given[token.text] = known
        closing = token.i + 1
        after = draft.doc[closing + 1] if closing + 1 < len(draft.doc) else None
        if after is not None and draft.doc[closing].text == ")" and after.lower_ in forms and after.text[:1].isupper():
            found.setdefault(after.i, known)


def _head_of(draft: Draft, tokens: list[int]) -> int:
    inside = set(range(tokens[0], tokens[-1] + 1))
    forms = nouns_by_form()
    nouns = [i for i in tokens if draft.doc[i].lower_ in forms]
    outer = [i for i in tokens if draft.doc[i].head.i not in inside or draft.doc[i].head.i == i]
    return next((i for i in nouns if i in outer), nouns[-1] if nouns else (outer or tokens)[-1])


def _organisation_tokens(draft: Draft) -> set[int]:
    """Tokens inside names of organisations and other actors that the world knows ("Treaty Organization")."""
    return {
        i
        for m in draft.mentions
        if m.kind == "name" and m.rule != "mention.model" and m.actors
        and draft.actors.get(m.actors[0]) is not None and draft.actors[m.actors[0]].kind != "person"
        for i in range(*m.stretch)
    }  # fmt: skip


def _mention(
    draft: Draft,
    token: Token,
    noun: InstrumentNoun | None,
    plural: bool,
    known: KnownInstrument | None,
    by_token: dict[int, Mention],
    heads: set[int],
) -> InstrumentMention | None:
    start = _start(token)
    owner = _owner_before(draft, start, by_token)
    if owner is not None:
        start = owner.stretch[0]
    if token.i < draft.title_end:
        start = _past_headline_verb(draft, start, token.i)
    left = [t for t in draft.doc[start : token.i] if not t.is_space]
    end = _end(draft, token, heads)
    tail = [t for t in draft.doc[token.i + 1 : end] if not t.is_space]
    actor_tokens = {t.i for t in left if t.i in by_token and by_token[t.i].actors}
    article = "whose" if owner is not None else _article(token, left)
    lemmas = [t.lemma_.lower() for t in left if t.pos_ in _TOPIC and t.i not in actor_tokens and t.head.dep_ != "case"]
    fresh = any(t.lower_ in _FRESH for t in left)
    old = any(t.lower_ in _OLD for t in left)
    modifiers = {x for x in lemmas if x not in _PLAIN_MODIFIERS | _FRESH | _OLD and not _YEAR.fullmatch(x)}
    modifiers |= {t.lower_ for t in left if t.text.isupper() and len(t) > 2 and t.i not in actor_tokens}
    modifiers |= {t.lemma_.lower() for t in tail if t.pos_ in {"NOUN", "ADJ"} and t.i not in by_token}
    modifiers -= {t.lemma_.lower() for note in draft.times for t in draft.doc[note.stretch[0] : note.stretch[1]]} | _SIDES
    names = {
        t.lower_
        for t in [*left, *tail]
        if t.text[:1].isupper() and t.pos_ in {"PROPN", "ADJ", "NOUN"} and t.i not in actor_tokens and t.i > token.sent.start
    }
    capital = token.text[:1].isupper() and (token.i > token.sent.start or bool(names)) and token.i >= draft.title_end
    subtree = [t for t in token.subtree if t.i > token.i and t.i - token.i < 30 and t.sent == token.sent]
    subtree += _following(draft, token)
    topics = modifiers | {t.lemma_.lower() for t in subtree if t.pos_ in _TOPIC and t.i not in by_token}
    numbers = [t.text for t in draft.doc[token.i + 1 : token.i + 4] if t.like_num and t.text.isdigit() and t.head in {token, token.head}]
    years = [t.text for t in left if _YEAR.fullmatch(t.text)] + [
        t.text for t in tail if _YEAR.fullmatch(t.text) and preposition_of(t) in {"of", "from"}
    ]
    family = noun.family if noun else "contract"
    parties = _parties(draft, token, _start(token) if owner is None else start, by_token, family)
    before = by_token.get(start - 1)
    if article == "whose" and not parties and before is not None and before.actors:
        # "G7 foreign ministers' statement"
        parties, start = only_parties(draft, [draft.responsible(a) for a in before.actors]), before.stretch[0]
    if known is None and noun is None:
        return None
    return InstrumentMention(
        head=token.i, stretch=(start, end), noun=noun, known=known, lemma=_singular(token) if noun else "", article=article, plural=plural,
        fresh=fresh, old=old, weak=known is None and token.dep_ in {"compound", "nmod:poss"} and token.head.i > token.i,
        name=frozenset(names) if capital else frozenset(), modifiers=frozenset(modifiers), topics=frozenset(topics),
        year=years[0] if years else None, number=numbers[0] if numbers and family == "resolution" else None, parties=parties,
        soviet=any(t.lower_ == "soviet" for t in left), title=token.i < draft.title_end,
    )  # fmt: skip


def _following(draft: Draft, token: Token) -> list[Token]:
    """The next words up to a stop, whatever the tree says of them ("an agreement next week settling the debt")."""
    words: list[Token] = []
    for other in draft.doc[token.i + 1 : token.i + 16]:
        if other.text in {",", ".", ";", "but"} or other.sent != token.sent:
            break
        words.append(other)
    return words


def _pro_form(draft: Draft, token: Token, last: InstrumentMention) -> InstrumentMention | None:
    """ "the present one", "a new one": another instrument of the kind named before."""
    left = [t for t in draft.doc[_start(token) : token.i] if not t.is_space]
    fresh, old = any(t.lower_ in _FRESH for t in left), any(t.lower_ in _OLD for t in left)
    if not (fresh or old) or _article(token, left) == "none":
        return None
    return InstrumentMention(
        head=token.i, stretch=(_start(token), token.i + 1), noun=last.noun, known=None, lemma=last.lemma, article=_article(token, left), plural=False,
        fresh=fresh, old=old, weak=False, name=frozenset(), modifiers=frozenset(), topics=frozenset(), year=None, number=None, parties=(),
        soviet=False,
        title=last.title,
    )  # fmt: skip


def _singular(token: Token) -> str:
    noun = nouns_by_form()[token.lower_][0]
    return next((w for w in noun.words if token.lower_.startswith(w)), noun.words[0])


def _start(token: Token) -> int:
    start = token.i
    for child in token.children:
        if child.i < token.i and child.dep_ in _LEFT and preposition_of(child) is None and child.left_edge.i < start:
            start = child.left_edge.i
    while start < token.i and (token.doc[start].is_space or token.doc[start].pos_ in {"ADP", "SCONJ", "CCONJ"} or token.doc[start].text in _DASHES):
        start += 1
    return start


def _owner_before(draft: Draft, start: int, by_token: dict[int, Mention]) -> Mention | None:
    """Whose it is by the words alone ("the Arab League's joint declaration"), where the tree holds them apart."""
    if start < 2 or draft.doc[start - 1].text not in _POSSESSIVES:
        return None
    owner = by_token.get(start - 2)
    return owner if owner is not None and owner.actors else None


def _past_headline_verb(draft: Draft, start: int, head: int) -> int:
    """Past the verb of a headline that a tree took for a name ("Norway and Sweden Sign Treaty")."""
    verbs = [i for i in range(start, head) if (draft.doc[i].lower_, "obj") in states_by_form() and i > start and i + 1 <= head]
    return verbs[-1] + 1 if verbs and draft.doc[verbs[-1]].lower_ not in _PLAIN_MODIFIERS else start


def _end(draft: Draft, token: Token, heads: set[int]) -> int:
    """Past the head, its number, and the "of", "on", "to", "between" phrases of its name; before the next instrument."""
    end = token.i + 1
    following = draft.doc[end] if end < len(draft.doc) else None
    if following is not None and following.like_num and following.head in {token, token.head}:
        end += 1
    for child in token.children:
        if (
            child.i > token.i
            and child.dep_.startswith("nmod")
            and preposition_of(child) in {"of", "on", "between", "against", "for", "about", "with"}
        ):
            stop = next(
                (
                    k
                    for k in range(child.left_edge.i, child.right_edge.i + 1)
                    if k in heads or draft.doc[k].dep_ in {"acl:relcl", "acl", "advcl", "appos"}
                ),
                None,
            )
            last = child.right_edge.i + 1 if stop is None else stop
            if stop is not None:
                last = draft.doc[stop].left_edge.i if draft.doc[stop].left_edge.i > child.i else child.i + 1
                if stop in heads:
                    last = min(last, child.left_edge.i)
            if last - token.i <= 16 and child.left_edge.i - end <= 2:
                end = max(end, last)
    while end > token.i + 1 and (draft.doc[end - 1].is_space or draft.doc[end - 1].text in {",", '"', "”", "--", "-", "("}):
        end -= 1
    return end


def _article(token: Token, left: list[Token]) -> str:
    words = {t.lower_ for t in left if t.head == token and t.dep_ in {"det", "det:predet"} or t.lower_ == "such"}
    for article, forms in (("such", {"such"}), ("no", {"no", "any"}), ("this", {"this", "that", "these", "those"}), ("the", {"the", "both", "all"}),
                           ("a", {"a", "an", "another", "some"})):  # fmt: skip
        if words & forms:
            return article
    if any(c.dep_ == "nmod:poss" for c in token.children):
        return "whose"
    return "none"


def _parties(draft: Draft, token: Token, start: int, by_token: dict[int, Mention], family: str) -> tuple[str, ...]:
    """States and organisations that the phrase itself names as parties."""
    found: list[str] = []
    for i in range(start, token.i):
        mention = by_token.get(i)
        if mention is None or not mention.actors:
            continue
        possessive = any(c.dep_ == "nmod:poss" and c.left_edge.i <= i <= c.i for c in token.children)
        use = mention.senses[0].use if mention.senses else "name"
        if use in _PLACE_USES and not possessive:
            continue
        if mention.stretch[1] + 1 < token.i and draft.doc[mention.stretch[1]].text == "-" and draft.doc[mention.stretch[1] + 1].lower_ in _BROKERED:
            continue
        found += [draft.responsible(a) for a in mention.actors]
    for child in token.children:
        if child.i < token.i or not child.dep_.startswith(("nmod", "obl")):
            continue
        preposition = preposition_of(child)
        if preposition in {"between", "among", "with"} or (family in {"statement", "resolution"} and preposition in {"of", "by", "from"}):
            found += _all_states(draft, child)
        elif family == "contract" and preposition == "of":
            several = only_parties(draft, _all_states(draft, child))
            found += several if len(several) > 1 else ()
    return only_parties(draft, found)


def _all_states(draft: Draft, child: Token) -> list[str]:
    """States of a coordinated phrase; of its "of" phrases where the nouns themselves are offices ("ministers of A and B")."""
    direct = list(draft.states_at(child.i))
    deeper = [
        s
        for t in [child, *child.conjuncts]
        for c in t.children
        if c.dep_.startswith("nmod") and preposition_of(c) == "of"
        for s in draft.states_at(c.i)
    ]
    return deeper + [d for d in direct if d not in deeper] if len(deeper) > 1 else direct


def only_parties(draft: Draft, ids: list[str]) -> tuple[str, ...]:
    """Those of the ids that can be party to an instrument, without doubles; a bloc gives way to its members listed beside it."""
    kept: list[str] = []
    blocs: list[str] = []
    for identity in dict.fromkeys(i.split(":")[0] for i in ids):
        note = draft.actors.get(identity)
        kind = note.kind if note else getattr(draft.world.actor(identity), "kind", None)
        if kind in _PARTY_KINDS:
            kept.append(identity)
            if kind == "bloc":
                blocs.append(identity)
    if blocs and len(kept) - len(blocs) > 2:
        kept = [k for k in kept if k not in blocs]
    return tuple(kept)


def _counts(draft: Draft, token: Token, mention: InstrumentMention) -> bool:
    """Whether the phrase means an instrument, not consent, a kind or something else."""
    noun = mention.noun
    if mention.known is not None or noun is None:
        return True
    if noun.unless & {c.lower_ for c in token.children if c.dep_ in {"amod", "compound"}}:
        return False
    if noun.of and not any(c.dep_.startswith("nmod") and preposition_of(c) == "of" and c.lemma_.lower() in noun.of for c in token.children):
        return False
    if mention.lemma == "declaration" and any(
        preposition_of(c) == "of" and c.lemma_.lower() in {"war", "independence", "emergency"} for c in token.children
    ):
        return False
    if mention.lemma == "agreement" and mention.article == "whose" and len(mention.parties) < 2 and _is_followed_by_infinitive(draft, mention):
        return False  # "the government's agreement to let them pass": its consent
    if noun.need == "named":
        return bool(mention.name) and token.text[:1].isupper()
    if noun.need == "joint":
        near = {t.lower_ for t in draft.doc[mention.stretch[0] : token.i]}
        return "joint" in near or (not mention.plural and (mention.title or "following" in near))
    if noun.need == "number" and not mention.number and any(preposition_of(c) in {"of", "to"} for c in token.children):
        return False  # "a peaceful resolution of the conflict"
    if noun.need == "back":
        return mention.article in {"the", "this", "such"}
    if mention.article == "no" and noun.need != "plain":
        return False
    bare = mention.article == "none" and not mention.parties and not mention.name and not mention.title
    if bare and not mention.plural:
        # "in agreement", "reached agreement on": consent; "trade agreement talks" is settled by coreference.
        return bool(mention.modifiers) and (noun.need != "parties" or mention.weak)
    return True


def _is_followed_by_infinitive(draft: Draft, mention: InstrumentMention) -> bool:
    return mention.stretch[1] < len(draft.doc) and draft.doc[mention.stretch[1]].lower_ == "to"

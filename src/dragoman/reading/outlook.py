"""Whether a clause speaks of what is to come: tense, modal verbs, and words such as "due", "planned" and "expected"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

_WILL = {"will", "shall", "'ll", "’ll", "wo", "would"}
# An infinitive under these is a plan; under others ("failed to", "began to") it happened or not when they did.
_PLANNING = {
    "expect", "schedule", "plan", "intend", "hope", "agree", "want", "decide", "prepare", "invite", "promise", "pledge", "vow", "threaten",
    "order", "ask", "urge", "propose", "offer", "need", "due", "likely", "set", "ready", "slate", "go", "have", "wish", "aim", "arrange",
    "vote", "choose", "undertake", "commit", "able", "willing", "poised", "bound", "remain", "continue", "book",
}  # fmt: skip
# Passives and adjectives that announce by themselves ("is expected in Rome on Monday", "talks scheduled for June").
_ANNOUNCED = {"expect", "schedule", "plan", "due", "set", "slate", "likely", "propose", "anticipate", "book", "forecast"}
# In the simple present with a date these announce ("the envoy leaves on Tuesday").
_TIMETABLE = {
    "leave", "arrive", "begin", "start", "open", "meet", "visit", "fly", "travel", "go", "come", "hold", "attend", "end", "expire", "return",
    "take", "depart", "resume", "host", "convene", "run", "close", "become", "conclude", "sign",
}  # fmt: skip
_BE = {"is", "are", "am", "'s", "’s", "'re", "’re"}
_COMING = {"upcoming", "planned", "forthcoming", "scheduled", "expected", "proposed", "coming", "future", "impending"}


def speaks_of_future(doc: Doc, token: int) -> bool:
    """Whether the clause around a token speaks of what is to come; False where the report has no trees.

    Args:
        doc: the report's words.
        token: the head of a time expression.
    """
    if not doc.has_annotation("DEP"):
        return False
    word = doc[token]
    before = token - 2 if token > 1 and doc[token - 1].lower_ == "on" else token - 1
    if before >= 0 and doc[before].pos_ == "VERB" and "Tense=Past|VerbForm=Fin" in str(doc[before].morph):
        # "said Monday he would": the day is the verb's before it, whatever clause the tree gives it to.
        return False
    for _ in range(len(doc)):
        if word.i != token and _announces(word):
            return True
        if word.pos_ in {"VERB", "AUX"} or word.dep_ == "ROOT" or _has_copula(word):
            return word.i != token and _clause_ahead(word)
        if word.head.i == word.i:
            return False
        word = word.head
    return False


def told_as_past(token: Token) -> bool:
    """Whether the clause around a time expression is told in a past tense, in the report's own time line."""
    verb = predicate_of(token)
    if verb is None:
        return False
    finite = [verb, *(c for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop"})]
    words = {t.lower_ for t in finite}
    if words & {"will", "would", "may", "might", "could", "can", "should", "must", "shall", "if"}:
        return False
    return any("Tense=Past" in str(t.morph) and "VerbForm=Fin" in str(t.morph) for t in finite)


def predicate_of(token: Token) -> Token | None:
    """The nearest verb above a word."""
    word = token
    while word.head.i != word.i:
        word = word.head
        if word.pos_ in {"VERB", "AUX"}:
            return word
    return None


def _announces(word: Token) -> bool:
    if word.pos_ not in {"NOUN", "PROPN"}:
        return False
    left = word.left_edge.i
    ahead = [t.lower_ for t in word.doc[max(0, left - 2) : left + 2]]
    return any(c.lower_ in _COMING for c in word.children if c.i < word.i) or ("ahead", "of") in zip(ahead, ahead[1:], strict=False)


def _has_copula(word: Token) -> bool:
    return any(c.dep_ == "cop" for c in word.children)


def _clause_ahead(verb: Token) -> bool:
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop"}]
    words = {c.lower_ for c in auxiliaries}
    if words & _WILL and not ("would" in words and "have" in words):
        return True
    lemma = verb.lemma_.lower()
    finite = [verb, *auxiliaries]
    present = any("Tense=Pres" in str(t.morph) and "VerbForm=Fin" in str(t.morph) for t in finite)
    passive_or_plain = "VerbForm=Part" in str(verb.morph) or verb.pos_ == "ADJ"
    if words & _BE and (any(c.lower_ == "to" and c.i < verb.i for c in verb.children) or "VerbForm=Inf" in str(verb.morph) and present):
        # "is to be held", "are due to meet", in whatever way the tree hangs them
        return True
    if lemma in _ANNOUNCED and passive_or_plain:
        return True
    if lemma in _PLANNING and present and not words & {"have", "has"} and any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children):
        return True
    if "VerbForm=Inf" in str(verb.morph) and not words & {"do", "does", "did", "can", "could", "must", "may", "might", "should"}:
        return _infinitive_ahead(verb)
    if verb.dep_ == "conj" and not auxiliaries and "VerbForm=Fin" not in str(verb.morph) and verb.head.pos_ in {"VERB", "AUX"}:
        return _clause_ahead(verb.head)
    if present and words & _BE and verb.pos_ == "VERB" and verb.lower_.endswith("ing"):
        return True
    if words & {"may", "might", "can", "could", "should", "must"} and "have" not in words:
        return True
    return present and not auxiliaries and lemma in _TIMETABLE


def _infinitive_ahead(verb: Token) -> bool:
    governor = verb.head
    if verb.dep_ == "acl":
        return True
    if governor.i == verb.i:
        # A headline's infinitive announces ("Envoys to meet on Monday").
        return any(c.lower_ == "to" and c.i < verb.i for c in verb.children)
    if verb.dep_ in {"xcomp", "ccomp", "advcl", "csubj", "conj"}:
        if governor.lemma_.lower() in _PLANNING and (verb.dep_ != "advcl" or governor.pos_ == "ADJ"):
            return True
        return _clause_ahead(governor)
    return False

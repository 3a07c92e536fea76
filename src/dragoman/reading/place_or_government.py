"""Place or government: whether the name of a state or its capital is only a location where it stands.

Decided by the word that governs the name: a preposition of place, a verb of motion, a noun that has a place ("coast", "airport"),
or a name of a place beside it. Where nothing of the kind speaks, the name acts and is acted upon: it is the government.
"""

from __future__ import annotations

from spacy.tokens import Token

_NAMES = {"name", "long", "capital", "abbreviation", "metonym", "place"}
_LOCATIVE = {
    "in", "at", "near", "around", "outside", "inside", "throughout", "across", "into", "through", "via", "within", "along", "off", "beyond",
    "above", "opposite", "onto", "behind", "past", "beside",
}  # fmt: skip
_SOURCE = {"from", "out", "outside"}
_GOAL = {"to", "for", "toward", "towards", "until", "round", "over"}
# What one gets from a government, not from a place.
_GIVEN = {
    "get", "extract",
    "support", "aid", "help", "assistance", "independence", "pressure", "demand", "letter", "message", "response", "request", "permission",
    "loan", "money", "pledge", "promise", "reply", "opposition", "assurance", "guarantee", "threat", "receive", "buy", "win", "borrow",
    "seek", "ask", "hear", "learn", "require", "expect", "obtain", "secure", "purchase", "withhold", "invitation", "offer", "statement",
    "cooperation", "concession", "approval", "backing", "recognition", "criticism", "apology", "compensation", "answer", "call", "signal",
    "reaction", "protection", "freedom", "differ", "elicit", "draw", "gain",
}  # fmt: skip
_MOTION = {
    "go", "come", "travel", "fly", "move", "return", "arrive", "leave", "emigrate", "immigrate", "migrate", "journey", "trip", "visit",
    "tour", "flight", "road", "drive", "sail", "send", "bring", "take", "head", "depart", "flee", "escape", "walk", "ride", "ship", "route",
    "way", "train", "bus", "ferry", "relocate", "retreat", "march", "deport", "exile", "deploy", "rush", "extend", "stretch", "spread",
    "airlift", "evacuate", "extradite", "migration", "emigration", "voyage", "pilgrimage", "deportation", "access", "close", "proximity",
    "native", "endemic", "carry", "transfer", "smuggle", "withdraw", "transport", "welcome", "back", "north", "south", "east", "west",
    "northeast", "northwest", "southeast", "southwest", "miles", "mile", "kilometer", "kilometre", "distance", "border", "line", "pipeline",
    "railway", "gateway", "entry", "exit", "departure", "arrival", "transit", "expedition", "airline", "follow", "accompany", "introduce",
    "bound", "run", "book", "import", "export", "trek", "get", "reach", "bind", "repatriate", "expand", "invite", "summon", "recall",
    "commute", "link", "connection", "connect", "bridge", "transplant", "tourism", "tourist", "traveller", "traveler", "settler",
    "immigrant", "emigrant", "crossing", "passage",
}  # fmt: skip
_TOUCHED = {
    "visit", "leave", "enter", "reach", "tour", "cross", "flee", "inhabit", "traverse", "surround", "border", "populate", "explore",
    "colonize", "settle", "roam", "exit", "depart", "pass", "approach", "quit",
}  # fmt: skip
# What a place does, as the subject of a verb.
_LIES = {
    "lie", "border", "stretch", "locate", "situate", "cover", "adjoin", "abut", "nestle", "overlook", "house", "inhabit", "contain",
    "comprise", "populate",
}  # fmt: skip
_HAS = {
    "population", "climate", "coast", "coastline", "area", "border", "mountain", "river", "island", "inhabitant", "weather", "landscape",
    "airport", "beach",
}  # fmt: skip
_PLACES = {
    "country", "city", "town", "village", "capital", "region", "area", "place", "province", "state", "island", "territory", "district",
    "municipality", "suburb", "destination", "port", "home", "center", "centre", "site", "location", "venue",
}  # fmt: skip
# Nouns that a place has ("Norway's coast", "the outskirts of Baghdad", "Paris airport").
_OF_LAND = _PLACES - {"state", "home"} | {
    "coast", "coastline", "border", "frontier", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
    "part", "rest", "half", "outskirts", "suburbs", "airport", "harbor", "harbour", "street", "hospital", "hotel", "neighborhood",
    "neighbourhood", "interior", "shore", "edge", "map", "side", "end", "corner", "middle", "heart", "population", "climate", "weather",
    "mountain", "river", "lake", "valley", "forest", "desert", "beach", "hills", "most", "much", "all", "university", "museum", "cathedral",
    "church", "school", "station", "stadium", "square", "bay", "peninsula", "soil", "landscape", "countryside", "wildlife", "flora",
    "fauna", "visit", "tour", "trip", "native", "resident", "tip", "area", "quarter", "zone", "slums", "streets", "portion", "tract",
    "invasion", "occupation", "settlement", "liberation", "geography", "history", "cities", "summer", "winter", "premises", "apartment",
    "home", "house", "inhabitant", "siege", "fall", "conquest", "waters", "airspace", "parts", "regions", "areas", "provinces", "towns",
    "villages", "islands",
}  # fmt: skip
_BOUND = {"based", "born", "wide", "bound", "area", "trained", "educated", "bred"}


def is_place(token: Token, use: str = "place") -> bool:
    """Whether a name only says where it is or happens.

    Args:
        token: the head of the name.
        use: how the name stands for its state (``Sense.use``); "place" for a place that is no seat of government.
    """
    if use not in _NAMES:
        return False
    first = _first(token)
    if first.dep_ in {"appos", "nmod", "nmod:unmarked", "list", "flat", "conj", "dep", "parataxis"} and _address(first):
        return True
    if _before(token, {"-", "–"}, _BOUND):
        return True
    relation, governor = first.dep_, first.head
    preposition = _preposition(first)
    if preposition is not None and relation.startswith(("obl", "nmod", "conj", "advcl", "ROOT", "xcomp", "ccomp", "root")):
        return _after_preposition(preposition, governor)
    if relation in {"obj", "nsubj:pass"}:
        return governor.lemma_.lower() in _TOUCHED | _LIES
    if relation.startswith("nsubj"):
        return _lies(governor, first)
    if relation in {"compound", "nmod:poss", "nmod:desc", "nmod"}:
        word = governor.lemma_.lower()
        if use in {"capital", "place"} and relation == "compound" and word not in _ACTS:
            return True  # "Jerusalem homes"
        greatest = any(c.morph.get("Degree", []) == ["Sup"] or c.morph.get("NumType", []) == ["Ord"] for c in governor.children)
        return word in _OF_LAND or (greatest and governor.pos_ == "NOUN" and word not in _ACTS)  # "Norway's largest lake"
    return use == "capital" and relation in {"appos", "flat"}


# Nouns whose owner is a government, even where a capital's name stands before them.
_ACTS = {
    "government", "talk", "policy", "plan", "official", "minister", "decision", "position", "proposal", "statement", "leader", "envoy",
    "regime", "offer", "summit", "relation", "demand", "sanction", "spokesman", "source", "authority", "diplomat", "ambassador",
    "administration", "initiative", "move", "view", "treaty", "accord", "pact", "agreement", "declaration", "attack", "strategy", "threat",
    "stance", "attempt", "effort", "campaign", "program", "programme", "project", "response", "interest", "war", "aim", "refusal",
    "readiness", "answer", "note", "letter", "call", "conference", "meeting", "tie", "axis", "embassy", "parliament", "communique",
    "protocol", "force", "troops",
}  # fmt: skip


# Nouns that join a government by "of": what it is, has or does, and who acts for it or is done by.
_OF_GOVERNMENT = {
    "president", "minister", "king", "queen", "emperor", "premier", "chancellor", "secretary", "head", "leader", "chairman", "member",
    "representative", "republic", "kingdom", "union", "empire", "federation", "commonwealth", "people", "citizen", "national", "army",
    "navy", "military", "bank", "party", "ally", "enemy", "friend", "foe", "partner", "neighbor", "neighbour", "rival", "independence",
    "recognition", "support", "defense", "defence", "behalf", "team", "champion", "interest", "interests", "right", "role", "influence",
    "power", "law", "constitution", "flag", "budget", "economy", "debt", "attitude", "goal", "aim", "intention", "criticism",
    "condemnation", "isolation", "containment", "security", "sovereignty", "integrity", "involvement", "participation", "entry",
    "admission", "accession", "membership", "case", "example", "exception", "advantage", "favor", "favour", "victory", "defeat", "win",
    "captain", "player", "coach", "ahead", "dependence", "colony", "possession", "dominion", "subject", "victim", "help", "aid",
    "assistance", "presence", "withdrawal", "claim", "rule", "control", "leadership", "prestige", "name", "service", "servant", "critic",
    "opponent", "supporter", "course", "action", "fear", "suspicion", "tolerance", "use", "accuse", "consist", "think", "approve",
    "disapprove", "demand", "ask", "require", "expect", "and", "both", "each", "one", "none", "many",
}  # fmt: skip


_ABSTRACT = ("tion", "sion", "ment", "ance", "ence", "ship", "ness", "ing", "al", "ist", "or", "er")


def _first(token: Token) -> Token:
    """The first of coordinated names: what holds for it holds for the others."""
    while token.dep_ == "conj" and token.head.i != token.i and token.head.pos_ in {"PROPN", "NOUN"} and _preposition(token) is None:
        token = token.head
    return token


def _preposition(token: Token) -> str | None:
    return next((c.lower_ for c in token.children if c.dep_ == "case" and c.lower_ not in {"'s", "’s", "'", "’"}), None)


def _after_preposition(preposition: str, governor: Token) -> bool:
    word = governor.lemma_.lower()
    if preposition in _LOCATIVE:
        return True
    if preposition in _SOURCE:
        return word not in _GIVEN
    if preposition in _GOAL:
        return word in _MOTION or (preposition == "to" and governor.pos_ == "ADV")
    if preposition == "on":
        return word in {"island", "locate", "situate", "base"}
    if preposition == "of":
        if word in _OF_LAND or word in _MOTION:
            return True
        return not (word in _ACTS or word in _OF_GOVERNMENT or word.endswith(_ABSTRACT) or governor.pos_ == "VERB")
    if preposition == "between":
        return word in _MOTION
    return False


def _address(token: Token) -> bool:
    """ "Toronto, *Canada*": a name that follows another one after a comma."""
    doc, start = token.doc, token.left_edge.i
    if start < 2 or doc[start - 1].text not in {",", "("} or doc[start - 2].pos_ != "PROPN" or start != token.i and doc[start].dep_ != "compound":
        return False
    end = token.i + 1
    if token.dep_ == "nmod:unmarked":
        return True
    closed = end >= len(doc) or doc[end].text in {",", ".", ")", ";", "and"} or doc[end].is_space
    others = sum(1 for _ in token.head.conjuncts)
    return closed and token.dep_ in {"appos", "nmod", "nmod:unmarked", "list", "flat"} and not others


def _before(token: Token, marks: set[str], words: set[str]) -> bool:
    doc, end = token.doc, token.i + 1
    return end + 1 < len(doc) and doc[end].text in marks and doc[end + 1].lower_ in words


def _lies(governor: Token, token: Token) -> bool:
    """Whether a subject is described as land ("Chad borders Libya", "Lima is a city", "Fiji has a mild climate")."""
    word = governor.lemma_.lower()
    if word in _LIES:
        return True
    if governor.pos_ in {"NOUN", "PROPN"} and any(c.dep_ == "cop" for c in governor.children):
        return word in _PLACES
    if governor.pos_ == "ADJ" and word in {"located", "situated", "cold", "hot", "rainy", "mountainous", "populous", "landlocked", "close", "near"}:
        return True
    return word == "have" and any(c.dep_ == "obj" and c.lemma_.lower() in _HAS for c in governor.children)

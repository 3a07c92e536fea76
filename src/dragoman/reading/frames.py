"""Frames: predicates with their arguments, read off the UD tree.

Passives are turned, relative pronouns replaced by what they stand for, subjects carried over coordination, control
and participle clauses; nouns that name happenings get frames too, with what a supporting verb adds.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.reading.draft import Draft, Frame, stage

# Verbs that control the subject of their infinitive although they have an object.
_SUBJECT_CONTROL = {"promise", "threaten", "vow", "agree", "pledge", "offer", "undertake", "refuse", "decline", "use"}
# Nouns whose infinitive is what their owner, or whoever announces them, is to do ("announced plans to impose tariffs").
_INTENTIONS = {"plan", "decision", "intention", "intent", "move", "proposal", "threat", "effort", "attempt", "bid", "desire",
               "readiness", "willingness", "commitment", "pledge", "promise", "offer", "agreement",
               "refusal", "right", "vow", "determination", "order",
               "permission"}  # fmt: skip
# Verbs whose infinitive says what somebody ("on X", "to X") is asked to do.
_ASKING = {"call", "appeal", "press", "push", "lobby", "plead"}
# Verbs that say of a happening that it takes place; its parties may hang on them.
_OCCUR = {"take", "occur", "begin", "start", "open", "end", "resume", "continue", "collapse", "fail", "follow", "be", "hold", "break"}
_AMOUNTS = {
    "month",
    "round",
    "series",
    "hour",
    "day",
    "week",
    "year",
    "number",
    "set",
    "couple",
    "lot",
    "string",
    "wave",
    "spate",
    "kind",
    "type",
    "form",
}
_PARTICLES = {"apart", "back", "away", "off", "out", "up", "down", "over", "aside"}
_RELATIVE = {"which", "who", "that", "whom", "whose"}


@stage("frames")
def find_frames(draft: Draft) -> None:
    """Fill ``draft.frames``, in the order of their anchors."""
    nouns, bases = draft.lexicon.event_nouns, draft.lexicon.verb_bases
    frames: dict[int, Frame] = {}
    for token in draft.doc:
        if token.pos_ in {"VERB", "AUX"} and not _is_auxiliary(token):
            frames[token.i] = _verb_frame(token, "verb", bases)
        elif token.pos_ == "ADJ" and any(c.dep_ == "cop" for c in token.children):
            frames[token.i] = _verb_frame(token, "adjective", {})
        elif token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"}:
            name = next((n for n in (token.lemma_.lower(), token.lower_.removesuffix("s")) if n in nouns), None)
            if name is not None:
                frames[token.i] = _noun_frame(token, name)
    for frame in frames.values():
        if frame.kind == "verb":
            _return_controllers(draft.doc[frame.anchor], frame, frames)
    for frame in sorted(frames.values(), key=lambda f: len(list(draft.doc[f.anchor].ancestors))):
        if frame.kind != "noun":
            _share(draft.doc[frame.anchor], frame, frames)
    for frame in frames.values():
        if frame.kind == "noun":
            _support(draft.doc[frame.anchor], frame, frames, draft.lexicon.light_verbs)
    ordered = [frames[i] for i in sorted(frames)]
    number = {f.anchor: k for k, f in enumerate(ordered)}
    for k, frame in enumerate(ordered):
        for complement in frame.slots.get("comp", []):
            if complement in number:
                ordered[number[complement]].governor = k
    draft.frames = ordered


def _is_auxiliary(token: Token) -> bool:
    return token.dep_ in {"aux", "aux:pass", "cop"}


def preposition_of(token: Token) -> str | None:
    """The preposition that marks a noun or clause, its fixed parts joined by "_" ("because_of"); None without one."""
    for child in token.children:
        if (
            child.dep_ == "case"
            and child.pos_ in {"ADP", "SCONJ", "ADV", "VERB", "PART", "ADJ"}
            and child.lower_ not in {"'s", "’s", "'", "’"}
        ):
            fixed = [c.lower_ for c in child.children if c.dep_ == "fixed"]
            return "_".join([child.lower_, *fixed])
    return None


def with_conjuncts(token: Token) -> list[int]:
    """The token and the words coordinated with it, to its right."""
    return [token.i, *(t.i for t in token.conjuncts if t.i > token.i)]


def _antecedent(token: Token, predicate: Token) -> Token:
    """What a relative pronoun stands for: the noun that its clause modifies."""
    if token.lower_ in _RELATIVE and token.pos_ in {"PRON", "DET", "SCONJ"}:
        node = predicate
        while node.dep_ == "conj":
            node = node.head
        if node.dep_ in {"acl:relcl", "acl"}:
            return node.head
    return token


def _is_passive(token: Token) -> bool:
    if any(c.dep_ in {"aux:pass", "nsubj:pass", "obl:agent"} for c in token.children):
        return True
    participle = token.morph.get("VerbForm", []) == ["Part"] and token.morph.get("Tense", []) == ["Past"]
    return participle and token.dep_ in {"acl", "amod", "advcl"} and not any(c.dep_ in {"nsubj", "aux", "obj"} for c in token.children)


def _verb_frame(token: Token, kind: str, bases: dict[str, tuple[str, ...]]) -> Frame:
    passive = kind == "verb" and _is_passive(token)
    lemma = token.lemma_.lower()
    known = bases.get(token.lower_, (lemma,))
    lemma = lemma if lemma in known else known[0]
    slots: dict[str, list[int]] = {}

    def add(role: str, filler: Token) -> None:
        if filler.lower_ in {"each", "one"} and filler.i + 1 < len(filler.doc) and filler.nbor().lower_ in {"other", "another"}:
            role = "each_other"
        if filler.dep_.startswith("conj"):
            slots.setdefault(role, []).append(filler.i)
        else:
            slots.setdefault(role, []).extend(with_conjuncts(filler))

    has_object = any(c.dep_ == "obj" for c in token.children)
    for child in token.children:
        relation = child.dep_
        if relation in {"nsubj", "nsubj:outer", "csubj"}:
            add("subj", _antecedent(child, token))
        elif relation in {"nsubj:pass", "csubj:pass"}:
            add("iobj" if has_object else "obj", _antecedent(child, token))
        elif relation == "obl:agent":
            add("subj", child)
        elif relation in {"obj", "iobj"}:
            add(relation, _antecedent(child, token))
        elif relation == "xcomp" and child.pos_ == "NOUN" and child.i > token.i and "obj" not in slots and not has_object and _bare(child):
            add("obj", child)  # "called off *the talks*"
        elif relation in {"ccomp", "xcomp"}:
            add("comp", child)
        elif (
            relation == "compound:prt"
            or relation == "advmod"
            and child.lower_ in _PARTICLES
            and child.i == token.i + 1
            and "_" not in lemma
        ):
            lemma = f"{lemma}_{child.lower_}"
        elif relation in {"obl", "nmod", "advcl"} or (relation == "advmod" and preposition_of(child)):
            preposition = preposition_of(child)
            if relation == "advcl":
                mark = next((c.lower_ for c in child.children if c.dep_ == "mark"), None)
                if mark == "to":
                    asked = lemma in _ASKING and any(c.dep_ == "obl" for c in token.children)
                    slots.setdefault("comp" if asked else "purpose", []).append(child.i)
                elif mark:
                    slots.setdefault(mark, []).append(child.i)
            elif preposition:
                for role, filler in _deepened(preposition, child):
                    add(role, filler)
    frame = Frame(token.i, lemma, kind, slots, passive=passive)
    _reduced(token, frame)
    return frame


def _bare(token: Token) -> bool:
    """Whether a noun is a plain noun phrase with its determiner, no predicate."""
    inner = {c.dep_ for c in token.children}
    return "det" in inner and not inner & {"cop", "mark", "case", "nsubj"}


def _deepened(preposition: str, child: Token) -> Iterator[tuple[str, Token]]:
    """("on", behalf) becomes ("on_behalf_of", whoever) as well."""
    yield preposition, _antecedent(child, child.head)
    for inner in child.children:
        if (
            inner.dep_.startswith("nmod")
            and preposition_of(inner) == "of"
            or inner.dep_ == "nmod:poss"
            and child.lemma_.lower() in {"behalf", "name"}
        ):
            yield f"{preposition}_{child.lemma_.lower()}_of", inner


def _reduced(token: Token, frame: Frame) -> None:
    """The noun of a reduced relative is the participle's subject, or its object where the participle is passive."""
    if token.dep_ in {"acl", "acl:relcl", "amod"} and frame.kind == "verb":
        pronoun = any(c.lower_ in _RELATIVE for c in token.subtree if c.head == token or c.head.head == token)
        if pronoun or token.head.pos_ in {"VERB", "ADJ"}:
            return
        if token.dep_ == "acl:relcl":
            if "subj" in frame.slots and "obj" not in frame.slots:
                frame.slots["obj"] = [token.head.i]  # "the treaty they signed"
        elif frame.passive:
            frame.slots.setdefault("obj", [token.head.i])
        elif token.lower_.endswith("ing"):
            frame.slots.setdefault("subj", [token.head.i])


def _return_controllers(token: Token, frame: Frame, frames: dict[int, Frame]) -> None:
    """An object that stands before the infinitive's "to" is the governing verb's ("urged *Argentina* to leave"), whatever the
    tree says."""
    mark = next((c for c in token.children if c.dep_ == "mark" and c.lower_ == "to"), None)
    above = frames.get(token.head.i)
    if mark is None or above is None or above.anchor > token.i or token.dep_ not in {"xcomp", "advcl", "ccomp"}:
        return
    for role in ("obj", "iobj", "subj"):
        early = [i for i in frame.slots.get(role, []) if above.anchor < i < mark.i]
        if early:
            late = [i for i in frame.slots[role] if i not in early]
            del frame.slots[role]
            if late:
                frame.slots[role] = late
            above.slots.setdefault("obj", []).extend(i for i in early if i not in above.slots.get("obj", []))
            frame.slots["subj"] = early
            if token.i not in above.slots.get("comp", []):
                above.slots.setdefault("comp", []).append(token.i)


def _share(token: Token, frame: Frame, frames: dict[int, Frame]) -> None:
    """Carry subjects (and objects) over coordination, control and subjectless adverbial clauses."""
    head = token.head
    if token.dep_ == "acl" and head.lemma_.lower() in _INTENTIONS:
        _intended(token, frame, frames)
    if head.i == token.i or head.i not in frames:
        return
    above = frames[head.i]
    if token.dep_ == "conj":
        own_clause = any(c.dep_ == "mark" for c in token.children)
        for role in ("subj",) if not frame.passive else ("obj",):
            source = ("obj" if above.passive else "subj") if "obl:agent" not in {c.dep_ for c in head.children} else "subj"
            if role not in frame.slots and source in above.slots and not own_clause:
                frame.slots[role] = list(above.slots[source])
        if "obj" not in frame.slots and "comp" not in frame.slots and above.slots.get("obj", [0])[0] > token.i:
            frame.slots["obj"] = list(above.slots["obj"])
    elif token.dep_ == "xcomp" or (token.dep_ == "advcl" and token.i in above.slots.get("comp", [])):
        role = "obj" if frame.passive else "subj"
        controller = above.slots.get("obj") or above.slots.get("iobj")
        if above.lemma in _SUBJECT_CONTROL or not controller:
            controller = above.slots.get("obj") if above.passive else above.slots.get("subj")
        if above.passive and above.slots.get("obj"):
            controller = above.slots["obj"]
        if controller and token.doc[controller[0]].lemma_.lower() in _INTENTIONS and above.slots.get("subj"):
            controller = above.slots["subj"]
        if role not in frame.slots:
            prepositional = [i for p in ("on", "to", "for", "with") for i in above.slots.get(p, [])]
            if above.lemma in _ASKING | {"rely", "wait"} and prepositional:
                controller = prepositional
            if controller:
                frame.slots[role] = list(controller)
    elif token.dep_ == "advcl" and "subj" not in frame.slots and not any(c.dep_.startswith("nsubj") for c in token.children):
        role = "obj" if frame.passive else "subj"
        carried = above.slots.get("obj") if above.passive and "subj" not in above.slots else above.slots.get("subj")
        if role not in frame.slots and carried:
            frame.slots[role] = list(carried)


def _intended(token: Token, frame: Frame, frames: dict[int, Frame]) -> None:
    """Give an infinitive after a noun of intention its subject: the noun's owner, else the subject of the verb above."""
    noun = token.head
    role = "obj" if frame.passive else "subj"
    if role in frame.slots:
        return
    owners = [c.i for c in noun.children if c.dep_ in {"nmod:poss", "amod", "compound"} and c.pos_ in {"PROPN", "PRON", "NOUN", "ADJ"}]
    above = frames.get(noun.head.i)
    if owners:
        frame.slots[role] = owners
    elif above is not None and noun.dep_ in {"obj", "obl"} and above.slots.get("subj"):
        frame.slots[role] = list(above.slots["subj"])


def _noun_frame(token: Token, lemma: str) -> Frame:
    slots: dict[str, list[int]] = {}
    for child in token.children:
        relation = child.dep_
        if relation == "nmod:poss" or (
            relation in {"amod", "compound", "nmod:desc", "nmod"} and child.i < token.i and not preposition_of(child)
        ):
            slots.setdefault("poss", []).extend(i for i in with_conjuncts(child) if i < token.i)
            slots["poss"] += [
                c.i for c in child.children if c.dep_ == "compound" and c.pos_ in {"PROPN", "ADJ"} and c.i not in slots["poss"]
            ]
            slots["poss"] += [i for i in _hyphened(child) if i not in slots["poss"]]
            # "Chad's sudden, unprovoked raid": the owner may hang on the first adjective.
            slots["poss"] += [c.i for c in child.children if c.dep_ == "nmod:poss" and relation == "amod" and c.i not in slots["poss"]]
        elif relation.startswith(("nmod", "obl")):
            preposition = preposition_of(child)
            if preposition:
                for role, filler in _deepened(preposition, child):
                    slots.setdefault(role, []).extend(with_conjuncts(filler))
        elif relation == "acl":
            mark = next((c.lower_ for c in child.children if c.dep_ == "mark"), None)
            if mark == "to" or relation == "ccomp":
                slots.setdefault("comp", []).append(child.i)
            elif child.lemma_.lower() in {"involve", "include", "bring"}:
                slots.setdefault("between", []).extend(i for c in child.children if c.dep_ == "obj" for i in with_conjuncts(c))
    return Frame(token.i, lemma, "noun", slots)


def _hyphened(token: Token) -> list[int]:
    """The words joined before a modifier by hyphens ("U.S.-Soviet", "Anglo-Franco-German")."""
    found, i = [], token.i
    while i >= 2 and token.doc[i - 1].text in {"-", "–"} and not token.doc[i - 1].whitespace_ and not token.doc[i - 2].whitespace_:
        i -= 2
        found.append(i)
    return found


def _support(token: Token, frame: Frame, frames: dict[int, Frame], light_verbs: frozenset[str]) -> None:
    """Find the verb that supports a noun ("held talks", "talks took place") and what it brings."""
    node = token
    while node.dep_ == "conj" and node.head.pos_ in {"NOUN", "PROPN"}:
        node = node.head
    while node.dep_ == "nmod" and node.head.lemma_.lower() in _AMOUNTS and preposition_of(node) == "of":
        node = node.head  # "had months of talks"
    verb = node.head
    if verb.i not in frames or frames[verb.i].kind != "verb":
        return
    above = frames[verb.i]
    as_object = token.i in above.slots.get("obj", []) or node.i in above.slots.get("obj", [])
    lemma = above.lemma.split("_")[0]
    prepositions = {p: v for p, v in above.slots.items() if p not in {"subj", "obj", "iobj", "comp", "purpose"}}
    if as_object and (lemma in light_verbs or above.lemma in light_verbs):
        frame.light = verb.i
        frame.support = {p: [i for i in v if i != token.i] for p, v in prepositions.items()}
        subjects = [i for i in above.slots.get("subj", []) if i not in above.slots.get("obj", [])]
        if subjects:
            frame.support["subj"] = subjects
    elif node.dep_ in {"obl", "advcl"} and preposition_of(node) in {"in", "into", "for", "under"} and lemma in light_verbs:
        frame.light = verb.i
        frame.support = {p: [i for i in v if i != node.i] for p, v in prepositions.items()}
        if "subj" in above.slots:
            frame.support["subj"] = list(above.slots["subj"])
    elif node.dep_.startswith("nsubj") and lemma in _OCCUR:
        frame.support = {p: v for p, v in prepositions.items() if p in {"between", "with", "against", "on", "among"}}

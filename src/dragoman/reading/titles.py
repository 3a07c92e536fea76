"""Titles: which office a name's words before, or a noun phrase beside it, give it, and whose office that is."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.lexicon.roles import field_words
from dragoman.reading.draft import ActorNote, Draft
from dragoman.reading.names import HONORIFICS, next_word, one_line, words_before
from dragoman.world import Sense
from dragoman.world.spelling import slug

# Words before a title that are no part of it.
LOOSE = {
    "visiting", "former", "then", "new", "outgoing", "incoming", "current", "late", "ex", "top", "acting", "veteran", "his", "her", "its",
    "their", "the", "a", "an", "newly", "elected", "exiled", "ousted", "deposed", "one-time", "hardline", "moderate", "said", "including",
    "jailed",
}  # fmt: skip
_FORMER = {"former", "ex", "then", "late", "ousted", "deposed", "outgoing", "one-time"}
_TITLE_SHAPE = {"ADJ", "NOUN", "PROPN"}
MODIFIERS = {
    "deputy", "vice", "foreign", "prime", "defense", "defence", "assistant", "under", "first", "second", "senior", "chief", "national",
    "security", "press", "special", "permanent", "interior", "finance", "trade", "treasury", "commerce", "state", "party", "general",
    "lieutenant", "major", "field", "executive", "managing", "economic", "economics", "international", "agriculture", "oil", "energy",
    "information", "health", "justice", "transport", "labor", "labour", "industry", "minister", "secretary", "majority", "minority",
    "communist", "opposition", "parliamentary", "presidential", "republican", "democratic", "crown", "supreme", "honorary", "military",
    "army", "naval", "air", "chair", "co", "principal", "junior", "corporate", "junta", "rebel", "guerrilla", "budget", "emeritus",
    "career", "home",
}  # fmt: skip
SHORT = {
    "rep.": "representative", "sen.": "senator", "gov.": "governor", "gen.": "general", "lt.": "lieutenant", "col.": "colonel",
    "adm.": "admiral", "amb.": "ambassador", "capt.": "captain", "maj.": "major", "sgt.": "sergeant", "prof.": "professor",
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "adm": "admiral", "col": "colonel", "sec.": "secretary",
    "pres.": "president",
}  # fmt: skip
# Offices that one state alone calls so.
_HOMES = {
    "assistant secretary": "USA", "undersecretary": "USA", "under secretary": "USA", "secretary of defense": "USA",
    "secretary of defence": "USA", "trade representative": "USA", "congressman": "USA", "congresswoman": "USA",
    "chancellor of the exchequer": "GBR", "taoiseach": "IRL", "deputy secretary": "USA", "secretary of commerce": "USA",
    "secretary of agriculture": "USA", "attorney general": "USA",
}  # fmt: skip
_RANKS = {
    "cardinal", "archbishop", "bishop", "general", "admiral", "colonel", "captain", "major", "marshal", "senator", "congressman",
    "professor", "prince",
}  # fmt: skip
_DEPARTMENTS = {
    "exchequer",
    "state", "defense", "defence", "staff", "commerce", "treasury", "trade", "agriculture", "energy", "labor", "transportation",
    "education", "war", "health", "homeland", "interior", "housing", "veterans", "mission",
}  # fmt: skip


# Groups of officials, and adherents of a party.
_NO_OFFICES = {"team", "mission", "delegation", "democrat", "republican", "conservative", "liberal"}


_ORGAN = frozenset({"organ"})


@dataclass
class Title:
    """A title read from the report: its words, whose office it is, and whether it is held no longer; ``start`` is its first word."""

    text: str
    of: str | None = None
    former: bool = False
    start: int = 0


def names_office(token: Token, roles: dict[str, frozenset[str]]) -> bool:
    """Whether a noun names an office or a person ("director", "spokesman"), not a body or a force."""
    kinds = roles.get(token.lower_) or roles.get(token.lemma_.lower()) or frozenset()
    return bool(kinds & {"office", "official", "person"}) and token.lower_ not in _NO_OFFICES


def is_title_word(token: Token, roles: dict[str, frozenset[str]]) -> bool:
    """Whether a word may stand in a title, so that no name begins with it."""
    low = token.lower_
    return low in HONORIFICS or low in roles or low in LOOSE or low in MODIFIERS or low in SHORT or low in field_words()


def title_before(draft: Draft, start: int, roles: dict[str, frozenset[str]], actor_of: dict[int, Sense]) -> Title | None:
    """The title that stands directly before a name ("Soviet Deputy Foreign Minister NAME").

    Args:
        draft: the draft.
        start: the name's first token.
        roles: role words.
        actor_of: token -> sense of the state or body named there.
    """
    doc = draft.doc
    back = list(words_before(doc, start))
    if back and doc[back[0]].text == ",":
        office = _over_comma(draft, start, back[1:], roles)
        return title_of_noun(draft, office, roles, actor_of) if office is not None else None
    words: list[str] = []
    owner: str | None = None
    former = capital = False
    k, begin = 0, start
    while k < len(back):
        i = back[k]
        token, low = doc[i], doc[i].lower_
        before = back[k + 1] if k + 1 < len(back) else None
        if low in HONORIFICS and not words:
            k += 1
            continue
        if low == ")":
            opened = next((j for j in range(k, min(len(back), k + 8)) if doc[back[j]].text == "("), None)
            if opened is None:
                break
            inside = next((actor_of[back[j]].id for j in range(k, opened) if back[j] in actor_of), None)
            owner = owner or (inside if words else None)
            k = opened + 1
            if words and inside is None:
                owner = owner or _unknown_owner(draft, back[k:])
                break
            continue
        posted = _posted(draft, back, k, roles, actor_of) if not words else None
        if posted is not None:
            k = posted
            continue
        if low in {"'s", "’s", "'", "’"} and words:
            # "Israel's Prime Minister NAME"
            owner = owner or (actor_of[before].id if before is not None and before in actor_of else None)
            break
        if i in actor_of and not (words in (["minister"], ["secretary"]) and low in field_words() and actor_of[i].kind == "other"):
            sense = actor_of[i]
            if not words:
                break
            owner = sense.id if owner is None or sense.use in {"adjective", "name", "abbreviation"} and sense.kind == "state" else owner
            while k + 1 < len(back) and actor_of.get(back[k + 1]) is sense:
                k += 1
        elif (
            low == "-" and words and before is not None and not token.whitespace_ and not doc[before].whitespace_ and doc[before].pos_ in _TITLE_SHAPE
        ):
            words[0] = f"{doc[before].lower_}-{words[0]}"  # "Secretary-General NAME"
            capital = capital or doc[before].text[:1].isupper()
            k += 1
            i = before
        elif low == "-" or low in _FORMER:
            former = former or low in _FORMER
        elif low in {"of", "for"} and words and before is not None and names_office(doc[before], roles):
            # "Secretary of State NAME", "Minister of Foreign Affairs NAME"
            words = [doc[before].lower_, low, *words]
            k += 1
            i = before
        elif low == "and" and words and words[0] in field_words() and before is not None and doc[before].lower_ in field_words():
            words = [doc[before].lower_, low, *words]  # "Trade and Industry Secretary NAME"
            k += 1
            i = before
        elif low in LOOSE:
            break
        elif i in draft.place_at and words:
            owner = owner or draft.place_at[i].country  # "Ontario Premier NAME"
        elif words and capital and not token.text[:1].isupper() and low not in MODIFIERS:
            break  # "evidence Prime Minister NAME": a capitalised title has no common word before it
        elif (token.pos_ in _TITLE_SHAPE or words and low in MODIFIERS) and (words or _may_end_title(token, roles)):
            if (
                words
                and token._.entity == "organization"
                and token.pos_ == "PROPN"
                and roles.get(low, _ORGAN) <= _ORGAN
                and low not in MODIFIERS
                and low not in field_words()
            ):
                owner = owner or _unknown_owner(draft, back[k:])
                break
            words.insert(0, SHORT.get(low, low))
            capital = capital or token.text[:1].isupper()
        else:
            break
        begin = i
        k += 1
    while k < len(back) and doc[back[k]].lower_ in LOOSE:
        former = former or doc[back[k]].lower_ in _FORMER
        k += 1
    if not words or not _ends_in_office(words, roles):
        return _distant_title(draft, start, roles, actor_of)
    if (
        len(words) > 1
        and words[-1] in _RANKS
        and words[-2] not in _RANKS | {"lieutenant", "brigadier"}
        and " ".join(words[-2:]) not in roles
        and _ends_in_office(words[:-1], roles)
    ):
        words.pop()  # "Secretary of State *Cardinal* NAME"
    elif not {"of", "for"} & set(words) and (words[-1] not in roles and "-" not in words[-1] or doc[back[0]].morph.get("Number", []) == ["Plur"]):
        head = next((i for i in back if SHORT.get(doc[i].lower_, doc[i].lower_) == words[-1]), None)
        words[-1] = doc[head].lemma_.lower() if head is not None else words[-1]  # "Presidents A and B"
    return Title(plain_title(words), owner or home_of(words), former, begin)


def _posted(draft: Draft, back: list[int], k: int, roles: dict[str, frozenset[str]], actor_of: dict[int, Sense]) -> int | None:
    """ "*ambassador* to the United States NAME", "*adviser* to the President NAME": where in the words before the real office stands."""
    doc, n = draft.doc, k
    if back[n] in actor_of:
        sense = actor_of[back[n]]
        while n < len(back) and actor_of.get(back[n]) is sense:
            n += 1
    elif back[n] in draft.place_at:
        n += 1
    elif names_office(doc[back[n]], roles):
        while n < len(back) and doc[back[n]].pos_ in _TITLE_SHAPE and n - k < 3:
            n += 1
        if n < len(back) and doc[back[n]].lower_ not in {"the", "his", "her"}:
            return None
    else:
        return None
    n += n < len(back) and doc[back[n]].lower_ in {"the", "his", "her"}
    if n + 1 < len(back) and doc[back[n]].lower_ in {"to", "in", "at"} and names_office(doc[back[n + 1]], roles):
        return n + 1
    return None


def _over_comma(draft: Draft, start: int, back: list[int], roles: dict[str, frozenset[str]]) -> Token | None:
    """ "the director-general of the Ministry, NAME": the office to which a name after a comma is the apposition."""
    doc = draft.doc
    head = doc[start].head if doc[start].dep_ == "appos" else None
    while head is not None and not names_office(head, roles) and head.dep_.startswith("nmod") and head.head.i < head.i:
        head = head.head  # "the director of the Ministry, NAME": the parse may hang the name on the last noun
    if head is not None and head.i < start and names_office(head, roles):
        return head if head.morph.get("Number", []) != ["Plur"] else None
    for i in back[:10]:
        token = doc[i]
        if names_office(token, roles):
            after = next_word(doc, i)
            first = next((k for k in words_before(doc, i) if doc[k].pos_ not in _TITLE_SHAPE and doc[k].text != "-"), i)
            definite = doc[first].lower_ in {"the", "its", "his", "their", "'s", "’s"}
            opened = first == 0 or doc[first - 1].text != ","
            linked = after is not None and doc[after].lower_ in {"of", "for", "at", ","}
            return token if definite and opened and linked and token.morph.get("Number", []) != ["Plur"] else None
        if token.pos_ not in _TITLE_SHAPE and token.lower_ not in {"of", "for", "at", "the", "'s", "’s", "and"}:
            return None
    return None


def _may_end_title(token: Token, roles: dict[str, frozenset[str]]) -> bool:
    low = token.lower_
    if low in SHORT:
        return token.text[:1].isupper()
    return low in roles or token.lemma_.lower() in roles or low in field_words()


def _ends_in_office(words: list[str], roles: dict[str, frozenset[str]]) -> bool:
    """Whether the head of a title is somebody: its last word, or the one before "of"."""
    head = words[-1]
    for k, word in enumerate(words[1:], 1):
        if word in {"of", "for"}:
            head = words[k - 1]
            break
    kinds = roles.get(head) or roles.get(head.removesuffix("s")) or roles.get(head.rpartition("-")[2]) or frozenset()
    return bool(kinds & {"office", "official", "person"}) and head not in _NO_OFFICES or head in SHORT.values()


def home_of(words: list[str]) -> str | None:
    """The one state that calls an office so ("assistant secretary of defense")."""
    text = " ".join(words)
    return next((home for title, home in _HOMES.items() if text.startswith(title) or text.endswith(title)), None)


def _unknown_owner(draft: Draft, back: list[int]) -> str | None:
    """An organisation that the world does not know, by the capitalised words that end here ("Dome Petroleum chairman NAME")."""
    doc, words = draft.doc, list[int]()
    for i in back:
        if names_office(doc[i], draft.lexicon.roles) or i in draft.mention_at:
            break
        if doc[i].text[:1].isupper() and doc[i].pos_ in _TITLE_SHAPE or (words and doc[i].lower_ in {"of", "for", "&"}):
            words.append(i)
        else:
            break
    while words and not doc[words[-1]].text[:1].isupper():
        words.pop()
    if not words or draft.title_end > words[0]:
        return None
    name = one_line(draft.span((words[-1], words[0] + 1)).text)
    identity = slug(name)
    if identity and len(name) > 2:
        draft.actors.setdefault(identity, ActorNote(identity, "other", name))
        return identity
    return None


def _distant_title(draft: Draft, start: int, roles: dict[str, frozenset[str]], actor_of: dict[int, Sense]) -> Title | None:
    """ "Minister of Water and Agriculture NAME", "Assistant Secretary for security policy NAME": an office, its field, then the name."""
    doc = draft.doc
    back = list(words_before(doc, start))[:16]
    while back and doc[back[0]].lower_ in HONORIFICS:
        back.pop(0)
    if not back or doc[back[0]].pos_ not in _TITLE_SHAPE:
        return None
    field: list[int] = []
    office = None
    for n, i in enumerate(back):
        token = doc[i]
        if names_office(token, roles) and i not in actor_of and field and doc[field[-1]].lower_ in {"of", "for", "to", "on"}:
            office = n
            break
        if token.pos_ not in _TITLE_SHAPE and token.lower_ not in {"of", "for", "to", "on", "and", "the", ",", "&", "-"}:
            return None
        if names_office(token, roles) and token.lower_ not in field_words():
            return None
        field.append(i)
    if office is None:
        return None
    field.reverse()
    head = doc[back[office]]
    words, owner, begin = [head.lower_], None, head.i
    for i in back[office + 1 :]:
        if i in actor_of:
            owner = owner or actor_of[i].id
        elif (doc[i].pos_ in _TITLE_SHAPE or doc[i].lower_ == "under") and (
            doc[i].lower_ in MODIFIERS or doc[i].lower_ in field_words() or doc[i].lower_ in roles
        ):
            words.insert(0, doc[i].lower_)
        else:
            if doc[i].lower_ in {"'s", "’s"} and i - 1 in actor_of:
                owner = owner or actor_of[i - 1].id
            break
        begin = i
    link, subject = doc[field[0]].lower_, [i for i in field[1:] if doc[i].lower_ != "the"]
    owner = owner or next((actor_of[i].id for i in subject if i in actor_of and actor_of[i].kind != "other"), None)
    subject = [i for i in subject if i not in actor_of or doc[i].lower_ in field_words()]
    if link in {"of", "for"} and subject and (words[-1] == "minister" or doc[subject[0]].lower_ in _DEPARTMENTS):
        end = next(
            (n for n, i in enumerate(subject) if n and (doc[i].lower_ in {"for", "of", "to", "on", ","} or doc[subject[0]].lower_ in _DEPARTMENTS)),
            len(subject),
        )
        words += [link, *(doc[i].lower_ for i in subject[:end])]
    return Title(plain_title(words), owner or home_of(words), any(doc[i].lower_ in _FORMER for i in back[office + 1 : office + 4]), begin)


def title_of_noun(draft: Draft, head: Token, roles: dict[str, frozenset[str]], actor_of: dict[int, Sense]) -> Title | None:
    """The title that a noun phrase names ("the deputy head of the Bank of Japan"), with whose it is."""
    doc = draft.doc
    left = head.left_edge.i
    words = [head.lemma_.lower() if head.lower_ not in roles else head.lower_]
    owner: Sense | None = None
    former = False
    for i in range(head.i - 1, left - 1, -1):
        token = doc[i]
        if i in actor_of:
            owner = actor_of[i] if owner is None or actor_of[i].kind == "state" else owner
        elif token.lower_ in _FORMER:
            former = True
        elif token.head == head and token.dep_ in {"amod", "compound", "nmod:desc"} and token.lower_ not in LOOSE:
            words.insert(0, token.lower_)
            words[:0] = [c.lower_ for c in token.children if c.dep_ in {"compound", "amod"} and c.i not in actor_of]
    if head.i >= 2 and doc[head.i - 1].text == "-" and doc[head.i - 2].lower_ not in words:
        words.insert(0, doc[head.i - 2].lower_ + "-" + words.pop())  # "director-general"
    tail: list[str] = []
    for child in head.children:
        preposition = next((c.lower_ for c in child.children if c.dep_ == "case"), None)
        if child.dep_.startswith("nmod") and child.i > head.i and preposition in {"of", "for", "at", "to", "in"}:
            inner = next((actor_of[k] for k in range(child.left_edge.i, child.right_edge.i + 1) if k in actor_of), None)
            if (
                child.lower_ in _DEPARTMENTS | {"affairs"}
                and preposition in {"of", "for"}
                or (words[-1] == "minister" and preposition in {"of", "for"} and inner is None)
            ):
                tail = [preposition, *(doc[k].lower_ for k in range(child.left_edge.i + 1, child.i + 1) if doc[k].dep_ not in {"det"})]
            if inner is not None:
                whole = draft.mention_at.get(child.i)
                owner = owner or inner
                if whole is not None and whole.actors and (owner is None or owner.kind != "state" or owner is inner):
                    return Title(plain_title(words + tail), whole.actors[0], former, left)
    return Title(plain_title(words + tail), owner.id if owner else home_of(words + tail), former, left)


def is_rank(title: str | None) -> bool:
    """Whether a title is a rank that says nothing of the office ("general", "vice-admiral")."""
    ranks = _RANKS - {"senator", "congressman", "professor", "prince"} | {"lieutenant", "brigadier", "vice", "rear", "field"}
    return title is not None and all(w in ranks for w in title.replace("-", " ").split())


def plain_title(words: list[str]) -> str:
    """A title in plain use: lower case, "minister of foreign affairs" as "foreign minister"."""
    text = (
        " ".join(w for w in words if w not in {",", "-"}).replace("director general", "director-general").replace("of exchequer", "of the exchequer")
    )
    for link in ("of", "for"):
        before, found, field = text.partition(f"minister {link} ")
        if found and not field.startswith("state "):
            field = field.removeprefix("the ").replace("foreign affairs", "foreign")
            text = f"{before}{field} minister"
    return text


def same_title(a: str | None, b: str | None) -> bool:
    """Whether two titles are one, spelling aside ("secretary general", "secretary-general")."""
    return bool(a and b) and spelt(str(a)) == spelt(str(b))


def spelt(title: str) -> str:
    """A title in one spelling."""
    return (
        title.replace("-", " ")
        .replace("defence", "defense")
        .replace("advisor", "adviser")
        .replace("premier", "prime minister")
        .replace("person", "man")
    )

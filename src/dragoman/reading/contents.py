"""Contents: which words a cue reports, exactly."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.lexicon.inflection import forms_of
from dragoman.reading.draft import Stretch
from dragoman.reading.quotations import Quotation

_CLAUSE = {"ccomp", "parataxis"}
_OPEN_MARKS = {'"', "“", "``", "‘"}
_CLOSE_MARKS = {'"', "”", "''", "’"}
# Verbs whose object is whom they speak to.
_TO_HEARERS = frozenset(
    f for v in ("tell", "warn", "remind", "inform", "assure", "notify", "ask", "advise", "urge") for f in forms_of(v)
)
_LATELY = {"recently", "today", "yesterday", "earlier", "later", "tonight", "here", "separately", "privately"}
_LOOSE = {",", ";", ":", "-", "--", "–", "—", "...", ".", "!", "?"}


@dataclass(frozen=True)
class Content:
    """A found content with the words of its cue."""

    stretch: Stretch
    cue: Stretch


class Contents:
    """Finds contents in one report.

    Args:
        doc: the parsed report.
        quotations: all its quotations, in order.
        cues: places of the verbs that report.
    """

    def __init__(self, doc: Doc, quotations: list[Quotation], cues: frozenset[int]) -> None:
        self._doc = doc
        self._cues = cues
        self._quotation_at: dict[int, Quotation] = {}
        for quotation in quotations:
            for i in range(*quotation.stretch):
                self._quotation_at[i] = quotation

    def quotation_at(self, token: int) -> Quotation | None:
        """The quotation in which a token stands, or None."""
        return self._quotation_at.get(token)

    def clause(self, cue: Token) -> Content | None:
        """What a verb of saying reports: the clause or quotation after it, before it or around it."""
        right = [c for c in cue.rights if c.dep_ in {"ccomp", "csubj:pass"}] or self._misplaced(cue)
        left = [
            c
            for c in cue.lefts
            if c.dep_ in _CLAUSE or (c.dep_ in {"obj", "advcl", "dep", "nsubj"} and self._ends_quoted(c, cue))
        ]
        if not right and not left:
            right = [
                c for c in cue.rights if c.dep_ in {"parataxis", "xcomp", "obj", "conj", "appos"} and self._quoted_after(cue, c)
            ]
        if right:
            return None if self._is_question(right[0]) else self._after(cue, right[0])
        if left:
            return self._before(cue, left[-1])
        said_as = cue.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in cue.children)
        if (cue.dep_ in {"parataxis", "reparandum"} or said_as) and cue.head.i != cue.i:
            return self._around(cue)
        return self._adjacent(cue) or self._tail(cue)

    def told(self, cue: Token, saying: Token) -> Content | None:
        """What "quoted Y as saying" reports: the clause of "saying", a quotation beside the cue, or the rest of the sentence."""
        clause = next((c for c in saying.rights if c.dep_ == "ccomp"), None)
        if clause is not None:
            return self._content(saying.i + 1, clause.right_edge.i + 1, cue)
        beside = any(c.dep_ in _CLAUSE for c in cue.lefts)
        return (self.clause(cue) if beside else self._adjacent(cue)) or self.clause(saying) or self.rest(saying)

    def infinitive(self, cue: Token) -> Content | None:
        """The infinitive that a verb of asking or promising governs, "to" included."""
        for child in cue.rights:
            if child.dep_ in {"xcomp", "ccomp", "advcl"} and any(c.dep_ == "mark" and c.lower_ == "to" for c in child.children):
                return self._content(child.left_edge.i, child.right_edge.i + 1, cue)
        return None

    def infinitive_or_clause(self, cue: Token) -> Content | None:
        """An infinitive, else a finite clause."""
        clause = next(
            (c for c in cue.rights if c.dep_ == "ccomp" and not any(m.lower_ == "to" for m in c.children if m.dep_ == "mark")),
            None,
        )
        return self._after(cue, clause) if clause is not None else self.infinitive(cue)

    def as_phrase(self, cue: Token) -> tuple[int, Content] | None:
        """What follows the "as" of "describe X as Y", and the place of "as"."""
        for token in self._doc[cue.i + 1 : cue.sent.end]:
            if token.lower_ != "as" or token.dep_ not in {"case", "mark"}:
                continue
            filler = token.head
            if filler.head == cue or (filler.head.head == cue and filler.head.dep_ in {"obj", "xcomp", "advcl", "obl"}):
                end = max(filler.right_edge.i, token.i) + 1
                for sibling in cue.rights:  # what trails directly after the phrase belongs to it
                    if sibling.left_edge.i == end or (sibling.left_edge.i == end + 1 and self._doc[end].text in _CLOSE_MARKS):
                        if sibling.dep_ in {"obl", "nmod"}:
                            end = sibling.right_edge.i + 1
                return token.i, self._content(token.i + 1, end, cue)
        quoted = next((c for c in cue.rights if c.dep_ == "xcomp"), None)
        if quoted is not None and any(c.dep_ in {"obj", "nsubj:pass"} for c in cue.children):
            return quoted.left_edge.i, self._content(quoted.left_edge.i, quoted.right_edge.i + 1, cue)
        return None

    def rest(self, cue: Token) -> Content | None:
        """All of the sentence behind a cue."""
        words = [t for t in self._doc[cue.i + 1 : cue.sent.end] if not t.is_punct and not t.is_space]
        return self._content(cue.i + 1, cue.sent.end, cue) if len(words) > 2 else None

    def quotation_behind_colon(self, cue: Token) -> Content | None:
        """The quotation that a colon in the cue's sentence introduces."""
        for token in self._doc[cue.i + 1 : cue.sent.end]:
            quotation = self._quotation_at.get(token.i + 1)
            if token.text == ":" and quotation is not None and quotation.stretch[0] == token.i + 1:
                return Content(self.trimmed(*quotation.stretch), self._cue(cue))
        return None

    def phrase(self, cue: Token) -> Content:
        """The noun phrase or clause under a token."""
        return self._content(cue.left_edge.i, cue.right_edge.i + 1, cue)

    def outside(self, head: Token, source: Token) -> Stretch:
        """The clause of ``head`` without the phrase that names its source at either end."""
        start, end = head.left_edge.i, head.right_edge.i + 1
        first, last = source.left_edge.i, source.right_edge.i + 1
        if all(self._doc[i].is_punct or self._doc[i].is_space for i in range(start, first)):
            start = last
        elif all(self._doc[i].is_punct or self._doc[i].is_space for i in range(last, end)):
            end = first
        return self.trimmed(*self._extended(start, end))

    def trimmed(self, start: int, end: int) -> Stretch:
        """The stretch without complementizer, white space and loose punctuation at its ends; marks of quotation stay."""
        doc = self._doc
        moved = True
        while moved and start < end:
            moved = False
            first, last = doc[start], doc[end - 1]
            lone_closer = first.text in _CLOSE_MARKS and self._closes(start)
            if first.is_space or first.text in _LOOSE or lone_closer or (first.lower_ == "that" and first.dep_ == "mark"):
                start, moved = start + 1, True
                continue
            inside = self._quotation_at.get(end - 1)
            kept = inside is not None and inside.stretch[0] <= start and not inside.closed
            lone_opener = last.text in _OPEN_MARKS and inside is not None and inside.stretch[0] == end - 1
            if (
                last.is_space
                or lone_opener
                or (last.text in _LOOSE and not kept and not (inside is not None and inside.stretch[1] > end))
            ):
                end, moved = end - 1, True
        return start, max(end, start + 1)

    def whole(self, start: int, end: int, cue: Token) -> Stretch:
        """A stretch with the whole of quotations that it cuts, not over the cue."""
        return self.trimmed(*self._extended(start, end, cue))

    def _closes(self, i: int) -> bool:
        quotation = self._quotation_at.get(i)
        return quotation is None or quotation.stretch[1] == i + 1

    def _content(self, start: int, end: int, cue: Token) -> Content:
        return Content(self.trimmed(*self._extended(start, end, cue)), self._cue(cue))

    def _cue(self, cue: Token) -> Stretch:
        particle = next((c.i for c in cue.rights if c.dep_ == "compound:prt"), cue.i)
        return cue.i, particle + 1

    def _extended(self, start: int, end: int, cue: Token | None = None) -> Stretch:
        """Take in the whole of quotations that the stretch cuts, not over the cue."""
        first, last = self._quotation_at.get(start), self._quotation_at.get(end - 1)
        if first is not None and first.stretch[0] < start and not (cue is not None and first.stretch[0] <= cue.i < start):
            start = first.stretch[0]
        if last is not None and last.stretch[1] > end and not (cue is not None and end <= cue.i < last.stretch[1]):
            end = last.stretch[1]
        if end < len(self._doc) and end in self._quotation_at and self._quotation_at[end].stretch[1] == end + 1:
            end += 1
        if start and (before := self._quotation_at.get(start - 1)) is not None and before.stretch[0] == start - 1:
            start -= 1
        return start, end

    def _is_question(self, token: Token) -> bool:
        """Whether a complement is a question ("whether", "why") rather than a report."""
        mark = next((c for c in token.children if c.dep_ == "mark"), None)
        return mark is not None and mark.lower_ in {"whether", "if"}

    def _quoted_after(self, cue: Token, child: Token) -> bool:
        """Whether a dependent after the cue begins with a quotation or follows a colon."""
        first = child.left_edge.i
        for i in range(cue.i + 1, first + 1):
            quotation = self._quotation_at.get(i)
            if quotation is not None:
                between = [t for t in self._doc[cue.i + 1 : quotation.stretch[0]] if not t.is_punct and not t.is_space]
                inside_child = quotation.stretch[0] >= first - 1
                return inside_child and all(t.dep_ not in {"nsubj"} or t.head == cue for t in between)
        return any(t.text == ":" for t in self._doc[cue.i + 1 : first])

    def _ends_quoted(self, child: Token, cue: Token) -> bool:
        quotation = self._quotation_at.get(child.i)
        return quotation is not None and quotation.stretch[1] <= cue.i

    def _misplaced(self, cue: Token) -> list[Token]:
        """A "that" clause which the tree hangs on the hearer ("told the court that ...")."""
        hearers = [c for c in cue.rights if c.dep_ in {"obj", "iobj", "obl"}]
        clauses = [g for h in hearers for g in h.rights if g.dep_ in {"acl", "acl:relcl"}]
        return [g for g in clauses if g.left_edge.lower_ == "that" and g.left_edge.dep_ == "mark"]

    def _after(self, cue: Token, clause: Token) -> Content:
        start = max(clause.left_edge.i, cue.i + 1)
        end = clause.right_edge.i + 1
        for sibling in cue.rights:  # further clauses of the content that the tree hangs on the cue itself
            further = sibling.dep_ == "ccomp" or (sibling.dep_ == "conj" and self._in_quotation_with_gap(sibling, end))
            if sibling.i > clause.i and further:
                end = sibling.right_edge.i + 1
        if not any(c.dep_ in {"nsubj", "nsubj:pass", "expl", "csubj", "mark"} for c in clause.children):
            thing = next((c for c in cue.rights if c.dep_ in {"obj", "iobj"} and c.right_edge.i + 1 == start), None)
            hearer = cue.lower_ in _TO_HEARERS and not any(c.dep_ in {"obj", "iobj"} and c != thing for c in cue.rights)
            if thing is not None and not hearer:  # the tree took the subject of the clause for the verb's object
                start = thing.left_edge.i
        ahead = next((c for c in cue.rights if c.left_edge.i == cue.i + 1 and c.dep_ in {"advcl", "obl"}), None)
        if ahead is not None and ahead.right_edge.i + 1 >= start - 1 and self._doc[start - 1].text == ",":
            start = ahead.left_edge.i  # "said pending a vote, the sale had stopped": the setting is said too
        lead = self._set_into(cue)
        if lead is not None and start - cue.i <= 2:
            return self._content(lead, end, cue)
        return self._content(self._behind_setting(cue, clause, start), end, cue)

    def _set_into(self, cue: Token) -> int | None:
        """Where a sentence begins into which its cue is set between commas ("If it rains, he said, ..."); None for other cues."""
        first = min([cue.i, *(c.left_edge.i for c in cue.lefts if c.dep_.startswith("nsubj"))])
        start = cue.sent.start
        after = self._doc[cue.i + 1] if cue.i + 1 < len(self._doc) else cue
        if after.text != "," or first - start < 3 or self._doc[first - 1].text != "," or self._quotation_at.get(after.i + 1) is not None:
            return None
        while start < first and (self._doc[start].dep_ == "cc" or self._doc[start].is_punct or self._doc[start].is_space):
            start += 1
        inside = self._doc[start:first]
        return start if not any(t.dep_.startswith("nsubj") and t.head == cue or t.i in self._cues for t in inside) else None

    def _behind_setting(self, cue: Token, clause: Token, start: int) -> int:
        """Where a content begins behind words of place, time or medium that belong to the cue ("said on the radio the ...")."""
        subject = next((c for c in clause.lefts if c.dep_.startswith("nsubj")), None)
        if start != cue.i + 1 or subject is None or self._doc[start].dep_ == "mark":
            return start
        at = start
        for child in clause.lefts:
            if (
                child.left_edge.i == at
                and child.dep_.startswith(("obl", "advmod"))
                and child.i < subject.i
                and (child.pos_ in {"NOUN", "PROPN"} or child.lower_ in _LATELY)
            ):
                at = child.right_edge.i + 1
        return at if at == subject.left_edge.i else start

    def _in_quotation_with_gap(self, token: Token, end: int) -> bool:
        quotation = self._quotation_at.get(token.i)
        return quotation is not None and quotation.stretch[0] - end <= 3

    def _core_start(self, cue: Token, content: Token) -> int:
        """Where the words that name the source and the cue begin, behind their content."""
        start = cue.i
        for child in cue.lefts:
            if (
                child.left_edge.i > content.i
                and not child.is_punct
                and child != content
                and not self._quotation_holds(child.left_edge.i, content.i)
            ):
                start = min(start, child.left_edge.i)
        return start

    def _quotation_holds(self, a: int, b: int) -> bool:
        quotation = self._quotation_at.get(a)
        return quotation is not None and quotation is self._quotation_at.get(b)

    def _before(self, cue: Token, clause: Token) -> Content:
        core = self._core_start(cue, clause)
        if clause.i in self._cues and any(c.dep_ == "nsubj" for c in clause.children):
            closed = self._quotation_at.get(core - 1)
            if closed is not None and closed.stretch[0] > clause.i:  # "X said this, but "that," Y said"
                return Content(self.trimmed(*closed.stretch), self._cue(cue))
        start = clause.left_edge.i
        sentence = cue.sent.start
        # A coordinated first clause may hang on the cue, not on the second.
        for other in cue.lefts:
            if other.dep_ in _CLAUSE and other.i < clause.i:
                start = min(start, other.left_edge.i)
        lead = [t for t in self._doc[sentence:start] if not t.is_punct and not t.is_space]
        if lead and all(
            t.head == cue and t.dep_ in {"obl", "advcl", "advmod", "cc", "mark", "nsubj"} for t in lead if t.head.i >= start
        ):
            covered = self._quotation_at.get(start)
            if covered is None and not any(t.dep_ == "cc" for t in lead[:1]):
                start = sentence if not self._names_time_of_cue(lead, cue) else start
        stretch = self._joined(start, core, cue)
        return Content(stretch, self._cue(cue))

    def _names_time_of_cue(self, lead: list[Token], cue: Token) -> bool:
        return any(t.dep_.startswith("nsubj") and t.head == cue for t in lead)

    def _goes_on(self, cue: Token, start: int) -> int | None:
        """Where a clause ends that goes on behind a cue set into it (", she said, until the debt is paid"), or None."""
        behind = max([cue.i, *(c.i for c in cue.rights if c.dep_.startswith("nsubj"))]) + 1
        if behind >= len(self._doc) or self._doc[behind].text != ",":
            return None
        if behind + 1 >= cue.sent.end:
            return None
        first = self._doc[behind + 1]
        top = first
        while top.head.i != top.i and top.head != cue and top.head.i > behind:
            top = top.head
        marked = top.dep_ == "advcl" and first.dep_ == "mark" and first.pos_ in {"SCONJ", "ADP"}
        fits = top.left_edge.i in {behind, behind + 1} and (top.head == cue or start <= top.head.i < cue.i)
        if fits and (marked or top.dep_ == "obl") and self._quotation_at.get(first.i) is None:
            return top.right_edge.i + 1
        return None

    def _joined(self, start: int, core: int, cue: Token) -> Stretch:
        """The stretch before a cue, with what of it goes on directly behind."""
        on = (
            self._goes_on(cue, start)
            if self._quotation_at.get(core - 1) is None and self._quotation_at.get(core - 2) is None
            else None
        )
        if on is not None:
            return self.trimmed(start, on)
        first, end = self.trimmed(*self._extended(start, core, cue))
        behind = max([cue.i, *(c.right_edge.i for c in cue.rights if self._belongs_to_core(c, cue))]) + 1
        at = behind
        while at < cue.sent.end and self._doc[at].text in {",", ":"}:
            at += 1
        quotation = self._quotation_at.get(at)
        if at > behind and quotation is not None and quotation.stretch[0] == at and self._quotation_at.get(end - 1) is not None:
            return self.trimmed(first, quotation.stretch[1])
        return first, end

    def _belongs_to_core(self, child: Token, cue: Token) -> bool:
        return (
            child.dep_ in {"nsubj", "obl", "obj", "iobj", "advmod", "obl:unmarked", "obl:tmod", "compound:prt"}
            and self._quotation_at.get(child.i) is None
        )

    def _around(self, cue: Token) -> Content | None:
        """A cue set into the sentence that it reports."""
        head = cue.head
        start, end = head.left_edge.i, head.right_edge.i + 1
        core_start, core_end = self._cue_clause(cue)
        if head.i in self._cues:  # "X said this, but "that," another said": only the quotation is the second one's
            return self._adjacent(cue)
        if not any(not t.is_punct and not t.is_space for t in self._doc[core_end:end]):
            end = core_start
        elif not any(not t.is_punct and not t.is_space for t in self._doc[start:core_start]):
            start = core_end
        if end <= start:
            return None
        return Content(self.trimmed(*self._extended(start, end)), self._cue(cue))

    def _tail(self, cue: Token) -> Content | None:
        """All of a sentence before a closing ", she added" that the tree hangs elsewhere."""
        subject = next((c for c in cue.children if c.dep_ == "nsubj"), None)
        if subject is None or any(c.dep_ in {"obj", "xcomp", "ccomp"} for c in cue.children):
            return None
        start = min(cue.i, subject.left_edge.i)
        behind = [t for t in self._doc[max(cue.i, subject.right_edge.i) + 1 : cue.sent.end] if not t.is_punct and not t.is_space]
        sentence = cue.sent.start
        if (
            start - sentence < 3
            or self._doc[start - 1].text not in {",", '"', "”"}
            or any(not t.is_ancestor(cue) and cue not in t.ancestors for t in behind)
        ):
            return None
        return self._content(sentence, start, cue)

    def _cue_clause(self, cue: Token) -> Stretch:
        return cue.left_edge.i, cue.right_edge.i + 1

    def _adjacent(self, cue: Token) -> Content | None:
        """The quotation that stands directly before or behind a cue that has no clause of its own."""
        left, right = self._cue_clause(cue)
        for child in cue.rights:
            quotation = self._quotation_at.get(child.i) or self._quotation_at.get(child.left_edge.i)
            if (
                quotation is not None
                and quotation.stretch[0] > cue.i
                and child.dep_ in {"obj", "xcomp", "obl", "ccomp", "advcl", "conj", "dep", "parataxis"}
            ):
                return Content(self.trimmed(*quotation.stretch), self._cue(cue))
        at = left - 1
        while at >= 0 and (self._doc[at].is_space or self._doc[at].text == ","):
            at -= 1
        before = self._quotation_at.get(at)
        if before is not None and before.stretch[1] == at + 1 and self._quotation_at.get(cue.i) is None:
            return Content(self.trimmed(*before.stretch), self._cue(cue))
        at = cue.i + 1
        while at < len(self._doc) and at < right and self._doc[at].text in {",", ":"}:
            at += 1
        behind = self._quotation_at.get(at)
        if behind is not None and behind.stretch[0] == at:
            return Content(self.trimmed(*behind.stretch), self._cue(cue))
        return None

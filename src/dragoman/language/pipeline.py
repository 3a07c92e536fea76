"""English: text to a spaCy Doc with sentences, tags, morphology, lemmas, UD trees, entity types and names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Protocol

import spacy
from spacy.tokens import Doc, Span, Token

from dragoman.language.headlines import recased
from dragoman.language.lemmas import VerbLemmas, apply_script
from dragoman.language.model import TokenModel
from dragoman.language.sentences import sentence_starts
from dragoman.language.tokens import make_tokenizer

# A line end that wraps a line: no blank line and no indented one follows or goes before.
_LINE_END = re.compile(r"(?<=[^\s])\n(?=[^\s])")
_NAMES = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}


class Language(Protocol):
    """What the reading needs of a pipeline: a callable from text to a Doc with UD labels, and a name.

    Any spaCy pipeline serves whose ``pos_``, ``dep_`` and ``morph`` are Universal Dependencies'.
    """

    def __call__(self, text: str) -> Doc: ...


if not Token.has_extension("entity"):
    Token.set_extension("entity", default=None)  # type of the mention whose head this word is, or None


class English:
    """Our own small model behind spaCy's containers.

    ``token._.entity`` is the type (person, organization, place, event, time, abstract, object, substance,
    animal, plant) of the mention that a word heads; ``doc.spans["mentions"]`` are those mentions with their
    subtrees; ``doc.ents`` are names (PERSON, ORG, LOC).

    Args:
        threads: threads of the model within one call.
    """

    def __init__(self, threads: int = 2) -> None:
        self._blank = spacy.blank("en")
        self._tokenizer = make_tokenizer(self._blank)
        self._model = TokenModel(threads)
        self.id = self._model.id
        self.meta = {"lang": "en", "name": self.id}
        self._lemma_cache: dict[tuple[str, int, bool], str] = {}
        self._verb_lemma = VerbLemmas(self._model.verbs["verbs"], self._model.verbs["irregular"])
        labels = self._model.labels
        self._features = [h for h in self._model.heads if h not in {"upos", "lemma", "entity", "name"}]
        self._column = {h: i for i, h in enumerate(self._model.heads)}
        self._upos, self._relations = labels["upos"], labels["relation"]
        self._morphs: dict[tuple[int, ...], str] = {}

    def __call__(self, text: str, breaks: Collection[int] = ()) -> Doc:
        """The annotated Doc of a text, offset for offset; a line end inside a paragraph stands as a space in ``doc.text``.

        Args:
            text: the text.
            breaks: code points at which a sentence begins whatever the rules say (after a dateline).
        """
        return self._annotate(self._tokenizer(_LINE_END.sub(" ", text)), breaks=breaks, text=text)

    def pipe(self, texts: Iterable[str]) -> Iterable[Doc]:
        """One Doc a text, the sentences of each text tagged together."""
        for text in texts:
            yield self(text)

    def from_words(self, sentences: list[list[str]]) -> Doc:
        """A Doc of sentences that are split into words already (gold tokens)."""
        words = [w for s in sentences for w in s]
        doc = Doc(self._blank.vocab, words)
        starts, at = set(), 0
        for s in sentences:
            starts.add(at)
            at += len(s)
        return self._annotate(doc, starts)

    def _annotate(self, raw: Doc, starts: set[int] | None = None, breaks: Collection[int] = (), text: str = "") -> Doc:
        real = [t.i for t in raw if not t.is_space]
        if not real:
            return raw
        words = [raw[i].text for i in real]
        if starts is None:
            gaps, end = [], 0
            for i in real:
                gaps.append(text[end : raw[i].idx])
                end = raw[i].idx + len(raw[i])
            flags = sentence_starts(words, gaps)
            for place in breaks:
                k = next((k for k, i in enumerate(real) if raw[i].idx >= place), None)
                if k is not None:
                    flags[k] = True
        else:
            flags = [i in starts for i in real]
        bounds = [k for k, f in enumerate(flags) if f] + [len(words)]
        sentences = [words[a:b] for a, b in zip(bounds, bounds[1:], strict=False)]
        if starts is None:
            sentences = recased(sentences)
            words = [w for s in sentences for w in s]
        tagged = self._model.tag(sentences)
        n = len(raw)
        pos, lemmas, morphs, deps = ["SPACE"] * n, [t.text for t in raw], [""] * n, ["dep"] * n
        heads = list(range(n))
        types: list[str | None] = [None] * n
        names = ["O"] * n
        upos, lemma, entity, name = (self._column[h] for h in ("upos", "lemma", "entity", "name"))
        feature_columns = [self._column[f] for f in self._features]
        for begin, result in zip(bounds, tagged, strict=False):
            rows = result.classes.tolist()
            for k, row in enumerate(rows):
                i = real[begin + k]
                pos[i] = self._upos[row[upos]]
                lemmas[i] = self._lemma(words[begin + k], row[lemma], pos[i] == "VERB")
                morphs[i] = self._morph(tuple(row[c] for c in feature_columns))
                head = int(result.heads[k])
                heads[i] = real[begin + head - 1] if head else i
                deps[i] = "ROOT" if not head else self._relations[result.relations[k]]
                kind = self._model.labels["entity"][row[entity]]
                types[i] = kind if kind != "O" else None
                names[i] = self._model.labels["name"][row[name]]
        before = real[0]
        for i in range(n):  # white space hangs on the word before it, so that it ends no sentence
            if pos[i] == "SPACE":
                heads[i] = before
            else:
                before = i
        doc = Doc(
            raw.vocab, [t.text for t in raw], [bool(t.whitespace_) for t in raw], pos=pos, lemmas=lemmas, morphs=morphs,
            heads=heads, deps=deps, ents=_names(names),
        )  # fmt: skip
        mentions = []
        for i, kind in enumerate(types):
            if kind:
                token = doc[i]
                token._.entity = kind
                mentions.append(Span(doc, token.left_edge.i, token.right_edge.i + 1, label=kind))
        doc.spans["mentions"] = mentions
        return doc

    def _lemma(self, form: str, script: int, verb: bool) -> str:
        key = (form, script, verb)
        if key not in self._lemma_cache:
            if len(self._lemma_cache) > 200_000:
                self._lemma_cache.clear()
            proposed = apply_script(form, self._model.labels["lemma"][script])
            self._lemma_cache[key] = self._verb_lemma(form, proposed) if verb else proposed
        return self._lemma_cache[key]

    def _morph(self, row: tuple[int, ...]) -> str:
        if row not in self._morphs:
            values = [(f, self._model.labels[f][k]) for f, k in zip(self._features, row, strict=True)]
            self._morphs[row] = "|".join(f"{f}={v}" for f, v in sorted(values) if v)
        return self._morphs[row]


def _names(tags: list[str]) -> list[str]:
    """IOB tags of spaCy's names; an I- that follows nothing of its kind begins a name."""
    out, inside = [], None
    for tag in tags:
        if tag == "O":
            out.append("O")
            inside = None
            continue
        mark, kind = tag.split("-")
        out.append(("I-" if mark == "I" and inside == kind else "B-") + _NAMES[kind])
        inside = kind
    return out


@lru_cache(maxsize=2)
def default_language(threads: int = 2) -> English:
    """The shipped English pipeline, loaded once."""
    return English(threads)

"""English: text to a spaCy Doc with sentences, tags, morphology, lemmas, UD trees, entity types and names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice
from typing import Protocol

import spacy
from spacy.tokens import Doc, Span, Token

from dragoman.language.headlines import recased
from dragoman.language.lemmas import VerbLemmas, apply_script
from dragoman.language.model import Tagged, TokenModel
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


@dataclass(frozen=True)
class _Split:
    """A tokenised text: which tokens are no white space, where sentences begin among them, and their words as the model sees them."""

    raw: Doc
    real: list[int]
    bounds: list[int]
    sentences: list[list[str]]


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
        return next(iter(self._annotate([self._split(text, breaks)])))

    def pipe(self, texts: Iterable[str], batch_size: int = 32) -> Iterator[Doc]:
        """One Doc a text, in order; the sentences of ``batch_size`` texts are tagged together, which is quicker for short ones."""
        waiting = iter(texts)
        while batch := list(islice(waiting, batch_size)):
            yield from self._annotate([self._split(text) for text in batch])

    def from_words(self, sentences: list[list[str]]) -> Doc:
        """A Doc of sentences that are split into words already (gold tokens)."""
        words = [w for s in sentences for w in s]
        raw = Doc(self._blank.vocab, words)
        bounds = list(accumulate((len(s) for s in sentences), initial=0))
        return next(iter(self._annotate([_Split(raw, list(range(len(words))), bounds, sentences)])))

    def _split(self, text: str, breaks: Collection[int] = ()) -> _Split:
        raw = self._tokenizer(_LINE_END.sub(" ", text))
        real = [t.i for t in raw if not t.is_space]
        words = [raw[i].text for i in real]
        gaps, end = [], 0
        for i in real:
            gaps.append(text[end : raw[i].idx])
            end = raw[i].idx + len(raw[i])
        flags = sentence_starts(words, gaps)
        for place in breaks:
            k = next((k for k, i in enumerate(real) if raw[i].idx >= place), None)
            if k is not None:
                flags[k] = True
        bounds = [k for k, f in enumerate(flags) if f] + [len(words)]
        sentences = recased([words[a:b] for a, b in zip(bounds, bounds[1:], strict=False)])
        return _Split(raw, real, bounds, sentences)

    def _annotate(self, splits: list[_Split]) -> Iterator[Doc]:
        tagged = iter(self._model.tag([s for split in splits for s in split.sentences]))
        for split in splits:
            yield self._built(split, list(islice(tagged, len(split.sentences))))

    def _built(self, split: _Split, tagged: list[Tagged]) -> Doc:
        raw, real, bounds = split.raw, split.real, split.bounds
        if not real:
            return raw
        words = [w for s in split.sentences for w in s]
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

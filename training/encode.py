"""Turns training sentences into padded arrays, and holds the label inventory."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer

from corpora import ENTITY_TYPES, FEATURES, NAME_TAGS, Sentence
from lemma_scripts import script_of
from runtime import language_module

IGNORE = -100
case_of = language_module("casing").case_of


@dataclass
class Labels:
    """Class names by head, in the order of the class numbers."""

    upos: list[str]
    lemma: list[str]
    relation: list[str]
    entity: list[str]
    name: list[str]
    features: dict[str, list[str]]

    @classmethod
    def of(cls, sentences: list[Sentence], rarest_script: int = 2) -> Labels:
        scripts = Counter(script_of(f, lem) for s in sentences for f, lem in zip(s.forms, s.lemmas, strict=True))
        relations = Counter(r for s in sentences for r in s.relations)
        return cls(
            sorted({u for s in sentences for u in s.upos}),
            [k for k, n in scripts.most_common() if n >= rarest_script],
            sorted(r for r, n in relations.items() if n >= 5),
            ["O", *ENTITY_TYPES],
            list(NAME_TAGS),
            {f: ["", *sorted({w[f] for s in sentences for w in s.feats if f in w})] for f in FEATURES},
        )

    def sizes(self) -> dict[str, int]:
        plain = {k: len(getattr(self, k)) for k in ("upos", "lemma", "relation", "entity", "name")}
        return plain | {f: len(v) for f, v in self.features.items()}

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=0), "utf-8")

    @classmethod
    def load(cls, path: Path) -> Labels:
        return cls(**json.loads(path.read_text("utf-8")))


@dataclass
class Row:
    """One encoded sentence of n words and p pieces."""

    ids: list[int]
    cases: list[int]
    first: list[int]
    last: list[int]
    targets: dict[str, list[int]]


def encode(sentence: Sentence, tokenizer: Tokenizer, labels: Labels, index: dict[str, dict[str, int]]) -> Row:
    ids, cases, first, last = [101], [0], [], []
    for form in sentence.forms:
        pieces = tokenizer.encode(form, add_special_tokens=False).ids or [100]
        first.append(len(ids))
        ids += pieces
        cases += [case_of(form)] * len(pieces)
        last.append(len(ids) - 1)
    ids.append(102)
    cases.append(0)
    targets = {
        "upos": [index["upos"].get(u, IGNORE) for u in sentence.upos],
        "lemma": [index["lemma"].get(script_of(f, m), IGNORE) for f, m in zip(sentence.forms, sentence.lemmas, strict=True)],
        "relation": [index["relation"].get(r, IGNORE) for r in sentence.relations],
        "head": sentence.heads,
        "entity": [index["entity"][e] for e in sentence.entities] if sentence.entities else [IGNORE] * len(first),
        "name": [index["name"][e] for e in sentence.names] if sentence.names else [IGNORE] * len(first),
    }
    for feature in labels.features:
        targets[feature] = [index[feature].get(w.get(feature, ""), 0) for w in sentence.feats]
    return Row(ids, cases, first, last, targets)


def index_of(labels: Labels) -> dict[str, dict[str, int]]:
    heads = {k: getattr(labels, k) for k in ("upos", "lemma", "relation", "entity", "name")} | labels.features
    return {k: {label: i for i, label in enumerate(v)} for k, v in heads.items()}


def batches(rows: list[Row], pieces: int, rng: random.Random | None) -> list[list[Row]]:
    """Rows of like length together, `pieces` word pieces a batch; shuffled where `rng` is given."""
    order = sorted(rows, key=lambda r: len(r.ids) + (rng.random() * 6 if rng else 0))
    out, current, longest = [], [], 0
    for row in order:
        longest = max(longest, len(row.ids))
        if current and longest * (len(current) + 1) > pieces:
            out.append(current)
            current, longest = [], len(row.ids)
        current.append(row)
    if current:
        out.append(current)
    if rng:
        rng.shuffle(out)
    return out


def pad(rows: list[list[int]], value: int = 0) -> torch.Tensor:
    width = max(map(len, rows))
    return torch.tensor([r + [value] * (width - len(r)) for r in rows])


def collate(rows: list[Row], rng: random.Random | None = None) -> tuple[dict[str, torch.Tensor], dict[str, torch.Tensor]]:
    """Padded inputs and targets. With `rng`, the casing of one sentence in sixteen is made all upper or all
    lower: headlines and careless wires are written so, and the words themselves are uncased already."""
    cases = []
    for row in rows:
        draw = rng.random() if rng else 1.0
        swap = {1: 3, 2: 3, 4: 3} if draw < 0.04 else {2: 1, 3: 1, 4: 1} if draw < 0.06 else {}
        cases.append([swap.get(c, c) for c in row.cases])
    inputs = {
        "ids": pad([r.ids for r in rows]),
        "cases": pad(cases),
        "first": pad([r.first for r in rows]),
        "last": pad([r.last for r in rows]),
        "mask": pad([[1] * (1 + len(r.first)) for r in rows]).float(),
    }
    return inputs, {k: pad([r.targets[k] for r in rows], IGNORE) for k in rows[0].targets}

"""The token model: words of sentences in, tags, features, lemmas, trees, entity types and names out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from dragoman.language.casing import case_of
from dragoman.language.pieces import WordPieces
from dragoman.language.trees import heads_of

MODEL_ID = "en-1"
MAX_PIECES = 500  # the encoder has 512 positions
_BATCH = 16


@dataclass(frozen=True)
class Tagged:
    """What the model says of one sentence of n words; class numbers index ``TokenModel.labels``.

    Attributes:
        classes: (n, heads) int, one column for each of ``TokenModel.heads``.
        heads: (n,) int, 1-based head of each word, 0 for the root.
        relations: (n,) int.
        repaired: whether the greedy arcs were no tree.
    """

    classes: NDArray[np.int32]
    heads: NDArray[np.int64]
    relations: NDArray[np.int32]
    repaired: bool


class TokenModel:
    """The shipped int8 ONNX graph with its labels and vocabulary.

    Args:
        threads: onnxruntime's threads within one run.
        path: another graph with the same inputs and outputs (for comparisons); None for the shipped one.
    """

    def __init__(self, threads: int = 2, path: Path | None = None) -> None:
        folder = files("dragoman.language") / "model"
        described = json.loads((folder / f"{MODEL_ID}.json").read_text("utf-8"))
        self.id: str = described["id"]
        self.heads: list[str] = described["heads"]
        self.labels: dict[str, list[str]] = {k: described[k] for k in ("upos", "lemma", "relation", "entity", "name")}
        self.labels |= described["features"]
        self.verbs: dict[str, Any] = described["verbs"]
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        with as_file(folder / f"{MODEL_ID}.onnx") as shipped:
            self._session = ort.InferenceSession(str(path or shipped), options, providers=["CPUExecutionProvider"])
        with as_file(folder / f"{MODEL_ID}.npz") as packed:
            self._relation = np.load(packed)["relation"].astype(np.float32)
        self._split = WordPieces((folder / "vocab.txt").read_text("utf-8").split("\n"))
        self._pieces: dict[str, tuple[list[int], int]] = {}

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[Tagged]:
        """Tag sentences of words; the order is kept. Sentences of more than about 500 pieces are cut in parts,
        whose roots hang on the first part's root."""
        parts: list[tuple[int, list[str]]] = []
        for k, words in enumerate(sentences):
            parts += [(k, part) for part in self._parts(words)]
        order = sorted(range(len(parts)), key=lambda p: len(parts[p][1]))
        found: list[Tagged | None] = [None] * len(parts)
        for at in range(0, len(order), _BATCH):
            chosen = order[at : at + _BATCH]
            for p, tagged in zip(chosen, self._run([parts[p][1] for p in chosen]), strict=True):
                found[p] = tagged
        whole: list[list[Tagged]] = [[] for _ in sentences]
        for (k, _), done in zip(parts, found, strict=True):
            assert done is not None
            whole[k].append(done)
        return [_joined(pieces) for pieces in whole]

    def encode(self, sentences: Sequence[Sequence[str]]) -> None:
        """Run the encoder alone over one batch of short sentences: what is left out is every head but one. For measuring."""
        for words in sentences:
            self._learn(words)
        options = ort.RunOptions()
        options.only_execute_path_to_fetches = True
        self._session.run(["rel_dep"], self._feed([[self._pieces[w] for w in words] for words in sentences]), options)

    def _parts(self, words: Sequence[str]) -> list[list[str]]:
        self._learn(words)
        parts: list[list[str]] = [[]]
        room = MAX_PIECES
        for word in words:
            need = min(len(self._pieces[word][0]), MAX_PIECES)
            if need > room:
                parts.append([])
                room = MAX_PIECES
            parts[-1].append(word)
            room -= need
        return parts

    def _learn(self, words: Sequence[str]) -> None:
        new = [w for w in set(words) if w not in self._pieces]
        if len(self._pieces) > 200_000:
            self._pieces.clear()
            new = list(set(words))
        for word in new:
            self._pieces[word] = (self._split(word)[:MAX_PIECES], case_of(word))

    def _run(self, batch: list[list[str]]) -> list[Tagged]:
        lengths = [len(words) for words in batch]
        feed = self._feed([[self._pieces[w] for w in words] for words in batch])
        classes, arcs, relations, dependents, governors = self._session.run(None, feed)
        out = []
        for b, n in enumerate(lengths):
            heads, repaired = heads_of(arcs[b, :n, : n + 1])
            chosen = relations[b, :n]
            if repaired:
                greedy = arcs[b, :n, : n + 1].argmax(1)
                moved = np.flatnonzero(greedy != heads)
                chosen = chosen.copy()
                chosen[moved] = self._relabel(dependents[b, moved], governors[b, heads[moved]])
            out.append(Tagged(classes[b, :n], heads, chosen, repaired))
        return out

    @staticmethod
    def _feed(rows: list[list[tuple[list[int], int]]]) -> dict[str, NDArray[np.generic]]:
        """Padded inputs of a batch: piece ids and casing, each word's first and last piece, and the mask of words."""
        width = max(map(len, rows))
        pieces = max(sum(len(ids) for ids, _ in r) for r in rows) + 2
        ids = np.zeros((len(rows), pieces), np.int64)
        cases = np.zeros_like(ids)
        first = np.zeros((len(rows), width), np.int64)
        last = np.zeros_like(first)
        mask = np.zeros((len(rows), width + 1), np.float32)
        for b, row in enumerate(rows):
            flat, kinds, at = [101], [0], 1
            for w, (word_ids, case) in enumerate(row):
                first[b, w] = at
                at += len(word_ids)
                last[b, w] = at - 1
                flat += word_ids
                kinds += [case] * len(word_ids)
            flat.append(102)
            ids[b, : len(flat)] = flat
            cases[b, : len(kinds)] = kinds
            mask[b, : len(row) + 1] = 1
        return {"ids": ids, "cases": cases, "first": first, "last": last, "mask": mask}

    def _relabel(self, dependents: NDArray[np.float32], governors: NDArray[np.float32]) -> NDArray[np.int64]:
        ones = np.ones((len(dependents), 1), np.float32)
        left = np.einsum("nk,krj->nrj", np.hstack([dependents, ones]), self._relation)
        return np.asarray((left * np.hstack([governors, ones])[:, None, :]).sum(-1).argmax(-1))


def _joined(pieces: list[Tagged]) -> Tagged:
    if len(pieces) == 1:
        return pieces[0]
    root = int(np.flatnonzero(pieces[0].heads == 0)[0]) + 1
    heads, offset = [pieces[0].heads], len(pieces[0].heads)
    for piece in pieces[1:]:
        heads.append(np.where(piece.heads == 0, root, piece.heads + offset))
        offset += len(piece.heads)
    return Tagged(
        np.concatenate([p.classes for p in pieces]), np.concatenate(heads),
        np.concatenate([p.relations for p in pieces]), any(p.repaired for p in pieces),
    )  # fmt: skip

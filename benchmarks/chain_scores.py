"""Scores of coreference chains: MUC (Vilain 1995), B-cubed (Bagga and Baldwin 1998) and CEAF with phi 4 (Luo 2005).

A chain is a set of mentions, anything hashable; no mention stands in two chains of one side. Each score is kept as counts, so
that the counts of many reports can be added up before they are divided (as the CoNLL scorer does).
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

Chain = frozenset[Hashable]
METRICS = ("MUC", "B-cubed", "CEAFe")


@dataclass
class ChainTally:
    """For each metric what recall and precision divide: (right, of gold, right, of found)."""

    counts: dict[str, list[float]] = field(default_factory=lambda: {m: [0.0] * 4 for m in METRICS})

    def add(self, gold: Sequence[Chain], found: Sequence[Chain]) -> None:
        """Count one report's chains."""
        links = (*_muc(gold, found), *_muc(found, gold))
        cubed = (*_cubed(gold, found), *_cubed(found, gold))
        aligned = best_sum([[_phi4(g, f) for f in found] for g in gold])
        for name, parts in (("MUC", links), ("B-cubed", cubed), ("CEAFe", (aligned, len(gold), aligned, len(found)))):
            for k, part in enumerate(parts):
                self.counts[name][k] += part

    def scores(self, metric: str) -> tuple[float, float, float]:
        """Recall, precision and F1 of one metric."""
        right, of_gold, fit, of_found = self.counts[metric]
        recall, precision = right / of_gold if of_gold else 0.0, fit / of_found if of_found else 0.0
        return recall, precision, 2 * recall * precision / (recall + precision) if recall + precision else 0.0

    def conll(self) -> float:
        """The mean F1 of the three metrics."""
        return sum(self.scores(m)[2] for m in METRICS) / len(METRICS)


def _muc(key: Sequence[Chain], response: Sequence[Chain]) -> tuple[float, float]:
    chain_of = {m: k for k, chain in enumerate(response) for m in chain}
    right = total = 0
    for chain in key:
        parts = len({chain_of[m] for m in chain if m in chain_of}) + sum(m not in chain_of for m in chain)
        right += len(chain) - parts
        total += len(chain) - 1
    return right, total


def _cubed(key: Sequence[Chain], response: Sequence[Chain]) -> tuple[float, float]:
    chain_of = {m: chain for chain in response for m in chain}
    right = sum(len(chain & chain_of[m]) / len(chain) for chain in key for m in chain if m in chain_of)
    return right, sum(len(chain) for chain in key)


def _phi4(a: Chain, b: Chain) -> float:
    return 2 * len(a & b) / (len(a) + len(b))


def best_sum(weights: list[list[float]]) -> float:
    """The greatest sum of weights where each row takes at most one column and each column at most one row (Kuhn and Munkres)."""
    if not weights or not weights[0]:
        return 0.0
    rows = weights if len(weights) <= len(weights[0]) else [list(c) for c in zip(*weights, strict=True)]
    n, m = len(rows), len(rows[0])
    u, v, row_of, way = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        row_of[0], column = i, 0
        least, used = [float("inf")] * (m + 1), [False] * (m + 1)
        while row_of[column]:
            used[column] = True
            row, delta, following = row_of[column], float("inf"), 0
            for j in range(1, m + 1):
                if not used[j]:
                    cost = -rows[row - 1][j - 1] - u[row] - v[j]
                    if cost < least[j]:
                        least[j], way[j] = cost, column
                    if least[j] < delta:
                        delta, following = least[j], j
            for j in range(m + 1):
                if used[j]:
                    u[row_of[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            column = following
        while column:
            row_of[column] = row_of[way[column]]
            column = way[column]
    return sum(rows[row_of[j] - 1][j - 1] for j in range(1, m + 1) if row_of[j])

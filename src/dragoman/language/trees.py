"""Makes a tree of arc scores: greedy where that is a tree already, else the maximum spanning arborescence.

Chu and Liu 1965, Edmonds 1967, with exactly one word under the root (Zmigrod et al. 2020 show that trying each
root is exact; only the roots whose score is near the best are tried here, which is exact in practice).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]


def heads_of(scores: Scores) -> tuple[Heads, bool]:
    """Heads of n words (1-based, 0 is the root) and whether the greedy choice had to be repaired.

    Args:
        scores: (n, 1 + n), the score of each head for each word.
    """
    greedy = scores.argmax(1)
    if (greedy == 0).sum() == 1 and _is_tree(greedy):
        return greedy, False
    full = np.full((scores.shape[0] + 1, scores.shape[0] + 1), -np.inf)
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    rooted = full[1:, 0] - np.where(greedy == 0, 0, full[1:, 1:].max(1, initial=-np.inf))
    best, best_score = None, -np.inf
    for root in np.argsort(-rooted)[:3]:
        single = full.copy()
        single[1:, 0] = -np.inf
        single[root + 1, :] = -np.inf
        single[root + 1, 0] = full[root + 1, 0]
        heads = _arborescence(single)
        score = full[np.arange(1, len(full)), heads[1:]].sum()
        if score > best_score:
            best, best_score = heads, score
    assert best is not None
    return np.asarray(best[1:]), True


def _is_tree(heads: Heads) -> bool:
    n = len(heads)
    depth = np.zeros(n + 1, dtype=np.int8)  # 0 unknown, 1 on the path, 2 reaches the root
    depth[0] = 2
    for start in range(1, n + 1):
        path, node = [], start
        while depth[node] == 0:
            depth[node] = 1
            path.append(node)
            node = int(heads[node - 1])
        if depth[node] == 1:
            return False
        depth[path] = 2
    return True


def _arborescence(scores: NDArray[np.float64]) -> Heads:
    """Chu-Liu-Edmonds over a square matrix [dependent, head]; node 0 is the root. Contracts one cycle a call."""
    n = len(scores)
    heads: Heads = np.asarray(scores.argmax(1))
    heads[0] = 0
    cycle = _cycle_in(heads)
    if cycle is None:
        return heads
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    members = np.flatnonzero(inside)
    kept = scores[members, heads[members]]
    smaller = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    gain = scores[np.ix_(members, outside)] - kept[:, None]
    enter = gain.argmax(0)
    smaller[-1, :-1] = gain.max(0)
    leaving = scores[np.ix_(outside, members)]
    leave = leaving.argmax(1)
    smaller[:-1, -1] = leaving.max(1)
    smaller[0, :] = -np.inf
    found = _arborescence(smaller)
    result: Heads = np.array(heads)
    for k, node in enumerate(outside[1:], 1):
        result[node] = members[leave[k]] if found[k] == len(outside) else outside[found[k]]
    into = found[len(outside)]
    entered = members[enter[into]]
    result[entered] = outside[into]
    return result


def _cycle_in(heads: Heads) -> list[int] | None:
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        path, node = [], start
        while node and not seen[node]:
            seen[node] = start
            path.append(node)
            node = int(heads[node])
        if node and seen[node] == start:
            return path[path.index(node) :]
    return None

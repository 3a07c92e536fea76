"""The scores of coreference chains, on cases that can be worked out by hand."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

SPEC = importlib.util.spec_from_file_location("chain_scores", Path(__file__).parents[1] / "benchmarks" / "chain_scores.py")
assert SPEC is not None and SPEC.loader is not None
chain_scores = importlib.util.module_from_spec(SPEC)
sys.modules["chain_scores"] = chain_scores
SPEC.loader.exec_module(chain_scores)


def chains(text: str) -> list[frozenset[str]]:
    return [frozenset(part) for part in text.split()]


# The first case is Luo's (2005): two chains of five, and three, joined to one of the others.
@pytest.mark.parametrize(
    ("gold", "found", "muc", "cubed", "ceaf"),
    [
        ("abcde fg hijkl", "abcde fghijkl", (1.0, 0.9), (1.0, 16 / 21), ((1 + 10 / 12) / 3, (1 + 10 / 12) / 2)),
        ("abc de", "abc de", (1.0, 1.0), (1.0, 1.0), (1.0, 1.0)),
        ("abc", "de", (0.0, 0.0), (0.0, 0.0), (0.0, 0.0)),
    ],
)
def test_known_cases(gold: str, found: str, muc: tuple[float, float], cubed: tuple[float, float], ceaf: tuple[float, float]) -> None:
    tally = chain_scores.ChainTally()
    tally.add(chains(gold), chains(found))
    for metric, (recall, precision) in zip(chain_scores.METRICS, (muc, cubed, ceaf), strict=True):
        assert tally.scores(metric)[:2] == pytest.approx((recall, precision)), metric


def test_the_best_pairs_are_taken() -> None:
    assert chain_scores.best_sum([[0.9, 0.8, 0.1], [0.8, 0.2, 0.0]]) == pytest.approx(1.6)

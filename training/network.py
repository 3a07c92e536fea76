"""The token model: MiniLM-L6 with a casing feature, and heads for tags, features, lemmas, trees and names.

The encoder is an own, plain BERT (Devlin et al. 2019), so that it exports to ONNX cleanly; its weights start
from all-MiniLM-L6-v2 (Apache-2.0). Arcs and relations are biaffine (Dozat and Manning 2017). CLS is the root.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

CASES = 6  # padding or special, lower, Title, UPPER, mixed, digit


class Layer(nn.Module):
    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(width, 1e-12), nn.LayerNorm(width, 1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, n, w = x.shape
        q, k, v = (p(x).view(b, n, self.heads, w // self.heads).transpose(1, 2) for p in (self.query, self.key, self.value))
        scores = q @ k.transpose(2, 3) / math.sqrt(w // self.heads) + bias
        mixed = (self.drop(scores.softmax(-1)) @ v).transpose(1, 2).reshape(b, n, w)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, vocabulary: int = 30522, width: int = 384, layers: int = 6, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(512, width)
        self.cases = nn.Embedding(CASES, width)
        self.norm = nn.LayerNorm(width, 1e-12)
        self.layers = nn.ModuleList(Layer(width, 12, 4 * width, dropout) for _ in range(layers))
        self.drop = nn.Dropout(dropout)
        nn.init.normal_(self.cases.weight, std=0.02)

    def forward(self, ids: Tensor, cases: Tensor) -> Tensor:
        """ids, cases: (batch, pieces), 0 where padded. Returns (batch, pieces, width)."""
        bias = (ids == 0)[:, None, None, :].to(self.positions.weight.dtype) * -1e4
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.cases(cases)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, bias)
        return x


class TokenModel(nn.Module):
    """Encoder and heads. `sizes` gives the number of classes: upos, lemma, entity, name, relation, and one a feature."""

    def __init__(self, sizes: dict[str, int], features: tuple[str, ...], dropout: float = 0.1, arc: int = 256, rel: int = 96) -> None:
        super().__init__()
        self.encoder = Encoder(dropout=dropout)
        self.features = features
        self.tags = nn.ModuleDict({k: nn.Linear(384, sizes[k]) for k in ("upos", "lemma", "entity", "name", *features)})
        self.arc_dep, self.arc_head = nn.Linear(384, arc), nn.Linear(384, arc)
        self.rel_dep, self.rel_head = nn.Linear(384, rel), nn.Linear(384, rel)
        self.arc = nn.Parameter(torch.zeros(arc + 1, arc))
        self.rel = nn.Parameter(torch.zeros(rel + 1, sizes["relation"], rel + 1))
        self.drop = nn.Dropout(2 * dropout)
        nn.init.xavier_uniform_(self.arc)
        nn.init.normal_(self.rel, std=0.02)

    def words(self, ids: Tensor, cases: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Vectors (batch, 1 + words, width): CLS, then the mean of each word's first and last piece."""
        x = self.encoder(ids, cases)
        width = x.shape[2]
        a = x.gather(1, first[:, :, None].expand(-1, -1, width))
        b = x.gather(1, last[:, :, None].expand(-1, -1, width))
        return torch.cat([x[:, :1], (a + b) / 2], 1)

    def factors(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        return tuple(self.drop(F.gelu(p(x))) for p in (self.arc_dep, self.arc_head, self.rel_dep, self.rel_head))  # type: ignore[return-value]

    def arcs(self, dep: Tensor, head: Tensor, mask: Tensor) -> Tensor:
        """Scores (batch, words, 1 + words) of each word's head; masked heads are very low."""
        dep = torch.cat([dep[:, 1:], torch.ones_like(dep[:, 1:, :1])], 2)
        scores = dep @ self.arc @ head.transpose(1, 2)
        return scores + (1 - mask)[:, None, :] * -1e4

    def relations(self, dep: Tensor, head: Tensor, chosen: Tensor) -> Tensor:
        """Scores (batch, words, relations) of the arc to each word's `chosen` head."""
        picked = head.gather(1, chosen[:, :, None].expand(-1, -1, head.shape[2]))
        dep = torch.cat([dep[:, 1:], torch.ones_like(dep[:, 1:, :1])], 2)
        picked = torch.cat([picked, torch.ones_like(picked[:, :, :1])], 2)
        b, n, k = dep.shape
        left = (dep.reshape(b * n, k) @ self.rel.reshape(k, -1)).view(b, n, self.rel.shape[1], self.rel.shape[2])
        return (left * picked[:, :, None, :]).sum(-1)

"""Averages checkpoints of one run, and fits the head for names anew on UNER's dev set.

    python training/polish.py --checkpoints A.pt B.pt --labels labels.json --minilm DIR --data ../shared/data/open --out RUN

The names that GUM's entities give during training follow GUM's guidelines; UNER's dev set is small but says what UNER means by
a name. The encoder stays as it is; only a linear layer is fitted, on both, UNER's words counting more.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn import functional as F

from corpora import gum_parts, read_ewt, read_gum, read_uner
from encode import IGNORE, Labels, batches, collate, encode, index_of
from network import TokenModel

UNER_WEIGHT = 10.0
STEPS = 250


def averaged(paths: list[Path]) -> dict:
    """The last checkpoint with the mean of all checkpoints' weights."""
    saved = [torch.load(path, weights_only=False) for path in paths]
    last = saved[-1]
    last["model"] = {k: sum(s["model"][k] for s in saved) / len(saved) for k in last["model"]}
    return last


@torch.no_grad()
def word_vectors(model: TokenModel, rows: list) -> tuple[torch.Tensor, torch.Tensor]:
    """Vectors of all words that carry a name tag, and the tags."""
    vectors, tags = [], []
    for batch in batches(rows, 4000, None):
        inputs, targets = collate(batch)
        words = model.words(inputs["ids"], inputs["cases"], inputs["first"], inputs["last"])[:, 1:]
        told = targets["name"] != IGNORE
        vectors.append(words[told])
        tags.append(targets["name"][told])
    return torch.cat(vectors), torch.cat(tags)


def fit_names(model: TokenModel, sets: list[tuple[torch.Tensor, torch.Tensor, float]]) -> None:
    """Fit the head for names by full-batch AdamW over fixed vectors."""
    head = model.tags["name"]
    optimizer = torch.optim.AdamW(head.parameters(), lr=3e-3, weight_decay=0.05)
    total = sum(weight * len(tags) for _, tags, weight in sets)
    for step in range(STEPS):
        loss = sum(weight * F.cross_entropy(head(F.dropout(x, 0.2)), y, reduction="sum") for x, y, weight in sets) / total
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % 100 == 99:
            print(f"step {step + 1} loss {loss.item():.4f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoints", type=Path, nargs="+", required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(5)
    saved = averaged(options.checkpoints)
    labels = Labels.load(options.labels)
    model = TokenModel(labels.sizes(), tuple(labels.features))
    model.load_state_dict(saved["model"])
    model.eval()
    tokenizer = Tokenizer.from_file(str(options.minilm / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    index = index_of(labels)
    tags = read_uner(options.data / "uner_english_ewt", "dev")
    named = [s for s in read_ewt(options.data / "ud_english_ewt", "dev") if len(tags.get(s.id, ())) == len(s.forms)]
    for sentence in named:
        sentence.names = tags[sentence.id]
    gum = [s for path in gum_parts(options.data / "gum")["train"] for s in read_gum(path) if len(s.forms) <= 120][::6]
    sets = []
    for sentences, weight in ((named, UNER_WEIGHT), (gum, 1.0)):
        vectors, wanted = word_vectors(model, [encode(s, tokenizer, labels, index) for s in sentences])
        sets.append((vectors, wanted, weight))
    fit_names(model, sets)
    saved["model"] = model.state_dict()
    torch.save(saved, options.out / "checkpoint.pt")
    if options.labels.resolve() != (options.out / "labels.json").resolve():
        shutil.copy(options.labels, options.out / "labels.json")


if __name__ == "__main__":
    main()

"""Trains the token model; a checkpoint and a log line after each epoch, resumed where a run was stopped.

    python training/train.py --data ../shared/data/open --minilm DIR --out RUN [--epochs 10]

About 2 to 4 minutes an epoch on two cores. Evaluation of the exported model is benchmarks/language.py.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch.nn import functional as F

from augment import with_days
from corpora import Sentence, gum_parts, read_ewt, read_gum, read_uner
from encode import IGNORE, Labels, batches, collate, encode, index_of
from network import TokenModel

WEIGHTS = {"upos": 1.0, "lemma": 0.5, "entity": 0.7, "name": 0.7}


def load_minilm(model: TokenModel, folder: Path) -> None:
    """Copy all-MiniLM-L6-v2's weights into the encoder; its one token type is added to the positions."""
    weights = load_file(folder / "model.safetensors")
    weights = {k.removeprefix("bert."): v for k, v in weights.items()}
    encoder = model.encoder
    state = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
        "cases.weight": encoder.cases.weight.detach(),
    }
    parts = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "out": "attention.output.dense", "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm",
    }
    for i in range(len(encoder.layers)):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                state[f"layers.{i}.{ours}.{kind}"] = weights[f"encoder.layer.{i}.{theirs}.{kind}"]
    encoder.load_state_dict(state)


def training_sentences(data: Path) -> list[Sentence]:
    """EWT train, EWT dev with UNER's names, GUM train, and sentences made of these with a bare day put in."""
    sentences = read_ewt(data / "ud_english_ewt", "train")
    named = read_ewt(data / "ud_english_ewt", "dev")
    tags = read_uner(data / "uner_english_ewt", "dev")
    for sentence in named:
        if len(tags.get(sentence.id, ())) == len(sentence.forms):
            sentence.names = tags[sentence.id]
    gum = [s for path in gum_parts(data / "gum")["train"] for s in read_gum(path)]
    real = [s for s in sentences + named + gum if len(s.forms) <= 120]
    return real + with_days(real, 1500, random.Random(7))


def loss_of(model: TokenModel, inputs: dict[str, torch.Tensor], targets: dict[str, torch.Tensor]) -> torch.Tensor:
    x = model.words(inputs["ids"], inputs["cases"], inputs["first"], inputs["last"])
    tokens = model.drop(x[:, 1:])
    total = torch.zeros(())
    for head, classify in model.tags.items():
        if (targets[head] != IGNORE).any():
            part = F.cross_entropy(classify(tokens).float().flatten(0, 1), targets[head].flatten(), ignore_index=IGNORE)
            total = total + WEIGHTS.get(head, 0.3) * part
    arc_dep, arc_head, rel_dep, rel_head = model.factors(x)
    arcs = model.arcs(arc_dep, arc_head, inputs["mask"]).float()
    total = total + F.cross_entropy(arcs.flatten(0, 1), targets["head"].flatten(), ignore_index=IGNORE)
    relations = model.relations(rel_dep, rel_head, targets["head"].clamp(min=0)).float()
    return total + F.cross_entropy(relations.flatten(0, 1), targets["relation"].flatten(), ignore_index=IGNORE)


@torch.no_grad()
def evaluate(model: TokenModel, rows: list) -> dict[str, float]:
    """UPOS, UAS, LAS (with subtypes; greedy heads) in percent."""
    model.eval()
    right = {"upos": 0, "uas": 0, "las": 0}
    count = 0
    for batch in batches(rows, 4000, None):
        inputs, targets = collate(batch)
        x = model.words(inputs["ids"], inputs["cases"], inputs["first"], inputs["last"])
        arc_dep, arc_head, rel_dep, rel_head = model.factors(x)
        heads = model.arcs(arc_dep, arc_head, inputs["mask"]).argmax(-1)
        relations = model.relations(rel_dep, rel_head, heads).argmax(-1)
        upos = model.tags["upos"](x[:, 1:]).argmax(-1)
        real = targets["upos"] != IGNORE
        good = (heads == targets["head"]) & real
        count += int(real.sum())
        right["upos"] += int(((upos == targets["upos"]) & real).sum())
        right["uas"] += int(good.sum())
        right["las"] += int((good & (relations == targets["relation"])).sum())
    model.train()
    return {k: round(100 * v / count, 2) for k, v in right.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(11)
    rng = random.Random(11)

    tokenizer = Tokenizer.from_file(str(options.minilm / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    sentences = training_sentences(options.data)
    inventory = options.out / "labels.json"
    labels = Labels.load(inventory) if inventory.exists() else Labels.of(sentences)
    labels.save(inventory)
    index = index_of(labels)
    rows = [encode(s, tokenizer, labels, index) for s in sentences]
    held = [encode(s, tokenizer, labels, index) for p in gum_parts(options.data / "gum")["dev"] for s in read_gum(p)]
    print(f"{len(rows)} sentences, sizes {labels.sizes()}", flush=True)

    model = TokenModel(labels.sizes(), tuple(labels.features))
    load_minilm(model, options.minilm)
    model.encoder.words.weight.requires_grad_(False)
    own = [p for n, p in model.named_parameters() if not n.startswith("encoder.") and p.requires_grad]
    encoder = [p for n, p in model.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    optimizer = torch.optim.AdamW([{"params": encoder, "lr": 3e-4}, {"params": own, "lr": 1e-3}], weight_decay=0.01, fused=True)
    steps = options.epochs * len(batches(rows, 1400, random.Random(0)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / (0.06 * steps), max(0.0, (steps - s) / (0.94 * steps)))
    )
    done = 0
    checkpoint = options.out / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=False)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        done = saved["epoch"]
        rng.setstate(saved["rng"])

    for epoch in range(done + 1, options.epochs + 1):
        began, total, n = time.time(), 0.0, 0
        for batch in batches(rows, 1400, rng):
            inputs, targets = collate(batch, rng)
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(model, inputs, targets)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, n = total + loss.item(), n + 1
            if n % 200 == 0:
                print(f"  epoch {epoch} batch {n} loss {total / n:.3f} {time.time() - began:.0f}s", flush=True)
        line = {"epoch": epoch, "loss": round(total / n, 4), "seconds": round(time.time() - began), "gum_dev": evaluate(model, held)}
        print(json.dumps(line), flush=True)
        with (options.out / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")
        part = checkpoint.with_suffix(".part")
        torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(),
                    "epoch": epoch, "rng": rng.getstate()}, part)
        part.replace(checkpoint)


if __name__ == "__main__":
    main()

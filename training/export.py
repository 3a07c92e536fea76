"""Exports a trained checkpoint to ONNX, int8 per channel, with its labels and vocabulary.

    python training/export.py --run RUN --minilm DIR --data ../shared/data/open --out src/dragoman/language/model [--fp32]
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from encode import Labels
from lemma_scripts import regular_lemmas
from network import TokenModel
from train import training_sentences


class Exported(nn.Module):
    """The whole token model with the choices made inside the graph.

    Outputs: classes (batch, words, heads) in the order of `heads`; arcs (batch, words, 1 + words); relation of
    the best head (batch, words); and the relation factors, so that arcs changed by the tree repair are relabelled.
    """

    def __init__(self, model: TokenModel, heads: list[str]) -> None:
        super().__init__()
        self.model, self.heads = model, heads

    def forward(self, ids: Tensor, cases: Tensor, first: Tensor, last: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        x = self.model.words(ids, cases, first, last)
        tokens = x[:, 1:]
        classes = torch.stack([self.model.tags[h](tokens).argmax(-1) for h in self.heads], 2)
        arc_dep, arc_head, rel_dep, rel_head = self.model.factors(x)
        arcs = self.model.arcs(arc_dep, arc_head, mask)
        relation = self.model.relations(rel_dep, rel_head, arcs.argmax(-1)).argmax(-1)
        return classes.int(), arcs, relation.int(), rel_dep[:, 1:], rel_head


def verbs_of(data: Path) -> dict[str, object]:
    """Verb lemmas of the training corpora, and the forms that no rule leads back to them."""
    counts: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = {}
    for sentence in training_sentences(data):
        for form, lemma, upos in zip(sentence.forms, sentence.lemmas, sentence.upos, strict=True):
            if upos in {"VERB", "AUX"} and lemma.isalpha():
                counts[lemma.lower()] += 1
                forms.setdefault(form.lower(), Counter())[lemma.lower()] += 1
    verbs = set(counts)
    twice = {v for v, n in counts.items() if n > 1}
    irregular = {f: c.most_common(1)[0][0] for f, c in forms.items() if c.most_common(1)[0][0] in twice}
    irregular = {f: v for f, v in irregular.items() if v not in regular_lemmas(f)}
    return {"verbs": sorted(verbs), "irregular": dict(sorted(irregular.items()))}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="the open corpora")
    parser.add_argument("--name", default="en-1")
    parser.add_argument("--fp32", action="store_true", help="also keep the unquantised graph, for comparison")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    labels = Labels.load(options.run / "labels.json")
    model = TokenModel(labels.sizes(), tuple(labels.features))
    saved = torch.load(options.run / "checkpoint.pt", weights_only=False)
    model.load_state_dict(saved["model"])
    model.eval()
    heads = ["upos", "lemma", "entity", "name", *labels.features]
    ids = torch.tensor([[101, 2023, 2003, 102], [101, 2748, 102, 0]])
    inputs = {
        "ids": ids, "cases": (ids > 0).long(), "first": torch.tensor([[1, 2], [1, 0]]), "last": torch.tensor([[1, 2], [1, 0]]),
        "mask": torch.tensor([[1.0, 1, 1], [1, 1, 0]]),
    }
    axes = {k: {0: "batch", 1: "pieces" if k in {"ids", "cases"} else "words"} for k in inputs}
    axes |= {k: {0: "batch", 1: "words"} for k in ("classes", "arcs", "relation", "rel_dep", "rel_head")}
    axes["arcs"] = {0: "batch", 1: "words", 2: "heads"}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            Exported(model, heads), tuple(inputs.values()), str(plain), input_names=list(inputs),
            output_names=["classes", "arcs", "relation", "rel_dep", "rel_head"], dynamic_axes=axes, opset_version=17, dynamo=False,
        )
        quantize_dynamic(plain, options.out / f"{options.name}.onnx", per_channel=True, weight_type=QuantType.QInt8,
                         extra_options={"EnableSubgraph": True})
        if options.fp32:
            (options.run / "fp32.onnx").write_bytes(plain.read_bytes())
    np.savez_compressed(options.out / f"{options.name}.npz", relation=model.rel.detach().numpy().astype(np.float16))
    described = json.loads((options.run / "labels.json").read_text("utf-8"))
    described |= {"id": options.name, "heads": heads, "epochs": saved["epoch"], "verbs": verbs_of(options.data)}
    (options.out / f"{options.name}.json").write_text(json.dumps(described, ensure_ascii=False), "utf-8")
    vocabulary = (options.minilm / "vocab.txt").read_text("utf-8")
    (options.out / "vocab.txt").write_text(vocabulary, "utf-8")


if __name__ == "__main__":
    main()

"""Prints the language model's accuracy and speed.

    python benchmarks/language.py [--data ../shared/data/open] [--fp32 GRAPH.onnx]

Gold tokens and sentences of the test splits for the first table; raw text for sentence boundaries and tokens. LAS is
CoNLL 2018's (relations without subtypes, punctuation counted); LAS+ counts subtypes too. Speed is text -> Doc on two
threads over the raw text of EWT's test split, against the bare encoder in the same run.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "training"))

import numpy as np  # noqa: E402

from corpora import FEATURES, Sentence, gum_parts, read_ewt, read_gum, read_uner  # noqa: E402
from dragoman.language import English, TokenModel  # noqa: E402
from dragoman.language.lemmas import apply_script  # noqa: E402
from dragoman.language.model import MODEL_ID  # noqa: E402


def accuracy(model: TokenModel, sentences: list[Sentence]) -> dict[str, float]:
    """Percent right over words: upos, feats (all seven), lemma, uas, las, las+ and sentences repaired."""
    column = {h: i for i, h in enumerate(model.heads)}
    counts: Counter[str] = Counter()
    for start in range(0, len(sentences), 256):
        part = sentences[start : start + 256]
        for gold, tagged in zip(part, model.tag([s.forms for s in part]), strict=True):
            counts["repaired"] += tagged.repaired
            for i in range(len(gold.forms)):
                row = tagged.classes[i]
                counts["words"] += 1
                counts["upos"] += model.labels["upos"][row[column["upos"]]] == gold.upos[i]
                counts["feats"] += all(model.labels[f][row[column[f]]] == gold.feats[i].get(f, "") for f in FEATURES)
                counts["lemma"] += apply_script(gold.forms[i], model.labels["lemma"][row[column["lemma"]]]) == gold.lemmas[i]
                relation = model.labels["relation"][tagged.relations[i]]
                if tagged.heads[i] == gold.heads[i]:
                    counts["uas"] += 1
                    counts["las"] += relation.split(":")[0] == gold.relations[i].split(":")[0]
                    counts["las+"] += relation == gold.relations[i]
    shares = {k: 100 * counts[k] / counts["words"] for k in ("upos", "feats", "lemma", "uas", "las", "las+")}
    return shares | {"repaired": 100 * counts["repaired"] / len(sentences), "sentences": float(len(sentences))}


def f1(tp: int, found: int, gold: int) -> float:
    return 200 * tp / (found + gold) if found + gold else 0.0


def entity_heads(model: TokenModel, sentences: list[Sentence]) -> float:
    """F1 of typed mention heads."""
    column = model.heads.index("entity")
    tp = found = gold = 0
    for sentence, tagged in zip(sentences, model.tag([s.forms for s in sentences]), strict=True):
        for want, got in zip(sentence.entities or (), tagged.classes[:, column], strict=True):
            kind = model.labels["entity"][got]
            tp += kind == want != "O"
            found += kind != "O"
            gold += want != "O"
    return f1(tp, found, gold)


def name_spans(tags: list[str]) -> set[tuple[int, int, str]]:
    spans, start, kind = set(), 0, None
    for i, tag in enumerate([*tags, "O"]):
        if kind is not None and (tag[0] in "BO" or tag[2:] != kind):
            spans.add((start, i, kind))
            kind = None
        if tag != "O" and kind is None:
            start, kind = i, tag[2:]
    return spans


def names(model: TokenModel, sentences: list[Sentence], tags: dict[str, list[str]]) -> float:
    """F1 of exact PER, ORG and LOC spans."""
    column = model.heads.index("name")
    tp = found = gold = 0
    marked = [s for s in sentences if s.id in tags]
    for sentence, tagged in zip(marked, model.tag([s.forms for s in marked]), strict=True):
        got = name_spans([model.labels["name"][k] for k in tagged.classes[:, column]])
        want = name_spans(tags[sentence.id])
        tp, found, gold = tp + len(got & want), found + len(got), gold + len(want)
    return f1(tp, found, gold)


def running_text(sentences: list[Sentence]) -> tuple[str, set[tuple[int, int]], set[int]]:
    """Sentences joined to raw text, with the offsets of tokens and of sentence starts."""
    text, tokens, starts, document = "", set(), set(), None
    for sentence in sentences:
        if text and (document != sentence.document or sentence.begins_paragraph):
            text = text.rstrip() + "\n\n"
        document = sentence.document
        starts.add(len(text))
        for form, space in zip(sentence.forms, sentence.spaces, strict=True):
            tokens.add((len(text), len(text) + len(form)))
            text += form + (" " if space else "")
        if not text.endswith((" ", "\n")):
            text += " "
    return text, tokens, starts


def splitting(pipeline: English, sentences: list[Sentence]) -> tuple[float, float]:
    """F1 of tokens and of sentence starts over raw text."""
    text, tokens, starts = running_text(sentences)
    doc = pipeline(text)
    got = {(t.idx, t.idx + len(t)) for t in doc if not t.is_space}
    begun = {s.start_char for s in doc.sents}
    return f1(len(got & tokens), len(got), len(tokens)), f1(len(begun & starts), len(begun), len(starts))


def speed(pipeline: English, model: TokenModel, sentences: list[Sentence]) -> None:
    texts: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        texts.setdefault(sentence.document, []).append(sentence)
    raw = [running_text(group)[0] for group in texts.values()]
    pipeline(raw[0])
    began = time.perf_counter()
    done = words = 0
    for doc in pipeline.pipe(raw):
        done += sum(1 for _ in doc.sents)
        words += len(doc)
    whole = done / (time.perf_counter() - began)
    rows = sorted((s.forms for s in sentences), key=len)
    began = time.perf_counter()
    for start in range(0, len(rows), 16):
        model.encode(rows[start : start + 16])
    bare = len(rows) / (time.perf_counter() - began)
    print(
        f"\ntext -> Doc: {whole:.0f} sentences/s of {words / done:.1f} words; bare encoder {bare:.0f} sentences/s; ratio {whole / bare:.2f}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data" / "open")
    parser.add_argument("--fp32", type=Path, help="the unquantised graph that training/export.py --fp32 keeps")
    options = parser.parse_args()
    if not (options.data / "ud_english_ewt").is_dir():
        print(f"{options.data}: the open corpora are not there; give their folder with --data", file=sys.stderr)
        return 2
    ewt = read_ewt(options.data / "ud_english_ewt", "test")
    parts = gum_parts(options.data / "gum")
    gum = {p.stem: read_gum(p) for p in parts["test"]}
    news = [s for p in parts["test"] + parts["dev"] if "_news_" in p.stem for s in read_gum(p)]
    every = [s for d in gum.values() for s in d]
    sets = {"EWT test": ewt, "GUM test, open genres": every, "GUM news, dev + test": news}
    models = {"int8": TokenModel()}
    if options.fp32:
        models["fp32"] = TokenModel(path=options.fp32)
    print(
        f"{'test set (gold tokens)':28}{'model':>6}{'UPOS':>7}{'feats':>7}{'lemma':>7}"
        f"{'UAS':>7}{'LAS':>7}{'LAS+':>7}{'repaired':>10}{'sentences':>11}"
    )
    for title, sentences in sets.items():
        for name, model in models.items():
            a = accuracy(model, sentences)
            print(f"{title:28}{name:>6}{a['upos']:7.1f}{a['feats']:7.1f}{a['lemma']:7.1f}{a['uas']:7.1f}{a['las']:7.1f}{a['las+']:7.1f}"
                  f"{a['repaired']:9.1f}%{a['sentences']:11.0f}")  # fmt: skip
    model = models["int8"]
    print(f"\nentity heads with type, GUM test: F1 {entity_heads(model, every):.1f}")
    print(f"names PER/ORG/LOC, UNER-EWT test: F1 {names(model, ewt, read_uner(options.data / 'uner_english_ewt', 'test')):.1f}")
    pipeline = English()
    for title, sentences in sets.items():
        tokens, starts = splitting(pipeline, sentences)
        print(f"raw text, {title}: token F1 {tokens:.1f}, sentence start F1 {starts:.1f}")
    folder = ROOT / "src" / "dragoman" / "language" / "model"
    sizes = {p.name: os.path.getsize(p) / 1e6 for p in sorted(folder.glob(f"{MODEL_ID}.*")) if p.suffix != ".json"}
    print("files: " + ", ".join(f"{k} {v:.1f} MB" for k, v in sizes.items()))
    speed(pipeline, model, ewt)
    return 0


if __name__ == "__main__":
    np.seterr(all="ignore")
    sys.exit(main())

"""Reads the open corpora into training sentences.

Each layer a corpus lacks is None, and the loss masks it. Sources: UD English EWT (CC BY-SA 4.0), GUM's
openly licensed genres (CC BY / BY-SA), UNER English EWT (CC BY-SA 4.0); see docs/model.md.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FEATURES = ("Tense", "VerbForm", "Number", "Person", "Mood", "Voice", "Polarity")
ENTITY_TYPES = ("person", "organization", "place", "event", "time", "abstract", "object", "substance", "animal", "plant")
NAME_TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
_NAMED = {"person": "PER", "organization": "ORG", "place": "LOC"}
_OPEN_OR_CLOSE = re.compile(r"\((\d+)-([a-z]+)([^()]*)(\))?|(\d+)\)")


@dataclass
class Sentence:
    """One annotated sentence; lists run over its n words, heads are 1-based with 0 for the root."""

    id: str
    document: str
    begins_paragraph: bool
    forms: list[str]
    spaces: list[bool]
    upos: list[str]
    feats: list[dict[str, str]]
    lemmas: list[str]
    heads: list[int]
    relations: list[str]
    entities: list[str] | None = None
    names: list[str] | None = None


def read_conllu(lines: Iterator[str]) -> Iterator[Sentence]:
    """Yield the sentences of one CoNLL-U file; GUM's entities are read from MISC where they stand."""
    document, name, paragraph, rows, glued = "", "", True, [], {}
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("# newdoc id = "):
            document = line.split(" = ", 1)[1]
        elif line.startswith("# sent_id = "):
            name = line.split(" = ", 1)[1]
        elif line.startswith("# newpar"):
            paragraph = True
        elif line.startswith("#"):
            continue
        elif line:
            columns = line.split("\t")
            if "-" in columns[0]:
                first, last = map(int, columns[0].split("-"))
                glued.update({i: False for i in range(first, last)})
                glued[last] = "SpaceAfter=No" not in columns[9]
            elif "." not in columns[0]:
                rows.append(columns)
        elif rows:
            yield _sentence(name, document, paragraph, rows, glued)
            paragraph, rows, glued = False, [], {}
    if rows:
        yield _sentence(name, document, paragraph, rows, glued)


def _sentence(name: str, document: str, paragraph: bool, rows: list[list[str]], glued: dict[int, bool]) -> Sentence:
    spaces = [glued.get(i, "SpaceAfter=No" not in row[9]) for i, row in enumerate(rows, 1)]
    return Sentence(
        name,
        document,
        paragraph,
        [row[1] for row in rows],
        spaces,
        [row[3] for row in rows],
        [dict(f.split("=", 1) for f in row[5].split("|")) if row[5] != "_" else {} for row in rows],
        [row[2] for row in rows],
        [int(row[6]) for row in rows],
        [row[7] for row in rows],
    )


def read_gum(path: Path) -> list[Sentence]:
    """One GUM document with entity heads and name tags from its MISC column.

    A mention that runs over a sentence end is closed there. A name is a mention of person, organisation or
    place whose head is a proper noun; its span is the run of name-like words around the head.
    """
    text = path.read_text("utf-8")
    sentences = list(read_conllu(iter(text.splitlines())))
    blocks = [b for b in text.split("\n\n") if re.search(r"^1\t", b, re.M)]
    for sentence, block in zip(sentences, blocks, strict=True):
        rows = [line.split("\t") for line in block.splitlines() if re.match(r"\d+\t", line)]
        sentence.entities, sentence.names = _entity_layers(sentence, [row[9] for row in rows])
    return sentences


def _entity_layers(sentence: Sentence, miscs: list[str]) -> tuple[list[str], list[str]]:
    mentions, pending = [], []
    for i, misc in enumerate(miscs):
        found = re.search(r"Entity=([^|]*)", misc)
        for hit in _OPEN_OR_CLOSE.finditer(found.group(1) if found else ""):
            if hit.group(1):
                if hit.group(4):
                    mentions.append((i, i, hit.group(2)))
                else:
                    pending.append((hit.group(1), i, hit.group(2)))
            else:
                for k in range(len(pending) - 1, -1, -1):
                    if pending[k][0] == hit.group(5):
                        _, start, kind = pending.pop(k)
                        mentions.append((start, i, kind))
                        break
    entities, names = ["O"] * len(miscs), ["O"] * len(miscs)
    for start, end, kind in sorted(mentions, key=lambda m: m[0] - m[1]):
        head = span_head(sentence.heads, start, end)
        entities[head] = kind
        if kind in _NAMED and sentence.upos[head] == "PROPN":
            first = last = head
            while first > start and _name_like(sentence, first - 1, head):
                first -= 1
            while last < end and _name_like(sentence, last + 1, head):
                last += 1
            names[first] = "B-" + _NAMED[kind]
            names[first + 1 : last + 1] = ["I-" + _NAMED[kind]] * (last - first)
    return entities, names


def _name_like(sentence: Sentence, i: int, head: int) -> bool:
    under = sentence.heads[i] - 1 == head and sentence.relations[i].split(":")[0] in {"flat", "compound", "amod", "case", "punct"}
    if sentence.upos[i] == "PROPN":
        return sentence.relations[i].split(":")[0] in {"flat", "compound", "nmod", "goeswith"} or under
    return sentence.forms[i] in {"of", "the", "-", "&", "and", "for"} and 0 < i < len(sentence.forms) - 1 and (
        sentence.upos[i - 1] == "PROPN" and sentence.upos[i + 1] == "PROPN" and sentence.forms[i] in {"of", "-", "&", "for"}
    )


def span_head(heads: list[int], start: int, end: int) -> int:
    """The word of start..end (both inclusive, 0-based) whose head lies outside."""
    for i in range(start, end + 1):
        if not start <= heads[i] - 1 <= end:
            return i
    return end


def read_ewt(folder: Path, part: str) -> list[Sentence]:
    """UD English EWT, `part` one of train, dev, test."""
    with gzip.open(folder / f"en_ewt-{part}.conllu.gz", "rt", encoding="utf-8") as lines:
        return list(read_conllu(lines))


def read_uner(folder: Path, part: str) -> dict[str, list[str]]:
    """UNER name tags of EWT's dev or test sentences by sentence id (their order is not EWT's); OTH counts as outside."""
    tags: dict[str, list[str]] = {}
    name = ""
    for line in (folder / f"en_ewt-ud-{part}.iob2").read_text("utf-8").splitlines():
        if line.startswith("# sent_id = "):
            name = line.split(" = ", 1)[1]
            tags[name] = []
        elif line[:1].isdigit():
            tag = line.split("\t")[2]
            tags[name].append(tag if tag in NAME_TAGS else "O")
    return tags


def gum_parts(folder: Path) -> dict[str, list[Path]]:
    """The open documents by GUM's own splits."""
    parts: dict[str, list[Path]] = {}
    part = ""
    for line in (folder / "splits.md").read_text("utf-8").splitlines():
        if line.startswith("## "):
            part = line[3:].strip()
        elif line.strip().startswith("* "):
            path = folder / "dep" / f"{line.strip()[2:].strip()}.conllu"
            if path.exists():
                parts.setdefault(part, []).append(path)
    return parts

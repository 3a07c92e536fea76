"""Drafts for tests: a parsed text with hand-made mentions, so that a stage is tested without those before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import SimpleNamespace

from dragoman.language import default_language
from dragoman.reading import attribution, factuality, frames, positions  # noqa: F401  (each registers its stage)
from dragoman.reading.draft import STAGES, ActorNote, Draft, Mention
from dragoman.record import Report

LEXICON = SimpleNamespace(
    event_nouns=frozenset(["talks", "talk", "attack", "withdrawal", "visit", "summit", "treaty", "accord", "blockade", "raid"]),
    light_verbs=frozenset({"hold", "make", "reach"}),
    verb_bases={},
    roles={
        "spokesman": frozenset({"office", "official"}), "official": frozenset({"official"}), "officials": frozenset({"official"}),
        "minister": frozenset({"office"}), "fisherman": frozenset({"person"}), "analyst": frozenset({"person"}), "guard": frozenset({"person"}),
    },
)  # fmt: skip
WORLD = SimpleNamespace(find=lambda name, on=None: [], actor=lambda actor: None, terms_of=lambda person: [])


def draft_of(
    text: str,
    stages: Iterable[str],
    names: Mapping[str, tuple[str, str]] | None = None,
    pronouns: Mapping[str, str] | None = None,
) -> Draft:
    """A draft after some stages.

    Args:
        names: a word -> (actor id, kind of actor); every time it stands in the text it is a mention of that actor.
        pronouns: a word in lower case -> the actor that it means.
    """
    doc = default_language()(text)
    draft = Draft(Report.of(text), doc, WORLD, LEXICON)  # type: ignore[arg-type]
    for token in doc:
        actor, kind = (names or {}).get(token.text, (None, ""))
        if actor is not None:
            draft.actors[actor] = ActorNote(actor, kind, token.text, state=actor if kind == "state" else None)
            _add(draft, Mention((token.i, token.i + 1), token.i, "name", (actor,)))
        elif token.lower_ in (pronouns or {}):
            _add(draft, Mention((token.i, token.i + 1), token.i, "pronoun", ((pronouns or {})[token.lower_],)))
    for stage in stages:
        STAGES[stage](draft)
    return draft


def _add(draft: Draft, mention: Mention) -> None:
    draft.mentions.append(mention)
    draft.mention_at[mention.head] = mention

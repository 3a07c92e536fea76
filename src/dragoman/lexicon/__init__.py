"""What words do: predicates, cues, role nouns, instruments and phrases, each entry with its examples."""

from __future__ import annotations

from functools import cached_property

from dragoman.lexicon.events import EventEntry, load_classes, load_events
from dragoman.lexicon.inflection import forms_of
from dragoman.lexicon.loading import LexiconError
from dragoman.lexicon.roles import kinds_of_words

__all__ = ["EventEntry", "Lexicon", "LexiconError"]


class Lexicon:
    """The tables that several stages ask, each read once and when first asked for."""

    @cached_property
    def events(self) -> tuple[EventEntry, ...]:
        """All event entries."""
        return load_events()

    @cached_property
    def classes(self) -> dict[str, frozenset[str]]:
        """Noun classes by name, without the "@"."""
        return load_classes()

    @cached_property
    def event_index(self) -> dict[tuple[str, str], tuple[EventEntry, ...]]:
        """(kind of frame, lemma) -> the entries that it may fire, in the order of the files."""
        index: dict[tuple[str, str], list[EventEntry]] = {}
        for entry in self.events:
            for kind, lemmas in (("verb", entry.verbs), ("noun", entry.nouns), ("adjective", entry.adjectives)):
                for lemma in lemmas:
                    index.setdefault((kind, lemma), []).append(entry)
        return {key: tuple(value) for key, value in index.items()}

    @cached_property
    def event_nouns(self) -> frozenset[str]:
        """Lemmas of nouns that name happenings."""
        return frozenset(noun for entry in self.events for noun in entry.nouns)

    @cached_property
    def light_verbs(self) -> frozenset[str]:
        """Lemmas of verbs that support such nouns ("hold talks")."""
        return frozenset(verb for entry in self.events for verb in entry.light)

    @cached_property
    def verb_bases(self) -> dict[str, tuple[str, ...]]:
        """Verb form -> the verbs of the event entries that have it: a tagger's lemma of a rare verb is not to be relied on."""
        found: dict[str, list[str]] = {}
        for verb in sorted({verb.split("_")[0] for entry in self.events for verb in (*entry.verbs, *entry.light)}):
            for form in forms_of(verb):
                found.setdefault(form, []).append(verb)
        return {form: tuple(verbs) for form, verbs in found.items()}

    @cached_property
    def roles(self) -> dict[str, frozenset[str]]:
        """Role nouns and phrases -> the kinds of role they can have."""
        return kinds_of_words()

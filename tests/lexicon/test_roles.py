"""Role nouns: every entry's examples hold a word of the entry, and the refusals of the loader."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from dragoman.lexicon import LexiconError, roles


@pytest.mark.parametrize("role", roles.load_roles(), ids=lambda role: role.id)
def test_examples_show_the_entry_s_words(role: roles.Role) -> None:
    for example in role.examples:
        spoken = " ".join(re.findall(r"[\w'-]+", example.lower()))
        assert any(f" {word} " in f" {spoken} " for word in role.words), example


def test_kinds_of_words() -> None:
    kinds = roles.kinds_of_words()
    assert "office" in kinds["foreign minister"] and "body" in kinds["ministry"] and "collective" in kinds["troops"]
    assert "prize" not in kinds, "words of things are no roles"


def test_parts_of_names() -> None:
    assert "energy" in roles.field_words() and "prize" in roles.thing_words()
    assert not roles.female_names() & roles.male_names()


def test_an_unknown_kind_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def entries(folder: str) -> Iterator[tuple[str, dict[str, object]]]:
        yield "x.yaml", {"id": "role.x", "kind": "animal", "words": ["cat"], "examples": ["The cat sat."]}

    monkeypatch.setattr(roles, "read_entries", entries)
    with pytest.raises(LexiconError, match="role.x has kind 'animal'"):
        roles.load_roles.__wrapped__()

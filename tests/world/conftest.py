"""The shipped world."""

from __future__ import annotations

import pytest

from dragoman.world import World


@pytest.fixture(scope="session")
def world() -> World:
    return World.default()

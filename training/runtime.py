"""Modules of the runtime that training shares, loaded by path, so that training needs none of the package's dependencies."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

_LANGUAGE = Path(__file__).resolve().parent.parent / "src" / "dragoman" / "language"


def language_module(name: str) -> ModuleType:
    """A module of ``dragoman.language`` that imports nothing of its package."""
    spec = importlib.util.spec_from_file_location(f"dragoman_{name}", _LANGUAGE / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

"""What the tests of the import share: a short way to import, and what a library says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.core.helpers import result

from nomina.domain import Origin
from nomina.imports import Imported, ImportPlan, import_labels
from nomina.library import Library


def take(library: Library, source: Path, **asked: Any) -> Imported:
    """Import to the end."""
    return result(import_labels(library, ImportPlan(source=source, **asked)))


def yours(library: Library) -> dict[str, str]:
    """The category that a person gave each picture, by hash."""
    return _labels(library, Origin.PERSON)


def automatic(library: Library) -> dict[str, str]:
    """The category that a run gave each picture, by hash."""
    return _labels(library, Origin.AUTO)


def _labels(library: Library, origin: Origin) -> dict[str, str]:
    names = {each.id: each.name for each in library.store.categories()}
    hashes = dict(library.store.image_keys())
    labels = [label for label in library.store.labels() if label.accepted and label.origin is origin]
    return {hashes[label.image_id]: names[label.category_id] for label in labels}


def written(folder: Path, name: str, text: str | bytes) -> Path:
    """A file with this text."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape"))
    return path

"""A folder for each category with its pictures, as people sort them; and Nomina's own `folder` and `yolo`.

Parts called train, val and test are looked into. In a folder that Nomina wrote, the names that its file system could
not hold are known from the manifest, and the pictures by their bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nomina import walking
from nomina.domain import Skipped
from nomina.errors import BadInput
from nomina.export.target import MANIFEST, MAPPING, read_manifest
from nomina.imports.protocol import Found, FoundCategory, FoundLabel, Option, Source, Spoilt

PARTS = frozenset({"train", "training", "val", "valid", "validation", "test", "testing"})


class Folder:
    """The format `folder`."""

    title = "Folder for each category"
    options: tuple[Option, ...] = ()

    def recognises(self, path: Path) -> bool:
        """See Importer."""
        return path.is_dir() and bool(_category_folders(path))

    def read(self, source: Source) -> Iterator[Found]:
        """See Importer."""
        path = source.path
        if not path.is_dir():
            raise BadInput(f"“{path}” is no folder.", "Give a folder that holds one folder of pictures per category.")
        folders = _category_folders(path)
        if not folders:
            raise BadInput(f"“{path}” has no folders in it.", "Make one per category, named after it, with pictures.")
        names, known = _names(path), _known(path)
        for folder in folders:
            category = names.get(folder.name, folder.name)
            yield FoundCategory(category)
            for picture in walking.walk([folder]):
                if isinstance(picture, Skipped):
                    yield Spoilt(str(picture.path), picture.reason)
                else:
                    yield FoundLabel(
                        category, str(picture), known.get(picture.relative_to(path.absolute()).as_posix(), "")
                    )


def _category_folders(path: Path) -> list[Path]:
    inside = _folders_in(path)
    if inside and all(folder.name.lower() in PARTS for folder in inside) and _has_parts(path, inside):
        return [each for part in inside for each in _folders_in(part)]
    return inside


def _has_parts(path: Path, inside: list[Path]) -> bool:
    """Whether folders called train or test are parts: a category may be called so too."""
    options = _manifest(path).get("options")
    if isinstance(options, dict):
        return bool(options.get("split"))
    try:
        loose = any(each.suffix.lower() in walking.EXTENSIONS for part in inside for each in part.iterdir())
    except OSError:
        loose = False
    return not loose and any(_folders_in(part) for part in inside)


def _folders_in(path: Path) -> list[Path]:
    try:
        found = sorted(path.absolute().iterdir())
    except OSError:
        return []
    return [each for each in found if each.is_dir() and not walking.AS_USUAL.leaves_out(each.name)]


def _manifest(path: Path) -> dict[str, Any]:
    """What Nomina wrote of the folder; empty where it did not, or it is damaged."""
    try:
        return read_manifest(path) or {}
    except RecursionError:
        return {}


def _names(path: Path) -> dict[str, str]:
    """The category of each folder by its name, as Nomina's manifest has it."""
    folders: Any = _manifest(path).get("folders")
    told = folders.items() if isinstance(folders, dict) else ()
    return {folder: name for folder, name in told if isinstance(name, str)}


def _known(path: Path) -> dict[str, str]:
    """The hash of each picture by its path in the folder, where Nomina wrote it down and nobody wrote to it since."""
    if not (path / MANIFEST).is_file():
        return {}
    known = {}
    try:
        with (path / MAPPING).open(encoding="utf-8", errors="surrogateescape") as file:
            for line in file:
                told = json.loads(line)
                known[str(told["file"])] = str(told["hash"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    return known

"""FiftyOne's layout for classified pictures (FiftyOneImageClassificationDataset): data/ or data.json, and labels.json.

Source: docs.voxel51.com/user_guide/import_datasets.html.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nomina import walking
from nomina.domain import Origin
from nomina.errors import BadInput
from nomina.imports.files import glance, read_json
from nomina.imports.protocol import Found, FoundCategory, FoundLabel, Option, Source, Spoilt
from nomina.imports.tables import probability

LABELS, PLACES, PICTURES = "labels.json", "data.json", "data"


class FiftyOne:
    """The format `fiftyone`."""

    title = "FiftyOne dataset"
    options: tuple[Option, ...] = ()

    def recognises(self, path: Path) -> bool:
        """See Importer."""
        text = glance(path / LABELS) if path.is_dir() else ""
        return text.lstrip().startswith("{") and ('"classes"' in text or '"labels"' in text)

    def read(self, source: Source) -> Iterator[Found]:
        """See Importer."""
        path = source.path
        value = read_json(path / LABELS)
        labels = value.get("labels") if isinstance(value, dict) else None
        if not isinstance(labels, dict):
            raise BadInput(f"“{path / LABELS}” has no labels.", "Give a folder of FiftyOneImageClassificationDataset.")
        classes = value.get("classes") if isinstance(value.get("classes"), list) else []
        yield from (FoundCategory(name) for name in classes if isinstance(name, str))
        files = _files(path)
        for key, said in labels.items():
            for each in said if isinstance(said, list) else [said]:
                if each is not None:
                    yield _label(key, each, classes, files.get(key, ""))


def _label(key: str, said: Any, classes: list[Any], file: str) -> FoundLabel | Spoilt:
    told = said if isinstance(said, dict) else {"label": said}
    name = told.get("label")
    if isinstance(name, int) and not isinstance(name, bool) and 0 <= name < len(classes):
        name = classes[name]
    attributes = told["attributes"] if isinstance(told.get("attributes"), dict) else {}
    if not isinstance(name, str):
        return Spoilt(f"“{key[:80]}”", "its label is not among the classes")
    hash_ = attributes.get("nomina_hash")
    hash_ = hash_ if isinstance(hash_, str) else ""
    if not (file or hash_):
        return Spoilt(f"“{key[:80]}”", "its picture is not there")
    origin = Origin.PERSON if attributes.get("origin", Origin.PERSON) == Origin.PERSON else Origin.AUTO
    return FoundLabel(name, file, hash_, origin=origin, confidence=probability(told.get("confidence")))


def _files(path: Path) -> dict[str, str]:
    """The picture of each key, which is its name without the ending."""
    if (path / PLACES).is_file():
        told = read_json(path / PLACES)
        pairs = told.items() if isinstance(told, dict) else ()
        return {name.rpartition(".")[0] or name: file for name, file in pairs if isinstance(file, str)}
    folder = path / PICTURES
    found = [each for each in walking.walk([folder]) if isinstance(each, Path)] if folder.is_dir() else []
    return {each.relative_to(folder.absolute()).with_suffix("").as_posix(): str(each) for each in found}

"""COCO: the categories of the objects in a picture become its labels; boxes and outlines are left out.

Source: cocodataset.org/#format-data. What a program found has an `origin` in Nomina's own files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nomina.domain import Origin
from nomina.errors import BadInput
from nomina.imports.files import glance, read_json
from nomina.imports.protocol import Found, FoundCategory, FoundLabel, Option, Source, Spoilt
from nomina.imports.tables import probability

_HEAD = re.compile(r'\s*\{.*"(images|annotations|categories|licenses)"\s*:', re.DOTALL)


class Coco:
    """The format `coco`."""

    title = "COCO, JSON"
    options: tuple[Option, ...] = ()

    def recognises(self, path: Path) -> bool:
        """See Importer."""
        return path.suffix.lower() == ".json" and bool(_HEAD.match(glance(path)))

    def read(self, source: Source) -> Iterator[Found]:
        """See Importer."""
        path = source.path
        value = read_json(path)
        told: dict[str, Any] = value if isinstance(value, dict) else {}
        lists = [told[name] for name in ("images", "categories", "annotations") if isinstance(told.get(name), list)]
        if len(lists) < 3:
            raise BadInput(
                f"“{path}” is no COCO: it lacks images, categories or annotations.", "Name another --format."
            )
        images = {_key(each): each for each in lists[0] if isinstance(each, dict)}
        names = {_key(each): each.get("name") for each in lists[1] if isinstance(each, dict)}
        for name in names.values():
            if isinstance(name, str):
                yield FoundCategory(name)
        seen = set()
        for number, mark in enumerate(lists[2], 1):
            found = _label(mark, images, names)
            if isinstance(found, str):
                yield Spoilt(f"annotation {number}", found)
            elif found not in seen:
                seen.add(found)
                yield found


def _label(mark: Any, images: dict[str, Any], names: dict[str, Any]) -> FoundLabel | str:
    """What an object says of its picture, or what is wrong with it."""
    if not isinstance(mark, dict):
        return "it is no object"
    image, name = images.get(_key(mark, "image_id")), names.get(_key(mark, "category_id"))
    if image is None:
        return "its image is not in the file"
    if not isinstance(name, str):
        return "its category is not in the file"
    file, hash_ = (each if isinstance(each, str) else "" for each in (image.get("file_name"), image.get("nomina_hash")))
    if not (file or hash_):
        return "its image has no file"
    origin = Origin.PERSON if mark.get("origin", Origin.PERSON) == Origin.PERSON else Origin.AUTO
    return FoundLabel(name, file, hash_, origin=origin, confidence=probability(mark.get("score")))


def _key(value: dict[str, Any], name: str = "id") -> str:
    """An id, which some write as a number and some as text."""
    return str(value.get(name))[:100]

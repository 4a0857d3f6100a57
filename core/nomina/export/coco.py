"""COCO with categories of whole images: images, categories, and one object a label that fills its image.

COCO knows objects only (cocodataset.org/#format-data), so a label becomes a box over the whole picture, which every
reader of COCO takes; `option boxes=none` leaves the box away for readers that want image-level labels bare.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import Any, TextIO

from nomina.export.protocol import Kind, Option, Source
from nomina.export.row import Row
from nomina.export.text import as_json

ROWS_A_STEP = 500


class Coco:
    """The format `coco`: one JSON file, written as it is read. Category ids are those of the library."""

    title = "COCO, JSON"
    kind = Kind.FILE
    ending = ".json"
    options = (
        Option(
            "boxes",
            "whole",
            "Whether a label gets a box over its whole picture.",
            ("whole", "none"),
            ("Over the whole picture", "No box"),
        ),
    )
    unlabelled = True

    def write(self, source: Source, target: Path) -> Iterator[int]:
        """See Exporter."""
        ids = {category.name: category.id for category in source.categories}
        categories = [{"id": each.id, "name": each.name, "supercategory": ""} for each in source.categories]
        marked = _Marks(ids, source.options["boxes"] == "whole", source.plan.provenance)
        with (
            target.open("w", encoding="utf-8", newline="") as file,
            TemporaryFile("w+", dir=target.parent, encoding="utf-8", newline="") as later,
        ):
            info = {"description": "Nomina", "date_created": datetime.now(UTC).isoformat(timespec="seconds")}
            file.write(f'{{"info": {as_json(info)},\n"licenses": [],\n"categories": {as_json(categories)},\n')
            images, marks = _List(file, "images"), _List(later, "annotations")
            for done, row in enumerate(source.rows(), 1):
                images.add(_image(row, source))
                for mark in marked.of(row):
                    marks.add(mark)
                if done % ROWS_A_STEP == 0:
                    yield done
            images.close()
            marks.close()
            file.write(",\n")
            later.seek(0)
            copyfileobj(later, file)
            file.write("}\n")


class _List:
    """A JSON list with a name that is written item by item. The second one waits in a file until the first is done."""

    def __init__(self, file: TextIO, name: str) -> None:
        self._file, self._between = file, "\n"
        file.write(f'"{name}": [')

    def add(self, item: dict[str, Any]) -> None:
        self._file.write(self._between + as_json(item))
        self._between = ",\n"

    def close(self) -> None:
        self._file.write("\n]")


def _image(row: Row, source: Source) -> dict[str, Any]:
    image = {"id": row.id, "file_name": row.file, "width": row.width, "height": row.height, "nomina_hash": row.hash}
    return image if source.plan.level is None else image | {"nomina_set": row.set}


class _Marks:
    """Makes COCO's objects, numbered from 1: pycocotools takes an id of 0 for none."""

    def __init__(self, ids: dict[str, int], whole: bool, provenance: bool) -> None:
        self._ids, self._whole, self._provenance = ids, whole, provenance
        self._made = 0

    def of(self, row: Row) -> list[dict[str, Any]]:
        out = []
        for label in row.labels:
            self._made += 1
            mark: dict[str, Any] = {"id": self._made, "image_id": row.id, "category_id": self._ids[label.category]}
            if self._whole:
                box = [0, 0, row.width, row.height]
                mark |= {"bbox": box, "area": row.width * row.height, "segmentation": [], "iscrowd": 0}
            if self._provenance:
                mark |= {"score": label.confidence, "origin": label.origin, "run": label.run, "encoder": row.encoder}
                mark["reference"] = row.reference
            out.append(mark)
        return out

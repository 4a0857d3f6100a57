"""FiftyOne's layout for classified pictures (FiftyOneImageClassificationDataset): data/ and labels.json.

Source: docs.voxel51.com/user_guide/import_datasets.html. A picture is known there by its name without the ending, so
the names are told apart without it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nomina.export.files import WAYS, WAYS_IN_WORDS
from nomina.export.plan import ExportPlan
from nomina.export.protocol import Kind, Option, Source
from nomina.export.row import Row, RowLabel
from nomina.export.text import as_json

ROWS_A_STEP = 500


class FiftyOne:
    """The format `fiftyone`. With how=none pictures stay where they are; it is read with data_path="data.json"."""

    title = "FiftyOne dataset"
    kind = Kind.FOLDER
    ending = ""
    options = (
        Option(
            "how",
            "copy",
            "How pictures come into the folder; none leaves them where they are.",
            (*WAYS, "none"),
            (*WAYS_IN_WORDS, "Left where they are"),
        ),
    )
    unlabelled = True

    def write(self, source: Source, target: Path) -> Iterator[int]:
        """See Exporter."""
        classes = [category.name for category in source.categories]
        column = {name: i for i, name in enumerate(classes)}
        places = _Places(source, target)
        with (target / "labels.json").open("w", encoding="utf-8", newline="") as file:
            file.write(f'{{"classes": {as_json(classes)},\n"labels": {{')
            between = "\n"
            for done, row in enumerate(source.rows(), 1):
                name = places.put(row)
                if name:
                    line = f"{as_json(name)}: {json.dumps(_truth(source, row, column))}"
                    file.write(between + line)
                    between = ",\n"
                if source.options["how"] != "none" or done % ROWS_A_STEP == 0:
                    yield done
            file.write("\n}}\n")
        places.finish()


def _truth(source: Source, row: Row, column: dict[str, int]) -> Any:
    labels = [_label(label, row, column, source.plan) for label in row.labels]
    return labels if source.plan.multi else labels[0] if labels else None


def _label(label: RowLabel, row: Row, column: dict[str, int], plan: ExportPlan) -> Any:
    if not plan.provenance:
        return column[label.category]
    attributes: dict[str, Any] = {"origin": label.origin, "run": label.run, "encoder": row.encoder}
    attributes |= {"reference": row.reference, "nomina_hash": row.hash}
    if plan.level is not None:
        attributes["nomina_set"] = row.set
    return {"label": column[label.category], "confidence": label.confidence, "attributes": attributes}


class _Places:
    """Puts pictures into data/, or writes data.json."""

    def __init__(self, source: Source, target: Path) -> None:
        self._source, self._target, self._how = source, target, source.options["how"]
        self._between = "{\n"
        (target / "data").mkdir()
        self._file = None if self._how != "none" else (target / "data.json").open("w", encoding="utf-8", newline="")

    def put(self, row: Row) -> str:
        """The picture's name without the ending, or "" where its file is gone."""
        path = Path(row.name)
        name = self._source.names.file(path.stem or row.hash, row.hash, "data")
        inside = name + path.suffix.lower()
        if self._file is None:
            return name if self._source.place(row, self._target / "data" / inside, self._how) else ""
        if not row.path:
            self._source.leave_out(row, "its file is gone")
            return ""
        if row.time is not None:
            self._source.leave_out(row, "it is a moment of a video, which FiftyOne needs a copy of")
            return ""
        self._file.write(f"{self._between}{as_json(inside)}: {json.dumps(str(row.place.file))}")
        self._between = ",\n"
        return name

    def finish(self) -> None:
        if self._file is not None:
            self._file.write("{}\n" if self._between == "{\n" else "\n}\n")
            self._file.close()
            (self._target / "data").rmdir()

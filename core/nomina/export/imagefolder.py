"""What Hugging Face's `datasets` loads as "imagefolder": pictures, and a metadata file in each part.

Source: huggingface.co/docs/datasets/image_dataset. `file_name` is relative to the metadata file, the other columns
become features. With a metadata file the names of folders are not taken for labels.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

from nomina.export import split
from nomina.export.protocol import Kind, Option, Source
from nomina.export.tables import label_record
from nomina.export.text import as_json
from nomina.export.tree import HOW, SEED, SPLIT, Placed, place_all

PARTS = ("train", "validation", "test")
PROVENANCE = ("origin", "confidence", "run", "encoder", "state", "reference")


class ImageFolder:
    """The format `imagefolder`: <part>/<category>/<picture> and <part>/metadata.jsonl; all is "train" without a split.

    `label` is the category's name, or in a plan of several labels `labels` is a list of them; `hash` is Nomina's.
    """

    title = "Hugging Face imagefolder"
    kind = Kind.FOLDER
    ending = ""
    options = (HOW, SPLIT, SEED, Option("metadata", "jsonl", "The metadata file's format.", ("jsonl", "csv")))
    unlabelled = False

    def write(self, source: Source, target: Path) -> Iterator[int]:
        """See Exporter."""
        shares = split.parse(source.options["split"], PARTS) or {"train": 1.0}
        with ExitStack() as stack:
            files: dict[str, _Metadata] = {}
            for placed in place_all(source, target, shares, only_first=True):
                if placed.part not in files:
                    files[placed.part] = _Metadata(stack, target / placed.part, source.options["metadata"])
                files[placed.part].add(_facts(source, placed))
                yield placed.done


def _facts(source: Source, placed: Placed) -> dict[str, Any]:
    row, plan = placed.row, source.plan
    facts: dict[str, Any] = {"file_name": placed.path.relative_to(placed.part).as_posix()}
    if plan.multi:
        facts["labels"] = [label.category for label in row.labels]
        if plan.provenance:
            facts["label_details"] = [label_record(label, plan) for label in row.labels]
    else:
        facts["label"] = row.category
        facts |= {name: getattr(row, name) for name in PROVENANCE} if plan.provenance else {}
    if plan.level is not None:
        facts["set"] = list(row.set)
    return facts | {"hash": row.hash}


class _Metadata:
    """One metadata file. A CSV is read by pandas, so a text that looks like a formula is left as it is."""

    def __init__(self, stack: ExitStack, folder: Path, kind: str) -> None:
        self._file: TextIO = stack.enter_context((folder / f"metadata.{kind}").open("w", encoding="utf-8", newline=""))
        self._csv = csv.writer(self._file, lineterminator="\n", quoting=csv.QUOTE_MINIMAL) if kind == "csv" else None
        self._has_heads = False

    def add(self, facts: dict[str, Any]) -> None:
        if self._csv is None:
            self._file.write(as_json(facts) + "\n")
            return
        if not self._has_heads:
            self._csv.writerow(facts)
            self._has_heads = True
        self._csv.writerow(as_json(v) if isinstance(v, list) else v for v in facts.values())

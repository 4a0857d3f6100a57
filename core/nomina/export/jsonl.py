"""JSON lines: an object per image, each a line of its own, so that a file of any size can be read as it comes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nomina.export.protocol import Kind, Option, Source
from nomina.export.tables import WHOLE, columns_of, record
from nomina.export.text import as_json

ROWS_A_STEP = 500


class JsonLines:
    """The format `jsonl`. The objects are those of `json`."""

    title = "Table, JSON lines"
    kind = Kind.FILE
    ending = ".jsonl"
    options: tuple[Option, ...] = ()
    unlabelled = True

    def write(self, source: Source, target: Path) -> Iterator[int]:
        """See Exporter."""
        columns = columns_of(WHOLE, source)
        with target.open("w", encoding="utf-8", newline="") as file:
            for done, row in enumerate(source.rows(), 1):
                file.write(as_json(record(row, columns, source.plan)) + "\n")
                if done % ROWS_A_STEP == 0:
                    yield done

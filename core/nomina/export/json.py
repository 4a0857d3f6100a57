"""One JSON array with an object per image, an object a line; unknown values are null."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nomina.export.protocol import Kind, Option, Source
from nomina.export.tables import WHOLE, columns_of, record
from nomina.export.text import as_json

ROWS_A_STEP = 500


class Json:
    """The format `json`. With several labels an object has a list `labels` in place of `category`."""

    title = "Table, JSON"
    kind = Kind.FILE
    ending = ".json"
    options: tuple[Option, ...] = ()
    unlabelled = True

    def write(self, source: Source, target: Path) -> Iterator[int]:
        """See Exporter."""
        columns = columns_of(WHOLE, source)
        with target.open("w", encoding="utf-8", newline="") as file:
            file.write("[\n")
            for done, row in enumerate(source.rows()):
                values = record(row, columns, source.plan)
                file.write((",\n" if done else "") + as_json(values))
                if done % ROWS_A_STEP == 0:
                    yield done
            file.write("\n]\n")

"""Parquet: the columns of `jsonl`, typed, a thousand rows at a time. Needs the extra `parquet` (pyarrow)."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nomina.errors import BadInput
from nomina.export.protocol import Kind, Option, Source
from nomina.export.row import Row
from nomina.export.tables import WHOLE, columns_of, record

ROWS_A_STEP = 1000
BATCHES_A_GROUP = 20
"""Columns are packed 20,000 rows at a time; as Python's objects these would take 30 MB."""


class Parquet:
    """The format `parquet`. Names that are no Unicode, which the format cannot hold, are left out."""

    title = "Table, Parquet"
    kind = Kind.FILE
    ending = ".parquet"
    options = (
        Option(
            "compression",
            "zstd",
            "How the columns are packed.",
            ("zstd", "snappy", "gzip", "none"),
            ("zstd", "snappy", "gzip", "Not at all"),
        ),
    )
    unlabelled = True

    def write(self, source: Source, target: Path) -> Iterator[int]:
        """See Exporter."""
        if importlib.util.find_spec("pyarrow") is None:
            raise BadInput("Parquet needs pyarrow, which is not installed.", "pip install 'nomina[parquet]'")
        import pyarrow as pa
        import pyarrow.parquet as pq

        columns = columns_of(WHOLE, source)
        schema = _schema(pa, columns, source)
        with pq.ParquetWriter(target, schema, compression=source.options["compression"]) as file:
            group: list[Any] = []
            batch: list[dict[str, Any]] = []
            for done, row in enumerate(source.rows(), 1):
                if _is_text(row):
                    batch.append(record(row, columns, source.plan))
                else:
                    source.leave_out(row, "its name is no Unicode, which Parquet cannot hold")
                if done % ROWS_A_STEP == 0 or done == source.count:
                    group.append(pa.RecordBatch.from_pylist(batch, schema))
                    batch.clear()
                    yield done
                if len(group) == BATCHES_A_GROUP:
                    file.write_table(pa.Table.from_batches(group, schema))
                    group.clear()
            file.write_table(pa.Table.from_batches(group, schema))


def _schema(pa: Any, columns: tuple[str, ...], source: Source) -> Any:
    """Texts that repeat are dictionaries, which readers see as plain texts or categories."""
    often = pa.dictionary(pa.int32(), pa.string())
    kinds = {
        **dict.fromkeys(("file", "hash"), pa.string()),
        **dict.fromkeys(("category", "best", "second", "encoder", "origin", "state", "reference"), often),
        "time": pa.float64(),
        **dict.fromkeys(("confidence", "best_score"), pa.float32()),
        **dict.fromkeys(("run", "width", "height"), pa.int64()),
        "set": pa.list_(pa.string()),
    }
    fields = [(column, kinds[column]) for column in columns]
    if source.plan.multi:
        inner = [("category", pa.string())]
        if source.plan.provenance:
            inner += [("origin", pa.string()), ("confidence", pa.float32()), ("run", pa.int64())]
        fields = [field for field in fields if field[0] not in ("category", "origin", "run")]
        fields.append(("labels", pa.list_(pa.struct(inner))))
    return pa.schema(fields)


def _is_text(row: Row) -> bool:
    try:
        row.file.encode()
    except UnicodeEncodeError:
        return False
    return True

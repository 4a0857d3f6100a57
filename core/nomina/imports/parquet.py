"""Tables in Parquet, Nomina's own and others; needs pyarrow (the extra `parquet`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nomina.errors import BadInput
from nomina.imports.protocol import Found, Source
from nomina.imports.tables import COLUMN_OPTIONS, Table

ROWS = 10_000


class Parquet:
    """The format `parquet`."""

    title = "Table, Parquet"
    options = COLUMN_OPTIONS

    def recognises(self, path: Path) -> bool:
        """See Importer."""
        return path.suffix.lower() == ".parquet"

    def read(self, source: Source) -> Iterator[Found]:
        """See Importer."""
        path, options = source.path, source.options
        try:
            import pyarrow
            import pyarrow.parquet
        except ImportError as error:
            raise BadInput("Parquet needs pyarrow.", "Install it: pip install 'nomina[parquet]'.") from error
        try:
            with pyarrow.parquet.ParquetFile(path) as file:
                names = [name for name in file.schema_arrow.names if not name.startswith("embedding")]
                table = Table(path, names, options)
                number = 0
                for batch in file.iter_batches(ROWS, columns=names):
                    for record in batch.to_pylist():
                        number += 1
                        yield from table.found(_plain(record), f"row {number}")
        except (OSError, ValueError, pyarrow.ArrowException) as error:
            raise BadInput(f"“{path}” cannot be read as Parquet: {str(error)[:200]}.") from error
        yield from table.notes()


def _plain(record: dict[str, Any]) -> dict[str, Any]:
    """Bytes are taken for a text, as file names that are not UTF-8 are."""
    return {
        name: value.decode("utf-8", "surrogateescape") if isinstance(value, bytes) else value
        for name, value in record.items()
    }

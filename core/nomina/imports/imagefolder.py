"""Hugging Face's `imagefolder` with metadata: a table of labels in each part, beside its pictures."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

from nomina.errors import BadInput
from nomina.imports.csv import Csv
from nomina.imports.json import JsonLines
from nomina.imports.protocol import Found, FoundLabel, Source, Spoilt
from nomina.imports.tables import COLUMN_OPTIONS

TABLES = ("metadata.jsonl", "metadata.csv")


class ImageFolder:
    """The format `imagefolder`. Files are relative to the table that names them."""

    title = "Hugging Face imagefolder"
    options = COLUMN_OPTIONS

    def recognises(self, path: Path) -> bool:
        """See Importer."""
        return path.is_dir() and bool(_tables(path))

    def read(self, source: Source) -> Iterator[Found]:
        """See Importer."""
        path = source.path
        tables = _tables(path)
        if not tables:
            raise BadInput(f"“{path}” has no {' and no '.join(TABLES)} in it.", "Name another --format.")
        for table in tables:
            for found in self._read(dataclasses.replace(source, path=table)):
                if isinstance(found, FoundLabel):
                    yield dataclasses.replace(found, file=str(table.parent / found.file) if found.file else "")
                elif isinstance(found, Spoilt):
                    yield Spoilt(f"{table.relative_to(path)}, {found.where}", found.reason)
                else:
                    yield found

    @staticmethod
    def _read(source: Source) -> Iterator[Found]:
        if source.path.suffix == ".csv":  # its reader is pandas, so nothing is guarded there
            return Csv().read(dataclasses.replace(source, options=source.options | {"formulas": "keep"}))
        return JsonLines().read(source)


def _tables(path: Path) -> list[Path]:
    """Of the folder itself, then of its parts."""
    try:
        parts = [path, *sorted(each for each in path.iterdir() if each.is_dir())]
    except OSError:
        return []
    return [part / name for part in parts for name in TABLES if (part / name).is_file()]

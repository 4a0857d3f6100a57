"""Comma-separated values, one image a line."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from nomina.export.row import Row

COLUMNS = ("file", "category", "confidence", "best", "best_score", "encoder", "origin", "run", "state")
CLASSIFY_COLUMNS = COLUMNS[:6]


def write(rows: Iterable[Row], file: TextIO, columns: tuple[str, ...] = COLUMNS) -> None:
    """Write a header and a line per image; unknown values are empty."""
    writer = csv.writer(_UnixLines(file))
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_text(getattr(row, column)) for column in columns])


class _UnixLines:
    """Ends lines with a line feed; a csv.writer told to do so itself leaves a carriage return in a name unquoted."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, line: str) -> int:
        return self._file.write(line.removesuffix("\r\n") + "\n")


def _text(value: object) -> str:
    return "" if value is None else f"{value:.4f}" if isinstance(value, float) else str(value)

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
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_text(getattr(row, column)) for column in columns])


def _text(value: object) -> str:
    return "" if value is None else f"{value:.4f}" if isinstance(value, float) else str(value)

"""One JSON array with an object per image; unknown values are null."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from typing import TextIO

from nomina.export.row import Row


def write(rows: Iterable[Row], file: TextIO) -> None:
    """Write the array, an object a line."""
    file.write("[\n")
    for i, row in enumerate(rows):
        file.write((",\n" if i else "") + json.dumps(dataclasses.asdict(row), ensure_ascii=False))
    file.write("\n]\n")

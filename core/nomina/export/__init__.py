"""Long verb: write what is known of the library's images. One file a format, each a function over rows."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import TextIO

from nomina.answer import predict
from nomina.domain import Progress
from nomina.errors import BadInput
from nomina.export import csv, json
from nomina.export.row import Row, rows_of
from nomina.files import replacing
from nomina.library import Library

Writer = Callable[[Iterable[Row], TextIO], None]

ROWS_A_STEP = 2000


def formats() -> dict[str, Writer]:
    """The formats by name."""
    return {"csv": csv.write, "json": json.write}


def export_labels(library: Library, format: str, target: Path) -> Generator[Progress, None, int]:
    """Write one row per image of the library; returns how many. The file is whole or not there.

    Raises:
        BadInput: the format is unknown, or the target cannot be written.
    """
    writer = formats().get(format)
    if writer is None:
        raise BadInput(f"There is no export format “{format}”.", f"There are {', '.join(formats())}.")
    yield Progress(0, None, "Ranking pictures")
    rows = rows_of(library, predict(library))
    written: list[Row] = []
    for row in rows:
        written.append(row)
        if len(written) % ROWS_A_STEP == 0:
            yield Progress(len(written), None, "Gathering labels")
    with replacing(target) as file:
        writer(written, file)
    yield Progress(len(written), len(written), "Written")
    return len(written)

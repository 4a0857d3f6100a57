"""Pictures in a folder for each category: what the formats that hold pictures share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from nomina.errors import BadInput
from nomina.export import split
from nomina.export.files import WAYS, WAYS_IN_WORDS
from nomina.export.protocol import Option, Source
from nomina.export.row import Row, RowLabel

HOW = Option(
    "how",
    "copy",
    "How pictures come into the folder; a move takes the originals there, and can be undone.",
    WAYS,
    WAYS_IN_WORDS,
)
SPLIT = Option("split", "", "Shares of train, val and test, as in 80/10/10; empty for no split.")
SEED = Option("seed", "0", "Decides which picture falls into which part; any text.")


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture that was put into the folder.

    Attributes:
        label: the one it was placed for.
        part: train, val or test, or "" without a split.
        path: its path in the folder.
        done: how many rows were gone through.
    """

    row: Row
    label: RowLabel
    part: str
    path: PurePosixPath
    done: int


def place_all(source: Source, target: Path, shares: dict[str, float], *, only_first: bool = False) -> Iterator[Placed]:
    """Put each picture into <part>/<category>/, once for each of its labels, or for the first only.

    Raises:
        BadInput: a picture cannot be moved into two folders, or the disk cannot take it.
    """
    how = source.options["how"]
    for category in source.categories:  # in their order, so that the same category has the same folder everywhere
        source.names.folder(category.name)
    parts = split.divide(source.rows(), shares, source.options["seed"]) if shares else {}
    for done, row in enumerate(source.rows(), 1):
        if how == "move" and len(row.labels) > 1 and not only_first:
            raise BadInput(f"“{row.path}” cannot be moved into several folders.", "Move with --one, or copy.")
        part = parts.get(row.id, "")
        for label in row.labels[:1] if only_first else row.labels:
            folder = PurePosixPath(part, source.names.folder(label.category))
            path = folder / source.names.file(row.name, row.hash, str(folder))
            if source.place(row, target / path, how):
                yield Placed(row, label, part, path, done)

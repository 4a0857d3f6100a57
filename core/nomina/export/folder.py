"""A folder for each category with its pictures: what torchvision's ImageFolder, Keras and people read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nomina.export import split
from nomina.export.protocol import Kind, Source
from nomina.export.tree import HOW, SEED, SPLIT, place_all


class Folder:
    """The format `folder`: <category>/<picture>, or <part>/<category>/<picture>."""

    title = "Folder for each category"
    kind = Kind.FOLDER
    ending = ""
    options = (HOW, SPLIT, SEED)
    unlabelled = False

    def write(self, source: Source, target: Path) -> Iterator[int]:
        """See Exporter."""
        for placed in place_all(source, target, split.parse(source.options["split"])):
            yield placed.done

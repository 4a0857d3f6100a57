"""A plug-in for Nomina: a format that counts, which is written and read, and an encoder that knows colours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from nomina.encoders.protocol import Encoder
from nomina.export.protocol import Kind, Option, Source
from nomina.imports.protocol import FoundCategory
from nomina.imports.protocol import Source as Said
from nomina.testing import ColourEncoder

MARK = Option("mark", ":", "What stands between a name and its number.")


class Tally:
    """Writes how many pictures each category has, a line each."""

    title, kind, ending = "Tally", Kind.FILE, ".tally"
    options = (MARK,)
    unlabelled = False

    def write(self, source: Source, target: Path) -> Iterator[int]:
        """See nomina.export.protocol.Exporter."""
        counts: Counter[str] = Counter()
        for done, row in enumerate(source.rows(), 1):
            counts.update(label.category for label in row.labels)
            yield done
        lines = [f"{name}{source.options['mark']} {count}" for name, count in sorted(counts.items())]
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")


class TallyNames:
    """Reads the categories that a tally names."""

    title = "Tally"
    options = (MARK,)

    def recognises(self, path: Path) -> bool:
        """See nomina.imports.protocol.Importer."""
        return path.suffix == ".tally"

    def read(self, source: Said) -> Iterator[FoundCategory]:
        """See nomina.imports.protocol.Importer."""
        for line in source.path.read_text(encoding="utf-8").splitlines():
            yield FoundCategory(line.rpartition(source.options["mark"])[0])


def load(device: str) -> Encoder:
    """An encoder of sixteen colours a picture."""
    return ColourEncoder()

"""A plug-in for Nomina: an export format that counts, and an encoder that knows colours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from nomina.encoders.protocol import Encoder
from nomina.export.protocol import Kind, Option, Source
from nomina.testing import ColourEncoder


class Tally:
    """Writes how many pictures each category has, a line each."""

    title = "Tally"
    kind = Kind.FILE
    ending = ".txt"
    options = (Option("mark", ":", "What stands between a name and its number."),)
    unlabelled = False

    def write(self, source: Source, target: Path) -> Iterator[int]:
        """See nomina.export.protocol.Exporter."""
        counts: Counter[str] = Counter()
        for done, row in enumerate(source.rows(), 1):
            counts.update(label.category for label in row.labels)
            yield done
        lines = [f"{name}{source.options['mark']} {count}" for name, count in sorted(counts.items())]
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def load(device: str) -> Encoder:
    """An encoder of sixteen colours a picture."""
    return ColourEncoder()

"""The layout that Ultralytics' classification trains on: a folder for each part and category, and a data file.

Its loader takes the folder itself and sorts the names of the category folders; data.yaml holds the same names in that
order, for people and for other tools. Source: docs.ultralytics.com/datasets/classify.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nomina.errors import BadInput
from nomina.export import split
from nomina.export.protocol import Kind, Option, Source
from nomina.export.text import as_json
from nomina.export.tree import HOW, SEED, place_all

DATA = "data.yaml"


class Yolo:
    """The format `yolo`: <part>/<category>/<picture> and data.yaml. The split is not optional."""

    title = "YOLO classification"
    kind = Kind.FOLDER
    ending = ""
    options = (HOW, Option("split", "80/20", "Shares of train, val and test, as in 80/10/10."), SEED)
    unlabelled = False

    def write(self, source: Source, target: Path) -> Iterator[int]:
        """See Exporter."""
        shares = split.parse(source.options["split"])
        if not {"train", "val"} <= shares.keys():
            raise BadInput("YOLO needs pictures to train on and pictures to validate with.", "Split 80/20 or the like.")
        names: dict[str, str] = {}
        for placed in place_all(source, target, shares):
            names[placed.path.parts[1]] = placed.label.category
            yield placed.done
        self._write_names(target, shares, names)

    @staticmethod
    def _write_names(target: Path, shares: dict[str, float], names: dict[str, str]) -> None:
        lines = [f"{part}: {part}" for part in shares]
        lines += [f"nc: {len(names)}", "names:"]
        for i, folder in enumerate(sorted(names)):
            for part in shares:  # its loader numbers the folders of each part by themselves, empty ones too
                (target / part / folder).mkdir(parents=True, exist_ok=True)
            lines.append(f"  {i}: {as_json(folder)}")
        (target / DATA).write_text("\n".join(lines) + "\n", encoding="utf-8")

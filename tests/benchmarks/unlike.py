"""What it is worth to say what a category is not: `python tests/benchmarks/unlike.py FOLDER...`, with the starter.

Each folder's sub-folders are categories, known by words and by 0, 1 or 4 examples. Of each is said that it is not
another one: the one whose pictures stand out most for it, or any. Mean average precision over all pictures, and of the
two alone.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina import add_images, start_host
from nomina.domain import Category
from nomina.library import Library, temporary_library
from nomina.prompts import prompts
from nomina.prototypes import Evidence, prototype

Rows = dict[tuple[int, str], list[tuple[float, float, float, float]]]


def precision(scores: NDArray[np.float32], mine: NDArray[np.bool_]) -> float:
    """Average precision of the pictures that are of a category."""
    hits = mine[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(hits)[hits] / (np.flatnonzero(hits) + 1)).mean())


def measure(library: Library, folder: Path, found: Rows) -> None:
    """Add what one set tells."""
    for _ in add_images(library, [folder]):
        pass
    table, rng = library.scores, np.random.default_rng(0)
    reference = table.reference
    files = {image.id: image.path for image in library.store.images()}
    truth = np.array([files[i].parent.name for i in table.ids.tolist()])  # type: ignore[union-attr]
    names = sorted(set(truth.tolist()))
    placed, nothing = table.placed(table.ids), table.placed(table.ids[:0])
    words = {name: reference.place_texts(library.text_rows(prompts(Category(0, name), library.spec))) for name in names}
    for shots in (0, 1, 4):
        for name in names:
            mine = truth == name
            shown = rng.permutation(np.flatnonzero(mine))[:shots]
            asked = np.ones(len(truth), bool)
            asked[shown] = False
            examples = table.placed(table.ids[shown])
            plain = prototype(reference.calibration, Evidence(words[name], examples, nothing)).score(placed)
            others = [other for other in names if other != name]
            near = max(others, key=lambda other: float(plain[truth == other].mean()))
            for kind, other in (("nearest", near), ("any", others[int(rng.integers(len(others)))])):
                evidence = Evidence(words[name], examples, nothing, words[other])
                said = prototype(reference.calibration, evidence).score(placed)
                two = asked & (mine | (truth == other))
                found[shots, kind].append(
                    tuple(precision(scores[part], mine[part]) for part in (asked, two) for scores in (plain, said))  # type: ignore[arg-type]
                )


def main() -> None:
    """Measure all folders."""
    found: Rows = defaultdict(list)
    for folder in sys.argv[1:]:
        library = temporary_library(start_host())
        try:
            measure(library, Path(folder), found)
        finally:
            library.close()
    for (shots, kind), rows in sorted(found.items()):
        mean, worst = 100 * np.mean(rows, axis=0), 100 * min(row[1] - row[0] for row in rows)
        print(
            f"{shots} examples, not the {kind}: {mean[0]:.1f} -> {mean[1]:.1f} (worst {worst:+.1f});"
            f" of the two {mean[2]:.1f} -> {mean[3]:.1f}; {len(rows)} categories"
        )


if __name__ == "__main__":
    main()

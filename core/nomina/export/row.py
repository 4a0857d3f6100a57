"""What an export says of one image, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from nomina.answer import Predictions
from nomina.domain import Label, Origin, State
from nomina.library import Library


@dataclass(frozen=True, slots=True)
class Row:
    """One image.

    Attributes:
        file: where it was last seen, or "".
        category: the name a person or a run gave it, else its best where that stands out, else "".
        confidence: probability of the best category; 1 where a person said so.
        best: the best category, even where nothing stands out.
        second: the next best category, or "".
        best_score: how far the best stands out from pictures of anything.
        origin: "person", "auto" (a run labelled it) or "" (a prediction).
        run: id of that run.
        state: yours, likely, unsure, none or unread.
    """

    file: str
    category: str
    confidence: float | None
    best: str
    best_score: float | None
    encoder: str
    origin: str = ""
    run: int | None = None
    state: str = ""
    second: str = ""
    hash: str = ""


def rows_of(library: Library, believed: Predictions) -> Iterator[Row]:
    """One row per image, in the order of the predictions."""
    labels = {label.image_id: label for label in library.store.labels() if label.accepted}
    names = {category.id: category.name for category in believed.categories}
    encoder = library.spec.id
    for i, image in enumerate(library.store.images()):
        label = labels.get(image.id)
        column = int(np.argmax(believed.scores[i])) if believed.categories else -1
        score = float(believed.scores[i, column]) if column >= 0 else float("-inf")
        known = np.isfinite(score)
        yield Row(
            file="" if image.path is None else str(image.path),
            category=_category(believed, i, label, names),
            confidence=round(_confidence(believed, i, label), 4) if known or label else None,
            best=believed.categories[column].name if known else "",
            best_score=round(score, 4) if known else None,
            encoder=encoder,
            origin=str(label.origin) if label else "",
            run=label.run_id if label else None,
            state=str(believed.state(i)),
            second=names[believed.categories[believed.second[i]].id] if believed.second[i] >= 0 else "",
            hash=image.hash,
        )


def _category(believed: Predictions, row: int, label: Label | None, names: dict[int, str]) -> str:
    if label is not None:
        return names[label.category_id]
    best = believed.best(row)
    return "" if best is None or believed.state(row) is State.NONE else best.name


def _confidence(believed: Predictions, row: int, label: Label | None) -> float:
    if label is not None and label.origin is Origin.AUTO and label.confidence is not None:
        return label.confidence
    return float(believed.confidence[row])

"""What an act would change, before it is done: it is rehearsed, looked at, and taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.answer import NOTHING, YOURS, Predictions, predict
from nomina.categories import category_named
from nomina.domain import Image, Origin
from nomina.library import Library
from nomina.reshape import category_of


@dataclass(frozen=True, slots=True)
class Preview:
    """What would change.

    Attributes:
        moved: number of images by (category name now, category name then); None is “none of these”.
        images: ids of the images that would move, shape (n,), int64.
        confirmed: how many images that a person had confirmed would get another category than that: 0 is the promise
            for whatever is not a label of that very image.
    """

    moved: dict[tuple[str | None, str | None], int]
    images: NDArray[np.int64]
    confirmed: int


def preview(library: Library, act: Callable[[Library], object]) -> Preview:
    """What a short verb would change: `preview(library, lambda library: remove_category(library, 3))`.

    The verb runs inside a transaction that is rolled back; nothing of it stays, not even in the history.

    Raises:
        NominaError: what the verb raises.
    """
    before = predict(library)
    with library.history.rehearsal():
        act(library)
        after = predict(library)
    library.scores  # noqa: B018 - brings the table back to what is true before anyone asks
    return _compared(before, after)


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What a new category would do.

    Attributes:
        preview: which pictures would move.
        best: the pictures that would stand out most for it and that nobody labelled, the best first.
    """

    preview: Preview
    best: tuple[Image, ...]


def rehearse_category(library: Library, name: str, image_ids: Sequence[int] = (), count: int = 5) -> Rehearsal:
    """What a category of this name, shown these examples, would do; nothing of it stays.

    Raises:
        BadInput: the name is no good, or taken.
    """
    best: list[int] = []

    def act(library: Library) -> None:
        category_of(library, name, image_ids)
        column = library.scores.column(category_named(library, name).id)
        said = {label.image_id for label in library.store.labels() if label.accepted and label.origin is Origin.PERSON}
        order = np.argsort(-column, kind="stable")[: count + len(said)]
        found = library.scores.ids[order[np.isfinite(column[order])]].tolist()
        best.extend([each for each in found if each not in said][:count])

    told = preview(library, act)
    return Rehearsal(told, tuple(library.store.images(best)))


def _compared(before: Predictions, after: Predictions) -> Preview:
    known = np.isin(before.ids, after.ids)
    old, new = _names(before)[known], _names(after)[np.isin(after.ids, before.ids)]
    moved = old != new
    confirmed = (before.states == YOURS)[known] & moved
    return Preview(
        dict(Counter((_name(a), _name(b)) for a, b in zip(old[moved], new[moved], strict=True)).most_common()),
        before.ids[known][moved],
        int(confirmed.sum()),
    )


def _names(believed: Predictions) -> NDArray[np.str_]:
    """Name of each image's category, shape (n,); "" for none of these."""
    names = np.array([*(category.name for category in believed.categories), ""])
    return names[np.where(believed.states == NOTHING, len(names) - 1, believed.first)]


def _name(name: str) -> str | None:
    return str(name) or None

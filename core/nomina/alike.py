"""Short verbs that read which pictures look like one: those labelled already, and those that seem to be the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Label, Origin
from nomina.errors import NotFound
from nomina.hierarchy import below
from nomina.library import Library
from nomina.prototypes import Evidence, prototype
from nomina.scores import ScoreTable

MOST_COMPARED = 2000
"""Labelled pictures that are compared with; of more, so many spread evenly."""
NEIGHBOURS = 300
"""Pictures among which those that seem to be the same are looked for."""


@dataclass(frozen=True, slots=True)
class LookAlikes:
    """Pictures that nobody labelled, that look alike and that seem to be the same.

    Attributes:
        category_id: what each of them seems to be; None where nothing stands out for any of them.
        image_ids: the picture that was asked about first, then the others, the most like it first.
    """

    category_id: int | None
    image_ids: tuple[int, ...]


def nearest_labelled(library: Library, image_ids: Sequence[int], count: int = 6) -> list[list[Label]]:
    """For each image, a person's accepted labels of the pictures most like it, best first; none for unread images."""
    table = library.scores
    labels = [each for each in library.store.labels() if each.accepted and each.origin is Origin.PERSON]
    of = np.array([label.image_id for label in labels], np.int64)
    usable = np.flatnonzero(np.isin(of, table.ids[table.read]))
    if len(usable) > MOST_COMPARED:
        usable = usable[np.linspace(0, len(usable) - 1, MOST_COMPARED).astype(np.int64)]
    ids = np.array(image_ids, np.int64)
    asked = np.flatnonzero(np.isin(ids, table.ids[table.read]))
    out: list[list[Label]] = [[] for _ in ids]
    if not len(usable) or not len(asked):
        return out
    rows = table.placed(ids[asked]).pictures.widened()
    near = np.nan_to_num(rows @ table.placed(of[usable]).pictures.widened().T, nan=-np.inf)
    near[ids[asked][:, None] == of[usable][None, :]] = -np.inf  # a picture is not like itself
    for at, likeness in zip(asked.tolist(), near, strict=True):
        best = np.argsort(-likeness, kind="stable")[:count]
        out[at] = [labels[usable[i]] for i in best if np.isfinite(likeness[i])]
    return out


def look_alikes(library: Library, image_id: int, count: int = 12) -> LookAlikes:
    """Pictures to ask about together with one: like it, labelled by nobody, and of the same best category.

    Where nothing stands out for the picture, nothing does for the others either, and each would stand out if this one
    were the only example of a category. What a person ruled out is not what a picture seems to be.

    Args:
        count: at most so many, this one among them.

    Raises:
        NotFound: the image is gone.
    """
    table, categories = library.scores, library.store.categories()
    row = int(np.searchsorted(table.ids, image_id))
    if row == len(table.ids) or table.ids[row] != image_id:
        raise NotFound("The picture is not there any more.", "Look again, and retry.")
    if not table.read[row] or not categories:
        return LookAlikes(None, (image_id,))
    near, scores = _neighbours(table, image_id)
    ids = np.concatenate([[image_id], near])
    seems, open_ = _seems(library, ids)
    alike = open_ & (seems == seems[0])
    if seems[0] < 0:  # nothing holds them together but that they look alike, so they must do that
        alike[1:] &= scores >= table.reference.calibration.none
    alike = ids[alike]
    others = alike[alike != image_id][: max(0, count - 1)].tolist()
    return LookAlikes(categories[seems[0]].id if seems[0] >= 0 else None, (image_id, *others))


def _neighbours(table: ScoreTable, image_id: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Read images, the most like this one first, and their scores if it were the only example of a category."""
    one, nothing = table.placed(np.array([image_id])), table.placed(np.zeros(0, np.int64))
    wanted = prototype(table.reference.calibration, Evidence(None, one, nothing))
    return table.nearest(wanted, NEIGHBOURS)


def _seems(library: Library, ids: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Column of what each image seems to be, -1 for nothing; and whether nobody accepted it for anything; (n,) each."""
    table, categories = library.scores, library.store.categories()
    column_of, inside = {category.id: column for column, category in enumerate(categories)}, below(categories)
    at = np.searchsorted(table.ids, ids)
    scores = np.stack([table.column(category.id)[at] for category in categories], axis=1)
    scores[np.isnan(scores)] = -np.inf
    open_, wanted = np.ones(len(ids), bool), set(ids.tolist())
    for label in library.store.labels():
        if label.image_id in wanted and label.origin is Origin.PERSON:
            rows = ids == label.image_id
            if label.accepted:
                open_[rows] = False
            else:
                scores[np.ix_(rows, inside[column_of[label.category_id]])] = -np.inf
    best = scores.argmax(axis=1)
    stands = scores[np.arange(len(ids)), best] >= table.reference.calibration.none
    return np.where(stands, best, -1), open_

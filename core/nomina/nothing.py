"""Short verbs by which a person takes what is shown as it is, and says that pictures are of none of the categories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from nomina.answer import NOTHING, judged
from nomina.domain import Category, Change, Label, Origin, Rows
from nomina.errors import BadInput, NotFound
from nomina.hierarchy import below
from nomina.history import Step
from nomina.library import Library


def accept(library: Library, by_category: Mapping[int, Sequence[int]], none: Sequence[int] = ()) -> Change:
    """Say of images, by category id, that they are of that category, and of others that they are of none: one step.

    Raises:
        BadInput: see none_of_these. NotFound: an image or a category is gone.
    """
    known = {category.id for category in library.store.categories()}
    if not known.issuperset(by_category):
        raise NotFound("This category is not there any more.", "Undo brings it back.")
    count = sum(map(len, by_category.values())) + len(none)
    with library.step(f"Accept {'one picture' if count == 1 else f'{count:,} pictures'} as shown") as step:
        for category_id, image_ids in by_category.items():
            for image_id in image_ids:
                library.store.put_label(Label(int(image_id), category_id, True, Origin.PERSON))
    if len(none):
        none_of_these(library, none, step)
    return library.history.change(step)


def none_of_these(library: Library, image_ids: Sequence[int], within: Step | None = None) -> Change:
    """Say of images that they are of none of the categories there are: one step.

    Each image is said not to be of the category that fits it best, of every other that reaches “none” for it, and of
    those it was accepted for; so nothing stands out any more, and the review queue does not ask it again until
    something does: a category that came later, or one that learned since. Categories that never came near are left
    alone, because a reject that is far away teaches nothing and dims those that do.

    Args:
        within: the step of a longer act that this is a part of; see Library.step.

    Raises:
        BadInput: there are no categories, or the encoder has read none of the images and nobody labelled them.
        NotFound: an image is gone.
    """
    table, categories = library.scores, library.store.categories()
    if not categories:
        raise BadInput("There are no categories yet.", "Add one first; then a picture can be of none of them.")
    ids = np.unique(np.array(image_ids, np.int64))
    if not np.isin(ids, table.ids).all():
        raise NotFound("A picture is not there any more.", "Look again, and retry.")
    count = "One picture is" if len(ids) == 1 else f"{len(ids):,} pictures are"
    with library.step(f"{count} none of these", within) as step:
        while (rejected := _suggested(library, ids, categories)).any():  # what is taken back may let others stand out
            for row, column in np.argwhere(rejected).tolist():
                library.store.put_label(Label(int(ids[row]), categories[column].id, False, Origin.PERSON))
        if len(ids) and not _said(library, ids, categories)[1].any():
            raise BadInput("Nothing is known of these pictures yet.", "Wait until they are read, then say it again.")
    return library.history.change(step)


def _suggested(library: Library, ids: NDArray[np.int64], categories: Sequence[Category]) -> NDArray[np.bool_]:
    """What each image was accepted for, and what is suggested for it, or would be next; shape (n, k)."""
    accepted, ruled_out = _said(library, ids, categories)
    said = accepted | ruled_out
    table, rows = library.scores, np.arange(len(ids))
    at = np.searchsorted(table.ids, ids)
    scores = np.stack([table.column(category.id)[at] for category in categories], axis=1)
    possible = _without(scores, said, categories)
    out = np.isfinite(possible) & (possible >= table.reference.calibration.none)
    best = possible.argmax(axis=1)
    alone = ~(out | said).any(axis=1) & np.isfinite(possible[rows, best])
    out[rows[alone], best[alone]] = True
    for _ in categories:  # in a hierarchy many that are unlikely may make a likely parent, which is suggested next
        stands = judged(library, categories, _without(scores, out | said, categories))[1]
        suggested = (stands.states != NOTHING) & (stands.first >= 0)
        out[rows[suggested], stands.first[suggested]] = True
    return out | accepted


def _without(scores: Rows, rejected: NDArray[np.bool_], categories: Sequence[Category]) -> Rows:
    """The scores, -inf for what was rejected and what lies below it."""
    ruled_out = rejected.astype(np.int32) @ below(categories).astype(np.int32) > 0
    return np.where(ruled_out | np.isnan(scores), np.float32(-np.inf), scores)


def _said(
    library: Library, ids: NDArray[np.int64], categories: Sequence[Category]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """What these images were accepted for, by anyone, and what a person ruled out for them, shape (n, k) each."""
    column_of = {category.id: column for column, category in enumerate(categories)}
    row_of = {image_id: row for row, image_id in enumerate(ids.tolist())}
    accepted, ruled_out = (np.zeros((len(ids), len(categories)), bool) for _ in range(2))
    for label in library.store.labels():
        if label.image_id in row_of and (label.accepted or label.origin is Origin.PERSON):
            (accepted if label.accepted else ruled_out)[row_of[label.image_id], column_of[label.category_id]] = True
    return accepted, ruled_out

"""Long verb: label images automatically, as one run that can be rolled back whole."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina.answer import YOURS, Predictions, predict
from nomina.domain import Change, Label, Origin, Progress
from nomina.errors import BadInput, NotFound
from nomina.hierarchy import below
from nomina.library import Library


@dataclass(frozen=True, slots=True)
class Labelled:
    """What a run did.

    Attributes:
        change: what was touched; None for a dry run or when nothing was.
        run_id: to roll it back by.
        by_category: labels made, by category name.
        yours: images left alone because a person labelled them.
        unsure: images left alone because no category was likely enough.
    """

    change: Change | None
    run_id: int | None
    by_category: dict[str, int]
    yours: int
    unsure: int


def label_images(
    library: Library, *, only: Path | None = None, at_least: float = 0.8, dry_run: bool = False
) -> Generator[Progress, None, Labelled]:
    """Give each image its best category where that is at least so likely; earlier automatic labels are replaced.

    In a hierarchy that is the deepest category that is so likely. Where a picture may be of several, it is every one
    that is, but for those that another one lies under. Images that a person labelled are left alone, and what a run
    labels never teaches. All of it is one undo step.

    Args:
        only: a folder; images elsewhere are left alone.
        at_least: 0..1, the probability a label needs.

    Raises:
        BadInput: there are no categories, at_least is out of range, or no image lies in `only`.
    """
    if not 0.0 <= at_least <= 1.0:
        raise BadInput(f"A confidence of {at_least:g} is not between 0 and 1.", "Give one like 0.8.")
    if not library.store.categories():
        raise BadInput("There are no categories to label with.", "Add one first, like heron.")
    yield Progress(0, None, "Ranking pictures")
    believed = predict(library, sure=at_least)
    chosen = np.ones(len(believed.ids), bool)
    if only is not None:
        chosen = np.isin(believed.ids, library.store.images_under(only.absolute()))
        if not chosen.any():
            raise BadInput(f"No picture of the library lies in “{only}”.", "Add the folder first, or check its name.")
    yours = chosen & (believed.states == YOURS)
    rows, columns = _likely_enough(believed, chosen & ~yours, at_least)
    names = [believed.categories[column].name for column in columns]
    by_category = {name: names.count(name) for name in sorted(set(names))}
    unsure = int((chosen & ~yours).sum()) - len(set(rows.tolist()))
    if dry_run:
        return Labelled(None, None, by_category, int(yours.sum()), unsure)
    with library.step(f"Label {len(set(rows.tolist())):,} pictures automatically") as step:
        run_id = library.store.put_run(library.spec.id, at_least)
        for image_id in believed.ids[chosen & ~yours]:
            library.store.drop_auto_labels(int(image_id))
        for row, column in zip(rows, columns, strict=True):
            category = believed.categories[column]
            confidence = float(believed.beliefs[row, column])
            library.store.put_label(Label(int(believed.ids[row]), category.id, True, Origin.AUTO, run_id, confidence))
    yield Progress(len(rows), len(rows), "Labelled")
    return Labelled(library.history.change(step), run_id, by_category, int(yours.sum()), unsure)


def _likely_enough(
    believed: Predictions, wanted: NDArray[np.bool_], at_least: float
) -> tuple[NDArray[np.intp], NDArray[np.int64]]:
    """Rows and columns of the labels to give."""
    if not believed.several:
        sure = (believed.first >= 0) & (believed.confidence >= at_least) & (believed.none <= believed.confidence)
        rows = np.flatnonzero(wanted & sure)
        return rows, believed.first[rows]
    likely = (believed.beliefs >= max(at_least, 0.5)) & wanted[:, None]
    implied = np.zeros_like(likely)
    for column, members in enumerate(below(believed.categories)):
        deeper = members.copy()
        deeper[column] = False
        implied[:, column] = likely[:, deeper].any(axis=1)
    rows, columns = np.nonzero(likely & ~implied)
    return rows, columns.astype(np.int64)


def roll_back(library: Library, run_id: int) -> Change:
    """Remove a run and its labels, except those a person confirmed since.

    Raises:
        NotFound: there is no such run.
    """
    if run_id not in {run.id for run in library.store.runs()}:
        raise NotFound(f"There is no run {run_id}.", "The list of runs has those there are.")
    with library.step(f"Roll back run {run_id}") as step:
        library.store.remove_run(run_id)
    return library.history.change(step)

"""Long verb: label images automatically, as one run that can be rolled back whole."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nomina.answer import YOURS, predict
from nomina.domain import Change, Label, Origin, Progress
from nomina.errors import BadInput, NotFound
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

    A person's labels are left alone, and what a run labels never teaches. All of it is one undo step.

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
    believed = predict(library)
    chosen = np.ones(len(believed.ids), bool)
    if only is not None:
        chosen = np.isin(believed.ids, library.store.images_under(only.absolute()))
        if not chosen.any():
            raise BadInput(f"No picture of the library lies in “{only}”.", "Add the folder first, or check its name.")
    yours = chosen & (believed.states == YOURS)
    taken = (
        chosen
        & ~yours
        & (believed.first >= 0)
        & (believed.confidence >= at_least)
        & (believed.none <= believed.confidence)
    )
    rows = np.flatnonzero(taken)
    names = [believed.categories[believed.first[row]].name for row in rows]
    by_category = {name: names.count(name) for name in sorted(set(names))}
    unsure = int((chosen & ~yours & ~taken).sum())
    if dry_run:
        return Labelled(None, None, by_category, int(yours.sum()), unsure)
    with library.step(f"Label {len(rows):,} pictures automatically") as step:
        run_id = library.store.put_run(library.spec.id, at_least)
        for image_id in believed.ids[chosen & ~yours]:
            library.store.drop_auto_labels(int(image_id))
        for row in rows:
            category = believed.categories[believed.first[row]]
            confidence = float(believed.confidence[row])
            library.store.put_label(Label(int(believed.ids[row]), category.id, True, Origin.AUTO, run_id, confidence))
    yield Progress(len(rows), len(rows), "Labelled")
    return Labelled(library.history.change(step), run_id, by_category, int(yours.sum()), unsure)


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

"""Long verb: label images automatically, as one run that can be rolled back whole; and what it would do."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina.answer import NOTHING, UNREAD, YOURS, Predictions, predict
from nomina.domain import Category, Change, Label, Origin, Progress
from nomina.errors import BadInput, NotFound
from nomina.hierarchy import below
from nomina.history import Step
from nomina.library import Library
from nomina.ordering import distinct


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


@dataclass(frozen=True)
class Foreseen:
    """What a run would do, picture by picture. Groups of pictures are rows of `ids`, shape (m,).

    Attributes:
        ids: the images that it would look at, shape (n,).
        hashes, paths: of these images, as in Page.
        confidence: how likely the best category is, or what a picture would be labelled with, shape (n,), float32.
        first, second: the two most likely categories of each image: indexes into `categories`, -1 for none.
        categories: all categories.
        labelled: (category, its pictures, the least sure first), for each that would get any; the most first.
        unsure: pictures of which a category is likely, but not likely enough, the nearest to it first.
        none: pictures of which nothing stands out.
        yours: pictures that you labelled, which stay as they are.
        unread: pictures that the encoder has not read.
        replaced: how many have an automatic label of an earlier run now, whose place this one takes.
    """

    ids: NDArray[np.int64]
    hashes: list[str]
    paths: list[str]
    confidence: NDArray[np.float32]
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    categories: tuple[Category, ...]
    labelled: tuple[tuple[Category, NDArray[np.intp]], ...]
    unsure: NDArray[np.intp]
    none: NDArray[np.intp]
    yours: NDArray[np.intp]
    unread: NDArray[np.intp]
    replaced: int

    @property
    def pictures(self) -> int:
        """How many pictures would get a label."""
        return len(distinct(np.concatenate([np.empty(0, np.intp), *(rows for _, rows in self.labelled)])))


def label_images(
    library: Library,
    *,
    only: Path | None = None,
    among: Sequence[int] | None = None,
    at_least: float = 0.8,
    dry_run: bool = False,
    within: Step | None = None,
) -> Generator[Progress, None, Labelled]:
    """Give each image its best category where that is at least so likely; earlier automatic labels are replaced.

    In a hierarchy that is the deepest category that is so likely. Where a picture may be of several, it is every one
    that is, but for those that another one lies under. Images that a person labelled are left alone, and what a run
    labels never teaches. All of it is one undo step.

    Args:
        only: a folder; images elsewhere are left alone.
        among: ids; other images are left alone.
        at_least: 0..1, the probability a label needs.
        within: the step of a longer act that this is a part of; see Library.step.

    Raises:
        BadInput: there are no categories, at_least is out of range, or no image is chosen.
    """
    _check(library, at_least)
    yield Progress(0, None, "Ranking pictures")
    believed = predict(library, sure=at_least)
    chosen = _chosen(library, believed, only, among)
    yours = chosen & (believed.states == YOURS)
    rows, columns = _likely_enough(believed, chosen & ~yours, at_least)
    names = [believed.categories[column].name for column in columns]
    by_category = {name: names.count(name) for name in sorted(set(names))}
    unsure = int((chosen & ~yours).sum()) - len(set(rows.tolist()))
    if dry_run:
        return Labelled(None, None, by_category, int(yours.sum()), unsure)
    with library.step(f"Label {len(set(rows.tolist())):,} pictures automatically", within) as step:
        folder = None if only is None else only.absolute()
        run_id = library.store.put_run(library.spec.id, at_least, folder=folder, pictures=int(chosen.sum()))
        for image_id in believed.ids[chosen & ~yours]:
            library.store.drop_auto_labels(int(image_id))
        for row, column in zip(rows, columns, strict=True):
            category = believed.categories[column]
            confidence = float(believed.beliefs[row, column])
            library.store.put_label(Label(int(believed.ids[row]), category.id, True, Origin.AUTO, run_id, confidence))
    yield Progress(len(rows), len(rows), "Labelled")
    return Labelled(library.history.change(step), run_id, by_category, int(yours.sum()), unsure)


def foresee_run(
    library: Library, *, only: Path | None = None, among: Sequence[int] | None = None, at_least: float = 0.8
) -> Foreseen:
    """What `label_images` would do, and with which pictures. Nothing is written.

    Raises:
        BadInput: as label_images.
    """
    _check(library, at_least)
    strict, plain = predict(library, sure=at_least), predict(library)
    chosen = _chosen(library, strict, only, among)
    yours, unread = chosen & (strict.states == YOURS), chosen & (strict.states == UNREAD)
    rows, columns = _likely_enough(strict, chosen & ~yours, at_least)
    left = chosen & ~yours & ~unread
    left[rows] = False
    nothing = left & (plain.states == NOTHING)
    number = np.cumsum(chosen) - 1  # of each image among the chosen ones
    confidence = plain.confidence.copy()
    confidence[rows] = strict.beliefs[rows, columns]
    surest = np.argsort(-confidence, kind="stable")

    def surest_of(group: NDArray[np.bool_]) -> NDArray[np.intp]:
        return number[surest[group[surest]]]

    shelf = library.shelf
    return Foreseen(
        plain.ids[chosen],
        shelf.hashes[chosen].astype(str).tolist(),
        shelf.paths[chosen].tolist(),
        confidence[chosen],
        plain.first[chosen],
        plain.second[chosen],
        strict.categories,
        _by_category(strict, rows, columns, number),
        surest_of(left & ~nothing),
        surest_of(nothing),
        surest_of(yours),
        surest_of(unread),
        _replaced(library, plain.ids[chosen & ~yours]),
    )


def _by_category(
    believed: Predictions, rows: NDArray[np.intp], columns: NDArray[np.int64], number: NDArray[np.intp]
) -> tuple[tuple[Category, NDArray[np.intp]], ...]:
    """(category, the pictures that it is given to, the least sure first), the most pictures first."""
    found = []
    for column, category in enumerate(believed.categories):
        mine = rows[columns == column]
        if len(mine):
            found.append((category, number[mine[np.argsort(believed.beliefs[mine, column], kind="stable")]]))
    return tuple(sorted(found, key=lambda each: -len(each[1])))


def _replaced(library: Library, ids: NDArray[np.int64]) -> int:
    """How many of these images have an automatic label."""
    labelled = [label.image_id for label in library.store.labels() if label.origin is Origin.AUTO]
    return int(np.isin(ids, labelled).sum())


def _check(library: Library, at_least: float) -> None:
    if not 0.0 <= at_least <= 1.0:
        raise BadInput(f"A confidence of {at_least:g} is not between 0 and 1.", "Give one like 0.8.")
    if not library.store.categories():
        raise BadInput("There are no categories to label with.", "Add one first, like heron.")


def _chosen(
    library: Library, believed: Predictions, only: Path | None, among: Sequence[int] | None
) -> NDArray[np.bool_]:
    """Which images the run is about, shape (n,)."""
    chosen = np.ones(len(believed.ids), bool)
    if only is not None:
        chosen = library.shelf.under(only.absolute())
        if not chosen.any():
            raise BadInput(f"No picture of the library lies in “{only}”.", "Add the folder first, or check its name.")
    if among is not None:
        chosen &= np.isin(believed.ids, np.array(list(among), np.int64))
        if not chosen.any():
            raise BadInput("None of these pictures is in the library.", "Choose others, or all.")
    return chosen


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

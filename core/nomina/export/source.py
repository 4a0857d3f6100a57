"""Reads what a plan asks for from a library: which pictures, with which labels, a page of rows at a time."""

from __future__ import annotations

import dataclasses
import itertools
import math
import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nomina.answer import Predictions, latest, prediction_sets
from nomina.categories import category_named
from nomina.confidence import STATES
from nomina.domain import Origin, Rows, Skipped, State
from nomina.errors import BadInput
from nomina.export.changes import Marks, Recorder
from nomina.export.choose import labels_of
from nomina.export.files import Placer
from nomina.export.names import Names
from nomina.export.plan import ExportPlan
from nomina.export.row import Row, RowLabel
from nomina.library import Library
from nomina.nearest import search
from nomina.places import MARK, Place

PAGE = 1000
_STATES = tuple(map(str, STATES))
_NO_LABEL = RowLabel("", "", 0.0)
_ORIGINS = (str(Origin.PERSON), str(Origin.AUTO), "")


class LibrarySource:
    """See protocol.Source. What is asked is decided when it is made; images are read page by page.

    Attributes:
        placer: puts pictures into the folder that is being written.
        names: hands out names for what is written there.
        recorder: took down the rows when they were first read.
        without_label: pictures that were chosen but have no label, and are not among the rows for it.
        left_out: pictures that could not be written, and why.
    """

    def __init__(
        self, library: Library, plan: ExportPlan, options: dict[str, str], placer: Placer, *, unlabelled: bool
    ) -> None:
        """Rank the pictures and choose.

        Raises:
            NotFound: there is no such category.
            BadInput: no picture lies in the folder, or the search cannot be made.
        """
        plan = dataclasses.replace(plan, multi=library.store.several() if plan.multi is None else plan.multi)
        self.library, self.plan, self.options, self.placer = library, plan, options, placer
        self.names, self.recorder, self._was_read = Names(), Recorder(), False
        self._believed = latest(library)
        self.categories = self._believed.categories
        self.encoder = library.spec
        self._names = [category.name for category in self.categories]
        self._base = None if plan.relative_to is None else os.path.abspath(plan.relative_to)
        self._given = labels_of(library, self._believed, plan)
        self._reference = library.scores.reference.version
        self._sets = None if plan.level is None else prediction_sets(library, self._believed, plan.level)
        chosen = _chosen(library, self._believed, plan)
        labelled = self._given.count[chosen] > 0
        self.without_label = 0
        if plan.categories:
            chosen = chosen[self._is_of(plan.categories)[chosen]]
        elif not (unlabelled and plan.unlabelled):
            self.without_label = int((~labelled).sum())
            chosen = chosen[labelled]
        self._chosen = chosen
        self.count = len(chosen)
        self.left_out: list[Skipped] = []
        self._out: set[int] = set()

    @cached_property
    def timed(self) -> bool:
        """See Source."""
        shelf = self.library.shelf
        at = np.searchsorted(shelf.ids, self._believed.ids[self._chosen])
        paths = shelf.paths[at[at < len(shelf.ids)]].tolist()
        return any(Place.of(Path(path)).time is not None for path in paths if MARK in path)

    def _is_of(self, names: tuple[str, ...]) -> NDArray[np.bool_]:
        """Which images have a label of one of these names, shape (n,)."""
        wanted = [category_named(self.library, name).id for name in names]
        columns = [i for i, category in enumerate(self.categories) if category.id in wanted]
        out = np.zeros(len(self._believed.ids), bool)
        out[self._given.row[np.isin(self._given.column, columns)]] = True
        return out

    def rows(self) -> Iterator[Row]:
        """See Source."""
        first, self._was_read = not self._was_read, True
        for row in self._pages():
            if first:
                self.recorder.see(row)
            yield row

    def _pages(self) -> Iterator[Row]:
        for start in range(0, self.count, PAGE):
            at = self._chosen[start : start + PAGE]
            images = {image[0]: image for image in self.library.store.plain_images(self._believed.ids[at].tolist())}
            for told in self._told(at):
                image = images.get(told.id)
                if image is not None:  # else undone since the choice was made
                    yield self._row(told, image)

    def embeddings(self) -> Iterator[tuple[list[Row], Rows]]:
        """See Source."""
        batch: list[Row] = []
        for row in self.rows():
            batch.append(row)
            if len(batch) == PAGE:
                yield from self._embedded(batch)
                batch = []
        if batch:
            yield from self._embedded(batch)

    def _embedded(self, batch: list[Row]) -> Iterator[tuple[list[Row], Rows]]:
        keys = [row.hash for row in batch]
        rows, found = self.library.embeddings.get(self.encoder.id, keys, self.encoder.dimension)
        if found.any():
            yield [row for row, there in zip(batch, found, strict=True) if there], rows[found]

    def place(self, row: Row, target: Path, how: str) -> bool:
        """See Source."""
        places = [Path(row.path)] if row.path else []
        places += self._other_places(row, places)
        reason = self.placer.place(row, places, target, how)
        if reason:
            self.leave_out(row, reason)
        return not reason

    def _other_places(self, row: Row, places: list[Path]) -> list[Path]:
        if places and Place.of(places[0]).is_there():
            return []
        return [path for path in self.library.store.places(row.id) if path not in places]

    def leave_out(self, row: Row, reason: str) -> None:
        """See Source."""
        if row.id not in self._out:
            self._out.add(row.id)
            self.left_out.append(Skipped(Path(row.path or row.hash), reason))

    def marks(self) -> Marks:
        """What was written of which image; see changes.py."""
        return self.recorder.marks(self._out)

    def by_category(self) -> dict[str, int]:
        """How many labels of each category were written."""
        written = np.setdiff1d(self.recorder.ids(), np.fromiter(self._out, np.int64))
        return self._labels_of(np.isin(self._believed.ids, written))

    def chosen_by_category(self) -> dict[str, int]:
        """How many labels of each category would be written, if every picture can be."""
        chosen = np.zeros(len(self._believed.ids), bool)
        chosen[self._chosen] = True
        return self._labels_of(chosen)

    def _labels_of(self, images: NDArray[np.bool_]) -> dict[str, int]:
        columns = self._given.column[images[self._given.row]]
        counts = np.bincount(columns, minlength=len(self.categories))
        return {each.name: int(count) for each, count in zip(self.categories, counts, strict=True) if count}

    def _told(self, at: NDArray[np.intp]) -> Iterator[_Told]:
        """What is believed of these images and which labels they are given, all at once: numpy is slow one by one."""
        believed, given = self._believed, self._given
        if self.categories:
            best = np.argmax(believed.scores[at], axis=1)
            scores = believed.scores[at, best].astype(np.float64).round(4)
        else:
            best, scores = np.full(len(at), -1), np.full(len(at), -np.inf)
        columns = (
            believed.ids[at],
            best,
            scores,
            believed.second[at],
            believed.confidence[at].astype(np.float64).round(4),
            believed.states[at],
            given.start[at],
            given.start[at] + given.count[at],
        )
        return map(_Told, *(column.tolist() for column in columns), self._sets_at(at))

    def _sets_at(self, at: NDArray[np.intp]) -> Iterable[tuple[str, ...]]:
        """The prediction set of each of these images, the best score first; empty ones without a level."""
        if self._sets is None:
            return itertools.repeat((), len(at))
        order = np.argsort(-self._believed.scores[at], axis=1, kind="stable")
        inside = np.take_along_axis(self._sets[at], order, axis=1)
        return [tuple(self._names[i] for i in own[there]) for own, there in zip(order, inside, strict=True)]

    def _row(self, told: _Told, image: tuple[int, str, int, int, str]) -> Row:
        image_id, hash, width, height, path = image
        labels = tuple(map(self._label, range(told.labels_from, told.labels_to)))
        first = labels[0] if labels else _NO_LABEL
        known = told.score > -math.inf
        return Row(
            relative(path, self._base),
            first.category,
            first.confidence if labels else told.confidence if known else None,
            self._names[told.best] if known else "",
            told.score if known else None,
            self.encoder.id,
            first.origin,
            first.run,
            _STATES[told.state],
            self._names[told.second] if told.second >= 0 else "",
            hash,
            labels,
            path,
            width,
            height,
            image_id,
            self._reference,
            told.set,
        )

    def _label(self, at: int) -> RowLabel:
        given = self._given
        run = int(given.run[at])
        return RowLabel(
            self._names[given.column[at]],
            _ORIGINS[given.origin[at]],
            round(float(given.confidence[at]), 4),
            run if run >= 0 else None,
        )


class _Told(NamedTuple):
    """What the predictions and labels say of one image."""

    id: int
    best: int
    score: float
    second: int
    confidence: float
    state: int
    labels_from: int
    labels_to: int
    set: tuple[str, ...]


def relative(path: str, base: str | None) -> str:
    """A path relative to an absolute folder, with forward slashes. On another drive of Windows it stays as it is."""
    if base is None or not path:
        return path
    try:
        return os.path.relpath(path, base).replace(os.sep, "/")
    except ValueError:
        return path


def _chosen(library: Library, believed: Predictions, plan: ExportPlan) -> NDArray[np.intp]:
    """Rows of the images that the plan's filters let through, whatever their labels, in order."""
    wanted = np.ones(len(believed.ids), bool)
    if plan.states:
        wanted &= np.isin(believed.states, [STATES.index(State(state)) for state in plan.states])
    if plan.ids is not None:
        wanted &= np.isin(believed.ids, plan.ids)
    if plan.folder is not None:
        inside = library.shelf.under(plan.folder.absolute())
        if not inside.any():
            raise BadInput(
                f"No picture of the library lies in “{plan.folder}”.", "Add the folder first, or check its name."
            )
        wanted &= inside
    order = np.arange(len(believed.ids))
    if plan.search is not None:
        hits = search(library, plan.search, plan.count)
        order = np.searchsorted(believed.ids, np.array([hit.image_id for hit in hits], np.int64))
    return order[wanted[order]]


def rows_of(library: Library, at_least: float = 0.0) -> Iterator[Row]:
    """A row per image, with what stands out as its category and is so likely: what `nomina classify` shows."""
    plan = ExportPlan(format="", at_least=at_least)
    return LibrarySource(library, plan, {}, Placer.nowhere(), unlabelled=True).rows()

"""Short verbs that read: predictions, pages for a view, search. They return snapshots and change nothing."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina.confidence import STATES, beliefs, state_of
from nomina.domain import Category, Origin, Rows, Skipped, State
from nomina.errors import BadInput
from nomina.library import Library
from nomina.prototypes import Evidence, Prototype, prototype
from nomina.scores import prompts

YOURS = STATES.index(State.YOURS)
UNREAD = STATES.index(State.UNREAD)
NOTHING = STATES.index(State.NONE)


@dataclass(frozen=True)
class Predictions:
    """What is believed of every image, as arrays in image order.

    Attributes:
        ids: image ids, shape (n,).
        categories: the k categories, in the order of the columns.
        scores: shape (n, k), float32; -inf where a person ruled a category out or nothing is known.
        beliefs: probabilities, shape (n, k), float32.
        none: probability of none of these, shape (n,), float32.
        first, second: columns of the two most likely categories, shape (n,); -1 where there is none.
        confidence: probability of the first, shape (n,); 1 where a person said so.
        states: index into STATES, shape (n,), int8.
    """

    ids: NDArray[np.int64]
    categories: tuple[Category, ...]
    scores: Rows
    beliefs: Rows
    none: NDArray[np.float32]
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    confidence: NDArray[np.float32]
    states: NDArray[np.int8]

    def state(self, row: int) -> State:
        """The state of one row."""
        return STATES[int(self.states[row])]

    def best(self, row: int) -> Category | None:
        """The most likely category of one row, whether it stands out or not."""
        column = int(self.first[row])
        return None if column < 0 else self.categories[column]


def predict(library: Library) -> Predictions:
    """Rank the categories of every image, from the words and examples as they stand now."""
    table = library.scores
    categories = tuple(library.store.categories())
    scores = np.empty((len(table.ids), len(categories)), np.float32)
    for column, category in enumerate(categories):
        scores[:, column] = table.column(category.id)
    yours = _apply_labels(library, table.ids, categories, scores)
    calibration = table.reference.calibration
    believed = beliefs(scores, temperature=calibration.temperature, none=calibration.none)
    return _ranked(table.ids, categories, scores, believed.categories, believed.none, yours, table.read)


def _apply_labels(
    library: Library, ids: NDArray[np.int64], categories: Sequence[Category], scores: Rows
) -> NDArray[np.int64]:
    """Rule out what a person rejected, in place; return the column a person accepted, or -1, shape (n,)."""
    column_of = {category.id: column for column, category in enumerate(categories)}
    labels = [label for label in library.store.labels() if label.origin is Origin.PERSON]
    rows = np.searchsorted(ids, np.array([label.image_id for label in labels], np.int64))
    yours = np.full(len(ids), -1, np.int64)
    for label, row in zip(labels, rows, strict=True):
        column = column_of[label.category_id]
        if label.accepted:
            yours[row] = column
        else:
            scores[row, column] = -np.inf
    return yours


def _ranked(
    ids: NDArray[np.int64],
    categories: tuple[Category, ...],
    scores: Rows,
    believed: Rows,
    none: NDArray[np.float32],
    yours: NDArray[np.int64],
    read: NDArray[np.bool_],
) -> Predictions:
    count, rows = len(categories), np.arange(len(ids))
    # by score, not by probability: a softmax rounds small differences away
    order = np.argsort(-scores, axis=1, kind="stable")[:, :2]
    first = order[:, 0] if count > 0 else np.full(len(ids), -1, np.int64)
    second = order[:, 1] if count > 1 else np.full(len(ids), -1, np.int64)
    possible = np.isfinite(scores[rows, first]) if count > 0 else np.zeros(len(ids), bool)
    first = np.where(possible, first, -1)
    confidence = np.where(possible, believed[rows, first] if count > 0 else 0.0, 0.0).astype(np.float32)
    runner_up = believed[rows, second] if count > 1 else np.zeros(len(ids), np.float32)
    states = state_of(confidence, runner_up, none)
    states[~read] = UNREAD
    mine = yours >= 0
    second = np.where(mine & (first != yours), first, second)
    first = np.where(mine, yours, first)
    confidence[mine] = 1.0
    states[mine] = YOURS
    return Predictions(ids, categories, scores, believed, none, first, second, confidence, states)


class Order(StrEnum):
    """How a page is sorted."""

    ADDED = "added"
    LEAST_SURE = "least sure first"
    MOST_SURE = "most sure first"
    NAME = "name"


@dataclass(frozen=True)
class Page:
    """A snapshot of the pictures a view shows, in its order.

    Attributes:
        ids: image ids, shape (n,).
        hashes: to find thumbnails by.
        paths: where the files were last seen; "" when unknown.
        first, second, confidence, states: as in Predictions, for these images.
        categories: the categories that first and second point into.
        counts: by category id, how many of all images are yours or likely of it.
        by_state: how many of all images are in each state.
    """

    ids: NDArray[np.int64]
    hashes: list[str]
    paths: list[str]
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    confidence: NDArray[np.float32]
    states: NDArray[np.int8]
    categories: tuple[Category, ...]
    counts: dict[int, int]
    by_state: dict[State, int]

    @property
    def count(self) -> int:
        """How many pictures it shows."""
        return len(self.ids)


@dataclass(frozen=True)
class Show:
    """What a page shows.

    Attributes:
        category_id: only pictures whose best category it is and stands out; sorted by how well they fit.
        state: only pictures in this state.
        search: words or a picture; the pictures nearest to it, best first.
        order: the order otherwise.
    """

    category_id: int | None = None
    state: State | None = None
    search: str | Path | None = None
    order: Order = Order.ADDED


MOST_FOUND = 500
"""Pictures that a search shows."""


def page(library: Library, show: Show | None = None) -> Page:
    """The pictures that a view shows, with what is believed of them now."""
    show = show or Show()
    believed = predict(library)
    hashes, paths = library.store.hashes_and_paths()
    rows = _chosen(library, believed, show, paths)
    return Page(
        believed.ids[rows],
        [hashes[row] for row in rows],
        [paths[row] for row in rows],
        believed.first[rows],
        believed.second[rows],
        believed.confidence[rows],
        believed.states[rows],
        believed.categories,
        _counts(believed),
        {state: int((believed.states == i).sum()) for i, state in enumerate(STATES)},
    )


def unread_page(library: Library) -> Page:
    """All pictures in the order they were added, before an encoder can say anything of them."""
    ids = np.array([image_id for image_id, _ in library.store.image_keys()], np.int64)
    hashes, paths = library.store.hashes_and_paths()
    nobody = np.full(len(ids), -1, np.int64)
    confidence, states = np.zeros(len(ids), np.float32), np.full(len(ids), UNREAD, np.int8)
    categories = tuple(library.store.categories())
    return Page(ids, hashes, paths, nobody, nobody, confidence, states, categories, {}, {State.UNREAD: len(ids)})


def _counts(believed: Predictions) -> dict[int, int]:
    sure = (believed.states == YOURS) | (believed.states == STATES.index(State.LIKELY))
    numbers = np.bincount(believed.first[sure], minlength=len(believed.categories))
    return {category.id: int(number) for category, number in zip(believed.categories, numbers, strict=True)}


def _chosen(library: Library, believed: Predictions, show: Show, paths: list[str]) -> NDArray[np.intp]:
    """Rows of the page, in its order."""
    wanted = np.ones(len(believed.ids), bool)
    if show.state is not None:
        wanted &= believed.states == STATES.index(show.state)
    order = _sorted(believed, show.order, paths)
    column_of = {category.id: column for column, category in enumerate(believed.categories)}
    if show.category_id in column_of:  # a category that is gone shows everything
        column = column_of[show.category_id]
        wanted &= (believed.first == column) & (believed.states != NOTHING)
        order = np.argsort(-believed.scores[:, column], kind="stable")
    if show.search is not None:
        hits = search(library, show.search, MOST_FOUND)
        order = np.searchsorted(believed.ids, np.array([hit.image_id for hit in hits], np.int64))
    return order[wanted[order]]


def _sorted(believed: Predictions, order: Order, paths: list[str]) -> NDArray[np.intp]:
    if order is Order.NAME:
        return np.array(sorted(range(len(paths)), key=lambda row: os.path.basename(paths[row]).casefold()), np.intp)
    if order is Order.ADDED:
        return np.arange(len(believed.ids))
    key = believed.confidence if order is Order.LEAST_SURE else -believed.confidence
    return np.argsort(key, kind="stable")


# Search ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hit:
    """One picture that a search found.

    Attributes:
        score: how far it stands out from pictures of anything.
    """

    image_id: int
    path: Path | None
    score: float


def search(library: Library, query: str | Path, count: int = 50) -> list[Hit]:
    """The images nearest to words, or to a picture file, best first.

    Raises:
        BadInput: the words are empty, the encoder knows none, or the file cannot be read.
    """
    wanted = _by_picture(library, query) if isinstance(query, Path) else _by_words(library, query)
    ids, scores = library.scores.nearest(wanted, count)
    paths = {image.id: image.path for image in library.store.images(ids.tolist())}
    return [Hit(int(i), paths[int(i)], float(score)) for i, score in zip(ids, scores, strict=True)]


def _by_words(library: Library, words: str) -> Prototype:
    if not words.strip():
        raise BadInput("There is nothing to search for.", "Type a word or two, or give a picture.")
    if not library.spec.texts:
        raise BadInput(f"{library.spec.title} knows no words.", "Search with a picture instead.")
    texts = library.host.encode_texts(prompts(Category(0, words), library.spec))
    return _prototype(library, library.scores.reference.place_texts(texts), None)


def _by_picture(library: Library, path: Path) -> Prototype:
    with closing(library.host.read([path], set())) as batches:
        found = [item for batch in batches for item in batch]
    reading = found[0]
    if isinstance(reading, Skipped) or reading.row is None:
        reason = reading.reason if isinstance(reading, Skipped) else "it could not be encoded"
        raise BadInput(f"“{path}” was not read: {reason}.", "Give another picture, or words.")
    return _prototype(library, None, reading.row[None])


def _prototype(library: Library, words: NDArray[np.float32] | None, rows: Rows | None) -> Prototype:
    reference = library.scores.reference
    nothing = reference.place(np.zeros((0, library.spec.dimension), np.float32))
    accepted = nothing if rows is None else reference.place(rows)
    return prototype(reference.calibration, Evidence(words, accepted, nothing))

"""Short verbs that read: predictions, pages for a view, search. They return snapshots and change nothing."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina.calibrate import temperature, thresholds
from nomina.confidence import (
    STATES,
    SURE,
    Beliefs,
    Standing,
    beliefs,
    beliefs_each,
    standing,
    standing_in,
    state_of,
    with_those_below,
)
from nomina.domain import Category, Origin, Rows, Skipped, State
from nomina.errors import BadInput
from nomina.hierarchy import below
from nomina.library import Library
from nomina.prototypes import Evidence, Prototype, prototype
from nomina.scores import ScoreTable, prompts

YOURS = STATES.index(State.YOURS)
LIKELY = STATES.index(State.LIKELY)
UNREAD = STATES.index(State.UNREAD)
NOTHING = STATES.index(State.NONE)


@dataclass(frozen=True)
class Predictions:
    """What is believed of every image, as arrays in image order.

    Attributes:
        ids: image ids, shape (n,).
        categories: the k categories, in the order of the columns.
        scores: shape (n, k), float32; -inf where a person ruled a category out or nothing is known.
        beliefs: probabilities, shape (n, k), float32; of a category that others lie under, of it or any of them.
        none: probability of none of these, shape (n,), float32.
        first, second: columns of the two most likely categories, shape (n,); -1 where there is none.
        confidence: probability of the first, shape (n,); 1 where a person said so.
        states: index into STATES, shape (n,), int8.
        accepted: (row, column) of what a person accepted, shape (m, 2), int64.
        several: whether an image may be of several categories; beliefs are then independent of each other.
        sure: the probability from which a category is likely.
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
    accepted: NDArray[np.int64]
    several: bool
    sure: float

    def state(self, row: int) -> State:
        """The state of one row."""
        return STATES[int(self.states[row])]

    def best(self, row: int) -> Category | None:
        """The most likely category of one row, whether it stands out or not."""
        column = int(self.first[row])
        return None if column < 0 else self.categories[column]

    def given(self, column: int) -> NDArray[np.bool_]:
        """Which images the answer puts into this very category, shape (n,): a person's word, or what is likely.

        Of an image that a person labelled it is what they accepted and nothing else.
        """
        likely = self.states == LIKELY
        out = likely & (self.beliefs[:, column] >= self.sure if self.several else self.first == column)
        out[self.accepted[self.accepted[:, 1] == column, 0]] = True
        return np.asarray(out)


def predict(library: Library, *, sure: float = SURE) -> Predictions:
    """Rank the categories of every image, from the words and examples as they stand now.

    Args:
        sure: the probability from which an answer is likely, 0..1; see confidence.sure_of.

    Raises:
        BadInput: `sure` is no probability.
    """
    if not 0.0 <= sure <= 1.0:
        raise BadInput(f"A probability of {sure:g} is not between 0 and 1.", "Give one like 0.9.")
    table = library.scores
    categories = tuple(library.store.categories())
    scores = np.empty((len(table.ids), len(categories)), np.float32)
    for column, category in enumerate(categories):
        scores[:, column] = table.column(category.id)
    accepted = _apply_labels(library, table.ids, categories, scores)
    total, stands = judged(library, categories, scores, sure)
    return _with_labels(table, categories, scores, total, stands, accepted, library.store.several(), sure)


def judged(
    library: Library, categories: Sequence[Category], scores: Rows, sure: float = SURE
) -> tuple[Beliefs, Standing]:
    """What scores of shape (n, k) say by themselves: probabilities, and which category stands out in each row.

    The rows may be pictures that the library does not have; what a person said of a picture is not looked at.
    """
    several = library.store.several()
    own = _believed(library, scores, several)
    total = with_those_below(own, categories, several=several)
    flat = several or total is own
    stands = standing(scores, own, sure) if flat else standing_in(categories, scores, own, total, sure)
    if several:  # two that are close are no doubt there
        nobody = np.zeros_like(stands.confidence)
        stands = dataclasses.replace(stands, states=state_of(stands.confidence, nobody, own.none, sure))
    return total, stands


def _believed(library: Library, scores: Rows, several: bool) -> Beliefs:
    shipped = library.scores.reference.calibration
    if several:  # a temperature that was fitted would let one category's labels move another's probability
        return beliefs_each(scores, temperature=shipped.temperature, none=shipped.none)
    return beliefs(scores, temperature=temperature(library), none=shipped.none)


def _apply_labels(
    library: Library, ids: NDArray[np.int64], categories: Sequence[Category], scores: Rows
) -> NDArray[np.int64]:
    """Rule out what a person rejected and what lies below it, in place.

    Returns (row, column) of what a person accepted, shape (m, 2), by row, the best score of a row last.
    """
    column_of, inside = {category.id: column for column, category in enumerate(categories)}, below(categories)
    labels = [label for label in library.store.labels() if label.origin is Origin.PERSON]
    rows = np.searchsorted(ids, np.array([label.image_id for label in labels], np.int64))
    accepted = []
    for label, row in zip(labels, rows.tolist(), strict=True):
        column = column_of[label.category_id]
        if label.accepted:
            accepted.append((row, column))
        else:
            scores[row, inside[column]] = -np.inf
    pairs = np.array(accepted, np.int64).reshape(-1, 2)
    return pairs[np.lexsort((scores[pairs[:, 0], pairs[:, 1]], pairs[:, 0]))]


def _with_labels(
    table: ScoreTable,
    categories: tuple[Category, ...],
    scores: Rows,
    believed: Beliefs,
    stands: Standing,
    accepted: NDArray[np.int64],
    several: bool,
    sure: float,
) -> Predictions:
    """What a person said stands above what is believed."""
    yours = np.full(len(table.ids), -1, np.int64)
    yours[accepted[:, 0]] = accepted[:, 1]  # of several of one image the last, which has the best score
    mine, first, second = yours >= 0, stands.first, stands.second
    states, confidence = stands.states.copy(), stands.confidence.copy()
    states[~table.read] = UNREAD
    second = np.where(mine & (first != yours), first, second)
    first = np.where(mine, yours, first)
    confidence[mine] = 1.0
    states[mine] = YOURS
    shares, none = believed.categories, believed.none
    return Predictions(
        table.ids, categories, scores, shares, none, first, second, confidence, states, accepted, several, sure
    )


def prediction_sets(library: Library, believed: Predictions, level: float = 0.9) -> NDArray[np.bool_]:
    """Which categories cannot be ruled out for each image, shape (n, k): the right one is among them at this level.

    A set may be empty: then nothing the library knows fits. What a person said is certain. See calibrate.thresholds.

    Raises:
        BadInput: level is not between 0.5 and 0.999.
    """
    possible = not_ruled_out(library, believed.scores, level)
    possible[believed.states == YOURS] = False
    possible[believed.accepted[:, 0], believed.accepted[:, 1]] = True
    return possible


def not_ruled_out(library: Library, scores: Rows, level: float) -> NDArray[np.bool_]:
    """Which categories scores of shape (n, k) do not rule out at this level, shape (n, k)."""
    return np.asarray(np.isfinite(scores) & (scores >= thresholds(library, level).scores))


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
        counts: by category id, how many of all images are yours or likely of it, or of one below it.
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
        category_id: only pictures whose best category it is, or one below it, and stands out; sorted by how well they
            fit. Where a picture may be of several: all that are likely of it.
        state: only pictures in this state.
        search: words or a picture; the pictures nearest to it, best first.
        order: the order otherwise.
        run_id: only those that this run labelled.
    """

    category_id: int | None = None
    state: State | None = None
    search: str | Path | None = None
    order: Order = Order.ADDED
    run_id: int | None = None


MOST_FOUND = 500  # pictures that a search shows


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
    return {
        category.id: int(_under(believed, members, believed.given).sum())
        for category, members in zip(believed.categories, below(believed.categories), strict=True)
    }


def _under(
    believed: Predictions, members: NDArray[np.bool_], test: Callable[[int], NDArray[np.bool_]]
) -> NDArray[np.bool_]:
    """Which images pass a test for any of the columns that `members`, shape (k,), marks."""
    out = np.zeros(len(believed.ids), bool)
    for column in np.flatnonzero(members):
        out |= test(int(column))
    return out


def _chosen(library: Library, believed: Predictions, show: Show, paths: list[str]) -> NDArray[np.intp]:
    """Rows of the page, in its order."""
    wanted = np.ones(len(believed.ids), bool)
    if show.state is not None:
        wanted &= believed.states == STATES.index(show.state)
    if show.run_id is not None:
        wanted &= np.isin(believed.ids, library.store.images_of_run(show.run_id))
    order = _sorted(believed, show.order, paths)
    column_of = {category.id: column for column, category in enumerate(believed.categories)}
    if show.category_id in column_of:  # a category that is gone shows everything
        column = column_of[show.category_id]
        members = below(believed.categories)[column]
        wanted &= _under(believed, members, lambda each: _stands_out(believed, each))
        order = np.argsort(-believed.scores[:, members].max(axis=1), kind="stable")
    if show.search is not None:
        hits = search(library, show.search, MOST_FOUND)
        order = np.searchsorted(believed.ids, np.array([hit.image_id for hit in hits], np.int64))
    return order[wanted[order]]


def _stands_out(believed: Predictions, column: int) -> NDArray[np.bool_]:
    best = (believed.first == column) & (believed.states != NOTHING)
    return np.asarray(best | believed.given(column)) if believed.several else best


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

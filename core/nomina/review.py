"""Short verbs about the next pictures worth a person's look, and how often the library is right by now.

A queue never asks what a person decided, never suggests what a person ruled out, and is the same for the same truth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from nomina.calibrate import leave_one_out, right
from nomina.confidence import SURE
from nomina.domain import Category, Label, Origin, Rows
from nomina.errors import BadInput
from nomina.hierarchy import below
from nomina.library import Library
from nomina.scores import ScoreTable

BY_CHANCE = 10
"""One picture in so many is drawn by chance: what the accuracy is estimated from. It costs 3 points of random
order's clicks at 20 clicks (docs/decisions/0008-review.md)."""
WIDTH = 4.0
"""Temperatures that a margin is measured in: 2 looks at close calls only, and needs 69 % of the clicks of random order
at 40 clicks where 4 needs 59."""
MOST_COMPARED = 1000
"""Pictures that are chosen among, and as many that they stand for; and twice as many labelled ones."""
FEWEST_BY_CHANCE = FEW = 10
NORMAL_95 = 1.959964


class Reason(StrEnum):
    """Why a picture is worth a look."""

    UNSURE = "unsure"  # two categories are close
    NEW = "new"  # nothing stands out: perhaps a category that is not there yet
    TYPICAL = "typical"  # it stands for many that are like it, and nobody has looked at one of them
    CHANCE = "chance"  # drawn by chance, to measure how often the library is right


@dataclass(frozen=True, slots=True)
class Question:
    """A picture to look at.

    Attributes:
        category_id: what it seems to be, never anything a person ruled out; None where nothing is known at all.
        second_id: what else it may be; None where there is no other.
    """

    image_id: int
    category_id: int | None
    second_id: int | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class _Guesses:
    """The two best categories of each image that may be asked, n each.

    Attributes:
        rows: rows of the score table, ascending.
        first, second: columns, -1 for none. share: of the first beside the second and "none".
        doubt: 1 where the two are equal, towards 0 as they part; float32.
        weight: doubt, the less the more examples the two have; float32.
        nothing: whether "none" is above both.
    """

    rows: NDArray[np.int64]
    first: NDArray[np.int32]
    second: NDArray[np.int32]
    share: NDArray[np.float32]
    doubt: NDArray[np.float32]
    weight: NDArray[np.float32]
    nothing: NDArray[np.bool_]

    def question(self, table: ScoreTable, categories: Sequence[Category], at: int, chance: bool) -> Question:
        """The question about one of them."""
        first, second = (None if i < 0 else categories[i].id for i in (int(self.first[at]), int(self.second[at])))
        sure = Reason.TYPICAL if self.share[at] >= SURE else Reason.UNSURE
        reason = Reason.CHANCE if chance else Reason.NEW if self.nothing[at] else sure
        return Question(int(table.ids[self.rows[at]]), first, second, reason)


def review_queue(library: Library, count: int = 20, *, among: Sequence[int] | None = None) -> list[Question]:
    """The next pictures worth a look, the most telling first; fewer where fewer are left.

    Each picture chosen is the one that stands for most doubt: the sum, over pictures nobody labelled, of their doubt
    times how much nearer they come to a picture that was looked at (facility location; Wei, Iyer, Bilmes 2015). Doubt
    between categories with few examples counts more: one more is worth 1 / (1 + n) to them. One in
    BY_CHANCE is the next in the order of the files' hashes instead, which is as good as chance and the same each time.
    A picture that a person accepted for a category is not asked again; what a person ruled out is not suggested. A
    picture is settled, too, when a person ruled something out and nothing else reaches “none”: it is none of these,
    until a category comes that fits it.

    Args:
        count: at most so many, from 1.
        among: ids of the only images to ask; all of them for None.

    Raises:
        BadInput: count is below 1.
    """
    if count < 1:
        raise BadInput(f"{count} pictures are none.", "Ask for one at least.")
    table, categories = library.scores, library.store.categories()
    labels = [label for label in library.store.labels() if label.origin is Origin.PERSON]
    guesses = _guesses(table, categories, labels, among, library.store.several())
    if not len(guesses.rows):
        return []
    order = _chance_order(library)
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    touched = np.unique(np.array([label.image_id for label in labels], np.int64))
    drawn = iter(_by_chance(table, guesses, place, touched))
    choice = _Choice(table, guesses, place[guesses.rows], labels, max(count, MOST_COMPARED))
    out = []
    for number in range(len(touched), len(touched) + min(count, len(guesses.rows))):
        at = next((i for i in drawn if not choice.taken[i]), None) if number % BY_CHANCE == BY_CHANCE - 1 else None
        chance = at is not None
        at = choice.best() if at is None else at
        if at is None:  # those that were compared are used up
            break
        choice.take(at)
        out.append(guesses.question(table, categories, at, chance))
    return out


class _Choice:
    """Chooses one picture after another, so that together they stand for as much doubt as they can."""

    def __init__(
        self, table: ScoreTable, guesses: _Guesses, place: NDArray[np.int64], labels: Sequence[Label], most: int
    ) -> None:
        self.taken = np.zeros(len(guesses.rows), bool)
        self._table, self._guesses = table, guesses
        by_chance = np.argsort(place, kind="stable")[:most]
        self._for = np.sort(by_chance)
        doubtful = np.argsort(-guesses.doubt, kind="stable")[:most] if len(guesses.rows) > most else by_chance
        half = most // 2
        self._among = self._for if len(guesses.rows) <= most else np.union1d(doubtful[: most - half], by_chance[:half])
        self._targets: Rows = self._rows(self._for)
        self._near = _nearness(self._rows(self._among), self._targets)
        self._weight = guesses.weight[self._for].copy()
        self._covered = np.zeros(len(self._for), np.float32)
        seen = np.unique(np.array([label.image_id for label in labels if label.accepted], np.int64))
        seen = seen[np.isin(seen, table.ids[table.read])]
        if len(seen):
            some = seen[np.unique(np.linspace(0, len(seen) - 1, 2 * MOST_COMPARED).astype(np.int64))]
            self._covered = _nearness(table.placed(some).pictures.widened(), self._targets).max(axis=0)

    def _rows(self, at: NDArray[np.int64]) -> Rows:
        return self._table.placed(self._table.ids[self._guesses.rows[at]]).pictures.widened()

    def best(self) -> int | None:
        """The picture that stands for most doubt; None where none is left."""
        gains = np.maximum(self._near - self._covered, 0.0) @ self._weight
        gains[self.taken[self._among]] = -1.0
        at = int(np.argmax(gains))
        return int(self._among[at]) if gains[at] >= 0.0 else None

    def take(self, at: int) -> None:
        """Count a picture as looked at."""
        self.taken[at] = True
        self._weight[self._for == at] = 0.0
        np.maximum(self._covered, _nearness(self._rows(np.array([at])), self._targets)[0], out=self._covered)


def _nearness(rows: Rows, targets: Rows) -> Rows:
    """Likeness of each row to each target, not below 0; a row that is no number is near to nothing."""
    return np.asarray(np.maximum(np.nan_to_num(rows) @ np.nan_to_num(targets).T, 0.0))


def _chance_order(library: Library) -> NDArray[np.int64]:
    """Rows of all images in the order of their hashes, which says nothing of what they show."""

    def made() -> NDArray[np.int64]:
        return np.argsort(library.shelf.hashes, kind="stable")

    return library.memo.get("chance", library.history.revision("image"), made)


def _by_chance(
    table: ScoreTable, guesses: _Guesses, place: NDArray[np.int64], touched: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Those of the guesses that no person said anything of, in the order of chance."""
    fresh = np.flatnonzero(~np.isin(table.ids[guesses.rows], touched))
    return np.asarray(fresh[np.argsort(place[guesses.rows[fresh]], kind="stable")])


def _guesses(
    table: ScoreTable,
    categories: Sequence[Category],
    labels: Sequence[Label],
    among: Sequence[int] | None,
    several: bool,
) -> _Guesses:
    constants = table.reference.calibration
    said, ruled_out = _decided(table.ids, categories, labels)
    open_ = table.read & ~said & ~(ruled_out.all(axis=1) if len(categories) else np.zeros(len(table.ids), bool))
    if among is not None:
        open_ &= np.isin(table.ids, np.array(among, np.int64))
    first, second = (np.full(len(table.ids), -1, np.int32) for _ in range(2))
    best, other = (np.full(len(table.ids), -np.inf, np.float32) for _ in range(2))
    stands = np.zeros(len(table.ids), bool)
    for column, category in enumerate(categories):  # a column at a time: sorting each row takes ten times as long
        scores = table.column(category.id)
        scores = np.where(ruled_out[:, column] | np.isnan(scores), np.float32(-np.inf), scores)
        stands |= scores >= constants.none
        scores = -np.abs(scores - np.float32(constants.none)) if several else scores
        above = scores > best
        np.copyto(second, column, where=~above & (scores > other))
        np.copyto(second, first, where=above)
        other = np.maximum(other, np.minimum(best, scores))
        np.copyto(first, column, where=above)
        best = np.maximum(best, scores)
    rows = np.flatnonzero(open_ & (stands | ~ruled_out.any(axis=1)))
    none = 0.0 if several else constants.none
    columns, scores_ = (first[rows], second[rows]), (best[rows], other[rows])
    examples = np.array([table.known_by(category.id) for category in categories], np.int64)
    return _weighed(rows, columns, scores_, none, constants.temperature, several, examples)


def _weighed(
    rows: NDArray[np.int64],
    columns: tuple[NDArray[np.int32], NDArray[np.int32]],
    scores: tuple[NDArray[np.float32], NDArray[np.float32]],
    none: float,
    temperature: float,
    several: bool,
    examples: NDArray[np.int64],
) -> _Guesses:
    """Doubt from the two best scores; of a category by itself, from how far it is from "none"."""
    best, other = scores
    rival = np.full_like(best, none) if several or len(examples) == 1 else other
    blank = ~np.isfinite(best)
    margin = np.where(blank, 0.0, np.abs(best - np.where(np.isfinite(rival), rival, none)))
    doubt = (1.0 - np.tanh(margin / (2.0 * WIDTH * temperature))).astype(np.float32)
    top = np.where(blank, 0.0, best)
    beside = np.exp(np.clip((other - top) / temperature, -80, 80)) + np.exp(
        np.clip((none - top) / temperature, -80, 80)
    )
    nothing = blank | (False if several else best < none)
    share = (1.0 / (1.0 + beside)).astype(np.float32)
    weight = np.multiply(doubt, _need(columns, margin / temperature, examples), dtype=np.float32)
    return _Guesses(rows, *columns, share, doubt, weight, nothing)


def _need(
    columns: tuple[NDArray[np.int32], NDArray[np.int32]], margin: NDArray[np.floating], examples: NDArray[np.int64]
) -> NDArray[np.float32]:
    """What an example more is worth to the two best categories, 1 / (1 + examples), each as likely as it is beside the
    other; 1 where there is none.
    """
    worth = np.append(1.0 / (1.0 + examples), 1.0)  # the last is that of column -1
    second = 1.0 / (1.0 + np.exp(np.minimum(margin, 80.0)))
    return np.asarray((1.0 - second) * worth[columns[0]] + second * worth[columns[1]], np.float32)


def _decided(
    ids: NDArray[np.int64], categories: Sequence[Category], labels: Sequence[Label]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which images a person accepted for anything, shape (n,); and which categories are ruled out, shape (n, k)."""
    column_of, inside = {category.id: column for column, category in enumerate(categories)}, below(categories)
    said, ruled_out = np.zeros(len(ids), bool), np.zeros((len(ids), len(categories)), bool)
    rows = np.searchsorted(ids, np.array([label.image_id for label in labels], np.int64))
    for label, row in zip(labels, rows.tolist(), strict=True):
        if label.accepted:
            said[row] = True
        else:
            ruled_out[row, inside[column_of[label.category_id]]] = True
    return said, ruled_out


# How often it is right -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How often the best category is right, as far as the labels tell.

    Attributes:
        right, counted: labelled pictures whose best category without their own label is the one a person gave.
        low, high: 95 % interval of the share (Wilson 1927); 0 and 1 where nothing was counted.
        chance: whether the pictures counted were drawn by chance. Else they are all that a person labelled, which may
            be harder or easier than the others.
    """

    right: int
    counted: int
    low: float
    high: float
    chance: bool

    @property
    def share(self) -> float | None:
        """Those right of those counted; None where nothing was counted."""
        return self.right / self.counted if self.counted else None

    @property
    def few(self) -> bool:
        """Whether so few were counted that only the interval says something: one of one is no 100 %."""
        return self.counted < FEW


def accuracy_estimate(library: Library) -> Accuracy:
    """How often the library is right by now.

    Counted are the pictures at the front of the order of chance, up to the first that no person said anything of: that
    is a random sample however its labels came about, and the chance slots of `review_queue` make it longer. Where it
    has fewer than FEWEST_BY_CHANCE pictures, all labelled ones are counted instead. Of a picture that a
    person only said what it is not, and asked as if nobody had: it counts as right where nothing reaches “none” for it,
    as wrong where its best category is one that was ruled out, and is left out else.
    """
    labels = [label for label in library.store.labels() if label.origin is Origin.PERSON]
    left = leave_one_out(library)
    ids, hits = right(left)
    sample = _sample(library, labels)
    none, wrong = _none_alone(library, labels, sample)
    of_sample = np.isin(ids, sample)
    counted = int(of_sample.sum()) + none + wrong
    if counted >= FEWEST_BY_CHANCE:
        return _accuracy(int(hits[of_sample].sum()) + none, counted, True)
    return _accuracy(int(hits.sum()), len(hits), False)


def _sample(library: Library, labels: Sequence[Label]) -> NDArray[np.int64]:
    """Ids of the pictures at the front of the order of chance that a person said something of."""
    table = library.scores
    order = _chance_order(library)
    order = order[table.read[order]]
    said = np.isin(table.ids[order], np.array([label.image_id for label in labels], np.int64))
    end = len(order) if said.all() else int(np.argmin(said))
    return np.sort(table.ids[order[:end]])


def _none_alone(library: Library, labels: Sequence[Label], sample: NDArray[np.int64]) -> tuple[int, int]:
    """Pictures of the sample that a person accepted for nothing: how many seem to be none too, how many not."""
    accepted = {label.image_id for label in labels if label.accepted}
    ruled_out: dict[int, set[int]] = {}
    for label in labels:
        if label.image_id not in accepted:
            ruled_out.setdefault(label.image_id, set()).add(label.category_id)
    asked = np.array(sorted(ruled_out.keys() & set(sample.tolist())), np.int64)
    if not len(asked):
        return 0, 0
    table, ids = library.scores, asked.tolist()
    rows = np.searchsorted(table.ids, asked)
    categories = [category.id for category in library.store.categories()]
    scores = np.array([table.column(category_id)[rows] for category_id in categories])
    for column, category_id in enumerate(categories):
        without = table.rejects_left_out(category_id)
        own = [at for at, image_id in enumerate(ids) if image_id in without]
        scores[column, own] = [without[ids[at]] for at in own]
    scores = np.where(np.isnan(scores), np.float32(-np.inf), scores)
    says = scores.max(axis=0) >= table.reference.calibration.none
    best = scores.argmax(axis=0)
    wrong = sum(categories[best[at]] in ruled_out[ids[at]] for at in np.flatnonzero(says))
    return int((~says).sum()), wrong


def _accuracy(right: int, counted: int, chance: bool) -> Accuracy:
    low, high = wilson(right, counted)
    return Accuracy(right, counted, low, high, chance)


def wilson(right: int, counted: int) -> tuple[float, float]:
    """The 95 % interval of a share: `right` of `counted` (Wilson 1927); 0 and 1 of nothing."""
    if counted == 0:
        return 0.0, 1.0
    share, z2 = right / counted, NORMAL_95**2
    middle = (share + z2 / (2 * counted)) / (1 + z2 / counted)
    half = NORMAL_95 * float(np.sqrt(share * (1 - share) / counted + z2 / (4 * counted**2))) / (1 + z2 / counted)
    return max(0.0, middle - half), min(1.0, middle + half)

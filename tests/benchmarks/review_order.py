"""What the review queue's order is worth, with many draws in minutes: docs/decisions/0008-review.md.

    python tests/benchmarks/review_order.py ../shared/data/dev/* [--seeds 30] [--keep ROWS.npz]

As `review.py --only order`, without a library around: rows are encoded once, and scores come from inner products of
rows, 0.03 off by rounding. From words only, a click gives one picture its right category. Each order is told by its
accuracy on a half that is not asked and on the pictures not yet clicked, mean over the sets that have so many
pictures; in brackets the clicks that it needs for the accuracy of chance, in per cent, and of the queue whether they
are as few as the bar wants. `even` knows the categories of
all pictures: the one that is nearest to most, of a category that has the fewest examples.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tests.benchmarks.accuracy import Judge, at_home
from tests.benchmarks.constants import kept
from tests.benchmarks.review import CLICKS, MOST, needed

from nomina.encoders import catalog
from nomina.prototypes import DISBELIEF, LEARNING_TIGHTNESS, Evidence, prototype
from nomina.review import BY_CHANCE, WIDTH, _need
from nomina.weighing import even

BAR = 60
"""Clicks that the queue may need for the accuracy of chance, in per cent."""

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Known:
    """A set: the words' scores, shape (n, k), and the inner products of its pictures, shape (n, n)."""

    def __init__(self, judge: Judge) -> None:
        """Score all pictures by words."""
        self.name, self.right = judge.each.name, judge.right
        self.calibration = judge.reference.calibration
        nothing = judge.rows.take(np.zeros(0, np.int64))
        self.words = np.stack(
            [prototype(self.calibration, Evidence(t, nothing, nothing)).score(judge.rows) for t in judge.texts], axis=1
        ).astype(np.float64)
        rows = judge.rows.pictures.widened().astype(np.float64)
        self.products = rows @ rows.T

    def column(self, category: int, ids: list[int]) -> Floats:
        """Scores by words and these examples: prototypes.py and weighing.py, by inner products."""
        constants, n = self.calibration, len(ids)
        own = self.products[np.ix_(ids, ids)]
        length = math.sqrt(max(float(own.sum()), 1e-12))
        counts = even(n) - own.sum(axis=1) / length
        along = self.products[:, ids] @ counts / math.sqrt(max(float(counts @ own @ counts), 1e-12))
        offset = constants.offset - constants.offset_of_one / n
        if n > 1:
            alike = (length**2 / n - 1.0) / (n - 1.0)
            offset += constants.tightness * n / (n + LEARNING_TIGHTNESS) * (alike - constants.usually_alike)
        recognised = float(self.words[ids, category].mean())
        kappa = constants.kappa * 2.0 / (1.0 + math.exp(min(700.0, (constants.none - recognised) / DISBELIEF)))
        share = kappa / (kappa + n)
        return share * self.words[:, category] + (1.0 - share) * constants.pictures_gain * (along - offset)


class State:
    """What was clicked so far."""

    def __init__(self, known: Known, pool: Ints, rng: np.random.Generator) -> None:
        """Nothing yet."""
        self.known, self.left, self.rng = known, pool.tolist(), rng
        self.by_chance = rng.permutation(pool).tolist()
        self.clicked: list[int] = []
        self.examples: list[list[int]] = [[] for _ in range(known.words.shape[1])]
        self.scores = known.words.copy()
        self.covered = np.zeros(len(known.right))

    def click(self, image: int) -> None:
        """Give a picture its right category."""
        category = int(self.known.right[image])
        self.left.remove(image)
        self.clicked.append(image)
        self.examples[category].append(image)
        self.scores[:, category] = self.known.column(category, self.examples[category])
        self.covered = np.maximum(self.covered, self.known.products[image])

    @property
    def counts(self) -> Ints:
        """Examples of each category."""
        return np.array([len(each) for each in self.examples])


def by_chance(state: State) -> int:
    return int(state.rng.choice(state.left))


def by_cover(state: State, weights: Floats | None = None) -> Floats:
    """How much nearer the pictures that are left come by each of them."""
    left = np.array(state.left)
    nearer = np.maximum(state.known.products[np.ix_(left, left)] - state.covered[left], 0.0)
    return np.asarray(nearer @ (np.ones(len(left)) if weights is None else weights))


def by_doubt(state: State, needing: bool = True, width: float = WIDTH) -> int:
    """As review.py chooses where no picture is drawn by chance; `needing`: with what an example more is worth."""
    left = np.array(state.left)
    columns = np.argsort(-state.scores[left], axis=1, kind="stable")[:, :2].astype(np.int32)
    best, second = np.take_along_axis(state.scores[left], columns.astype(np.int64), axis=1).T
    temperature = state.known.calibration.temperature
    weights = 1.0 - np.tanh((best - second) / (2.0 * width * temperature))
    if needing:
        weights = weights * _need((columns[:, 0], columns[:, 1]), (best - second) / temperature, state.counts)
    return int(left[np.argmax(by_cover(state, weights))])


def by_queue(state: State) -> int:
    """As the queue: one in BY_CHANCE is drawn by chance."""
    if len(state.clicked) % BY_CHANCE == BY_CHANCE - 1:
        return next(each for each in state.by_chance if each in set(state.left))
    return by_doubt(state)


def evenly(state: State) -> int:
    left = np.array(state.left)
    counts = state.counts[state.known.right[left]]
    return int(left[np.argmax(np.where(counts == counts.min(), by_cover(state), -1.0))])


ORDERS: dict[str, Callable[[State], int]] = {
    "chance": by_chance,
    "queue": by_queue,
    "without chance": by_doubt,
    "without need": lambda state: by_doubt(state, needing=False),
    "width 2": lambda state: by_doubt(state, width=2.0),
    "width 8": lambda state: by_doubt(state, width=8.0),
    "cover": lambda state: int(state.left[int(np.argmax(by_cover(state)))]),
    "even": evenly,
}


def clicked(known: Known, order: Callable[[State], int], seed: int, half: bool) -> Floats:
    """Accuracy after each number of clicks, 0 first."""
    rng = np.random.default_rng([seed, half])
    shuffled = rng.permutation(len(known.right))
    pool = np.sort(shuffled[: len(shuffled) // 2] if half else shuffled)
    held, state, found = np.setdiff1d(shuffled, pool), State(known, pool, rng), []
    while len(state.left) > 1 and len(found) <= MOST:
        asked = held if half else np.array(state.left)
        found.append(float((state.scores[asked].argmax(axis=1) == known.right[asked]).mean()))
        state.click(order(state))
    return np.array(found)


def reached(curves: list[Floats], chance: list[Floats]) -> Iterator[tuple[int, float, float]]:
    """Numbers of clicks, the accuracy after them, and the clicks needed in per cent, of mean curves a set each."""
    for clicks in CLICKS:
        full = [at for at, each in enumerate(chance) if len(each) > clicks]
        if full:
            mean, other = (np.mean([each[at][: clicks + 1] for at in full], axis=0) for each in (curves, chance))
            yield clicks, 100 * float(mean[clicks]), 100 * needed(mean, float(other[clicks])) / clicks


def told(curves: list[Floats], chance: list[Floats]) -> str:
    """The same in words."""
    return ", ".join(f"{clicks}: {right:.1f} ({share:.0f})" for clicks, right, share in reached(curves, chance))


def judged(curves: list[Floats], chance: list[Floats]) -> str:
    """The bar, and after how many clicks it is missed."""
    missed = [str(clicks) for clicks, _, share in reached(curves, chance) if not share <= BAR]
    return f"bar: {BAR} % of the clicks at most: {'MISSED at ' + ', '.join(missed) if missed else 'met'}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--seeds", type=int, default=30)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--orders", default=",".join(ORDERS))
    options = parser.parse_args()
    encoder = catalog.load("starter")
    sets = [
        Known(at_home(encoder.spec, encoder.calibration(), each))
        for each in kept(options.folders, encoder, options.keep)
    ]
    for half in (True, False):
        print("a half that is not asked" if half else "the pictures not yet clicked")
        chance: list[Floats] = []
        for name in ["chance", *(each for each in options.orders.split(",") if each != "chance")]:
            curves = [
                np.mean([clicked(each, ORDERS[name], seed, half) for seed in range(options.seeds)], axis=0)
                for each in sets
            ]
            chance = chance or curves
            print(f"  {name:14} {told(curves, chance)}", flush=True)
            if name == "queue":
                print(f"    {judged(curves, chance)}")
                for each, own, other in zip(sets, curves, chance, strict=True):
                    print(f"    {each.name}: {told([own], [other])}", flush=True)


if __name__ == "__main__":
    main()

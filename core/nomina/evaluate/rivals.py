"""Honest rivals on the same embeddings and the same draws: what a few lines of numpy or scikit-learn reach.

They see the raw rows of the encoder, each stretch of unit length; nothing is centred, and no constant of ours is used.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Rows
from nomina.embeddings import text_key
from nomina.errors import BadInput
from nomina.evaluate.labelled import LabelledSet
from nomina.evaluate.tally import Answers, best_of
from nomina.library import Library
from nomina.prompts import prompts
from nomina.reference import unit

NEIGHBOURS = 5
"""Of k-NN by cosine, each voting by 1 / distance: with one example a category the nearest decides."""
INVERSE_PENALTY = 10.0
"""C of the logistic regression. Of 1, 10, 100 and 1000 it gives the best mean on the nine development sets over 1 to 16
examples, so it is chosen in the rival's favour; from 10 on it makes half a point at most."""

Rival = Callable[[NDArray[np.bool_]], Answers]
"""Answers for all n pictures when those of a mask of shape (n,) are shown."""


@dataclass(frozen=True)
class Material:
    """What the rivals are given.

    Attributes:
        rows: of the n pictures as the encoder gave them, shape (n, d).
        texts: of the k categories, the mean of their prompts, shape (k, d); None without words.
        words, pictures: columns [start, stop) of the stretches.
        right: column of the right category, shape (n,).
    """

    rows: Rows
    texts: Rows | None
    words: tuple[int, int] | None
    pictures: tuple[int, int]
    right: NDArray[np.int64]


def check_installed() -> None:
    """Raises BadInput when scikit-learn is missing."""
    if importlib.util.find_spec("sklearn") is None:
        raise BadInput(
            "The rivals need scikit-learn, which is not installed.", 'Install it: pip install "nomina[evaluate]".'
        )


def material(library: Library, labelled: LabelledSet) -> Material:
    """The rows that the library keeps of the pictures and words of a set."""
    spec = library.spec
    hashes = dict(library.store.image_keys())
    rows, _ = library.embeddings.get(spec.id, [hashes[int(i)] for i in labelled.ids], spec.dimension)
    texts = None
    if spec.texts:
        _ = library.scores  # encodes the texts that are not at hand
        found = []
        for category in labelled.categories:
            keys = [text_key(text) for text in prompts(category, spec)]
            found.append(unit(library.embeddings.get(spec.id, keys, spec.dimension)[0]).mean(axis=0))
        texts = unit(np.array(found))
    return Material(rows, texts, spec.words, spec.pictures, labelled.right)


def rivals(given: Material) -> dict[str, Rival]:
    """Every rival that this encoder allows, by name."""
    pictures = slice(*given.pictures)
    found: dict[str, Rival] = {}
    if given.texts is not None:
        found["text_cosine"] = _text_cosine(given)
        found["raw_fusion"] = lambda shown: _raw_fusion(given, shown)
    found["nearest_mean"] = lambda shown: _nearest_mean(given, pictures, shown)
    found["knn"] = lambda shown: _nearest_neighbours(given, pictures, shown)
    found["logistic"] = _logistic(given.rows[:, pictures], given.right)
    if given.words is not None and given.words != given.pictures:
        found["logistic_both"] = _logistic(given.rows, given.right)
    return found


def without_examples(name: str) -> bool:
    """Whether a rival can answer when nothing is shown."""
    return name == "text_cosine"


def _text_cosine(given: Material) -> Rival:
    assert given.words is not None
    assert given.texts is not None
    words = slice(*given.words)
    scores = unit(given.rows[:, words]) @ unit(given.texts[:, words]).T
    said = Answers(scores, best_of(scores))
    return lambda shown: said  # noqa: ARG005 - the words are all it knows


def _raw_fusion(given: Material, shown: NDArray[np.bool_]) -> Answers:
    """Cosine to the mean of the text and the examples, whole unit rows all of them."""
    assert given.texts is not None
    rows = unit(given.rows)
    scores = rows @ unit(_sums(rows, given.right, shown, len(given.texts)) + given.texts).T
    return Answers(scores, best_of(scores))


def _nearest_mean(given: Material, stretch: slice, shown: NDArray[np.bool_]) -> Answers:
    rows, count = unit(given.rows[:, stretch]), int(given.right.max()) + 1
    scores = rows @ unit(_sums(rows, given.right, shown, count)).T
    scores[:, np.bincount(given.right[shown], minlength=count) == 0] = -np.inf
    return Answers(scores, best_of(scores))


def _sums(rows: Rows, right: NDArray[np.int64], shown: NDArray[np.bool_], count: int) -> Rows:
    of = np.zeros((count, len(rows)), np.float32)
    of[right[shown], np.flatnonzero(shown)] = 1
    return np.asarray(of @ rows)


def _nearest_neighbours(given: Material, stretch: slice, shown: NDArray[np.bool_]) -> Answers:
    from sklearn.neighbors import KNeighborsClassifier

    rows = unit(given.rows[:, stretch])
    judge = KNeighborsClassifier(max(1, min(NEIGHBOURS, int(shown.sum()))), weights="distance", metric="cosine")
    return _judged(judge, rows, given.right, shown)


def _logistic(rows: Rows, right: NDArray[np.int64]) -> Rival:
    """Multinomial, with a penalty on the squares."""
    from sklearn.linear_model import LogisticRegression

    few = _turned(rows)
    return lambda shown: _judged(LogisticRegression(C=INVERSE_PENALTY, max_iter=2000), few, right, shown)


def _turned(rows: Rows) -> NDArray[np.float64]:
    """Rows of shape (n, d) as (n, min(n, d)) with the same inner products.

    A penalty on squares cannot tell the two apart, so the answers are the same and come sooner.
    """
    if rows.shape[1] <= len(rows):
        return rows.astype(np.float64)
    values, turns = np.linalg.eigh(rows.astype(np.float64) @ rows.T.astype(np.float64))
    return np.asarray(turns * np.sqrt(np.maximum(values, 0)))


def _judged(judge: Any, rows: NDArray[np.floating], right: NDArray[np.int64], shown: NDArray[np.bool_]) -> Answers:
    """Fit one of scikit-learn's classifiers to what is shown, and ask it of everything."""
    from threadpoolctl import threadpool_limits

    count, known = int(right.max()) + 1, np.unique(right[shown])
    beliefs = np.zeros((len(rows), count), np.float32)
    if len(known) < 2:  # scikit-learn wants two
        beliefs[:, known] = 1
    else:
        with threadpool_limits(1):  # products so small take longer on several threads
            judge.fit(rows[shown], right[shown])
            beliefs[:, known] = judge.predict_proba(rows)
    scores = np.full_like(beliefs, -np.inf)
    scores[:, known] = beliefs[:, known]
    return Answers(scores, best_of(scores), (beliefs, np.zeros(len(rows), np.float32)))

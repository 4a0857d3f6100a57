"""Short verbs that find labels of a person which the other labels speak against. They change nothing."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.calibrate import LeftOut, leave_one_out, temperature
from nomina.confidence import beliefs
from nomina.domain import Category, Origin, Rows
from nomina.errors import BadInput, NominaError
from nomina.hierarchy import below
from nomina.library import Library


@dataclass(frozen=True, slots=True)
class LabelError:
    """A label that may be wrong.

    Attributes:
        said: id of the category that a person gave.
        looks_like: id of the category that fits best without this label.
        margin: how much better it fits, in units of score.
    """

    image_id: int
    said: int
    looks_like: int
    margin: float


@dataclass(frozen=True, slots=True)
class Quality:
    """What cleanlab says of one label.

    Attributes:
        said, looks_like: category ids; looks_like is the most likely one, which may be `said`.
        quality: 0 (surely wrong) to 1: the probability of what was said.
        issue: whether cleanlab counts it as wrong.
    """

    image_id: int
    said: int
    looks_like: int
    quality: float
    issue: bool


def label_errors(library: Library, count: int = 50) -> list[LabelError]:
    """A person's labels that look more like another category, the worst first; at most count.

    Each labelled picture is scored as if it had not been shown (calibrate.leave_one_out), and labels are ranked by how
    far another category is above the one that was said. What lies above or below that one is no other category, nor is
    what a person accepted as well or ruled out. An only example of a category without words tells nothing and is left
    out.

    Raises:
        BadInput: count is below 1.
    """
    if count < 1:
        raise BadInput(f"{count} labels are none.", "Ask for one at least.")
    left = leave_one_out(library)
    own, other, best = compared(library, left)
    told = np.isfinite(own) & np.isfinite(other)
    margin = np.subtract(other, own, where=told, out=np.full(len(own), -np.inf, np.float32))
    order = np.argsort(-margin, kind="stable")[:count]
    return [
        LabelError(int(left.ids[i]), left.categories[left.truth[i]], left.categories[best[i]], float(margin[i]))
        for i in order
        if margin[i] > 0
    ]


def compared(library: Library, left: LeftOut) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.int64]]:
    """Of each label, shape (n,): its own score, the best score of another category, and that one's column.

    -inf where there is none.
    """
    if not len(left.ids):
        return np.zeros(0, np.float32), np.zeros(0, np.float32), np.zeros(0, np.int64)
    rows = np.arange(len(left.ids))
    scores = np.where(np.isnan(left.scores), np.float32(-np.inf), left.scores)
    own = scores[rows, left.truth]
    categories = library.store.categories()
    inside = below(categories)
    scores[(inside | inside.T)[left.truth]] = -np.inf
    _rule_out(library, left, categories, scores)
    best = scores.argmax(axis=1)
    return own, scores[rows, best], best


def _rule_out(library: Library, left: LeftOut, categories: Sequence[Category], scores: Rows) -> None:
    """What a person said of the same picture, yes or no, is no other category that it may look like."""
    column_of = {category.id: column for column, category in enumerate(categories)}
    for label in library.store.labels():
        if label.origin is Origin.PERSON:
            begin, end = np.searchsorted(left.ids, [label.image_id, label.image_id + 1])
            scores[begin:end, column_of[label.category_id]] = -np.inf


def label_report(library: Library) -> list[Quality]:
    """Every label of a person with its quality, the worst first, by cleanlab (Northcutt, Jiang, Chuang 2021).

    From leave-one-out probabilities over the categories that have examples; an only example of a category without words
    is left out.

    Raises:
        BadInput: a picture may have several categories, or fewer than two categories have examples.
        NominaError: cleanlab is not installed.
    """
    if library.store.several():
        raise BadInput(
            "The report compares categories that exclude each other.", "Without --report it works with several too."
        )
    left = leave_one_out(library)
    usable = np.flatnonzero(np.isfinite(left.scores[np.arange(len(left.ids)), left.truth]))
    known, said = np.unique(left.truth[usable], return_inverse=True)
    if len(known) < 2:
        raise BadInput("There are examples of fewer than two categories.", "Label pictures of another one too.")
    shares = beliefs(left.scores[usable][:, known], temperature=temperature(library), none=-np.inf).categories
    quality, issues = _cleanlab(said, shares)
    order = np.argsort(quality, kind="stable")
    ids, best = left.ids[usable], shares.argmax(axis=1)
    named = [left.categories[column] for column in known]
    return [
        Quality(int(ids[i]), named[said[i]], named[best[i]], float(quality[i]), bool(issues[i])) for i in order.tolist()
    ]


def _cleanlab(said: NDArray[np.int64], shares: Rows) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Quality of each label, and whether it is one of those that are off the confident joint."""
    try:
        from cleanlab.filter import find_label_issues
        from cleanlab.rank import get_label_quality_scores
    except ImportError as error:
        raise NominaError("The report needs cleanlab.", "Install it: pip install “nomina[labels]”.") from error
    rows = shares.astype(np.float64)
    rows /= rows.sum(axis=1, keepdims=True)
    quality = get_label_quality_scores(said, rows, method="self_confidence")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of categories with an example or two: that is no news here
        issues = find_label_issues(said, rows, n_jobs=1)
    return np.asarray(quality, np.float64), np.asarray(issues, bool)

"""Nomina itself as a method: taught and asked through its own verbs, and everything taken back by undo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray

from nomina.answer import predict, prediction_sets
from nomina.calibrate import thresholds
from nomina.categories import change_category, remove_category
from nomina.confidence import STATES, beliefs
from nomina.domain import State
from nomina.evaluate import draws, measures
from nomina.evaluate.labelled import LabelledSet
from nomina.evaluate.results import Unknowns, spread
from nomina.evaluate.tally import Answers
from nomina.library import Library
from nomina.teach import label

FEWEST_CALIBRATED = 50
"""Labelled pictures that a threshold must rest on for its coverage to be counted: fewer promise little."""
NOTHING = STATES.index(State.NONE)


@contextmanager
def taken_back(library: Library) -> Iterator[None]:
    """Undo at the end whatever verbs did inside."""
    before = len(library.history.done)
    try:
        yield
    finally:
        while len(library.history.done) > before:
            library.undo()


def show(library: Library, labelled: LabelledSet, shown: NDArray[np.bool_]) -> None:
    """Label pictures with their right answers; shown has shape (n,)."""
    for column in np.unique(labelled.right[shown]):
        images = labelled.ids[shown & (labelled.right == column)]
        label(library, images.tolist(), labelled.categories[column].id)


def forget_words(library: Library, labelled: LabelledSet) -> None:
    """Let pictures alone define every category."""
    for category in labelled.categories:
        change_category(library, category.id, words=False)


def answers(library: Library, labelled: LabelledSet) -> Answers:
    """What the library believes now of the pictures of a set, its columns as in labelled.categories that are left."""
    believed, constants = predict(library), library.scores.reference.calibration
    rows = np.searchsorted(believed.ids, labelled.ids)
    rest_on = thresholds(library)
    buckets = np.where(rest_on.counts >= FEWEST_CALIBRATED, rest_on.buckets, -1)
    return Answers(
        believed.scores[rows],
        believed.first[rows],
        (believed.beliefs[rows], believed.none[rows]),
        believed.states[rows] != NOTHING,
        prediction_sets(library, believed)[rows] if (buckets >= 0).any() else None,
        buckets,
        beliefs(believed.scores[rows], temperature=constants.temperature, none=constants.none).categories,
    )


class Unknown:
    """Leaves categories out, and looks how well their pictures are told from those of the others."""

    def __init__(self, labelled: LabelledSet, share: float) -> None:
        """Leave out this share of the categories, 0..1."""
        self._labelled = labelled
        self._share = share
        self._found: dict[int, list[tuple[float, float, float, float]]] = {}
        self._left_out = 0

    def draw(self, library: Library, shots: list[int], seed: int) -> None:
        """Ask with every number of shots; the same categories are left out for all."""
        labelled = self._labelled
        out = draws.left_out(len(labelled.categories), self._share, seed)
        self._left_out = int(out.sum())
        unknown = out[labelled.right]
        with taken_back(library):
            for column in np.flatnonzero(out):
                remove_category(library, labelled.categories[column].id)
            for count in shots:
                draw = draws.same_for_all(labelled, count, seed)
                with taken_back(library):
                    show(library, labelled, draw.shown & ~unknown)
                    said = answers(library, labelled)
                self._found.setdefault(count, []).append(_told_apart(said, draw.asked & ~unknown, unknown))

    def measured(self, shots: int) -> Unknowns:
        """The numbers over all draws so far."""
        spreads = [spread(values) for values in zip(*self._found[shots], strict=True)]
        auroc, of_score, called, known_called = (each for each in spreads if each is not None)
        return Unknowns(self._left_out, auroc, of_score, called, known_called)


def _told_apart(
    said: Answers, known: NDArray[np.bool_], unknown: NDArray[np.bool_]
) -> tuple[float, float, float, float]:
    assert said.beliefs is not None
    assert said.answered is not None
    none, low = said.beliefs[1], -said.scores.max(axis=1)
    return (
        measures.auroc(none[known], none[unknown]),
        measures.auroc(low[known], low[unknown]),
        float((~said.answered[unknown]).mean()),
        float((~said.answered[known]).mean()),
    )

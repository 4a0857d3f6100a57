"""Short verbs about what counts as near in one library: learned, looked at, gone back from. Never without being told.

A version is frozen: pictures that come later are placed by it and do not change it. One is learned as the library
reaches each of STAGES, until a person takes it in hand: refines, goes back, or asks for another.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Calibration, Change, EncoderSpec, Learned, Origin, Rows
from nomina.errors import BadInput, NotFound
from nomina.history import Step
from nomina.library import Library
from nomina.metric import Metric, distinct, fingerprint, labelled_layer, local_layer, nearness, to_bytes
from nomina.reference import Reference, unit

STAGES = (50, 100, 200, 1000)
"""Pictures at which learning is worth as much again as before (nine sets; docs/decisions/0005-reference.md)."""
LAYER_AT = 75
"""Pictures from which their scatter is learned beside their mean: 100 gain 2.0 points with one example and 0.7
with eight; 50 gain 0.7 and 0.5, and too strong a press costs them 2 to 10."""
SAMPLE = 5000
FEWEST_LABELS, FOLDS = 30, 5


def learn_reference(library: Library, within: Step | None = None) -> Change:
    """Learn what counts as near from the pictures of the library, without labels, and put it to work.

    Args:
        within: make it part of this step.

    Raises:
        BadInput: there are too few pictures.
    """
    rows = _sample(library)
    if len(rows) < STAGES[0]:
        raise BadInput(
            f"{len(rows):,} pictures are too few to learn from.", f"Add more: it helps from {STAGES[0]} pictures on."
        )
    metric = learned(library.spec, library.host.calibration(), rows)
    return _put_to_work(library, "Learn what counts as near", metric, len(rows), 0, within)


def learned(spec: EncoderSpec, calibration: Calibration, rows: Rows) -> Metric:
    """What image rows of shape (n, d) say of what counts as near, without labels."""
    centred = Reference(spec, calibration, _centred(spec, rows)).pressed(rows)
    rows = rows[distinct(centred)]
    metric = _centred(spec, rows)
    placed = Reference(spec, calibration, metric).pressed(rows)
    if len(rows) >= LAYER_AT:
        metric = dataclasses.replace(metric, layers=(local_layer(placed),))
        placed = Reference(spec, calibration, metric).pressed(rows)
    return dataclasses.replace(metric, near=nearness(placed))


def _centred(spec: EncoderSpec, rows: Rows) -> Metric:
    return Metric(rows[:, slice(*spec.pictures)].mean(axis=0, dtype=np.float64).astype(np.float32))


def wants_learning(library: Library) -> bool:
    """Whether the library has reached another of STAGES since it learned by itself, for the encoder at work."""
    known = references(library)
    if known and (known[0].labels or not known[0].active):
        return False  # a person refined or went back: theirs stands
    learned_from = known[0].images if known else 0
    if learned_from >= STAGES[-1]:
        return False
    rows = library.embeddings.keys(library.spec.id, library.spec.dimension)
    count = sum(hash in rows for _, hash in library.store.image_keys())
    return max((stage for stage in STAGES if stage <= count), default=0) > learned_from


def use_reference(library: Library, reference_id: int | None) -> Change:
    """Go back to an earlier version, or for None to the shipped one.

    Raises:
        NotFound: there is no such version for the encoder at work.
    """
    known = {learned.id for learned in references(library)}
    if reference_id is not None and reference_id not in known:
        raise NotFound(f"There is no version {reference_id} for this encoder.", "See those there are.")
    with library.step("Go back to an earlier version of what counts as near") as step:
        library.store.use_reference(library.spec.id, reference_id)
    return library.history.change(step)


def references(library: Library) -> list[Learned]:
    """Every version for the encoder at work, the latest first."""
    return library.store.references(library.spec.id)


@dataclass(frozen=True, slots=True)
class Refinement:
    """What refining is worth, measured on labelled pictures that were left out while learning.

    Attributes:
        before, after: share of them whose nearest category is right, 0..1, by examples alone.
        labels: pictures it was measured on.
    """

    before: float
    after: float
    labels: int


def measure_refinement(library: Library) -> Refinement:
    """Measure by leaving out a fifth of the labelled pictures at a time; nothing is changed.

    Raises:
        BadInput: there are fewer than 30 labels in two categories.
    """
    rows, labels = _labelled(library)
    base, now = _unrefined(library), library.reference.pressed(rows)
    placed = base.pressed(rows)
    fold = np.zeros(len(labels), np.int64)
    for label in np.unique(labels):  # every category spread evenly over the folds
        members = np.flatnonzero(labels == label)
        fold[members] = np.arange(len(members)) % FOLDS
    before, after = np.zeros(len(labels), bool), np.zeros(len(labels), bool)
    for number in range(FOLDS):
        asked, shown = fold == number, fold != number
        refined = unit(labelled_layer(placed[shown], labels[shown]).apply(placed))
        before[asked] = _nearest(now[shown], labels[shown], now[asked]) == labels[asked]
        after[asked] = _nearest(refined[shown], labels[shown], refined[asked]) == labels[asked]
    return Refinement(float(before.mean()), float(after.mean()), len(labels))


def refine(library: Library) -> Change:
    """Learn what counts as near from all labels together, on top of what was learned without them.

    The one act that changes every category at once: look at `measure_refinement` first; undo or `use_reference` goes
    back.

    Raises:
        BadInput: there are fewer than 30 labels in two categories.
    """
    rows, labels = _labelled(library)
    base = _unrefined(library)
    layers = (*base.metric.layers, labelled_layer(base.pressed(rows), labels))
    return _put_to_work(library, "Refine", dataclasses.replace(base.metric, layers=layers), 0, len(labels), None)


def _put_to_work(library: Library, name: str, metric: Metric, images: int, labels: int, within: Step | None) -> Change:
    with library.step(name, within) as step:
        library.store.put_reference(library.spec.id, fingerprint(metric), to_bytes(metric), images, labels)
    return library.history.change(step)


def _unrefined(library: Library) -> Reference:
    """The version at work, less what was learned from labels."""
    reference, active = library.reference, library.store.active_reference(library.spec.id)
    refined = active is not None and active.labels
    metric = reference.metric
    layers = metric.layers[:-1] if refined else metric.layers
    return dataclasses.replace(reference, metric=dataclasses.replace(metric, layers=layers))


def _sample(library: Library) -> Rows:
    """Rows of at most SAMPLE pictures, spread over the library, shape (n, d)."""
    hashes = [hash for _, hash in library.store.image_keys()]
    rng = np.random.default_rng(len(hashes))
    chosen = rng.choice(len(hashes), min(SAMPLE, len(hashes)), replace=False)
    rows, found = library.embeddings.get(library.spec.id, [hashes[i] for i in sorted(chosen)], library.spec.dimension)
    return rows[found]


def _labelled(library: Library) -> tuple[Rows, NDArray[np.int64]]:
    """Rows of the pictures that a person gave a category, shape (n, d), and the category of each, shape (n,)."""
    accepted = {
        label.image_id: label.category_id
        for label in library.store.labels()
        if label.accepted and label.origin is Origin.PERSON
    }
    images = library.store.images(sorted(accepted))
    rows, found = library.embeddings.get(library.spec.id, [image.hash for image in images], library.spec.dimension)
    labels = np.array([accepted[image.id] for image in images], np.int64)[found]
    if len(labels) < FEWEST_LABELS:
        raise BadInput(
            f"{len(labels):,} labels are too few to refine with.",
            f"Confirm at least {FEWEST_LABELS} pictures in two or more categories.",
        )
    if len(np.unique(labels)) < 2:
        raise BadInput(
            f"All {len(labels):,} labels are of one category: they do not say what parts it from others.",
            f"Confirm at least {FEWEST_LABELS} pictures in two or more categories.",
        )
    return rows[found], labels


def _nearest(shown: Rows, labels: NDArray[np.int64], asked: Rows) -> NDArray[np.int64]:
    """The category whose examples' mean direction is nearest, shape (len(asked),)."""
    names = np.unique(labels)
    means = np.stack([shown[labels == name].sum(axis=0) for name in names])
    return np.asarray(names[(asked @ unit(means).T).argmax(axis=1)])

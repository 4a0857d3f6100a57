"""What the review asks of the library's thread: the next questions, and how much is known by now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nomina

if TYPE_CHECKING:
    from nomina import Accuracy, Library

COUNT = 20
"""Questions that are asked for at once: enough for the time that the next ones take."""
MOST_DOUBTS = 200
LIKE = 5
"""Labelled pictures that are shown beside a question."""
LABEL = "label"
"""The reason of a question about a label that may be wrong."""

Said = frozenset[tuple[int, bool]]
"""What a person said of one picture: (category id, whether it is of it)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A picture to look at, with all that is shown of it.

    Attributes:
        width, height: pixels, upright.
        category_id: what it seems to be; None where nothing is known.
        second_id: what else it may be, or None.
        reason: value of a Reason, or LABEL.
        said: the category that a person gave it, for LABEL; then category_id is what it looks more like.
        like: (hash, category id) of the labelled pictures most like it.
    """

    image_id: int
    hash: str
    path: Path | None
    width: int
    height: int
    category_id: int | None
    second_id: int | None
    reason: str
    said: int | None = None
    like: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """The next questions, and what is known at that moment.

    Attributes:
        questions: the most telling first. doubts: labels that may be wrong, the worst first.
        accuracy: how often the library is right.
        moved: how many pictures that nobody labelled seem to be something else than in the batch before.
        asked_for: the pictures that `said` was wanted of. said: what a person said of them; those gone are missing.
        steps: numbers of the steps that undo could take back.
        believed: image ids, the category of each (0 for none of these), and whether a person gave it.
    """

    questions: tuple[Asked, ...]
    doubts: tuple[Asked, ...]
    accuracy: Accuracy
    moved: int
    asked_for: tuple[int, ...]
    said: dict[int, Said]
    steps: frozenset[int]
    believed: tuple[Any, Any, Any]


def next_batch(library: Library, before: Batch | None, seen: Sequence[int], skipped: Collection[int]) -> Batch:
    """Ask what is worth a look now.

    Args:
        before: the batch to which `moved` compares.
        seen: images whose labels are wanted in `said`.
        skipped: images that are not asked about.
    """
    among = None
    if skipped:
        among = [each for each in library.scores.ids.tolist() if each not in skipped]
    questions = nomina.review_queue(library, COUNT, among=among)
    doubts = [each for each in nomina.label_errors(library, MOST_DOUBTS) if each.image_id not in skipped]
    told = [(each.image_id, each.category_id, each.second_id, each.reason.value, None) for each in questions]
    wrong = [(each.image_id, each.looks_like, None, LABEL, each.said) for each in doubts]
    believed = _believed(library)
    return Batch(
        _asked(library, told),
        _asked(library, wrong),
        nomina.accuracy_estimate(library),
        0 if before is None else _moved(before.believed, believed),
        tuple(seen),
        _said(library, seen),
        frozenset(step.number for step in library.history.done),
        believed,
    )


def _asked(library: Library, told: Iterable[tuple[int, int | None, int | None, str, int | None]]) -> tuple[Asked, ...]:
    told = list(told)
    ids = [each[0] for each in told]
    images = library.store.images(ids)
    near = nomina.nearest_labelled(library, ids, LIKE)
    hashes = {each.id: each.hash for each in library.store.images([label.image_id for row in near for label in row])}
    return tuple(
        Asked(
            image.id,
            image.hash,
            image.path,
            image.width,
            image.height,
            *rest,
            like=tuple((hashes[label.image_id], label.category_id) for label in row),
        )
        for image, (_, *rest), row in zip(images, told, near, strict=True)
    )


def _believed(library: Library) -> tuple[Any, Any, Any]:
    import numpy as np

    believed = nomina.predict(library)
    named = np.array([*(category.id for category in believed.categories), 0], np.int64)
    nothing = (believed.states == nomina.STATES.index(nomina.State.NONE)) | (believed.first < 0)
    yours = believed.states == nomina.STATES.index(nomina.State.YOURS)
    return believed.ids, named[np.where(nothing, -1, believed.first)], yours


def _moved(before: tuple[Any, Any, Any], after: tuple[Any, Any, Any]) -> int:
    import numpy as np

    ids, old, new = np.intersect1d(before[0], after[0], assume_unique=True, return_indices=True)
    mine = before[2][old] | after[2][new]
    return int(((before[1][old] != after[1][new]) & ~mine).sum()) if len(ids) else 0


def _said(library: Library, ids: Sequence[int]) -> dict[int, Said]:
    """What a person said of each of the images that are still there."""
    there = {image.id: set[tuple[int, bool]]() for image in library.store.images(ids)}
    for label in library.store.labels() if there else ():
        if label.image_id in there and label.origin is nomina.Origin.PERSON:
            there[label.image_id].add((label.category_id, label.accepted))
    return {image_id: frozenset(said) for image_id, said in there.items()}


@dataclass(frozen=True, slots=True)
class Group:
    """Pictures that look alike and seem to be the same, to be asked about at once.

    Attributes:
        lead: the picture whose question it is.
        category_id: what they seem to be; None where nothing stands out.
        pictures: (image id, hash), the lead first. paths: where their files were last seen.
    """

    lead: int
    category_id: int | None
    pictures: tuple[tuple[int, str], ...]
    paths: tuple[Path | None, ...] = ()


def group_of(library: Library, image_id: int, count: int) -> Group:
    """The pictures to ask about together with one, at most count.

    Raises:
        NotFound: the image is gone.
    """
    found = nomina.look_alikes(library, image_id, count)
    images = library.store.images(found.image_ids)
    pictures = tuple((image.id, image.hash) for image in images)
    return Group(image_id, found.category_id, pictures, tuple(image.path for image in images))

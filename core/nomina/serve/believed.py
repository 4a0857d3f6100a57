"""What is believed of one picture: of one of the library, or of one that it has never seen."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import numpy as np
from numpy.typing import NDArray

from nomina.answer import judged, not_ruled_out, predict, prediction_sets
from nomina.circumstances import tell
from nomina.confidence import STATES
from nomina.domain import Category, Facts, Progress, Reading, Skipped, State
from nomina.errors import BadPicture, NotFound
from nomina.library import Library
from nomina.prototypes import Evidence, prototype
from nomina.reference import Placed

SECONDS = 60.0
"""That one uploaded picture may take to be decoded and encoded; then the encoder's process is ended."""


@dataclass(frozen=True, slots=True)
class Believed:
    """What is believed of one picture.

    Attributes:
        picture: its id, None where the library does not have it.
        categories: the k categories, the most likely first.
        probabilities: shape (k,), float32.
        possible: which cannot be ruled out, shape (k,), bool; see answer.prediction_sets.
        none: probability of none of these.
    """

    picture: int | None
    hash: str
    state: State
    confidence: float
    none: float
    categories: list[Category]
    probabilities: NDArray[np.float32]
    possible: NDArray[np.bool_]


def of_image(library: Library, image_id: int, level: float) -> Believed:
    """What is believed of an image of the library; a person's labels count.

    Raises:
        NotFound: there is no such image.
        BadInput: level is not between 0.5 and 0.999.
    """
    hash = image_hash(library, image_id)
    believed = predict(library)
    row = int(np.searchsorted(believed.ids, image_id))
    possible = prediction_sets(library, believed, level)[row]
    order = _order(believed.beliefs[row], believed.scores[row], int(believed.first[row]))
    return Believed(
        image_id,
        hash,
        believed.state(row),
        float(believed.confidence[row]),
        float(believed.none[row]),
        [believed.categories[column] for column in order],
        believed.beliefs[row][order],
        possible[order],
    )


def of_file(library: Library, path: Path, level: float) -> Generator[Progress, None, Believed]:
    """What is believed of the picture in a file, which is not added. One that the library has is answered as there.

    Raises:
        BadPicture: it cannot be read, or takes longer than SECONDS.
        BadInput: level is not between 0.5 and 0.999.
    """
    reading = yield from read(library, path)
    known = library.store.image_id(reading.hash)
    if known is not None:
        return of_image(library, known, level)
    return _of_row(library, reading.hash, placed(library, reading), level, reading.facts)


def read(library: Library, path: Path) -> Generator[Progress, None, Reading]:
    """Decode and encode one file, where the encoder lives.

    Raises:
        BadPicture: it cannot be read, or takes longer than SECONDS; the encoder's process is ended then.
    """
    _ = library.spec  # waits until the encoder is loaded, which the picture cannot help
    end = monotonic() + SECONDS
    with closing(library.host.read([path])) as batches:
        for batch in batches:
            for item in batch:
                if isinstance(item, Reading):
                    return item
                reason = item.reason if isinstance(item, Skipped) else "it is a video"
                raise BadPicture(f"The picture was not read: {reason}.", "Send another one.")
            if monotonic() > end:
                library.host.interrupt()
                raise BadPicture(f"The picture took longer than {SECONDS:g} seconds.", "Send a smaller one.")
            yield Progress(0, 1, "Reading the picture")
    raise BadPicture("The picture was not read.", "Send another one.")


def placed(library: Library, reading: Reading) -> Placed:
    """The row of a reading in the space where categories are compared, rounded as it would be on disk."""
    assert reading.row is not None  # no hash was given as known
    return library.scores.reference.place(reading.row[None].astype(np.float16).astype(np.float32))


def _of_row(library: Library, hash: str, row: Placed, level: float, facts: Facts | None) -> Believed:
    """What the library would say of the row if it had the picture, in no folder that it knows."""
    table, categories, known = library.scores, library.store.categories(), library.circumstances
    told = facts or Facts()
    circumstances = tell("", told.taken, told.camera, told.latitude, told.longitude)
    codes = None if known is None else known.of_one(circumstances)
    columns = [table.score_one(category.id, row, codes) for category in categories]
    scores = np.array(columns, np.float32).reshape(1, -1)
    total, stands = judged(library, categories, scores)
    possible = not_ruled_out(library, scores, level)
    order = _order(total.categories[0], scores[0], int(stands.first[0]))
    return Believed(
        None,
        hash,
        STATES[int(stands.states[0])],
        float(stands.confidence[0]),
        float(total.none[0]),
        [categories[column] for column in order],
        total.categories[0][order],
        possible[0][order],
    )


def _order(probabilities: NDArray[np.float32], scores: NDArray[np.float32], first: int) -> NDArray[np.intp]:
    """Columns, the answer first, then by probability, those of the same one by score."""
    order = np.lexsort((-scores, -probabilities))
    return np.concatenate([order[order == first], order[order != first]])


# Search by a picture ---------------------------------------------------------------------------------------------


def nearest(library: Library, image_id: int, count: int) -> list[tuple[int, float]]:
    """Id and score of the images nearest to one of the library, itself among them, best first; see answer.search.

    Raises:
        NotFound: there is no such image, or it was not read by the encoder at work.
    """
    image_hash(library, image_id)
    table = library.scores
    row = np.searchsorted(table.ids, image_id)
    if not table.read[row]:
        raise NotFound("This picture was not read yet.", "Add its file again: nomina add LIBRARY FILE.")
    return nearest_to(library, table.placed(np.array([image_id], np.int64)), count)


def nearest_to(library: Library, row: Placed, count: int) -> list[tuple[int, float]]:
    """Id and score of the images nearest to a placed row, best first."""
    table = library.scores
    nothing = table.reference.place(np.zeros((0, library.spec.dimension), np.float32))
    ids, scores = table.nearest(prototype(table.reference.calibration, Evidence(None, row, nothing)), count)
    return [(int(i), float(score)) for i, score in zip(ids, scores, strict=True)]


def image_hash(library: Library, image_id: int) -> str:
    """The hash of an image.

    Raises:
        NotFound: there is no such image.
    """
    found = library.store.images([image_id])
    if not found:
        raise NotFound(f"There is no picture {image_id}.", "GET /v1/pictures has those there are.")
    return found[0].hash

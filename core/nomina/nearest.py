"""Search: the pictures nearest to words, or to a picture that need not be in the library."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Category, Rows, Skipped
from nomina.errors import BadInput
from nomina.library import Library
from nomina.prototypes import Evidence, Prototype, prototype
from nomina.scores import prompts


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
    wanted = wanted_by(library, query)
    ids, scores = library.scores.nearest(wanted, count)
    paths = {image.id: image.path for image in library.store.images(ids.tolist())}
    return [Hit(int(i), paths[int(i)], float(score)) for i, score in zip(ids, scores, strict=True)]


def wanted_by(library: Library, query: str | Path) -> Prototype:
    """What a search looks for: the words, or the picture file, as a prototype.

    Raises:
        BadInput: see search.
    """
    return _by_picture(library, query) if isinstance(query, Path) else _by_words(library, query)


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

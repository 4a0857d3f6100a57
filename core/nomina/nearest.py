"""Search: the pictures nearest to words, to pictures that need not be in the library, or to both."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina.directions import Prototype
from nomina.domain import Category, Reading, Rows, Skipped
from nomina.errors import BadInput
from nomina.library import Library
from nomina.places import meant
from nomina.prompts import prompts
from nomina.prototypes import Evidence, prototype

SIGN = re.compile(r"(?<=\s)([+-])(?=\s*\S)")


@dataclass(frozen=True, slots=True)
class Hit:
    """One picture that a search found.

    Attributes:
        score: how far it stands out from pictures of anything.
    """

    image_id: int
    path: Path | None
    score: float


@dataclass(frozen=True, slots=True)
class Sought:
    """What a search is for, and what it is not for; see `sought`.

    Attributes:
        words, pictures: what is to be near. not_words, not_pictures: what is to be far.
    """

    words: tuple[str, ...] = ()
    pictures: tuple[Path, ...] = ()
    not_words: tuple[str, ...] = ()
    not_pictures: tuple[Path, ...] = ()


def sought(query: str | Path | Sought) -> Sought:
    """A search as its parts: “heron +water -people” is for heron and for water, and away from people.

    A plus or minus stands after a space, or first; a hyphen inside a word is one of its letters.
    """
    if isinstance(query, Sought):
        return query
    if isinstance(query, Path):
        return Sought(pictures=(query,))
    parts = SIGN.split(f" {query}")  # text, sign, text, sign, text
    signed = [("+", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]
    words = [(sign, " ".join(text.split())) for sign, text in signed if text.strip()]
    return Sought(
        words=tuple(text for sign, text in words if sign == "+"),
        not_words=tuple(text for sign, text in words if sign == "-"),
    )


def search(library: Library, query: str | Path | Sought, count: int = 50) -> list[Hit]:
    """The images nearest to words, to a picture file, or to several of them together, best first.

    Raises:
        BadInput: nothing is sought, the encoder knows no words, or a file cannot be read.
    """
    ids, scores = nearest(library, query, count)
    paths = {image.id: image.path for image in library.store.images(ids.tolist())}
    return [Hit(int(i), paths[int(i)], float(score)) for i, score in zip(ids, scores, strict=True)]


def nearest(library: Library, query: str | Path | Sought, count: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Ids and scores of the images nearest to what is sought, best first, at most count.

    Raises:
        BadInput: see search.
    """
    wanted, parts = _wanted(library, query), sought(query)
    alone = len(wanted) == 1 and not (parts.not_words or parts.not_pictures)
    return library.scores.nearest(wanted[0], count) if alone else _best(library, wanted, count)


def nearness(library: Library, query: str | Path | Sought) -> NDArray[np.float32]:
    """How near every image is to what is sought, shape (n,); -inf for images without a row.

    Raises:
        BadInput: see search.
    """
    return _scored(library, _wanted(library, query))


def _scored(library: Library, wanted: list[Prototype]) -> NDArray[np.float32]:
    scores = np.stack(library.scores.scored(wanted))
    return np.asarray(scores.mean(axis=0, dtype=np.float32))


def _best(library: Library, wanted: list[Prototype], count: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    scores = _scored(library, wanted)
    rows = np.argsort(-scores, kind="stable")[:count]
    rows = rows[np.isfinite(scores[rows])]
    return library.scores.ids[rows], scores[rows]


def _wanted(library: Library, query: str | Path | Sought) -> list[Prototype]:
    """What a search looks for, as prototypes of categories that are known by just that: one by words, one by pictures.

    They are two, because words that do not fit the examples of a category are distrusted, and a person who searches
    for “blue” beside a red picture means both.
    """
    parts, spec, reference = sought(query), library.spec, library.scores.reference
    if not parts.words and not parts.pictures:
        raise BadInput("There is nothing to search for.", "Type a word or two, or give a picture.")
    if (parts.words or parts.not_words) and not spec.texts:
        raise BadInput(f"{spec.title} knows no words.", "Search with a picture instead.")
    words, unlike = (_direction(library, texts) for texts in (parts.words, parts.not_words))
    accepted, rejected = (reference.place(_rows(library, paths)) for paths in (parts.pictures, parts.not_pictures))
    nothing = reference.place(np.zeros((0, spec.dimension), np.float32))
    asked = [Evidence(words, nothing, rejected, unlike)] if parts.words else []
    asked += [Evidence(None, accepted, rejected, unlike)] if parts.pictures else []
    return [prototype(reference.calibration, evidence) for evidence in asked]


def _direction(library: Library, texts: tuple[str, ...]) -> NDArray[np.float32] | None:
    if not texts:
        return None
    prompted = prompts(Category(0, texts[0], texts[1:]), library.spec)
    return library.scores.reference.place_texts(library.host.encode_texts(prompted))


def _rows(library: Library, paths: tuple[Path, ...]) -> Rows:
    """Rows of picture files, shape (n, d)."""
    if not paths:
        return np.zeros((0, library.spec.dimension), np.float32)
    with closing(library.host.read(list(map(meant, paths)))) as batches:
        found = [item for batch in batches for item in batch]
    rows = []
    for path, reading in zip(paths, found, strict=True):
        if not isinstance(reading, Reading) or reading.row is None:
            reason = reading.reason if isinstance(reading, Skipped) else "it could not be encoded"
            raise BadInput(f"“{path}” was not read: {reason}.", "Give another picture, or words.")
        rows.append(reading.row)
    return np.stack(rows)

"""A long verb: every picture as a point, so that the pictures most like one another stay beside each other.

The plane (plane.py) is there at once and keeps what is far apart apart; but groups that differ in other directions lie
on top of each other in it. This map pulls them apart (t-SNE: van der Maaten and Hinton 2008, by openTSNE, which is an
extra). It takes minutes where there are many pictures, so it is kept, and pictures that come later are put beside those
that they are most like until it is laid out anew.
"""

from __future__ import annotations

import importlib.util
import os
import threading
import warnings
from collections.abc import Generator
from concurrent.futures import Future, ThreadPoolExecutor, wait

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Progress
from nomina.errors import NominaError
from nomina.index import neighbours
from nomina.library import Library
from nomina.plane import (
    NOTE,
    ROWS_A_STEP,
    PictureMap,
    file_of,
    keep,
    kept,
    key_of,
    principal,
    sample_of,
    wide_rows,
    within_one,
)

RECIPE = "unfolded, 1"
WIDTH = 50
"""Directions in which neighbours are looked for: the principal ones."""
NEIGHBOURS, PERPLEXITY = 31, 10.0
"""Rows that are looked at of each, itself among them; and how many of them count about fully."""
PUSHED, SETTLED = 125, 375
"""Rounds in which groups are pulled together first, and rounds in which they find their places."""
MOST_NEW = 0.125
"""The share of pictures that may have come since a map was laid out; with more it is out of date."""
MOST_COMPARED = 20_000_000
"""Pairs of a new picture and another one that are looked at for it: a second or two."""
FEWEST = 50
"""Pictures below which the plane tells as much."""
NEAREST = 3
"""Known pictures between which a new one is put."""
TOLD_BY, NEAR = 200, 10
"""Pictures by which it is measured how well the map keeps neighbours, and how many neighbours of each."""
WAIT = 0.05
"""Seconds between two looks at the rounds."""

Floats = NDArray[np.float64]
Neighbours = NDArray[np.int64]


def unfolded_map(library: Library) -> Generator[Progress, None, PictureMap]:
    """Lay the read pictures out so that those most like one another lie together.

    Below FEWEST pictures it is the plane. `told` is the share of the pictures' nearest neighbours that stay theirs.

    Raises:
        NominaError: the extra is not installed.
        EncoderError: the encoder cannot be loaded.
    """
    _check_installed()
    found = kept_unfolded_map(library, newer=0.0)
    if found is not None:
        return found
    ids, hashes, rows = yield from _rows(library)
    places = rows[:, :2] if len(rows) < FEWEST else (yield from _laid_out(rows))
    out = PictureMap(ids, within_one(_centred(places)), _told(rows, places))
    keep(file_of(library, "unfolded"), key_of(library, RECIPE, []), out, hashes)
    return out


def kept_unfolded_map(library: Library, newer: float = MOST_NEW) -> PictureMap | None:
    """The map that was laid out last, with the pictures that came since beside those they are most like.

    Args:
        newer: the share of pictures that may have come since.

    Returns:
        None where there is none, or one that is out of date.
    """
    table = library.scores
    ids = table.ids[table.read]
    hashes = library.shelf.hashes[table.read]
    found = kept(file_of(library, "unfolded"), key_of(library, RECIPE, []))
    if found is None:
        return None
    known, places, told = found
    order = np.argsort(known, kind="stable")
    at = order[np.minimum(np.searchsorted(known, hashes, sorter=order), max(0, len(known) - 1))] if len(known) else None
    there = np.zeros(len(ids), bool) if at is None else known[at] == hashes
    new = int((~there).sum())
    if new > newer * len(ids) or new * len(ids) > MOST_COMPARED or not there.any():
        return None
    out = np.zeros((len(ids), 2), np.float32)
    out[there] = places[at[there]] if at is not None else 0.0
    if not there.all():
        out[~there] = _beside(library, ids, there, out)
    return PictureMap(ids, out, told)


def _beside(
    library: Library, ids: NDArray[np.int64], there: NDArray[np.bool_], places: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Places of the pictures that are not there yet, shape (m, 2): between the known ones they are most like."""
    read, out = library.scores.read, np.zeros((int((~there).sum()), 2), np.float32)
    for at, image_id in enumerate(ids[~there].tolist()):
        near = np.where(there, library.scores.alike(image_id)[read], -np.inf)
        best = np.argsort(-near)[:NEAREST]
        out[at] = places[best[there[best]]].mean(axis=0)
    return out


def _check_installed() -> None:
    if importlib.util.find_spec("openTSNE") is None:
        raise NominaError(
            "Pulling groups apart on the map needs openTSNE, which is not installed.",
            "Install it: pip install “nomina[map]”. The plain map needs nothing.",
        )


def _rows(library: Library) -> Generator[Progress, None, tuple[NDArray[np.int64], NDArray[np.bytes_], Floats]]:
    """Ids, hashes, and rows in the principal directions, shape (n, at most WIDTH)."""
    table = library.scores
    ids, hashes = table.ids[table.read], library.shelf.hashes[table.read]
    placed = table.placed(ids)  # a copy: between the steps the library may get other pictures
    mean, directions, _ = yield from principal(sample_of(placed, hashes), WIDTH)
    rows = np.zeros((len(ids), directions.shape[1]))
    for start in range(0, len(ids), ROWS_A_STEP):
        block = slice(start, start + ROWS_A_STEP)
        rows[block] = (wide_rows(placed, block) - mean) @ directions
        yield Progress(0, None, NOTE)
    return ids, hashes, rows


def _neighbours(rows: Floats) -> Generator[Progress, None, tuple[Neighbours, Floats]]:
    """The rows nearest to each and how far they are, shape (n, k), the row itself left out."""
    count = min(NEIGHBOURS, len(rows))
    near = np.zeros((len(rows), count - 1), np.int64)
    for start, found in neighbours(rows.astype(np.float32), count):
        own = np.arange(start, start + len(found))[:, None]
        last = np.argsort((found == own) | (found < 0), axis=1, kind="stable")  # the row itself goes to the end
        others = np.take_along_axis(found, last, axis=1)[:, : count - 1]
        near[start : start + len(found)] = np.where(others < 0, others[:, :1], others)
        yield Progress(0, None, "Looking for what is alike")
    apart = np.empty(near.shape)
    for start in range(0, len(rows), ROWS_A_STEP):
        block = slice(start, start + ROWS_A_STEP)
        apart[block] = np.linalg.norm(rows[near[block]] - rows[block, None], axis=2)
        yield Progress(0, None, "Looking for what is alike")
    return near, apart


def _laid_out(rows: Floats) -> Generator[Progress, None, Floats]:
    """Places, shape (n, 2). The rounds run on a thread of their own: whoever asks for a step waits WAIT at most."""
    near, apart = yield from _neighbours(rows)
    stop, rounds = threading.Event(), [0]
    with ThreadPoolExecutor(1, thread_name_prefix="map") as thread:
        done: Future[Floats] = thread.submit(_rounds, rows, near, apart, stop, rounds)
        try:
            while wait([done], WAIT).not_done:
                yield Progress(rounds[0], PUSHED + SETTLED, "Pulling groups apart")
        finally:
            stop.set()
    return done.result()


def _rounds(rows: Floats, near: Neighbours, apart: Floats, stop: threading.Event, rounds: list[int]) -> Floats:
    import openTSNE  # takes seconds

    jobs = max(1, (os.cpu_count() or 2) - 1)
    order = np.argsort(apart, axis=1, kind="stable")
    near, apart = np.take_along_axis(near, order, axis=1), np.take_along_axis(apart, order, axis=1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        known = openTSNE.nearest_neighbors.PrecomputedNeighbors(near, apart)
        shares = openTSNE.affinity.PerplexityBasedNN(knn_index=known, perplexity=min(PERPLEXITY, near.shape[1] / 3))
        begun = openTSNE.initialization.rescale(rows[:, :2])
        map = openTSNE.TSNEEmbedding(begun, shares, n_jobs=jobs, random_state=0)
        for turn in range(PUSHED + SETTLED):
            if stop.is_set():
                break
            pushed = turn < PUSHED
            map.optimize(1, exaggeration=12 if pushed else 1, momentum=0.5 if pushed else 0.8, inplace=True)
            rounds[0] = turn + 1
    return np.asarray(map, np.float64)


def _centred(places: Floats) -> NDArray[np.float32]:
    return (places - places.mean(axis=0) if len(places) else places).astype(np.float32)


def _told(rows: Floats, places: Floats) -> float:
    """The share of NEAR nearest neighbours in the rows that are among as many on the map, of up to TOLD_BY rows."""
    some = np.random.default_rng(0).permutation(len(rows))[:TOLD_BY]
    shared = [len(set(_nearest(rows, row)) & set(_nearest(places, row))) for row in some]
    return float(np.mean(shared)) / max(1, min(NEAR, len(rows) - 1)) if shared else 1.0


def _nearest(points: Floats, row: int) -> list[int]:
    apart = np.square(points - points[row]).sum(axis=1)
    apart[row] = np.inf
    count = min(NEAR, len(points) - 1)
    found: list[int] = np.argpartition(apart, max(0, count - 1))[:count].tolist()
    return found

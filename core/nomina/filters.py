"""Short verbs that choose pictures by what their files tell: when, with what, where, and in which folder.

`all_facts` takes a snapshot; the filters over it are array comparisons that give image ids, to be met by
np.intersect1d. A picture that does not tell is in none of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Facts
from nomina.errors import BadInput
from nomina.library import Library
from nomina.ordering import distinct

Ids = NDArray[np.int64]
"""Image ids, ascending, shape (m,), int64."""


@dataclass(frozen=True)
class AllFacts:
    """What the files of all n images tell, as arrays in image order.

    Attributes:
        ids: image ids, shape (n,), int64, ascending.
        taken: in the camera's own time, shape (n,), datetime64[s]; NaT where it is not told.
        cameras: their names, in alphabetical order.
        camera: index into cameras, shape (n,), int64; -1 where it is not told.
        latitude, longitude: decimal degrees, shape (n,), float64; NaN where they are not told.
    """

    ids: Ids
    taken: NDArray[np.datetime64]
    cameras: tuple[str, ...]
    camera: NDArray[np.int64]
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]


def facts_of(library: Library, image_ids: Sequence[int]) -> list[Facts | None]:
    """What the files of these images tell, in their order; None for one that was not read for it yet.

    Raises:
        BadInput: an image is not there.
    """
    images = library.store.images(image_ids)
    if len(images) != len(image_ids):
        raise BadInput("A picture is not there any more.", "Look again, and retry.")
    return [library.facts.get(image.hash) for image in images]


def all_facts(library: Library) -> AllFacts:
    """A snapshot of what all files tell: what the filters choose by. It takes 0.3 seconds for 100,000 images."""
    shelf, told = library.shelf, library.facts.columns()
    in_order = np.argsort(shelf.hashes)
    at = np.searchsorted(shelf.hashes, told.hashes, sorter=in_order)
    at = in_order[np.minimum(at, len(in_order) - 1)] if len(in_order) else at[:0]
    mine = np.flatnonzero(shelf.hashes[at] == told.hashes[: len(at)])  # others were read for pictures that went
    camera = told.camera[mine]
    known = sorted({told.cameras[number] for number in distinct(camera).tolist() if number >= 0}, key=str.casefold)
    place_of = {name: place for place, name in enumerate(known)}
    places = np.array([place_of.get(name, -1) for name in told.cameras] + [-1], np.int64)  # the last one for -1

    def spread(values: NDArray[Any], nothing: object) -> NDArray[Any]:
        out = np.full(len(shelf.ids), nothing, values.dtype)
        out[at[mine]] = values[mine]
        return out

    return AllFacts(
        shelf.ids,
        spread(told.taken, np.datetime64("NaT")),
        tuple(known),
        spread(places[told.camera], -1),
        spread(told.latitude, np.nan),
        spread(told.longitude, np.nan),
    )


def taken_between(facts: AllFacts, since: date | None = None, until: date | None = None) -> Ids:
    """Images taken from the first day to the last, both included, in the camera's own time; None leaves an end open.

    Raises:
        BadInput: the last day is before the first.
    """
    if since is not None and until is not None and until < since:
        raise BadInput(f"{until.isoformat()} is before {since.isoformat()}.", "Give the earlier day first.")
    day = facts.taken.astype("datetime64[D]")
    wanted = ~np.isnat(day)
    if since is not None:
        wanted &= day >= np.datetime64(since, "D")
    if until is not None:
        wanted &= day <= np.datetime64(until, "D")
    return np.asarray(facts.ids[wanted], np.int64)


def by_camera(facts: AllFacts, name: str) -> Ids:
    """Images taken with a camera whose name has these words in it; case makes no difference."""
    chosen = [place for place, camera in enumerate(facts.cameras) if name.casefold() in camera.casefold()]
    return np.asarray(facts.ids[np.isin(facts.camera, chosen)], np.int64)


def in_box(facts: AllFacts, south: float, west: float, north: float, east: float) -> Ids:
    """Images taken between these degrees, borders included. West may be above east: a box across the date line.

    Raises:
        BadInput: there is no such box on the globe.
    """
    if not (-90 <= south <= north <= 90 and -180 <= west <= 180 and -180 <= east <= 180):
        raise BadInput(
            "There is no such box on the globe.", "Give south, west, north, east in degrees: 43.4,11.8,43.5,11.9."
        )
    between = (facts.longitude >= west) & (facts.longitude <= east)
    if west > east:
        between = (facts.longitude >= west) | (facts.longitude <= east)
    return np.asarray(facts.ids[(facts.latitude >= south) & (facts.latitude <= north) & between], np.int64)


def in_folder(library: Library, folder: Path) -> Ids:
    """Images that lie in a folder or below it, by one of their places."""
    return np.array(library.shelf.ids_under(folder), np.int64)

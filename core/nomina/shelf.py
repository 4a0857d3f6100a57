"""What all pictures are called and where they lie, as arrays: a view is filtered and sorted by comparing them."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina.store import Store

LONGEST_NUMBER = 12
"""Digits to which the numbers in a name are filled up, so that “img 9” comes before “img 10”."""
NUMBER = re.compile(r"(\d+)")
NAMES_AT_ONCE = 2048
"""Names that are split at a time: with all of them the window would wait for Python's lock."""


class Shelf:
    """The n images of a library in id order, and their m places.

    Attributes:
        ids: image ids, shape (n,), int64, ascending.
        hashes: shape (n,), objects of type str.
        paths: where the files were last seen, shape (n,), objects of type str; "" when unknown.
        folders: every folder with a picture directly in it, in alphabetical order.
        place_row: row of the image that lies at a place, shape (m,).
        place_folder: index into folders of that place, shape (m,).
    """

    def __init__(self, store: Store) -> None:
        """Read all of it: some 0.5 seconds for 100,000 images."""
        keys = store.image_keys()
        places = store.all_places()
        self.ids = np.array([key[0] for key in keys], np.int64)
        self.hashes = _objects([key[1] for key in keys])
        self.place_row = np.searchsorted(self.ids, np.array([place[0] for place in places], np.int64))
        self.paths = _objects([""] * len(keys))
        self.paths[self.place_row] = _objects([place[1] for place in places])  # of several the last, seen last
        parents = [os.path.dirname(place[1]) for place in places]
        self.folders = tuple(sorted(set(parents)))
        number = {folder: at for at, folder in enumerate(self.folders)}
        self.place_folder = np.array([number[parent] for parent in parents], np.int64)

    @cached_property
    def names(self) -> NDArray[np.str_]:
        """File names without regard to case, shape (n,)."""
        return np.array([os.path.basename(path).casefold() for path in self.paths.tolist()], np.str_)

    @cached_property
    def by_name(self) -> NDArray[np.int64]:
        """Rank of each image by its name, shape (n,), int64; numbers in names count as numbers."""
        # sorted as bytes: UTF-8 keeps the order of the letters, and numpy lets go of Python's lock
        keys = np.array([name.encode("utf-8", "surrogatepass") for name in natural(self.names.tolist())], np.bytes_)
        rank = np.empty(len(keys), np.int64)
        rank[np.argsort(keys, kind="stable")] = np.arange(len(keys))
        return rank

    def named(self, part: str) -> NDArray[np.bool_]:
        """Which images have these letters in their file name, shape (n,); case makes no difference."""
        if not len(self.ids):
            return np.zeros(0, bool)
        return np.asarray(np.strings.find(self.names, part.casefold()) >= 0)

    def under(self, folder: Path) -> NDArray[np.bool_]:
        """Which images have a place in this folder or below it, shape (n,)."""
        inside = np.array([_lies_in(each, os.fspath(folder)) for each in self.folders], bool)
        out = np.zeros(len(self.ids), bool)
        if len(inside):
            out[self.place_row[inside[self.place_folder]]] = True
        return out

    def ids_under(self, folder: Path) -> list[int]:
        """Ids of the images that have a place in this folder or below it, ascending."""
        inside: list[int] = self.ids[self.under(folder)].tolist()
        return inside


def natural(names: Sequence[str]) -> list[str]:
    """Names with the numbers in them filled up with zeros."""
    out: list[str] = []
    for start in range(0, len(names), NAMES_AT_ONCE):
        parts = NUMBER.split("\0".join(names[start : start + NAMES_AT_ONCE]))  # no name has a \0 in it
        parts[1::2] = [number.zfill(LONGEST_NUMBER) for number in parts[1::2]]
        out += "".join(parts).split("\0")
    return out


def _lies_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(os.path.join(folder, ""))


def _objects(texts: Sequence[str]) -> NDArray[np.object_]:
    out = np.empty(len(texts), object)
    out[:] = texts
    return out

"""What all pictures are called and where they lie, as arrays: a view is filtered and sorted by comparing them."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina.pictured import Keys
from nomina.store import Store

LONGEST_NUMBER = 12
"""Digits to which the numbers in a name are filled up, so that “img 9” comes before “img 10”."""
NAMES_AT_ONCE = 4096
"""Names that are turned into an array at a time: with all of them the window would wait for Python's lock."""
ZERO = ord("0")
OTHER_DIGIT = re.compile(r"(?![0-9])\d")
"""A digit of another script: it counts as one of ours."""

Names = NDArray[np.bytes_]
"""File names without regard to case, in UTF-8, which keeps the order of the letters."""


class Shelf:
    """The n images of a library in id order, and their m places.

    Attributes:
        ids: image ids, shape (n,), int64, ascending.
        hashes: shape (n,), 32 letters each.
        paths: where the files were last seen, shape (n,), objects of type str; "" when unknown.
        folders: every folder with a picture directly in it, in alphabetical order.
        place_row: row of the image that lies at a place, shape (m,).
        place_folder: index into folders of that place, shape (m,).
    """

    def __init__(self) -> None:
        """Of no image; see `read_shelf`."""
        self.ids = self.place_row = self.place_folder = np.zeros(0, np.int64)
        self.hashes = np.zeros(0, "S32")
        self.paths = _objects([])
        self.folders: tuple[str, ...] = ()
        self._last_place = 0

    def grown(self, store: Store, keys: Keys, written: int | None = None) -> Shelf | None:
        """What this one knows and what came since; None where rows that it knows may have been changed or taken away.

        Args:
            keys: ids, ascending, and hashes of all images.
            written: how many rows of images and places were written since: all of them must be new ones. None: of an
                empty shelf.
        """
        came = len(keys[0]) - len(self.ids)
        places = store.places_after(self._last_place)
        if written is not None and came + len(places.paths) != written:
            return None
        out = Shelf()
        out._last_place = places.last or self._last_place
        out.ids, out.hashes = keys
        out.paths = np.concatenate([self.paths, _objects([""] * came)])
        seen = np.searchsorted(out.ids, places.image_ids)
        out.paths[seen] = _objects(places.paths)  # of several the last, seen last
        parents, parent = _parents(places.paths)
        out.folders = tuple(sorted({*self.folders, *parents}))
        number = {folder: at for at, folder in enumerate(out.folders)}
        moved, placed = (np.array([number[each] for each in known], np.int64) for known in (self.folders, parents))
        out.place_row = np.concatenate([self.place_row, seen])
        out.place_folder = np.concatenate([moved[self.place_folder], placed[parent]])
        if not (seen < len(self.ids)).any():  # else pictures that were here may have another name now
            self._hand_on_names(out)
        return out

    def _hand_on_names(self, grown: Shelf) -> None:
        """The names that were looked at, and their order, grow too."""
        known, ranks = self.__dict__.get("names"), self.__dict__.get("by_name")
        if known is not None:
            grown.names = np.concatenate([known, _names(grown.paths[len(known) :].tolist())])
        if ranks is not None:
            order = np.concatenate([np.argsort(ranks), np.arange(len(ranks), len(grown.ids))])
            nearly_sorted = natural(grown.names)[order]  # which takes no time to sort
            grown.by_name = _ranks(order[np.argsort(nearly_sorted, kind="stable")])

    @cached_property
    def names(self) -> Names:
        """File names without regard to case, shape (n,)."""
        return _names(self.paths.tolist())

    @cached_property
    def by_name(self) -> NDArray[np.int64]:
        """Rank of each image by its name, shape (n,), int64; numbers in names count as numbers."""
        return _ranks(np.argsort(natural(self.names), kind="stable"))

    def named(self, part: str) -> NDArray[np.bool_]:
        """Which images have these letters in their file name, shape (n,); case makes no difference."""
        if not len(self.ids):
            return np.zeros(0, bool)
        return np.asarray(np.strings.find(self.names, _plain(part)) >= 0)

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


def read_shelf(store: Store, keys: Keys) -> Shelf:
    """All of a library's shelf: some 0.2 seconds for 100,000 images."""
    shelf = Shelf().grown(store, keys)
    assert shelf is not None
    return shelf


def _names(paths: Sequence[str]) -> Names:
    some = (paths[start : start + NAMES_AT_ONCE] for start in range(0, len(paths), NAMES_AT_ONCE))
    joined = (_plain("\0".join(map(_name, each))) for each in some)  # no name has a \0 in it
    return np.concatenate([np.zeros(0, "S1"), *(np.array(each.split(b"\0"), np.bytes_) for each in joined)])


def _name(path: str) -> str:
    """As os.path.basename, in a third of the time."""
    return os.path.basename(path) if os.altsep else path[path.rfind(os.sep) + 1 :]


def _parents(paths: Sequence[str]) -> tuple[list[str], NDArray[np.int64]]:
    """The folders of these paths, each once, and which of them is that of each path."""
    if os.altsep:
        heads = [os.path.join(os.path.dirname(path), "") for path in paths]
    else:
        heads = [path[: path.rfind(os.sep) + 1] for path in paths]  # os.path.dirname takes three times as long
    number = {head: at for at, head in enumerate(dict.fromkeys(heads))}
    return [os.path.dirname(head) for head in number], np.fromiter(map(number.__getitem__, heads), np.int64, len(heads))


def _plain(text: str) -> bytes:
    """Without regard to case, and digits of every script as ours."""
    folded = text.casefold()
    if not folded.isascii():
        folded = OTHER_DIGIT.sub(lambda digit: str(int(digit[0])), folded)
    return folded.encode("utf-8", "surrogatepass")


def natural(names: Names) -> Names:
    """Names with the numbers in them filled up with zeros, shape (n,)."""
    some = [_filled(names[start : start + NAMES_AT_ONCE]) for start in range(0, len(names), NAMES_AT_ONCE)]
    return np.concatenate([np.zeros(0, "S1"), *some])


def _filled(names: Names) -> Names:
    """Each byte moves to the right by as many zeros as the numbers begun before it, and its own, lack."""
    letters = np.ascontiguousarray(names).view(np.uint8).reshape(len(names), names.dtype.itemsize)
    rows, wide = letters.shape
    digit = np.zeros((rows, wide + 2), bool)
    digit[:, 1:-1] = letters - np.uint8(ZERO) < 10  # what is below zero is large: bytes have no sign
    first = np.flatnonzero(digit[:, 1:-1] & ~digit[:, :-2])
    last = np.flatnonzero(digit[:, 1:-1] & ~digit[:, 2:])
    lacks = np.zeros(rows * wide, np.int32)
    lacks[first] = np.maximum(0, LONGEST_NUMBER - 1 - (last - first))
    moved = np.cumsum(lacks.reshape(rows, wide), axis=1)
    length = moved[:, -1] + (letters != 0).sum(axis=1)
    columns = np.arange(max(1, int(length.max(initial=0))))
    out = np.where(columns < length[:, None], np.uint8(ZERO), np.uint8(0))
    row, column = np.nonzero(letters)
    out[row, column + moved[row, column]] = letters[row, column]
    return out.view(f"S{len(columns)}")[:, 0]


def _ranks(order: NDArray[np.int64]) -> NDArray[np.int64]:
    ranks = np.empty(len(order), np.int64)
    ranks[order] = np.arange(len(order))
    return ranks


def _lies_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(os.path.join(folder, ""))


def _objects(texts: Sequence[str]) -> NDArray[np.object_]:
    out = np.empty(len(texts), object)
    out[:] = texts
    return out

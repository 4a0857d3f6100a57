"""Short verbs: the folders pictures lie in, a level at a time; the pictures that lie at files and in folders."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina.library import Library
from nomina.ordering import distinct
from nomina.places import Place
from nomina.shelf import Shelf
from nomina.walking import AS_USUAL, Sieve


@dataclass(frozen=True, slots=True)
class FolderCount:
    """A folder with pictures in it or below it.

    Attributes:
        depth: 0 for those at the top of what is listed.
        count: its pictures, those below it included.
        folds: whether folders with pictures lie below it.
    """

    path: Path
    depth: int
    count: int
    folds: bool = False


def folders_of(library: Library, within: Path | None = None, opened: Collection[Path] = ()) -> tuple[FolderCount, ...]:
    """Folders to choose from: those at the top, what lies in the opened ones, and the way down to `within`.

    Where all pictures lie below one folder, that one stands alone at the top if pictures lie directly in it; else its
    sub-folders do.
    """
    shelf = library.shelf
    way = () if within is None else (within, *within.parents)
    wanted = frozenset(os.fspath(each) for each in (*way, *opened))
    key = (library.history.revision("image", "place"), wanted)
    return library.memo.get("folders", key, lambda: _listed(shelf, wanted))


def pictures_at(library: Library, paths: Iterable[Path], sieve: Sieve = AS_USUAL) -> NDArray[np.int64]:
    """Ids of the images that lie at these files and in these folders, as the library knows them, ascending, shape (n,).

    Args:
        sieve: what is left out of folders.
    """
    shelf = library.shelf
    chosen = np.zeros(len(shelf.ids), bool)
    for path in paths:
        whole = Path(os.path.abspath(path))
        chosen |= _inside(shelf, whole, sieve) if whole.is_dir() else _at_file(shelf, whole)
    return shelf.ids[chosen]


def _inside(shelf: Shelf, folder: Path, sieve: Sieve) -> NDArray[np.bool_]:
    """Which images lie in a folder, and not in what is left out of it, shape (n,)."""
    inside, start = shelf.under(folder), os.path.join(folder, "")
    for row in np.flatnonzero(inside):
        path = shelf.paths[row]
        if path.startswith(start):
            inside[row] = not any(map(sieve.leaves_out, path[len(start) :].split(os.sep)))
    return inside


def _at_file(shelf: Shelf, file: Path) -> NDArray[np.bool_]:
    """Which images lie at a file, or are moments of it, shape (n,)."""
    start = os.fspath(file)
    return np.array([path.startswith(start) and Place.of(Path(path)).file == file for path in shelf.paths], bool)


def _listed(shelf: Shelf, opened: frozenset[str]) -> tuple[FolderCount, ...]:
    out: list[FolderCount] = []
    if shelf.folders:
        _list_level(shelf, _tops(shelf.folders), 0, opened, out)
    return tuple(out)


def _tops(folders: tuple[str, ...]) -> list[str]:
    try:
        top = os.path.commonpath(folders)
    except ValueError:  # several drives
        return sorted({Path(folder).anchor for folder in folders})
    return [top] if top in folders else _children(folders, top)


def _children(folders: tuple[str, ...], parent: str) -> list[str]:
    start = os.path.join(parent, "")
    return sorted({start + each[len(start) :].split(os.sep, 1)[0] for each in folders if each.startswith(start)})


def _list_level(shelf: Shelf, level: list[str], depth: int, opened: frozenset[str], out: list[FolderCount]) -> None:
    number = {folder: at for at, folder in enumerate(level)}
    parts = [_child_of(folder, level, number) for folder in shelf.folders]
    at_place = np.array(parts, np.int64)[shelf.place_folder]
    deeper = {at for at, folder in zip(parts, shelf.folders, strict=True) if at >= 0 and folder != level[at]}
    inside = at_place >= 0
    pairs = distinct(at_place[inside] * len(shelf.ids) + shelf.place_row[inside])  # a picture counts once a folder
    counts = np.bincount(pairs // len(shelf.ids), minlength=len(level))
    for at, (folder, count) in enumerate(zip(level, counts.tolist(), strict=True)):
        out.append(FolderCount(Path(folder), depth, count, at in deeper))
        if folder in opened:
            _list_level(shelf, _children(shelf.folders, folder), depth + 1, opened, out)


def _child_of(folder: str, level: list[str], number: dict[str, int]) -> int:
    """Which of the level's folders this one is, or lies in; -1 for none of them."""
    depth = len(Path(level[0]).parts) if level else 0
    head = os.fspath(Path(*Path(folder).parts[:depth])) if level and len(Path(folder).parts) >= depth else ""
    return number.get(head, -1)

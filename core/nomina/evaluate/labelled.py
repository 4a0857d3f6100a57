"""A folder whose sub-folders are the right answers, read into a library: each picture once."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina.categories import add_category, category_named
from nomina.domain import Category, Progress, Skipped
from nomina.errors import BadInput
from nomina.ingest import add_images
from nomina.library import Library
from nomina.walking import AS_USUAL, walk


@dataclass(frozen=True)
class LabelledSet:
    """What a labelled folder holds.

    Attributes:
        folder: where it lies.
        categories: the k categories, in the order of their folders' names.
        ids: image ids of the pictures with one right answer, shape (n,), int64, ascending.
        right: column of the right category of each, shape (n,), int64.
        skipped: files that were left out, and why.
    """

    folder: Path
    categories: tuple[Category, ...]
    ids: NDArray[np.int64]
    right: NDArray[np.int64]
    skipped: tuple[Skipped, ...]

    @property
    def sizes(self) -> NDArray[np.int64]:
        """Pictures of each category, shape (k,)."""
        return np.bincount(self.right, minlength=len(self.categories)).astype(np.int64)


def sub_folders(folder: Path) -> list[Path]:
    """The folders that are the categories, in name order. Nothing is opened but the folders.

    Raises:
        BadInput: there are fewer than two, or one holds no picture file.
    """
    inside = sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    found = [path for path in inside if not AS_USUAL.leaves_out(path.name)]
    if not found:
        raise BadInput(f"“{folder}” has no sub-folders to be the categories.", "Give a folder with one a category.")
    if len(found) == 1:
        raise BadInput(
            f"“{folder}” has one category only, “{found[0].name}”.", "Give two: with one every answer is right."
        )
    for path in found:
        if not any(isinstance(item, Path) for item in walk([path])):
            raise BadInput(f"There are no pictures in “{path}”.", "Fill it, or take it out of the set.")
    return found


def read_labelled(library: Library, folder: Path) -> Generator[Progress, None, LabelledSet]:
    """Add the pictures and categories of a labelled folder to an empty library.

    A picture whose bytes lie under two categories has no one right answer: it is left out, and named in `skipped`.

    Raises:
        BadInput: see sub_folders; the library is not empty; no picture of a category can be read.
    """
    folders = sub_folders(folder)
    if library.store.image_keys() or library.store.categories():
        raise BadInput("The library is not empty.", "Evaluate in a temporary one.")
    answers: dict[int, dict[int, Path]] = {}
    for each in folders:
        add_category(library, each.name)
    added = yield from add_images(library, folders)  # at once: what is learned of them is learned of them all
    column_of = {Path(os.path.abspath(each)): column for column, each in enumerate(folders)}
    for path, image_id in added.files.items():
        column = next(column_of[parent] for parent in path.parents if parent in column_of)
        answers.setdefault(image_id, {}).setdefault(column, path)
    skipped = [*added.skipped, *_under_two(answers, folders)]
    right = {image_id: next(iter(under)) for image_id, under in sorted(answers.items()) if len(under) == 1}
    _check_all_have_pictures(folders, right.values())
    return LabelledSet(
        folder,
        tuple(category_named(library, each.name) for each in folders),
        np.array(list(right), np.int64),
        np.array(list(right.values()), np.int64),
        tuple(skipped),
    )


def _under_two(answers: dict[int, dict[int, Path]], folders: Sequence[Path]) -> list[Skipped]:
    out = []
    for under in answers.values():
        if len(under) > 1:
            names = " and ".join(f"“{folders[column].name}”" for column in under)
            out += [Skipped(path, f"the same picture lies under {names}") for path in under.values()]
    return out


def _check_all_have_pictures(folders: Sequence[Path], right: Iterable[int]) -> None:
    found = set(right)
    for column, each in enumerate(folders):
        if column not in found:
            raise BadInput(
                f"No picture of “{each}” can be used: each is unreadable or lies under another category too.",
                "Replace them, or take the folder out of the set.",
            )

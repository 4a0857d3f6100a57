"""The tree that a person's categories make: who is above whom. Pure functions of the categories.

A parent is a category like any other. What is called *below* a category includes the category itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Category


def walk(categories: Sequence[Category]) -> Iterator[tuple[int, Category]]:
    """(depth, category) with each parent before its children, else as a person put them; depth 0 at the top.

    Those that nobody put anywhere follow in the order given.
    """
    children: dict[int | None, list[Category]] = {}
    for category in sorted(categories, key=lambda each: (each.position is None, each.position or 0)):
        children.setdefault(category.parent, []).append(category)
    waiting = [(0, category) for category in reversed(children.get(None, []))]
    while waiting:
        depth, category = waiting.pop()
        yield depth, category
        waiting += [(depth + 1, child) for child in reversed(children.get(category.id, []))]


def above(categories: Sequence[Category], category_id: int) -> list[Category]:
    """The categories above one, the nearest first."""
    by_id = {category.id: category for category in categories}
    out: list[Category] = []
    parent = by_id[category_id].parent
    while parent is not None:
        out.append(by_id[parent])
        parent = by_id[parent].parent
    return out


def path_of(categories: Sequence[Category], category_id: int) -> str:
    """The name of a category with those above it: “Bird > Heron”."""
    (category,) = (each for each in categories if each.id == category_id)
    return " > ".join(each.name for each in reversed([category, *above(categories, category_id)]))


def below(categories: Sequence[Category]) -> NDArray[np.bool_]:
    """Whether column j is column i or lies anywhere below it, shape (k, k), rows i."""
    column_of = {category.id: column for column, category in enumerate(categories)}
    out = np.eye(len(categories), dtype=bool)
    for _, category in reversed(list(walk(categories))):
        if category.parent is not None:
            out[column_of[category.parent]] |= out[column_of[category.id]]
    return out


def levels(categories: Sequence[Category]) -> list[tuple[int, NDArray[np.intp]]]:
    """(column of a parent, ascending columns of its children), top down; -1 stands for what has no parent.

    Where a person put them makes no difference: no sum changes by a bit.
    """
    column_of: dict[int | None, int] = {category.id: column for column, category in enumerate(categories)}
    column_of[None] = -1
    children: dict[int, list[int]] = {-1: []}
    for _, category in walk(categories):
        children.setdefault(column_of[category.parent], []).append(column_of[category.id])
    return [(parent, np.array(sorted(each), np.intp)) for parent, each in children.items()]

"""What the library says of its pictures, as the points of a map: colours, rings, groups. Imported with the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

import nomina
from nomina_desktop.look import MARKS, Look
from nomina_desktop.map.plot import Mask, Points, Rows
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina_desktop.verbs import Mapped

PALE = 0.5
"""Share of its colour that a picture in doubt has."""


@dataclass(frozen=True, slots=True)
class Group:
    """Points that stand for the same, in the legend.

    Attributes:
        kind: "category", "unsure", "none" or "yours".
        colours: as "#RRGGBB"; some of them where each point has its own; none for what only has a ring.
        count: how many there are.
        category_id: of a category.
    """

    title: str
    kind: str
    colours: tuple[str, ...]
    count: int
    category_id: int | None = None


class Placed:
    """Pictures of a snapshot that have a place on the map, n of them.

    Attributes:
        ids: shape (n,), int64, ascending.
        rows: rows of the snapshot's page, shape (n,).
        first: columns of their best categories, states: their states; shape (n,).
    """

    def __init__(self, mapped: Mapped) -> None:
        """Leave out pictures that went while the map was made."""
        page = mapped.snapshot.page
        keep = np.isin(mapped.map.ids, page.ids)
        self._places = mapped.map.places if keep.all() else mapped.map.places[keep]
        self.ids: NDArray[np.int64] = mapped.map.ids[keep]
        self.rows: Rows = np.searchsorted(page.ids, self.ids)
        self.first, self.states = page.first[self.rows], page.states[self.rows]
        self.categories = page.categories
        self._hashes = [page.hashes[row] for row in self.rows.tolist()]

    def __len__(self) -> int:
        return len(self.ids)

    def points(self, look: Look) -> Points:
        """The points in the colours of the palette in use."""
        palette = [look.colour("hint")]
        for category in self.categories:
            colour = look.mark(category.id)
            palette += [colour, _mixed(colour, look.colour("background"))]
        stands = (self.first >= 0) & ~self._is(nomina.State.NONE) & ~self._is(nomina.State.UNREAD)
        kinds = np.where(stands, 1 + 2 * self.first + self._is(nomina.State.UNSURE), 0).astype(np.intp)
        return Points(self._places, kinds, self._is(nomina.State.YOURS), tuple(palette), self._hashes)

    def _is(self, state: nomina.State) -> Mask:
        return np.asarray(self.states == nomina.STATES.index(state))

    def groups(self, look: Look) -> list[Group]:
        """What the colours and rings stand for, with counts; those of nothing are left out."""
        out = []
        for category in self.categories:
            count = int(self.of(Group("", "category", (), 0, category.id)).sum())
            out.append(Group(category.name, "category", (look.mark(category.id).name(),), count, category.id))
        pale = [_mixed(QColor(mark), look.colour("background")).name() for mark in MARKS[:3]]
        out.append(Group(tr("Unsure"), "unsure", tuple(pale), int(self._is(nomina.State.UNSURE).sum())))
        out.append(Group(tr("None of these"), "none", (look.colours.hint,), int(self._is(nomina.State.NONE).sum())))
        out.append(Group(tr("Yours"), "yours", (), int(self._is(nomina.State.YOURS).sum())))
        return [group for group in out if group.count]

    def of(self, group: Group) -> Mask:
        """Which pictures a group stands for, shape (n,)."""
        if group.kind != "category":
            return self._is(nomina.State(group.kind))
        column = next((i for i, each in enumerate(self.categories) if each.id == group.category_id), -2)
        sure = self._is(nomina.State.YOURS) | self._is(nomina.State.LIKELY)
        return np.asarray((self.first == column) & sure)

    def selected(self, ids: Sequence[int]) -> Mask:
        """Which of the pictures are among these, shape (n,)."""
        return np.isin(self.ids, np.array(ids, np.int64))

    def best_of(self, ids: Sequence[int]) -> dict[int, list[int]]:
        """Those of the pictures that seem to be of a category, by its id."""
        out: dict[int, list[int]] = {}
        for row in np.flatnonzero(self.selected(ids) & (self.first >= 0)).tolist():
            out.setdefault(self.categories[int(self.first[row])].id, []).append(int(self.ids[row]))
        return out


def _mixed(colour: QColor, ground: QColor) -> QColor:
    parts = zip(colour.getRgb()[:3], ground.getRgb()[:3], strict=True)
    return QColor(*(round(under + (over - under) * PALE) for over, under in parts))

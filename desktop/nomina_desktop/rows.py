"""What the small lists of the window share: a model over rows that are handed in whole."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nomina_desktop.models import Role

Index = QModelIndex | QPersistentModelIndex
R = TypeVar("R")


class RowsModel(QAbstractListModel, Generic[R]):
    """Rows in order. A kind of row has a model of its own, which says its `key` and what is `said` of it.

    Attributes:
        rows: what is shown.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `take`."""
        super().__init__(parent)
        self.rows: list[R] = []

    def key(self, row: R) -> Hashable:
        """What tells a row from the others."""
        raise NotImplementedError

    def said(self, row: R, role: int) -> Any:
        """What a view asks of a row; None for what it has no answer to."""
        raise NotImplementedError

    def take(self, rows: Sequence[R]) -> None:
        """Show these; where they are the same things, what is chosen stays, and those that differ are painted again."""
        before, rows = [self.key(row) for row in self.rows], list(rows)
        if [self.key(row) for row in rows] == before:
            changed = [place for place, row in enumerate(rows) if row != self.rows[place]]
            self.rows = rows
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, key: Hashable) -> int:
        """The place of the row of this key, or -1."""
        return next((place for place, row in enumerate(self.rows) if self.key(row) == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a view asks of a place."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        return row if role == Role.ROW else self.said(row, role)

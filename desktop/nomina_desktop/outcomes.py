"""What a run would do, as list models: a row a category or what is left alone, and the pictures of one of them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from nomina_desktop.models import Caption, Role
from nomina_desktop.notices import count
from nomina_desktop.rows import Index, RowsModel
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina import Foreseen

EXAMPLES = 4
"""Pictures that stand in a row."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of some pictures.

    Attributes:
        rows: of the Foreseen.
        hashes: of a few of them, to show.
        category_id: of the label that they would get; None where they are left alone.
        kind: "label", "unsure", "none", "yours" or "unread".
    """

    title: str
    rows: Sequence[int]
    hashes: tuple[str, ...]
    category_id: int | None = None
    kind: str = "label"


def outcomes(foreseen: Foreseen) -> list[Outcome]:
    """The labels that would be given, most first, then what is left alone."""
    found = [
        Outcome(category.name, rows.tolist(), _examples(foreseen, rows[::-1].tolist()), category.id)
        for category, rows in foreseen.labelled
    ]
    left = (
        (tr("Not sure enough"), foreseen.unsure, "unsure"),
        (tr("None of these"), foreseen.none, "none"),
        (tr("Labelled by you, stay"), foreseen.yours, "yours"),
        (tr("Not read yet"), foreseen.unread, "unread"),
    )
    found += [
        Outcome(title, rows.tolist(), _examples(foreseen, rows.tolist()), None, kind)
        for title, rows, kind in left
        if len(rows)
    ]
    return found


def _examples(foreseen: Foreseen, rows: Sequence[int]) -> tuple[str, ...]:
    return tuple(foreseen.hashes[row] for row in rows[:EXAMPLES])


class OutcomesModel(RowsModel[Outcome]):
    """A row an outcome."""

    def key(self, row: Outcome) -> Hashable:
        """The category or kind."""
        return row.kind, row.category_id

    def outcome(self, row: int) -> Outcome | None:
        """What a row shows."""
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def row_like(self, outcome: Outcome | None) -> int:
        """The row that shows the same category or kind, or the first."""
        return 0 if outcome is None else max(0, self.row_of(self.key(outcome)))

    def said(self, row: Outcome, role: int) -> str | None:
        """See RowsModel."""
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {count(len(row.rows), 'picture')}"
        return None


class OutcomePictures(QAbstractListModel):
    """The pictures of one outcome."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `take`."""
        super().__init__(parent)
        self._foreseen: Foreseen | None = None
        self._outcome: Outcome | None = None

    def take(self, foreseen: Foreseen | None, outcome: Outcome | None) -> None:
        """Show the pictures of an outcome."""
        self.beginResetModel()
        self._foreseen, self._outcome = foreseen, outcome
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, Qt's signature
        """How many there are."""
        return 0 if parent.isValid() or self._outcome is None else len(self._outcome.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a view asks of one picture."""
        if not index.isValid() or index.row() >= self.rowCount() or self._foreseen is None or self._outcome is None:
            return None
        row = self._outcome.rows[index.row()]
        if role == Role.HASH:
            return self._foreseen.hashes[row]
        if role == Role.CAPTION:
            return self._caption(self._foreseen, self._outcome, row)
        if role == Role.ID:
            return int(self._foreseen.ids[row])
        name = Path(self._foreseen.paths[row]).name
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            caption = self._caption(self._foreseen, self._outcome, row)
            return ", ".join(dict.fromkeys(part for part in (caption.name, caption.state, name) if part))
        return None

    @staticmethod
    def _caption(foreseen: Foreseen, outcome: Outcome, row: int) -> Caption:
        sure = f"{100 * float(foreseen.confidence[row]):.0f} %"
        if outcome.kind == "label":
            assert outcome.category_id is not None
            return Caption(outcome.title, sure, (outcome.category_id,))
        first, second = int(foreseen.first[row]), int(foreseen.second[row])
        if outcome.kind in ("none", "unread") or first < 0:
            return Caption(Path(foreseen.paths[row]).name)
        best = foreseen.categories[first]
        if outcome.kind == "yours":
            return Caption(best.name, tr("✓ yours"), (best.id,), "good")
        if second < 0:
            return Caption(best.name, sure, (best.id,), "warn")
        rival = foreseen.categories[second]
        name = tr("{first} or {second}").format(first=best.name, second=rival.name)
        return Caption(name, sure, (best.id, rival.id), "warn")

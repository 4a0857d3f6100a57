"""List models over snapshots. `data` looks things up in memory and never asks anyone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

import nomina
from nomina_desktop.words import clock, tr

if TYPE_CHECKING:
    from nomina import Category, Page
    from nomina_desktop.verbs import Snapshot

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What views ask of an index beside Qt's own roles."""

    ID = Qt.ItemDataRole.UserRole + 1  # of the image or category
    HASH = Qt.ItemDataRole.UserRole + 2
    CAPTION = Qt.ItemDataRole.UserRole + 3
    ROW = Qt.ItemDataRole.UserRole + 4  # of a list: a CategoryRow, a RailRow
    COPIES = Qt.ItemDataRole.UserRole + 5  # near-duplicates that a picture stands for
    TIME = Qt.ItemDataRole.UserRole + 6  # of a moment of a video, in words; "" for a picture file


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands below a picture.

    Attributes:
        marks: ids of the categories whose colours are shown.
        state: in words, or "".
        tone: name of the state's colour in the palette.
    """

    name: str
    state: str = ""
    marks: tuple[int, ...] = ()
    tone: str = "secondary"


class PicturesModel(QAbstractListModel):
    """The pictures of a page."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `take`."""
        super().__init__(parent)
        self._page: Page | None = None
        self._known = False

    def take(self, snapshot: Snapshot | None) -> None:
        """Show a snapshot. Where the same pictures stay in the same order only what is said of them changes."""
        page = None if snapshot is None else snapshot.page
        known = snapshot is not None and snapshot.known
        if self._same_pictures(page):
            self._page, self._known = page, known
            if len(self):
                self.dataChanged.emit(self.index(0), self.index(len(self) - 1))
            return
        self.beginResetModel()
        self._page, self._known = page, known
        self.endResetModel()

    def _same_pictures(self, page: Page | None) -> bool:
        old = self._page
        return old is not None and page is not None and old.count == page.count and bool((old.ids == page.ids).all())

    def __len__(self) -> int:
        return 0 if self._page is None else self._page.count

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, Qt's signature
        """How many pictures there are."""
        return 0 if parent.isValid() else len(self)

    def id(self, row: int) -> int:
        """The image of a row."""
        assert self._page is not None
        return int(self._page.ids[row])

    def ids(self, first: int, last: int) -> list[int]:
        """The images of the rows first..last."""
        return [] if self._page is None else self._page.ids[first : last + 1].tolist()

    def rows_of(self, ids: Collection[int]) -> list[int]:
        """Rows of those of the images that are here, ascending."""
        if not ids or self._page is None:
            return []
        import numpy as np  # the page brought it; the window is shown without

        wanted = np.fromiter(ids, np.int64, len(ids))
        found: list[int] = np.flatnonzero(np.isin(self._page.ids, wanted)).tolist()
        return found

    def path(self, row: int) -> Path | None:
        """Where the picture of a row was last seen."""
        path = "" if self._page is None else self._page.paths[row]
        return Path(path) if path else None

    def state(self, row: int) -> str:
        """What is known of the picture of a row, the value of a State; "unread" until anything is."""
        return nomina.STATES[int(self._page.states[row])].value if self._page is not None and self._known else "unread"

    def shown_category(self, row: int) -> Category | None:
        """The category that stands first below the picture of a row."""
        return None if self._page is None else self._category(int(self._page.first[row]))

    def _category(self, column: int) -> Category | None:
        return None if self._page is None or column < 0 else self._page.categories[column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a view asks of one picture."""
        if not index.isValid() or self._page is None or index.row() >= len(self):
            return None
        row = index.row()
        if role == Role.HASH:
            return self._page.hashes[row]
        if role == Role.CAPTION:
            return self.caption(row)
        if role == Role.ID:
            return self.id(row)
        if role == Role.COPIES:
            return self._page.copies.get(self.id(row), 0)
        if role == Role.TIME:
            return self._time(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.caption(row).name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._in_words(row, "\n" if role == Qt.ItemDataRole.ToolTipRole else ", ")
        return None

    def _time(self, row: int) -> str:
        path = self.path(row)
        seconds = None if path is None else nomina.Place.of(path).seconds
        return "" if seconds is None else clock(seconds)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Pictures can be selected and dragged."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def caption(self, row: int) -> Caption:
        """What stands below a picture."""
        page = self._page
        assert page is not None
        first, second = self._category(int(page.first[row])), self._category(int(page.second[row]))
        state = nomina.STATES[int(page.states[row])].value
        if not self._known:
            return Caption(Path(page.paths[row]).name)
        if state == "unread":
            return Caption(Path(page.paths[row]).name, tr("reading…"))
        if state == "none" or first is None:
            return Caption(tr("none of these") if page.categories else Path(page.paths[row]).name)
        if state == "unsure" and second is not None:
            either = tr("{first} or {second}").format(first=first.name, second=second.name)
            return Caption(either, tr("unsure"), (first.id, second.id), "warn")
        if state == "yours":
            return Caption(first.name, tr("✓ yours"), (first.id,), "good")
        words, tone = (tr("unsure"), "warn") if state == "unsure" else (tr("likely"), "secondary")
        return Caption(first.name, words, (first.id,), tone)

    def _in_words(self, row: int, between: str) -> str:
        page = self._page
        assert page is not None
        caption, first = self.caption(row), self.shown_category(row)
        words = [f"{caption.name}, {caption.state}" if caption.state else caption.name]
        if self._known and first is not None and caption.tone != "good":
            words.append(f"{100 * float(page.confidence[row]):.0f} % {first.name}")
        path = Path(page.paths[row])
        if path.name and path.name != caption.name:
            words.append(path.name)
        time = self._time(row)
        if time:
            words.append(tr("at {time} of a video").format(time=time))
        copies = page.copies.get(self.id(row), 0)
        if copies:
            words.append(tr("one of %Ln near-duplicate(s)", None, copies))
        return between.join(words)

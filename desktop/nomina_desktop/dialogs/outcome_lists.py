"""The two lists of a run to come: what becomes of the pictures, and the pictures of one row."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QWidget

from nomina_desktop.captions import PictureDelegate
from nomina_desktop.grid import GridView, Tiles
from nomina_desktop.look import Look
from nomina_desktop.outcomes import EXAMPLES, Outcome, OutcomePictures, OutcomesModel
from nomina_desktop.rows import RIGHT, RowDelegate
from nomina_desktop.thumbs import Thumbs
from nomina_desktop.words import number, tr

ROW, SMALL, GAP = 48, QSize(38, 32), 4
NUMBER = 52
"""Width of the numbers' column."""


class _OutcomeDelegate(RowDelegate):
    """Paints an outcome: a mark, its title, some examples, and how many."""

    HIGH, WIDE, SIDES = ROW, 200, (0, 1, 4, 1)

    def __init__(self, look: Look, thumbs: Thumbs, parent: QObject) -> None:
        super().__init__(look, parent)
        self._thumbs = thumbs

    def paint_row(self, painter: QPainter, place: QRect, row: Outcome, state: QStyle.StateFlag) -> None:  # noqa: ARG002
        tone, weight = "secondary", QFont.Weight.Normal
        if row.category_id is not None:
            tone, weight = "text", QFont.Weight.Medium
            mark = QRectF(place.left() + 12, place.center().y() - 4, 9, 9)
            self.dot(painter, mark, self._look.mark(row.category_id))
        pictures = place.right() - NUMBER - EXAMPLES * (SMALL.width() + GAP)
        title = QRect(place.left() + 30, place.top(), pictures - place.left() - 38, place.height())
        self.words(painter, title, row.title, 13, tone, weight=weight)
        self._paint_examples(painter, row, pictures, place)
        self.words(painter, place.adjusted(0, 0, -12, 0), number(len(row.rows)), 13, tone, flags=RIGHT)

    def _paint_examples(self, painter: QPainter, outcome: Outcome, left: int, place: QRect) -> None:
        ratio = painter.device().devicePixelRatioF()
        free = EXAMPLES - len(outcome.hashes)  # they stand at the right
        for turn, hash in enumerate(outcome.hashes, free):
            cell = QRect(left + turn * (SMALL.width() + GAP), place.center().y() - SMALL.height() // 2, 0, 0)
            cell.setSize(SMALL)
            pixmap = self._thumbs.pixmap(hash, SMALL, ratio)
            if pixmap is not None:
                painter.drawPixmap(cell, pixmap)


class OutcomeList(QListView):
    """What would become of the pictures.

    Attributes:
        outcomes: its model.
    """

    def __init__(self, look: Look, thumbs: Thumbs, parent: QWidget) -> None:
        """Empty until its model is."""
        super().__init__(parent)
        self.outcomes = OutcomesModel(self)
        self.setModel(self.outcomes)
        self.setItemDelegate(_OutcomeDelegate(look, thumbs, self))
        self.setAccessibleName(tr("What would become of the pictures"))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(320)
        thumbs.arrived.connect(self._look_again)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Return to the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _look_again(self, _: str) -> None:
        self.viewport().update()


class OutcomeGrid(GridView):
    """The pictures of one outcome.

    Attributes:
        outcome_pictures: its model.
    """

    def __init__(self, look: Look, thumbs: Thumbs, parent: QWidget) -> None:
        """Empty until its model is."""
        super().__init__(parent)
        self.outcome_pictures = OutcomePictures(self)
        self.setModel(self.outcome_pictures)
        self.setItemDelegate(PictureDelegate(look, thumbs, self))
        self.setAccessibleName(tr("Pictures of the chosen row"))
        self.set_target(124)
        thumbs.arrived.connect(self._look_again)

    @property
    def tiles(self) -> Tiles:
        """Closer together than in the gallery."""
        return Tiles(self.viewport().width(), self._count(), self._target, gap=12, below=8, margin=4)

    def _look_again(self, _: str) -> None:
        self.viewport().update()

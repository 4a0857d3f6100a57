"""The lists of a picture's card: a mark or a small picture, words, and a bar."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle

from nomina_desktop.look import Look
from nomina_desktop.reasons import RankRow, ReasonsModel, VoteRow
from nomina_desktop.rows import RIGHT, RowDelegate
from nomina_desktop.thumbs import Thumbs

RANK, VOTE = 30, 44
MARK, SIDE, BAR, TEXT = 9, 12, 84, 46
THUMB = QSize(44, 34)


class RankDelegate(RowDelegate):
    """Paints a category as it stands: mark, name, bar, percentage."""

    HIGH, WIDE, SIDES = RANK, 200, (SIDE, 0, SIDE, 0)

    def paint_row(self, painter: QPainter, place: QRect, row: RankRow, state: QStyle.StateFlag) -> None:  # noqa: ARG002
        """See RowDelegate."""
        inside = place.adjusted(12, 0, -12, 0)
        middle = inside.center().y() + 1
        mark = self._look.mark(row.category_id) if row.category_id else self._look.colour("handle")
        self.dot(painter, QRectF(inside.left(), middle - MARK / 2, MARK, MARK), mark)
        self._paint_bar(painter, QRect(inside.right() - TEXT - BAR, middle - 3, BAR, 6), row)
        tone, weight = ("text", QFont.Weight.Medium) if row.strong else ("secondary", QFont.Weight.Normal)
        self.words(painter, inside, row.text, 12, tone, flags=RIGHT)
        title = f"{row.title}  ✓" if row.note and row.strong else f"{row.title}  ×" if row.note else row.title
        self.words(painter, inside.adjusted(MARK + 9, 0, -(TEXT + BAR + 12), 0), title, 13, tone, weight=weight)

    def _paint_bar(self, painter: QPainter, place: QRect, row: RankRow) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("field"))
        painter.drawRoundedRect(place, 3, 3)
        if round(100 * row.share):
            painter.setBrush(self._look.colour("accent" if row.strong else "handle"))
            wide = max(4.0, row.share * place.width())
            painter.drawRoundedRect(QRectF(place.left(), place.top(), wide, place.height()), 3, 3)


class VoteDelegate(RowDelegate):
    """Paints what speaks for or against: a small picture, words, and a bar to the right or to the left."""

    HIGH, WIDE, SIDES = VOTE, 200, (SIDE, 1, SIDE, 1)

    def __init__(self, look: Look, thumbs: Thumbs, parent: QObject) -> None:
        """Paint with this look, and take small pictures from there."""
        super().__init__(look, parent)
        self._thumbs = thumbs

    def state(self, row: VoteRow, state: QStyle.StateFlag) -> QStyle.StateFlag:  # noqa: ARG002
        """There is nothing to choose."""
        return state & ~QStyle.StateFlag.State_Selected

    def paint_row(self, painter: QPainter, place: QRect, row: VoteRow, state: QStyle.StateFlag) -> None:  # noqa: ARG002
        """See RowDelegate."""
        inside = place.adjusted(12, 0, -12, 0)
        left = inside.left()
        if row.hash:
            self._paint_picture(
                painter, QRect(QPoint(left, inside.center().y() - THUMB.height() // 2), THUMB), row.hash
            )
            left += THUMB.width() + 10
        name = QRect(left, inside.top(), inside.right() - BAR - 12 - left, inside.height())
        self.words(painter, name, row.title, 12, cut=Qt.TextElideMode.ElideMiddle)
        self._paint_bar(painter, QRect(inside.right() - BAR, inside.center().y() - 2, BAR, 6), row)

    def _paint_picture(self, painter: QPainter, place: QRect, hash: str) -> None:
        pixmap = self._thumbs.pixmap(hash, THUMB, painter.device().devicePixelRatioF())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("field"))
        painter.drawRoundedRect(place, 4, 4)
        if pixmap is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, pixmap)

    def _paint_bar(self, painter: QPainter, place: QRect, row: VoteRow) -> None:
        """From the middle: to the right what speaks for it, to the left what speaks against it."""
        half = place.width() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("field"))
        painter.drawRoundedRect(place, 3, 3)
        wide = max(2.0, abs(row.share) * half) if row.amount else 0.0
        start = place.left() + half - (wide if row.amount < 0 else 0.0)
        painter.setBrush(self._look.colour("warn" if row.amount < 0 else "accent"))
        painter.drawRoundedRect(QRectF(start, place.top(), wide, place.height()), 3, 3)
        painter.setBrush(self._look.colour("secondary"))
        painter.drawRect(QRectF(place.left() + half - 0.5, place.top() - 3, 1, place.height() + 6))


class ReasonList(QListView):
    """A list that is as high as its rows."""

    def __init__(self, name: str, model: ReasonsModel, high: int) -> None:
        """Rows of one height; its delegate is set by who makes it."""
        super().__init__()
        self._high = high
        self.setAccessibleName(name)
        self.setModel(model)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.modelReset.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._high * self.model().rowCount())

"""The lists of a picture's card: a mark or a small picture, words, and a bar."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nomina_desktop.look import Look
from nomina_desktop.models import Role
from nomina_desktop.paint import paint_ground
from nomina_desktop.reasons import RankRow, ReasonsModel, VoteRow
from nomina_desktop.thumbs import Thumbs

Index = QModelIndex | QPersistentModelIndex
RANK, VOTE = 30, 44
MARK, SIDE, BAR, TEXT = 9, 12, 84, 46
THUMB = QSize(44, 34)


class RankDelegate(QStyledItemDelegate):
    """Paints a category as it stands: mark, name, bar, percentage."""

    def __init__(self, look: Look, parent: QObject) -> None:
        """Paint with this look."""
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """All rows are as high."""
        return QSize(200, RANK)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: RankRow = index.data(Role.ROW)
        place = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self._look, place, option.state)
        inside = place.adjusted(12, 0, -12, 0)
        middle = inside.center().y() + 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.mark(row.category_id) if row.category_id else self._look.colour("handle"))
        painter.drawEllipse(QRectF(inside.left(), middle - MARK / 2, MARK, MARK))
        self._paint_bar(painter, QRect(inside.right() - TEXT - BAR, middle - 3, BAR, 6), row)
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("text" if row.strong else "secondary"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.text)
        name = inside.adjusted(MARK + 9, 0, -(TEXT + BAR + 12), 0)
        painter.setFont(self._look.font(13, QFont.Weight.Medium if row.strong else QFont.Weight.Normal))
        title = f"{row.title}  ✓" if row.note and row.strong else f"{row.title}  ×" if row.note else row.title
        shown = QFontMetrics(painter.font()).elidedText(title, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _paint_bar(self, painter: QPainter, place: QRect, row: RankRow) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("field"))
        painter.drawRoundedRect(place, 3, 3)
        if round(100 * row.share):
            painter.setBrush(self._look.colour("accent" if row.strong else "handle"))
            wide = max(4.0, row.share * place.width())
            painter.drawRoundedRect(QRectF(place.left(), place.top(), wide, place.height()), 3, 3)


class VoteDelegate(QStyledItemDelegate):
    """Paints what speaks for or against: a small picture, words, and a bar to the right or to the left."""

    def __init__(self, look: Look, thumbs: Thumbs, parent: QObject) -> None:
        """Paint with this look, and take small pictures from there."""
        super().__init__(parent)
        self._look, self._thumbs = look, thumbs

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """All rows are as high."""
        return QSize(200, VOTE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: VoteRow = index.data(Role.ROW)
        place = option.rect.adjusted(SIDE, 1, -SIDE, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self._look, place, option.state & ~QStyle.StateFlag.State_Selected)
        inside = place.adjusted(12, 0, -12, 0)
        left = inside.left()
        if row.hash:
            thumb = QRect(left, inside.center().y() - THUMB.height() // 2, THUMB.width(), THUMB.height())
            pixmap = self._thumbs.pixmap(row.hash, THUMB, painter.device().devicePixelRatioF())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("field"))
            painter.drawRoundedRect(thumb, 4, 4)
            if pixmap is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawPixmap(thumb, pixmap)
            left += THUMB.width() + 10
        name = QRect(left, inside.top(), inside.right() - BAR - 12 - left, inside.height())
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("text"))
        shown = QFontMetrics(painter.font()).elidedText(row.title, Qt.TextElideMode.ElideMiddle, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, shown)
        self._paint_bar(painter, QRect(inside.right() - BAR, inside.center().y() - 2, BAR, 6), row)
        painter.restore()

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

"""Paints one picture of the gallery: the thumbnail, its caption, and the rings of selection and focus."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nomina_desktop.look import Look
from nomina_desktop.models import Caption, Role
from nomina_desktop.paint import paint_thumbnail
from nomina_desktop.thumbs import RADIUS, Thumbs
from nomina_desktop.words import number

MARK = 9
CAPTION = 32


class PictureDelegate(QStyledItemDelegate):
    """Paints the cells of the gallery; fonts and measures are made once."""

    def __init__(self, look: Look, thumbs: Thumbs, parent: QObject) -> None:
        """Paint with this look, and take pixmaps from there."""
        super().__init__(parent)
        self._look, self._thumbs = look, thumbs
        self._name_font = look.font(14, QFont.Weight.Medium)
        self._state_font = look.font(12)
        self._name_width = QFontMetrics(self._name_font)
        self._state_width = QFontMetrics(self._state_font)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell; option.rect is the cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        picture = option.rect.adjusted(0, 0, 0, -CAPTION)
        paint_thumbnail(painter, self._look, self._thumbs, index.data(Role.HASH), picture)
        copies = index.data(Role.COPIES)
        if copies:
            self._paint_copies(painter, picture, copies)
        time = index.data(Role.TIME)
        if time:
            self._paint_time(painter, picture, time)
        self._paint_rings(painter, picture, option.state)
        caption = QRect(picture.left() + 2, picture.bottom() + 6, picture.width() - 4, 20)
        self._paint_caption(painter, caption, index.data(Role.CAPTION))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """The grid decides."""
        return QSize()

    def _paint_copies(self, painter: QPainter, picture: QRect, copies: int) -> None:
        """A pile with a number: how many near-duplicates the picture stands for."""
        text = number(copies)
        wide = 20 + self._state_width.horizontalAdvance(text) + 10
        badge = QRectF(picture.right() - wide - 7, picture.top() + 8, wide, 22)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.setBrush(self._look.colour("surface"))
        painter.drawRoundedRect(badge, 11, 11)
        painter.setPen(QPen(self._look.colour("text"), 1.2))
        painter.drawRoundedRect(QRectF(badge.left() + 11, badge.top() + 5, 8, 8), 2, 2)
        painter.setBrush(self._look.colour("surface"))
        painter.drawRoundedRect(QRectF(badge.left() + 8, badge.top() + 8, 8, 8), 2, 2)
        painter.setFont(self._state_font)
        painter.drawText(badge.adjusted(23, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_time(self, painter: QPainter, picture: QRect, time: str) -> None:
        """A triangle with a time: when of a video this is."""
        wide = 22 + self._state_width.horizontalAdvance(time) + 10
        badge = QRectF(picture.left() + 8, picture.bottom() - 29, wide, 22)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.setBrush(self._look.colour("surface"))
        painter.drawRoundedRect(badge, 11, 11)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("text"))
        left, middle = badge.left() + 10, badge.center().y()
        painter.drawPolygon([QPointF(left, middle - 4), QPointF(left, middle + 4), QPointF(left + 7, middle)])
        painter.setPen(self._look.colour("text"))
        painter.setFont(self._state_font)
        painter.drawText(badge.adjusted(22, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter, time)

    def _paint_rings(self, painter: QPainter, picture: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            colour, width = self._look.colour("accent"), 2.0
        elif state & QStyle.StateFlag.State_HasFocus:
            colour, width = self._look.colour("secondary"), 2.0
        elif state & QStyle.StateFlag.State_MouseOver:
            colour, width = self._look.colour("handle"), 1.0
        else:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, width))
        away = 3.0
        painter.drawRoundedRect(QRectF(picture).adjusted(-away, -away, away, away), RADIUS + away, RADIUS + away)

    def _paint_caption(self, painter: QPainter, place: QRect, caption: Caption) -> None:
        left, middle = place.left(), place.center().y() + 1
        for at, category_id in enumerate(caption.marks):
            painter.setPen(QPen(self._look.colour("background"), 1.5) if at else Qt.PenStyle.NoPen)
            painter.setBrush(self._look.mark(category_id))
            size = MARK + 1.5 if at else MARK
            painter.drawEllipse(QRectF(left, middle - size / 2, size, size))
            left += MARK - 2
        left += 9 if caption.marks else 0
        state_width = self._state_width.horizontalAdvance(caption.state)
        room = place.right() - left - (state_width + 10 if state_width else 0)
        bold = bool(caption.marks)
        either = len(caption.marks) > 1 and self._name_width.horizontalAdvance(caption.name) > room
        if room < 30 or either:  # a narrow cell: the name matters more, and “fox or dog” says by itself that it is open
            state_width, room = 0, place.right() - left
        self._text(painter, QRect(left, place.top(), room, place.height()), caption.name, bold)
        if state_width:
            painter.setFont(self._state_font)
            painter.setPen(self._look.colour(caption.tone))
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, caption.state)

    def _text(self, painter: QPainter, place: QRect, text: str, strong: bool) -> None:
        measure = self._name_width if strong else self._state_width
        painter.setFont(self._name_font if strong else self._state_font)
        painter.setPen(self._look.colour("text" if strong else "secondary"))
        shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

"""The picture that a point of the map stands for, beside the pointer."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nomina_desktop.look import Look
from nomina_desktop.models import Caption, Role
from nomina_desktop.thumbs import RADIUS, Thumbs

PICTURE, EDGE, WORDS, AWAY = QSize(192, 144), 8, 40, 14


class MapCard(QWidget):
    """A thumbnail with what is believed of it; it lies over the map and never takes the pointer."""

    def __init__(self, look: Look, thumbs: Thumbs, over: QWidget) -> None:
        """Hidden until `show_picture`."""
        super().__init__(over)
        self._look, self._thumbs, self._over = look, thumbs, over
        self._hash, self._caption = "", Caption("")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(PICTURE.width() + 2 * EDGE, PICTURE.height() + 2 * EDGE + WORDS)
        thumbs.arrived.connect(lambda hash: self.update() if hash == self._hash else None)
        self.hide()

    def show_picture(self, index: QModelIndex, at: QPoint) -> None:
        """Show the picture of a row of the model beside a point, where there is room."""
        self._hash, self._caption = index.data(Role.HASH), index.data(Role.CAPTION)
        self.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole))
        right = at.x() + AWAY + self.width() <= self._over.width()
        x = at.x() + AWAY if right else at.x() - AWAY - self.width()
        y = min(max(8, at.y() - self.height() // 2), self._over.height() - self.height() - 8)
        self.move(max(0, x), max(0, y))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setBrush(self._look.colour("surface"))
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS + 2, RADIUS + 2)
        picture = QRect(QPoint(EDGE, EDGE), PICTURE)
        pixmap = self._thumbs.pixmap(self._hash, PICTURE, self.devicePixelRatioF())
        if pixmap is not None:
            painter.drawPixmap(picture, pixmap)
        left = picture.left() + 2
        for category_id in self._caption.marks:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.mark(category_id))
            painter.drawEllipse(QRect(left, picture.bottom() + 17, 9, 9))
            left += 12
        words = QRect(left + (2 if self._caption.marks else 0), picture.bottom() + 8, 0, 28)
        words.setRight(picture.right() - 2)
        align = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour(self._caption.tone))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | align, self._caption.state)
        words.setRight(words.right() - QFontMetrics(painter.font()).horizontalAdvance(self._caption.state) - 8)
        painter.setFont(self._look.font(13, QFont.Weight.Medium))
        painter.setPen(self._look.colour("text"))
        name = QFontMetrics(painter.font()).elidedText(self._caption.name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | align, name)
        painter.end()

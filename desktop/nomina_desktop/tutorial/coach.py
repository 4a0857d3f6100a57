"""The card of the tutorial, with its beak, and the ring around what it points at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nomina_desktop.look import Look

WIDTH = 320
"""Of the card, without the room for its beak."""
BEAK, GAP, EDGE = 10, 8, 12
"""Length of the beak; from its tip to what it points at; what stays free at the edges of the window."""
SIDES = (QPoint(-1, 0), QPoint(1, 0), QPoint(0, 1), QPoint(0, -1))
"""Where the card may stand beside what it points at, the best first: left, right, below, above."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A button of the card."""

    text: str
    act: Callable[[], None]


class Ring(QWidget):
    """A line around something; clicks go through it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Hidden until something is pointed at."""
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, place: QRect) -> None:
        """Stand around a place of the parent."""
        self.setGeometry(place.adjusted(-4, -4, 4, 4) & self.parentWidget().rect())
        self.show()
        self.raise_()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("accent"), 3))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
        painter.end()


class Coach(QWidget):
    """A card that floats beside a place and takes the keyboard only when it is asked to.

    Attributes:
        closed: called when Escape is pressed on it.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Hidden until `say`."""
        super().__init__(parent)
        self.setObjectName("coach")
        self._look, self._tip, self._side = look, QPointF(), QPoint()
        self.closed: Callable[[], None] = lambda: None
        self._ring = Ring(look, parent)
        self.count = look.words("", 11)
        self.title = look.words("", 15, QFont.Weight.DemiBold, wraps=True)
        self.text = look.words("", 13, wraps=True)
        self.buttons = [QPushButton(), QPushButton()]
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.count, 1)
        for button in self.buttons:
            button.setFont(look.font(13, QFont.Weight.DemiBold))
            below.addWidget(button)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(BEAK + 16, BEAK + 14, BEAK + 10, BEAK + 8)
        inside.setSpacing(4)
        inside.addWidget(self.title)
        inside.addWidget(self.text)
        inside.addSpacing(4)
        inside.addLayout(below)
        self._offers: Sequence[Offer] = ()
        for number, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, number=number: self._offers[number].act())
        self.hide()

    def say(self, title: str, text: str, count: str, offers: Sequence[Offer]) -> None:
        """Show other words and other offers, at most two; a screen reader hears the words."""
        self._offers = offers
        self.title.setText(title)
        self.text.setText(text)
        self.count.setText(count)
        for button, offer in zip(self.buttons, [*offers, None], strict=False):
            button.setText(offer.text if offer else "")
            button.setVisible(offer is not None)
        self.setAccessibleName(f"{title}. {text}")
        self.resize(self._fitting())
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def _fitting(self) -> QSize:
        width = WIDTH + 2 * BEAK
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
        return QSize(width, layout.totalHeightForWidth(width))

    def point_at(self, place: QRect | None) -> None:
        """Stand beside a place of the parent; in its corner where there is none, or no room."""
        room = self.parentWidget().rect().adjusted(EDGE - BEAK, EDGE - BEAK, BEAK - EDGE, BEAK - EDGE)
        self._ring.setVisible(place is not None)
        side = None
        if place is not None:
            self._ring.surround(place)
            sides = {side.toTuple(): _beside(place, self.size(), side) for side in SIDES}
            side = next((each for each in SIDES if _fits(sides[each.toTuple()], room, each)), None)
        if place is None or side is None:
            corner = room.bottomRight() - QPoint(self.width(), self.height() + 32)
            self._stand(corner, QPoint(), QPointF())
            return
        at = _beside(place, self.size(), side).topLeft()
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        at.setY(max(room.top(), min(at.y(), room.bottom() - self.height())))
        self._stand(at, side, QPointF(place.center() - at))

    def _stand(self, at: QPoint, side: QPoint, tip: QPointF) -> None:
        if self.pos() != at or side != self._side or tip != self._tip:
            self._side, self._tip = side, tip
            self.move(at)
            self.update()
        self.raise_()

    def leave(self) -> None:
        """Go away, with the ring."""
        self._ring.hide()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the card and its beak."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(BEAK, BEAK, -BEAK, -BEAK)
        outline = QPainterPath()
        outline.addRoundedRect(body, 10, 10)
        if not self._side.isNull():
            beak = QPainterPath()
            beak.addPolygon(_beak(body, self._side, self._tip))
            outline = outline.united(beak)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent"))
        painter.drawPath(outline)
        painter.end()


def _beside(place: QRect, size: QSize, side: QPoint) -> QRect:
    """A card of a size beside a place, with the middles of both on one line."""
    away_x = (place.width() + size.width()) // 2 + GAP
    away_y = (place.height() + size.height()) // 2 + GAP
    card = QRect(QPoint(0, 0), size)
    card.moveCenter(place.center() + QPoint(side.x() * away_x, side.y() * away_y))
    return card


def _fits(card: QRect, room: QRect, side: QPoint) -> bool:
    """Whether it stands inside the room in the direction of its side; in the other it can be moved."""
    if side.x():
        return card.left() >= room.left() and card.right() <= room.right()
    return card.top() >= room.top() and card.bottom() <= room.bottom()


def _beak(body: QRectF, side: QPoint, tip: QPointF) -> QPolygonF:
    """The triangle from the card's edge towards what it points at, as near to that as the edge allows."""
    half, inset = BEAK, 2 * BEAK + 4
    if side.x():
        x = body.right() if side.x() < 0 else body.left()
        y = max(body.top() + inset, min(tip.y(), body.bottom() - inset))
        points = [QPointF(x, y - half), QPointF(x - side.x() * BEAK, y), QPointF(x, y + half)]
    else:
        y = body.top() if side.y() > 0 else body.bottom()
        x = max(body.left() + inset, min(tip.x(), body.right() - inset))
        points = [QPointF(x - half, y), QPointF(x, y - side.y() * BEAK), QPointF(x + half, y)]
    return QPolygonF([*points, points[0]])

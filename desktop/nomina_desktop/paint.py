"""What several views paint alike: the ground of a row, a thumbnail, a cross, and the place of a drop."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle

from nomina_desktop.look import Look
from nomina_desktop.thumbs import RADIUS, Thumbs


def paint_ground(painter: QPainter, look: Look, place: QRect, state: QStyle.StateFlag) -> None:
    """The ground of a row: chosen, hovered or plain, with a ring when it has the keyboard."""
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent_ground" if chosen else "pressed"))
        painter.drawRoundedRect(place, 6, 6)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(look.colour("accent"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 6, 6)


def paint_thumbnail(painter: QPainter, look: Look, thumbs: Thumbs, hash: str, place: QRect) -> None:
    """A picture, or a field in its place until it has arrived."""
    pixmap = thumbs.pixmap(hash, place.size(), painter.device().devicePixelRatioF())
    if pixmap is not None:
        painter.drawPixmap(place, pixmap)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("field"))
    painter.drawRoundedRect(place, RADIUS, RADIUS)


def paint_cross(painter: QPainter, look: Look, place: QRect, width: float) -> None:
    """A cross on a round ground; `width` is that of its lines."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("text"))
    painter.drawEllipse(place)
    painter.setPen(QPen(look.colour("surface"), width))
    away = round(0.32 * place.width())
    arms = place.adjusted(away, away, -away, -away)
    painter.drawLine(arms.topLeft(), arms.bottomRight())
    painter.drawLine(arms.topRight(), arms.bottomLeft())


def paint_drop_target(painter: QPainter, look: Look, place: QRect, sentence: str, *, meant: bool = True) -> None:
    """An accent ground with a dashed line and a sentence: what a drop here would do; quiet while another is meant."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QColor(look.colour("accent_ground" if meant else "background"))
    ground.setAlphaF(0.94)
    colour = look.colour("accent" if meant else "secondary")
    painter.setBrush(ground)
    painter.setPen(QPen(colour, 2 if meant else 1, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(QRectF(place), RADIUS, RADIUS)
    painter.setPen(colour)
    painter.setFont(look.font(14 if place.height() > 60 else 12, QFont.Weight.Medium))
    shown = QFontMetrics(painter.font()).elidedText(sentence, Qt.TextElideMode.ElideRight, place.width() - 24)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()

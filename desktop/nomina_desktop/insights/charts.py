"""Two small pictures of numbers: confidence against what is right, and a share with its range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nomina_desktop.insights import sentences
from nomina_desktop.look import Look
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina import Bin

LEFT, BELOW, ABOVE, RIGHT = 52, 44, 10, 24
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
NEAR = 14


class Reliability(QWidget):
    """A point for each bin, with its range; on the line it is right as often as it says."""

    def __init__(self, look: Look) -> None:
        """No points until `take`."""
        super().__init__()
        self._look = look
        self._bins: tuple[Bin, ...] = ()
        self.setAccessibleName(tr("How true the confidence is"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(268)
        self.setMinimumWidth(200)

    def take(self, bins: tuple[Bin, ...]) -> None:
        """Show bins."""
        self._bins = bins
        self.setAccessibleDescription(" ".join(map(sentences.point, bins)))
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough to read."""
        return QSize(360, 268)

    def _at(self, confidence: float, right: float) -> QPointF:
        room = QRectF(self.rect()).adjusted(LEFT, ABOVE, -RIGHT, -BELOW)
        return QPointF(room.left() + confidence * room.width(), room.bottom() - right * room.height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Lines, then points."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter)
        painter.setPen(QPen(self._look.colour("secondary"), 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(self._at(0, 0), self._at(1, 1))
        accent = self._look.colour("accent")
        faint = QColor(accent)
        faint.setAlphaF(0.45)
        for each in self._bins:
            painter.setPen(QPen(faint, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(self._at(each.confidence, each.low), self._at(each.confidence, each.high))
        painter.setPen(QPen(accent, 1.6))
        points = [self._at(each.confidence, each.right) for each in self._bins]
        painter.drawPolyline(points)
        painter.setPen(QPen(self._look.colour("surface"), 1.5))
        painter.setBrush(accent)
        for at in points:
            painter.drawEllipse(at, 5, 5)
        painter.end()

    def _paint_axes(self, painter: QPainter) -> None:
        """A grid in quarters, with words below and beside it."""
        painter.setFont(self._look.font(11))
        for tick in TICKS:
            painter.setPen(QPen(self._look.colour("line"), 1))
            painter.drawLine(self._at(0, tick), self._at(1, tick))
            painter.drawLine(self._at(tick, 0), self._at(tick, 1))
            painter.setPen(self._look.colour("secondary"))
            beside, below = self._at(0, tick), self._at(tick, 0)
            painter.drawText(
                QRectF(beside.x() - 48, beside.y() - 8, 42, 16),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                sentences.percent(tick),
            )
            painter.drawText(
                QRectF(below.x() - 30, below.y() + 4, 60, 16), Qt.AlignmentFlag.AlignCenter, sentences.percent(tick)
            )
        bottom = QRectF(LEFT, self.height() - 20, self.width() - LEFT - RIGHT, 18)
        painter.drawText(bottom, Qt.AlignmentFlag.AlignCenter, tr("how sure it says it is"))
        painter.save()
        painter.translate(10, (self.height() - BELOW + ABOVE) / 2)
        painter.rotate(-90)
        painter.drawText(QRectF(-100, -8, 200, 16), Qt.AlignmentFlag.AlignCenter, tr("how often it is right"))
        painter.restore()

    def event(self, event: QEvent) -> bool:
        """Say what a point means while the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def words_at(self, at: QPointF) -> str:
        """What the point there means, or ""."""
        for each in self._bins:
            if (self._at(each.confidence, each.right) - at).manhattanLength() < NEAR:
                return sentences.point(each)
        return ""


class Range(QWidget):
    """A share of 0..1 as a mark on a line, and the range it may lie in as a band."""

    def __init__(self, look: Look) -> None:
        """Nothing until `take`."""
        super().__init__()
        self._look = look
        self._share: float | None = None
        self._low, self._high = 0.0, 1.0
        self.setFixedHeight(16)

    def take(self, share: float | None, low: float, high: float) -> None:
        """Show a share; None for none."""
        self._share, self._low, self._high = share, low, high
        self.setVisible(share is not None)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """The line, the band, the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width, middle = self.width(), self.height() / 2
        painter.setBrush(self._look.colour("field"))
        painter.drawRoundedRect(QRectF(0, middle - 4, width, 8), 4, 4)
        if self._share is not None:
            band = QColor(self._look.colour("accent"))
            band.setAlphaF(0.35)
            painter.setBrush(band)
            painter.drawRoundedRect(QRectF(self._low * width, middle - 4, (self._high - self._low) * width, 8), 4, 4)
            painter.setBrush(self._look.colour("accent"))
            painter.drawRoundedRect(QRectF(min(self._share * width, width - 4), middle - 8, 4, 16), 2, 2)
        painter.end()

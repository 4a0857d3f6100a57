"""What Nomina does, in one picture: a name is typed, and each of some pictures gets its answer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from nomina_desktop.look import Look, mark_colour
from nomina_desktop.resources import assets
from nomina_desktop.words import tr

TILE, GAP, CAPTION, FIELD = QSize(148, 96), 12, 44, 44
COLUMNS = 3
BELOW_FIELD = 24


class Illustration(QWidget):
    """Drawn pictures of assets/icons/scenes.svg under a line in which “heron” is typed."""

    def __init__(self, look: Look) -> None:
        """It has one size."""
        super().__init__()
        self._look = look
        self._scenes = QSvgRenderer(str(assets() / "icons" / "scenes.svg"), self)
        self.setFixedSize(COLUMNS * TILE.width() + 2 * GAP, FIELD + BELOW_FIELD + 2 * (TILE.height() + CAPTION))
        self.setAccessibleName(tr("“heron” is typed, and each picture says whether it is one"))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the line, the pictures and what is said of them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_field(painter, QRectF(1, 1, 2 * TILE.width() + GAP - 2, FIELD - 2))
        top = FIELD + BELOW_FIELD
        self._scenes.render(painter, QRectF(0, top, self.width(), 2 * TILE.height() + CAPTION))
        heron, likely, yours = tr("heron"), tr("likely"), tr("✓ yours")
        said = (
            (heron, yours, "good"),
            (tr("none of these"), "", ""),
            (heron, likely, "secondary"),
            (tr("none of these"), "", ""),
            (heron, likely, "secondary"),
            (tr("none of these"), "", ""),
        )
        for number, (name, state, tone) in enumerate(said):
            row, column = divmod(number, COLUMNS)
            left, y = column * (TILE.width() + GAP), top + row * (TILE.height() + CAPTION) + TILE.height()
            self._paint_caption(painter, QRect(left, y + 4, TILE.width(), 24), name, state, tone)
        painter.end()

    def _paint_field(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(QPen(self._look.colour("accent"), 2))
        painter.setBrush(self._look.colour("surface"))
        painter.drawRoundedRect(place, 6, 6)
        inside = place.adjusted(14, 0, -14, 0)
        painter.setFont(self._look.font(15, QFont.Weight.Medium))
        painter.setPen(self._look.colour("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, middle, tr("heron"))
        end = inside.left() + painter.fontMetrics().horizontalAdvance(tr("heron")) + 3
        painter.setPen(QPen(self._look.colour("accent"), 1.5))
        painter.drawLine(QPointF(end, inside.center().y() - 9), QPointF(end, inside.center().y() + 9))
        painter.setFont(self._look.font(11))
        painter.setPen(self._look.colour("secondary"))
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, tr("↵ new category"))

    def _paint_caption(self, painter: QPainter, place: QRect, name: str, state: str, tone: str) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        if state:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mark_colour(2))
            painter.drawEllipse(QPointF(place.left() + 5, place.center().y() + 1), 4.5, 4.5)
            painter.setFont(self._look.font(12))
            painter.setPen(self._look.colour(tone))
            painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, state)
            painter.setPen(self._look.colour("text"))
        else:
            painter.setPen(self._look.colour("secondary"))
        painter.setFont(self._look.font(13 if state else 12, QFont.Weight.Medium if state else QFont.Weight.Normal))
        painter.drawText(place.adjusted(16 if state else 1, 0, 0, 0), middle, name)

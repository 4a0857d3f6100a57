"""The picture that is asked about, sharp: all of it, or as close as its pixels go."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from nomina_desktop.canvas import Canvas
from nomina_desktop.keys import kept
from nomina_desktop.look import Look
from nomina_desktop.pictures_large import FULL, Large, LargePictures
from nomina_desktop.questions import Asked
from nomina_desktop.thumbs import RADIUS, Thumbs
from nomina_desktop.words import tr

STEP = 512
"""Sizes are asked for in steps, so that a window that is made a little larger needs no other."""
ARROWS = {Qt.Key.Key_Left: (1, 0), Qt.Key.Key_Right: (-1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
"""Which way the picture is moved."""
THUMBNAIL = 320
SIDE, RING = 24, 4
"""Room at the sides, where the words begin, and above and below, for the ring."""


class Picture(Canvas):
    """Shows one picture; takes the keyboard."""

    LARGEST_FIT = 3.0

    def __init__(self, look: Look, thumbs: Thumbs, large: LargePictures) -> None:
        """Show nothing yet."""
        super().__init__()
        self._look, self._thumbs, self._large = look, thumbs, large
        self._asked: Asked | None = None
        self._trouble = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 72)
        self.zoomed.connect(self._zoomed)
        large.arrived.connect(self._arrived)
        thumbs.arrived.connect(self._arrived)

    def show_picture(self, asked: Asked | None) -> None:
        """Show another picture, all of it."""
        same = asked is not None and self._asked is not None and asked.hash == self._asked.hash
        self._asked = asked
        if same:
            return
        self._sharpen(again=False)
        name = asked.path.name if asked is not None and asked.path is not None else ""
        self.setAccessibleName(tr("Picture {name}").format(name=name) if name else tr("Picture"))

    def prefetch(self, ahead: list[Asked]) -> None:
        """These will be shown soon, in this order."""
        self._large.prefetch([self._wanted(asked) for asked in ahead])

    def look_close(self, at: QPointF | None = None) -> None:
        """Show each pixel as one of the screen's; twice as large at least."""
        self.zoom(max(1.0 / self.scale, 2.0), at)

    @property
    def room(self) -> QRectF:
        """See Canvas."""
        return super().room.adjusted(SIDE, RING, -SIDE, -RING)

    # Keys --------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep Space, and while it is close the arrows and Escape, whatever they do elsewhere."""
        return kept(event, self._keeps) or super().event(event)

    def _keeps(self, key: int) -> bool:
        return key == Qt.Key.Key_Space or (not self.fitted and (key in ARROWS or key == Qt.Key.Key_Escape))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space looks close and back; the arrows move what is seen."""
        if not self._keeps(event.key()):
            super().keyPressEvent(event)
        elif event.key() in ARROWS:
            right, down = ARROWS[Qt.Key(event.key())]
            self.move_by(right * self.width() / 4, down * self.height() / 4)
        else:
            self.toggle()

    # Its pixels --------------------------------------------------------------------------------------------------

    def _wanted(self, asked: Asked) -> Large:
        longest = max(self.width(), self.height()) * self.devicePixelRatioF()
        return Large(asked.hash, asked.path, max(1, -(-int(longest) // STEP)) * STEP)

    def _sharpen(self, *, again: bool = True) -> None:
        """Show the sharpest pixels that are at hand, and ask for those that are not."""
        asked = self._asked
        if asked is None:
            self.take(None, QSizeF(0, 0))
            return
        size = QSizeF(max(1, asked.width), max(1, asked.height))
        if not again:
            self.take(None, size)  # in sight whole, before it is asked how much of it is seen
        self.take(self._sharpest(asked), size, again=True)

    def _sharpest(self, asked: Asked) -> QPixmap | None:
        wanted = self._wanted(asked)
        pixmap, self._trouble = self._large.pixmap(wanted), self._large.trouble(wanted)
        if not self.fitted and not self._trouble:
            pixmap = self._large.pixmap(Large(asked.hash, asked.path, FULL)) or pixmap
        if pixmap is None:
            small = QSize(asked.width, asked.height).scaled(THUMBNAIL, THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio)
            pixmap = self._thumbs.pixmap(asked.hash, small.expandedTo(QSize(1, 1)), 1.0)
        return pixmap

    def _arrived(self, hash: str) -> None:
        if self._asked is not None and hash == self._asked.hash:
            self._sharpen()

    def _zoomed(self) -> None:
        if self.wants_more and self._asked is not None:
            self._large.pixmap(Large(self._asked.hash, self._asked.path, FULL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room may show more pixels."""
        super().resizeEvent(event)
        self._sharpen()

    # Painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the picture, the ring when it has the keyboard, and what is wrong with its file."""
        if self._asked is None:
            return
        frame, shape = self.seen, QPainterPath()
        shape.addRoundedRect(frame, RADIUS, RADIUS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shape, self._look.colour("field"))
        painter.setClipPath(shape)
        self.paint(painter)
        if self._trouble:
            self._paint_trouble(painter, frame)
        painter.setClipping(False)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.drawRoundedRect(frame.adjusted(-2, -2, 2, 2), RADIUS + 2, RADIUS + 2)
        painter.end()

    def _paint_trouble(self, painter: QPainter, frame: QRectF) -> None:
        words = tr("The file cannot be shown: {reason}. You can answer all the same.").format(reason=self._trouble)
        painter.setFont(self._look.font(12))
        room = frame.adjusted(12, 0, -12, -8)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        text = painter.boundingRect(room, int(flags), words)
        painter.fillRect(frame.adjusted(0, text.top() - 8 - frame.top(), 0, 0), self._look.colour("surface"))
        painter.setPen(self._look.colour("error"))
        painter.drawText(room, int(flags), words)

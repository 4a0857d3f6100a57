"""One picture, large and sharp: all of it, or as close as its pixels go."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nomina_desktop.look import Look
from nomina_desktop.pictures_large import FULL, Large, LargePictures
from nomina_desktop.questions import Asked
from nomina_desktop.thumbs import RADIUS, Thumbs
from nomina_desktop.words import tr

STEP = 512
"""Sizes are asked for in steps, so that a window that is made a little larger needs no other."""
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
LARGEST_FIT = 3.0
"""A small picture is shown at most so many times larger."""
THUMBNAIL = 320
SIDE, RING = 24, 4
"""Room at the sides, where the words begin, and above and below, for the ring."""


class Picture(QWidget):
    """Shows one picture; takes the keyboard.

    Signals:
        zoomed: whether it is shown close now.
    """

    zoomed = Signal(bool)

    def __init__(self, look: Look, thumbs: Thumbs, large: LargePictures) -> None:
        """Show nothing yet."""
        super().__init__()
        self._look, self._thumbs, self._large = look, thumbs, large
        self._asked: Asked | None = None
        self._middle: QPointF | None = None
        self._drag: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 72)
        large.arrived.connect(self._arrived)
        thumbs.arrived.connect(self._arrived)

    @property
    def close_up(self) -> bool:
        """Whether it is shown close."""
        return self._middle is not None

    def show_picture(self, asked: Asked | None) -> None:
        """Show another picture, all of it."""
        if asked is not None and self._asked is not None and asked.hash == self._asked.hash:
            self._asked = asked
            return
        self._asked = asked
        self._zoom_to(None)
        name = asked.path.name if asked is not None and asked.path is not None else ""
        self.setAccessibleName(tr("Picture {name}").format(name=name) if name else tr("Picture"))
        self.update()

    def prefetch(self, ahead: list[Asked]) -> None:
        """These will be shown soon, in this order."""
        self._large.prefetch([self._wanted(asked) for asked in ahead])

    def toggle_zoom(self) -> None:
        """Look close at the middle, or at all of it again."""
        self._zoom_to(None if self.close_up else QPointF(0.5, 0.5))

    def pan(self, right: int, down: int) -> None:
        """Move what is seen while it is close, in steps."""
        if self._middle is not None:
            self._move_by(right * self.width() / 4, down * self.height() / 4)

    def _zoom_to(self, middle: QPointF | None) -> None:
        if (middle is None) != (self._middle is None):
            self._middle = middle
            self.setCursor(Qt.CursorShape.ArrowCursor if middle is None else Qt.CursorShape.OpenHandCursor)
            self.zoomed.emit(middle is not None)
        self._middle = middle
        self._move_by(0, 0)

    def _move_by(self, right: float, down: float) -> None:
        if self._middle is not None and self._asked is not None:
            size = self._close_size()
            x, y = self._middle.x() + right / size.width(), self._middle.y() + down / size.height()
            half = [min(0.5, self.width() / size.width() / 2), min(0.5, self.height() / size.height() / 2)]
            self._middle = QPointF(min(max(x, half[0]), 1 - half[0]), min(max(y, half[1]), 1 - half[1]))
        self.update()

    def event(self, event: QEvent) -> bool:
        """Keep Space, and while it is close the arrows and Escape, whatever they do elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._keeps(event.key()):
            event.accept()
            return True
        return super().event(event)

    def _keeps(self, key: int) -> bool:
        return key == Qt.Key.Key_Space or (self.close_up and (key in ARROWS or key == Qt.Key.Key_Escape))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space looks close and back; the arrows move what is seen."""
        if not self._keeps(event.key()):
            super().keyPressEvent(event)
        elif event.key() in ARROWS:
            self.pan(*ARROWS[Qt.Key(event.key())])
        else:
            self.toggle_zoom()

    # What is shown -----------------------------------------------------------------------------------------------

    def _wanted(self, asked: Asked) -> Large:
        longest = max(self.width(), self.height()) * self.devicePixelRatioF()
        return Large(asked.hash, asked.path, max(1, -(-int(longest) // STEP)) * STEP)

    def _room(self) -> QRect:
        return self.rect().adjusted(SIDE, RING, -SIDE, -RING)

    def _frame(self) -> QRect:
        """Where the whole picture lies."""
        assert self._asked is not None
        room = self._room()
        size = QSize(max(1, self._asked.width), max(1, self._asked.height)) * LARGEST_FIT
        size = size.scaled(size.boundedTo(room.size()), Qt.AspectRatioMode.KeepAspectRatio)
        frame = QRect(QPoint(0, 0), size.expandedTo(QSize(1, 1)))
        frame.moveCenter(room.center())
        return frame

    def _close_size(self) -> QSize:
        """The size at which a pixel of the picture is one of the screen; twice the frame at least."""
        assert self._asked is not None
        own = QSize(self._asked.width, self._asked.height) / self.devicePixelRatioF()
        twice = self._frame().size() * 2
        return own if own.width() >= twice.width() else twice

    def _pixmap(self, asked: Asked) -> tuple[QPixmap | None, str]:
        """The sharpest that is at hand, and what is wrong with the file."""
        wanted = self._wanted(asked)
        pixmap, trouble = self._large.pixmap(wanted), self._large.trouble(wanted)
        if self.close_up and not trouble:
            pixmap = self._large.pixmap(Large(asked.hash, asked.path, FULL)) or pixmap
        if pixmap is None:
            small = self._frame().size().scaled(THUMBNAIL, THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio)
            pixmap = self._thumbs.pixmap(asked.hash, small.expandedTo(QSize(1, 1)), 1.0)
        return pixmap, trouble

    def _arrived(self, hash: str) -> None:
        if self._asked is not None and hash == self._asked.hash:
            self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the picture, the ring when it has the keyboard, and what is wrong with its file."""
        if self._asked is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        pixmap, trouble = self._pixmap(self._asked)
        frame = self._room() if self.close_up else self._frame()
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(frame), RADIUS, RADIUS)
        painter.fillPath(shape, self._look.colour("field"))
        painter.setClipPath(shape)
        if pixmap is not None:
            painter.drawPixmap(self._place(frame), pixmap, QRectF(pixmap.rect()))
        if trouble:
            self._paint_trouble(painter, frame, trouble)
        painter.setClipping(False)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(frame).adjusted(-2, -2, 2, 2), RADIUS + 2, RADIUS + 2)
        painter.end()

    def _place(self, frame: QRect) -> QRectF:
        if self._middle is None:
            return QRectF(frame)
        size = self._close_size()
        centre = QPointF(frame.center())
        left, top = self._middle.x() * size.width(), self._middle.y() * size.height()
        return QRectF(centre.x() - left, centre.y() - top, size.width(), size.height())

    def _paint_trouble(self, painter: QPainter, frame: QRect, trouble: str) -> None:
        words = tr("The file cannot be shown: {reason}. You can answer all the same.").format(reason=trouble)
        painter.setFont(self._look.font(12))
        room = frame.adjusted(12, 0, -12, -8)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        text = painter.boundingRect(room, int(flags), words)
        painter.fillRect(frame.adjusted(0, text.top() - 8 - frame.top(), 0, 0), self._look.colour("surface"))
        painter.setPen(self._look.colour("error"))
        painter.drawText(room, int(flags), words)

    # The mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it while it is close."""
        self._drag = event.position().toPoint() if self.close_up else None
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        if self._drag is not None:
            here = event.position().toPoint()
            by, self._drag = self._drag - here, here
            self._move_by(by.x(), by.y())

    def mouseReleaseEvent(self, _: QMouseEvent) -> None:
        """Let it go."""
        self._drag = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Look close at this point, or at all of it again."""
        if self._asked is None:
            return
        frame = self._frame()
        at = event.position() - QPointF(frame.topLeft())
        self._zoom_to(None if self.close_up else QPointF(at.x() / frame.width(), at.y() / frame.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is close stays within the picture."""
        super().resizeEvent(event)
        self._move_by(0, 0)

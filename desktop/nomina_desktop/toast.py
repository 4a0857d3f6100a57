"""A sentence that floats over the window for a while, with one thing that can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nomina_desktop.look import Look, make_place
from nomina_desktop.notices import Notice
from nomina_desktop.words import tr

SHOWN = 8000
"""Milliseconds that a sentence stays; an error stays until it is dismissed."""
WIDEST = 560


class Toast(QWidget):
    """Shows the latest notice at the bottom of a view, or of its parent while that view is hidden."""

    def __init__(self, look: Look, parent: QWidget, over: Callable[[], QWidget]) -> None:
        """Hidden until `say`; it floats over what `over` gives, a view inside the parent."""
        super().__init__(parent)
        self._parent = parent
        make_place(self, "toast")
        self._notice: Notice | None = None
        self._over = over
        self.text = look.words("", 13, QFont.Weight.Medium, wraps=True)
        self.hint = look.words("", 12, wraps=True)
        self.act = QPushButton()
        self.act.clicked.connect(self._act)
        self.dismiss = QPushButton(tr("Dismiss"))
        self.dismiss.clicked.connect(self.hide)
        for button in (self.act, self.dismiss):
            button.setFont(look.font(13, QFont.Weight.DemiBold))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.text)
        words.addWidget(self.hint)
        self._layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(12)
        layout.addLayout(words, 1)
        layout.addWidget(self.act)
        layout.addWidget(self.dismiss)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN)
        self._timer.timeout.connect(self._time_is_up)
        self._again = QTimer(self, singleShot=True, interval=0)  # when what it floats over has its new size too
        self._again.timeout.connect(self._place)
        parent.installEventFilter(self)
        self.hide()

    def say(self, notice: Notice) -> None:
        """Show a notice in place of the one before."""
        self._notice = notice
        self.text.setText(notice.text)
        self.hint.setText(notice.hint)
        self.hint.setVisible(bool(notice.hint))
        self.act.setText(notice.act_name)
        self.act.setVisible(bool(notice.act_name))
        self.dismiss.setVisible(notice.error)
        self.setProperty("tone", "error" if notice.error else "plain")
        self.setAccessibleName(f"{notice.text} {notice.hint}".strip())
        for widget in (self, self.text, self.hint, self.act, self.dismiss):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))
        self._timer.stop()
        if not notice.error:
            self._timer.start()

    def float_again(self) -> None:
        """What it floats over is another view now."""
        self._again.start()

    def _act(self) -> None:
        notice = self._notice
        self.hide()
        if notice is not None:
            notice.act()

    def _time_is_up(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.window().focusWidget()):
            self._timer.start()
        else:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window's size changes."""
        if event.type() == QEvent.Type.Resize:
            self._again.start()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        parent, over = self._parent, self._over()
        below = QRect(over.mapTo(parent, QPoint(0, 0)), over.size()) if over.isVisible() else parent.rect()
        width = min(WIDEST, below.width() - 48, self._one_line())
        self._layout.invalidate()
        wraps = self._layout.hasHeightForWidth()
        self.resize(width, self._layout.totalHeightForWidth(width) if wraps else self._layout.totalSizeHint().height())
        self.move(below.center().x() - width // 2, below.bottom() - self.height() - 20)

    def _one_line(self) -> int:
        """How wide it is when nothing wraps."""
        words: int = max(label.fontMetrics().horizontalAdvance(label.text()) for label in (self.text, self.hint))
        buttons = [button for button in (self.act, self.dismiss) if not button.isHidden()]
        return words + sum(button.sizeHint().width() + 12 for button in buttons) + 56

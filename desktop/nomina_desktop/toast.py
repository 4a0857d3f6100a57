"""A sentence that floats over the window for a while, with one thing that can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nomina_desktop.look import Look
from nomina_desktop.notices import Notice

SHOWN = 8000
"""Milliseconds that a sentence stays; an error stays until it is dismissed."""
WIDEST = 560


class Toast(QWidget):
    """Shows the latest notice at the bottom of its parent."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Hidden until `say`."""
        super().__init__(parent, objectName="toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._notice: Notice | None = None
        self.text = QLabel(font=look.font(13, QFont.Weight.Medium), wordWrap=True)
        self.hint = QLabel(font=look.font(12), wordWrap=True)
        self.act = QPushButton(font=look.font(13, QFont.Weight.DemiBold))
        self.act.clicked.connect(self._act)
        self.dismiss = QPushButton("Dismiss", font=look.font(13, QFont.Weight.DemiBold))
        self.dismiss.clicked.connect(self.hide)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.text)
        words.addWidget(self.hint)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(12)
        layout.addLayout(words, 1)
        layout.addWidget(self.act)
        layout.addWidget(self.dismiss)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN)
        self._timer.timeout.connect(self._over)
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
        self._timer.stop()
        if not notice.error:
            self._timer.start()

    def _act(self) -> None:
        notice = self._notice
        self.hide()
        if notice is not None:
            notice.act()

    def _over(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.window().focusWidget()):
            self._timer.start()
        else:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window's size changes."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        parent = self.parentWidget()
        width = min(WIDEST, parent.width() - 48)
        one_line = self._one_line()
        width = min(width, one_line)
        self.resize(QSize(width, self.layout().heightForWidth(width)))
        self.move((parent.width() - width) // 2, parent.height() - self.height() - 56)

    def _one_line(self) -> int:
        """How wide it is when nothing wraps."""
        words = max(label.fontMetrics().horizontalAdvance(label.text()) for label in (self.text, self.hint))
        buttons = [button for button in (self.act, self.dismiss) if not button.isHidden()]
        return words + sum(button.sizeHint().width() + 12 for button in buttons) + 56

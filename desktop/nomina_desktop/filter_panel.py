"""A small panel that narrows what is shown: by letters in the file name, and by days."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from nomina_desktop.conditions import first_day, last_day
from nomina_desktop.floating import Floating
from nomina_desktop.look import Look
from nomina_desktop.session import Session
from nomina_desktop.words import tr

WIDTH = 304


class FilterPanel(Floating):
    """Floats under its button until a click elsewhere or Escape; what is typed counts at once.

    Attributes:
        name, since, until: lines to type in.
        said: says what is wrong with a day.
    """

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        """Narrow what this session shows."""
        super().__init__(parent, tr("Filter"))
        self.setObjectName("palette")
        self.setFixedWidth(WIDTH)
        self._session = session
        day = tr("2019 or 2019-05-31")
        self.name = QLineEdit(placeholderText=tr("Letters, like IMG_20"))
        self.since, self.until = QLineEdit(placeholderText=day), QLineEdit(placeholderText=day)
        self.said = look.words("", 12, tone="error", wraps=True)
        self.clear = QPushButton(tr("Clear"))
        self.clear.setProperty("link", True)
        self.clear.clicked.connect(self._clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(4)
        fields = ((tr("File name has"), self.name), (tr("Taken from"), self.since), (tr("to"), self.until))
        for title, line in fields:
            line.setAccessibleName(title)
            line.setFixedHeight(34)
            layout.addWidget(look.words(title, 12, QFont.Weight.Medium, tone="secondary"))
            layout.addWidget(line)
            layout.addSpacing(6)
        layout.addWidget(self.said)
        foot = QHBoxLayout()
        foot.addWidget(look.words(tr("By the date the camera wrote."), 11, tone="secondary"))
        foot.addStretch(1)
        foot.addWidget(self.clear)
        layout.addLayout(foot)
        self.name.textEdited.connect(lambda text: session.narrow(name=text))
        self.since.textEdited.connect(lambda _: self._narrow_days())
        self.until.textEdited.connect(lambda _: self._narrow_days())
        for line in (self.name, self.since, self.until):
            line.returnPressed.connect(self.accept)

    def open_at(self, place: QPoint) -> None:
        """Show what is asked for now."""
        show = self._session.show
        if show is None:
            return
        self.name.setText(show.name)
        self.since.setText(show.since.isoformat() if show.since else "")
        self.until.setText(show.until.isoformat() if show.until else "")
        self._say("")
        window = self.parentWidget().window()
        right = window.mapToGlobal(QPoint(window.width(), 0)).x()
        self.move(min(place.x(), right - WIDTH - 16), place.y())
        self.show()
        self.name.setFocus()

    def _narrow_days(self) -> None:
        since, until = first_day(self.since.text()), last_day(self.until.text())
        typed = [(self.since.text().strip(), since), (self.until.text().strip(), until)]
        if any(text and day is None for text, day in typed):
            self._say(tr("Type a year, a month or a day: 2019, 2019-05 or 2019-05-31."))
        elif since is not None and until is not None and until < since:
            self._say(tr("The last day is before the first."))
        else:
            self._say("")
            self._session.narrow(since=since, until=until)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self.adjustSize()

    def _clear(self) -> None:
        for line in (self.name, self.since, self.until):
            line.clear()
        self._say("")
        self._session.narrow(name="", since=None, until=None)

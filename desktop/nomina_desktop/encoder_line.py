"""One line for who begins: which encoder is at work, what a better one would cost here, and the way to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nomina_desktop.encoder_rows import in_one_line
from nomina_desktop.encoders import Encoders
from nomina_desktop.look import Look
from nomina_desktop.words import tr


class EncoderLine(QWidget):
    """Takes no room until the encoders were looked at; tells of a download that is under way."""

    def __init__(self, look: Look, encoders: Encoders, action: QAction, *, centred: bool = False) -> None:
        """Follow the encoders; the button does the action."""
        super().__init__()
        self._encoders = encoders
        self.text = look.words("", 12, tone="secondary", wraps=True)
        self.more = QPushButton(tr("See all encoders"))
        self.more.setFont(look.font(12))
        self.more.setProperty("link", True)
        self.more.setProperty("flush", not centred)
        self.more.clicked.connect(action.trigger)
        side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        if centred:
            self.text.setAlignment(side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.text)
        layout.addWidget(self.more, alignment=side)
        encoders.changed.connect(self.take)
        self.take()

    def take(self) -> None:
        """Say how it stands."""
        encoders = self._encoders
        at_work = next((each for each in encoders.listed if each.choice == encoders.at_work), None)
        works = list(encoders.works.values())
        said = works[-1].line.text if works else in_one_line(at_work, encoders.best_to_fetch())
        self.text.setText(said)
        self.setVisible(bool(said))

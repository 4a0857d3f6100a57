"""What stands beside a question: labelled pictures like it, and how much is known by now."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nomina_desktop.empty import Empty
from nomina_desktop.flow import FlowLayout
from nomina_desktop.look import Look, make_place
from nomina_desktop.questions import Asked, Batch
from nomina_desktop.review import sentences
from nomina_desktop.review.answers import Choice
from nomina_desktop.session import Session
from nomina_desktop.thumbs import Thumbs
from nomina_desktop.words import tr

THUMB, GAP, HEAD, MARK = 48, 8, 20, 9


class LikeThese(QWidget):
    """The labelled pictures most like the one that is asked about, each with the colour of its category."""

    def __init__(self, look: Look, thumbs: Thumbs) -> None:
        """Nothing to show yet."""
        super().__init__()
        self._look, self._thumbs = look, thumbs
        self._like: tuple[tuple[str, int], ...] = ()
        self._names: sentences.Names = {}
        thumbs.arrived.connect(lambda _: self.update())

    def take(self, asked: Asked | None, names: sentences.Names) -> None:
        """Show those of another question."""
        self._names = names
        self._like = () if asked is None else tuple(each for each in asked.like if each[1] in names)
        known = ", ".join(names[category_id] for _, category_id in self._like)
        self.setAccessibleName(tr("Labelled pictures like it: {names}").format(names=known))
        self.setToolTip(known)
        self.updateGeometry()
        self.update()

    @property
    def shows_any(self) -> bool:
        """Whether there are any."""
        return bool(self._like)

    def sizeHint(self) -> QSize:
        """A row of small pictures under a word."""
        wide = len(self._like) * (THUMB + GAP) - GAP
        return QSize(max(0, wide, 132 if self._like else 0), THUMB + HEAD if self._like else 0)

    def minimumSizeHint(self) -> QSize:
        """See sizeHint."""
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the word, the pictures and their marks."""
        if not self._like:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font(11))
        painter.setPen(self._look.colour("secondary"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, tr("Like these of yours"))
        ratio = self.devicePixelRatioF()
        for at, (hash, category_id) in enumerate(self._like):
            place = QRectF(at * (THUMB + GAP), HEAD, THUMB, THUMB)
            pixmap = self._thumbs.pixmap(hash, QSize(THUMB, THUMB), ratio)
            if pixmap is not None:
                painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
            painter.setPen(QPen(self._look.colour("background"), 2))
            painter.setBrush(self._look.mark(category_id))
            painter.drawEllipse(QRectF(place.right() - MARK - 3, place.bottom() - MARK - 3, MARK + 2, MARK + 2))
        painter.end()


class Standing(QWidget):
    """How many were looked at, how often Nomina is right, what the last answers changed, what is still open."""

    def __init__(self, look: Look) -> None:
        """Nothing is known yet."""
        super().__init__()
        make_place(self, "standing")
        self.looked_at, self.accuracy, self.moved, self.left = (look.words("", 12, tone="secondary") for _ in range(4))
        self._short, self._known, self._moved = False, False, 0
        row = FlowLayout(gap=12)
        for label in (self.looked_at, self.accuracy, self.left, self.moved):  # a line each where there is no room
            row.addWidget(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 6, 24, 8)
        layout.addLayout(row)

    def be_short(self, short: bool) -> None:
        """Say only how many were looked at and how often Nomina is right."""
        self._short = short
        self._show()

    def _show(self) -> None:
        self.left.setHidden(self._short or not self._known)
        self.moved.setHidden(self._short or not self._moved)

    def take(self, session: Session, batch: Batch | None, looked_at: int, moved: int) -> None:
        """Say it."""
        self.looked_at.setText(sentences.looked_at(looked_at))
        told, rests_on = sentences.accuracy(None if batch is None else batch.accuracy)
        self.accuracy.setText(told)
        self.accuracy.setToolTip(rests_on)
        self.moved.setText(sentences.moved(moved))
        by_state = {} if session.page is None else {each.value: count for each, count in session.page.by_state.items()}
        self.left.setText(sentences.left(by_state.get("unsure", 0), by_state.get("none", 0)))
        self._known, self._moved = session.snapshot is not None and session.snapshot.known, moved
        self._show()


class Nothing(Empty):
    """What stands in place of a question where there is none. It keeps the keyboard until there is one."""

    def __init__(self, look: Look) -> None:
        """Say nothing yet."""
        super().__init__(look)
        self.button.setAutoDefault(True)  # so that Return presses it
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def take_keyboard(self) -> None:
        """The keys are for the button now, or for nothing."""
        (self if self.button.isHidden() else self.button).setFocus()

    def offer(self, sentence: str, hint: str, choice: Choice | None) -> None:
        """Say something else, and what can be done."""
        if choice is None and self.button.hasFocus():
            self.setFocus()
        self.setAccessibleName(sentence)
        self.say(sentence, hint, choice.text if choice else "", choice.act if choice else lambda: None)

"""A question on the screen: the picture or the group, the words, what was labelled like it, the answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nomina_desktop.look import Look
from nomina_desktop.pictures_large import LargePictures
from nomina_desktop.questions import Asked, Group
from nomina_desktop.review.answers import Answers, Choice
from nomina_desktop.review.beside import LikeThese
from nomina_desktop.review.group import GroupGrid
from nomina_desktop.review.picture import Picture
from nomina_desktop.review.sentences import Names
from nomina_desktop.thumbs import Thumbs

ROOM_BESIDE = 640
"""Width from which the labelled pictures stand beside the question."""
LOW = 340
"""Height below which the picture needs the room of the sentence under the question."""


class Page(QWidget):
    """Shows one question.

    Attributes:
        stage: where pictures are; a toast floats over it, so that it hides no answer.
        grouped: whether several pictures are asked about.
    """

    def __init__(self, look: Look, thumbs: Thumbs, large: LargePictures) -> None:
        """No question yet."""
        super().__init__()
        self.grouped = False
        self.picture = Picture(look, thumbs, large)
        self.grid = GroupGrid(look, thumbs, large)
        self.stage = QStackedWidget()
        self.stage.addWidget(self.picture)
        self.stage.addWidget(self.grid)
        self.question = look.words("", 18, QFont.Weight.DemiBold, wraps=True)
        self.why = look.words("", 12, tone="secondary", wraps=True)
        self.like = LikeThese(look, thumbs)
        self.answers = Answers(look)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.question)
        words.addWidget(self.why)
        words.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(24)
        beside.addLayout(words, 1)
        beside.addWidget(self.like)
        below = QVBoxLayout()
        below.setContentsMargins(24, 0, 24, 0)
        below.setSpacing(12)
        below.addLayout(beside)
        below.addWidget(self.answers)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 8)
        down.setSpacing(12)
        down.addWidget(self.stage, 1)
        down.addLayout(below)

    def show_pictures(self, asked: Asked, ahead: Sequence[Asked], group: Group | None, names: Names) -> None:
        """Show the picture of a question, or its group; the pictures of those ahead are read meanwhile."""
        self.picture.show_picture(asked)
        self.picture.prefetch(list(ahead))
        self.stage.setCurrentIndex(1 if self.grouped else 0)
        if self.grouped:
            self.grid.take(group, names.get(group.category_id or 0, "") if group else "")
        self.like.take(None if self.grouped else asked, names)
        self._make_room()

    def ask(self, title: str, why: str, candidates: Sequence[Choice], others: Sequence[Choice]) -> None:
        """Show the question and its answers, and let a screen reader say it: the keyboard stays where it is."""
        new = (title, why) != (self.question.text(), self.why.text())
        self.question.setText(title)
        self.why.setText(why)
        self.answers.say(candidates, others)
        self.picture.setAccessibleDescription(f"{title} {why}")
        if new and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title} {why}"))

    def take_keyboard(self) -> None:
        """The keys are for the pictures now."""
        self.stage.currentWidget().setFocus()

    def _make_room(self) -> None:
        self.like.setVisible(self.like.shows_any and self.width() >= ROOM_BESIDE)
        self.why.setVisible(self.height() >= LOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room only the picture, the question and the answers stay."""
        super().resizeEvent(event)
        self._make_room()

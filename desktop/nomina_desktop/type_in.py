"""The line where categories are typed: it finds those there are, and tells what a new one would do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

import nomina
from nomina import NominaError
from nomina_desktop import foretold
from nomina_desktop.acts import categories, labels, pictures
from nomina_desktop.category_model import CategoriesModel
from nomina_desktop.keys import left_to_the_window
from nomina_desktop.live import Live
from nomina_desktop.look import Look, make_place
from nomina_desktop.notices import count, error_notice
from nomina_desktop.session import Session
from nomina_desktop.strip import Strip, small_pictures
from nomina_desktop.tasks import Verb
from nomina_desktop.thumbs import Thumbs
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina import Rehearsal

ROOM = 48
"""Between what is typed and what Return would do, with the edges of the line."""
INSIDE = 12
"""Room at the sides of what a name would do."""
LOW = 540
"""Height of the window below which what a name would do is said without pictures."""
PAUSE = 200
"""Milliseconds of quiet after which a typed name is tried."""


class TypeIn(QWidget):
    """A line: Return takes the best hit, or makes a new category; Shift+Return always makes a new one.

    Attributes:
        leave: called when the arrow down leaves the line for the list.
    """

    def __init__(self, session: Session, look: Look, thumbs: Thumbs, model: CategoriesModel) -> None:
        """Find categories of this model."""
        super().__init__()
        self._session, self._look, self._model = session, look, model
        self.leave: Callable[[], None] = lambda: None
        self._ids: tuple[int, ...] = ()
        self._folder: Path | None = None
        self._awaited, self._library = "", session.folder
        self.line = QLineEdit(placeholderText=tr("Type a category, like heron"))
        self.line.setAccessibleName(tr("New category"))
        self.line.setProperty("open", True)
        self.line.setFixedHeight(40)
        self.line.setFont(look.font(14))
        self.line.setAcceptDrops(False)  # files that are dropped here go to the window
        self.line.textEdited.connect(self._typed)
        self.line.installEventFilter(self)
        self._enter = look.words("", 11, tone="secondary")
        self._enter.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.of = QPushButton()
        self.of.setProperty("chip", True)
        self.of.setToolTip(tr("Name a category without these"))
        self.of.clicked.connect(self.clear)
        self.said = look.words("", 12, tone="error", wraps=True)
        self._lay_out(look, thumbs)
        self._quiet = QTimer(self, interval=PAUSE, singleShot=True)
        self._quiet.timeout.connect(self._try)
        self._live = Live(self, session, self._question, self._foretell, self.say_wrong)
        session.changed.connect(self._look_for_the_new_one)
        session.changed.connect(self._go_with_library)
        self.clear()

    def _lay_out(self, look: Look, thumbs: Thumbs) -> None:
        inside = QHBoxLayout(self.line)
        inside.setContentsMargins(0, 0, 14, 0)
        inside.addStretch(1)
        inside.addWidget(self._enter)
        self.would = QWidget()
        make_place(self.would, "would")
        self.moves = look.words("", 12, QFont.Weight.DemiBold, tone="accent", wraps=True)
        self.stays = look.words("", 12, tone="secondary", wraps=True)
        self.strip = Strip(look, thumbs, tr("The best matches"), side=46)
        self.strip.show_picture = lambda id: self._session.show_only(among=(id,), called=self._name())
        box = QVBoxLayout(self.would)
        box.setContentsMargins(INSIDE, 10, INSIDE, 10)
        box.setSpacing(6)
        for widget in (self.moves, self.strip, self.stays):
            box.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 0)
        layout.setSpacing(6)
        layout.addWidget(self.of, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.line, self.said, self.would):
            layout.addWidget(widget)

    # What is typed -----------------------------------------------------------------------------------------------

    def begin(self, name: str = "", ids: Sequence[int] = (), folder: Path | None = None) -> None:
        """Take a name for these pictures, or those of a folder; `name` is a proposal."""
        self.clear()
        self._ids, self._folder = tuple(ids), folder
        words = tr("of {pictures}").format(pictures=count(len(self._ids), "picture")) if ids else ""
        words = tr("of the folder “{name}”").format(name=folder.name) if folder else words
        self.of.setText(f"{words}  ×")
        self.of.setAccessibleName(words)
        self.of.setVisible(bool(words))
        self.line.setText(name)
        self.line.selectAll()
        self.line.setFocus()
        self._typed(name)

    def clear(self, _: object = None) -> None:
        """Begin anew."""
        self._ids, self._folder = (), None
        self.of.hide()
        self.line.setText("")  # forgets what was typed, so that Undo means the library again
        self._typed("")

    def _name(self) -> str:
        return " ".join(self.line.text().split())

    def _typed(self, text: str) -> None:
        self.said.hide()
        self.would.hide()
        self._model.filter(text)
        hit = self._model.hit(text)
        self._enter.setText(self._hint(text, hit.name if hit else ""))
        wide = self.line.fontMetrics().horizontalAdvance(text) + self._enter.sizeHint().width()
        self._enter.setVisible(bool(text.strip()) and wide < self.line.width() - ROOM)
        self._live.look(False)
        self._quiet.start()

    def _hint(self, text: str, hit: str) -> str:
        if not hit:
            return tr("↵ new category")
        room = self.line.width() - self.line.fontMetrics().horizontalAdvance(text) - 130
        hit = self._enter.fontMetrics().elidedText(hit, Qt.TextElideMode.ElideRight, max(24, room))
        given = bool(self._ids or self._folder)
        return (tr("↵ label {name}   ⇧↵ new") if given else tr("↵ show {name}   ⇧↵ new")).format(name=hit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return, with and without Shift; Escape; and the arrow down to the list. Undo, where nothing is typed."""
        if watched is self.line and left_to_the_window(event):
            return True
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.line.isUndoAvailable()
            if undo or (event.matches(QKeySequence.StandardKey.Redo) and not self.line.isRedoAvailable()):
                event.ignore()  # the window's own, then
                return True
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(new=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                return True
            if event.key() == Qt.Key.Key_Escape and (self.line.text() or self.of.isVisible()):
                self.clear()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.leave()
                return True
        return super().eventFilter(watched, event)

    # What would be ------------------------------------------------------------------------------------------------

    def _try(self) -> None:
        """After a moment of quiet: ask what the name would do, unless a category is meant that there is."""
        name = self._name()
        asks = bool(name) and self._model.hit(name) is None and self._folder is None
        self._live.look(asks)
        if asks:
            self._live.ask()

    def _question(self) -> Verb | None:
        snapshot = self._session.snapshot
        if snapshot is None or not snapshot.known or not snapshot.total:
            return None
        name, ids = self.line.text(), self._ids
        return lambda library: (name, nomina.rehearse_category(library, name, ids))

    def _foretell(self, answer: tuple[str, Rehearsal]) -> None:
        name, told = answer
        if name != self.line.text() or self._model.hit(name) is not None:
            return
        self.moves.setText(foretold.moves(told.preview))
        self.stays.setText(foretold.stays(told.preview))
        self.strip.take(small_pictures(told.best))
        self._make_room()
        self.would.show()

    def _make_room(self) -> None:
        """Words get all the height that they need: in a low window a layout would lay them over the pictures.

        In one that is lower still there are none.
        """
        if self.window().height() < LOW:
            self.strip.hide()
        for words in (self.moves, self.stays):
            words.setMinimumHeight(words.heightForWidth(self.line.width() - 2 * INSIDE))

    # What is done -------------------------------------------------------------------------------------------------

    def _take(self, *, new: bool) -> None:
        text = self.line.text()
        hit = None if new else self._model.hit(text)
        self._live.look(False)
        self._quiet.stop()
        if hit is None:
            self._make(text)
            return
        if self._ids:
            labels.accept(self._session, hit.id, self._ids)
        elif self._folder:
            pictures.add_examples(self._session, hit.id, [self._folder])
        else:
            self._session.show_only(category_id=hit.id)
        self._session.choose(hit.id)
        self.clear()

    def _make(self, text: str) -> None:
        def done(_: object) -> None:
            self._awaited = " ".join(text.split())
            self.clear()

        if self._folder is not None:
            categories.of_folder(self._session, text, self._folder, done=done, failed=self.say_wrong)
        elif self._ids:
            categories.of_pictures(self._session, text, self._ids, done=done, failed=self.say_wrong)
        else:
            categories.add(self._session, text, done=done, failed=self.say_wrong)

    def _look_for_the_new_one(self, _: object = None) -> None:
        """Show the card of what was made, as soon as it is there."""
        made = next((each for each in self._session.categories if each.name == self._awaited), None)
        if made is not None:
            self._awaited = ""
            self._session.choose(made.id)

    def _go_with_library(self, _: object = None) -> None:
        """What was typed for one library is nothing to another."""
        if self._session.folder != self._library:
            self._library, self._awaited = self._session.folder, ""
            self.clear()

    def say_wrong(self, error: Exception) -> None:
        """Say under the line what is wrong with a name."""
        notice = error_notice(error)
        self.said.setText(f"{notice.text} {notice.hint}".strip() if isinstance(error, NominaError) else notice.text)
        self.would.hide()
        self.said.show()

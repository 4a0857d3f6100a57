"""All commands in one line: type a few letters of what you want, and Return does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QStyle, QVBoxLayout, QWidget

from nomina_desktop.floating import Floating
from nomina_desktop.look import Look
from nomina_desktop.rows import RIGHT, RowDelegate, RowsModel
from nomina_desktop.words import tr

ROW, WIDTH, LINES = 36, 560, 10
FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done now.

    Attributes:
        title: what it does.
        where: the menu it stands in, or what else it belongs to.
        keys: as the system writes them, or "".
        act: does it.
        id: of the action of the table, or "".
    """

    title: str
    where: str
    keys: str
    act: Callable[[], None]
    id: str = ""


def fitting(commands: Sequence[Command], typed: str) -> list[Command]:
    """The commands that what was typed may mean, the likeliest first; all of them for nothing typed.

    Each typed word must begin a word of the command's title or of its place; FEWEST_LETTERS or more may also lie within
    its title one after the other.
    """
    words = typed.casefold().split()
    rated = [(max((_rate(command, word) for word in words), default=0), command) for command in commands]
    return [command for rate, command in sorted(rated, key=lambda each: each[0]) if rate < _NEVER]


_NEVER = 4


def _rate(command: Command, word: str) -> int:
    """How far a typed word is from a command: 0 near, _NEVER not at all."""
    title = command.title.casefold()
    if title.startswith(word):
        return 0
    if any(part.startswith(word) for part in title.split()):
        return 1
    if any(part.startswith(word) for part in command.where.casefold().split()):
        return 2
    letters = iter(title)
    return 3 if len(word) >= FEWEST_LETTERS and all(letter in letters for letter in word) else _NEVER


Other = Callable[[str], Command]


class PaletteModel(RowsModel[Command]):
    """The commands that fit what was typed."""

    def __init__(self, commands: Sequence[Command], parent: QObject | None = None, other: Other | None = None) -> None:
        """All of them at first; `other` makes a last one of what was typed."""
        super().__init__(parent)
        self._typed, self._other = "", other
        self.use(commands)

    def use(self, commands: Sequence[Command]) -> None:
        """Take other commands; those that fit what was typed are shown."""
        self._all = list(commands)
        self.type(self._typed)

    def type(self, text: str) -> None:
        """Show those that fit."""
        self._typed, shown = text, fitting(self._all, text)
        taken = any(command.title.casefold() == text.strip().casefold() for command in shown)
        if self._other is not None and text.strip() and not taken:
            shown.append(self._other(text.strip()))
        self.take(shown)

    def key(self, row: Command) -> Command:
        """All of it: another act is another command."""
        return row

    def said(self, row: Command, role: int) -> str | None:
        """See RowsModel."""
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.title, row.where, row.keys) if part)
        return None


class CommandDelegate(RowDelegate):
    """Paints a command: title, where it stands, its keys."""

    HIGH, SIDES = ROW, (8, 0, 8, 0)

    def state(self, row: Command, state: QStyle.StateFlag) -> QStyle.StateFlag:  # noqa: ARG002
        """The line has the keyboard, not the list."""
        return state & ~QStyle.StateFlag.State_HasFocus

    def paint_row(self, painter: QPainter, place: QRect, row: Command, state: QStyle.StateFlag) -> None:  # noqa: ARG002
        """See RowDelegate."""
        text = place.adjusted(12, 0, -12, 0)
        keys = self.words(painter, text, row.keys, 12, "secondary", flags=RIGHT)
        text.setRight(text.right() - keys - (16 if keys else 0))
        where = self.words(painter, text, row.where, 12, "secondary", flags=RIGHT)
        text.setRight(text.right() - where - 16)
        self.words(painter, text, row.title, 13, weight=QFont.Weight.Medium)


class Palette(Floating):
    """Floats near the top of the window until a command is chosen or Escape is pressed."""

    def __init__(
        self, look: Look, parent: QWidget, commands: Sequence[Command], *, hint: str = "", other: Other | None = None
    ) -> None:
        """Offer these commands.

        Args:
            hint: what may be typed, where these are no commands of the window.
            other: makes a last command of what was typed; Shift+Return does that one.
        """
        super().__init__(parent, tr("Commands"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.line = QLineEdit(placeholderText=hint or tr("Type what you want to do"))
        self.line.setAccessibleName(hint or tr("Command"))
        self.line.setFont(look.font(14))
        self.line.setFixedHeight(40)
        self.line.installEventFilter(self)
        self.model = PaletteModel(commands, self, other)
        self.list = QListView()
        self.list.setAccessibleName(tr("Commands"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(CommandDelegate(look, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the line keeps the keyboard, and its arrows move here
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self._nothing = look.words(tr("No command is called that."), tone="secondary")
        self._nothing.setContentsMargins(20, 8, 20, 12)
        frame = QFrame(self)
        frame.setObjectName("palette")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.setSpacing(8)
        for widget in (self.line, self.list, self._nothing):
            inside.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(self._choose)
        self.list.clicked.connect(self._choose)
        self.setFixedWidth(min(WIDTH, parent.width() - 48))
        self._typed("")
        self.line.setFocus()
        self.move(parent.mapToGlobal(QPoint((parent.width() - self.width()) // 2, 64)))

    def _typed(self, text: str) -> None:
        self.model.type(text)
        rows = self.model.rowCount()
        self.list.setFixedHeight(min(LINES, rows) * ROW)
        self.list.setVisible(rows > 0)
        self._nothing.setVisible(rows == 0)
        self.list.setCurrentIndex(self.model.index(0) if rows else QModelIndex())
        self.adjustSize()

    def _choose(self, _: object = None) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            act = self.model.rows[index.row()].act
            self.accept()
            act()

    def _choose_last(self) -> None:
        self.list.setCurrentIndex(self.model.index(self.model.rowCount() - 1))
        self._choose()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows in the line move in the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: LINES, Qt.Key.Key_PageUp: -LINES}
            by = step.get(Qt.Key(event.key()), 0)
            if by and self.model.rowCount():
                row = min(max(0, self.list.currentIndex().row() + by), self.model.rowCount() - 1)
                self.list.setCurrentIndex(self.model.index(row))
                return True
            force = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and force and self.model.rowCount():
                self._choose_last()
                return True
        return super().eventFilter(watched, event)

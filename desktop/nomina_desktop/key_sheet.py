"""Which key does what, and a place to change it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QLineEdit, QListView, QPushButton, QWidget

from nomina_desktop.actions import ACTIONS
from nomina_desktop.dialogs.question import Question
from nomina_desktop.look import Look
from nomina_desktop.models import Role
from nomina_desktop.palette import Command, CommandDelegate, PaletteModel
from nomina_desktop.words import tr

Keys = Mapping[str, tuple[str, ...]]


class KeySheet(Question):
    """All actions with their keys; the one that is chosen can be given another."""

    def __init__(self, look: Look, parent: QWidget, changed: Keys, change: Callable[[Keys], None]) -> None:
        """`changed` are the keys that differ from the table's; `change` gets them anew."""
        super().__init__(look, parent, tr("Keys"), "", "")
        self._changed, self._change = dict(changed), change
        self.filter = QLineEdit(placeholderText=tr("Find an action"))
        self.filter.setAccessibleName(tr("Find an action"))
        self.model = PaletteModel(self._commands(), self)
        self.list = QListView()
        self.list.setAccessibleName(tr("Actions and their keys"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(CommandDelegate(look, self.list))
        self.list.setMinimumSize(520, 360)
        self.name = look.words()
        self.edit = QKeySequenceEdit()
        self.edit.setAccessibleName(tr("New key"))
        self.edit.setMaximumSequenceLength(1)
        self.edit.setClearButtonEnabled(True)
        self.use = QPushButton(tr("Use"))
        self.default = QPushButton(tr("As it was"))
        self.said = look.words("", 12, tone="secondary", wraps=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        for widget in (self.edit, self.use, self.default):
            row.addWidget(widget)
        self.fields.addWidget(self.filter)
        self.fields.addWidget(self.list, 1)
        self.fields.addLayout(row)
        self.fields.addWidget(self.said)
        self.filter.textChanged.connect(self._find)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._take())
        self.edit.keySequenceChanged.connect(lambda _: self._say())
        self.use.clicked.connect(lambda: self._give(self._typed()))
        self.default.clicked.connect(lambda: self._give(None))
        for button in (self.use, self.default):
            button.setAutoDefault(False)
        self._find("")

    def _commands(self) -> list[Command]:
        return [
            Command(a.text.rstrip("…").rstrip(), a.place, shown(self._keys(a.id)), lambda: None, a.id) for a in ACTIONS
        ]

    def _keys(self, id: str) -> tuple[str, ...]:
        table = next(action.keys for action in ACTIONS if action.id == id)
        return tuple(self._changed.get(id, table))

    def _current(self) -> Command | None:
        index = self.list.currentIndex()
        return index.data(Role.ROW) if index.isValid() else None

    def _find(self, text: str) -> None:
        self.model.type(text)
        self.list.setCurrentIndex(self.model.index(0) if self.model.rowCount() else QModelIndex())
        self._take()

    def _take(self) -> None:
        command = self._current()
        self.name.setText(command.title if command else "")
        for widget in (self.edit, self.use, self.default):
            widget.setEnabled(command is not None)
        self.edit.setKeySequence(QKeySequence(self._keys(command.id)[0] if command and self._keys(command.id) else ""))
        self._say()

    def _typed(self) -> tuple[str, ...]:
        typed = self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        return (typed,) if typed else ()

    def _owner(self) -> str:
        """The id of another action that has the key that was typed, or ""."""
        command, typed = self._current(), self._typed()
        others = (action.id for action in ACTIONS if command and action.id != command.id)
        return next((id for id in others if typed and typed[0] in self._keys(id)), "")

    def _say(self) -> None:
        owner = self._owner()
        title = next((action.text.rstrip("…").rstrip() for action in ACTIONS if action.id == owner), "")
        taken = tr("“{action}” has this key now. If you use it here, that one loses it.").format(action=title)
        self.said.setText(
            taken if owner else tr("Click the field, press a key, then Use. An empty field means no key.")
        )

    def _give(self, keys: tuple[str, ...] | None) -> None:
        """Give the chosen action keys, or for None those of the table."""
        command, owner = self._current(), self._owner()
        if command is None:
            return
        if keys is None:
            self._changed.pop(command.id, None)
        else:
            if owner:
                self._changed[owner] = tuple(key for key in self._keys(owner) if key not in keys)
            self._changed[command.id] = keys
        self._change(self._changed)
        row = self.list.currentIndex().row()
        self.model.use(self._commands())
        self.list.setCurrentIndex(self.model.index(row))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


def shown(keys: tuple[str, ...]) -> str:
    """Keys as the system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return tr(" or ").join(QKeySequence(key).toString(native) for key in keys)

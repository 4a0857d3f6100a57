"""Two categories become one, or one becomes two; and how a category is marked. Each tells first what it would do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TR_NOOP, QSize, Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QToolButton, QWidget

from nomina import NominaError
from nomina_desktop import foretold
from nomina_desktop.dialogs.question import Question
from nomina_desktop.look import MARKS, Look
from nomina_desktop.notices import count, error_notice
from nomina_desktop.strip import Small, Strip
from nomina_desktop.thumbs import Thumbs
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina import Category, Preview

Told = Callable[[object], None]
PAUSE = 200
"""Milliseconds of quiet after which a typed name is tried."""
MORE_MARKS = ("#B8860B", "#8C564B", "#AA3377", "#117733", "#332288", "#882255", "#44AA99")
"""Further colours that are told apart without red and green (after Tol)."""
CALLED = (
    QT_TR_NOOP("orange"),
    QT_TR_NOOP("sky blue"),
    QT_TR_NOOP("green"),
    QT_TR_NOOP("vermilion"),
    QT_TR_NOOP("pink"),
    QT_TR_NOOP("blue"),
    QT_TR_NOOP("grey"),
    QT_TR_NOOP("gold"),
    QT_TR_NOOP("brown"),
    QT_TR_NOOP("purple"),
    QT_TR_NOOP("dark green"),
    QT_TR_NOOP("indigo"),
    QT_TR_NOOP("wine"),
    QT_TR_NOOP("teal"),
)
"""What these colours are called, for the ear."""


class ConsequenceDialog(Question):
    """A question that says what would change, and is asked again when something else is meant."""

    def __init__(self, look: Look, parent: QWidget, title: str, sentence: str, act: str) -> None:
        """Fields are added to `fields`; `_tell_below` puts the two sentences under them."""
        super().__init__(look, parent, title, sentence, act)
        self.moves = look.words(tr("Looking what would change…"), wraps=True)
        self.stays = look.words("", 12, tone="secondary", wraps=True)
        self.said = look.words("", 12, tone="error", wraps=True)
        self.said.hide()
        self._over = False  # an answer may come when the dialog is gone
        self.finished.connect(self._end)

    def _end(self) -> None:
        self._over = True

    def _tell_below(self) -> None:
        for label in (self.moves, self.stays, self.said):
            self.fields.addWidget(label)

    def told(self, preview: Preview) -> None:
        """Say what would change."""
        if self._over:
            return
        self.said.hide()
        self.moves.setText(foretold.moves(preview))
        self.stays.setText(foretold.stays(preview))

    def wrong(self, error: Exception) -> None:
        """Say what is wrong."""
        if self._over:
            return
        notice = error_notice(error)
        self.moves.setText("")
        self.stays.setText("")
        self.said.setText(f"{notice.text} {notice.hint}".strip() if isinstance(error, NominaError) else notice.text)
        self.said.show()


class MergeDialog(ConsequenceDialog):
    """What becomes of two categories that are made one."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        source: Category,
        target: Category,
        rehearse: Callable[[Callable[[Preview], None], Callable[[Exception], None]], None],
        merge: Callable[[], None],
    ) -> None:
        """`rehearse` finds out what `merge` would do."""
        sentence = tr(
            "“{target}” gets all that “{source}” is known by: {examples}, {rejects} and its names. “{source}” goes."
            " One Undo brings it back."
        ).format(
            target=target.name,
            source=source.name,
            examples=count(source.accepted, "example"),
            rejects=count(source.rejected, "counter-example"),
        )
        title = tr("Merge {source} into {target}").format(source=source.name, target=target.name)
        super().__init__(look, parent, title, sentence, tr("Merge"))
        self._tell_below()
        self.accepted.connect(merge)
        rehearse(self.told, self.wrong)


class RemoveDialog(ConsequenceDialog):
    """What becomes of the pictures of a category that goes."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        category: Category,
        rehearse: Callable[[Callable[[Preview], None], Callable[[Exception], None]], None],
        remove: Callable[[], None],
    ) -> None:
        """`rehearse` finds out what `remove` would do."""
        sentence = tr(
            "The pictures stay; what you said of it goes: {examples}, {rejects}. What lies under it moves one up."
            " One Undo brings all back."
        ).format(examples=count(category.accepted, "example"), rejects=count(category.rejected, "counter-example"))
        super().__init__(look, parent, tr("Remove {name}").format(name=category.name), sentence, tr("Remove"))
        self._tell_below()
        self.accepted.connect(remove)
        rehearse(self.told, self.wrong)


class SplitDialog(ConsequenceDialog):
    """Which examples make a second category, and what it is called."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        thumbs: Thumbs,
        name: str,
        examples: Sequence[Small],
        part: Sequence[int],
        rehearse: Callable[[str, list[int], Callable[[Preview], None], Callable[[Exception], None]], None],
        split: Callable[[str, list[int], Told, Callable[[Exception], None]], None],
    ) -> None:
        """`part` are ids of the examples that go at first. `split` closes it when it has worked."""
        sentence = tr("The upper pictures stay. The lower ones become a category of their own. Click one to move it.")
        super().__init__(look, parent, tr("Split {name}").format(name=name), sentence, tr("Split"))
        self._examples, self._part = list(examples), set(part)
        self._rehearse, self._split, self._asked = rehearse, split, 0
        self.stay = Strip(look, thumbs, tr("These stay"), side=52, columns=8, rows=3)
        self.go = Strip(look, thumbs, tr("These go"), side=52, columns=8, rows=3)
        self._titles = [look.words("", 12, tone="secondary") for _ in range(2)]
        for title, strip in zip(self._titles, (self.stay, self.go), strict=True):
            strip.show_picture = self._move
            self.fields.addWidget(title)
            self.fields.addWidget(strip)
            self.fields.addSpacing(8)
        self.name = QLineEdit(placeholderText=tr("a name, like foal"))
        self.add(tr("What the second category is called"), self.name)
        self._tell_below()
        self._old = name
        self._quiet = QTimer(self, interval=PAUSE, singleShot=True)
        self._quiet.timeout.connect(self._ask)
        self.name.textEdited.connect(lambda _: self._quiet.start())
        self.buttons.accepted.disconnect(self.accept)
        self.buttons.accepted.connect(self._try)
        self._show()
        self.name.setFocus()

    def _move(self, image_id: int) -> None:
        self._part ^= {image_id}
        self._show()

    def _show(self) -> None:
        for strip, title, words, going in (
            (self.stay, self._titles[0], tr("Stay {name}: {examples}"), False),
            (self.go, self._titles[1], tr("Go: {examples}"), True),
        ):
            rows = [each for each in self._examples if (each.id in self._part) is going]
            strip.take(rows)
            title.setText(words.format(name=self._old, examples=count(len(rows), "example")))
        self._quiet.start()

    def _ids(self) -> list[int]:
        return [each.id for each in self._examples if each.id in self._part]

    def _ask(self) -> None:
        if not self.name.text().strip():
            self.moves.setText(tr("Give it a name to see what would change"))
            self.stays.setText("")
            return
        self._asked += 1
        asked = self._asked

        def told(preview: Preview) -> None:
            if asked == self._asked:
                self.told(preview)

        def wrong(error: Exception) -> None:
            if asked == self._asked:
                self.wrong(error)

        self._rehearse(self.name.text(), self._ids(), told, wrong)

    def _try(self) -> None:
        self._asked += 1
        self._split(self.name.text(), self._ids(), lambda _: self.accept(), self.wrong)


class MarkDialog(Question):
    """The colour and the key of a category."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        category: Category,
        taken: dict[int, str],
        mark: Callable[[str | None, int | None], None],
    ) -> None:
        """`taken` are names by key; `mark` gets the colour and the key where they are others than before."""
        title = tr("Colour and key of {name}").format(name=category.name)
        sentence = tr("A key that another category has is swapped with it.")
        super().__init__(look, parent, title, sentence, tr("Change"))
        own = look.own_mark(category.id)
        self._colours = dict.fromkeys(("", *MARKS, *MORE_MARKS))
        names = (tr("its own colour"), *(tr(name) for name in CALLED))
        rows = [(name, look.swatch(each or own.name()), "") for name, each in zip(names, self._colours, strict=True)]
        self.colour = _choices(rows)
        keys = [("–", None, tr("No key"))]
        keys += [(str(digit), None, _whose(taken.get(digit, ""), digit)) for digit in range(1, 10)]
        self.key = _choices(keys, columns=10)
        at = list(self._colours).index(category.colour) if category.colour in self._colours else 0
        self.colour.group.button(at).setChecked(True)
        self.key.group.button(category.digit or 0).setChecked(True)
        self.add(tr("Colour"), self.colour)
        self.add(tr("Key"), self.key)

        def change() -> None:
            colour, digit = list(self._colours)[self.colour.group.checkedId()], self.key.group.checkedId()
            mark(colour if colour != category.colour else None, digit if digit != (category.digit or 0) else None)

        self.accepted.connect(change)


class Choices(QWidget):
    """Buttons of which one is chosen.

    Attributes:
        group: of the buttons, by their number.
    """

    def __init__(self) -> None:
        """Without buttons."""
        super().__init__()
        self.group = QButtonGroup(self)


def _whose(name: str, digit: int) -> str:
    return tr("Key {key}, of {name} now").format(key=digit, name=name) if name else tr("Key {key}").format(key=digit)


def _choices(rows: Sequence[tuple[str, object, str]], columns: int = 8) -> Choices:
    choices = Choices()
    grid = QGridLayout(choices)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(4)
    for number, (name, icon, hint) in enumerate(rows):
        button = QToolButton(checkable=True)
        if icon is None:
            button.setText(name)
        else:
            button.setIcon(icon)  # type: ignore[arg-type]
            button.setIconSize(QSize(20, 20))
        button.setAccessibleName(hint or name)
        button.setToolTip(hint or name)
        button.setFixedSize(34, 34)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setProperty("choice", True)
        choices.group.addButton(button, number)
        grid.addWidget(button, number // columns, number % columns)
    grid.setColumnStretch(columns, 1)
    return choices

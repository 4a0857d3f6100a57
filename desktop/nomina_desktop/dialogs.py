"""Questions to the person: where files are, the words of a category, how sure a label must be; and two lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from nomina_desktop.look import Look
from nomina_desktop.notices import labelled_words

if TYPE_CHECKING:
    from nomina import Category, Labelled, Skipped

PICTURES = "Pictures (*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff *.avif *.heic *.heif);;All files (*)"
TABLES = "Table, CSV (*.csv);;JSON (*.json)"


class Files:
    """Asks for files and folders with the system's own dialogs. Tests hand in their own answers."""

    def __init__(self, parent: QWidget) -> None:
        """Ask over this window."""
        self._parent = parent

    def library_to_open(self) -> Path | None:
        """The folder of a library."""
        return _path(QFileDialog.getExistingDirectory(self._parent, "Open library", _documents()))

    def library_to_make(self, name: str) -> Path | None:
        """A folder that is to be made."""
        start = str(_free(Path(_documents()) / name))
        return _path(QFileDialog.getSaveFileName(self._parent, "New library: name its folder", start)[0])

    def pictures(self, title: str) -> list[Path]:
        """Picture files."""
        return [Path(name) for name in QFileDialog.getOpenFileNames(self._parent, title, "", PICTURES)[0]]

    def folder_of_pictures(self) -> Path | None:
        """A folder."""
        return _path(QFileDialog.getExistingDirectory(self._parent, "Add a folder of pictures"))

    def export_target(self, name: str) -> Path | None:
        """A file to write; a name without an ending gets that of the chosen kind."""
        start = str(Path(_documents()) / f"{name}.csv")
        chosen, kind = QFileDialog.getSaveFileName(self._parent, "Export labels", start, TABLES)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(".json" if "json" in kind else ".csv")


def _path(chosen: str) -> Path | None:
    return Path(chosen) if chosen else None


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _free(path: Path) -> Path:
    """The path, or the first numbered one that is free."""
    number, free = 2, path
    while free.exists():
        free, number = path.with_name(f"{path.name} {number}"), number + 1
    return free


class Question(QDialog):
    """A dialog with a title, a sentence, fields, and two buttons."""

    def __init__(self, look: Look, parent: QWidget, title: str, sentence: str, act: str) -> None:
        """Fields are added to `fields`; `act` names the button that accepts, "" for none."""
        super().__init__(parent)
        self.setWindowTitle("Nomina")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = look.words(sentence, tone="secondary", wraps=True)
        said.setMinimumWidth(372)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(6)
        self.buttons = QDialogButtonBox()
        if act:
            accept = self.buttons.addButton(act, QDialogButtonBox.ButtonRole.AcceptRole)
            accept.setProperty("primary", True)
            accept.setDefault(True)
        self.buttons.addButton("Cancel" if act else "Close", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinimumSize)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(look.words(title, 15, QFont.Weight.DemiBold))
        if sentence:
            layout.addWidget(said)
        layout.addLayout(self.fields)
        layout.addSpacing(4)
        layout.addWidget(self.buttons)

    def add(self, name: str, field: QWidget) -> QLabel:
        """Add a field under its name; returns where the name stands."""
        label = QLabel(name)
        label.setBuddy(field)
        field.setAccessibleName(name)
        self.fields.addWidget(label)
        self.fields.addWidget(field)
        self.fields.addSpacing(6)
        return label


class WordsDialog(Question):
    """Synonyms and description of a category, and whether its words count at all."""

    def __init__(
        self, look: Look, parent: QWidget, category: Category, change: Callable[[list[str], str, bool], None]
    ) -> None:
        """Call `change` with what is entered, when it is accepted."""
        super().__init__(
            look,
            parent,
            f"Words of {category.name}",
            "Pictures are compared with all of these. Your labels and examples stay as they are.",
            "Change words",
        )
        self.synonyms = QLineEdit(", ".join(category.synonyms), placeholderText="egret, bittern")
        self.description = QPlainTextEdit(category.description, tabChangesFocus=True)
        self.description.setPlaceholderText("a grey bird with long legs that stands in shallow water")
        self.description.setFixedHeight(72)
        self.words = QCheckBox("The name says how it looks")
        self.words.setChecked(category.words)
        self.words.setToolTip("Without this only its examples count, as for “batch 7”.")
        self.add("Other names, separated by commas", self.synonyms)
        self.add("How it looks, in a sentence", self.description)
        self.fields.addWidget(self.words)
        self.accepted.connect(lambda: change(self._names(), self.description.toPlainText(), self.words.isChecked()))

    def _names(self) -> list[str]:
        return [name for name in self.synonyms.text().split(",") if name.strip()]


class LabelAllDialog(Question):
    """How sure a label must be, and what that would do."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        preview: Callable[[float, Callable[[Labelled], None]], None],
        label: Callable[[float], None],
    ) -> None:
        """`preview` finds out what `label` would do."""
        super().__init__(
            look,
            parent,
            "Label all pictures",
            "Each picture gets its best category where that is sure enough. What you labelled stays, and one Undo"
            " takes all of it back.",
            "Label all",
        )
        self._preview = preview
        self._asked = 0
        self.sure = QSlider(Qt.Orientation.Horizontal)
        self.sure.setRange(50, 99)
        self.sure.setValue(80)
        self.sure.setPageStep(5)
        self._name = self.add("How sure a label must be", self.sure)
        self.would = look.words("Counting…", wraps=True)
        self.fields.addWidget(self.would)
        self.sure.valueChanged.connect(self._ask)
        self.accepted.connect(lambda: label(self.sure.value() / 100))
        self._ask()

    def _ask(self) -> None:
        self._name.setText(f"Label a picture when at least {self.sure.value()} % sure")
        self._asked += 1
        asked = self._asked
        self._preview(self.sure.value() / 100, lambda labelled: self._tell(asked, labelled))

    def _tell(self, asked: int, labelled: Labelled) -> None:
        if asked == self._asked and self.isVisible():
            self.would.setText(" ".join(labelled_words(labelled)).strip())


def show_pairs(
    look: Look, parent: QWidget, title: str, sentence: str, rows: Sequence[tuple[str, str]], lines: int = 13
) -> Question:
    """A dialog with (what, words) in two columns, and two more when they are many."""
    dialog = Question(look, parent, title, sentence, "")
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(8)
    for number, (what, words) in enumerate(rows):
        column, line = divmod(number, lines)
        grid.addWidget(look.words(what, 13, QFont.Weight.Medium), line, 3 * column)
        grid.addWidget(look.words(words, tone="secondary"), line, 3 * column + 1)
        grid.setColumnMinimumWidth(3 * column + 2, 12)
    dialog.fields.addLayout(grid)
    return dialog


def show_list(look: Look, parent: QWidget, title: str, sentence: str, rows: Sequence[tuple[str, str]]) -> Question:
    """A dialog with a list of (what, words) that can be read, scrolled and copied."""
    dialog = Question(look, parent, title, sentence, "")
    text = QPlainTextEdit("\n".join(f"{what}\t{words}" for what, words in rows), readOnly=True)
    text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    text.setAccessibleName(title)
    widest = max((text.fontMetrics().horizontalAdvance(what) for what, _ in rows), default=0)
    text.setTabStopDistance(min(360, widest) + 24)
    text.setMinimumSize(480, min(420, 40 + 20 * len(rows)))
    dialog.fields.addWidget(text)
    return dialog


def show_skipped(look: Look, parent: QWidget, skipped: Sequence[Skipped]) -> Question:
    """The files that were left out, and why."""
    rows = [(item.path.name, f"{item.reason}\t{item.path}") for item in skipped]
    sentence = "Nothing was changed about them. Mend or convert them, then drop them again."
    return show_list(look, parent, "Files that were left out", sentence, rows)

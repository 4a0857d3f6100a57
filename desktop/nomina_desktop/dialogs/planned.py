"""What an export would write: its files, and the first lines of one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from nomina_desktop.look import Look
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina import ExportPreview, PlannedFile

MOST = 200
"""Files that are listed."""


class PlannedFiles(QWidget):
    """The files as a list, and what stands in the current one.

    Attributes:
        files, text: the list, and the text.
    """

    def __init__(self, look: Look) -> None:
        """Empty until `take`."""
        super().__init__()
        self._planned: list[PlannedFile] = []
        self._head = look.words(tr("What would be written"), 12, tone="secondary")
        self.files = QListWidget()
        self.files.setAccessibleName(tr("Files that would be written"))
        self.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.files.currentRowChanged.connect(self._show)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(tr("The first lines"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        mono.setPixelSize(12)
        self.text.setFont(mono)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._head)
        layout.addWidget(self.files, 2)
        layout.addWidget(self.text, 3)
        self.take(None)

    def take(self, preview: ExportPreview | None) -> None:
        """Show what would be written; None for nothing."""
        self._planned = list(preview.files) if preview is not None else []
        moves = preview.exported.moves[:MOST] if preview is not None else []
        beside = preview is not None and preview.exported.target is None
        self._head.setText(self._title(preview is not None, beside, bool(moves)))
        chosen = max(0, self.files.currentRow())
        self.files.clear()
        moved = {str(there): here for here, there in moves}
        target = preview.exported.target if preview is not None else None
        self.files.addItems([_titled(file.path, target, moved) for file in self._planned])
        self.files.setVisible(len(self._planned) > 1)
        self.text.setVisible(any(file.text for file in self._planned) or len(self._planned) == 1)
        row = min(chosen, len(self._planned) - 1)
        self.files.setCurrentRow(row if row > 0 else self._first_text())
        self._show(self.files.currentRow() if self._planned else -1)

    @staticmethod
    def _title(there: bool, beside: bool, moves: bool) -> str:
        if not there:
            return ""
        if beside:
            return tr("Beside the first of these pictures")
        return (
            tr("Where the first pictures would be moved")
            if moves
            else tr("What would be written, of the first pictures")
        )

    def _first_text(self) -> int:
        return next((row for row, file in enumerate(self._planned) if file.text), 0)

    def _show(self, row: int) -> None:
        file = self._planned[row] if 0 <= row < len(self._planned) else None
        self.text.setPlainText("" if file is None else file.text or tr("“{name}” is no text.").format(name=file.path))


def _titled(path: str, target: Path | None, moved: Mapping[str, Path]) -> str:
    """A file; of an original that would be moved also where it lies now."""
    here = moved.get(str(target / path)) if target is not None else None
    return path if here is None else tr("{here} goes to {there}").format(here=here, there=path)

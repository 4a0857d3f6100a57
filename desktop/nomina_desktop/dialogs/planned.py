"""What an export would write: its files, and the first lines of one."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QPlainTextEdit,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nomina_desktop.look import Look
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina import ExportPreview, PlannedFile

MOST = 200
"""Files that are listed."""
SEPARATORS = ",;\t"
WIDEST = 220
"""Pixels that a column takes at the most when it is shown first."""


class PlannedFiles(QWidget):
    """The files as a list, and what stands in the current one.

    Attributes:
        files: the list. table, text: the rows of the current one where it is a table, else its text.
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
        self.table = QTableWidget()
        self.table.setAccessibleName(tr("The first lines"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setWordWrap(False)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.shown = QStackedWidget()
        self.shown.addWidget(self.text)
        self.shown.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._head)
        layout.addWidget(self.files, 2)
        layout.addWidget(self.shown, 3)
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
        self.shown.setVisible(any(file.text for file in self._planned) or len(self._planned) == 1)
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
        rows = _rows(file) if file is not None else []
        self.text.setPlainText("" if file is None else file.text or tr("“{name}” is no text.").format(name=file.path))
        self.shown.setCurrentWidget(self.table if rows else self.text)
        if rows:
            self._fill(rows)

    def _fill(self, rows: list[list[str]]) -> None:
        head, *body = rows
        self.table.clear()
        self.table.setColumnCount(len(head))
        self.table.setRowCount(len(body))
        self.table.setHorizontalHeaderLabels(head)
        for line, row in enumerate(body):
            for column, text in enumerate(row[: len(head)]):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(line, column, item)
        self.table.resizeColumnsToContents()
        for column in range(len(head)):
            self.table.setColumnWidth(column, min(WIDEST, self.table.columnWidth(column)))


def _rows(file: PlannedFile) -> list[list[str]]:
    """The rows of a table, its head first; none where the file is none."""
    if not file.path.endswith((".csv", ".tsv")) or not file.text:
        return []
    head = file.text.partition("\n")[0]
    return list(csv.reader(file.text.splitlines(keepends=True), delimiter=max(SEPARATORS, key=head.count)))


def _titled(path: str, target: Path | None, moved: Mapping[str, Path]) -> str:
    """A file; of an original that would be moved also where it lies now."""
    here = moved.get(str(target / path)) if target is not None else None
    return path if here is None else tr("{here} goes to {there}").format(here=here, there=path)

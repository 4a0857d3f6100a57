"""What was found, a row a kind, and below it what the current row is about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from nomina_desktop.findings import Finding
from nomina_desktop.look import Look
from nomina_desktop.words import number, tr

MOST = 2000
"""Lines that are shown of one finding."""


class FoundList(QWidget):
    """Findings.

    Attributes:
        list, text: the rows, and the lines of the current one.
    """

    def __init__(self, look: Look) -> None:
        """Empty until `take`."""
        super().__init__()
        self._look = look
        self._findings: list[Finding] = []
        self._head = look.words(tr("What is found"), 12, tone="secondary")
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What is found"))
        self.list.currentRowChanged.connect(self._show)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(tr("What the chosen row is about"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._head)
        layout.addWidget(self.list, 3)
        layout.addWidget(self.text, 2)
        self.take([])

    def take(self, findings: Sequence[Finding]) -> None:
        """Show these; what was looked at is looked at still."""
        row = self.list.currentRow()
        title = self._findings[row].title if 0 <= row < len(self._findings) else ""
        self._findings = list(findings)
        self.list.clear()
        for finding in findings:
            self.list.addItem(self._item(finding))
        self._head.setVisible(bool(findings))
        self.list.setVisible(bool(findings))
        self.list.setCurrentRow(next((n for n, each in enumerate(findings) if each.title == title), 0))
        self._show(self.list.currentRow())

    def _item(self, finding: Finding) -> QListWidgetItem:
        item = QListWidgetItem(f"{finding.title}: {number(finding.count)}")
        if finding.trouble:
            item.setForeground(self._look.colour("warn"))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{finding.title}, {number(finding.count)}")
        return item

    def _show(self, row: int) -> None:
        lines = self._findings[row].lines if 0 <= row < len(self._findings) else ()
        more = [tr("… and {number} more").format(number=number(len(lines) - MOST))] if len(lines) > MOST else []
        self.text.setPlainText("\n".join([*lines[:MOST], *more]))
        self.text.setVisible(bool(lines))

"""Lists to read: of pairs in columns, of files that were left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from nomina_desktop.dialogs.question import Question
from nomina_desktop.look import Look
from nomina_desktop.words import said, tr

if TYPE_CHECKING:
    from nomina import Skipped


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
    rows = [(item.path.name, f"{said(item.reason)}\t{item.path}") for item in skipped]
    sentence = tr("Nothing was changed about them. Mend or convert them, then drop them again.")
    return show_list(look, parent, tr("Files that were left out"), sentence, rows)

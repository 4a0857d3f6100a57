"""The words of a category."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from nomina_desktop.dialogs.question import Question
from nomina_desktop.look import Look
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina import Category


class WordsDialog(Question):
    """Synonyms and description of a category, and whether its words count at all."""

    def __init__(
        self, look: Look, parent: QWidget, category: Category, change: Callable[[list[str], str, bool], None]
    ) -> None:
        """Call `change` with what is entered, when it is accepted."""
        super().__init__(
            look,
            parent,
            tr("Words of {category}").format(category=category.name),
            tr("Pictures are compared with all of these. Your labels and examples stay as they are."),
            tr("Change words"),
        )
        self.synonyms = QLineEdit(", ".join(category.synonyms), placeholderText=tr("egret, bittern"))
        self.description = QPlainTextEdit(category.description, tabChangesFocus=True)
        self.description.setPlaceholderText(tr("a grey bird with long legs that stands in shallow water"))
        self.description.setFixedHeight(72)
        self.words = QCheckBox(tr("The name says how it looks"))
        self.words.setChecked(category.words)
        self.words.setToolTip(tr("Without this only its examples count, as for “batch 7”."))
        self.add(tr("Other names, separated by commas"), self.synonyms)
        self.add(tr("How it looks, in a sentence"), self.description)
        self.fields.addWidget(self.words)
        self.accepted.connect(lambda: change(self._names(), self.description.toPlainText(), self.words.isChecked()))

    def _names(self) -> list[str]:
        return [name for name in self.synonyms.text().split(",") if name.strip()]

"""How sure a label must be, and what that would do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider, QWidget

from nomina_desktop.dialogs.question import Question
from nomina_desktop.look import Look
from nomina_desktop.notices import labelled_words

if TYPE_CHECKING:
    from nomina import Labelled


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

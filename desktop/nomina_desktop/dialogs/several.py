"""A switch: whether a picture may be of several categories at once, and which labels would go on the way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from nomina_desktop.dialogs.question import Question
from nomina_desktop.look import Look
from nomina_desktop.words import tr


class SeveralDialog(Question):
    """Says what the switch does, and turns it."""

    def __init__(self, look: Look, parent: QWidget, on: bool, surplus: int, turn: Callable[[], None]) -> None:
        """`turn` turns it; `surplus` labels would go if a picture could be of one category only."""
        title = tr("A picture may have several categories") if on else tr("Let a picture have several categories?")
        sentence = tr(
            "As a rule a picture is of one category, and labelling it anew replaces what it was. With several each "
            "category is judged by itself, and labelling adds one. By words alone fewer pictures are found then; a few "
            "examples of each category help."
        )
        super().__init__(look, parent, title, sentence, tr("Back to one") if on else tr("Let it have several"))
        if on and surplus:
            goes = tr(
                "Of a picture with several labels one stays: %Ln label(s) would go. Undo brings them back.",
                None,
                surplus,
            )
            self.fields.addWidget(look.words(goes, wraps=True))
        self.accepted.connect(turn)

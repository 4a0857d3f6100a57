"""How the lists of dialogs paint what has a title and more to say."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle

from nomina_desktop.look import Look
from nomina_desktop.rail_section import RailRow
from nomina_desktop.rows import RowDelegate

HEIGHT = 56


class TwoLines(RowDelegate):
    """Paints a row in two lines: its title and some words at the right, what it is about below."""

    HIGH, WIDE, SIDES = HEIGHT, 300, (0, 1, 4, 1)

    def __init__(self, look: Look, parent: QObject, at_right: Callable[[RailRow], str]) -> None:
        """Paint with this look; `at_right` gives the words at the right of a title."""
        super().__init__(look, parent)
        self._at_right = at_right

    def paint_row(self, painter: QPainter, place: QRect, row: RailRow, state: QStyle.StateFlag) -> None:  # noqa: ARG002
        """See RowDelegate."""
        text = place.adjusted(12, 7, -12, -7)
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        self.words(painter, text, row.title, 14, weight=QFont.Weight.Medium, flags=top)
        self.words(painter, text, self._at_right(row), 13, flags=top | Qt.AlignmentFlag.AlignRight)
        self.words(painter, text, row.tip, 12, "secondary", flags=bottom)

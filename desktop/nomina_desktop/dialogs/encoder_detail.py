"""All that is known of one encoder, how it compares on the labelled pictures, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nomina_desktop.encoder_rows import facts_of
from nomina_desktop.flow import FlowLayout
from nomina_desktop.look import Look, make_place
from nomina_desktop.words import number, tr

if TYPE_CHECKING:
    from nomina import Comparison, Listed, Pace

LEAST = 300


class EncoderDetail(QWidget):
    """Shows one encoder.

    Attributes:
        buttons: by what they do; those that make no sense now are hidden.
        compared: how it compares, in words; hidden where nobody asked.
    """

    def __init__(self, look: Look) -> None:
        """Empty until `show_facts`."""
        super().__init__()
        make_place(self, "detail")
        self.setMinimumWidth(LEAST)
        self._look = look
        self._title = look.words("", 15, QFont.Weight.DemiBold, wraps=True)
        self._facts: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.compared = look.words("", 13, QFont.Weight.Medium, wraps=True)
        self.buttons = {
            "fetch": QPushButton(tr("Fetch")),
            "resume": QPushButton(tr("Go on fetching")),
            "use": QPushButton(tr("Use it")),
            "keep": QPushButton(tr("Keep the one in use")),
            "compare": QPushButton(tr("Compare")),
            "measure": QPushButton(tr("Measure")),
            "remove": QPushButton(tr("Remove")),
        }
        self.buttons["compare"].setToolTip(tr("Ask both about the pictures that you labelled; nothing changes"))
        self.buttons["measure"].setToolTip(tr("A few seconds of sample pictures"))
        self.buttons["remove"].setToolTip(tr("Delete its weights from this machine"))
        row = QWidget()
        flow = FlowLayout(row)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in self.buttons.values():
            button.setAutoDefault(False)
            flow.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addLayout(self._grid)
        layout.addStretch(1)
        layout.addWidget(self.compared)
        layout.addWidget(row)

    def bind(self, current: Callable[[], str], handlers: Mapping[str, Callable[[str], None]]) -> None:
        """Call a button's handler with the choice that is current then."""
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, handler=handlers[name]: handler(current()))

    def show_facts(self, listed: Listed, pace: Pace | None) -> None:
        """Tell all of an encoder."""
        self._title.setText(listed.title)
        for row, (what, words) in enumerate(facts_of(listed, pace)):
            if row == len(self._facts):
                self._facts.append((self._look.words("", 12, tone="secondary"), self._look.words("", 13, wraps=True)))
                for column, label in enumerate(self._facts[row]):
                    self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
            self._facts[row][0].setText(what)
            self._facts[row][1].setText(words)

    def show_comparison(self, compared: Comparison | None) -> None:
        """Tell how often each was right, or nothing."""
        self.compared.setVisible(compared is not None)
        if compared is not None:
            self.compared.setText(in_words(compared))
            self.buttons["keep"].setText(tr("Keep {encoder}").format(encoder=compared.now))

    def offer(self, names: Sequence[str]) -> None:
        """Show these buttons; the first one is what Return does."""
        focus = next((button for button in self.buttons.values() if button.hasFocus()), None)
        for name, button in self.buttons.items():
            first = bool(names) and name == names[0]
            button.setVisible(name in names)
            if button.property("primary") != first:
                button.setProperty("primary", first)
                button.style().unpolish(button)
                button.style().polish(button)
            button.setDefault(first)
        if focus is not None and not focus.isVisible():
            self.take_focus()

    def take_focus(self) -> None:
        """The first button takes the keyboard."""
        first = next((button for button in self.buttons.values() if button.property("primary")), None)
        if first is not None and first.isVisible():
            first.setFocus()


def in_words(compared: Comparison) -> str:
    """A comparison as a person says it."""
    first = tr("{then} is right about {right} of {all} labelled pictures, {now} about {before}.").format(
        then=compared.then,
        right=number(compared.right_then),
        all=number(compared.counted),
        now=compared.now,
        before=number(compared.right_now),
    )
    if not compared.only_now and not compared.only_then:
        return f"{first} {tr('They are right about the same ones.')}"
    second = tr("{then} alone: {only_then}. {now} alone: {only_now}.").format(
        then=compared.then, only_then=number(compared.only_then), now=compared.now, only_now=number(compared.only_now)
    )
    return f"{first} {second}"

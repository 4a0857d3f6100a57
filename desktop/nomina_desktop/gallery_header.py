"""Over the pictures: what is shown, how many, the conditions they meet, and how they are arranged."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSlider, QToolButton, QVBoxLayout, QWidget

import nomina
from nomina_desktop.acts import pictures
from nomina_desktop.conditions import Condition, conditions, state_title
from nomina_desktop.filter_panel import FilterPanel
from nomina_desktop.flow import FlowLayout
from nomina_desktop.look import Look
from nomina_desktop.session import Session
from nomina_desktop.words import number, tr

if TYPE_CHECKING:
    from nomina import Show

ORDERS = (
    "name",
    "date taken",
    "added",
    "least sure first",
    "most sure first",
    "closest call first",
    "most alike first",
)
BEST = "best first"
WIDE = 560
"""Pixels from which on there is room for all of it."""
SHORT = 110
"""Pixels of words for which there is always room."""


def order_title(order: str) -> str:
    """An order in words."""
    titles = {
        BEST: tr("best first"),
        "name": tr("name"),
        "date taken": tr("date taken"),
        "added": tr("added"),
        "least sure first": tr("least sure first"),
        "most sure first": tr("most sure first"),
        "closest call first": tr("closest call first"),
        "most alike first": tr("most like the selected"),
    }
    return titles[order]


class GalleryHeader(QWidget):
    """A title and a number, filter, order and size; below them the conditions, each with a cross to take it away.

    Attributes:
        title: says what is shown.
        sort, filter: buttons.
        zoom: how large the pictures are.
        save: called when what is shown shall be kept under a name.
    """

    def __init__(self, session: Session, look: Look) -> None:
        """Follow the session when told so by `take`."""
        super().__init__()
        self._session, self._look = session, look
        self.save: Callable[[], None] = lambda: None
        self.title = look.words("", 15, QFont.Weight.DemiBold)
        self.number = look.words("", 14, tone="secondary")
        self.all = QPushButton(tr("Show all"))
        self.all.setProperty("link", True)
        self.all.clicked.connect(lambda _: session.show_only())
        self.filter = self._button(tr("Filter"))
        self.filter.clicked.connect(self.open_filter)
        self._panel = FilterPanel(session, look, self)
        self.sort = self._button(tr("Sort"))
        self.sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sort.setMenu(self._sort_menu())
        self.zoom = QSlider(Qt.Orientation.Horizontal)
        self.zoom.setAccessibleName(tr("Size of the pictures"))
        self.zoom.setRange(110, 320)
        self.zoom.setValue(180)
        self.zoom.setFixedWidth(96)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._flow.setContentsMargins(0, 2, 0, 6)
        self._shown: list[Condition] | None = None
        self._order = ""
        self._lay_out()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        for widget in (self.title, self.number, self.all):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.filter)
        line.addWidget(self.sort)
        line.addSpacing(4)
        line.addWidget(self.zoom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 10, 24, 4)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self._chips)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for; the keys do it too. More lines of conditions need more height."""
        super().resizeEvent(event)
        self.zoom.setVisible(self.width() >= WIDE)
        self._name_order()
        self._chips.setFixedHeight(self._flow.heightForWidth(self.width() - 48) if self._shown else 0)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(text=name)
        button.setAccessibleName(name)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the words
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setIconSize(QSize(14, 14))
        button.setFixedHeight(28)
        self._look.set_icon(button, "chevron")
        return button

    def _sort_menu(self) -> QMenu:
        menu = QMenu(self.sort)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        group = QActionGroup(menu)
        self._orders: dict[str, QAction] = {}
        for order in (BEST, *ORDERS):
            title = order_title(order)
            chosen = group.addAction(menu.addAction(title[0].upper() + title[1:]))
            chosen.setCheckable(True)
            chosen.triggered.connect(lambda _=False, order=order: self.sort_by(order))
            self._orders[order] = chosen
        menu.addSeparator()
        self._reverse = menu.addAction(tr("The other way round"))
        self._reverse.setCheckable(True)
        self._reverse.triggered.connect(lambda on: self._session.arrange(reverse=on))
        self._together = menu.addAction(tr("Near-duplicates as one"))
        self._together.setCheckable(True)
        self._together.triggered.connect(lambda on: pictures.together(self._session, on))
        menu.aboutToShow.connect(self._allow_orders)
        return menu

    def _allow_orders(self) -> None:
        self._orders["most alike first"].setEnabled(bool(self._session.selection) or self._like() is not None)

    def _like(self) -> int | None:
        show = self._session.show
        return None if show is None else show.like

    def sort_by(self, order: str) -> None:
        """Show the pictures in another order, one of ORDERS or BEST."""
        if order == BEST:
            self._session.arrange(by_fit=True)
            return
        wish = {"like": self._session.selection[0]} if self._session.selection and order == "most alike first" else {}
        self._session.arrange(order=nomina.Order(order), by_fit=False, **wish)

    def open_filter(self) -> None:
        """Ask for letters in the name, and days."""
        self._panel.open_at(self.filter.mapToGlobal(QPoint(0, self.filter.height() + 4)))

    @property
    def several(self) -> bool:
        """Whether more than one condition narrows what is shown."""
        return bool(self._shown)

    # What is shown -----------------------------------------------------------------------------------------------

    def take(self) -> None:
        """Show the session's snapshot."""
        snapshot = self._session.snapshot
        if snapshot is None:
            opening = self._session.opening
            self.title.setText(tr("Opening {library}…").format(library=opening.name) if opening else "")
        self.number.setText("" if snapshot is None else number(snapshot.page.count))
        for widget in (self.filter, self.sort):
            widget.setVisible(snapshot is not None)
        found = [] if snapshot is None else conditions(snapshot.show, snapshot.page.categories)
        self.all.setVisible(bool(found))
        if snapshot is not None:
            self.title.setText(found[0].title if found else state_title(""))
            self._take_order(snapshot.show)
        self._show_chips(found if len(found) > 1 else [])

    def _take_order(self, show: Show) -> None:
        ranked = (show.category_id, show.search, show.among) != (None, None, None)
        order = BEST if ranked and show.by_fit else show.order.value
        self._orders[BEST].setVisible(ranked)
        self._orders[order].setChecked(True)
        self._reverse.setEnabled(order != BEST)
        self._reverse.setChecked(show.reverse)
        self._together.setChecked(show.together)
        self._order = order_title(order)
        self._name_order()

    def _name_order(self) -> None:
        """Where there is too little room for both, the order alone stands there."""
        words = tr("Sort: {order}").format(order=self._order) if self._order else tr("Sort")
        fits = self.width() >= WIDE or self.sort.fontMetrics().horizontalAdvance(words) < SHORT
        self.sort.setText(words if fits else self._order)
        self.sort.setAccessibleName(words)

    def _show_chips(self, found: list[Condition]) -> None:
        if found == self._shown:
            return
        self._shown = found
        while (item := self._flow.takeAt(0)) is not None:
            item.widget().deleteLater()
        for condition in found:
            self._flow.addWidget(self._chip(condition))
        if found:
            keep = QPushButton(tr("Save search…"))
            keep.setProperty("link", True)
            keep.clicked.connect(lambda _: self.save())
            self._flow.addWidget(keep)
        self._chips.setVisible(bool(found))
        self._chips.setFixedHeight(self._flow.heightForWidth(self.width() - 48) if found else 0)

    def _chip(self, condition: Condition) -> QToolButton:
        chip = QToolButton(text=condition.text)
        chip.setProperty("chip", True)
        chip.setFont(self._look.font(12, QFont.Weight.Medium))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands after the words
        chip.setIconSize(QSize(12, 12))
        chip.setFixedHeight(26)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setAccessibleName(tr("Take away: {condition}").format(condition=condition.text))
        chip.setToolTip(chip.accessibleName())
        self._look.set_icon(chip, "close")
        chip.clicked.connect(lambda _=False: self._session.narrow(**condition.without))
        return chip

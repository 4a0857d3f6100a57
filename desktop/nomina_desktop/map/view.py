"""The map: every picture as a point, what looks alike lies together; from a group of points to a category in one act.

What needs numpy is imported when the map is first looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nomina_desktop import verbs
from nomina_desktop.acts import maps
from nomina_desktop.empty import Empty
from nomina_desktop.live import Live
from nomina_desktop.look import Look, make_place
from nomina_desktop.map.bar import MapBar
from nomina_desktop.map.card import MapCard
from nomina_desktop.map.legend import Legend
from nomina_desktop.models import PicturesModel
from nomina_desktop.session import Session
from nomina_desktop.tasks import Verb
from nomina_desktop.thumbs import Thumbs
from nomina_desktop.words import number, tr

if TYPE_CHECKING:
    from nomina_desktop.map.placed import Group, Placed
    from nomina_desktop.map.plot import Rows
    from nomina_desktop.map.scatter import Scatter

LEGEND = 188
NARROW = 520
"""Width below which the list beside the map gives way."""
ZOOM = 1.5


class MapView(QWidget):
    """The points with a list of what their colours stand for, and a bar of what can be done with the selected ones.

    Attributes:
        scatter: the points; None until there have been any.
        unfolded: whether groups are to be pulled apart, where such a map is at hand.
    """

    def __init__(self, session: Session, look: Look, thumbs: Thumbs, add_pictures: Callable[[], None]) -> None:
        """Follow the session while it is looked at; `add_pictures` is offered when there are none."""
        super().__init__()
        make_place(self, "map")
        self._session, self._look, self._thumbs, self._add_pictures = session, look, thumbs, add_pictures
        self.scatter: Scatter | None = None
        self.unfolded = True
        self._placed: Placed | None = None
        self._pictures = PicturesModel(self)
        self._live = Live(self, session, self._question, self._take)
        self.legend = Legend(look, self)
        self.legend.setFixedWidth(LEGEND)
        self.legend.setObjectName("legend")
        self.legend.chosen.connect(self.choose_group)
        self.bar = MapBar(session, look)
        self.empty = Empty(look)
        self.tools = self._tools()
        self._plane = QHBoxLayout()
        self._plane.setContentsMargins(0, 0, 0, 0)
        self._plane.setSpacing(0)
        self._plane.addWidget(self.legend)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._plane, 1)
        column.addWidget(self.bar)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._header())
        layout.addLayout(self._pages, 1)
        session.changed.connect(self._follow)
        session.selected.connect(self._show_selection)

    # What is shown -----------------------------------------------------------------------------------------------

    def _question(self) -> Verb | None:
        snapshot = self._session.snapshot
        there = snapshot is not None and snapshot.known and snapshot.total
        return partial(verbs.mapped, unfolded=self.unfolded) if there else None

    def _take(self, mapped: verbs.Mapped) -> None:
        from nomina_desktop.map.placed import Placed

        self._pictures.take(mapped.snapshot)
        self._placed = Placed(mapped)
        self.unfold.setChecked(mapped.unfolded)
        self._dress()
        self._follow()

    def _dress(self) -> None:
        """Show the points in the colours of the palette."""
        placed = self._placed
        if placed is None:
            return
        scatter = self.scatter or self._make_scatter()
        scatter.take(placed.points(self._look), placed.selected(self._session.selection))
        self.legend.groups.take(placed.groups(self._look))

    def _make_scatter(self) -> Scatter:
        from nomina_desktop.map.scatter import Scatter

        self.scatter = scatter = Scatter(self._look, self)
        ratio = self.devicePixelRatioF()
        scatter.plot.pixmap_of = lambda hash, size: self._thumbs.pixmap(hash, size, ratio)
        scatter.chosen.connect(self._choose)
        scatter.opened.connect(self.bar.show_them)
        scatter.stepped.connect(self.legend.step)
        self._thumbs.arrived.connect(lambda _: scatter.update())
        self._card = MapCard(self._look, self._thumbs, scatter)
        scatter.pointed.connect(self._point)
        self._plane.insertWidget(0, scatter, 1)
        QWidget.setTabOrder(scatter, self.legend)
        if self.isVisible() and not isinstance(QApplication.focusWidget(), QLineEdit):
            scatter.setFocus()
        return scatter

    def _follow(self, _: object = None) -> None:
        """Say why there is no map, or show it."""
        snapshot = self._session.snapshot
        if snapshot is None:
            self._placed, self.unfolded = None, True
        total = snapshot.total if snapshot is not None else 0
        shown = self._placed is not None and len(self._placed) > 0 and total > 0
        self._pages.setCurrentIndex(1 if shown else 0)
        self.tools.setVisible(shown)
        self._number.setText(number(len(self._placed)) if shown and self._placed is not None else "")
        if total == 0:
            self.empty.say(
                tr("The map needs pictures."),
                tr("Each of them becomes a point, and pictures that look alike lie together."),
                tr("Add pictures…"),
                self._add_pictures,
            )
        elif snapshot is not None and not snapshot.known:
            self.empty.say(tr("The map will be here as soon as the encoder is ready."))
        elif not shown:
            self.empty.say(tr("The map is being laid out."), tr("Pictures appear on it when they have been read."))
        self._show_selection()

    def _show_selection(self, _: object = None) -> None:
        if self.scatter is not None and self._placed is not None:
            self.scatter.select(self._placed.selected(self._session.selection))
        self.bar.take()

    # What a person does ------------------------------------------------------------------------------------------

    def _choose(self, rows: Rows) -> None:
        assert self._placed is not None
        self._session.select(self._placed.ids[rows].tolist())
        self._say(tr("%Ln picture(s) selected", None, len(rows)))

    def choose_group(self, group: Group) -> None:
        """Select the pictures of a group of the legend, and look at them."""
        if self._placed is None or self.scatter is None:
            return
        mask = self._placed.of(group)
        self._session.select(self._placed.ids[mask].tolist())
        self.scatter.bring_into_view(mask.nonzero()[0])
        self._say(tr("%Ln picture(s) of {name} selected", None, int(mask.sum())).format(name=group.title))

    def _say(self, words: str) -> None:
        """Let screen readers say it."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _point(self, row: int, at: QPoint) -> None:
        if row < 0 or self._placed is None:
            self._card.hide()
            return
        index = self._pictures.index(int(self._placed.rows[row]))
        self._card.show_picture(index, at)

    def best_of_selected(self) -> dict[int, list[int]]:
        """The selected pictures by the category they seem to be of."""
        return {} if self._placed is None else self._placed.best_of(self._session.selection)

    def _use(self, tool: str) -> None:
        from nomina_desktop.map.scatter import Tool

        if self.scatter is not None:
            self.scatter.tool = Tool(tool)
            self.scatter.setCursor(Qt.CursorShape.ArrowCursor if tool == "move" else Qt.CursorShape.CrossCursor)

    def pull_apart(self, on: bool) -> None:
        """Pull the groups apart, or lay them out flat again."""
        if not on:
            self.unfolded = False
            self._live.ask()
            return
        self.unfold.setEnabled(False)
        maps.unfold(self._session, done=self._unfolded, failed=self._stays_flat, stopped=self._stays_flat)

    def _unfolded(self, _: object) -> None:
        self.unfold.setEnabled(True)
        self.unfolded = True
        self._live.ask()

    def _stays_flat(self, why: object) -> None:
        self.unfold.setEnabled(True)
        self.unfold.setChecked(False)
        if isinstance(why, Exception):
            self._session.notices.failed(why)

    # How it is laid out ------------------------------------------------------------------------------------------

    def _header(self) -> QHBoxLayout:
        title = self._look.words(tr("Map"), 15, QFont.Weight.DemiBold)
        self._number = self._look.words("", 14, tone="secondary")
        header = QHBoxLayout()
        header.setContentsMargins(24, 10, 24, 6)
        header.setSpacing(12)
        title.setMinimumHeight(self.tools.sizeHint().height())  # which are not there where there is no map
        header.addWidget(title)
        header.addWidget(self._number)
        header.addStretch(1)
        header.addWidget(self.tools)
        return header

    def _tools(self) -> QWidget:
        tools, choice = QWidget(), QButtonGroup(self)
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for id, words in (
            ("move", tr("Move the map (hold Shift and drag to draw around pictures)")),
            ("rectangle", tr("Select with a rectangle")),
            ("lasso", tr("Select by drawing around pictures")),
        ):
            button = self._tool(id, words)
            button.setCheckable(True)
            button.setChecked(id == "move")
            button.clicked.connect(lambda _=False, id=id: self._use(id))
            choice.addButton(button)
            row.addWidget(button)
        row.addSpacing(12)
        self.unfold = self._tool("unfold", tr("Pull groups apart: what is most alike stays together (takes a while)"))
        self.unfold.setCheckable(True)
        self.unfold.clicked.connect(self.pull_apart)
        row.addWidget(self.unfold)
        row.addSpacing(12)
        acts: tuple[tuple[str, str, Callable[[Scatter], None]], ...] = (
            ("zoom_out", tr("Look from farther away (−)"), lambda scatter: scatter.zoom(1 / ZOOM)),
            ("zoom_in", tr("Look closer (+)"), lambda scatter: scatter.zoom(ZOOM)),
            ("whole", tr("Show the whole map (Home)"), lambda scatter: scatter.show_all()),
        )
        for id, words, act in acts:
            button = self._tool(id, words)
            button.clicked.connect(lambda _=False, act=act: self.scatter and act(self.scatter))
            row.addWidget(button)
        return tools

    def _tool(self, icon: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setIconSize(QSize(18, 18))
        button.setFixedSize(30, 30)
        button.setProperty("tool", True)
        self._look.set_icon(button, icon)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what has changed."""
        super().showEvent(event)
        if self.scatter is not None:
            self.scatter.setFocus()
        self._live.look(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask no more."""
        super().hideEvent(event)
        self._live.look(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list gives way where there is no room for it."""
        super().resizeEvent(event)
        self.legend.setVisible(self.width() >= NARROW)

    def changeEvent(self, event: QEvent) -> None:
        """Another palette has other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.scatter is not None:
            self._dress()

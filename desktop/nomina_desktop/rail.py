"""The rail at the left: what to show, with counts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QListView, QSizePolicy, QToolButton, QVBoxLayout, QWidget

import nomina
from nomina_desktop.actions import VIEWS, Actions
from nomina_desktop.acts import runs
from nomina_desktop.look import Look, make_place
from nomina_desktop.models import PLACES, PlacesModel, Role
from nomina_desktop.notices import run_in_words
from nomina_desktop.rail_section import ROW, RailRow, RailSection, RowDelegate
from nomina_desktop.session import Session
from nomina_desktop.words import tr, when


class Rail(QWidget):
    """Chooses the view of the centre, and what the gallery shows."""

    def __init__(self, session: Session, look: Look, actions: Actions) -> None:
        """Follow the session; the views are actions of the table."""
        super().__init__()
        make_place(self, "rail")
        self.setFixedWidth(240)
        self._session = session
        self.places = QListView(self)
        self.places.setAccessibleName("What to show")
        self.model = PlacesModel(self)
        self.places.setModel(self.model)
        self.places.setItemDelegate(RowDelegate(look, self))
        self.places.setMouseTracking(True)
        self.places.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.places.clicked.connect(self._choose)
        self.places.selectionModel().currentChanged.connect(self._choose)
        self.places.setFixedHeight(ROW * self.model.rowCount())
        self.runs = RailSection(look, tr("RUNS"), tr("Automatic runs"))
        self.runs.chosen = self._show_run
        head = look.words("SHOW", 11, QFont.Weight.Medium, tone="secondary")
        head.setContentsMargins(24, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 12)
        layout.setSpacing(8)
        layout.addLayout(_views(look, actions))
        layout.addWidget(head)
        layout.addWidget(self.places)
        layout.addWidget(self.runs)
        layout.addStretch(1)
        session.changed.connect(self.take)

    def take(self, _: object = None) -> None:
        """Show the session's snapshot."""
        self.model.take(self._session.snapshot)
        show = self._session.snapshot.show if self._session.snapshot else None
        self.places.selectionModel().blockSignals(True)
        self.places.clearSelection()
        here = self._session.view == "pictures"
        if here and show is not None and (show.category_id, show.search, show.among, show.run_id) == (None,) * 4:
            state = "" if show.state is None else show.state.value
            row = next((row for row, place in enumerate(PLACES) if place.state == state), 0)
            self.places.setCurrentIndex(self.model.index(row))
        self.places.selectionModel().blockSignals(False)
        self.places.viewport().update()
        runs = self._session.snapshot.runs if self._session.snapshot else ()
        rows = [RailRow(run.id, when(run.started), run.labels, run_in_words(run)) for run in runs]
        self.runs.take(rows, show.run_id if here and show is not None else None)

    def _show_run(self, row: RailRow) -> None:
        runs.show(self._session, row.key)

    def _choose(self, index: QModelIndex) -> None:
        if self._session.show is None or not index.isValid():
            return
        state = index.data(Role.ROW).state
        self._session.show_only(state=nomina.State(state) if state else None)


def _views(look: Look, actions: Actions) -> QVBoxLayout:
    """A button for each view of the centre."""
    layout = QVBoxLayout()
    layout.setContentsMargins(12, 0, 12, 8)
    layout.setSpacing(2)
    for view in VIEWS:
        action = actions[view.id]
        button = QToolButton(text=f"  {view.title}", checkable=True)  # Qt leaves little room between icon and words
        button.setAccessibleName(view.title)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setToolTip(f"{view.title} ({view.keys[0]})")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFixedHeight(ROW)
        button.setFont(look.font(13, QFont.Weight.Medium))
        button.setProperty("view", True)
        look.set_icon(button, view.id)
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda button=button, action=action: _follow(button, action))
        _follow(button, action)
        layout.addWidget(button)
    return layout


def _follow(button: QToolButton, action: QAction) -> None:
    button.setEnabled(action.isEnabled())
    button.setChecked(action.isChecked())

"""The rail at the left: the views of the centre, and what the gallery shows: by state, by folder, by a saved search."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont, QKeySequence
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

import nomina
from nomina_desktop.actions import VIEWS, Actions
from nomina_desktop.acts import runs, searches
from nomina_desktop.conditions import state_title
from nomina_desktop.live import Live
from nomina_desktop.look import Look, make_place
from nomina_desktop.notices import run_in_words
from nomina_desktop.rail_section import ROW, RailRow, RailSection
from nomina_desktop.session import ARRANGED, Session
from nomina_desktop.words import said, tr, when

if TYPE_CHECKING:
    from nomina import FolderCount, Run, SavedSearch, Show
    from nomina_desktop.verbs import Snapshot

PLACES = ("", "yours", "auto", "likely", "unsure", "none")
"""Values of State, "auto" for what runs labelled, "" for all pictures."""


class Rail(QWidget):
    """Chooses the view of the centre, and narrows what the gallery shows."""

    def __init__(self, session: Session, look: Look, actions: Actions) -> None:
        """Follow the session; the views are actions of the table."""
        super().__init__()
        make_place(self, "rail")
        self.setFixedWidth(240)
        self._session = session
        self._folders: tuple[FolderCount, ...] = ()
        self._opened: set[Path] = set()
        self._shown_folder: Path | None = None
        self._saved: tuple[SavedSearch, ...] = ()
        self.show_section = RailSection(look, tr("SHOW"), tr("What to show"))
        self.folders = RailSection(look, tr("FOLDERS"), tr("Folders"))
        self.watched = RailSection(look, tr("WATCHED"), tr("Watched folders"))
        self.runs = RailSection(look, tr("RUNS"), tr("Automatic runs"))
        self.saved = RailSection(look, tr("SAVED SEARCHES"), tr("Saved searches"))
        self.places, self.model = self.show_section.list, self.show_section.rows
        self.show_section.chosen = self._choose_place
        self.folders.chosen = self.watched.chosen = self._choose_folder
        self.folders.fold = self._fold
        self.saved.chosen = self._choose_saved
        self.runs.chosen = self._choose_run
        self.saved.removed = self._forget
        self.saved.menu_for = self._saved_menu
        self._live_folders = Live(self, session, self._ask_folders, self._take_folders)
        self._live_saved = Live(self, session, lambda: nomina.saved_searches, self._take_saved)
        self._lay_out(look, actions)
        for live in (self._live_folders, self._live_saved):
            live.look()
        session.changed.connect(self.take)
        self.take()

    def _lay_out(self, look: Look, actions: Actions) -> None:
        inside = QWidget()
        inside.setObjectName("rail_inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for section in (self.show_section, self.folders, self.watched, self.runs, self.saved):
            column.addWidget(section)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 1, 12)
        layout.setSpacing(8)
        layout.addLayout(_views(look, actions))
        layout.addWidget(scroll, 1)

    # What is there -----------------------------------------------------------------------------------------------

    def take(self, _: object = None) -> None:
        """Show the session's snapshot."""
        snapshot = self._session.snapshot
        if self._folder_shown() != self._shown_folder:
            self._live_folders.ask()
        show = snapshot.show if snapshot is not None and self._session.view == "pictures" else None
        self.show_section.take([_place(snapshot, place) for place in PLACES], None if show is None else _shown(show))
        self.folders.take(_rows_of(self._folders, self._opened), None if show is None else show.folder)
        self.watched.take(self._watched_rows(snapshot), None if show is None else show.folder)
        rows = [RailRow(run.id, when(run.started), run.labels, run_in_words(run)) for run in _runs_of(snapshot)]
        self.runs.take(rows, None if show is None else show.run_id)
        rows = [RailRow(each.id, each.name) for each in self._saved]
        self.saved.take(rows, None if show is None else self._saved_shown(show))

    def _watched_rows(self, snapshot: Snapshot | None) -> list[RailRow]:
        trouble, rows = self._session.watch_trouble, []
        for each in snapshot.watched if snapshot is not None else ():
            why, name = said(trouble.get(each.path, "")), each.path.name or str(each.path)
            title = tr("{folder} (not there)").format(folder=name) if why else name
            rows.append(RailRow(each.path, title, None, f"{each.path}: {why}" if why else str(each.path)))
        return rows

    def _ask_folders(self) -> object:
        folder = self._folder_shown()
        if folder != self._shown_folder:  # the way to it is opened once; a person may fold it again
            self._shown_folder = folder
            self._opened |= set() if folder is None else {folder, *folder.parents}
        opened = frozenset(self._opened)
        return lambda library: nomina.folders_of(library, None, opened)

    def _folder_shown(self) -> Path | None:
        return None if self._session.show is None else self._session.show.folder

    def _fold(self, row: RailRow, folded: bool) -> None:
        assert isinstance(row.key, Path)
        (self._opened.discard if folded else self._opened.add)(row.key)
        self._live_folders.ask()

    def _take_folders(self, folders: tuple[FolderCount, ...]) -> None:
        self._folders = folders
        self.take()

    def _take_saved(self, saved: tuple[SavedSearch, ...]) -> None:
        self._saved = saved
        self.take()

    def _saved_shown(self, show: Show) -> int | None:
        """The saved search that is shown, however it is sorted."""
        plain = type(show)()
        bare = replace(show, **{name: getattr(plain, name) for name in ARRANGED})
        return next((each.id for each in self._saved if each.show == bare), None)

    # What is chosen ----------------------------------------------------------------------------------------------

    def _choose_place(self, row: RailRow) -> None:
        key = row.key
        if key == "":
            self._session.show_only()
        elif key == "auto":
            self._session.narrow(origin=nomina.Origin.AUTO, state=None)
        else:
            self._session.narrow(origin=None, state=nomina.State(str(key)))

    def _choose_folder(self, row: RailRow) -> None:
        self._session.narrow(folder=row.key)

    def _choose_run(self, row: RailRow) -> None:
        runs.show(self._session, row.key)

    def _choose_saved(self, row: RailRow) -> None:
        found = next((each for each in self._saved if each.id == row.key), None)
        if found is not None:
            self._session.show_like(found.show)

    def _forget(self, row: RailRow) -> None:
        searches.forget(self._session, row.key)

    def _saved_menu(self, row: RailRow) -> QMenu:
        menu = QMenu()
        menu.addAction(tr("Forget this search")).triggered.connect(lambda _=False: self._forget(row))
        return menu


def _place(snapshot: Snapshot | None, place: str) -> RailRow:
    if snapshot is None:
        return RailRow(place, state_title(place))
    if not place:
        return RailRow(place, state_title(place), snapshot.total)
    counts = {state.value: number for state, number in snapshot.page.by_state.items()}
    count = snapshot.page.automatic if place == "auto" else counts.get(place, 0)
    return RailRow(place, state_title(place), count if snapshot.known else None)


def _shown(show: Show) -> str | None:
    """The place that is chosen; None where only other conditions narrow what is shown."""
    if show.origin is not None:
        return "auto" if show.origin.value == "auto" else "yours"
    if show.state is not None:
        return show.state.value
    plain = type(show)()
    narrowed = any(
        getattr(show, name) != getattr(plain, name) for name in show.__dataclass_fields__ if name not in ARRANGED
    )
    return None if narrowed else ""


def _runs_of(snapshot: Snapshot | None) -> Sequence[Run]:
    return snapshot.runs if snapshot is not None else ()


def _rows_of(folders: Sequence[FolderCount], opened: Collection[Path]) -> list[RailRow]:
    rows = [(each.path.name or str(each.path), each) for each in folders]
    return [
        RailRow(each.path, name, each.count, str(each.path), each.depth, each.folds, each.path not in opened)
        for name, each in rows
    ]


def _views(look: Look, actions: Actions) -> QVBoxLayout:
    """A button for each view of the centre."""
    layout = QVBoxLayout()
    layout.setContentsMargins(12, 0, 12, 8)
    layout.setSpacing(2)
    for view in VIEWS:
        action = actions[view.id]
        button = QToolButton(text=f"  {view.text}", checkable=True)  # Qt leaves little room between icon and words
        button.setAccessibleName(view.text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setToolTip(f"{view.text} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
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

"""The watched folders: which, whether what is new is labelled too, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QWidget

import nomina
from nomina_desktop.acts import watch
from nomina_desktop.dialogs.working import Working
from nomina_desktop.look import Look
from nomina_desktop.session import Session
from nomina_desktop.words import said, tr

if TYPE_CHECKING:
    from nomina import Watched

SURE = (None, 3, 5, 10, 20, 100)
"""How sure a label of a new picture must be: none at all, or at most 1 in so many wrong."""


class WatchedDialog(Working):
    """Lists the folders.

    Attributes:
        list: the folders.
        sure: the box that says whether new pictures of the current one are labelled.
        add_folder, stop_watching: the buttons.
    """

    def __init__(self, look: Look, parent: QWidget, session: Session, choose: Callable[[], Path | None]) -> None:
        """Show those of the session, and follow it; `choose` asks for a folder."""
        super().__init__(
            look,
            parent,
            session,
            tr("Watched folders"),
            tr(
                "New pictures in these folders are added while this library is open, once they have stopped changing."
                " Pictures that come while it is closed are added when it is opened."
            ),
            "",
        )
        self._choose = choose
        self._watched: tuple[Watched, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Watched folders"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setMinimumSize(520, 160)
        self.list.currentRowChanged.connect(lambda _: self._allow())
        words = [tr("At most about 1 in {number} wrong").format(number=each) for each in SURE[1:]]
        self.sure = QComboBox()
        self.sure.setAccessibleName(tr("Label what is new"))
        self.sure.addItems(
            [tr("Add only, label nothing"), *[tr("Label too. {promise}").format(promise=w) for w in words]]
        )
        self.sure.activated.connect(self._change)
        self.add_folder = QPushButton(tr("Watch a folder…"))
        self.add_folder.clicked.connect(lambda _: self._add())
        self.stop_watching = QPushButton(tr("Stop watching"))
        self.stop_watching.clicked.connect(lambda _: self._stop_watching())
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.add_folder)
        line.addWidget(self.stop_watching)
        line.addStretch(1)
        line.addWidget(self.sure)
        self.fields.addWidget(self.list, 1)
        self.fields.addLayout(line)
        session.changed.connect(self._take)
        self._take()
        self.add_folder.setFocus()

    def _take(self, _: object = None) -> None:
        if self.gone or self._session.snapshot is None:
            return
        row, before = self.list.currentRow(), self.list.count()
        self._watched = self._session.snapshot.watched
        self.list.blockSignals(True)
        self.list.clear()
        for each in self._watched:
            self.list.addItem(self._item(each))
        new = len(self._watched) > before > 0
        self.list.setCurrentRow(len(self._watched) - 1 if new else max(0, min(row, len(self._watched) - 1)))
        self.list.blockSignals(False)
        self.say("" if self._watched else tr("No folder is watched yet."))
        self.list.setVisible(bool(self._watched))
        self._allow()

    def _item(self, watched: Watched) -> QListWidgetItem:
        why = said(self._session.watch_trouble.get(watched.path, ""))
        text = str(watched.path)
        return QListWidgetItem(
            tr("{folder}: cannot be looked at now, {why}").format(folder=text, why=why) if why else text
        )

    def _current(self) -> Watched | None:
        row = self.list.currentRow()
        return self._watched[row] if 0 <= row < len(self._watched) else None

    def _allow(self) -> None:
        current = self._current()
        self.stop_watching.setEnabled(current is not None)
        self.sure.setEnabled(current is not None)
        if current is not None:
            levels = [0.0 if one_in is None else nomina.sure_of(one_in) for one_in in SURE]
            wanted = current.at_least or 0.0
            self.sure.setCurrentIndex(min(range(len(SURE)), key=lambda row: abs(levels[row] - wanted)))

    def _add(self) -> None:
        folder = self._choose()
        if folder is not None:
            self.complain("")
            watch.watch(self._session, folder, failed=self._refused)

    def _refused(self, error: Exception) -> None:
        if not self.gone:
            self.refuse(error)

    def _change(self, row: int) -> None:
        current, one_in = self._current(), SURE[row]
        if current is not None:
            at_least = None if one_in is None else nomina.sure_of(one_in)
            watch.watch(self._session, current.path, at_least, self._refused)

    def _stop_watching(self) -> None:
        current = self._current()
        if current is not None:
            watch.unwatch(self._session, current.id)

"""The backups of a library: when, why and with what in them; one more is made, one is gone back to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QWidget

import nomina
from nomina_desktop.acts import backups
from nomina_desktop.dialogs.question import Question
from nomina_desktop.dialogs.two_lines import HEIGHT, TwoLines
from nomina_desktop.look import Look
from nomina_desktop.models import Role
from nomina_desktop.notices import count
from nomina_desktop.rail_section import RailModel, RailRow
from nomina_desktop.session import Session
from nomina_desktop.tasks import Nothing, TaskRunner
from nomina_desktop.words import tr, when

if TYPE_CHECKING:
    from nomina import Backup, Contents

Seen = list[tuple["Backup", "Contents | None"]]
"""Backups with what is in them; None for a damaged one."""


class BackupsDialog(Question):
    """Lists the backups of a library, which may be open, or too damaged to be.

    Attributes:
        rows: the backups, the latest first.
        list: the view.
        make, restore: what can be done.
    """

    def __init__(self, look: Look, parent: QWidget, session: Session, folder: Path) -> None:
        """Show those in the folder. They are looked into on another thread, since that reads all of them."""
        super().__init__(
            look,
            parent,
            tr("Backups"),
            tr(
                "What you decided, your categories and labels, is copied once a day, and before a new version of Nomina"
                " changes its tables. Going back keeps what is there now as a backup, so that you can return to it."
            ),
            "",
        )
        self._session, self._folder = session, folder
        self._runner = TaskRunner(Nothing, self, "backups")
        self._seen: Seen = []
        self.rows = RailModel(self)
        self.list = QListView()
        self.list.setAccessibleName(tr("Backups"))
        self.list.setModel(self.rows)
        self.list.setItemDelegate(TwoLines(look, self, self._size))
        self.list.setMouseTracking(True)
        self.list.setMinimumSize(520, 4 * HEIGHT)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._allow())
        self.said = look.words("", wraps=True)
        self.restore = QPushButton(tr("Go back to it"))
        self.restore.clicked.connect(lambda _: self._restore())
        self.make = QPushButton(tr("Back up now"))
        self.make.setEnabled(session.folder == folder)
        self.make.clicked.connect(lambda _: backups.back_up(session, lambda _: self._look()))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.restore)
        line.addWidget(self.make)
        line.addStretch(1)
        self.fields.addWidget(self.list, 1)
        self.fields.addWidget(self.said)
        self.fields.addLayout(line)
        session.changed.connect(self._go_with_library)
        self._open_when_asked = session.folder
        self._look()
        self.list.setFocus()

    @property
    def busy(self) -> bool:
        """Whether it looks into the backups just now."""
        return self._runner.busy

    def _look(self) -> None:
        found = nomina.backups_of(self._folder)
        self._show([(backup, None) for backup in found], known=False)
        self._runner.run(lambda _: _looked_into(found), done=lambda seen: self._show(seen, known=True))

    def _show(self, seen: Seen, known: bool) -> None:
        row = max(0, self.list.currentIndex().row())
        self._seen = seen
        self.rows.take([_row(at, backup, contents, known) for at, (backup, contents) in enumerate(seen)])
        if seen:
            self.list.setCurrentIndex(self.rows.index(min(row, len(seen) - 1)))
        self.said.setText("" if seen else tr("There is no backup yet. One is made when the library is a day old."))
        self.said.setVisible(not seen)
        self.list.setVisible(bool(seen))
        self._allow()

    def _current(self) -> tuple[Backup, Contents | None] | None:
        row: RailRow | None = self.list.currentIndex().data(Role.ROW)
        return None if row is None else self._seen[int(str(row.key))]

    def _size(self, row: RailRow) -> str:
        return tr("{number} MB").format(number=QLocale().toString(self._seen[int(str(row.key))][0].bytes / 1e6, "f", 1))

    def _allow(self) -> None:
        current = self._current()
        self.restore.setEnabled(current is not None and current[1] is not None)

    def _restore(self) -> None:
        current = self._current()
        if current is not None:
            self.accept()
            backups.restore(self._session, self._folder, current[0])

    def _go_with_library(self, _: object) -> None:
        if self._session.folder != self._open_when_asked:
            self.reject()

    def done(self, result: int) -> None:
        """Close, and end the thread."""
        self._runner.close()
        super().done(result)


def _looked_into(found: Sequence[Backup]) -> Seen:
    seen: Seen = []
    for backup in found:
        try:
            seen.append((backup, nomina.look_into(backup.path)))
        except nomina.NominaError:
            seen.append((backup, None))
    return seen


def _row(at: int, backup: Backup, contents: Contents | None, known: bool) -> RailRow:
    words = [_because(backup)]
    if contents is not None:
        words.append(count(contents.pictures, "picture"))
        words.append(tr("%Ln category(ies)", None, contents.categories))
        words.append(tr("{labels} of yours").format(labels=count(contents.labels, "label")))
    elif known:
        words.append(tr("damaged, so it cannot be gone back to"))
    return RailRow(at, when(backup.made.isoformat()), None, "  ·  ".join(words))


def _because(backup: Backup) -> str:
    """Why a backup was made."""
    occasion = nomina.Occasion
    return {
        occasion.MIGRATION: tr("Before a new version"),
        occasion.DAILY: tr("The copy of the day"),
        occasion.ASKED: tr("You asked for it"),
        occasion.REPAIR: tr("Before a repair"),
        occasion.REPLACED: tr("Before going back to another"),
    }[backup.occasion]

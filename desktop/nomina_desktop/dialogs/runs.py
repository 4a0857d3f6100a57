"""The automatic runs: when, about what, how sure, how many of their labels stand; shown, and rolled back whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QWidget

from nomina_desktop.acts import runs
from nomina_desktop.dialogs.two_lines import HEIGHT, TwoLines
from nomina_desktop.dialogs.working import Working
from nomina_desktop.look import Look
from nomina_desktop.models import Role
from nomina_desktop.notices import count, run_in_words
from nomina_desktop.rail_section import RailModel, RailRow
from nomina_desktop.session import Session
from nomina_desktop.words import tr, when

if TYPE_CHECKING:
    from nomina import EncoderSpec, Run


class RunsDialog(Working):
    """Lists the runs.

    Attributes:
        rows: the runs, the latest first.
        list: the view.
        show_pictures, roll_back: what can be done with the current one.
    """

    def __init__(self, look: Look, parent: QWidget, session: Session) -> None:
        """Show those of the session, and follow it."""
        super().__init__(
            look,
            parent,
            session,
            tr("Automatic runs"),
            tr(
                "Each time pictures were labelled automatically is a run. Rolling one back takes all its labels away,"
                " except those that you confirmed since. Undo brings them back."
            ),
            "",
        )
        self.rows = RailModel(self)
        self.list = QListView()
        self.list.setAccessibleName(tr("Automatic runs"))
        self.list.setModel(self.rows)
        self.list.setItemDelegate(TwoLines(look, self, lambda row: count(row.count or 0, "label")))
        self.list.setMouseTracking(True)
        self.list.setMinimumSize(520, 4 * HEIGHT)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._allow())
        self.show_pictures = QPushButton(tr("Show its pictures"))
        self.show_pictures.clicked.connect(lambda _: self._show())
        self.roll_back = QPushButton(tr("Roll back"))
        self.roll_back.clicked.connect(lambda _: runs.roll_back(session, self._current().key))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.show_pictures)
        line.addWidget(self.roll_back)
        line.addStretch(1)
        self.fields.addWidget(self.list, 1)
        self.fields.addLayout(line)
        session.changed.connect(self._take)
        self._take()
        self.list.setFocus()

    def _take(self, _: object = None) -> None:
        if self.gone or self._session.snapshot is None:
            return
        snapshot, row = self._session.snapshot, self.list.currentIndex().row()
        self.rows.take([_row(run, snapshot.spec) for run in snapshot.runs])
        if self.rows.rowCount() and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.rows.index(max(0, min(row, self.rows.rowCount() - 1))))
        self.say("" if snapshot.runs else tr("No pictures were labelled automatically yet. “Label all…” does that."))
        self.list.setVisible(bool(snapshot.runs))
        self._allow()

    def _current(self) -> RailRow:
        row: RailRow = self.list.currentIndex().data(Role.ROW)
        return row

    def _allow(self) -> None:
        there = self.list.currentIndex().isValid()
        for button in (self.show_pictures, self.roll_back):
            button.setEnabled(there)

    def _show(self) -> None:
        run_id = self._current().key
        self.reject()
        runs.show(self._session, run_id)


def _row(run: Run, spec: EncoderSpec | None) -> RailRow:
    encoder = spec.title if spec is not None and spec.id == run.encoder else run.encoder
    return RailRow(run.id, when(run.started), run.labels, f"{run_in_words(run)}  ·  {encoder}")

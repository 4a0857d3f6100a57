"""A library is looked through for damage, and what grows back is mended; it is closed meanwhile, and opened again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QListView, QWidget

import nomina
from nomina_desktop.dialogs.two_lines import HEIGHT, TwoLines
from nomina_desktop.dialogs.working import Working
from nomina_desktop.look import Look
from nomina_desktop.notices import Work
from nomina_desktop.rail_section import RailModel, RailRow
from nomina_desktop.session import Session
from nomina_desktop.tasks import Nothing, TaskRunner
from nomina_desktop.words import said, tr

if TYPE_CHECKING:
    from nomina import Checked


class CheckDialog(Working):
    """Checks the library in a folder, and offers to mend what can be.

    Attributes:
        files: the box that asks for the picture files, too.
        rows, list: what is wrong.
        checked: what was found; None before.
    """

    def __init__(self, look: Look, parent: QWidget, session: Session, folder: Path) -> None:
        """Ask first; the session's library is closed when the check begins."""
        super().__init__(
            look,
            parent,
            session,
            tr("Check the library"),
            tr(
                "Looks for damage in what you decided, in what grows back, and in the backups. The library is closed"
                " meanwhile and opened again at the end. Your pictures and what you decided are never changed."
            ),
            tr("Check"),
        )
        self._home, self._reopen = folder, session.folder == folder
        self._runner = TaskRunner(Nothing, self, "check")
        self.checked: Checked | None = None
        self.files = QCheckBox(tr("Read every picture file, too, and compare it with what it was"))
        self.rows = RailModel(self)
        self.list = QListView()
        self.list.setAccessibleName(tr("What is wrong"))
        self.list.setModel(self.rows)
        self.list.setItemDelegate(TwoLines(look, self, lambda row: str(row.key).partition(" ")[2]))
        self.list.setMinimumSize(520, 3 * HEIGHT)
        self.list.hide()
        self.fields.addWidget(self.files)
        self.fields.addWidget(self.list, 1)

    @property
    def _can_mend(self) -> bool:
        return self.checked is not None and any(each.mendable for each in self.checked.troubles)

    def accept(self) -> None:
        """Check; or mend, where that was offered. The dialog stays."""
        repair = self._can_mend
        if self._session.folder == self._home:
            self._session.close()
        self.agree.setEnabled(False)
        self.files.setEnabled(False)
        self.complain("")
        self.say("")
        self.list.hide()
        work = Work(tr("Mending the library") if repair else tr("Checking the library"))
        verb = partial(nomina.check_library, self._home, files=self.files.isChecked(), repair=repair)
        task = self._runner.run(
            lambda _: verb(),
            progress=partial(self._advance, work),
            done=self._found,
            failed=self._failed,
            stopped=lambda _: self._idle(tr("Stopped. Nothing was changed.")),
        )
        work.cancel = task.cancel
        work.let_pause(task.pause, task.go_on)
        self.show_work(work)

    def _advance(self, work: Work, progress: Any) -> None:
        work.advance(progress)
        self.show_work(work)

    def _failed(self, error: Exception) -> None:
        self._idle("")
        self.refuse(error)

    def _idle(self, words: str) -> None:
        self.show_work(None)
        self.say(words)
        self.agree.setEnabled(True)
        self.files.setEnabled(True)
        self.buttons.buttons()[1].setText(tr("Close"))
        self.agree.setText(tr("Mend it") if self._can_mend else tr("Check again"))

    def _found(self, checked: Checked) -> None:
        self.checked = checked
        self.rows.take([_row(at, each) for at, each in enumerate(checked.troubles)])
        self.list.setVisible(bool(checked.troubles))
        self._idle(_outcome(checked))

    def _go_with_library(self, _: object) -> None:
        """It closes its library itself; another one is none of its business."""
        if self._session.folder not in (None, self._home) and not self.gone:
            self.reject()

    def done(self, result: int) -> None:
        """Close, and open the library again that was open before."""
        if self.gone:
            return
        super().done(result)
        self._runner.close()
        if self._reopen and self._session.folder is None and self._session.opening is None:
            self._session.open(self._home)


def _outcome(checked: Checked) -> str:
    if not checked.troubles:
        return tr("Nothing is wrong.")
    if checked.sound:
        return tr("All is sound now. What was removed grows back as the pictures are read again.")
    if any(each.truth for each in checked.troubles):
        return tr("What you decided is damaged. It is never changed here: go back to a backup (File, Backups…).")
    return tr("Something is wrong. What you decided is not touched by it.")


def _row(at: int, trouble: Any) -> RailRow:
    state, hint = tr("mended") if trouble.mended else "", said(trouble.hint)
    if trouble.mendable:
        hint = tr("It can be mended here.")
    elif trouble.truth:  # the core names a command
        hint = tr("Go back to a backup: File, Backups…")
    return RailRow(f"{at} {state}", said(trouble.title), None, f"{_part(trouble.part)}  ·  {hint}")


def _part(part: str) -> str:
    """A part of a library, for a person."""
    names = {
        "library.db": tr("What you decided"),
        "cache/embeddings.db": tr("What the encoder read"),
        "cache/thumbnails.db": tr("Small pictures"),
        "cache/facts.db": tr("When and where"),
        "cache/rows": tr("Rows for searching"),
        "pictures": tr("Picture files"),
    }
    return names.get(part, part)

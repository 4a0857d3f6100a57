"""Imports labels, examples or names: what is found in a file or folder is shown before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

import nomina
from nomina_desktop import drops
from nomina_desktop.acts import imports
from nomina_desktop.dialogs.foreseeing import Foreseeing
from nomina_desktop.dialogs.form import Form
from nomina_desktop.dialogs.found import FoundList
from nomina_desktop.findings import findings
from nomina_desktop.look import Look
from nomina_desktop.session import Session
from nomina_desktop.words import said, tr

if TYPE_CHECKING:
    from nomina import Imported, ImportPlan

TAKES = ("labels", "examples", "names")
SAME_NAMES = ("join", "rename", "skip")
FORM = 352


class ImportDialog(Foreseeing):
    """Where from and what to do with it at the left, what is found at the right.

    Attributes:
        source: the line that says where from.
        format, take, same_name: the boxes.
        automatic, overrule, by_name, first: the ticks.
        found: what is found.
        report: the latest, or None while it is on its way.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        session: Session,
        choose: Callable[[bool], Path | None],
        imported: Callable[[Imported], None],
        source: Path | None = None,
    ) -> None:
        """Ask which formats there are.

        Args:
            choose: asks for a file, or (True) for a folder.
            imported: called when all is taken.
        """
        super().__init__(
            look,
            parent,
            session,
            tr("Import labels"),
            tr(
                "Choose a file or folder, or drop it here. Nothing is written before you say so,"
                " and one Undo takes it back."
            ),
            tr("Import"),
        )
        self._choose, self._imported = choose, imported
        self._shown_options = ""
        self.report: Imported | None = None
        self.setAcceptDrops(True)
        self.fields.addLayout(self._source_row())
        self.fields.addSpacing(6)
        self._make_form(look)
        self.found = FoundList(look)
        self.lay_out(self._form, self.found)
        self.fit(880, 640)
        self.source.setFocus()
        self.source.setText("" if source is None else str(source))
        imports.formats(session, self._show_formats)

    def _source_row(self) -> QHBoxLayout:
        self.source = QLineEdit(placeholderText=tr("A table, a folder for each category, sidecars, a category pack…"))
        self.source.setAccessibleName(tr("Where from"))
        self.source.setAcceptDrops(False)  # files that are dropped here go to the dialog
        self.source.textEdited.connect(lambda _: self.change())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.source, 1)
        self._browse = []
        for title, folder in ((tr("File…"), False), (tr("Folder…"), True)):
            button = QPushButton(title)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, folder=folder: self._chosen(self._choose(folder)))
            self._browse.append(button)
            row.addWidget(button)
        return row

    def _make_form(self, look: Look) -> None:
        self._form = form = Form(look, FORM, self.change)
        self.format = form.box(tr("Format"), [tr("As it is recognised")])
        self.take = form.box(
            tr("What is taken"),
            [
                tr("Labels of pictures that are here"),
                tr("Labels, and pictures that are not here"),
                tr("The names of the categories alone"),
            ],
        )
        self.same_name = form.box(
            tr("A category of a name that is here"),
            [tr("Is the same one"), tr("Becomes another one"), tr("Is left out")],
        )
        self.automatic = form.tick(tr("Automatic labels too, as a run"))
        self.overrule = form.tick(tr("They take the place of yours where they differ"))
        self.by_name = form.tick(tr("Find moved pictures by their file name"))
        self.first = form.tick(tr("Of several categories of a picture, take the first"))

    def _show_formats(self, formats: Mapping[str, Any]) -> None:
        if self.gone:
            return
        self._formats = formats
        for name, made in formats.items():
            self.format.addItem(said(made.title), name)
        self.change()

    # Where from --------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file or a folder of this computer."""
        if len(drops.files_in(event.mimeData())) == 1 and self.stop is None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Every place is as good."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at it."""
        event.acceptProposedAction()
        self._chosen(drops.files_in(event.mimeData())[0])

    def _chosen(self, path: Path | None) -> None:
        if path is not None:
            self.source.setText(str(path))
            self.change()

    # What is found -----------------------------------------------------------------------------------------------

    def change(self) -> None:
        """Something is another now: what is shown is out of date."""
        self.no_longer_asked()
        self.report = None
        self.agree.setEnabled(False)
        if self._formats and self.source.text().strip():
            self._timer.start()
        else:
            self._timer.stop()
            self.found.take([])
            self.say("")
            self.complain("")

    def plan(self, *, dry_run: bool) -> ImportPlan:
        """What is asked for."""
        return nomina.ImportPlan(
            source=Path(self.source.text().strip()),
            format=self.format.currentData() or "",
            take=nomina.Take(TAKES[self.take.currentIndex()]),
            same_name=nomina.SameName(SAME_NAMES[self.same_name.currentIndex()]),
            several=nomina.Several("first" if self.first.isChecked() else "skip"),
            automatic=self.automatic.isChecked(),
            by_name=self.by_name.isChecked(),
            overrule=self.overrule.isChecked(),
            dry_run=dry_run,
            options=dict(self.options.values()) if self.format.currentData() == self._shown_options else {},
        )

    def ask(self) -> None:
        """Look at the file or folder, and change nothing."""
        if self.format.currentData() != self._shown_options:
            self._show_options(self.format.currentData() or "")
        self.say(tr("Looking at what there is…"))
        self._asked = imports.foresee(self._session, self.plan(dry_run=True), done=self._take, failed=self._refused)

    def _show_options(self, name: str) -> None:
        """The options of a format that was chosen by hand: of one that is recognised the defaults do."""
        self._shown_options = name
        self.options.show_options(self._formats[name].options if name else ())

    def _take(self, report: Imported) -> None:
        if self.gone:
            return
        self._asked, self.report = None, report
        self.complain("")
        self.format.setItemText(0, tr("Recognised: {title}").format(title=said(self._formats[report.format].title)))
        self.found.take(findings(report))
        would = report.labels or report.automatic or report.new or report.changed or report.added
        self.agree.setEnabled(bool(would))
        words = [imports.in_words(report)] if would else []
        if report.unknown and not self.take.currentIndex():
            both = self.take.itemText(1)
            words.append(tr("To add the pictures that are not here, choose “{choice}”.").format(choice=both))
        self.say(" ".join(words) or tr("There is nothing in it that is not here already."))

    def _refused(self, error: Exception) -> None:
        if self.gone:
            return
        self._asked = None
        self.found.take([])
        self.say("")
        self.refuse(error)

    # Taking it ---------------------------------------------------------------------------------------------------

    def write(self) -> None:
        """Take what was found."""
        self.complain("")
        self.enable(False)
        imports.take(
            self._session,
            self.plan(dry_run=False),
            progress=self.show_work,
            done=self._done,
            failed=self.not_done,
            stopped=lambda _: self.not_done(None),
        )

    def enable(self, on: bool) -> None:
        """Let the choices be changed; not while work is under way."""
        for widget in (self._form, self.source, self.agree, *self._browse):
            widget.setEnabled(on)

    def _done(self, report: Imported) -> None:
        self._imported(report)
        if not self.gone:
            self.accept()

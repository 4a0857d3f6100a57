"""Exports labels: format, pictures, labels, where to; and what would be written, while one chooses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

import nomina
from nomina_desktop.acts import exports
from nomina_desktop.acts.runs import Scope
from nomina_desktop.dialogs.foreseeing import Foreseeing
from nomina_desktop.dialogs.form import Form
from nomina_desktop.dialogs.planned import PlannedFiles
from nomina_desktop.look import Look
from nomina_desktop.notices import count
from nomina_desktop.session import Session
from nomina_desktop.words import said, tr

if TYPE_CHECKING:
    from nomina import Exported, ExportPlan, ExportPreview

LABELS = ("both", "confirmed", "automatic")
SURE = (None, 5, 10, 20, 100)
"""How sure an automatic label must be: as it stands, or at most 1 in so many wrong."""
FORM = 320


class ExportDialog(Foreseeing):
    """The form at the left, what would be written at the right.

    Attributes:
        format, pictures, labels, sure, paths: the boxes.
        unlabelled, provenance, replace, moving: the ticks.
        target: the line that says where to.
        planned: what would be written.
        preview: the latest, or None while it is on its way.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        session: Session,
        scopes: Sequence[Scope],
        folder: Path,
        choose: Callable[[str, str, bool], Path | None],
        written: Callable[[ExportPlan, Exported], None],
    ) -> None:
        """Ask which formats there are; the form is usable when that is known.

        Args:
            folder: where the first target is proposed.
            choose: asks for a target: its proposed path, the ending of its file, whether it is a folder.
            written: called when all is written.
        """
        super().__init__(
            look,
            parent,
            session,
            tr("Export labels"),
            tr("Nothing is written before you say so. Your pictures stay as they are, unless you choose to move them."),
            tr("Export"),
        )
        self._scopes, self._home, self._choose, self._written = list(scopes), folder, choose, written
        self.preview: ExportPreview | None = None
        self._own_target = True
        self._make_form(look)
        self.planned = PlannedFiles(look)
        self.lay_out(self._form, self.planned)
        self.fields.addLayout(self._target_row(look))
        self.fit(940, 700)
        self.format.setFocus()
        exports.formats(session, self._show_formats)

    # The form ----------------------------------------------------------------------------------------------------

    def _make_form(self, look: Look) -> None:
        self._form = form = Form(look, FORM, self.change)
        self.format = form.box(tr("Format"), [])
        self.format.activated.connect(lambda _: self._format_chosen())
        self.pictures = form.box(tr("Which pictures"), [scope.title for scope in self._scopes])
        self.labels = form.box(
            tr("Which labels"),
            [tr("Yours, and automatic ones for the rest"), tr("Yours alone"), tr("Automatic ones alone")],
        )
        words = [tr("At most about 1 in {number} wrong").format(number=each) for each in SURE[1:]]
        self.sure = form.box(tr("How sure automatic labels must be"), [tr("As they stand"), *words])
        self.paths = form.box(
            tr("How files are named"), [tr("With their whole path"), tr("From the folder of the export")]
        )
        self.unlabelled = form.tick(tr("Pictures without a label too"), on=True)
        self.provenance = form.tick(tr("With who said so, how sure, and when"), on=True)

    def _target_row(self, look: Look) -> QVBoxLayout:
        """Where to, and what must be said before something is taken away."""
        self.target = QLineEdit()
        self.target.setAccessibleName(tr("Where to"))
        self.target.textEdited.connect(self._target_typed)
        self._browse = QPushButton(tr("Choose…"))
        self._browse.setAutoDefault(False)
        self._browse.clicked.connect(lambda _: self._choose_target())
        self._where = look.words(tr("Where to"), 12, tone="secondary")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.target, 1)
        line.addWidget(self._browse)
        self.replace, self.moving = QCheckBox(), QCheckBox()
        rows = QVBoxLayout()
        rows.setSpacing(6)
        rows.addWidget(self._where)
        rows.addLayout(line)
        for tick in (self.replace, self.moving):
            tick.toggled.connect(lambda _: self.change())
            tick.hide()
            rows.addWidget(tick)
        return rows

    def _show_formats(self, formats: Mapping[str, Any]) -> None:
        if self.gone:
            return
        self._formats = formats
        for name, made in formats.items():
            self.format.addItem(said(made.title), name)
        self._format_chosen()

    @property
    def _made(self) -> Any:
        return self._formats[self.format.currentData()]

    @property
    def _beside(self) -> bool:
        return str(self._made.kind) == "beside"

    @property
    def _moves(self) -> bool:
        return self.options.values().get("how") == "move"

    def _format_chosen(self) -> None:
        self.options.show_options(self._made.options)
        for widget in (self._where, self.target, self._browse):
            widget.setVisible(not self._beside)
        self.unlabelled.setVisible(self._made.unlabelled)
        if self._own_target:
            name = tr("{library} labels").format(library=self._session.name)  # the library's own folder has its name
            self.target.setText(str(self._home / f"{name}{self._made.ending}"))
        elif self._made.ending:
            self.target.setText(str(Path(self.target.text()).with_suffix(self._made.ending)))
        self.change()

    def _target_typed(self, _: str) -> None:
        self._own_target = False
        self.replace.setChecked(False)
        self.change()

    def _choose_target(self) -> None:
        chosen = self._choose(self.target.text(), self._made.ending, str(self._made.kind) == "folder")
        if chosen is not None:
            self.target.setText(str(chosen))
            self._target_typed("")

    # What would be written ---------------------------------------------------------------------------------------

    def change(self) -> None:
        """Something is another now: what is shown is out of date."""
        if not self._formats or self.stop is not None:
            return
        self.no_longer_asked()
        self._timer.start()
        self._allow()

    def plan(self, *, really: bool = False) -> ExportPlan:
        """What is asked for; `really` where the ticks for what cannot be undone count."""
        scope, one_in = self._scopes[self.pictures.currentIndex()], SURE[self.sure.currentIndex()]
        target = None if self._beside or not self.target.text().strip() else Path(self.target.text().strip())
        return nomina.ExportPlan(
            format=self.format.currentData(),
            target=target,
            ids=scope.among,
            folder=scope.only,
            labels=nomina.WhichLabels(LABELS[self.labels.currentIndex()]),
            at_least=None if one_in is None else nomina.sure_of(one_in),
            unlabelled=self.unlabelled.isChecked(),
            relative_to=target.parent if self.paths.currentIndex() and target is not None else None,
            provenance=self.provenance.isChecked(),
            replace=really and self.replace.isChecked(),
            move=really and self._moves and self.moving.isChecked(),
            options=dict(self.options.values()),
        )

    def ask(self) -> None:
        """Look at the first files first."""
        if self.preview is None:
            self.say(tr("Looking at what would be written…"))
        self._foresee(whole=False)

    def _foresee(self, *, whole: bool) -> None:
        take = self._take if whole else self._take_first
        self._asked = exports.foresee(self._session, self.plan(), whole=whole, done=take, failed=self._refused)

    def _take_first(self, preview: ExportPreview) -> None:
        """Show the first files and the counts; what cannot be written, and what changed, is looked for meanwhile."""
        if not self.gone:
            self._take(preview)
            self._foresee(whole=True)

    def _take(self, preview: ExportPreview) -> None:
        if self.gone:
            return
        self._asked, self.preview = None, preview
        self.complain("")
        self.planned.take(preview)
        self.say(exports.in_words(preview.exported))
        self._show_risks(preview)
        self._allow()

    def _show_risks(self, preview: ExportPreview) -> None:
        target, moved = preview.exported.target, preview.exported.pictures if self._moves else 0
        self.replace.setVisible(preview.occupied)
        self.replace.setText(tr("Write over “{name}”").format(name=target.name if target else ""))
        self.moving.setVisible(moved > 0)
        self.moving.setText(tr("Yes, move {pictures}").format(pictures=count(moved, "original")))
        self.agree.setText(
            tr("Export {pictures}").format(pictures=count(preview.exported.pictures, "picture"))
            if preview.exported.pictures
            else tr("Export")
        )

    def _refused(self, error: Exception) -> None:
        if self.gone:
            return
        self._asked = self.preview = None
        self.say("")
        self.planned.take(None)
        for tick in (self.replace, self.moving):
            tick.hide()
        self.refuse(error)
        self._allow()

    def _allow(self) -> None:
        preview = self.preview
        self.agree.setEnabled(
            preview is not None
            and not self._timer.isActive()
            and self.stop is None
            and (not preview.occupied or self.replace.isChecked())
            and (not self._moves or self.moving.isChecked())
        )

    # Writing -----------------------------------------------------------------------------------------------------

    def write(self) -> None:
        """Write what was foreseen; the export itself finds out the rest."""
        plan = self.plan(really=True)
        self.no_longer_asked()
        self.complain("")
        self.enable(False)
        exports.write(
            self._session,
            plan,
            progress=self.show_work,
            done=partial(self._done, plan),
            failed=self.not_done,
            stopped=lambda _: self.not_done(None),
        )
        self.agree.setEnabled(False)

    def enable(self, on: bool) -> None:
        """Let the choices be changed; not while work is under way."""
        for widget in (self._form, self.target, self._browse, self.replace, self.moving):
            widget.setEnabled(on)
        if on:
            self._allow()

    def _done(self, plan: ExportPlan, exported: Exported) -> None:
        self._written(plan, exported)
        if not self.gone:
            self.accept()

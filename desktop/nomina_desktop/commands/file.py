"""Libraries are made and opened, pictures come in, labels go out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import nomina
from nomina_desktop import dialogs
from nomina_desktop.acts import exports, imports, pictures
from nomina_desktop.acts.runs import scopes_of
from nomina_desktop.commands.files import show_in_folder
from nomina_desktop.commands.menu import Menu, Tools
from nomina_desktop.notices import count
from nomina_desktop.words import said, tr

if TYPE_CHECKING:
    from nomina import Exported, ExportPlan, Imported, Skipped


class FileCommands(Menu):
    """The actions of the menu File."""

    def __init__(self, tools: Tools) -> None:
        """Begin a library of what is dropped on the first page, too; offer the backups of one that is damaged."""
        super().__init__(tools)
        self._window.begin = self.begin
        self._session.could_not_open = self._could_not_open

    def begin(self, paths: Sequence[Path]) -> None:
        """Make a library of these files and folders, named and placed as most people would."""
        name = paths[0].name if len(paths) == 1 and paths[0].is_dir() else tr("My pictures")
        folder = self._files.library_unasked(name)
        add = partial(pictures.add, self._session, paths)
        self._session.open(folder, create=True, then=add)

    def new(self) -> None:
        """Make a library and open it."""
        folder = self._files.library_to_make(tr("My pictures"))
        if folder is not None:
            self._session.open(folder, create=True)

    def open(self) -> None:
        """Open a library."""
        folder = self._files.library_to_open()
        if folder is not None:
            self._session.open(folder)

    def samples(self) -> None:
        """Make a library of the sample pictures."""
        folder = self._files.library_to_make(tr("Nomina samples"))
        if folder is not None:
            self._session.open(folder, create=True, then=partial(pictures.add_samples, self._session))

    def add_files(self) -> None:
        """Add picture files."""
        paths = self._files.pictures(tr("Add pictures"))
        if paths:
            pictures.add(self._session, paths)

    def add_folder(self) -> None:
        """Add a folder of pictures."""
        folder = self._files.folder_of_pictures()
        if folder is not None:
            pictures.add(self._session, [folder])

    def watch(self) -> None:
        """Say which folders are watched."""
        dialogs.WatchedDialog(self._look, self._window, self._session, self._files.folder_of_pictures).open()

    def export(self) -> None:
        """Write the labels to files."""
        dialogs.ExportDialog(
            self._look,
            self._window,
            self._session,
            scopes_of(self._session),
            self._files.documents(),
            self._files.export_target,
            self._exported,
        ).open()

    def _exported(self, _: ExportPlan, exported: Exported) -> None:
        target, journal, left_out = exported.target, exported.journal, exported.left_out
        what, show_skipped = count(exported.pictures, "picture"), self._notices.show_skipped
        words = tr("{pictures} written to “{name}”.").format(pictures=what, name=target.name if target else "")
        if target is None:
            words = tr("The sidecars of {pictures} are up to date.").format(pictures=what)
        if journal is not None:
            words = tr("{pictures} moved to “{name}”.").format(pictures=what, name=target.name if target else "")
            self._notices.tell(words, "", tr("Move back"), partial(exports.move_back, self._session, journal))
        elif left_out:
            hint = tr("{files} could not be.").format(files=count(len(left_out), "picture"))
            self._notices.tell(words, hint, tr("See which"), lambda: show_skipped(left_out))
        elif target is not None:
            self._notices.tell(words, "", tr("Show in folder"), partial(show_in_folder, target))
        else:
            self._notices.tell(words)

    def import_(self) -> None:
        """Take labels, examples or names from a file or folder."""
        dialogs.ImportDialog(self._look, self._window, self._session, self._files.import_source, self._imported).open()

    def _imported(self, imported: Imported) -> None:
        left = [*imported.clashes, *imported.spoilt]
        if left:
            hint = tr("Not all of it could be taken.")
            self._notices.tell(imports.in_words(imported), hint, tr("See which"), lambda: self._not_taken(left))
        elif imported.change is not None:
            self._notices.tell(imports.in_words(imported), "", tr("Undo"), self._notices.undo)
        else:
            self._notices.tell(imports.in_words(imported))

    def _not_taken(self, left: Sequence[Skipped]) -> None:
        sentence = tr("The rest was taken. Undo takes all of it back.")
        rows = [(each.path.name, f"{said(each.reason)}\t{each.path}") for each in left]
        dialogs.show_list(self._look, self._window, tr("What could not be taken"), sentence, rows).open()

    def backups(self) -> None:
        """Show the backups of the library."""
        if self._session.folder is not None:
            self._show_backups(self._session.folder)

    def check(self) -> None:
        """Look through the library for damage."""
        if self._session.folder is not None:
            dialogs.CheckDialog(self._look, self._window, self._session, self._session.folder).open()

    def _show_backups(self, folder: Path) -> None:
        dialogs.BackupsDialog(self._look, self._window, self._session, folder).open()

    def _could_not_open(self, folder: Path, error: Exception) -> None:
        if isinstance(error, nomina.NotALibrary) and nomina.backups_of(folder):
            self._notices.failed(error, tr("Backups…"), partial(self._show_backups, folder))
        else:
            self._notices.failed(error)

    def close(self) -> None:
        """Close the library."""
        self._session.close()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

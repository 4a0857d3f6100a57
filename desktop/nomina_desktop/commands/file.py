"""Libraries are made and opened, pictures come in, labels go out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from nomina_desktop.acts import exports, pictures
from nomina_desktop.commands.files import show_in_folder
from nomina_desktop.commands.menu import Menu, Tools
from nomina_desktop.notices import count
from nomina_desktop.words import tr


class FileCommands(Menu):
    """The actions of the menu File."""

    def __init__(self, tools: Tools) -> None:
        """Begin a library of what is dropped on the first page, too."""
        super().__init__(tools)
        self._window.begin = self.begin

    def begin(self, paths: Sequence[Path]) -> None:
        """Make a library of these files and folders, named and placed as most people would."""
        name = paths[0].name if len(paths) == 1 and paths[0].is_dir() else tr("My pictures")
        folder = self._files.library_unasked(name)
        add = partial(pictures.add, self._session, paths)
        self._session.open(folder, create=True, then=add)

    def new(self) -> None:
        """Make a library and open it."""
        folder = self._files.library_to_make("My pictures")
        if folder is not None:
            self._session.open(folder, create=True)

    def open(self) -> None:
        """Open a library."""
        folder = self._files.library_to_open()
        if folder is not None:
            self._session.open(folder)

    def samples(self) -> None:
        """Make a library of the sample pictures."""
        folder = self._files.library_to_make("Nomina samples")
        if folder is not None:
            self._session.open(folder, create=True, then=partial(pictures.add_samples, self._session))

    def add_files(self) -> None:
        """Add picture files."""
        paths = self._files.pictures("Add pictures")
        if paths:
            pictures.add(self._session, paths)

    def add_folder(self) -> None:
        """Add a folder of pictures."""
        folder = self._files.folder_of_pictures()
        if folder is not None:
            pictures.add(self._session, [folder])

    def export(self) -> None:
        """Write the labels to a file."""
        target = self._files.export_target(self._session.name)
        if target is not None:
            exports.write(self._session, target, lambda rows: self._exported(target, rows))

    def _exported(self, target: Path, rows: int) -> None:
        self._notices.tell(
            f"{count(rows, 'picture')} written to “{target.name}”.",
            act_name="Show in folder",
            act=lambda: show_in_folder(target),
        )

    def close(self) -> None:
        """Close the library."""
        self._session.close()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

"""Libraries are made and opened, pictures come in, labels go out."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from nomina_desktop.acts import exports, pictures
from nomina_desktop.commands.files import show_in_folder
from nomina_desktop.commands.menu import Menu
from nomina_desktop.notices import count


class FileCommands(Menu):
    """The actions of the menu File."""

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

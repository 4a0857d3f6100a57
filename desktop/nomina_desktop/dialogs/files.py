"""Where files and folders are: asked with the system's own dialogs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from nomina_desktop.words import tr

PICTURES = "*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff *.avif *.heic *.heif *.mp4 *.mov *.mkv *.webm *.avi"


class Files:
    """Asks for files and folders with the system's own dialogs. Tests hand in their own answers."""

    def __init__(self, parent: QWidget) -> None:
        """Ask over this window."""
        self._parent = parent

    def library_to_open(self) -> Path | None:
        """The folder of a library."""
        return _path(QFileDialog.getExistingDirectory(self._parent, tr("Open library"), _documents()))

    def library_to_make(self, name: str) -> Path | None:
        """A folder that is to be made."""
        start = str(_free(Path(_documents()) / name))
        return _path(QFileDialog.getSaveFileName(self._parent, tr("New library: name its folder"), start)[0])

    def library_unasked(self, name: str) -> Path:
        """The folder of a library that is made without asking: of this name, beside a person's documents."""
        return _free(Path(_documents()) / "Nomina" / name)

    def pictures(self, title: str) -> list[Path]:
        """Picture files."""
        return [
            Path(name)
            for name in QFileDialog.getOpenFileNames(
                self._parent, title, "", f"{tr('Pictures')} ({PICTURES});;{tr('All files')} (*)"
            )[0]
        ]

    def folder_of_pictures(self) -> Path | None:
        """A folder."""
        return _path(QFileDialog.getExistingDirectory(self._parent, tr("Add a folder of pictures")))

    def folder_of_model(self) -> Path | None:
        """A folder that holds a model."""
        return _path(QFileDialog.getExistingDirectory(self._parent, tr("The folder of a model")))

    def export_target(self, proposed: str, ending: str, folder: bool) -> Path | None:
        """A file or folder to write; a file's name without an ending gets this one."""
        kind = tr("Files (*{ending})").format(ending=ending) if ending else ""
        chosen = _path(QFileDialog.getSaveFileName(self._parent, tr("Export to"), proposed, kind)[0])
        return chosen if chosen is None or folder or chosen.suffix else chosen.with_suffix(ending)

    def import_source(self, folder: bool) -> Path | None:
        """A file to import from, or a folder."""
        if folder:
            return _path(QFileDialog.getExistingDirectory(self._parent, tr("Import a folder")))
        return _path(QFileDialog.getOpenFileName(self._parent, tr("Import a file"))[0])

    @staticmethod
    def documents() -> Path:
        """Where a person keeps what they made."""
        return Path(_documents())


def _path(chosen: str) -> Path | None:
    return Path(chosen) if chosen else None


def _documents() -> str:
    """Where a person's documents are; their home where there is no folder for documents."""
    places = QStandardPaths.StandardLocation
    documents = QStandardPaths.writableLocation(places.DocumentsLocation)
    return documents if Path(documents).is_dir() else QStandardPaths.writableLocation(places.HomeLocation)


def _free(path: Path) -> Path:
    """The path, or the first numbered one that is free."""
    number, free = 2, path
    while free.exists():
        free, number = path.with_name(f"{path.name} {number}"), number + 1
    return free

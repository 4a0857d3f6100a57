"""What is dragged: files from a file manager, or pictures from the gallery."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

import nomina
from nomina_desktop.words import tr

PICTURES = "application/x-nomina-pictures"
PLACE = "application/x-nomina-place"
"""Where the one picture lies that is dragged."""
FEW = 20
"""Files that are looked at while they are dragged."""
CATEGORY = "application/x-nomina-category"


def names_in(mime: QMimeData) -> list[str]:
    """Files and folders of this computer that are dragged, as text; none for pictures of our own gallery.

    Of 100,000 files, paths take most of the time; they are better made on another thread.
    """
    if mime.hasFormat(PICTURES) or not mime.hasUrls():
        return []
    return [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]


def files_in(mime: QMimeData) -> list[Path]:
    """Files and folders of this computer that are dragged; none for pictures of our own gallery."""
    return list(map(Path, names_in(mime)))


def strange(mime: QMimeData) -> tuple[str, str]:
    """Why something that is dragged from elsewhere cannot be taken, and what to do; ("", "") where that is not so."""
    if any(url.isLocalFile() for url in mime.urls()) or any(mime.hasFormat(ours) for ours in (PICTURES, CATEGORY)):
        return "", ""
    if mime.hasUrls():
        return tr("What lies on the web cannot be added."), tr("Save it to a file first, then drop that file here.")
    if mime.hasImage():
        return tr("This picture is no file yet."), tr("Save it to a file first, then drop that file here.")
    if mime.hasText():
        return tr("Text cannot be added."), tr("Drop files or folders of pictures. Categories are typed at the right.")
    return "", ""


def pictures_in(mime: QMimeData) -> list[int]:
    """Ids of the pictures that are dragged from our own gallery."""
    if not mime.hasFormat(PICTURES):
        return []
    text = bytes(mime.data(PICTURES).data()).decode("ascii", "replace")
    return [int(word) for word in text.split() if word.isdecimal()]


def one_picture_in(mime: QMimeData) -> Path | None:
    """The one file that is dragged, from a file manager or our own gallery; None for more, and for a folder.

    Of our own it may be a moment of a video.
    """
    if mime.hasFormat(PLACE):
        return Path(os.fsdecode(mime.data(PLACE).data()))
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and not files[0].is_dir() else None


def with_pictures(ids: Sequence[int], paths: Sequence[Path]) -> QMimeData:
    """A drag of pictures of the gallery; other programs get the files."""
    mime = QMimeData()
    mime.setData(PICTURES, " ".join(map(str, ids)).encode("ascii"))
    files = dict.fromkeys(nomina.Place.of(path).file for path in paths)
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    if len(paths) == 1:
        mime.setData(PLACE, os.fsencode(paths[0]))
    return mime


def folder_in(files: Sequence[str]) -> bool:
    """Whether a folder is among them; of many the first are looked at."""
    return any(Path(each).is_dir() for each in files[:FEW])


def of_category(category_id: int) -> QMimeData:
    """A drag of a category of the panel."""
    mime = QMimeData()
    mime.setData(CATEGORY, str(category_id).encode("ascii"))
    return mime


def category_in(mime: QMimeData) -> int | None:
    """Id of the category that is dragged; None for anything else."""
    text = bytes(mime.data(CATEGORY).data()).decode("ascii", "replace")
    return int(text) if text.isdecimal() else None


def things(files: Sequence[Path | str]) -> str:
    """What is dragged, in words; of many the first are looked at."""
    first = [Path(each) for each in files[:FEW]]
    if len(files) == 1:
        return f"“{first[0].name}”"
    folders = sum(path.is_dir() for path in first)
    if not folders:
        return tr("%Ln file(s)", None, len(files))
    only = folders == len(first)
    return tr("%Ln folder(s)", None, len(files)) if only else tr("%Ln files and folders", None, len(files))

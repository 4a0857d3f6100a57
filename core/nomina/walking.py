"""Which files are pictures: folders walked lazily, in the order of names, without what is left out of them."""

from __future__ import annotations

import fnmatch
import functools
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from nomina import rawfiles
from nomina.domain import Skipped
from nomina.errors import reason_of
from nomina.places import Place, meant
from nomina.video import is_video, why_not

LEFT_OUT = (
    ".*",  # .git, .thumbnails, .Trash-1000, ._picture.jpg
    *("$RECYCLE.BIN", "System Volume Information", "__MACOSX", "Thumbs.db", "lost+found"),
    *("@eaDir", "@__thumb", "@Recycle", "#recycle", "#snapshot", "@Recently-Snapshot"),  # of disks in the network
    *("*.lrdata", "node_modules", "__pycache__"),
)
"""What is left out of a folder unless a person says otherwise: hidden files, what systems put beside pictures, and what
was deleted."""
EXPORT_MARK = "nomina-export.json"
"""Lies in a folder that an export wrote. Its pictures are copies: read with the folder around it, each would be known
by the place of its copy from then on."""
EXTENSIONS = frozenset(
    f".{name}"
    for name in (
        *("jpg", "jpeg", "jpe", "jfif", "mpo", "png", "apng", "webp", "gif", "avif", "avifs", "heic", "heif"),
        *("tif", "tiff", "bmp", "dib", "jp2", "j2k", "jpx", "ppm", "pgm", "pbm", "pnm", "ico", "tga", "psd"),
        *("pcx", "sgi", "qoi"),
    )
).union(rawfiles.EXTENSIONS)


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which files and folders are left out of a folder that is walked.

    Patterns are as a shell has them ("*.psd", "@eaDir", ".*"), in any case. They say of the names of files and of
    folders: what lies in a folder that is left out is left out with it.

    Attributes:
        exclude: names that are left out.
        include: names that are taken in although they are among them.
    """

    exclude: tuple[str, ...] = LEFT_OUT
    include: tuple[str, ...] = ()

    def also(self, exclude: Iterable[str] = (), include: Iterable[str] = ()) -> Sieve:
        """One that leaves these out too, whatever this one takes in, and takes those in."""
        more = tuple(exclude)
        kept = (name for name in self.include if not _matches(name, more))
        return Sieve((*self.exclude, *more), (*kept, *include))

    def leaves_out(self, name: str) -> bool:
        """Whether a file or folder of this name is left out."""
        return _matches(name, self.exclude) and not _matches(name, self.include)


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    return bool(patterns) and _one_of(patterns).match(name.lower()) is not None


@functools.cache
def _one_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """All patterns as one: every name of a folder is held against it."""
    return re.compile("|".join(fnmatch.translate(pattern.lower()) for pattern in patterns))


AS_USUAL = Sieve()


def walk(paths: Iterable[Path], sieve: Sieve = AS_USUAL, *, videos: bool = False) -> Iterator[Path | Skipped]:
    """Yield the places of picture files under the given files and folders, each once, lazily and in name order.

    A file that is named is always yielded; inside folders only files with a picture's extension are, and what the
    sieve leaves out is not. Loops of links are walked once. What grows meanwhile is the number of folders, not that of
    files. What is missing or cannot be listed is yielded as Skipped, and so is a folder in them that holds an export.

    Args:
        videos: look for videos too; where they cannot be read, each is Skipped.
    """
    kinds = _Kinds(sieve, videos)
    seen: set[tuple[int, int]] = set()
    named: set[str] = set()
    for path in paths:
        whole = meant(Path(os.path.abspath(path)))
        file = Place.of(whole).file
        if not os.path.lexists(file):
            yield Skipped(whole, "there is no such file or folder")
        elif file.is_dir():
            for item in _walk_folder(file, seen, kinds):
                if isinstance(item, Skipped) or str(item) not in named:
                    yield item
        elif str(whole) not in named:
            named.add(str(whole))
            if not (seen and _was_walked(file, seen, kinds)):
                yield whole


@dataclass(frozen=True, slots=True)
class _Kinds:
    """Which files of a folder are looked for."""

    sieve: Sieve
    videos: bool

    def wants(self, file: Path) -> bool:
        """Whether a file is called like one of them."""
        return file.suffix.lower() in EXTENSIONS or (self.videos and is_video(file))


def _was_walked(file: Path, seen: set[tuple[int, int]], kinds: _Kinds) -> bool:
    """Whether a folder that was walked held this file, and it was yielded then."""
    return kinds.wants(file) and not kinds.sieve.leaves_out(file.name) and _identity(file.parent) in seen


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from all others, by whatever path it is reached; None where the system does not say."""
    status = folder.stat()
    return (status.st_dev, status.st_ino) if status.st_ino else None


def _walk_folder(folder: Path, seen: set[tuple[int, int]], kinds: _Kinds) -> Iterator[Path | Skipped]:
    levels = [_list_folder(folder, seen, kinds)]  # no recursion: folders may lie deeper than Python's stack
    while levels:
        item = next(levels[-1], None)
        if item is None:
            levels.pop()
        elif isinstance(item, _Folder):
            levels.append(_list_folder(item.path, seen, kinds))
        else:
            yield item


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder that is to be walked."""

    path: Path


def _list_folder(folder: Path, seen: set[tuple[int, int]], kinds: _Kinds) -> Iterator[Path | Skipped | _Folder]:
    try:
        identity = _identity(folder)
        with os.scandir(folder) as listed:
            entries = sorted(
                (entry.name, _leads_to_folder(entry)) for entry in listed if not kinds.sieve.leaves_out(entry.name)
            )
    except OSError as error:
        yield Skipped(folder, reason_of(error))
        return
    if identity in seen:
        return
    if identity is not None:
        seen.add(identity)
    for name, is_folder in entries:
        path = folder / name
        if is_folder and _holds_copies(path):
            yield Skipped(path, "an export lies there; name this very folder if you want its copies too")
        elif is_folder:
            yield _Folder(path)
        elif kinds.wants(path):
            unreadable = why_not() if is_video(path) else ""
            yield Skipped(path, unreadable) if unreadable else Place(path).path


def _holds_copies(folder: Path) -> bool:
    """Whether an export wrote this folder, and did not move originals there."""
    try:
        said = json.loads((folder / EXPORT_MARK).read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(said, dict) and not said.get("moved")


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False

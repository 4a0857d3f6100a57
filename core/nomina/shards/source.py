"""Where the pictures lie: a folder of this machine or of the network, or an object store that fsspec speaks to."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from nomina.domain import Skipped
from nomina.errors import BadInput
from nomina.places import Place
from nomina.shards.store import file_system, is_local, reason
from nomina.walking import EXTENSIONS, Sieve, walk

FETCHERS = 16
"""Files of an object store that are fetched at once."""


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file as it was found.

    Attributes:
        name: its path below the source, with slashes, as the bytes that the file system has.
        size, mtime_ns: bytes and time of change; 0 where the source does not tell.
        reason: why it is left out, or "".
    """

    name: bytes
    size: int
    mtime_ns: int
    reason: str = ""


class Source(Protocol):
    """Pictures below one address.

    Attributes:
        url: the address, whole.
        copies: whether what is `here` are copies.
    """

    url: str
    copies: bool

    def files(self, sieve: Sieve) -> Iterator[ListedFile]:
        """All of them in the order in which they are read, lazily, but for what the sieve leaves out."""
        ...

    def has(self, name: bytes) -> bool:
        """Whether a file can be seen there now."""
        ...

    @contextmanager
    def here(self, files: Sequence[ListedFile]) -> Iterator[list[Path | Skipped]]:
        """The files on this machine, in their order; copies are gone afterwards. Those that cannot be had say why."""
        ...


def source_of(url: str) -> Source:
    """The pictures at an address.

    Raises:
        BadInput: it is no folder, or cannot be reached.
    """
    fs, path, whole = file_system(url)
    if is_local(fs):
        return FolderSource(Path(path))
    return RemoteSource(fs, path, whole)


class FolderSource:
    """A folder of this machine, or of the network mounted here."""

    copies = False

    def __init__(self, root: Path) -> None:
        """Take the folder.

        Raises:
            BadInput: it is not there.
        """
        if not root.is_dir():
            raise BadInput(f"There is no folder “{root}” on this machine.", "Give a folder that every worker can see.")
        self._root, self.url = root, os.fspath(root)

    def files(self, sieve: Sieve) -> Iterator[ListedFile]:
        """See Source. What is walked past is what an add of the folder walks past."""
        for item in walk([self._root], sieve):
            path = item.path if isinstance(item, Skipped) else item
            name = os.fsencode(path.relative_to(self._root).as_posix())
            if isinstance(item, Skipped):
                yield ListedFile(name, 0, 0, item.reason)
                continue
            try:
                status = Place.of(item).file.stat()
            except OSError as error:
                yield ListedFile(name, 0, 0, reason(error))
            else:
                yield ListedFile(name, status.st_size, status.st_mtime_ns)

    def has(self, name: bytes) -> bool:
        """See Source."""
        return Place.of(self._root / os.fsdecode(name)).is_there()

    @contextmanager
    def here(self, files: Sequence[ListedFile]) -> Iterator[list[Path | Skipped]]:
        """See Source: they are read where they lie."""
        yield [self._root / os.fsdecode(file.name) for file in files]


class RemoteSource:
    """An object store. The files of a shard are fetched into a temporary folder and are gone when it is done."""

    copies = True

    def __init__(self, fs: Any, root: str, url: str) -> None:
        """Take what speaks to it, the path there, and the whole address.

        Raises:
            BadInput: there is nothing at this address.
        """
        self._fs, self._root, self.url = fs, root, url
        try:
            there = fs.exists(root)
        except Exception as error:  # each kind of store has errors of its own
            raise BadInput(f"“{url}” cannot be reached: {reason(error)}.", "Check address and access.") from error
        if not there:
            raise BadInput(f"There is nothing at “{url}”.", "Check the address.")

    def files(self, sieve: Sieve) -> Iterator[ListedFile]:
        """See Source. The same is left out as of a folder."""
        folders = [self._root]
        while folders:
            listed = sorted(self._fs.ls(folders.pop(), detail=True), key=lambda info: str(info["name"]))
            inner = []
            for info in listed:
                path = PurePosixPath(str(info["name"]))
                if sieve.leaves_out(path.name):
                    continue
                if info["type"] == "directory":
                    inner.append(str(info["name"]))
                elif path.suffix.lower() in EXTENSIONS:
                    name = str(info["name"])[len(self._root) :].lstrip("/")
                    yield ListedFile(name.encode(), int(info["size"] or 0), _changed_ns(info))
            folders.extend(reversed(inner))

    def has(self, name: bytes) -> bool:
        """See Source."""
        try:
            return bool(self._fs.exists(self._path(name)))
        except Exception:  # it cannot be reached: then it cannot be seen
            return False

    @contextmanager
    def here(self, files: Sequence[ListedFile]) -> Iterator[list[Path | Skipped]]:
        """See Source."""
        with (
            tempfile.TemporaryDirectory(prefix="nomina-shard-") as folder,
            ThreadPoolExecutor(FETCHERS, thread_name_prefix="fetch") as threads,
        ):
            yield list(threads.map(lambda numbered: self._fetch(Path(folder), *numbered), enumerate(files)))

    def _fetch(self, folder: Path, number: int, file: ListedFile) -> Path | Skipped:
        target = folder / f"{number:06}{PurePosixPath(os.fsdecode(file.name)).suffix}"
        try:
            self._fs.get_file(self._path(file.name), os.fspath(target))
        except Exception as error:
            return Skipped(Path(os.fsdecode(file.name)), f"it could not be fetched ({reason(error)})")
        return target

    def _path(self, name: bytes) -> str:
        return f"{self._root}/{name.decode()}"


def _changed_ns(info: dict[str, Any]) -> int:
    """When an object was written, in nanoseconds, by whatever name its store has for that; 0 where it does not tell."""
    for key in ("mtime", "LastModified", "last_modified", "updated", "created"):
        value = info.get(key)
        if isinstance(value, str):
            try:
                value = datetime.fromisoformat(value)
            except ValueError:
                continue
        if isinstance(value, datetime):
            value = value.timestamp()
        if isinstance(value, (int, float)):
            return int(value * 1e6) * 1000
    return 0

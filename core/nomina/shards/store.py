"""Where shards are kept: a folder of this machine, of the network or of an object store. Files come whole."""

from __future__ import annotations

import importlib.util
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from nomina.errors import BadInput

PART = ".part"
"""How a file ends that is not whole."""


class ShardStore:
    """A folder under a path or a URL that fsspec knows ("s3://bucket/shards").

    Attributes:
        url: as it was given, whole.
    """

    def __init__(self, url: str) -> None:
        """Name the folder; nothing is read or made yet.

        Raises:
            BadInput: no program here speaks to such an address.
        """
        self._fs, self._root, self.url = file_system(url)
        self._local = is_local(self._fs)

    def make(self) -> None:
        """Make the folder.

        Raises:
            BadInput: it cannot be made.
        """
        try:
            self._fs.makedirs(self._path("shards"), exist_ok=True)
        except Exception as error:  # each kind of store has errors of its own
            raise BadInput(f"“{self.url}” cannot be written: {reason(error)}.", "Choose another folder.") from error

    def names(self, folder: str) -> set[str]:
        """Names of the files in a folder below; none where it is not there."""
        self._fs.invalidate_cache()  # others write there
        try:
            listed = self._fs.ls(self._path(folder), detail=False)
        except FileNotFoundError:
            return set()
        return {os.path.basename(path) for path in listed}

    def read(self, name: str) -> bytes | None:
        """The bytes of a file; None where it is not there.

        Raises:
            BadInput: it cannot be read.
        """
        try:
            return bytes(self._fs.cat_file(self._path(name)))
        except FileNotFoundError:
            return None
        except Exception as error:
            raise BadInput(f"“{self.url}/{name}” cannot be read: {reason(error)}.", "Try again.") from error

    @contextmanager
    def reading(self, name: str) -> Iterator[Any]:
        """A file, open to read from anywhere in it."""
        with self._fs.open(self._path(name), "rb") as file:
            yield file

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """A file that takes the place of `name` at the end, or is gone after an error.

        Raises:
            BadInput: it cannot be written.
        """
        with self._explained(name), self._whole(name) as file:
            yield file

    def sweep(self, folder: str) -> None:
        """Remove what those left behind who were ended in the middle of a file. Nobody may be at work there."""
        if not self._local:
            return
        for name in self.names(folder):
            if name.startswith(".") and name.endswith(PART):
                with suppress(OSError):
                    os.unlink(self._path(f"{folder}/{name}"))

    @contextmanager
    def _explained(self, name: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise BadInput(
                f"“{self.url}/{name}” cannot be written: {reason(error)}.",
                "Make room or choose another folder; the same command goes on from there.",
            ) from error

    @contextmanager
    def _whole(self, name: str) -> Iterator[BinaryIO]:
        path = self._path(name)
        if not self._local:  # an object is there when it is closed, and not before
            with self._fs.open(path, "wb") as file:
                try:
                    yield file
                except BaseException:
                    with suppress(Exception):
                        file.discard()
                    raise
            return
        folder, base = os.path.split(path)
        part = os.path.join(folder, f".{base}.{uuid.uuid4().hex}{PART}")  # two workers may have the same shard
        try:
            with open(part, "xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            os.replace(part, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(part)
            raise

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"


def file_system(url: str) -> tuple[Any, str, str]:
    """What speaks to an address, the path that it knows, and the whole address.

    Raises:
        BadInput: nothing here does, or it cannot be reached.
    """
    if importlib.util.find_spec("fsspec") is None or importlib.util.find_spec("pyarrow") is None:
        raise BadInput("Shards need fsspec and pyarrow, which are not installed.", "pip install 'nomina[cluster]'")
    from fsspec.core import url_to_fs

    try:
        fs, path = url_to_fs(url if "://" in url else os.path.abspath(url))
    except (ImportError, ValueError, OSError) as error:
        raise BadInput(f"“{url}” cannot be reached: {reason(error)}.", "Check the address.") from error
    return fs, str(path).rstrip("/"), url if "://" in url else os.path.abspath(url)


def is_local(fs: Any) -> bool:
    """Whether it is this machine's own files, or those of the network mounted here."""
    protocols = fs.protocol if isinstance(fs.protocol, tuple) else (fs.protocol,)
    return "file" in protocols


def reason(error: BaseException) -> str:
    """What went wrong, in half a sentence."""
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return (said.strip().splitlines() or [type(error).__name__])[0][:160].rstrip(".").lower()


def root_of(url: str) -> Path | None:
    """The folder of this machine that an address names; None for one of an object store."""
    fs, path, _ = file_system(url)
    return Path(path) if is_local(fs) else None

"""Replace a file only by something whole."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from nomina.errors import BadInput, reason_of


@contextmanager
def replacing(target: Path) -> Iterator[TextIO]:
    """A text file beside the target that takes its place at the end, or is removed on an error.

    Raises:
        BadInput: the target is a folder, or its folder is missing or cannot be written.
    """
    check_target(target)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part", text=True)
    except OSError as error:
        raise BadInput(
            f"“{target}” cannot be written: {reason_of(error)}.", "Choose a folder that can be written."
        ) from error
    try:
        with open(handle, "w", encoding="utf-8", newline="", errors="surrogateescape") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode_of(target))
        os.replace(name, target)
        sync_folder(target.parent)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def sync_folder(folder: Path) -> None:
    """Let the names in a folder reach the disk, where the system has a way to ask for that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def check_target(target: Path) -> None:
    """Find out before the work whether a file can be written there.

    Raises:
        BadInput: the target is a folder, or its folder is missing.
    """
    if target.is_dir():
        raise BadInput(f"“{target}” is a folder.", "Name a file in it.")
    if not target.absolute().parent.is_dir():
        raise BadInput(
            f"“{target}” cannot be written: there is no folder “{target.parent}”.", "Choose a folder that is there."
        )


def _mode_of(target: Path) -> int:
    """The permissions the target has, or would get as a new file."""
    with suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

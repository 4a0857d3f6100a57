"""Everything that can go wrong in words for a person: a title (what happened) and a hint (what to do next).

    NominaError
    ├── BadInput            a name, number or file that was given is no good
    │   ├── BadPicture      one file cannot be read as a picture; the rest of a batch goes on
    │   └── NotFound        the thing that was named is not there
    ├── LibraryError        the library on disk cannot be opened or written
    │   ├── LibraryBusy     another program has it open
    │   ├── LibraryTooNew   a newer Nomina wrote it
    │   └── NotALibrary     the folder holds something else
    └── EncoderError        the encoder cannot be had or has stopped
        └── WeightsMissing  its weights are not on this machine and could not be fetched

Anything else that is raised is a bug of ours, and is shown as one; but for what the machine did (see `of_the_machine`).
"""

from __future__ import annotations

import errno
import sqlite3


class NominaError(Exception):
    """The base of all errors that are meant for a person.

    Attributes:
        title: one sentence that says what happened.
        hint: one sentence that says what to do next, or an empty string.
    """

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__(title, hint)
        self.title = title
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.title} {self.hint}".strip()


class BadInput(NominaError):
    """Something that was given is no good."""


class BadPicture(BadInput):
    """One file cannot be read as a picture."""


class NotFound(BadInput):
    """The thing that was named is not there."""


class LibraryError(NominaError):
    """The library on disk cannot be opened or written."""


class LibraryBusy(LibraryError):
    """Another program has the library open."""


class LibraryTooNew(LibraryError):
    """A newer Nomina wrote the library."""


class NotALibrary(LibraryError):
    """The folder is not a library."""


class EncoderError(NominaError):
    """The encoder cannot be had or has stopped."""


class EncoderStopped(EncoderError):
    """The process in which the encoder runs has ended."""


class WeightsMissing(EncoderError):
    """The encoder's weights are not on this machine and could not be fetched."""


_OF_THE_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.ENODEV, errno.ENXIO, errno.ESTALE}
_OF_SQLITE = ("disk is full", "disk I/O error", "readonly", "unable to open", "locked")


def of_the_machine(error: BaseException) -> NominaError | None:
    """What the disk, the memory or a damaged file did, in a sentence; None for what may be a bug of ours.

    For those who tell errors, where a verb had no better words.
    """
    said, disk = str(error), "Check the disk and its free space."
    if type(error) is sqlite3.DatabaseError:  # its subclasses are about what was asked
        mend = "Close it, then run nomina check with --repair."
        return LibraryError(f"A file of the library is damaged: {said}.", mend)
    if isinstance(error, sqlite3.OperationalError) and any(each in said for each in _OF_SQLITE):
        return LibraryError(f"The disk does not do what it should: {said}.", disk)
    if isinstance(error, OSError) and error.errno in _OF_THE_DISK:
        return LibraryError(f"The disk does not do what it should: {(error.strerror or said).lower()}.", disk)
    if isinstance(error, MemoryError):
        return NominaError("There is not enough memory for this.", "Close other programs, then try again.")
    return None


def reason_of(error: OSError) -> str:
    """What the system says went wrong, as the end of a sentence: “permission denied”."""
    return (error.strerror or type(error).__name__).lower()

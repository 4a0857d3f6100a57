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

Anything else that is raised is a bug of ours, and is shown as one.
"""


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

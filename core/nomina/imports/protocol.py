"""What every import format promises, and what it gives. docs/import.md has an example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from nomina.domain import Origin, Rows
from nomina.export.protocol import Option, options_of
from nomina.library import Library

__all__ = [
    "Found",
    "FoundCategory",
    "FoundLabel",
    "FoundRows",
    "Importer",
    "Note",
    "Option",
    "Source",
    "Spoilt",
    "options_of",
]


@dataclass(frozen=True, slots=True)
class FoundCategory:
    """A category that the source names, whether or not a picture is of it.

    Attributes:
        words: False where its pictures alone define it.
        parent: the name of the category that it is a kind of, or "".
        unlike: names of what it is not.
    """

    name: str
    synonyms: tuple[str, ...] = ()
    description: str = ""
    words: bool = True
    parent: str = ""
    unlike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundLabel:
    """A picture is, or is not, of a category, as the source says it.

    Attributes:
        category: its name.
        file: where the picture lies: absolute, or relative to the folder that the person named, or "".
        hash: of the picture's bytes (see Image.hash), or "". It decides where it is known.
        origin: AUTO for what a program believed; such labels are left out unless the person asks for them.
        confidence: probability, 0..1, of an automatic label.
    """

    category: str
    file: str = ""
    hash: str = ""
    accepted: bool = True
    origin: Origin = Origin.PERSON
    confidence: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class FoundRows:
    """Embeddings of examples of a category and of pictures that are not of it, without the pictures.

    Attributes:
        category: its name.
        accepted, rejected: rows of the library's encoder at work, shape (n, d), as its images have them.
    """

    category: str
    accepted: Rows
    rejected: Rows


@dataclass(frozen=True, slots=True)
class Spoilt:
    """One thing in the source that cannot be read; the rest goes on.

    Attributes:
        where: “line 7”, or a file.
        reason: half a sentence.
    """

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something the person should know: a whole sentence."""

    text: str


Found = FoundCategory | FoundLabel | FoundRows | Spoilt | Note


@dataclass(frozen=True, slots=True)
class Source:
    """What a format is given.

    Attributes:
        path: the file or folder that the person named.
        options: the format's options, with their defaults filled in.
        library: for formats of Nomina itself; it is read only.
    """

    path: Path
    options: dict[str, str]
    library: Library


class Importer(Protocol):
    """A format. The object, or a class that is made without arguments, that an entry point names.

    Attributes:
        title: what a person reads: “Table, CSV”.
        options: its own choices.
    """

    title: str
    options: tuple[Option, ...]

    def recognises(self, path: Path) -> bool:
        """Whether the file or folder at this path is surely of this format, by its name and its first bytes.

        It is asked of every format where the person names none, so it reads little and raises nothing.
        """
        ...

    def read(self, source: Source) -> Iterator[Found]:
        """All that the source says, in its order. Nothing is written before the last of it has come.

        Raises:
            BadInput: it cannot be read, is damaged as a whole, or is of another format.
        """
        ...

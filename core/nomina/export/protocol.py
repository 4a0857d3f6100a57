"""What every export format promises, and what it is given. docs/plugins.md has an example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from nomina.domain import Category, EncoderSpec, Rows
from nomina.errors import BadInput
from nomina.export.names import Names
from nomina.export.plan import ExportPlan
from nomina.export.row import Row
from nomina.library import Library


class Kind(StrEnum):
    """What a format writes."""

    FILE = "file"  # one file
    FOLDER = "folder"  # a folder of files
    BESIDE = "beside"  # a file beside each picture; there is no target


@dataclass(frozen=True, slots=True)
class Option:
    """A choice that one format has.

    Attributes:
        name: as in `--option name=value`.
        default: the value where none is given.
        help: one sentence.
        choices: the values there are; () for any text.
        words: the choices as a person reads them, in the same order; () where they say it themselves.
    """

    name: str
    default: str
    help: str
    choices: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class HasOptions(Protocol):
    """Whatever takes options: a format that is written, or one that is read."""

    title: str
    options: tuple[Option, ...]


def options_of(made: HasOptions, given: Mapping[str, str]) -> dict[str, str]:
    """The format's options with their defaults filled in.

    Raises:
        BadInput: it has no such option, or the option no such value.
    """
    known = {option.name: option for option in made.options}
    for name, value in given.items():
        if name not in known:
            hint = f"It has {', '.join(known)}." if known else "It has none."
            raise BadInput(f"“{made.title}” has no option “{name}”.", hint)
        if known[name].choices and value not in known[name].choices:
            raise BadInput(f"“{name}” cannot be “{value}”.", f"It is one of {', '.join(known[name].choices)}.")
    return {name: given.get(name, option.default) for name, option in known.items()}


class Source(Protocol):
    """What a format is given: pictures as rows that are read while they are written, and ways to place picture files.

    Attributes:
        library: for formats of Nomina itself; it is read only during an export.
        plan: what was asked.
        options: the format's options, with their defaults filled in.
        categories: all categories of the library, in the order they were made.
        encoder: the encoder at work.
        count: how many rows there are.
        names: hands out names of files and folders that are safe and differ from each other.
    """

    library: Library
    plan: ExportPlan
    options: dict[str, str]
    categories: tuple[Category, ...]
    encoder: EncoderSpec
    count: int
    names: Names

    @property
    def timed(self) -> bool:
        """Whether any of the rows is a moment of a video."""
        ...

    def rows(self) -> Iterator[Row]:
        """The rows in their order. May be called again: they are the same."""
        ...

    def embeddings(self) -> Iterator[tuple[list[Row], Rows]]:
        """Rows that have an embedding of the encoder at work, some hundreds at a time, with them: shape (len, d)."""
        ...

    def place(self, row: Row, target: Path, how: str) -> bool:
        """Put the row's picture file at `target`, a path in the folder being written; makes its folder.

        A moment of a video is written there as a JPEG; it can only be copied, and is left out of a link or move.

        Args:
            how: "copy", "hardlink", "symlink" or "move". A move is noted, and carried out when all else is written.

        Returns:
            False where the file is gone or cannot be read; it is left out with a reason.

        Raises:
            BadInput: the target's disk cannot do it, or is full.
        """
        ...

    def leave_out(self, row: Row, reason: str) -> None:
        """Tell that this picture is not in the export, and why, in half a sentence."""
        ...


class Exporter(Protocol):
    """A format. The object, or a class that is made without arguments, that an entry point names.

    Attributes:
        title: what a person reads: “Table, CSV”.
        kind: what it writes.
        ending: of its file, like ".csv"; "" for a folder.
        options: its own choices.
        unlabelled: whether it has a place for pictures without a label; where not, they are left out before.
    """

    title: str
    kind: Kind
    ending: str
    options: tuple[Option, ...]
    unlabelled: bool

    def write(self, source: Source, target: Path) -> Iterator[int]:
        """Write, and yield the number of pictures done now and then: a hundred or so at a time, or each copied one.

        Args:
            target: a file that is not there yet, or an empty folder, beside the place the person named. It is moved
                there when the iterator ends, and removed when it raises or is closed. For Kind.BESIDE a folder that
                is thrown away: each file must be replaced whole (`nomina.files.replacing`), and in a dry run
                (`source.plan.dry_run`) only looked at.

        Raises:
            BadInput: the options make no sense, or what was asked cannot be written.
        """
        ...

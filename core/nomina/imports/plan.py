"""What a person asks of an import, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from nomina.domain import Change, Skipped
from nomina.errors import BadInput


class Take(StrEnum):
    """What is taken of what the source says."""

    LABELS = "labels"  # of the pictures that the library has
    EXAMPLES = "examples"  # the same, and the pictures it does not have are added to it
    NAMES = "names"  # the categories alone


class SameName(StrEnum):
    """What becomes of a category that the source names and the library has already."""

    JOIN = "join"  # it is the same one; its synonyms are added
    RENAME = "rename"  # it becomes another one, “heron 2”
    SKIP = "skip"  # it is left out, with its labels
    REFUSE = "refuse"  # nothing is imported


class Several(StrEnum):
    """What becomes of a picture to which the source gives several categories where the library keeps one."""

    SKIP = "skip"  # it is named and left as it is
    FIRST = "first"  # the first one counts


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """All that decides what an import does.

    Attributes:
        source: a file or folder.
        format: a name of `formats`; "" for the one that recognises the source.
        categories: only these names; () for all.
        automatic: take automatic labels too, as a run that can be rolled back; they never teach.
        add: add the pictures that are not in the library yet.
        base: the folder that relative paths start from; None for the source's own.
        by_name: where a path leads nowhere, take the picture of the library that has the name, if there is but one.
        overrule: let the source's labels take the place of your own where they differ.
        strict: import nothing if anything cannot be taken as it is.
        dry_run: find out what would be done, and do nothing.
        options: the format's own, as text by name.
    """

    source: Path
    format: str = ""
    take: Take = Take.LABELS
    same_name: SameName = SameName.JOIN
    several: Several = Several.SKIP
    categories: tuple[str, ...] = ()
    automatic: bool = False
    add: bool = False
    base: Path | None = None
    by_name: bool = False
    overrule: bool = False
    strict: bool = False
    dry_run: bool = False
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        """Take texts for choices.

        Raises:
            BadInput: a choice has no such value.
        """
        for name, kind in (("take", Take), ("same_name", SameName), ("several", Several)):
            value = getattr(self, name)
            if value not in set(kind):
                raise BadInput(f"“{value}” is no choice here.", f"It is one of {', '.join(kind)}.")
            object.__setattr__(self, name, kind(value))

    @property
    def adds(self) -> bool:
        """Whether pictures come into the library."""
        return self.take is not Take.NAMES and (self.add or self.take is Take.EXAMPLES)


@dataclass(slots=True)
class Imported:
    """What an import did, or would do.

    Attributes:
        format: the format that was read.
        change: what was touched; None for a dry run, or where there was nothing to do.
        new: names of the categories that were made.
        changed: names of categories that were there and got more words.
        labels: your labels that were made, by category name.
        automatic: automatic ones that were made.
        run_id: to roll those back by.
        given: examples and rejects without a picture that were made, by category name.
        already: labels, and examples without a picture, that were in the library as they are.
        added: pictures that were added, or would be.
        left_out: automatic labels that were not asked for.
        clashes: what the source says against the library or itself: a picture or a category, and what.
        missing: files that the source names and that are not there.
        unknown: files that are there and not in the library, and were not to be added.
        spoilt: what could not be read: where, and why.
        notes: whole sentences to know.
        written: False for a dry run.
    """

    format: str = ""
    change: Change | None = None
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    labels: dict[str, int] = field(default_factory=dict)
    automatic: dict[str, int] = field(default_factory=dict)
    run_id: int | None = None
    given: dict[str, int] = field(default_factory=dict)
    already: int = 0
    added: int = 0
    left_out: int = 0
    clashes: list[Skipped] = field(default_factory=list)
    missing: list[Path] = field(default_factory=list)
    unknown: list[Path] = field(default_factory=list)
    spoilt: list[Skipped] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    written: bool = False

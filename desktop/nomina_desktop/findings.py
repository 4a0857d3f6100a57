"""What an import finds, as rows that a person can read one by one: what would be taken, and what would not, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nomina_desktop.words import number, said, tr

if TYPE_CHECKING:
    from nomina import Imported, Skipped


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of thing that was found.

    Attributes:
        count: how many.
        lines: what they are.
        trouble: whether something is not taken that a person may have meant.
    """

    title: str
    count: int
    lines: tuple[str, ...]
    trouble: bool = False


def findings(imported: Imported) -> list[Finding]:
    """What an import would take first, then what it would not."""
    rows = (
        _some(tr("Labels"), sum(imported.labels.values()), _counts(imported.labels)),
        _some(tr("Automatic labels"), sum(imported.automatic.values()), _counts(imported.automatic)),
        _some(tr("New categories"), len(imported.new), imported.new),
        _some(tr("Categories that get more words"), len(imported.changed), imported.changed),
        _some(tr("Pictures that are added"), imported.added, ()),
        _some(tr("Labels that are here already"), imported.already, ()),
        _some(tr("Clashes"), len(imported.clashes), _told(imported.clashes), trouble=True),
        _some(tr("Files that are not there"), len(imported.missing), map(str, imported.missing), trouble=True),
        _some(
            tr("Pictures that are not in the library"), len(imported.unknown), map(str, imported.unknown), trouble=True
        ),
        _some(tr("What cannot be read"), len(imported.spoilt), _told(imported.spoilt), trouble=True),
        _some(tr("Automatic labels that are left out"), imported.left_out, ()),
        _some(tr("To know"), len(imported.notes), map(said, imported.notes)),
    )
    return [row for row in rows if row.count]


def _some(title: str, count: int, lines: Iterable[str], *, trouble: bool = False) -> Finding:
    return Finding(title, count, tuple(lines), trouble)


def _counts(labels: Mapping[str, int]) -> list[str]:
    return [f"{name}: {number(many)}" for name, many in sorted(labels.items(), key=lambda each: -each[1])]


def _told(items: Iterable[Skipped]) -> list[str]:
    return [f"{item.path}: {said(item.reason)}" for item in items]

"""Long verb: write what is known of the library's images. One file a format; docs/export.md lists them."""

from __future__ import annotations

import importlib.metadata
import itertools
import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from nomina.domain import Progress, Skipped
from nomina.errors import BadInput, NominaError
from nomina.export import changes as last
from nomina.export import moves, target
from nomina.export.changes import Changes
from nomina.export.files import Placer
from nomina.export.formats import exporter, failure, formats
from nomina.export.moves import MovedBack, undo_moves
from nomina.export.plan import ExportPlan, WhichLabels
from nomina.export.preview import PlannedFile, beside, planned_files
from nomina.export.protocol import Exporter, Kind, options_of
from nomina.export.source import LibrarySource
from nomina.library import Library

__all__ = [
    "ExportPlan",
    "ExportPreview",
    "Exported",
    "MovedBack",
    "PlannedFile",
    "WhichLabels",
    "export_images",
    "export_labels",
    "formats",
    "preview_export",
    "undo_moves",
]


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote, or would write.

    Attributes:
        target: where; None where it is beside the pictures.
        pictures: how many are in it.
        by_category: labels in it, by category name.
        without_label: pictures that were chosen and are not in it, because they have no label.
        left_out: pictures that could not be written, and why.
        changes: how it differs from the last export to the same target; None where there was none.
        moves: (where a picture lay, where it lies now), of originals that were moved.
        journal: the file that puts them back; see undo_moves.
        written: False for a dry run.
    """

    target: Path | None
    pictures: int
    by_category: dict[str, int]
    without_label: int
    left_out: list[Skipped]
    changes: Changes | None
    moves: list[moves.Move]
    journal: Path | None
    written: bool


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """What an export would do.

    Attributes:
        exported: of all pictures, as a dry run tells it.
        files: what the first pictures would become; where a format writes beside them, their paths and labels.
        occupied: whether there is something at the target now, which the export would take the place of.
    """

    exported: Exported
    files: list[PlannedFile]
    occupied: bool


def export_images(library: Library, plan: ExportPlan) -> Generator[Progress, None, Exported]:
    """Write what the plan asks for. The target is there whole or as it was before; originals are never changed.

    Raises:
        BadInput: the format, an option, a filter or the target is no good, or the disk is full.
    """
    made = exporter(plan.format)
    options = options_of(made, plan.options)
    moving = options.get("how") == "move"
    if moving and not (plan.move or plan.dry_run):
        raise BadInput(
            "This would move your original pictures.", "Look at it with --dry-run first, then say so with --move."
        )
    place = target.check(library, plan.target, made.kind, replace=plan.replace and not moving)
    yield Progress(0, None, "Ranking pictures")
    if plan.dry_run or place is None:  # all of it, so that it says the same as the export will
        with tempfile.TemporaryDirectory(prefix="nomina-") as folder:
            source = yield from _write(library, plan, options, made, Path(folder) / "export", dry=plan.dry_run)
    else:
        with target.staged(place, made.kind) as folder:
            source = yield from _write(library, plan, options, made, folder)
    planned = [(path, (place or Path()) / inside) for path, inside in source.placer.moves]
    journal = None
    if planned and place is not None and not plan.dry_run:
        journal = yield from _move(library, place, planned)
    return _told(library, plan, place, source, planned, journal)


def preview_export(
    library: Library, plan: ExportPlan, pictures: int = 20, *, whole: bool = True
) -> Generator[Progress, None, ExportPreview]:
    """What an export would do, and the first files and lines of it. Nothing is written but in a temporary folder.

    An earlier export at the target is no error here, whatever the plan says of it: see ExportPreview.occupied.

    Args:
        whole: whether all of it is tried, so that it is known what cannot be written, what would move, and what has
            changed since the last time. Else pictures and labels are counted, which takes no time.

    Raises:
        BadInput: as export_images.
    """
    plan = replace(plan, dry_run=True, replace=True)
    made = exporter(plan.format)
    options = options_of(made, plan.options)
    place = target.check(library, plan.target, made.kind, replace=True)
    source = LibrarySource(library, plan, options, Placer.nowhere(), unlabelled=made.unlabelled)
    exported = (yield from export_images(library, plan)) if whole else _counted(place, source)
    rows = list(itertools.islice(source.rows(), pictures))
    if exported.target is None:
        return ExportPreview(exported, beside(rows), occupied=False)
    few = replace(plan, ids=tuple(row.id for row in rows))
    with tempfile.TemporaryDirectory(prefix="nomina-") as folder:
        part = Path(folder) / exported.target.name
        yield from _write(library, few, options, made, part, dry=True)
        files = planned_files(part)
    there = exported.target
    occupied = any(there.iterdir()) if there.is_dir() else os.path.lexists(there)
    return ExportPreview(exported, files, occupied)


def _counted(place: Path | None, source: LibrarySource) -> Exported:
    """What would be written if all of it can be."""
    return Exported(place, source.count, source.chosen_by_category(), source.without_label, [], None, [], None, False)


def export_labels(library: Library, format: str, target: Path) -> Generator[Progress, None, int]:
    """Write a row per image of the library over the file at `target`; returns how many.

    Whatever stands out has its category in it, however likely. `export_images` has every other choice.

    Raises:
        BadInput: the format is unknown, or the target cannot be written.
    """
    plan = ExportPlan(format=format, target=target, at_least=0.0, replace=True)
    return (yield from export_images(library, plan)).pictures


def _write(
    library: Library, plan: ExportPlan, options: dict[str, str], made: Exporter, place: Path, *, dry: bool = False
) -> Generator[Progress, None, LibrarySource]:
    """Let the format write to a place that is not the target yet."""
    with ExitStack() as stack:
        mapping = None
        if made.kind is not Kind.FILE:
            place.mkdir(exist_ok=True)
        if made.kind is Kind.FOLDER and "how" in options:
            mapping = stack.enter_context((place / target.MAPPING).open("w", encoding="utf-8"))
        placer = Placer(place if made.kind is Kind.FOLDER else None, mapping, dry=dry)
        source = LibrarySource(library, plan, options, placer, unlabelled=made.unlabelled)
        yield from _followed(made, source, place)
    if made.kind is Kind.FOLDER and not dry:
        target.write_manifest(place, _manifest(plan, source))
    return source


def _followed(made: Exporter, source: LibrarySource, place: Path) -> Iterator[Progress]:
    try:
        for done in made.write(source, place):
            yield Progress(done, source.count, "Writing pictures")
    except (NominaError, OSError):
        raise
    except Exception as error:  # whatever somebody else's format may raise
        raise failure(source.plan.format, error) from error


def _move(library: Library, place: Path, planned: list[moves.Move]) -> Generator[Progress, None, Path]:
    """Move the originals; when that fails none is moved, and the export is removed."""
    journal = moves.journal_of(place)
    try:
        yield from moves.carry_out(library, place, planned, journal)
    except BaseException:
        if not journal.exists():  # else some are still there
            shutil.rmtree(place, ignore_errors=True)
        raise
    return journal


def _manifest(plan: ExportPlan, source: LibrarySource) -> dict[str, object]:
    return {
        "nomina": importlib.metadata.version("nomina"),
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "format": plan.format,
        "options": source.options,
        "labels": str(plan.labels),
        "at_least": plan.at_least,
        "encoder": source.encoder.id,
        "reference": source.library.scores.reference.version,
        "several": source.plan.multi,
        "level": plan.level,
        "by_category": source.by_category(),
        "folders": source.names.folders(),
        "moved": bool(source.placer.moves),
    }


def _told(
    library: Library,
    plan: ExportPlan,
    place: Path | None,
    source: LibrarySource,
    planned: list[moves.Move],
    journal: Path | None,
) -> Exported:
    marks, key = source.marks(), place or Path()
    before = last.load(library.folder, plan.format, key)
    if not plan.dry_run:
        last.save(library.folder, plan.format, key, marks)
    return Exported(
        target=place,
        pictures=len(marks),
        by_category=source.by_category(),
        without_label=source.without_label,
        left_out=source.left_out,
        changes=None if before is None else last.changes(before, marks),
        moves=planned,
        journal=journal,
        written=not plan.dry_run,
    )

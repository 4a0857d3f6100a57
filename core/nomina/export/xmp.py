"""XMP sidecars: the labels of each picture as keywords in a small file beside it, for photo programs.

What others wrote into a sidecar stays, byte for byte; Nomina's own keywords are kept up to date, and can be taken away
again (nomina/xmp.py). Automatic labels stand under a keyword of their own. docs/xmp.md tells it all.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from nomina import keywords, xmp
from nomina.domain import Origin
from nomina.errors import BadInput, reason_of
from nomina.export.protocol import Kind, Option, Source
from nomina.export.row import Row
from nomina.files import replacing
from nomina.hierarchy import above
from nomina.places import Place
from nomina.walking import EXTENSIONS

ROWS_A_STEP = 50
LONGEST_ROOT = 40


class Xmp:
    """The format `xmp`. Sidecars that are damaged, or not written as XMP wants it, are named and left alone."""

    title = "XMP sidecars"
    kind = Kind.BESIDE
    ending = ""
    options = (
        Option(
            "name",
            "full",
            "name.ext.xmp (digiKam, darktable), or name.xmp (Adobe).",
            ("full", "short"),
            ("name.ext.xmp", "name.xmp"),
        ),
        Option("auto", "auto", "The keyword that automatic labels stand under; empty for none."),
        Option(
            "embedded",
            "carry",
            "Keywords inside the picture: repeated in a new sidecar, or not.",
            ("carry", "leave"),
            ("Repeated", "Not repeated"),
        ),
        Option("remove", "no", "Take away all that Nomina wrote, and write nothing.", ("no", "yes")),
    )
    unlabelled = True

    def write(self, source: Source, target: Path) -> Iterator[int]:  # noqa: ARG002
        """See Exporter."""
        root = source.options["auto"].strip()
        if len(root) > LONGEST_ROOT or not root.isprintable() or set(root) & set("/|\\"):
            raise BadInput(f"“{root[:LONGEST_ROOT]}” is no keyword.", "Give one word, like auto.")
        paths = {
            each.name: tuple(one.name for one in reversed(above(source.categories, each.id)))
            for each in source.categories
        }
        for done, row in enumerate(source.rows(), 1):
            self._write(source, row, root, paths)
            if done % ROWS_A_STEP == 0:
                yield done

    def _write(self, source: Source, row: Row, root: str, paths: dict[str, xmp.Path]) -> None:
        """Bring the sidecars up to date wherever the picture lies."""
        if row.time is not None:
            source.leave_out(row, "it is a moment of a video; a sidecar would say it of the whole video")
            return
        places = [each for each in map(Place.of, source.library.store.places(row.id)) if each.is_there()]
        labels = xmp.Labels() if source.options["remove"] == "yes" else _labels(row)
        try:
            if not places and (labels.confirmed or labels.automatic):
                raise BadInput("its file is gone")
            for place in places:
                _check_unchanged(source, place)
                self._update(source, place.file, labels, root, paths)
        except BadInput as error:
            source.leave_out(row, error.title)

    def _update(self, source: Source, picture: Path, labels: xmp.Labels, root: str, paths: dict[str, xmp.Path]) -> None:
        sidecar = _sidecar(picture, source.options["name"])
        status = _status(sidecar)
        wants = bool(labels.confirmed or labels.automatic)
        if status is None and not wants:
            return
        if wants:
            _check_owner(picture, sidecar)
        carried = keywords.embedded(picture) if wants and source.options["embedded"] == "carry" else ()
        try:
            before = xmp.EMPTY if status is None else keywords.read_limited(sidecar).decode()
            after = xmp.merged(before, labels, root=root, above=paths, beside=carried)
        except UnicodeDecodeError as error:
            raise BadInput(f"its sidecar “{sidecar.name}” was left alone: it is not UTF-8") from error
        except BadInput as error:
            raise BadInput(f"its sidecar “{sidecar.name}” was left alone: {error.title}") from error
        if after == before:
            return
        if not os.access(picture.parent, os.W_OK):
            raise BadInput("its folder may not be written")
        if not source.plan.dry_run:
            _put(sidecar, after, status)


def _labels(row: Row) -> xmp.Labels:
    yours = tuple(label.category for label in row.labels if label.origin == Origin.PERSON)
    return xmp.Labels(yours, tuple(label.category for label in row.labels if label.origin != Origin.PERSON))


def _sidecar(picture: Path, name: str) -> Path:
    """The sidecar of this convention, which may be written .XMP."""
    stem = picture.name if name == "full" else picture.stem
    upper = picture.with_name(f"{stem}.XMP")
    return upper if upper.is_file() else picture.with_name(f"{stem}.xmp")


def _check_unchanged(source: Source, place: Place) -> None:
    """Another picture may lie at the place by now, and the labels are not its.

    Raises:
        BadInput: the file is not the one that was read.
    """
    known, status = source.library.store.place(place.path), place.file.stat()
    if known is None or (known.bytes, known.mtime_ns) != (status.st_size, status.st_mtime_ns):
        raise BadInput("its file has changed since it was read; add it again")


def _check_owner(picture: Path, sidecar: Path) -> None:
    """A sidecar without the picture's ending may belong to another picture.

    Raises:
        BadInput: another picture has the same name but for the ending.
    """
    if sidecar.stem == picture.name:
        return
    for other in sorted(os.listdir(picture.parent)):
        stem, ending = os.path.splitext(other)
        if stem == picture.stem and other != picture.name and ending.lower() in EXTENSIONS:
            raise BadInput(f"“{sidecar.name}” would belong to “{other}” too; use name=full")


def _status(sidecar: Path) -> os.stat_result | None:
    """The state of a sidecar that may be written over; None where there is none.

    Raises:
        BadInput: it is a link or a folder.
    """
    if not os.path.lexists(sidecar):
        return None
    if sidecar.is_symlink() or not sidecar.is_file():
        raise BadInput(f"its sidecar “{sidecar.name}” was left alone: it is a link or no file")
    return sidecar.stat()


def _put(sidecar: Path, text: str, seen: os.stat_result | None) -> None:
    """Replace the sidecar whole, or remove it where it would say nothing; not if somebody else wrote it meanwhile."""
    try:
        with replacing(sidecar) as file:
            file.write(text)
            now = _status(sidecar)
            if (now and (now.st_mtime_ns, now.st_size)) != (seen and (seen.st_mtime_ns, seen.st_size)):
                raise BadInput(f"its sidecar “{sidecar.name}” was left alone: another program is writing it")
        if text == xmp.EMPTY:
            sidecar.unlink()
    except OSError as error:
        raise BadInput(f"its sidecar “{sidecar.name}” cannot be written: {reason_of(error)}") from error

"""Long verbs that take pictures into a library. A step is one batch: one transaction, and all of them one undo."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from nomina import images
from nomina.adapt import learn_reference, wants_learning
from nomina.domain import Change, Label, Origin, Progress, Reading, Skipped
from nomina.errors import BadInput
from nomina.history import Step
from nomina.library import Library

T = TypeVar("T")

FILES_A_STEP = 256
"""Files that are looked up before progress is told."""


@dataclass(slots=True)
class Added:
    """What became of the files.

    Attributes:
        change: what was touched; None when there was nothing new.
        new: ids of images that the library did not have.
        files: the image that lies at each of the files, in file order.
        encoded: how many pictures the encoder worked on.
        skipped: the files that were left out, and why.
    """

    change: Change | None = None
    new: list[int] = field(default_factory=list)
    files: dict[Path, int] = field(default_factory=dict)
    encoded: int = 0
    skipped: list[Skipped] = field(default_factory=list)


def add_images(
    library: Library, paths: Iterable[Path], *, within: Step | None = None
) -> Generator[Progress, None, Added]:
    """Add picture files and folders of them; files that are known and unchanged are not even opened.

    A picture is known by its bytes: one that was moved, renamed or copied keeps its labels and is not encoded again.
    Closing the generator stops after the current batch; what was added until then stays, as one undo step.

    Args:
        within: the step of a longer act that this is a part of; see Library.step.

    Raises:
        BadInput: there is no picture file among the paths.
    """
    added = Added()
    files = yield from _find(paths, added)
    unread = yield from _leave_unchanged(library, files, added)
    name = "Add one picture" if len(files) == 1 else f"Add {len(files):,} pictures"
    yield from _read(library, unread, name, added, within)
    return added


def add_examples(
    library: Library, category_id: int, paths: Iterable[Path], *, accepted: bool = True
) -> Generator[Progress, None, Added]:
    """Add picture files as examples of a category, or (not accepted) as pictures that are not of it, in one undo step.

    Raises:
        BadInput: there is no picture file among the paths, or the category is gone.
    """
    category = library.store.category(category_id)
    added = Added()
    files = yield from _find(paths, added)
    unread = yield from _leave_unchanged(library, files, added)
    name = f"Show examples of “{category.name}”" if accepted else f"Show what is not “{category.name}”"
    step = yield from _read(library, unread, name, added)
    if added.files:
        with library.step(name, step) as step:
            for image in library.store.images(sorted(set(added.files.values()))):  # those not undone meanwhile
                library.store.put_label(Label(image.id, category.id, accepted, Origin.PERSON))
        added.change = library.history.change(step)
    return added


def encode_missing(library: Library) -> Generator[Progress, None, Added]:
    """Read again the images that this encoder has no embedding of: after a change of encoder, or a lost cache.

    Those of which the facts alone are missing, as in a library of an older Nomina, are read and not encoded.
    """
    at_hand = _at_hand(library)
    missing = [image.path for image in library.store.images() if image.hash not in at_hand and image.path is not None]
    added = Added()
    yield from _read(library, missing, "Read pictures again", added)
    return added


def _find(paths: Iterable[Path], added: Added) -> Generator[Progress, None, list[Path]]:
    paths = list(paths)
    files: list[Path] = []
    for found in _sliced(images.walk(paths)):
        added.skipped.extend(item for item in found if isinstance(item, Skipped))
        files.extend(item for item in found if isinstance(item, Path))
        yield Progress(0, None, f"Found {len(files):,} pictures")
    if files:
        return files
    if added.skipped:
        skipped = added.skipped[0]
        raise BadInput(f"“{skipped.path}” was not read: {skipped.reason}.", "Check the path.")
    named = ", ".join(f"“{path}”" for path in paths[:3]) or "what was given"
    raise BadInput(f"There are no pictures in {named}.", "Give picture files, or a folder that holds some.")


def _leave_unchanged(library: Library, files: list[Path], added: Added) -> Generator[Progress, None, list[Path]]:
    """The files that must be read: new ones, changed ones, and those whose derived data is missing."""
    at_hand = _at_hand(library)
    unread: list[Path] = []
    for chunk in _sliced(iter(files)):
        for path in chunk:
            place = library.store.place(path)
            if place is not None and place.hash in at_hand and _unchanged(path, place.bytes, place.mtime_ns):
                added.files[path] = place.image_id
            else:
                unread.append(path)
        yield Progress(0, len(files), "Looking for what is new")
    return unread


def _unchanged(path: Path, size: int, mtime_ns: int) -> bool:
    try:
        status = path.stat()
    except OSError:
        return False
    return status.st_size == size and status.st_mtime_ns == mtime_ns


def _at_hand(library: Library) -> set[str]:
    """Hashes of images whose derived data is complete."""
    return _encoded(library) & library.facts.hashes()


def _encoded(library: Library) -> set[str]:
    """Hashes of images that need the encoder no more."""
    return library.embeddings.keys(library.spec.id, library.spec.dimension) & library.thumbnails.hashes()


def _read(
    library: Library, paths: list[Path], name: str, added: Added, within: Step | None = None
) -> Generator[Progress, None, Step | None]:
    """Let the encoder's host read the files; take over each batch as it comes."""
    step = within
    done = 0
    if not paths:
        return None
    encoded = _encoded(library)
    with closing(library.host.read(paths, encoded & library.facts.hashes(), encoded)) as batches:
        for batch in batches:
            readings = [item for item in batch if isinstance(item, Reading)]
            added.skipped.extend(item for item in batch if isinstance(item, Skipped))
            if readings:
                _keep_derived(library, readings, added)
                with library.step(name, step) as step:
                    _keep(library, readings, added)
            done += len(batch)
            yield Progress(done, len(paths), "Reading pictures")
    if step is not None:
        if wants_learning(library):
            yield Progress(done, len(paths), "Learning what counts as near")
            learn_reference(library, within=step)
        added.change = library.history.change(step)
    return step


def _keep_derived(library: Library, readings: Collection[Reading], added: Added) -> None:
    rows = {reading.hash: reading.row for reading in readings if reading.row is not None}
    added.encoded += len(rows)
    thumbnails = {reading.hash: reading.thumbnail for reading in readings if reading.row is not None}
    facts = {reading.hash: reading.facts for reading in readings if reading.facts is not None}
    library.put_derived(rows, thumbnails, facts)


def _keep(library: Library, readings: Iterable[Reading], added: Added) -> None:
    for reading in readings:
        image_id = library.store.image_id(reading.hash)
        if image_id is None:
            image_id = library.store.put_image(reading)
            added.new.append(image_id)
        else:
            _forget_gone(library, image_id, reading.path)
        place = library.store.place(reading.path)
        if place is None or (place.image_id, place.bytes, place.mtime_ns) != (image_id, reading.size, reading.mtime_ns):
            library.store.put_place(image_id, reading)
        added.files[reading.path] = image_id


def _forget_gone(library: Library, image_id: int, now: Path) -> None:
    """The picture was moved or renamed: drop the places where it no longer lies."""
    for path in library.store.places(image_id):
        if path != now and not path.exists():
            library.store.forget_place(path)


def _sliced(items: Iterator[T]) -> Iterator[list[T]]:
    while chunk := list(itertools.islice(items, FILES_A_STEP)):
        yield chunk

"""Long verbs that take pictures into a library. A step is one batch: one transaction, and all of them one undo."""

from __future__ import annotations

import itertools
import time
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from nomina import walking
from nomina.adapt import learn_reference, wants_learning
from nomina.domain import Change, Filmed, Label, Origin, Progress, Reading, Skipped
from nomina.encoders.reading import Need, Needed
from nomina.errors import BadInput
from nomina.footage import Footage, unchanged
from nomina.history import Step
from nomina.leftout import Ids, LeftOut
from nomina.library import Library
from nomina.places import Place
from nomina.video import SCENES, Frames, is_video

T = TypeVar("T")

FILES_A_STEP = 256
"""Files that are looked up before progress is told."""
FIRST_LOOK, A_LOOK = 0.2, 0.005
"""Seconds for which files are counted at the beginning, and at each step."""


@dataclass(slots=True)
class Added:
    """What became of the files.

    Attributes:
        change: what was touched; None when there was nothing new.
        new: ids of images that the library did not have.
        found: how many files lie in the library now, of those that were named or found.
        known: how many of them hold a picture that was there before.
        files: the image that lies at each of the files, in file order; empty where nobody asked for it.
        encoded: how many pictures the encoder worked on.
        skipped: the files that were left out, and why.
    """

    change: Change | None = None
    new: Ids = field(default_factory=Ids)
    found: int = 0
    known: int = 0
    files: dict[Path, int] = field(default_factory=dict)
    encoded: int = 0
    skipped: LeftOut = field(default_factory=LeftOut)


def add_images(
    library: Library,
    paths: Iterable[Path],
    *,
    within: Step | None = None,
    sieve: walking.Sieve = walking.AS_USUAL,
    frames: Frames | None = SCENES,
    so_far: Added | None = None,
    each_file: bool = True,
) -> Generator[Progress, None, Added]:
    """Add picture files and folders of them; files that are known and unchanged are not even opened.

    A picture is known by its bytes: one that was moved, renamed or copied keeps its labels and is not encoded again.
    Closing the generator stops after the current batch; what was added until then stays, as one undo step. Folders are
    walked as the work goes on, so that millions of files need no more memory than hundreds; but for `files`.

    Args:
        within: the step of a longer act that this is a part of; see Library.step.
        sieve: what is left out of folders.
        frames: which moments of videos become pictures; None where videos are passed by.
        so_far: is filled and returned, so that whoever stops the work has what came of it until then.
        each_file: whether `files` is filled.

    Raises:
        BadInput: there is no picture file among the paths.
    """
    search = _Search(paths, sieve, Added() if so_far is None else so_far, each_file, frames)
    yield from search.look_around()
    if search.total == 1:
        name = "Add one picture"
    else:
        name = "Add pictures" if search.total is None else f"Add {search.total:,} pictures"
    yield from _read(library, _unread(library, search), name, search, within)
    return search.added


def add_examples(
    library: Library,
    category_id: int,
    paths: Iterable[Path],
    *,
    accepted: bool = True,
    sieve: walking.Sieve = walking.AS_USUAL,
) -> Generator[Progress, None, Added]:
    """Add picture files as examples of a category, or (not accepted) as pictures that are not of it, in one undo step.

    Raises:
        BadInput: there is no picture file among the paths, or the category is gone.
    """
    category = library.store.category(category_id)
    search = _Search(paths, sieve, Added())
    yield from search.look_around()
    name = f"Show examples of “{category.name}”" if accepted else f"Show what is not “{category.name}”"
    step = yield from _read(library, _unread(library, search), name, search)
    added = search.added
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
    needed = needed_by(library)
    missing: list[int] = []
    for chunk in _sliced(iter(library.store.image_keys())):
        needs = needed([hash for _, hash in chunk])
        missing += [image_id for (image_id, _), need in zip(chunk, needs, strict=True) if need != Need.NOTHING]
    search = _Search((), walking.AS_USUAL, Added())
    search.total = len(missing)
    yield from _read(library, _places(library, missing), "Read pictures again", search)
    return search.added


def _places(library: Library, ids: list[int]) -> Iterator[Path | None]:
    """Where each of the images lies that lie anywhere."""
    for chunk in _sliced(iter(ids)):
        yield from (image.path for image in library.store.images(chunk) if image.path is not None)
        yield None


class Taking:
    """Files on their way into a library.

    Attributes:
        added: what became of them so far.
        each_file: whether its `files` is filled.
    """

    def __init__(self, added: Added, each_file: bool = True) -> None:
        """Begin, or go on."""
        self.added, self.each_file = added, each_file

    def keep(self, path: Path, image_id: int) -> None:
        """Take note that an image lies at a file."""
        self.added.found += 1
        self.added.known += not self.added.new or image_id < self.added.new[0]  # ids grow
        if self.each_file:
            self.added.files[path] = image_id


class _Search(Taking):
    """The files of an add as they are found, and how far it is with them.

    Attributes:
        frames: which moments of videos become pictures.
        done: files that were dealt with.
        total: how many there are; None until that is known: they are counted a little at each step.
    """

    def __init__(
        self,
        paths: Iterable[Path],
        sieve: walking.Sieve,
        added: Added,
        each_file: bool = True,
        frames: Frames | None = SCENES,
    ) -> None:
        super().__init__(added, each_file)
        self._paths, self._sieve, self.frames = list(paths), sieve, frames
        self._ahead = self._walk()
        self._counted = 0
        self.done = 0
        self.total: int | None = None

    def _walk(self) -> Iterator[Path | Skipped]:
        return walking.walk(self._paths, self._sieve, videos=self.frames is not None)

    def __iter__(self) -> Iterator[Path]:
        """The files, walked to as they are asked for.

        Raises:
            BadInput: at the end, where there was none.
        """
        found = 0
        for item in self._walk():
            if isinstance(item, Skipped):
                self.added.skipped.append(item)
            else:
                found += 1
                yield item
        self.total = found
        if not found:
            raise self._nothing()

    def _nothing(self) -> BadInput:
        if self.added.skipped:
            skipped = self.added.skipped[0]
            return BadInput(f"“{skipped.path}” was not read: {skipped.reason}.", "Check the path.")
        named = ", ".join(f"“{path}”" for path in self._paths[:3]) or "what was given"
        return BadInput(f"There are no pictures in {named}.", "Give picture files, or a folder that holds some.")

    def footage(self, library: Library) -> Footage:
        """The videos of a library, read as this add wants it."""
        return Footage(library, self.frames, needed_by(library))

    def look_around(self) -> Generator[Progress, None, None]:
        """Count for a moment: of a few thousand files the number is known then."""
        until = time.monotonic() + FIRST_LOOK
        while self.total is None and time.monotonic() < until:
            self.count_on()
            yield Progress(0, None, f"Found {self._counted:,} pictures")

    def count_on(self) -> None:
        """Count a little further."""
        if self.total is not None:
            return
        until = time.monotonic() + A_LOOK
        for item in self._ahead:
            self._counted += isinstance(item, Path)
            if time.monotonic() > until:
                return
        self.total = self._counted


def _unread(library: Library, search: _Search) -> Iterator[Path | None]:
    """The files that must be read: new ones, changed ones, and those whose derived data is missing."""
    needed, footage = needed_by(library), search.footage(library)
    for chunk in _sliced(iter(search)):
        places = library.store.places_at(chunk)
        hashes = list({place.hash for place in places.values()})
        complete = {hash for hash, need in zip(hashes, needed(hashes), strict=True) if need == Need.NOTHING}
        for path in chunk:
            moments = footage.moments_at(path) if is_video(path) else None
            if moments is not None:
                for each in moments:
                    search.keep(each.path, each.image_id)
                search.done += 1
                continue
            place = places.get(path)
            if place is not None and place.hash in complete and unchanged(path, place.bytes, place.mtime_ns):
                search.keep(path, place.image_id)
                search.done += 1
            else:
                yield path
        yield None


def _read(
    library: Library, paths: Iterator[Path | None], name: str, search: _Search, within: Step | None = None
) -> Generator[Progress, None, Step | None]:
    """Let the encoder's host read the files; take over each batch as it comes."""
    step, added = within, search.added
    first = None
    for first in paths:
        if first is not None:
            break
        search.count_on()
        yield Progress(search.done, search.total, "Looking for what is new")
    if first is None:
        return None
    footage = search.footage(library)
    with closing(library.host.read(itertools.chain([first], paths), footage.needed, search.frames)) as batches:
        for batch in batches:
            films = [item for item in batch if isinstance(item, Filmed)]
            step = keep_batch(library, [*batch, *footage.whole(films)], name, search, step)
            step = footage.settle(films, name, step)
            search.done += sum(not _is_moment(item) for item in batch)
            search.count_on()
            yield Progress(search.done, search.total, "Reading pictures")
    if step is not None:
        if wants_learning(library):
            yield Progress(search.done, search.total, "Learning what counts as near")
        finish(library, added, step)
    return step


def needed_by(library: Library) -> Needed:
    """What this encoder's library still needs of pictures, by hash."""
    spec = library.spec

    def needed(hashes: Sequence[str]) -> list[Need]:
        encoded = library.embeddings.having(hashes, spec.id, spec.dimension) & library.thumbnails.having(hashes)
        facts = library.facts.having(hashes)
        return [Need.ALL if hash not in encoded else Need.NOTHING if hash in facts else Need.FACTS for hash in hashes]

    return needed


def _is_moment(item: Reading | Filmed | Skipped) -> bool:
    """Whether it is a part of a video, which is counted when it is through."""
    return Place.of(item.path).time is not None


def keep_batch(
    library: Library, batch: Sequence[Reading | Filmed | Skipped], name: str, taking: Taking, step: Step | None
) -> Step | None:
    """Take over what was read, in one transaction of a step that is continued; returns the step."""
    readings = [item for item in batch if isinstance(item, Reading)]
    taking.added.skipped.extend(item for item in batch if isinstance(item, Skipped))
    if readings:
        _keep_derived(library, readings, taking.added)
        with library.step(name, step) as step:
            _keep(library, readings, taking)
    return step


def finish(library: Library, added: Added, step: Step) -> None:
    """What follows an add: what counts as near is learned where there are enough pictures now, in the same step."""
    if wants_learning(library):
        learn_reference(library, within=step)
    added.change = library.history.change(step)


def _keep_derived(library: Library, readings: Collection[Reading], added: Added) -> None:
    rows = {reading.hash: reading.row for reading in readings if reading.row is not None}
    added.encoded += len(rows)
    thumbnails = {reading.hash: reading.thumbnail for reading in readings if reading.row is not None}
    facts = {reading.hash: reading.facts for reading in readings if reading.facts is not None}
    library.put_derived(rows, thumbnails, facts)


def _keep(library: Library, readings: Iterable[Reading], taking: Taking) -> None:
    for reading in readings:
        image_id = library.store.image_id(reading.hash)
        if image_id is None:
            image_id = library.store.put_image(reading)
            taking.added.new.append(image_id)
        else:
            _forget_gone(library, image_id, reading.path)
        place = library.store.place(reading.path)
        if place is None or (place.image_id, place.bytes, place.mtime_ns) != (image_id, reading.size, reading.mtime_ns):
            library.store.put_place(image_id, reading)
        taking.keep(reading.path, image_id)


def _forget_gone(library: Library, image_id: int, now: Path) -> None:
    """The picture was moved or renamed: drop the places where it no longer lies."""
    before = [path for path in library.store.places(image_id) if path != now]
    if not before or not Place.of(now).is_there():  # pictures that were encoded elsewhere need not be here
        return
    for path in before:
        if not Place.of(path).is_there():
            library.store.forget_place(path)


def _sliced(items: Iterator[T]) -> Iterator[list[T]]:
    while chunk := list(itertools.islice(items, FILES_A_STEP)):
        yield chunk

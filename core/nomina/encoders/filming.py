"""What is read of a place before it is decoded, why it cannot be, and the moments of a video on their way."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

import PIL.Image

from nomina import images
from nomina.domain import Facts, Filmed, Reading, Skipped
from nomina.errors import BadPicture, reason_of
from nomina.film import Film, Moment
from nomina.places import Place
from nomina.video import Frames, Stopped, hash_of, hash_of_moment, hash_of_unchanged

T = TypeVar("T")

WAIT = 0.2
"""Seconds between two looks whether a video is still wanted, while there is no room for its next moment."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What was read of a place.

    Attributes:
        reading: of which thumbnail, row and facts are still missing.
        decode: gives it upright, as sRGB, perhaps smaller, but large enough for a thumbnail.
        facts: gives what the file tells.
    """

    reading: Reading
    decode: Callable[[], PIL.Image.Image]
    facts: Callable[[], Facts]


def picture_at(path: Path) -> Picture:
    """Read and hash the picture at a place: a file, or one moment of a video.

    Raises:
        BadPicture: it cannot be read.
    """
    place = Place.of(path)
    if place.time is not None:
        return _one_moment(place.file, place.time)
    file = images.read_file(path)
    reading = Reading(path, file.hash, len(file.data), file.mtime_ns, *images.size_upright(file.data))
    decode = partial(images.decode, file.data, at_least=2 * images.THUMBNAIL)
    return Picture(reading, decode, partial(images.facts, file.data))


def _one_moment(file: Path, time: int) -> Picture:
    size, mtime_ns = _state(file)
    video = Filmed(file, hash_of_unchanged(file, size, mtime_ns), size, mtime_ns)
    with Film(file) as film:
        return _picture(video, film.moment(time))


def _picture(video: Filmed, moment: Moment) -> Picture:
    path, hash = Place(video.path, moment.time).path, hash_of_moment(video.hash, moment.time)
    reading = Reading(path, hash, video.size, video.mtime_ns, *moment.size)
    return Picture(reading, moment.picture, lambda: moment.facts)


def _state(file: Path) -> tuple[int, int]:
    try:
        status = file.stat()
    except OSError as error:
        raise BadPicture(reason_of(error)) from error
    return status.st_size, status.st_mtime_ns


def hashed_video(path: Path, stopped: Stopped) -> Filmed:
    """A video whose moments are not known; its hash is "" when it was stopped.

    Raises:
        BadPicture: it cannot be read.
    """
    file = Place.of(path).file
    size, mtime_ns = _state(file)
    return Filmed(file, hash_of(file, stopped), size, mtime_ns)


def film(video: Filmed, frames: Frames, stopped: Stopped, found: Callable[[Picture], None]) -> Filmed:
    """Decode a video, hand out each moment that becomes a picture, and say which they were.

    Raises:
        BadPicture: it cannot be decoded.
    """
    times: list[int] = []
    width = height = 0
    with Film(video.path, stopped) as opened:
        for moment in opened.moments(frames):
            picture = _picture(video, moment)
            times.append(moment.time)
            width, height = moment.size
            found(picture)
        trouble = opened.trouble
    return Filmed(video.path, video.hash, video.size, video.mtime_ns, width, height, tuple(times), trouble)


class Reel(Generic[T]):
    """The moments of a video that are under way: few at a time, in order. One thread puts, another one takes."""

    def __init__(self, most: int) -> None:
        """Have room for so many."""
        self._room, self._lock = threading.Semaphore(most), threading.Lock()
        self._moments: deque[T] = deque()
        self._ended = False

    def put(self, moment: T, stopped: Stopped) -> None:
        """Put the next moment when there is room for it; not when it was stopped meanwhile."""
        while not self._room.acquire(timeout=WAIT):
            if stopped():
                return
        with self._lock:
            self._moments.append(moment)

    def end(self) -> None:
        """Say that no more will come."""
        with self._lock:
            self._ended = True

    def first(self, most: int) -> tuple[list[T], bool]:
        """The first so many, and whether these are all that are to come."""
        with self._lock:
            return list(self._moments)[:most], self._ended and len(self._moments) <= most

    def take(self) -> None:
        """Let the first one go."""
        with self._lock:
            self._moments.popleft()
        self._room.release()


def left_out(path: Path, error: Exception) -> Skipped:
    """Why what lies at a place cannot be read."""
    if isinstance(error, BadPicture):
        return Skipped(path, error.title)
    if isinstance(error, MemoryError):
        return Skipped(path, "there is not enough memory to read it")
    return Skipped(path, f"it could not be read ({in_a_line(error)})")


def in_a_line(error: Exception) -> str:
    """An error that nobody foresaw, in a line."""
    text = f"{type(error).__name__}: {error}".strip().splitlines()[0]
    return text[:160]


def memory_is_short(error: Exception) -> bool:
    """Whether an error says that there is not enough memory, here or on a device."""
    return isinstance(error, MemoryError) or "memory" in str(error).lower()  # as torch says it of any device

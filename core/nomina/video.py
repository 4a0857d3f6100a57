"""Videos: which files are, which of their moments become pictures, and what these are known by. film.py decodes them.

A moment is known by the hash of its video and its time, so it keeps its labels wherever the video goes.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nomina.errors import BadInput, BadPicture, reason_of
from nomina.places import SECOND, in_seconds

EXTENSIONS = frozenset(
    f".{name}"
    for name in ("mp4", "m4v", "mov", "mkv", "webm", "avi", "mts", "m2ts", "mpg", "mpeg", "wmv", "3gp", "ogv")
)
HERE = importlib.util.find_spec("av") is not None
"""Whether the extra that reads videos is installed."""
MOST = 300
"""Moments of one video, where its scenes are looked for."""
MORE = 1 << 20

Stopped = Callable[[], bool]


def is_video(file: Path) -> bool:
    """Whether a file is called like a video."""
    return file.suffix.lower() in EXTENSIONS


def why_not() -> str:
    """Why videos cannot be read here, in half a sentence; "" where they can."""
    if HERE:
        return ""
    if getattr(sys, "frozen", False):
        return "it is a video, which this build of Nomina cannot read; Nomina installed by pip can, with an extra"
    return "it is a video, which needs an extra: pip install 'nomina[video]'"


# Which moments ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Frames:
    """Which moments of a video become pictures.

    Attributes:
        every: microseconds between two of them; None for one where something else comes to be seen: one at least, one
            a second and MOST a video at most, spread over all of it.
    """

    every: int | None = None

    @classmethod
    def read(cls, text: str) -> Frames | None:
        """What a person says: “scenes”, “every=2s”, or “none” for no picture of any video.

        Raises:
            BadInput: it is none of these.
        """
        if text in ("scenes", "none"):
            return cls() if text == "scenes" else None
        told = re.fullmatch(r"every=(\d{1,5}(?:\.\d{1,3})?) ?s?", text)
        if told is None or float(told[1]) < 0.1:
            hint = "Say scenes, every=2s (0.1 at least), or none."
            raise BadInput(f"“{text}” does not say which frames of a video are wanted.", hint)
        return cls(round(float(told[1]) * SECOND))

    @property
    def id(self) -> str:
        """Names the rule and how it is carried out; what was found by another one is found anew."""
        return "scenes@1" if self.every is None else f"every={in_seconds(self.every)}s@1"


SCENES = Frames()


# Their hashes ----------------------------------------------------------------------------------------------------


def hash_of(file: Path, stopped: Stopped = lambda: False) -> str:
    """BLAKE2b-128 of a file's bytes as 32 hex digits, read a piece at a time; "" when it was stopped.

    Raises:
        BadPicture: it cannot be read, or is empty.
    """
    found, empty = hashlib.blake2b(digest_size=16), True
    try:
        with file.open("rb") as stream:
            while data := stream.read(MORE):
                found.update(data)
                empty = False
                if stopped():
                    return ""
    except OSError as error:
        raise BadPicture(reason_of(error)) from error
    if empty:
        raise BadPicture("the file is empty")
    return found.hexdigest()


@functools.lru_cache(maxsize=64)
def hash_of_unchanged(file: Path, size: int, mtime_ns: int) -> str:  # noqa: ARG001
    """`hash_of`, for a file of this size and time of change read once: all moments of a video ask for it."""
    return hash_of(file)


def hash_of_moment(video: str, time: int) -> str:
    """The name of a moment as a picture: BLAKE2b-128 of the video's hash and the time in microseconds."""
    return hashlib.blake2b(bytes.fromhex(video) + time.to_bytes(8, "big"), digest_size=16).hexdigest()

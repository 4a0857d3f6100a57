"""A place: where a picture lies, which is a file, or a moment of a video.

As a path, which is how a library, a table and a person write it, a moment stands behind the file's name as in W3C's
media fragments (w3.org/TR/media-frags): `clip.mp4#t=12.5`. So whatever sorts, shows or compares places as paths needs
to know nothing of moments; whoever opens one, or looks whether it is there, asks here for its file.

A file may be called so itself. Its place then has a “#” more at its end, which is taken away again, so that no name of
a file is ever read as a moment of another one.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

SECOND = 1_000_000
"""Microseconds."""
MARK = "#t="
"""Stands between a video and a time."""
_MOMENT = re.compile(r"(.+)#t=(0|[1-9]\d{0,8})(?:\.(\d{0,5}[1-9]))?", re.DOTALL | re.ASCII)
_QUOTED = re.compile(r"(.+#t=(?:0|[1-9]\d{0,8})(?:\.\d{0,5}[1-9])?#*)#", re.DOTALL | re.ASCII)


@dataclass(frozen=True, slots=True)
class Place:
    """A file, or a moment of a video file.

    Attributes:
        file: as the file system knows it.
        time: microseconds from the start of the video, from 0 to 999,999,999 seconds; None for a whole file.
    """

    file: Path
    time: int | None = None

    @classmethod
    def of(cls, path: Path) -> Place:
        """The place that a path of a library writes down."""
        name = path.name
        if MARK not in name:
            return cls(path)
        moment = _MOMENT.fullmatch(name)
        if moment is not None:
            seconds, parts = int(moment[2]), (moment[3] or "").ljust(6, "0")
            return cls(path.with_name(moment[1]), seconds * SECOND + int(parts))
        quoted = _QUOTED.fullmatch(name)
        return cls(path if quoted is None else path.with_name(quoted[1]))

    @property
    def path(self) -> Path:
        """The place as a path; `of` reads it again."""
        name = self.file.name
        if self.time is not None:
            return self.file.with_name(f"{name}{MARK}{in_seconds(self.time)}")
        if MARK in name and (_MOMENT.fullmatch(name) or _QUOTED.fullmatch(name)):
            return self.file.with_name(f"{name}#")
        return self.file

    @property
    def seconds(self) -> float | None:
        """The time in seconds; None for a whole file."""
        return None if self.time is None else self.time / SECOND

    def is_there(self) -> bool:
        """Whether its file is a file now."""
        return os.path.isfile(self.file)


def in_seconds(time: int) -> str:
    """A time in microseconds as seconds without zeros at the end: "12.5"."""
    return f"{time // SECOND}.{time % SECOND:06}".rstrip("0").rstrip(".")


def meant(path: Path) -> Path:
    """The path of the place that a person or another program means: a file of this very name comes first."""
    return Place(path).path if os.path.lexists(path) else path

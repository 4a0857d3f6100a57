"""A video that is open: the moments that become pictures, decoded one after the other, upright, as sRGB.

PyAV reads it, where the extra `video` is installed. Frames are never held all at once, and nothing is ever written. A
file is only opened as a film, never as a list of other files or addresses: that is what FORMATS is for.
"""

from __future__ import annotations

import os
import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from nomina.domain import Facts
from nomina.errors import BadPicture
from nomina.places import SECOND, in_seconds
from nomina.video import HERE, MOST, Frames, Stopped, why_not

FORMATS = "mov,matroska,avi,mpegts,mpeg,mpegvideo,asf,ogg"
MOST_PIXELS = 100_000_000
"""Of one frame, which takes 3 bytes a pixel and more."""

LOOKS = 5 * SECOND
"""How far apart moments that are looked at lie at most. Encoders begin anew at a cut, and every few seconds."""
CHANGE = 20.0
"""How far, of 255, the colours of 16 x 16 squares lie apart on average where something else is to be seen."""
FLAT = 4.0
"""Standard deviation of those colours below which there is nothing to be seen: black, or a fade."""
FAR = 4 * SECOND
"""What lies further ahead is jumped to; what is nearer is decoded on to."""
LONGEST = 7 * 24 * 3600 * SECOND
"""What lies behind a week is not looked at: a damaged file may say that it lasts for years."""
STEPS_BACK = (0, 2 * SECOND, 20 * SECOND, None)
"""How far before a moment it is begun, one try after the other, where the file's index misleads; None: at the start."""
EARLY = 0.9
"""A video that ends before this share of its length is damaged."""


class Film:
    """A video that is open, and is read from one moment to the next. Used by one thread at a time.

    Attributes:
        end: the time of its last frame, as far as it was looked for; see `moments`.
        trouble: what is wrong with it although there are pictures of it, in half a sentence, or "".
    """

    def __init__(self, file: Path, stopped: Stopped = lambda: False) -> None:
        """Open it.

        Args:
            stopped: is asked now and then whether to go on.

        Raises:
            BadPicture: it cannot be opened, holds no video, or too large a one, or the extra is not installed.
        """
        if not HERE:
            raise BadPicture(why_not())
        import av

        self._av, self._file, self._stopped = av, file, stopped
        self.end, self.trouble = 0, ""
        self._frames: Iterator[Any] = iter(())
        self._at: tuple[int, Any] | None = None
        self._open()

    def _open(self) -> None:
        options = {"format_whitelist": FORMATS, "protocol_whitelist": "file"}
        try:
            self._container = self._av.open(os.fspath(self._file), options=options)
        except (self._av.FFmpegError, OSError, ValueError) as error:
            raise BadPicture(_why_not_open(self._file, error)) from error
        try:
            self._stream = self._choose()
        except BaseException:
            self._container.close()
            raise

    def _choose(self) -> Any:
        streams = [each for each in self._container.streams.video if not self._is_cover(each)]
        if not streams:
            sound = bool(self._container.streams.audio)
            raise BadPicture("it holds sound and no pictures" if sound else "there is no video in it")
        stream = streams[0]
        if stream.codec_context is None:
            raise BadPicture("its pictures are in a format that cannot be read")
        pixels = stream.width * stream.height
        if pixels > MOST_PIXELS:
            raise BadPicture(f"its pictures have {pixels // 1_000_000} megapixels; Nomina reads videos of up to 100")
        stream.thread_type = "AUTO"
        stream.codec_context.thread_count = min(4, os.cpu_count() or 1)
        return stream

    def _is_cover(self, stream: Any) -> bool:
        """Whether a stream is the one picture on the cover of a piece of music."""
        return bool(stream.disposition & self._av.stream.Disposition.attached_pic)

    def __enter__(self) -> Film:
        return self

    def __exit__(self, *_: object) -> None:
        self._frames = iter(())
        self._at = None
        self._container.close()

    @property
    def taken(self) -> str | None:
        """When it was recorded, as the file tells; see Facts.taken."""
        told = self._container.metadata
        for name in ("com.apple.quicktime.creationdate", "creation_time"):
            match = re.match(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?", told.get(name, ""))
            if match and match[1] >= "1980":  # a clock that was never set begins in 1904 or 1970
                zone = (match[2] or "").replace("Z", "+00:00")
                return match[1] + (zone if ":" in zone or not zone else f"{zone[:3]}:{zone[3:]}")
        return None

    # Moments -----------------------------------------------------------------------------------------------------

    def moments(self, frames: Frames) -> Iterator[Moment]:
        """The moments that become pictures, in order; one at least where there is any picture at all.

        Raises:
            BadPicture: not one frame can be decoded.
        """
        begins = self._look_through()
        found = False
        for moment in self._every(frames.every) if frames.every else self._scenes(begins):
            found = True
            yield moment
        if not found and not self._stopped():
            raise BadPicture("no picture of it can be decoded: it is damaged, or in a format that cannot be read")

    def _look_through(self) -> array[int]:
        """When frames begin that need no other one; finds the end. Nothing is decoded."""
        begins = array("q")
        for packet in self._packets():
            time = LONGEST if packet.pts is None else self._time(packet.pts)
            if time < LONGEST:
                self.end = max(self.end, time)
                if packet.is_keyframe:
                    begins.append(time)
        declared = self._container.duration or 0
        if declared and self.end < EARLY * declared - SECOND and not self._stopped():
            self.trouble = _breaks_off(self.end // SECOND, declared // SECOND)
        self._at = None
        return begins

    def _every(self, step: int) -> Iterator[Moment]:
        time = 0
        while time <= self.end:
            moment = self.first_from(time)
            if moment is None or self._stopped():
                return
            yield moment
            time = (moment.time // step + 1) * step  # frames may lie further apart

    def _scenes(self, begins: array[int]) -> Iterator[Moment]:
        """Moments that look unlike the one before, not nearer to it than may be; the first that shows anything."""
        apart = max(SECOND, self.end // MOST)
        shown: NDArray[np.float32] | None = None
        nothing: Moment | None = None
        due = 0
        for time in _looked_at(begins, self.end):
            if time < due:
                continue
            moment = self.first_from(time)
            if moment is None or self._stopped():
                break
            look, due = moment.look(), moment.time + 1
            if look.std() < FLAT:
                nothing = nothing or moment
            elif shown is None or float(np.abs(look - shown).mean()) > CHANGE:
                shown, due = look, moment.time + apart
                yield moment
        if shown is None and nothing is not None and not self._stopped():
            yield nothing

    def moment(self, time: int) -> Moment:
        """The moment at exactly this time.

        Raises:
            BadPicture: there is none.
        """
        found = self.first_from(time)
        if found is None or found.time != time:
            raise BadPicture(f"it has no picture at {in_seconds(time)} seconds")
        return found

    def first_from(self, time: int) -> Moment | None:
        """The first frame at a time or after it; None behind the end."""
        if self._at is None or not self._at[0] <= time <= self._at[0] + FAR:
            self._go_before(time)
        while self._at is not None and self._at[0] < time and not self._stopped():
            self._at = next(self._frames, None)
        return None if self._at is None else Moment(*self._at, self._stream.sample_aspect_ratio, self.taken)

    def _go_before(self, time: int) -> None:
        """Jump to a frame at this time or before it, from which all others can be decoded."""
        for back in STEPS_BACK:
            if back is None:  # a film of a camera may know no way to its own start
                self._container.close()
                self._open()
            else:
                try:
                    self._container.seek(self._ticks(max(0, time - back)), stream=self._stream, backward=True)
                except self._av.FFmpegError:
                    continue
            self._frames = self._decoded()
            self._at = next(self._frames, None)
            if self._at is not None and self._at[0] <= time:
                return

    def _decoded(self) -> Iterator[tuple[int, Any]]:
        """Frames with their times from where the file stands. One that is damaged is passed by."""
        for packet in self._packets():
            try:
                frames = packet.decode()
            except self._av.FFmpegError:
                continue
            for frame in frames:
                ticks = frame.pts if frame.pts is not None else frame.dts
                if ticks is not None and not frame.is_corrupt and self._time(ticks) < LONGEST:
                    yield self._time(ticks), frame

    def _packets(self) -> Iterator[Any]:
        try:
            for packet in self._container.demux(self._stream):
                if self._stopped():
                    return
                yield packet
        except self._av.FFmpegError:  # it breaks off
            return

    def _time(self, ticks: int) -> int:
        since = (ticks - (self._stream.start_time or 0)) * self._stream.time_base
        return max(0, round(float(since * SECOND)))

    def _ticks(self, time: int) -> int:
        return int(time / (self._stream.time_base * SECOND)) + (self._stream.start_time or 0)


@dataclass(frozen=True, slots=True)
class Moment:
    """A frame that was decoded, in the colours of the video until a picture is asked for.

    Attributes:
        time: microseconds from the start.
        frame: PyAV's.
        ratio: width of a pixel to its height; None or 0 where that is not told.
        taken: see Film.
    """

    time: int
    frame: Any
    ratio: Fraction | None
    taken: str | None

    @property
    def size(self) -> tuple[int, int]:
        """Width and height upright, with square pixels."""
        width, height = self.frame.width, self.frame.height
        if self.ratio and 0.1 < self.ratio < 10:
            width = max(1, round(width * self.ratio))
        return (height, width) if self.frame.rotation % 180 else (width, height)

    def picture(self) -> PIL.Image.Image:
        """Upright, in mode "RGB".

        Raises:
            BadPicture: it cannot be had.
        """
        try:
            image: PIL.Image.Image = self.frame.to_image()
        except Exception as error:  # FFmpeg raises whatever the damage makes of its parsers
            raise BadPicture(f"it cannot be decoded ({error})") from error
        turn = _TURNS.get(self.frame.rotation % 360)
        upright = image if turn is None else image.transpose(turn)
        return upright if upright.size == self.size else upright.resize(self.size, PIL.Image.Resampling.BICUBIC)

    def look(self) -> NDArray[np.float32]:
        """The colours of 16 x 16 squares, shape (16, 16, 3), 0..255."""
        small = self.frame.reformat(width=16, height=16, format="rgb24", interpolation="AREA")
        return np.asarray(small.to_ndarray(), np.float32)

    @property
    def facts(self) -> Facts:
        """What the video tells; `look` is None."""
        return Facts(self.taken)


_TURNS = {90: PIL.Image.Transpose.ROTATE_90, 180: PIL.Image.Transpose.ROTATE_180, 270: PIL.Image.Transpose.ROTATE_270}


def _looked_at(begins: array[int], end: int) -> Iterator[int]:
    """When frames begin that need no other one, and times between where these lie far apart."""
    before = -1
    for time in (*begins, end + 1) if begins else (0, end + 1):
        while before >= 0 and time - before > LOOKS:
            before += LOOKS
            yield before
        if before < time <= end:
            before = time
            yield time


def _breaks_off(end: int, declared: int) -> str:
    return f"it breaks off after {end} of {declared} seconds; what comes before was taken in"


def _why_not_open(file: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "permission denied"
    try:
        if not file.stat().st_size:
            return "the file is empty"
    except OSError:
        return "it cannot be read"
    return "it is no video that can be read, or it is damaged"

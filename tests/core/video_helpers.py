"""Small videos for tests, made with PyAV's MPEG-4 encoder, which is FFmpeg's own (LGPL)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import numpy as np
from PIL import ImageColor

RATE = 10


def save_video(
    path: Path,
    colours: Sequence[tuple[str, float]],
    *,
    codec: str = "mpeg4",
    size: tuple[int, int] = (64, 48),
    keys: int = RATE,
    times: Sequence[int] | None = None,
    metadata: dict[str, str] | None = None,
) -> Path:
    """Write a video that shows one colour after another, each for so many seconds, at RATE frames a second.

    Args:
        keys: at most so many frames lie between two that need no other one.
        times: of the frames, in tenths of a second, where they do not follow each other evenly.
    """
    import av

    path.parent.mkdir(parents=True, exist_ok=True)
    shown = [colour for colour, seconds in colours for _ in range(round(seconds * RATE))]
    with av.open(str(path), "w") as container:
        container.metadata.update(metadata or {})
        stream = container.add_stream(codec, rate=RATE)
        stream.width, stream.height = size
        stream.pix_fmt, stream.gop_size = "yuv420p", keys
        for number, colour in enumerate(shown):
            pixels = np.full((size[1], size[0], 3), ImageColor.getrgb(colour)[:3], np.uint8)
            pixels[: size[1] // 4, : size[0] // 4] = 255  # a white corner, top left
            frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
            frame.pts, frame.time_base = (times[number] if times else number), Fraction(1, RATE)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def save_sound(path: Path) -> Path:
    """Write a second of silence, with no pictures."""
    import av

    path.parent.mkdir(parents=True, exist_ok=True)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("aac", rate=44100)
        for number in range(40):
            frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), format="fltp", layout="mono")
            frame.sample_rate, frame.pts = 44100, number * 1024
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def turn(path: Path) -> Path:
    """Say in the head of an MP4 that it was held upright: a quarter turn clockwise (ISO 14496-12, tkhd)."""
    data = bytearray(path.read_bytes())
    at = data.index(b"tkhd") + 44
    one = 1 << 16
    matrix = (0, one, 0, -one, 0, 0, 48 * one, 0, 1 << 30)
    data[at : at + 36] = b"".join(value.to_bytes(4, "big", signed=True) for value in matrix)
    path.write_bytes(data)
    return path

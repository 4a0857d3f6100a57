"""How long a video takes, how much memory, and how many of its scenes are found.

    python -m tests.benchmarks.video [--minutes 5] [--codec mpeg4] [--times 1]

The video is made here: sample pictures, each shown for 2 to 12 seconds while the camera moves over it, cut to the next
one without a fade, with noise. So it is known where its scenes are. Each way to read it runs in a process of its own.
"""

from __future__ import annotations

import argparse
import itertools
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import PIL.Image

from nomina.film import Film
from nomina.places import SECOND
from nomina.samples import sample_pictures
from nomina.video import Frames, hash_of

WIDTH, HEIGHT, RATE = 1280, 720, 25


def scenes(minutes: float) -> list[tuple[Path, int]]:
    """Which picture is shown, and for how many frames; never the same one twice in a row."""
    rng = np.random.default_rng(7)
    pictures = [sample.path for sample in sample_pictures()]
    out: list[tuple[Path, int]] = []
    while sum(frames for _, frames in out) < minutes * 60 * RATE:
        left = [each for each in pictures if not out or each != out[-1][0]]
        out.append((left[rng.integers(len(left))], int(rng.integers(2 * RATE, 12 * RATE))))
    return out


def frames_of(picture: Path, count: int) -> Iterator[PIL.Image.Image]:
    """The camera goes over a sixth of the picture, and a sixth nearer."""
    image = PIL.Image.open(picture).convert("RGB").resize((WIDTH * 4 // 3, HEIGHT * 4 // 3))
    noise = np.random.default_rng(1).integers(-6, 7, (HEIGHT, WIDTH, 3)).astype(np.int16)
    for number in range(count):
        share = number / count
        zoom, left = 1 - share / 6, share * WIDTH / 6
        box = (left, 0, left + zoom * WIDTH, zoom * HEIGHT)
        seen = np.asarray(image.resize((WIDTH, HEIGHT), PIL.Image.Resampling.BILINEAR, box), np.int16)
        yield PIL.Image.fromarray((seen + np.roll(noise, number * 7, 1)).clip(0, 255).astype(np.uint8))


def make(path: Path, shown: list[tuple[Path, int]], codec: str) -> None:
    """Write the video; a frame that needs no other one at least every ten seconds, as encoders do by default."""
    import av

    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=RATE, options={"qscale": "5"})
        stream.width, stream.height, stream.pix_fmt, stream.gop_size, stream.bit_rate = (
            WIDTH,
            HEIGHT,
            "yuv420p",
            250,
            6_000_000,
        )
        for number, image in enumerate(itertools.chain.from_iterable(frames_of(*each) for each in shown)):
            frame = av.VideoFrame.from_image(image)
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def repeated(path: Path, times: int) -> Path:
    """The video so many times in a row, without being encoded again: a long one in a moment."""
    import av

    out = path.with_name(f"times{times}.mp4")
    with av.open(str(path)) as source:
        stream = source.streams.video[0]
        length = (
            max(packet.pts for packet in source.demux(stream) if packet.pts is not None) + stream.time_base**-1 / RATE
        )
        with av.open(str(out), "w") as container:
            copy = container.add_stream_from_template(stream)
            for turn in range(times):
                source.seek(0)
                for packet in source.demux(stream):
                    if packet.pts is not None:
                        packet.pts, packet.dts = packet.pts + turn * int(length), packet.dts + turn * int(length)
                        packet.stream = copy
                        container.mux(packet)
    return out


def read(path: Path, way: str) -> dict[str, float | list[float]]:
    """Seconds, memory in MB and the times of the pictures."""
    began = time.perf_counter()
    times: list[float] = []
    if way == "hash":
        hash_of(path)
    else:
        frames = Frames.read(way)
        assert frames is not None
        with Film(path) as film:
            for moment in film.moments(frames):
                moment.picture()
                times.append(moment.time / SECOND)
    return {"seconds": time.perf_counter() - began, "peak": peak(), "times": times}


def peak() -> float:
    """The most memory this process had, in MB. What the system counts by itself includes who started it."""
    lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def told(times: list[float], shown: list[tuple[Path, int]]) -> str:
    """How many scenes have a picture, and how many pictures are more than one of a scene."""
    ends = np.cumsum([frames for _, frames in shown]) / RATE
    of = np.searchsorted(ends, times, side="right")
    return f"{len(set(of.tolist()))} of {len(shown)} scenes, {len(of) - len(set(of.tolist()))} pictures more"


def main() -> None:
    """Make the video, and read it in every way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--codec", default="mpeg4")
    parser.add_argument("--times", type=int, default=1, help="how many times in a row")
    parser.add_argument("--read", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.read:
        print(json.dumps(read(Path(given.read[0]), given.read[1])))
        return
    shown = scenes(given.minutes)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "video.mp4"
        make(path, shown, given.codec)
        if given.times > 1:
            path, shown = repeated(path, given.times), shown * given.times
        seconds, megabytes = sum(frames for _, frames in shown) / RATE, path.stat().st_size / 1e6
        print(f"{seconds:.0f} s, {WIDTH} x {HEIGHT}, {given.codec}, {megabytes:.0f} MB")
        for way in ("hash", "scenes", "every=1s", "every=10s"):
            command = [sys.executable, "-m", "tests.benchmarks.video", "--read", str(path), way]
            out = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            line = f"{way:10}{out['seconds']:7.1f} s{out['peak']:7.0f} MB{len(out['times']):6} pictures"
            print(line + (f", {told(out['times'], shown)}" if out["times"] else ""), flush=True)


if __name__ == "__main__":
    main()

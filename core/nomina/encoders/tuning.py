"""The fastest way to run an encoder on this device, found by trying: measured once, kept, shown by `nomina doctor`.

Each way is tried for a moment on real pictures. One whose rows have a cosine below AGREES with those of float32 is
refused, one that fails is left out, and both are said. Rows of bf16 or fp16 are never mixed with rows of float32: the
encoder has another id then, and a library keeps to the precision that its rows have (docs/decisions/0016-tuning.md).
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import platform
import re
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
import platformdirs

from nomina.domain import Calibration, EncoderSpec, Rows
from nomina.encoders.forward import PRECISIONS, Forward, Way
from nomina.encoders.protocol import Encoder, Prepared
from nomina.encoders.ways import variants, ways_worth_a_try
from nomina.errors import EncoderError, NominaError
from nomina.files import replacing
from nomina.images import decode
from nomina.samples import sample_pictures

AGREES = 0.999
"""The least cosine between a row and float32's row of the same picture."""
WORTH = 1.1
"""How many times as fast another way must be: less is chance, on a machine that has other work."""
A_MOMENT = 0.4
"""Seconds for which a way is tried at least, beside its first batch."""
PATIENCE = 20.0
"""Seconds after which no other way is begun: of a large network on a busy machine only the likeliest are tried."""
PICTURES = 8
RECIPE = 2
"""Counts up when other ways are tried: what was chosen among others is chosen anew."""


Told = Callable[[int, int], None]
"""Hears how many ways were tried, and how many there are."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of the tuning.

    Attributes:
        precision: "auto", or one of PRECISIONS, which is then taken whatever its rows are like.
        again: whether what is known is measured again.
        compiling: whether torch.compile is tried too, which takes a minute.
        kept: ids of encoders of which a library has rows.
        as_written: whether nothing is measured, and it runs as its family writes it, in the precision that is named.
    """

    precision: str = "auto"
    again: bool = False
    compiling: bool = False
    kept: tuple[str, ...] = ()
    as_written: bool = False


@dataclass(frozen=True, slots=True)
class Tried:
    """One way and what came of it.

    Attributes:
        a_second: pictures; 0 for one that failed.
        cosine: the least one with a row of float32; 0 for one that failed.
        why_not: why it was left out, or "".
    """

    way: Way
    a_second: float = 0.0
    cosine: float = 0.0
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Tuning:
    """What was chosen, and among what. The first that was tried is the way its family is written for."""

    way: Way
    tried: tuple[Tried, ...]


def tuned(encoder: Encoder, wish: Wish, told: Told = lambda *_: None) -> Encoder:
    """The encoder, run in the fastest way; as it is where there is only one way to run it.

    Args:
        told: hears how far it is, where ways have to be tried.

    Raises:
        EncoderError: it was to run as it is written, in a precision that it cannot have here.
    """
    if wish.as_written:
        return _as_written(encoder, wish.precision)
    forward = getattr(encoder, "forward", None)
    if not isinstance(forward, Forward):
        return encoder
    precision = _kept_precision(encoder.spec.id, wish.kept) if wish.precision == "auto" else wish.precision
    key = _key(encoder.spec, forward, precision)
    known = None if wish.again else tunings().get(key)
    try:
        pixels = _sample(encoder)
        if known is None:
            known = tune(encoder, forward, pixels, precision, wish.compiling, told)
            _keep(key, known)
        forward.set_up(known.way, pixels[:2])
    except Exception:  # whatever it is, the way that it was written for always works
        forward.set_up(forward.as_written, [])
    forward.all_threads()  # those of this thread: the next encoder asks how many there are
    return Tuned(encoder, forward)


def _as_written(encoder: Encoder, precision: str) -> Encoder:
    if precision == PRECISIONS[0]:
        return encoder
    forward = getattr(encoder, "forward", None)
    try:
        if not isinstance(forward, Forward):
            raise TypeError("it has one way to run")
        forward.set_up(dataclasses.replace(forward.as_written, precision=precision), _sample(encoder)[:2])
    except Exception as error:  # whatever torch says of numbers that a device does not have
        raise EncoderError(f"“{encoder.spec.title}” cannot run in {precision} here: {error}.", "Use fp32.") from error
    return Tuned(encoder, forward)


class Tuned:
    """An encoder that runs in a way that was chosen for it; speaks the protocol Encoder.

    Attributes:
        batch: how many pictures it likes at once.
        streams: how many batches it likes side by side.
    """

    def __init__(self, encoder: Encoder, forward: Forward) -> None:
        """Take an encoder whose network was set up."""
        self._encoder, self._forward = encoder, forward
        self.batch, self.streams = forward.way.batch, forward.way.streams
        self._spec = dataclasses.replace(encoder.spec, id=id_of(encoder.spec.id, forward.way.precision))

    @property
    def spec(self) -> EncoderSpec:
        """See Encoder."""
        return self._spec

    def calibration(self) -> Calibration:
        """See Encoder: the same, because rows differ by less than a cosine of AGREES."""
        return self._encoder.calibration()

    def prepare(self, image: PIL.Image.Image) -> Prepared:
        """See Encoder."""
        return self._encoder.prepare(image)

    def encode_pixels(self, pixels: Sequence[Prepared]) -> Rows:
        """See Encoder."""
        return self._encoder.encode_pixels(pixels)

    def encode_images(self, images: Sequence[PIL.Image.Image]) -> Rows:
        """See Encoder."""
        return self._encoder.encode_images(images)

    def encode_texts(self, texts: Sequence[str]) -> Rows:
        """See Encoder."""
        self._forward.all_threads()
        return self._encoder.encode_texts(texts)


def id_of(encoder: str, precision: str) -> str:
    """The id of an encoder that is run in a precision."""
    return encoder if precision == "fp32" else f"{encoder}~{precision}"


def tune(
    encoder: Encoder,
    forward: Forward,
    pixels: Sequence[Prepared],
    precision: str = "auto",
    compiling: bool = False,
    told: Told = lambda *_: None,
) -> Tuning:
    """Try the ways there are, a moment each; the encoder is left in the one it is written for.

    Args:
        pixels: prepared real pictures, at least two.
        precision: "auto", or the one that is wanted.
        told: hears before each try how many there were, of how many.
    """
    start = forward.as_written
    forward.set_up(start, pixels[:2])
    exact = encoder.encode_pixels(pixels)
    tried = [Tried(start, _pace(encoder, pixels, start), 1.0)]

    end = time.monotonic() + PATIENCE
    ways = list(ways_worth_a_try(forward, precision, compiling))
    for number, way in enumerate(ways):
        told(number, len(ways))
        wanted = precision == way.precision != "fp32"
        tried.append(_try(encoder, forward, pixels, way, exact, end, wanted=wanted))
    told(len(ways), len(ways))
    best = _best(tried, precision)
    others = [_try(encoder, forward, pixels, way, exact, end, wanted=True) for way in variants(best.way, forward)]
    best = _best([best, *others], precision)
    forward.set_up(start, pixels[:2])
    return Tuning(best.way, (*tried, *others))


def _best(tried: Sequence[Tried], precision: str) -> Tried:
    """The fastest that may be taken; the first one where that is hardly slower.

    Batches side by side need be no faster: no trial shows that files are decoded meanwhile, which holds them up least.
    """
    wanted = [each for each in tried if not each.why_not and precision in ("auto", each.way.precision)]

    def worth(each: Tried) -> float:
        return each.a_second / (1.0 if each is tried[0] or each.way.streams > 1 else WORTH)

    return max(wanted or tried[:1], key=worth)


def _try(
    encoder: Encoder, forward: Forward, pixels: Sequence[Prepared], way: Way, exact: Rows, end: float, *, wanted: bool
) -> Tried:
    if time.monotonic() > end and not wanted:
        return Tried(way, why_not="there was no time left to try it")
    try:
        forward.set_up(way, pixels[:2])
        rows = np.concatenate([encoder.encode_pixels(pixels[:1]), encoder.encode_pixels(pixels[1:])])
        cosine = _cosine(encoder.spec, rows, exact)
        if not cosine >= AGREES and not wanted:
            return Tried(way, 0.0, cosine, f"its rows have a cosine of {cosine:.4f} with those of fp32")
        return Tried(way, _pace(encoder, pixels, way), cosine)
    except Exception as error:  # a compiler that is missing, memory that is short, a layer that knows no such numbers
        return Tried(way, why_not=f"{type(error).__name__}: {error}".splitlines()[0][:160])


def _cosine(spec: EncoderSpec, rows: Rows, exact: Rows) -> float:
    """The least cosine of any part of any row; see EncoderSpec."""
    parts = {part for part in (spec.words, spec.pictures) if part is not None}
    least = 1.0
    for start, stop in parts:
        left, right = rows[:, start:stop].astype(np.float64), exact[:, start:stop].astype(np.float64)
        lengths = np.linalg.norm(left, axis=1) * np.linalg.norm(right, axis=1)
        least = min(least, float(((left * right).sum(axis=1) / np.maximum(lengths, 1e-30)).min()))
    return least


def _pace(encoder: Encoder, pixels: Sequence[Prepared], way: Way) -> float:
    """Pictures a second, by the fastest of some batches: what it can do when nobody else asks."""
    batch = [pixels[i % len(pixels)] for i in range(way.batch)]
    end = time.perf_counter() + A_MOMENT

    def fastest(_: int) -> float:
        least = float("inf")
        while time.perf_counter() < end or least == float("inf"):
            started = time.perf_counter()
            encoder.encode_pixels(batch)
            least = min(least, time.perf_counter() - started)
        return least

    with ThreadPoolExecutor(way.streams) as threads:
        return way.streams * way.batch / max(threads.map(fastest, range(way.streams)))


def _sample(encoder: Encoder) -> list[Prepared]:
    paths = [sample.path for sample in sample_pictures()][:PICTURES]
    return [encoder.prepare(decode(path.read_bytes())) for path in paths]


def _kept_precision(encoder: str, kept: Sequence[str]) -> str:
    """The precision of the rows that a library has of an encoder; "auto" where it has none."""
    found = [match[1] or "fp32" for each in kept for match in re.finditer(re.escape(encoder) + r"(?:~(\w+))?", each)]
    return "auto" if not found else "fp32" if "fp32" in found else found[0]


# What is kept ----------------------------------------------------------------------------------------------------


def tunings() -> dict[str, Tuning]:
    """What was chosen on this machine, by what it was chosen for, in words."""
    try:
        kept = json.loads(_file().read_text(encoding="utf-8"))
        return {key: _tuning(each) for key, each in kept.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}  # a cache: what cannot be read is measured again


def _tuning(kept: dict[str, Any]) -> Tuning:
    return Tuning(Way(**kept["way"]), tuple(Tried(**{**each, "way": Way(**each["way"])}) for each in kept["tried"]))


def _keep(key: str, tuning: Tuning) -> None:
    kept = {name: dataclasses.asdict(each) for name, each in (tunings() | {key: tuning}).items()}
    with contextlib.suppress(OSError, NominaError):  # a cache that cannot be written costs time, no more
        _file().parent.mkdir(parents=True, exist_ok=True)
        with replacing(_file()) as out:
            json.dump(kept, out, indent=1, sort_keys=True)


def _key(spec: EncoderSpec, forward: Forward, precision: str) -> str:
    """What a choice is good for: this encoder on this device of this machine, with this torch."""
    import torch

    if forward.device.startswith("cuda"):
        device = torch.cuda.get_device_name(forward.device)
    else:
        device = f"{forward.device} {_processor()}, {forward.processors} threads"
    asked = "" if precision == "auto" else f", {precision}"
    return f"{spec.id} on {device}, torch {torch.__version__}{asked}"


def _processor() -> str:
    """The processor with what it can do, so that a library on a stick is not run as on another machine."""
    import torch

    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
        name = next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        name = platform.processor() or platform.machine()
    return f"{name} ({torch.backends.cpu.get_cpu_capability()})"


def _file() -> Path:
    return platformdirs.user_cache_path("nomina", appauthor=False) / f"tuning-{RECIPE}.json"

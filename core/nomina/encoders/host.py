"""Where the model lives: a path goes in, and all that the bytes are needed for comes back.

`LocalHost` does the work: it reads and decodes ahead in threads, so that the model never waits, and each file is read
and decoded once. `process.ProcessHost` is the same in a process of its own, and what the program uses. Both speak the
protocol `EncoderHost`.
"""

from __future__ import annotations

import dataclasses
import itertools
import os
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from nomina import images
from nomina.domain import Calibration, EncoderSpec, Reading, Rows, Skipped
from nomina.encoders.protocol import Encoder, Prepared
from nomina.errors import BadPicture
from nomina.looks import look

BATCH = 8  # as fast as 16 with a third less memory, and a cancel waits for half as long
LOOK_AHEAD = 4 * BATCH
Batch = list[Reading | Skipped]
Readings = Generator[Batch, None, None]


class EncoderHost(Protocol):
    """Runs one encoder somewhere. Used by one thread at a time."""

    def spec(self) -> EncoderSpec:
        """What the encoder is; waits until it is loaded.

        Raises:
            EncoderError: it cannot be loaded.
        """
        ...

    def ready(self) -> bool:
        """Whether `spec` would return (or raise) at once."""
        ...

    def interrupt(self) -> None:
        """End the work at once, from any thread: a call that waits for it gets an EncoderError, or goes on alone."""
        ...

    def read(self, paths: Iterable[Path], known: Collection[str], encoded: Collection[str] = ()) -> Readings:
        """Read, hash, decode and encode files, in order; batches may be empty while the work goes on.

        Args:
            known: hashes of which all is at hand: those files are hashed and no more.
            encoded: hashes of which all but the facts is at hand: those files are decoded, and not encoded again.
        """
        ...

    def encode_texts(self, texts: Iterable[str]) -> Rows:
        """Rows of texts as they stand, shape (len(texts), d). May be called while a `read` is going on."""
        ...

    def calibration(self) -> Calibration:
        """The encoder's shipped calibration."""
        ...

    def close(self) -> None:
        """Stop the work and let go of the model."""
        ...


class LocalHost:
    """Runs the encoder in this process."""

    def __init__(self, load: Callable[[], Encoder]) -> None:
        """Take a function that loads the encoder; it is called on first use."""
        self._load = load
        self._encoder: Encoder | None = None
        self._decoders = ThreadPoolExecutor(max(2, min(8, os.cpu_count() or 2)), thread_name_prefix="decode")

    def _loaded(self) -> Encoder:
        if self._encoder is None:
            self._encoder = self._load()
        return self._encoder

    def spec(self) -> EncoderSpec:
        """See EncoderHost."""
        return self._loaded().spec

    def ready(self) -> bool:
        """See EncoderHost."""
        return True

    def interrupt(self) -> None:
        """See EncoderHost: what runs in this process cannot be ended, and goes on."""

    def encode_texts(self, texts: Iterable[str]) -> Rows:
        """See EncoderHost."""
        return self._loaded().encode_texts(list(texts))

    def calibration(self) -> Calibration:
        """See EncoderHost."""
        return self._loaded().calibration()

    def close(self) -> None:
        """See EncoderHost."""
        self._decoders.shutdown(cancel_futures=True)

    def read(self, paths: Iterable[Path], known: Collection[str], encoded: Collection[str] = ()) -> Readings:
        """See EncoderHost."""
        encoder = self._loaded()
        seen, encoded = set(known), set(encoded)
        waiting: deque[Future[_Decoded | Reading | Skipped]] = deque()
        queue = iter(paths)
        try:
            while True:
                for path in itertools.islice(queue, LOOK_AHEAD - len(waiting)):
                    waiting.append(self._decoders.submit(_read_one, path, seen, encoded, encoder.prepare))
                if not waiting:
                    return
                batch = [waiting.popleft().result() for _ in range(min(BATCH, len(waiting)))]
                yield _encode(encoder, batch, seen)
        finally:
            for future in waiting:
                future.cancel()


@dataclass(frozen=True, slots=True)
class _Decoded:
    """A file on its way to the model: its reading still lacks the row."""

    reading: Reading
    pixels: Prepared


def _read_one(
    path: Path, known: Collection[str], encoded: Collection[str], prepare: Callable[[Any], Prepared]
) -> _Decoded | Reading | Skipped:
    try:
        file = images.read_file(path)
        width, height = images.size_upright(file.data)
        if file.hash in known:
            return Reading(path, file.hash, len(file.data), file.mtime_ns, width, height)
        image = images.decode(file.data, at_least=2 * images.THUMBNAIL)
        facts = dataclasses.replace(images.facts(file.data), look=look(image))
        reading = Reading(path, file.hash, len(file.data), file.mtime_ns, width, height, facts=facts)
        if file.hash in encoded:
            return reading
        return _Decoded(dataclasses.replace(reading, thumbnail=images.thumbnail(image)), prepare(image))
    except BadPicture as error:
        return Skipped(path, error.title)


def _encode(encoder: Encoder, batch: list[_Decoded | Reading | Skipped], seen: set[str]) -> Batch:
    """Run the model over what was decoded, once for each hash, however many copies were decoded side by side."""
    fresh: dict[str, _Decoded] = {}
    for item in batch:
        if isinstance(item, _Decoded) and item.reading.hash not in seen:
            fresh.setdefault(item.reading.hash, item)
    rows = dict(zip(fresh, encoder.encode_pixels([item.pixels for item in fresh.values()]), strict=True))
    useless = {hash for hash, row in rows.items() if not np.isfinite(row).all()}
    seen.update(rows.keys() - useless)
    read: Batch = []
    for item in batch:
        if not isinstance(item, _Decoded):
            read.append(item)
        elif item.reading.hash in useless:
            read.append(Skipped(item.reading.path, "the encoder gave no usable numbers for it"))
        elif item is fresh.get(item.reading.hash):
            read.append(dataclasses.replace(item.reading, row=rows[item.reading.hash]))
        else:
            read.append(dataclasses.replace(item.reading, thumbnail=b""))
    return read

"""Where the model lives: a path goes in, and all that the bytes are needed for comes back.

`LocalHost` runs the encoder in this process. `process.ProcessHost` is the same in a process of its own, and what the
program uses. Both speak the protocol `EncoderHost`; reading.py has the way of a file.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

from nomina.domain import Calibration, EncoderSpec, Progress, Rows
from nomina.encoders.hands import Hands
from nomina.encoders.protocol import Encoder
from nomina.encoders.reading import Batch, Needed, Pipeline, everything
from nomina.video import Frames

Readings = Generator[Batch, None, None]


LOOK_AGAIN = 0.05
"""Seconds between two looks at a host that is getting ready."""


class EncoderHost(Protocol):
    """Runs one encoder somewhere. Used by one thread at a time."""

    def spec(self) -> EncoderSpec:
        """What the encoder is; waits until it is loaded.

        Raises:
            EncoderError: it cannot be loaded.
        """
        ...

    def keep_to(self, encoders: Collection[str]) -> None:
        """Say which encoders a library has rows of: of the precisions that are possible, the one it has is taken."""
        ...

    def ready(self) -> bool:
        """Whether `spec` would return (or raise) at once."""
        ...

    def preparing(self) -> Progress:
        """What it is at until it is ready, and how far."""
        ...

    def interrupt(self) -> None:
        """End the work at once, from any thread: a call that waits for it gets an EncoderError, or goes on alone."""
        ...

    def read(self, paths: Iterable[Path | None], needed: Needed = everything, frames: Frames | None = None) -> Readings:
        """Read, hash, decode and encode files, in order; batches may be empty while the work goes on.

        Files are asked for a little ahead of the model and no further. A batch that fails is halved and tried again,
        until the file at fault is found and left out with a word.

        Args:
            paths: the files, or moments of videos; None where whoever names them needs a while: an empty batch may come
                then.
            needed: what is still needed of the pictures with these hashes. It is called by the thread that reads.
            frames: which moments of a video become pictures; None where no video is wanted, and each is left out.

        Raises:
            EncoderError: the encoder fails on one file after the other.
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


def at_first() -> Progress:
    """What a host is at before it says more."""
    return Progress(0, None, "Loading the encoder")


def loading(host: EncoderHost) -> Generator[Progress, None, None]:
    """Long verb: wait until a host is ready, which the first time on a machine includes finding the fastest way."""
    while not host.ready():
        yield host.preparing()
        time.sleep(LOOK_AGAIN)


class LocalHost:
    """Runs the encoder in this process."""

    def __init__(self, load: Callable[[], Encoder]) -> None:
        """Take a function that loads the encoder; it is called on first use."""
        self._load = load
        self._encoder: Encoder | None = None
        self._hands: Hands | None = None
        self._closed = False

    def _loaded(self) -> Encoder:
        if self._encoder is None:
            self._encoder = self._load()
        return self._encoder

    def spec(self) -> EncoderSpec:
        """See EncoderHost."""
        return self._loaded().spec

    def keep_to(self, encoders: Collection[str]) -> None:
        """See EncoderHost: the encoder is run as it was loaded."""

    def ready(self) -> bool:
        """See EncoderHost."""
        return True

    def preparing(self) -> Progress:
        """See EncoderHost."""
        return at_first()

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
        self._closed = True
        if self._hands is not None:
            self._hands.close()

    def read(self, paths: Iterable[Path | None], needed: Needed = everything, frames: Frames | None = None) -> Readings:
        """See EncoderHost."""
        if self._closed:
            raise RuntimeError("nothing is read after shutdown")
        encoder = self._loaded()
        self._hands = hands = self._hands or Hands(encoder)
        told: SimpleQueue[tuple[int, str] | None] = SimpleQueue()
        pipeline = Pipeline(encoder, hands, lambda *hashed: told.put(hashed), lambda: told.put(None), frames=frames)
        queue = iter(paths)
        try:
            while True:
                moment = _fill(pipeline, queue, hands.most)
                if pipeline.ended and not len(pipeline):
                    return
                if moment and not len(pipeline):
                    yield []
                    continue
                while not pipeline.ready():
                    hashed = told.get()
                    if hashed is not None:
                        (need,) = needed([hashed[1]])
                        pipeline.answer(hashed[0], need)
                yield pipeline.take().batch
        finally:
            pipeline.close()


def _fill(pipeline: Pipeline, queue: Iterator[Path | None], most: int) -> bool:
    """Put files until enough are under way; whether whoever names them needs a moment."""
    while len(pipeline) < most:
        try:
            path = next(queue)
        except StopIteration:
            pipeline.ended = True
            return False
        if path is None:
            return True
        pipeline.put(path)
    return False

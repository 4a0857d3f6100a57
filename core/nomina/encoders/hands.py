"""The threads of a host: those that read and decode, and those in which the encoder works."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

from nomina.encoders.protocol import Encoder

BATCH = 8  # as fast as 16 with a third less memory, and a cancel waits for half as long
AHEAD = 4
"""How many times as many files are under way as the encoder works on, so that it never waits."""


class Hands:
    """The threads of a host: some read and decode, and as many run the encoder as it likes batches side by side.

    Texts are for the same threads, so that an encoder that does one thing at a time is asked one thing at a time.

    Attributes:
        decoders, models: where files are read, and where the encoder runs.
        batch: how many pictures the encoder likes at once.
        streams: how many batches it likes side by side.
        most: how many files should be under way.
    """

    def __init__(self, encoder: Encoder) -> None:
        """Start them as they are needed."""
        self.batch, self.streams = int(getattr(encoder, "batch", BATCH)), int(getattr(encoder, "streams", 1))
        self.most = AHEAD * self.batch * self.streams
        self.decoders = ThreadPoolExecutor(max(2, min(8, os.cpu_count() or 2)), thread_name_prefix="decode")
        self.models = ThreadPoolExecutor(self.streams, thread_name_prefix="encode")

    def close(self) -> None:
        """Let what is under way come to its end, and no more."""
        for threads in (self.decoders, self.models):
            threads.shutdown(cancel_futures=True)

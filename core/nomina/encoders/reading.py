"""Files on their way through an encoder: read, hashed and decoded ahead in threads, encoded in order by the batch.

    put(path) -> read, hash -> `hashed` is told -> answer(number, need) -> decode, thumbnail, prepare; encode -> take()

Whoever owns the pipeline says what is still needed of a picture, once its hash is known: what the library has is hashed
and no more. So nothing here grows with the number of files, or with the size of the library.
"""

from __future__ import annotations

import dataclasses
import itertools
import os
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nomina import images
from nomina.domain import Reading, Skipped
from nomina.encoders.protocol import Encoder, Prepared
from nomina.errors import BadPicture
from nomina.looks import look

BATCH = 8  # as fast as 16 with a third less memory, and a cancel waits for half as long
AHEAD = 4
"""How many times as many files are under way as the encoder works on, so that it never waits."""
FINE = ""
"""Why a picture has no row, of one that has one."""
GIVES_UP = 8
"""Pictures in a row that the encoder fails on, each by itself, until it is the encoder that is at fault."""

Batch = list[Reading | Skipped]


class Need(IntEnum):
    """What is still needed of a picture."""

    NOTHING = 0  # all is at hand: it is hashed and no more
    FACTS = 1  # it is decoded, and not encoded again
    ALL = 2


Needed = Callable[[Sequence[str]], Sequence[Need]]
"""Says of pictures, by hash, what is still needed of them."""


def everything(hashes: Sequence[str]) -> list[Need]:
    """The answer of who has nothing yet."""
    return [Need.ALL] * len(hashes)


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


@dataclass(frozen=True, slots=True)
class _Decoded:
    """A file on its way to the model: its reading still lacks the row."""

    reading: Reading
    pixels: Prepared


Outcome = _Decoded | Reading | Skipped


@dataclass(slots=True)
class _Underway:
    """One file, and what becomes of it."""

    path: Path
    file: images.FileRead | None = None
    size: tuple[int, int] = (0, 0)
    outcome: Future[Outcome] = field(default_factory=Future)


Row = NDArray[np.float32] | Exception | None
"""What the encoder makes of a picture: a row, what it raised, or None for numbers that are none."""


@dataclass(frozen=True, slots=True)
class _Encoding:
    """A batch with the encoder.

    Attributes:
        fresh: the pictures that it works on, by hash, in the order of the rows.
    """

    outcomes: list[Outcome]
    fresh: dict[str, _Decoded]
    rows: Future[list[Row]]


class Pipeline:
    """See the head of this file. One thread takes; `put` and `answer` may be called by another."""

    def __init__(
        self, encoder: Encoder, hands: Hands, hashed: Callable[[int, str], None], settled: Callable[[], None]
    ) -> None:
        """Read for an encoder.

        Args:
            hashed: is told, in one of the hands' threads, the number and hash of each file; `answer` must follow.
            settled: is called, in one of those threads, whenever `ready` may have become true.
        """
        self._encoder, self._hands, self._hashed, self._settled = encoder, hands, hashed, settled
        self._numbers = itertools.count()
        self._underway: deque[_Underway] = deque()
        self._unanswered: dict[int, _Underway] = {}
        self._encoding: deque[_Encoding] = deque()
        self._beginning = threading.RLock()  # a batch that is done at once begins the next from within
        self._recent: OrderedDict[str, str] = OrderedDict()
        self._batch = hands.batch
        self._failed = 0
        self._closed = False
        self.ended = False

    def __len__(self) -> int:
        """How many files are under way."""
        with self._beginning:
            return len(self._underway) + sum(len(batch.outcomes) for batch in self._encoding)

    def put(self, path: Path) -> None:
        """Begin with a file."""
        number, entry = next(self._numbers), _Underway(path)
        self._unanswered[number] = entry
        with self._beginning:
            self._underway.append(entry)
        entry.outcome.add_done_callback(self._go_on)
        self._hands.decoders.submit(self._read, number, entry)

    def answer(self, number: int, need: Need) -> None:
        """Say what is needed of a file whose hash was told."""
        entry = self._unanswered.pop(number, None)
        if entry is not None and not self._closed:
            self._hands.decoders.submit(self._decode, entry, need)

    def ready(self) -> bool:
        """Whether `take` would give a batch without waiting."""
        return bool(self._encoding) and self._encoding[0].rows.done()

    def take(self) -> Batch:
        """The files that were put first, as many as made a batch; waits for the encoder, which must be at it.

        Raises:
            EncoderError, or whatever the encoder raises: it fails on one picture after the other.
        """
        batch = self._encoding[0]
        rows = batch.rows.result()
        try:
            return self._finished(batch, rows)
        finally:
            with self._beginning:
                self._encoding.popleft()
            self._begin()

    def close(self) -> None:
        """Forget what is under way; what a thread is at is done to its end."""
        self._closed = True
        with self._beginning:
            for batch in self._encoding:
                batch.rows.cancel()
            self._underway.clear()
            self._encoding.clear()
        self._unanswered.clear()

    # In the threads ----------------------------------------------------------------------------------------------

    def _read(self, number: int, entry: _Underway) -> None:
        if self._closed:
            return
        try:
            entry.file = images.read_file(entry.path)
            entry.size = images.size_upright(entry.file.data)
        except Exception as error:
            self._unanswered.pop(number, None)
            entry.outcome.set_result(_left_out(entry.path, error))
        else:
            self._hashed(number, entry.file.hash)

    def _decode(self, entry: _Underway, need: Need) -> None:
        if self._closed:
            return
        try:
            entry.outcome.set_result(_decoded(entry, need, self._encoder))
        except Exception as error:
            entry.outcome.set_result(_left_out(entry.path, error))
        entry.file = None

    def _go_on(self, _: Future[Any]) -> None:
        """A file or a batch is done: the encoder begins with the next batch at once, whoever takes the last one."""
        self._begin()
        self._settled()

    def _begin(self) -> None:
        """Let the encoder begin, as long as it has a hand free and a batch is decoded."""
        with self._beginning:
            while not self._closed and self._has_a_hand_free() and self._is_decoded():
                count = min(self._batch, len(self._underway))
                outcomes = [self._underway.popleft().outcome.result() for _ in range(count)]
                fresh = self._fresh(outcomes)
                rows = self._hands.models.submit(self._rows, [item.pixels for item in fresh.values()])
                self._encoding.append(_Encoding(outcomes, fresh, rows))
                rows.add_done_callback(self._go_on)

    def _has_a_hand_free(self) -> bool:
        """One batch more may be done and not taken: where nobody takes, little is encoded in vain."""
        at_it = sum(not batch.rows.done() for batch in self._encoding)
        return at_it < self._hands.streams and len(self._encoding) <= self._hands.streams

    def _is_decoded(self) -> bool:
        head = list(itertools.islice(self._underway, self._batch))
        return bool(head) and all(entry.outcome.done() for entry in head)

    def _fresh(self, outcomes: list[Outcome]) -> dict[str, _Decoded]:
        """What has to be encoded, once for each hash, however many copies were decoded side by side."""
        fresh: dict[str, _Decoded] = {}
        for item in outcomes:
            if isinstance(item, _Decoded):
                hash = item.reading.hash
                known = self._recent.get(hash) == FINE or any(hash in batch.fresh for batch in self._encoding)
                if not known:
                    fresh.setdefault(hash, item)
        return fresh

    def _rows(self, pixels: list[Prepared]) -> list[Row]:
        """A row for each picture, or why there is none. A batch that fails is halved, until the picture is found."""
        if not pixels:
            return []
        try:
            rows = self._encoder.encode_pixels(pixels)
        except Exception as error:
            half = len(pixels) // 2
            if not half:
                return [error]
            made = self._rows(pixels[:half]) + self._rows(pixels[half:])
            if _memory_is_short(error) and not any(isinstance(row, Exception) for row in made):
                self._batch = min(self._batch, half)  # it was no single picture, and the next batch would fail, too
            return made
        return [row if np.isfinite(row).all() else None for row in rows]

    # Who takes ---------------------------------------------------------------------------------------------------

    def _finished(self, batch: _Encoding, rows: list[Row]) -> Batch:
        for hash, row in zip(batch.fresh, rows, strict=True):
            self._failed = self._failed + 1 if isinstance(row, Exception) else 0
            if isinstance(row, Exception) and self._failed >= GIVES_UP:
                raise row
            self._remember(hash, row)
        made = dict(zip(batch.fresh, rows, strict=True))
        return [self._read_whole(item, batch.fresh, made) for item in batch.outcomes]

    def _remember(self, hash: str, row: Row) -> None:
        """What was encoded last: copies of it may be on their way, whose hashes were told before it was kept."""
        self._recent[hash] = FINE if isinstance(row, np.ndarray) else _no_row(row)
        while len(self._recent) > 2 * self._hands.most:
            self._recent.popitem(last=False)

    def _read_whole(self, item: Outcome, fresh: dict[str, _Decoded], made: dict[str, Row]) -> Reading | Skipped:
        if not isinstance(item, _Decoded):
            return item
        hash = item.reading.hash
        row, why_not = made.get(hash), self._recent.get(hash, FINE)
        if why_not:
            return Skipped(item.reading.path, why_not)
        if isinstance(row, np.ndarray) and item is fresh[hash]:
            return dataclasses.replace(item.reading, row=row)
        return dataclasses.replace(item.reading, thumbnail=b"")  # a copy, of which all is kept already


def _decoded(entry: _Underway, need: Need, encoder: Encoder) -> _Decoded | Reading:
    file = entry.file
    assert file is not None
    reading = Reading(entry.path, file.hash, len(file.data), file.mtime_ns, *entry.size)
    if need == Need.NOTHING:
        return reading
    image = images.decode(file.data, at_least=2 * images.THUMBNAIL)
    reading = dataclasses.replace(reading, facts=dataclasses.replace(images.facts(file.data), look=look(image)))
    if need == Need.FACTS:
        return reading
    return _Decoded(dataclasses.replace(reading, thumbnail=images.thumbnail(image)), encoder.prepare(image))


def _left_out(path: Path, error: Exception) -> Skipped:
    if isinstance(error, BadPicture):
        return Skipped(path, error.title)
    if isinstance(error, MemoryError):
        return Skipped(path, "there is not enough memory to read it")
    return Skipped(path, f"it could not be read ({_in_a_line(error)})")


def _no_row(row: Row) -> str:
    if not isinstance(row, Exception):
        return "the encoder gave no usable numbers for it"
    return f"the encoder failed on it ({_in_a_line(row)})"


def _memory_is_short(error: Exception) -> bool:
    return isinstance(error, MemoryError) or "memory" in str(error).lower()  # as torch says it of any device


def _in_a_line(error: Exception) -> str:
    text = f"{type(error).__name__}: {error}".strip().splitlines()[0]
    return text[:160]

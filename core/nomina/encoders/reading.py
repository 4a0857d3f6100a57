"""Files on their way through an encoder: read, hashed and decoded ahead in threads, encoded in order by the batch.

    put(path) -> read and hash -> `hashed` is told -> answer(number, need) -> decode, thumbnail, prepare -> take()

Whoever owns the pipeline says what is still needed of a picture, once its hash is known: what the library has is hashed
and no more. So nothing here grows with the number of files, or with the size of the library.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina import images
from nomina.domain import Reading, Skipped
from nomina.encoders.protocol import Encoder, Prepared
from nomina.errors import BadPicture
from nomina.looks import look

BATCH = 8  # as fast as 16 with a third less memory, and a cancel waits for half as long
AHEAD = 4
"""Batches that are under way at once, so that the model never waits."""
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


class Pipeline:
    """See the head of this file. One thread takes; `put` and `answer` may be called by another."""

    def __init__(
        self,
        encoder: Encoder,
        threads: ThreadPoolExecutor,
        hashed: Callable[[int, str], None],
        settled: Callable[[], None],
        batch: int = BATCH,
    ) -> None:
        """Read for an encoder.

        Args:
            threads: where files are read and decoded.
            hashed: is told, in one of those threads, the number and hash of each file; `answer` must follow.
            settled: is called, in one of those threads, whenever another file is ready for the model or left out.
            batch: how many pictures the model gets at once.
        """
        self._encoder, self._threads, self._hashed, self._settled = encoder, threads, hashed, settled
        self._numbers = itertools.count()
        self._underway: deque[_Underway] = deque()
        self._unanswered: dict[int, _Underway] = {}
        self._recent: OrderedDict[str, None] = OrderedDict()
        self._batch = self._most = batch
        self._failed = 0
        self._closed = False
        self.ended = False

    def __len__(self) -> int:
        """How many files are under way."""
        return len(self._underway)

    def put(self, path: Path) -> None:
        """Begin with a file."""
        number, entry = next(self._numbers), _Underway(path)
        entry.outcome.add_done_callback(lambda _: self._settled())
        self._unanswered[number] = entry
        self._underway.append(entry)
        self._threads.submit(self._read, number, entry)

    def answer(self, number: int, need: Need) -> None:
        """Say what is needed of a file whose hash was told."""
        entry = self._unanswered.pop(number, None)
        if entry is not None and not self._closed:
            self._threads.submit(self._decode, entry, need)

    def ready(self) -> bool:
        """Whether `take` would give a batch without waiting for a file."""
        head = list(itertools.islice(self._underway, self._batch))
        return bool(head) and all(entry.outcome.done() for entry in head)

    def take(self) -> Batch:
        """Encode the files that were put first, as many as make a batch; waits for them.

        Raises:
            EncoderError, or whatever the encoder raises: it fails on one picture after the other.
        """
        count = min(self._batch, len(self._underway))
        return self._encode([self._underway.popleft().outcome.result() for _ in range(count)])

    def close(self) -> None:
        """Forget what is under way; a file that is being decoded is decoded to its end."""
        self._closed = True
        self._underway.clear()
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

    # The model ---------------------------------------------------------------------------------------------------

    def _encode(self, batch: list[Outcome]) -> Batch:
        """Run the model over what was decoded, once for each hash, however many copies were decoded side by side."""
        fresh: dict[str, _Decoded] = {}
        for item in batch:
            if isinstance(item, _Decoded) and item.reading.hash not in self._recent:
                fresh.setdefault(item.reading.hash, item)
        made = dict(zip(fresh, self._rows([item.pixels for item in fresh.values()]), strict=True))
        self._remember([hash for hash, row in made.items() if not isinstance(row, str)])
        read: Batch = []
        for item in batch:
            if not isinstance(item, _Decoded):
                read.append(item)
                continue
            row = made.get(item.reading.hash)
            if isinstance(row, str):
                read.append(Skipped(item.reading.path, row))
            elif item is fresh.get(item.reading.hash):
                read.append(dataclasses.replace(item.reading, row=row))
            else:
                read.append(dataclasses.replace(item.reading, thumbnail=b""))
        return read

    def _remember(self, hashes: Sequence[str]) -> None:
        """What was encoded last: copies of it may be on their way, whose hashes were told before it was kept."""
        self._recent.update(dict.fromkeys(hashes))
        while len(self._recent) > 2 * AHEAD * self._most:
            self._recent.popitem(last=False)

    def _rows(self, pixels: list[Prepared]) -> list[NDArray[np.float32] | str]:
        """A row for each picture, or why there is none. A batch that fails is halved, until the picture is found."""
        if not pixels:
            return []
        try:
            rows = self._encoder.encode_pixels(pixels)
        except Exception as error:
            half = len(pixels) // 2
            if half:
                made = self._rows(pixels[:half]) + self._rows(pixels[half:])
                if _memory_is_short(error) and not any(isinstance(row, str) for row in made):
                    self._batch = min(self._batch, half)  # it was no single picture, and the next batch would fail, too
                return made
            self._failed += 1
            if self._failed >= GIVES_UP:
                raise
            return [_no_row(error)]
        self._failed = 0
        return [row if np.isfinite(row).all() else _no_row(None) for row in rows]


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


def _no_row(error: Exception | None) -> str:
    if error is None:
        return "the encoder gave no usable numbers for it"
    return f"the encoder failed on it ({_in_a_line(error)})"


def _memory_is_short(error: Exception) -> bool:
    return isinstance(error, MemoryError) or "memory" in str(error).lower()  # as torch says it of any device


def _in_a_line(error: Exception) -> str:
    text = f"{type(error).__name__}: {error}".strip().splitlines()[0]
    return text[:160]

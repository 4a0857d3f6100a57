"""Files on their way through an encoder: read, hashed and decoded ahead in threads, encoded in order by the batch.

    put(path) -> read, hash -> `hashed` is told -> answer(number, need) -> decode, thumbnail, prepare; encode -> take()

A video goes the same way as a whole, and where it is not known each moment that becomes a picture goes it too, before
its video (filming.py).

Whoever owns the pipeline says what is still needed of a picture, once its hash is known: what the library has is hashed
and no more. So nothing here grows with the number of files, or with the size of the library.
"""

from __future__ import annotations

import dataclasses
import itertools
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import IntEnum
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nomina import images
from nomina.domain import Filmed, Reading, Skipped
from nomina.encoders.filming import Picture, Reel, film, hashed_video, in_a_line, left_out, memory_is_short, picture_at
from nomina.encoders.hands import Hands
from nomina.encoders.protocol import Encoder, Prepared
from nomina.errors import BadPicture
from nomina.looks import look
from nomina.video import Frames, is_video

FINE = ""
"""Why a picture has no row, of one that has one."""
GIVES_UP = 8
"""Pictures in a row that the encoder fails on, each by itself, until it is the encoder that is at fault."""

ALIVE = 1.0
"""Seconds between two signs of life while a video is looked through."""

Batch = list[Reading | Filmed | Skipped]
"""Readings, and what was left out; after all moments of a video that video itself."""


class Taken(NamedTuple):
    """A batch, and how many of the files that were put are done with it: a video is with its last moment."""

    batch: Batch
    files: int


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


Outcome = _Decoded | Reading | Filmed | Skipped


@dataclass(slots=True)
class _Underway:
    """One file, or a moment of a video, and what becomes of it.

    Attributes:
        picture: what was read and is not decoded yet.
        reel: of a video, its moments.
    """

    path: Path
    picture: Picture | None = None
    outcome: Future[Outcome] = field(default_factory=Future)
    reel: Reel[_Underway] | None = None


Row = NDArray[np.float32] | Exception | None
"""What the encoder makes of a picture: a row, what it raised, or None for numbers that are none."""


@dataclass(frozen=True, slots=True)
class _Encoding:
    """A batch with the encoder.

    Attributes:
        files: how many of the files that were put are done with it.
        fresh: the pictures that it works on, by hash, in the order of the rows.
    """

    outcomes: list[Outcome]
    files: int
    fresh: dict[str, _Decoded]
    rows: Future[list[Row]]


class Pipeline:
    """See the head of this file. One thread takes; `put` and `answer` may be called by another."""

    def __init__(
        self,
        encoder: Encoder,
        hands: Hands,
        hashed: Callable[[int, str], None],
        settled: Callable[[], None],
        *,
        frames: Frames | None = None,
        alive: Callable[[], None] = lambda: None,
    ) -> None:
        """Read for an encoder.

        Args:
            hashed: is told, in one of the hands' threads, the number and hash of each file; `answer` must follow.
            settled: is called, in one of those threads, whenever `ready` may have become true.
            frames: which moments of videos become pictures; None where no video is wanted.
            alive: is called now and then while a video is looked through, which may take long.
        """
        self._encoder, self._hands, self._hashed, self._settled = encoder, hands, hashed, settled
        self._numbers = itertools.count()
        self._underway: deque[_Underway] = deque()
        self._unanswered: dict[int, Callable[[Need], object]] = {}
        self._frames, self._alive, self._told = frames, alive, 0.0
        self._films = ThreadPoolExecutor(1, "film")  # one, so that the video that was put first always comes to its end
        self._asked: SimpleQueue[Need | None] = SimpleQueue()  # what is needed of the video that is read; None: stop
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
            return len(self._underway) + sum(batch.files for batch in self._encoding)

    def put(self, path: Path) -> None:
        """Begin with a file."""
        entry = _Underway(path)
        if is_video(path):
            entry.reel = Reel(2 * self._hands.batch * self._hands.streams)
        with self._beginning:
            self._underway.append(entry)
        entry.outcome.add_done_callback(self._go_on)
        if entry.reel is None:
            self._hands.decoders.submit(self._read, entry)
        else:
            self._films.submit(self._film, entry, entry.reel)

    def answer(self, number: int, need: Need) -> None:
        """Say what is needed of a file whose hash was told."""
        go_on = self._unanswered.pop(number, None)
        if go_on is not None and not self._closed:
            go_on(need)

    def ready(self) -> bool:
        """Whether `take` would give a batch without waiting."""
        return bool(self._encoding) and self._encoding[0].rows.done()

    def take(self) -> Taken:
        """The files that were put first, as many as made a batch; waits for the encoder, which must be at it.

        Raises:
            EncoderError, or whatever the encoder raises: it fails on one picture after the other.
        """
        batch = self._encoding[0]
        rows = batch.rows.result()
        try:
            return Taken(self._finished(batch, rows), batch.files)
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
        self._asked.put(None)
        self._films.shutdown(wait=False, cancel_futures=True)

    # In the threads ----------------------------------------------------------------------------------------------

    def _read(self, entry: _Underway) -> None:
        if self._closed:
            return
        try:
            entry.picture = picture_at(entry.path)
        except Exception as error:
            entry.outcome.set_result(left_out(entry.path, error))
        else:
            self._ask(entry.picture.reading.hash, partial(self._decode_soon, entry))

    def _ask(self, hash: str, go_on: Callable[[Need], object]) -> None:
        """Ask what is needed of this hash, and go on when that is known."""
        number = next(self._numbers)
        self._unanswered[number] = go_on
        self._hashed(number, hash)

    def _decode_soon(self, entry: _Underway, need: Need) -> None:
        self._hands.decoders.submit(self._decode, entry, need)

    def _decode(self, entry: _Underway, need: Need) -> None:
        if self._closed:
            return
        try:
            assert entry.picture is not None
            entry.outcome.set_result(_decoded(entry.picture, need, self._encoder))
        except Exception as error:
            entry.outcome.set_result(left_out(entry.path, error))
        entry.picture = None

    def _go_on(self, _: Future[Any]) -> None:
        """A file or a batch is done: the encoder begins with the next batch at once, whoever takes the last one."""
        self._begin()
        self._settled()

    def _begin(self) -> None:
        """Let the encoder begin, as long as it has a hand free and a batch is decoded."""
        with self._beginning:
            while not self._closed and self._has_a_hand_free() and self._is_decoded():
                outcomes, files = self._next()
                fresh = self._fresh(outcomes)
                rows = self._hands.models.submit(self._rows, [item.pixels for item in fresh.values()])
                self._encoding.append(_Encoding(outcomes, files, fresh, rows))
                rows.add_done_callback(self._go_on)

    def _has_a_hand_free(self) -> bool:
        """One batch more may be done and not taken: where nobody takes, little is encoded in vain."""
        at_it = sum(not batch.rows.done() for batch in self._encoding)
        return at_it < self._hands.streams and len(self._encoding) <= self._hands.streams

    def _is_decoded(self) -> bool:
        head = self._head()
        return bool(head) and all(entry.outcome.done() for entry in head)

    def _head(self) -> list[_Underway]:
        """What makes the next batch; nothing where more moments of a video have to come first."""
        head: list[_Underway] = []
        for entry in itertools.islice(self._underway, self._batch):
            if entry.reel is not None:
                moments, all_of_it = entry.reel.first(self._batch - len(head))
                head += moments
                if not all_of_it:
                    return head if len(head) == self._batch else []
            if len(head) == self._batch:
                break
            head.append(entry)
        return head

    def _next(self) -> tuple[list[Outcome], int]:
        """What has come of the next batch, which is under way no more, and how many files are done with it."""
        head, files = self._head(), 0
        for entry in head:
            first = self._underway[0]
            if first.reel is not None and entry is not first:
                first.reel.take()
            else:
                self._underway.popleft()
                files += 1
        return [entry.outcome.result() for entry in head], files

    def _fresh(self, outcomes: list[Outcome]) -> dict[str, _Decoded]:
        """What has to be encoded, once for each hash, however many copies were decoded side by side."""
        fresh: dict[str, _Decoded] = {}
        for item in outcomes:
            if isinstance(item, _Decoded):
                hash = item.reading.hash
                if self._recent.get(hash) != FINE and not any(hash in batch.fresh for batch in self._encoding):
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
            if memory_is_short(error) and not any(isinstance(row, Exception) for row in made):
                self._batch = min(self._batch, half)  # it was no single picture, and the next batch would fail, too
            return made
        return [row if np.isfinite(row).all() else None for row in rows]

    # In the thread of the videos ---------------------------------------------------------------------------------

    def _film(self, entry: _Underway, reel: Reel[_Underway]) -> None:
        try:
            outcome: Outcome = self._filmed(entry.path, reel)
        except Exception as error:
            outcome = left_out(entry.path, error)
        reel.end()
        entry.outcome.set_result(outcome)

    def _filmed(self, path: Path, reel: Reel[_Underway]) -> Filmed:
        """Hash a video; where it is not known send its moments on their way."""
        if self._frames is None:
            raise BadPicture("it is a video, of which no frames were asked for")
        video = hashed_video(path, self._stopped)
        if not self._stopped():
            self._ask(video.hash, self._asked.put)
        need = self._asked.get()
        if need is None or need == Need.NOTHING:  # nobody is there any more, or its moments are known
            return video

        def found(picture: Picture) -> None:
            moment = _Underway(picture.reading.path, picture)
            reel.put(moment, self._stopped)
            moment.outcome.add_done_callback(self._go_on)
            self._ask(picture.reading.hash, partial(self._decode_soon, moment))

        return film(video, self._frames, self._stopped, found)

    def _stopped(self) -> bool:
        """Whether nobody waits for the videos any more; where somebody does, that they are still looked through."""
        if not self._closed and time.monotonic() - self._told > ALIVE:
            self._told = time.monotonic()
            self._alive()
        return self._closed

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

    def _read_whole(
        self, item: Outcome, fresh: dict[str, _Decoded], made: dict[str, Row]
    ) -> Reading | Filmed | Skipped:
        if not isinstance(item, _Decoded):
            return item
        hash = item.reading.hash
        row, why_not = made.get(hash), self._recent.get(hash, FINE)
        if why_not:
            return Skipped(item.reading.path, why_not)
        if isinstance(row, np.ndarray) and item is fresh[hash]:
            return dataclasses.replace(item.reading, row=row)
        return dataclasses.replace(item.reading, thumbnail=b"")  # a copy, of which all is kept already


def _decoded(picture: Picture, need: Need, encoder: Encoder) -> _Decoded | Reading:
    reading = picture.reading
    if need == Need.NOTHING:
        return reading
    image = picture.decode()
    reading = dataclasses.replace(reading, facts=dataclasses.replace(picture.facts(), look=look(image)))
    if need == Need.FACTS:
        return reading
    return _Decoded(dataclasses.replace(reading, thumbnail=images.thumbnail(image)), encoder.prepare(image))


def _no_row(row: Row) -> str:
    if not isinstance(row, Exception):
        return "the encoder gave no usable numbers for it"
    return f"the encoder failed on it ({in_a_line(row)})"

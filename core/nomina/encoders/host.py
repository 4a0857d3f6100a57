"""Where the model lives: a path goes in, and all that the bytes are needed for comes back.

`LocalHost` does the work: it reads and decodes ahead in threads, so that the model never waits, and each file is read
and decoded once. `ProcessHost` is the same in a process of its own: importing torch then never freezes a window, a
crash of a decoder or of the model costs that process only, and torch never meets faiss (two OpenMP runtimes crash on
macOS). Both speak the protocol `EncoderHost`.
"""

from __future__ import annotations

import contextlib
import dataclasses
import itertools
import logging
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any, Protocol

from nomina import images
from nomina.domain import Calibration, EncoderSpec, Reading, Rows, Skipped
from nomina.encoders.protocol import Encoder, Pixels
from nomina.errors import BadPicture, EncoderError, NominaError

BATCH = 16
LOOK_AHEAD = 4 * BATCH
PATIENCE = 0.05
"""Seconds after which `read` yields an empty batch, so that its caller can show progress or stop."""

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

    def read(self, paths: Iterable[Path], known: Collection[str]) -> Readings:
        """Read, hash, decode and encode files, in order; batches may be empty while the work goes on.

        Args:
            known: hashes whose embeddings are at hand: those files are hashed and no more.
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

    def encode_texts(self, texts: Iterable[str]) -> Rows:
        """See EncoderHost."""
        return self._loaded().encode_texts(list(texts))

    def calibration(self) -> Calibration:
        """See EncoderHost."""
        return self._loaded().calibration()

    def close(self) -> None:
        """See EncoderHost."""
        self._decoders.shutdown(cancel_futures=True)

    def read(self, paths: Iterable[Path], known: Collection[str]) -> Readings:
        """See EncoderHost."""
        encoder = self._loaded()
        seen = set(known)
        waiting: deque[Future[_Decoded | Reading | Skipped]] = deque()
        queue = iter(paths)
        try:
            while True:
                for path in itertools.islice(queue, LOOK_AHEAD - len(waiting)):
                    waiting.append(self._decoders.submit(_read_one, path, seen, encoder.prepare))
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
    pixels: Pixels


def _read_one(path: Path, known: Collection[str], prepare: Callable[[Any], Pixels]) -> _Decoded | Reading | Skipped:
    try:
        file = images.read_file(path)
        width, height = images.size_upright(file.data)
        if file.hash in known:
            return Reading(path, file.hash, len(file.data), file.mtime_ns, width, height)
        image = images.decode(file.data, at_least=2 * images.THUMBNAIL)
        reading = Reading(path, file.hash, len(file.data), file.mtime_ns, width, height, images.thumbnail(image))
        return _Decoded(reading, prepare(image))
    except BadPicture as error:
        return Skipped(path, error.title)


def _encode(encoder: Encoder, batch: list[_Decoded | Reading | Skipped], seen: set[str]) -> Batch:
    """Run the model over what was decoded, once for each hash, however many copies were decoded side by side."""
    fresh: dict[str, _Decoded] = {}
    for item in batch:
        if isinstance(item, _Decoded) and item.reading.hash not in seen:
            fresh.setdefault(item.reading.hash, item)
    rows = iter(encoder.encode_pixels([item.pixels for item in fresh.values()]))
    seen.update(fresh)
    read: Batch = []
    for item in batch:
        if not isinstance(item, _Decoded):
            read.append(item)
        elif item is fresh.get(item.reading.hash):
            read.append(dataclasses.replace(item.reading, row=next(rows)))
        else:
            read.append(dataclasses.replace(item.reading, thumbnail=b""))
    return read


class ProcessHost:
    """Runs the encoder in a process of its own, started on first use and spoken to over a pipe.

    Messages to it are (job, kind, payload), from it (job, kind, payload) with kind "ready", "batch", "done",
    "answer" or "error". A job is a number; several may be under way, because texts go between the batches of a `read`.
    """

    def __init__(self, choice: str, device: str = "auto") -> None:
        """Take the choice (see catalog.load); `ready` or any other call starts the process."""
        self._choice, self._device = choice, device
        self._jobs = itertools.count(1)
        self._inbox: dict[int, deque[tuple[str, Any]]] = {0: deque()}
        self._spec: EncoderSpec | None = None
        self._process: SpawnProcess | None = None

    def _start(self) -> None:
        if self._process is not None:
            return
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(theirs, self._choice, self._device), name="nomina encoder", daemon=True
        )
        self._process.start()
        theirs.close()
        self._inbox = {0: deque()}

    def spec(self) -> EncoderSpec:
        """See EncoderHost."""
        self._start()
        if self._spec is None:
            try:
                self._spec = self._answer(0, "ready")
            except NominaError:
                self.close()  # so that the next call tries again
                raise
        return self._spec

    def ready(self) -> bool:
        """See EncoderHost; starts the process."""
        self._start()
        while self._spec is None and not self._inbox[0] and self._poll(0):
            self._receive()
        return self._spec is not None or bool(self._inbox[0])

    def encode_texts(self, texts: Iterable[str]) -> Rows:
        """See EncoderHost."""
        rows: Rows = self._ask("texts", list(texts))
        return rows

    def calibration(self) -> Calibration:
        """See EncoderHost."""
        calibration: Calibration = self._ask("calibration", None)
        return calibration

    def _ask(self, kind: str, payload: Any) -> Any:
        self.spec()
        job = self._send(kind, payload)
        try:
            return self._answer(job, "answer")
        finally:
            self._inbox.pop(job, None)

    def read(self, paths: Iterable[Path], known: Collection[str]) -> Readings:
        """See EncoderHost."""
        self.spec()
        job = self._send("read", (list(paths), set(known)))
        ended = False
        try:
            while not ended:
                if not self._inbox[job] and not self._poll(PATIENCE):
                    yield []
                    continue
                kind, payload = self._next(job)
                if kind == "batch":
                    yield payload
                ended = kind == "done"
        except EncoderError:
            ended = True
            raise
        finally:
            if not ended:
                self._cancel(job)
            self._inbox.pop(job, None)

    def _cancel(self, job: int) -> None:
        with contextlib.suppress(NominaError):
            self._write((job, "cancel", None))
            while self._next(job)[0] != "done":
                pass

    def close(self) -> None:
        """See EncoderHost. Waits a second at most, then ends the process."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(OSError):
            self._pipe.send((0, "quit", None))
        process.join(1.0 if self._spec is not None else 0.0)
        if process.is_alive():
            process.terminate()
            process.join(2.0)
        if process.is_alive():
            process.kill()
            process.join()
        self._pipe.close()
        process.close()

    # The pipe ----------------------------------------------------------------------------------------------------

    def _send(self, kind: str, payload: Any) -> int:
        job = next(self._jobs)
        self._inbox[job] = deque()
        self._write((job, kind, payload))
        return job

    def _write(self, message: tuple[int, str, Any]) -> None:
        try:
            self._pipe.send(message)
        except OSError as error:
            raise self._died() from error

    def _poll(self, seconds: float) -> bool:
        try:
            return self._pipe.poll(seconds)
        except OSError as error:
            raise self._died() from error

    def _receive(self) -> None:
        try:
            job, kind, payload = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise self._died() from error
        if job in self._inbox:
            self._inbox[job].append((kind, payload))

    def _next(self, job: int) -> tuple[str, Any]:
        while not self._inbox[job]:
            self._receive()
        kind, payload = self._inbox[job].popleft()
        if kind == "error":
            raise payload
        return kind, payload

    def _answer(self, job: int, expected: str) -> Any:
        kind, payload = self._next(job)
        if kind != expected:
            raise EncoderError(f"The encoder answered {kind} instead of {expected}.", "Report this as a bug.")
        return payload

    def _died(self) -> EncoderError:
        """Say that the process is gone; the next call starts a new one."""
        process, self._process, self._spec = self._process, None, None
        assert process is not None
        process.join(1.0)
        code = process.exitcode
        self._pipe.close()
        return EncoderError(
            f"The encoder stopped unexpectedly (exit code {code}).",
            "Try again; if it happens again, `nomina doctor` tells what this machine has.",
        )


# In the encoder's process ----------------------------------------------------------------------------------------


def _serve(pipe: Connection, choice: str, device: str) -> None:
    """Load the encoder, then answer until told to quit or the other side is gone."""
    _settle_in()
    from nomina.encoders import catalog

    host = LocalHost(lambda: catalog.load(choice, device))
    try:
        pipe.send((0, "ready", host.spec()))
    except Exception as error:
        pipe.send((0, "error", _portable(error)))
        return
    reads: dict[int, Iterator[Batch]] = {}
    with contextlib.suppress(EOFError, OSError):
        while _listen(pipe, host, reads):
            _work(pipe, reads)
    for read in reads.values():
        read.close()  # type: ignore[attr-defined]
    host.close()


def _settle_in() -> None:
    """Be polite: lower priority, no share in Ctrl+C, and the C libraries' complaints go nowhere."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(AttributeError, OSError):
        os.nice(10)
    logging.disable(logging.CRITICAL)
    silence = os.open(os.devnull, os.O_WRONLY)
    if sys.stderr is not None and not os.environ.get("NOMINA_DEBUG"):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(silence, sys.stderr.fileno())


def _listen(pipe: Connection, host: LocalHost, reads: dict[int, Iterator[Batch]]) -> bool:
    """Take what was asked; wait for it when there is nothing to do. False at the end."""
    while not reads or pipe.poll(0):
        job, kind, payload = pipe.recv()
        if kind == "quit":
            return False
        if kind == "read":
            paths, known = payload
            reads[job] = host.read(paths, known)
        elif kind == "cancel":
            read = reads.pop(job, None)
            if read is not None:
                read.close()  # type: ignore[attr-defined]
                pipe.send((job, "done", None))
        else:
            try:
                answer = host.encode_texts(payload) if kind == "texts" else host.calibration()
                pipe.send((job, "answer", answer))
            except Exception as error:
                pipe.send((job, "error", _portable(error)))
    return True


def _work(pipe: Connection, reads: dict[int, Iterator[Batch]]) -> None:
    """One batch of each read."""
    for job, read in list(reads.items()):
        try:
            pipe.send((job, "batch", next(read)))
        except StopIteration:
            del reads[job]
            pipe.send((job, "done", None))
        except OSError:
            raise
        except Exception as error:
            del reads[job]
            pipe.send((job, "error", _portable(error)))


def _portable(error: Exception) -> NominaError:
    """An error that survives the way through the pipe."""
    if isinstance(error, NominaError):
        return error
    return EncoderError(f"The encoder failed: {type(error).__name__}: {error}", "`nomina doctor` tells what is there.")

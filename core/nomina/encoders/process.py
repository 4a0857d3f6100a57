"""The encoder in a process of its own, spoken to over a pipe.

Importing torch then never freezes a window, a crash of a decoder or of the model costs that process only, and torch
never meets faiss (two OpenMP runtimes crash on macOS). Measured: encoding there leaves a gallery of 100,000 pictures at
64 frames a second, and is faster than in a thread.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Collection, Iterable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

from nomina.domain import Calibration, EncoderSpec, Rows
from nomina.encoders import catalog
from nomina.encoders.allocator import keep_freed_memory
from nomina.encoders.host import EncoderHost, LocalHost, Readings
from nomina.errors import EncoderError, NominaError

PATIENCE = 0.05
"""Seconds after which `read` yields an empty batch, so that its caller can show progress or stop."""


def start_host(choice: str = "auto", device: str = "auto", *, fetch: bool = False) -> EncoderHost:
    """A host for an encoder in a process of its own; "auto" is the best on this machine that is bearable there."""
    return ProcessHost(catalog.best_at_hand(device) if choice == "auto" else choice, device, fetch=fetch)


class ProcessHost:
    """Runs the encoder in a process of its own, started on first use and spoken to over a pipe.

    Messages to it are (job, kind, payload), from it (job, kind, payload) with kind "ready", "batch", "done",
    "answer" or "error". A job is a number; several may be under way, because texts go between the batches of a `read`.
    """

    def __init__(self, choice: str, device: str = "auto", *, fetch: bool = False) -> None:
        """Take the choice (see catalog.load); `ready` or any other call starts the process."""
        self._choice, self._device, self._fetch = choice, device, fetch
        self._jobs = itertools.count(1)
        self._inbox: dict[int, deque[tuple[str, Any]]] = {0: deque()}
        self._spec: EncoderSpec | None = None
        self._failure: NominaError | None = None
        self._process: SpawnProcess | None = None

    def _start(self) -> None:
        if self._process is not None or self._failure is not None:
            return
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(theirs, self._choice, self._device, self._fetch), name="nomina encoder", daemon=True
        )
        self._process.start()
        theirs.close()
        self._inbox = {0: deque()}

    def spec(self) -> EncoderSpec:
        """See EncoderHost. An encoder that could not be loaded is not tried again: that takes a new host."""
        self._start()
        if self._failure is not None:
            raise self._failure
        if self._spec is None:
            try:
                self._spec = self._answer(0, "ready")
            except NominaError as error:
                self._failure = error
                self.close()
                raise
        return self._spec

    def ready(self) -> bool:
        """See EncoderHost; starts the process."""
        self._start()
        if self._failure is not None:
            return True
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

    def read(self, paths: Iterable[Path], known: Collection[str], encoded: Collection[str] = ()) -> Readings:
        """See EncoderHost."""
        self.spec()
        job = self._send("read", (list(paths), set(known), set(encoded)))
        process, ended = self._process, False
        try:
            while not ended:
                if self._process is not process:  # another call found that it had stopped, or closed it
                    raise _stopped()
                if not self._inbox[job] and self._poll(PATIENCE):
                    self._receive()  # perhaps what another read waits for
                if not self._inbox[job]:
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
            if not ended and self._process is process:
                self._cancel(job)
            self._inbox.pop(job, None)

    def _cancel(self, job: int) -> None:
        with contextlib.suppress(NominaError):
            self._write((job, "cancel", None))
            while self._next(job)[0] != "done":
                pass

    def interrupt(self) -> None:
        """See EncoderHost."""
        process = self._process
        if process is not None:
            with contextlib.suppress(ValueError):  # closed in the meantime
                process.terminate()

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
        self._pipe.close()
        return _stopped(f" (exit code {process.exitcode})")


def _stopped(how: str = "") -> EncoderError:
    return EncoderError(
        f"The encoder stopped unexpectedly{how}.",
        "Try again; if it happens again, memory may be short: close other programs, or choose a smaller encoder.",
    )


# In the encoder's process ----------------------------------------------------------------------------------------


def _serve(pipe: Connection, choice: str, device: str, fetch: bool) -> None:
    """Load the encoder, then answer until told to quit or the other side is gone."""
    _settle_in()
    host = LocalHost(lambda: catalog.load(choice, device, fetch=fetch))
    try:
        pipe.send((0, "ready", host.spec()))
    except Exception as error:
        pipe.send((0, "error", _portable(error)))
        return
    reads: dict[int, Readings] = {}
    with contextlib.suppress(EOFError, OSError):
        while _listen(pipe, host, reads):
            _work(pipe, reads)
    for read in reads.values():
        read.close()
    host.close()


def _settle_in() -> None:
    """Be polite: lower priority, no share in Ctrl+C, and the C libraries' complaints go nowhere."""
    keep_freed_memory()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(AttributeError, OSError):
        os.nice(10)
    logging.disable(logging.CRITICAL)
    silence = os.open(os.devnull, os.O_WRONLY)
    if sys.stderr is not None and not os.environ.get("NOMINA_DEBUG"):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(silence, sys.stderr.fileno())


def _listen(pipe: Connection, host: LocalHost, reads: dict[int, Readings]) -> bool:
    """Take what was asked; wait for it when there is nothing to do. False at the end."""
    while not reads or pipe.poll(0):
        job, kind, payload = pipe.recv()
        if kind == "quit":
            return False
        if kind == "read":
            reads[job] = host.read(*payload)
        elif kind == "cancel":
            read = reads.pop(job, None)
            if read is not None:
                read.close()
                pipe.send((job, "done", None))
        else:
            try:
                answer = host.encode_texts(payload) if kind == "texts" else host.calibration()
                pipe.send((job, "answer", answer))
            except Exception as error:
                pipe.send((job, "error", _portable(error)))
    return True


def _work(pipe: Connection, reads: dict[int, Readings]) -> None:
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

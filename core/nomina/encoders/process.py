"""The encoder in a process of its own, spoken to over a pipe.

Importing torch then never freezes a window, a crash of a decoder or of the model costs that process only, and torch
never meets faiss (two OpenMP runtimes crash on macOS). Measured: encoding there leaves a gallery of 100,000 pictures at
64 frames a second, and is faster than in a thread.
"""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

from nomina.domain import Calibration, EncoderSpec, Progress, Rows, Skipped
from nomina.encoders import catalog
from nomina.encoders.host import EncoderHost, Readings, at_first
from nomina.encoders.reading import Batch, Needed, everything
from nomina.encoders.served import serve
from nomina.encoders.tuning import Wish
from nomina.errors import EncoderError, EncoderStopped, NominaError
from nomina.video import Frames

PATIENCE = 0.05
"""Seconds after which `read` yields an empty batch, so that its caller can show progress or stop."""
SILENCE = 600.0
"""Seconds without a sign of life, while files are under way, until the process is ended: no model takes as long for a
batch, and a decoder that never comes to its end would hold up the whole folder. A machine that slept does not count."""
DEATHS = 2
"""How often the process must end over one file alone until that is left out: a stranger may have killed it once."""
GIVES_UP = 3
"""Files in a row that the process ends over until it is the encoder that is at fault."""


def start_host(
    choice: str = "auto", device: str = "auto", *, fetch: bool = False, precision: str = "auto"
) -> EncoderHost:
    """A host for an encoder in a process of its own; "auto" is the best on this machine that is bearable there.

    Args:
        precision: of its numbers: "auto" for the fastest that agrees with fp32, or one of forward.PRECISIONS.
    """
    chosen = catalog.best_at_hand(device) if choice == "auto" else choice
    return ProcessHost(chosen, device, fetch=fetch, wish=Wish(precision))


class ProcessHost:
    """Runs the encoder in a process of its own, started on first use and spoken to over a pipe.

    served.py has the messages. A job is a number; several may be under way, because texts go between the batches of a
    `read`. When the process ends in the middle of one, another is started, and what was under way is tried again.
    """

    def __init__(self, choice: str, device: str = "auto", *, fetch: bool = False, wish: Wish | None = None) -> None:
        """Take the choice (see catalog.load); `ready` or any other call starts the process.

        Args:
            wish: how the encoder is tuned for this machine; None for not at all.
        """
        self._choice, self._device, self._fetch, self._wish = choice, device, fetch, wish
        self._jobs = itertools.count(1)
        self._inbox: dict[int, deque[tuple[str, Any]]] = {0: deque()}
        self._spec: EncoderSpec | None = None
        self._preparing = at_first()
        self._failure: NominaError | None = None
        self._process: SpawnProcess | None = None
        self._ahead = 1
        self._ends = 0  # how often it was ended on purpose
        self._how = ""  # it ended last
        self._starts = 0  # that came to nothing, in a row

    def _start(self) -> None:
        if self._process is not None or self._failure is not None:
            return
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=serve,
            args=(theirs, self._choice, self._device, self._fetch, self._wish),
            name="nomina encoder",
            daemon=True,
        )
        self._process.start()
        theirs.close()
        self._inbox = {0: deque()}
        self._preparing = at_first()

    def keep_to(self, encoders: Collection[str]) -> None:
        """See EncoderHost: before it is started."""
        if self._wish is not None:
            self._wish = replace(self._wish, kept=tuple(encoders))

    def spec(self) -> EncoderSpec:
        """See EncoderHost. An encoder that could not be loaded is not tried again: that takes a new host."""
        while self._spec is None:
            self._start()
            if self._failure is not None:
                raise self._failure
            ends = self._ends
            try:
                self._loaded(self._answer(0, "ready"))
            except NominaError as error:
                if self._ends != ends:
                    raise
                self._not_loaded(error)
        return self._spec

    def ready(self) -> bool:
        """See EncoderHost; starts the process."""
        return self._ready(0.0)

    def _ready(self, patience: float) -> bool:
        """Wait for so many seconds at most."""
        self._start()
        if self._failure is not None:
            return True
        try:
            while self._spec is None and not self._inbox[0] and self._poll(patience):
                self._receive()
        except EncoderStopped as error:
            self._not_loaded(error)
            return self._failure is not None
        return self._spec is not None or bool(self._inbox[0])

    def _loaded(self, told: tuple[EncoderSpec, int]) -> None:
        self._spec, self._ahead = told
        self._starts = 0

    def _not_loaded(self, error: NominaError) -> None:
        """What comes of loading is final; but a process that only ended meanwhile is replaced, once."""
        self._starts += 1
        if not isinstance(error, EncoderStopped) or self._starts > 1:
            self._failure = error
            self.close()

    def encode_texts(self, texts: Iterable[str]) -> Rows:
        """See EncoderHost."""
        rows: Rows = self._ask("texts", list(texts))
        return rows

    def calibration(self) -> Calibration:
        """See EncoderHost."""
        calibration: Calibration = self._ask("calibration", None)
        return calibration

    def _ask(self, kind: str, payload: Any) -> Any:
        """Ask something; where the process ends over it, once more of the next one."""
        ends = self._ends
        try:
            return self._ask_once(kind, payload)
        except EncoderStopped:
            if self._ends != ends:
                raise
            return self._ask_once(kind, payload)

    def _ask_once(self, kind: str, payload: Any) -> Any:
        self.spec()
        job = self._send(kind, payload)
        try:
            return self._answer(job, "answer")
        finally:
            self._inbox.pop(job, None)

    def read(self, paths: Iterable[Path | None], needed: Needed = everything, frames: Frames | None = None) -> Readings:
        """See EncoderHost. Where the process ends in between, what was under way is tried again by another.

        Half as much is then under way at once, and half of that the next time, until a file is found that ends it by
        itself, twice: that one is left out with a word, and the rest goes on.

        Raises:
            EncoderError: it was interrupted, ends over one file after the other, or cannot be started again.
        """
        self.spec()
        sending, ends = _Sending(iter(paths), self._ahead), self._ends
        while not sending.over:
            try:
                yield from self._read(sending, needed, frames)
            except EncoderStopped as stopped:
                if self._ends != ends:
                    raise
                yield sending.stopped(stopped, self._how)
                while not self._ready(PATIENCE):
                    yield []
                self.spec()

    def _read(self, sending: _Sending, needed: Needed, frames: Frames | None) -> Readings:
        """One process's part of a read: until all files are back, or it ends."""
        process, job = self._process, self._send("read", frames)
        silent = 0.0
        try:
            while not sending.over:
                if self._process is not process:  # another call found that it had stopped, or closed it
                    raise _stopped(self._how)
                idle = self._send_more(job, sending)
                if not self._inbox[job] and self._poll(0.0 if idle else PATIENCE):
                    self._receive()  # perhaps what another read waits for
                    silent = 0.0
                if not self._inbox[job]:
                    silent += 0.0 if idle else PATIENCE
                    if silent > SILENCE and process is not None:
                        process.kill()
                    yield []
                    continue
                kind, payload = self._next(job)
                if kind == "hashed":
                    number, hash = payload
                    self._write((job, "needed", (number, *needed([hash]))))
                elif kind == "batch":
                    batch, files = payload
                    if files:
                        sending.back(files)
                    yield batch
        finally:
            if self._process is process and process is not None:
                self._cancel(job)
            self._inbox.pop(job, None)

    def _send_more(self, job: int, sending: _Sending) -> bool:
        """Send as many files as may be under way; whether there is nothing to wait for."""
        files = sending.more()
        if files:
            self._write((job, "files", files))
        return not sending.underway

    def _cancel(self, job: int) -> None:
        with contextlib.suppress(NominaError):
            self._write((job, "cancel", None))
            while self._next(job)[0] != "done":
                pass

    def preparing(self) -> Progress:
        """See EncoderHost."""
        return self._preparing

    def interrupt(self) -> None:
        """See EncoderHost."""
        process = self._process
        if process is not None:
            self._ends += 1
            with contextlib.suppress(ValueError):  # closed in the meantime
                process.terminate()

    def close(self) -> None:
        """See EncoderHost. Waits a second at most, then ends the process."""
        process, self._process = self._process, None
        self._ends += 1
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
        if kind == "tuning":
            done, total = payload
            self._preparing = Progress(done, total, "Finding the fastest way to run the encoder (once, half a minute)")
        elif job in self._inbox:
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

    def _died(self) -> EncoderStopped:
        """Say that the process is gone; the next call starts a new one."""
        process, self._process, self._spec = self._process, None, None
        assert process is not None
        process.join(1.0)
        self._pipe.close()
        self._how = f" (exit code {process.exitcode})"
        return _stopped(self._how)


def _stopped(how: str = "") -> EncoderStopped:
    return EncoderStopped(
        f"The encoder stopped unexpectedly{how}.",
        "Try again; if it happens again, memory may be short: close other programs, or choose a smaller encoder.",
    )


class _Sending:
    """The files of one read: which are under way, and which may have ended the process.

    Attributes:
        underway: sent and not back, in order.
    """

    def __init__(self, paths: Iterator[Path | None], most: int) -> None:
        """Send at most so many at once."""
        self._paths, self._whole, self._most = paths, most, most
        self._again: deque[Path] = deque()
        self.underway: deque[Path] = deque()
        self._suspects = self._deaths = self._left_out = self._riddles = 0
        self._ended = self._found = False

    @property
    def over(self) -> bool:
        """Whether all files are back."""
        return self._ended and not self.underway and not self._again

    def more(self) -> list[Path]:
        """The files to send now."""
        files: list[Path] = []
        while len(self.underway) < self._most and (self._again or not self._ended):
            path = self._again.popleft() if self._again else next(self._paths, _END)
            if path is None:
                break
            if path is _END:
                self._ended = True
                continue
            files.append(path)
            self.underway.append(path)
        return files

    def back(self, count: int) -> None:
        """So many of them are back."""
        for _ in range(count):
            self.underway.popleft()
        self._deaths = self._left_out = 0
        self._suspects = max(0, self._suspects - count)
        if self._suspects or self._most == self._whole:
            return
        if not self._found:
            self._riddles += 1
            if self._riddles > 1:  # nobody kills twice: memory is short
                self._whole = max(1, self._whole // 2)
        self._most, self._found = self._whole, False

    def stopped(self, error: EncoderStopped, how: str) -> Batch:
        """The process ended: try again with half as many at once; the file that ended it by itself is left out."""
        self._again.extendleft(reversed(self.underway))
        self._suspects = max(self._suspects, len(self.underway))
        alone = len(self.underway) == 1
        self._most = max(1, len(self.underway) // 2)
        self.underway.clear()
        if not alone:
            return []
        self._deaths += 1
        if self._deaths < DEATHS:
            return []
        self._deaths = 0
        self._left_out += 1
        if self._left_out >= GIVES_UP:
            raise error
        self._found = True
        self._suspects -= 1
        return [Skipped(self._again.popleft(), f"the encoder stopped over it{how}, twice")]


_END = Path("/")
"""Stands for the end of the files."""

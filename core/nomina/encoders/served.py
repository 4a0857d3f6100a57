"""What runs in the encoder's process: it answers over the pipe until it is told to quit, or the other side is gone.

Messages are (job, kind, payload), a job being a number. To it come
    "read" which frames    begin to read files       "files" [paths]      they are read in this order
    "needed" (number, n)   the answer to "hashed"    "cancel" None        end of the files; "done" is the answer
    "texts" [texts]        "calibration" None        "quit" None
and from it
    "tuning" (done, total)   ways to run it that were tried, while it is loaded: of job 0
    "ready" (spec, how many files should be under way), or "error": what came of loading, of job 0
    "hashed" (number, hash)   what is needed of the file so far?      "batch" ([readings and skipped], files done)
    "alive" None              a video is still being looked through
    "answer" rows or calibration    "error" the error, of that job alone

A thread takes the messages, so that files are read and decoded while the model is at work; the model works in threads
of its own, where texts go between its batches; the main thread sends what has come of a batch.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
import threading
from functools import partial
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any

from nomina.encoders import catalog
from nomina.encoders.allocator import keep_freed_memory
from nomina.encoders.hands import Hands
from nomina.encoders.protocol import Encoder
from nomina.encoders.reading import Need, Pipeline
from nomina.encoders.tuning import Wish, tuned
from nomina.errors import EncoderError, NominaError
from nomina.video import Frames

Message = tuple[int, str, Any]
QUIT: Message = (0, "quit", None)


def serve(pipe: Connection, choice: str, device: str, fetch: bool, wish: Wish | None) -> None:
    """Load the encoder, then answer until told to quit or the other side is gone.

    Args:
        wish: how it is tuned; None for not at all.
    """
    _settle_in()

    def told(done: int, total: int) -> None:
        pipe.send((0, "tuning", (done, total)))

    try:
        fit = catalog.as_it_is if wish is None else partial(tuned, wish=wish, told=told)
        encoder = catalog.load(choice, device, fetch=fetch, tuned=fit)
        served = _Served(pipe, encoder)
        pipe.send((0, "ready", (encoder.spec, served.most)))
    except Exception as error:
        pipe.send((0, "error", _portable(error)))
        return
    served.run()


class _Served:
    """The encoder behind the pipe.

    Attributes:
        most: how many files should be under way.
    """

    def __init__(self, pipe: Connection, encoder: Encoder) -> None:
        self._pipe, self._encoder = pipe, encoder
        self._sending = threading.Lock()
        self._messages: SimpleQueue[Message | None] = SimpleQueue()  # None: look for what is ready
        self._pipelines: dict[int, Pipeline] = {}
        self._hands = Hands(encoder)
        self.most = self._hands.most

    def run(self) -> None:
        """Answer until the end."""
        threading.Thread(target=self._listen, name="messages", daemon=True).start()
        with contextlib.suppress(OSError):
            while self._answer():
                self._hand_over()
        for pipeline in self._pipelines.values():
            pipeline.close()
        self._hands.close()

    def _send(self, job: int, kind: str, payload: Any) -> None:
        with self._sending:
            self._pipe.send((job, kind, payload))

    # The thread that listens -------------------------------------------------------------------------------------

    def _listen(self) -> None:
        """Hand what concerns files to their pipeline at once, and all else to the main thread.

        It ends when the other side is gone, and when memory is so short that nothing can be taken or no thread started:
        the process ends with it, and the other side starts one that has less under way at once.
        """
        with contextlib.suppress(Exception):
            while True:
                self._hand_on(*self._pipe.recv())
        self._messages.put(QUIT)

    def _hand_on(self, job: int, kind: str, payload: Any) -> None:
        pipeline = self._pipelines.get(job)
        if kind == "read":
            self._begin(job, payload)
        elif kind not in ("files", "needed"):
            self._messages.put((job, kind, payload))
        elif pipeline is None:
            return  # it was cancelled
        elif kind == "files":
            for path in payload:
                pipeline.put(path)
        else:
            pipeline.answer(payload[0], Need(payload[1]))

    def _begin(self, job: int, frames: Frames | None) -> None:
        def hashed(number: int, hash: str) -> None:
            with contextlib.suppress(OSError):  # the other side is gone: the thread that listens says so
                self._send(job, "hashed", (number, hash))

        def alive() -> None:
            with contextlib.suppress(OSError):
                self._send(job, "alive", None)

        settled = partial(self._messages.put, None)
        self._pipelines[job] = Pipeline(self._encoder, self._hands, hashed, settled, frames=frames, alive=alive)

    # The main thread ---------------------------------------------------------------------------------------------

    def _answer(self) -> bool:
        """Do what was asked; wait for it when there is nothing to hand over. False at the end."""
        while not self._messages.empty() or not any(pipeline.ready() for pipeline in list(self._pipelines.values())):
            message = self._messages.get()
            if message == QUIT:
                return False
            if message is not None and message[1] == "cancel":
                self._cancel(message[0])
            elif message is not None:
                self._hands.models.submit(self._reply, *message)
        return True

    def _cancel(self, job: int) -> None:
        pipeline = self._pipelines.pop(job, None)
        if pipeline is not None:
            pipeline.close()
        self._send(job, "done", None)

    def _hand_over(self) -> None:
        """One batch of each read."""
        for job, pipeline in list(self._pipelines.items()):
            if not pipeline.ready():
                continue
            try:
                batch = pipeline.take()
            except Exception as error:
                self._send(job, "error", _portable(error))
            else:
                self._send(job, "batch", tuple(batch))

    # The threads of the model ------------------------------------------------------------------------------------

    def _reply(self, job: int, kind: str, payload: Any) -> None:
        kind, answer = self._answered(kind, payload)
        with contextlib.suppress(OSError):  # the other side is gone: the thread that listens says so
            self._send(job, kind, answer)

    def _answered(self, kind: str, payload: Any) -> tuple[str, Any]:
        try:
            return "answer", self._encoder.encode_texts(payload) if kind == "texts" else self._encoder.calibration()
        except Exception as error:
            return "error", _portable(error)


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


def _portable(error: Exception) -> NominaError:
    """An error that survives the way through the pipe."""
    if isinstance(error, NominaError):
        return error
    return EncoderError(f"The encoder failed: {type(error).__name__}: {error}", "`nomina doctor` tells what is there.")

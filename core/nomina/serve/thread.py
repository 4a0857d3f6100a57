"""The one thread that owns the library: it is opened, used and closed there, and every verb waits its turn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor, TimeoutError
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

from nomina.domain import Progress
from nomina.library import Library

T = TypeVar("T")
Long = Generator[Progress, None, T]

PATIENCE = 2.0
"""Seconds that closing waits for the verb at work before it ends the encoder's process."""


@dataclass(frozen=True, slots=True)
class _Ended(Generic[T]):
    """What a long verb returned. A future cannot hold the StopIteration that says so."""

    result: T


class LibraryThread:
    """Runs verbs one at a time. A long one is run a step at a time, so that a short one waits for one step at most."""

    def __init__(self, open_library: Callable[[], Library]) -> None:
        """Open the library on a new thread; waits for it.

        Raises:
            NominaError: it cannot be opened; the thread is gone then.
        """
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="library")
        self._closed = False
        try:
            self._library = self._thread.submit(open_library).result()
        except BaseException:
            self._thread.shutdown()
            raise

    async def run(self, verb: Callable[[Library], T]) -> T:
        """What a short verb returns; raises what it raises."""
        return await asyncio.wrap_future(self._thread.submit(verb, self._library))

    async def follow(self, verb: Callable[[Library], Long[T]]) -> T:
        """What a long verb returns at its end. When the caller is cancelled, the verb is closed after its step."""
        steps = await self.run(verb)
        try:
            while True:
                step = await self.run(lambda _: _next(steps))
                if isinstance(step, _Ended):
                    return step.result
        finally:
            with suppress(RuntimeError):  # the thread has been shut down: `close` lets nothing run after it
                self._thread.submit(steps.close)

    def close(self) -> None:
        """Let the step at work end and close the library; what waits behind it is cancelled.

        A step that hangs on the encoder is freed by ending the encoder's process.
        """
        if self._closed:
            return
        self._closed = True
        done: Future[None] = Future()
        self._thread.submit(self._close, done)
        try:
            done.result(PATIENCE)
        except TimeoutError:
            self._library.host.interrupt()
        self._thread.shutdown()
        done.result()

    def _close(self, done: Future[None]) -> None:
        try:
            self._library.close()
        except BaseException as error:
            done.set_exception(error)
        else:
            done.set_result(None)


def _next(steps: Long[T]) -> Progress | _Ended[T]:
    try:
        return next(steps)
    except StopIteration as stop:
        return _Ended(stop.value)

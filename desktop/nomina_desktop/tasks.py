"""Runs verbs of the core on the one thread that owns a library, or anything else, and reports on the UI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor, TimeoutError
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

Verb = Callable[[Any], Any]
"""Takes what the thread owns, as a rule a nomina.Library."""
Callback = Callable[[Any], None]

PATIENCE = 1.2
"""Seconds that closing waits for the step at work before it ends the encoder's process."""


class Resource(Protocol):
    """What a thread owns: a nomina.Library, say."""

    def interrupt(self) -> None:
        """End a step that hangs, from any thread."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


class Nothing:
    """What a thread owns whose verbs leave nothing behind."""

    def interrupt(self) -> None:
        """No process outlives its step."""

    def close(self) -> None:
        """Nothing is left."""


def ignore(_: Any) -> None:
    """The callback of those who need no answer."""


class Task:
    """A verb under way.

    Attributes:
        paused: whether it waits before its next step.
    """

    def __init__(self, verb: Verb, done: Callback, failed: Callback, progress: Callback, stopped: Callback) -> None:
        """See TaskRunner.run."""
        self.verb = verb
        self.done, self.failed, self.progress, self.stopped = done, failed, progress, stopped
        self.keep = False
        self.steps: Generator[Any, None, Any] | None = None
        self.cancelled = self.paused = False
        self._lock = threading.Lock()
        self._wake: Callable[[], None] | None = None

    def cancel(self) -> None:
        """Stop before the next step; what is done until then stays. A verb that never yields runs to its end."""
        self.cancelled = True
        self.go_on()

    def pause(self) -> None:
        """Wait before the next step until `go_on`; what is done until then stays."""
        self.paused = True

    def go_on(self) -> None:
        """Do the next step."""
        with self._lock:
            self.paused = False
            wake, self._wake = self._wake, None
        if wake is not None:
            wake()

    def put_aside(self, wake: Callable[[], None]) -> bool:
        """Whether it is paused; then `wake` is called when it goes on. For the runner."""
        with self._lock:
            self._wake = wake if self.paused else None
            return self.paused


class TaskRunner(QObject):
    """A queue of verbs on a thread of its own, where the library is opened, used and closed.

    A verb takes the library, or whatever else the thread owns. One that returns a generator is long: it is run a step
    at a time and goes to the end of the queue after each, so that a short verb waits for one step at most.
    """

    _posted = Signal(object)

    def __init__(
        self, open_resource: Callable[[], Resource], parent: QObject | None = None, name: str = "library"
    ) -> None:
        """Open what the new thread is to own, under its name; a verb that comes when that failed gets the error."""
        super().__init__(parent)
        self._posted.connect(self._call)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._tasks: set[Task] = set()
        self._closed = False
        self._resource: Future[Resource] = self._thread.submit(open_resource)

    def run(
        self,
        verb: Verb,
        *,
        done: Callback = ignore,
        failed: Callback = ignore,
        progress: Callback = ignore,
        stopped: Callback = ignore,
        keep: bool = False,
    ) -> Task:
        """Queue a verb. Exactly one of done(result), failed(error), stopped(task) is called in the end.

        Args:
            keep: whether it is run even when the library is being closed: nothing that a person said is lost.
        """
        task = Task(verb, done, failed, progress, stopped)
        task.keep = keep
        self._tasks.add(task)
        self._thread.submit(self._step, task)
        return task

    @property
    def busy(self) -> bool:
        """Whether any verb is under way."""
        return bool(self._tasks)

    @property
    def alone(self) -> bool:
        """Whether the long verb that asks, on this thread, is the only one that has begun and not ended."""
        return sum(task.steps is not None for task in tuple(self._tasks)) <= 1

    def close(self) -> None:
        """Cancel what runs, let its step end, close the library. No callback comes after this.

        A step that hangs on the encoder is freed by ending the encoder's process: what it had done is on disk.
        """
        if self._closed:
            return
        self._closed = True
        for task in self._tasks:
            if not task.keep:
                task.cancel()
        closing = self._thread.submit(self._close)
        try:
            closing.result(PATIENCE)
        except TimeoutError:
            if self._resource.done() and self._resource.exception() is None:
                self._resource.result().interrupt()
        self._thread.shutdown()

    # On the thread of its own -------------------------------------------------------------------------------------

    def _close(self) -> None:
        for task in self._tasks:
            if task.steps is not None:
                task.steps.close()
        if self._resource.exception() is None:
            self._resource.result().close()

    def _step(self, task: Task) -> None:
        try:
            if task.cancelled:
                if task.steps is not None:
                    task.steps.close()
                self._end(task, task.stopped, task)
            elif task.steps is not None:
                if task.put_aside(partial(self._again, task)):
                    return
                self._post(task.progress, next(task.steps))
                self._again(task)
            else:
                result = task.verb(self._resource.result())
                if isinstance(result, Generator):
                    task.steps = result
                    self._again(task)
                else:
                    self._end(task, task.done, result)
        except StopIteration as stop:
            self._end(task, task.done, stop.value)
        except Exception as error:  # whatever it is, the person hears of it
            self._end(task, task.failed, error)

    def _again(self, task: Task) -> None:
        try:
            self._thread.submit(self._step, task)
        except RuntimeError:  # shut down: `_close` has run or runs next
            if task.steps is not None:
                task.steps.close()

    def _end(self, task: Task, callback: Callback, value: Any) -> None:
        task.steps = None

        def ended(value: Any) -> None:  # in one go: nobody may see that it has ended before the answer is there
            self._tasks.discard(task)
            callback(value)

        self._post(ended, value)

    def _post(self, callback: Callback, value: Any) -> None:
        self._posted.emit((callback, value))

    # On the UI thread --------------------------------------------------------------------------------------------

    def _call(self, posted: tuple[Callback, Any]) -> None:
        callback, value = posted
        if not self._closed:
            callback(value)

"""The seam between the window and the library's thread."""

import sqlite3
import threading
import time

import pytest

import nomina
from nomina.testing import ColourEncoder, colour_host
from nomina_desktop.tasks import TaskRunner


def a_library():
    return nomina.temporary_library(colour_host())


@pytest.fixture
def runner(qtbot):
    runner = TaskRunner(a_library)
    yield runner
    runner.close()


def counting(to):
    def verb(library):
        for number in range(to):
            time.sleep(0.001)
            yield nomina.Progress(number, to)
        return to

    return verb


def test_a_result_arrives_on_the_ui_thread(qtbot, runner):
    seen = []
    runner.run(
        lambda library: nomina.add_category(library, "heron"),
        done=lambda change: seen.append((change.name, threading.current_thread())),
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("Add “heron”", threading.main_thread())]


def test_a_short_verb_runs_between_the_steps_of_a_long_one(qtbot, runner):
    order = []
    runner.run(counting(500), done=order.append)
    runner.run(lambda library: "short", done=order.append)
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["short", 500]


def test_progress_arrives_in_order(qtbot, runner):
    seen, done = [], []
    runner.run(counting(20), progress=lambda progress: seen.append(progress.done), done=done.append)
    qtbot.waitUntil(lambda: done == [20])
    assert seen == list(range(20))


def test_cancel_closes_the_generator(qtbot, runner):
    closed, seen, stopped, done = threading.Event(), [], [], []

    def forever(library):
        try:
            while True:
                time.sleep(0.001)
                yield nomina.Progress(0)
        finally:
            closed.set()

    task = runner.run(forever, progress=seen.append, stopped=stopped.append, done=done.append)
    qtbot.waitUntil(lambda: bool(seen))
    task.cancel()
    qtbot.waitUntil(lambda: stopped == [task])
    assert closed.is_set()
    assert done == []


def test_a_paused_verb_waits_while_others_run_and_goes_on_where_it_was(qtbot, runner):
    seen, done = [], []
    task = runner.run(counting(200), progress=lambda progress: seen.append(progress.done), done=done.append)
    for _ in range(3):
        qtbot.waitUntil(lambda: len(seen) > 5)
        task.pause()
        steps = []
        for turn in range(5):
            runner.run(lambda library: "short", done=done.append)
            qtbot.waitUntil(lambda turn=turn: len(done) == turn + 1)
            steps.append(len(seen))
        assert len(set(steps)) == 1, "the step that was under way came before"
        assert runner.busy
        done.clear()
        task.go_on()
    qtbot.waitUntil(lambda: done == [200])
    assert seen == list(range(200))


def test_a_paused_verb_is_cancelled_and_closed_like_any_other(qtbot, runner):
    seen, stopped = [], []
    tasks = [runner.run(counting(10**6), progress=seen.append, stopped=stopped.append) for _ in range(2)]
    qtbot.waitUntil(lambda: len(seen) > 5)
    for task in tasks:
        task.pause()
    tasks[0].cancel()
    qtbot.waitUntil(lambda: stopped == tasks[:1])
    start = time.perf_counter()
    runner.close()
    assert time.perf_counter() - start < 1.0


def test_an_error_arrives_as_it_is(qtbot, runner):
    errors = []
    runner.run(lambda library: nomina.add_category(library, ""), failed=errors.append)
    runner.run(lambda library: 1 / 0, failed=errors.append)
    qtbot.waitUntil(lambda: len(errors) == 2)
    assert [type(error) for error in errors] == [nomina.BadInput, ZeroDivisionError]
    assert not runner.busy


def test_an_error_in_a_later_step_arrives(qtbot, runner):
    def broken(library):
        yield nomina.Progress(0)
        raise LookupError("gone")

    errors = []
    runner.run(broken, failed=errors.append)
    qtbot.waitUntil(lambda: len(errors) == 1)


def test_a_library_that_cannot_be_opened_gives_its_error_to_the_verb(qtbot):
    def locked():
        raise nomina.LibraryBusy("It is open elsewhere.")

    runner, errors = TaskRunner(locked), []
    runner.run(lambda library: None, failed=errors.append)
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert errors[0].title == "It is open elsewhere."
    runner.close()


def test_closing_during_a_long_verb_is_quick_and_silent(qtbot):
    runner, seen, called = TaskRunner(a_library), [], []
    runner.run(counting(10**6), progress=seen.append, stopped=called.append, done=called.append)
    qtbot.waitUntil(lambda: bool(seen))
    start = time.perf_counter()
    runner.close()
    assert time.perf_counter() - start < 1.0
    assert called == []


class StuckHost(nomina.LocalHost):
    """A host whose words never come, until it is interrupted."""

    def __init__(self):
        super().__init__(ColourEncoder)
        self.asked, self.interrupted = threading.Event(), threading.Event()

    def encode_texts(self, texts):
        self.asked.set()
        assert self.interrupted.wait(60)
        raise nomina.EncoderError("The encoder was interrupted.")

    def interrupt(self):
        self.interrupted.set()


def test_closing_frees_a_step_that_hangs_on_the_encoder(qtbot):
    host = StuckHost()
    runner = TaskRunner(lambda: nomina.temporary_library(host))
    runner.run(lambda library: library.host.encode_texts(["heron"]))
    qtbot.waitUntil(host.asked.is_set)
    start = time.perf_counter()
    runner.close()
    assert time.perf_counter() - start < 2.0


def test_the_ui_thread_cannot_touch_the_database(qtbot, runner):
    libraries = []
    runner.run(lambda library: library, done=libraries.append)
    qtbot.waitUntil(lambda: bool(libraries))
    with pytest.raises(sqlite3.ProgrammingError):
        libraries[0].store.categories()

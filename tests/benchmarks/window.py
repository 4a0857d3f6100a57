"""The window over 100,000 pictures: `python tests/benchmarks/window.py [PICTURES]`.

Rows, thumbnails and places are made up; the library, the window and all between are the real ones, off the screen.
Times are of this machine at this moment; beside each stands what it is to be compared with. The library is made by
another process, so that the memory told is the window's own. The encoder lives in the window's process here, which it
does not in the program: what pictures are read beside it costs the UI thread more than there.
"""

from __future__ import annotations

import io
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import PIL.Image
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

import nomina
from nomina.adapt import learn_reference
from nomina.domain import Calibration, EncoderSpec, Rows
from nomina.encoders.host import LocalHost
from nomina.encoders.protocol import Pixels
from nomina.library import create_library, open_library
from nomina.reference import unit
from nomina.testing import ColourEncoder, save_picture
from nomina_desktop import app as desktop
from nomina_desktop.acts import categories, labels, pictures

WIDE = 512
CATEGORIES = 20
ADDED = 300
"""Pictures that are added while the window is looked at."""
WAIT = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents


class WideEncoder(ColourEncoder):
    """Rows as long as those of CLIP; texts point in directions of their own."""

    spec = EncoderSpec("wide@1", "Wide (for benchmarks)", WIDE, (0, WIDE), (0, WIDE), "cpu", ("{}",))

    def encode_texts(self, texts: Sequence[str]) -> Rows:
        """A direction for each text."""
        seeds = [int.from_bytes(text.encode()[:8].ljust(8), "little") for text in texts]
        return unit(np.array([np.random.default_rng(seed).normal(size=WIDE) for seed in seeds], np.float32))

    def encode_pixels(self, pixels: Sequence[Pixels]) -> Rows:
        """A direction for each picture."""
        rng = np.random.default_rng(int(1e6 * sum(float(each.sum()) for each in pixels)))
        return unit(rng.normal(size=(len(pixels), WIDE)).astype(np.float32))

    def calibration(self) -> Calibration:
        """Scores of made-up rows: few stand out."""
        nothing = np.zeros(WIDE, np.float32)
        return Calibration(nothing, 40.0, 10.0, nothing, 10.0, 0.2, 0.0, 1.0, 1.0, 5.0)


def fill(folder: Path, pictures: int) -> None:
    """A library of made-up pictures in a hundred folders, with thumbnails; and how fast this machine is."""
    began = time.perf_counter()
    rng = np.random.default_rng(0)
    create_library(folder)
    library = open_library(folder, LocalHost(WideEncoder))
    hashes = [f"{number:032x}" for number in range(1, pictures + 1)]
    with library.step("Fill"):
        connection = library.store._db.conn  # a hundred thousand at once
        connection.executemany(
            "insert into image(hash, width, height, added) values(?, 320, 240, '2026-01-01')", [(h,) for h in hashes]
        )
        connection.executemany(
            "insert into place(image_id, path, bytes, mtime_ns) values(?, ?, 1, 1)",
            [(i, f"/pictures/{i % 100:02d}/{rng.integers(1 << 30):08x}.jpg") for i in range(1, pictures + 1)],
        )
    jpegs = [_thumbnail(rng) for _ in range(200)]
    for start in range(0, pictures, 5000):
        some = hashes[start : start + 5000]
        rows = unit(rng.normal(size=(len(some), WIDE)).astype(np.float32))
        thumbnails = {hash: jpegs[number % len(jpegs)] for number, hash in enumerate(some)}
        library.put_derived(dict(zip(some, rows, strict=True)), thumbnails, {})
    for number in range(CATEGORIES):
        nomina.add_category(library, f"category {number}")
    learn_reference(library)  # as a library that has grown has done by itself
    library.close()
    for number in range(ADDED):
        save_picture(folder.parent / "new" / f"{number}.png", "green", seed=number, size=(640, 480))
    made = time.perf_counter() - began
    rows = rng.normal(size=(100_000, WIDE)).astype(np.float32)
    start = time.perf_counter()
    rows @ rows[0]
    bare = time.perf_counter() - start
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    print(
        f"{pictures:,} pictures, made in {made:.0f} s; 100,000 x {WIDE} by one row: {1000 * bare:.0f} ms; "
        f"load {load:.1f} on {os.cpu_count()} processors",
        flush=True,
    )


def _thumbnail(rng: np.random.Generator) -> bytes:
    small = PIL.Image.fromarray(rng.integers(0, 256, (8, 8, 3), np.uint8)).resize(
        (256, 192), PIL.Image.Resampling.BICUBIC
    )
    out = io.BytesIO()
    small.save(out, "JPEG", quality=80)
    return out.getvalue()


class SlowToStart(LocalHost):
    """Not ready until told, as an encoder that is loaded in its own process."""

    started = False

    def ready(self) -> bool:
        """Whether it was told."""
        return self.started


class Bench:
    """A window, a clock, and the longest time in which the UI thread did not come round.

    `own` is what of that it worked itself; else it waited for Python's lock, or for a processor that others had.
    """

    def __init__(self, app: QApplication, scratch: Path) -> None:
        self.app = app
        sys.setswitchinterval(desktop.SWITCH_INTERVAL)
        self.host = SlowToStart(WideEncoder)
        self.built = desktop.build(app, nomina.Settings(scratch / "settings.json"), lambda: self.host)
        self.collecting = desktop.collect_on_this_thread(app)
        self.session, self.grid = self.built.session, self.built.window.gallery.grid
        self.built.window.resize(1440, 1000)
        self.built.window.show()
        self._last, self.stall, self.own = time.perf_counter(), 0.0, 0.0
        self._worked = time.thread_time()
        self._tick = QTimer(interval=4)
        self._tick.timeout.connect(self._ticked)
        self._tick.start()

    def _ticked(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        if now - self._last > self.stall:
            self.stall, self.own = now - self._last, worked - self._worked
        self._last, self._worked = now, worked

    def until(self, fact: Callable[[], bool], patience: float = 300.0) -> float:
        """Seconds until something is so."""
        start = time.perf_counter()
        self._last, self._worked, self.stall, self.own = start, time.thread_time(), 0.0, 0.0
        while not fact():  # the tick wakes it, so that waiting takes no time from the library's thread
            self.app.processEvents(WAIT)
            if time.perf_counter() - start > patience:
                raise TimeoutError
        return time.perf_counter() - start

    def idle(self) -> bool:
        """Whether the snapshot is taken and nothing is under way."""
        return self.session.snapshot is not None and self.session.snapshot.known and not self.session.busy

    def memory(self, what: str) -> None:
        """What the process holds now."""
        print(f"{what:<58}{_resident():9.0f} MB   bar 600", flush=True)

    def tell(self, what: str, seconds: float, bar: str) -> None:
        """A line of the report."""
        print(
            f"{what:<58}{1000 * seconds:9.1f} ms   bar {bar:<9} longest stall {1000 * self.stall:6.0f} ms, "
            f"own work {1000 * self.own:4.0f} ms",
            flush=True,
        )


def _resident() -> float:
    """Megabytes of this process in memory; not a number where the system has no such file."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), float("nan"))


def measure(folder: Path, scratch: Path) -> None:
    """All that the window promises of a big library."""
    app = QApplication(["nomina"])
    bench = Bench(app, scratch)
    session, grid, thumbs = bench.session, bench.grid, bench.built.thumbs
    bench.built.open(folder)
    seconds = bench.until(lambda: session.snapshot is not None)
    bench.tell("open: names are there", seconds, "")
    seconds += bench.until(lambda: not thumbs.busy)
    bench.tell("open: first thumbnails are painted", seconds, "1500")
    bench.host.started = True
    bench.memory("memory with names and thumbnails")
    bench.tell("from the encoder's start until everything is ranked", bench.until(bench.idle), "")
    _scroll(bench)
    start = time.perf_counter()
    grid.selectAll()
    bench.tell("select all", time.perf_counter() - start, "10")
    grid.clearSelection()
    bench.until(bench.idle)
    for order in (nomina.Order.LEAST_SURE, nomina.Order.NAME, nomina.Order.ADDED, nomina.Order.NAME):
        session.show_only(order=order)
        bench.tell(f"sort: {order.value}", bench.until(bench.idle), "100")
    session.show_only(state=nomina.State.UNSURE)
    bench.tell("filter: unsure", bench.until(bench.idle), "100")
    session.show_only()
    bench.until(bench.idle)
    known = len(session.categories)
    shown = bench.built.window.categories.list
    categories.add(session, "heron")
    ranked = bench.until(lambda: len(session.categories) > known)
    bench.tell("a typed category ranks everything", ranked, "1000")
    bench.built.window.repaint()
    assert shown.model().rowCount() > known
    bench.tell("a typed category: the visible page shows it", ranked + bench.until(lambda: not thumbs.busy), "100")
    bench.until(bench.idle)
    bench.memory("memory with everything ranked")
    _label(bench)
    _review(bench)
    _add(bench, folder.parent / "new")
    bench.memory("memory at the end")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'memory, most that it was':<58}{most:9.0f} MB   bar 600")
    bench.built.window.close()


def _label(bench: Bench) -> None:
    """One picture gets a label; the caption below it follows."""
    grid, session = bench.grid, bench.session
    grid.select_rows([0], 0)
    category = session.categories[-1]
    labels.accept(session, category.id)

    def said() -> bool:
        caption = grid.pictures.caption(0)
        return caption.state == "✓ yours" and caption.name == category.name

    bench.tell("a label: the caption of its picture has changed", bench.until(said), "")
    bench.until(bench.idle)
    grid.clearSelection()


def _add(bench: Bench, folder: Path) -> None:
    """Pictures are read while the window is looked at."""
    total = bench.session.snapshot.total
    pictures.add(bench.session, [folder])
    seconds = bench.until(lambda: bench.idle() and bench.session.snapshot.total == total + ADDED)
    bench.tell(f"{ADDED} pictures are added; a stall of the window: 50", seconds, "")


def _review(bench: Bench) -> None:
    """Answers as fast as they can be given, and how long the queue takes to follow."""
    bench.session.go("review")
    review = bench.built.window.review
    bench.tell("review: the first question", bench.until(lambda: review.asked is not None), "")
    bench.until(bench.idle)
    next_ones = []
    for _ in range(10):
        start = time.perf_counter()
        review.accept()
        review.repaint()
        next_ones.append(time.perf_counter() - start)
        bench.app.processEvents()
    bench.tell("review: the next question is painted, slowest of ten", max(next_ones), "50")
    bench.tell("review: the queue has followed ten answers", bench.until(bench.idle), "")
    bench.session.go("pictures")


def _scroll(bench: Bench) -> None:
    grid, bar = bench.grid, bench.grid.verticalScrollBar()
    frames = []
    for step in range(240):
        start = time.perf_counter()
        bar.setValue(step * 40)
        grid.viewport().repaint()
        frames.append(time.perf_counter() - start)
        bench.app.processEvents()
    bench.tell("scroll: a frame, median", float(np.median(frames)), "")
    bench.tell("scroll: a frame, 95 of 100 are faster", float(np.percentile(frames, 95)), "16")
    jumps = []
    for share in (0.9, 0.3, 0.7, 0.1, 0.5):
        bar.setValue(int(share * bar.maximum()))
        grid.viewport().repaint()
        jumps.append(bench.until(lambda: not bench.built.thumbs.busy))
    bench.tell("jump: all thumbnails are there, slowest of five", max(jumps), "100")


def main() -> None:
    """Make the library, then measure."""
    pictures = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as base:
        maker = multiprocessing.get_context("spawn").Process(target=fill, args=(Path(base) / "library", pictures))
        maker.start()
        maker.join()
        if maker.exitcode:
            sys.exit(maker.exitcode)
        measure(Path(base) / "library", Path(base))


if __name__ == "__main__":
    main()

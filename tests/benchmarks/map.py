"""How long the map takes, and how far its plane is from that of all pictures: `python tests/benchmarks/map.py`.

A frame is painted through the real widget, off the screen, 860 x 720 pixels, and compared with painting the same points
by Qt's own painter in the same run.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget
from review_speed import filled

from nomina import plane
from nomina.domain import Rows
from nomina.plane import picture_map
from nomina.unfolded import unfolded_map
from nomina_desktop.look import MARKS, Look
from nomina_desktop.map.plot import Points
from nomina_desktop.map.scatter import Scatter

POINTS, GROUPS, FRAMES = 100_000, 8, 60
WIDTH, HEIGHT = 860, 720


def times(act: Callable[[int], None], count: int = FRAMES) -> tuple[float, float]:
    """Median and 95th percentile of an act, in milliseconds of processor time: other work counts for nothing."""
    found = []
    for number in range(count):
        start = time.process_time()
        act(number)
        found.append(1000 * (time.process_time() - start))
    return float(np.median(found)), float(np.percentile(found, 95))


def some_places(count: int) -> tuple[Rows, np.ndarray]:
    """Points in groups that overlap, and which group each is of."""
    rng = np.random.default_rng(0)
    group = rng.integers(0, GROUPS, count)
    return (rng.normal(size=(GROUPS, 2))[group] * 0.45 + rng.normal(size=(count, 2)) * 0.16).astype(np.float32), group


def tell_frames(app: QApplication) -> None:
    """Frames while panning and zooming, with nothing and with an eighth of the points selected."""
    look = Look(app, "light")
    look.dress("light")
    places, group = some_places(POINTS)
    window = QWidget()
    scatter = Scatter(look, window)
    window.resize(WIDTH, HEIGHT)
    scatter.resize(WIDTH, HEIGHT)
    window.show()
    app.processEvents()  # what is not on the screen is not painted
    palette = tuple(QColor(MARKS[number % len(MARKS)]) for number in range(GROUPS))
    ringed = np.arange(POINTS) % 200 == 0
    scatter.take(Points(places, group, ringed, palette, [""] * POINTS), np.zeros(POINTS, bool))
    scatter.repaint()
    bare = QWidget(window)
    bare.resize(WIDTH, HEIGHT)
    bare.show()
    app.processEvents()
    nothing = times(lambda _: bare.repaint())[0]
    bare.hide()

    def pan(_: int) -> None:
        scatter.pan(3, 1)
        scatter.repaint()

    def zoom(_: int) -> None:
        scatter.zoom(1.02)
        scatter.repaint()

    panned = times(pan)
    scatter.show_all()
    zoomed = times(zoom)
    scatter.show_all()
    scatter.select(group == 2)
    scatter.repaint()
    selected = times(pan)
    qt = times(_by_qt(places, group, palette), 2)
    print(f"a frame of {POINTS:,} points, milliseconds of processor time (median, 95th percentile):")
    for name, (median, late) in (("pan", panned), ("zoom", zoomed), ("pan, an eighth selected", selected)):
        ratios = f"{median / nothing:.0f} x an empty widget, {qt[0] / median:.0f} x as fast as Qt's painter"
        print(f"  {name}: {median:.1f}, {late:.1f} ({ratios})")
    print(f"  Qt's painter: {qt[0]:.0f}, {qt[1]:.0f}")
    print(f"  which point lies under the pointer: {times(lambda _: scatter.plot.nearest(QPointF(300, 300)))[0]:.1f}")


def _by_qt(places: Rows, group: np.ndarray, palette: tuple[QColor, ...]) -> Callable[[int], None]:
    """Painting the same points by one QPainter.drawPoints a group."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    groups = [[QPointF(x, y) for x, y in places[group == each].tolist()] for each in range(len(palette))]

    def paint(number: int) -> None:
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(WIDTH / 2 + number, HEIGHT / 2)
        painter.scale(250, 250)
        for colour, points in zip(palette, groups, strict=True):
            painter.setPen(QPen(colour, 5 / 250, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPoints(points)
        painter.end()

    return paint


def tell_layout() -> None:
    """Laying out a library, the first time and again; and the plane of a sample against that of all."""
    with filled(POINTS, 3) as library:
        table = library.scores
        start = time.perf_counter()
        steps = times_of_steps(picture_map(library))
        first = time.perf_counter() - start
        start = time.perf_counter()
        list(picture_map(library))
        again = time.perf_counter() - start
        start = time.perf_counter()
        table.placed(table.ids[table.read]).pictures.widened().sum()
        read = time.perf_counter() - start
    print(
        f"{POINTS:,} pictures laid out in {first:.2f} s ({first / read:.1f} x reading their rows once), the longest "
        f"step {1000 * max(steps):.0f} ms; found again in {again:.2f} s"
    )


def tell_unfolded() -> None:
    """Pulling groups apart; run by `python tests/benchmarks/map.py unfold [PICTURES ...]`, which takes minutes."""
    for count in [int(each) for each in sys.argv[2:]] or [10_000, POINTS]:
        with filled(count, 3) as library:
            _ = library.scores
            start, used = time.perf_counter(), time.process_time()
            verb, steps = unfolded_map(library), []
            while True:
                begun = time.perf_counter()
                try:
                    next(verb)
                except StopIteration as stop:
                    made = stop.value
                    break
                steps.append(time.perf_counter() - begun)
            print(
                f"{count:,} pictures: groups pulled apart in {time.perf_counter() - start:.0f} s "
                f"({time.process_time() - used:.0f} s of processors), the longest step {1000 * max(steps):.0f} ms; of "
                f"10 neighbours {100 * made.told:.0f} % stay",
                flush=True,
            )


def times_of_steps(verb) -> list[float]:  # type: ignore[no-untyped-def]
    """Seconds of each step of a long verb."""
    found, start = [], time.perf_counter()
    for _ in verb:
        found.append(time.perf_counter() - start)
        start = time.perf_counter()
    return found


def tell_sample() -> None:
    """The angle between the plane of a sample and that of all, on rows whose spread falls off as pictures' does."""
    rng = np.random.default_rng(1)
    rows = rng.normal(size=(40_000, 512)) * (np.arange(1, 513) ** -0.6)
    found = []
    for count in (plane.SAMPLE, len(rows)):
        part = rows[:count] - rows[:count].mean(axis=0)
        found.append(np.linalg.eigh(part.T @ part)[1][:, -2:])
    angle = np.degrees(np.arccos(np.linalg.svd(found[0].T @ found[1])[1].clip(-1, 1)))
    print(f"the plane of {plane.SAMPLE:,} of 40,000 rows is turned by {angle.max():.1f} degrees against that of all")


if __name__ == "__main__" and sys.argv[1:2] == ["unfold"]:
    tell_unfolded()
elif __name__ == "__main__":
    application = QApplication([])
    tell_frames(application)
    tell_layout()
    tell_sample()

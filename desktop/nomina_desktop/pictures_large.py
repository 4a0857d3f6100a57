"""Large pictures, read and decoded off the UI thread by Pillow: Qt's image readers in threads deadlock."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

import nomina
from nomina_desktop.words import said, tr

FIT, FULL = 2560, 12_000
"""Longest sides in device pixels: enough for a window, and to see each pixel."""
WORKERS = 2
KEPT_PIXELS = 24_000_000
"""Pixels kept in memory, 4 bytes each; the picture that is looked at is kept whatever its size."""
PATIENCE = 1.0
"""Seconds that closing waits for a picture that is being decoded; its thread ends with that picture."""


@dataclass(frozen=True, slots=True)
class Large:
    """A picture that is wanted with at most so many pixels a side.

    Attributes:
        hash: of the picture in the library.
        path: where the file was last seen; None where every known place is gone.
    """

    hash: str
    path: Path | None
    longest: int = FIT


@dataclass(frozen=True, slots=True)
class _Shown:
    pixmap: QPixmap | None
    trouble: str = ""


class LargePictures(QObject):
    """Pixmaps of whole pictures for the UI thread: those at hand at once, others when they have arrived.

    Signals:
        arrived: with the hash of a picture that can be shown now, or that has turned out not to be readable.
    """

    arrived = Signal(str)
    _loaded = Signal(object, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        """No thread runs until the first picture is asked for."""
        super().__init__(parent)
        self._kept: OrderedDict[Large, _Shown] = OrderedDict()
        self._asked: set[Large] = set()
        self._waiting: deque[Large] = deque()
        self._change = threading.Condition()
        self._end = threading.Event()
        self._workers: list[threading.Thread] = []
        self._loaded.connect(self._take)

    def pixmap(self, wanted: Large) -> QPixmap | None:
        """The picture; the same in another size, or None, until it has arrived. It is read before any other."""
        self._ask([wanted], first=True)
        if wanted in self._kept:
            self._kept.move_to_end(wanted)
            if self._kept[wanted].pixmap is not None:
                return self._kept[wanted].pixmap
        others = [shown.pixmap for large, shown in self._kept.items() if large.hash == wanted.hash and shown.pixmap]
        return max(others, key=lambda pixmap: pixmap.width(), default=None)

    def trouble(self, wanted: Large) -> str:
        """Why it cannot be shown, in a clause; "" while nothing is known to be wrong."""
        return self._kept[wanted].trouble if wanted in self._kept else ""

    def prefetch(self, wanted: Iterable[Large]) -> None:
        """These will be asked for soon, in this order; what was to be prefetched before is forgotten."""
        with self._change:
            self._asked -= set(self._waiting)
            self._waiting.clear()
        self._ask(list(wanted), first=False)

    @property
    def busy(self) -> bool:
        """Whether any that was asked for has not arrived."""
        return bool(self._asked)

    def forget(self) -> None:
        """Look again for what could not be read."""
        for wanted in [wanted for wanted, shown in self._kept.items() if shown.pixmap is None]:
            del self._kept[wanted]

    def close(self) -> None:
        """End the threads and forget all; the next picture that is asked for starts again."""
        with self._change:
            self._end.set()
            self._waiting.clear()
            self._change.notify_all()
        for worker in self._workers:
            worker.join(PATIENCE)
        self._workers, self._end = [], threading.Event()
        self._kept.clear()
        self._asked.clear()

    def _ask(self, wanted: list[Large], *, first: bool) -> None:
        with self._change:
            for each in wanted:
                if each in self._kept or (each in self._asked and not (first and each in self._waiting)):
                    continue
                if each in self._waiting:
                    self._waiting.remove(each)
                self._asked.add(each)
                (self._waiting.appendleft if first else self._waiting.append)(each)
                self._change.notify()
        while self._asked and len(self._workers) < WORKERS:
            worker = threading.Thread(
                target=self._work, args=(self._end,), name=f"large pictures {len(self._workers)}", daemon=True
            )
            worker.start()
            self._workers.append(worker)

    def _take(self, wanted: Large, image: QImage | None, trouble: str) -> None:
        if wanted not in self._asked:  # of before a close
            return
        self._asked.discard(wanted)
        self._kept[wanted] = _Shown(None if image is None else QPixmap.fromImage(image), trouble)
        while len(self._kept) > 1 and sum(_pixels(each) for each in self._kept.values()) > KEPT_PIXELS:
            self._kept.popitem(last=False)
        self.arrived.emit(wanted.hash)

    # In the workers ----------------------------------------------------------------------------------------------

    def _work(self, end: threading.Event) -> None:
        while (wanted := self._next(end)) is not None:
            loaded = _load(wanted)
            if not end.is_set():  # else nobody may be there any more to hear of it
                self._loaded.emit(*loaded)

    def _next(self, end: threading.Event) -> Large | None:
        with self._change:
            while not self._waiting and not end.is_set():
                self._change.wait()
            return None if end.is_set() else self._waiting.popleft()


def _pixels(shown: _Shown) -> int:
    return 0 if shown.pixmap is None else shown.pixmap.width() * shown.pixmap.height()


def _load(wanted: Large) -> tuple[Large, QImage | None, str]:
    """The picture, or why it cannot be shown, in a clause."""
    if wanted.path is None:
        return wanted, None, tr("its file is gone")
    try:
        picture = nomina.open_picture(wanted.path, wanted.longest)
        width, height = picture.size
        image = QImage(picture.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
    except (nomina.BadPicture, MemoryError) as error:
        return wanted, None, said(getattr(error, "title", "") or str(error))
    return wanted, image, ""

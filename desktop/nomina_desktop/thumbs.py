"""Thumbnails, read and decoded off the UI thread. Workers use Pillow: Qt's image readers in threads deadlock."""

from __future__ import annotations

import io
import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPixmap

from nomina import NominaError

if TYPE_CHECKING:
    import PIL.Image

    from nomina import Thumbnails

WORKERS = 2
LONGEST_QUEUE = 400
"""Requests that wait; the oldest are dropped, because a person has scrolled past them."""
KEPT = 1500
"""Pixmaps in memory: some 150 MB at the usual size."""
PATIENCE, TRIES = 0.05, 4
RADIUS = 8
"""Of the rounded corners, in logical pixels."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A thumbnail cut to a size in device pixels."""

    hash: str
    width: int
    height: int
    ratio: float


class _Queue:
    """Requests, the latest first; `take` waits, and gives None at the end."""

    def __init__(self) -> None:
        self._waiting: deque[Wanted] = deque(maxlen=LONGEST_QUEUE)
        self._change = threading.Condition()
        self._ended = False

    def put(self, wanted: Wanted) -> Wanted | None:
        """Add a request; returns the one that fell out."""
        with self._change:
            dropped = self._waiting[0] if len(self._waiting) == LONGEST_QUEUE else None
            self._waiting.append(wanted)
            self._change.notify()
            return dropped

    def take(self) -> Wanted | None:
        with self._change:
            while not self._waiting and not self._ended:
                self._change.wait()
            return None if self._ended else self._waiting.pop()

    def end(self) -> None:
        with self._change:
            self._ended = True
            self._change.notify_all()


class Thumbs(QObject):
    """Pixmaps of thumbnails for the UI thread: those at hand at once, others when they have arrived.

    Signals:
        arrived: a picture has become available; with its hash.
    """

    arrived = Signal(str)
    _loaded = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Read nothing until `use`."""
        super().__init__(parent)
        self._cache: OrderedDict[Wanted, QPixmap] = OrderedDict()
        self._latest: dict[str, Wanted] = {}
        self._asked: set[Wanted] = set()
        self._missing: set[Wanted] = set()
        self._store: Thumbnails | None = None
        self._queue = _Queue()
        self._workers: list[threading.Thread] = []
        self._loaded.connect(self._take)

    def use(self, store: Thumbnails | None) -> None:
        """Read from another library's thumbnails, or from none."""
        if store is self._store:
            return
        self._queue.end()
        for worker in self._workers:
            worker.join()
        self._store, self._queue, self._workers = store, _Queue(), []
        self._cache.clear()
        self._latest.clear()
        self._asked.clear()
        self._missing.clear()
        if store is not None:
            for number in range(WORKERS):
                worker = threading.Thread(target=_work, args=(store, self._queue, self._loaded.emit), daemon=True)
                worker.name = f"thumbnails {number}"
                worker.start()
                self._workers.append(worker)

    @property
    def busy(self) -> bool:
        """Whether any that was asked for has not arrived."""
        return bool(self._asked - self._missing)

    def look_again(self) -> None:
        """Ask once more for those that were not there."""
        self._asked -= self._missing
        self._missing.clear()

    def pixmap(self, hash: str, size: QSize, ratio: float) -> QPixmap | None:
        """The picture cut to a size in logical pixels; another size of it, or None, until that has arrived."""
        wanted = Wanted(hash, round(size.width() * ratio), round(size.height() * ratio), ratio)
        kept = wanted if wanted in self._cache else self._latest.get(hash)
        if kept is not None:
            self._cache.move_to_end(kept)
        if kept != wanted and wanted not in self._asked and self._store is not None:
            self._asked.add(wanted)
            dropped = self._queue.put(wanted)
            if dropped is not None:
                self._asked.discard(dropped)
        return None if kept is None else self._cache[kept]

    def whole(self, hash: str) -> QPixmap | None:
        """The thumbnail that is at hand, whatever size it was cut to; None where there is none."""
        kept = self._latest.get(hash)
        return None if kept is None else self._cache[kept]

    def _take(self, wanted: Wanted, image: QImage | None) -> None:
        if wanted not in self._asked:  # of a library that was closed since
            return
        if image is None:
            self._missing.add(wanted)
            return
        self._asked.discard(wanted)
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(wanted.ratio)
        self._cache[wanted] = pixmap
        self._latest[wanted.hash] = wanted
        while len(self._cache) > KEPT:
            dropped, _ = self._cache.popitem(last=False)
            if self._latest.get(dropped.hash) == dropped:
                del self._latest[dropped.hash]
        self.arrived.emit(wanted.hash)


# In the workers --------------------------------------------------------------------------------------------------


def _work(store: Thumbnails, queue: _Queue, loaded: Callable[[Wanted, QImage | None], None]) -> None:
    masks: dict[tuple[int, int], PIL.Image.Image] = {}
    try:
        while (wanted := queue.take()) is not None:
            loaded(wanted, _image(store, wanted, masks))
    finally:
        store.close()


def _image(store: Thumbnails, wanted: Wanted, masks: dict[tuple[int, int], PIL.Image.Image]) -> QImage | None:
    """The thumbnail with rounded corners, or None when there is none or it is damaged."""
    import PIL.Image
    import PIL.ImageOps

    jpeg = _jpeg(store, wanted.hash)
    if jpeg is None:
        return None
    size = (wanted.width, wanted.height)
    try:
        with PIL.Image.open(io.BytesIO(jpeg)) as picture:
            cut = PIL.ImageOps.fit(picture.convert("RGB"), size, PIL.Image.Resampling.BICUBIC)
    except (OSError, ValueError):
        return None
    if size not in masks:
        masks.clear()
        masks[size] = _rounded(size, RADIUS * wanted.ratio)
    cut.putalpha(masks[size])
    return QImage(cut.tobytes(), *size, 4 * size[0], QImage.Format.Format_RGBA8888).copy()


def _jpeg(store: Thumbnails, hash: str) -> bytes | None:
    """Read it; the file is locked for a moment when a batch is written or a worker starts."""
    for _ in range(TRIES):
        try:
            jpeg: bytes | None = store.get(hash)
            return jpeg
        except NominaError:
            threading.Event().wait(PATIENCE)
    return None


def _rounded(size: tuple[int, int], radius: float) -> PIL.Image.Image:
    """A smooth mask of a rounded rectangle."""
    import PIL.Image
    import PIL.ImageDraw

    fine = 4
    mask = PIL.Image.new("L", (size[0] * fine, size[1] * fine), 0)
    PIL.ImageDraw.Draw(mask).rounded_rectangle((0, 0, mask.width - 1, mask.height - 1), radius * fine, fill=255)
    return mask.resize(size, PIL.Image.Resampling.BOX)

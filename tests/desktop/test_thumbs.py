"""Thumbnails arrive from other threads, and those threads end."""

import io
import threading

import PIL.Image
import pytest
from PySide6.QtCore import QSize

import nomina
from nomina_desktop.thumbs import LONGEST_QUEUE, Thumbs, Wanted, _Queue

SIZE = QSize(90, 70)


def jpeg(colour):
    out = io.BytesIO()
    PIL.Image.new("RGB", (320, 200), colour).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def store(tmp_path):
    store = nomina.Thumbnails(tmp_path / "thumbnails.db")
    store.put({"red": jpeg("red"), "blue": jpeg("blue"), "damaged": b"no picture"})
    yield store
    store.close()


@pytest.fixture
def thumbs(qapp, store):
    thumbs = Thumbs()
    thumbs.use(store)
    yield thumbs
    thumbs.use(None)
    thumbs.deleteLater()


def test_a_thumbnail_arrives_cut_to_size_with_round_corners(qtbot, thumbs):
    arrived = []
    thumbs.arrived.connect(arrived.append)
    assert thumbs.pixmap("red", SIZE, 2.0) is None
    qtbot.waitUntil(lambda: arrived == ["red"])
    pixmap = thumbs.pixmap("red", SIZE, 2.0)
    assert (pixmap.width(), pixmap.height(), pixmap.devicePixelRatio()) == (180, 140, 2.0)
    image = pixmap.toImage()
    assert image.pixelColor(90, 70).red() > 200
    assert image.pixelColor(0, 0).alpha() == 0
    assert not thumbs.busy


def test_another_size_is_shown_until_the_right_one_is_there(qtbot, thumbs):
    thumbs.pixmap("red", SIZE, 1.0)
    qtbot.waitUntil(lambda: not thumbs.busy)
    assert thumbs.pixmap("red", QSize(180, 140), 1.0).width() == 90
    qtbot.waitUntil(lambda: thumbs.pixmap("red", QSize(180, 140), 1.0).width() == 180)
    assert thumbs.pixmap("red", SIZE, 1.0).width() == 90, "two views may show one picture in two sizes"
    assert not thumbs.busy


@pytest.mark.parametrize("hash", ["missing", "damaged"])
def test_what_is_not_there_is_asked_for_again_only_when_told(qtbot, thumbs, store, hash):
    thumbs.pixmap(hash, SIZE, 1.0)
    qtbot.waitUntil(lambda: not thumbs.busy)
    assert thumbs.pixmap(hash, SIZE, 1.0) is None
    assert not thumbs.busy
    store.put({hash: jpeg("blue")})
    thumbs.look_again()
    thumbs.pixmap(hash, SIZE, 1.0)
    qtbot.waitUntil(lambda: thumbs.pixmap(hash, SIZE, 1.0) is not None)


def test_the_threads_end_with_the_library(qtbot, thumbs):
    thumbs.use(None)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("thumbnails")]
    assert thumbs.pixmap("red", SIZE, 1.0) is None


def test_the_latest_request_comes_first_and_the_oldest_is_dropped():
    queue = _Queue()
    wanted = [Wanted(str(i), 1, 1, 1.0) for i in range(LONGEST_QUEUE + 1)]
    dropped = [queue.put(each) for each in wanted]
    assert dropped[-1] == wanted[0]
    assert set(dropped[:-1]) == {None}
    assert queue.take() == wanted[-1]
    queue.end()
    assert queue.take() is None

"""Large pictures come from other threads, whole and upright, the one that is looked at first."""

import threading

import PIL.Image
import pytest

from nomina.testing import save_picture
from nomina_desktop.pictures_large import FULL, Large, LargePictures


@pytest.fixture
def large(qapp):
    large = LargePictures()
    yield large
    large.close()
    large.deleteLater()


MANY = 2000
"""More pictures than are read while one waits."""


def test_a_picture_arrives_upright_and_whole(qtbot, large, tmp_path):
    exif = PIL.Image.Exif()
    exif[0x0112] = 6  # turned: the camera was held upright
    PIL.Image.new("RGB", (300, 200), "red").save(tmp_path / "turned.jpg", exif=exif)
    wanted, arrived = Large("turned", tmp_path / "turned.jpg"), []
    large.arrived.connect(arrived.append)
    assert large.pixmap(wanted) is None
    qtbot.waitUntil(lambda: arrived == ["turned"])
    pixmap = large.pixmap(wanted)
    assert (pixmap.width(), pixmap.height()) == (200, 300)
    assert pixmap.toImage().pixelColor(100, 150).red() > 200


def test_a_size_that_is_there_is_shown_until_a_finer_one_is(qtbot, large, tmp_path):
    path = save_picture(tmp_path / "wide.png", "blue", size=(3000, 40))
    fit, full = Large("wide", path), Large("wide", path, FULL)
    large.pixmap(fit)
    qtbot.waitUntil(lambda: not large.busy)
    assert large.pixmap(full).width() == 2560
    qtbot.waitUntil(lambda: large.pixmap(full).width() == 3000)


@pytest.mark.parametrize("name", ["gone", "missing", "damaged"])
def test_what_cannot_be_read_is_told_once_and_looked_for_again_when_told(qtbot, large, tmp_path, name):
    path = None if name == "gone" else tmp_path / "a.png"
    if name == "damaged":
        path.write_bytes(b"no picture")
    wanted = Large("a", path)
    assert large.pixmap(wanted) is None
    qtbot.waitUntil(lambda: not large.busy)
    assert large.pixmap(wanted) is None
    assert large.trouble(wanted)
    assert not large.busy
    if path is not None:
        save_picture(path, "red")
        large.forget()
        large.pixmap(wanted)
        qtbot.waitUntil(lambda: large.pixmap(wanted) is not None)
        assert not large.trouble(wanted)


def test_what_is_fetched_ahead_is_there_at_once_and_what_is_looked_at_comes_first(qtbot, large, tmp_path):
    arrived = []
    large.arrived.connect(arrived.append)
    ahead = [Large(str(i), save_picture(tmp_path / f"{i}.png", "red", seed=i)) for i in range(30)]
    for each in ahead[:2]:
        PIL.Image.new("L", (8000, 8000)).save(each.path, compress_level=1)  # they keep two workers busy
    large.prefetch(ahead)
    large.pixmap(ahead[-1])
    qtbot.waitUntil(lambda: not large.busy)
    assert arrived.index("29") <= 2, "two workers had begun with others; this one was next"
    assert all(large.pixmap(each) is not None for each in ahead)
    assert not large.busy


def test_what_is_no_longer_wanted_ahead_is_not_read(qtbot, large, tmp_path):
    picture = save_picture(tmp_path / "0.png", "red")
    old = [Large(f"old {i}", picture) for i in range(MANY)]
    arrived = []
    large.arrived.connect(arrived.append)
    large.prefetch(old)
    large.prefetch([Large("new", picture)])
    qtbot.waitUntil(lambda: "new" in arrived and not large.busy)
    assert len(arrived) < MANY


def test_the_threads_end_when_it_is_closed_and_start_again(qtbot, large, tmp_path):
    wanted = Large("red", save_picture(tmp_path / "red.png", "red"))
    large.pixmap(wanted)
    large.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("large pictures")]
    assert large.pixmap(wanted) is None
    qtbot.waitUntil(lambda: large.pixmap(wanted) is not None)

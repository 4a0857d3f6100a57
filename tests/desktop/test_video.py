"""Moments of videos in the window: with their time in the gallery, large, and as their video for other programs."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from tests.core.video_helpers import save_video

from nomina import video
from nomina_desktop import drops
from nomina_desktop.acts import pictures
from nomina_desktop.models import Role
from nomina_desktop.words import clock

pytestmark = pytest.mark.skipif(not video.HERE, reason="the extra `video` is not installed")


class FileManager(QObject):
    """Is asked to show files in place of the system's own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(url.toLocalFile())


def test_times_are_told_as_players_do() -> None:
    assert [clock(seconds) for seconds in (0, 3, 65, 12.5, 3723, 3600.04)] == [
        "0:00",
        "0:03",
        "1:05",
        "0:12.5",
        "1:02:03",
        "1:00:00.04",
    ]


def test_a_video_comes_in_as_moments_with_their_time(desk, tmp_path):
    clip = save_video(tmp_path / "clip.mp4", [("red", 3), ("blue", 3)], size=(400, 300))
    pictures.add(desk.session, [clip])
    desk.settle()
    model = desk.grid.pictures
    assert [model.index(row).data(Role.TIME) for row in range(len(model))] == ["0:00", "0:03"]
    assert "at 0:03 of a video" in model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)

    desk.select(1)
    desk.press(Qt.Key.Key_Space)
    preview = desk.window.preview
    desk.qtbot.waitUntil(lambda: preview.canvas._pixmap is not None and preview.canvas._pixmap.width() == 400)
    assert preview.canvas._pixmap.toImage().pixelColor(300, 200).blue() > 230
    desk.qtbot.waitUntil(lambda: "0:03 of a video" in preview.facts.text())
    desk.press(Qt.Key.Key_Escape, preview)

    if sys.platform == "linux":
        manager = FileManager()
        QDesktopServices.setUrlHandler("file", manager, "show")
        desk.window.actions_["show_file"].trigger()
        QDesktopServices.unsetUrlHandler("file")
        assert manager.shown == [str(tmp_path)]

    mime = drops.with_pictures([1, 2], [model.path(0), model.path(1)])
    assert [url.toLocalFile() for url in mime.urls()] == [str(clip)], "other programs get the video, once"
    assert drops.one_picture_in(mime) == clip
    assert drops.one_picture_in(drops.with_pictures([2], [model.path(1)])) == model.path(1), "a search looks for it"

"""Videos on the command line: which frames are asked for, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Nomina
from tests.core.video_helpers import save_video

from nomina import video

pytestmark = pytest.mark.skipif(not video.HERE, reason="the extra `video` is not installed")


def test_frames_are_added_shown_and_classified(nomina: Nomina, tmp_path: Path) -> None:
    clips, library = tmp_path / "clips", tmp_path / "library"
    clip = save_video(clips / "clip.mp4", [("red", 3), ("blue", 3)])
    assert nomina("init", library).code == 0
    assert nomina("add", library, clips, "--json").json["new"] == 2
    said = nomina("add", library, clips, "--frames", "every=2s", "--json").json
    assert (said["new"], said["known"], said["encoded"]) == (2, 1, 2)
    assert [Path(row["file"]).name for row in nomina("list", library, "--json").json] == [
        f"clip.mp4#t={seconds}" for seconds in (0, 3, 2, 4)
    ]
    shown = nomina("show", library, f"{clip}#t=3", "--json").json
    assert shown["files"] == [f"{clip}#t=3"]
    rows = nomina("classify", clip, "-c", "red", "-c", "blue", "--json").json
    assert [(row["file"], bool(row["best"])) for row in rows] == [(f"{clip}#t=0", True), (f"{clip}#t=3", True)]
    wrong = nomina("add", library, clips, "--frames", "often")
    assert (wrong.code, "Say scenes" in wrong.err) == (1, True)
    none = nomina("add", library, clips, "--frames", "none")
    assert "There are no pictures in" in none.err

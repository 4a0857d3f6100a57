"""Watched folders: what is new is handed out once, when it has stopped changing, whatever becomes of the folder."""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import add, category, result, truth

from nomina import video
from nomina.errors import BadInput, NotFound
from nomina.library import Library
from nomina.testing import save_picture
from nomina.walking import Sieve
from nomina.watch import take_in, unwatch_folder, watch_folder
from nomina.watching import FolderLook, Watcher

# What is found ---------------------------------------------------------------------------------------------------


def test_a_file_is_handed_out_once_when_it_has_stopped_changing(tmp_path: Path) -> None:
    look, file = FolderLook(tmp_path, settled=2.0), tmp_path / "a.png"
    assert look.look(0.0) == []
    file.write_bytes(b"begin")
    assert look.look(1.0) == []
    assert look.restless
    file.write_bytes(b"begin and more")
    assert look.look(2.5) == [], "it was still written"
    assert look.look(4.0) == []
    assert look.look(4.5) == [file]
    assert not look.restless
    assert look.look(9.0) == []
    file.write_bytes(b"another picture")
    assert look.look(10.0) == []
    assert look.look(12.0) == [file], "a file that changed is a new one"


def test_what_is_left_out_of_folders_is_not_handed_out_and_comes_when_it_is_no_longer(tmp_path: Path) -> None:
    save_picture(tmp_path / "a.png", "red")
    save_picture(tmp_path / "RAW" / "b.png", "red", seed=1)
    look, sieve = FolderLook(tmp_path, settled=0.0), Sieve().also(["raw"])
    look.look(0.0, sieve)
    assert look.look(1.0, sieve) == [tmp_path / "a.png"]
    look.look(2.0)
    assert look.look(3.0) == [tmp_path / "RAW" / "b.png"]


def test_what_is_empty_waits_and_what_is_no_picture_is_passed_by(tmp_path: Path) -> None:
    look = FolderLook(tmp_path, settled=1.0)
    (tmp_path / "empty.png").touch()
    (tmp_path / "notes.txt").write_text("words")
    (tmp_path / ".hidden.png").write_bytes(b"x")
    for now in range(5):
        assert look.look(now) == []
    assert not look.restless, "an empty file may stay so for days"
    (tmp_path / "empty.png").write_bytes(b"now it is there")
    look.look(6.0)
    assert look.look(7.0) == [tmp_path / "empty.png"]


def test_a_folder_that_goes_and_comes_back_hands_nothing_out_twice(tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    save_picture(folder / "a.png", "red")
    look = FolderLook(folder, settled=1.0)
    look.look(0.0)
    assert look.look(1.0) == [folder / "a.png"]
    folder.rename(tmp_path / "away")
    assert look.look(2.0) == []
    assert look.trouble == "there is no such file or folder"
    (tmp_path / "away").rename(folder)
    save_picture(folder / "b.png", "red")
    assert look.look(3.0) == []
    assert look.trouble == ""
    assert look.look(4.0) == [folder / "b.png"]


def test_videos_that_cannot_be_read_here_are_named_once_and_where_none_are_wanted_never(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(video, "HERE", False)
    picture, clip = save_picture(tmp_path / "a.png", "red"), tmp_path / "clip.mp4"
    clip.write_bytes(b"moving")
    look = FolderLook(tmp_path, settled=0.0)
    look.look(0.0)
    found = look.look(1.0)
    assert (sorted(found), look.look(2.0), look.trouble) == ([picture, clip], [], "")
    taken = result(take_in(library, found)).added
    assert [(each.path, "pip install 'nomina[video]'" in each.reason) for each in taken.skipped] == [(clip, True)]
    assert len(taken.new) == 1
    assert list(result(take_in(library, [clip])).added.skipped) == list(taken.skipped)
    assert not result(take_in(library, found, frames=None)).added.skipped
    assert len(library.history.done) == 1, "a video alone is no step"


def test_loops_of_links_and_files_that_vanish_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    save_picture(tmp_path / "a.png", "red")
    (tmp_path / "gone.png").symlink_to(tmp_path / "nowhere.png")
    look = FolderLook(tmp_path, settled=0.0)
    look.look(0.0)
    assert look.look(0.0) == [tmp_path / "a.png"]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["write", "remove", "look", "wait"])), max_size=30))
def test_whatever_happens_each_state_that_stays_is_handed_out_once(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("watched")
    look, now, content, handed = FolderLook(folder, settled=1.0), 0.0, 0, []
    for name, act in acts:
        file = folder / f"{name}.png"
        if act == "write":
            content += 1
            file.write_bytes(b"x" * content)
        elif act == "remove":
            file.unlink(missing_ok=True)
        elif act == "wait":
            now += 1.0
        else:
            handed += [(each, each.stat().st_size) for each in look.look(now)]
    for _ in range(3):
        now += 1.0
        handed += [(each, each.stat().st_size) for each in look.look(now)]
    assert len(handed) == len(set(handed))
    assert {(each, each.stat().st_size) for each in folder.iterdir()} <= set(handed)
    shutil.rmtree(folder)


# The thread ------------------------------------------------------------------------------------------------------


class Waiter:
    """Waits for what a watcher finds."""

    def __init__(self, **how: object) -> None:
        self.told = threading.Event()
        self.watcher = Watcher(self.told.set, settled=0.02, **how)  # type: ignore[arg-type]

    def next(self) -> dict[Path, list[Path]]:
        """What is found next; an empty answer after ten seconds."""
        for _ in range(100):
            found = self.watcher.take()
            if found:
                return found
            self.told.wait(0.1)
            self.told.clear()
        return {}


@pytest.mark.parametrize("news", [True, False])
def test_files_come_from_a_thread_that_ends(tmp_path: Path, news: bool) -> None:
    before = set(threading.enumerate())
    folder = tmp_path / "inbox"
    save_picture(folder / "old.png", "red")
    waiter = Waiter(poll=60.0 if news else 0.05, news=news)
    waiter.watcher.watch([folder])
    assert waiter.next() == {folder: [folder / "old.png"]}
    save_picture(folder / "sub" / "new.png", "blue")
    assert waiter.next() == {folder: [folder / "sub" / "new.png"]}
    waiter.watcher.close()
    waiter.watcher.close()
    assert set(threading.enumerate()) <= before


def test_a_folder_that_is_watched_no_longer_tells_nothing(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    save_picture(one / "a.png", "red")
    save_picture(two / "b.png", "red")
    waiter = Waiter(poll=0.05, news=False)
    waiter.watcher.watch([one])
    assert waiter.next() == {one: [one / "a.png"]}
    waiter.watcher.watch([two])
    assert waiter.next() == {two: [two / "b.png"]}
    waiter.watcher.watch([two, one])
    assert waiter.next() == {one: [one / "a.png"]}, "who watches again looks afresh"
    waiter.watcher.close()


def test_a_folder_that_is_not_there_is_told_and_found_again(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    waiter = Waiter(poll=0.05)
    waiter.watcher.watch([folder])
    assert waiter.told.wait(10)
    assert waiter.watcher.trouble == {folder: "there is no such file or folder"}
    save_picture(folder / "a.png", "red")
    assert waiter.next() == {folder: [folder / "a.png"]}
    assert waiter.watcher.trouble == {}
    waiter.watcher.close()


# The library -----------------------------------------------------------------------------------------------------


def test_a_library_remembers_its_folders_and_undo_forgets_them(library: Library, tmp_path: Path) -> None:
    before = truth(library)
    (tmp_path / "inbox").mkdir()
    assert watch_folder(library, tmp_path / "inbox").tables == {"watched"}
    watch_folder(library, tmp_path / "inbox", 0.9)
    (watched,) = library.store.watched()
    assert (watched.path, watched.at_least) == (tmp_path / "inbox", 0.9)
    unwatch_folder(library, watched.id)
    assert library.store.watched() == []
    library.undo()
    assert library.store.watched() == [watched]
    library.undo()
    library.undo()
    assert truth(library) == before


def test_what_makes_no_sense_is_said_in_a_sentence(library: Library, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is no folder"):
        watch_folder(library, tmp_path / "nowhere")
    with pytest.raises(BadInput, match="library's own folder"):
        watch_folder(library, library.folder / "cache")
    with pytest.raises(BadInput, match="not between 0 and 1"):
        watch_folder(library, tmp_path, 95)
    with pytest.raises(NotFound, match="not watched"):
        unwatch_folder(library, 7)


@pytest.mark.parametrize("at_least", [None, 0.0])
def test_new_pictures_are_taken_in_and_labelled_in_one_step(
    library: Library, tmp_path: Path, at_least: float | None
) -> None:
    red = category(library, "red")
    old = save_picture(tmp_path / "inbox" / "old.png", "red", seed=1)
    add(library, old)
    before = truth(library)
    files = [old, save_picture(tmp_path / "inbox" / "new.png", "red", seed=2), tmp_path / "inbox" / "gone.png"]
    broken = tmp_path / "inbox" / "broken.png"
    broken.write_bytes(b"no picture")
    done = result(take_in(library, [*files, broken], at_least))
    assert len(done.added.new) == 1
    assert [item.path for item in done.added.skipped] == [broken]
    labels = library.store.labels()
    assert [(label.image_id, label.category_id) for label in labels] == (
        [] if at_least is None else [(done.added.new[0], red.id)]
    )
    library.undo()
    assert truth(library) == before


def test_files_that_went_again_are_no_error(library: Library, tmp_path: Path) -> None:
    done = result(take_in(library, [tmp_path / "gone.png"]))
    assert (len(done.added.new), done.added.change, done.labelled) == (0, None, None)
    assert library.history.done == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may look anywhere")
def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o000)
    look = FolderLook(folder)
    look.look(0.0)
    assert "permission" in look.trouble
    folder.chmod(0o755)

"""Videos: their moments become pictures, which are known wherever the video goes."""

from __future__ import annotations

import csv
import itertools
import json
import shutil
from pathlib import Path

import PIL.Image
import pytest
from tests.core.helpers import CountingEncoder, add, category, in_memory, opened, result, save_many
from tests.core.plugged_encoders import GREY, plug_in
from tests.core.video_helpers import save_sound, save_video, turn

import nomina
from nomina import video
from nomina.check import check_library
from nomina.film import Film
from nomina.library import Library
from nomina.places import SECOND
from nomina.video import SCENES, Frames

pytestmark = pytest.mark.skipif(not video.HERE, reason="the extra `video` is not installed")

RED_LIME_BLUE = (("red", 3), ("lime", 3), ("blue", 2))


def times(file: Path, frames: Frames = SCENES) -> list[float]:
    with Film(file) as film:
        return [moment.time / SECOND for moment in film.moments(frames)]


def seen(library: Library) -> dict[str, Path | None]:
    return {each.path.name if each.path else "": each.path for each in library.store.images()}


# Which moments ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["mp4", "mkv", "avi", "mov"])
def test_a_picture_for_each_scene_and_the_very_same_again(tmp_path: Path, ending: str) -> None:
    file = save_video(tmp_path / f"clip.{ending}", RED_LIME_BLUE)
    assert times(file) == [0, 3, 6]
    assert times(file, Frames(SECOND)) == [0, 1, 2, 3, 4, 5, 6, 7]
    with Film(file) as film:
        for time, colour in reversed([(0, (255, 0, 0)), (2.9, (255, 0, 0)), (3, (0, 255, 0)), (7.9, (0, 0, 255))]):
            pixel = film.moment(round(time * SECOND)).picture().getpixel((40, 40))
            assert max(abs(a - b) for a, b in zip(pixel, colour, strict=True)) < 12, time
        with pytest.raises(nomina.BadPicture, match=r"no picture at 2\.95 seconds"):
            film.moment(2_950_000)


def test_a_camcorders_film_is_read_from_its_start(tmp_path: Path) -> None:
    """Its index knows no way to the first frames; they are there."""
    file = save_video(tmp_path / "00001.mts", (("red", 2.4), ("lime", 2.4)), codec="mpeg2video", keys=24)
    assert times(file)[0] == 0


def test_a_film_that_stands_still_gives_one_picture_and_black_gives_one_if_there_is_nothing_else(
    tmp_path: Path,
) -> None:
    assert times(save_video(tmp_path / "still.mp4", [("red", 20)])) == [0]
    grey = save_video(tmp_path / "flat.mp4", [("white", 4)])
    assert times(grey) == [0]
    assert times(save_video(tmp_path / "fade.mp4", [("white", 2), ("red", 2)])) == [2]


def test_a_flicker_gives_one_a_second_at_most(tmp_path: Path) -> None:
    found = times(save_video(tmp_path / "f.mp4", [("red", 0.2), ("lime", 0.2)] * 20, keys=1))
    assert 7 <= len(found) <= 8
    assert min(b - a for a, b in itertools.pairwise(found)) >= 1


def test_uneven_times_and_few_frames_that_begin_anew(tmp_path: Path) -> None:
    """Frames at 0, 0.1, 7, 7.1, 30 s and 30.1 s: each is looked at, and none is given twice."""
    file = save_video(tmp_path / "v.mkv", [("red", 0.2), ("lime", 0.2), ("blue", 0.2)], times=[0, 1, 70, 71, 300, 301])
    assert times(file) == [0, 7, 30]
    assert times(file, Frames(5 * SECOND)) == [0, 7, 30]


def test_a_clock_that_jumps_by_days_or_years_holds_nobody_up(tmp_path: Path) -> None:
    colours = [("red", 0.1), ("lime", 0.1), ("blue", 0.1)]
    days = save_video(tmp_path / "days.mkv", colours, times=[0, 10, 4_000_000], keys=1)
    assert times(days) == [0, 400_000], "300 pictures of it at most"
    assert times(days, Frames(SECOND)) == [0, 1, 400_000]
    years = save_video(tmp_path / "years.mkv", colours, times=[0, 10, 4_000_000_000], keys=1)
    assert times(years) == times(years, Frames(SECOND // 10)) == [0, 1]


def test_what_a_person_may_say() -> None:
    assert (Frames.read("scenes"), Frames.read("none"), Frames.read("every=2s")) == (SCENES, None, Frames(2 * SECOND))
    assert Frames.read("every=0.5") == Frames(SECOND // 2)
    for wrong in ("every=0s", "every=", "often", "every=0.05s"):
        with pytest.raises(nomina.BadInput):
            Frames.read(wrong)


def test_a_film_that_was_held_upright_is_shown_upright(tmp_path: Path) -> None:
    file = turn(save_video(tmp_path / "v.mp4", [("red", 1)], metadata={"creation_time": "2021-05-04T10:00:00Z"}))
    with Film(file) as film:
        moment = film.moment(0)
        picture = moment.picture()
        assert picture.size == moment.size == (48, 64)
        assert picture.getpixel((42, 4))[1] > 200 > 60 > picture.getpixel((4, 4))[1]  # the corner went to the right
        assert moment.facts.taken == "2021-05-04T10:00:00+00:00"


# In a library ----------------------------------------------------------------------------------------------------


def test_a_video_is_added_labelled_moved_and_added_again(tmp_path: Path) -> None:
    """The whole story: what is encoded once keeps its labels wherever the video goes."""
    clip = save_video(tmp_path / "videos" / "clip.mp4", RED_LIME_BLUE)
    encoder = CountingEncoder()
    with opened(tmp_path / "library", encoder) as library:
        added = add(library, tmp_path / "videos")
        assert list(seen(library)) == ["clip.mp4#t=0", "clip.mp4#t=3", "clip.mp4#t=6"]
        assert (len(added.new), added.found, added.encoded, added.skipped) == (3, 3, 3, [])
        lime = category(library, "lime")
        first = {each.path.name: each.id for each in library.store.images() if each.path}
        nomina.label(library, [first["clip.mp4#t=3"]], lime.id)
        assert nomina.search(library, "blue", 1)[0].path == clip.with_name("clip.mp4#t=6")
        assert nomina.search(library, clip.with_name("clip.mp4#t=3"), 1)[0].image_id == first["clip.mp4#t=3"]

        again = add(library, tmp_path / "videos")
        assert (again.found, again.known, again.encoded) == (3, 3, 0)
        moved = clip.rename(tmp_path / "videos" / "renamed.mp4")
        assert add(library, moved).encoded == 0
        assert list(seen(library)) == ["renamed.mp4#t=0", "renamed.mp4#t=3", "renamed.mp4#t=6"]
        assert library.store.labels(category_id=lime.id)[0].image_id == first["clip.mp4#t=3"]
        assert encoder.encoded == 3 + 1  # and the one that was searched with

        result(nomina.add_images(library, [moved], frames=Frames(2 * SECOND)))
        assert [name.partition("#")[2] for name in seen(library)] == ["t=0", "t=3", "t=6", "t=2", "t=4"]
        about = nomina.about(library, first["clip.mp4#t=3"])
        assert (about.file, about.places) == (moved, (moved.with_name("renamed.mp4#t=3"),))
        assert nomina.open_picture(about.places[0], 32).size == (32, 24)
    checked = result(check_library(tmp_path / "library", files=True))
    assert checked.sound
    assert checked.facts["pictures"] == "5 of 5 files are where they were"


def test_another_video_in_its_place_takes_the_place(tmp_path: Path) -> None:
    clip = save_video(tmp_path / "clip.mp4", RED_LIME_BLUE)
    with in_memory() as library:
        add(library, clip)
        save_video(clip, [("yellow", 2), ("cyan", 2)])
        add(library, clip)
        assert sorted(seen(library)) == ["", "clip.mp4#t=0", "clip.mp4#t=2"]
        library.undo()
        assert list(seen(library)) == ["clip.mp4#t=0", "clip.mp4#t=3", "clip.mp4#t=6"]


def test_what_is_lost_of_derived_data_is_read_again_at_its_moment(tmp_path: Path) -> None:
    clip = save_video(tmp_path / "clip.mp4", RED_LIME_BLUE)
    with opened(tmp_path / "library") as library:
        add(library, clip)
        hashes = [each.hash for each in library.store.images()]
        rows, _ = library.embeddings.get(library.spec.id, hashes, library.spec.dimension)
    shutil.rmtree(tmp_path / "library" / "cache")
    with opened(tmp_path / "library") as library:
        again = result(nomina.encode_missing(library))
        assert (again.encoded, again.found, again.skipped) == (3, 3, [])
        assert (library.embeddings.get(library.spec.id, hashes, library.spec.dimension)[0] == rows).all()
        assert library.thumbnails.having(hashes) == set(hashes)


def test_a_moment_can_be_named_by_itself_and_a_video_be_passed_by(tmp_path: Path) -> None:
    clip = save_video(tmp_path / "clip.mp4", RED_LIME_BLUE)
    with in_memory() as library:
        with pytest.raises(nomina.BadInput, match="no pictures"):
            result(nomina.add_images(library, [tmp_path], frames=None))
        assert "no frames" in result(nomina.add_images(library, [clip], frames=None)).skipped[0].reason
        add(library, clip.with_name("clip.mp4#t=4.5"))
        assert list(seen(library)) == ["clip.mp4#t=4.5"]
        assert "no picture at 4.55" in add(library, clip.with_name("clip.mp4#t=4.55")).skipped[0].reason


def test_what_is_no_video_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    whole = save_video(tmp_path / "z whole.mp4", RED_LIME_BLUE)
    data = save_video(tmp_path / "cut.avi", [("red", 4), ("lime", 4)] * 5).read_bytes()
    (tmp_path / "cut.avi").write_bytes(data[: len(data) // 3])
    (tmp_path / "empty.mp4").touch()
    (tmp_path / "noise.mkv").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "head.mp4").write_bytes(whole.read_bytes()[:200])
    (tmp_path / "list.mp4").write_text("#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/x.ts\n")
    save_sound(tmp_path / "sound.mp4")
    with in_memory() as library:
        added = add(library, tmp_path)
        reasons = {each.path.name: each.reason for each in added.skipped}
        names = list(seen(library))
        assert names[-3:] == ["z whole.mp4#t=0", "z whole.mp4#t=3", "z whole.mp4#t=6"]
        assert names[:2] == ["cut.avi#t=0", "cut.avi#t=4"]
        broken = "it is no video that can be read, or it is damaged"
        assert reasons.pop("cut.avi") == "it breaks off after 9 of 13 seconds; what comes before was taken in"
        assert reasons == {
            "empty.mp4": "the file is empty",
            "noise.mkv": broken,
            "head.mp4": broken,
            "list.mp4": broken,
            "sound.mp4": "it holds sound and no pictures",
        }
        assert len(add(library, tmp_path).skipped) == 6


def test_a_long_video_can_be_stopped_and_goes_on(tmp_path: Path) -> None:
    clip = save_video(tmp_path / "clip.mp4", [("red", 1), ("lime", 1)] * 30)
    encoder = CountingEncoder()
    with in_memory(encoder) as library:
        adding = nomina.add_images(library, [clip], frames=Frames(SECOND))
        while not len(library.store.image_keys()):
            next(adding)
        adding.close()
        stopped = len(library.store.image_keys())
        assert 0 < stopped < 60
        assert add_every_second(library, clip) == 60
        assert encoder.encoded == 60
        library.undo()
        assert len(library.store.image_keys()) == stopped


def add_every_second(library: Library, clip: Path) -> int:
    return result(nomina.add_images(library, [clip], frames=Frames(SECOND))).found


def test_many_videos_and_pictures_keep_their_order(tmp_path: Path) -> None:
    from nomina.testing import save_picture

    for number in range(12):
        save_video(tmp_path / f"{number:02}.mp4", [("red", 1), ("lime", 1.1 + number / 10)])
        save_picture(tmp_path / f"{number:02}.png", "blue", seed=number)
    with in_memory() as library:
        added = add(library, tmp_path)
        assert (added.found, added.skipped) == (36, [])
        names = [each.path.name for each in library.store.images() if each.path]
        assert names == sorted(names)


def test_without_the_extra_a_video_says_what_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_video(tmp_path / "clip.mp4", [("red", 1)])
    monkeypatch.setattr(video, "HERE", False)
    with in_memory() as library:
        with pytest.raises(nomina.BadInput, match=r"needs an extra: pip install 'nomina\[video\]'"):
            add(library, tmp_path)
        monkeypatch.setattr("sys.frozen", True, raising=False)
        with pytest.raises(nomina.BadInput, match="this build of Nomina cannot read"):
            add(library, tmp_path)


# Exports ---------------------------------------------------------------------------------------------------------


def exported(library: Library, format: str, target: Path, **options: str) -> nomina.Exported:
    plan = nomina.ExportPlan(
        format=format, target=target, options=options, move=options.get("how") == "move", relative_to=target.parent
    )
    return result(nomina.export_images(library, plan))


def test_moments_are_exported_with_their_time_and_copied_as_pictures(tmp_path: Path) -> None:
    clip = save_video(tmp_path / "videos" / "clip.mp4", RED_LIME_BLUE)
    (picture,) = save_many(tmp_path / "videos", 1)
    with in_memory() as library:
        add(library, clip.parent)
        for image in library.store.images():
            nomina.label(library, [image.id], category(library, f"number {image.id}").id)
        exported(library, "csv", tmp_path / "a.csv")
        rows = list(csv.DictReader((tmp_path / "a.csv").read_text().splitlines()))
        assert [(row["file"], row["time"]) for row in rows] == [
            ("videos/0000-red.png", ""),
            ("videos/clip.mp4#t=0", "0.0"),
            ("videos/clip.mp4#t=3", "3.0"),
            ("videos/clip.mp4#t=6", "6.0"),
        ]
        exported(library, "json", tmp_path / "a.json")
        assert [row["time"] for row in json.loads((tmp_path / "a.json").read_text())] == [None, 0, 3, 6]
        exported(library, "coco", tmp_path / "coco.json")
        names = [image["file_name"] for image in json.loads((tmp_path / "coco.json").read_text())["images"]]
        assert names == [row["file"] for row in rows]
        exported(library, "parquet", tmp_path / "a.parquet")
        exported(library, "embeddings", tmp_path / "rows")

        for format in ("folder", "imagefolder", "fiftyone"):
            done = exported(library, format, tmp_path / format)
            assert (done.pictures, done.left_out) == (4, [])
            (copy,) = (tmp_path / format).rglob("clip.mp4#t=3.jpg")
            with PIL.Image.open(copy) as image:
                assert image.getpixel((40, 40))[1] > 230
            assert (copy.stat().st_mtime_ns, copy.suffix) == (clip.stat().st_mtime_ns, ".jpg")
        again = result(nomina.import_labels(library, nomina.ImportPlan(source=tmp_path / "folder")))
        assert (again.already, again.unknown) == (4, []), "the copies are known by the moments they are of"
        add(library, tmp_path / "folder" / "number 3" / "clip.mp4#t=3.jpg")
        assert len(library.store.image_keys()) == 5, "a file called like a moment is a file"

        for how in ("symlink", "hardlink", "move"):
            done = exported(library, "folder", tmp_path / how, how=how)
            assert {each.reason for each in done.left_out} == {
                "it is a moment of a video, of which there can only be a copy"
            }
        assert clip.is_file()
        for format, target in (("xmp", None), ("labelstudio", tmp_path / "ls"), ("cvat", tmp_path / "a.xml")):
            plan = nomina.ExportPlan(format=format, target=target)
            assert len(result(nomina.export_images(library, plan)).left_out) == 3, format
        assert [each.name for each in clip.parent.iterdir()] == ["clip.mp4"]
    assert not picture.exists(), "it was moved"


def test_a_table_of_moments_finds_them_again(tmp_path: Path) -> None:
    clip = save_video(tmp_path / "clip.mp4", RED_LIME_BLUE)
    with in_memory() as library:
        add(library, clip)
        nomina.label(library, [2], category(library, "lime").id)
        exported(library, "csv", tmp_path / "a.csv")
        library.undo()
        done = result(nomina.import_labels(library, nomina.ImportPlan(source=tmp_path / "a.csv")))
        assert done.unknown == []
        assert [label.image_id for label in library.store.labels()] == [2]


# In the encoder's own process ------------------------------------------------------------------------------------


def test_the_encoders_process_reads_videos_and_stops_within_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A frame each tenth of a second: it is stopped after the first batch, and then goes on to the end."""
    clip = save_video(tmp_path / "clip.mp4", [("red", 1), ("lime", 1)] * 10)
    plug_in(tmp_path / "layer", "grey", GREY, monkeypatch)
    library = nomina.temporary_library(nomina.ProcessHost("grey"))
    try:
        adding = nomina.add_images(library, [clip], frames=Frames(SECOND // 10))
        while not len(library.store.image_keys()):
            next(adding)
        adding.close()
        assert 0 < len(library.store.image_keys()) < 150
        added = result(nomina.add_images(library, [clip], frames=Frames(SECOND // 10)))
        assert (added.found, added.skipped) == (200, [])
        assert result(nomina.add_images(library, [clip], frames=Frames(SECOND // 10))).encoded == 0
    finally:
        library.close()

"""Raw files of cameras are pictures like any other: upright, in sRGB, with what they tell of the shot."""

from __future__ import annotations

import contextlib
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import add
from tests.core.made_raw import dng
from tests.core.test_images import Pixels, like, saved, scene
from tests.properties import examples

from nomina import rawfiles
from nomina.errors import BadPicture
from nomina.images import decode, facts, size_upright
from nomina.library import Library

needs_libraw = pytest.mark.skipif(not rawfiles.AT_HAND, reason="the extra that reads raw files is not installed")


def as_held(picture: Pixels, orientation: int) -> Pixels:
    """What a person sees of a picture that a camera took while it was held like that."""
    return picture.rotate({1: 0, 3: 180, 6: -90, 8: 90}[orientation], expand=True)


@needs_libraw
@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
@pytest.mark.parametrize("camera_made_one", [False, True])
def test_a_raw_file_is_seen_upright(orientation: int, camera_made_one: bool) -> None:
    whole = scene(480, 320)
    data = dng(whole, preview=whole if camera_made_one else None, orientation=orientation)
    upright = as_held(whole, orientation)
    assert size_upright(data) == upright.size
    assert decode(data).size == upright.size
    assert like(decode(data), upright) < 6
    small = decode(data, at_least=100)
    assert 100 <= min(small.size) <= 200
    assert like(small, upright.resize(small.size)) < 8


@needs_libraw
def test_what_the_camera_made_of_it_is_taken_where_it_is_large_enough() -> None:
    whole, toned = scene(480, 320), scene(480, 320).convert("L").convert("RGB")
    assert like(decode(dng(whole, preview=toned)), toned) < 4
    tiny = dng(whole, preview=toned.resize((120, 80)))
    assert like(decode(tiny, at_least=80), toned.resize((120, 80))) < 6
    assert like(decode(tiny, at_least=200), whole) < 6, "of 80 rows no 200 can be made"
    assert like(decode(tiny), whole) < 6
    spoilt = dng(whole, preview=toned).replace(b"\xff\xda", b"\xff\xff")
    assert like(decode(spoilt), whole) < 6, "a damaged preview says nothing of the sensor's values"


@needs_libraw
def test_a_sensor_without_colour_filters_gives_grey() -> None:
    grey = dng(scene(480, 320).convert("L").convert("RGB"))
    one_plane = grey.replace(struct.pack("<HHIHH", 262, 3, 1, 32803, 0), struct.pack("<HHIHH", 262, 3, 1, 34892, 0))
    seen = decode(one_plane)
    assert seen.mode == "RGB"
    assert seen.convert("L").convert("RGB").tobytes() == seen.tobytes()


@needs_libraw
def test_when_and_with_what_it_was_taken() -> None:
    told = facts(dng(scene()))
    assert (told.taken, told.camera) == ("2021-05-04T03:02:01", "Nomina Made Up 1")


def test_a_tiff_of_a_scan_is_no_raw_file() -> None:
    assert rawfiles.is_raw(dng(scene()))
    for plain in (
        saved(scene(), "TIFF"),
        saved(scene().convert("I;16"), "TIFF"),
        saved(scene(), "JPEG"),
        b"II*\0",
        b"",
    ):
        assert not rawfiles.is_raw(plain)


def test_no_odd_or_broken_picture_is_taken_for_a_raw_file(shared: Path) -> None:
    found = [path for path in (shared / "formats").rglob("*") if path.is_file() and rawfiles.is_raw(path.read_bytes())]
    assert found == []


@pytest.mark.skipif(rawfiles.AT_HAND, reason="the extra that reads raw files is installed")
def test_without_the_extra_it_says_what_to_install() -> None:
    with pytest.raises(BadPicture, match=r"pip install 'nomina\[raw\]'"):
        decode(dng(scene(), preview=scene()))


@needs_libraw
@given(st.data())
@examples(60)
def test_damage_of_any_kind_is_a_bad_picture_and_nothing_else(data: st.DataObject) -> None:
    whole = bytearray(dng(scene(64, 48), preview=scene(64, 48) if data.draw(st.booleans()) else None))
    for _ in range(data.draw(st.integers(0, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    with contextlib.suppress(BadPicture):
        assert min(size_upright(cut)) >= 0
        facts(cut)
        assert decode(cut, at_least=20).mode == "RGB"


@needs_libraw
def test_raw_files_lie_in_a_library_beside_the_others(library: Library, tmp_path: Path) -> None:
    (tmp_path / "a.dng").write_bytes(dng(scene(96, 64), orientation=6))
    (tmp_path / "b.png").write_bytes(saved(scene(96, 64)))
    (tmp_path / "c.NEF").write_bytes(b"MM\0*" + bytes(200))
    added = add(library, tmp_path)
    assert [each.path.name for each in added.skipped] == ["c.NEF"]
    assert {each.path.name: (each.width, each.height) for each in library.store.images()} == {
        "a.dng": (64, 96),
        "b.png": (96, 64),
    }

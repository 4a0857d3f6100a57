"""Places: a file, or a moment of a video, as one path; and files that are called like a moment."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.core.helpers import add, category, opened, result, save_many

import nomina
from nomina.check import check_library
from nomina.places import Place, in_seconds, meant

NAMES = st.one_of(
    st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=20),
    st.from_regex(
        r"[a-z.\n]{1,3}(#t=[0-9]{1,3}(\.[0-9]{1,7})?)?#{0,2}(#t=[0-9]{1,3}(\.[0-9]{1,7})?)?#{0,2}", fullmatch=True
    ),
).filter(lambda name: name not in (".", ".."))
TIMES = st.one_of(st.none(), st.integers(0, 999_999_999_999_999), st.integers(0, 40).map(lambda n: n * 500_000))


@given(NAMES, TIMES)
@example("clip.mp4#t=3", None)
@example("clip.mp4#t=3#", 0)
@example("#t=3", None)
def test_a_place_is_read_as_it_was_written(name: str, time: int | None) -> None:
    place = Place(Path("/some/folder") / name, time)
    assert Place.of(place.path) == place
    assert place.path.parent == place.file.parent  # so folders are those of the files


@given(NAMES, NAMES, TIMES, TIMES)
def test_no_two_places_are_written_alike(one: str, other: str, first: int | None, second: int | None) -> None:
    a, b = Place(Path("/f") / one, first), Place(Path("/f") / other, second)
    assert (a == b) == (a.path == b.path)


def test_how_places_are_written() -> None:
    assert str(Place(Path("clip.mp4"), 12_500_000).path) == "clip.mp4#t=12.5"
    assert str(Place(Path("clip.mp4"), 0).path) == "clip.mp4#t=0"
    assert in_seconds(3_600_000_001) == "3600.000001"
    for plain in ("a#t=3.jpg", "clip.mp4#t=03", "clip.mp4#t=1.50", "clip.mp4#t=", "a#b", "#t=3"):
        assert Place.of(Path(plain)) == Place(Path(plain)), plain
        assert Place(Path(plain)).path == Path(plain)


def test_files_that_are_called_like_a_moment_stay_files(tmp_path: Path) -> None:
    """Added, added again, looked at, checked, exported and moved: always the file, whatever its name says."""
    folder = tmp_path / "pictures"
    first, second, third = save_many(folder, 3)
    odd = first.rename(folder / "clip.mp4#t=3")  # no ending of a picture: it has to be named
    plain = second.rename(folder / "a#t=3.png")
    assert [meant(odd).name, meant(plain).name] == ["clip.mp4#t=3#", "a#t=3.png"]
    with opened(tmp_path / "library") as library:
        add(library, folder, odd)
        again = add(library, folder, odd, meant(odd))
        assert (again.found, again.encoded, again.skipped) == (3, 0, [])
        assert nomina.open_picture(meant(odd), 64).size == (8, 6)
        (image,) = (each for each in library.store.images() if each.path == meant(odd))
        assert nomina.about(library, image.id).file == odd
        assert nomina.search(library, odd, 1)[0].path == meant(odd)
        moved = odd.rename(tmp_path / "moved.png")
        add(library, moved)
        assert library.store.places(image.id) == [moved]
        add(library, moved.rename(odd))
        assert library.store.places(image.id) == [meant(odd)]
        nomina.label(library, [each.id for each in library.store.images()], category(library, "odd").id)
        for how in ("copy", "move"):
            plan = nomina.ExportPlan(format="folder", target=tmp_path / how, move=how == "move", options={"how": how})
            assert result(nomina.export_images(library, plan)).pictures == 3
            lines = (tmp_path / how / "nomina-files.jsonl").read_text().splitlines()
            assert {json.loads(line)["from"] for line in lines} == {str(odd), str(plain), str(third)}
        assert library.store.places(image.id) == [meant(tmp_path / "move" / "odd" / "clip.mp4#t=3")]
    checked = result(check_library(tmp_path / "library", files=True))
    assert checked.sound
    assert checked.facts["pictures"] == "3 of 3 files are where they were"


def test_a_moment_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(nomina.BadPicture, match="no such file"):
        nomina.open_picture(Place(tmp_path / "gone.mp4", 5).path, 64)

"""What files tell of themselves: when, with what, where. Broken metadata is absent, and never fails a picture."""

from __future__ import annotations

import io
import shutil
import struct
import zlib
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL.TiffImagePlugin import IFDRational
from tests.core.helpers import CountingEncoder, add, opened, result

from nomina.domain import Facts
from nomina.errors import BadInput
from nomina.facts import FactTable
from nomina.filters import AllFacts, all_facts, by_camera, facts_of, in_box, in_folder, taken_between
from nomina.images import decode, facts, size_upright
from nomina.ingest import encode_missing
from nomina.library import Library
from nomina.testing import save_picture

MAKE, MODEL, ORIENTATION, EXIF, GPS = 0x010F, 0x0110, 0x0112, 0x8769, 0x8825
ORIGINAL, DIGITIZED, OFFSET = 0x9003, 0x9004, 0x9011
HERE = {1: "N", 2: (43.0, 28.0, 2.81), 3: "E", 4: (11.0, 53.0, 6.46)}


def with_exif(shot: dict[int, Any] | None = None, place: dict[int, Any] | None = None, **top: Any) -> PIL.Image.Exif:
    exif = PIL.Image.Exif()
    for name, tag in (("make", MAKE), ("model", MODEL), ("orientation", ORIENTATION)):
        if name in top:
            exif[tag] = top[name]
    exif.get_ifd(EXIF).update(shot or {})
    exif.get_ifd(GPS).update(place or {})
    return exif


def saved(exif: PIL.Image.Exif, format: str = "JPEG") -> bytes:
    out = io.BytesIO()
    PIL.Image.new("RGB", (64, 48), "teal").save(out, format, exif=exif)
    return out.getvalue()


# Reading ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_a_picture_tells_when_with_what_and_where_it_was_taken(format: str, orientation: int) -> None:
    shot = {ORIGINAL: "2008:10:22 16:28:39", OFFSET: "+02:00"}
    exif = with_exif(shot, HERE, make="NIKON CORPORATION", model="NIKON D70", orientation=orientation)
    assert facts(saved(exif, format)) == Facts("2008-10-22T16:28:39+02:00", "NIKON D70", 43.4674472, 11.8851278)


def test_real_cameras_are_understood(shared: Path) -> None:
    library = shared / "formats" / "library"
    assert facts((library / "DSCN0010.jpg").read_bytes()) == Facts(
        "2008-10-22T16:28:39", "NIKON COOLPIX P6000", 43.4674483, 11.8851267
    )
    tree = facts((library / "tree.webp").read_bytes())
    assert (tree.taken, tree.camera) == ("2022-02-19T14:48:13+03:00", "SONY ILCE-7M3")
    assert facts((library / "duck.jp2").read_bytes()) == Facts()


@pytest.mark.parametrize(
    ("shot", "taken"),
    [
        ({ORIGINAL: "2008:10:22 16:28:39"}, "2008-10-22T16:28:39"),
        ({DIGITIZED: "2008:10:22 16:28:39"}, "2008-10-22T16:28:39"),
        ({ORIGINAL: "2001:01:01 00:00:00", DIGITIZED: "2008:10:22 16:28:39"}, "2001-01-01T00:00:00"),
        ({ORIGINAL: "0000:00:00 00:00:00", DIGITIZED: "2008:10:22 16:28:39"}, "2008-10-22T16:28:39"),
        ({ORIGINAL: "2008-10-22T16:28:39.25"}, "2008-10-22T16:28:39"),
        ({ORIGINAL: "2008:10:22 16:28:39", OFFSET: "   :  "}, "2008-10-22T16:28:39"),
        ({ORIGINAL: "2008:10:22 16:28:39", OFFSET: "-99:00"}, "2008-10-22T16:28:39"),
        ({ORIGINAL: "2008:02:30 16:28:39"}, None),
        ({ORIGINAL: "    :  :     :  :  "}, None),
        ({ORIGINAL: ""}, None),
        ({OFFSET: "+02:00"}, None),
    ],
)
def test_a_moment_is_what_the_camera_wrote_if_there_was_such_a_moment(shot: dict[int, Any], taken: str | None) -> None:
    assert facts(saved(with_exif(shot))).taken == taken


@pytest.mark.parametrize(
    ("make", "model", "camera"),
    [
        ("Canon", "Canon EOS 5D", "Canon EOS 5D"),
        ("EASTMAN KODAK COMPANY", "KODAK DC240", "KODAK DC240"),
        ("SONY", "ILCE-7M3", "SONY ILCE-7M3"),
        ("SONY", "", "SONY"),
        ("", "ILCE-7M3", "ILCE-7M3"),
        ("  Apple\0junk", "iPhone\n7  ", "Apple iPhone 7"),
        ("\x1b[2J", "", "[2J"),
        ("", "x" * 5000, "x" * 100),
        ("", "", None),
    ],
)
def test_a_camera_is_its_make_and_model_in_one_short_line(make: str, model: str, camera: str | None) -> None:
    assert facts(saved(with_exif(make=make, model=model))).camera == camera


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({}, (43.4674472, 11.8851278)),
        ({1: "S", 3: "W"}, (-43.4674472, -11.8851278)),
        ({1: "s\0"}, (-43.4674472, 11.8851278)),
        ({2: (43.4674472,), 4: (11.8851278,)}, (43.4674472, 11.8851278)),
        ({1: ""}, None),
        ({3: "N"}, None),
        ({2: (91.0, 0.0, 0.0)}, None),
        ({2: (IFDRational(0, 0), 0.0, 0.0)}, None),
        ({2: ()}, None),
        ({2: (0.0, 0.0, 0.0), 4: (0.0, 0.0, 0.0)}, None),
        ({4: None}, None),
    ],
)
def test_a_position_is_whole_and_on_the_globe_or_absent(
    change: dict[int, Any], where: tuple[float, float] | None
) -> None:
    place = {tag: value for tag, value in (HERE | change).items() if value is not None}
    found = facts(saved(with_exif(place=place)))
    if where is None:
        assert (found.latitude, found.longitude) == (None, None)
    else:
        assert (found.latitude, found.longitude) == pytest.approx(where, abs=1e-6)


@given(st.data())
def test_damaged_metadata_never_fails_a_picture(data: st.DataObject) -> None:
    exif = with_exif({ORIGINAL: "2008:10:22 16:28:39", OFFSET: "+02:00"}, HERE, make="A", model="B", orientation=6)
    block = bytearray(exif.tobytes())
    for _ in range(data.draw(st.integers(1, 12))):
        block[data.draw(st.integers(6, len(block) - 1))] = data.draw(st.integers(0, 255))
    out = io.BytesIO()
    format = data.draw(st.sampled_from(["JPEG", "PNG", "WEBP"]))
    PIL.Image.new("RGB", (64, 48), "teal").save(out, format, exif=bytes(block))
    found = facts(out.getvalue())
    assert size_upright(out.getvalue()) == decode(out.getvalue()).size
    assert (found.latitude is None) == (found.longitude is None)
    assert found.latitude is None or -90 <= found.latitude <= 90
    assert found.taken is None or np.datetime64(found.taken[:19]) is not None


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


@pytest.mark.parametrize("kind", ["eXIf", "XMP"])
def test_a_png_that_tells_after_its_pixels_is_upright_and_told(kind: str) -> None:
    """Its size was written down lying on its side, because only the decoder read as far as that."""
    exif = with_exif({ORIGINAL: "2008:10:22 16:28:39"}, orientation=6)
    body = exif.tobytes()[6:]
    if kind == "XMP":
        body = b"XML:com.adobe.xmp\0\0\0\0\0" + b'<x:xmpmeta tiff:Orientation="6"/>'
    whole = saved(PIL.Image.Exif(), "PNG")
    late = whole[:-12] + chunk(b"eXIf" if kind == "eXIf" else b"iTXt", body) + whole[-12:]
    assert size_upright(late) == decode(late).size == (48, 64)
    assert facts(late).taken == ("2008-10-22T16:28:39" if kind == "eXIf" else None)
    assert size_upright(late[:-6]) in ((48, 64), (64, 48)), "cut short, it is no crash"


# On disk ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def table(tmp_path: Path) -> Iterator[FactTable]:
    with closing(FactTable(tmp_path / "facts.db")) as table:
        yield table


@given(look=st.none() | st.integers(0, 2**64 - 1), camera=st.none() | st.text(max_size=8))
def test_facts_come_back_as_they_were_put(
    tmp_path_factory: pytest.TempPathFactory, look: int | None, camera: str | None
) -> None:
    facts = Facts("2008-10-22T16:28:39", camera, 43.4674472, -11.8851278, look)
    file = tmp_path_factory.mktemp("cache") / "facts.db"
    with closing(FactTable(file)) as table:
        table.put({"a": facts, "b": Facts()})
    with closing(FactTable(file)) as table:
        assert (table.get("a"), table.get("b"), table.get("c")) == (facts, Facts(), None)
        assert table.looks(["c", "b", "a"]) == [None, None, look]
        assert table.hashes() == {"a", "b"}
        assert table.told().keys() == {"a"}


def test_facts_of_an_older_recipe_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(FactTable(tmp_path / "facts.db")) as table:
        table.put({"a": Facts(camera="A")})
    monkeypatch.setattr("nomina.facts.RECIPE", 1_000)
    with closing(FactTable(tmp_path / "facts.db")) as table:
        assert table.hashes() == set()
        table.put({"a": Facts(camera="B")})
    with closing(FactTable(tmp_path / "facts.db")) as table:
        assert table.get("a") == Facts(camera="B")


# In a library ----------------------------------------------------------------------------------------------------


def told(path: Path, seed: int, exif: PIL.Image.Exif) -> Path:
    save_picture(path, "teal", seed=seed)
    with PIL.Image.open(path) as image:
        image.load()
    image.save(path, exif=exif)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three pictures that tell, in two folders, and one that does not."""
    home = tmp_path / "pictures"
    nikon = with_exif({ORIGINAL: "2008:10:22 16:28:39"}, HERE, make="NIKON", model="D70")
    told(home / "italy" / "a.png", 1, nikon)
    told(home / "italy" / "b.png", 2, with_exif({ORIGINAL: "2008:10:23 00:00:00"}, make="SONY", model="A7"))
    far = HERE | {1: "S", 3: "W", 4: (179.0, 30.0, 0.0)}
    told(home / "fiji" / "c.png", 3, with_exif(place=far, make="SONY", model="A7"))
    save_picture(home / "d.png", "red", seed=4)
    return home


def test_pictures_are_chosen_by_what_they_tell(library: Library, folder: Path) -> None:
    ids = {path.stem: image_id for path, image_id in add(library, folder).files.items()}
    names = {image_id: name for name, image_id in ids.items()}
    facts = all_facts(library)

    def chosen(found: Any) -> str:
        return "".join(sorted(names[int(i)] for i in found))

    assert chosen(taken_between(facts)) == "ab"
    assert chosen(taken_between(facts, since=date(2008, 10, 23))) == "b"
    assert chosen(taken_between(facts, until=date(2008, 10, 22))) == "a"
    assert chosen(taken_between(facts, date(2008, 10, 22), date(2008, 10, 23))) == "ab"
    assert facts.cameras == ("NIKON D70", "SONY A7")
    assert chosen(by_camera(facts, "sony")) == "bc"
    assert chosen(by_camera(facts, "leica")) == ""
    assert chosen(in_box(facts, 43, 11, 44, 12)) == "a"
    assert chosen(in_box(facts, -90, 170, 90, -170)) == "c", "across the date line"
    assert chosen(in_box(facts, -90, -180, 90, 180)) == "ac"
    assert chosen(in_folder(library, folder / "italy")) == "ab"
    (fact,) = facts_of(library, [ids["a"]])
    assert fact is not None
    assert (fact.taken, fact.camera) == ("2008-10-22T16:28:39", "NIKON D70")


def test_what_cannot_be_chosen_is_said(library: Library) -> None:
    facts = all_facts(library)
    assert len(facts.ids) == 0
    assert len(taken_between(facts)) == len(by_camera(facts, "x")) == len(in_box(facts, 0, 0, 1, 1)) == 0
    with pytest.raises(BadInput, match="is before"):
        taken_between(facts, date(2020, 1, 2), date(2020, 1, 1))
    with pytest.raises(BadInput, match="no such box"):
        in_box(facts, 10, 0, -10, 0)
    with pytest.raises(BadInput, match="not there any more"):
        facts_of(library, [7])


@given(st.lists(st.datetimes(), max_size=20), st.dates(), st.dates())
def test_a_span_of_days_holds_what_was_taken_on_them(moments: list[Any], one: date, other: date) -> None:
    n = len(moments)
    taken = np.array([moment.replace(microsecond=0) for moment in moments], "datetime64[s]")
    nowhere = np.full(n, np.nan)
    facts = AllFacts(np.arange(n), taken, (), np.full(n, -1), nowhere, nowhere)
    since, until = min(one, other), max(one, other)
    wanted = [i for i, moment in enumerate(moments) if since <= moment.date() <= until]
    assert taken_between(facts, since, until).tolist() == wanted


def test_a_library_without_facts_gets_them_without_encoding_again(tmp_path: Path, folder: Path) -> None:
    """One that an older Nomina made, or whose file of facts was lost."""
    with opened(tmp_path / "library") as library:
        add(library, folder)
        before = facts_of(library, [image_id for image_id, _ in library.store.image_keys()])
        assert all(each is not None for each in before)
    for verb in ("add", "encode_missing"):
        (tmp_path / "library" / "cache" / "facts.db").unlink()
        encoder = CountingEncoder()
        with opened(tmp_path / "library", encoder) as library:
            ids = [image_id for image_id, _ in library.store.image_keys()]
            assert facts_of(library, ids) == [None] * 4
            done = add(library, folder) if verb == "add" else result(encode_missing(library))
            assert (done.encoded, encoder.encoded, len(done.new)) == (0, 0, 0)
            assert facts_of(library, ids) == before
            assert library.history.done == [], "derived data is nothing to undo"


def test_where_pictures_were_taken_is_in_the_cache_alone(tmp_path: Path, folder: Path) -> None:
    with opened(tmp_path / "library") as library:
        add(library, folder)
    shutil.rmtree(tmp_path / "library" / "cache")
    assert b"43.467" not in (tmp_path / "library" / "library.db").read_bytes()
    assert b"NIKON" not in (tmp_path / "library" / "library.db").read_bytes()

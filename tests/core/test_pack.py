"""A category pack carries words and embeddings, no pictures; a hostile one carries nothing."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.export_helpers import export
from tests.core.helpers import add, category, in_memory, opened, truth
from tests.core.import_helpers import take, written

from nomina.categories import category_named, move_category
from nomina.domain import EncoderSpec
from nomina.errors import BadInput
from nomina.hierarchy import walk
from nomina.library import Library
from nomina.packs import EXAMPLES, MANIFEST, Pack, PackCategory, calibration_digest, read_pack, write_pack
from nomina.teach import label
from nomina.testing import DIMENSION, ColourEncoder


class OtherColours(ColourEncoder):
    """The same with another name."""

    spec = EncoderSpec("colours@2", "Other colours", DIMENSION, (0, DIMENSION), (0, DIMENSION), "cpu", ("{}",))


@pytest.fixture
def taught(library: Library, pictures: list[Path]) -> Library:
    """Three categories: one with examples and a reject, one by words, one by pictures alone."""
    ids = add(library, *pictures[:6]).new
    red = category(library, "red", synonyms=["crimson", "ruby"], description="like a rose")
    category(library, "a/b “c”")
    alone = category(library, "batch 7", words=False)
    label(library, ids[:2], red.id)
    label(library, ids[2:3], red.id, accepted=False)
    label(library, ids[3:4], alone.id)
    return library


def test_the_hierarchy_comes_back(taught: Library, tmp_path: Path) -> None:
    colour = category(taught, "colour")
    move_category(taught, category_named(taught, "red").id, colour.id)
    move_category(taught, category_named(taught, "batch 7").id, category_named(taught, "red").id)
    export(taught, "pack", tmp_path / "a.nomina-pack")
    with in_memory() as other:
        category(other, "red")
        assert take(other, tmp_path / "a.nomina-pack").spoilt == []
        tree = [(depth, each.name) for depth, each in walk(other.store.categories())]
        assert tree == [(0, "red"), (1, "batch 7"), (0, "a/b “c”"), (0, "colour")], "what was there stays in its place"
        other.undo()
        only = take(other, tmp_path / "a.nomina-pack", categories=("red", "batch 7"))
        assert only.new == ["batch 7"]
        assert category_named(other, "batch 7").parent == category_named(other, "red").id


def test_a_hierarchy_that_leads_back_to_itself_is_cut(tmp_path: Path) -> None:
    nothing = np.zeros((0, DIMENSION), np.float32)
    ring = [
        PackCategory(a, (), "", True, b, nothing, nothing) for a, b in (("a", "b"), ("b", "a"), ("c", "x"), ("d", "d"))
    ]
    path = written(tmp_path, "a.nomina-pack", _bytes(Pack("e", DIMENSION, "", tuple(ring))))
    with in_memory() as library:
        done = take(library, path)
        assert [str(item.path) for item in done.spoilt] == ["b", "c"]
        assert [(depth, each.name) for depth, each in walk(library.store.categories())] == [
            *((0, "b"), (1, "a"), (0, "c"), (0, "d"))
        ]


@pytest.fixture
def pack(taught: Library, tmp_path: Path) -> Path:
    export(taught, "pack", tmp_path / "a.nomina-pack")
    return tmp_path / "a.nomina-pack"


def words(library: Library) -> list[tuple[str, tuple[str, ...], str, bool]]:
    return [(each.name, each.synonyms, each.description, each.words) for each in library.store.categories()]


def test_words_come_back_in_another_library(taught: Library, pack: Path, tmp_path: Path) -> None:
    with opened(tmp_path / "other") as other:
        category(other, "RED", synonyms=["scarlet"])
        done = take(other, pack)
        assert (done.new, done.changed) == (["a/b “c”", "batch 7"], ["RED"])
        assert (done.notes, done.given) == ([], {"RED": 3, "batch 7": 1})
        assert words(other)[0] == ("RED", ("scarlet", "crimson", "ruby"), "like a rose", True)
        assert words(other)[1:] == words(taught)[1:]
        other.undo()
        other.undo()
        assert take(other, pack, categories=("Batch 7",)).new == ["batch 7"]
        other.undo()
        take(other, pack)
        assert words(other) == words(taught)


def test_a_pack_of_another_encoder_gives_its_words_and_says_so(pack: Path) -> None:
    with in_memory(OtherColours()) as other:
        done = take(other, pack)
        assert len(done.new) == 3
        (note,) = done.notes
        assert note.startswith(
            "The 4 examples in the pack were left out, because “colours@1” read them and “colours@2”"
        )
        assert read_pack(pack).rows_for("colours@2", DIMENSION) is None


def test_the_examples_are_the_librarys_own_rows(taught: Library, pack: Path) -> None:
    read = read_pack(pack)
    spec = taught.spec
    assert (read.encoder, read.calibration) == (spec.id, calibration_digest(taught.host.calibration()))
    rows = read.rows_for(spec.id, spec.dimension)
    assert rows is not None
    hashes = [hash_ for _, hash_ in taught.store.image_keys()]
    own, _ = taught.embeddings.get(spec.id, hashes, spec.dimension)
    np.testing.assert_array_equal(rows["red"][0], own[:2])
    np.testing.assert_array_equal(rows["red"][1], own[2:3])
    np.testing.assert_array_equal(rows["batch 7"][0], own[3:4])
    assert rows["a/b “c”"][0].shape == (0, spec.dimension)


def test_a_pack_holds_what_was_asked_and_the_same_bytes_each_time(taught: Library, pack: Path, tmp_path: Path) -> None:
    export(taught, "pack", tmp_path / "b.nomina-pack")
    assert (tmp_path / "b.nomina-pack").read_bytes() == pack.read_bytes()
    export(taught, "pack", tmp_path / "c.nomina-pack", categories=("RED",), options={"examples": "no"})
    (only,) = read_pack(tmp_path / "c.nomina-pack").categories
    assert (only.name, len(only.accepted)) == ("red", 0)
    with zipfile.ZipFile(pack) as archive:
        text = b"".join(archive.read(name) for name in archive.namelist())
    assert b"-red.png" not in text, "neither pictures nor where they lie"


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
halves = st.floats(width=16, allow_nan=False, allow_infinity=False)


@given(st.data(), st.integers(1, 4))
def test_any_pack_reads_back_as_it_was(data: st.DataObject, width: int) -> None:
    matrix = st.lists(st.lists(halves, min_size=width, max_size=width), max_size=3).map(
        lambda rows: np.array(rows, np.float32).reshape(-1, width)
    )
    one = st.builds(
        PackCategory,
        *(texts, st.lists(texts, max_size=2).map(tuple), texts, st.booleans(), texts, matrix, matrix),
        unlike=st.lists(texts, max_size=2).map(tuple),
    )
    pack = Pack(data.draw(texts), width, "c", tuple(data.draw(st.lists(one, max_size=3))))
    read = _read(_bytes(pack))
    assert (read.encoder, read.dimension, len(read.categories)) == (pack.encoder, width, len(pack.categories))
    for before, after in zip(pack.categories, read.categories, strict=True):
        assert (before.name, before.synonyms, before.description, before.words, before.parent) == (
            *(after.name, after.synonyms, after.description, after.words, after.parent),
        )
        assert before.unlike == after.unlike
        np.testing.assert_array_equal(before.accepted, after.accepted)
        np.testing.assert_array_equal(before.rejected, after.rejected)


def _bytes(pack: Pack) -> bytes:
    file = io.BytesIO()
    write_pack(pack, file)
    return file.getvalue()


def _read(data: bytes, folder: Path | None = None) -> Pack:
    import tempfile

    with tempfile.NamedTemporaryFile(dir=folder) as file:
        file.write(data)
        file.flush()
        return read_pack(Path(file.name))


SMALL = _bytes(Pack("e", 2, "c", (PackCategory("red", ("r",), "", True, "", np.ones((2, 2)), np.ones((1, 2))),)))  # type: ignore[arg-type]


def changed(**members: bytes | Callable[[bytes], bytes]) -> bytes:
    """The small pack with other members."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SMALL)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = {"manifest": MANIFEST, "examples": EXAMPLES}
        for key, name in names.items():
            put = members.pop(key, old.read(name))
            new.writestr(name, put if isinstance(put, bytes) else put(old.read(name)))
        for name, put in members.items():
            assert isinstance(put, bytes)
            new.writestr(name, put)
    return out.getvalue()


def edited(**values: Any) -> Callable[[bytes], bytes]:
    """The manifest with other values, and its digest made anew."""
    from nomina.packs import _digest, _text

    def edit(manifest: bytes) -> bytes:
        said = json.loads(manifest) | values
        said.pop("digest")
        return _text(said | {"digest": _digest(said)})

    return edit


def grown(zeros: int) -> bytes:
    return changed(manifest=b" " * zeros)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is no category pack"),
        (b"PK\3\4 no zip", "is no category pack"),
        (SMALL[:-10], "is no category pack"),
        (changed(**{"../../evil.py": b"x"}), "holds other things"),
        (changed(**{"/etc/passwd": b"x"}), "holds other things"),
        (changed(manifest=b"{}"), "is no category pack"),
        (changed(manifest=b"[" * 100_000), "is a damaged category pack"),
        (changed(manifest=b"\xff"), "is a damaged category pack"),
        (changed(manifest=edited(version=2)), "was written by a newer Nomina"),
        (changed(manifest=lambda said: said.replace(b'"red"', b'"rad"')), "is a damaged category pack"),
        (changed(manifest=edited(encoder={"id": "e", "dimension": 3, "calibration": ""})), "is a damaged"),
        (changed(manifest=edited(encoder={"id": "e", "dimension": -1, "calibration": ""})), "is a damaged"),
        (changed(manifest=edited(categories=[{}])), "is a damaged category pack"),
        (changed(manifest=edited(categories=[])), "is a damaged category pack"),
        (changed(manifest=edited(categories=None)), "is a damaged category pack"),
        (changed(examples=lambda data: data[:-1] + b"x"), "is a damaged category pack"),
        (changed(examples=b""), "is a damaged category pack"),
        (grown(30_000_000), "too large"),
    ],
)
def test_what_is_damaged_or_hostile_is_refused_and_unpacks_nothing(data: bytes, why: str, tmp_path: Path) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    with pytest.raises(BadInput, match=why):
        _read(data, folder)
    assert list(tmp_path.rglob("*")) == [folder]


def test_numbers_that_are_none_are_refused(tmp_path: Path) -> None:
    for value in (np.nan, np.inf):
        bad = PackCategory("red", (), "", True, "", np.full((1, 2), value, np.float32), np.zeros((0, 2), np.float32))
        with pytest.raises(BadInput, match="damaged"):
            _read(_bytes(Pack("e", 2, "c", (bad,))))


def test_a_damaged_pack_leaves_the_library_as_it_was(taught: Library, pack: Path, tmp_path: Path) -> None:
    before = truth(taught)
    data = bytearray(pack.read_bytes())
    data[len(data) // 2] ^= 0xFF
    with pytest.raises(BadInput):
        take(taught, written(tmp_path, "b.nomina-pack", bytes(data)), format="pack")
    assert truth(taught) == before


@given(st.integers(0, len(SMALL) - 1), st.integers(0, 255), st.integers(0, 4))
def test_no_damage_does_anything_unexpected(at: int, byte: int, gone: int) -> None:
    data = SMALL[:at] + bytes([byte]) + SMALL[at + gone :]
    with suppress(BadInput):
        read = _read(data)
        assert [each.name for each in read.categories] == ["red"], "what is read is what was written"


def test_a_library_without_pictures_has_a_pack_too(tmp_path: Path) -> None:
    with in_memory() as library:
        category(library, "red")
        export(library, "pack", tmp_path / "a.nomina-pack")
        assert [each.name for each in read_pack(tmp_path / "a.nomina-pack").categories] == ["red"]

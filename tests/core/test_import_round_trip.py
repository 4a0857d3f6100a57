"""What is exported comes back as it was, in every format that can come back, whatever names there are."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.export_helpers import export
from tests.core.helpers import add, category, host_of, in_memory, result, truth
from tests.core.import_helpers import automatic, take, yours
from tests.properties import examples

from nomina.export import WhichLabels
from nomina.export.formats import OURS as EXPORTS
from nomina.imports.formats import OURS as IMPORTS
from nomina.library import Library, temporary_library
from nomina.runs import label_images
from nomina.store import name_key
from nomina.teach import allow_several, label
from nomina.testing import save_picture

FILES = ("a.png", 'b, "c".png', "=d.png", "ü 😀.png", "f.g.PNG", "'h.png", "train/i.png", "j.png")
COLOURS = ("red", "lime", "blue", "yellow", "magenta", "cyan", "white", "black")

FORMATS: dict[str, dict[str, Any]] = {
    "csv": {"file": "labels.csv"},
    "csv;": {"file": "labels.csv", "options": {"separator": "semicolon"}},
    "json": {"file": "labels.json"},
    "jsonl": {"file": "labels.jsonl"},
    "parquet": {"file": "labels.parquet"},
    "folder": {"file": "sorted"},
    "yolo": {"file": "sorted"},
    "imagefolder": {"file": "set"},
    "imagefolder,csv": {"file": "set", "options": {"metadata": "csv"}},
    "coco": {"file": "coco.json"},
    "labelstudio": {"file": "tasks"},
    "fiftyone": {"file": "set", "options": {"how": "none"}},
    "cvat": {"file": "marks.xml"},
    "xmp": {"file": ""},
}
READ_AS = {"xmp": "keywords"}

hard = st.sampled_from(
    [
        *(
            "heron",
            "a/b",
            "a|b",
            "a\\b",
            "..",
            "CON",
            "=1+1",
            "'=x",
            "-",
            "auto",
            "ü",
            '["x"]',
            "“quoted”",
            "two  words",
        ),
        *("שלום", "👩‍👩‍👧", "x" * 200, "<b>&amp;", "a,b;c\td", "train", "null", "1", "http://x.y/z?d=a", "_Digikam"),
    ]
)
any_name = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"]), min_size=1, max_size=8
)
names = st.lists(
    (hard | any_name).filter(
        lambda name: name.replace("\u200d", "").replace("\u200c", "").strip() and name.isprintable()
    ),
    min_size=1,
    max_size=4,
    unique_by=name_key,
)


def test_every_export_has_an_import_but_those_that_hold_no_labels() -> None:
    read = {READ_AS.get(name, name) for name in EXPORTS} - {"yolo", "embeddings"}
    assert read | {"names"} == set(IMPORTS), "yolo is read as a folder; embeddings hold a jsonl"


def undo_all(library: Library) -> None:
    """Back to the pictures alone."""
    while len(library.history.done) > 1:
        library.undo()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, Path]]:
    """A library with pictures and without categories, whose names are hard; and a folder."""
    folder = tmp_path_factory.mktemp("round trip")
    for i, (name, colour) in enumerate(zip(FILES, COLOURS, strict=True)):
        save_picture(folder / "pictures" / name, colour, seed=i, size=(8, 6))
    with in_memory() as library:
        add(library, folder / "pictures")
        yield library, folder


@pytest.mark.parametrize("format", FORMATS)
@examples(3)
@given(names=names, given_to=st.lists(st.integers(0, 3), min_size=len(FILES), max_size=len(FILES)))
def test_labels_come_back(home: tuple[Library, Path], format: str, names: list[str], given_to: list[int]) -> None:
    library, folder = home
    undo_all(library)
    empty = truth(library)
    ids = [image_id for image_id, _ in library.store.image_keys()]
    made = [category(library, name) for name in names]
    for image_id, number in zip(ids, given_to, strict=True):
        if number < len(made):
            label(library, [image_id], made[number].id)
    before, known = yours(library), {each.name for each in library.store.categories()}
    how = FORMATS[format]
    format = format.partition(",")[0].rstrip(";")
    target = folder / how["file"] if how["file"] else None
    done = export(library, format, target, labels=WhichLabels.CONFIRMED, options=how.get("options", {}))
    assert done.left_out == []
    undo_all(library)
    source = target or folder / "pictures"
    if before:
        asked = {"format": "keywords"} if format == "xmp" else {}
        back = take(library, source, **asked)
        assert (back.clashes, back.missing, back.unknown, back.spoilt) == ([], [], [], [])
        assert yours(library) == before
        assert {each.name for each in library.store.categories()} <= known
        again = take(library, source, **asked)
        assert (again.labels, again.new, again.already) == ({}, [], len(before))
        assert again.change is None, "what is there already is not written"
        library.undo()
        assert truth(library) == empty, "one step"
    if target is not None:
        shutil.rmtree(target) if target.is_dir() else target.unlink()


def all_of_yours(library: Library) -> set[tuple[str, str]]:
    """(hash, category) of each label of a person."""
    names, hashes = {each.id: each.name for each in library.store.categories()}, dict(library.store.image_keys())
    return {(hashes[each.image_id], names[each.category_id]) for each in library.store.labels() if each.accepted}


@pytest.mark.parametrize("format", FORMATS)
@examples(2)
@given(names=names, given_to=st.lists(st.sets(st.integers(0, 3)), min_size=len(FILES), max_size=len(FILES)))
def test_where_a_picture_may_have_several_they_all_come_back(
    home: tuple[Library, Path], format: str, names: list[str], given_to: list[set[int]]
) -> None:
    """No format loses one, though nobody asked for several: the library says so."""
    library, folder = home
    undo_all(library)
    allow_several(library, True)
    ids = [image_id for image_id, _ in library.store.image_keys()]
    made = [category(library, name) for name in names]
    for image_id, numbers in zip(ids, given_to, strict=True):
        for number in numbers & set(range(len(made))):
            label(library, [image_id], made[number].id)
    before, how = all_of_yours(library), FORMATS[format]
    format = format.partition(",")[0].rstrip(";")
    target = folder / how["file"] if how["file"] else None
    export(library, format, target, labels=WhichLabels.CONFIRMED, options=how.get("options", {}))
    undo_all(library)
    allow_several(library, True)
    source = target or folder / "pictures"
    if before:
        asked = {"format": "keywords"} if format == "xmp" else {}
        back = take(library, source, **asked)
        assert (back.clashes, back.missing, back.unknown, back.spoilt) == ([], [], [], [])
        assert all_of_yours(library) == before
        assert take(library, source, **asked).already == len(before)
    if target is not None:
        shutil.rmtree(target) if target.is_dir() else target.unlink()


@pytest.mark.parametrize("format", ["csv", "json", "jsonl", "parquet", "coco", "labelstudio", "imagefolder", "xmp"])
def test_what_a_run_said_comes_back_as_what_a_run_said(home: tuple[Library, Path], format: str) -> None:
    library, folder = home
    undo_all(library)
    ids = [image_id for image_id, _ in library.store.image_keys()]
    red = category(library, "red")
    for name in ("blue", "yellow", "lime"):
        category(library, name)
    label(library, ids[:1], red.id)
    result(label_images(library, at_least=0.5))
    before = yours(library), automatic(library)
    assert before[0]
    assert before[1]
    target = folder / f"auto-{format}" if format != "xmp" else None
    if target is not None and format in ("csv", "json", "jsonl", "parquet", "coco"):
        target = target.with_suffix({"coco": ".json"}.get(format, f".{format}"))
    export(library, format, target, labels=WhichLabels.BOTH, at_least=0.5, provenance=True)
    undo_all(library)
    asked = {"format": "keywords"} if format == "xmp" else {"format": format}
    source = target or folder / "pictures"
    only_mine = take(library, source, **asked)
    assert (yours(library), automatic(library)) == (before[0], {})
    assert only_mine.left_out == len(before[1])
    back = take(library, source, automatic=True, **asked)
    assert (yours(library), automatic(library)) == before
    assert back.run_id is not None
    (run,) = library.store.runs()
    assert run.labels == len(before[1])


def test_a_library_is_carried_to_another_machine(tmp_path: Path) -> None:
    """The pictures lie elsewhere there; they are known by their bytes, and added on the way."""
    save_picture(tmp_path / "here" / "a.png", "red", seed=1)
    save_picture(tmp_path / "here" / "b.png", "blue", seed=2)
    with in_memory() as library:
        ids = add(library, tmp_path / "here").new
        label(library, ids[:1], category(library, "red").id)
        label(library, ids[1:], category(library, "blue").id)
        export(library, "csv", tmp_path / "labels.csv", relative_to=tmp_path / "here")
        before = yours(library)
    shutil.move(tmp_path / "here", tmp_path / "there")
    library = temporary_library(host_of())
    try:
        done = take(library, tmp_path / "labels.csv", take="examples", base=tmp_path / "there")
        assert (done.added, done.labels, done.new) == (2, {"red": 1, "blue": 1}, ["red", "blue"])
        assert yours(library) == before
        library.undo()
        assert library.store.image_keys() == [], "pictures, categories and labels are one step"
        library.redo()
        assert yours(library) == before
    finally:
        library.close()

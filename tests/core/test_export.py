"""What is exported reads back as it is, and a file is there whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import COLOURS, add, category, in_memory, result, save_many

from nomina.errors import BadInput
from nomina.export import csv as csv_format
from nomina.export import export_labels, formats
from nomina.export import json as json_format
from nomina.export.row import Row
from nomina.files import replacing
from nomina.library import Library
from nomina.runs import label_images
from nomina.teach import label

paths = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    [
        'a,b "c".png',
        "two\nlines.png",
        "cr\rlf\r\n.png",
        "a\rb.png",
        "=cmd()",
        " spaces ",
        "日本/写真 😀.jpg",
        "'",
        "\t",
        "caf\udce9.png",
    ]
)
names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
shares = st.none() | st.floats(0, 1).map(lambda x: round(x, 4))
rows = st.lists(
    st.builds(
        Row, paths, names, shares, names, shares, names, st.sampled_from(["", "auto"]), st.none() | st.integers(1, 99)
    ),
    max_size=8,
)


@given(rows)
def test_csv_reads_back_as_it_was_written(rows: list[Row]) -> None:
    out = io.StringIO()
    csv_format.write(rows, out)
    read = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    assert len(read) == len(rows)
    for row, line in zip(rows, read, strict=True):
        for column in csv_format.COLUMNS:
            value = getattr(row, column)
            if isinstance(value, float):
                assert float(line[column]) == pytest.approx(value, abs=5e-5)
            else:
                assert line[column] == ("" if value is None else str(value))


@given(rows)
def test_json_reads_back_as_it_was_written(rows: list[Row]) -> None:
    out = io.StringIO()
    json_format.write(rows, out)
    assert [Row(**each) for each in json.loads(out.getvalue())] == rows


@pytest.fixture
def coloured(library: Library, pictures: list[Path]) -> Library:
    ids = add(library, *pictures[:12]).new
    made = [category(library, name) for name in COLOURS[:5]]
    label(library, ids[7:8], made[4].id)
    return library


def exported(library: Library, format: str, target: Path) -> list[dict[str, object]]:
    assert result(export_labels(library, format, target)) == len(library.store.image_keys())
    with target.open(encoding="utf-8", newline="", errors="surrogateescape") as file:
        return json.load(file) if format == "json" else list(csv.DictReader(file))  # type: ignore[arg-type]


def test_an_export_tells_what_a_person_a_run_and_nobody_said(
    coloured: Library, pictures: list[Path], tmp_path: Path
) -> None:
    before = exported(coloured, "json", tmp_path / "a.json")
    assert [row["file"] for row in before] == [str(path) for path in pictures[:12]]
    done = result(label_images(coloured, at_least=0.7))
    after = exported(coloured, "json", tmp_path / "a.json")
    red, black, mine = after[0], after[8], after[7]
    assert (red["category"], red["origin"], red["run"], red["state"]) == ("red", "auto", done.run_id, "likely")
    assert red["confidence"] == pytest.approx(before[0]["confidence"], abs=1e-4)
    assert (before[0]["origin"], before[0]["run"]) == ("", None)
    assert (mine["category"], mine["confidence"], mine["origin"], mine["state"]) == ("magenta", 1, "person", "yours")
    assert mine["best"] != "magenta", "what it would be otherwise"
    assert (black["encoder"], len(str(black["hash"]))) == ("colours@1", 32)


def test_what_a_person_ruled_out_is_not_exported(coloured: Library, tmp_path: Path) -> None:
    red = coloured.store.category_named("red")
    assert red is not None
    assert exported(coloured, "json", tmp_path / "a.json")[0]["best"] == "red"
    label(coloured, [int(coloured.scores.ids[0])], red.id, accepted=False)
    row = exported(coloured, "json", tmp_path / "a.json")[0]
    assert "red" not in (row["best"], row["category"])
    assert row["origin"] == ""


def test_what_stands_out_in_nothing_has_no_category_but_a_best(coloured: Library, tmp_path: Path) -> None:
    rows = exported(coloured, "csv", tmp_path / "a.csv")
    nothing = [row for row in rows if row["state"] == "none"]
    assert nothing
    for row in nothing:
        assert row["category"] == ""
        assert row["best"] in COLOURS
        assert float(str(row["best_score"])) < 5


@pytest.mark.parametrize("format", ["csv", "json"])
def test_without_categories_all_is_empty(library: Library, pictures: list[Path], tmp_path: Path, format: str) -> None:
    add(library, *pictures[:2])
    for row in exported(library, format, tmp_path / "a"):
        assert (row["category"], row["best"]) == ("", "")
        assert row["confidence"] in (None, "")


@pytest.mark.skipif(sys.platform != "linux", reason="file names of any bytes are Linux's")
@pytest.mark.parametrize("format", ["csv", "json"])
def test_odd_names_of_files_and_categories_come_through(library: Library, tmp_path: Path, format: str) -> None:
    odd = [tmp_path / name for name in ("two\nlines.png", 'a,"b".png', "caf\udce9.png", "写真.png")]
    for i, path in enumerate(odd):
        save_many(tmp_path / "x", 1, first=i)[0].rename(path)
    add(library, *odd)
    category(library, 'a "quoted", name; 日本')
    rows = exported(library, format, tmp_path / "out")
    assert {row["file"] for row in rows} == {str(path) for path in odd}
    assert {row["best"] for row in rows} == {'a "quoted", name; 日本'}


def test_a_picture_whose_file_is_gone_is_exported_too(library: Library, tmp_path: Path) -> None:
    (file,) = save_many(tmp_path, 1)
    add(library, file)
    with library.step("Forget"):
        library.store.forget_place(file)
    assert exported(library, "json", tmp_path / "out")[0]["file"] == ""


# The file --------------------------------------------------------------------------------------------------------


def test_a_target_that_cannot_be_written_is_said_in_a_sentence(coloured: Library, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is a folder"):
        result(export_labels(coloured, "csv", tmp_path))
    with pytest.raises(BadInput, match="cannot be written: there is no folder"):
        result(export_labels(coloured, "csv", tmp_path / "nowhere" / "a.csv"))
    with pytest.raises(BadInput, match="There is no export format “xls”") as caught:
        result(export_labels(coloured, "xls", tmp_path / "a.xls"))
    assert all(name in caught.value.hint for name in formats())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", [True, False])
def test_a_writer_that_fails_leaves_what_was_there(tmp_path: Path, there: bool) -> None:
    target = tmp_path / "a.csv"
    if there:
        target.write_text("old")
    with pytest.raises(ZeroDivisionError):
        write_half(target)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == ([("a.csv", "old")] if there else [])


def write_half(target: Path) -> None:
    with replacing(target) as file:
        file.write("half")
        file.flush()
        raise ZeroDivisionError


def test_closing_an_export_midway_leaves_what_was_there(coloured: Library, tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_text("old")
    verb = export_labels(coloured, "csv", target)
    next(verb)
    verb.close()
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_file_keeps_its_mode_and_a_new_one_gets_the_usual(tmp_path: Path) -> None:
    target = tmp_path / "a"
    with replacing(target) as file:
        file.write("1")
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(target.stat().st_mode) == 0o666 & ~mask
    target.chmod(0o640)
    with replacing(target) as file:
        file.write("2")
    assert (target.read_text(), stat.S_IMODE(target.stat().st_mode)) == ("2", 0o640)


def test_an_export_of_an_empty_library_is_a_heading(tmp_path: Path) -> None:
    with in_memory() as library:
        assert exported(library, "csv", tmp_path / "a.csv") == []
        assert exported(library, "json", tmp_path / "a.json") == []
    assert (tmp_path / "a.csv").read_text() == ",".join(csv_format.COLUMNS) + "\n"

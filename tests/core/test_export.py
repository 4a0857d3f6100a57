"""What is exported reads back as it is: which pictures, which labels, in the tables."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.export_helpers import export, rows, taught
from tests.core.helpers import COLOURS, add, category, in_memory, result, save_many

from nomina.adapt import references, use_reference
from nomina.answer import predict, prediction_sets
from nomina.domain import State
from nomina.errors import BadInput, NotFound
from nomina.export import ExportPlan, WhichLabels, export_images, export_labels, formats
from nomina.export import csv as csv_format
from nomina.export.csv import guarded, unguarded
from nomina.export.protocol import Kind
from nomina.export.row import Row
from nomina.library import Library
from nomina.runs import label_images
from nomina.teach import allow_several, label

paths = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    [
        'a,b "c".png',
        "two\nlines.png",
        "cr\rlf\r\n.png",
        "a\rb.png",
        "=cmd()",
        "'=cmd()",
        "-1",
        " spaces ",
        "日本/写真 😀.jpg",
        "'",
        "\t",
        "caf\udce9.png",
    ]
)
names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
shares = st.none() | st.floats(0, 1).map(lambda x: round(x, 4))
TO_A_TARGET = [name for name, made in formats().items() if made.kind is not Kind.BESIDE]
made_rows = st.lists(
    st.builds(
        Row, paths, names, shares, names, shares, names, st.sampled_from(["", "auto"]), st.none() | st.integers(1, 99)
    ),
    max_size=8,
)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Twelve pictures with labels of every kind. Read only."""
    with in_memory() as library:
        yield taught(library, tmp_path_factory.mktemp("known"))


# Whose labels ----------------------------------------------------------------------------------------------------


def test_each_label_tells_who_made_it(known: Library, tmp_path: Path) -> None:
    found = rows(known, tmp_path / "a.jsonl", at_least=0.0)
    red, blue, mine, black = found[0], found[2], found[7], found[3]
    assert (red["category"], red["origin"], red["run"], red["state"]) == ("red", "auto", 1, "likely")
    assert (blue["category"], blue["origin"]) == ("blue", "auto")
    assert (mine["category"], mine["origin"], mine["confidence"], mine["state"]) == ("magenta", "person", 1, "yours")
    assert mine["best"] in COLOURS, "what it would be otherwise"
    assert black["encoder"] == "colours@1"
    assert len(black["hash"]) == 32
    assert (black["width"], black["height"]) == (8, 6)


def test_confirmed_automatic_or_both(known: Library, tmp_path: Path) -> None:
    def origins(which: WhichLabels, **asked: object) -> list[str]:
        found = rows(known, tmp_path / "a.jsonl", labels=which, replace=True, unlabelled=False, **asked)
        return sorted(row["origin"] for row in found)

    assert origins(WhichLabels.CONFIRMED) == ["person"]
    automatic = origins(WhichLabels.AUTOMATIC)
    assert "person" not in automatic
    assert automatic.count("auto") == 6
    assert origins(WhichLabels.BOTH) == sorted(["person", *automatic])
    assert origins(WhichLabels.AUTOMATIC, at_least=1.0) == []
    everything = origins(WhichLabels.AUTOMATIC, at_least=0.0)
    assert everything.count("") > automatic.count("")


def test_an_automatic_label_needs_the_probability_that_was_asked(known: Library, tmp_path: Path) -> None:
    for least in (0.3, 0.97, 0.99):
        found = rows(known, tmp_path / f"{least}.jsonl", at_least=least, unlabelled=False)
        assert all(row["confidence"] >= least for row in found)


def test_what_a_person_ruled_out_is_never_exported(known: Library, tmp_path: Path) -> None:
    with in_memory() as library:
        taught(library, tmp_path / "pictures")
        red = library.store.category_named("red")
        assert red is not None
        label(library, [int(library.scores.ids[0])], red.id, accepted=False)
        (row, *_) = rows(library, tmp_path / "a.jsonl", at_least=0.0, multi=True)
        assert "red" not in [row["best"], *(each["category"] for each in row["labels"])]


def test_several_labels_of_a_picture(known: Library, tmp_path: Path) -> None:
    nested = rows(known, tmp_path / "a.jsonl", multi=True, at_least=0.1)
    several = [row for row in nested if len(row["labels"]) > 1]
    assert several
    for row in several:
        shares = [each["confidence"] for each in row["labels"]]
        assert shares == sorted(shares, reverse=True)
        assert all(share >= 0.1 for share in shares)
    long = rows(known, tmp_path / "a.csv", "csv", multi=True, at_least=0.1)
    assert [(row["file"], row["category"]) for row in long] == [
        (row["file"], name) for row in nested for name in [each["category"] for each in row["labels"]] or [""]
    ]


def test_a_library_of_several_writes_them_all_or_the_one_that_fits_best(tmp_path: Path) -> None:
    """Your labels are all certain: of them the best score decides, not which category was made first."""
    with in_memory() as library:
        taught(library, tmp_path / "pictures")
        allow_several(library, True)
        ids = library.scores.ids[:3].tolist()
        names = {each.name: each.id for each in library.store.categories()}
        for name in names:
            label(library, ids, names[name])
        asked = {"labels": WhichLabels.CONFIRMED, "unlabelled": False}
        nested = rows(library, tmp_path / "a.jsonl", **asked)[:3]
        assert [len(row["labels"]) for row in nested] == [5, 5, 5]
        assert len(rows(library, tmp_path / "a.csv", "csv", **asked)) == 16, "a line each"
        best = rows(library, tmp_path / "b.jsonl", multi=False, **asked)[:3]
        scores = {name: library.scores.column(names[name])[:3] for name in names}
        assert [row["category"] for row in best] == [max(names, key=lambda name: scores[name][i]) for i in range(3)]
        assert [row["category"] for row in best] == [row["labels"][0]["category"] for row in nested]


def test_what_cannot_be_ruled_out_is_written_where_it_is_asked_for(known: Library, tmp_path: Path) -> None:
    believed = predict(known)
    possible = prediction_sets(known, believed, 0.9)
    expected = []
    for scores, inside in zip(believed.scores, possible, strict=True):
        order = np.argsort(-scores, kind="stable")
        expected.append([believed.categories[i].name for i in order if inside[i]])
    assert any(expected)
    assert "set" not in rows(known, tmp_path / "a.jsonl")[0]
    asked = {"level": 0.9, "labels": WhichLabels.BOTH, "at_least": 0.0}
    assert [row["set"] for row in rows(known, tmp_path / "b.jsonl", **asked)] == expected
    table = rows(known, tmp_path / "b.csv", "csv", **asked)
    assert [json.loads(row["set"]) for row in table] == expected
    for format, name in (("coco", "c.json"), ("labelstudio", "ls"), ("fiftyone", "fo"), ("imagefolder", "if")):
        options = {"options": {"how": "none"}} if format == "fiftyone" else {}
        export(known, format, tmp_path / name, **asked, **options)
    coco = json.loads((tmp_path / "c.json").read_text())
    assert [image["nomina_set"] for image in coco["images"]] == expected
    tasks = json.loads((tmp_path / "ls" / "tasks.json").read_text())
    assert [task["data"]["nomina_set"] for task in tasks] == expected
    ours = json.loads((tmp_path / "fo" / "labels.json").read_text())["labels"].values()
    assert [each["attributes"]["nomina_set"] for each in ours if each] == [
        own for own, each in zip(expected, ours, strict=True) if each
    ]
    metadata = (tmp_path / "if" / "train" / "metadata.jsonl").read_text().splitlines()
    assert all("set" in json.loads(line) for line in metadata)
    with pytest.raises(BadInput, match="is not between"):
        export(known, "csv", tmp_path / "d.csv", level=0.3)


def test_which_version_of_what_counts_as_near_was_at_work_is_told(tmp_path: Path) -> None:
    with in_memory() as library:
        add(library, *save_many(tmp_path / "pictures", 200))
        category(library, "red")
        (learned,) = references(library)
        assert {row["reference"] for row in rows(library, tmp_path / "a.csv", "csv")} == {learned.version}
        use_reference(library, None)
        assert {row["reference"] for row in rows(library, tmp_path / "b.csv", "csv")} == {""}


def test_without_provenance_file_and_category_are_left(known: Library, tmp_path: Path) -> None:
    assert set(rows(known, tmp_path / "a.csv", "csv", provenance=False)[0]) == {"file", "category", "hash"}
    nested = rows(known, tmp_path / "a.jsonl", provenance=False, multi=True)
    assert set(nested[0]) == {"file", "hash", "width", "height", "labels"}
    assert nested[7]["labels"] == [{"category": "magenta"}]


# Which pictures --------------------------------------------------------------------------------------------------


def test_pictures_are_chosen(known: Library, tmp_path: Path) -> None:
    turn = iter(range(99))

    def chosen(**asked: object) -> list[str]:
        return [row["file"][-8:-4] for row in rows(known, tmp_path / f"{next(turn)}.jsonl", **asked)]

    everything = chosen()
    assert len(everything) == 12
    assert set(chosen(categories=("RED", "blue"))) == {"-red", "blue"}
    assert chosen(states=(State.YOURS,)) == [everything[7]]
    assert len(chosen(states=(State.YOURS, State.NONE))) + len(chosen(states=(State.LIKELY, State.UNSURE))) == 12
    first = known.store.images()[0]
    assert first.path is not None
    assert chosen(folder=first.path.parent) == everything
    assert chosen(ids=(first.id,)) == everything[:1]
    assert chosen(search="red", count=2) == ["-red", "-red"]
    assert set(chosen(search="blue", count=5, categories=("red",))) <= {"-red"}
    assert len(chosen(unlabelled=False)) < 12


def test_what_cannot_be_chosen_is_said(known: Library, tmp_path: Path) -> None:
    for error, says, asked in (
        (NotFound, "There is no category “owl”", {"categories": ("owl",)}),
        (BadInput, "No picture of the library lies in", {"folder": tmp_path}),
        (BadInput, "nothing to search for", {"search": " "}),
        (BadInput, "not between 0 and 1", {"at_least": 2.0}),
        (BadInput, "finds none", {"count": 0}),
    ):
        with pytest.raises(error, match=says):
            export(known, "csv", tmp_path / "a.csv", **asked)
    assert list(tmp_path.iterdir()) == []


def test_paths_are_relative_where_it_is_asked(known: Library, tmp_path: Path) -> None:
    first = known.store.images()[0]
    assert first.path is not None
    inside = rows(known, tmp_path / "a.jsonl", relative_to=first.path.parent)
    assert inside[0]["file"] == first.path.name
    beside = rows(known, tmp_path / "b.jsonl", relative_to=first.path.parent / "x")
    assert beside[0]["file"] == f"../{first.path.name}"


def test_a_picture_whose_file_is_gone_is_in_the_tables(tmp_path: Path) -> None:
    with in_memory() as library:
        (file,) = save_many(tmp_path, 1)
        add(library, file)
        with library.step("Forget"):
            library.store.forget_place(file)
        assert rows(library, tmp_path / "a.jsonl", relative_to=tmp_path)[0]["file"] == ""


# The tables ------------------------------------------------------------------------------------------------------


@given(made_rows)
def test_csv_reads_back_as_it_was_written(rows: list[Row]) -> None:
    out = io.StringIO()
    csv_format.write(rows, out)
    read = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    assert len(read) == len(rows)
    for row, line in zip(rows, read, strict=True):
        for column in csv_format.COLUMNS:
            value = getattr(row, column)
            if column == "set":
                assert json.loads(line[column]) == list(value)
            elif isinstance(value, float):
                assert float(line[column]) == pytest.approx(value, abs=5e-5)
            else:
                assert unguarded(line[column]) == ("" if value is None else str(value))


@given(paths)
def test_no_text_is_a_formula_and_none_is_lost(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert unguarded(guarded(text)) == text


def test_numbers_stay_numbers(known: Library, tmp_path: Path) -> None:
    found = rows(known, tmp_path / "a.csv", "csv")
    assert any(float(row["best_score"]) < 5 for row in found)
    text = (tmp_path / "a.csv").read_text()
    assert "'" not in text


def test_formulas_and_separators_are_a_choice(tmp_path: Path) -> None:
    with in_memory() as library:
        add(library, *save_many(tmp_path / "p", 1))
        category(library, "=SUM(A1)")
        assert rows(library, tmp_path / "a.csv", "csv")[0]["best"] == "'=SUM(A1)"
        kept = {"formulas": "keep", "separator": "tab"}
        export(library, "csv", tmp_path / "b.csv", options=kept)
        assert "\t=SUM(A1)\t" in (tmp_path / "b.csv").read_text()


@pytest.mark.parametrize("format", ["csv", "json", "jsonl"])
def test_without_categories_all_is_empty(tmp_path: Path, format: str) -> None:
    with in_memory() as library:
        add(library, *save_many(tmp_path / "p", 2))
        for row in rows(library, tmp_path / "a", format):
            assert (row["category"], row["best"]) == ("", "")
            assert row["confidence"] in (None, "")


@pytest.mark.skipif(sys.platform != "linux", reason="file names of any bytes are Linux's")
@pytest.mark.parametrize("format", ["csv", "json", "jsonl"])
def test_odd_names_of_files_and_categories_come_through(tmp_path: Path, format: str) -> None:
    odd = [tmp_path / name for name in ("two\nlines.png", 'a,"b".png', "caf\udce9.png", "写真.png", "=1+2.png")]
    with in_memory() as library:
        for i, path in enumerate(odd):
            save_many(tmp_path / "x", 1, first=i)[0].rename(path)
        add(library, *odd)
        category(library, 'a "quoted", name; 日本')
        found = rows(library, tmp_path / "out", format)
    assert {row["file"] for row in found} == {str(path) for path in odd}
    assert {row["best"] for row in found} == {'a "quoted", name; 日本'}


def test_an_export_of_an_empty_library_is_a_heading(tmp_path: Path) -> None:
    with in_memory() as library:
        assert rows(library, tmp_path / "a.csv", "csv") == []
        assert rows(library, tmp_path / "a.json", "json") == []
        for name in TO_A_TARGET:
            done = export(library, name, tmp_path / f"{name}-of-none")
            assert (done.pictures, done.left_out) == (0, [])
    assert (tmp_path / "a.csv").read_text() == ",".join(csv_format.COLUMNS).replace("time,", "").replace(
        "set,", ""
    ) + "\n"


# What was said, and the older verb -------------------------------------------------------------------------------


def test_a_second_run_says_what_changed(tmp_path: Path) -> None:
    with in_memory() as library:
        taught(library, tmp_path / "pictures")
        target = tmp_path / "a.csv"
        assert export(library, "csv", target).changes is None, "the first"
        assert export(library, "json", target, dry_run=True, replace=True).changes is None, "another format"
        again = export(library, "csv", target, replace=True).changes
        assert again is not None
        assert (again.added, again.removed, again.changed, again.same) == (0, 0, 0, 12)
        label(library, [int(library.scores.ids[0])], library.store.categories()[1].id)
        add(library, *save_many(tmp_path / "more", 2, first=20))
        dry = export(library, "csv", target, replace=True, dry_run=True)
        done = export(library, "csv", target, replace=True, folder=tmp_path)
        assert dry.changes == done.changes
        assert done.changes is not None
        assert (done.changes.added, done.changes.changed, done.changes.same) == (2, 1, 11)
        less = export(library, "csv", target, replace=True, ids=(1,)).changes
        assert less is not None
        assert (less.removed, less.same) == (13, 1)


def test_a_dry_run_says_the_same_and_writes_nothing(known: Library, tmp_path: Path) -> None:
    for name in TO_A_TARGET:
        target = tmp_path / name
        dry = export(known, name, target, dry_run=True)
        assert not dry.written
        assert list(tmp_path.iterdir()) == []
        done = export(known, name, target)
        assert done.written
        assert (done.pictures, done.by_category, done.without_label) == (
            dry.pictures,
            dry.by_category,
            dry.without_label,
        )
        for path in sorted(tmp_path.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()


def test_the_older_verb_writes_what_stands_out_over_what_was_there(tmp_path: Path) -> None:
    with in_memory() as library:
        add(library, *save_many(tmp_path / "p", 10))
        for name in COLOURS[:5]:
            category(library, name)
        for _ in range(2):
            assert result(export_labels(library, "json", tmp_path / "a.json")) == 10
        found = json.loads((tmp_path / "a.json").read_text())
        run = result(label_images(library, at_least=0.7)).run_id
        assert result(export_labels(library, "json", tmp_path / "a.json")) == 10
        after = json.loads((tmp_path / "a.json").read_text())
    nothing = [row for row in found if row["state"] == "none"]
    assert nothing
    assert all(row["category"] == "" and row["best"] in COLOURS and row["best_score"] < 5 for row in nothing)
    assert [row["category"] for row in after] == [row["category"] for row in found]
    assert (found[0]["origin"], after[0]["origin"], after[0]["run"]) == ("", "auto", run)


def test_an_unknown_format_or_option_is_said(known: Library, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="There is no export format “xls”") as caught:
        export(known, "xls", tmp_path / "a.xls")
    assert all(name in caught.value.hint for name in formats())
    with pytest.raises(BadInput, match="“Table, JSON” has no option “how”"):
        export(known, "json", tmp_path / "a", options={"how": "copy"})
    with pytest.raises(BadInput, match="“how” cannot be “teleport”"):
        export(known, "folder", tmp_path / "a", options={"how": "teleport"})
    assert list(tmp_path.iterdir()) == []


def test_progress_counts_up_and_ends(known: Library, tmp_path: Path) -> None:
    for name in ("csv", "folder", "embeddings"):
        steps = list(export_images(known, ExportPlan(format=name, target=tmp_path / name)))
        counts = [step.done for step in steps]
        assert counts == sorted(counts)
        assert all(step.total is None or step.done <= step.total for step in steps)

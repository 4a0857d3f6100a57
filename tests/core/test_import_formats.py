"""What other programs write is read: their tables, folders, tasks and keywords, with all their oddities."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import add, save_many, truth
from tests.core.import_helpers import take, written, yours
from tests.properties import examples

from nomina.domain import Origin
from nomina.errors import BadInput
from nomina.imports.formats import OURS, importer
from nomina.imports.protocol import Found, FoundCategory, FoundLabel, Note, Source, Spoilt, options_of
from nomina.library import Library


def found(library: Library, path: Path, format: str = "", **options: str) -> list[Found]:
    """All that a source says."""
    _, made = importer(format, path)
    return list(made.read(Source(path, options_of(made, options), library)))


def pairs(library: Library, path: Path, format: str = "", **options: str) -> list[tuple[str, str]]:
    """(file, category) of its labels."""
    all_of_it = found(library, path, format, **options)
    return [(each.file, each.category) for each in all_of_it if isinstance(each, FoundLabel)]


TABLES: dict[str, str | bytes] = {
    "plain.csv": "file,category\na.png,heron\nb.png,\n",
    "excel.csv": "\ufeffpath;label;other\r\na.png;heron;1\r\n",
    "utf-16.csv": "filename\tclass\na.png\theron\n".encode("utf-16"),
    "quoted.csv": '"Image","Label"\n"a.png","heron"\n',
    "bars.csv": "image_path|class_name\na.png|heron\n",
    "tabs.tsv": "id\tfile\tlabel\n7\ta.png\theron\n",
    "swapped.csv": "label,file\nheron,a.png\n",
    "short.csv": "file,category,more\na.png,heron\n\n",
    "text.txt": "file,label\na.png,heron\n",
    "list.json": '[{"path": "a.png", "label": "heron", "x": null}, {"path": "b.png", "label": null}]',
    "map.json": '{"a.png": "heron"}',
    "lists.json": '{"a.png": ["heron"], "b.png": []}',
    "objects.json": '[{"file": "a.png", "labels": [{"label": "heron", "score": 1}]}]',
    "lines.jsonl": '\n{"file_name": "a.png", "class": "heron"}\r\n\n',
    "marked.ndjson": '\ufeff{"file_name": "a.png", "class": "heron"}',
}


@pytest.mark.parametrize("name", TABLES)
def test_tables_of_any_make_are_read(library: Library, tmp_path: Path, name: str) -> None:
    assert pairs(library, written(tmp_path, name, TABLES[name])) == [("a.png", "heron")]


def test_columns_of_any_name_can_be_named(library: Library, tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "Bild,Art,file\na.png,Reiher,x\n")
    assert pairs(library, path, file="Bild", category="Art") == [("a.png", "Reiher")]
    path = written(tmp_path, "a.json", '[{"Bild": "a.png", "Art": "Reiher"}]')
    assert pairs(library, path, file="Bild", category="Art") == [("a.png", "Reiher")]


def test_formulas_are_unguarded_where_nomina_guarded_them(library: Library, tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "file,category\n'=a.png,'+1\n'b.png,''=\n")
    assert pairs(library, path) == [("=a.png", "+1"), ("'b.png", "'=")]
    assert pairs(library, path, formulas="keep") == [("'=a.png", "'+1"), ("'b.png", "''=")]


def test_names_of_bytes_that_are_no_utf_8_are_paths_all_the_same(library: Library, tmp_path: Path) -> None:
    (picture,) = save_many(tmp_path, 1)
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.png")
    try:
        os.rename(picture, odd)
    except OSError:
        pytest.skip("this file system wants UTF-8")
    add(library, Path(odd))
    source = written(tmp_path, "a.csv", b"file,category\ncaf\xe9.png,heron\ncaf\xe9.png,h\xe9ron\n")
    done = take(library, source, several="first")
    assert list(yours(library).values()) == ["heron"]
    assert [item.reason for item in done.spoilt] == ["The name has characters that cannot be shown."]


def test_a_table_that_does_not_say_who_labelled_is_told_of(library: Library, tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", f"file,category,hash\na.png,heron,{'0' * 32}\n")
    assert any(isinstance(each, Note) for each in found(library, path))


def test_lists_of_names(library: Library, tmp_path: Path) -> None:
    path = written(tmp_path, "names.txt", "\ufeffheron\r\n\nred kite = kite | milan|\n  owl  \n")
    assert found(library, path) == [
        FoundCategory("heron"),
        FoundCategory("red kite", ("kite", "milan")),
        FoundCategory("owl"),
    ]


names = st.text("abc ñ", min_size=1, max_size=5).map(lambda text: " ".join(text.split())).filter(bool)


@examples(15)
@given(st.dictionaries(names, st.lists(names, max_size=3), min_size=1, max_size=5))
def test_a_list_of_names_comes_back(library: Library, tmp_path: Path, told: dict[str, list[str]]) -> None:
    before = truth(library)
    take(library, written(tmp_path, "n.txt", "\n".join(f"{k}={'|'.join(v)}" for k, v in told.items())))
    wanted = {name: tuple(dict.fromkeys(text for text in more if text != name)) for name, more in told.items()}
    assert {each.name: each.synonyms for each in library.store.categories()} == wanted
    library.undo()
    assert truth(library) == before


def test_folders_and_their_parts(library: Library, tmp_path: Path) -> None:
    save_many(tmp_path / "a" / "heron" / "deep", 1)
    save_many(tmp_path / "a" / "owl", 1, first=1)
    (tmp_path / "a" / "empty").mkdir()
    (tmp_path / "a" / ".hidden").mkdir()
    said = found(library, tmp_path / "a")
    assert [each.category for each in said if isinstance(each, FoundLabel)] == ["heron", "owl"]
    assert FoundCategory("empty") in said
    for part in ("train", "Val"):
        save_many(tmp_path / "b" / part / "heron", 1, first=ord(part[0]))
    assert [name for _, name in pairs(library, tmp_path / "b")] == ["heron"] * 2
    add(library, tmp_path / "a")
    assert take(library, tmp_path / "a").labels == {"heron": 1, "owl": 1}
    assert "empty" in {each.name for each in library.store.categories()}, "its name is all that is known of it"


COCO: dict[str, Any] = {
    "images": [{"id": 1, "file_name": "a.png"}, {"id": 2, "file_name": "b.png"}, {"id": 3}],
    "categories": [{"id": 1, "name": "heron", "supercategory": "bird"}, {"id": 2, "name": "owl"}],
    "annotations": [
        {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 1, 1]},
        {"id": 2, "image_id": 1, "category_id": 1, "bbox": [1, 0, 1, 1]},
        {"id": 3, "image_id": 2, "category_id": 2},
        {"id": 4, "image_id": 9, "category_id": 1},
        {"id": 5, "image_id": 1, "category_id": 9},
        {"id": 6, "image_id": 3, "category_id": 1},
        7,
    ],
}


def test_coco_of_boxes_gives_each_picture_its_categories(library: Library, tmp_path: Path) -> None:
    path = written(tmp_path, "coco.json", json.dumps(COCO))
    assert pairs(library, path) == [("a.png", "heron"), ("b.png", "owl")]
    assert [each.reason for each in found(library, path) if isinstance(each, Spoilt)] == [
        "its image is not in the file",
        "its category is not in the file",
        "its image has no file",
        "it is no object",
    ]


def choices(*names: str) -> list[dict[str, Any]]:
    return [{"type": "choices", "from_name": "x", "value": {"choices": list(names)}}, {"type": "rectanglelabels"}]


def test_label_studio_as_it_exports(library: Library, tmp_path: Path) -> None:
    tasks = [
        {
            "id": 1,
            "data": {"image": "/data/local-files/?d=birds/my%20heron.png"},
            "annotations": [{"result": choices("heron")}, {"result": choices("owl"), "was_cancelled": True}],
            "predictions": [{"result": choices("stork"), "score": 0.7}],
        },
        {
            "data": {"text": "no file", "img": "/data/upload/3/0123abcd-b.png"},
            "annotations": [{"result": choices("owl")}],
        },
        {"data": {"image": "s3://bucket/c.png"}, "annotations": [{"result": choices("owl")}]},
        {"data": {"image": "http://[bad/d.png"}, "annotations": [{"result": choices("owl")}]},
        {"data": {}, "annotations": [{"result": choices("owl")}]},
        {"data": {"image": "e.png"}, "annotations": [], "predictions": None},
        "no object",
    ]
    said = found(library, written(tmp_path, "tasks.json", json.dumps(tasks)))
    labels = [each for each in said if isinstance(each, FoundLabel)]
    assert [(each.file, each.category) for each in labels] == [
        *(("birds/my heron.png", "heron"), ("birds/my heron.png", "stork"), ("b.png", "owl")),
        *(("/c.png", "owl"), ("http://[bad/d.png", "owl")),
    ]
    assert [each.origin for each in labels] == [Origin.PERSON, Origin.AUTO, *[Origin.PERSON] * 3]
    assert labels[1].confidence == 0.7
    assert [each.reason for each in said if isinstance(each, Spoilt)] == ["it names no picture", "it is no object"]
    small = [{"image": "/data/upload/1/0123abcd-a.png", "id": 1, "choice": "heron", "lead_time": 1.5}]
    assert pairs(library, written(tmp_path, "min.json", json.dumps(small))) == [("a.png", "heron")]


def test_cvat_reads_tags_and_no_document_type(library: Library, tmp_path: Path) -> None:
    marks = (
        "<annotations><meta><task><labels><label><name>owl</name></label></labels></task></meta>"
        '<image id="0" name="a.png"><tag label="heron" source="manual"><attribute name="x">1</attribute></tag>'
        '<box label="eye"/></image><image name="b.png"><tag label="owl" source="auto"/></image><image><tag/></image>'
        "</annotations>"
    )
    said = found(library, written(tmp_path, "a.xml", marks))
    assert said == [
        FoundCategory("owl"),
        FoundLabel("heron", "a.png"),
        FoundLabel("owl", "b.png", origin=Origin.AUTO),
        Spoilt("image 3", "it has no name"),
    ]
    hostile = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + marks.replace("heron", "&b;")
    for text, why in ((hostile, "it has a document type"), (marks[:90], "damaged XML"), ("<a/>", "is not of CVAT")):
        with pytest.raises(BadInput, match=why):
            found(library, written(tmp_path, "b.xml", text), "cvat")


def test_fiftyone_as_it_exports(library: Library, tmp_path: Path) -> None:
    save_many(tmp_path / "data", 1)
    labels = {"classes": ["heron", "owl"], "labels": {"0000-red": 1, "gone": 0, "none": None, "bad": 7}}
    written(tmp_path, "labels.json", json.dumps(labels))
    said = found(library, tmp_path)
    assert FoundLabel("owl", str(tmp_path / "data" / "0000-red.png")) in said
    assert [each.reason for each in said if isinstance(each, Spoilt)] == [
        "its picture is not there",
        "its label is not among the classes",
    ]
    labels = {"classes": None, "labels": {"0000-red": {"label": "heron", "confidence": 0.5, "attributes": {}}}}
    written(tmp_path, "labels.json", json.dumps(labels))
    assert pairs(library, tmp_path) == [(str(tmp_path / "data" / "0000-red.png"), "heron")]


# Whatever is in a file -------------------------------------------------------------------------------------------


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["a.png", "heron", "choices"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    *(
                        "file",
                        "path",
                        "category",
                        "labels",
                        "label",
                        "origin",
                        "confidence",
                        "hash",
                        "images",
                        "annotations",
                    ),
                    *(
                        "categories",
                        "id",
                        "image_id",
                        "category_id",
                        "name",
                        "file_name",
                        "data",
                        "predictions",
                        "result",
                    ),
                    *("type", "value", "choices", "image", "classes", "attributes", "score", "choice", "nomina_hash"),
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)
TEXTS = st.text(max_size=60) | st.lists(
    st.sampled_from(
        [*'",;\t|\n\r[]{}<>=:', "file", "category", "a.png", "'=", "heron", "\ufeff", "\0", "\udce9", "<!DOCTYPE"]
    ),
    max_size=25,
).map("".join)
ENDINGS = {"csv": ".csv", "json": ".json", "jsonl": ".jsonl", "names": ".txt", "coco": ".json", "labelstudio": ".json"}
ENDINGS |= {"cvat": ".xml", "pack": ".nomina-pack", "parquet": ".parquet"}


@pytest.mark.parametrize("format", ENDINGS)
@examples(5)
@given(data=st.data())
def test_no_file_does_anything_unexpected(library: Library, tmp_path: Path, format: str, data: st.DataObject) -> None:
    """What cannot be taken is a BadInput or is told; the library is as it was, or one step further."""
    text = json_values.map(json.dumps) if format in ("json", "coco", "labelstudio", "jsonl") else st.nothing()
    content = data.draw(text | TEXTS | st.binary(max_size=60))
    source = written(tmp_path, f"a{ENDINGS[format]}", content)
    steps = len(library.history.done)
    for asked in ({"format": format}, {"format": format, "take": "names"}, {"dry_run": True}):
        with suppress(BadInput):
            take(library, source, automatic=True, **asked)
    while len(library.history.done) > steps:
        library.undo()


def test_all_of_our_formats_were_tried() -> None:
    assert set(ENDINGS) | {"folder", "imagefolder", "fiftyone", "keywords"} == set(OURS)


@examples(5)
@given(json_values)
def test_no_fiftyone_dataset_does_anything_unexpected(library: Library, tmp_path: Path, value: Any) -> None:
    written(tmp_path, "labels.json", json.dumps({"classes": ["a"], "labels": value}))
    written(tmp_path, "data.json", json.dumps(value))
    with suppress(BadInput):
        take(library, tmp_path, format="fiftyone", take="names")
        library.undo()
